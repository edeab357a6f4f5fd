"""A table of procedures: one row a procedure and a source."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bantin.vietnamese import listed, normalise


class Column(StrEnum):
    """A column that is read, by its name."""

    CODE = "ma_thu_tuc"
    NAME = "ten"
    FIELD = "linh_vuc"
    TIER = "cap_thuc_hien"
    OFFICE = "co_quan_thuc_hien"
    TIME_DIRECT = "thoi_han_truc_tiep"
    TIME_ONLINE = "thoi_han_truc_tuyen"
    TIME_POST = "thoi_han_buu_chinh"
    FEE_DIRECT = "phi_truc_tiep"
    FEE_ONLINE = "phi_truc_tuyen"
    FEE_POST = "phi_buu_chinh"
    PAPERS = "thanh_phan_ho_so"
    SETS = "so_bo_ho_so"
    APPLICANTS = "doi_tuong"
    RESULT = "ket_qua"
    BASES = "can_cu_phap_ly"
    ONLINE_LEVEL = "muc_do_dvc"
    DECISION = "quyet_dinh_cong_bo"
    PORTAL = "link_dichvucong"
    PLACE = "dia_phuong"
    SOURCE = "nguon"
    SOURCE_DAY = "ngay_nguon"
    ERA = "era"
    NOTE = "ghi_chu"


NEEDED = (Column.CODE, Column.NAME, Column.PLACE, Column.SOURCE)
"""Without these a table says of nothing where it belongs."""


class TableError(Exception):
    """The file is no table of procedures; the message says why."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the table, the heading being the first, and its cells."""

    number: int
    cells: Mapping[Column, str]

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    def left(self, column: Column, *sentences: str) -> Iterator["Remark"]:
        """What is told of a cell, sentence by sentence."""
        return (Remark(self.number, sentence, (column,)) for sentence in sentences)


@dataclass(frozen=True)
class Remark:
    """What could not be placed, or wants to be looked at."""

    row: int
    sentence: str
    columns: tuple[str, ...] = ()
    """None where it is about the whole row."""

    def __str__(self) -> str:
        cells = f", cột {listed(f'«{column}»' for column in self.columns)}" if self.columns else ""
        return f"Dòng {self.row}{cells}: {self.sentence}"


def told_once(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks by row, and one where the same is said of several cells of a row."""
    columns: dict[tuple[int, str], list[str]] = {}
    for remark in remarks:
        columns.setdefault((remark.row, remark.sentence), []).extend(remark.columns)
    return tuple(
        Remark(row, sentence, tuple(dict.fromkeys(columns[row, sentence])))
        for row, sentence in sorted(columns, key=lambda pair: pair[0])
    )


def rows_of(content: bytes) -> tuple[Row, ...]:
    """The rows of a table; empty ones count and say nothing."""
    lines = _decoded(content).splitlines(keepends=True)
    heading = lines[0] if lines else ""
    table = csv.DictReader(lines, delimiter=max(",;\t", key=heading.count), restkey="")
    if missing := [f"«{column}»" for column in NEEDED if column not in (table.fieldnames or ())]:
        raise TableError(f"Bảng chưa có cột {listed(missing)}; dòng đầu của bảng là tên các cột.")
    return tuple(Row(number, _cells(cells.items())) for number, cells in enumerate(table, start=2))


def unknown_columns(content: bytes) -> tuple[str, ...]:
    """The names of columns that nothing is read from."""
    heading = next(iter(_decoded(content).splitlines()), "")
    names = next(csv.reader([heading], delimiter=max(",;\t", key=heading.count)), [])
    return tuple(name for name in names if name and name not in [*Column])


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError("Bảng chưa được lưu theo bảng mã UTF-8; mời lưu lại dạng «CSV UTF-8».") from error


def _cells(cells: Iterable[tuple[str, str | list[str] | None]]) -> dict[Column, str]:
    known = [*Column]
    return {Column(name): _clean(text) for name, text in cells if name in known and isinstance(text, str)}


def _clean(text: str) -> str:
    """The text on one line, without signs that nobody sees."""
    return " ".join("".join(c if c.isprintable() else " " for c in normalise(text)).split())
