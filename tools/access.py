"""Can everyone read it? Every kind of page in Chromium × widths × schemes × sizes of letters: `make access`.

What is looked at, and how, stands in tests/axe.py and tests/kinds.py; `make test` looks at each kind once.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from axe import counted, opened, searching, seen, views  # those of the tests
from browser import Browser, headers_of, served, started
from kinds import PAGES


def found_at(site: Path, addresses: Sequence[str]) -> list[str]:
    """What is wrong with some pages of a site, a line each."""
    with (
        tempfile.TemporaryDirectory() as profile,
        served(site, headers_of(site), below="") as root,
        started(Path(profile)) as browser,
    ):
        found = [line for address in addresses for line in _found_at(browser, root, address)]
        return found + (list(_found_while_searching(browser, root)) if PAGES["search"] in addresses else [])


def _found_at(browser: Browser, root: str, address: str) -> Iterator[str]:
    opened(browser, f"{root}{address}")
    yield from (f"/{address}: {line}" for line in counted(browser))
    for view in views():
        yield from (f"/{address} ({view}): {line}" for line in seen(browser, view))


def _found_while_searching(browser: Browser, root: str) -> Iterator[str]:
    for state in searching(browser, root):
        for view in views():
            # An open list covers half of what lies behind it, as lists do until they are closed.
            found = (line for line in seen(browser, view) if "partially obscured" not in line)
            yield from (f"{state} ({view}): {line}" for line in found)


def main() -> int:
    """Prints what is wrong, and how much was looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--kinds", nargs="*", default=list(PAGES), help="those of tests/kinds.py")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    addresses = [PAGES[kind] for kind in asked.kinds]
    shares = [addresses[number :: asked.processes] for number in range(asked.processes)]
    began = time.monotonic()
    with ProcessPoolExecutor(asked.processes) as pool:
        found = [line for lines in pool.map(found_at, [asked.site] * len(shares), shares) for line in lines]
    print(*found, sep="\n")
    count = len(addresses) * len(list(views()))
    print(f"{count} views of {len(addresses)} pages in {time.monotonic() - began:.0f} s: {len(found)} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
