"""Tables that other systems export: form 06 with merged headings, roman numerals and sums in between; rows of places."""

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
from click.testing import CliRunner
from conftest import Site
from making import period
from shipped import shipped
from test_form import COMMUNE
from test_import_forms import lines, said

from bantin.cli import main
from bantin.editors.forms import Export, Imported, imported
from bantin.places.finding import find

PROVINCE = find("an-giang", date(2026, 12, 31))
assert PROVINCE
SOURCE = {"Tên": "Báo cáo quý IV năm 2026", "Cơ quan": "Ủy ban nhân dân"}
Rows = Sequence[Sequence[object]]
COUNTS = (186, 120, 45, 21, 159, 130, 24, 5, 27, 25, 2)
NAMES = (
    "Hồ sơ phải giải quyết", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ tiếp nhận trực tiếp hoặc qua bưu chính công ích",
    "Hồ sơ kỳ trước chuyển sang", "Hồ sơ đã giải quyết", "Hồ sơ giải quyết trước hạn", "Hồ sơ giải quyết đúng hạn",
    "Hồ sơ giải quyết quá hạn", "Hồ sơ đang giải quyết", "Hồ sơ đang giải quyết trong hạn", "Hồ sơ đang giải quyết quá hạn",
)  # fmt: skip


def table(rows: Rows, *merged: str, title: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append([*row])
    for cells in merged:
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes, place: object = COMMUNE, current: str | None = None) -> Imported:
    export = Export(place, period("2026-quy-4"), {} if current else SOURCE)
    file = current.encode() if current else None
    return imported(content, "xuat.xlsx", catalogue=shipped(), current=lambda _: file, export=export)


