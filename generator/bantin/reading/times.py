"""Names of files, printed names of periods and times of single figures as periods."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from bantin.model import Period, Shape, month_end, range_name, week_name
from bantin.problems import Location, Problem, guess
from bantin.reading.period_names import names_like
from bantin.vietnamese import date_text, lower_first, normalise, parse_date, slug

FORMS = (
    "2022, 2023-6-thang, 2023-quy-1, 2021-thang-8, 2026-tuan-46, den-2021-12-09, den-2023-07, "
    "2025-07-01_2025-07-21, 2025-07-01_den-nay"
)

_YEAR = re.compile(r"(\d{4})")
_MONTHS = re.compile(r"(\d{4})-([1-9]\d?)-thang")
_QUARTER = re.compile(r"(\d{4})-quy-([1-4])")
_MONTH = re.compile(r"(\d{4})-thang-([1-9]\d?)")
_WEEK = re.compile(r"(\d{4})-tuan-([1-9]\d?)")
_AS_OF = re.compile(r"den-(\d{4})-(\d{2})(?:-(\d{2}))?")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})")
_SINCE = re.compile(r"(\d{4}-\d{2}-\d{2})_den-nay")
_ROMAN = ("I", "II", "III", "IV")

_DAY = r"(?:ngày )?([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
_OF_YEAR = r"(?:/| năm )([0-9]{4})"
_CLOCK = r"([0-9]{1,2}) ?(?:giờ|h|g|:)(?: ?([0-9]{2})(?: ?(?:phút|p|'))?)?"
_SAID_DAY = re.compile(rf"(?:(?:tính )?đến )?(hết )?{_DAY}")
_SAID_HOUR = re.compile(rf"(?:(?:tính )?đến )?((?:lúc )?{_CLOCK}),? {_DAY}")
_SAID_AS_OF = re.compile(rf"(?:(?:tính )?đến )?(hết |cuối |)tháng 0?([0-9]{{1,2}}){_OF_YEAR}")
_SAID_WEEK = re.compile(rf"(?:trong )?tuần (?:thứ )?0?([0-9]{{1,2}}){_OF_YEAR}")
_SAID_YEAR = re.compile(r"(?:trong )?năm ([0-9]{4})")
_SAID_QUARTER = re.compile(rf"(?:trong )?quý ([1-4]|i{{1,3}}|iv){_OF_YEAR}")
_SAID_MONTHS = re.compile(r"(?:trong )?0?([0-9]{1,2}) tháng(?: đầu năm |/| năm )([0-9]{4})")
_SAID_MONTH = re.compile(rf"trong tháng 0?([0-9]{{1,2}}){_OF_YEAR}")
_SAID_RANGE = re.compile(rf"(?:kể |tính )?từ {_DAY} đến (?:hết )?{_DAY}")
_SAID_SINCE = re.compile(rf"(?:(?:kể |tính )?từ {_DAY} )?(?:tính |cho )?đến nay")
_SAID_SINCE_ABOUT = re.compile(
    r"(?:kể |tính )?(từ (?:đầu |giữa |cuối )?(?:tháng (?:0?[1-9]|1[0-2])(?:/| năm )|năm )([0-9]{4})) đến nay"
)
_SAID_LENGTH = re.compile(r"(?:trong )?(?:vòng )?0?([1-9][0-9]?) tháng( qua| gần đây)?")

_MIDNIGHT, _MINUTES = (24, 0), 60
_OPENING = ("trong", "từ", "tính", "đến", "kể", "qua", "sau")
"""The words with which a name opens a sentence by itself."""
_UNDATED = (Shape.SINCE, Shape.SOME_MONTHS)


@lru_cache(maxsize=4096)  # a few hundred names stand for tens of thousands of files
def parse_period(text: str) -> Period | None:
    """The period a file's name states, or None when it has none of the `FORMS` or is no possible date."""
    if not text.isascii():
        return None
    try:
        return _calendar(text) or _dated(text)
    except ValueError:  # month 13, 31 February, year 0
        return None


