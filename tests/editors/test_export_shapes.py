"""Tables of form 06, and of dossiers by place, in the shapes in which systems of offices export them.

The shapes (which headings, how they nest, rows of numbers, sections, sums, words around the table) are those of tables
that were seen; every figure is made up. In each column stands another number, so that one that lands under a wrong
indicator is seen; a column that is told as unclear is read under none.
"""

import io
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import openpyxl
import pytest
from click.testing import CliRunner
from conftest import Site
from test_import_exports import PROVINCE, read
from test_import_forms import lines, said

from bantin.cli import main

EARLY, ON_TIME, LATE = "Hồ sơ giải quyết trước hạn", "Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết quá hạn"
EARLY_OR_ON_TIME, RESOLVED = "Hồ sơ giải quyết trước hạn và đúng hạn", "Hồ sơ đã giải quyết"
PENDING, WITHIN, OVERDUE = "Hồ sơ đang giải quyết", "Hồ sơ đang giải quyết trong hạn", "Hồ sơ đang giải quyết quá hạn"
DUE, RECEIVED, CARRIED = "Hồ sơ phải giải quyết", "Hồ sơ tiếp nhận", "Hồ sơ kỳ trước chuyển sang"
ONLINE, DIRECT = "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ tiếp nhận trực tiếp"
POST, DIRECT_OR_POST = (
    "Hồ sơ tiếp nhận qua bưu chính công ích",
    "Hồ sơ tiếp nhận trực tiếp hoặc qua bưu chính công ích",
)
RETURNED, WITHDRAWN = "Hồ sơ trả lại", "Hồ sơ rút lại"


class Leaf(NamedTuple):
    """A column: its own heading, and the indicator that it is; "" where it must be told as unclear."""

    heading: str
    means: str = ""


class Group(NamedTuple):
    heading: str
    below: "tuple[Heading, ...]"


Heading = Leaf | Group


