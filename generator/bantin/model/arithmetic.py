"""The dossier's arithmetic: what follows from published figures, and what contradicts them.

Everything works on intervals. A part that was not published is never taken for zero; a rate is confronted only with
the base it was stated on; what words like «gần» leave open stays open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import slice_id
from bantin.model.intervals import sum_of
from bantin.model.reports import Figure, Report
from bantin.model.values import Bound, Kind, Value
from bantin.vietnamese import number

ADDABLE = (Kind.COUNT, Kind.RATIO, Kind.MONEY, Kind.PERCENT)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Derived:
    """A number this site computed, and how."""

    text: str
    how: str
    """The formula with its numbers: «90,58% × 1.210»."""


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


def swapped_digits(count: Decimal) -> Iterator[Decimal]:
    """The numbers that one exchange of two neighbouring digits makes of a whole number."""
    digits = str(count)
    for index in range(len(digits) - 1):
        swapped = f"{digits[:index]}{digits[index + 1]}{digits[index]}{digits[index + 2 :]}"
        if swapped != digits and swapped[0] != "0":
            yield Decimal(swapped)


def stated_fraction(rate: Figure, ledger: Ledger) -> tuple[Fraction, str] | None:
    """What a rate's own exact counts make, in percent, with its formula; None when they were not published.

    The counts are a numerator printed as k/n, or a numerator and the very base that the rate was stated on.
    """
    above = ledger.beside(rate, rate.indicator.numerator) if rate.indicator.numerator else None
    if not above:
        return None
    value = value_of(above)
    if value.percent_of_whole is not None and (not rate.base or rate.base == above.indicator):
        return value.percent_of_whole, value.text
    below = ledger.beside(rate, rate.base.id) if rate.base else None
    whole = value_of(below) if below else None
    if not whole or not _exact(value) or not _exact(whole) or not whole.number or value.number is None:
        return None
    return Fraction(value.number) * 100 / Fraction(whole.number), f"{value.text} / {whole.text}"


def percent(share: Fraction) -> str:
    """A share in percent with two decimals, rounded half up: «55,88%»."""
    rounded = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_CENT, ROUND_HALF_UP)
    return f"{number(rounded)}%"


def corresponding_count(rate: Figure, ledger: Ledger) -> Derived | None:
    """How many of its base a rate stands for, when exactly one whole number can be printed as that rate."""
    base, possible = base_beside(rate, ledger), possible_counts(rate, ledger)
    if not base or not possible or len(possible) != 1:
        return None
    return Derived(f"{number(possible[0])} {base.indicator.unit}", f"{rate.text} × {base.text}")


def base_beside(rate: Figure, ledger: Ledger) -> Figure | None:
    """The whole count, published beside a rate, on which the rate was stated; None where there is none."""
    base = ledger.beside(rate, rate.base.id) if rate.base else None
    if not base or value_of(base).kind is not Kind.COUNT or not _exact(value_of(base)) or value_of(base).step != 1:
        return None
    return base


def possible_counts(rate: Figure, ledger: Ledger) -> list[int] | None:
    """The whole numbers, at most three, that may be printed as the rate of its base, rounded or cut off.

    None where that is not known: the rate or its base is not exact, or not published.
    """
    base, share = base_beside(rate, ledger), value_of(rate)
    whole = value_of(base).number if base else None
    if whole is None or share.kind is not Kind.PERCENT or not _exact(share):
        return None
    span = share.unrounded.scaled(whole / 100)
    if span.low is None or span.high is None:
        return None
    first, last = (span.low.to_integral_value(ROUND_CEILING), span.high.to_integral_value(ROUND_FLOOR))
    return [n for n in range(int(first), min(int(last), int(first) + 2) + 1) if span.contains(Decimal(n))]


def share_of(part: Figure, total: Figure) -> Derived | None:
    """What share of its total a part is, when both are exact counts."""
    above, below = value_of(part), value_of(total)
    if not _exact(above) or not _exact(below) or not below.number or above.number is None:
        return None
    if Kind.PERCENT in (above.kind, below.kind) or above.number > below.number:
        return None
    share = Fraction(above.number) * 100 / Fraction(below.number)
    return Derived(percent(share), f"{_count_text(above)} / {_count_text(below)}")


def fraction_of(figure: Figure) -> Derived | None:
    """What k/n is in percent; nothing for n/n, which needs no computing."""
    value = value_of(figure)
    share = value.percent_of_whole
    return Derived(percent(share), value.text) if share is not None and value.number != value.of else None


def _part(figure: Figure, part: str) -> Part:
    return part, figure.as_of.slug if figure.as_of else ""


def _exact(value: Value) -> bool:
    return value.bound is Bound.EXACT and value.number is not None


def _count_text(value: Value) -> str:
    return number(value.number) if value.kind is Kind.RATIO and value.number is not None else value.text
