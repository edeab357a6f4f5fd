"""Where the figures of one report contradict one another, as facts; `checks` puts them into words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bantin.model.arithmetic import base_beside, possible_counts
from bantin.model.catalogue import Catalogue
from bantin.model.identity import This
from bantin.model.indicators import Indicator
from bantin.model.intervals import Interval
from bantin.model.ledger import Ledger, Sum, value_of
from bantin.model.reports import Figure, Report
from bantin.model.shares import Shares, Tried, shares_of_bases, tried
from bantin.model.together import impossible_together
from bantin.model.values import Bound


@dataclass(frozen=True)
class Accounts:
    """The sums and rates of a report, judged one by one and then all together."""

    ledger: Ledger

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Every total with every way of adding it up that counts."""
        return tuple(found for sums in self.ledger.sums.values() for found in sums)

    @cached_property
    def rates(self) -> tuple[Tried, ...]:
        """Every rate with what it may be a share of."""
        return tuple(tried(rate, self.ledger) for rate in self.ledger.percents)

    @cached_property
    def shares(self) -> tuple[Shares, ...]:
        """The rates of one base beside one another."""
        return tuple(shares_of_bases(self.ledger))

    @cached_property
    def of_no_count(self) -> tuple[Figure, ...]:
        """Rates that no whole number of their published base gives."""
        return tuple(rate for rate in self.ledger.percents if possible_counts(rate, self.ledger) == [])

    @cached_property
    def impossible(self) -> tuple[tuple[Figure, ...], ...]:
        """Figures that cannot all be right, although each sum and rate of them is possible by itself."""
        sums = [found for found in self.sums if found.agrees]
        rates = [found for found in self.rates if found.agrees and found.rate not in self.of_no_count]
        return tuple(impossible_together(self.ledger, sums, rates))

    @cached_property
    def above_maximum(self) -> tuple[Figure, ...]:
        """Scores of more points than there are."""
        scores = ((figure, figure.maximum) for figure in self.ledger if figure.maximum)
        return tuple(f for f, most in scores if value_of(f).unrounded.is_above(Interval(None, most)))

    @cached_property
    def fitting_bases(self) -> dict[Figure, Indicator]:
        """The only published base that a rate fits whose source states none."""
        unstated = (found for found in self.rates if not found.rate.base and found.rate not in self.doubted)
        only = ((found.rate, found.fitting[0].below) for found in unstated if len(found.fitting) == 1)
        return {rate: below.indicator for rate, below in only if below and value_of(rate).bound is Bound.EXACT}

    @cached_property
    def doubted(self) -> frozenset[Figure]:
        """All figures of whatever does not agree: one of them is wrong, and nobody can tell which."""
        found = [figure for judged in self._judged() if not judged.agrees for figure in judged.figures]
        together = [figure for figures in self.impossible for figure in figures]
        return frozenset((*found, *self.above_maximum, *self._with_base(self.of_no_count), *together))

    @cached_property
    def compared(self) -> frozenset[Figure]:
        """All figures that were held against others."""
        held = [figure for judged in self._judged() if len(judged.figures) > 1 for figure in judged.figures]
        return frozenset((*held, *self._with_base(self.ledger.percents)))

    def _judged(self) -> Iterator[Sum | Tried | Shares]:
        yield from self.sums
        yield from self.rates
        yield from self.shares

    def _with_base(self, rates: Iterable[Figure]) -> Iterator[Figure]:
        """The rates whose published base is a whole count, and these bases."""
        for rate in rates:
            if base := base_beside(rate, self.ledger):
                yield from (rate, base)


def accounts_of(report: Report, catalogue: Catalogue) -> Accounts:
    """The accounts of a report, made once while its province is read, checked and shown."""
    return _accounts_of(This(report), This(catalogue))


@lru_cache(maxsize=1_000)  # more reports than most provinces have, and some 20 MB
def _accounts_of(report: This[Report], catalogue: This[Catalogue]) -> Accounts:
    return Accounts(Ledger(report.thing, catalogue.thing))
