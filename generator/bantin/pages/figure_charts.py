"""The chart beside a table: the figures of it that make a picture without a number that nobody published."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import ceil

from bantin.model import Bound, Figure, Kind, Ledger, Member, Period, Report, Shape, Value, value_of
from bantin.pages import charts
from bantin.pages.charts import Part, Stack
from bantin.pages.lines import Lines, Moment, Opening, lines
from bantin.vietnamese import lower_first

MOST_BARS = 12
"""More would make a long table longer, and nothing clearer."""

_PER_YEAR = {Shape.YEAR: 1, Shape.QUARTER: 4, Shape.MONTH: 12}
_DRAWN = (Kind.COUNT, Kind.PERCENT, Kind.RATIO, Kind.SCORE, Kind.MONEY)
"""What lies on a scale from 0: no ranks, of which the first is the best, and no changes, which may be below zero."""
_OPENINGS = {
    Bound.ABOUT: Opening.EITHER,
    Bound.NEARLY: Opening.EITHER,
    Bound.OVER: Opening.UP,
    Bound.AT_LEAST: Opening.UP,
    Bound.UNDER: Opening.DOWN,
    Bound.AT_MOST: Opening.DOWN,
}


def outcomes(figures: Sequence[Figure]) -> Stack | None:
    """Shares of one stated base that do not exceed it, as one bar."""
    shares = [f for f in figures if f.base and isinstance(f.value, Value) and _is_share(f.value) and f.variant == 1]
    for base, group in groupby(shares, key=lambda f: f.base):
        found = [_part(figure) for figure in group]
        total = sum((part.number for part in found), Decimal(0))
        if base and len(found) > 1 and total <= 101:
            return charts.stack(f"Phần trong số {lower_first(base.label)}", found, whole=max(Decimal(100), total))
    return None


def parts(figures: Sequence[Figure], ledger: Ledger) -> Stack | None:
    """The parts of a total that they make up, as one bar."""
    for total in figures:
        if not isinstance(total.value, Value) or total.variant > 1 or total.value.upto is not None:
            continue
        whole = total.value.number
        for found in ledger.sums.get(total, ()):
            here = all(part.slice == total.slice for part in found.parts)
            exact = all(value_of(part).bound is Bound.EXACT for part in found.parts)
            if here and exact and whole and found.complete and found.agrees and len(found.parts) > 1:
                title = f"{total.indicator.label}: {total.text}"
                return charts.stack(title, [_part(part) for part in found.parts], whole=whole)
    return None


def bars(figures: Sequence[Figure]) -> Mapping[Member, int]:
    """How long the bar in the row of each member of a breakdown is, in percent of the longest.

    The figures are those of one indicator. Nothing of a member whose figure has no one end, or is that of others too.
    """
    found = {
        figure.slice.members[0]: figure.value.number
        for figure in figures
        if isinstance(figure.value, Value)
        and figure.value.number is not None
        and figure.value.upto is None
        and not figure.slice.members[0].together
    }
    longest = max(found.values(), default=Decimal(0))
    if not 2 <= len(found) <= MOST_BARS or not longest:
        return {}
    return {member: ceil(100 * number / longest) for member, number in found.items()}


def history(figures: Sequence[tuple[Report, Figure]]) -> Lines | None:
    """A line of the figures of one measure, in order of time; None where fewer than two have a place on it.

    Only periods as long as the newest are on it, each at its own place: where nothing was published, nothing is joined.
    A report of another unit of the same path begins the line anew.
    """
    known = [(report, figure) for report, figure in figures if not (figure.as_of or _open_end(report.period))]
    if not known:
        return None
    newest = known[-1][0].period
    alike = {
        _step(report.period): (report, figure) for report, figure in known if _length(report.period) == _length(newest)
    }
    moments = [_moment(alike, step) for step in range(min(alike), max(alike) + 1)]
    value = known[-1][1].value
    is_share = isinstance(value, Value) and value.kind in (Kind.PERCENT, Kind.RATIO)
    return lines(known[-1][1].indicator.label, moments, of_hundred=is_share)


def _moment(figures: Mapping[int, tuple[Report, Figure]], step: int) -> Moment:
    if step not in figures:
        return Moment("")
    report, figure = figures[step]
    before = [other for at, (other, _) in figures.items() if at < step]
    anew = f"từ đây là {report.place.full_name}" if before and before[-1].place != report.place else ""
    return Moment(report.period.name, figure.text, _place_on_line(figure), _opening(figure), anew)


def _place_on_line(figure: Figure) -> Decimal | None:
    value = figure.value
    if not isinstance(value, Value) or value.kind not in _DRAWN or value.upto is not None or value.number is None:
        return None
    share = value.percent_of_whole
    return value.number if share is None else Decimal(share.numerator) / share.denominator


def _opening(figure: Figure) -> Opening:
    return _OPENINGS.get(value_of(figure).bound, Opening.NONE) if isinstance(figure.value, Value) else Opening.NONE


def _open_end(period: Period) -> bool:
    return period.is_open or period.end_unknown


def _length(period: Period) -> tuple[object, ...]:
    """What periods on one line have in common; those that follow each other through the year are all of one length."""
    return (period.shape,) if period.shape in _PER_YEAR or period.shape is Shape.WEEK else period.stretch


def _step(period: Period) -> int:
    """The place of a period among those as long, counted from any beginning."""
    if period.shape is Shape.WEEK:
        return date.fromisocalendar(period.year, period.part[0], 1).toordinal() // 7
    per_year = _PER_YEAR.get(period.shape, 1)
    return period.year * per_year + (period.part[0] if per_year > 1 else 0)


def _is_share(value: Value) -> bool:
    return value.kind is Kind.PERCENT and value.bound is Bound.EXACT


def _part(figure: Figure) -> Part:
    return Part(figure.indicator.label, figure.text, value_of(figure).number or Decimal(0), figure.indicator.better)
