"""The answer to a form that cannot be read as it is: the same workbook, its doubtful cells coloured and annotated.

A first sheet lists all that is to be looked at, and leads to the cells. Whoever mends the copy sends it back as it is:
the marks of an answer before are taken away, the list is no table of the form.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from bantin.editors.forms.book import as_workbook
from bantin.problems import Problem

NAME = "Lời nhắn"
"""The sheet that lists what is to be looked at."""
_AUTHOR = "bantin"
_WRONG, _UNSURE = (PatternFill("solid", fgColor=colour) for colour in ("FFC7CE", "FFEB9C"))
_PLAIN = PatternFill()
_HEADINGS, _HEADED = ("STT", "Trang tính", "Ô", "Lời nhắn"), 3
_WIDTHS = (6, 26, 10, 100)
_LONGEST = 20_000
"""How many letters of a note are kept; a workbook takes 32,767."""


def answered(content: bytes, problems: Sequence[Problem]) -> bytes:
    """The workbook with what there is to say of it; the same for the same problems."""
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(content)), keep_links=False)
    _forget(book)
    for problem in problems:
        if problem.location.sheet in book.sheetnames and problem.location.line:
            _mark(book[problem.location.sheet].cell(problem.location.line, problem.location.column), problem)
    _list(book.create_sheet(NAME, 0), problems)
    book.active = 0
    for sheet in book.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _forget(book: Any) -> None:
    """Take away what an answer before has marked."""
    if NAME in book.sheetnames:
        book.remove(book[NAME])
    for sheet in book.worksheets:
        for cell in [*sheet._cells.values()]:
            if cell.comment and cell.comment.author == _AUTHOR:
                cell.comment, cell.fill = None, _PLAIN


def _mark(cell: Any, problem: Problem) -> None:
    earlier = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == _AUTHOR else ""
    text = f"{earlier}{problem.sentences}"[:_LONGEST]
    cell.comment = Comment(text, _AUTHOR, height=40 + 20 * (len(text) // 40 + 1), width=320)
    cell.fill = _UNSURE if problem.warning and not earlier else _WRONG


def _list(sheet: Any, problems: Iterable[Problem]) -> None:
    sheet["A1"] = "Các ô cần xem lại. Xin sửa ngay trong tệp này, lưu lại rồi gửi lại; ô cần xem được tô màu."
    for place, heading in enumerate(_HEADINGS, start=1):
        sheet.cell(_HEADED, place, heading)
    for number, problem in enumerate(problems, start=1):
        _line(sheet, number, problem)
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for cell in (sheet.cell(1, 1), *sheet[_HEADED]):
        cell.font = Font(bold=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _line(sheet: Any, number: int, problem: Problem) -> None:
    at, row = problem.location, _HEADED + number
    cell = f"{get_column_letter(at.column)}{at.line}" if at.sheet and at.line else ""
    for place, text in enumerate((number, at.sheet, cell, problem.sentences), start=1):
        put = sheet.cell(row, place)
        put.alignment = Alignment(wrap_text=place == len(_WIDTHS), vertical="top")
        if isinstance(text, str):
            put.value, put.data_type = text, "s"  # a text that begins with «=» is no formula
        else:
            put.value = text
    if cell:
        quoted = at.sheet.replace("'", "''")
        sheet.cell(row, 3).hyperlink = f"#'{quoted}'!{cell}"
        sheet.cell(row, 3).font = Font(underline="single", color="0563C1")


def _undated(content: bytes) -> bytes:
    """The same workbook without the moment at which it was saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename == "docProps/core.xml":
                text = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", text)
            new.writestr(zipfile.ZipInfo(info.filename), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()