class Cell(NamedTuple):
    """A heading where it stands: first row and column, how many of each."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


class Shape(NamedTuple):
    columns: tuple[Heading, ...]
    names: tuple[str, str] = ("STT", "Lĩnh vực")
    above: Sequence[Sequence[object]] = ()
    signs: Sequence[str] = ()
    """The row of numbers of columns."""
    below: Sequence[Sequence[object]] = ()


def leaves(columns: Iterable[Heading]) -> list[Leaf]:
    return [leaf for one in columns for leaf in ([one] if isinstance(one, Leaf) else leaves(one.below))]


def depth(columns: Iterable[Heading]) -> int:
    return max(1 if isinstance(one, Leaf) else 1 + depth(one.below) for one in columns)


def laid(columns: Iterable[Heading], row: int, column: int, *, rows: int) -> Iterator[Cell]:
    for one in columns:
        width = len(leaves([one]))
        yield Cell(one.heading, row, column, rows if isinstance(one, Leaf) else 1, width)
        if isinstance(one, Group):
            yield from laid(one.below, row + 1, column, rows=rows - 1)
        column += width


def headings(shape: Shape) -> list[Cell]:
    rows = depth(shape.columns)
    first = [Cell(text, 1, column, rows, 1) for column, text in enumerate(shape.names, 1) if text]
    return [*first, *laid(shape.columns, 1, 3, rows=rows)]


def counts(shape: Shape, first: int) -> list[int]:
    return [first + place for place, _ in enumerate(leaves(shape.columns))]


def workbook(shape: Shape, body: Sequence[Sequence[object]], *, is_merged: bool = True) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in shape.above:
        sheet.append([*row])
    start = len(shape.above)
    for cell in headings(shape):
        top, left = start + cell.row, cell.column
        sheet.cell(top, left, cell.text)
        if is_merged and cell.rows * cell.columns > 1:
            sheet.merge_cells(None, top, left, top + cell.rows - 1, left + cell.columns - 1)
    rows = [[*shape.signs]] if shape.signs else []
    for number, row in enumerate([*rows, *body, *shape.below], start + depth(shape.columns) + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def page(shape: Shape, body: Sequence[Sequence[object]]) -> str:
    rows = [""] * depth(shape.columns)
    for cell in headings(shape):
        rows[cell.row - 1] += f"<td rowspan='{cell.rows}' colspan={cell.columns}><b>{cell.text}</b></td>"
    rows += ["".join(f"<td>{'' if value is None else value}" for value in row) for row in body]
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def meant(shape: Shape, part: str, first: int) -> dict[str, str]:
    """What must be read of a row whose numbers begin with one."""
    known = zip(leaves(shape.columns), counts(shape, first), strict=True)
    return {f"Số liệu > {part} > {leaf.means}": str(count) for leaf, count in known if leaf.means}


def unclear(columns: Iterable[Heading], *above: str) -> list[str]:
    """The headings over each column that must be told, as messages name them."""
    found = list[str]()
    for one in columns:
        words = (*above, " ".join(one.heading.split()))
        found += unclear(one.below, *words) if isinstance(one, Group) else [] if one.means else [" / ".join(words)]
    return found


def told_unclear(lines: Iterable[str]) -> list[str]:
    return [line.partition("Cột «")[2].partition("» chưa rõ")[0] for line in lines if "chưa rõ là của chỉ số" in line]


DONE = (Leaf("Tổng số", RESOLVED), Leaf("Trước hạn", EARLY), Leaf("Đúng hạn", ON_TIME), Leaf("Quá hạn", LATE))
OPEN = (Leaf("Tổng số", PENDING), Leaf("Trong hạn", WITHIN), Leaf("Quá hạn", OVERDUE))
CHANNELS = (Leaf("Trực tuyến", ONLINE), Leaf("Trực tiếp, dịch vụ bưu chính", DIRECT_OR_POST))

PRINTED = Shape(
    (
        Group("Tiếp nhận", (Leaf("Tổng số", DUE), Group("Trong đó", CHANNELS), Leaf("Từ kỳ trước", CARRIED))),
        Group("Số lượng hồ sơ đã giải quyết", (
            Leaf("Tổng số", RESOLVED), Leaf("Trước hạn", EARLY),
            Leaf("Đúng hạn\n(Bao gồm cả hồ sơ chờ Bổ sung và Trả lại/Xin rút)"), Leaf("Quá hạn", LATE))),
        Group("Số lượng hồ sơ đang giải quyết", (
            Leaf("Tổng số", PENDING), Leaf("Trong hạn\n(Bao gồm cả hồ sơ chờ bổ sung và hồ sơ khác)"),
            Leaf("Quá hạn", OVERDUE))),
    ),
    ("TT", "Lĩnh vực, công việc giải quyết theo cấp"),
    (("Biểu số II.06a/VPCP/KSTT", None, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", None, None, "- Đơn vị báo cáo:"),
     (None, None, None, None, None, "- Đơn vị nhận báo cáo: …"), (None, None, "(Từ ngày … đến ngày …)"),
     (None, None, None, None, "Đơn vị tính: Số hồ sơ TTHC.")),
    [str(number) for number in range(1, 14)],
    ((), (*[None] * 9, "ngày 15 tháng 12 năm 2026"), (None, "NGƯỜI LẬP BIỂU", *[None] * 7, "THỦ TRƯỞNG ĐƠN VỊ"),
     (None, None, *[None] * 7, "(Ký, ghi rõ họ tên)")),
)  # fmt: skip
"""Form 06 as printed: what is told of two columns widens them, a row of numbers without brackets, signatures."""

RENAMED = Shape(
    (
        Group("Tiếp nhận", (Leaf("Tổng số", DUE), Group("Trong kỳ", CHANNELS), Leaf("Kỳ trước", CARRIED))),
        Group("Đã xử lý", DONE),
        Group("Đang xử lý", (Leaf("Tổng số", PENDING), Leaf("Đúng hạn", WITHIN), Leaf("Quá hạn", OVERDUE))),
    ),
    ("STT", "Lĩnh vực giải quyết"),
)
"""The same in other words; «Đúng hạn» stands once among what is done, once among what is not."""

LAND = Shape(
    (
        Group("Số hồ sơ phải giải quyết", (
            Leaf("Kỳ trước chuyển sang", CARRIED),
            Group("Tiếp nhận trong kỳ", (Leaf("Trực tiếp", DIRECT), Leaf("Trực tuyến", ONLINE))), Leaf("Cộng", DUE))),
        Group("Đã giải quyết", (
            Leaf("Tổng số", RESOLVED), Leaf("Trước và trong hạn", EARLY_OR_ON_TIME), Leaf("Trễ hạn", LATE),
            Leaf("Tỷ lệ trễ hạn (%)"))),
        Group("Đang giải quyết", (*OPEN, Leaf("Tỷ lệ quá hạn (%)"))),
    ),
    ("STT", "Tên lĩnh vực"),
)  # fmt: skip
"""The total behind its parts, rates among the counts."""

AGENCIES = Shape(
    (
        Leaf("Tổng"), Leaf("Tiếp nhận", RECEIVED), Leaf("Kỳ trước chuyển qua", CARRIED),
        Group("Hồ sơ đã giải quyết", (
            Leaf("Số hồ sơ", RESOLVED), Leaf("Sớm"), Leaf("Đúng"), Leaf("Trễ", LATE))),
        Group("Hồ sơ đang giải quyết", (
            Leaf("Số hồ sơ", PENDING), Leaf("Chưa đến hạn", WITHIN), Leaf("Đã quá hạn", OVERDUE))),
        Leaf("CD rút hồ sơ"), Leaf("Hồ sơ trả lại", RETURNED), Leaf("Tồn cuối"),
    ),
    ("STT", "Cơ quan"),
)  # fmt: skip
"""A row an agency, what was returned and withdrawn beside."""

OUTCOMES = Shape(
    (
        Leaf("Số đầu kỳ"), Leaf("Kỳ trước chuyển qua", CARRIED), Leaf("Tiếp nhận trong kỳ", RECEIVED),
        Group("Kết quả giải quyết trong kỳ", (
            Group("Hồ sơ đã giải quyết xong", (
                Leaf("Tổng số", RESOLVED), Leaf("Sớm hạn", EARLY), Leaf("Đúng hạn", ON_TIME), Leaf("Trễ hạn", LATE))),
            Group("Hồ sơ đang giải quyết", (
                Leaf("Tổng số", PENDING), Leaf("Chưa đến hạn", WITHIN), Leaf("Quá hạn", OVERDUE))))),
        Leaf("Tổng số trễ hạn"), Leaf("Hồ sơ trả lại", RETURNED), Leaf("Hồ sơ rút", WITHDRAWN),
    ),
    signs=("(1)", "(2)", "(3 = 4 + 5)", "(4)", "(5)", "(6 = 7 + 8 + 9)", "(7)", "(8)", "(9)", "(10 = 11 + 12)", "(11)",
           "(12)", "(13 = 9 + 12)", "(14)", "(15)"),
)  # fmt: skip
"""Three rows of headings, what is late in one column of its own, numbers that say what adds up."""

FLAT = Shape(
    (
        Leaf("Tổng số hồ sơ tiếp nhận (3)", DUE), Leaf("Trực tuyến (4)", ONLINE),
        Leaf("Trực tiếp, dịch vụ bưu chính (5)", DIRECT_OR_POST), Leaf("Từ kỳ trước (6)", CARRIED),
        Leaf("Tổng số hồ sơ đã giải quyết (7)", RESOLVED), Leaf("Trước hạn (8)", EARLY), Leaf("Đúng hạn (9)", ON_TIME),
        Leaf("Quá hạn (10)", LATE), Leaf("Tổng số hồ sơ đang giải quyết (11)", PENDING), Leaf("Trong hạn (12)", WITHIN),
        Leaf("Quá hạn (13)", OVERDUE),
    ),
    ("STT", "Lĩnh vực giải quyết"),
    (("TỔNG HỢP TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",), ("Kỳ báo cáo: …",), ()),
)  # fmt: skip
"""One row of headings with the numbers of the form's columns in them."""

