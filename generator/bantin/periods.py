"""Reporting periods: what a file's name says, when it began and ended, and how it reads in a sentence."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bantin.vietnamese import date_text, normalise, parse_date, slug


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
        if self.shape is Shape.AS_OF:
            return self.name[0].upper() + self.name[1:]
        return f"Trong {self.name}" if self.shape is not Shape.RANGE else self.name[0].upper() + self.name[1:]

    @property
    def dates(self) -> str:
        """The days it covers: «từ 01/01/2023 đến 30/06/2023»; its name where it is a state as of a day or month."""
        return self.name if self.shape is Shape.AS_OF else range_name(self.start, self.end)

    @property
    def title(self) -> str:
        """The name as it stands alone, with a capital."""
        return self.name[0].upper() + self.name[1:]


FORMS = "2022, 2023-6-thang, 2023-quy-1, 2021-thang-8, den-2021-12-09, den-2023-07, 2025-07-01_2025-07-21"

_YEAR = re.compile(r"(\d{4})")
_MONTHS = re.compile(r"(\d{4})-([1-9]\d?)-thang")
_QUARTER = re.compile(r"(\d{4})-quy-([1-4])")
_MONTH = re.compile(r"(\d{4})-thang-([1-9]\d?)")
_AS_OF = re.compile(r"den-(\d{4})-(\d{2})(?:-(\d{2}))?")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})")
_FORMS = ("{}", "{}-{}-thang", "{}-quy-{}", "{}-thang-{}", "den-{}-{:02}")
_ROMAN = ("I", "II", "III", "IV")


@lru_cache(maxsize=4096)  # a few hundred names stand for tens of thousands of files
def parse_period(text: str) -> Period | None:
    """The period a file's name states, or None when it has none of the `FORMS` or is no possible date."""
    if not text.isascii():
        return None
    try:
        return _parse(text)
    except ValueError:  # month 13, 31 February, year 0
        return None


def _parse(text: str) -> Period | None:
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        return Period(text, Shape.YEAR, date(year, 1, 1), date(year, 12, 31), f"năm {year}")
    if match := _MONTHS.fullmatch(text):
        year, months = int(match[1]), int(match[2])
        return Period(
            text, Shape.FIRST_MONTHS, date(year, 1, 1), month_end(year, months), f"{months} tháng đầu năm {year}"
        )
    if match := _QUARTER.fullmatch(text):
        year, quarter = int(match[1]), int(match[2])
        end = month_end(year, quarter * 3)
        return Period(text, Shape.QUARTER, date(year, quarter * 3 - 2, 1), end, f"quý {_ROMAN[quarter - 1]} năm {year}")
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        return Period(text, Shape.MONTH, date(year, month, 1), month_end(year, month), f"tháng {month} năm {year}")
    if match := _AS_OF.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if match[3]:
            day = date(year, month, int(match[3]))
            return Period(text, Shape.AS_OF, date(year, 1, 1), day, f"tính đến ngày {date_text(day)}")
        return Period(text, Shape.AS_OF, date(year, 1, 1), month_end(year, month), f"tính đến tháng {month} năm {year}")
    if match := _RANGE.fullmatch(text):
        start, end = date.fromisoformat(match[1]), date.fromisoformat(match[2])
        return Period(text, Shape.RANGE, start, end, range_name(start, end)) if start <= end else None
    return None


def meant_periods(text: str) -> list[str]:
    """The names that somebody may have meant by one that is no period: those of the same words, best in their order."""
    words = _words(text)
    years = [number for number, _ in words if number > 999]
    names = [form.format(year, n) for year in years for form in _FORMS for n in range(1, 13)]
    names += [f"den-{day}" for day in re.findall(r"\d{4}-\d{2}-\d{2}", text)]
    known = [name for name in dict.fromkeys(names) if parse_period(name) and sorted(_words(name)) == sorted(words)]
    return [name for name in known if _words(name) == words] or known


def _words(text: str) -> list[tuple[int, str]]:
    """Numbers and the words that tell forms apart; numbers come as numbers, so that 06 is 6."""
    found = re.findall(r"\d+|thang|quy", slug(text))
    return [(int(word), "") if word.isdigit() else (0, word) for word in found]


def parse_as_of(text: str) -> Period | None:
    """The time of a single figure: «09/12/2021», «tháng 7/2023», «cuối tháng 7/2020», «năm 2020»; None otherwise."""
    text = normalise(text).strip()
    if day := parse_date(text):
        name = f"tính đến ngày {date_text(day)}"
        return Period(slug(name), Shape.AS_OF, date(day.year, 1, 1), day, name)
    if match := re.fullmatch(r"(cuối )?tháng 0?([0-9]{1,2})(?:/| năm )([0-9]{4})", text.lower()):
        month, year = int(match[2]), int(match[3])
        if not (1 <= month <= 12 and year):
            return None
        name = f"tính đến {match[1] or ''}tháng {month}/{year}"
        return Period(slug(name), Shape.AS_OF, date(year, 1, 1), month_end(year, month), name)
    if match := re.fullmatch(r"năm ([0-9]{4})", text.lower()):
        return parse_period(match[1])
    return None


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
