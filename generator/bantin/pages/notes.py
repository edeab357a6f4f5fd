"""What is said under a cross table of its figures: each thing once, of as many figures as it is true of."""

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.model import Figure, Indicator
from bantin.pages.cells import Cell, Said
from bantin.pages.cited import Portion, portions


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of some figures of a table."""

    portion: Portion
    doubted: bool
    said: Said


def notes_of(cells: Iterable[Cell]) -> tuple[Note, ...]:
    """The notes of a table in the order of its cells; what is said of the same figures is one note."""
    every = list(cells)
    figures = [cell.figure for cell in every]
    found: dict[Portion, list[Said | bool]] = {}
    for (_, fact), some in _groups(every).items():
        (portion,) = portions(some, figures)
        found.setdefault(portion, []).append(fact)
    return tuple(
        Note(portion, True in facts, Said.all_of(fact for fact in facts if isinstance(fact, Said)))
        for portion, facts in found.items()
    )


def _groups(cells: Iterable[Cell]) -> dict[tuple[Indicator, Said | bool], list[Figure]]:
    """The figures of one indicator of which one thing is said; True says that they are in doubt."""
    groups: dict[tuple[Indicator, Said | bool], list[Figure]] = {}
    for cell in cells:
        for fact in (*([True] if cell.doubted else ()), *cell.said.apart):
            groups.setdefault((cell.figure.indicator, fact), []).append(cell.figure)
    return groups