ONE_STOP = Shape(
    (
        Group("Số hồ sơ tiếp nhận", (
            Leaf("Tổng số", DUE), Leaf("Tiếp nhận trực tiếp", DIRECT), Leaf("Tiếp nhận trực tuyến hình thức khác"),
            Leaf("Tiếp nhận phi địa giới"), Leaf("Kỳ trước chuyển qua", CARRIED), Leaf("Qua dịch vụ bưu chính", POST))),
        Group("Số hồ sơ đã giải quyết", (
            Leaf("Tổng số", RESOLVED), Leaf("Đúng và trước hạn", EARLY_OR_ON_TIME),
            Leaf("Quá hạn (đã có thư xin lỗi)"), Leaf("Quá hạn (chưa có thư xin lỗi)"))),
        Group("Số hồ sơ đang giải quyết", (Leaf("Tổng số", PENDING), Leaf("Chưa đến hạn", WITHIN))),
        Group("Thanh toán hồ sơ", (Leaf("Tổng số"), Leaf("Trực tuyến"), Leaf("Trực tiếp"))),
        Leaf("Hồ sơ dừng xử lý"),
        Group("Hồ sơ TT chờ tiếp nhận", (Leaf("Tổng số"), Leaf("Đúng hạn"), Leaf("Quá hạn"))),
        Leaf("Hồ sơ rút", WITHDRAWN),
    ),
)  # fmt: skip
"""Finer channels and outcomes, and groups that only sound like those of form 06."""

