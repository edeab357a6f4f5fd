"""Changes as they were printed («tăng 1.210 hồ sơ so với cùng kỳ»), as far as they are certainly understood.

What has two readings is printed and never compared: «tăng 10%» of a rate, «tăng 2 điểm» of one, a change that does not
say from when.
"""

import re

from bantin.model import Difference, Indicator, Kind, Period, Shape, Stretch, Value, are_as_long, next_week
from bantin.reading.numbers import parse
from bantin.reading.times import parse_as_of
from bantin.vietnamese import normalise, slug

_CHANGE = re.compile(r"(tăng|giảm)(?: thêm)? (.*?[0-9][0-9.,]*) ?(%|[^0-9%]*?),? \(?so với (.+?)\)?")
_RANKS = ("bac", "hang", "thu-hang")
_OF_POINTS = ("điểm phần trăm", "điểm %")
_YEAR_BEFORE = ("cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm ngoái")
_BEFORE = {"năm trước": Shape.YEAR, "năm ngoái": Shape.YEAR, "quý trước": Shape.QUARTER, "tháng trước": Shape.MONTH}
_BEFORE |= {"tuần trước": Shape.WEEK}
_CALENDAR = {Shape.YEAR: 1, Shape.QUARTER: 4, Shape.MONTH: 12}
_SAME_STRETCH = re.compile(r"cùng kỳ(?: năm)? ([0-9]{4})")


def difference_of(text: str, indicator: Indicator, time: Period) -> Difference | None:
    """The difference that a printed change of a figure of that time certainly states; None where it may mean more."""
    match = _CHANGE.fullmatch(" ".join(normalise(text).lower().split()))
    amount = _amount(match[2], match[3], indicator) if match else None
    before = _before(match[4], time) if match else None
    if not match or not amount or not before:
        return None
    rises = match[1] == "tăng"
    return Difference(amount, rises is not (indicator.kind is Kind.RANK), *before)


def _amount(number: str, unit: str, indicator: Indicator) -> Value | None:
    """By how much, in the indicator's own measure or in percent of what it was."""
    kind = indicator.kind
    if kind is Kind.RANK:
        return _value(number, Kind.COUNT) if slug(unit) in _RANKS else None
    if kind is Kind.PERCENT:
        return _value(f"{number} điểm", Kind.SCORE) if unit in _OF_POINTS else None
    if kind is Kind.SCORE:
        return _value(f"{number} điểm", Kind.SCORE) if unit == "điểm" else None
    if kind is Kind.COUNT and unit == "%":
        return _value(f"{number}%", Kind.PERCENT)
    return _value(number, Kind.COUNT) if kind is Kind.COUNT and slug(unit) == slug(indicator.unit) else None


def _value(text: str, kind: Kind) -> Value | None:
    value = parse(text, kind)
    return value if isinstance(value, Value) and value.kind is kind else None


def _before(words: str, time: Period) -> tuple[Stretch, int] | None:
    """The stretch and the year of the period that a change is from; None unless it is as long as the figure's own."""
    if time.shape in (Shape.SINCE, Shape.SOME_MONTHS):
        return None
    if words in _YEAR_BEFORE:
        return time.stretch, time.year - 1
    if match := _SAME_STRETCH.fullmatch(words):
        return time.stretch, int(match[1])
    if words in _BEFORE:
        return _the_one_before(time) if _BEFORE[words] is time.shape else None
    named = parse_as_of(f"trong {words}") or parse_as_of(words)
    if not named or named.shape is not time.shape or not are_as_long(named, time):
        return None
    return named.stretch, named.year


def _the_one_before(time: Period) -> tuple[Stretch, int]:
    """The year, quarter, month or week before one."""
    if time.shape is Shape.YEAR:
        return time.stretch, time.year - 1
    if time.shape is Shape.WEEK:
        year, week = next_week(time.year, *time.part, by=-1)
        return (time.shape, (week,)), year
    year, index = divmod(time.year * _CALENDAR[time.shape] + sum(time.part) - 2, _CALENDAR[time.shape])
    return (time.shape, (index + 1,)), year
