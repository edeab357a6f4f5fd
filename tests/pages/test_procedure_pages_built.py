"""The pages of our own procedures as they are published: their weight, and what a phone shows first."""

import json
from pathlib import Path

import pytest
from browser import in_browser, started
from built import page, words

HTML = 28_000
"""The most bytes of a page of one procedure, one list or one province; that of all procedures grows with them."""
FIRST = ("Nơi nộp", "Thời hạn", "Phí, lệ phí", "Giấy tờ", "Kết quả")


def procedures(site_dir: Path) -> list[Path]:
    found = sorted(path.parent for path in site_dir.glob("thu-tuc/[0-9]*/index.html"))
    assert len(found) >= 40
    return found


def test_pages_of_procedures_are_light(site_dir: Path):
    lists = [path.parent for path in site_dir.glob("*/danh-muc/*/index.html")]

    assert lists
    for folder in (*procedures(site_dir), *lists, *(path.parent for path in site_dir.glob("*/thu-tuc/index.html"))):
        assert (folder / "index.html").stat().st_size <= HTML, folder


def test_every_procedure_answers_the_same_five_questions_and_leads_to_the_portal(site_dir: Path):
    for folder in procedures(site_dir):
        found = page(site_dir, f"thu-tuc/{folder.name}/")
        block = found.find("dl", class_="tra-loi")
        assert tuple(map(words, block.find_all("dt"))) == FIRST, folder
        assert all(words(said) for said in block.find_all("dd")), folder
        assert found.find("a", href=lambda href: href and href.startswith("https://dichvucong.gov.vn")), folder
        assert found.find("ol", class_="nguon").find_all("li"), folder
        told = json.loads(found.find("script", type="application/ld+json").string)
        assert told["identifier"].startswith(folder.name)


def test_every_source_says_where_and_when(site_dir: Path):
    for folder in procedures(site_dir):
        for source in page(site_dir, f"thu-tuc/{folder.name}/").find("ol", class_="nguon").find_all("li"):
            assert source.find("a", href=True), (folder, words(source))


@in_browser
@pytest.mark.parametrize("code", ["1.001193", "1.012784"])
def test_a_phone_shows_the_answer_on_its_first_screen(site_dir: Path, tmp_path: Path, code: str):
    with started(tmp_path / "profile") as browser:
        browser.tell("Emulation.setDeviceMetricsOverride", width=500, height=800, deviceScaleFactor=1, mobile=True)
        browser.open((site_dir / "thu-tuc" / code / "index.html").as_uri())
        top = browser.run("document.querySelector('.tra-loi').getBoundingClientRect().top")

        assert browser.run("document.documentElement.scrollWidth") <= 500
        assert 0 < top < 400
