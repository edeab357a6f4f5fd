"""The whole road of an official: a site, a form, what is filled in, an answer, the data file, the page."""

from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from bantin.cli import main

PLACE, PERIOD = "an-giang/xa-vinh-thuan", "2026-quy-3"
FILLED = {
    "Toàn xã": ["642", "418", "196", "28", "615", "402", "205", "8", "27", "27", "không có"],
    "Đất đai": ["91", "22", "58", "11", "79", "31", "41", "7", "12", "12", "không có"],
}
"""Made up, as every figure here."""


EXPECTED = {
    "toan-xa-ho-so-phai-giai-quyet": "642",
    "toan-xa-ty-le-truoc-han-va-dung-han": "98,70%",
    "toan-xa-dat-dai-ho-so-phai-giai-quyet": "91",
    "toan-xa-dat-dai-ho-so-dang-giai-quyet-qua-han": "không có",
}
"""What the page prints, by the anchor of the figure."""


def bantin(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A province's own site, as it was begun."""
    assert bantin("init", tmp_path / "trang", "--tinh", "an-giang").exit_code == 0
    return tmp_path / "trang"


def printed(page: BeautifulSoup, id: str) -> str:
    """A figure on a page: its cell, or the first cell of its row."""
    found = page.find(id=id)
    return (found.select_one("td") or found).get_text().strip()


def form(site: Path) -> Path:
    """The empty form of a commune."""
    assert (
        bantin("form", "--root", site, "xã Vĩnh Thuận, An Giang", "quý 3/2026", "-o", site.parent / "bieu").exit_code
        == 0
    )
    (file,) = (site.parent / "bieu").glob("*.xlsx")
    return file


def fill(file: Path, *, received: str = "91") -> None:
    """What an official types."""
    book = openpyxl.load_workbook(file)
    fields, others, about = book.worksheets[:3]
    rows = {fields.cell(row, 2).value: row for row in range(fields.max_row, 0, -1)}
    for name, figures in FILLED.items():
        for column, figure in enumerate(figures, start=3):
            fields.cell(rows[name], column).value = figure
    fields.cell(rows["Đất đai"], 3).value = received
    rates = {others.cell(row, 1).value: row for row in range(others.max_row, 0, -1)}
    others.cell(rates["Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn"], 3).value = " 98,70% "
    said = {about.cell(row, 1).value: row for row in range(about.max_row, 0, -1)}
    for name, text in {
        "Tên": "Báo cáo công tác cải cách hành chính quý III năm 2026",
        "Cơ quan": "Ủy ban nhân dân xã Vĩnh Thuận",
        "Ngày": "28/09/2026",
    }.items():
        about.cell(said[name], 2).value = text
    book.save(file)


def test_a_form_that_is_filled_becomes_a_page(site: Path):
    file = form(site)
    fill(file)

    done = bantin("import", "--root", site, file, "--answers", site.parent / "tra-loi")
    assert done.exit_code == 0, done.output
    assert (site / f"data/{PLACE}/{PERIOD}.yml").is_file()
    (preview,) = (site.parent / "tra-loi").glob("*.html")
    assert "98,70%" in preview.read_text(encoding="utf-8")
    assert bantin("check", "--root", site).exit_code == 0

    assert bantin("render", "--root", site, site.parent / "trang-chu").exit_code == 0
    page = BeautifulSoup(
        (site.parent / f"trang-chu/{PLACE}/{PERIOD}/index.md").read_text(encoding="utf-8"), "html.parser"
    )
    assert {id: printed(page, id) for id in EXPECTED} == EXPECTED


def test_a_form_with_a_slip_comes_back_and_is_read_once_it_is_mended(site: Path):
    file = form(site)
    fill(file, received="1,210")

    done = bantin("import", "--root", site, file, "--answers", site.parent / "tra-loi")
    assert done.exit_code == 1
    assert "trang tính “Biểu 06”, ô C" in done.output
    assert not (site / f"data/{PLACE}/{PERIOD}.yml").exists()

    (answer,) = (site.parent / "tra-loi").glob("*.xlsx")
    fields = openpyxl.load_workbook(answer)["Biểu 06"]
    (noted,) = [cell for row in fields.iter_rows() for cell in row if cell.comment and "1,210" in cell.comment.text]
    assert noted.value == "1,210"
    book = openpyxl.load_workbook(answer)
    book["Biểu 06"][noted.coordinate].value = "91"
    book.save(answer)
    done = bantin("import", "--root", site, answer)
    assert done.exit_code == 0, done.output
    assert "Hồ sơ phải giải quyết: 91\n" in (site / f"data/{PLACE}/{PERIOD}.yml").read_text(encoding="utf-8")


def test_a_later_form_says_what_it_would_change_and_a_published_figure_needs_a_correction(site: Path):
    file = form(site)
    fill(file)
    assert bantin("import", "--root", site, file).exit_code == 0
    assert bantin("addresses", "--root", site).exit_code == 0
    fill(file, received="92")

    done = bantin("import", "--root", site, file)
    assert "91 → 92" in done.output
    data = site / f"data/{PLACE}/{PERIOD}.yml"
    assert "Hồ sơ phải giải quyết: 91\n" in data.read_text(encoding="utf-8")
    assert bantin("import", "--root", site, file, "--replace").exit_code == 0
    done = bantin("check", "--root", site)
    assert done.exit_code == 1
    assert "[figure-changed]" in done.output

    erratum = (
        "Đính chính:\n  - Ngày: 12/10/2026\n    Lý do: Cộng hai lần.\n    Số liệu:\n      Toàn xã / Đất đai:\n"
        "        Hồ sơ phải giải quyết:\n          Cũ: 91\n          Mới: 92\n"
    )
    data.write_text(data.read_text(encoding="utf-8") + erratum, encoding="utf-8")
    done = bantin("check", "--root", site)
    assert done.exit_code == 0, done.output
