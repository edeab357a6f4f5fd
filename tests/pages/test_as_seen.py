"""A page of each kind in a browser, under its own policy and that of the server: as it is seen, read aloud and printed."""

import base64
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from axe import SCHEMES, View, counted, opened, seen, sideways, violations
from browser import Browser, headers_of, in_browser, served, started
from built import ROOT
from conftest import edition
from kinds import ELSEWHERE, PAGES

from bantin.pages.plans import MAKERS

VIEWS = (View(320), View(1280, "dark"), View(768, "contrast"))
"""How the kinds are looked at in turn; `make access` looks at each in every way."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def root(site_dir: Path) -> Iterator[str]:
    """The site at the root of a server, where its 404 page works."""
    with served(site_dir, headers_of(site_dir), below="") as address:
        yield address


@pytest.fixture(scope="module")
def found(browser: Browser, root: str) -> dict[str, list[str]]:
    """What is wrong with each kind of page, which is opened once."""
    found: dict[str, list[str]] = {}
    for (kind, address), view in zip(PAGES.items(), cycle(VIEWS), strict=False):
        opened(browser, f"{root}{address}")
        view.take(browser)
        found[kind] = [*counted(browser), *violations(browser, contrast=False), *sideways(browser)]
        browser.tell("Emulation.setEmulatedMedia", media="print")
        browser.run("getComputedStyle(document.body).fontFamily")
    return found


def test_every_kind_of_page_is_looked_at():
    kinds = {f"{plan.path}/".lstrip("/"): plan.kind for plan in edition(ROOT).plans}

    assert {kinds[address] for address in PAGES.values() if address != "404.html"} == MAKERS.keys() - ELSEWHERE


@in_browser
def test_no_page_of_any_kind_shuts_a_reader_out(found: dict[str, list[str]]):
    assert {kind: lines for kind, lines in found.items() if lines} == {}


@in_browser
def test_every_part_of_a_page_is_seen_in_every_scheme(browser: Browser, root: str):
    """The page that shows all parts; `make access` looks at the colours of all pages."""
    opened(browser, f"{root}{PAGES['design']}")

    assert [line for scheme in SCHEMES for line in seen(browser, View(768, scheme))] == []


@in_browser
def test_no_page_of_any_kind_tries_what_its_policy_stops(browser: Browser, found: dict[str, list[str]]):
    assert found
    assert browser.refused == []


ROWS = """(heading) => {
  const table = document.querySelector("table.xep"), heads = [...table.tHead.rows[0].cells];
  const head = heads.find((one) => one.textContent.trim() === heading);
  head.querySelector("button").focus();
  const column = heads.indexOf(head), cells = [...table.tBodies[0].rows].map((row) => row.cells[column]);
  return [head.getAttribute("aria-sort"), document.querySelector("[role=status].an-mat").textContent,
          cells.map((cell) => cell?.textContent.trim() ?? "")];
}"""


@in_browser
def test_a_reader_sorts_a_long_table_by_what_it_prints(browser: Browser, root: str):
    """Numbers by value, words as Vietnamese dictionaries do, within the rows of each time; a third press undoes it."""
    View(1280).take(browser)
    browser.open(f"{root}chi-so/ty-le-dung-han/")
    browser.until("document.querySelector('.xep__nut')")
    _, _, first = browser.run(f"({ROWS})('Tỷ lệ đúng hạn')")
    browser.press("Enter")
    way, said, sorted_ = browser.run(f"({ROWS})('Tỷ lệ đúng hạn')")

    assert (way, said) == ("descending", "Đã sắp xếp theo Tỷ lệ đúng hạn, từ cao xuống thấp")
    values = [float(cell.strip("gầntrê %").replace(",", ".")) if cell else None for cell in sorted_]
    breaks = [number for number, value in enumerate(values) if value is None]
    assert [number for number, cell in enumerate(first) if not cell] == breaks
    for start, end in zip(breaks, [*breaks[1:], len(values)], strict=True):
        assert values[start + 1 : end] == sorted(values[start + 1 : end], reverse=True)
    browser.press("Enter")
    assert browser.run(f"({ROWS})('Tỷ lệ đúng hạn')")[0] == "ascending"
    browser.press("Enter")
    assert browser.run(f"({ROWS})('Tỷ lệ đúng hạn')") == [None, "Đã trở về thứ tự ban đầu", first]
    browser.run(f"({ROWS})('Địa phương')")
    browser.press("Enter")
    places = browser.run(f"({ROWS})('Địa phương')")[2]
    assert places.index("Tỉnh Đắk Lắk") < places.index("Tỉnh Đồng Nai")


def printed(browser: Browser, address: str) -> int:
    """How many sheets of paper a page takes."""
    View(1280).take(browser)
    browser.open(address)
    sheet = browser.tell("Page.printToPDF", preferCSSPageSize=True)["data"]
    return len(re.findall(rb"/Type /Page\b", base64.b64decode(sheet)))


@in_browser
@pytest.mark.parametrize(("kind", "sheets"), [("bulletin", 2), ("former district", 2), ("procedure", 3)])
def test_a_page_is_a_sheet_or_two(browser: Browser, root: str, kind: str, sheets: int):
    assert 0 < printed(browser, f"{root}{PAGES[kind]}") <= sheets


@in_browser
def test_a_sheet_says_whose_it_is_without_what_only_a_screen_needs(browser: Browser, root: str):
    browser.open(f"{root}{PAGES['bulletin']}")
    browser.tell("Emulation.setEmulatedMedia", media="print")
    shown = """(name) => [...document.querySelectorAll(name)].some((one) => one.checkVisibility())"""

    for name in (".dau__ten", "h1", ".loi-dan", "table", ".nguon", ".chan-trang__ten"):
        assert browser.run(f"({shown})('{name}')"), name
    for name in ("input", "button", ".danh-muc", ".duong-dan", ".muc-luc", ".chan-bang", ".chan-trang nav"):
        assert not browser.run(f"({shown})('{name}')"), name
    assert browser.run("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    browser.tell("Emulation.setEmulatedMedia", media="")
