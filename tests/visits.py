"""A first visit of a page: what it asks for, how heavy that is, how soon it is there, and whether anything moves."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from browser import Browser

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWED = 4
"""How many times slower than this machine a cheap phone works."""
PHONE = {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": True}
_KEPT = """(() => {
    window.seen = {largest: 0, shift: 0, moved: []};
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.largest = entry.startTime;
    }).observe({type: "largest-contentful-paint", buffered: true});
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            seen.shift += entry.value;
            seen.moved.push(...entry.sources.map(({node}) => node?.getAttribute?.("class") || node?.nodeName || ""));
        }
    }).observe({type: "layout-shift", buffered: true});
})()"""


@dataclass(frozen=True)
class Visit:
    """What a first visit came to."""

    weights: dict[str, int]
    """What the page asked for, by addresses below the site, and how many bytes each is, compressed."""
    largest: float
    """When its largest content was there, in seconds."""
    shift: float
    moved: tuple[str, ...]

    @property
    def weight(self) -> int:
        """All of it together."""
        return sum(self.weights.values())


@contextmanager
def slow(browser: Browser) -> Iterator[None]:
    """A cheap phone on a slow 4G, that has nothing of the site yet."""
    browser.tell("Emulation.setDeviceMetricsOverride", **PHONE)
    browser.tell("Network.setCacheDisabled", cacheDisabled=True)
    browser.tell("Network.emulateNetworkConditions", **SLOW_4G)
    browser.tell("Emulation.setCPUThrottlingRate", rate=SLOWED)
    script = browser.tell("Page.addScriptToEvaluateOnNewDocument", source=_KEPT)["identifier"]
    try:
        yield
    finally:
        browser.tell("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        browser.tell("Emulation.setCPUThrottlingRate", rate=1)
        browser.tell(
            "Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )
        browser.tell("Network.setCacheDisabled", cacheDisabled=False)


def visited(browser: Browser, root: str, address: str, *, site: Path) -> Visit:
    """A first visit of a page of a site that is served at `root`."""
    browser.open(f"{root}{address}")
    time.sleep(0.3)
    seen = browser.run("seen")
    paths = [unquote(url.removeprefix(root)) for url in browser.requested() if url.startswith(root)]
    weights = {path: _packed(site / path) for path in dict.fromkeys(path.partition("?")[0] for path in paths)}
    return Visit(weights, seen["largest"] / 1000, seen["shift"], tuple(seen["moved"]))


def with_late_fonts(browser: Browser, address: str) -> Visit:
    """A visit in which the fonts come a second after all else."""
    browser.tell("Fetch.enable", patterns=[{"urlPattern": "*.woff2"}])
    browser.tell("Page.navigate", url=address)
    browser.until("document.readyState !== 'loading' && window.seen?.largest")
    time.sleep(1)
    held = {event["params"]["requestId"]: event["params"]["request"]["url"] for event in browser.events
            if event.get("method") == "Fetch.requestPaused"}  # fmt: skip
    for request in held:
        browser.tell("Fetch.continueRequest", requestId=request)
    browser.until("document.readyState === 'complete'")
    browser.run("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300)))")
    seen = browser.run("seen")
    browser.tell("Fetch.disable")
    late = {urlsplit(url).path.rpartition("/")[2]: 0 for url in held.values()}
    return Visit(late, seen["largest"] / 1000, seen["shift"], tuple(seen["moved"]))


def _packed(file: Path) -> int:
    """How many bytes a server sends of a file: fonts and pictures are packed already."""
    file = file / "index.html" if file.is_dir() else file
    content = file.read_bytes()
    return len(content) if file.suffix in (".woff2", ".png", ".jpg", ".webp") else len(gzip.compress(content, 9))