RESULTS = Shape(
    (
        Group("Số hồ sơ nhận giải quyết", (
            Leaf("Tổng số"),
            Group("Trong đó", (
                Leaf("Số mới tiếp nhận trực tuyến"), Leaf("Số kỳ trước chuyển qua"),
                Leaf("Số mới tiếp nhận trực tiếp"), Leaf("Số mới tiếp nhận qua BCCI"))))),
        Group("Kết quả giải quyết", (
            Group("Số hồ sơ đã giải quyết", (
                Leaf("Tổng số", RESOLVED), Leaf("Trả đúng thời hạn"), Leaf("Trả quá hạn"))),
            Group("Số hồ sơ đang giải quyết", (
                Leaf("Tổng số", PENDING), Leaf("Chưa đến hạn", WITHIN), Leaf("Quá hạn", OVERDUE))),
            Group("Tỷ lệ hồ sơ đã giải quyết", (Leaf("Đúng hạn"), Leaf("Quá hạn"))))),
        Leaf("Chờ bổ sung (lũy kế cả kỳ trước)"), Leaf("Trả lại/Rút HS"),
    ),
)  # fmt: skip
"""Four rows of headings; rates under headings that are those of counts elsewhere."""

PERCENT = Shape(
    (
        Group("SỐ HỒ SƠ TIẾP NHẬN", (
            Leaf("Tổng số", DUE), Group("Trong kỳ", (Leaf("Trực tuyến", ONLINE), Leaf("Trực tiếp / BC"))),
            Leaf("Từ kỳ trước", CARRIED))),
        Group("SỐ LƯỢNG HỒ SƠ ĐÃ GIẢI QUYẾT", (*DONE, Leaf("% Đúng hạn"), Leaf("% Quá hạn"))),
        Group("SỐ LƯỢNG HỒ SƠ ĐANG GIẢI QUYẾT", (*OPEN, Leaf("% Trong hạn"), Leaf("% Quá hạn"))),
    ),
    ("STT", "Lĩnh vực / Thủ tục"),
)  # fmt: skip
"""Rates named as the counts beside them, but for their sign."""

PORTAL = Shape(
    (
        Leaf("Tổng"), Leaf("Đã xử lý", RESOLVED), Leaf("Chưa xử lý", PENDING),
        Group("Trước hạn", (Leaf("Tổng"), Leaf("%"))), Group("Đúng hạn", (Leaf("Tổng"), Leaf("%"))),
        Group("Trễ hạn", (Leaf("Tổng"), Leaf("%"))),
    ),
    ("TT", "Lĩnh vực"),
)  # fmt: skip
"""A portal's own: of what the outcomes are parts is not said."""

BY_FIELD = {"printed": PRINTED, "renamed": RENAMED, "land": LAND, "outcomes": OUTCOMES, "flat": FLAT, "one-stop": ONE_STOP,
            "results": RESULTS, "percent": PERCENT, "portal": PORTAL, "agencies": AGENCIES._replace(names=("STT", "Lĩnh vực"))}  # fmt: skip


