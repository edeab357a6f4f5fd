"""Tables of a web page as a workbook: what many systems call an export to Excel (.xls) is a page, and pages are saved.

Each table is a sheet, in the order in which they end; cells over several rows or columns are merged, and every value is
the text that a browser shows.
"""

import io
import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

import openpyxl

_BEGINNING = 2_000
_TAG = re.compile(rb"<(?:!doctype html|html|head|meta|style|body|div|table|center)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNSEEN = frozenset(("script", "style", "title", "template", "noscript"))
_APART = frozenset(("br", "p", "div", "li"))
_CONDITION = re.compile(r"<!\[[^>]*>?")
"""What office programs write for one another, and html.parser stumbles over."""
_NO_LETTERS = re.compile("[\x00-\x1f\x7f]+")
_MOST_COLUMNS, _MOST_ROWS, _MOST_CELLS = 500, 20_000, 500_000


class _Cell(NamedTuple):
    words: list[str]
    rows: int
    columns: int


class _Table(NamedTuple):
    rows: list[list[_Cell]]


def is_page(content: bytes) -> bool:
    """Whether a file is a web page, whatever it is called."""
    text = _decoded(content[: 2 * _BEGINNING]).encode()
    return bool(_TAG.match(text.lstrip())) and b"<workbook" not in text.lower()


def workbook_of(content: bytes) -> bytes | None:
    """The tables of a page; None where there are none, or one is larger than any export."""
    reader = _Reader()
    reader.feed(_CONDITION.sub(" ", _decoded(content)))
    reader.close()
    tables = [table for table in reader.tables if any(table.rows)]
    if not tables:
        return None
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    if not all(_draw(table, book.create_sheet(f"Bảng {number}")) for number, table in enumerate(tables, 1)):
        return None
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _decoded(content: bytes) -> str:
    found = _CHARSET.search(content[:_BEGINNING])
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    try:
        return content.decode(marked or (found[1].decode() if found else "utf-8"), errors="replace")
    except LookupError:
        return content.decode(errors="replace")


class _Reader(HTMLParser):
    """Gathers tables, also those inside cells of others."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cells: list[_Cell | None] = []
        """The cell that is open in each open table."""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        said = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._open.append(_Table([]))
            self._cells.append(None)
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag in _APART:
            self.handle_data(" ")
        elif tag in ("tr", "td", "th") and self._open:
            self._begin(tag, said)

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        rows = self._open[-1].rows
        if tag == "tr" or not rows:
            rows.append([])
        cell = _Cell([], _count(said, "rowspan"), _count(said, "colspan")) if tag != "tr" else None
        self._cells[-1] = cell
        if cell and "display:none" not in said.get("style", "").replace(" ", "").lower():
            rows[-1].append(cell)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._open and tag == "table":
            self.tables.append(self._open.pop())
            self._cells.pop()
        elif self._open and tag in ("tr", "td", "th"):
            self._cells[-1] = None

    def handle_data(self, data: str) -> None:
        """Keep what is read in a cell."""
        cell = self._cells[-1] if self._cells else None
        if cell and not self._unseen:
            cell.words.append(data)


def _count(said: dict[str, str], name: str) -> int:
    text = said.get(name, "").strip()
    return min(max(1, int(text)), _MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _draw(table: _Table, sheet: Any) -> bool:
    """Put a table on a sheet; says whether the whole of it is there."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows, 1):
        column = 1
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if column + cell.columns > _MOST_COLUMNS or row > _MOST_ROWS or len(taken) > _MOST_CELLS:
                return False
            _put(cell, sheet, row, column=column)
            taken |= {(row + down, column + on) for down in range(cell.rows) for on in range(cell.columns)}
            column += cell.columns
    return True


def _put(cell: _Cell, sheet: Any, row: int, *, column: int) -> None:
    text = _NO_LETTERS.sub("\ufffd", " ".join("".join(cell.words).split()))
    if text:
        place = sheet.cell(row, column, text)
        place.data_type = "s"  # «=1+1» is what the page shows
    if text and cell.rows * cell.columns > 1:
        sheet.merge_cells(None, row, column, row + cell.rows - 1, column + cell.columns - 1)
