"""Codes of procedures in files, and in the names of files."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from bantin.model.procedures import Code, CodeForm, code_of
from bantin.places import suffixes
from bantin.problems import Location, Problem, Text, excerpt
from bantin.reading.blocks import Block

_IN_NAME = re.compile(r"[1-9]\.[0-9]{6}(?:(?:\.000\.00\.00)?\.H[0-9]{2})?(?=[ (_])", re.IGNORECASE)
"""A code with something behind it: «1.001193 (1)», «1.001193 - Copy»."""
_EXAMPLE = "Mã viết như 1.001193; của địa phương như 1.004873.000.00.00.H01; của cơ sở dữ liệu cũ như T-THA-288411-TT."


def code_in_name(path: PurePosixPath) -> Code | Problem:
    """The code that the name of a file is."""
    code = code_of(path.stem)
    if code:
        return code
    if (found := _IN_NAME.match(path.stem)) and (meant := code_of(found[0])):
        message = f"Tên tệp {excerpt(path.name)} có thêm chữ sau mã {meant.text}; có lẽ là bản sao của tệp khác."
        help = f"Bản thừa thì xóa; không thì đổi tên tệp thành «{meant.text}.yml»."
        return Problem(Location(str(path)), "procedure-code-unreadable", message, help)
    message = f"Tên tệp {excerpt(path.name)} không phải là mã thủ tục."
    return Problem(Location(str(path)), "procedure-code-unreadable", message, f"Đặt tên tệp theo mã. {_EXAMPLE}")


def code_in(block: Block, text: Text) -> Code | None:
    """The code that a value of a block is; a problem where it is none."""
    code = code_of(text.value)
    if not code:
        message = f"{excerpt(text.value)} không phải là mã thủ tục."
        block.note(Problem(text.at, "procedure-code-unreadable", message, _EXAMPLE, length=len(text.value)))
    return code


def doubts_of(code: Code, at: Location, *, province: str, on: date | None) -> Iterator[Problem]:
    """What is doubtful about a code: that it has no form that codes have, or the number of another province."""
    if code.form is CodeForm.IRREGULAR:
        message = f"Mã {excerpt(code.text)} không có dạng thường gặp."
        help = f"{_EXAMPLE} Nếu nguồn in đúng như vậy thì giữ nguyên."
        yield Problem(at, "procedure-code-irregular", message, help, warning=True)
    owner = suffixes.owner_of(code.province)
    if owner and province and not suffixes.may_be(code.province, province, on=on):
        message = f"Trong mã {excerpt(code.text)}, «{code.province}» là số của {owner.full_name}."
        help = "Xem lại mã, và xem tệp có nằm đúng thư mục của tỉnh không."
        yield Problem(at, "procedure-code-elsewhere", message, help, warning=True)