def body(shape: Shape) -> list[list[object]]:
    return [["1", "Đất đai", *counts(shape, 101)], ["2", "Hộ tịch", *counts(shape, 301)],
            ["Tổng cộng", None, *counts(shape, 501)]]  # fmt: skip


def wanted(shape: Shape) -> dict[str, str]:
    rows = (("Toàn xã / Đất đai", 101), ("Toàn xã / Hộ tịch", 301), ("Toàn xã", 501))
    return {name: count for part, first in rows for name, count in meant(shape, part, first).items()}


@pytest.mark.parametrize("shape", BY_FIELD.values(), ids=BY_FIELD)
def test_every_column_is_read_as_what_it_is_or_told(shape: Shape):
    found = read(workbook(shape, body(shape)))

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)
    assert len(lines(found)) == len(unclear(shape.columns)), lines(found)


@pytest.mark.parametrize("shape", BY_FIELD.values(), ids=BY_FIELD)
def test_headings_reach_over_the_columns_to_their_right_where_none_are_joined(shape: Shape):
    found = read(workbook(shape, body(shape), is_merged=False))

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)


@pytest.mark.parametrize("shape", BY_FIELD.values(), ids=BY_FIELD)
@pytest.mark.parametrize("begins", ["", "\ufeff<html><meta charset=utf-8><body><table><tr><td>", "<!DOCTYPE html>\n"])
def test_a_web_page_is_read_as_the_workbook_that_it_is_called(shape: Shape, begins: str):
    found = read((begins + page(shape, body(shape))).encode())

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)


PIECES = (
    "<![", "<![if !supportLists]>", "<![CDATA[", "]]>", "<!--", "<!", "<?", "</", "<table", "</table>", "<script>", "\0", "&#0;",
    "&#xFFFFFFF;", "<td rowspan=0 colspan=99>", "<th colspan=abc rowspan=-1>", "<tr hidden>", "<!DOCTYPE [<!ENTITY x 'y'>]>",
)  # fmt: skip


def test_a_broken_page_is_an_answer_and_never_a_crash():
    chance = random.Random(20_261_127)
    for _ in range(60):
        text = "<html>" + page(PERCENT, body(PERCENT))
        for _ in range(chance.randint(1, 8)):
            at, kept = chance.randrange(6, len(text)), chance.choice((0, 0, 25))
            text = text[:at] + chance.choice(PIECES) + text[at + kept :]
        found = read(text.encode())

        assert found.problems or found.is_sound


def test_what_a_page_does_not_show_is_not_read():
    content = (
        "<table><tr><th>Lĩnh vực<th style='display: none'>Mã<th>Hồ sơ tiếp nhận<script>var x = 1</script>"
        "<tr><td>Đất&nbsp;đai<td style='display: none'>9<td>1.049</table>"
    )

    assert said(read(content.encode("utf-16"))) == {"Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận": "1.049"}


@pytest.mark.parametrize(
    ("cell", "told"),
    [("1,049", "trang tính “Bảng 1”, ô B2: lỗi [number-ambiguous]"), ("=1+1", "trang tính “Bảng 1”, ô B2: lỗi"),
     ("\x07 12", "trang tính “Bảng 1”, ô B2: lỗi [form-cell]")],
)  # fmt: skip
def test_a_cell_of_a_page_is_asked_about_where_it_stands(cell: str, told: str):
    found = read(f"<table><tr><td>Lĩnh vực<td>Hồ sơ tiếp nhận<tr><td>Đất đai<td>{cell}</table>".encode())

    assert [line for line in lines(found) if told in line], lines(found)


@pytest.mark.parametrize(
    "content", ["<html><body>Không có số liệu", "<table>" + "<tr><td colspan=400 rowspan=400>1" * 20, "<table></table>"]
)
def test_a_page_without_a_table_of_any_use_is_said_to_be_one(content: str):
    found = read(content.encode())

    assert "một trang web mà không có bảng nào đọc được" in lines(found)[0]
    assert not found.is_sound


