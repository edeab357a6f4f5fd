"""Text of an editor into the first run of Vietnamese that was garbled on its way, and what that run meant.

Old fonts keep Vietnamese in codes of their own («huyÖn» in TCVN3, «huyeän» in VNI), a program may read UTF-8 as some
other encoding («huyá»‡n»), and one that knows too few letters leaves «�» or «?» («huy?n»). Sound text must pass, with
the foreign words in it: a run needs one word that is no Vietnamese, becomes a Vietnamese syllable, and has letters
beside one another that other languages keep apart. The words around it only have to convert.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bantin.reading.letters.codings import Coding
from bantin.reading.letters.mojibake import FOLLOWING, QUOTES, UTF8
from bantin.reading.letters.old_fonts import TCVN3, VNI


class Garbled(NamedTuple):
    """Words of one line that lost their letters."""

    start: int
    end: int
    text: str
    """The words as they stand."""
    meant: str
    """The words as they were, «» when that cannot be told."""
    encoding: str
    """TCVN3, VNI or UTF-8; «» for lost letters."""


def garbled(text: str) -> Garbled | None:
    """The first garbled run of a text, which may be in NFD and keep its hidden characters; None for sound text."""
    composed = unicodedata.normalize("NFC", text)
    end = 0
    while sign := _SIGN.search(composed, end):
        start = composed.rfind("\n", 0, sign.start()) + 1
        end = composed.find("\n", sign.end())
        end = len(composed) if end < 0 else end
        if found := _in_line(composed[start:end]):
            first, last = found.start + start, found.end + start
            if composed != text:
                first, last = _as_given(text, first), _as_given(text, last)
            return found._replace(start=first, end=last, text=text[first:last])
    return None


def _as_given(text: str, place: int) -> int:
    """Where a place of the composed text stands in the text as given."""
    composed = 0
    for cluster in _CLUSTER.finditer(text):
        if composed >= place:
            return cluster.start()
        composed += len(unicodedata.normalize("NFC", cluster[0]))
    return len(text)


def _in_line(line: str) -> Garbled | None:
    if found := _lost(line) or _converted(line, UTF8):
        return found
    fonts = (_converted(line, TCVN3), _converted(line, VNI))
    return max((found for found in fonts if found), key=lambda found: found.end - found.start, default=None)


def _lost(line: str) -> Garbled | None:
    """From the first to the last word of a line that lost letters, when it is not just a question."""
    if "�" in line:
        words = [match for match in _SPACED.finditer(line) if "�" in match[0]]
    elif "?" in line:
        words = [match for match in _ASKING.finditer(line) if _LOSSY.fullmatch(match[0].lower())]
        if sum(bool(_SURELY_LOSSY.search(match[0].lower())) for match in words) < 2:
            return None
    else:
        return None
    start, end = words[0].start(), words[-1].end()
    return Garbled(start, end, line[start:end], "", "")


def _converted(line: str, coding: Coding) -> Garbled | None:
    """The first run with a word that is surely garbled, and all words around it that convert."""
    for run in _runs(line, coding):
        start, end = run[0][0].start(), run[-1][0].end()
        sure = any(meant != match[0] and coding.is_sure(match[0], meant) for match, meant in run)
        if sure or _SURE_TOGETHER.search(line, start, end):
            meant, last = "", start
            for match, converted in run:
                meant += line[last : match.start()] + converted
                last = match.end()
            raw = line[start:end]
            if coding is TCVN3 and _CAPITALS.search(raw) and not _SMALL.search(raw):
                meant = meant.upper()  # the fonts for capitals keep the codes of small letters
            return Garbled(start, end, raw, meant, coding.name)
    return None


def _runs(line: str, coding: Coding) -> Iterator[list[tuple[re.Match[str], str]]]:
    """Stretches of words that convert, with nothing but spaces, figures and light punctuation between them."""
    run: list[tuple[re.Match[str], str]] = []
    for match in coding.word.finditer(line):
        meant = coding.meant(match[0])
        if run and (meant is None or not _GAP.fullmatch(line, run[-1][0].end(), match.start())):
            yield run
            run = []
        if meant is not None:
            run.append((match, meant))
    if run:
        yield run


_CLUSTER = re.compile(".[\u0300-\u036f]*", re.DOTALL)
_GAP = re.compile(r"[ \u00a0\d,./()–-]+")
_SPACED = re.compile(r"[^\s|]+")
_CAPITALS, _SMALL = re.compile("[A-Z]{2}"), re.compile("[a-z]")

# Nội vụ in TCVN3; Hà Nam, Cà Mau in UTF-8: names of offices and provinces without a sure word.
_SURE_TOGETHER = re.compile("[Nn]éi vô|NéI Vô|(?:\\b[HC]|[a-z])[ÃĂ][\u00a0 ] [A-Z][a-z]")

# Letters that became question marks.
_VOWELS = "[aeiouyàáâãèéêìíòóôõùúý]"
_ASKING = re.compile(r"(?<![^\s\"'(«“])[^\W\d_?]*\?[^\W\d_]*[?\w]*(?![^\s\"')»”,.;:!])")
_LOSSY = re.compile(
    rf"\??(?:ngh?|gh|gi|kh|[npt]h|ch|tr|qu|[bcdghklmnpqrstvx])?{_VOWELS}*\?{{1,2}}{_VOWELS}{{0,2}}(?:ng|nh|ch|[cmnpt])?"
)
_SURELY_LOSSY = re.compile(r"^[a-z]*[bcdghklmnpqrstvx]\?+[a-z]|^[a-z]+\?+[bcdghklmnpqrstvx]")

# What sound Vietnamese hardly ever has: only lines with such a sign are looked at. A pattern that begins with letters
# is twice as fast as one that first looks around: what stands before a letter is asked together with it.
_FOREIGN = "\x80-\x9f¡¢£¤¥¦§¨©ª¬\u00ad®\u00b5¶·\u00b8¹¼½¾×÷ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþ\ufffd"
_SIGN = re.compile(
    f"[{_FOREIGN}«º»À-ýĂ?](?:(?<=[{_FOREIGN}])"
    "|(?<=[aeAE][âáàãéèêúùõÂÁÀÃÉÈÊÚÙÕ])|(?<=[oOuUyYôÔ][ùõÙÕ])|(?<=[oO][âÂ])|(?<=[óòÓÒ])[ncNC][hH]"  # VNI
    r"|(?<=[a-z][À-Ý])|(?<=[A-Z][à-ý])(?=[A-Z])|(?<=[A-Z][À-Ý])(?=[a-z])|(?<=[éÉ])[iI] v|(?<=\w«)"  # TCVN3
    r"|(?<=UY[ÒÓÔÕ])|(?<=IÕ)|(?<=uú)|(?<=ô)y|(?<=Ê)Y|(?<=È)U"
    f"|(?<=á[º»])|(?<=»)(?=[a-zA-Z])|(?<=[a-z][ÃĂ])|(?<=â)€"  # UTF-8
    f"|(?<=[ÃĂÌ])(?:(?![{QUOTES}]){FOLLOWING}|{FOLLOWING}[a-z])"
    r"|(?<=[ÃĂ])(?:[\u00a0 ] [A-Z]| (?:m|n[gh]?|[iouy])\b)"
    r"|(?<=\w\?)(?=[?\w]))"
)
