"""Whole pages of the sound site, as Markdown. `pytest --update-goldens` rewrites them; read the diff as code."""

import re
from collections.abc import Callable

import pytest
from conftest import SOUND, Golden, edition, rendered

DOTS = re.compile(' d="M[^"]*h0"')  # three thousand of them on a map
PAGES = sorted(
    plan.file
    for plan in edition(SOUND).plans
    if plan.file in ("index.md", "an-giang/index.md", "gia-lai/index.md", "chat-luong/index.md", "chi-so/index.md")
    or plan.file.startswith(
        ("kien-giang/", "dinh-chinh/", "chi-so/ho-so-tiep-nhan", "tra-cuu/", "dong-thap/xa-tan-thanh")
    )
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_what_it_was(path: str, golden: Callable[[str], Golden]):
    assert DOTS.sub(' d="…"', rendered(SOUND)[path]) == golden(path)


def test_the_goldens_cover_every_kind_of_page():
    kinds = {rendered(SOUND)[path].split("\nkind: ")[1].split("\n")[0] for path in PAGES}

    assert kinds == {
        "home",
        "province",
        "place",
        "bulletin",
        "article",
        "indicator",
        "indicators",
        "quality",
        "corrections",
        "units",
        "namesakes",
        "lookup",
    }
