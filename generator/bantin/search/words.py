"""The words of a text as an index has them: without marks, so that nobody has to type any."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from bantin.places import fold

_MANY = ("ch", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
_NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def words_of(text: str) -> frozenset[str]:
    """The words, folded, with one letter for i and y; a quarter's Roman number as a digit, too: «quý III», «quý 3»."""
    written = text.split()
    words = {word for part in set(written) for word in _folded(part)}
    if "qui" in words and not words.isdisjoint(_NUMBERS):
        words.update(_quarters(written))
    return frozenset(words)


@lru_cache(maxsize=1 << 16)
def _folded(part: str) -> tuple[str, ...]:
    """The words of what stands between spaces; texts repeat most of them."""
    return tuple(fold(part).replace("y", "i").split())


def _quarters(written: Iterable[str]) -> Iterator[str]:
    following = pairwise(word for part in written for word in _folded(part))
    return (_NUMBERS[number] for word, number in following if word == "qui" and number in _NUMBERS)


def start_of(word: str) -> str:
    """What the file of a word is named by: its first two letters, or three where many words begin with the two."""
    return word[: 3 if word[:2] in _MANY else 2]
