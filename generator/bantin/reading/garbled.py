"""Text of an editor into the first run of Vietnamese that was garbled on its way, and what that run meant.

Old fonts keep Vietnamese in codes of their own («huyÖn» in TCVN3, «huyeän» in VNI), a program may read UTF-8 as some
other encoding («huyá»‡n»), and one that knows too few letters leaves «�» or «?» («huy?n»). Sound text must pass, with
the foreign words in it: a run needs one word that is no Vietnamese, becomes a Vietnamese syllable, and has letters
beside one another that other languages keep apart. The words around it only have to convert.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple


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
    if found := _lost(line) or _converted(line, "UTF-8", _MOJIBAKE_WORD, _from_utf8, _is_sure_utf8):
        return found
    fonts = (
        _converted(line, "TCVN3", _WORD, _from_tcvn3, _is_sure_tcvn3),
        _converted(line, "VNI", _WORD, _from_vni, _is_sure_vni),
    )
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


def _converted(
    line: str,
    encoding: str,
    word: re.Pattern[str],
    convert: Callable[[str], str | None],
    is_sure: Callable[[str, str], bool],
) -> Garbled | None:
    """The first run with a word that is surely garbled, and all words around it that convert."""
    for run in _runs(line, word, convert):
        start, end = run[0][0].start(), run[-1][0].end()
        sure = any(meant != match[0] and is_sure(match[0], meant) for match, meant in run)
        if sure or _SURE_TOGETHER.search(line, start, end):
            meant, last = "", start
            for match, converted in run:
                meant += line[last : match.start()] + converted
                last = match.end()
            raw = line[start:end]
            if encoding == "TCVN3" and _CAPITALS.search(raw) and not _SMALL.search(raw):
                meant = meant.upper()  # the fonts for capitals keep the codes of small letters
            return Garbled(start, end, raw, meant, encoding)
    return None


def _runs(
    line: str, word: re.Pattern[str], convert: Callable[[str], str | None]
) -> Iterator[list[tuple[re.Match[str], str]]]:
    """Stretches of words that convert, with nothing but spaces, figures and light punctuation between them."""
    run: list[tuple[re.Match[str], str]] = []
    for match in word.finditer(line):
        meant = convert(match[0])
        if run and (meant is None or not _GAP.fullmatch(line, run[-1][0].end(), match.start())):
            yield run
            run = []
        if meant is not None:
            run.append((match, meant))
    if run:
        yield run


def _plain(word: str) -> bool:
    """Whether an ASCII word may stand beside garbled ones."""
    return word.isupper() or _is_like_vietnamese(word)


def _from_tcvn3(word: str) -> str | None:
    if word.isascii():
        return word if _plain(word) else None
    meant = word.translate(_TCVN3)
    return meant if len(word) < 12 and not _NOT_TCVN3.search(word) and _is_like_vietnamese(meant) else None


def _is_sure_tcvn3(word: str, meant: str) -> bool:
    return bool(_SURE_TCVN3.search(word)) and _is_syllable(meant) and not _is_like_vietnamese(word)


def _from_vni(word: str) -> str | None:
    if word.isascii():
        return word if _plain(word) else None
    if len(word) > 12 or not _VNI_WORD.fullmatch(word):
        return None
    meant = _VNI_LETTER.sub(_vni_letter, word)
    return meant if _is_like_vietnamese(meant) else None


def _vni_letter(match: re.Match[str]) -> str:
    meant = _VNI.get(match[0].lower(), match[0])
    return meant.upper() if match[0][0].isupper() else meant


def _is_sure_vni(word: str, meant: str) -> bool:
    word = word.lower()
    return (
        bool(_SURE_VNI.search(word))
        and not _FOREIGN.fullmatch(word)
        and _is_syllable(meant)
        and not _is_like_vietnamese(word)
    )


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
    return before + after if not after or _is_syllable(before + after) else f"{before} {after}"


def _toneless(word: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(_TONE.findall(decomposed))
    if len(tones) > 1 or _MISPLACED.search(decomposed):
        return "", tones
    return unicodedata.normalize("NFC", _TONE.sub("", decomposed)), tones


@lru_cache(maxsize=10_000)  # the same words stand in every file
def _is_syllable(word: str) -> bool:
    """Whether Vietnamese spelling allows the word."""
    letters, tones = _toneless(word)
    stopped = letters.endswith(("c", "ch", "p", "t"))
    return bool(_SYLLABLE.fullmatch(letters)) and (not stopped or tones in ("\u0301", "\u0323"))


@lru_cache(maxsize=10_000)
def _is_like_vietnamese(word: str) -> bool:
    """Whether the word is a syllable, or a name of the minorities, such as Krông and Đăk."""
    letters, _tones = _toneless(word)
    return len(letters) < 12 and bool(_LIKE_VIETNAMESE.fullmatch(letters))


_CLUSTER = re.compile(".[\u0300-\u036f]*", re.DOTALL)
_GAP = re.compile(r"[ \u00a0\d,./()–-]+")
_SPACED = re.compile(r"[^\s|]+")
_CAPITALS, _SMALL = re.compile("[A-Z]{2}"), re.compile("[a-z]")

# Spelling, without tones.
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MISPLACED = re.compile(  # the tone of «ao» is on its a; «oa» and «uy» have it on either letter
    "(?:[ae][\u0302\u0306]?[ouiy]|(?:o[\u0302\u031b]?|(?<!g)i|y)[iuy]|(?<!q)u\u031b?[iu])\u031b?[\u0300\u0301\u0303\u0309\u0323]"
)
_RHYMES = (
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|k|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?|ê(?:ch|m|n|nh|p|t|u)?"
    "|i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|o(?:c|i|m|n|ng|p|t)?|oa(?:c|ch|i|m|n|ng|nh|o|t|y)?|oă(?:c|m|n|ng|t)"
    "|oe(?:n|o|t)?|oo(?:c|ng)|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|nh)?"
    "|uơ|uy(?:a|ch|t|nh|u)?|uyê(?:n|t)|uô(?:c|i|m|n|ng|t)|ư(?:a|c|i|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)"
)
_SYLLABLE = re.compile(
    r"(?:(?:ngh|gh|k)(?=[eêi])|(?:ng|[gc](?!uy))(?![eêiy])|g(?=i)|gi(?!i)|qu(?=[aăâeêiơô])|q(?=u)|[bdđhlmnprstvx]|ch|kh|nh|ph"
    rf"|th|tr)?(?:{_RHYMES})|[hklmstv]?y|yê(?:m|n|ng|t|u)"
)
_LIKE_VIETNAMESE = re.compile(
    rf"(?!n?gh[aăâoôơuư])(?:qu|gi|[bcdđghjklmnpqrstvxyz'’]*)(?:{_RHYMES}|[ăâ](?=.)|[iu]?yê?(?:m|n|ng|t|u)?)"
    "(?:(?<![cghmnpt])[klrhsj])?|ea"
)

# TCVN3: one code for each letter; capitals with tones have none.
_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®\u00b5¶·\u00b8¹»¼½¾ÆÇÈÉÊËÌÎÏ\u00d0ÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_CODES = "".join(map(chr, _TCVN3))
_NOT_TCVN3 = re.compile(f"[^A-Za-z'’{_CODES}]")
_TCVN3_LETTER = rf"(?:[^\W\d_]|[{_CODES}])"
# Guillemets are letters only inside a word, and in «ng (ông).
_WORD = re.compile(
    rf"(?:«(?=(?:ng|n|m|i|t|p|c)\b)|(?![«»]){_TCVN3_LETTER})(?:(?!»(?![^\W\d_])){_TCVN3_LETTER}|['’](?={_TCVN3_LETTER}))*"
)
_CONSONANT = "[bcdghklmnpqrstvx®§]"
_SURE_TCVN3 = re.compile(
    r".[¡¢£¤¥¦¨©ª«¬\u00ad\u00b5¶\u00b8¹»¼½¾]."  # nh©n
    r"|^[®§\u00b8¶].."  # ®iÒu
    r"|.[\u00b5¶\u00b8¬¥]$|.[×·÷]..|..·.|..[×÷]|^[xX]·$"  # c¬, t×nh, x·
    r"|[a-z®][À-ÖØ-Þ]|^[A-Z][À-ÖØ-Þ][a-z]"  # huyÖn, MÉu
    r"|[A-Z][ß-þ][A-Z]"  # HéI
    rf"|(?i:{_CONSONANT})(?:ß|[çïÇÞ].|ñ[ayin])|(?i:[cknpt]h|tr|ng)ñ"  # mçi, vïng, DÞCH, cña
    r"|uß|u[úûü]|uéi$|uæi$|^cöa$|ôy$|øc|(?:[cknpt]h|ng)ø|(?i:^ng|^[knp]h)[åäæëîöûü]|.ëi$|.î[ip]$"
    r"|UY[ÒÓÔÕÖ]|I[ÕÖ][NTUP]|ÊY$|..Ë[A-Z]|..ÈU$|[A-Z]ØNH$"
)
# Nội vụ in TCVN3; Hà Nam, Cà Mau in UTF-8: names of offices and provinces without a sure word.
_SURE_TOGETHER = re.compile("[Nn]éi vô|NéI Vô|(?:\\b[HC]|[a-z])[ÃĂ][\u00a0 ] [A-Z][a-z]")

# VNI: a vowel and the sign after it, or one letter.
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_SIGNS = (("aeouyôö", " ùøûõï", ""), ("aeo", "âáàåãä", "\u0302"), ("a", "êéèúüë", "\u0306"))
_VNI = dict(zip("ôöæóòñîíì", "ơưỉĩịđỵíì", strict=True))
_VNI |= {
    vowel + sign: unicodedata.normalize("NFC", _VNI.get(vowel, vowel) + shape + tone)
    for vowels, signs, shape in _SIGNS
    for vowel in vowels
    for sign, tone in zip(signs, _TONES, strict=True)
}
_VNI_LETTER = re.compile(f"{'|'.join(sorted(_VNI, key=len, reverse=True))}|[a-z'’]", re.IGNORECASE)
_VNI_WORD = re.compile(f"(?:{_VNI_LETTER.pattern})+", re.IGNORECASE)
_SURE_VNI = re.compile(
    r"..(?<=[aeo]â|a[áàåãäéèêë]|e[àåãä]|o[åä]|[aeouy][õø]|[aeuy][ùû]|[ôö][ùøûõï]|öô|uï)|a[úü]ng|[iy]eá|eá(?:[mpu]|nh|ch)"
    r"|o[ùû].|[aeo]ï(?:[iopuy]|n[gh])|.[aeo]ïch|^n[gh][aeo]ï|^ñ..|^(?:[cknp]h|ng|gi)ö|^(?:[ckn]h|ng|gi)æ|æ[nc]h|[óò][nc]h"
)
# Words of other languages that would become syllables.
_FOREIGN = re.compile(
    "..|[nstv]aõ|(?:tr|b|p)aù|[bv]eà|[gn]oä|poäng|[ms]eä|[mt]eän|[mp]eã|aùn|puù|[bs]uï|buøya?|moøe|veø|baén|haën|ñía|tòch"
)

# UTF-8 read as cp1252, cp1258 or Latin-1; a no-break space may have become a space on the way.
_BYTE = {chr(byte): byte for byte in range(0x80, 0xC0)}
_BYTE |= {bytes((byte,)).decode("cp1252"): byte for byte in range(0x80, 0xC0) if byte not in b"\x81\x8d\x8f\x90\x9d"}
_FOLLOWING = f"[{''.join(_BYTE)}]"
_BYTE |= {" ": 0xA0, "Ă": 0xC3} | {lead: ord(lead) for lead in "ÂÃÄÅÆËÌáâ"}
_WHOLE = f"[ÃĂÆÂ](?:{_FOLLOWING}| )|[ÄÅËÌ]{_FOLLOWING}|á[º»](?:{_FOLLOWING}| )|â[€„\u201a]{_FOLLOWING}"
_MULTIBYTE = re.compile(f"{_WHOLE}|[ÃĂ]|Ä(?=[áÃÆa-z])")
_AGAIN = re.compile(_WHOLE)
_MOJIBAKE_WORD = re.compile(rf"(?<![^\W\d_])(?:[A-Za-z']|{_MULTIBYTE.pattern})++(?![^\W\d_])")
_TWICE = re.compile("Ã[ƒ\x83][ÂâÅË]|Ã[„…†\x84\x85\x86]|Ã¡Â[º»]")
_QUOTES = "…”’–—¹²³°·» \u00a0"  # signs that may follow a word, or its closing «»»
_SURE_UTF8 = re.compile(
    rf"á[º»](?:(?![{_QUOTES}]){_FOLLOWING}|{_FOLLOWING}[A-Za-zÃÄÆá])|^[HKMThkmt]á»[¹³·]$|â€{_FOLLOWING}|Ã…[ÂÆ]"
    rf"|Ì[€\u201aƒ†‰\u203a£\x80-\x83\x86\x89\x9b]|[ÃĂ](?:(?![{_QUOTES}‘“]){_FOLLOWING}|{_FOLLOWING}[a-z])"
    rf"|[a-z][ÃĂ]{_FOLLOWING}|[ÄÅ][\x80-\x9f©]|Äƒ|Ä‘[A-Za-zá]|Æ[¡°]"
)
_HIDDEN_SPACE = re.compile("[a-z][ÃĂ] [a-z]|^[A-Z][ÃĂ] (?:m|n[gh]?|[iouy])$")
_LATIN = re.compile("[ -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u203a€™]+")
_MARKED = re.compile(r"([^\W\d_]*)\0([^\W\d_]*)")

# Letters that became question marks.
_VOWELS = "[aeiouyàáâãèéêìíòóôõùúý]"
_ASKING = re.compile(r"(?<![^\s\"'(«“])[^\W\d_?]*\?[^\W\d_]*[?\w]*(?![^\s\"')»”,.;:!])")
_LOSSY = re.compile(
    rf"\??(?:ngh?|gh|gi|kh|[npt]h|ch|tr|qu|[bcdghklmnpqrstvx])?{_VOWELS}*\?{{1,2}}{_VOWELS}{{0,2}}(?:ng|nh|ch|[cmnpt])?"
)
_SURELY_LOSSY = re.compile(r"^[a-z]*[bcdghklmnpqrstvx]\?+[a-z]|^[a-z]+\?+[bcdghklmnpqrstvx]")

# What sound Vietnamese hardly ever has: only lines with such a sign are looked at.
_SIGN = re.compile(
    "[\x80-\x9f¡¢£¤¥¦§¨©ª¬\u00ad®\u00b5¶·\u00b8¹¼½¾×÷ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþ\ufffd]|(?=[«º»À-ýĂ?])(?:"
    "(?<=[aeAE])[âáàãéèêúùõÂÁÀÃÉÈÊÚÙÕ]|(?<=[oOuUyYôÔ])[ùõÙÕ]|(?<=[oO])[âÂ]|[óòÓÒ][ncNC][hH]"  # VNI
    r"|(?<=[a-z])[À-Ý]|(?<=[A-Z])[à-ý](?=[A-Z])|(?<=[A-Z])[À-Ý](?=[a-z])|[éÉ][iI] v|(?<=\w)«"  # TCVN3
    r"|(?<=UY)[ÒÓÔÕ]|(?<=I)Õ|(?<=u)ú|ôy|ÊY|ÈU"
    f"|(?<=á)[º»]|»(?=[a-zA-Z])|(?<=[a-z])[ÃĂ]|[ÃĂÌ](?:(?![{_QUOTES}]){_FOLLOWING}|{_FOLLOWING}[a-z])|â€"  # UTF-8
    r"|[ÃĂ](?:[\u00a0 ] [A-Z]| (?:m|n[gh]?|[iouy])\b)"
    r"|(?<=\w)\?(?=[?\w]))"
)
