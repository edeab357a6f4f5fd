"""A text around one number, taken apart: what its words say of the number's kind, unit, scale and bound."""

import re
from dataclasses import dataclass

from bantin.model import Bound, Kind
from bantin.reading.numbers.bounds import CLOSINGS, bound_of, words_of
from bantin.vietnamese import slug

SIGNS = {"+": 1, "tăng": 1, "-": -1, "−": -1, "giảm": -1}
_RANK_LEAD = re.compile("(?:(?:xếp|đứng|đạt|giữ)(?: ở)? )?(?:đồng )?(?:(?:thứ )?hạng(?: thứ)?|thứ|vị trí(?: thứ)?)")
RANK_WORDS = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
RANK_WORDS |= {"một": 1, "tám": 8, "chín": 9, "mười": 10}
"""Numbers in words, where a rank is expected: «thứ nhất», «hạng nhì»."""
_RANKED = (
    *("tỉnh", "thành", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu"),
    *("sở", "ban", "ngành", "cơ quan", "đơn vị", "địa phương"),
)
# «nghìn tỷ» comes before «nghìn», with which it begins.
SCALES = {f"{thousand} {billion}": 10**12 for thousand in ("nghìn", "ngàn") for billion in ("tỷ", "tỉ")}
SCALES |= {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_KINDS = {
    "%": Kind.PERCENT,
    "phần trăm": Kind.PERCENT,
    "điểm": Kind.SCORE,
    "điểm phần trăm": Kind.POINTS,
    "điểm %": Kind.POINTS,
    "đồng": Kind.MONEY,
}
# Words, a number, n after a slash, words. It matches every text at once, without a second try at any character.
_PIECES = re.compile(r"([^0-9]*)([0-9][0-9.,]*|)(?: */ *([0-9][0-9.,]*))?(.*)", re.DOTALL)
_RANK_PIECES = re.compile(
    rf"((?:[^0-9/]* )?)({'|'.join(RANK_WORDS)})(?=[ /]|$)(?: */ *([0-9][0-9.,]*))?([^0-9]*)", re.IGNORECASE
)
LEAD, NUMBER, OF, REST = 1, 2, 3, 4
"""The pieces of a text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A text around one number, taken apart; its words come in small letters."""

    text: str
    kind: Kind
    """The indicator's."""
    expected: str
    """The unit of the indicator."""
    pieces: re.Match[str]
    lead: str
    """«gần», «hạng»."""
    unit: str
    scale: str
    """«nghìn», «tỷ»."""
    closing: str
    """«trở lên»."""

    @property
    def number(self) -> str:
        """The digits, with their points and commas."""
        return self.pieces[NUMBER]

    @property
    def is_ratio(self) -> bool:
        """Whether a second number stands after a slash."""
        return self.pieces[OF] is not None

    @property
    def factor(self) -> int:
        """By how much the scale multiplies."""
        return SCALES.get(self.scale, 1)

    @property
    def names_unit(self) -> bool:
        """Whether the words say what the number counts: «hồ sơ», «điểm», «hạng»; a rate is not counted."""
        of_rank = self.kind is Kind.RANK and (self.lead or self.number.lower() in RANK_WORDS)
        return bool(self.unit or of_rank) or self.kind is Kind.PERCENT

    @property
    def is_negative(self) -> bool:
        """Whether the words before the number lower it."""
        return SIGNS.get(self.lead, 1) < 0

    @property
    def is_measured(self) -> bool:
        """Whether the number has decimals by nature."""
        return self.kind in (Kind.SCORE, Kind.POINTS) or (self.kind is Kind.PERCENT and not self.is_ratio)


def taken_apart(text: str, kind: Kind, *, unit: str, start: int = 0, end: int | None = None) -> Printed:
    """The pieces of a text, or of what lies in it from `start` to `end`, where an indicator of this kind and unit
    expects a value."""
    pieces = _pieces(text, kind, start, len(text) if end is None else end)
    rest = folded(pieces[REST])
    closing = next((phrase for phrase in CLOSINGS if rest.endswith(phrase)), "")
    words, scale = rest.removesuffix(closing).rstrip(" "), ""
    if kind in (Kind.COUNT, Kind.MONEY) and pieces[OF] is None and not _is_unit(words, unit):
        scale = next((scale for scale in SCALES if f"{words} ".startswith(f"{scale} ")), "")
        words = words.removeprefix(scale).strip(" ")
    return Printed(text, kind, unit, pieces, lead=folded(pieces[LEAD]), unit=words, scale=scale, closing=closing)


def _pieces(text: str, kind: Kind, start: int, end: int) -> re.Match[str]:
    in_words = _RANK_PIECES.fullmatch(text.rstrip(" ")) if kind is Kind.RANK else None
    if in_words and is_lead_of_rank(folded(in_words[LEAD])):
        return in_words
    return next(_PIECES.finditer(text, start, end))


def is_lead_of_rank(lead: str) -> bool:
    """Whether words say that a rank follows: «hạng», «xếp đồng hạng thứ»; none say so too."""
    return not lead or bool(_RANK_LEAD.fullmatch(lead))


def folded(text: str) -> str:
    """The words in small letters, with one space between."""
    return " ".join(filter(None, text.lower().split(" ")))


def stated_kind(printed: Printed) -> Kind | None:
    """What the words say the number is, or None when they are not known here. Without words it is a count."""
    kind, unit = printed.kind, printed.unit
    if printed.lead and is_lead_of_rank(printed.lead):
        return Kind.RANK if not unit or (printed.is_ratio and _is_ranked(unit)) else None
    if kind is Kind.MONEY and printed.factor > 1 and not unit:
        return Kind.MONEY
    if not unit or (kind in (Kind.COUNT, Kind.RATIO) and _is_unit(unit, printed.expected)):
        return Kind.RATIO if printed.is_ratio else Kind.COUNT
    if not printed.is_ratio:
        return _KINDS.get(unit)
    if kind is Kind.SCORE:
        return Kind.RATIO if unit == "điểm" else None
    # Neither money nor points come as k/n, whatever the unit.
    known = kind in (Kind.MONEY, Kind.POINTS) or (kind is Kind.RANK and _is_ranked(unit))
    return Kind.RATIO if known else None


def accepts(expected: Kind, stated: Kind) -> bool:
    """Whether an indicator of a kind takes a number of the stated one."""
    if stated is Kind.RATIO:
        return expected not in (Kind.MONEY, Kind.POINTS)
    return stated is expected or (stated is Kind.COUNT and expected is Kind.RANK)


def stated_bound(printed: Printed) -> Bound | None:
    """How exact the words say the number is, or None when that is not clear."""
    lead = printed.lead
    if printed.kind is Kind.RANK:  # «hạng 10 trở lên»: a better rank, or a greater number?
        return Bound.EXACT if is_lead_of_rank(lead) and not printed.closing else None
    if printed.kind is Kind.POINTS and lead in SIGNS and not printed.closing:
        return Bound.EXACT
    words = words_of(lead)
    return None if words is None else bound_of(words, printed.closing)


def _is_unit(words: str, unit: str) -> bool:
    """Whether the words are the unit, give or take tone marks."""
    plain = all(c.isalpha() or c in " ,-" for c in words)
    return bool(words) and (words == folded(unit) or (plain and slug(words) == slug(unit) != ""))


def _is_ranked(words: str) -> bool:
    return all(word.strip(" ") in _RANKED for word in re.split(",| và ", words))
