"""Every kind of broken data gives its report, word for word, and none once it is corrected.

tests/sites/broken/<code>/ holds the files that differ from tests/sites/sound, the report in expected.txt, and in sua/
(sửa: correct) the files as they should be. The manual shows them as examples.
"""

import io
import os
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from conftest import SITES, Golden, Site

from bantin.editors.forms import drawn, form_of
from bantin.places.finding import find
from bantin.problems import CODES
from bantin.reading.attached import documents, pictures
from bantin.reading.times import parse_period

BROKEN = sorted((SITES / "broken").iterdir())
REPORT = "data/kien-giang/huyen-vinh-thuan/2022.yml"


def link(site: Site) -> None:
    """Git on Windows would write a link as a text file."""
    target = site.root.parent / "outside.yml"
    target.write_text("Nguồn:", encoding="utf-8")
    try:
        (site.root / REPORT).symlink_to(target)
        (site.root / "content/lien-ket").symlink_to(site.root.parent, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links")


def swell(site: Site) -> None:
    site.write(REPORT, "# " + "x" * 1_000_000)


def pipe(site: Site) -> None:
    """A file that never ends."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system makes no pipes")
    os.mkfifo(site.root / REPORT)


def lock(site: Site) -> None:
    """Nobody may read it, but who may read everything."""
    path = site.root / REPORT
    path.write_text("Nguồn:", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")


def take_apart(site: Site) -> None:
    """Letters and marks apart, as some systems store them; Git and editors put them together."""
    path = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    site.write(path, unicodedata.normalize("NFD", (site.root / path).read_text(encoding="utf-8")))


def lose_the_list_of_scopes(site: Site) -> None:
    (site.root / "data/danh-muc/pham-vi.yml").unlink()


def swell_picture(site: Site) -> None:
    _swell(site, "mot-cua.jpg", pictures.LARGEST)


def swell_document(site: Site) -> None:
    _swell(site, "quyet-dinh.pdf", documents.LARGEST)


def _swell(site: Site, name: str, megabytes: int) -> None:
    path = site.root / "content/kien-giang/huyen-vinh-thuan" / name
    path.touch()
    os.truncate(path, megabytes * 1024 * 1024 + 1)


def fill(site: Site, put: Callable[[openpyxl.Workbook], object]) -> None:
    """A form of the small site that somebody filled."""
    place, when = find("kien-giang/huyen-vinh-thuan", date(2023, 9, 30)), parse_period("2023-quy-3")
    assert place
    assert when
    made = form_of(place, when, catalogue=site.archive().catalogue, reports=())
    assert made
    book = openpyxl.load_workbook(io.BytesIO(drawn(made)))
    put(book)
    book.save(site.root / "bieu.xlsx")


def fill_cell(site: Site) -> None:
    fill(site, lambda book: _say(book, "Hồ sơ tiếp nhận", date(2026, 12, 26)))


def fill_row(site: Site) -> None:
    fill(site, lambda book: _say(book, None, "312"))


def _say(book: openpyxl.Workbook, name: str | None, value: object) -> None:
    for column, said in enumerate((name, "Cấp huyện", value), start=1):
        book["Tỷ lệ, điểm, hạng"].cell(7, column).value = said


def lose_the_hidden_sheet(site: Site) -> None:
    fill(site, lambda book: book.remove(book["bantin"]))


MADE = {
    "form-cell": fill_cell,
    "form-table": fill_row,
    "form-unreadable": lose_the_hidden_sheet,
    "picture-too-large": swell_picture,
    "document-too-large": swell_document,
    "symlink": link,
    "not-a-file": pipe,
    "file-unreadable": lock,
    "not-nfc": take_apart,
    "file-too-large": swell,
    "catalogue-missing": lose_the_list_of_scopes,
}
"""What no folder can hold is made when the test runs."""


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_broken_data_gives_its_report(folder: Path, site: Site, golden: Callable[[Path], Golden]):
    break_as(folder, site)

    assert "".join(f"{line}\n" for line in site.problems()) == golden(folder / "expected.txt")


@pytest.mark.parametrize("folder", [folder for folder in BROKEN if (folder / "sua").is_dir()], ids=lambda f: f.name)
def test_corrected_data_gives_no_problem(folder: Path, site: Site):
    break_as(folder, site)
    site.correct(folder)

    assert site.open_problems() == []


def break_as(folder: Path, site: Site) -> None:
    site.overlay(folder)
    MADE.get(folder.name, lambda site: None)(site)


def test_the_sound_site_gives_no_problem(site: Site):
    assert site.problems() == []


def test_every_code_has_a_folder_that_reports_it():
    missing = [code for code in CODES if f"[{code}]" not in report(SITES / "broken" / code)]

    assert missing == []


def test_every_code_has_a_corrected_example():
    assert [code for code in CODES if not (SITES / "broken" / code / "sua").is_dir()] == []


def report(folder: Path) -> str:
    path = folder / "expected.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
