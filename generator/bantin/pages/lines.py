"""The geometry of lines through time: where each figure lies, and which neighbours are joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bantin.pages.charts import length
from bantin.vietnamese import listed, upper_first

_WHOLE = Decimal(100)


class Opening(StrEnum):
    """To which side the true number may lie of the one that was printed; the value is the class of the mark."""

    NONE = ""
    EITHER = "khoang"
    UP = "tro-len"
    DOWN = "tro-xuong"


@dataclass(frozen=True, slots=True)
class Moment:
    """What was published of one period, or nothing."""

    when: str
    """The period: «2023», «6 tháng đầu năm 2023»."""
    text: str = ""
    number: Decimal | None = None
    """None where nothing was published, or nothing that lies at one place."""
    opening: Opening = Opening.NONE
    begins_anew: str = ""
    """Why it does not go on from what lies before it: «đơn vị khác», «cách tính khác»; «» where it does."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the drawing."""

    x: str
    y: str
    opening: Opening
    said: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A line of history."""

    title: str
    marks: tuple[Mark, ...]
    strokes: tuple[tuple[Mark, Mark], ...]
    breaks: tuple[tuple[str, str], ...]
    """Where a line begins anew, and why."""
    first: Moment
    last: Moment
    scale: str
    """From where to where the drawing reaches, in words."""
    extremes: str
    """The highest and the lowest, in words; «» where that is not known."""
    kind: str = "lines"


def lines(title: str, moments: Sequence[Moment], *, of_hundred: bool) -> Lines | None:
    """A line through moments that stand as far from each other as in the list; None without two numbers.

    Only neighbours that both lie at their number, or about it, are joined. The scale begins at 0, and ends at 100 where
    the numbers are shares, else at the largest.
    """
    found = [moment for moment in moments if moment.number is not None]
    if len(found) < 2:
        return None
    most = max(map(_number, found)) or Decimal(1)
    is_share = of_hundred and most <= _WHOLE
    most = _WHOLE if is_share else most
    step = _WHOLE / (len(moments) - 1)
    marks = {at: _mark(one, step * at, most) for at, one in enumerate(moments) if one.number is not None}
    breaks = tuple((length(step * at - step / 2), one.begins_anew) for at, one in enumerate(moments) if one.begins_anew)
    return Lines(
        title,
        tuple(marks.values()),
        tuple(
            (marks[two - 1], marks[two]) for two, one in enumerate(moments) if two and _goes_on(moments[two - 1], one)
        ),
        breaks,
        found[0],
        found[-1],
        "Thang từ 0 đến 100%" if is_share else "Thang bắt đầu từ 0",
        extremes(found),
    )


def extremes(moments: Sequence[Moment]) -> str:
    """«Cao nhất: 97,6% (năm 2023); thấp nhất: 85,2% (năm 2019).»; nothing where a number may be another one."""
    least, most = (_number(found(moments, key=_number)) for found in (min, max))
    if any(moment.opening for moment in moments):
        return ""
    if least == most:
        return "Các kỳ bằng nhau."
    return f"Cao nhất: {_named(moments, most)}; thấp nhất: {_named(moments, least)}."


def _named(moments: Sequence[Moment], number: Decimal) -> str:
    there = [moment for moment in moments if moment.number == number]
    return f"{there[0].text} ({listed(moment.when for moment in there)})"


def _mark(moment: Moment, x: Decimal, most: Decimal) -> Mark:
    y = _WHOLE - _number(moment) * _WHOLE / most
    return Mark(length(x), length(y), moment.opening, f"{upper_first(moment.when)}: {moment.text}")


def _goes_on(before: Moment, moment: Moment) -> bool:
    lie = all(one.number is not None and one.opening in (Opening.NONE, Opening.EITHER) for one in (before, moment))
    return lie and not moment.begins_anew


def _number(moment: Moment) -> Decimal:
    return moment.number or Decimal(0)
