"""How much was found, in one line, and whether it lets a command go on."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bantin.problems import Problem
from bantin.vietnamese import number

_BOTH = (
    "Lần này phải xử lý cả cảnh báo (--fail-on warning): xin sửa; con số nào nguồn in đúng như vậy thì ghi lý do ở mục "
    "«Chấp nhận» của con số ấy, rồi kiểm tra lại; trang cũ vẫn giữ nguyên."
)


class Weight(StrEnum):
    """How heavy a problem is."""

    WARNING = "warning"
    ERROR = "error"


def weighty(problems: Iterable[Problem], weight: Weight) -> bool:
    """Whether a problem is as heavy as that, or heavier."""
    return any(not problem.warning or weight is Weight.WARNING for problem in problems)


def summary(problems: Sequence[Problem], weight: Weight = Weight.ERROR) -> str:
    """What was found, and what is to be done before problems of a weight are gone."""
    if not problems:
        return "Số liệu không có lỗi, không có cảnh báo."
    errors = sum(not problem.warning for problem in problems)
    warnings = len(problems) - errors
    found = f"{number(errors)} lỗi, {number(warnings)} cảnh báo."
    if weight is Weight.WARNING and warnings:
        return f"{found}{' Xin sửa các lỗi.' if errors else ''} {_BOTH}"
    return f"{found} Sửa các lỗi rồi kiểm tra lại; trang cũ vẫn giữ nguyên." if errors else found
