"""One figure or target as a bulletin's table shows it: what was published, what follows from it, whether it is in
doubt."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from bantin.model import (
    Catalogue,
    Correction,
    Derived,
    Figure,
    Indicator,
    Period,
    Report,
    Target,
    Value,
    accounts_of,
    derived,
)
from bantin.pages.addresses import indicator_path
from bantin.pages.cited import source_numbers
from bantin.problems import Location


class Said(NamedTuple):
    """What the source, the editor or the arithmetic says of a figure."""

    base: Indicator | None = None
    """On which a rate was stated."""
    fitting: Indicator | None = None
    """The only published base that the rate fits, where its source states none."""
    maximum: Decimal | None = None
    """The most points that a score could have, where its text does not say it."""
    among: str = ""
    """Who was ranked."""
    time: Period | None = None
    """The time it speaks of, where the table does not say so."""
    change: str = ""
    note: str = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def apart(self) -> tuple["Said", ...]:
        """Each thing that is said by itself."""
        return tuple(Said(**{key: fact}) for key, fact in self._asdict().items() if fact)

    @staticmethod
    def all_of(things: Iterable["Said"]) -> "Said":
        """Things said by themselves, together."""
        return Said(**{key: fact for thing in things for key, fact in thing._asdict().items() if fact})


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table."""

    figure: Figure
    path: str
    """The indicator's page."""
    sources: tuple[int, ...]
    """The numbers of its sources on this page, from 1."""
    derived: Derived | None = None
    doubted: bool = False
    time: Period | None = None
    """The time it speaks of, where the table does not say so."""
    fitting: Indicator | None = None
    """The only published base that the rate fits, where its source states none."""

    @property
    def said(self) -> Said:
        """What the source, the editor or the arithmetic says of the figure."""
        figure, value = self.figure, self.figure.value
        base = figure.base if figure.is_percent and not figure.is_state else None
        maximum = None if isinstance(value, Value) and value.of else figure.maximum
        return Said(
            base, self.fitting, maximum, figure.among, self.time, figure.change, figure.note, figure.corrections
        )


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in a table."""

    target: Target
    sources: tuple[int, ...]
    """The numbers of its sources on this page, from 1."""


class Cells:
    """Makes the cells of one report."""

    def __init__(self, report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> None:
        self.report, self.doubted = report, doubted
        self.accounts = accounts_of(report, catalogue)
        self.ledger = self.accounts.ledger
        self.order = catalogue.order

    def cell(self, figure: Figure, time: Period) -> Cell:
        """One figure with everything the page says about it; `time` is what the table says of its time already."""
        return Cell(
            figure,
            indicator_path(figure.indicator),
            source_numbers(self.report, figure),
            self._derived(figure),
            figure.at in self.doubted,
            figure.as_of if figure.as_of and not figure.as_of.is_same_time(time) else None,
            self.accounts.fitting_bases.get(figure),
        )

    def _derived(self, figure: Figure) -> Derived | None:
        if not isinstance(figure.value, Value) or figure.at in self.doubted:
            return None
        return derived(figure, self.ledger, doubted=self.accounts.doubted)


def aims_of(report: Report) -> tuple[Aim, ...]:
    """The targets in the order of the file."""
    return tuple(Aim(t, source_numbers(report, t)) for t in report.targets)
