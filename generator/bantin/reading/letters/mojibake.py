"""Words of UTF-8 that a program read as cp1252, cp1258 or Latin-1: «huyá»‡n»."""

import re
import unicodedata

from bantin.reading.letters.codings import Coding
from bantin.reading.letters.spelling import is_syllable

# A no-break space may have become a space on the way.
_BYTE = {chr(byte): byte for byte in range(0x80, 0xC0)}
_BYTE |= {bytes((byte,)).decode("cp1252"): byte for byte in range(0x80, 0xC0) if byte not in b"\x81\x8d\x8f\x90\x9d"}
FOLLOWING = f"[{''.join(_BYTE)}]"
_BYTE |= {" ": 0xA0, "Ă": 0xC3} | {lead: ord(lead) for lead in "ÂÃÄÅÆËÌáâ"}
_WHOLE = f"[ÃĂÆÂ](?:{FOLLOWING}| )|[ÄÅËÌ]{FOLLOWING}|á[º»](?:{FOLLOWING}| )|â[€„\u201a]{FOLLOWING}"
_MULTIBYTE = re.compile(f"{_WHOLE}|[ÃĂ]|Ä(?=[áÃÆa-z])")
_AGAIN = re.compile(_WHOLE)
_WORD = re.compile(rf"(?<![^\W\d_])(?:[A-Za-z']|{_MULTIBYTE.pattern})++(?![^\W\d_])")
_TWICE = re.compile("Ã[ƒ\x83][ÂâÅË]|Ã[„…†\x84\x85\x86]|Ã¡Â[º»]")
QUOTES = "…”’–—¹²³°·» \u00a0"  # signs that may follow a word, or its closing «»»
_SURE_UTF8 = re.compile(
    rf"á[º»](?:(?![{QUOTES}]){FOLLOWING}|{FOLLOWING}[A-Za-zÃÄÆá])|^[HKMThkmt]á»[¹³·]$|â€{FOLLOWING}|Ã…[ÂÆ]"
    rf"|Ì[€\u201aƒ†‰\u203a£\x80-\x83\x86\x89\x9b]|[ÃĂ](?:(?![{QUOTES}‘“]){FOLLOWING}|{FOLLOWING}[a-z])"
    rf"|[a-z][ÃĂ]{FOLLOWING}|[ÄÅ][\x80-\x9f©]|Äƒ|Ä‘[A-Za-zá]|Æ[¡°]"
)
_HIDDEN_SPACE = re.compile("[a-z][ÃĂ] [a-z]|^[A-Z][ÃĂ] (?:m|n[gh]?|[iouy])$")
_LATIN = re.compile("[ -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u203a€™]+")
_MARKED = re.compile(r"([^\W\d_]*)\0([^\W\d_]*)")


def _from_utf8(word: str) -> str | None:
    if word.isascii():
        return word
    meant = _MULTIBYTE.sub(_decoded, word)
    if _TWICE.search(word):
        meant = _AGAIN.sub(_decoded, meant)
    meant = _MARKED.sub(_joined, unicodedata.normalize("NFC", meant))
    return meant if _LATIN.fullmatch(meant) else None


def _is_sure_utf8(word: str, meant: str) -> bool:
    return bool(_SURE_UTF8.search(word)) or bool(_HIDDEN_SPACE.search(word) and " " not in meant)


def _decoded(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 1:  # what followed was invisible, and is gone
        return "Đ" if found == "Ä" else "í" if match.string[match.end() : match.end() + 1].isalpha() else "à"
    letter = bytes(_BYTE[character] for character in found).decode("utf-8", "replace")
    return letter + "\0" if found[-1] == " " else letter


def _joined(match: re.Match[str]) -> str:
    """The space of «hÃ nh» belongs to its letter; that of «vÃ cÃ¡c» was one space of two."""
    before, after = match.groups()
    return before + after if not after or is_syllable(before + after) else f"{before} {after}"


UTF8 = Coding("UTF-8", _WORD, _from_utf8, _is_sure_utf8)
