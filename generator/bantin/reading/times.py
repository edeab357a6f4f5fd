"""Names of files and times of single figures as periods."""

import re
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from bantin.model import Period, Shape, month_end, range_name
from bantin.problems import Location, Problem, guess
from bantin.vietnamese import date_text, normalise, parse_date, slug

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
        return Period(text, Shape.YEAR, date(year, 1, 1), date(year, 12, 31), f"năm {year}", year)
    if match := _MONTHS.fullmatch(text):
        year, months = int(match[1]), int(match[2])
        end, name = month_end(year, months), f"{months} tháng đầu năm {year}"
        return Period(text, Shape.FIRST_MONTHS, date(year, 1, 1), end, name, year, (months,))
    if match := _QUARTER.fullmatch(text):
        year, quarter = int(match[1]), int(match[2])
        end, name = month_end(year, quarter * 3), f"quý {_ROMAN[quarter - 1]} năm {year}"
        return Period(text, Shape.QUARTER, date(year, quarter * 3 - 2, 1), end, name, year, (quarter,))
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        end, name = month_end(year, month), f"tháng {month} năm {year}"
        return Period(text, Shape.MONTH, date(year, month, 1), end, name, year, (month,))
    if match := _AS_OF.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if match[3]:
            return _as_of_day(text, date(year, month, int(match[3])))
        end, name = month_end(year, month), f"tính đến tháng {month} năm {year}"
        return Period(text, Shape.AS_OF, date(year, 1, 1), end, name, year, (month,))
    if match := _RANGE.fullmatch(text):
        start, end = date.fromisoformat(match[1]), date.fromisoformat(match[2])
        part = start.month, start.day, end.month, end.day, end.year - start.year
        return Period(text, Shape.RANGE, start, end, range_name(start, end), end.year, part) if start <= end else None
    return None


def _as_of_day(slug: str, day: date) -> Period:
    name = f"tính đến ngày {date_text(day)}"
    return Period(slug, Shape.AS_OF, date(day.year, 1, 1), day, name, day.year, (day.month, day.day))


def period_of(path: PurePosixPath) -> Period | Problem:
    """The period that a report's name states, or the problem of a name that states none."""
    if period := parse_period(path.stem):
        return period
    message = f"Tên tệp «{path.name}» không cho biết là kỳ nào."
    hint = guess(f"«{name}.yml»" for name in meant_periods(path.stem))
    return Problem(Location(str(path)), "unknown-period", message, f"{hint} Đặt tên như: {FORMS}.".lstrip())


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
        return _as_of_day(slug(f"tính đến ngày {date_text(day)}"), day)
    if match := re.fullmatch(r"(cuối )?tháng 0?([0-9]{1,2})(?:/| năm )([0-9]{4})", text.lower()):
        month, year = int(match[2]), int(match[3])
        if not (1 <= month <= 12 and year):
            return None
        name = f"tính đến {match[1] or ''}tháng {month}/{year}"
        return Period(slug(name), Shape.AS_OF, date(year, 1, 1), month_end(year, month), name, year, (month,))
    if match := re.fullmatch(r"năm ([0-9]{4})", text.lower()):
        return parse_period(match[1])
    return None