OFFICIAL: Rows = (
    ("Biểu số II.06a/VPCP/KSTT",),
    ("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",),
    ("Đơn vị báo cáo: UBND xã",),
    (),
    ("STT", "Lĩnh vực giải quyết", "Số lượng hồ sơ tiếp nhận", None, None, None, "Số lượng hồ sơ đã giải quyết", None, None,
     None, "Số lượng hồ sơ đang giải quyết"),
    (None, None, "Tổng số", "Trong kỳ", None, "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số",
     "Trong hạn", "Quá hạn"),
    (None, None, None, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"),
    ("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)", "(11)=(12)+(13)", "(12)", "(13)"),
)  # fmt: skip
MERGED = ("A5:A7", "B5:B7", "C5:F5", "G5:J5", "K5:M5", "C6:C7", "D6:E6", "F6:F7", "G6:G7", "H6:H7", "I6:I7", "J6:J7",
          "K6:K7", "L6:L7", "M6:M7")  # fmt: skip


def figures(part: str, counts: Sequence[object] = COUNTS) -> dict[str, str]:
    return {f"Số liệu > {part} > {name}": str(count) for name, count in zip(NAMES, counts, strict=True)}


def test_the_official_form_is_read_by_its_headings():
    content = table((*OFFICIAL, ("1", "Đất đai", *COUNTS), (None, "Tổng cộng", *COUNTS)), *MERGED)

    assert said(read(content)) == figures("Toàn xã / Đất đai") | figures("Toàn xã")


def test_sections_with_roman_numerals_and_sums_in_between_are_told_apart():
    body = (
        ("I", "Lĩnh vực Tư pháp", *COUNTS), ("1", "Hộ tịch", *COUNTS), ("2", "Chứng thực", *COUNTS),
        (None, "Cộng I", *COUNTS), ("II", "Nhóm khác"), ("1", "Đất đai", *COUNTS), (None, "Tổng số", *COUNTS),
    )  # fmt: skip
    found = read(table((*OFFICIAL, *body), *MERGED))

    assert said(found) == {
        name: text
        for part in ("Toàn xã", "Toàn xã / Tư pháp", "Toàn xã / Hộ tịch", "Toàn xã / Chứng thực", "Toàn xã / Đất đai")
        for name, text in figures(part).items()
    }
    assert lines(found) == [
        (
            "xuat.xlsx, trang tính “Sheet1”, ô B12: cảnh báo [form-table] Dòng cộng «Cộng I» không được đọc. "
            "Cần con số ấy thì xin nhập tay."
        )
    ]


def test_a_row_of_numbers_without_brackets_is_no_field():
    signs = tuple(str(number) for number in range(1, 14))
    content = table((*OFFICIAL[:-1], signs, ("1", "Đất đai", *COUNTS)), *MERGED)

    assert said(read(content)) == figures("Toàn xã / Đất đai")


def test_headings_in_one_row_are_names_of_indicators():
    content = table(
        (("TT", "Lĩnh vực", "Hồ sơ tiếp nhận", "Đã giải quyết", "Ghi chú"), (1, "Đất đai", 1049, "1.001", "x"))
    )

    assert said(read(content)) == {
        "Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận": "1049",
        "Số liệu > Toàn xã / Đất đai > Hồ sơ đã giải quyết": "1.001",
    }


def test_a_column_that_is_not_clear_is_told_and_left_out():
    found = read(table((("Lĩnh vực", "Hồ sơ tiếp nhận", "Chỉ số bay"), ("Đất đai", 12, 13))))

    assert said(found) == {"Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận": "12"}
    assert lines(found) == [
        (
            "xuat.xlsx, trang tính “Sheet1”, ô C1: cảnh báo [form-table] Cột «Chỉ số bay» chưa rõ là của chỉ số nào, nên không "
            "đọc. Cần cột ấy thì xin nhập tay."
        )
    ]


def test_what_is_late_of_what_is_done_is_not_that_of_what_is_pending():
    found = said(read(table((*OFFICIAL, ("1", "Đất đai", *range(1, 12))), *MERGED)))

    assert found["Số liệu > Toàn xã / Đất đai > Hồ sơ giải quyết quá hạn"] == "8"
    assert found["Số liệu > Toàn xã / Đất đai > Hồ sơ đang giải quyết quá hạn"] == "11"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("Lĩnh vực", "Hồ sơ tiếp nhận"), ("Đất đaii", 12)), "ô A2: lỗi [unknown-member]"),
        ((("Lĩnh vực", "Hồ sơ tiếp nhận", "Hồ sơ tiếp nhận"), ("Đất đai", 12, 13)), "ô C1: lỗi [form-table] Hai cột"),
        ((("Lĩnh vực", "Hồ sơ tiếp nhận"), ("Đất đai", 12), ("Đất đai", 13)), "ô B3: lỗi [form-table]"),
        ((("Lĩnh vực", "Hồ sơ tiếp nhận"), ("Đất đai", "1,210")), "ô B2: lỗi [number-ambiguous]"),
        ((("Nội dung", "Hồ sơ tiếp nhận"), ("Đất đai", 12)), "lỗi [form-unreadable] Không thấy bảng nào"),
        ((("Lĩnh vực", "Hồ sơ tiếp nhận"), ("Đất đai", "=1+1")), "ô B2: lỗi [form-cell]"),
        ((("Đơn vị", "Chỉ số cải cách hành chính"), ("xã Không Có", 90)), "ô A2: lỗi [unknown-row]"),
    ],
)
def test_what_is_not_clear_is_asked(rows: Rows, told: str):
    place = PROVINCE if rows[0][0] == "Đơn vị" else COMMUNE
    found = read(table(rows), place)

    assert [line for line in lines(found) if told in line][:1], lines(found)
    assert not found.is_sound


def test_a_row_a_place_is_a_table_of_the_body_that_published_it():
    rows = (
        ("BẢNG XẾP HẠNG",), ("STT", "Đơn vị", "Chỉ số cải cách hành chính", "Xếp hạng Chỉ số cải cách hành chính"),
        (1, "UBND xã Vĩnh Thuận", "95,8 điểm", "hạng 1"), (2, "Phường Rạch Giá", "95,77 điểm", "hạng 2"),
    )  # fmt: skip
    found = read(table(rows), PROVINCE)
    told = said(found)

    assert found.path == "data/an-giang/2026-quy-4.yml"
    assert told == {
        "Theo đơn vị > Toàn xã > Chỉ số cải cách hành chính > xã Vĩnh Thuận": "95,8 điểm",
        "Theo đơn vị > Toàn xã > Chỉ số cải cách hành chính > phường Rạch Giá": "95,77 điểm",
        "Theo đơn vị > Toàn xã > Xếp hạng Chỉ số cải cách hành chính > xã Vĩnh Thuận": "hạng 1",
        "Theo đơn vị > Toàn xã > Xếp hạng Chỉ số cải cách hành chính > phường Rạch Giá": "hạng 2",
    }
    again = read(table(rows), PROVINCE, current=found.content.decode())
    assert (again.added, again.changed, lines(again)) == (0, (), [])


