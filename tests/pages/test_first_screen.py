"""What a place's page answers first stands in one screen of a small phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, in_browser, served, started

PHONE = {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
WITH_FIGURES = ("kien-giang/huyen-vinh-thuan", "dien-bien/phuong-dien-bien-phu", "hoa-binh/huyen-cao-phong")
WITH_SOME = ("an-giang/xa-khanh-binh", "gia-lai/huyen-kong-chro")
WITH_NONE = ("tien-giang/huyen-chau-thanh", "quang-nam/huyen-bac-tra-my")
MEASURED = """(() => {
  const bottom = (one) => Math.ceil(one.getBoundingClientRect().bottom);
  const cards = [...document.querySelectorAll(".the-so--bon > div")].map(bottom);
  const line = document.querySelector(".chua-tra-loi");
  return { cards, line: line && bottom(line), wide: document.documentElement.scrollWidth };
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as found:
        found.tell("Emulation.setDeviceMetricsOverride", **PHONE)
        yield found


@in_browser
def test_a_place_answers_in_one_screen_of_a_small_phone(browser: Browser, site_dir: Path):
    with served(site_dir) as root:
        for place in (*WITH_FIGURES, *WITH_SOME, *WITH_NONE):
            browser.open(f"{root}{place}/")
            found = browser.run(MEASURED)
            assert len(found["cards"]) == (0 if place in WITH_NONE else 4), place
            assert max(found["cards"], default=found["line"]) <= PHONE["height"], place
            assert found["wide"] <= PHONE["width"], place


@in_browser
def test_no_list_of_a_province_or_of_provinces_is_wider_than_a_small_phone(browser: Browser, site_dir: Path):
    with served(site_dir) as root:
        for address in ("", "hai-phong/", "gia-lai/", "dien-bien/"):
            browser.open(f"{root}{address}")
            assert browser.run("document.documentElement.scrollWidth") <= PHONE["width"], address
