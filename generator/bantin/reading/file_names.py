"""What the name of a file says, and which name was meant by one that is wrong."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from bantin.likeness import nearest
from bantin.places import gazetteer
from bantin.reading.times import meant_periods, parse_period
from bantin.vietnamese import slug

SCHEMAS = "schema"
SCHEMA_FILES = (
    "bao-cao.json",
    "chi-so.json",
    "cong-bo.json",
    "dia-chi.json",
    "don-vi.json",
    "noi-dung.json",
    "pham-vi.json",
    "phan-to.json",
    "su-kien.json",
    "thu-tuc.json",
    "tu-thuong-goi.json",
)
INDICATORS, SCOPES, AREAS, KIND_CHANGES, MOVES = LISTS = (
    "chi-so.yml",
    "pham-vi.yml",
    "noi-dung.yml",
    "don-vi.yml",
    "dia-chi.yml",
)
BREAKDOWNS = "phan-to"
OF_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "readme.md"})
"""Names, in small letters, of files that systems and people leave beside data; so is what begins with «.» or «~$»."""

PLAIN = ("yml", "yaml", "ym", "yam", "txt", "json", "md", "markdown", "mdown", "text", "rtf", "html", "htm")
OF_TEXTS = ("md", "markdown", "mdown")
KEPT = ("bak", "old", "orig", "swp", "tmp", "save", "rej")
PROGRAMS = {
    "xlsx": "bảng tính Excel", "xls": "bảng tính Excel", "xlsm": "bảng tính Excel", "ods": "bảng tính",
    "csv": "bảng tính", "docx": "văn bản Word", "doc": "văn bản Word", "odt": "văn bản", "pdf": "tài liệu PDF",
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{4})[-._ ]*(.*)")
_YEAR_FIRST = re.compile(r"(\d{4})[-._ ]?(\d{2})[-._ ]?(\d{2})[-._ ]*(.*)")


def folder_at(path: str) -> str:
    """The first folder of a file, that of its province; «» when it lies in none."""
    folders = path.split("/", 2)
    return folders[1] if len(folders) > 2 else ""


def is_of_province(path: PurePosixPath) -> bool:
    """Whether a file lies in the folder of a province of any time."""
    return len(path.parts) > 2 and bool(gazetteer.units(path.parts[1]))


def article_name_meant(name: str) -> str:
    """The name that an article of such a name should have: «22-11-2026 Bài.md» is «2026-11-22-bai.md»."""
    stem = without_suffixes(name, PLAIN)
    if match := _YEAR_FIRST.fullmatch(stem):
        year, month, day, rest = match.groups()
    elif match := _DAY_FIRST.fullmatch(stem):
        day, month, year, rest = match.groups()
    else:
        return f"2026-11-22-{slug(stem) or 'ten-bai'}.md"
    return f"{year}-{int(month):02}-{int(day):02}-{slug(rest) or 'ten-bai'}.md"


def is_of_system(name: str) -> bool:
    """Whether a file or folder is what systems and programs leave behind, of no interest to any page."""
    return name.startswith((".", "~$")) or name.lower() in OF_SYSTEM


def data_name_meant(name: str, *, in_lists: bool) -> str:
    """The name of the data file that such a name was meant to be; «» when it looks like none."""
    stem = without_suffixes(name, (*PLAIN, *KEPT, *PROGRAMS))
    if in_lists:
        close = nearest(f"{stem}.yml", LISTS)
        return close[0] if close else f"{slug(stem)}.yml" if suffix_of(name.strip()) in PLAIN else ""
    if parse_period(stem):
        return f"{stem}.yml"
    close = meant_periods(stem)
    return f"{close[0]}.yml" if len(close) == 1 else ""


def suffix_of(name: str) -> str:
    """What a name ends in, in small letters and without the dot."""
    return PurePosixPath(name).suffix.lower().removeprefix(".").strip()


def without_suffixes(name: str, suffixes: Iterable[str]) -> str:
    """A name without any of these at its end, however many there are."""
    stem = name.strip().removesuffix("~")
    while (parts := stem.rpartition("."))[1] and parts[2].strip().lower() in suffixes:
        stem = parts[0].strip()
    return stem
