"""Articles and the page of opinions: when, which others, what is asked, what the reader's machine offers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from making import CATALOGUE, DISTRICT, PROCEDURES, page_of

from bantin.folders import Folders
from bantin.model import Archive, Article, Asking, Attached, Image, Small
from bantin.pages.plans import plans_of
from bantin.pages.words import reached_at
from bantin.problems import Location
from bantin.publishing.rendering import Renderer

ASKING = Asking("Ủy ban nhân dân huyện Mẫu", "Dự thảo quy chế", date(2026, 11, 30), "vanphong@mau.example", "")


def article(slug: str, day: date, place: str = DISTRICT.path, **others: object) -> Article:
    at = Location(f"content/{place}/{day}-{slug}.md")
    found = Article(place, slug, f"Bài {slug}", "Lời dẫn", day, "Lê Mẫu", at, topics=(PROCEDURES,))
    return replace(found, **others)  # type: ignore[arg-type]


OWN = article("bai", date(2026, 11, 22), hour="15:39", asking=ASKING)
OTHERS = (
    article("cu", date(2026, 10, 1)),
    article("tinh", date(2026, 11, 1), "kien-giang"),
    article("xa", date(2026, 11, 20), "gia-lai"),
)


def known(*articles: Article) -> Archive:
    return Archive(CATALOGUE, articles=articles)


def printed(path: str, found: Archive) -> BeautifulSoup:
    return BeautifulSoup(Renderer(Folders.of(Path(__file__).parent)).markdown(page_of(found, path)), "html.parser")


def test_an_article_says_its_weekday_and_hour():
    time = printed(OWN.path, known(OWN)).time

    assert time
    assert (time["datetime"], time.text) == ("2026-11-22T15:39", "Chủ nhật, 22/11/2026, 15:39")


def test_an_article_leads_to_others_of_its_place_and_of_its_topic():
    lists = printed(OWN.path, known(OWN, *OTHERS)).find_all("ul", class_="bai-khac")

    assert [[link.text for link in found.find_all("a")] for found in lists] == [["Bài cu"], ["Bài tinh", "Bài xa"]]


def test_an_article_without_others_leads_to_none():
    assert not printed(OWN.path, known(OWN)).find(class_="bai-khac")


def test_further_pictures_stand_in_a_grid_each_at_the_sizes_that_it_has():
    at = Location("x.md")
    images = tuple(Image(f"{name}.jpg", name, "Lê Mẫu", name, at) for name in ("mot", "hai", "ba"))
    files = [f"{DISTRICT.path}/{name}.jpg" for name in ("mot", "hai", "ba")]
    small = Small(f"{DISTRICT.path}/mot.640.jpg", b"", 640)
    attached = {f"content/{file}": Attached(f"content/{file}", file, b"", width=1280, height=720) for file in files}
    attached[f"content/{files[0]}"] = replace(attached[f"content/{files[0]}"], small=small)
    found = known(replace(OWN, images=images))
    renderer = Renderer(Folders.of(Path(__file__).parent), attached)
    page = BeautifulSoup(renderer.markdown(page_of(found, OWN.path)), "html.parser")
    first, *others = page.find_all("img")

    assert first["srcset"] == f"../../../{DISTRICT.path}/mot.640.jpg 640w, ../../../{files[0]} 1280w"
    assert [(image["width"], image["height"], image.parent["href"]) for image in others] == [
        ("1280", "720", f"../../../{file}") for file in files[1:]
    ]
    assert all(image.find_parent(class_="bo-anh") and not image.get("srcset") for image in others)


def test_the_home_page_tells_of_the_newest_articles():
    found = [link.text for link in printed("", known(OWN, *OTHERS)).select("#bai-viet-moi + ul a")]

    assert found == ["Bài bai", "Bài xa", "Bài tinh"]


def listed(later: Mapping[str, object]) -> list[tuple[str, str]]:
    page = printed("lay-y-kien", known(OWN, article("sau", **later)))  # type: ignore[arg-type]
    return [(found.find_previous("h2").text, found.find("a", href=True)["href"]) for found in page.find_all("dl")]


def test_opinions_are_asked_until_the_last_day_and_the_site_s_own_day_says_when_it_passed():
    assert listed({"day": date(2026, 11, 30)}) == [("Ngày 30/11/2026 chưa hết hạn", "mailto:vanphong@mau.example")]
    assert listed({"day": date(2026, 12, 1)}) == [("Đã hết hạn", "mailto:vanphong@mau.example")]


def test_an_article_says_that_its_day_has_passed_only_where_that_is_known():
    later = article("sau", date(2026, 12, 1))

    assert "đã hết hạn" not in printed(OWN.path, known(OWN)).text
    assert "đã hết hạn" in printed(OWN.path, known(OWN, later)).text


def test_there_is_a_page_of_opinions_only_where_one_is_asked():
    paths = [plan.path for plan in plans_of(known(*OTHERS).outline, CATALOGUE)]

    assert "lay-y-kien" not in paths
    assert "lay-y-kien" in [plan.path for plan in plans_of(known(OWN).outline, CATALOGUE)]


@pytest.mark.parametrize(("to", "address"), [
    ("vanphong@mau.example", "mailto:vanphong@mau.example"), ("https://mau.example/gop-y", "https://mau.example/gop-y"),
    ("Bộ phận một cửa", ""), ("javascript:a@b.vn", ""), ("a@b.vn, c@d.vn", ""),
])  # fmt: skip
def test_where_opinions_go_is_a_link_only_where_it_is_one(to: str, address: str):
    assert reached_at(replace(ASKING, to=to)) == address
