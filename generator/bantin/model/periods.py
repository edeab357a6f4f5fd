"""Reporting periods: when one began and ended, and how it reads in a sentence."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bantin.vietnamese import date_text, upper_first

DAYS_OF_A_MONTH = 365.25 / 12


class Shape(StrEnum):
    """What kind of stretch of time a period is; only periods of one shape and length compare."""

    YEAR = "năm"
    FIRST_MONTHS = "tháng đầu năm"
    QUARTER = "quý"
    MONTH = "tháng"
    AS_OF = "tính đến"
    RANGE = "từ ngày đến ngày"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that figures speak of. Both days are inclusive."""

    slug: str
    shape: Shape
    start: date
    end: date
    name: str
    """As it reads in a sentence: «6 tháng đầu năm 2023», «tính đến ngày 09/12/2021»."""
    year: int
    """The year in the period's own words, whatever days its books run; of several the last."""
    part: tuple[int, ...] = ()
    """Which part of a year it is: the quarter, the month, how many first months, or the months and days it names."""
    stated: bool = False
    """Whether the file itself states days or a name, which offices that close their books early do."""

    @property
    def months(self) -> int:
        """How many calendar months the period touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def length(self) -> int:
        """About how many months long it is: a half year is 6, whichever day its books are closed."""
        return round(((self.end - self.start).days + 1) / DAYS_OF_A_MONTH)

    @property
    def stretch(self) -> "Stretch":
        """What it is of a year; periods of one stretch compare across years."""
        return self.shape, self.part

    def is_same_time(self, other: "Period") -> bool:
        """Whether the two are one time, by whatever names: a file and a figure in it name times in their own ways."""
        return (self.shape, self.start, self.end) == (other.shape, other.start, other.end)

    def leads_to(self, other: "Period") -> bool:
        """Whether the other is the next year, quarter or month by name."""
        per_year = {Shape.YEAR: 1, Shape.QUARTER: 4, Shape.MONTH: 12}.get(self.shape)
        if not per_year or other.shape is not self.shape:
            return False
        first, second = (sum(period.part or (1,)) + period.year * per_year for period in (self, other))
        return second == first + 1

    @property
    def time_phrase(self) -> str:
        """How a sentence begins: «Trong 6 tháng đầu năm 2023», «Tính đến ngày 09/12/2021»."""
        return self.title if self.shape in (Shape.AS_OF, Shape.RANGE) else f"Trong {self.name}"

    @property
    def dates(self) -> str:
        """The days it covers: «từ 01/01/2023 đến 30/06/2023»; its name where it is a state as of a day or month."""
        return self.name if self.shape is Shape.AS_OF else range_name(self.start, self.end)

    @property
    def title(self) -> str:
        """The name as it stands alone, with a capital."""
        return upper_first(self.name)


Stretch = tuple[Shape, tuple[int, ...]]
"""A shape and which part of a year: what periods that compare have in common."""


def range_name(start: date, end: date) -> str:
    """«từ 01/07/2025 đến 21/07/2025»."""
    return f"từ {date_text(start)} đến {date_text(end)}"


def month_end(year: int, month: int) -> date:
    """The last day of a month; ValueError when there is no such month."""
    return date(year, month, 1) + timedelta(days=calendar.monthrange(year, month)[1] - 1)
