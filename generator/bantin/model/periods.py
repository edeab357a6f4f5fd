"""Reporting periods: when one began and ended, and how it reads in a sentence."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bantin.vietnamese import date_text, upper_first


class Shape(StrEnum):
    """What kind of stretch of time a period is; only periods of one shape and length compare."""

    YEAR = "năm"
    FIRST_MONTHS = "tháng đầu năm"
    QUARTER = "quý"
    MONTH = "tháng"
    WEEK = "tuần"
    AS_OF = "tính đến"
    RANGE = "từ ngày đến ngày"
    SINCE = "đến nay"
    SOME_MONTHS = "trong mấy tháng"


Days = tuple[date, date]
"""A first and a last day, both inclusive."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that figures speak of. Both days are inclusive.

    Offices close their books on other days than the calendar: what a name like «quý I» covers is known by the name, not
    by the day. `start` and `end` order periods and find the units of the time; what is said of days asks `days`, and
    what is concluded from them `spans`.
    """

    slug: str
    shape: Shape
    start: date
    end: date
    """Of what runs «đến nay» the day its newest source was published, or the first day where no source has a day."""
    name: str
    """As it reads in a sentence: «6 tháng đầu năm 2023», «tính đến ngày 09/12/2021»."""
    year: int
    """The year in the period's own words, whatever days its books run; of several the last."""
    part: tuple[int, ...] = ()
    """Which part of a year it is: the quarter, the month, the week, how many first months, or the months and days it
    names, and the time of that day."""
    start_known: bool = False
    """Whether the file's name or the file states the first day."""
    end_known: bool = False
    opens: bool = False
    """Whether the name opens a sentence by itself: «từ 01/07/2025 đến nay»; others follow «trong»."""

    @property
    def days(self) -> Days | None:
        """The first and the last day, where both were stated."""
        return (self.start, self.end) if self.start_known and self.end_known else None

    @property
    def is_open(self) -> bool:
        """Whether it runs «đến nay», until a day that nobody names: another place's runs until another day."""
        return self.shape is Shape.SINCE and not self.end_known

    @property
    def end_unknown(self) -> bool:
        """Whether nobody knows when it ended: what runs «đến nay» by sources without a day, and «trong 6 tháng»."""
        return self.shape is Shape.SOME_MONTHS or (self.is_open and self.end == self.start)

    @property
    def months(self) -> int:
        """How many calendar months the period touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def stretch(self) -> "Stretch":
        """What it is of a year; periods of one stretch compare across years."""
        return self.shape, self.part

    def is_same_time(self, other: "Period") -> bool:
        """Whether the two are one time, by whatever names: a file and a figure in it name times in their own ways."""
        if self.days and other.days:
            return self.days == other.days
        if self.shape in (Shape.SINCE, Shape.SOME_MONTHS) and self.name != other.name:
            return False
        return (self.stretch, self.year) == (other.stretch, other.year)

    def leads_to(self, other: "Period") -> bool:
        """Whether the other is the next year, quarter, month or week by name."""
        if self.shape is other.shape is Shape.WEEK:
            return next_week(self.year, *self.part) == (other.year, *other.part)
        per_year = {Shape.YEAR: 1, Shape.QUARTER: 4, Shape.MONTH: 12}.get(self.shape)
        if not per_year or other.shape is not self.shape:
            return False
        first, second = (sum(period.part or (1,)) + period.year * per_year for period in (self, other))
        return second == first + 1

    @property
    def time_phrase(self) -> str:
        """How a sentence begins: «Trong 6 tháng đầu năm 2023», «Tính đến ngày 09/12/2021»."""
        return self.title if self.opens else f"Trong {self.name}"

    @property
    def dates(self) -> str:
        """The days it covers where they were stated: «từ 01/12/2022 đến 30/11/2023»; otherwise its name alone."""
        if self.days:
            return range_name(*self.days)
        if self.opens or not (self.start_known or self.end_known):
            return self.name
        return f"{self.name}, {f'từ {date_text(self.start)}' if self.start_known else f'đến {date_text(self.end)}'}"

    @property
    def title(self) -> str:
        """The name as it stands alone, with a capital."""
        return upper_first(self.name)


Stretch = tuple[Shape, tuple[int, ...]]
"""A shape and which part of a year: what periods that compare have in common."""


def next_week(year: int, week: int, *, by: int = 1) -> tuple[int, int]:
    """The year and the number of the week that follows another; with `by` of one further on, or before it."""
    following = date.fromisocalendar(year, week, 1) + timedelta(weeks=by)
    return following.isocalendar()[:2]


def week_name(year: int, week: int, days: Days) -> str:
    """«tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)», with the years of both days where they are two."""
    start, end = map(date_text, days)
    first = start.removesuffix(f"/{days[0].year}") if days[0].year == days[1].year else start
    return f"tuần {week} năm {year} (từ {first} đến {end})"


def range_name(start: date, end: date) -> str:
    """«từ 01/07/2025 đến 21/07/2025»."""
    return f"từ {date_text(start)} đến {date_text(end)}"


def month_end(year: int, month: int) -> date:
    """The last day of a month; ValueError when there is no such month."""
    return date(year, month, 1) + timedelta(days=calendar.monthrange(year, month)[1] - 1)
