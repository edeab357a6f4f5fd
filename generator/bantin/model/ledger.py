"""The figures of one report, found by what they count, and the sums that they make.

Everything works on intervals. A part that was not published is never taken for zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import slice_id
from bantin.model.intervals import sum_of
from bantin.model.reports import Figure, Report
from bantin.model.values import Bound, Kind, Value
from bantin.vietnamese import number

ADDABLE = (Kind.COUNT, Kind.RATIO, Kind.MONEY, Kind.PERCENT)


@dataclass(frozen=True, slots=True)
class Sum:
    """A published total and the published parts that its definition, or part of it, consists of."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool
    """Whether the parts are all there are."""

    @property
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
    def formula(self) -> str:
        """«543 + 506 = 1.049»."""
        values = [value_of(part) for part in self.parts]
        terms = " + ".join(value.text.split("/")[0] if value.kind is Kind.RATIO else value.text for value in values)
        exact = [value.number for value in values if value.number is not None and value.bound is Bound.EXACT]
        result = number(sum(exact, Decimal(0))) if len(exact) == len(values) else "?"
        return f"{terms} = {result}{'%' if values[0].kind is Kind.PERCENT else ''}"


Part = tuple[str, str]
"""What part of the work a figure counts: the id of its slice and, where it speaks of another time than its report, of
that time."""


class Ledger:
    """The figures of one report, found by what they count; of several variants the first."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._figures: dict[Part, dict[str, Figure]] = {}
        self._split: dict[tuple[Part, str], dict[str, list[Figure]]] = {}
        for figure in report.figures:
            if isinstance(figure.value, Value) and figure.variant == 1:
                self._figures.setdefault(_part(figure, figure.slice.id), {})[figure.indicator.id] = figure
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
        return self._figures.get(_part(figure, figure.slice.id), {}).get(indicator)

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
        if kind in (Kind.COUNT, Kind.RATIO, Kind.MONEY):
            yield from self._over_scopes(total)
            yield from self._over_breakdowns(total, split or {})

    def _by_definition(self, total: Figure) -> Iterator[Sum]:
        candidates = []
        for definition in total.indicator.sums:
            parts = [part for id in definition if (part := self.beside(total, id))]
            alike = value_of(total).kind is not Kind.PERCENT or all(part.base == parts[0].base for part in parts)
            if parts and alike:
                candidates.append(Sum(total, tuple(parts), complete=len(parts) == len(definition)))
        # All definitions whose parts were published; where none is whole, the one that uses most speaks for all.
        complete = [candidate for candidate in candidates if candidate.complete]
        most = max(candidates, key=lambda candidate: len(candidate.parts), default=None)
        yield from complete or ([most] if most else ())

    def _over_scopes(self, total: Figure) -> Iterator[Sum]:
        slices = [slice_id(self.catalogue.scopes[id], total.slice.members) for id in total.slice.scope.parts]
        found = [self._figures.get(_part(total, id), {}).get(total.indicator.id) for id in slices]
        if parts := tuple(part for part in found if part):
            yield Sum(total, parts, complete=len(parts) == len(slices))

    def _over_breakdowns(self, total: Figure, split: dict[str, list[Figure]]) -> Iterator[Sum]:
        for breakdown in self.catalogue.breakdowns:
            if parts := tuple(split.get(breakdown.id, ())):
                yield Sum(total, parts, complete=breakdown.complete and len(parts) == len(breakdown.members))


def value_of(figure: Figure) -> Value:
    """The value of a figure that is known to have one."""
    if not isinstance(figure.value, Value):
        raise TypeError(f"{figure.id} has no value")
    return figure.value


def _part(figure: Figure, part: str) -> Part:
    return part, figure.as_of.slug if figure.as_of else ""
