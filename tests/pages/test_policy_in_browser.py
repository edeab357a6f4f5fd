"""What the policy of pages asks of their HTML; test_as_seen.py opens one of each kind under it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, headers_of, in_browser, served, started
from built import ROOT, parts

from bantin.publishing.policy import policy


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as found:
        yield found


def test_every_page_says_its_policy_before_all_else(site_dir: Path):
    pages = sorted(site_dir.rglob("*.html"))
    for path in pages:
        _, _, charset, said = parts(path).tags[:4]
        assert charset == ("meta", {"charset": "utf-8"}), path
        assert said == ("meta", {"http-equiv": "Content-Security-Policy", "content": policy()}), path
    assert len(pages) > 100


def test_nothing_that_only_developers_read_is_published(site_dir: Path):
    assert [path.name for path in site_dir.rglob("*.map")] == []


@in_browser
def test_a_bar_is_as_long_as_its_page_says(browser: Browser, site_dir: Path):
    """The policy allows no style attribute."""
    found = next(
        path
        for path in sorted(site_dir.rglob("index.html"))
        if re.search("<td[^>]* data-d=", path.read_text(encoding="utf-8"))
    )
    with served(site_dir, headers_of(site_dir)) as root:
        browser.open(f"{root}{found.parent.relative_to(site_dir).as_posix()}/")
        drawn = browser.run("""[...document.querySelectorAll("td[data-d]")].map((cell) =>
            [cell.dataset.d, getComputedStyle(cell).backgroundSize.split("%")[0]])""")

    assert drawn
    assert [said for said, length in drawn if said != length] == []


def test_every_length_of_a_bar_is_drawn():
    style = (ROOT / "generator/bantin/theme/assets/bantin.css").read_text(encoding="utf-8")

    assert [n for n in range(1, 101) if f'[data-d="{n}"] {{ --d: {n} }}' not in style] == []
