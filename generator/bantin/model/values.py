"""What was printed, plus what it means.

A value keeps its text as it stands and gives an `Interval`; comparisons of intervals answer True, False or None, which
means «not known»."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from bantin.model.identity import Plain
from bantin.model.intervals import DOWN, UP, Interval


class Kind(StrEnum):
    """What sort of fact a value is."""

    COUNT = "count"
    PERCENT = "percent"
    RATIO = "ratio"
    RANK = "rank"
    SCORE = "score"
    MONEY = "money"
    POINTS = "points"
    GRADE = "grade"
    STATEMENT = "statement"


class Bound(StrEnum):
    """What the printed words say about the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    AT_MOST = "at-most"
    BETWEEN = "between"


class Direction(StrEnum):
    """Which numbers of an indicator are good."""

    HIGHER = "higher"
    LOWER = "lower"


class State(StrEnum):
    """Why there is no value. «Không có» is not among them: it is zero, a value."""

    NO_DATA = "chưa có số liệu"
    NOT_APPLICABLE = "không áp dụng"
    NOT_PUBLISHED = "không công bố"


_COUNTED = (Kind.COUNT, Kind.RATIO, Kind.RANK, Kind.MONEY)


@dataclass(unsafe_hash=True)  # nobody changes one, but to forbid it would take several times as long to make it
class Value(Plain):
    """What was printed, plus what it means."""

    text: str
    kind: Kind
    number: Decimal | None = None
    """None for grades and statements. Money is in đồng whatever the unit printed."""
    of: Decimal | None = None
    """n of a ratio k/n, N of a rank r/N, the highest score."""
    bound: Bound = Bound.EXACT
    step: Decimal | None = None
    """One unit of the last printed place: 1 for 1.210, 0.01 for 93,62%, 100 for «48,6 nghìn»."""
    upto: Decimal | None = None
    """The last number of a range, of which `number` is the first."""
    bare: bool = field(default=False, compare=False)  # the text, kind and indicator settle it
    """Whether the text is a number that leaves its unit to the reader: «1.210», and not «1.210 hồ sơ», «85,6 điểm»."""

    @cached_property
    def interval(self) -> Interval:
        """The numbers that the printed words allow; all numbers for a grade or statement.

        Words like «trên» give a half line, no lower than zero and no higher than the whole. How near «gần» and «khoảng»
        are is our own reading: within one unit of the last digit that is not zero, and «gần» not reached. So
        «gần 1.600» is [1.500, 1.600) and «khoảng 1.600» [1.500, 1.700]. «200 - 300» is [200, 300].
        """
        if self.bound is Bound.EXACT and self.number is not None:
            return Interval(self.number, self.number)
        return self._said.narrowed(self._possible)

    @cached_property
    def unrounded(self) -> Interval:
        """Every true number that may be printed so, whether it was rounded or cut off.

        [n - step/2, n + step) for an exact percent, score, change in points or scaled count, mirrored below zero, and
        of a range likewise at both ends. Whole counts were not rounded, and words like «trên» say how far they reach:
        for both it is `interval`.
        """
        if self.number is None or self.step is None or self.bound not in (Bound.EXACT, Bound.BETWEEN):
            return self.interval
        if self.step == 1 and self.kind in _COUNTED:
            return self.interval
        if self.number < 0:
            return Interval(self.number - self.step, self.number + self.step / 2, low_open=True)
        last = self.number if self.upto is None else self.upto
        return Interval(self.number - self.step / 2, last + self.step, high_open=True).narrowed(self._possible)

    @property
    def whole(self) -> Decimal | None:
        """The number where it is one, counted and not rounded; of k/n it is k."""
        if self.bound is not Bound.EXACT or self.step != 1 or self.kind not in _COUNTED:
            return None
        return self.number

    @property
    def is_none(self) -> bool:
        """Whether it says that there are none: exactly zero, counted and not rounded. «0/5» says more than that."""
        return self.whole == 0 and self.of is None

    @property
    def share(self) -> Interval | None:
        """What a percent or a ratio says in percent; None for other kinds."""
        return _in_percent(self, self.interval)

    @cached_property
    def percent_of_whole(self) -> Fraction | None:
        """k/n of a ratio in percent, exactly; None for other kinds."""
        if self.kind is not Kind.RATIO or self.number is None or not self.of:
            return None
        return Fraction(int(self.number) * 100, int(self.of))

    def meets(self, target: "Value", *, better: Direction | None = None) -> bool | None:
        """Whether this value meets the target; None where that is not known or the two measure different things.

        Percents and ratios are compared as shares, exactly; otherwise both must be of one kind. For `better` see the
        function `meets`.
        """
        shares = (Kind.PERCENT, Kind.RATIO)
        if self.kind in shares and target.kind in shares:
            whole, target_whole = self.of or Decimal(100), target.of or Decimal(100)
            return _meets(
                self.interval.scaled(target_whole), target._said.scaled(whole), bound=target.bound, better=better
            )
        return meets(self.interval, target, better=better) if self.kind is target.kind else None

    @property
    def is_possible(self) -> bool:
        """Whether any number is what the words say: none is «dưới 0»."""
        return self._said.intersects(self._possible)

    @property
    def _said(self) -> Interval:
        number, step = self.number, self.step
        if number is None or step is None:
            return Interval()
        last, unit = number if self.upto is None else self.upto, _last_place(number, step)
        match self.bound:
            case Bound.EXACT | Bound.BETWEEN:
                return Interval(number, last)
            case Bound.ABOUT:
                return Interval(number - unit, last + _last_place(last, step))
            case Bound.NEARLY:
                return Interval(number - unit, number, high_open=True)
            case Bound.OVER:
                return Interval(number, None, low_open=True)
            case Bound.AT_LEAST:
                return Interval(number, None)
            case Bound.UNDER:
                return Interval(None, number, high_open=True)
            case Bound.AT_MOST:
                return Interval(None, number)

    @property
    def _possible(self) -> Interval:
        return Interval() if self.number is None or self.kind is Kind.POINTS else Interval(Decimal(0), self.of)


