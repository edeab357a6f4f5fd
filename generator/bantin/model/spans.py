"""What is certainly known of two periods: that one holds the other, that both are of one length, that both are one.

Offices close their books on other days than the calendar: a name like «quý I» says by itself which months it is of, and
not which days.
"""

from datetime import date, timedelta

from bantin.model.periods import Days, Period, Shape

_DAYS_OF_A_MONTH = 365.25 / 12
_WEEK, _THURSDAY = timedelta(days=7), timedelta(days=3)
_LAG = timedelta(days=31)
"""How old the figures may be that a source gives «đến nay»: our own reading, as of how near «gần» is."""


def holds(whole: Period, part: Period) -> bool:
    """Whether all of a period certainly lies in another that is more: by the days where both state them, else by names.

    «4 tháng đầu năm» holds quý I whichever days the books run; of a year that states no days and of the days from 01/12
    to 30/11 that is not known.
    """
    if whole.days and part.days:
        return _inside(part.days, whole.days) and whole.days != part.days
    outer, inner = _months(whole), _months(part)
    if outer and inner:
        return whole.year == part.year and outer != inner and outer[0] <= inner[0] <= inner[1] <= outer[1]
    least, most = _least(whole), _most(part)
    return bool(least and most and _inside(most, least))


def are_one(one: Period, other: Period) -> bool:
    """Whether two periods are one by what their files are called and state: 2022 and 2022-12-thang are.

    A state as of a day and what happened until then end on one day and are two.
    """
    if {one.shape, other.shape} & {Shape.AS_OF, Shape.SOME_MONTHS}:
        return False
    if one.days or other.days:
        return one.days == other.days
    first, second = _months(one), _months(other)
    return first == second and one.year == other.year if first and second else one.is_same_time(other)


def are_as_long(one: Period, other: Period) -> bool | None:
    """Whether two periods are of one length, whichever days their books run; None where that is not known."""
    if one.shape is other.shape is Shape.RANGE:
        first, second = ((period.end - period.start).days + 1 for period in (one, other))
        return first == second or (min(first, second) >= 28 and abs(first - second) <= 3)  # months have 28 to 31 days
    lengths = _length(one), _length(other)
    if None in lengths:
        return None
    alike = lengths[0] == lengths[1]
    return None if alike and Shape.RANGE in (one.shape, other.shape) else alike


def earliest_end(period: Period) -> date:
    """The earliest day on which its books may have been closed: in the middle of its last month, those of a year in the
    middle of November; those of a week on its Thursday."""
    if period.end_known:
        return period.end
    if period.shape is Shape.WEEK:
        return period.start + _THURSDAY
    if period.shape is Shape.SINCE:
        return max(period.start, period.end - _LAG)
    if period.shape is Shape.AS_OF:
        return period.end.replace(day=1)
    return period.end.replace(month=11, day=14) if period.end.month == 12 else period.end.replace(day=14)


def _inside(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _months(period: Period) -> tuple[int, int] | None:
    """The first and the last month of its year that its name holds."""
    match period.shape, period.part:
        case Shape.YEAR, _:
            return 1, 12
        case Shape.FIRST_MONTHS, (months,):
            return 1, months
        case Shape.QUARTER, (quarter,):
            return quarter * 3 - 2, quarter * 3
        case Shape.MONTH, (month,):
            return month, month
    return None


def _length(period: Period) -> int | None:
    """About how many months long it is; None where nobody knows when it began or ended."""
    if months := _months(period):
        return months[1] - months[0] + 1
    if period.shape is Shape.SOME_MONTHS:
        return period.part[0]
    if period.shape is Shape.WEEK:
        return 0
    return round(((period.end - period.start).days + 1) / _DAYS_OF_A_MONTH) if period.days else None


def _least(period: Period) -> Days | None:
    """Days that it certainly holds."""
    known = period.days or _months(period) or period.shape is Shape.WEEK
    known = known or (period.shape is Shape.SINCE and period.start_known)
    return (period.start, earliest_end(period)) if known else None


def _most(period: Period) -> Days | None:
    """Days beyond which it certainly does not reach: books of a year begin in the middle of November at the
    earliest, those of a week on the Thursday before it."""
    if period.shape is Shape.WEEK and not period.start_known:
        return period.start + _THURSDAY - _WEEK, period.end
    since = period.shape is Shape.SINCE and period.start_known and period.end > period.start
    if period.days or since or (_months(period) and period.start_known):
        return period.start, period.end
    return (_before(period.start), period.end) if _months(period) else None


def _before(start: date) -> date:
    """The middle of the month before the last month."""
    year, month = divmod(start.year * 12 + start.month - 3, 12)
    return date(max(year, 1), month + 1, 15)
