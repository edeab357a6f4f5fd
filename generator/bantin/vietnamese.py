"""Vietnamese text, everywhere the same: Unicode form, slugs, alphabetical order, numbers and dates.

Nothing here knows what a bulletin is.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal
from slugify import slugify

# Spaces that look like a space; Ð and ð (eth), which look like Đ and đ, come from keyboards of other languages and
# stand in no Vietnamese word.
_UNLIKE = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u00d0": "Đ", "\u00f0": "đ"})
_ANY_UNLIKE = re.compile(f"[{''.join(map(chr, _UNLIKE))}]")
# python-slugify drops the straight apostrophe and turns a curly one into a dash.
APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4"
_WITHOUT_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES))

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
# Words that keep their capital inside a sentence: besides these, those of two capitals and those with a letter that no
# Vietnamese word has.
_NAMES = frozenset(("Huế", "Đảng", "Internet"))
# Written so wherever they stand, as Nghị định 30/2020/NĐ-CP has it.
_INSTITUTIONS = ("Chính phủ", "Quốc hội", "Nhà nước", "Thủ tướng", "Ủy ban nhân dân", "Hội đồng nhân dân")
_FOREIGN = re.compile("[fjwz]", re.IGNORECASE)
_ROMAN = re.compile("[IVX]+")
# «Tỉnh Kiên Giang» begins with a common noun although a name follows.
_KINDS = frozenset(("Tỉnh", "Huyện", "Quận", "Phường", "Xã"))
_FIRST_WORDS = re.compile(r"(\w*)(?:\s+(\w+))?")
_NUMBER_OR_CHARACTER = re.compile(r"[0-9]+|.", re.DOTALL)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def normalise(text: str) -> str:
    """The text in NFC, with ordinary spaces and a Vietnamese Đ; what two people typed alike is alike afterwards."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return composed.translate(_UNLIKE) if _ANY_UNLIKE.search(composed) else composed


@lru_cache(maxsize=10_000)  # the same few hundred names stand in every file
def slug(text: str) -> str:
    """The text as `[a-z0-9-]*`: no tones, đ as d, every other sign a dash."""
    # The backend is named so that a package which happens to be installed changes no address.
    return slugify(
        normalise(text).translate(_WITHOUT_APOSTROPHES),
        backend="text-unidecode",
        entities=False,
        decimal=False,
        hexadecimal=False,
    )


def heading_id(text: str, separator: str = "-") -> str:
    """The id of a heading in Markdown, as the extension `toc` of any engine asks for it: tones gone, đ as d."""
    return slug(text) or "muc"


@lru_cache(maxsize=20_000)  # names of places are sorted again and again
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that sorts as a Vietnamese dictionary does: letters first (a ă â … d đ), tones second; 3 before 10."""
    letters: list[int] = []
    tones: list[int] = []
    for character in _NUMBER_OR_CHARACTER.findall(normalise(text).casefold()):
        if character.isdecimal():
            letters += ord("0"), int(character)
            continue
        base = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in base if mark in TONES), "")
        letter = unicodedata.normalize("NFC", base.replace(tone, "") if tone else base)
        rank = _ALPHABET.find(letter)
        letters.append(rank + 1000 if rank >= 0 else ord(letter[0]) if ord(letter[0]) < 1000 else ord(letter[0]) + 2000)
        tones.append(TONES.find(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones), text


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence; abbreviations (UBND), names (Kiên Giang, Zalo) and numerals stay."""
    return text if _keeps_capital(text) else text[:1].lower() + text[1:]


def ended(text: str) -> str:
    """A text as a sentence: with a full stop, where it ends with no sign of its own."""
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "?", "!", "…")) else f"{stripped}."


def upper_first(text: str) -> str:
    """The text as it stands alone, with a capital; a name like «iOffice» stays."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def _keeps_capital(text: str) -> bool:
    if text.startswith(_INSTITUTIONS):
        return True
    found = _FIRST_WORDS.match(text)
    first, second = found.groups("") if found else ("", "")
    if first[1:] != first[1:].lower() or _ROMAN.fullmatch(first) or _FOREIGN.search(first) or first in _NAMES:
        return True
    return second.istitle() and len(second) > 1 and first not in _KINDS


def number(value: Decimal | int) -> str:
    """A number as Vietnamese writes it, with the decimals it has: 1.210 and 93,62."""
    decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    return format_decimal(value, format="#,##0." + "0" * decimals, locale="vi")


def date_text(day: date) -> str:
    """A date in the administrative form: 20/08/2023 (Babel's short form leaves out zeros and the century)."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def weekday_text(day: date) -> str:
    """A date with its day of the week: «Chủ nhật, 20/08/2023»."""
    return f"{_WEEKDAYS[day.weekday()]}, {date_text(day)}"


def parse_date(text: str) -> date | None:
    """The date that «20/08/2023» or «9/12/2021» names, or None when it is no such date."""
    match = _DATE.fullmatch(normalise(text).strip())
    if not match or not match[0].isascii():
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def similar(word: str, candidates: Iterable[str], *, limit: int = 1) -> list[str]:
    """The candidates spelt most like a word, without tones and whatever they mean; empty when none is close."""
    by_slug = {slug(candidate): candidate for candidate in candidates}
    return [by_slug[found] for found in difflib.get_close_matches(slug(word), by_slug, limit, 0.6)]


def listed(words: Iterable[str], last: str = "và") -> str:
    """Words as a sentence lists them: «a», «a và b», «a, b và c»."""
    *rest, end = list(words)
    return f"{', '.join(rest)} {last} {end}" if rest else end
