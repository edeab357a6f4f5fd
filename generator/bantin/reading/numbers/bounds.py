"""Words about a number («khoảng», «tối thiểu từ … trở lên») as the one bound that all of them say."""

import re
from collections.abc import Sequence

from bantin.model import Bound

_WORDS = {
    Bound.ABOUT: ("khoảng", "ước", "xấp xỉ", "trên dưới"),
    Bound.NEARLY: ("gần",),
    Bound.OVER: ("trên", "hơn"),
    Bound.AT_LEAST: ("tối thiểu", "ít nhất", "không dưới"),
    Bound.UNDER: ("dưới",),
    Bound.AT_MOST: ("tối đa", "không quá", "nhiều nhất"),
}
_BOUNDS = {word: bound for bound, words in _WORDS.items() for word in words}
FROM, REACHES = "từ", "đạt"
CLOSINGS = {"trở lên": Bound.AT_LEAST, "trở xuống": Bound.AT_MOST}
_UP, _DOWN = {Bound.OVER, Bound.AT_LEAST}, {Bound.UNDER, Bound.AT_MOST}
_NEAR = {Bound.ABOUT, Bound.NEARLY}
# «trên dưới» comes before «trên», with which it begins.
_WORD = re.compile(rf"({'|'.join(sorted((*_BOUNDS, FROM, REACHES), key=len, reverse=True))})(?: |$)")


def words_of(lead: str) -> list[str] | None:
    """The words about a number that stand before it; None where others are among them. «Đạt» stands before others."""
    found, place = list[str](), 0
    while place < len(lead):
        word = _WORD.match(lead, place)
        if not word or (found and word[1] == REACHES):
            return None
        found.append(word[1])
        place = word.end()
    return None if found == [REACHES] else found


def bound_of(words: Sequence[str], closing: str = "") -> Bound | None:
    """The one bound that all words say, the strict one of two; None where they contradict one another or leave it open.

    «Đạt» says nothing of it; «từ» by itself leaves it open.
    """
    said = _said(words, closing)
    near, sided = said & _NEAR, said - _NEAR
    if not sided:
        bound = Bound.NEARLY if Bound.NEARLY in near else Bound.ABOUT if near else Bound.EXACT
        return None if FROM in words else bound
    loose = near and (Bound.NEARLY in near or sided.isdisjoint({Bound.OVER, Bound.UNDER}))
    if loose or opposed(words, closing) or (FROM in words and not closing and not sided <= _UP):
        return None
    return next(bound for bound in (Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST) if bound in sided)


def bound_of_range(words: Sequence[str]) -> Bound | None:
    """The bound that words before a range say: of «khoảng từ 200 đến 300» that its ends are near."""
    said = {_BOUNDS[word] for word in words if word in _BOUNDS}
    return Bound.BETWEEN if not said else Bound.ABOUT if said == {Bound.ABOUT} else None


def opposed(words: Sequence[str], closing: str = "") -> bool:
    """Whether some words name the least and others the most."""
    said = _said(words, closing)
    return bool(said & _UP and said & _DOWN)


def _said(words: Sequence[str], closing: str) -> set[Bound]:
    said = {_BOUNDS[word] for word in words if word in _BOUNDS}
    return said | ({CLOSINGS[closing]} if closing else set())
