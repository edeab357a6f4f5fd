"""Vietnamese spelling: whether a word may be Vietnamese."""

import re
import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=10_000)  # the same words stand in every file
def is_syllable(word: str) -> bool:
    """Whether Vietnamese spelling allows the word."""
    letters, tones = _toneless(word)
    stopped = letters.endswith(("c", "ch", "p", "t"))
    return bool(_SYLLABLE.fullmatch(letters)) and (not stopped or tones in ("\u0301", "\u0323"))


@lru_cache(maxsize=10_000)
def is_like_vietnamese(word: str) -> bool:
    """Whether the word is a syllable, or a name of the minorities, such as Krông and Đăk."""
    letters, _tones = _toneless(word)
    return len(letters) < 12 and bool(_LIKE_VIETNAMESE.fullmatch(letters))


def _toneless(word: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(_TONE.findall(decomposed))
    if len(tones) > 1 or _MISPLACED.search(decomposed):
        return "", tones
    return unicodedata.normalize("NFC", _TONE.sub("", decomposed)), tones
