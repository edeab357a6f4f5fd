"""The figures of one report, found by what they count, and the sums that they make.

Everything works on intervals. A part that was not published is never taken for zero.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Breakdown, Indicator, Member, slice_id
from bantin.model.intervals import Interval, sum_of
from bantin.model.reports import Figure, Report
from bantin.model.values import Kind, Value
from bantin.model.ways import Ids

COUNTED = (Kind.COUNT, Kind.RATIO, Kind.MONEY)
ADDABLE = (*COUNTED, Kind.PERCENT, Kind.SCORE)


@dataclass(frozen=True)
class Sum:
    """A published total and the published parts that its definition, or part of it, consists of."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool
    """Whether the parts are all there are."""

    @cached_property
    def agrees(self) -> bool:
        """False when the parts exceed the total or, where they are all there are, fall short of it."""
        if (excess := self.excess) is not None:
            return excess == 0 if self.complete else excess <= 0
        of_parts = sum_of(value_of(part).unrounded for part in self.parts)
        total = value_of(self.total).unrounded
        return not of_parts.is_above(total) and not (self.complete and of_parts.is_below(total))

    @property
    def excess(self) -> Decimal | None:
        """By how much the parts exceed the total; None where words or rounding leave that open."""
        total = value_of(self.total).whole
        if total is None:
            return None
        excess = -total
        for part in self.parts:
            count = value_of(part).whole
            if count is None:
                return None
            excess += count
        return excess

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The total, then its parts."""
        return self.total, *self.parts


Part = tuple[str, str]
"""What part of the work a figure counts: the id of its slice and, where it speaks of another time than its report, of
that time."""


Quantity = tuple[Part, str]
"""What a figure counts: the part of the work, and the id of the indicator."""


class Folio(dict[str, Figure]):
    """The figures of one part of the work, by the ids of what they count."""

    @cached_property
    def known(self) -> Ids:
        """The indicators of which something is published here, be it only a rate that says what share they are."""
        return Ids(self).union(*(figure.indicator.numerators for figure in self.values() if figure.is_percent))

    @cached_property
    def addable(self) -> Ids:
        """The indicators that can be added to one another, rates on one base among them."""
        return Ids(id for id, figure in self.items() if value_of(figure).kind in ADDABLE)

    def counted_towards(self, total: Figure) -> Ids:
        """The indicators that can be added to one another beside a total: counts, scores, and rates on its base."""
        if value_of(total).kind is not Kind.PERCENT:
            return self.addable
        bases = {id: self[id].base for id in self.addable}
        return Ids(id for id, base in bases.items() if base is not None and base == total.base)


_NOTHING = Folio()


class Ledger:
    """The figures of one report, found by what they count; of several variants the first."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        self.report, self.catalogue = report, catalogue
        self._figures: dict[Part, Folio] = {}
        self._split: dict[tuple[Part, str], dict[str, list[Figure]]] = {}
        for figure in report.figures:
            if isinstance(figure.value, Value) and figure.variant == 1:
                part = _part(figure, figure.slice.id)
                if part not in self._figures:
                    self._figures[part] = Folio()
                self._figures[part][figure.indicator.id] = figure
                if figure.slice.members:
                    *others, last = figure.slice.members
                    whole = _part(figure, slice_id(figure.slice.scope, others)), figure.indicator.id
                    self._split.setdefault(whole, {}).setdefault(last.breakdown, []).append(figure)

    def __iter__(self) -> Iterator[Figure]:
        return (figure for figures in self._figures.values() for figure in figures.values())

    @cached_property
    def percents(self) -> tuple[Figure, ...]:
        """The rates."""
        return tuple(figure for figure in self if value_of(figure).kind is Kind.PERCENT)

    def beside(self, figure: Figure, indicator: str) -> Figure | None:
        """The figure of the same time and slice that counts another indicator."""
        return self._folio(figure).get(indicator)

    def _folio(self, figure: Figure) -> Folio:
        return self._figures.get(_part(figure, figure.slice.id), _NOTHING)

    def figure_of(self, quantity: Quantity) -> Figure | None:
        """The figure that counts a quantity, where one is published."""
        part, indicator = quantity
        return self._figures.get(part, _NOTHING).get(indicator)

    @cached_property
    def exact(self) -> frozenset[Quantity]:
        """The quantities that are published as whole numbers, neither rounded nor in words."""
        everywhere = ((part, id, figure) for part, figures in self._figures.items() for id, figure in figures.items())
        return frozenset((part, id) for part, id, figure in everywhere if value_of(figure).whole is not None)

    def of_slice(self, figure: Figure) -> Iterable[Figure]:
        """All figures of the same time and slice, itself among them."""
        return self._folio(figure).values()

    def rates_by_base(self) -> Iterator[tuple[Indicator, list[Figure]]]:
        """The rates of each slice and time that were stated on one base, where there are several."""
        found: dict[tuple[Part, Indicator], list[Figure]] = {}
        for rate in self.percents:
            if rate.base and rate.indicator.numerators:
                found.setdefault((_part(rate, rate.slice.id), rate.base), []).append(rate)
        return ((base, rates) for (_, base), rates in found.items() if len(rates) > 1)

    def possible(self, figure: Figure, indicator: str) -> Interval:
        """What an indicator may be beside a figure, where it is not published: no less than its published parts, no
        more than a published total of which it is a part."""
        if published := self.beside(figure, indicator):
            return value_of(published).unrounded
        low = max((self._least(figure, way) for way in self.catalogue.indicators[indicator].sums), default=Decimal(0))
        totals = [f for f in self.of_slice(figure) if any(indicator in way for way in f.indicator.sums)]
        highs = [high for total in totals if (high := value_of(total).unrounded.high) is not None]
        return Interval(low, min(highs, default=None))

    def _least(self, figure: Figure, way: tuple[str, ...]) -> Decimal:
        """What the published parts of a definition come to at least."""
        parts = [part for id in way if (part := self.beside(figure, id)) and value_of(part).kind in COUNTED]
        return sum((value_of(part).unrounded.low or Decimal(0) for part in parts), Decimal(0))

    def rates_of(self, figure: Figure, numerator: str) -> tuple[Figure, ...]:
        """The rates of the same time and slice that say what share an indicator is."""
        return tuple(
            rate for rate in self.of_slice(figure) if numerator in rate.indicator.numerators and rate.is_percent
        )

    def known_beside(self, figure: Figure) -> Ids:
        """The indicators of which something of the same time and slice is published, be it only as a rate."""
        return self._folio(figure).known

    @cached_property
    def sums(self) -> dict[Figure, tuple[Sum, ...]]:
        """Every figure that is a total, with its sums: by definition, over scopes and over breakdowns."""
        found = {}
        for part, figures in self._figures.items():
            for id, total in figures.items():
                split = self._split.get((part, id))
                defined = total.indicator.sums and len(figures) > 1
                if (split or defined or total.slice.scope.parts) and (sums := tuple(self._sums(total, split))):
                    found[total] = sums
        return found

    def _sums(self, total: Figure, split: dict[str, list[Figure]] | None) -> Iterator[Sum]:
        kind = value_of(total).kind
        if kind in ADDABLE:
            yield from self._by_definition(total)
        if kind in COUNTED:
            yield from self._over_scopes(total)
            yield from self._over_breakdowns(total, split or {})

    def _by_definition(self, total: Figure) -> Iterator[Sum]:
        beside = self._folio(total)
        for way in self.catalogue.ways.of(total.indicator.id, beside.counted_towards(total), known=beside.known):
            yield Sum(total, tuple(beside[id] for id in way.parts), way.complete)

    def _over_scopes(self, total: Figure) -> Iterator[Sum]:
        time = self.report.time_of(total)
        scopes = [self.catalogue.scopes[id] for id in total.slice.scope.parts]
        then = [scope for scope in scopes if scope.exists_between(time.start, time.end)]
        slices = [slice_id(scope, total.slice.members) for scope in then]
        found = [self.figure_of((_part(total, id), total.indicator.id)) for id in slices]
        if parts := tuple(part for part in found if part):
            yield Sum(total, parts, complete=len(parts) == len(slices))

    def _over_breakdowns(self, total: Figure, split: dict[str, list[Figure]]) -> Iterator[Sum]:
        """Only members of a partition are added; those of other breakdowns may overlap, and each is a part alone."""
        for breakdown in self.catalogue.breakdowns:
            parts = tuple(split.get(breakdown.id, ()))
            if parts and breakdown.complete:
                yield from _of_partition(total, parts, breakdown)
            elif not breakdown.complete:
                yield from (
                    Sum(total, (part,), complete=False) for part in parts if not part.slice.members[-1].together
                )


