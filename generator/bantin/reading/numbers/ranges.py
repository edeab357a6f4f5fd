"""A text with two numbers that are the ends of a range: «100 - 120», «từ 55% đến 60%», «200–300 nghìn»."""

import re
from dataclasses import replace
from decimal import Decimal

from bantin.model import Bound, Kind, Value
from bantin.reading.numbers.bounds import bound_of_range, words_of
from bantin.reading.numbers.digits import Doubt
from bantin.reading.numbers.misprints import Misprint, question, question_of_bound
from bantin.reading.numbers.printed import REST, Printed, taken_apart
from bantin.vietnamese import number

# Two numbers with words before, between and after them; only the last may stand before a slash, of scores.
_RANGE = re.compile(
    r"[^0-9]*([0-9][0-9.,]*)([^0-9/]*?) *([-\u2013\u2014]|đến|tới) *([0-9][0-9.,]*)( */ *[0-9][0-9.,]*)?[^0-9]*",
    re.IGNORECASE,
)
_FIRST, _BETWEEN, _JOINT, _LAST, _OF = 1, 2, 3, 4, 5
_KINDS = (Kind.COUNT, Kind.PERCENT, Kind.SCORE, Kind.MONEY)
_WORDS = ("đến", "tới")
# A year or a hotline, the rest of a telephone number: «2021-2025», «1900-6868», «0297-3829123».
_OTHERWISE = re.compile("1[89][0-9]{2}|20[0-9]{2}|0[0-9]{3,}|[0-9]{6,}")


def ends_of(text: str, kind: Kind, *, unit: str) -> tuple[Printed, Printed] | None:
    """The two ends of the range that a text is; None where it is none. The first has the last one's unit and scale,
    where it has none of its own."""
    found = _RANGE.fullmatch(text) if kind in _KINDS else None
    if not found or (found[_OF] and kind is not Kind.SCORE):
        return None
    first = taken_apart(text, kind, unit=unit, end=found.end(_BETWEEN))
    last = taken_apart(text, kind, unit=unit, start=found.start(_LAST))
    if not (first.unit or first.scale):
        first = replace(first, unit=last.unit or ("điểm" if last.is_ratio else ""), scale=last.scale)
    return first, last


def doubt_of_ends(first: Printed, last: Printed) -> Misprint | None:
    """The question asked by words before or after a range, or by ends that may be no numbers but years and the like."""
    words = words_of(first.lead)
    if words is None or last.closing or bound_of_range(words) is None:
        return question_of_bound(replace(first, closing=last.closing))
    plain = first.kind is Kind.COUNT and not (first.unit or first.scale) and not _is_worded(first.text)
    if plain and (_OTHERWISE.fullmatch(first.number) or _OTHERWISE.fullmatch(last.number)):
        message = "{} chưa rõ là một khoảng, hay là năm, tháng, số điện thoại."
        zeros = first.number.startswith("0") or last.number.startswith("0")
        fixes = () if zeros else (_written_out(Decimal(first.number), Decimal(last.number)),)
        return question(first, Doubt("number-ambiguous", message, fixes))
    return None


def _is_worded(text: str) -> bool:
    """Whether «đến», and not a dash, stands between the ends."""
    found = _RANGE.fullmatch(text)
    return found is not None and found[_JOINT].lower() in _WORDS


def range_of(first: Printed, low: Value, high: Value) -> Value | Misprint:
    """The value that a range prints, from those of its ends; a question where the first is not the less."""
    least, most = low.number or Decimal(0), high.number or Decimal(0)
    borrowed = first.factor if not first.pieces[REST].strip(" ") else 1
    if least > most >= least / borrowed:
        message = f"{{}} chưa rõ số đầu có tính theo «{first.scale}» không."
        return question(first, Doubt("number-ambiguous", message, (_written_out(least / borrowed, most),)))
    if least >= most:
        help = "Xin xem lại cả hai số trong nguồn; số nhỏ ghi trước, số lớn ghi sau."
        return question(first, Doubt("range-reversed", "{} có số đầu không nhỏ hơn số cuối.", help=help))
    words = words_of(first.lead) or ()
    steps = [step for step in (low.step, high.step) if step]
    bound = bound_of_range(words) or Bound.BETWEEN
    return replace(high, text=first.text, number=low.number, bound=bound, step=max(steps), upto=high.number)


def _written_out(least: Decimal, most: Decimal) -> str:
    return f"từ {number(least)} đến {number(most)}"
