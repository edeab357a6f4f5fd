"""A source is printed alike wherever it stands."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from making import CATALOGUE, DISTRICT, RECEIVED, figure, page_of, report

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
