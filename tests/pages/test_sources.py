"""A source is printed alike wherever it stands."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import Site
from making import CATALOGUE, DISTRICT, RECEIVED, figure, page_of, report
from printed import PUBLISHED

from bantin.folders import Folders
from bantin.model.archive import Archive
from bantin.model.reports import Source
from bantin.model.texts import Article
from bantin.problems import Location
from bantin.publishing.rendering import Renderer
from bantin.vietnamese import date_text

SOURCE = Source(
    title="Báo cáo mẫu",
    publisher="Sở Mẫu",
    at=Location("x.yml"),
    published=date(2023, 8, 20),
    author="Lê Mẫu",
    number="12/BC-UBND",
    address="https://example.vn/bao-cao",
    note="Bản thảo.",
    id="ma-nguon",
)
HIDDEN = {"at", "id"}
"""Where the editor wrote it, and how figures of one file name it."""


def bulletin() -> str:
    found = report(replace(figure(RECEIVED, "5"), source=SOURCE))
    return printed(f"{DISTRICT.path}/2023-6-thang", Archive(CATALOGUE, (replace(found, sources=(SOURCE,)),)))


def article() -> str:
    at = Location("content/x.md")
    found = Article(DISTRICT.path, "bai", "Bài", "Lời dẫn", date(2023, 8, 20), "Lê Mẫu", at, sources=(SOURCE,))
    return printed(found.path, Archive(CATALOGUE, articles=(found,)))


def printed(path: str, found: Archive) -> str:
    page = page_of(found, path)
    markdown = Renderer(Folders.of(Path(__file__).parent)).markdown(page)
    return str(BeautifulSoup(markdown, "html.parser").find("ol", class_="nguon"))


@pytest.mark.parametrize("page", [bulletin, article])
@pytest.mark.parametrize("field", sorted({field.name for field in fields(Source)} - HIDDEN))
def test_every_field_of_a_source_stands_on_the_page(page: Callable[[], str], field: str):
    value = getattr(SOURCE, field)

    assert (date_text(value) if isinstance(value, date) else value) in page()


def test_a_bulletin_and_an_article_print_a_source_alike():
    assert article() == bulletin()


TWO = """Nguồn:
  - Mã: bao-cao
    Tên: Báo cáo mẫu
    Cơ quan: Sở Mẫu
  - Mã: bao
    Tên: Bài báo
    Cơ quan: Báo Mẫu
Số liệu:
  Cấp huyện:
    Hồ sơ tiếp nhận:
      Giá trị: 1.210
      Nguồn: [bao-cao, bao]
"""
ONE_MORE = """    Hồ sơ trực tuyến:
      Giá trị: 5
      Nguồn: bao
    Hồ sơ trực tiếp:
      Giá trị: 6
      Nguồn: bao
"""


def told(site: Site, text: str) -> tuple[str, list[str | None]]:
    """What stands under the first table of a bulletin, and the marks in it."""
    site.write("data/kien-giang/huyen-vinh-thuan/2022.yml", text)
    page = BeautifulSoup(site.page("kien-giang/huyen-vinh-thuan/2022/index.md"), "html.parser")
    cells = page.find("table").select(PUBLISHED)
    return page.select_one("p.nguon").get_text(), [cell.get("data-nguon") for cell in cells]


def test_a_figure_of_two_sources_names_both(site: Site):
    assert told(site, TWO) == ("Nguồn: [1] Sở Mẫu và [2] Báo Mẫu", [None])


def test_a_figure_of_two_sources_among_others_is_marked_with_both(site: Site):
    assert told(site, TWO + ONE_MORE) == (
        "Nguồn [2]: Báo Mẫu; riêng Hồ sơ tiếp nhận: [1] Sở Mẫu và [2] Báo Mẫu",
        ["1, 2", "2", "2"],
    )
