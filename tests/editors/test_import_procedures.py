"""A table of procedures becomes files for an editor to finish; what it does not say plainly is told, not guessed."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import Site
from hypothesis import assume, given
from hypothesis import strategies as st

from bantin.cli import main
from bantin.editors.procedures import Imported, TableError, imported
from bantin.editors.procedures.columns import Column
from bantin.editors.procedures.lines import lines_of
from bantin.model import Catalogue
from bantin.model.procedures import Procedure
from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in_name
from bantin.reading.procedures.procedure import procedure_of
from bantin.reading.trees import Entries, Items, Node, tree_of
from bantin.vietnamese import slug

PERMIT = {
    "ma_thu_tuc": "1.013225",
    "ten": "Cấp giấy phép xây dựng",
    "linh_vuc": "Hoạt động xây dựng",
    "cap_thuc_hien": "Cấp Xã",
    "quyet_dinh_cong_bo": "56/QĐ-BXD",
    "dia_phuong": "toàn quốc (bản của bộ trên Cổng DVCQG)",
    "nguon": "github:ai-do/kho:du-lieu/1.013225.json",
    "ngay_nguon": "2026-06-10 (ngày đưa vào kho)",
    "era": "sau 2025-07-01",
}
PATH = "data/thu-tuc/1.013225.yml"


def table(*rows: Mapping[str, str], delimiter: str = ",") -> bytes:
    """Rows as a table with every column that one of them has."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def of(*rows: Mapping[str, str]) -> Imported:
    """What becomes of rows, each of them changes to one sound row."""
    return imported(table(*(PERMIT | dict(row) for row in rows)), Catalogue())


def plain(node: Node) -> Any:
    """A tree as lists, groups and texts."""
    if isinstance(node, Entries):
        return {key.value: plain(value) for key, value in node.pairs}
    return [plain(value) for value in node.nodes] if isinstance(node, Items) else node.value


def tree(text: str) -> Any:
    """What a file says, without anything wrong in its form."""
    node, problems = tree_of(text.encode(), "data/thu-tuc/x.yml")
    assert problems == ()
    assert node is not None
    return plain(node)


def versions(*rows: Mapping[str, str], path: str = PATH) -> list[dict[str, Any]]:
    return tree(of(*rows).files[path])["Phiên bản"]


def version(**cells: str) -> dict[str, Any]:
    """The one version that one row makes."""
    (only,) = versions(cells)
    return only


def procedure(text: str, path: str) -> Procedure:
    node, _ = tree_of(text.encode(), path)
    assert node is not None
    code = code_in_name(PurePosixPath(path))
    found, problems = procedure_of(node, PurePosixPath(path), code, Catalogue())
    assert [problem.code for problem in problems] == []
    return found


