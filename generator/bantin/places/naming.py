"""How the names of units stand in folders, and in what people type."""

import re
import unicodedata

from bantin import vietnamese
from bantin.places.unit import Unit

KIND_OF_START = {
    "tinh-": "tỉnh",
    "thanh-pho-": "thành phố",
    "tp-": "thành phố",
    "quan-": "quận",
    "q-": "quận",
    "thi-xa-": "thị xã",
    "tx-": "thị xã",
    "huyen-": "huyện",
    "h-": "huyện",
    "thi-tran-": "thị trấn",
    "tt-": "thị trấn",
    "xa-": "xã",
    "x-": "xã",
    "phuong-": "phường",
    "p-": "phường",
    "dac-khu-": "đặc khu",
}
"""How the name of a folder, or somebody looking for a place, begins when the kind is given."""
KINDS = tuple(dict.fromkeys(KIND_OF_START.values()))
"""All kinds of units."""
_STARTS = {kind: start for start, kind in reversed(KIND_OF_START.items())}  # the long forms, which stand first
COMMUNE_FOLDERS = ("xa-", "phuong-", "dac-khu-")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
CODE = re.compile(r"-\d{5}$")


def writings(path: str) -> set[str]:
    """A folder's name with and without its kind, both without dashes: what «vinhthuan» and «vinh-thuan» share."""
    return {path.rpartition("/")[2].replace("-", ""), bare(path).replace("-", "")}


def bare(path: str, kind: str = "") -> str:
    """The folder without its kind and its code; to know the kind makes it faster."""
    folder = path.rpartition("/")[2]
    if folder[-1:].isdecimal():
        folder = CODE.sub("", folder)
    start = _STARTS.get(kind)
    if start and folder.startswith(start):
        return folder.removeprefix(start)
    return next((folder.removeprefix(kind) for kind in KIND_OF_START if folder.startswith(kind)), folder)


def province_path(path: str) -> str:
    """The path of the province in which the unit, file or page of a path lies."""
    return path.partition("/")[0]


def kinds_of(unit: Unit) -> set[str]:
    return {unit.kind, *(kind for _, kind in unit.former_kinds)}


def spelling(text: str) -> tuple[tuple[str, str], ...]:
    """Each syllable as its letters and its tone, wherever the mark stands: «Hòa» and «Hoà» are one."""
    syllables = []
    for word in re.findall(r"\w+", vietnamese.normalise(text).casefold()):
        marked = unicodedata.normalize("NFD", word)
        tone = "".join(mark for mark in marked if mark in _TONES)
        syllables.append(("".join(mark for mark in marked if mark not in _TONES), tone))
    return tuple(syllables)