def printed(value: Value | State) -> str:
    """What a page prints: the value as published, or the state in words."""
    return value.value if isinstance(value, State) else value.text


def is_same(one: Value | State, other: Value | State) -> bool:
    """Whether two texts say the same: «02» and «2», but not «93,6%» and «93,60%»."""
    if isinstance(one, State) or isinstance(other, State):
        return one == other
    if one.number is None or other.number is None:
        return one.text.casefold().split() == other.text.casefold().split()
    return replace(one, text="") == replace(other, text="")


def meets(value: Interval, target: Value, *, better: Direction | None = None) -> bool | None:
    """Whether a number known to lie in the interval meets the target; None where that is not known.

    The interval is in the target's measure: percent for a percent or a ratio. A target without a word like «tối thiểu»
    means «at least» only when `better` is HIGHER, «at most» when it is LOWER, and exactly this number otherwise; one
    that is a range is met from its worse end on.
    """
    goal = _in_percent(target, target._said) or target._said
    return _meets(value, goal, bound=target.bound, better=better) if target.number is not None else None


def _last_place(number: Decimal, step: Decimal) -> Decimal:
    """One unit of the last digit of a number that is not zero."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else step


def _meets(value: Interval, goal: Interval, *, bound: Bound, better: Direction | None) -> bool | None:
    if bound is Bound.BETWEEN:
        return _reaches(value, goal, better=better)
    if bound not in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY):
        return value.within(goal)
    if better:
        missed = value.is_below(goal) if better == Direction.HIGHER else value.is_above(goal)
        return None if missed is None else not missed
    same = value == goal and value.low == value.high
    return True if same else None if value.intersects(goal) else False


def _reaches(value: Interval, goal: Interval, *, better: Direction | None) -> bool | None:
    """Whether a range is reached: from its worse end on; what lies outside is not known where no end is the worse."""
    if better is None:
        return value.within(goal) or None
    return value.within(Interval(goal.low, None) if better == Direction.HIGHER else Interval(None, goal.high))


def _in_percent(value: Value, interval: Interval) -> Interval | None:
    if value.kind is not Kind.RATIO or not value.of:
        return interval if value.kind is Kind.PERCENT else None
    hundredfold = interval.scaled(Decimal(100))
    low = None if hundredfold.low is None else DOWN.divide(hundredfold.low, value.of)
    high = None if hundredfold.high is None else UP.divide(hundredfold.high, value.of)
    return Interval(low, high, interval.low_open, interval.high_open)
