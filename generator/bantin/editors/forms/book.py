"""A workbook as what is seen in its cells: texts as they were typed, numbers as their formats show them.

Where nobody can tell what is seen (a cell that is hidden, a formula without its result, a day where Excel made one of
«12/26») the cell has a problem and no text.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from bantin.editors.forms.shown import shown
from bantin.editors.forms.web import is_page, workbook_of
from bantin.problems import Location, Problem, excerpt
from bantin.vietnamese import date_text, normalise

LARGEST = 10_000_000
"""How many bytes a filled form may have: an empty one has 40,000."""
_LARGEST_HEADING = 1_000
_LARGEST_INSIDE = 100_000_000
_HIDDEN_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff]"
)
_BROKEN = (InvalidFileException, zipfile.BadZipFile, LookupError, ValueError, TypeError, AttributeError, SyntaxError,
           EOFError, OSError, NotImplementedError, ArithmeticError)  # fmt: skip
"""What openpyxl raises on files of strangers: no one kind of error."""
_TYPE_AGAIN = "Xin đổi định dạng ô thành Văn bản (Text) rồi gõ lại đúng như văn bản in."


class Seen(NamedTuple):
    """What is seen in a cell."""

    text: str
    """In NFC, without spaces at its ends; where there is a problem, what stands there all the same."""
    at: Location
    problem: Problem | None = None
    day: date | None = None
    """The day, where it is one and certainly this."""


@dataclass(frozen=True)
class Paper:
    """One sheet."""

    name: str
    source: str
    sheet: Any
    """As it is, with the results of formulas."""
    formulas: Any
    """The same with the formulas themselves."""

    @property
    def is_seen(self) -> bool:
        """Whether the sheet is visible."""
        return str(self.sheet.sheet_state) == "visible"

    @property
    def at(self) -> Location:
        """The sheet itself."""
        return Location(self.source, 0, 1, self.name)

    def rows(self) -> Iterator[tuple[int, Mapping[int, Seen]]]:
        """The rows in which something stands, with their numbers: what is seen, by the numbers of the columns."""
        for number, cells in groupby(self._cells, key=lambda cell: int(cell.row)):
            found = {cell.column: self._seen(cell) for cell in cells if self._holds_something(cell)}
            if found:
                yield number, found

    @cached_property
    def _cells(self) -> list[Any]:
        """The cells that the file has, in order: a sheet may have a million empty rows besides, which are none."""
        return [cell for _, cell in sorted(self.sheet._cells.items())]

    def plain(self, columns: int) -> Iterator[Mapping[int, object]]:
        """The values of the first columns, row by row, as they are kept."""
        for _, cells in groupby(self._cells, key=lambda cell: int(cell.row)):
            yield {cell.column: cell.value for cell in cells if cell.column <= columns}

    def _holds_something(self, cell: Any) -> bool:
        return cell.value is not None or self._formula(cell) is not None

    def _formula(self, cell: Any) -> object:
        value = self.formulas.cell(cell.row, cell.column).value if self._has_formulas else None
        return value if value is not None and cell.value is None else None

    @cached_property
    def _has_formulas(self) -> bool:
        return any(cell.data_type == "f" for cell in self.formulas._cells.values())

    def _seen(self, cell: Any) -> Seen:
        at = Location(self.source, cell.row, cell.column, self.name)
        if doubt := self._out_of_sight(cell) or self._joined(cell):
            return Seen(_text(cell.value), at, Problem(at, "form-cell", *doubt))
        return _what_is_seen(cell.value, str(cell.number_format), at)

    def _out_of_sight(self, cell: Any) -> tuple[str, str] | None:
        row, column = cell.row in self._hidden_rows, cell.column in self._hidden_columns
        if not (row or column or not self.is_seen):
            return None
        where = "trang tính" if not self.is_seen else "dòng" if row else "cột"
        message = f"Ô có ghi {excerpt(_text(cell.value))} mà {where} đang bị ẩn, nên chưa rõ có được tính không."
        return message, f"Xin cho hiện {where} ấy (Unhide) rồi xem lại; không dùng thì xóa giá trị."

    @cached_property
    def _hidden_rows(self) -> frozenset[int]:
        return frozenset(row for row, said in self.sheet.row_dimensions.items() if said.hidden or said.height == 0)

    @cached_property
    def _hidden_columns(self) -> frozenset[int]:
        said = [column for column in self.sheet.column_dimensions.values() if column.hidden or column.width == 0]
        return frozenset(number for column in said for number in range(column.min or 0, (column.max or 0) + 1))

    def _joined(self, cell: Any) -> tuple[str, str] | None:
        joined = self._merged.get((cell.row, cell.column))
        if not joined:
            return None
        message = f"Ô {excerpt(_text(cell.value))} được gộp với ô khác ({joined}), nên chưa rõ là của dòng, cột nào."
        return message, "Xin bỏ gộp ô (Unmerge) rồi ghi từng ô một giá trị."

    @cached_property
    def covering(self) -> Mapping[tuple[int, int], str]:
        """The texts of merged cells, for every cell that each of them covers."""
        return {
            (row, column): _text(self.sheet.cell(found.min_row, found.min_col).value)
            for found in self.sheet.merged_cells.ranges
            if found.size["rows"] * found.size["columns"] <= _LARGEST_HEADING
            for row in range(found.min_row, found.max_row + 1)
            for column in range(found.min_col, found.max_col + 1)
        }

    @cached_property
    def _merged(self) -> Mapping[tuple[int, int], str]:
        return {(found.min_row, found.min_col): str(found.coord) for found in self.sheet.merged_cells.ranges}


def as_workbook(content: bytes) -> bytes:
    """The file as it is; of a web page the workbook of its tables, where it has any."""
    is_small = len(content) <= LARGEST
    return (workbook_of(content) or content) if is_small and is_page(content) else content


def papers_of(content: bytes, source: str) -> tuple[Paper, ...] | Problem:
    """The sheets of a workbook; the problem of a file that is none."""
    content = as_workbook(content)
    if strange := _strange(content, source):
        return strange
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(content)) as archive:
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out, none of which we read
            if sum(file.file_size for file in archive.infolist()) > _LARGEST_INSIDE:
                return Problem(Location(source), "file-too-large", "Bảng tính này quá lớn.", "Chỉ gửi biểu đã điền.")
            values = openpyxl.load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except _BROKEN as error:
        return _unreadable(source, f"Không mở được tệp này như một bảng tính ({type(error).__name__}).")
    return tuple(
        Paper(sheet.title, source, sheet, formulas[sheet.title])
        for sheet in values.worksheets
        if sheet.title in formulas
    )


def _strange(content: bytes, source: str) -> Problem | None:
    """The problem of a file that is no .xlsx, by how it begins."""
    if len(content) > LARGEST:
        return Problem(Location(source), "file-too-large", "Tệp này quá lớn.", "Chỉ gửi biểu đã điền.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        kind = "có mật khẩu" if locked else "theo dạng Excel 97-2003 (.xls)"
        help = "Bỏ mật khẩu rồi lưu lại." if locked else "Mở bằng Excel, chọn «Lưu thành» (Save as), dạng .xlsx."
        return _unreadable(source, f"Tệp này được lưu {kind}.", help)
    if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        return _unreadable(
            source, "Tệp này được lưu theo dạng của LibreOffice (.ods).", "Chọn «Lưu thành», dạng .xlsx."
        )
    if is_page(content):
        return _unreadable(source, "Tệp này là một trang web mà không có bảng nào đọc được.")
    if not content.startswith(b"PK"):
        return _unreadable(source, "Tệp này không phải là tệp .xlsx, dù tên có thể ghi vậy.")
    return None


def _unreadable(
    source: str, message: str, help: str = "Xin lưu lại thành .xlsx, hoặc chép số sang biểu gốc."
) -> Problem:
    return Problem(Location(source), "form-unreadable", message, help)


def _text(value: object) -> str:
    return "" if value is None else normalise(str(value)).strip()


def _what_is_seen(value: object, format: str, at: Location) -> Seen:
    if value is None:
        message = "Ô này là công thức chưa có kết quả."
        return _not_seen(at, message, "Mở bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô.")
    if isinstance(value, bool):
        return _not_seen(at, f"Ô này là {'TRUE' if value else 'FALSE'}, không phải là chữ hay số.", _TYPE_AGAIN)
    if isinstance(value, int | float):
        text = shown(value, format)
        if text is None:
            return _not_seen(at, f"Chưa đọc được số theo định dạng {excerpt(format)} của ô này.", _TYPE_AGAIN)
        return Seen(text, at)
    if isinstance(value, datetime | date):
        return _day(value.date() if isinstance(value, datetime) else value, format, at)
    if isinstance(value, time) or not isinstance(value, str):
        return _not_seen(at, "Bảng tính đã hiểu giá trị của ô này là giờ hoặc khoảng thời gian.", _TYPE_AGAIN)
    text = _text(value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if _HIDDEN_SIGNS.search(text):
        return _not_seen(at, "Trong ô này có ký tự ẩn, không ai nhìn thấy.", "Xin xóa hết ô rồi gõ lại.")
    return Seen(text, at)


def _day(day: date, format: str, at: Location) -> Seen:
    """A day; of 03/04 nobody knows which number is the month, unless the format itself puts the day first."""
    told = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|\\\\.", "", format.lower())
    is_certain = told.lstrip().startswith("d") or day.day > 12 or day.day == day.month
    message = f"Bảng tính đã hiểu giá trị của ô này là ngày {date_text(day)}."
    if not is_certain:
        message += f" Máy đặt theo lối Mỹ thì đó có thể là ngày {date_text(day.replace(day=day.month, month=day.day))}."
    return Seen("", at, Problem(at, "form-cell", message, _TYPE_AGAIN), day if is_certain else None)


def _not_seen(at: Location, message: str, help: str) -> Seen:
    return Seen("", at, Problem(at, "form-cell", message, help))
