"""What stands under the tables of a bulletin to cite, take along or correct them, and the file of its figures."""

import csv
import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from built import ROOT
from conftest import SOUND, Site, edition

from bantin import site as bantin_site
from bantin.folders import About, Folders
from bantin.model import Report
from bantin.publishing import GivenFile

PLACE = "kien-giang/huyen-vinh-thuan"
FILE, PATH = f"data/{PLACE}/2023-6-thang.yml", f"{PLACE}/2023-6-thang"
ABOUT = About("Trang «A» & B", "https://cchc.example/o-day/", "bao.sai+cchc@tinh.example")
SHOWN = [
    (SOUND, PATH), (SOUND, "kien-giang/2022"), (ROOT, "hai-phong/2025"), (ROOT, "hoa-binh/2024"),
    (ROOT, "an-giang/dac-khu-phu-quoc/2025-07-01_2025-07-04"),
]  # fmt: skip
"""Among them: tables about many places, crossed ones, targets, several sources, figures that several print."""


@cache
def bulletins(root: Path) -> dict[str, Report]:
    return dict(edition(root).archive.by_address)


def given(root: Path, path: str, about: About | None = None) -> GivenFile:
    folders = replace(Folders.of(root), about=about or About())
    found = edition(root)
    assert not found.errors, [problem.line() for problem in found.errors]
    files = bantin_site.markdown_of(found, folders)
    (file,) = (file for file in files if file.path == f"{path}/index.md")
    return file


def page(root: Path, path: str, about: About | None = None) -> BeautifulSoup:
    return BeautifulSoup(str(given(root, path, about).content()).rpartition("\n---\n")[2], "html.parser")


def beside(root: Path, path: str) -> str:
    files = dict(given(root, path).files())
    assert files.keys() == {f"{path}/index.md", f"{path}/so-lieu.csv"}
    return str(files[f"{path}/so-lieu.csv"])


def rows(root: Path, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(beside(root, path).removeprefix("\ufeff"), newline="")))


def edited(site: Site, *edits: tuple[str, str]) -> list[dict[str, str]]:
    text = (site.root / FILE).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    site.write(FILE, text)
    return rows(site.root, PATH)


@pytest.mark.parametrize(("root", "path"), SHOWN)
def test_the_file_holds_every_figure_and_target_as_printed_and_where_it_stands(root: Path, path: str):
    report, found, shown = bulletins(root)[path], rows(root, path), page(root, path)
    lines = [line.figure for line in report.lines]
    said = [f.text if f.is_state else f"«{f.text}»" for f in (*report.figures, *lines, *report.targets)]

    assert sorted(row["Công bố (nguyên văn)"] for row in found) == sorted(said)
    assert [row["Loại"] for row in found].count("Chỉ tiêu") == len(report.targets)
    for row in found:
        at = shown.find(id=row["Vị trí trên trang"].removeprefix("#"))
        assert row["Công bố (nguyên văn)"].strip("«»") in " ".join(at.get_text().split())
        assert row["Kỳ"] == report.period.name
        assert all(row[said] for said in ("Địa phương", "Chỉ số", "Phạm vi", "Đơn vị tính", "Nguồn"))


def test_a_row_says_what_the_page_says_of_a_figure(site: Site):
    found = edited(
        site,
        ("20/07/2023\n", "20/07/2023\n    Địa chỉ: https://example.vn/bao-cao\n"),
        ("Hồ sơ trực tuyến: 1.000", ("Hồ sơ trực tuyến:\n      Giá trị: 1.000\n"
         "      Tính đến: 15/06/2023\n      Ghi chú: =2+3\n      Thay đổi: tăng 5%")),
    )  # fmt: skip
    online = next(row for row in found if row["Chỉ số"] == "Hồ sơ trực tuyến")
    rate = next(row for row in found if row["Chỉ số"] == "Tỷ lệ đúng hạn" and row["Loại"] == "Kết quả")

    assert online["Nguồn"] == "Ủy ban nhân dân huyện Mẫu, 20/07/2023: «Báo cáo mẫu số 2», https://example.vn/bao-cao"
    assert (online["Tính đến"], online["Ghi chú"]) == ("tính đến ngày 15/06/2023", "tăng 5%; =2+3")
    assert (online["Địa phương"], online["Đơn vị tính"]) == ("Huyện Vĩnh Thuận, tỉnh Kiên Giang", "hồ sơ")
    assert (rate["Mẫu số"], rate["Đơn vị tính"]) == ("Hồ sơ tiếp nhận", "%")


