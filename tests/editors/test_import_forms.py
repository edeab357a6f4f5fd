"""What comes back: each way in which people fill a form gives the right figure, or the right message at the right cell."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from conftest import Site, edition
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from shipped import REPOSITORY, shipped
from test_form import form, third_quarter
from test_guide import EXAMPLES
from trying import THOROUGH, tries

from bantin.cli import main
from bantin.editors.forms import Imported, answered, drawn, form_of, imported
from bantin.editors.forms.layout import FIELD, INDICATOR, RowKind
from bantin.model.reports import Report
from bantin.reading.trees import Entries, Items, Node, tree_of

Book = openpyxl.Workbook
RECORDED = Path(__file__).with_name("bieu-luu-bang-libreoffice.xlsx")
"""A form that LibreOffice saved, with figures, a formula and a percentage."""
FIELDS, RATES, ABOUT = "Biểu 06", "Tỷ lệ, điểm, hạng", "Nguồn, nhận định"
SOURCE = {"Tên": "Báo cáo quý IV năm 2026", "Cơ quan": "Ủy ban nhân dân xã Vĩnh Thuận"}
QUARTER = "data/an-giang/xa-vinh-thuan/2026-quy-3.yml"


@cache
def empty() -> bytes:
    return drawn(form())


def row_at(sheet: openpyxl.worksheet.worksheet.Worksheet, name: str) -> int:
    return next(
        row for row in range(1, sheet.max_row + 1) if name in (sheet.cell(row, 1).value, sheet.cell(row, 2).value)
    )


def sourced() -> Book:
    """An empty form but for its source."""
    book = openpyxl.load_workbook(io.BytesIO(empty()))
    for key, text in SOURCE.items():
        book[ABOUT].cell(row_at(book[ABOUT], key), 2, text)
    return book


def saved(book: Book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes, current: str | None = None) -> Imported:
    file = None if current is None else current.encode()
    return imported(content, "bieu.xlsx", catalogue=shipped(), current=lambda _: file)


def values(node: Node | None, way: tuple[str, ...] = ()) -> dict[str, str]:
    """Every value of a tree by the names that lead to it."""
    if isinstance(node, Entries):
        parts = [values(value, (*way, key.value)) for key, value in node.pairs]
    elif isinstance(node, Items):
        parts = [values(value, way) for value in node.nodes]
    else:
        return {" > ".join(way): node.value} if node else {}
    return {name: text for part in parts for name, text in part.items()}


def said(found: Imported) -> dict[str, str]:
    """What a data file would hold, without its source."""
    assert found.is_sound, [problem.line() for problem in found.problems]
    told = values(tree_of(found.content, found.path).value) if found.content else {}
    return {name: text for name, text in told.items() if not name.startswith("Nguồn")}


def lines(found: Imported) -> list[str]:
    return [problem.line() for problem in found.problems]


def with_xml(content: bytes, cell: str, inside: str, kind: str = "") -> bytes:
    """A form in whose first sheet a cell holds some XML, as programs write it that compute."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                text, count = re.subn(
                    rf'<c r="{cell}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)'.encode(),
                    lambda found: f'<c r="{cell}"{(found[1] or b"").decode()}{kind}>{inside}</c>'.encode(), text,
                )  # fmt: skip
                assert count == 1
            new.writestr(info, text)
    return out.getvalue()


LAND = "Số liệu > Toàn xã / Đất đai > Hồ sơ phải giải quyết"
WHOLE = "Số liệu > Toàn xã > Hồ sơ phải giải quyết"
RATE = "Số liệu > Toàn xã > Tỷ lệ hồ sơ tiếp nhận trực tuyến"


def put(
    book: Book, value: object, format: str = "@", *, sheet: str = FIELDS, name: str = "Đất đai", column: int = 3
) -> None:
    cell = book[sheet].cell(row_at(book[sheet], name), column)
    cell.value, cell.number_format = value, format


