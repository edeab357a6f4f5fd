"""The words of the field as types: indicators, scopes, figures, targets, reports, articles.

Everything is frozen and resolved: a `Figure` holds its `Indicator`, not that indicator's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from bantin.periods import Period
from bantin.places import Unit
from bantin.problems import Location
from bantin.values import Direction, Kind, State, Value


class ReformArea(StrEnum):
    """The six contents of reform in Nghị quyết 76/NQ-CP (15/07/2021), and the steering that serves them all."""

    INSTITUTIONS = "Cải cách thể chế"
    PROCEDURES = "Cải cách thủ tục hành chính"
    ORGANISATION = "Cải cách tổ chức bộ máy"
    CIVIL_SERVICE = "Cải cách chế độ công vụ"
    PUBLIC_FINANCE = "Cải cách tài chính công"
    DIGITAL_GOVERNMENT = "Xây dựng, phát triển chính quyền điện tử, chính quyền số"
    STEERING = "Công tác chỉ đạo, điều hành"


@dataclass(frozen=True, eq=False, slots=True)
class Indicator:
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
    numerator: str | None = None
    base: str | None = None
    """The id of what a rate is a share of (mẫu số), unless a figure states another base."""
    phrase: str = ""
    """How a bulletin's lead says it, with {} for the figure; empty when it is not for the lead."""
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    cumulative: bool = False
    """Whether it counts what happened since the year began, so that it cannot shrink within the year."""


@dataclass(frozen=True, eq=False, slots=True)
class Scope:
    """Which offices a figure counts (phạm vi): cấp huyện, cấp xã, toàn tỉnh …"""

    id: str
    label: str
    explanation: str
    at: Location
    phrase: str = ""
    parts: tuple[str, ...] = ()
    """The ids of the scopes that add up to this one."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """One value of a breakdown: the field (lĩnh vực) Đất đai, the service level Mức độ 3 …"""

    id: str
    label: str
    breakdown: str
    at: Location
    explanation: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Breakdown:
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
class Slice:
    """What part of the work a figure counts: a scope, and members of breakdowns."""

    scope: Scope
    members: tuple[Member, ...] = ()

    @cached_property
    def id(self) -> str:
        """The ids joined by dashes, for anchors; other slices have other ids."""
        return slice_id(self.scope, self.members)

    @cached_property
    def label(self) -> str:
        """«Cấp huyện, Đất đai»."""
        return ", ".join([self.scope.label, *(m.label for m in self.members)])


def slice_id(scope: Scope, members: Sequence[Member]) -> str:
    """The id that the slice of a scope and members has."""
    return "-".join([scope.id, *(member.id for member in members)])


@dataclass(frozen=True, eq=False, slots=True)
class Source:
    """A publication that figures were taken from."""

    title: str
    publisher: str
    at: Location
    published: date | None = None
    author: str = ""
    number: str = ""
    address: str = ""
    note: str = ""
    id: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class LegalBasis:
    """A document that sets targets (căn cứ)."""

    title: str
    at: Location
    issued: date | None = None
    issuer: str = ""
    summary: str = ""
    id: str = ""


@dataclass(eq=False, slots=True)  # nobody changes one, but to forbid it would take six times as long to make it
class Figure:
    """One published value, or the statement that there is none."""

    indicator: Indicator
    slice: Slice
    value: Value | State
    source: Source
    at: Location
    base: Indicator | None = None
    """The base that the source states for this rate; the indicator's own when it states none."""
    change: str = ""
    as_of: Period | None = None
    """The time this figure speaks of, where it is not the report's period."""
    note: str = ""
    accepted: str = ""
    """Why it stands although it is doubtful (chấp nhận)."""
    variant: int = 1
    """2, 3 … where sources print the same fact differently."""

    @property
    def id(self) -> str:
        """The anchor of this figure on its bulletin's page."""
        variant = f"-{self.variant}" if self.variant > 1 else ""
        return f"{self.slice.id}-{self.indicator.id}{variant}"

    @property
    def text(self) -> str:
        """What the page prints: the value as published, or the state in words."""
        return self.value.value if isinstance(self.value, State) else self.value.text


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """What a place has set out to reach (chỉ tiêu), with its legal basis."""

    indicator: Indicator
    slice: Slice
    value: Value
    source: Source
    at: Location
    basis: LegalBasis | None = None
    due: str = ""
    """By when, as published, where that is not the report's period: «thời gian tới»."""
    note: str = ""
    accepted: str = ""

    @property
    def id(self) -> str:
        """The anchor of this target on its bulletin's page."""
        return f"chi-tieu-{self.slice.id}-{self.indicator.id}"

    @property
    def text(self) -> str:
        """What the page prints: the target as published."""
        return self.value.text


