"""What a change does to the public site, figure by figure: a site before and after, in two folders."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY, Site
from hypothesis import given
from hypothesis import strategies as st
from reported import HOSTILE

from bantin.comparing import Form, differences, printed
from bantin.comparing.forms import _inert
from bantin.folders import Folders
from bantin.inspection import Reading

PLACE = "kien-giang/huyen-vinh-thuan"
FILE = f"data/{PLACE}/2023-6-thang.yml"
HEAD = "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Huyện Mẫu\n    Ngày: 20/12/2022\nSố liệu:\n  Cấp huyện:\n"
Compare = Callable[..., str]


@pytest.fixture
def before(tmp_path: Path) -> Site:
    return Site(tmp_path / "truoc")


@pytest.fixture
def compare(before: Site, site: Site) -> Compare:
    """What is printed of the site in the place of the one before."""

    def compared(form: Form = Form.TEXT) -> str:
        folders = Folders.of(site.root)
        found = differences(Reading(Folders.of(before.root), TODAY), Reading(folders, TODAY))
        return printed(found, "HEAD", form=form, folders=folders)

    return compared


def edit(site: Site, old: str, new: str, path: str = FILE) -> None:
    text = (site.root / path).read_text(encoding="utf-8")
    assert old in text
    site.write(path, text.replace(old, new, 1))


def lines(text: str) -> list[str]:
    """What is said of the bulletins."""
    return [line.strip() for line in text.split("\n\n", maxsplit=1)[0].splitlines()[1:]]


def test_where_nothing_changed_there_is_nothing_to_say(compare: Compare):
    assert compare() == "So với HEAD, trang công khai không có gì đổi.\n"


def test_a_line_that_only_moves_is_no_change(site: Site, compare: Compare):
    edit(site, "Nguồn:", "# Lời nhắn\n\nNguồn:")

    assert compare() == "So với HEAD, trang công khai không có gì đổi.\n"


def test_other_line_ends_are_no_change(site: Site, compare: Compare):
    """Git on Windows writes its own."""
    for path in (*site.root.rglob("*.yml"), *site.root.rglob("*.md")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert compare() == "So với HEAD, trang công khai không có gì đổi.\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trực tuyến: 1.000", "trực tuyến: 1.001", "Sửa Hồ sơ trực tuyến (cấp huyện): 1.000 thành 1.001 (tăng 1)."),
        ("55,88%", "55,8%", "Sửa Tỷ lệ nhiệm vụ hoàn thành (cấp huyện): 55,88% thành 55,8% (giảm 0,08 điểm phần trăm)."),
        ("trên 600", "700", "Sửa Hồ sơ tiếp nhận (cấp huyện, Đất đai): trên 600 thành 700."),
        ("19/34", "20/34", "Sửa Nhiệm vụ hoàn thành (cấp huyện): 19/34 thành 20/34."),
        ("    Mức hoàn thành: Khá\n", "", "Bỏ Mức hoàn thành (cấp huyện): trước ghi Khá."),
        ("tối thiểu 95%", "tối thiểu 90%", "Sửa chỉ tiêu Tỷ lệ đúng hạn (cấp huyện): tối thiểu 95% thành tối thiểu 90%."),
        ("còn chậm", "còn rất chậm", "Nguồn, tên kỳ hoặc nhận định có thay đổi."),
        (
            "Mức hoàn thành: Khá", "Mức hoàn thành:\n      Giá trị: Khá\n      Ghi chú: Theo báo cáo",
            "Giữ Mức hoàn thành (cấp huyện): Khá; đổi điều nói kèm (nguồn, mẫu số, thời gian, ghi chú hoặc đính chính).",
        ),
    ],
)  # fmt: skip
def test_a_change_is_said_in_a_sentence(site: Site, compare: Compare, old: str, new: str, said: str):
    edit(site, old, new)

    assert said in lines(compare())


def test_a_correction_is_said_beside_the_change(site: Site, compare: Compare):
    edit(site, "Mức hoàn thành: Khá", "Mức hoàn thành: Tốt")
    edit(site, "Nhận định:", "Đính chính:\n  Ngày: 12/08/2023\n  Lý do: Nhầm\n  Số liệu:\n    Cấp huyện:\n"
        "      Mức hoàn thành:\n        Cũ: Khá\n        Mới: Tốt\nNhận định:")  # fmt: skip

    assert lines(compare()) == ["Sửa Mức hoàn thành (cấp huyện): Khá thành Tốt; có đính chính ngày 12/08/2023."]


def test_a_new_figure_stands_beside_that_of_the_year_before(before: Site, site: Site, compare: Compare):
    for one in (before, site):
        one.write(f"data/{PLACE}/2022-6-thang.yml", HEAD + "    Hồ sơ trực tuyến: 4\n")
    edit(before, "    Hồ sơ trực tuyến: 1.000\n", "")

    said = lines(compare())

    assert "Thêm Hồ sơ trực tuyến (cấp huyện): 1.000; cùng kỳ năm trước là 4." in said
    assert any("Cảnh báo mới" in line and "còn 6 tháng đầu năm 2022 là 4" in line for line in said)


def test_a_doubt_that_comes_and_one_that_goes_are_said(before: Site, site: Site, compare: Compare):
    edit(site, "trực tiếp: 210", "trực tiếp: 310")
    came = compare()
    edit(site, "trực tiếp: 310", "trực tiếp: 210")
    edit(before, "trực tiếp: 210", "trực tiếp: 310")

    assert "Cảnh báo mới: Hồ sơ tiếp nhận (cấp huyện): 1.000 + 310 = 1.310, nhưng ghi 1.210." in lines(came)
    assert "Hết 1 lời nhắn đã có trước đây." in lines(compare())


def test_a_slip_of_one_digit_that_alone_explains_is_named(before: Site, site: Site, compare: Compare):
    """Received is both what came by either way and what both levels had."""
    text = HEAD.replace("  Cấp huyện", "  Toàn huyện") + (
        "    Hồ sơ tiếp nhận: {}\n    Hồ sơ trực tuyến: 1.200\n    Hồ sơ trực tiếp: 39\n"
        "  Cấp huyện:\n    Hồ sơ tiếp nhận: 1.000\n  Cấp xã:\n    Hồ sơ tiếp nhận: 239\n"
    )
    before.write(f"data/{PLACE}/2022.yml", text.format("1.239"))
    site.write(f"data/{PLACE}/2022.yml", text.format("1.229"))

    said = "1.239 làm khớp cả hai phép cộng đang lệch: Hồ sơ tiếp nhận (toàn huyện) đang ghi 1.229; xin xem lại nguồn."
    assert said in lines(compare())


def test_of_a_file_with_an_error_it_is_said_that_figures_may_be_unread(site: Site, compare: Compare):
    edit(site, "Mức hoàn thành: Khá", "Muc hoan thanhh: Khá")

    text = compare()

    assert lines(text)[0].startswith("Tệp còn lỗi")
    assert "Còn 1 lỗi nên chưa đăng được" in text


def test_pages_that_come_go_move_and_are_written_anew_are_named(before: Site, site: Site, compare: Compare):
    before.write(
        "data/kien-giang/2021.yml",
        HEAD.replace("2022", "2021").replace("Cấp huyện", "Toàn tỉnh") + "    Hồ sơ tiếp nhận: 9\n",
    )
    before.write(
        "data/kien-giang/2020.yml",
        HEAD.replace("2022", "2020").replace("Cấp huyện", "Toàn tỉnh") + "    Hồ sơ tiếp nhận: 8\n",
    )
    site.write("data/danh-muc/dia-chi.yml", "- Cũ: kien-giang/2020\n  Mới: kien-giang/2022\n")
    site.write("content/gioi-thieu.md", "# Giới thiệu\n\nTrang mẫu.\n")
    before.write("content/lien-he.md", "# Liên hệ\n\nSố cũ.\n")
    site.write("content/lien-he.md", "# Liên hệ\n\nSố mới.\n")

    text = compare()

    assert text.split("Các trang\n")[1].split("\n\n")[0].splitlines() == [
        "  Thêm gioi-thieu",
        "  Mất kien-giang/2021: ai lưu địa chỉ này sẽ không tìm thấy.",
        "  Chuyển kien-giang/2020 sang kien-giang/2022",
        "  Viết lại lien-he",
    ]  # fmt: skip
    assert text.endswith(
        "So với HEAD: 2 con số bỏ ở 2 bản tin; 1 trang mới, 1 trang mất, 1 trang đổi địa chỉ và 1 trang viết lại.\n"
    )


def test_a_bulletin_that_moves_is_held_against_what_it_was(before: Site, site: Site, compare: Compare):
    before.write(f"data/{PLACE}/2022.yml", HEAD + "    Hồ sơ tiếp nhận: 9\n")
    site.write(f"data/{PLACE}/2022-12-thang.yml", HEAD + "    Hồ sơ tiếp nhận: 10\n")
    site.write("data/danh-muc/dia-chi.yml", f"- Cũ: {PLACE}/2022\n  Mới: {PLACE}/2022-12-thang\n")

    assert compare() == (
        f"Huyện Vĩnh Thuận, tỉnh Kiên Giang: 12 tháng đầu năm 2022  {PLACE}/2022-12-thang/\n"
        "  Sửa Hồ sơ tiếp nhận (cấp huyện): 9 thành 10 (tăng 1).\n"
        "  Nguồn, tên kỳ hoặc nhận định có thay đổi.\n\n"
        "Các trang\n"
        f"  Thêm {PLACE}/2022-12-thang\n"
        f"  Chuyển {PLACE}/2022 sang {PLACE}/2022-12-thang\n\n"
        "So với HEAD: 1 con số sửa ở 1 bản tin; 1 trang mới và 1 trang đổi địa chỉ.\n"
    )


def test_a_changed_list_is_said_although_no_figure_changes(site: Site, compare: Compare):
    edit(site, "Số hồ sơ nộp qua mạng.", "Số hồ sơ gửi qua mạng.", "data/danh-muc/chi-so.yml")

    assert compare() == "So với HEAD: danh mục có thay đổi.\n"


def test_a_table_is_told_at_the_places_of_which_it_tells(before: Site, site: Site, compare: Compare):
    table = HEAD.replace("Số liệu", "Theo đơn vị") + "    Hồ sơ tiếp nhận:\n      huyện Vĩnh Thuận: {}\n"
    before.write("data/kien-giang/2021.yml", table.replace("2022", "2021").format("15.000"))
    site.write("data/kien-giang/2021.yml", table.replace("2022", "2021").format("15.001"))

    text = compare()

    assert "Huyện Vĩnh Thuận, tỉnh Kiên Giang: năm 2021" in text
    assert "Sửa Hồ sơ tiếp nhận (cấp huyện): 15.000 thành 15.001 (tăng 1)." in text
    assert "1 con số sửa ở 1 bản tin" in text


def test_other_forms_lead_to_the_line_of_each_figure(site: Site, compare: Compare):
    edit(site, "Mức hoàn thành: Khá", "Mức hoàn thành: Tốt")
    line = (site.root / FILE).read_text(encoding="utf-8").splitlines().index("    Mức hoàn thành: Tốt") + 1

    (entry,) = json.loads(compare(Form.GITLAB))

    assert compare(Form.GITHUB) == (
        f"::notice file={FILE},line={line},col=21,title=bantin-diff::Sửa Mức hoàn thành (cấp huyện): Khá thành Tốt.\n"
    )
    assert (entry["location"], entry["severity"]) == ({"path": FILE, "lines": {"begin": line}}, "info")


def test_a_comment_is_markdown(site: Site, compare: Compare):
    edit(site, "Mức hoàn thành: Khá", "Mức hoàn thành: Tốt")

    assert compare(Form.MD) == (
        "**So với HEAD: 1 con số sửa ở 1 bản tin.**\n\n"
        "#### Huyện Vĩnh Thuận, tỉnh Kiên Giang: 6 tháng đầu năm 2023\n\n"
        "- Sửa Mức hoàn thành (cấp huyện): Khá thành Tốt.\n"
    )


def test_a_comment_has_room_for_what_changed_most(site: Site, compare: Compare):
    figures = "".join(
        f"  Cấp huyện / {name}:\n    Hồ sơ tiếp nhận: 1{index}\n" for index, name in enumerate(("Đất đai", "Hộ tịch"))
    )
    for year in range(1990, 2015):
        head = HEAD.replace("20/12/2022", f"20/12/{year}")
        site.write(
            f"data/{PLACE}/{year}.yml", head + "    Hồ sơ tiếp nhận: 9\n" + figures + f"Nhận định:\n  a: b {year}\n"
        )

    assert len(compare(Form.MD)) < 65_536


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=5).map("".join))
def test_no_text_of_data_is_more_than_a_text_in_a_comment(text: str):
    inert = _inert(text)

    assert not set(inert) & set("`*_[]<>|@~\\\n\r")
    assert "://" not in inert
    assert "www." not in inert