def rate(book: Book, value: object, format: str = "@") -> None:
    put(book, value, format, sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến")


RIGHT: Mapping[str, tuple[Callable[[Book], object], dict[str, str]]] = {
    "text with a point": (lambda b: put(b, "1.210"), {LAND: "1.210"}),
    "words about a number": (lambda b: put(b, "gần 700"), {LAND: "gần 700"}),
    "none": (lambda b: put(b, "không có"), {LAND: "không có"}),
    "a state": (lambda b: put(b, "chưa có số liệu"), {LAND: "chưa có số liệu"}),
    "leading zero": (lambda b: put(b, "07"), {LAND: "07"}),
    "a number": (lambda b: put(b, 1210, "General"), {LAND: "1210"}),
    "a number in a cell for text": (lambda b: put(b, 1210), {LAND: "1210"}),
    "a number with thousands": (lambda b: put(b, 1210, "#,##0"), {LAND: "1.210"}),
    "a number as accountants write it": (lambda b: put(b, 1210, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'), {LAND: "1.210"}),
    "a number that shows its unit": (lambda b: put(b, 1210, '#,##0" hồ sơ"'), {LAND: "1.210 hồ sơ"}),
    "a number with leading zeros": (lambda b: put(b, 7, "00"), {LAND: "07"}),
    "a percent cell": (lambda b: rate(b, 0.9058, "0.00%"), {RATE: "90,58%"}),
    "a percent cell that rounds": (lambda b: rate(b, 0.9058, "0%"), {RATE: "91%"}),
    "spaces at the ends": (lambda b: put(b, "  1.210 \u00a0"), {LAND: "1.210"}),
    "a line end inside": (lambda b: put(b, "1.210\nhồ sơ"), {LAND: "1.210 hồ sơ"}),
    "letters and marks apart": (lambda b: put(b, "kho\u0302ng co\u0301"), {LAND: "không có"}),
    "pasted with its unit": (lambda b: put(b, "1.210 hồ sơ"), {LAND: "1.210 hồ sơ"}),
    "several fonts in a cell": (
        lambda b: put(b, CellRichText("1.", TextBlock(InlineFont(b=True), "210"))), {LAND: "1.210"}),
    "a row put in": (lambda b: (put(b, "186"), b[FIELDS].insert_rows(8)), {LAND: "186"}),
    "rows put in above the table": (lambda b: (put(b, "186"), b[FIELDS].insert_rows(1, 3)), {LAND: "186"}),
    "a column put in": (lambda b: (put(b, "186"), b[FIELDS].insert_cols(3)), {LAND: "186"}),
    "a column of one's own": (lambda b: (put(b, "186"), b[FIELDS].cell(9, 40, "cột riêng")), {LAND: "186"}),
    "an empty column hidden": (
        lambda b: (put(b, "186"), setattr(b[FIELDS].column_dimensions["D"], "hidden", True)), {LAND: "186"}),
    "a sheet renamed": (lambda b: (put(b, "186"), setattr(b[FIELDS], "title", "Q4")), {LAND: "186"}),
    "sheets in another order": (lambda b: (put(b, "186"), b.move_sheet(FIELDS, 2)), {LAND: "186"}),
    "a sheet of one's own": (lambda b: (put(b, "186"), b.create_sheet("Nháp").cell(1, 1, "12")), {LAND: "186"}),
    "a sheet taken out": (lambda b: (put(b, "186"), b.remove(b[RATES])), {LAND: "186"}),
    "a field by another name": (
        lambda b: (put(b, "186"), put(b, "Quản lý đất đai", column=2)), {LAND: "186"}),
    "a field without marks": (lambda b: (put(b, "186"), put(b, "DAT DAI", column=2)), {LAND: "186"}),
    "a field counted off": (lambda b: (put(b, "186"), put(b, "1. Đất đai", column=2)), {LAND: "186"}),
    "two fields together": (
        lambda b: (put(b, "186"), put(b, "Đất đai + Hộ tịch", column=2)),
        {"Số liệu > Toàn xã / Đất đai + Hộ tịch > Hồ sơ phải giải quyết": "186"}),
    "a field in a free row": (
        lambda b: (b[FIELDS].cell(20, 2, "Môi trường"), b[FIELDS].cell(20, 3, "12")),
        {"Số liệu > Toàn xã / Môi trường > Hồ sơ phải giải quyết": "12"}),
    "another scope": (
        lambda b: (put(b, "186"), put(b, "Trung tâm Phục vụ hành chính công xã", name="Toàn xã", column=2)),
        {"Số liệu > Trung tâm Phục vụ hành chính công xã / Đất đai > Hồ sơ phải giải quyết": "186"}),
    "an indicator by its abbreviation": (
        lambda b: put(b, "251", sheet=RATES, name="Thủ tục hành chính")
        or put(b, "TTHC", sheet=RATES, name="Thủ tục hành chính", column=1),
        {"Số liệu > Toàn xã > Thủ tục hành chính": "251"}),
    "a rate with its base and a remark": (
        lambda b: (rate(b, "46,04%"),
                   put(b, "Hồ sơ tiếp nhận", sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến", column=4),
                   put(b, "Tính cả kỳ trước.", sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến", column=5)),
        {f"{RATE} > Giá trị": "46,04%", f"{RATE} > Mẫu số": "Hồ sơ tiếp nhận", f"{RATE} > Ghi chú": "Tính cả kỳ trước."}),
    "a target": (
        lambda b: (rate(b, "46,04%"),
                   put(b, "tối thiểu 50%", sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến", column=6),
                   put(b, "Kế hoạch số 12/KH-UBND", sheet=ABOUT, name="Căn cứ", column=2),
                   b[ABOUT].cell(row_at(b[ABOUT], "Căn cứ") + 1, 2, "Kế hoạch số 12/KH-UBND"),
                   put(b, None, sheet=ABOUT, name="Căn cứ", column=2)),
        {RATE: "46,04%", RATE.replace("Số liệu", "Chỉ tiêu"): "tối thiểu 50%", "Căn cứ > Tên": "Kế hoạch số 12/KH-UBND"}),
    "a day by the format of the machine": (
        lambda b: (put(b, "186"), put(b, date(2026, 12, 20), "mm-dd-yy", sheet=ABOUT, name="Từ", column=2),
                   put(b, date(2026, 12, 21), "mm-dd-yy", sheet=ABOUT, name="Đến", column=2)),
        {LAND: "186", "Kỳ > Từ": "20/12/2026", "Kỳ > Đến": "21/12/2026"}),
    "the hidden sheet by another name": (lambda b: (put(b, "186"), setattr(b["bantin"], "title", "Sheet4")), {LAND: "186"}),
    "a format down to the last row": (
        lambda b: (put(b, "186"), setattr(b[FIELDS].cell(1_048_576, 3), "number_format", "@")), {LAND: "186"}),
    "words in lines": (
        lambda b: (put(b, "186"), put(b, "Một: hai\n# ba", sheet=ABOUT, name="Kết quả nổi bật", column=2)),
        {LAND: "186", "Nhận định > Kết quả nổi bật": "Một: hai\n# ba"}),
    "the days of the books": (
        lambda b: (put(b, "186"), put(b, date(2026, 9, 15), "dd/mm/yyyy", sheet=ABOUT, name="Từ", column=2),
                   put(b, "14/12/2026", sheet=ABOUT, name="Đến", column=2)),
        {LAND: "186", "Kỳ > Từ": "15/09/2026", "Kỳ > Đến": "14/12/2026"}),
}  # fmt: skip
"""Ways to fill a form, and what the data file then says."""


@pytest.mark.parametrize("habit", RIGHT)
def test_a_habit_gives_the_right_figure(habit: str):
    fill, wanted = RIGHT[habit]
    book = sourced()
    fill(book)

    assert said(read(saved(book))) == wanted


def hide_row(book: Book) -> None:
    put(book, "186")
    book[FIELDS].row_dimensions[8].hidden = True


def hide_column(book: Book) -> None:
    put(book, "186")
    book[FIELDS].column_dimensions["C"].hidden = True


def hide_sheet(book: Book) -> None:
    put(book, "186")
    book[FIELDS].sheet_state = "hidden"


def merge(book: Book) -> None:
    put(book, "186")
    book[FIELDS].merge_cells("C8:D8")


def twice(book: Book) -> None:
    put(book, "186")
    put(book, "Đất đai", name="Hộ tịch", column=2)
    book[FIELDS].cell(9, 3, "187")


WRONG: Mapping[str, tuple[Callable[[Book], object], str]] = {
    "a comma for thousands": (lambda b: put(b, "1,210"), "ô C8: lỗi [number-ambiguous] «1,210» chưa rõ là 1.210 hay 1,21."),
    "a zero that went": (lambda b: put(b, "1.21"), "ô C8: lỗi [number-ambiguous] «1.21» chưa rõ"),
    "a zero that went in a number": (lambda b: put(b, 1.21, "General"), "ô C8: lỗi [count-has-decimals] «1,21»"),
    "a rate without its sign": (lambda b: rate(b, 46.04, "General"), "lỗi [kind-mismatch] «46,04»"),
    "a rate of one": (lambda b: rate(b, 0.9058, "General"), "lỗi [number-ambiguous] «0,9058» chưa có dấu %"),
    "a point for decimals": (lambda b: rate(b, "46.04%"), "ô C12: lỗi [number-decimal-point] «46.04»"),
    "a day in the place of a number": (
        lambda b: put(b, date(2026, 12, 26), "dd/mm/yyyy"), "ô C8: lỗi [form-cell] Bảng tính đã hiểu giá trị của ô này là ngày 26/12/2026."),
    "a day that may be another": (
        lambda b: (put(b, "186"), put(b, date(2026, 3, 4), "mm-dd-yy", sheet=ABOUT, name="Ngày", column=2)),
        "ô B10: lỗi [form-cell] Bảng tính đã hiểu giá trị của ô này là ngày 04/03/2026. Máy đặt theo lối Mỹ thì đó có thể là ngày 03/04/2026."),
    "a formula without its result": (lambda b: put(b, "=543+667", "General"), "ô C8: lỗi [form-cell] Ô này là công thức"),
    "a truth": (lambda b: put(b, True, "General"), "ô C8: lỗi [form-cell] Ô này là TRUE"),
    "a format that nobody follows": (lambda b: put(b, 1210, "0.00E+00"), "ô C8: lỗi [form-cell] Chưa đọc được số"),
    "a dash": (lambda b: put(b, "-"), "ô C8: lỗi [number-unreadable] «-» chưa nói rõ"),
    "a zero that shows as a dash": (
        lambda b: put(b, 0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'), "ô C8: lỗi [number-unreadable] «-» chưa nói rõ"),
    "a letter that nobody sees": (lambda b: put(b, "1.2\u200b10"), "ô C8: lỗi [form-cell] Trong ô này có ký tự ẩn"),
    "another unit": (lambda b: put(b, "12 bộ"), "ô C8: lỗi [unit-unknown] «bộ»"),
    "merged": (merge, "ô C8: lỗi [form-cell] Ô «186» được gộp với ô khác (C8:D8)"),
    "a hidden row": (hide_row, "ô C8: lỗi [form-cell] Ô có ghi «186» mà dòng đang bị ẩn"),
    "a hidden column": (hide_column, "ô C8: lỗi [form-cell] Ô có ghi «186» mà cột đang bị ẩn"),
    "a hidden sheet": (hide_sheet, "ô C8: lỗi [form-cell] Ô có ghi «186» mà trang tính đang bị ẩn"),
    "an unknown field": (
        lambda b: (put(b, "186"), put(b, "Đất đaii", column=2)), "ô B8: lỗi [unknown-member] Không có phân tổ nào tên là «Đất đaii». Có phải là «Đất đai»?"),
    "a row without a name": (lambda b: b[FIELDS].cell(20, 3, "12"), "ô C20: lỗi [form-table] Dòng này có giá trị mà chưa ghi tên lĩnh vực."),
    "a field twice": (twice, "ô C9: lỗi [form-table] Toàn xã / Đất đai, Hồ sơ phải giải quyết là «187» ở đây"),
    "the numbers of columns taken out": (
        lambda b: (put(b, "186"), b[FIELDS].delete_rows(6)), "trang tính “Biểu 06”: lỗi [form-table] Không thấy số cột (1) đến (13)"),
    "a column taken out": (
        lambda b: (put(b, "186"), b[FIELDS].delete_cols(5)), "trang tính “Biểu 06”: lỗi [form-table] Không thấy số cột (5)"),
    "the table twice": (
        lambda b: (put(b, "186"), b.copy_worksheet(b[FIELDS])), "trang tính “Biểu 06 Copy”, ô A6: lỗi [form-table] Số cột (1) đứng ở hai chỗ"),
    "an unknown indicator": (
        lambda b: (b[RATES].cell(22, 1, "Hồ sơ bay"), b[RATES].cell(22, 3, "12")), "ô A22: lỗi [unknown-indicator]"),
    "an indicator of no scope": (
        lambda b: (rate(b, "46,04%"), put(b, None, sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến", column=2)),
        "lỗi [form-table] Dòng này có giá trị mà chưa ghi phạm vi."),
    "a scope of another level": (
        lambda b: (rate(b, "46,04%"), put(b, "Toàn tỉnh", sheet=RATES, name="Tỷ lệ hồ sơ tiếp nhận trực tuyến", column=2)),
        "lỗi [scope-not-here] Phạm vi «Toàn tỉnh»"),
    "a source without its body": (
        lambda b: (put(b, "186"), put(b, None, sheet=ABOUT, name="Cơ quan", column=2)),
        "trang tính “Nguồn, nhận định”, ô B8: lỗi [key-missing] «Nguồn» còn thiếu mục «Cơ quan»."),
    "no source": (
        lambda b: (put(b, "186"), [put(b, None, sheet=ABOUT, name=name, column=2) for name in SOURCE]),
        "trang tính “Nguồn, nhận định”, ô B8: lỗi [source-missing]"),
    "a day written otherwise": (
        lambda b: (put(b, "186"), put(b, "2026-12-20", sheet=ABOUT, name="Ngày", column=2)),
        "trang tính “Nguồn, nhận định”, ô B10: lỗi [date-unreadable]"),
    "no figure": (lambda b: None, "bieu.xlsx:1:1: lỗi [report-empty]"),
    "without what it says of itself": (lambda b: (put(b, "186"), b.remove(b["bantin"])), "bieu.xlsx:1:1: lỗi [form-unreadable] Tệp này không có trang tính ẩn"),
    "of another version": (lambda b: b["bantin"].cell(1, 2, "99"), "lỗi [form-unreadable] Biểu này theo mẫu «99»"),
    "of a place that is none": (lambda b: b["bantin"].cell(2, 2, "../../etc"), "lỗi [form-unreadable] Biểu này là của một trang khác"),
}  # fmt: skip
"""Ways to fill a form of which nobody can tell what was meant, and what is said of them."""


@pytest.mark.parametrize("habit", WRONG)
def test_a_habit_gives_the_right_message(habit: str):
    fill, wanted = WRONG[habit]
    book = sourced()
    fill(book)
    found = read(saved(book))

    assert [line for line in lines(found) if wanted in line][:1], lines(found)
    assert not found.is_sound


def test_a_formula_is_what_it_shows():
    content = with_xml(saved(sourced()), "C8", "<f>543+667</f><v>1210</v>")

    assert said(read(content)) == {LAND: "1210"}


def test_an_error_of_the_spreadsheet_is_a_question():
    found = read(with_xml(saved(sourced()), "C8", "<f>Z1</f><v>#REF!</v>", ' t="e"'))

    assert [line.partition("] ")[0] for line in lines(found)] == [
        "bieu.xlsx, trang tính “Biểu 06”, ô C8: lỗi [number-unreadable"
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel 97-2003"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "LibreOffice (.ods)"),
        ("Lĩnh vực;Tổng số\n".encode(), "không phải là tệp .xlsx"),
        (b"<html><table>", "một trang web mà không có bảng nào"),
        (b"PK\x03\x04 half of a file", "Không mở được"),
        (b"", "không phải là tệp .xlsx"),
    ],
)
def test_a_file_of_another_kind_is_named(content: bytes, told: str):
    [line] = lines(read(content))

    assert "lỗi [form-unreadable]" in line
    assert told in line


def test_what_libreoffice_saved_is_read_alike():
    assert said(read(RECORDED.read_bytes())) == {
        WHOLE: "1.210",
        LAND: "186",
        "Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận trực tuyến": "121",
        RATE: "90,58%",
    }


def test_an_untouched_form_says_nothing_new():
    made = form("2026-quy-3", third_quarter())
    found = read(drawn(made), EXAMPLES[0][1])

    assert (found.added, found.changed, lines(found)) == (0, (), [])
    assert found.content.decode() == EXAMPLES[0][1]


def test_what_changes_is_told_with_its_cell():
    book = openpyxl.load_workbook(io.BytesIO(drawn(form("2026-quy-3", third_quarter()))))
    put(book, "187")
    found = read(saved(book), EXAMPLES[0][1])
    [change] = found.changed

    assert (change.what, change.old, change.new) == ("Toàn xã / Đất đai, Hồ sơ phải giải quyết", "186", "187")
    assert str(change.at) == "bieu.xlsx, trang tính “Biểu 06”, ô C8"
    assert found.content.decode() == EXAMPLES[0][1].replace("Hồ sơ phải giải quyết: 186", "Hồ sơ phải giải quyết: 187")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


@pytest.fixture
def filled(site: Site, tmp_path: Path) -> Path:
    """A form of the small site's district, filled."""
    asked = (
        "form",
        "huyện Vĩnh Thuận, Kiên Giang",
        "2023-quy-3",
        "--root",
        str(site.root),
        "-o",
        str(tmp_path / "bieu"),
    )
    assert CliRunner().invoke(main, list(asked)).exit_code == 0
    [file] = (tmp_path / "bieu").iterdir()
    book = openpyxl.load_workbook(file)
    book[RATES].cell(7, 1, "Hồ sơ tiếp nhận"), book[RATES].cell(7, 2, "Cấp huyện"), book[RATES].cell(7, 3, "312")
    for key, text in SOURCE.items():
        book[ABOUT].cell(row_at(book[ABOUT], key), 2, text)
    book.save(file)
    return file


def test_new_figures_are_written_and_no_others(site: Site, filled: Path):
    target = site.root / "data/kien-giang/huyen-vinh-thuan/2023-quy-3.yml"
    first = run(str(filled.parent), "--root", str(site.root))
    text = target.read_text(encoding="utf-8")
    target.write_text(text.replace("312", "321  # xem lại"), encoding="utf-8")
    second = run(str(filled), "--root", str(site.root))
    kept = target.read_text(encoding="utf-8")
    third = run(str(filled), "--replace", "--root", str(site.root))

    assert (first.exit_code, second.exit_code, third.exit_code) == (0, 1, 0), (
        first.output + second.output + third.output
    )
    assert "Cấp huyện, Hồ sơ tiếp nhận: 321 → 312 (trang tính “Tỷ lệ, điểm, hạng”, ô C7)" in second.output
    assert "321  # xem lại" in kept
    assert "312  # xem lại" in target.read_text(encoding="utf-8")
    assert site.open_problems() == []
    assert "312" in site.page("kien-giang/huyen-vinh-thuan/2023-quy-3/index.md")


def test_two_forms_of_one_place_and_period_are_one_too_many(site: Site, filled: Path):
    (filled.parent / "z.xlsx").write_bytes(filled.read_bytes())
    done = run(str(filled.parent), "--root", str(site.root))

    assert done.exit_code == 1
    assert "z.xlsx:1:1: lỗi [form-table] Biểu này cùng nơi, cùng kỳ với" in done.output


def test_a_wrong_cell_leaves_the_data_as_it_was(site: Site, filled: Path):
    book = openpyxl.load_workbook(filled)
    book[RATES].cell(7, 3, "1.21")
    book.save(filled)
    done = run(str(filled), "--root", str(site.root))

    assert done.exit_code == 1
    assert "trang tính “Tỷ lệ, điểm, hạng”, ô C7: lỗi [number-ambiguous]" in done.output
    assert not (site.root / "data/kien-giang/huyen-vinh-thuan/2023-quy-3.yml").exists()


def wrong() -> Book:
    book = sourced()
    put(book, "1,210")
    rate(book, "46.04%")
    book[FIELDS].cell(20, 3, "12")
    return book


def test_one_answer_names_all_that_is_wrong():
    places = [str(problem.location).rpartition(" ")[2] for problem in read(saved(wrong())).problems]

    assert places == ["C8", "C20", "C12"]


def test_the_answer_colours_the_cells_and_says_why():
    content = saved(wrong())
    problems = read(content).problems
    copy = openpyxl.load_workbook(io.BytesIO(answered(content, problems)))
    marked = [copy[FIELDS]["C8"], copy[FIELDS]["C20"], copy[RATES]["C12"]]

    assert copy.sheetnames[0] == "Lời nhắn"
    assert [row[1:3] for row in copy["Lời nhắn"].iter_rows(min_row=4, values_only=True)] == [
        (FIELDS, "C8"), (FIELDS, "C20"), (RATES, "C12"),
    ]  # fmt: skip
    assert {cell.fill.fgColor.rgb for cell in marked} == {"00FFC7CE"}
    assert [cell.comment.text for cell in marked] == [problem.sentences for problem in problems]
    assert copy[FIELDS]["D8"].fill.fill_type is None


def test_an_answer_that_was_mended_is_read_and_its_marks_go():
    book = sourced()
    put(book, "1,210")
    first = answered(saved(book), read(saved(book)).problems)
    mended = openpyxl.load_workbook(io.BytesIO(first))
    put(mended, "1.210")
    rate(mended, "46.04%")
    again = read(saved(mended))
    second = openpyxl.load_workbook(io.BytesIO(answered(saved(mended), again.problems)))
    rate(mended, None)

    assert said(read(saved(mended))) == {LAND: "1.210"}
    assert [problem.code for problem in again.problems] == ["number-decimal-point"]
    assert (second[FIELDS]["C8"].comment, second[FIELDS]["C8"].fill.fill_type) == (None, None)
    assert second.sheetnames.count("Lời nhắn") == 1


def test_the_same_answer_is_the_same_bytes():
    content = saved(wrong())

    assert answered(content, read(content).problems) == answered(content, read(content).problems)


def test_a_message_that_looks_like_a_formula_is_text():
    book = sourced()
    put(book, "=HYPERLINK(1)")
    book[FIELDS]["C8"].data_type = "s"
    content = saved(book)
    copy = openpyxl.load_workbook(io.BytesIO(answered(content, read(content).problems)))

    assert {cell.data_type for row in copy["Lời nhắn"].iter_rows() for cell in row} <= {"s", "n"}


def test_answers_are_written_beside_and_never_over_the_forms(site: Site, filled: Path):
    book = openpyxl.load_workbook(filled)
    book[RATES].cell(7, 3, "1.21")
    book.save(filled)
    before = filled.read_bytes()
    done = run(str(filled), "--answers", str(filled.parent / "tra-loi"), "--root", str(site.root))
    over = run(str(filled), "--answers", str(filled.parent), "--root", str(site.root))

    assert (done.exit_code, over.exit_code) == (1, 2)
    assert openpyxl.load_workbook(filled.parent / "tra-loi" / filled.name)[RATES]["C7"].comment
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("inside", "kind"),
    [("<v>1e999</v>", ""), ("<v>nan</v>", ""), ("<v></v>", ""), ("<v>99999</v>", ' t="s"'), ("<v>x</v>", ' t="b"')],
)
def test_a_cell_that_no_program_writes_breaks_nothing(inside: str, kind: str):
    found = read(with_xml(saved(sourced()), "C8", inside, kind))

    assert not said(found) if found.is_sound else found.problems


def inside(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]><workbook>&l;</workbook>""" % b"".join(
    b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(11)
)


@pytest.mark.parametrize(
    "change",
    [lambda text: b"", lambda text: text[:300], lambda text: BOMB, lambda text: text.replace(b"UTF-8", b"UTL-8"),
     lambda text: text.replace(b"sheetId=\"1\"", b"sheetId=\"x\""), lambda text: text.replace(b"r:id", b"r:ix")],
)  # fmt: skip
def test_a_broken_workbook_is_named_and_nothing_breaks(change: Callable[[bytes], bytes]):
    found = read(inside(empty(), "xl/workbook.xml", change))

    assert {problem.code for problem in found.problems} <= {"form-unreadable"}
    assert not found.is_sound


COUNTS = st.sampled_from(
    ["1.210", "gần 700", "không có", "07", "0", "chưa có số liệu", "trên 1.000", "48,6 nghìn", "12 hồ sơ"]
)
RATES_SAID = st.sampled_from(["93,62%", "trên 95%", "19/34", "100%", "không áp dụng", "từ 70% trở lên"])


@settings(max_examples=tries(24))
@given(st.data())
def test_whatever_is_filled_in_stands_in_the_data_file(data: st.DataObject):
    book, wanted = sourced(), dict[str, str]()
    fields, rates = form().sheets[:2]
    for at, row in enumerate(fields.rows, start=7):
        for place, column in enumerate(fields.columns[2:], start=3):
            if row.kind in (RowKind.WHOLE, RowKind.ENTRY) and data.draw(st.integers(0, 4)) == 0:
                text, label = data.draw(COUNTS), shipped().indicators[column.means].label
                part = "Toàn xã" if row.kind is RowKind.WHOLE else f"Toàn xã / {row.texts[FIELD]}"
                book[FIELDS].cell(at, place, text)
                wanted[f"Số liệu > {part} > {label}"] = text
    for at, row in enumerate(rates.rows, start=7):
        label = row.texts.get(INDICATOR, "")
        if label.startswith("Tỷ lệ") and data.draw(st.booleans()):
            book[RATES].cell(at, 3, text := data.draw(RATES_SAID))
            wanted[f"Số liệu > Toàn xã > {label}"] = text
    found = read(saved(book))

    assert not wanted or said(found) == wanted


def test_a_form_that_was_read_is_answered_with_its_bulletin(site: Site, filled: Path):
    done = run(str(filled), "--answers", str(filled.parent / "tra-loi"), "--root", str(site.root))
    [file] = (filled.parent / "tra-loi").iterdir()
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    anchors = {tag["id"] for tag in page.select("[id]")}

    assert done.exit_code == 0, done.output
    assert file.name == f"{filled.stem}.html"
    assert "312" in page.get_text()
    assert page.h1
    assert "chưa đăng" in page.get_text()
    assert {link["href"] for link in page.select("a[href]") if not link["href"].startswith("http")} <= {
        f"#{id}" for id in anchors
    }
    assert not page.select("link[href], script[src], img[src]")


@pytest.mark.parametrize(
    "report", [report for report in edition(REPOSITORY).archive.reports if report.is_own][:: 1 if THOROUGH else 9],
    ids=lambda report: report.path,
)  # fmt: skip
def test_the_form_of_what_is_published_says_nothing_new_while_nobody_fills_it(report: Report):
    own = [one for one in edition(REPOSITORY).archive.reports if one.is_own and one.place.path == report.place.path]
    made = form_of(report.place, report.period, catalogue=shipped(), reports=own)
    content = (REPOSITORY / report.at.source).read_bytes()
    assert made
    found = imported(
        drawn(made), "b.xlsx", catalogue=shipped(), current=lambda path: content if path == report.at.source else None
    )

    assert (found.path, found.added, found.changed) == (report.at.source, 0, ())
    assert found.content == content


def test_a_file_that_was_begun_is_filled_and_what_it_leaves_open_is_counted(site: Site, filled: Path):
    new = ["new", "huyện Vĩnh Thuận, Kiên Giang", "2023-quy-3", "--root", str(site.root)]
    assert CliRunner().invoke(main, new).exit_code == 0
    target = site.root / "data/kien-giang/huyen-vinh-thuan/2023-quy-3.yml"
    begun = target.read_text(encoding="utf-8")
    done = run(str(filled), "--root", str(site.root))
    text = target.read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert "Hồ sơ tiếp nhận: 312" in text
    assert begun.count("#") == text.count("#")
    assert "chỗ cần sửa từ trước; mời chạy: bantin check data/kien-giang" in done.output