def test_no_cell_is_a_formula_or_another_number(site: Site):
    edited(site, ("19/34", "8/10"), ("Hồ sơ trực tuyến: 1.000",
                                     "Hồ sơ trực tuyến:\n      Giá trị: 1.000\n      Ghi chú: =2+3"))  # fmt: skip
    text = beside(site.root, PATH)
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) for cell in row]

    assert "'=2+3" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    # Alone and without quotation marks, «1.000» would be one and «8/10» a day, by the settings of who opens the file.
    numbers = [cell for cell in cells if re.fullmatch(r"[\d.,/%\s-]+", cell)]
    assert {"«1.000»", "«8/10»"} <= {*cells}
    assert numbers
    assert all(re.fullmatch(r"%|0|[1-9]\d*", number) for number in numbers)


def test_only_a_whole_count_stands_as_a_number():
    found = {row["Công bố (nguyên văn)"]: row["Số nguyên"] for row in rows(SOUND, PATH)}

    assert found["«1.210»"] == "1210"
    assert {found[text] for text in ("«93,64%»", "«trên 600»", "«19/34»", "«Khá»", "chưa có số liệu")} == {""}


def test_a_spreadsheet_sees_letters_and_lines_as_they_are():
    text = beside(SOUND, PATH)

    assert text.startswith("\ufeffĐịa phương,Kỳ,")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(rows(SOUND, PATH)) + 1


def test_a_corrected_and_a_doubted_figure_are_told(site: Site):
    found = edited(
        site, ("Hồ sơ trực tiếp: 210", "Hồ sơ trực tiếp: 211"), ("Nhận định:",
        ("Đính chính:\n  - Ngày: 12/08/2023\n    Lý do: Cộng nhầm\n    Số liệu:\n      Cấp huyện:\n"
        "        Hồ sơ trực tuyến:\n          Cũ: 1.100\n          Mới: 1.000\nNhận định:")),
    )  # fmt: skip
    by_name = {row["Chỉ số"]: row for row in reversed(found)}

    assert by_name["Hồ sơ trực tuyến"]["Đính chính"] == "đã đính chính ngày 12/08/2023, trước ghi 1.100"
    assert by_name["Hồ sơ tiếp nhận"]["Ghi chú"].endswith("chưa khớp, xem trang của bản tin")
    assert by_name["Mức hoàn thành"]["Ghi chú"] == by_name["Mức hoàn thành"]["Đính chính"] == ""


@pytest.mark.parametrize(("root", "path"), SHOWN)
def test_every_part_of_the_figures_has_one_foot_that_cites_it(root: Path, path: str):
    shown = page(root, path, ABOUT)
    tables, feet = shown.find_all("table"), shown.find_all(class_="chan-bang")
    report = bulletins(root)[path]

    assert {table["aria-describedby"] for table in tables} == {foot.p["id"] for foot in feet}
    for foot in feet:
        cited = foot.details.p.get_text()
        of_foot = [table for table in tables if table["aria-describedby"] == foot.p["id"]]
        assert foot.find_previous("table") is of_foot[-1]
        of_places = foot.find_previous("h2")["id"] == "theo-don-vi"  # groups that are ranked apart are cited apart
        name = of_foot[0].caption.find(string=True).strip() if of_places else foot.find_previous("h2").get_text()
        assert f": {report.period.name}, «{name}». Nguồn: " in cited
        assert f" Đăng lại ở «{ABOUT.name}». " in cited
        address, anchor = cited.split()[-1].split("#")
        assert address == f"{ABOUT.address}{path}/"
        assert shown.find(id=anchor).find_parent("table") is of_foot[0]
        assert foot.find("a", string="Tải CSV")["href"] == "so-lieu.csv"


def test_a_slip_is_told_by_mail_with_the_place_where_it_stands():
    for foot in page(SOUND, PATH, ABOUT).find_all(class_="chan-bang"):
        href = foot.find("a", string="Báo sai")["href"]
        parts = urlsplit(href)
        said = {key: value for key, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
        assert (parts.scheme, unquote(parts.path)) == ("mailto", ABOUT.email)
        assert not re.search(r'[\s"<>]', href)
        assert said["subject"] == "Báo sai: Huyện Vĩnh Thuận: 6 tháng đầu năm 2023"
        where, name, *asked = said["body"].split("\r\n")
        assert where == f"Trang: {foot.details.p.get_text().split()[-1]}"
        assert f", «{name.removeprefix('Phần: ')}»." in foot.details.p.get_text()
        assert asked == ["Chỉ số sai:", "Đúng ra là:", "Căn cứ:"]


def test_where_nothing_is_known_of_the_site_nothing_of_it_is_said():
    shown = page(SOUND, PATH)

    assert not shown.find_all("a", href=re.compile("^mailto"))
    assert {foot.details.p.get_text().split()[-1] for foot in shown.find_all(class_="chan-bang")} == {"20/07/2023."}


def test_settings_say_it_alike_to_both_doors():
    said = About.of("A", "https://a.example/b", {"email": "a@b.example"})

    assert said == About.of("A", "https://a.example/b/", {"email": "a@b.example"})
    assert said.address == "https://a.example/b/"
    assert About.of(None, None, None) == About.of("", "", {"name": "B"}) == About()
