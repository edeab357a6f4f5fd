"""How to write a date that was written otherwise."""

import re
from datetime import date, timedelta

from bantin.problems import excerpt, guess
from bantin.vietnamese import date_text, normalise, parse_date

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?: 00?:00(?::00)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-. /]+(?P<month>\d{1,2})[-. /]+(?P<year>\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>\d{4})", re.ASCII)
_FORMS = (_YEAR_FIRST, _DAY_FIRST, _IN_WORDS)
_SERIAL = re.compile("[0-9]{2}[.,]?[0-9]{3}")
_FIRST_OF_SHEETS, _SHEETS = date(1899, 12, 30), range(32_874, 54_789)  # 1990 to 2049


def hint(text: str) -> str:
    """Which date was meant by a text that is none; «» where that cannot be told."""
    words = normalise(text).strip()
    if _SERIAL.fullmatch(words) and (serial := int(re.sub("[.,]", "", words))) in _SHEETS:
        day = date_text(_FIRST_OF_SHEETS + timedelta(serial))
        return f"Excel ghi ngày {day} thành số {serial}; xin xem lại nguồn, nếu đúng ngày ấy thì viết {day}."
    meant = next((match for form in _FORMS if (match := form.fullmatch(words.lower()))), None)
    day = f"{int(meant['day']):02}/{int(meant['month']):02}/{meant['year']}" if meant else ""
    return guess([excerpt(day)] if parse_date(day) else [])
