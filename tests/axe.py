"""Pages in a browser as readers have them, and what axe-core and our own eyes for it find there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from browser import Browser

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark", "contrast", "dark contrast")
LETTERS = (100, 200)
MOST_STOPS = 8
"""How many keys lead to the title at most."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that the scheme decides; all others were asked in the first."""
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ALLOWED = {
    "nested-interactive": "[role=option]",  # CONTRIBUTING.md: an option of the search holds a real link
}
"""Rules that are broken on purpose, and where alone."""
LOOKED = """(async (rules, contrast) => {
  const found = await axe.run(document, {runOnly: rules, rules: {"color-contrast": {enabled: contrast}}, resultTypes: ["violations"], preload: false});
  return found.violations.map(({id, nodes}) => [id, nodes.map(({target, html, failureSummary}) =>
    [target.join(" "), html.slice(0, 160), failureSummary.slice(0, 300)])]);
})"""
SETTLED = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => done(true)))))"""
"""Once colours no longer change; a change of scheme is soft."""
SIDEWAYS = """(() => {
  const width = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > width) {
    for (const one of document.querySelectorAll("body *")) {
      const box = one.getBoundingClientRect();
      if (box.right > width + 1 && box.width && !one.closest(".bang, .md-typeset__scrollwrap, .an-mat, [hidden]")) {
        found.push(`${one.tagName.toLowerCase()}.${one.className}`);
      }
    }
    return found.slice(0, 5).concat(`wide ${document.documentElement.scrollWidth}`);
  }
  return found;
})()"""
"""What makes a page wider than the screen."""
ONCE = """[
  ["h1", [...document.querySelectorAll("h1")].length],
  ["ids", [...document.querySelectorAll("[id]")].length - new Set([...document.querySelectorAll("[id]")].map((one) => one.id)).size],
  ["stops", [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((one) =>
    one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && one.compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_FOLLOWING).length],
  ["bad ids", [...document.querySelectorAll("article [id]")].filter((one) => /[^a-zA-Z0-9._:-]/.test(one.id)).length],
]"""


@dataclass(frozen=True)
class View:
    """How a reader looks at a page."""

    width: int = 320
    scheme: str = "light"
    letters: int = 100

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}, {self.letters} %"

    def take(self, browser: Browser) -> None:
        """Makes the browser one of such a reader."""
        browser.tell("Emulation.setDeviceMetricsOverride", width=self.width, height=800, deviceScaleFactor=1,
                     mobile=False)  # fmt: skip
        browser.tell("Emulation.setEmulatedMedia", media="", features=[
            {"name": "prefers-color-scheme", "value": "dark" if "dark" in self.scheme else "light"},
            {"name": "prefers-contrast", "value": "more" if "contrast" in self.scheme else "no-preference"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ])  # fmt: skip
        size = 16 * self.letters // 100
        browser.tell("Page.setFontSizes", fontSizes={"standard": size, "fixed": size * 13 // 16})
        browser.run(SETTLED)


def views() -> Iterator[View]:
    """All views together, those of one size side by side."""
    return (View(width, scheme, letters) for letters, width, scheme in product(LETTERS, WIDTHS, SCHEMES))


@cache
def axe_script() -> str:
    """axe-core, which comes inside a package of Python (requirements-held.txt)."""
    found = find_spec("axe_playwright_python")
    assert found, "axe-core is missing: pip install --no-deps -r requirements-held.txt"
    assert found.origin
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def opened(browser: Browser, address: str) -> None:
    """Opens a page and puts axe-core into it."""
    browser.open(address)
    browser.tell("Runtime.evaluate", expression=axe_script())


def violations(browser: Browser, rules: object = RULES, *, contrast: bool = True) -> list[str]:
    """What axe-core finds in the page that is open, a line each; to look at every colour takes half of the time."""
    found: list[Any] = browser.run(f"{LOOKED}({json.dumps(rules)}, {json.dumps(contrast)})")
    return [
        f"{rule}: {target} {html} -- {' '.join(why.split())}"
        for rule, nodes in found
        for target, html, why in nodes
        if not (rule in ALLOWED and ALLOWED[rule].strip("[]").replace("role=", "") in html)
    ]


def searching(browser: Browser, root: str) -> Iterator[str]:
    """What the search shows, each by its name while the browser shows it."""
    opened(browser, f"{root}tim-kiem/?q=vinh+thuan")
    browser.until("document.querySelector('.tim__ket-qua a')")
    yield "results of a search"
    opened(browser, root)
    browser.run("document.getElementById('tim-o-trang').focus()")
    browser.insert("vinh thuan")
    browser.until("document.querySelector('[role=option] a')")
    yield "the open list of a search"


def seen(browser: Browser, view: View) -> list[str]:
    """What is wrong with the page that is open for such a reader."""
    view.take(browser)
    found = violations(browser, RULES if view.scheme == SCHEMES[0] else COLOURS)
    return found + (sideways(browser) if view.scheme == SCHEMES[0] else [])


def sideways(browser: Browser) -> list[str]:
    """What makes the page that is open wider than its screen."""
    return [f"sideways: {one}" for one in browser.run(SIDEWAYS)]


def counted(browser: Browser) -> list[str]:
    """What a page has once, and has not once."""
    (_, headings), (_, twice), (_, stops), (_, bad) = browser.run(ONCE)
    return [
        *([f"{stops} stops before the title"] if stops > MOST_STOPS else []),
        *([f"{headings} h1"] if headings != 1 else []),
        *([f"{twice} ids twice"] if twice else []),
        *([f"{bad} ids with other letters"] if bad else []),
    ]
