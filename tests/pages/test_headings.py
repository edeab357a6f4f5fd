"""A section is said once: in the page and in its contents alike."""

import re

import pytest
import yaml
from bs4 import BeautifulSoup
from built import ROOT
from conftest import SOUND, rendered

from bantin.pages.headings import DOUBTS, shown
from bantin.publishing.rendering import TEMPLATES

WITHOUT_CONTENTS = ("article", "lookup", "namesakes", "search")


@pytest.mark.parametrize(
    "kind",
    sorted(
        {path.stem for path in TEMPLATES.glob("*.md")}
        - {"macros", "tables", "cards", "charts", "articles", "page", *WITHOUT_CONTENTS}
    ),
)
def test_the_contents_of_a_page_are_its_headings_in_order(kind: str):
    pages = [
        parts
        for root in (SOUND, ROOT)
        for text in rendered(root).values()
        if (parts := text.split("---\n", 2)) and f"\nkind: {kind}\n" in parts[1]
    ]

    for _, meta, body in pages:
        headings = [(found.text, found["id"]) for found in BeautifulSoup(body, "html.parser").find_all("h2")]
        contents = yaml.safe_load(meta).get("contents", [])
        assert [(re.sub(r" \(\d+\)$", "", line["title"]), line["id"]) for line in contents] == headings


def test_a_template_writes_no_heading_that_contents_repeat():
    literal = {path.stem for path in TEMPLATES.glob("*.md") if re.search(r"<h2 id=\"[^{]", path.read_text("utf-8"))}

    assert literal == {"lookup", "search"}  # which have no contents


def test_a_line_says_how_much_there_is_where_it_is_told():
    assert (DOUBTS.line, DOUBTS.with_count(3).line, DOUBTS.with_count(3).title) == (
        "Điều cần xem lại",
        "Điều cần xem lại (3)",
        "Điều cần xem lại",
    )


def test_a_section_that_a_page_lacks_is_in_no_contents():
    assert shown([DOUBTS, None]) == (DOUBTS,)
