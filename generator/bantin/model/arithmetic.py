"""The dossier's arithmetic: what follows from published counts and rates.

A rate is confronted only with the base it was stated on; what words like «gần» leave open stays open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction

from bantin.model.ledger import Ledger, value_of
from bantin.model.reports import Figure
from bantin.model.values import Bound, Kind, Value
from bantin.vietnamese import number

_CENT = Decimal("0.01")


class Operation(Enum):
    """How a number was computed; the value is the sign between its terms."""

    TIMES = " × "
    OVER = " / "


@dataclass(frozen=True, slots=True)
class Derived:
    """A number this site computed, and how."""

    number: Decimal
    kind: Kind
    unit: str
    terms: tuple[Value, ...]
    """What it was computed from; one term alone says by itself what is divided by what."""
    operation: Operation = Operation.OVER

    @property
    def text(self) -> str:
        """«1.096 hồ sơ», «55,88%»."""
        return f"{number(self.number)}%" if self.kind is Kind.PERCENT else f"{number(self.number)} {self.unit}"

    @property
    def how(self) -> str:
        """The formula with its numbers: «90,58% × 1.210»."""
        several = len(self.terms) > 1
        return self.operation.value.join(_count_text(term) if several else term.text for term in self.terms)


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
    return f"{number(_rounded(share))}%"


def corresponding_count(rate: Figure, ledger: Ledger) -> Derived | None:
    """How many of its base a rate stands for, when exactly one whole number can be printed as that rate."""
    base, possible = base_beside(rate, ledger), possible_counts(rate, ledger)
    if not base or not possible or len(possible) != 1:
        return None
    terms = value_of(rate), value_of(base)
    return Derived(Decimal(possible[0]), Kind.COUNT, base.indicator.unit, terms, Operation.TIMES)


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
    return Derived(_rounded(share), Kind.PERCENT, "%", (above, below))


def fraction_of(figure: Figure) -> Derived | None:
    """What k/n is in percent; nothing for n/n, which needs no computing."""
    value = value_of(figure)
    share = value.percent_of_whole
    if share is None or value.number == value.of:
        return None
    return Derived(_rounded(share), Kind.PERCENT, "%", (value,))


def _rounded(share: Fraction) -> Decimal:
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_CENT, ROUND_HALF_UP)


def _exact(value: Value) -> bool:
    return value.bound is Bound.EXACT and value.number is not None


def _count_text(value: Value) -> str:
    return number(value.number) if value.kind is Kind.RATIO and value.number is not None else value.text
