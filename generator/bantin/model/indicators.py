"""What is counted, of which offices and in which part of their work: indicators, scopes, breakdowns."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from bantin.model.identity import Plain, SameById
from bantin.model.values import Direction, Kind
from bantin.places import Level
from bantin.problems import Location
from bantin.vietnamese import listed


@dataclass(frozen=True, eq=False, slots=True)
class ReformArea(SameById):
    """A content of reform (nội dung cải cách): thủ tục hành chính, tổ chức bộ máy …"""

    id: str
    label: str
    at: Location
    explanation: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Indicator(SameById):
    """What is counted (chỉ số)."""

    id: str
    label: str
    unit: str
    kind: Kind
    area: ReformArea
    explanation: str
    at: Location
    better: Direction | None = None
    sums: tuple[tuple[str, ...], ...] = ()
    """Each entry is one full definition of this indicator as a sum of others, by their ids."""
    numerators: tuple[str, ...] = ()
    """The ids of what a rate may count (tử số): several where one name means one thing here and another there."""
    bases: tuple[str, ...] = ()
    """The ids of what a rate may be a share of (mẫu số): one alone is its base unless a figure states another."""
    phrase: str = ""
    """How a lead says it by itself, with {} for the figure; empty when it is not to be said by itself."""
    part_phrase: str = ""
    """How a lead says it among all parts of its total, with {} for the figure: «{} trước hạn»."""
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    cumulative: bool = False
    """Whether it counts what happened since the year began, so that it cannot shrink within the year."""
    counts_listed: bool = False
    """Whether it counts the procedures that lists announce for the offices of its scope."""
    in_form: str = ""
    """Where it stands in the forms that offices fill: «Tiếp nhận / Trực tuyến» is a column of the table by fields,
    any other word a line of its own; empty where a form has it only after its place published it."""
    highest: Decimal | None = None
    """The most points that a score can have."""
    of_hundred: bool = False
    """Whether points and percents of it are one, as its most points are 100: sources print either."""
    label_says_unit: bool = False
    """Whether its label names what it counts: «Hồ sơ tiếp nhận» counts hồ sơ."""

    @property
    def file(self) -> str:
        """The file of the site that says it; «» where a list that comes with the package does."""
        return self.at.source if self.at.source.startswith("data/") else ""

    @property
    def numerator(self) -> str | None:
        """The id of what a rate counts; None where it may count several things, or nothing is said of it."""
        return self.numerators[0] if len(self.numerators) == 1 else None

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something: a percentage of points or of satisfaction counts nothing."""
        return self.kind is Kind.PERCENT and bool(self.numerators)

    @property
    def is_of_place(self) -> bool:
        """Whether it may be said of a place itself, without naming offices: a rank, a score, a grade, or an index in
        percent, which counts nothing."""
        return self.kind in (Kind.RANK, Kind.SCORE, Kind.GRADE) or (self.kind is Kind.PERCENT and not self.numerators)

    @property
    def base(self) -> str | None:
        """The id of the base of a rate whose source states none; None where it may have several."""
        return self.bases[0] if len(self.bases) == 1 else None