def test_a_row_of_a_place_that_is_there_is_replaced_where_it_stands():
    before = (
        "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: UBND tỉnh\nTheo đơn vị:\n  Chỉ số cải cách hành chính:\n"
        "    rach gia: 90 điểm # cũ\n    Trong số: 102 xã, phường, đặc khu\n"
    )
    found = read(table((("Đơn vị", "Chỉ số cải cách hành chính"), ("Phường Rạch Giá", "91 điểm"))), PROVINCE, before)

    assert found.content.decode() == before.replace("90", "91")


def test_whose_table_it_is_must_be_said(site: Site):
    file = site.root / "xuat.xlsx"
    file.write_bytes(table((("Lĩnh vực", "Hồ sơ tiếp nhận"), ("Cấp huyện",), ("Đất đai", 312))))
    asked = ["import", str(file), "--root", str(site.root)]
    alone = CliRunner().invoke(main, asked)
    half = CliRunner().invoke(main, [*asked, "--place", "kien-giang/huyen-vinh-thuan"])
    whole = CliRunner().invoke(
        main, [*asked, "--place", "huyện Vĩnh Thuận, Kiên Giang", "--period", "quý 3/2023", "--source", "Báo cáo",
               "--publisher", "UBND huyện"],
    )  # fmt: skip
    file.unlink()

    assert (alone.exit_code, half.exit_code, whole.exit_code) == (1, 2, 0), whole.output
    assert "--place và --period" in alone.output
    assert "Cơ quan: UBND huyện" in (site.root / "data/kien-giang/huyen-vinh-thuan/2023-quy-3.yml").read_text("utf-8")
    assert site.open_problems() == []


def test_a_total_of_less_than_its_parts_is_not_taken_for_it():
    rows = (
        ("STT", "Lĩnh vực", "Tiếp nhận", None, None, "Đã giải quyết", None, None),
        (None, None, "Tổng số", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "Tổng số", "Trước hạn và đúng hạn", "Quá hạn"),
        (1, "Đất đai", 165, 120, 45, 159, 154, 5),
    )  # fmt: skip
    found = read(table(rows, "C1:E1", "F1:H1"))

    assert "Cột «Tiếp nhận / Tổng số» chưa rõ" in "".join(lines(found))
    assert not [name for name in said(found) if name.endswith("Hồ sơ phải giải quyết")]
    assert "Số liệu > Toàn xã / Đất đai > Hồ sơ giải quyết quá hạn" in said(found)


def test_the_row_of_the_whole_may_be_named_before_its_column():
    body = (("I", "Lĩnh vực Tư pháp"), ("1", "1) Hộ tịch", *COUNTS), ("Tổng cộng", None, *COUNTS))
    joined = read(table((*OFFICIAL, *body), *MERGED, "A11:B11", "B9:M9"))
    apart = read(table((*OFFICIAL, *body), *MERGED))
    wanted = figures("Toàn xã / Hộ tịch") | figures("Toàn xã")

    assert (said(joined), said(apart)) == (wanted, wanted)


@pytest.mark.parametrize(
    "name", ["1. Đất đai", "1.2. Đất đai", "a) Đất đai", "II. Đất đai", "II - Đất đai", "B. ĐẤT ĐAI"]
)
def test_a_name_that_is_counted_off_is_the_name(name: str):
    assert said(read(table((("Lĩnh vực", "Hồ sơ tiếp nhận"), (name, 12))))) == {
        "Số liệu > Toàn xã / Đất đai > Hồ sơ tiếp nhận": "12"
    }
