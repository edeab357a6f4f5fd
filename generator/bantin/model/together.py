"""All sums and rates of a report held together, on intervals: what one leaves open, another may close.

«gần 9.000» leaves 8.700 open, and so does 90,5% of 9.900 beside 8.960; all three together are impossible.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.model.intervals import Interval, sum_of
from bantin.model.ledger import Ledger, Quantity, Sum, quantity_of, value_of
from bantin.model.reports import Figure
from bantin.model.shares import Tried
from bantin.model.values import Kind

ROUNDS = 12
"""More are never needed to find what a few figures exclude; intervals that creep are left as they are."""
_ANYTHING = Interval(Decimal(0), None)
_WHOLE_NUMBERS = (Kind.COUNT, Kind.RATIO)

Ranges = dict[Quantity, Interval]
"""What each quantity may be."""


@dataclass(frozen=True, slots=True)
class Equation:
    """A sum, or a rate of a base, as it binds quantities."""

    total: Quantity
    parts: tuple[Quantity, ...]
    figures: tuple[Figure, ...]
    rate: Interval | None = None
    """Then the total is this many percent of the only part."""
    complete: bool = True
    """Whether the parts of a sum are all there are."""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All that it binds."""
        return self.total, *self.parts

    def narrowed(self, ranges: Mapping[Quantity, Interval]) -> Iterator[tuple[Quantity, Interval]]:
        """What each of its quantities may be as far as the others say."""
        total, parts = ranges[self.total], [ranges[part] for part in self.parts]
        if self.rate is not None:
            yield self.total, parts[0] * self.rate.scaled(Decimal("0.01"))
            if self.rate.low:
                yield self.parts[0], (total / self.rate).scaled(Decimal(100))
            return
        rest = Interval.point(Decimal(0)) if self.complete else _ANYTHING
        yield self.total, sum_of([*parts, rest])
        for index, part in enumerate(self.parts):
            yield part, total - sum_of([*parts[:index], *parts[index + 1 :], rest])


def impossible_together(ledger: Ledger, sums: Iterable[Sum], rates: Iterable[Tried]) -> Iterator[tuple[Figure, ...]]:
    """Figures of sums and rates that are each possible and cannot all be right: the fewest that exclude one another."""
    equations = [*map(_of_sum, sums), *_of_rates(ledger, rates)]
    for linked in _linked(equations, ledger):
        left = linked
        while not _is_possible(left, ledger):
            culprits = _fewest(left, ledger)
            yield tuple(dict.fromkeys(figure for equation in culprits for figure in equation.figures))
            left = [equation for equation in left if equation not in culprits]


def _of_sum(found: Sum) -> Equation:
    parts = tuple(quantity_of(part) for part in found.parts)
    return Equation(quantity_of(found.total), parts, found.figures, complete=found.complete)


def _of_rates(ledger: Ledger, rates: Iterable[Tried]) -> Iterator[Equation]:
    """The rates of a published and stated base; what they count may be unpublished."""
    for rate in (tried.rate for tried in rates):
        below = ledger.beside(rate, rate.base.id) if rate.base else None
        if below and len(rate.indicator.numerators) == 1 and value_of(below).kind is Kind.COUNT:
            above = ledger.beside(rate, rate.indicator.numerators[0])
            figures = (rate, *((above,) if above else ()), below)
            total = quantity_of(above) if above else (quantity_of(rate)[0], rate.indicator.numerators[0])
            yield Equation(total, (quantity_of(below),), figures, value_of(rate).unrounded)


def _linked(equations: Sequence[Equation], ledger: Ledger) -> list[list[Equation]]:
    """The equations in groups that share a quantity which is not exactly known; alone, each is judged elsewhere."""
    groups: list[tuple[set[Quantity], list[Equation]]] = []
    for equation in equations:
        if ledger.exact.issuperset(equation.quantities):
            continue
        open_ones = {*equation.quantities} - ledger.exact
        joined = [group for group in groups if group[0] & open_ones]
        groups = [group for group in groups if group not in joined]
        together = [other for _, members in joined for other in members]
        groups.append((open_ones.union(*(quantities for quantities, _ in joined)), [*together, equation]))
    return [members for _, members in groups if len(members) > 1]


def _is_possible(equations: Sequence[Equation], ledger: Ledger) -> bool:
    """Whether no quantity is left without a number it may be."""
    quantities = dict.fromkeys(quantity for equation in equations for quantity in equation.quantities)
    ranges = {quantity: _range(quantity, ledger) for quantity in quantities}
    for _ in range(ROUNDS):
        before = dict(ranges)
        for equation in equations:
            for quantity, said in equation.narrowed(ranges):
                if not ranges[quantity].intersects(said):
                    return False
                found = ranges[quantity].narrowed(said)
                whole = found.whole if _is_whole(quantity, ledger) else found
                if whole is None:
                    return False
                ranges[quantity] = whole
        if ranges == before:
            return True
    return True


def _range(quantity: Quantity, ledger: Ledger) -> Interval:
    figure = ledger.figure_of(quantity)
    return value_of(figure).unrounded if figure else _ANYTHING


def _is_whole(quantity: Quantity, ledger: Ledger) -> bool:
    figure = ledger.figure_of(quantity)
    if figure:
        return value_of(figure).kind in _WHOLE_NUMBERS
    return ledger.catalogue.indicators[quantity[1]].kind is Kind.COUNT


def _fewest(equations: list[Equation], ledger: Ledger) -> list[Equation]:
    """Equations that are impossible together, and possible without any one of them."""
    needed = list(equations)
    for equation in equations:
        without = [other for other in needed if other is not equation]
        if not _is_possible(without, ledger):
            needed = without
    return needed