def _calendar(text: str) -> Period | None:
    """A year or a part of one by its name; its days are those of the calendar until the file states others."""
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
    if match := _WEEK.fullmatch(text):
        return _week(text, int(match[1]), int(match[2]))
    return None


def _week(slug: str, year: int, week: int) -> Period:
    """A week from Monday to Sunday; the first of a year is the one with its first Thursday, as ISO 8601 has it."""
    start, end = (date.fromisocalendar(year, week, day) for day in (1, 7))
    return Period(slug, Shape.WEEK, start, end, week_name(year, week, (start, end)), year, (week,))


def _dated(text: str) -> Period | None:
    """A period whose name has days of its own, or the month in which it ends."""
    if match := _AS_OF.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if match[3]:
            return _as_of_day(text, date(year, month, int(match[3])))
        return _as_of_month(text, year, month, name=f"tính đến tháng {month} năm {year}")
    if match := _RANGE.fullmatch(text):
        return _range(text, date.fromisoformat(match[1]), date.fromisoformat(match[2]))
    if match := _SINCE.fullmatch(text):
        return _since(date.fromisoformat(match[1]))
    return None


def _as_of_day(slug: str, day: date, *, at: str = "", clock: tuple[int, ...] = ()) -> Period:
    """A state as of a day, or of a time of it, which is then a part of the year of its own."""
    name, part = f"tính đến {at}ngày {date_text(day)}", (day.month, day.day, *clock)
    return Period(slug, Shape.AS_OF, date(day.year, 1, 1), day, name, day.year, part, end_known=True, opens=True)


def _as_of_month(slug: str, year: int, month: int, *, name: str) -> Period:
    end = month_end(year, month)
    return Period(slug, Shape.AS_OF, date(year, 1, 1), end, name, year, (month,), opens=True)


def _range(slug: str, start: date, end: date) -> Period | None:
    if start > end:
        return None
    part = start.month, start.day, end.month, end.day, end.year - start.year
    return Period(slug, Shape.RANGE, start, end, range_name(start, end), end.year, part, True, True, opens=True)


def _since(start: date) -> Period:
    # The year stands in the part too: what has no known end compares with no other year.
    slug, name, part = f"{start}_den-nay", f"từ {date_text(start)} đến nay", (start.year, start.month, start.day)
    return Period(slug, Shape.SINCE, start, start, name, start.year, part, start_known=True, opens=True)


def period_of(path: PurePosixPath) -> Period | Problem:
    """The period that a report's name states, or the problem of a name that states none."""
    if period := parse_period(path.stem):
        return period
    message = f"Tên tệp «{path.name}» không cho biết là kỳ nào."
    if week := _WEEK.fullmatch(path.stem):
        message = f"Tên tệp «{path.name}» ghi tuần {week[2]}, mà năm {week[1]} chỉ có {_weeks(int(week[1]))} tuần."
    meant = [period for name in names_like(path.stem) if (period := parse_period(name))]
    hint = guess(f"«{period.slug}.yml» ({period.name})" for period in meant)
    return Problem(Location(str(path)), "unknown-period", message, f"{hint} Đặt tên như: {FORMS}.".lstrip())


def _weeks(year: int) -> int:
    """How many weeks a year has: its last one has 28 December."""
    return date(max(year, 1), 12, 28).isocalendar().week


def meant_periods(text: str) -> list[str]:
    """The names that somebody may have meant by one that is no period: of that year and part, never others."""
    return [name for name in names_like(text) if parse_period(name)]


def named(period: Period, text: str) -> Period:
    """The period of a file under the name that it was printed with («Năm 2023», «Trong 6 tháng»).

    A state as of a day, or a stretch of days, that was printed as so many months or «đến nay» is that: its days are
    then the editor's own.
    """
    said = parse_as_of(text, period) if period.shape in (Shape.AS_OF, Shape.RANGE) else None
    if said and said.shape in _UNDATED:
        part = said.part if said.shape is Shape.SINCE else (said.part[0], *period.part)
        return replace(said, slug=period.slug, part=part, end=max(said.start, period.end))
    name = lower_first(text)  # a printed name with a capital («Năm 2023») reads on inside a sentence
    return replace(period, name=name, opens=name.split(" ")[0] in _OPENING)


