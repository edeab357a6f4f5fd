"""The units of a table: said once, and only for numbers that leave them to the reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.model import Figure, Indicator, Target


@dataclass(frozen=True, slots=True)
class Measures:
    """Where a table says which units."""

    common: str = ""
    """The unit of all its figures, some of which do not name it: said once, with the caption."""
    apart: frozenset[Indicator] = frozenset()
    """Where there are several units, the indicators whose figures leave theirs open: said beside each name, unless the
    name says it already."""


def measures_of(facts: Iterable[Figure | Target]) -> Measures:
    """The units that a table of these figures and targets says."""
    found = list(facts)
    bare = frozenset(indicator for fact in found if fact.is_bare for indicator in fact.indicators)
    units = {indicator.unit for fact in found for indicator in fact.indicators}
    if bare and len(units) == 1:
        return Measures(common=units.pop())
    return Measures(apart=frozenset(indicator for indicator in bare if not indicator.label_says_unit))
