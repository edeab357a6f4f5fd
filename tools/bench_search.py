"""How well and how fast the search answers: `make bench-search`.

Queries (search_queries.py) are typed into the box of a finished site in Chromium, on our own site or, with `--reports`,
on a made-up nation: how many find their page first and among three, what is moved for the first answer, and the time
from a key to the last change of what is shown, with the processor slowed. With `--material` the same is asked of the
search of Material over the same Markdown; of its results only the page counts, wherever on it they lead.
"""

import argparse
import gzip
import http.server
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import peers
from search_queries import Query, first_text, queries_of
from turns import finished

REPOSITORY = Path(__file__).parent.parent
sys.path.insert(0, str(REPOSITORY / "tests"))
from browser import CHROMIUM, Browser, started  # noqa: E402 -- that of the tests

SLOWED = 4
DESK = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}
QUIET = 80
"""How many milliseconds long nothing changes once all results are there."""
TYPE = """(async ({input, around, links, patience}, query, quiet) => {
  const box = document.querySelector(input);
  let last = 0;
  const watcher = new MutationObserver(() => { last = performance.now(); });
  watcher.observe(document.querySelector(around), {childList: true, subtree: true, characterData: true});
  const began = performance.now();
  box.value = query;
  for (const kind of ["input", "keyup"]) box.dispatchEvent(new Event(kind, {bubbles: true}));
  const isOver = (now) => (last ? now - last > quiet : now - began > patience);
  do await new Promise((done) => setTimeout(done, 10)); while (!isOver(performance.now()));
  watcher.disconnect();
  return [[...document.querySelectorAll(links)].map((a) => a.href), last ? last - began : null];
})"""


@dataclass(frozen=True)
class Box:
    """A search as a page has it."""

    parts: Mapping[str, object]
    """How its input, what changes around it and the links of its results are called, and how long nothing may come."""
    opened: str
    """What a reader does first."""
    is_exact: bool = True
    """Whether a result must lead to the very place of a page."""