@dataclass(frozen=True, slots=True)
class Assessment:
    """A text of the report in Markdown (nhận định): results, shortcomings, tasks."""

    heading: str
    text: str
    at: Location


@dataclass(frozen=True, eq=False)
class Report:
    """Everything one file says about one place and period."""

    place: Unit
    period: Period
    at: Location
    sources: tuple[Source, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def path(self) -> str:
        """The address of its bulletin: «kien-giang/huyen-vinh-thuan/2023-6-thang»."""
        return f"{self.place.path}/{self.period.slug}"

    @property
    def place_name(self) -> str:
        """The place with the kind it had when the period ended, as it reads inside a sentence: «tỉnh Đồng Nai»."""
        return self.place.full_name_on(self.period.end)

    @property
    def values(self) -> "tuple[Figure | Target, ...]":
        """All figures, then all targets."""
        return (*self.figures, *self.targets)

    @cached_property
    def counts(self) -> "dict[tuple[str, str], Figure]":
        """The counts of the period by the ids of slice and indicator; of several variants the first."""
        return {
            (figure.slice.id, figure.indicator.id): figure
            for figure in self.figures
            if isinstance(figure.value, Value)
            and figure.value.kind is Kind.COUNT
            and figure.variant == 1
            and not figure.as_of
        }

    @property
    def newest_source(self) -> date | None:
        """The day its newest source was published, where sources state one."""
        return max((s.published for s in self.sources if s.published), default=None)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article."""

    file: str
    caption: str
    credit: str
    alt: str
    at: Location


@dataclass(frozen=True, eq=False, slots=True)
class Article:
    """A text from content/ about one place."""

    place: str
    slug: str
    title: str
    lead: str
    published: date
    author: str
    at: Location
    body: str = field(repr=False, default="")
    body_line: int = 1
    """The line of the file on which the body begins."""
    sources: tuple[Source, ...] = ()
    topics: tuple[ReformArea, ...] = ()
    images: tuple[Image, ...] = ()

    @property
    def path(self) -> str:
        """The address: «kien-giang/huyen-vinh-thuan/doan-kiem-tra»."""
        return f"{self.place}/{self.slug}"


@dataclass(frozen=True, eq=False, slots=True)
class WrittenPage:
    """A text from content/ about no single place: the site's own pages."""

    path: str
    """The address: «gioi-thieu»."""
    title: str
    heading: str
    """What stands above the text; mostly the title."""
    description: str
    at: Location
    body: str = field(repr=False, default="")
    body_line: int = 1

    @property
    def place(self) -> str:
        """The place whose figures the text means where it names none: there is none."""
        return ""


Written = Article | WrittenPage
"""A text that people wrote."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or document of content/ as it is published."""

    path: str
    """Its file: «content/kien-giang/anh.jpg»."""
    address: str
    """Where it is published, from the site's root."""
    content: bytes = field(repr=False)
    said: str = ""
    """What stands beside a link to it: «PDF, 1,2 MB»."""
    width: int = 0
    height: int = 0
    """The size of a picture."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link or a picture in a text of an editor, as it was typed."""

    origin: str
    """The file below content/ from which it counts."""
    target: str
    at: Location
    is_picture: bool = False
