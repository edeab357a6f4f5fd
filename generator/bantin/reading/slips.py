"""Slips that editors make in YAML, by what libyaml says of them."""

import re
from typing import NamedTuple, Protocol

import yaml

from bantin.problems import Location, Problem, excerpt


class Mark(Protocol):
    """What both parsers of PyYAML tell of a place; from 0."""

    line: int
    column: int


class Slip(NamedTuple):
    """A slip that editors make, by libyaml's words for it."""

    english: str
    message: str
    """{} stands for the sign at the place."""
    help: str
    code: str = "yaml-syntax"
    at_context: bool = False
    """Whether the slip is where libyaml began to read the part, and not where it stopped."""
    line: str = ".*"
    """A pattern for the line up to and with the sign at the place, where libyaml's words alone do not tell."""
    rest: str = ".*"
    """A pattern for the line after it."""


_NO_TAB = "Dòng này thụt vào bằng phím Tab.", "Thụt vào bằng dấu cách, mỗi bậc hai dấu cách."
_NOT_ALIGNED = "Dòng này không thẳng hàng với các dòng cùng cấp.", "Các mục cùng cấp phải bắt đầu ở cùng một cột."
_EMPTY = (
    "Ghi «không có» (bằng không; với tỷ lệ là «0%»), «chưa có số liệu», «không áp dụng» (nơi này không có việc đó) "
    "hoặc «không công bố»; nguồn không nhắc đến thì bỏ cả dòng. Xin sửa mọi dòng như vậy trong tệp."
)
_NOTHING = "Dấu «{}» chưa nói rõ là bằng không, là chưa biết hay là không có việc đó.", _EMPTY
_BLANK = r"\s*(?:#.*)?"
# A name, a colon and what follows at once: no address (https://) and no time (12:30).
_NO_SPACE = re.compile(r"\s*(?:- )?(?P<key>[^\W\d_][^:#\"'{}\[\]|]*):(?P<value>[^\s:/].*)")
_NO_COLON = re.compile(r"\s*(?:- )?(?P<key>[^\W\d_][^:#\"'{}\[\]|]*?) (?P<value>[0-9][^:#\s]*)\s*")
QUOTE = "Đặt cả đoạn chữ trong ngoặc kép."
LEADING_SIGN = "Đoạn chữ này không thể bắt đầu bằng dấu «{}», vì ở đây dấu ấy có nghĩa riêng."
# The order matters: the first that fits is used.
SLIPS = (
    Slip("a tab character", *_NO_TAB),
    Slip("cannot start any token", *_NO_TAB, line=r".*\t"),
    Slip("cannot start any token", "Dấu «%» không thể đứng trước con số hay đoạn chữ.",
          "Viết dấu này sau con số: 95%; nếu là câu chữ thì đặt cả đoạn trong ngoặc kép.", line=".*%"),
    Slip("cannot start any token", LEADING_SIGN, QUOTE),
    Slip("expected node content", LEADING_SIGN, QUOTE, line=".+"),
    Slip("alphabetic or numeric character", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("a tag", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("tag handle", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("a block scalar", "Sau dấu «{}» ở đầu giá trị phải xuống dòng ngay.",
          "Nếu dấu này là một phần của con số, xin viết bằng chữ: trên 95%.", at_context=True),
    Slip("mapping values", "Trong giá trị có dấu hai chấm, nên chưa rõ đâu là tên mục.",
          'Đặt cả giá trị trong ngoặc kép: Tên: "Huyện A: kết quả".', line=r".*:\s.*"),
    Slip("mapping values", "Mục ở dòng này không nối được với dòng ngay trên.",
          "Xem cả hai dòng: các mục cùng cấp phải thẳng hàng; sau tên mục là dấu hai chấm, rồi một dấu cách."),
    Slip("expected ':'", "Dòng này chưa có dấu hai chấm sau tên mục.",
          "Viết: tên mục, dấu hai chấm, một dấu cách, rồi giá trị.", at_context=True),
    Slip("block sequence entries", *_NOTHING, line=".*:.*", rest=_BLANK),
    Slip("mapping keys", *_NOTHING, line=".*:.*", rest=_BLANK),
    Slip("block sequence entries", "Dấu gạch ngang của danh sách phải đứng đầu một dòng.",
          "Xuống dòng rồi mới viết «- »; nếu là câu chữ thì đặt trong ngoặc kép."),
    Slip("expected '-' indicator", "Danh sách phía trên bị ngắt ở dòng này.",
          "Mỗi phần của danh sách bắt đầu bằng dấu gạch ngang, các dấu thẳng hàng nhau."),
    Slip("expected ',' or", "Dấu «{}» mở ra ở đây mà chưa đóng.",
          "Viết mỗi phần của danh sách trên một dòng, bắt đầu bằng «- »; nếu là câu chữ thì đặt trong ngoặc kép.",
          at_context=True),
    Slip("escape c", "Trong ngoặc kép, dấu «\\» có nghĩa riêng.", "Bỏ dấu này, hoặc viết hai dấu liền nhau: \\\\."),
    Slip("quoted scalar", "Dấu {} mở ra ở đây mà chưa đóng.", "Thêm dấu {} ở cuối câu.", at_context=True),
    Slip("expected key", "Sau dấu đóng ngoặc còn có chữ.",
          "Xóa phần chữ ấy, hoặc bao cả đoạn bằng nháy đơn: 'Báo \"Nhân dân\" đăng'.", line=r".*\S.+"),
    Slip("expected key", *_NOT_ALIGNED),
    Slip("expected <document start>", *_NOT_ALIGNED),
)  # fmt: skip


def slip_of(error: yaml.MarkedYAMLError, text: str, *, begin: Location) -> Problem:
    """What libyaml could not read in a text that begins at a place, in words for an editor."""
    words, lines = f"{error.problem} {error.context}", [*text.split("\n"), ""]  # a mark may be after the end
    if "expected node content" in words and error.problem_mark and not any(lines[error.problem_mark.line :]):
        message = "Tệp dừng ở đây mà còn dấu mở ngoặc chưa đóng."
        return Problem(begin.after(text.rstrip()[:-1]), "yaml-syntax", message, QUOTE)
    if found := _slip_of_colon(error, lines, begin=begin):
        return found
    for slip in SLIPS:
        mark = (error.context_mark if slip.at_context else None) or error.problem_mark
        whole, end = (lines[mark.line], mark.column + 1) if mark else ("", 0)
        line = whole[:end]
        if slip.english in words and re.fullmatch(slip.line, line) and re.fullmatch(slip.rest, whole[end:]):
            message, help = (part.replace("{}", line[-1:]) for part in (slip.message, slip.help))
            return Problem(at_mark(mark, begin=begin), slip.code, message, help)
    message = "Dòng này hoặc dòng trước nó chưa viết đúng cách."
    help = "Kiểm tra thụt dòng, dấu hai chấm và ngoặc kép."
    return Problem(at_mark(error.problem_mark, begin=begin), "yaml-syntax", message, help)


def no_space_after(line: str) -> tuple[str, str] | None:
    """The name and the value of a line that has no space after its colon."""
    found = _NO_SPACE.fullmatch(line)
    return (found["key"].strip(), found["value"].strip()) if found else None


def colon_without_space(key: str, value: str, *, at: Location) -> Problem:
    """The problem of «Hồ sơ tiếp nhận:1.210», where the line begins."""
    message = f"Sau dấu hai chấm còn thiếu một dấu cách: {excerpt(f'{key}:{value}')}."
    help = f"Xin viết {excerpt(f'{key}: {value}')}; dòng nào như vậy cũng thêm một dấu cách."
    return Problem(at, "yaml-syntax", message, help, length=len(f"{key}:{value}"))


def _slip_of_colon(error: yaml.MarkedYAMLError, lines: list[str], *, begin: Location) -> Problem | None:
    """The slip of a line whose colon or the space after it is missing: libyaml tells of the line below."""
    if error.context_mark and error.context == "while scanning a simple key":
        place = error.context_mark.line
    elif error.problem_mark and "mapping values" in str(error.problem):
        place = error.problem_mark.line - 1
    else:
        return None
    while place > 0 and _unfinished(lines[place - 1]):
        place -= 1
    line = lines[place] if place >= 0 else ""
    at = Location(begin.source, begin.line + place, len(line) - len(line.lstrip(" -")) + 1)
    if pair := no_space_after(line):
        return colon_without_space(*pair, at=at)
    if found := _NO_COLON.fullmatch(line):
        fixed = excerpt(f"{found['key']}: {found['value']}")
        help = f"Xin viết {fixed}: tên mục, dấu hai chấm, một dấu cách, rồi giá trị."
        return Problem(at, "yaml-syntax", "Dòng này chưa có dấu hai chấm sau tên mục.", help, length=len(line.strip()))
    return None


def _unfinished(line: str) -> bool:
    return bool(no_space_after(line) or _NO_COLON.fullmatch(line))


def at_mark(mark: Mark | None, *, begin: Location) -> Location:
    """Where a mark is in the file of a text that begins at a place."""
    return Location(begin.source, begin.line + mark.line, mark.column + 1) if mark else Location(begin.source)
