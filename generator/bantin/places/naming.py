"""How the names of units stand in folders, and in what people type.

The page «Xã tôi nay thuộc đâu?» reads what people type by the same rules: its script gets them from `name_rules`.
"""

import re
import unicodedata
from dataclasses import dataclass

from bantin import vietnamese
from bantin.places.unit import Unit

KIND_OF_START = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "tp": "thành phố",
    "quan": "quận",
    "q": "quận",
    "thi xa": "thị xã",
    "tx": "thị xã",
    "huyen": "huyện",
    "h": "huyện",
    "thi tran": "thị trấn",
    "tt": "thị trấn",
    "xa": "xã",
    "x": "xã",
    "phuong": "phường",
    "p": "phường",
    "dac khu": "đặc khu",
}
"""How what people type begins when the kind is given, without marks."""
KINDS = tuple(dict.fromkeys(KIND_OF_START.values()))
"""All kinds of units."""
COMMUNE_FOLDERS = ("xa-", "phuong-", "dac-khu-")
CODE = re.compile(r"-\d{5}$")

_FOLDER_STARTS = tuple(f"{start.replace(' ', '-')}-" for start in KIND_OF_START)
_FOLDER_START = {
    kind: start for start, kind in zip(reversed(_FOLDER_STARTS), reversed(KIND_OF_START.values()), strict=True)
}
_MARKS = "\u0300-\u036f"
_STRUCK = "đð"  # what stands for d and has no mark that could be taken away
_ANY_MARK, _ANY_STRUCK = re.compile(f"[{_MARKS}]"), re.compile(f"[{_STRUCK}]")
_ANY_APOSTROPHE = re.compile(f"[{vietnamese.APOSTROPHES}]")
_NUMBERED = re.compile(r"(p|q|phuong|quan)0*([0-9]+)")
_SOUNDS_I = r"([bcdghklmnrstvx]|qu|\b)y(?=nh\b|t\b|a?\b)"
"""Where y and i are written for one sound, in folded words; what stands before it is kept. A script reads it, too."""
_ANY_SOUND_I = re.compile(_SOUNDS_I)


def name_rules() -> dict[str, object]:
    """What a script needs to fold and to read names as this module does: kinds, and characters by what they are."""
    return {
        "kinds": list(KIND_OF_START.items()),
        "marks": _MARKS,
        "tones": vietnamese.TONES,
        "struck": _STRUCK,
        "apostrophes": vietnamese.APOSTROPHES,
        "sounds_i": _SOUNDS_I,
    }


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text may mean: a name, or a kind and a name."""

    kind: str
    """Empty where the whole text is the name."""
    name: str
    """Folded."""


def fold(text: str) -> str:
    """Words of `[a-z0-9]` without any marks, and numbers without leading zeros: «Đắk Lắk» is «dak lak»."""
    plain = _ANY_STRUCK.sub("d", _ANY_MARK.sub("", unicodedata.normalize("NFD", text)).lower())
    words = re.sub(r"[^a-z0-9]+", " ", _ANY_APOSTROPHE.sub("", plain)).strip()
    return re.sub(r"\b0+(?=[0-9])", "", words)


def alike(folded: str) -> str:
    """Folded words as they sound: «mỹ» and «mĩ», «quy» and «qui» are one."""
    return _ANY_SOUND_I.sub(r"\1i", folded)


def meanings(text: str) -> tuple[Meaning, ...]:
    """All that a text may mean: «P. 3» may be a name, or «phường» and the name «3»."""
    folded = fold(text)
    if numbered := _NUMBERED.fullmatch(folded):
        folded = " ".join(numbered.groups())
    kinds = ((start, kind) for start, kind in KIND_OF_START.items() if folded.startswith(f"{start} "))
    return Meaning("", folded), *(Meaning(kind, folded[len(start) + 1 :]) for start, kind in kinds)


def writings(path: str) -> set[str]:
    """A folder's name with and without its kind, both without dashes: what «vinhthuan» and «vinh-thuan» share."""
    return {path.rpartition("/")[2].replace("-", ""), bare(path).replace("-", "")}


def bare(path: str, kind: str = "") -> str:
    """The folder without its kind and its code; to know the kind makes it faster."""
    folder = path.rpartition("/")[2]
    if folder[-1:].isdecimal():
        folder = CODE.sub("", folder)
    start = _FOLDER_START.get(kind)
    if start and folder.startswith(start):
        return folder.removeprefix(start)
    return next((folder.removeprefix(start) for start in _FOLDER_STARTS if folder.startswith(start)), folder)


def province_path(path: str) -> str:
    """The path of the province in which the unit, file or page of a path lies."""
    return path.partition("/")[0]


def former_folders(unit: Unit) -> tuple[str, ...]:
    """The paths that a unit would have by the kinds it had before: «bac-giang/huyen-viet-yen»."""
    province, _, folder = unit.path.partition("/")
    if not unit.former_kinds or not folder:
        return ()
    name = folder.removeprefix(_FOLDER_START[unit.kind])
    return tuple(f"{province}/{_FOLDER_START[kind]}{name}" for _, kind in unit.former_kinds)


def kinds_of(unit: Unit) -> set[str]:
    return {unit.kind, *(kind for _, kind in unit.former_kinds)}


def spelling(text: str) -> tuple[tuple[str, str], ...]:
    """Each syllable as its letters and its tone, wherever the mark stands: «Hòa» and «Hoà» are one."""
    syllables = []
    for word in re.findall(r"\w+", vietnamese.normalise(text).casefold()):
        marked = unicodedata.normalize("NFD", word)
        tone = "".join(mark for mark in marked if mark in vietnamese.TONES)
        syllables.append(("".join(mark for mark in marked if mark not in vietnamese.TONES), tone))
    return tuple(syllables)
