"""The territories that bore a province's name, and what each has to do with those of other times."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from bantin.pages.around import basis_text, link_to
from bantin.pages.page import Link
from bantin.places import Era, Unit, gazetteer, lineage


class Fate(Enum):
    """What a territory has to do with those of other times."""

    UNCHANGED = "it is the same in all of them"
    MADE_OF = "it was made of others"
    IS_LARGER = "it was made of one of its name and of others"
    GREW = "it went on under its name, with others"
    RENAMED = "it went on under another name"
    WENT_INTO = "it went into others"


@dataclass(frozen=True, slots=True)
class Inside:
    """The units right below a province at the end of an era."""

    era: Era
    counts: tuple[tuple[str, int], ...]
    """By kind; of most there are first."""

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Life:
    """A territory that bore a province's name, as its page tells of it."""

    unit: Unit
    fate: Fate
    others: tuple[Link, ...]
    """What it was made of or went into; of what goes on under its name, only the rest."""
    basis: str


def life_of(unit: Unit) -> Life:
    """What a province's page tells of one that bore its name."""
    return Life(unit, fate_of(unit), others_of(unit), basis_text(unit))


def inside_of(unit: Unit, era: Era) -> Inside:
    """What lay in a province in an era."""
    return Inside(era, tuple(Counter(below.kind for below in gazetteer.divisions(unit, era)).most_common()))


def fate_of(unit: Unit) -> Fate:
    """What a unit has to do with those of other times."""
    if not unit.is_current:
        if lineage.has_grown(unit):
            return Fate.GREW
        return Fate.RENAMED if _is_renamed(unit) else Fate.WENT_INTO
    before = lineage.predecessors(unit)
    if any(old.path == unit.path for old in before):
        return Fate.IS_LARGER
    return Fate.MADE_OF if before else Fate.UNCHANGED


def others_of(unit: Unit) -> tuple[Link, ...]:
    """What a unit was made of, or went into; of what goes on under its name, only what came to it."""
    if not unit.is_current and not lineage.has_grown(unit):
        return tuple(link_to(now) for now in lineage.today(unit))
    larger = unit if unit.is_current else lineage.successors(unit)[0]
    return tuple(link_to(old) for old in lineage.predecessors(larger) if old.path != unit.path)


def _is_renamed(unit: Unit) -> bool:
    after = lineage.successors(unit)
    return len(after) == 1 and lineage.predecessors(after[0]) == (unit,)
