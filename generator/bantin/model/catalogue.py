"""All indicators, scopes and breakdowns of a site, and the names they go by."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from bantin.model.indicators import Breakdown, Indicator, Member, ReformArea, Scope, Slice, joined
from bantin.model.ways import Ways
from bantin.places import KindChange, Level, Unit, with_kind_changes
from bantin.problems import Location
from bantin.vietnamese import slug


class Named(Protocol):
    """Anything of the catalogue that a file refers to by name."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def at(self) -> Location: ...


NamedT = TypeVar("NamedT", bound=Named)


@dataclass(frozen=True, slots=True)
class Move:
    """A page, or a folder of pages, has another address than it was published at."""

    old: str
    new: str
    at: Location


@dataclass(frozen=True)
class Catalogue:
    """All indicators, scopes and breakdowns of a site, in the order of their files."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    scopes: dict[str, Scope] = field(default_factory=dict)
    breakdowns: tuple[Breakdown, ...] = ()
    own_areas: tuple[ReformArea, ...] = ()
    """The areas of reform of noi-dung.yml; empty where the site has no such list."""
    kind_changes: tuple[KindChange, ...] = ()
    """Those that this site knows besides the gazetteer's."""
    moves: tuple[Move, ...] = ()
    province: str = ""
    """The folder of the one province that the site is about; «» where it is about all."""

    def __post_init__(self) -> None:
        members = [member for breakdown in self.breakdowns for member in breakdown.members]
        object.__setattr__(self, "indicators_by_name", by_name(self.indicators.values()))
        object.__setattr__(self, "_scopes_at", _by_level(self.scopes.values()))
        object.__setattr__(self, "members_by_name", by_name(members))

    indicators_by_name: dict[str, Indicator] = field(init=False, repr=False)
    members_by_name: dict[str, Member] = field(init=False, repr=False)
    _scopes_at: dict[Level | None, dict[str, Scope]] = field(init=False, repr=False)
    _slices: dict[tuple[str, Level | None, str], Slice | None] = field(init=False, repr=False, default_factory=dict)

    @cached_property
    def areas(self) -> tuple[ReformArea, ...]:
        """The areas of reform in the order of their list; without one, as the indicators name them."""
        return self.own_areas or tuple(dict.fromkeys(indicator.area for indicator in self.indicators.values()))

    @cached_property
    def ways(self) -> Ways:
        """The ways of adding that the indicators' definitions make."""
        return Ways(self.indicators)

    @cached_property
    def sums(self) -> tuple[frozenset[str], ...]:
        """The parts of every definition of a total, by their ids."""
        return tuple(frozenset(way) for total in self.indicators.values() for way in total.sums)

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each indicator stands in its list, by its id."""
        return {id: place for place, id in enumerate(self.indicators)}

    @cached_property
    def order_of_scopes(self) -> dict[str, int]:
        """Where each scope stands in its list, by its id."""
        return {id: place for place, id in enumerate(self.scopes)}

    @cached_property
    def order_of_members(self) -> dict[str, int]:
        """Where each member stands in the lists of breakdowns, one list after the other, by its id."""
        members = (member for breakdown in self.breakdowns for member in breakdown.members)
        return {member.id: place for place, member in enumerate(members)}

    @cached_property
    def rates_of(self) -> dict[str, tuple[Indicator, ...]]:
        """The rates that each indicator is a numerator of, by its id."""
        found: dict[str, tuple[Indicator, ...]] = {}
        for rate in self.indicators.values():
            for id in rate.numerators:
                found[id] = (*found.get(id, ()), rate)
        return found

    def known(self, unit: Unit) -> Unit:
        """The unit with the kinds that this site knows it had."""
        return with_kind_changes(unit, self.kind_changes) if self.kind_changes else unit

    def indicator(self, name: str) -> Indicator | None:
        """The indicator that goes by this name."""
        return self.indicators_by_name.get(slug(name))

    def indicators_in(self, name: str) -> tuple[Indicator, ...]:
        """The indicator that goes by this name, or those that «A + B» names; empty where any is not known."""
        known = self.indicator(name)
        parts = [self.indicator(part) for part in name.split("+")]
        return (known,) if known else tuple(part for part in parts if part) if all(parts) else ()

    def scope(self, name: str, level: Level | None = None) -> Scope | None:
        """The scope that goes by this name; of several the one that a place of the level may mean."""
        return self._scopes_at[level].get(slug(name))

    def slice(self, name: str, level: Level | None = None, kind: str = "") -> Slice | None:
        """The slice that «Cấp huyện / Đất đai» names in a file of a place of the level; with the names that it has at
        places of a kind, where one is told."""
        key = name, level, kind
        if key not in self._slices:
            found = self._slice(name, level)
            self._slices[key] = found.at(kind) if found and kind else found
        return self._slices[key]

    def _slice(self, name: str, level: Level | None) -> Slice | None:
        first, *members = name.split("/")
        scope = self.scope(first, level)
        found = [known for member in members if (known := self.member(member))]
        if not scope or len(found) != len(members) or self.shared_breakdown(found):
            return None
        order = [breakdown.id for breakdown in self.breakdowns]  # whichever was written first
        return Slice(scope, tuple(sorted(found, key=lambda member: order.index(member.breakdown))))

    def member(self, name: str) -> Member | None:
        """The part of a breakdown that goes by this name; of «Đất đai + Hộ tịch» the two together."""
        whole, parts = self.members_by_name.get(slug(name)), self.joined_in(name)
        if parts is None or None in parts:
            return whole if all(map(slug, name.split("+"))) else None
        known = [part for part in parts if part]
        unlike = len(set(known)) < len(known) or len({part.breakdown for part in known}) > 1
        return None if unlike else joined(sorted(known, key=self._order.index))

    def joined_in(self, name: str) -> list[Member | None] | None:
        """What «Đất đai + Hộ tịch» joins, None for what is not known; nothing where a name has no +, or its own."""
        whole, names = self.members_by_name.get(slug(name)), name.split("+")
        if len(names) == 1 or (whole and any("+" in own for own in (whole.label, *whole.aliases))):
            return None
        return [self.members_by_name.get(slug(part)) for part in names]

    @cached_property
    def _order(self) -> list[Member]:
        return [member for breakdown in self.breakdowns for member in breakdown.members]

    def shared_breakdown(self, members: list[Member]) -> Breakdown | None:
        """The breakdown that two of the members belong to: no figure counts only what is in both."""
        named = [member.breakdown for member in members]
        return next((breakdown for breakdown in self.breakdowns if named.count(breakdown.id) > 1), None)


def by_name(things: Iterable[NamedT]) -> dict[str, NamedT]:
    return {slug(name): thing for thing in things for name in (*thing.aliases, thing.label)}


def _by_level(scopes: Collection[Scope]) -> dict[Level | None, dict[str, Scope]]:
    """The scopes by their names as places of each level mean them: first those that may stand there."""
    found: dict[Level | None, dict[str, Scope]] = {None: by_name([*scopes][::-1])}
    for level in Level:
        found[level] = found[None] | by_name(scope for scope in scopes if scope.stands_at(level))
    return found


_PART = r"[a-z0-9_-]+(?:\.[a-z_-]*[0-9][a-z0-9_-]*)*"
PAGE_ADDRESS = rf"{_PART}(?:/{_PART})*"
"""How the address of a page is written, for Python and JavaScript alike: «thu-tuc/1.013225», but no «thu-tuc.csv»."""


def moved_to(address: str, moves: tuple[Move, ...]) -> str | None:
    """Where a page is now that stood at this address, or in a folder that moved; None where nothing says."""
    fitting = [move for move in moves if f"{address}/".startswith(f"{move.old}/")]
    if not fitting:
        return None
    move = max(fitting, key=lambda move: len(move.old))
    return move.new + address.removeprefix(move.old)
