"""How well and how fast the search answers: `make bench-search`.

The queries of tests/search/queries.yml are typed into the box of a finished site in Chromium, on our own site or, with
`--reports`, on a made-up nation: how many find their page first and among three, what is moved for the first answer,
and the time from a key to the last change of what is shown, with the processor slowed.
"""

import argparse
import gzip
import http.server
import json
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import yaml
from turns import finished

REPOSITORY = Path(__file__).parent.parent
sys.path.insert(0, str(REPOSITORY / "tests"))
from browser import CHROMIUM, Browser, started  # noqa: E402 -- that of the tests

SLOWED = 4
DESK = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}
QUERIES = yaml.safe_load((REPOSITORY / "tests/search/queries.yml").read_text(encoding="utf-8"))
QUIET = 80
"""How many milliseconds long nothing changes once all results are there."""
TYPE = """(async (query, quiet) => {
  const input = document.getElementById("tim-kiem");
  let last = 0;
  const watcher = new MutationObserver(() => { last = performance.now(); });
  watcher.observe(input.form, {childList: true, subtree: true, characterData: true});
  const began = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  do await new Promise((done) => setTimeout(done, 20)); while (performance.now() - Math.max(last, began) < quiet);
  watcher.disconnect();
  const found = [...input.form.querySelectorAll("[role=option] a")].map((a) => a.href);
  return [found, last ? last - began : null];
})"""


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


def wanted(site: Path, *, is_ours: bool) -> dict[str, str]:
    """The queries whose page a site has, each with its address; elsewhere more units may have a page of their own."""
    groups = [*QUERIES["first"].values(), QUERIES["among three"]]
    found: dict[str, str] = {}
    for query, address in (entry for group in groups for entry in group.items()):
        own = address if is_ours else address.replace("don-vi/#", "").rstrip("/") + "/"
        for known in (own, address):
            if (site / known.partition("#")[0] / "index.html").is_file():
                found[query] = known
                break
    return found


def row(site: Path, profile: Path, *, is_ours: bool) -> str:
    """The line of the table."""
    with served(site) as (root, asked), started(profile) as browser:
        queries = wanted(site, is_ours=is_ours)
        browser.tell("Emulation.setDeviceMetricsOverride", **DESK)
        browser.open(root)
        asked.clear()
        browser.run("document.getElementById('tim-kiem').focus()")
        _settle(browser)
        names = _weight(site, asked)
        _typed(browser, next(iter(QUERIES["texts"])))
        browser.run("document.getElementById('tim-kiem').form.requestSubmit()")
        browser.until("document.querySelector('.tim__nhom a')")
        moved = _weight(site, asked)
        answers = {query: _typed(browser, query)[0] for query in queries}
        browser.tell("Emulation.setCPUThrottlingRate", rate=SLOWED)
        times = [time for query in list(queries)[::4] for time in _keys(browser, query)]
        browser.tell("Emulation.setCPUThrottlingRate", rate=1)
        first = sum(_is_at(answers[query][:1], root + address) for query, address in queries.items())
        three = sum(_is_at(answers[query][:3], root + address) for query, address in queries.items())
        median, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        hits = f"{len(queries)} | {first / len(queries):.1%} | {three / len(queries):.1%}"
        sizes = f"{names / 1000:.0f} kB | {moved / 1000:.0f} kB"
        return f"| {hits} | {sizes} | {median:.0f} ms | {most:.0f} ms |"


def _settle(browser: Browser) -> None:
    """The index is there: a first letter has an answer."""
    for _ in range(100):
        if _typed(browser, "ha noi")[0]:
            return


def _typed(browser: Browser, query: str) -> tuple[list[str], float | None]:
    links, time = browser.run(f"{TYPE}({json.dumps(query)}, {QUIET})")
    return links, time


def _keys(browser: Browser, query: str) -> Iterator[float]:
    for end in range(2, len(query) + 1):
        _, time = _typed(browser, query[:end])
        if time is not None:
            yield time


def _is_at(links: list[str], address: str) -> bool:
    return any(link.partition("?")[0] == address for link in links)


def _weight(site: Path, asked: list[str]) -> int:
    files = [site / path for path in dict.fromkeys(asked)]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files if file.is_file())


def built(folder: Path, reports: int) -> Path:
    """A site that is built."""
    root = folder / "trang" if reports else REPOSITORY
    if reports:
        finished([sys.executable, REPOSITORY / "tools/nation.py", "--pages", str(reports), root])
    finished([sys.executable, "-m", "bantin", "build", "--root", root, "--site-dir", folder / "site"])
    return folder / "site"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=0, help="of a made-up nation; 0 is our own site")
    options = parser.parse_args()
    if not CHROMIUM:
        sys.exit("Chromium is needed.")
    print("| queries | at 1 | at 3 | on touch | first text | median key, slowed 4× | 95th percentile |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="bantin-search-") as name:
        folder = Path(name)
        print(row(built(folder, options.reports), folder / "profile", is_ours=not options.reports))


if __name__ == "__main__":
    main()
