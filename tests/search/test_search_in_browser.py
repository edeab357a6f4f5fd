"""The search as people use it: the real box of the real site, in a browser, below a path and under the site's own policy."""

import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser import Browser, headers_of, in_browser, served, started
from built import page, words

from bantin.pages.addresses import unit_address
from bantin.places import Unit, fold, gazetteer, lineage, present_era

QUERIES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
DESK = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}
ASK = """
const input = document.getElementById("tim-kiem");
const soon = (time = 0) => new Promise((done) => setTimeout(done, time));
const type = async (text) => { input.value = text; input.dispatchEvent(new Event("input", {bubbles: true})); await soon(); };
const links = () => [...input.form.querySelectorAll("[role=option] a")].map((link) => link.getAttribute("href"));
const note = () => { const found = input.form.querySelector(".tim__bao"); return found.hidden ? "" : found.textContent; };
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as found:
        found.tell("Emulation.setDeviceMetricsOverride", **DESK)
        yield found


@pytest.fixture(scope="module")
def root(site_dir: Path) -> Iterator[str]:
    with served(site_dir, headers_of(site_dir)) as address:
        yield address


@pytest.fixture
def box(browser: Browser, root: str) -> Browser:
    """The page of a district, on a wide screen, with the focus in the box of its header."""
    browser.tell("Emulation.setDeviceMetricsOverride", **DESK)
    browser.open(f"{root}kien-giang/huyen-vinh-thuan/")
    return browser


def touch(box: Browser) -> None:
    box.run("document.getElementById('tim-kiem').focus()")
    box.until("typeof bantinBox === 'object'")
    box.run("bantinBox.ready().then(() => true)")


def asked(box: Browser, root: str, queries: list[str]) -> dict[str, tuple[str, list[str]]]:
    """What the box says to queries, and where its results lead."""
    touch(box)
    script = f"""(async (queries) => {{ {ASK}
      const said = [];
      for (const query of queries) {{ await type(query); said.push([note(), links()]); }}
      return said;
    }})"""
    said = box.run(f"{script}({json.dumps(queries)})")
    return {
        q: (note, [link.removeprefix(root) for link in found]) for q, (note, found) in zip(queries, said, strict=True)
    }


@pytest.fixture(scope="module")
def answers(browser: Browser, root: str) -> dict[str, tuple[str, list[str]]]:
    """All queries of the file that names answer, asked in one page."""
    first = [query for group in QUERIES["first"].values() for query in group]
    browser.tell("Emulation.setDeviceMetricsOverride", **DESK)
    browser.open(root)
    return asked(
        browser, root, [*first, *QUERIES["among three"], *QUERIES["nearest"], *QUERIES["slips"], *QUERIES["nothing"]]
    )


@in_browser
@pytest.mark.parametrize("group", QUERIES["first"])
def test_what_people_most_probably_mean_comes_first(answers: dict[str, tuple[str, list[str]]], group: str):
    found = {query: (answers[query][0], *answers[query][1][:1]) for query in QUERIES["first"][group]}

    assert found == {query: ("", address) for query, address in QUERIES["first"][group].items()}


@in_browser
def test_it_is_among_the_first_three(answers: dict[str, tuple[str, list[str]]]):
    missed = {query: answers[query] for query, address in QUERIES["among three"].items() if address not in answers[query][1][:3]}  # fmt: skip

    assert missed == {}


@in_browser
def test_what_comes_nearest_is_said_to_be_no_more(answers: dict[str, tuple[str, list[str]]]):
    found = {query: (answers[query][0], *answers[query][1][:1]) for query in QUERIES["nearest"]}

    assert found == {query: ("Không có kết quả đủ các từ; gần nhất:", address) for query, address in QUERIES["nearest"].items()}  # fmt: skip


@in_browser
def test_a_name_that_is_nearly_typed_comes_before_words_here_and_there(answers: dict[str, tuple[str, list[str]]]):
    found = {query: (answers[query][0], *answers[query][1][:1]) for query in QUERIES["slips"]}

    assert found == {query: ("Có thể gõ nhầm; gần nhất:", address) for query, address in QUERIES["slips"].items()}


@in_browser
def test_nothing_is_found_for_nonsense(answers: dict[str, tuple[str, list[str]]]):
    assert {query: answers[query][1] for query in QUERIES["nothing"]} == {query: [] for query in QUERIES["nothing"]}


@in_browser
def test_an_empty_answer_leads_to_the_lists(box: Browser, root: str):
    touch(box)
    box.insert("atlantis")
    box.until("document.querySelector('#tim-kiem-goi-y [role=option]')")

    assert box.run("document.querySelector('#tim-kiem-goi-y a').getAttribute('href')") == f"{root}tim-kiem/#theo-tinh"
    assert str(box.run("document.getElementById('tim-kiem-bao').textContent")).startswith("Không có kết quả.")


@in_browser
def test_texts_are_searched_after_enter(box: Browser, root: str):
    touch(box)
    for query, address in QUERIES["texts"].items():
        box.run(f"(async () => {{ {ASK} await type({json.dumps(query)}); input.form.requestSubmit(); }})()")
        box.until("document.querySelector('.tim__nhom a')")
        link = str(box.run("document.querySelector('.tim__nhom a').getAttribute('href')"))

        assert link.removeprefix(root).partition("#")[0] == address, query
        assert "#:~:text=" in link  # the page that is opened shows the words


def unmarked(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def some_units() -> list[Unit]:
    """Five hundred of both times."""
    found: list[Unit] = []
    for now in gazetteer.provinces(present_era()):
        found += gazetteer.communes(now)
        for province in (now, *lineage.origins(now)):
            found += (*gazetteer.districts(province), *gazetteer.former_communes(province))
    return random.Random(14).sample(found, 500)


@in_browser
def test_any_unit_is_the_first_of_its_name(box: Browser):
    """By kind and name, and by name and province, without marks: nothing but namesakes stands before it."""
    touch(box)
    units = some_units()
    typed = [unmarked(unit.full_name) for unit in units]
    typed += [unmarked(f"{unit.name} {gazetteer.province_of(unit).name}") for unit in units]
    script = """(async (queries) => {
      const { units } = await bantinBox.ready();
      return queries.map((query) => bantinSearch.find(units, null, query, 300).results
        .map(({ unit }) => [units.fullName(unit), units.toldAt(unit)]));
    })"""
    said = box.run(f"{script}({json.dumps(typed)})")

    missed = []
    for number, (query, found) in enumerate(zip(typed, said, strict=True)):
        unit = units[number % 500]
        place = (
            found.index([unit.full_name, unit_address(unit)]) if [unit.full_name, unit_address(unit)] in found else -1
        )
        same = [name for name, _ in found[: place + 1] if alike(name.split(" ", 1)[1]).endswith(alike(unit.name))]
        if place < 0 or len(same) <= place:
            missed.append((query, unit.full_name, unit_address(unit), found[:3]))
    assert missed == []


def alike(name: str) -> str:
    return fold(name).replace(" ", "").replace("y", "i")


# ---- Before anybody searches, and how little comes then --------------------------------------------------------------


@in_browser
def test_nothing_is_fetched_before_the_box_is_touched(box: Browser, root: str):
    before = [address for address in box.requested() if "tim" in address.removeprefix(root)]
    touch(box)
    after = [address.removeprefix(root) for address in box.requested() if "tim" in address.removeprefix(root)]

    assert before == []
    parts = ("tim/bai", "tim/doc-ten", "tim/don-vi", "tim/tu", "tim/xep-hang", "tim", "o-tim")
    assert set(after) == {*(f"assets/javascripts/{part}.js" for part in parts), "tim-kiem/ten.js", "tim-kiem/trang.js"}


@in_browser
def test_the_strict_policy_is_kept(box: Browser):
    touch(box)
    box.insert("vinh thuan ho so 2023")
    box.press("Enter")
    box.until("document.querySelector('.tim__nhom a')")
    box.run("1")
    thrown = [event["params"] for event in box.events if event.get("method") == "Runtime.exceptionThrown"]

    assert (box.refused, thrown) == ([], [])


@in_browser
def test_names_are_found_where_the_site_is_opened_from_a_disk(browser: Browser, site_dir: Path):
    browser.tell("Emulation.setDeviceMetricsOverride", **DESK)
    browser.open((site_dir / "index.html").as_uri())
    touch(browser)
    browser.insert("vinh thuan kien giang")
    browser.until("document.querySelector('[role=option] a')")

    assert browser.run("document.querySelector('[role=option] a').getAttribute('href')") == (
        site_dir / "kien-giang/huyen-vinh-thuan/index.html"
    ).as_uri()  # fmt: skip


# ---- Hands, eyes and ears --------------------------------------------------------------------------------------------


def state(box: Browser) -> dict[str, Any]:
    return dict(box.run("""(() => {
      const input = document.getElementById("tim-kiem");
      const row = document.getElementById(input.getAttribute("aria-activedescendant"));
      return {
        focus: document.activeElement === input ? "box" : document.activeElement.closest("[role=option]") ? "option" : document.activeElement.className,
        expanded: input.getAttribute("aria-expanded"), shown: !input.form.querySelector(".tim__bang").hidden,
        active: row && row.textContent, selected: document.querySelectorAll("[role=option][aria-selected=true]").length,
        said: input.form.querySelector("[role=status]").textContent,
      };
    })()"""))  # fmt: skip


@in_browser
def test_the_box_is_a_combobox_of_links(box: Browser):
    touch(box)
    box.insert("vinh thuan kien giang")
    box.until("document.querySelector('[role=option]')")
    said = box.run("""(() => {
      const input = document.getElementById("tim-kiem");
      const list = document.getElementById(input.getAttribute("aria-controls"));
      return [input.getAttribute("role"), list.getAttribute("role"), list.getAttribute("aria-label"),
        [...list.querySelectorAll("[role=option]")].every((row) => row.querySelector("a[href]")),
        list.querySelector("mark").textContent];
    })()""")  # fmt: skip

    assert said == ["combobox", "listbox", "Kết quả", True, "Vĩnh Thuận"]
    box.until("document.querySelector('#tim-kiem').form.querySelector('[role=status]').textContent")
    assert state(box)["said"] == "Có 4 kết quả."


@in_browser
def test_arrows_choose_and_enter_opens(box: Browser, root: str):
    touch(box)
    box.insert("kien giang vinh thuan")
    box.until("document.querySelector('[role=option]')")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("ArrowUp")

    assert state(box) | {"said": ""} == {
        "focus": "box", "expanded": "true", "shown": True, "selected": 1, "said": "",
        "active": "Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang · nay nằm trong xã Vĩnh Bình, xã Vĩnh Phong và xã Vĩnh Thuận, "
                  "tỉnh An Giang · có số liệu",
    }  # fmt: skip
    box.press("ArrowDown")
    box.press("Enter")
    box.until("location.pathname.endsWith('/don-vi/')")
    assert box.run("location.href") == f"{root}kien-giang/don-vi/#huyen-vinh-thuan"


@in_browser
def test_escape_closes_and_keeps_the_focus(box: Browser):
    touch(box)
    box.insert("vinh thuan")
    box.until("document.querySelector('[role=option]')")
    box.press("ArrowDown")
    box.press("Escape")

    assert state(box) | {"said": ""} == {"focus": "box", "expanded": "false", "shown": False, "active": None, "selected": 0, "said": ""}  # fmt: skip
    box.press("ArrowDown")
    assert state(box)["shown"]


@in_browser
def test_tab_goes_through_the_results_and_out(box: Browser):
    touch(box)
    box.insert("kien giang vinh thuan")
    box.until("document.querySelector('[role=option]')")
    seen = []
    for _ in range(6):
        box.press("Tab")
        seen.append((state(box)["focus"], state(box)["shown"]))

    assert seen[:4] == [("option", True)] * 4
    assert seen[-1][0] != "option"
    assert not seen[-1][1]


@in_browser
def test_texts_that_come_later_take_no_focus_away(box: Browser):
    touch(box)
    box.insert("hoa binh 2023")
    box.until("document.querySelector('.tim__het')")
    box.run("document.querySelector('.tim__het').focus()")
    box.until("document.querySelector('.tim__nhom a')")

    assert box.run("document.activeElement.matches('.tim__het')")


@in_browser
def test_a_focused_result_stands_in_sight(box: Browser):
    touch(box)
    box.insert("tan")
    box.until("document.querySelectorAll('[role=option]').length > 7")
    for _ in range(9):
        box.press("Tab")
    hidden = box.run("""(() => {
      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
      return !document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    })()""")  # fmt: skip

    assert state(box)["focus"] == "option"
    assert not hidden


@in_browser
def test_enter_shows_texts_below_the_names(box: Browser):
    touch(box)
    box.insert("hồ sơ đúng hạn")
    box.until("document.querySelector('[role=option]')")
    box.press("Enter")
    box.until("document.querySelector('.tim__nhom [role=option] a')")

    assert box.run("document.querySelector('.tim__nhom').previousElementSibling.getAttribute('role')") == "option"
    assert box.run("document.querySelector('.tim__nhom .tim__doan mark') !== null")
    assert state(box)["focus"] == "box"


@in_browser
@pytest.mark.parametrize(
    "typed",
    [
        "<img src=x onerror=document.title='no'>",
        "</script><script>document.title='no'</script>",
        "vinh " * 100,
        "a" * 500,
    ],
)
def test_whatever_is_typed_stays_text(box: Browser, typed: str):
    touch(box)
    box.run(
        f"(async () => {{ {ASK} input.maxLength = 1000; await type({json.dumps(typed)}); input.form.requestSubmit(); await soon(600); }})()"
    )

    assert "Vĩnh Thuận" in str(box.run("document.title"))
    assert box.run("document.querySelectorAll('.tim__bang :is(img, script)').length") == 0
    assert not [event for event in box.events if event.get("method") == "Runtime.exceptionThrown"]


@in_browser
def test_on_a_phone_the_box_opens_over_the_header(browser: Browser, root: str):
    browser.tell("Emulation.setDeviceMetricsOverride", **PHONE)
    browser.open(f"{root}kien-giang/huyen-vinh-thuan/")
    assert browser.run("getComputedStyle(document.getElementById('tim-kiem').form).display") == "none"
    browser.run("document.querySelector('.tim-mo').click()")
    browser.insert("vinh thuan")
    browser.until("document.querySelector('[role=option]')")

    assert browser.run("document.documentElement.scrollWidth") == 360
    assert browser.run("document.querySelector('.tim__bang').getBoundingClientRect().width") >= 358
    browser.press("Escape")
    assert not state(browser)["shown"]
    browser.press("Escape")
    assert "tim-mo" in state(browser)["focus"]
    assert browser.run("getComputedStyle(document.getElementById('tim-kiem').form).display") == "none"


@in_browser
def test_no_box_is_printed(box: Browser):
    box.tell("Emulation.setEmulatedMedia", media="print")
    shown = box.run("[...document.querySelectorAll('.tim')].filter((box) => box.getClientRects().length).length")
    box.tell("Emulation.setEmulatedMedia", media="")

    assert shown == 0


# ---- The page to share -----------------------------------------------------------------------------------------------


@in_browser
def test_the_page_shows_what_its_address_asks(browser: Browser, root: str):
    browser.tell("Emulation.setDeviceMetricsOverride", **PHONE)
    browser.open(f"{root}tim-kiem/?q=vinh+thuan+kien+giang")
    browser.until("document.querySelector('.tim__ket-qua a')")

    assert browser.run("document.querySelector('.tim__ket-qua a').href") == f"{root}kien-giang/huyen-vinh-thuan/"
    assert browser.run("document.getElementById('tim-kiem-o').value") == "vinh thuan kien giang"
    browser.run(
        "document.getElementById('tim-kiem-o').value = 'ha noi'; document.getElementById('tim-kiem-trang').requestSubmit()"
    )
    browser.until("document.querySelector('.tim__ket-qua a').href.endsWith('/ha-noi/')")
    assert str(browser.run("location.search")) == "?q=ha+noi"
    browser.run("history.back()")
    browser.until("document.querySelector('.tim__ket-qua a').href.endsWith('/huyen-vinh-thuan/')")


@in_browser
def test_more_of_what_was_found_is_shown_on_demand(browser: Browser, root: str):
    browser.open(f"{root}tim-kiem/?q=tan+thanh")
    browser.until("document.querySelector('.tim__them')")
    browser.run("document.querySelector('.tim__them').click()")
    browser.until("document.querySelectorAll('.tim__ket-qua:first-of-type li').length === 40")

    assert browser.run("[...document.querySelectorAll('.tim__ket-qua a')].indexOf(document.activeElement)") == 20


def test_without_scripts_the_box_leads_to_lists_of_all_units(site_dir: Path):
    form = page(site_dir, "kien-giang/huyen-vinh-thuan").find(id="tim-kiem").find_parent("form")
    found = page(site_dir, "tim-kiem").article
    lists = {link["href"] for link in found.select(".danh-sach-tinh a")}

    assert (form["action"], form.find("input")["name"]) == ("../../tim-kiem/", "q")
    assert "JavaScript" in words(found.noscript)
    assert lists == {f"../{path}/don-vi/" for path in gazetteer.province_paths()}


def test_the_home_page_begins_with_the_search(site_dir: Path):
    found = page(site_dir, "").article.find(["h1", "form", "p"]).find_next_siblings()[0]

    assert (found.name, found["role"], found["action"]) == ("form", "search", "tim-kiem/")
