"""The most points that a score can have."""

from decimal import Decimal

from bantin.model import Bound, Kind, Value
from bantin.problems import Problem, excerpt
from bantin.reading.blocks import Block
from bantin.reading.numbers import parse

_UNIT = "điểm"


def highest_of(block: Block, kind: Kind | None) -> Decimal | None:
    """What stands at «Tối đa» beside an indicator of a kind: «12» or «12 điểm»."""
    text = block.scalar("Tối đa")
    if not text:
        return None
    if kind is not Kind.SCORE:
        message = "Mục «Tối đa» chỉ dành cho chỉ số tính bằng điểm."
        block.note(Problem(text.at, "kind-mismatch", message, "Xóa mục này, hoặc xem lại «Loại» của chỉ số."))
        return None
    value = parse(f"{text.value.removesuffix(_UNIT).rstrip()} {_UNIT}", Kind.SCORE)
    if isinstance(value, Value) and value.number and value.of is None and value.bound is Bound.EXACT:
        return value.number
    message = f"{excerpt(text.value)} không phải là một số điểm."
    block.note(Problem(text.at, "number-unreadable", message, "Ghi số điểm cao nhất có thể đạt, ví dụ: 12 điểm."))
    return None
