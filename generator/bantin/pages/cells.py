"""One figure or target as a bulletin's table shows it: what was published, what follows from it, whether it is in
doubt."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import (
    Accounts,
    Catalogue,
    Derived,
    Figure,
    Indicator,
    Ledger,
    Period,
    Report,
    Target,
    Value,
    derived,
)
from bantin.pages.addresses import indicator_path
from bantin.pages.cited import source_number
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table."""

    figure: Figure
    path: str
    """The indicator's page."""
    source: int
    """The number of its source on this page, from 1."""
    derived: Derived | None = None
    doubted: bool = False
    time: Period | None = None
    """The time it speaks of, where the table does not say so."""

    fitting: Indicator | None = None
    """The only published base that the rate fits, where its source states none."""

    @property
    def base(self) -> Indicator | None:
        """The base of a rate."""
        return self.figure.base if self.figure.is_percent else None

    @property
    def maximum(self) -> Decimal | None:
        """The most points that a score could have, where its text does not say it."""
        value = self.figure.value
        return None if isinstance(value, Value) and value.of else self.figure.maximum

    @property
    def said(self) -> tuple[Indicator | None, Period | None, str, str, str]:
        """What the source or the editor says of the figure: its base, its time, who was ranked, its change, a note."""
        return self.base, self.time, self.figure.among, self.figure.change, self.figure.note

    @property
    def is_noted(self) -> bool:
        """Whether anything has to be said of it."""
        return self.doubted or bool(self.fitting or self.maximum) or any(self.said)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in a table."""

    target: Target
    path: str
    """The indicator's page."""
    source: int
    """The number of its source on this page, from 1."""


class Cells:
    """Makes the cells of one report."""

    def __init__(self, report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> None:
        self.report, self.doubted = report, doubted
        self.ledger = Ledger(report, catalogue)
        self.accounts = Accounts(self.ledger)
        self.order = {id: index for index, id in enumerate(catalogue.indicators)}

    def cell(self, figure: Figure, time: Period) -> Cell:
        """One figure with everything the page says about it; `time` is what the table says of its time already."""
        return Cell(
            figure,
            indicator_path(figure.indicator),
            source_number(self.report, figure),
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
    return tuple(Aim(t, indicator_path(t.indicator), source_number(report, t)) for t in report.targets)
