"""What a bulletin prints, row by row: the file that its readers take along."""

from collections.abc import Iterable, Iterator
from datetime import date

from bantin.model import Figure, Kind, Report, Target, Value
from bantin.pages.cells import Cell
from bantin.pages.place_tables import PlaceTable
from bantin.pages.spreadsheets import spreadsheet
from bantin.pages.tables import AreaTables
from bantin.pages.words import aim_remarks, basis_line, corrected, remarks_of, source_in_full
from bantin.places import Unit, gazetteer
from bantin.vietnamese import upper_first

FILE = "so-lieu.csv"
"""Its name beside the bulletin."""
COLUMNS = (
    "Địa phương", "Kỳ", "Loại", "Phạm vi", "Chỉ số", "Công bố (nguyên văn)", "Số nguyên", "Đơn vị tính", "Mẫu số",
    "Tính đến", "Ghi chú", "Đính chính", "Nguồn", "Vị trí trên trang",
)  # fmt: skip
_DOUBTED = "chưa khớp, xem trang của bản tin"
Row = tuple[str, ...]


def figures_file(report: Report, sections: Iterable[AreaTables], by_place: Iterable[PlaceTable]) -> str:
    """All figures and targets of a bulletin as a table, in the order of its page."""
    cells = (cell for section in sections for cell in section.every_cell)
    here = _place(report.place, report.seen_on)
    rows = [
        *(_of_figure(report, cell, place=here, anchor=cell.figure.id) for cell in cells),
        *_of_places(report, by_place),
        *(_of_target(report, target, place=here) for target in report.targets),
    ]
    return spreadsheet(COLUMNS, rows)


def _of_places(report: Report, tables: Iterable[PlaceTable]) -> Iterator[Row]:
    for table in tables:
        for row in table.rows:
            for cell in filter(None, row.cells):
                yield _of_figure(report, cell, place=_place(row.place, report.period.end), anchor=row.id(cell))


def _of_figure(report: Report, cell: Cell, *, place: str, anchor: str) -> Row:
    figure, said = cell.figure, cell.said
    notes = remarks_of(said._replace(base=None, time=None, corrections=()))
    about = (
        said.base.label if said.base else "",
        figure.as_of.name if figure.as_of else "",
        "; ".join([*notes, *([_DOUBTED] if cell.doubted else ())]),
        corrected(figure.corrections),
    )
    return (place, report.period.name, "Kết quả", *_value(figure), *about, *_where(figure, anchor))


def _of_target(report: Report, target: Target, *, place: str) -> Row:
    basis = f"căn cứ {basis_line(target.basis)}" if target.basis else ""
    about = ("", "", "; ".join(filter(None, (*aim_remarks(target), basis))), "")
    return (place, report.period.name, "Chỉ tiêu", *_value(target), *about, *_where(target, target.id))


def _value(fact: Figure | Target) -> Row:
    """Between quotation marks no spreadsheet makes another number of «1.210» or «93,62%», or a day of «8/10»."""
    text = fact.text if fact.is_state else f"«{fact.text}»"
    return (fact.slice.label, _each(i.label for i in fact.indicators), text, _whole(fact.value),
            _each(i.unit for i in fact.indicators))  # fmt: skip


def _whole(value: object) -> str:
    """A whole count, which every spreadsheet reads alike; nothing of any other number."""
    whole = value.whole if isinstance(value, Value) and value.kind is Kind.COUNT else None
    return "" if whole is None else f"{whole:f}"


def _where(fact: Figure | Target, anchor: str) -> Row:
    return _each(map(source_in_full, fact.sources)), f"#{anchor}"


def _place(unit: Unit, on: date) -> str:
    province = gazetteer.province_of(unit)
    name = upper_first(unit.full_name_on(on))
    return name if province == unit else f"{name}, {province.full_name_on(on)}"


def _each(texts: Iterable[str]) -> str:
    first, *others = texts
    return "; ".join(dict.fromkeys([first, *others])) if others else first
