"""Two numbers of which the true one lies between: «100 - 120», «từ 55% đến 60%», «khoảng 200–300 hồ sơ»."""

import re
from dataclasses import replace

from bantin.model import Bound, Kind, Value
from bantin.reading.numbers.digits import Doubt

RANGED = (Kind.COUNT, Kind.PERCENT, Kind.SCORE, Kind.MONEY)
"""The kinds of which a range is a value; between two ranks nobody knows which is better."""

_LEADS = {"": Bound.BETWEEN, "từ": Bound.BETWEEN, "khoảng": Bound.ABOUT, "khoảng từ": Bound.ABOUT}
_LEADS |= {"từ khoảng": Bound.ABOUT, "ước": Bound.ABOUT, "ước từ": Bound.ABOUT, "xấp xỉ": Bound.ABOUT}
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212-"  # the last, or it would be a range of a class
_RANGE = re.compile(
    rf"([^0-9{_DASHES}]*)([0-9][0-9.,]*)([^0-9/{_DASHES}]*?) *(?:[{_DASHES}]| đến | tới ) *([0-9][0-9.,]*)([^0-9/]*)",
    re.IGNORECASE,
)


def ends_of(text: str, kind: Kind) -> tuple[Bound, str, str] | None:
    """What a range says of its ends, and the text of each, with the unit that may be said once; None where a text is no
    range."""
    found = _RANGE.fullmatch(text) if kind in RANGED else None
    if not found:
        return None
    lead, low, unit, high, rest = found.groups()
    bound = _LEADS.get(" ".join(lead.lower().split()))
    if bound is None or unit.strip() not in ("", rest.strip()):
        return None
    return bound, f"{low}{rest}", f"{high}{rest}"


def between(text: str, bound: Bound, low: Value, high: Value) -> Value | Doubt:
    """The value of a range; a doubt where its ends are no two exact numbers in their order."""
    if low.number is None or high.number is None or not low.is_plain or not high.is_plain:
        return Doubt("bound-unclear", "{} chưa rõ là từ mức nào đến mức nào.")
    if low.number >= high.number:
        help = "Xin xem lại nguồn: một khoảng viết từ số nhỏ đến số lớn, ví dụ «100 - 120»."
        return Doubt("bound-unclear", "{} có số đầu không nhỏ hơn số cuối.", help=help)
    step = min(low.step, high.step) if low.step and high.step else high.step
    return replace(high, text=text, number=low.number, upto=high.number, bound=bound, step=step)