DEADLINES = [
    ("7.5 ngày làm việc", "7,5 ngày làm việc"),
    ("3 Ngày làm việc", "3 ngày làm việc"),
    ("05 - 10 ngày", "05 - 10 ngày"),
    ("1 (đơn vị «OTHER» trên cổng)", "1"),
    ("Ngay trong ngày; sau 15 giờ thì ngày làm việc tiếp theo", "Ngay trong ngày; sau 15 giờ thì ngày làm việc tiếp theo"),
    ("Không quá 15 ngày làm việc. Đối với các xã miền núi …", "Không quá 15 ngày làm việc"),
    ("Cấp đổi: 03 ngày; Cấp lại: 01 ngày làm việc", {"Cấp đổi": "03 ngày", "Cấp lại": "01 ngày làm việc"}),
    ("19 ngày | 24 ngày", {"Trường hợp 1": "19 ngày", "Trường hợp 2": "24 ngày"}),
    (
        "7.5 ngày; mô tả: Đối với trường hợp không đổi người: 7,5 ngày | 9 ngày; mô tả: Trường hợp có đổi người: 9 ngày",
        {"Không đổi người": "7,5 ngày", "Có đổi người": "9 ngày"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), DEADLINES)
def test_a_deadline_stands_as_it_was_printed(cell: str, expected: Any):
    assert version(thoi_han_truc_tiep=cell)["Thời hạn"] == expected


FEES = [
    ("giá trị 0", "0"),
    ("giá trị 0 — Theo quy định của Hội đồng nhân dân cấp tỉnh", "Theo quy định của Hội đồng nhân dân cấp tỉnh"),
    ("Miễn phí — Theo quy định của Hội đồng nhân dân cấp tỉnh", "Theo quy định của Hội đồng nhân dân cấp tỉnh"),
    ("giá trị 0 — Miễn lệ phí. Phí cấp bản sao theo Thông tư số …", "Miễn lệ phí"),
    ("giá trị 0 — Thực hiện theo Thông tư số 244/2016/TT-BTC ngày …", ""),
    ("20,000 Việt Nam Đồng", "20.000 đồng"),
    ("2.000 đồng — /trang", "2.000 đồng/trang"),
    ("10.000 đồng/giấy phép", "10.000 đồng/giấy phép"),
    ("28000 VNĐ (Tra cứu tại Quyết định số …", "28.000 đồng"),
    ("10 USD — /bản", "10 USD/bản"),
    ("Không quy định", "Không quy định"),
]


@pytest.mark.parametrize(("cell", "expected"), FEES)
def test_a_nought_is_no_promise_that_nothing_is_to_be_paid(cell: str, expected: str):
    assert version(phi_truc_tiep=cell).get("Phí", "") == expected


OTHERS = [
    (
        "Đối tượng",
        {"doi_tuong": "Tổ chức (không bao gồm doanh nghiệp | HTX) | Cán bộ | công chức | viên chức"},
        ["Tổ chức (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức, viên chức"],
    ),
    (
        "Giấy tờ",
        {"thanh_phan_ho_so": "(1) Đơn (1, 0) | Giấy ra viện (bản chính 0, bản sao 2) | Văn bản về việc … (1, 1) | Ảnh"},
        [{"Tên": "Đơn", "Bản chính": "1"}, {"Tên": "Giấy ra viện", "Bản sao": "2"}, "Ảnh"],
    ),
    ("Căn cứ", {"can_cu_phap_ly": "60/2014/QH13 | 118/2025/NĐ-C | 2013/TT-BTP | 60/2014/QH13"}, "60/2014/QH13"),
    ("Cấp", {"cap_thuc_hien": "Cấp Bộ/Trung ương | Cấp xã"}, ["cấp bộ", "cấp xã"]),
    ("Mức độ", {"muc_do_dvc": "Một phần (Trực tuyến)"}, "một phần"),
    (
        "Cơ quan giải quyết",
        {"co_quan_thuc_hien": "Ủy ban nhân dân xã, phường, thị trấn | Sở Nội vụ, Phòng Nội vụ"},
        ["Ủy ban nhân dân xã, phường, thị trấn", "Sở Nội vụ", "Phòng Nội vụ"],
    ),
    ("Ngày", {"quyet_dinh_cong_bo": "2831/QĐ-UBND ngày 10/07/2025 (UBND thành phố Hải Phòng)"}, "10/07/2025"),
    ("Quyết định", {"quyet_dinh_cong_bo": "1521/QĐ-UBND."}, "1521/QĐ-UBND"),
    ("Quyết định", {"quyet_dinh_cong_bo": "QĐ/0001-BTP"}, "QĐ/0001-BTP"),
]


@pytest.mark.parametrize(("key", "cells", "expected"), OTHERS)
def test_the_parts_of_a_cell(key: str, cells: dict[str, str], expected: Any):
    assert version(**cells)[key] == expected


def test_what_all_channels_say_alike_stands_once():
    said = version(thoi_han_truc_tiep="5 ngày", thoi_han_truc_tuyen="5 ngày", phi_truc_tiep="0", phi_truc_tuyen="9 USD")

    assert said["Thời hạn"] == "5 ngày"
    assert said["Cách nộp"] == {"Trực tiếp": {"Phí": "0"}, "Trực tuyến": {"Phí": "9 USD"}}


def test_a_source_without_channels_names_none():
    said = version(thoi_han_truc_tiep="03 ngày làm việc", ghi_chu="nguồn không tách kênh")

    assert said["Thời hạn"] == "03 ngày làm việc"
    assert "Cách nộp" not in said


LATER = {"nguon": "github:ai-khac/kho:1.013225.txt", "ngay_nguon": "2026-07-18"}


def test_decisions_become_versions_oldest_first():
    newer = LATER | {"quyet_dinh_cong_bo": "1077/QĐ-BXD", "thoi_han_truc_tiep": "10 ngày làm việc"}
    before = {"era": "trước 2025-07-01", "ngay_nguon": "", "quyet_dinh_cong_bo": "3/QĐ-BXD"}

    said = versions(newer, {"thoi_han_truc_tiep": "15 ngày"}, before)

    assert [one["Quyết định"] for one in said] == ["3/QĐ-BXD", "56/QĐ-BXD", "1077/QĐ-BXD"]
    assert not any("Chưa rõ" in one for one in said)


def test_sources_that_disagree_on_one_decision_are_two_versions_with_a_question():
    said = versions({"thoi_han_truc_tiep": "15 ngày"}, LATER | {"thoi_han_truc_tiep": "20 ngày"})

    assert [one["Thời hạn"] for one in said] == ["15 ngày", "20 ngày"]
    assert all("thời hạn trực tiếp" in one["Chưa rõ"] for one in said)


TWO = ({"thoi_han_truc_tiep": "15 ngày"}, {"quyet_dinh_cong_bo": "1077/QĐ-BXD", "thoi_han_truc_tiep": "10 ngày"})


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ({"ngay_nguon": ""}, {"ngay_nguon": ""}, True),
        ({"ngay_nguon": ""}, {"ngay_nguon": "2026-07-18"}, True),
        ({}, {}, True),  # two sources of one day
        ({}, {"ngay_nguon": "2026-07-18"}, False),
        ({"ngay_nguon": "", "era": "trước 2025-07-01"}, {"ngay_nguon": ""}, False),
        ({"ngay_nguon": "", "era": ""}, {"ngay_nguon": ""}, True),
        ({"ngay_nguon": ""}, {"ngay_nguon": "", "thoi_han_truc_tiep": "15 ngày"}, False),  # whichever is newer
        ({"ngay_nguon": ""}, {"ngay_nguon": "", "quyet_dinh_cong_bo": ""}, True),
    ],
)
def test_which_of_two_decisions_is_newer_nobody_guesses(one: dict[str, str], other: dict[str, str], *, asked: bool):
    said = versions(TWO[0] | one, TWO[1] | other)

    assert [one.get("Chưa rõ") for one in said] == [
        "Không rõ quyết định nào mới hơn, mà các bản in khác nhau ở thời hạn trực tiếp." if asked else None
    ] * 2


