"""The text of a figure («gần 30.000», «93,62%», «hạng 14/63») as a `Value`.

Nothing is guessed: a text with two readings, or none, comes back as a `Misprint`, a question to the editor."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bantin.model import EXACTLY, Bound, Kind, State, Value
from bantin.vietnamese import listed, normalise, slug


@dataclass(frozen=True, slots=True)
class Misprint:
    """A question to the editor about a text that is no clear value."""

    code: str
    """A key of `problems.codes.values.OF_FIGURES`."""
    message: str
    help: str
    offset: int
    """Where the offending characters begin in the normalised text."""
    length: int


NOTHING = "không có"
"""The words that print zero."""

_ONE = Decimal(1)
_LONGEST, _LONGEST_GRADE, _MOST_DIGITS = 200, 80, 15

_WORDS = {
    Bound.EXACT: ("",),
    Bound.ABOUT: ("khoảng", "ước", "xấp xỉ"),
    Bound.NEARLY: ("gần", "khoảng gần"),
    Bound.OVER: ("trên", "hơn"),
    Bound.AT_LEAST: ("tối thiểu", "ít nhất", "không dưới"),
    Bound.UNDER: ("dưới",),
    Bound.AT_MOST: ("tối đa", "không quá", "nhiều nhất"),
}
_BOUNDS = {word: bound for bound, words in _WORDS.items() for word in words}
_FROM = "từ"
_CLOSINGS = {"trở lên": Bound.AT_LEAST, "trở xuống": Bound.AT_MOST}
_SIGNS = {"+": 1, "tăng": 1, "-": -1, "−": -1, "giảm": -1}
_RANK_LEADS = tuple(f"{verb}{noun}" for verb in ("", "xếp ", "đứng ") for noun in ("hạng", "thứ"))
_RANKED = (
    *("tỉnh", "thành", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu"),
    *("sở", "ban", "ngành", "cơ quan", "đơn vị", "địa phương"),
)
# «nghìn tỷ» comes before «nghìn», with which it begins.
_SCALES = {f"{thousand} {billion}": 10**12 for thousand in ("nghìn", "ngàn") for billion in ("tỷ", "tỉ")}
_SCALES |= {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_KINDS = {
    "%": Kind.PERCENT,
    "phần trăm": Kind.PERCENT,
    "điểm": Kind.SCORE,
    "điểm phần trăm": Kind.POINTS,
    "điểm %": Kind.POINTS,
    "đồng": Kind.MONEY,
}
_UNITS = {Kind.PERCENT: "%", Kind.SCORE: " điểm", Kind.POINTS: " điểm phần trăm", Kind.MONEY: " đồng"}
_NAMES = {
    Kind.COUNT: "số lượng",
    Kind.PERCENT: "tỷ lệ phần trăm",
    Kind.RATIO: "số phần trên tổng số",
    Kind.RANK: "thứ hạng",
    Kind.SCORE: "số điểm",
    Kind.MONEY: "số tiền",
    Kind.POINTS: "số điểm phần trăm",
}
_EXAMPLES = {
    Kind.COUNT: ("1.210", "gần 30.000", "48,6 nghìn", "43/173"),
    Kind.PERCENT: ("93,62%", "trên 95%", "từ 70% trở lên", "19/34"),
    Kind.RATIO: ("43/173",),
    Kind.RANK: ("hạng 14/63", "hạng 1"),
    Kind.SCORE: ("87,6/100 điểm", "87,6 điểm"),
    Kind.MONEY: ("450.000 đồng", "4,8 tỷ đồng"),
    Kind.POINTS: ("1,5 điểm phần trăm", "giảm 1,5 điểm phần trăm"),
    Kind.GRADE: ("Khá", "Hoàn thành tốt nhiệm vụ"),
    Kind.STATEMENT: ("Đã ban hành kế hoạch",),
}
# Words, a number, n after a slash, words. It matches every text at once, without a second try at any character.
_PIECES = re.compile(r"([^0-9]*)([0-9][0-9.,]*|)(?: */ *([0-9][0-9.,]*))?(.*)", re.DOTALL)
_PLAIN_COUNT = re.compile(r"[0-9]{1,2}|[1-9][0-9]{2,14}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}")
_PLAIN_PERCENT = re.compile(r"([0-9]{1,2}|[1-9][0-9]{2})(?:,([0-9]{1,9}))?%")
_NUMBER = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?")
_ONE_SIGN = re.compile(r"([0-9]+)([.,])([0-9]+)")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@lru_cache(maxsize=4096)  # «100%» and «không có» stand everywhere
def parse(text: str, kind: Kind, *, unit: str = "") -> Value | State | Misprint:
    """The value that a text prints where an indicator of this kind and unit expects one, or a question to the editor.

    The value's kind is RATIO where a count or percent is expected and «43/173» stands. Words are compared in any case;
    a word after the number must be the indicator's unit or belong to its kind («điểm», «đồng», «phần trăm»).
    """
    text = normalise(text)
    if kind is Kind.COUNT and _PLAIN_COUNT.fullmatch(text):
        return Value(text, kind, Decimal(text.replace(".", "")), step=_ONE)  # most figures; the same as below
    if kind is Kind.PERCENT and (plain := _PLAIN_PERCENT.fullmatch(text)):
        number = Decimal(text[:-1].replace(",", "."))
        return Value(text, kind, number, step=_ONE.scaleb(-len(plain[2] or "")))  # the same as below
    words = _words(text)
    printed = _Printed(text, kind, normalise(unit), next(_PIECES.finditer(text)))
    if words in list(State):
        return State(words)
    if kind is Kind.STATEMENT or kind is Kind.GRADE:
        clear = _is_grade(words) if kind is Kind.GRADE else any(c.isalnum() for c in words)
        return (
            Value(text, kind) if clear else printed.question("text-unreadable", "{} chưa phải là lời văn cần có ở đây.")
        )
    if words == NOTHING and kind in (Kind.COUNT, Kind.RATIO, Kind.MONEY):
        return Value(text, kind, Decimal(0), step=Decimal(1))
    if words == NOTHING:
        help = f"Xin viết con số như nguồn đã in, hoặc {listed((f'«{state}»' for state in State), 'hoặc')}."
        return printed.question("kind-mismatch", f"{{}} chưa rõ nghĩa khi cần {_NAMES[kind]}.", help=help)
    if not printed.number or len(text) > _LONGEST:
        return printed.question("number-unreadable", "{} không phải là một số viết theo lối Việt Nam.")
    return printed.value()


class _Doubt(NamedTuple):
    code: str
    message: str
    fixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Printed:
    """A text around one number, taken apart."""

    text: str
    kind: Kind
    unit: str
    pieces: re.Match[str]

    @property
    def lead(self) -> str:
        return _words(self.pieces[1])

    @property
    def number(self) -> str:
        return self.pieces[2]

    @property
    def is_ratio(self) -> bool:
        return self.pieces[3] is not None

    @property
    def closing(self) -> str:
        return next((phrase for phrase in _CLOSINGS if _words(self.pieces[4]).endswith(phrase)), "")

    def value(self) -> Value | Misprint:
        """The value, or the first question that its words, its bound, its number or all together ask."""
        unit, scale_word = self._unit_and_scale()
        scale = _SCALES.get(scale_word, 1)
        stated = self._stated(unit, scale)
        missing = _UNITS.get(self.kind, "") if stated is Kind.COUNT else ""
        if stated is None:
            return self._unit_question(unit, scale_word)
        if not (missing or self._accepts(stated)):
            return self.question("kind-mismatch", f"{{}} là {_NAMES[stated]}, mà ở đây cần {_NAMES[self.kind]}.")
        bound = self._bound()
        if bound is None:
            return self._bound_question()

        numbers = []
        for group in (2, 3) if self.is_ratio else (2,):
            number = self._number(self.pieces[group], scaled=scale > 1)
            if isinstance(number, _Doubt):
                fixes = tuple(fix + missing for fix in number.fixes)
                return self.question(number.code, number.message, self.pieces.span(group), fixes)
            numbers.append(number)
        if missing:
            message = f"{{}} chưa ghi rõ là {_NAMES[self.kind]}."
            return self.question("kind-mismatch", message, self.pieces.span(2), (self.number + missing,))
        value = Value(
            text=self.text,
            kind=Kind.RATIO if self.is_ratio and self.kind in (Kind.COUNT, Kind.PERCENT) else self.kind,
            number=-numbers[0] if _SIGNS.get(self.lead, 1) < 0 else _times(numbers[0], scale),
            of=numbers[1] if self.is_ratio else None,
            bound=bound,
            step=_times(Decimal(1).scaleb(-len(self.number.partition(",")[2])), scale),
        )
        return self._contradiction(value) or value

    def _unit_and_scale(self) -> tuple[str, str]:
        words = _words(self.pieces[4]).removesuffix(self.closing).rstrip(" ")
        if self.kind in (Kind.COUNT, Kind.MONEY) and not self.is_ratio and not _is_unit(words, self.unit):
            scale = next((scale for scale in _SCALES if f"{words} ".startswith(f"{scale} ")), "")
            return words.removeprefix(scale).strip(" "), scale
        return words, ""

    def _stated(self, unit: str, scale: int) -> Kind | None:
        """What the words say the number is, or None when they are not known here. Without words it is a count."""
        if self.lead in _RANK_LEADS:
            return Kind.RANK if not unit or (self.is_ratio and _is_ranked(unit)) else None
        if self.kind is Kind.MONEY and scale > 1 and not unit:
            return Kind.MONEY
        if not unit or (self.kind in (Kind.COUNT, Kind.RATIO) and _is_unit(unit, self.unit)):
            return Kind.RATIO if self.is_ratio else Kind.COUNT
        if not self.is_ratio:
            return _KINDS.get(unit)
        if self.kind is Kind.SCORE:
            return Kind.RATIO if unit == "điểm" else None
        # Neither money nor points come as k/n, whatever the unit.
        known = self.kind in (Kind.MONEY, Kind.POINTS) or (self.kind is Kind.RANK and _is_ranked(unit))
        return Kind.RATIO if known else None

    def _accepts(self, stated: Kind) -> bool:
        if stated is Kind.RATIO:
            return self.kind not in (Kind.MONEY, Kind.POINTS)
        return stated is self.kind or (stated is Kind.COUNT and self.kind is Kind.RANK)

    def _bound(self) -> Bound | None:
        if self.kind is Kind.RANK:  # «hạng 10 trở lên»: a better rank, or a greater number?
            return Bound.EXACT if self.lead in ("", *_RANK_LEADS) and not self.closing else None
        if self.closing:
            bound = _CLOSINGS[self.closing]
            return bound if self.lead in ("", _FROM) or _BOUNDS.get(self.lead) is bound else None
        return Bound.EXACT if self.kind is Kind.POINTS and self.lead in _SIGNS else _BOUNDS.get(self.lead)

    def _number(self, token: str, *, scaled: bool) -> Decimal | _Doubt:
        """The number as Vietnamese writes it; two readings, or none, are a doubt."""
        measured = self.kind in (Kind.SCORE, Kind.POINTS) or (self.kind is Kind.PERCENT and not self.is_ratio)
        fractional = measured or scaled
        if sum(c.isdigit() for c in token) > _MOST_DIGITS:
            return _Doubt("number-unreadable", "{} có quá nhiều chữ số.")
        if parts := _ONE_SIGN.fullmatch(token):
            whole, sign, decimals = parts.groups()
            with_point, with_comma, joined = f"{whole}.{decimals}", f"{whole},{decimals}", str(int(whole + decimals))
            if _THOUSANDS.fullmatch(token):
                if sign == "." and measured:  # «12.345%»: nobody reaches twelve thousand percent
                    return _ambiguous(with_comma, joined, fixes=(with_comma, joined))
                if sign == "," and not fractional:
                    return _ambiguous(with_point, token.rstrip("0").rstrip(","), fixes=(with_point,))
            elif sign == "." and fractional:
                message = "{} dùng dấu chấm; phần thập phân được viết sau dấu phẩy."
                return _Doubt("number-decimal-point", message, (with_comma,))
            elif sign == "." and len(decimals) <= 3:
                # Spreadsheets turn 1.210 into 1.21.
                restored = whole + "." + decimals.ljust(3, "0")
                fixes = (joined, restored) if _THOUSANDS.fullmatch(restored) else (joined,)
                return _ambiguous(with_comma, *fixes, fixes=fixes)
        if re.match(r"0[0-9]{2}", token):  # «08» is how forms fill two places; in «058» something is missing
            digits = re.sub("[.,]", "", token)
            fixes = (str(int(digits)), f"0,{digits[1:]}") if fractional else (str(int(digits)),)
            message = "{} bắt đầu bằng chữ số 0, có lẽ thừa hay thiếu một dấu, một chữ số."
            return _Doubt("number-ambiguous", message, fixes)
        if not _NUMBER.fullmatch(token):
            return _Doubt("number-unreadable", "{} không phải là một số viết theo lối Việt Nam.")
        if "," in token and not fractional:
            return _Doubt("count-has-decimals", "{} có phần thập phân, mà ở đây cần một số nguyên.")
        return Decimal(token.replace(".", "").replace(",", "."))

    def _contradiction(self, value: Value) -> Misprint | None:
        """The question asked by a number that cannot be."""
        number, of = value.number or Decimal(0), value.of
        span = (self.pieces.start(2), self.pieces.end(3 if self.is_ratio else 2))
        if of == 0:
            help = f"Nếu không có gì để tính, xin ghi «{State.NOT_APPLICABLE}»."
            return self.question("ratio-zero", "{} chia cho số không.", span, help=help)
        if self.kind is Kind.RANK and (number < 1 or (of is not None and number > of)):
            return self.question("rank-outside", "{} không phải là một thứ hạng có thể có.", span)
        if of is not None and number > of:
            help = "Số đứng trước dấu «/» không lớn hơn số đứng sau; xin xem lại nguồn."
            return self.question("ratio-exceeds", "{} có phần lớn hơn toàn bộ.", span, help=help)
        if self.kind in (Kind.COUNT, Kind.MONEY) and number % 1:
            return self.question("count-has-decimals", "{} không thành một số nguyên.")
        if not value._said.intersects(value._possible):
            return self.question("bound-unclear", "{} là điều không thể có.")
        return None

    def _bound_question(self) -> Misprint:
        if self.lead not in (*_BOUNDS, _FROM) and not self.closing:
            return self.question("number-unreadable", "Chưa hiểu {} đứng trước con số.", self.pieces.span(1))
        open_ended = self.lead == _FROM and self.kind is not Kind.RANK
        fixes = tuple(f"{self.text} {phrase}" for phrase in _CLOSINGS) if open_ended else ()
        return self.question("bound-unclear", "{} chưa rõ là từ mức nào đến mức nào.", fixes=fixes)

    def _unit_question(self, unit: str, scale: str) -> Misprint:
        start, end = self.pieces.span(4)
        if not all(c.isalpha() or c in " ,%" for c in unit):
            return self.question("number-unreadable", "Chưa hiểu {} đứng sau con số.", (start, end))
        bare = self.kind is Kind.RANK or (self.kind is Kind.PERCENT and self.is_ratio)
        right = "" if bare else _UNITS.get(self.kind, f" {self.unit}").rstrip(" ")
        fixed = f"{self.text[:start]}{f' {scale}' if scale else ''}{right} {self.closing}".strip(" ")
        help = f"Nếu nguồn tính bằng «{right.strip(' ')}», xin viết «{fixed}»." if right else f"Xin viết «{fixed}»."
        if self.closing:
            end = len(self.text.rstrip(" ")) - len(self.closing)
        if scale:
            last = scale.rpartition(" ")[2]
            start += self.text[start:end].lower().index(last) + len(last)
        return self.question("unit-unknown", "{} không phải là đơn vị của chỉ số này.", (start, end), help=help)

    def question(
        self,
        code: str,
        message: str,
        span: tuple[int, int] | None = None,
        fixes: tuple[str, ...] = (),
        *,
        help: str = "",
    ) -> Misprint:
        """A question about the characters of the span, or about all; each fix stands for them in a corrected text."""
        start, end = span or (0, len(self.text))
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" "))
        found = self.text[start:end].rstrip(" ")
        shown = f"«{found[:40]}{'…' if len(found) > 40 else ''}»"
        message = message.replace("{}", shown) if found else "Giá trị chưa được ghi."
        corrected = [f"«{(self.text[:start] + fix + self.text[start + len(found) :]).strip(' ')}»" for fix in fixes]
        if not help and corrected:
            unsure = code == "number-ambiguous" or len(corrected) > 1
            help = f"Xin {'xem lại nguồn rồi ' if unsure else ''}viết {listed(corrected, 'hoặc')}."
        help = help or f"Ví dụ: {listed((f'«{example}»' for example in _EXAMPLES[self.kind]), 'hoặc')}."
        return Misprint(code, _printable(message), _printable(help), start, len(found))


def _ambiguous(*readings: str, fixes: tuple[str, ...]) -> _Doubt:
    return _Doubt("number-ambiguous", f"{{}} chưa rõ là {' hay '.join(readings)}.", fixes)


def _times(number: Decimal, scale: int) -> Decimal:
    product = EXACTLY.multiply(number, Decimal(scale))
    return number if scale == 1 else product if product % 1 else Decimal(int(product))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _words(text: str) -> str:
    return " ".join(filter(None, text.lower().split(" ")))


def _is_unit(words: str, unit: str) -> bool:
    """Whether the words are the unit, give or take tone marks."""
    plain = all(c.isalpha() or c in " ,-" for c in words)
    return bool(words) and (words == _words(unit) or (plain and slug(words) == slug(unit) != ""))


def _is_ranked(words: str) -> bool:
    return all(word.strip(" ") in _RANKED for word in re.split(",| và ", words))


def _is_grade(words: str) -> bool:
    return len(words) <= _LONGEST_GRADE and any(c.isalpha() for c in words) and not any(c.isnumeric() for c in words)