def test_the_answer_to_a_page_is_a_workbook_with_its_cells_marked(site: Site):
    file = site.root / "xuat.xls"
    file.write_text("<table><tr><td>Lĩnh vực<td>Hồ sơ tiếp nhận<tr><td>Cấp huyện<td>1,049</table>", "utf-8")
    asked = ["import", str(file), "--root", str(site.root), "--place", "kien-giang/huyen-vinh-thuan", "--period",
             "quý 3/2023", "--source", "Báo cáo", "--publisher", "UBND huyện", "--answers"]  # fmt: skip
    told = CliRunner().invoke(main, [*asked, str(site.root / "tra-loi")])
    book = openpyxl.load_workbook(site.root / "tra-loi/xuat.xlsx")
    file.unlink()

    assert "ô B2: lỗi [number-ambiguous]" in told.output
    assert "<td>" not in told.output
    assert book.sheetnames == ["Lời nhắn", "Bảng 1"]
    assert "1.049" in book["Bảng 1"]["B2"].comment.text


TOTALS_AROUND = (
    "Hồ sơ TT chờ tiếp nhận", "Hồ sơ không được tiếp nhận", "Thanh toán hồ sơ",
    "Hồ sơ đã giải quyết chờ trả kết quả", "Hồ sơ trực tuyến / Đã giải quyết", "Đã giải quyết (mức độ 4)", "Số thủ tục",
)  # fmt: skip


@pytest.mark.parametrize("group", TOTALS_AROUND)
def test_a_group_that_only_sounds_like_one_of_the_form_is_none_of_it(group: str):
    owns = ("Tổng số", "Trước hạn", "Đúng hạn", "Trong hạn", "Quá hạn", "Trực tuyến", "Từ kỳ trước", "Số hồ sơ", "Cộng")
    shape = Shape((Leaf("Hồ sơ trả lại", RETURNED), Group(group, tuple(Leaf(own) for own in owns))))
    found = read(workbook(shape, body(shape)))

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)


def test_rates_below_a_heading_of_their_own_are_rates():
    columns = (Leaf("Trước hạn", "Tỷ lệ hồ sơ giải quyết trước hạn"), Leaf("Quá hạn", "Tỷ lệ hồ sơ giải quyết quá hạn"))
    shape = Shape((Group("Tỷ lệ hồ sơ đã giải quyết", columns),))
    shares = read(workbook(shape, [["1", "Đất đai", "98,5%", "1,5%"]]))
    bare = read(workbook(shape, [["1", "Đất đai", 98, 2]]))

    assert [*said(shares).values()] == ["98,5%", "1,5%"]
    assert len([line for line in lines(bare) if "lỗi [kind-mismatch]" in line]) == len(columns)


@pytest.mark.parametrize(
    "columns",
    [
        ("Đã giải quyết", "Đang giải quyết", "Trước hạn", "Đúng hạn", "Quá hạn"),
        ("Đã giải quyết", "Đang giải quyết", "Đúng hạn", "Quá hạn"),
        ("Đang giải quyết", "Đã giải quyết", "Quá hạn"),
        ("Đã giải quyết", "Đang giải quyết", "Trễ hạn"),
        ("Đã giải quyết", "Đang giải quyết", "Trong hạn", "Quá hạn"),
    ],
)
def test_outcomes_in_one_row_that_could_be_of_several_totals_are_told(columns: tuple[str, ...]):
    known = {"Đã giải quyết": RESOLVED, "Đang giải quyết": PENDING}
    shape = Shape(tuple(Leaf(text, known.get(text, "")) for text in columns))
    found = read(workbook(shape, body(shape)))

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)


def test_rows_of_words_above_the_total_are_told():
    shape = Shape((Leaf("Hồ sơ tiếp nhận", RECEIVED),))
    found = read(workbook(shape, [["1", "Đất đai", 12], [None, "NGƯỜI LẬP BIỂU", "GIÁM ĐỐC"]]))

    assert said(found) == {"Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận": "12"}
    assert "ô B3: cảnh báo [form-table] Dòng «NGƯỜI LẬP BIỂU» không có con số nào ở các cột" in lines(found)[0]