ALIKE = [
    ({"thoi_han_truc_tiep": "3 Ngày"}, {"thoi_han_truc_tiep": "3 ngày"}, "Thời hạn", "3 ngày"),
    ({"phi_truc_tiep": "giá trị 0"}, {"phi_truc_tiep": "Miễn phí"}, "Phí", "0"),
    ({"phi_truc_tiep": "10 đồng — /bản"}, {"phi_truc_tiep": "10 USD — /bản"}, "Phí", "10 USD/bản"),
    ({"cap_thuc_hien": "Cấp Xã"}, {"cap_thuc_hien": "Cấp bộ | Cấp xã"}, "Cấp", ["cấp bộ", "cấp xã"]),
    ({"ket_qua": "Giấy phép"}, {"ket_qua": ""}, "Kết quả", "Giấy phép"),
]


@pytest.mark.parametrize(("one", "other", "key", "expected"), ALIKE)
def test_sources_that_agree_are_one_version(one: dict[str, str], other: dict[str, str], key: str, expected: Any):
    (said,) = versions(one, LATER | other)

    assert said[key] == expected
    assert said["Nguồn"] == ["ban-2026-06-10", "ban-2026-07-18"]


PLACES = [
    ("toàn quốc", ""),
    ("tỉnh Lạng Sơn", "lang-son"),
    ("tỉnh Lào Cai (sau hợp nhất Yên Bái)", "lao-cai"),
    ("xã Thọ Tiến, huyện Triệu Sơn, tỉnh Thanh Hóa (công bố: UBND tỉnh)", "thanh-hoa"),
    ("tỉnh Thừa Thiên Huế", "thua-thien-hue"),
    ("phường Mỗ Lao, quận Hà Đông, Hà Nội", "ha-noi"),
    ("", None),
    ("nơi nào đó", None),
]


