"""What stands around every page, in a browser: its fonts, header, menus and choices, by mouse, keyboard and voice."""

import json
from collections.abc import Iterator
from pathlib import Path

import kinds
import pytest
from browser import Browser, headers_of, in_browser, served, started
from built import parts
from trying import THOROUGH
from visits import slow, visited, with_late_fonts

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
    with served(site_dir, headers_of(site_dir), is_packing=True) as address:
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


PAGES = (
    (BULLETIN, "", "thu-tuc/") if not THOROUGH else tuple(page for page in kinds.PAGES.values() if page != "404.html")
)
FOCUS = """(() => {
    const now = document.activeElement, box = now.getBoundingClientRect(), title = document.querySelector("h1");
    const header = document.querySelector(".md-header"), stays = getComputedStyle(header).position === "sticky";
    return {
        is_before: Boolean(now.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING),
        what: now.getAttribute("aria-label") || now.textContent.trim() || now.localName,
        is_hidden: !header.contains(now) && stays && box.bottom <= header.getBoundingClientRect().bottom,
        is_seen: box.width > 0 && box.top < innerHeight && box.bottom > 0 && getComputedStyle(now).outlineStyle !== "none"
    };
})()"""


def sized(browser: Browser, width: int, height: int = 800) -> None:
    browser.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)


@pytest.mark.parametrize("width", [320, 1280])
def test_few_keys_lead_to_the_title_and_each_is_seen(browser: Browser, root: str, width: int):
    sized(browser, width)
    for address in PAGES:
        browser.open(f"{root}{address}")
        stops = []
        for _ in range(20):
            browser.press("Tab")
            stops.append(browser.run(FOCUS))
            if not stops[-1]["is_before"]:
                break
        before = [stop["what"] for stop in stops if stop["is_before"]]
        assert before[0] == "Truy cập nội dung"
        assert len(before) <= 8, (address, before)
        assert [stop for stop in stops if not stop["is_seen"]] == [], address


def test_no_key_leads_below_the_header_on_the_way_back(browser: Browser, root: str):
    sized(browser, 1280)
    browser.open(f"{root}{BULLETIN}")
    browser.run("scrollTo(0, document.body.scrollHeight); document.querySelector('footer a').focus()")
    for _ in range(25):
        browser.press("Tab", shift=True)
        assert not browser.run(FOCUS)["is_hidden"]


def test_the_menu_of_a_phone_opens_and_closes_by_keys(browser: Browser, root: str):
    sized(browser, 360, 640)
    browser.open(f"{root}{BULLETIN}")
    inside = "document.getElementById('__danh-muc').contains(document.activeElement)"
    open_ = "document.querySelector('#__danh-muc:popover-open') !== null"
    for _ in range(10):
        browser.press("Tab")
        assert not browser.run(inside)
    browser.run("document.querySelector('.dau__menu').focus()")
    browser.press("Enter")
    assert browser.run(open_)
    browser.press("Tab")
    assert browser.run(inside)
    seen = browser.run("[...document.querySelectorAll('#__danh-muc a, #__danh-muc select, #__danh-muc button')].length")
    assert seen > 8
    browser.press("Escape")
    assert not browser.run(open_)
    assert browser.run("document.activeElement.className").endswith("dau__menu")


CHOICES = """Object.fromEntries([...document.querySelectorAll("header select, #__danh-muc select")].map((select) =>
    [select.labels[0].firstChild.data, [...select.options].map((option) => option.text)]))"""
CHOOSE = """((index, value) => {
    const select = document.querySelectorAll("header select")[index];
    select.value = value;
    select.dispatchEvent(new Event("change"));
})"""
SAID = "[document.documentElement.dataset.co, document.documentElement.dataset.mau].join()"


def test_sizes_and_contrasts_are_chosen_and_remembered(browser: Browser, root: str):
    sized(browser, 1280)
    browser.open(f"{root}{BULLETIN}")
    assert browser.run(CHOICES) == {
        "Cỡ chữ": ["100%", "115%", "130%", "150%"],
        "Tương phản": ["Theo máy", "Sáng", "Tối", "Tương phản cao"],
    }
    before = browser.run("parseFloat(getComputedStyle(document.querySelector('article p.loi-dan')).fontSize)")
    browser.run(f"{CHOOSE}(1, 'cao')")
    browser.run(f"{CHOOSE}(0, '150')")
    browser.open(root)
    assert browser.run(SAID) == "150,cao"
    browser.open(f"{root}{BULLETIN}")
    after = browser.run("parseFloat(getComputedStyle(document.querySelector('article p.loi-dan')).fontSize)")
    assert round(after / before, 2) == 1.5
    browser.run("localStorage.clear()")