@dataclass(frozen=True, eq=False, slots=True)
class Scope(SameById):
    """Which offices a figure counts (phạm vi): cấp huyện, cấp xã, toàn tỉnh …"""

    id: str
    label: str
    explanation: str
    at: Location
    phrase: str = ""
    parts: tuple[str, ...] = ()
    """The ids of the scopes that add up to this one, each as long as it exists."""
    own_aliases: tuple[str, ...] = ()
    """Other names of it, besides those that it has by the kind of its place."""
    since: date | None = None
    """The first day on which there were such offices …"""
    until: date | None = None
    """… and the last; None where no day is known, or they have always been."""
    levels: tuple[Level, ...] = ()
    """The levels of the places whose files may say it; empty where no list says, and any may."""
    labels: tuple[tuple[str, str], ...] = ()
    """What it is called at places of a kind, where that is not its label: «Toàn phường» for phường."""
    is_whole: bool = False
    """Whether it is all of a place of its level: what is said of the place itself belongs to it."""
    instead: tuple[str, ...] = ()
    """The ids of the scopes that are meant where it may not stand, the likeliest first."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names of it besides its label."""
        return (*self.own_aliases, *(label for _, label in self.labels))

    def label_at(self, kind: str) -> str:
        """What it is called at a place of a kind."""
        return next((label for of, label in self.labels if of == kind), self.label)

    def stands_at(self, level: Level) -> bool:
        """Whether files of places of a level may say it."""
        return not self.levels or level in self.levels

    def exists_between(self, start: date, end: date) -> bool:
        """Whether there were such offices on any of some days."""
        return (self.since is None or self.since <= end) and (self.until is None or self.until >= start)


@dataclass(frozen=True, eq=False, slots=True)
class Member(SameById):
    """One value of a breakdown: the field (lĩnh vực) Đất đai, the service level Mức độ 3 …"""

    id: str
    label: str
    breakdown: str
    at: Location
    explanation: str = ""
    aliases: tuple[str, ...] = ()
    sector: str = ""
    """The sector (ngành) that it belongs to: «Tư pháp» of Hộ tịch."""
    phrase: str = ""
    """How a lead names it with its place, with {} for the place: «Sở Công Thương {}»; only of offices."""
    labels: tuple[tuple[str, str], ...] = ()
    """What it is called at places of a kind, where that is not its label: «Thanh tra thành phố»; among its aliases."""
    together: tuple["Member", ...] = ()
    """The members whose one figure it stands for, in their order; empty for a member that stands for itself."""

    def named_at(self, kind: str) -> "Member":
        """The same member with the name that it has at places of a kind."""
        called = next((label for of, label in self.labels if of == kind), self.label)
        return self if called == self.label else replace(self, label=called)

    @property
    def single(self) -> tuple["Member", ...]:
        """The members that it counts: itself, or those that it stands for together."""
        return self.together or (self,)


@dataclass(frozen=True, eq=False, slots=True)
class Breakdown(SameById):
    """A way to split figures (phân tổ)."""

    id: str
    label: str
    explanation: str
    complete: bool
    """Whether the members add up to the whole."""
    members: tuple[Member, ...]
    at: Location
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Slice(Plain):
    """What part of the work a figure counts: a scope, and members of breakdowns."""

    scope: Scope
    members: tuple[Member, ...] = ()
    called: str = field(default="", compare=False)
    """What the scope is called at the place that speaks; empty where that is its label, or no place speaks."""

    @cached_property
    def id(self) -> str:
        """The ids joined by dashes, for anchors; other slices have other ids."""
        return slice_id(self.scope, self.members)

    @cached_property
    def label(self) -> str:
        """«Cấp huyện, Đất đai»."""
        return ", ".join([self.scope_label, *(m.label for m in self.members)])

    @property
    def scope_label(self) -> str:
        """«Cấp huyện»; at a phường «Toàn phường», at a xã «Toàn xã»."""
        return self.called or self.scope.label

    def at(self, kind: str) -> "Slice":
        """The same slice with the names that it has at places of a kind."""
        called = self.scope.label_at(kind)
        if called == self.scope_label and not any(member.labels for member in self.members):
            return self
        return replace(self, called=called, members=tuple(member.named_at(kind) for member in self.members))


def joined(members: Sequence[Member]) -> Member:
    """What counts several members of one breakdown together: «Đất đai và Hộ tịch»."""
    first = members[0]
    label = listed(member.label for member in members)
    id = "--".join(member.id for member in members)  # no member's own id has two dashes
    return Member(id, label, first.breakdown, first.at, together=tuple(members))


def slice_id(scope: Scope, members: Sequence[Member]) -> str:
    """The id that the slice of a scope and members has."""
    return "-".join([scope.id, *(member.id for member in members)])
