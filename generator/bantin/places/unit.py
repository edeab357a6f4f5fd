"""Administrative units of Vietnam: what one is, when it existed, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from bantin import vietnamese


class Level(StrEnum):
    """The three levels; the middle one ended with the districts."""

    PROVINCE = "cấp tỉnh"
    DISTRICT = "cấp huyện"
    COMMUNE = "cấp xã"


_LEVELS = tuple(Level)


@dataclass(unsafe_hash=True, slots=True)  # nobody changes one, but to forbid it would take four times as long
class Unit:
    """One unit with one territory. The same path or code at another time is another unit; another kind is not."""

    level: Level
    code: str
    """The official code; unique only among the units of one day."""
    kind: str = field(compare=False)
    """«tỉnh», «huyện», «thị xã», … A «thành phố» at the level of provinces is centrally run. The last kind it had."""
    name: str
    """Without its kind: «Kiên Giang»; «1» for Quận 1."""
    path: str
    """The folder of its files and pages: «kien-giang/huyen-vinh-thuan».

    An old commune never had files, so «kien-giang/huyen-vinh-thuan/thi-tran-vinh-thuan» is only its name among paths.
    """
    since: date | None = None
    """First day; None when the tables do not say."""
    until: date | None = None
    """Last day; None while it exists."""
    former_kinds: tuple[tuple[date, str], ...] = field(default=(), compare=False)
    """Kinds it had before, each with its last day, oldest first."""

    @property
    def full_name(self) -> str:
        """With its kind, as it reads inside a sentence: «huyện Vĩnh Thuận»."""
        return f"{self.kind} {self.name}"

    @property
    def is_current(self) -> bool:
        """No last day is known."""
        return self.until is None

    def existed_on(self, day: date) -> bool:
        """The day is neither before the unit's first nor after its last."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def kind_on(self, day: date) -> str:
        """Its kind on that day: Đồng Nai was a tỉnh until 29/04/2026."""
        return next((kind for last, kind in self.former_kinds if day <= last), self.kind)

    def full_name_on(self, day: date) -> str:
        """With the kind it had on that day."""
        return f"{self.kind_on(day)} {self.name}"


@dataclass(frozen=True, slots=True)
class KindChange:
    """A unit became one of another kind; its territory, code and path stayed."""

    on: date
    """The first day of the new kind."""
    code: str
    kind: str
    basis: str = ""
    """The name of the document, when it is known."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit went into another, wholly or in part."""

    old: Unit
    new: Unit
    whole: bool
    """All of the old unit lies in the new one; otherwise it was divided among several."""


@dataclass(frozen=True, slots=True)
class Point:
    """About the middle of a unit, to a hundredth of a degree."""

    unit: Unit
    latitude: float
    longitude: float


def in_order(found: Iterable[Unit]) -> tuple[Unit, ...]:
    """In alphabetical order."""
    return tuple(sorted(found, key=by_name))


def by_name(unit: Unit) -> tuple[object, ...]:
    """A key that sorts in alphabetical order."""
    return vietnamese.sort_key(unit.name), unit.kind


def nearest_first(unit: Unit) -> tuple[object, ...]:
    """A key that puts units of today first, then provinces before districts before communes."""
    return not unit.is_current, _LEVELS.index(unit.level), unit.path


def with_kind_changes(unit: Unit, changes: Iterable[KindChange]) -> Unit:
    """The unit with the changes of kind that befell it; others pass it by. A site may know more of them than we."""
    for change in sorted(changes, key=lambda change: change.on):
        last = change.on - timedelta(days=1)
        if change.code == unit.code and unit.existed_on(last) and unit.existed_on(change.on):
            unit = replace(unit, kind=change.kind, former_kinds=(*unit.former_kinds, (last, unit.kind)))
    return unit
