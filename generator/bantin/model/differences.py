"""Changes that a source prints beside a figure («tăng 13 bậc so với năm 2023»), as far as they are certainly
understood."""

from dataclasses import dataclass
from decimal import Decimal

from bantin.model.intervals import Interval, sum_of
from bantin.model.periods import Period, Stretch
from bantin.model.values import Kind, Value

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a figure differs from that of another period, as published."""

    amount: Value
    grows: bool
    """Whether the number of the figure is greater than that of the other period: that of a rank that rises is not."""
    stretch: Stretch
    year: int
    """Of which period it speaks."""

    def is_from(self, period: Period) -> bool:
        """Whether it is the difference from that period."""
        return (period.stretch, period.year) == (self.stretch, self.year)

    def agrees(self, before: Value, now: Value) -> bool | None:
        """Whether the two values may differ so; None where they do not measure one thing."""
        if before.kind is not now.kind or None in (before.number, now.number):
            return None
        if before.of and now.of and before.of != now.of:  # ranks among other units, scores out of another maximum
            return None
        less, more = (before, now) if self.grows else (now, before)
        if self.amount.kind is Kind.PERCENT:
            return self._times(before.unrounded).intersects(now.unrounded)
        return sum_of((less.unrounded, self.amount.unrounded)).intersects(more.unrounded)

    def _times(self, whole: Interval) -> Interval:
        """All numbers that are so many percent more, or less, than the whole."""
        share = self.amount.unrounded
        low, high = share.low or Decimal(0), share.high
        if not self.grows:
            low, high = -(share.high if share.high is not None else _HUNDRED), -low
        least = whole.scaled(max(Decimal(0), 1 + low / _HUNDRED)).low
        most = None if high is None else whole.scaled(max(Decimal(0), 1 + high / _HUNDRED)).high
        return Interval(least, most)
