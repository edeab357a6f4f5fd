"""Questions to the editor about the text of a figure that is no clear value."""

from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Kind, State, Value
from bantin.problems import printable
from bantin.reading.numbers.bounds import CLOSINGS, FROM, opposed, words_of
from bantin.reading.numbers.digits import Doubt
from bantin.reading.numbers.printed import LEAD, NUMBER, OF, REST, Printed, is_lead_of_rank
from bantin.vietnamese import listed

UNITS = {Kind.PERCENT: "%", Kind.SCORE: " điểm", Kind.POINTS: " điểm phần trăm", Kind.MONEY: " đồng"}
"""What a number of a kind needs after it."""
NAMES = {
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


def question(printed: Printed, doubt: Doubt, *, span: tuple[int, int] | None = None) -> Misprint:
    """A question about the characters of the span, or about all; each fix stands for them in a corrected text."""
    start, end = span or (0, len(printed.text))
    start += len(printed.text[start:end]) - len(printed.text[start:end].lstrip(" "))
    found = printed.text[start:end].rstrip(" ")
    shown = f"«{found[:40]}{'…' if len(found) > 40 else ''}»"
    message = doubt.message.replace("{}", shown) if found else "Giá trị chưa được ghi."
    before, after = printed.text[:start], printed.text[start + len(found) :]
    help = doubt.help or _help(
        printed.kind, doubt.code, fixed=[f"«{(before + x + after).strip(' ')}»" for x in doubt.fixes]
    )
    return Misprint(doubt.code, printable(message), printable(help), start, len(found))


def question_of_kind(printed: Printed, stated: Kind) -> Misprint:
    """The question asked by a number of another kind than the indicator's."""
    return question(printed, Doubt("kind-mismatch", f"{{}} là {NAMES[stated]}, mà ở đây cần {NAMES[printed.kind]}."))


def question_of_bound(printed: Printed) -> Misprint:
    """The question asked by words that do not say whether the number is the least or the most."""
    words = words_of(printed.lead)
    if words is None and not (printed.kind is Kind.RANK and is_lead_of_rank(printed.lead)):
        doubt = Doubt("number-unreadable", "Chưa hiểu {} đứng trước con số.")
        return question(printed, doubt, span=printed.pieces.span(LEAD))
    if printed.kind is not Kind.RANK and words and opposed(words, printed.closing):
        core = _without_closing(printed)[printed.pieces.start(NUMBER) :]
        doubt = Doubt(
            "bound-unclear", "{} vừa là mức thấp nhất, vừa là mức cao nhất.", (f"tối thiểu {core}", f"tối đa {core}")
        )
        return question(printed, doubt)
    open_ended = printed.lead == FROM and printed.kind is not Kind.RANK
    fixes = tuple(f"{printed.text} {phrase}" for phrase in CLOSINGS) if open_ended else ()
    return question(printed, Doubt("bound-unclear", "{} chưa rõ là từ mức nào đến mức nào.", fixes))


def _without_closing(printed: Printed) -> str:
    text = printed.text.rstrip(" ")
    return text[: len(text) - len(printed.closing)].rstrip(" ")


def question_of_unit(printed: Printed) -> Misprint:
    """The question asked by words after the number that are not the indicator's unit."""
    start, end = printed.pieces.span(REST)
    if not all(c.isalpha() or c in " ,%" for c in printed.unit):
        doubt = Doubt("number-unreadable", "Chưa hiểu {} đứng sau con số.")
        return question(printed, doubt, span=(start, end))
    before = printed.text[:start]
    if printed.closing:
        end = len(printed.text.rstrip(" ")) - len(printed.closing)
    help = _help_with_unit(printed, before, printed.text[end:])
    if printed.scale:
        last = printed.scale.rpartition(" ")[2]
        start += printed.text[start:end].lower().index(last) + len(last)
    doubt = Doubt("unit-unknown", "{} không phải là đơn vị của chỉ số này.", help=help)
    return question(printed, doubt, span=(start, end))


def question_of_value(printed: Printed, value: Value) -> Misprint | None:
    """The question asked by a number that cannot be."""
    kind, number, of = printed.kind, value.number or Decimal(0), value.of
    span = (printed.pieces.start(NUMBER), printed.pieces.end(OF if printed.is_ratio else NUMBER))
    if of == 0:
        help = f"Nếu không có gì để tính, xin ghi «{State.NOT_APPLICABLE}»."
        return question(printed, Doubt("ratio-zero", "{} chia cho số không.", help=help), span=span)
    if kind is Kind.RANK and (number < 1 or (of is not None and number > of)):
        return question(printed, Doubt("rank-outside", "{} không phải là một thứ hạng có thể có."), span=span)
    if of is not None and number > of:
        help = "Số đứng trước dấu «/» không lớn hơn số đứng sau; xin xem lại nguồn."
        return question(printed, Doubt("ratio-exceeds", "{} có phần lớn hơn toàn bộ.", help=help), span=span)
    if kind in (Kind.COUNT, Kind.MONEY) and number % 1:
        return question(printed, Doubt("count-has-decimals", "{} không thành một số nguyên."))
    if not value.is_possible:
        return question(printed, Doubt("bound-unclear", "{} là điều không thể có."))
    return None


def _help(kind: Kind, code: str, *, fixed: list[str]) -> str:
    if not fixed:
        return f"Ví dụ: {listed((f'«{example}»' for example in _EXAMPLES[kind]), 'hoặc')}."
    unsure = code == "number-ambiguous" or len(fixed) > 1
    return f"Xin {'xem lại nguồn rồi ' if unsure else ''}viết {listed(fixed, 'hoặc')}."


def _help_with_unit(printed: Printed, number: str, rest: str) -> str:
    """The text with the right unit between the number and the rest of it."""
    bare = printed.kind is Kind.RANK or (printed.kind is Kind.PERCENT and printed.is_ratio)
    right = "" if bare else UNITS.get(printed.kind, f" {printed.expected}").rstrip(" ")
    scale = f" {printed.scale}" if printed.scale else ""
    fixed = f"{number}{scale}{right} {rest.strip(' ')}".strip(" ")
    return f"Nếu nguồn tính bằng «{right.strip(' ')}», xin viết «{fixed}»." if right else f"Xin viết «{fixed}»."
