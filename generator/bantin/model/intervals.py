"""Intervals of numbers: what a printed value allows, and what may be said of two of them.

Comparisons answer True, False or None, which is «not known».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import Self

# Quotients are rounded outwards, so that an interval never loses a number it should hold. Sums and products of printed
# numbers are exact: a number has 15 digits at most, a scale 12 zeros.
DOWN, UP = Context(prec=40, rounding=ROUND_FLOOR), Context(prec=40, rounding=ROUND_CEILING)
EXACTLY = Context(prec=60)
_INFINITY = Decimal("Infinity")


@dataclass(unsafe_hash=True, slots=True)  # nobody changes one, but to forbid it would take four times as long
class Interval:
    """All numbers between two ends; an end that is None is unbounded, an open one is not itself included."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, number: Decimal) -> Self:
        """The interval of one number."""
        return cls(number, number)

    # An end as (number, how far it lies inside): tuples compare as ends do.
    def start(self) -> tuple[Decimal, bool]:
        return (-_INFINITY, False) if self.low is None else (self.low, self.low_open)

    def end(self) -> tuple[Decimal, bool]:
        return (_INFINITY, True) if self.high is None else (self.high, not self.high_open)

    def contains(self, number: Decimal | Fraction) -> bool:
        """Whether the number lies here."""
        (low, low_open), (high, high_closed) = self.start(), self.end()
        return (low < number or (low == number and not low_open)) and (
            number < high or (number == high and high_closed)
        )

    def is_below(self, other: Self) -> bool | None:
        """True: every number here is less than every number there. False: none is. None: not known."""
        (low, _), (high, high_closed) = self.start(), self.end()
        (other_low, other_low_open), (other_high, _) = other.start(), other.end()
        if high < other_low or (high == other_low and (other_low_open or not high_closed)):
            return True
        return False if low >= other_high else None

    def is_above(self, other: Self) -> bool | None:
        """True: every number here is greater than every number there. False: none is. None: not known."""
        return other.is_below(self)

    def within(self, other: Self) -> bool | None:
        """True: every number here lies there. False: none does. None: not known."""
        if self.start() >= other.start() and self.end() <= other.end():
            return True
        return None if self.intersects(other) else False

    def intersects(self, other: Self) -> bool:
        """Whether one number lies in both."""
        return not self.is_below(other) and not self.is_above(other)

    def narrowed(self, other: Self) -> Self:
        """The numbers that lie in both, which must intersect."""
        low, high = max(self, other, key=type(self).start), min(self, other, key=type(self).end)
        return type(self)(low.low, high.high, low.low_open, high.high_open)

    def scaled(self, factor: Decimal) -> Self:
        """Every number here times the factor, which must not be negative."""
        if not factor:
            return type(self).point(Decimal(0))
        low = None if self.low is None else EXACTLY.multiply(self.low, factor)
        high = None if self.high is None else EXACTLY.multiply(self.high, factor)
        return type(self)(low, high, self.low_open, self.high_open)

    def __sub__(self, other: Self) -> Self:
        """Every difference of a number here and a number there."""
        low = None if self.low is None or other.high is None else EXACTLY.subtract(self.low, other.high)
        high = None if self.high is None or other.low is None else EXACTLY.subtract(self.high, other.low)
        low_open, high_open = self.low_open or other.high_open, self.high_open or other.low_open
        return type(self)(low, high, low is not None and low_open, high is not None and high_open)

    def __mul__(self, other: Self) -> Self:
        """Every product of two numbers, none of which may be negative."""
        low = DOWN.multiply(self.low or Decimal(0), other.low or Decimal(0))
        high = None if self.high is None or other.high is None else UP.multiply(self.high, other.high)
        low_open, high_open = self.low_open or other.low_open, self.high_open or other.high_open
        return type(self)(low, high, low > 0 and low_open, high is not None and high > 0 and high_open)

    @property
    def whole(self) -> Self | None:
        """The interval between the least and the greatest whole number here; None where there is none."""
        low, high = self.low, self.high
        if low is not None:
            first = low.to_integral_value(ROUND_CEILING)
            low = first + 1 if self.low_open and first == low else first
        if high is not None:
            last = high.to_integral_value(ROUND_FLOOR)
            high = last - 1 if self.high_open and last == high else last
        return None if low is not None and high is not None and low > high else type(self)(low, high)

    def __truediv__(self, whole: Self) -> Self:
        """Every k/n with k ≥ 0 here and n > 0 there: a rate. A share of nothing may be anything."""
        if self.low is None or self.low < 0 or (whole.high is not None and whole.high <= 0):
            return type(self)()
        low, low_open = Decimal(0), self.low_open or self.low > 0
        if whole.high is not None:
            low, low_open = DOWN.divide(self.low, whole.high), self.low_open or (whole.high_open and self.low > 0)
        if self.high is None or (self.high > 0 and (whole.low is None or whole.low <= 0)):
            return type(self)(low, None, low_open)
        if self.high == 0 or whole.low is None:
            return type(self)(low, Decimal(0), low_open, self.high_open)
        return type(self)(low, UP.divide(self.high, whole.low), low_open, self.high_open or whole.low_open)


def sum_of(intervals: Iterable[Interval]) -> Interval:
    """Every sum of one number from each; zero for none."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    low_open = high_open = False
    for interval in intervals:
        low = None if low is None or interval.low is None else EXACTLY.add(low, interval.low)
        high = None if high is None or interval.high is None else EXACTLY.add(high, interval.high)
        low_open, high_open = low_open or interval.low_open, high_open or interval.high_open
    return Interval(low, high, low is not None and low_open, high is not None and high_open)