def test_a_field_that_stands_in_two_sections_is_asked_about():
    rows = [["I", "Trên Hệ thống các Bộ"], ["1", "Hộ tịch", *counts(FLAT, 101)], ["II", "Trên Hệ thống của tỉnh"],
            ["1", "Hộ tịch", *counts(FLAT, 301)]]  # fmt: skip
    found = read(workbook(FLAT, rows))

    assert len([line for line in lines(found) if "lỗi [form-table]" in line]) == len(leaves(FLAT.columns))
    assert not found.is_sound


def test_rows_that_are_fields_of_units_are_not_read_as_fields_of_one():
    content = page(Shape((Leaf("Lĩnh vực"), Leaf("Hồ sơ tiếp nhận")), ("STT", "Đơn vị")), [(1, "xã A", "Đất đai", 12)])
    found = read(content.encode())

    assert "có cả cột đơn vị và cột lĩnh vực" in lines(found)[0]
    assert not found.is_sound


def test_a_row_an_agency_is_a_figure_of_that_agency_or_place():
    shape = RENAMED._replace(names=("STT", "Đơn vị"))
    rows = [[None, "Sở ban ngành"], ["1", "Sở Tư pháp", *counts(shape, 101)], [None, "Xã, phường, thị trấn"],
            ["1", "UBND xã Vĩnh Thuận", *counts(shape, 301)], [None, "Tổng số", *counts(shape, 501)]]  # fmt: skip
    found = read(workbook(shape, rows), PROVINCE)
    places = {
        f"Theo đơn vị > Toàn xã > {leaf.means} > xã Vĩnh Thuận": str(count)
        for leaf, count in zip(leaves(shape.columns), counts(shape, 301), strict=True)
    }

    assert said(found) == meant(shape, "Toàn tỉnh / Sở Tư pháp", 101) | places
    assert [line for line in lines(found) if "cảnh báo" not in line] == []
    assert "Dòng cộng «Tổng số» không được đọc" in "".join(lines(found))


def test_a_page_that_was_read_is_not_replaced_by_its_bulletin(site: Site):
    file = site.root / "xuat.html"
    content = "<table><tr><td>Lĩnh vực<td>Hồ sơ tiếp nhận<tr><td>Cấp huyện<td>1.049</table>"
    file.write_text(content, "utf-8")
    asked = ["import", str(file), "--root", str(site.root), "--place", "kien-giang/huyen-vinh-thuan", "--period",
             "quý 3/2023", "--source", "Báo cáo", "--publisher", "UBND huyện", "--answers", str(site.root)]  # fmt: skip
    told = CliRunner().invoke(main, asked)

    assert told.exit_code == 0, told.output
    assert file.read_text("utf-8") == content
    assert "1.049" in (site.root / "xuat-xem-thu.html").read_text("utf-8")


def test_a_column_that_counts_dossiers_of_units_names_no_rows():
    shape = Shape((Leaf("Số đơn vị có phát sinh"), Leaf("Hồ sơ đơn vị khác chuyển đến"), Leaf("Hồ sơ rút", WITHDRAWN)))
    found = read(workbook(shape, body(shape)))

    assert said(found) == wanted(shape)
    assert told_unclear(lines(found)) == unclear(shape.columns)


def test_a_second_table_below_is_read_by_its_own_headings():
    first = Shape((Group("Đã giải quyết", DONE),))
    second = Shape((Leaf("Hồ sơ rút", WITHDRAWN), Leaf("Tổng"), Leaf("Hồ sơ trả lại", RETURNED)))
    below = page(second, [["1", "Hộ tịch", *counts(second, 301)], [None, "Tổng số", *counts(second, 401)]])
    pages = page(first, [["1", "Đất đai", *counts(first, 101)], [None, "Tổng số", *counts(first, 201)]])
    found = read(f"{pages.removesuffix('</table>')}<tr><td><td>Phụ lục{below.removeprefix('<table>')}".encode())

    assert said(found) == {
        **meant(first, "Toàn xã / Đất đai", 101), **meant(first, "Toàn xã", 201),
        **meant(second, "Toàn xã / Hộ tịch", 301), **meant(second, "Toàn xã", 401),
    }  # fmt: skip
    assert told_unclear(lines(found)) == ["Tổng"]
