"""Which period somebody meant by the name of a file that states none."""

import re

from bantin.vietnamese import slug

_PARTS = {"thang": "thang", "thg": "thang", "th": "thang", "t": "thang", "quy": "quy", "qui": "quy", "q": "quy"}
_PARTS |= {"tuan": "tuan", "w": "tuan"}
_IDLE = frozenset("nam den tinh ngay cuoi bao cao ban tin so lieu ket qua cchc ky".split())  # noqa: SIM905
_ROMAN = ("I", "II", "III", "IV")


def names_like(text: str) -> list[str]:
    """The names that somebody may have meant by one that is no period: of the same year and part of it, never others.

    A bare month may be the month itself or all that was done until then: both are given.
    """
    words = re.findall("[0-9]+|[a-z]+", slug(text))
    return _ranges(text) or _of_parts(words) or _of_numbers(words)


def _ranges(text: str) -> list[str]:
    days = re.findall(r"(\d{4})[-.](\d{1,2})[-.](\d{1,2})", text)
    days = days or [day[::-1] for day in re.findall(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})", text)]
    ends = [f"{year}-{int(month):02}-{int(day):02}" for year, month, day in days]
    if len(ends) == 1 and re.search("den-nay", slug(text)):
        return [f"{ends[0]}_den-nay"]
    return ["_".join(ends)] if len(ends) == 2 else []


def _of_parts(words: list[str]) -> list[str]:
    """The names where a word says which part of a year is meant: «quý 3», «q3», «6 tháng», «tháng 8», «tuần 46»."""
    years = [word for word in words if _is_year(word)]
    places = [place for place, word in enumerate(words) if word in _PARTS]
    if len(years) != 1 or len(places) != 1:
        return []
    part, place = _PARTS[words[places[0]]], places[0]
    before, after = (_ordinal(words[at]) if 0 <= at < len(words) else 0 for at in (place - 1, place + 1))
    if bool(before) == bool(after) or (before and part in ("quy", "tuan")):
        return []
    if "den" in words and part == "thang":
        return [f"den-{years[0]}-{after:02}"] if after else []
    return [f"{years[0]}-{before}-{part}" if before else f"{years[0]}-{part}-{after}"]


def _of_numbers(words: list[str]) -> list[str]:
    """The names where nothing but numbers tells the part: «2021-08», «2026-10-05», «5-10-2026»."""
    names, numbers = [word for word in words if word.isalpha()], [word for word in words if word.isdigit()]
    if not _IDLE.issuperset(names):
        return []
    if len(numbers) == 1 and _is_year(numbers[0]):
        return numbers
    year, *rest = numbers if numbers and _is_year(numbers[0]) else numbers[::-1] or [""]
    if not _is_year(year) or len(rest) not in (1, 2) or not all(map(_ordinal, rest)):
        return []
    until = "-".join(("den", year, *(f"{int(number):02}" for number in rest)))
    return [until] if len(rest) == 2 or "den" in names else [f"{year}-thang-{int(rest[0])}", until]


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def _ordinal(word: str) -> int:
    """The number, of one or two digits or Roman, that tells which month or quarter; 0 for what is none."""
    if word.isdigit():
        return int(word) if len(word) < 3 else 0
    return _ROMAN.index(word.upper()) + 1 if word.upper() in _ROMAN else 0
