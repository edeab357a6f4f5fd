"""The dossier's arithmetic: what follows from published counts and rates, and is not published itself.

A number is computed from figures of one slice and time alone, never from one in doubt, and to no more digits than they
carry; what words like «gần» leave open stays open.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator
from bantin.model.intervals import Interval
from bantin.model.ledger import Ledger, value_of
from bantin.model.reports import Figure
from bantin.model.values import Bound, Kind, Value
from bantin.vietnamese import lower_first, number

_PLACES = (Decimal("0.01"), Decimal("0.1"), Decimal(1))
_NONE, _ALL = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Derived:
    """A number this site computed, and how."""

    number: Decimal
    kind: Kind
    unit: str
    of: Value
    """What it was computed from …"""
    base: Value | None = None
    """… and of which whole; k/n says it by itself."""
    whole: Indicator | None = None
    """What the base counts."""
    about: bool = False
    """Whether rounded figures leave it open within the printed digits."""

    @property
    def text(self) -> str:
        """«1.096 hồ sơ», «55,88%», «khoảng 99%»."""
        unit = "%" if self.kind is Kind.PERCENT else f" {self.unit}"
        return f"{'khoảng ' if self.about else ''}{number(self.number)}{unit}"

    @property
    def how(self) -> str:
        """The formula with its numbers and its base in words: «90,58% của 1.210 (hồ sơ tiếp nhận)», «19/34»."""
        if not self.base or not self.whole:
            return self.of.text
        joint = "của" if self.of.kind is Kind.PERCENT else "trên"
        return f"{self.of.text} {joint} {self.base.text} ({lower_first(self.whole.label)})"


def derived(figure: Figure, ledger: Ledger, *, doubted: Collection[Figure]) -> Derived | None:
    """What a figure says besides, where the source does not say it and none of what it rests on is in doubt."""
    if figure.variant > 1 or figure in doubted:
        return None
    value = value_of(figure)
    if value.kind is Kind.RATIO:
        return _fraction(figure) if not _is_rate_published(figure, ledger) else None
    if value.kind is Kind.PERCENT:
        return _count(figure, ledger, doubted=doubted)
    return _share(figure, ledger, doubted=doubted) if value.kind is Kind.COUNT else None


def _fraction(figure: Figure) -> Derived | None:
    """What k/n is in percent; nothing for n/n and 0/n, which need no computing."""
    value = value_of(figure)
    share = value.percent_of_whole
    if share is None or value.bound is not Bound.EXACT:
        return None
    found = _rounded(share)
    return Derived(found, Kind.PERCENT, "%", value) if _NONE < found < _ALL else None


def _count(rate: Figure, ledger: Ledger, *, doubted: Collection[Figure]) -> Derived | None:
    """How many of its base a rate stands for, when exactly one whole number can be printed as that rate."""
    base, possible = base_beside(rate, ledger), possible_counts(rate, ledger)
    published = any(ledger.beside(rate, id) for id in rate.indicator.numerators)
    if not base or base in doubted or published or possible is None or len(possible) != 1:
        return None
    count, whole = Decimal(possible[0]), value_of(base)
    if not _NONE < count < (whole.number or _NONE):
        return None
    return Derived(count, Kind.COUNT, base.indicator.unit, value_of(rate), whole, base.indicator)


def _share(part: Figure, ledger: Ledger, *, doubted: Collection[Figure]) -> Derived | None:
    """The one rate that a count is the numerator of, on the first of the bases that it may have.

    On another it would be true, and read as what it is not: 866 on time of 1.049 received leaves nobody late.
    """
    rate = rate_made_of(part.indicator, ledger.catalogue)
    base = ledger.beside(part, rate.bases[0]) if rate and rate.bases else None
    if not base or base in doubted or _is_rate_published(part, ledger) or value_of(base).kind is not Kind.COUNT:
        return None
    above, below = value_of(part), value_of(base)
    if above.bound is not Bound.EXACT or below.bound is not Bound.EXACT or not below.number:
        return None
    found = _to_the_digits(above.unrounded, below.unrounded)
    return Derived(found[0], Kind.PERCENT, "%", above, below, base.indicator, found[1]) if found else None


def rate_made_of(count: Indicator, catalogue: Catalogue) -> Indicator | None:
    """The rate that a count makes over its base; None where no rate counts it first of all, or where several do.

    Several are where one name may mean two things («đúng hạn», with or without «trước hạn»): then nothing is computed.
    """
    found = [rate for rate in catalogue.rates_of.get(count.id, ()) if rate.numerators[0] == count.id]
    return found[0] if len(found) == 1 else None


def _is_rate_published(count: Figure, ledger: Ledger) -> bool:
    return bool(ledger.rates_of(count, count.indicator.id))


def _to_the_digits(above: Interval, below: Interval) -> tuple[Decimal, bool] | None:
    """A share in percent to as many digits as both intervals leave no doubt of, and whether that is only about it.

    None where not even the whole percent is certain, and where rounding would make a part none or all.
    """
    share = (above / below).scaled(_ALL)
    if share.low is None or share.high is None or share.low > _ALL:
        return None
    exact = above.low == above.high and below.low == below.high
    for place in _PLACES:
        low, high = (end.quantize(place, ROUND_HALF_UP) for end in (share.low, share.high))
        if low == high or exact:
            return (low, not exact) if _NONE < low < _ALL else None
    return None


def base_beside(rate: Figure, ledger: Ledger) -> Figure | None:
    """The whole count, published beside a rate, on which the rate was stated; None where there is none."""
    base = ledger.beside(rate, rate.base.id) if rate.base else None
    if not base or value_of(base).kind is not Kind.COUNT or value_of(base).whole is None:
        return None
    return base


def possible_counts(rate: Figure, ledger: Ledger) -> list[int] | None:
    """The whole numbers, at most three, that may be printed as the rate of its base, rounded or cut off.

    None where that is not known: the rate or its base is not exact, or not published.
    """
    base, share = base_beside(rate, ledger), value_of(rate)
    whole = value_of(base).number if base else None
    if whole is None or share.kind is not Kind.PERCENT or share.bound is not Bound.EXACT:
        return None
    span = share.unrounded.scaled(whole / 100)
    if span.low is None or span.high is None:
        return None
    first, last = (span.low.to_integral_value(ROUND_CEILING), span.high.to_integral_value(ROUND_FLOOR))
    return [n for n in range(int(first), min(int(last), int(first) + 2) + 1) if span.contains(Decimal(n))]


def swapped_digits(count: Decimal) -> Iterator[Decimal]:
    """The numbers that one exchange of two neighbouring digits makes of a whole number."""
    digits = str(count)
    for index in range(len(digits) - 1):
        swapped = f"{digits[:index]}{digits[index + 1]}{digits[index]}{digits[index + 2 :]}"
        if swapped != digits and swapped[0] != "0":
            yield Decimal(swapped)


def percent(share: Fraction) -> str:
    """A share in percent with two decimals, rounded half up: «55,88%»."""
    return f"{number(_rounded(share))}%"


def _rounded(share: Fraction) -> Decimal:
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_PLACES[0], ROUND_HALF_UP)
