"""The text of a figure («gần 30.000», «93,62%», «hạng 14/63») as a `Value`.

Nothing is guessed: a text with two readings, or none, comes back as a `Misprint`, a question to the editor."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bantin.model import EXACTLY, Bound, Kind, State, Value
from bantin.reading.numbers.cells import NOTHING, doubt_of_cell, doubt_of_share, plain_digits
from bantin.reading.numbers.digits import UNREADABLE, Doubt, digits_together, number_of
from bantin.reading.numbers.misprints import (
    NAMES,
    UNITS,
    Misprint,
    question,
    question_of_bound,
    question_of_kind,
    question_of_unit,
    question_of_value,
)
from bantin.reading.numbers.printed import (
    NUMBER,
    OF,
    RANK_WORDS,
    Printed,
    accepts,
    folded,
    stated_bound,
    stated_kind,
    taken_apart,
)
from bantin.reading.numbers.ranges import doubt_of_ends, ends_of, range_of
from bantin.vietnamese import listed, normalise

_ONE = Decimal(1)
_OTHER_MEASURE = {Kind.SCORE: Kind.PERCENT, Kind.PERCENT: Kind.SCORE}
_LONGEST, _LONGEST_GRADE = 200, 80
_PLAIN_COUNT = re.compile(r"[0-9]{1,2}|[1-9][0-9]{2,14}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}")
_PLAIN_PERCENT = re.compile(r"([0-9]{1,2}|[1-9][0-9]{2})(?:,([0-9]{1,9}))?%")


@lru_cache(maxsize=4096)  # «100%» and «không có» stand everywhere
def parse(text: str, kind: Kind, *, unit: str = "", of_hundred: bool = False) -> Value | State | Misprint:
    """The value that a text prints where an indicator of this kind and unit expects one, or a question to the editor.

    `of_hundred` is whether points and percents of the indicator are one, as some sources print these and some those.
    The value's kind is RATIO where a count or percent is expected and «43/173» stands. Words are compared in any case;
    a word after the number must be the indicator's unit or belong to its kind («điểm», «đồng», «phần trăm»).
    """
    text = normalise(text)
    if kind is Kind.COUNT and _PLAIN_COUNT.fullmatch(text):
        return Value(
            text, kind, Decimal(text.replace(".", "")), step=_ONE, bare=True
        )  # most figures; the same as below
    if kind is Kind.PERCENT and (plain := _PLAIN_PERCENT.fullmatch(text)):
        number = Decimal(text[:-1].replace(",", "."))
        return Value(text, kind, number, step=_ONE.scaleb(-len(plain[2] or "")))  # the same as below
    words = folded(text)
    if words in list(State):
        return State(words)
    printed = taken_apart(text, kind, unit=normalise(unit))
    if doubt := doubt_of_cell(words, kind):
        return question(printed, doubt)
    if kind is Kind.STATEMENT or kind is Kind.GRADE:
        clear = _is_grade(words) if kind is Kind.GRADE else any(c.isalnum() for c in words)
        doubt = Doubt("text-unreadable", "{} chưa phải là lời văn cần có ở đây.")
        return Value(text, kind) if clear else question(printed, doubt)
    if words == NOTHING:
        return _nothing(printed)
    if (ordinary := plain_digits(text)) != text:
        message = "{} có chữ số của bàn phím nước khác; xin gõ lại bằng chữ số thường."
        return _in_other_words(printed, ordinary, message)
    if not printed.number or len(text) > _LONGEST:
        return question(printed, Doubt("number-unreadable", UNREADABLE))
    if (grouped := digits_together(text)) != text:
        return _in_other_words(printed, grouped, "{} có dấu cách giữa các chữ số; hàng nghìn được ngăn bằng dấu chấm.")
    ends = ends_of(text, kind, unit=printed.expected)
    other = _OTHER_MEASURE.get(kind) if of_hundred else None
    if other and stated_kind(ends[1] if ends else printed) is other:
        read = parse(text, other, unit=unit)
        return replace(read, kind=kind) if isinstance(read, Value) else read
    return _range(*ends) if ends else _value(printed)


def _is_grade(words: str) -> bool:
    return len(words) <= _LONGEST_GRADE and any(c.isalpha() for c in words) and not any(c.isnumeric() for c in words)


def _nothing(printed: Printed) -> Value | Misprint:
    if printed.kind in (Kind.COUNT, Kind.RATIO, Kind.MONEY):
        return Value(printed.text, printed.kind, Decimal(0), step=_ONE)
    help = f"Xin viết con số như nguồn đã in, hoặc {listed((f'«{state}»' for state in State), 'hoặc')}."
    return question(printed, Doubt("kind-mismatch", f"{{}} chưa rõ nghĩa khi cần {NAMES[printed.kind]}.", help=help))


def _in_other_words(printed: Printed, plain: str, message: str) -> Misprint:
    """The question asked by digits that are typed otherwise; the plain text is proposed where it can be read."""
    fixes = () if isinstance(parse(plain, printed.kind, unit=printed.expected), Misprint) else (plain,)
    return question(printed, Doubt("number-unreadable", message, fixes))


def _range(first: Printed, last: Printed) -> Value | Misprint:
    """The range between two ends, or the first question that its words or its ends ask."""
    if doubt := doubt_of_ends(first, last):
        return doubt
    high = _value(last)
    low = _value(replace(first, lead="")) if isinstance(high, Value) else high
    if isinstance(low, Misprint) or isinstance(high, Misprint):
        return low if isinstance(low, Misprint) else high
    return range_of(first, low, high)


def _value(printed: Printed) -> Value | Misprint:
    """The value, or the first question that its words, its bound, its number or all together ask."""
    stated = stated_kind(printed)
    if stated is None:
        return question_of_unit(printed)
    missing = UNITS.get(printed.kind, "") if stated is Kind.COUNT else ""
    if not (missing or accepts(printed.kind, stated)):
        return question_of_kind(printed, stated)
    bound = stated_bound(printed)
    if bound is None:
        return question_of_bound(printed)
    if missing and printed.kind is Kind.PERCENT and (share := doubt_of_share(printed.number)):
        return question(printed, share, span=printed.pieces.span(NUMBER))
    numbers = _numbers(printed, missing=missing)
    if isinstance(numbers, Misprint):
        return numbers
    if missing:
        doubt = Doubt("kind-mismatch", f"{{}} chưa ghi rõ là {NAMES[printed.kind]}.", (printed.number + missing,))
        return question(printed, doubt, span=printed.pieces.span(NUMBER))
    value = _of_numbers(printed, numbers, bound=bound)
    return question_of_value(printed, value) or value


def _numbers(printed: Printed, *, missing: str) -> list[Decimal] | Misprint:
    """The number, and the one after a slash; `missing` is the unit that a corrected text has."""
    found = []
    for piece in (NUMBER, OF) if printed.is_ratio else (NUMBER,):
        digits = str(RANK_WORDS.get(printed.pieces[piece].lower(), printed.pieces[piece]))
        number = number_of(digits, measured=printed.is_measured, scaled=printed.factor > 1)
        if isinstance(number, Doubt):
            doubt = number._replace(fixes=tuple(fix + missing for fix in number.fixes))
            return question(printed, doubt, span=printed.pieces.span(piece))
        found.append(number)
    return found


def _of_numbers(printed: Printed, numbers: list[Decimal], *, bound: Bound) -> Value:
    number = numbers[0]
    return Value(
        text=printed.text,
        kind=Kind.RATIO if printed.is_ratio and printed.kind in (Kind.COUNT, Kind.PERCENT) else printed.kind,
        number=-number if printed.is_negative else _times(number, printed.factor),
        of=numbers[1] if printed.is_ratio else None,
        bound=bound,
        step=_times(Decimal(1).scaleb(-len(printed.number.partition(",")[2])), printed.factor),
        bare=not printed.names_unit,
    )


def _times(number: Decimal, scale: int) -> Decimal:
    product = EXACTLY.multiply(number, Decimal(scale))
    return number if scale == 1 else product if product % 1 else Decimal(int(product))