@pytest.mark.parametrize(("place", "folder"), PLACES)
def test_a_row_goes_where_it_is_said_to_hold(place: str, folder: str | None):
    found = of({"dia_phuong": place})

    assert [*found.files] == (
        [] if folder is None else ["/".join(filter(None, ("data", folder, "thu-tuc/1.013225.yml")))]
    )
    assert (folder is None) == any("nên chưa đặt vào tệp nào" in str(remark) for remark in found.remarks)


TOLD = [
    ({"ma_thu_tuc": ""}, "Dòng 2: chưa có mã thủ tục («Cấp giấy phép xây dựng») nên chưa đặt vào tệp nào."),
    ({"ma_thu_tuc": "?"}, "Dòng 2, cột «ma_thu_tuc»: «?» không phải là mã thủ tục."),
    ({"ten": "Cấp giấy phép … theo tuyến"}, "cột «ten»: tên không in trọn nên chưa ghi: «Cấp giấy phép … theo tuyến»."),
    ({"thanh_phan_ho_so": "Văn bản … (1, 0)"}, "cột «thanh_phan_ho_so»: tên giấy tờ bị cắt ở nguồn nên chưa ghi"),
    ({"can_cu_phap_ly": "118/2025/NĐ-C"}, "cột «can_cu_phap_ly»: số hiệu «118/2025/NĐ-C» có vẻ thiếu một phần"),
    ({"muc_do_dvc": "isFullProcess=false"}, "không biết «isFullProcess=false» là mức độ nào."),
    ({"cap_thuc_hien": "Cấp vùng"}, "không biết «cấp vùng» là cấp nào."),
    ({"phi_truc_tiep": "|"}, "ô chỉ có dấu ngăn, không có mức nào."),
    ({"thoi_han_truc_tiep": "0 OTHER ở kênh"}, "không rõ là thời hạn nào: «0 OTHER ở kênh»."),
    ({"quyet_dinh_cong_bo": "205/TTr-SNNMT"}, "«205/TTr-SNNMT» có vẻ không phải là số của một quyết định."),
    ({"link_dichvucong": "sắp có"}, "«sắp có» không phải là một trang của Cổng Dịch vụ công quốc gia."),
    (
        {"thoi_han_truc_tiep": "1 OTHER", "thoi_han_buu_chinh": "1 OTHER"},
        "Dòng 2, cột «thoi_han_truc_tiep» và «thoi_han_buu_chinh»: đơn vị in là «OTHER», nên chỉ ghi con số.",
    ),
]


@pytest.mark.parametrize(("cells", "expected"), TOLD)
def test_what_could_not_be_placed_is_told_by_row_and_column(cells: dict[str, str], expected: str):
    found = of(cells)

    assert any(expected in str(remark) for remark in found.remarks)
    assert all(f"# {remark}" in text for text in found.files.values() for remark in found.remarks)


def test_keys_stand_in_the_order_in_which_they_are_told():
    cells = {column: "Một phần" if column is Column.ONLINE_LEVEL else "a/b 5 ngày" for column in Column}
    said = tree(of(cells | {c: PERMIT[c] for c in PERMIT} | {"can_cu_phap_ly": "1/2020/QH14"}).files[PATH])

    for names, table_of_keys in ((said, keys.PROCEDURE), (said["Phiên bản"][0], keys.VERSION)):
        order = [key.name for key in table_of_keys]
        assert [*names] == sorted(names, key=order.index)


def test_a_file_is_read_by_our_reader():
    text = of({"thoi_han_truc_tiep": "7.5 ngày", "phi_truc_tiep": "8,000 VNĐ — /bản"}).files[PATH]
    (found,) = procedure(text, PATH).versions

    assert [str(case.said.high) for _, case in found.all_deadlines()] == ["7.5"]
    assert [(case.said.low, case.said.currency) for _, case in found.all_fees()] == [(8000, "đồng")]


@pytest.mark.parametrize(("place", "up"), [("toàn quốc", "../"), ("tỉnh Lạng Sơn", "../../")])
def test_a_file_begins_with_the_way_to_its_schema(place: str, up: str):
    (text,) = of({"dia_phuong": place}).files.values()

    assert text.startswith(f"# yaml-language-server: $schema={up}schema/thu-tuc.json\n")


