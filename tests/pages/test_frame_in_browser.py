"""What stands around every page, in a browser: its fonts, header, menus and choices, by mouse, keyboard and voice."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, headers_of, in_browser, served, started
from built import parts

BULLETIN = "kien-giang/huyen-vinh-thuan/2023-6-thang/"
OTHER_FONTS = {"☐": "a box to tick, which no list reads aloud"}
"""What is printed in whatever font a device has, and why."""

pytestmark = in_browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("frame")) as found:
        yield found


@pytest.fixture(scope="module")
def root(site_dir: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(site_dir, headers_of(site_dir)) as address:
        yield address


def printed(site: Path) -> str:
    """Every character that the pages show, or say in their attributes."""
    found: set[str] = set(OTHER_FONTS)
    for path in site.rglob("*.html"):
        page = parts(path)
        for element, text in page.texts:
            if element not in ("script", "style"):
                found.update(text)
        for _, said in page.tags:
            found.update(*(said.get(name) or "" for name in ("alt", "content", "placeholder", "title", "value")))
    return "".join(sorted(sign for sign in found if sign > " "))


def test_every_character_of_the_site_is_in_its_fonts(browser: Browser, root: str, site_dir: Path):
    signs = "".join(sign for sign in printed(site_dir) if sign not in OTHER_FONTS)
    for _ in range(2):  # fonts that have come once are there at once
        browser.open(root)
    browser.run(f"""document.fonts.ready.then(() => {{
        document.body.innerHTML = "<p id=ca></p><p><b id=dam></b></p>";
        for (const name of ["ca", "dam"]) document.getElementById(name).textContent = {json.dumps(signs)};
    }})""")
    browser.tell("DOM.enable")
    browser.tell("CSS.enable")
    top = browser.tell("DOM.getDocument")["root"]["nodeId"]
    for name in ("ca", "dam"):
        node = browser.tell("DOM.querySelector", nodeId=top, selector=f"#{name}")["nodeId"]
        fonts = browser.tell("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
        assert [font["familyName"] for font in fonts if font["isCustomFont"]], fonts
        assert len(fonts) == 1, fonts
    assert len(signs) > 150