def test_a_browser_that_keeps_nothing_follows_the_choice_for_its_page(browser: Browser, root: str):
    sized(browser, 1280)
    refusing = (
        """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }})"""
    )
    script = browser.tell("Page.addScriptToEvaluateOnNewDocument", source=refusing)
    browser.open(root)
    browser.run(f"{CHOOSE}(1, 'toi')")
    assert browser.run(SAID) == ",toi"
    browser.open(root)
    assert browser.run(SAID) == ","
    browser.tell("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])


def test_without_scripts_the_menu_works_and_no_choice_is_shown(browser: Browser, root: str):
    sized(browser, 360, 640)
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(f"{root}{BULLETIN}")
    assert browser.run(CHOICES) == {}
    assert browser.run("document.documentElement.className") == "no-js"
    for _ in range(2):
        browser.press("Tab")
    browser.press("Enter")
    assert browser.run("document.querySelector('#__danh-muc:popover-open') !== null")
    browser.tell("Emulation.setScriptExecutionDisabled", value=False)


CUT = """[...document.querySelectorAll(".dau *, .danh-muc *")].filter((element) =>
    element.clientWidth && (element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth)
).map((element) => element.className || element.localName)"""
LONG = """document.querySelector(".dau__ten > span:last-child").textContent =
    "Cổng thông tin cải cách hành chính tỉnh Bà Rịa - Vũng Tàu";
    document.querySelector(".dau__ten").classList.add("dau__ten--dai")"""


def test_the_name_of_a_site_is_never_cut(browser: Browser, root: str):
    browser.open(f"{root}gioi-thieu/")
    browser.run(LONG)
    for width, size, lines in (
        (320, "", 2),
        (320, "150", 9),
        (390, "", 2),
        (768, "150", 2),
        (1280, "", 1),
        (1280, "150", 2),
    ):
        sized(browser, width)
        browser.run(f"bantinChosen.show('co', '{size}')")
        assert browser.run(CUT) == []
        assert browser.run("document.documentElement.scrollWidth") <= width
        assert (
            browser.run("""(() => { const name = document.querySelector(".dau__ten > span:last-child");
            return Math.round(name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight)); })()""")
            <= lines
        )


TARGETS = """[...document.querySelectorAll("header :is(a, button, select, input), nav a, nav summary, footer a, .ve-dau")].filter(
    (element) => element.getClientRects().length && element.getBoundingClientRect().height < 24
).map((element) => `${element.textContent || element.className} ${element.getBoundingClientRect().height}`)"""
LANDMARKS = """[...document.querySelectorAll("header, main, footer, nav, form[role=search], aside, section[aria-label]")].filter(
    (element) => !element.closest("article")).map((element) => `${element.localName} ${element.getAttribute("aria-label") || ""}`)"""


def test_targets_are_large_and_landmarks_named_and_few(browser: Browser, root: str):
    for width in (360, 1280):
        sized(browser, width)
        browser.open(f"{root}{BULLETIN}")
        assert browser.run(TARGETS) == []
        assert browser.run(LANDMARKS) == [
            "header ", "form Tìm kiếm ở mọi trang", "main ", "nav Vị trí trang",
            "nav Mục lục",
            "nav Danh mục", "footer ", "nav Chân trang",
        ]  # fmt: skip


PAIRS = """((pairs) => {
    const style = getComputedStyle(document.documentElement), light = (color) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.setProperty("color", color);
        const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((part) => part / 255)
            .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
        probe.remove();
        return .2126 * r + .7152 * g + .0722 * b;
    };
    return pairs.map(([one, other]) => {
        const [a, b] = [one, other].map((name) => light(`var(--${name})`)).sort((x, y) => y - x);
        return [one, other, Math.round((a + .05) / (b + .05) * 100) / 100];
    });
})"""
TEXTS = ("muc", "muc-2", "muc-3", "son", "lien-ket", "nghi-ngo", "tot", "xau")


@pytest.mark.parametrize(("device", "wish"), [("light", ""), ("dark", ""), ("light", "more"), ("dark", "more")])
def test_text_and_edges_are_seen_in_every_palette(browser: Browser, root: str, device: str, wish: str):
    sized(browser, 1280)
    features = {"prefers-color-scheme": device, "prefers-contrast": wish or "no-preference"}
    browser.tell(
        "Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in features.items()]
    )
    browser.open(root)
    pairs = [*((text, paper) for text in TEXTS for paper in ("giay", "nen")), ("vien", "giay"), ("tieu-diem", "giay")]
    for mode in ("", "sang", "toi", "cao"):
        browser.run(f"bantinChosen.show('mau', '{mode}')")
        for one, other, ratio in browser.run(f"{PAIRS}({json.dumps(pairs)})"):
            least = 3 if one in ("vien", "tieu-diem") else 7 if mode == "cao" or (wish and not mode) else 4.5
            assert ratio >= least, (device, wish, mode, one, other, ratio)
    browser.tell("Emulation.setEmulatedMedia", features=[])


def test_a_first_visit_is_light_and_soon_there_and_nothing_moves(browser: Browser, root: str, site_dir: Path):
    """What it weighs does not hang on the machine; how soon it is there does, so all machines have time."""
    with slow(browser):
        visit = visited(browser, root, BULLETIN, site=site_dir)
        late = with_late_fonts(browser, f"{root}{BULLETIN}?2")
    page = visit.weights[BULLETIN]

    assert page <= 12_000
    assert visit.weight <= 110_000, visit.weights
    assert len([path for path in visit.weights if path.endswith(".woff2")]) == 2
    assert (visit.shift, visit.moved) == (late.shift, late.moved) == (0, ())
    assert len(late.weights) == 2
    assert 0 < visit.largest < (1.5 if THOROUGH else 5)