SIGNS = st.text(st.sampled_from("aăđơỗỳĐỦ0179 .,:;-–?!'\"#%&*@|>[]{}()/\\~`=«»…"), min_size=1, max_size=30)
TEXTS = SIGNS.map(lambda text: " ".join(text.split())).filter(bool)


@given(st.dictionaries(TEXTS.filter(slug), TEXTS | st.lists(TEXTS, min_size=1), min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_it_was_typed(said: dict[str, str | list[str]]):
    assume(len({slug(key) for key in said}) == len(said))
    assume("#" not in "".join(key[:1] for key in said))

    assert tree(lines_of(dict(said))) == said


def test_what_stands_twice_is_written_twice():
    shared = {"Tên": "Đơn", "Mẫu": "Mẫu số 18"}

    assert tree(lines_of({"Giấy tờ": [shared, shared]})) == {"Giấy tờ": [shared, shared]}


CELLS = TEXTS | st.sampled_from([cell for cell, _ in (*DEADLINES, *FEES)]) | st.just("")


@given(st.lists(st.fixed_dictionaries({str(column): CELLS for column in Column}), min_size=1, max_size=3))
def test_any_cells_make_files_that_can_be_read(rows: list[dict[str, str]]):
    fixed = {name: PERMIT[name] for name in ("ma_thu_tuc", "dia_phuong")}
    for path, text in of(*(row | fixed for row in rows)).files.items():
        assert tree(text)["Phiên bản"]
        assert path == PATH


def test_a_table_of_a_spreadsheet_may_use_semicolons_and_a_byte_order_mark():
    content = b"\xef\xbb\xbf" + table(PERMIT, delimiter=";")

    assert [*imported(content, Catalogue()).files] == [PATH]


NO_TABLES = [
    (b"ten\nx\n", "Bảng chưa có cột «ma_thu_tuc», «dia_phuong» và «nguon»"),
    (b"", "Bảng chưa có cột"),
    ("mã".encode("utf-16"), "Bảng chưa được lưu theo bảng mã UTF-8"),
]


@pytest.mark.parametrize(("content", "expected"), NO_TABLES)
def test_what_is_no_such_table_is_refused(content: bytes, expected: str):
    with pytest.raises(TableError, match=expected):
        imported(content, Catalogue())


def run(site: Site, content: bytes, *arguments: str) -> Result:
    (site.root / "bang.csv").write_bytes(content)
    command = ["import-procedures", str(site.root / "bang.csv"), "--root", str(site.root), *arguments]
    return CliRunner().invoke(main, command)


def written(root: Path) -> Iterator[str]:
    return (path.relative_to(root).as_posix() for path in sorted(root.glob("data/thu-tuc/*.yml")))


def test_the_command_writes_files_and_counts_them(site: Site):
    done = run(site, table(PERMIT | {"cot_la": "x"}, PERMIT | {"ma_thu_tuc": ""}))

    assert done.exit_code == 0
    assert [*written(site.root)] == [PATH]
    assert "Không đọc cột «cot_la»." in done.output
    assert done.output.splitlines()[-1].startswith("Đã ghi 1 tệp; giữ nguyên 0 tệp đã có;")


def test_the_command_overwrites_nothing(site: Site):
    site.write(PATH, "của tôi")
    done = run(site, table(PERMIT, PERMIT | {"ma_thu_tuc": "1.000001"}))

    assert (site.root / PATH).read_text(encoding="utf-8") == "của tôi"
    assert [*written(site.root)] == ["data/thu-tuc/1.000001.yml", PATH]
    assert f"Đã có {PATH} nên giữ nguyên." in done.output


def test_the_command_may_write_elsewhere(site: Site, tmp_path: Path):
    run(site, table(PERMIT), "-o", str(tmp_path / "thu"))

    assert [*written(site.root)] == []
    assert [*written(tmp_path / "thu")] == [PATH]


def test_the_command_says_what_is_no_table(site: Site):
    done = run(site, b"a,b\n1,2\n")

    assert done.exit_code == 2
    assert "Bảng chưa có cột" in done.output
