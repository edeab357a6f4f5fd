"""One figure or target as a bulletin's table shows it: what was published, what follows from it, whether it is in
doubt."""

from collections.abc import Collection
from dataclasses import dataclass

from bantin.model import (
    Accounts,
    Catalogue,
    Derived,
    Figure,
    Ledger,
    Period,
    Report,
    Target,
    Value,
    derived,
)
from bantin.pages.addresses import indicator_path
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

    @property
    def published(self) -> bool:
        """False for a state such as «không công bố»."""
        return isinstance(self.figure.value, Value)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in a table."""

    target: Target
    path: str
    source: int


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
            _source(self.report, figure),
            self._derived(figure),
            figure.at in self.doubted,
            figure.as_of if figure.as_of and not figure.as_of.is_same_time(time) else None,
        )

    def _derived(self, figure: Figure) -> Derived | None:
        if not isinstance(figure.value, Value) or figure.at in self.doubted:
            return None
        return derived(figure, self.ledger, doubted=self.accounts.doubted)


def aims_of(report: Report) -> tuple[Aim, ...]:
    """The targets in the order of the file."""
    return tuple(Aim(t, indicator_path(t.indicator), _source(report, t)) for t in report.targets)


def _source(report: Report, value: Figure | Target) -> int:
    return report.sources.index(value.source) + 1