OURS = Box(
    {
        "input": "#tim-kiem",
        "around": "form:has(#tim-kiem)",
        "links": "form:has(#tim-kiem) [role=option] a",
        "patience": QUIET,
    },
    "document.getElementById('tim-kiem').focus()",
)
MATERIAL = Box(
    {
        "input": "[data-md-component=search-query]", "around": "[data-md-component=search]",
        "links": ".md-search-result__item > .md-search-result__link", "patience": 1500,
    },
    "document.getElementById('__search').click()",
    is_exact=False,
)  # fmt: skip


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site and remembers what was asked for."""

    asked: list[str]

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is told of requests."""

    def do_GET(self) -> None:
        """A file of the site."""
        self.asked.append(self.path.partition("?")[0].strip("/"))
        super().do_GET()


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a site, and what is asked of it meanwhile."""
    asked: list[str] = []

    recording = type("Recording", (Handler,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(recording, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def row(site: Path, profile: Path, *, box: Box, queries: Sequence[Query]) -> str:
    """The line of the table."""
    with served(site) as (root, asked), started(profile) as browser:
        browser.tell("Emulation.setDeviceMetricsOverride", **DESK)
        browser.open(root)
        before = _weight(site, asked)
        browser.run(box.opened)
        _settle(browser, box)
        touched = _weight(site, asked)
        searched = before + touched if box is MATERIAL else touched + _text(browser, site, asked)
        answers = [_typed(browser, box, query.text)[0] for query in queries]
        browser.tell("Emulation.setCPUThrottlingRate", rate=SLOWED)
        times = [time for query in queries[::6] for time in _keys(browser, box, query.text)]
        browser.tell("Emulation.setCPUThrottlingRate", rate=1)
        pairs = list(zip(queries, answers, strict=True))
        for query, links in pairs:
            if not _is_among(links[: query.most], query, root, box):
                print(
                    f"{query.text!r}: {[link.removeprefix(root) for link in links[:3]]}, not {set(query.right)}",
                    file=sys.stderr,
                )
        first = [_is_among(links[:1], query, root, box) for query, links in pairs if query.most == 1]
        three = [_is_among(links[:3], query, root, box) for query, links in pairs]
        hits = f"{len(queries)} | {statistics.mean(first):.1%} | {statistics.mean(three):.1%}"
        sizes = f"{before / 1000:.0f} kB | {touched / 1000:.0f} kB | {searched / 1000:.0f} kB"
        return (
            f"| {hits} | {sizes} | {statistics.median(times):.0f} ms | {statistics.quantiles(times, n=20)[-1]:.0f} ms |"
        )


def _settle(browser: Browser, box: Box) -> None:
    """The index is there: a first letter has an answer."""
    end = time.monotonic() + 300
    while not _typed(browser, box, "ha noi")[0]:
        assert time.monotonic() < end, "no answer in five minutes"


def _text(browser: Browser, site: Path, asked: list[str]) -> int:
    """What an answer out of texts weighs besides the names."""
    _typed(browser, OURS, first_text())
    browser.run("document.getElementById('tim-kiem').form.requestSubmit()")
    browser.until("document.querySelector('.tim__nhom a')")
    return _weight(site, asked)


def _typed(browser: Browser, box: Box, query: str) -> tuple[list[str], float | None]:
    links, took = browser.run(f"{TYPE}({json.dumps(box.parts)}, {json.dumps(query)}, {QUIET})")
    return links, took


def _keys(browser: Browser, box: Box, query: str) -> Iterator[float]:
    for end in range(2, len(query) + 1):
        _, took = _typed(browser, box, query[:end])
        if took is not None:
            yield took


def _is_among(links: list[str], query: Query, root: str, box: Box) -> bool:
    found = {link.partition("?")[0].removeprefix(root) for link in links}
    if box.is_exact:
        return not found.isdisjoint(query.right)
    return not {link.partition("#")[0] for link in found}.isdisjoint(page.partition("#")[0] for page in query.right)


def _weight(site: Path, asked: list[str]) -> int:
    """What was asked for of a search, compressed; it is forgotten then."""
    files = [site / path for path in dict.fromkeys(asked) if any(name in path for name in ("tim", "search", "lunr"))]
    asked.clear()
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files if file.is_file())


def rooted(folder: Path, reports: int) -> Path:
    """Our own site, or a made-up one."""
    root = folder / "trang" if reports else REPOSITORY
    if reports:
        finished([sys.executable, REPOSITORY / "tools/nation.py", "--pages", str(reports), root])
    return root


def built(root: Path, folder: Path) -> Path:
    """A site that is built."""
    finished([sys.executable, "-m", "bantin", "build", "--root", root, "--site-dir", folder / "site"])
    return folder / "site"


def stock(root: Path, folder: Path) -> Path:
    """The same pages by Material as it is shipped."""
    finished([sys.executable, "-m", "bantin", "render", "--root", root, folder / "markdown"])
    command, site = peers.stock(folder / "stock", folder / "markdown", small_navigation=True)
    finished(command)
    return site


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=0, help="of a made-up nation; 0 is our own site")
    parser.add_argument("--material", action="store_true", help="ask Material's search as well")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args()
    if not CHROMIUM:
        sys.exit("Chromium is needed.")
    print("| queries | at 1 | at 3 | on opening | on touch | first text | median key, slowed 4× | 95th percentile |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="bantin-search-") as name:
        folder = Path(name)
        root = rooted(folder, 0 if options.site else options.reports)
        site = options.site or built(root, folder)
        queries = queries_of(site, is_ours=not options.reports)
        print(row(site, folder / "profile", box=OURS, queries=queries), flush=True)
        if options.material:
            print(row(stock(root, folder), folder / "other-profile", box=MATERIAL, queries=queries))


if __name__ == "__main__":
    main()
