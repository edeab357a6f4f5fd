"""First visits in Chromium, as a cheap phone on a slow 4G makes them: one page of every kind. `make bench-visits`.

What is measured, and how, stands in tests/visits.py; `make test` looks at a bulletin.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from browser import headers_of, served, started  # those of the tests
from kinds import PAGES
from visits import slow, visited


def main() -> int:
    """Prints a line a kind: what all of it weighs, the page itself, when its largest content is there, what moved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--times", type=int, default=3, help="of how many visits the middle is taken")
    asked = parser.parse_args()
    site: Path = asked.site
    print("| page | all, kB | HTML, kB | largest content, s | shift |\n|---|---|---|---|---|")
    worst = 0.0
    with (
        tempfile.TemporaryDirectory() as profile,
        served(site, headers_of(site), is_packing=True) as root,
        started(Path(profile)) as browser,
        slow(browser),
    ):
        for kind, address in PAGES.items():
            visits = [visited(browser, root, address, site=site) for _ in range(asked.times)]
            largest, shift = median(visit.largest for visit in visits), max(visit.shift for visit in visits)
            weight, page = visits[0].weight / 1000, visits[0].weights[address] / 1000
            print(f"| {kind} | {weight:.1f} | {page:.1f} | {largest:.2f} | {shift:.4f} |", flush=True)
            for name in dict.fromkeys(name for visit in visits for name in visit.moved):
                print(f"    moved: {name}", file=sys.stderr)
            worst = max(worst, shift)
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
