"""Deadlines and fees in a cell: one for all, or one by case."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bantin.editors.procedures.cells import CUT, Placed, Plain, by_case, is_cut, is_of_programs, parts_of, whole
from bantin.vietnamese import lower_first, upper_first

_TOLD = re.compile(r"(?P<said>.*?)\s*(?:;\s*mô tả:|—)\s*(?P<told>.*)")
"""A value with the words that the portal prints beside it."""
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_TIME = rf"(?:không quá\s+)?{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?\s*(?:ngày làm việc|ngày|giờ|tháng)"
_IS_TIME = re.compile(_TIME, re.IGNORECASE)
_CASES = re.compile(rf"(?:[^:;]+:\s*{_TIME})(?:;\s*[^:;]+:\s*{_TIME})+", re.IGNORECASE)
_OTHER = re.compile(rf"(?P<number>{_NUMBER})\s*(?:\(đơn vị «?OTHER»?[^)]*\)|OTHER)", re.IGNORECASE)
_OF_CASE = re.compile(r"(?:đối với\s+(?:các\s+)?)?(?:trường hợp\s+)?(?P<case>[^:]{3,80}):\s", re.IGNORECASE)
_MONEY = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)\s*(?P<currency>Việt Nam Đồng|VNĐ|VND|đồng|đ|USD)(?P<rest>.*)",
    re.IGNORECASE,
)
_ZERO = re.compile(r"(?:giá trị\s+)?0(?:\s*(?:đồng|VNĐ))?", re.IGNORECASE)
FREE, NOUGHT = "Miễn phí", "0"
_UNNAMED = "nguồn in nhiều mức mà không nói rõ trường hợp nào; mời ghi tên trường hợp."


class _Part(NamedTuple):
    """One value of a cell."""

    case: str
    text: str
    left: tuple[str, ...] = ()


def deadline_in(cell: str) -> Placed[Plain]:
    """The deadline of a cell; «» where it says none."""
    if _CASES.fullmatch(cell):
        pairs = (part.split(":", 1) for part in cell.split(";"))
        return Placed(by_case((case.strip(), _decimals(time.strip())) for case, time in pairs))
    return _joined([_deadline(part) for part in parts_of(cell)])


def fee_in(cell: str) -> Placed[Plain]:
    """The fee of a cell; «» where it says none."""
    if cell and not parts_of(cell):
        return Placed("", ("ô chỉ có dấu ngăn, không có mức nào.",))
    return _joined([_fee(part) for part in parts_of(cell)])


def _joined(parts: Sequence[_Part]) -> Placed[Plain]:
    """The only value, or a group by case."""
    said = [part for part in parts if part.text]
    left = tuple(sentence for part in parts for sentence in part.left)
    if len({(part.case, part.text) for part in said}) <= 1:
        return Placed(said[0].text if said else "", left)
    unnamed = () if all(part.case for part in said) else (_UNNAMED,)
    named = ((upper_first(part.case or f"trường hợp {place}"), part.text) for place, part in enumerate(said, start=1))
    return Placed(by_case(named), (*left, *unnamed))


def _deadline(text: str) -> _Part:
    if other := _OTHER.fullmatch(text):
        return _Part("", other["number"], ("đơn vị in là «OTHER», nên chỉ ghi con số.",))
    said, told = _divided(text)
    case = _OF_CASE.match(told)
    left = (f"còn lời kèm theo: «{told}»; mời xem có phải là một trường hợp riêng.",) if told else ()
    if is_of_programs(said):
        return _Part("", "", (f"không rõ là thời hạn nào: «{said}».",))
    if is_cut(said):
        return _Part("", whole(said).rstrip("."), (CUT.format(said),))
    return _Part(lower_first(case["case"]) if case else "", _decimals(said), left)


def _fee(text: str) -> _Part:
    said, told = _divided(text)
    if _ZERO.fullmatch(said) or (said == FREE and told):
        words = whole(told.lstrip("(").strip())
        nought = "" if told else NOUGHT  # with words that were cut off, nobody knows what it means
        return _Part("", words.rstrip(".") or nought, (CUT.format(told),) if is_cut(told) else ())
    money = _MONEY.match(said)
    if not money:
        return _Part("", whole(said), (CUT.format(said),) if is_cut(said) else ())
    rest = money["rest"].strip()
    if rest and not rest.startswith("/"):
        return _Part("", _amount(money) if is_cut(rest) else said, (CUT.format(said),) if is_cut(rest) else ())
    if told.startswith("/") and not is_cut(told):
        return _Part("", f"{_amount(money)}{told}")
    left = (f"còn lời kèm theo: «{told}»; mời xem có phải là một trường hợp riêng.",) if told else ()
    return _Part("", f"{_amount(money)}{rest}", left)


def _divided(text: str) -> tuple[str, str]:
    found = _TOLD.fullmatch(text)
    return (found["said"], found["told"]) if found else (text, "")


def _decimals(text: str) -> str:
    """Decimals after a comma and units in small letters, where it is a time and nothing else."""
    if not _IS_TIME.fullmatch(text):
        return text
    return re.sub(r"(?<=[0-9])\.(?=[0-9])", ",", text).lower()


def _amount(money: re.Match[str]) -> str:
    digits = f"{int(re.sub('[.,]', '', money['digits'])):,}".replace(",", ".")
    return f"{digits} {'USD' if money['currency'].upper() == 'USD' else 'đồng'}"


def are_alike(one: Plain, other: Plain) -> bool:
    """Whether two sources print the same: a portal's nought is shown as «Miễn phí» by some that copy it."""
    return one == other or (one in (FREE, NOUGHT) and other in (FREE, NOUGHT))


def fuller(one: Plain, other: Plain) -> Plain | None:
    """The one of two values that says more, where the other says nothing against it.

    It kept a currency that was lost («10 USD/bản», «10 đồng/bản»), or goes on («2.000 đồng/trang (từ trang 3 …)»).
    """
    if isinstance(one, dict) and isinstance(other, dict):
        if len(one) != len(other):
            return None
        kept = [fuller(mine, its) for mine, its in zip(one.values(), other.values(), strict=True)]
        return dict(zip(one, kept, strict=True)) if None not in kept else None  # type: ignore[arg-type]
    return _fuller(one, other) if isinstance(one, str) and isinstance(other, str) else None


def _fuller(one: str, other: str) -> str | None:
    for short, long in ((one, other), (other, one)):
        if short == long or long.startswith((f"{short} (", f"{short};")):
            return long
    if one.replace(" USD", " đồng") == other.replace(" USD", " đồng"):
        return one if " USD" in one else other
    return None
