"""Signs of a text as a terminal shows them: none that steers it, and how many columns each takes."""

import re
import unicodedata

_NOT_NARROW = re.compile("[^\x20-\u02ff\u1e00-\u1eff–—‘’“”…]")
"""Any character that may take more or less than one column; Vietnamese is made of the others."""


def visible(text: str) -> str:
    """The text on one line and as long as before, without signs that steer a terminal or hide from its reader."""
    if not text.isprintable():
        text = "".join(map(_sign, text))
    return text.replace("##[", "#·[")  # on GitHub this would begin a command anywhere in a line


def _sign(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character in "\t\n\r" or unicodedata.category(character) == "Zs" else "·"


def columns_of(text: str) -> int:
    """How many columns a terminal takes for what `visible` gives."""
    return sum(map(width, text)) if _NOT_NARROW.search(text) else len(text)


def width(character: str) -> int:
    """How many columns a character takes: none for a tone of its own, two for a wide one."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
