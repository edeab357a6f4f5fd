"""Reporting periods: when one began and ended, and how it reads in a sentence."""

import calendar
import re
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
    stated: bool = False
    """Whether the file itself states days or a name, which offices that close their books early do."""

    @property
    def months(self) -> int:
        """How many calendar months the period touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def year(self) -> int:
        """The year in the period's own words, whatever days its books run."""
        return int(re.findall(r"\d{4}", self.slug)[-1])

    @property
    def stretch(self) -> str:
        """Which part of a year it is; periods of one stretch compare across years."""
        return re.sub(r"\d{4}", "", self.slug)

    def leads_to(self, other: "Period") -> bool:
        """Whether the other is the next year, quarter or month by name."""
        per_year = {Shape.YEAR: 1, Shape.QUARTER: 4, Shape.MONTH: 12}.get(self.shape)
        if not per_year or other.shape is not self.shape:
            return False
        parts = [period.stretch.rpartition("-")[2] or "1" for period in (self, other)]
        return int(parts[1]) + other.year * per_year == int(parts[0]) + self.year * per_year + 1

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


def range_name(start: date, end: date) -> str:
    """«từ 01/07/2025 đến 21/07/2025»."""
    return f"từ {date_text(start)} đến {date_text(end)}"


def month_end(year: int, month: int) -> date:
    """The last day of a month; ValueError when there is no such month."""
    return date(year, month, 1) + timedelta(days=calendar.monthrange(year, month)[1] - 1)


def period_before(period: Period) -> tuple[date, date]:
    """The days of the same stretch one year earlier, with which figures of this period compare."""
    return _year_earlier(period.start), _year_earlier(period.end)


def _year_earlier(day: date) -> date:
    year = day.year - 1
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