def until_published(period: Period, day: date | None) -> Period:
    """What runs «đến nay» ends on the day its source was published, where there is one."""
    if period.shape is not Shape.SINCE or period.end_known or not day:
        return period
    return replace(period, end=max(day, period.start))


def parse_as_of(text: str, within: Period | None = None) -> Period | None:
    """The time of a single figure: «09/12/2021», «cuối tháng 7/2020», «quý III/2025», «trong 6 tháng»; None otherwise.

    What names no day («đến nay») stands in the order of times where the report's period, `within`, does.
    """
    words = " ".join(normalise(text).lower().split())
    try:
        return _said_state(words) or _said_calendar(words) or _said_days(words) or _undated(words, within)
    except ValueError:  # 31 February, month 13
        return None


def _said_state(words: str) -> Period | None:
    if match := _SAID_DAY.fullmatch(words):
        day, at = parse_date(match[2]), match[1] or ""
        return _as_of_day(slug(f"tính đến ngày {date_text(day)}"), day, at=at) if day else None
    if match := _SAID_HOUR.fullmatch(words):
        day, clock = parse_date(match[4]), (int(match[2]), int(match[3] or 0))
        if not day or clock > _MIDNIGHT or clock[1] >= _MINUTES:
            return None
        return _as_of_day(slug(f"tính đến {words}"), day, at=f"{match[1]} ", clock=clock)
    if match := _SAID_AS_OF.fullmatch(words):
        name = f"tính đến {match[1]}tháng {int(match[2])}/{match[3]}"
        return _as_of_month(slug(name), int(match[3]), int(match[2]), name=name)
    return None


def _said_calendar(words: str) -> Period | None:
    if match := _SAID_YEAR.fullmatch(words):
        return parse_period(match[1])
    if match := _SAID_QUARTER.fullmatch(words):
        quarter = match[1] if match[1].isdigit() else _ROMAN.index(match[1].upper()) + 1
        return parse_period(f"{match[2]}-quy-{quarter}")
    if match := _SAID_MONTHS.fullmatch(words):
        return parse_period(f"{match[2]}-{match[1]}-thang")
    if match := _SAID_WEEK.fullmatch(words):
        return parse_period(f"{match[2]}-tuan-{match[1]}")
    if match := _SAID_MONTH.fullmatch(words):
        return parse_period(f"{match[2]}-thang-{match[1]}")
    return None


def _said_days(words: str) -> Period | None:
    if match := _SAID_RANGE.fullmatch(words):
        start, end = parse_date(match[1]), parse_date(match[2])
        return _range(f"{start}_{end}", start, end) if start and end else None
    if (match := _SAID_SINCE.fullmatch(words)) and match[1]:
        day = parse_date(match[1])
        return _since(day) if day else None
    return None


def _undated(words: str, within: Period | None) -> Period | None:
    if not within:
        return None
    # The year stands in their parts: what has no known days compares with no other year.
    if match := _SAID_LENGTH.fullmatch(words):
        name, part = f"trong {match[1]} tháng{match[2] or ''}", (int(match[1]), within.year)
        return _inside(within, Shape.SOME_MONTHS, name, part=part)
    if match := _SAID_SINCE_ABOUT.fullmatch(words):
        year, name = int(match[2]), f"{match[1]} đến nay"
        return Period(slug(name), Shape.SINCE, date(year, 1, 1), within.end, name, year, (year,), opens=True)
    if (match := _SAID_SINCE.fullmatch(words)) and not match[1]:
        return _inside(within, Shape.SINCE, "đến nay", part=(within.year,))
    return None


def _inside(within: Period, shape: Shape, name: str, *, part: tuple[int, ...]) -> Period:
    """A time of no known days, which stands where a report's period does."""
    return Period(slug(name), shape, within.start, within.end, name, within.year, part, opens=True)