def _of_partition(total: Figure, parts: tuple[Figure, ...], breakdown: Breakdown) -> Iterator[Sum]:
    """The sum over a partition: no member counts twice, by itself and together with others."""
    single = [part for part in parts if not part.slice.members[-1].together]
    joined = [part for part in parts if part.slice.members[-1].together]
    if not joined:
        yield Sum(total, parts, complete={part.slice.members[-1] for part in parts} == {*breakdown.members})
        return
    ways = _apart(single, joined), _apart(_apart([], joined), single)
    fullest = max(ways, key=lambda way: sum(len(_counted(part)) for part in way))
    counted = {member for part in fullest for member in _counted(part)}
    if fullest:
        yield Sum(total, tuple(p for p in parts if p in fullest), complete=counted == set(breakdown.members))


def _apart(first: list[Figure], others: list[Figure]) -> list[Figure]:
    """Some parts, and of others those that share no member with them or with one another."""
    times = Counter(member for part in others for member in _counted(part))
    taken = {member for part in first for member in _counted(part)}
    free = {member for member, found in times.items() if found == 1} - taken
    return [*first, *(part for part in others if free.issuperset(_counted(part)))]


def _counted(part: Figure) -> tuple[Member, ...]:
    return part.slice.members[-1].single


def value_of(figure: Figure) -> Value:
    """The value of a figure that is known to have one."""
    if not isinstance(figure.value, Value):
        raise TypeError(f"{figure.id} has no value")
    return figure.value


def quantity_of(figure: Figure) -> Quantity:
    """What a figure counts."""
    return _part(figure, figure.slice.id), figure.indicator.id


def _part(figure: Figure, part: str) -> Part:
    return part, figure.as_of.slug if figure.as_of else ""
