"""Names as patterns of JavaScript, for the spellings that our own check takes for the same name."""

import re
from functools import cache

from bantin.vietnamese import slug


def literal(text: str) -> str:
    """A pattern for the text itself. `re.escape` writes more than JavaScript allows."""
    return re.sub(r"[\\^$.*+?()\[\]{}|]", r"\\\g<0>", text)


# A letter may be followed by its marks (NFD). What is neither letter nor mark is a sign, and folds to a dash.
_MARKS = r"[\u0300-\u036f]*"
_SIGN = r"[^0-9A-Za-z\u00c0-\u036f\u1e00-\u1eff]"
_MARKED = (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))


def spellings(*names: str) -> str:
    """A pattern for what folds to one of the names: capitals, tones or none, NFC or NFD, other signs between words."""
    folded = (slug(name).split("-") for name in names)
    words = (f"{_SIGN}+".join("".join(map(_letter, word)) for word in name) for name in folded)
    return f"{_SIGN}*(?:{'|'.join(words)}){_SIGN}*"


@cache
def _letter(letter: str) -> str:
    """A pattern for the forms of a letter in Vietnamese words: «[Tt]», «[DdÐðĎ-đ]», «[YyÝý…Ỳ-ỹ]» and their marks."""
    if letter not in "adeiouy":
        return f"[{letter.upper()}{letter}]" if letter.isalpha() else letter
    marked = [code for code in _MARKED if slug(chr(code)) == letter]
    first = [chr(code) for code in marked if code - 1 not in marked]
    last = [chr(code) for code in marked if code + 1 not in marked]
    ranges = (start if start == end else f"{start}-{end}" for start, end in zip(first, last, strict=True))
    return f"[{letter.upper()}{letter}{''.join(ranges)}]{_MARKS if letter != 'd' else ''}"
