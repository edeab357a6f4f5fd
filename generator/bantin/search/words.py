"""The words of a text as an index has them: without marks, so that nobody has to type any."""

import re

from bantin.places import fold

_QUARTER = re.compile(r"\bqui (i{1,3}|iv)\b")
_MANY = ("ch", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
_NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def words_of(text: str) -> frozenset[str]:
    """The words, folded, with one letter for i and y; a quarter's Roman number as a digit, too: «quý III», «quý 3»."""
    folded = fold(text).replace("y", "i")
    quarters = (_NUMBERS[found[1]] for found in _QUARTER.finditer(folded))
    return frozenset((*folded.split(), *quarters))


def start_of(word: str) -> str:
    """What the file of a word is named by: its first two letters, or three where many words begin with the two."""
    return word[: 3 if word[:2] in _MANY else 2]
