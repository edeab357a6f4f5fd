"""Words in fonts that keep Vietnamese in codes of their own: «huyÖn» in TCVN3, «huyeän» in VNI."""

import re
import unicodedata

from bantin.reading.letters.codings import Coding
from bantin.reading.letters.spelling import is_like_vietnamese, is_syllable

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


def _plain(word: str) -> bool:
    """Whether an ASCII word may stand beside garbled ones."""
    return word.isupper() or is_like_vietnamese(word)


def _from_tcvn3(word: str) -> str | None:
    if word.isascii():
        return word if _plain(word) else None
    meant = word.translate(_TCVN3)
    return meant if len(word) < 12 and not _NOT_TCVN3.search(word) and is_like_vietnamese(meant) else None


def _is_sure_tcvn3(word: str, meant: str) -> bool:
    return bool(_SURE_TCVN3.search(word)) and is_syllable(meant) and not is_like_vietnamese(word)


def _from_vni(word: str) -> str | None:
    if word.isascii():
        return word if _plain(word) else None
    if len(word) > 12 or not _VNI_WORD.fullmatch(word):
        return None
    meant = _VNI_LETTER.sub(_vni_letter, word)
    return meant if is_like_vietnamese(meant) else None


def _vni_letter(match: re.Match[str]) -> str:
    meant = _VNI.get(match[0].lower(), match[0])
    return meant.upper() if match[0][0].isupper() else meant


def _is_sure_vni(word: str, meant: str) -> bool:
    word = word.lower()
    return (
        bool(_SURE_VNI.search(word))
        and not _FOREIGN.fullmatch(word)
        and is_syllable(meant)
        and not is_like_vietnamese(word)
    )


TCVN3 = Coding("TCVN3", _WORD, _from_tcvn3, _is_sure_tcvn3)
VNI = Coding("VNI", _WORD, _from_vni, _is_sure_vni)
