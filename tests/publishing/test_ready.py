"""HTML that is ready goes round an engine, and whatever has to be converted does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.publishing.ready import WHOLE, set_apart

READY = (
    '<h1 id="a">A</h1>',
    "<p>một\nhai</p>",
    '<div class="bang">\n<table></table>\n</div>',
    "<hr>",
    "</div>",
    "<ul>",
)
REST = ("Một *hai*.", "<label>x</label>", "- a\n- b", "<b>a</b> b", "<script>x</script>", "<pdf>", "<header>")


@pytest.mark.parametrize("block", READY)
def test_a_page_of_ready_blocks_is_one_place(block: str):
    assert set_apart(f"{block}\n\n<p>x</p>").markdown == WHOLE


@pytest.mark.parametrize("block", REST)
def test_what_an_engine_has_to_convert_stays(block: str):
    apart = set_apart(f"<p>x</p>\n\n<p>y</p>\n\n{block}\n\n<p>z</p>")

    assert apart.ready == ("<p>x</p>\n\n<p>y</p>", "<p>z</p>")
    assert apart.put_back(f"|{apart.markdown.split(block)[1]}|") == "|\n\n<p>z</p>|"
    assert set_apart(block) == type(apart)(block, ())


@pytest.mark.parametrize("tag", ["<div markdown>", '<div class="x" markdown="1">', "<section\nmarkdown='block'>"])
def test_html_that_asks_for_conversion_is_left_whole_to_the_engine(tag: str):
    body = f"<p>x</p>\n\n{tag}\n*a*\n</div>\n\n<p>y</p>"

    assert set_apart(body).markdown == body


def test_html_that_only_speaks_of_markdown_is_ready():
    assert set_apart("<p>viết bằng markdown</p>").markdown == WHOLE


@given(st.lists(st.sampled_from((*READY, *REST)), min_size=1))
def test_what_is_put_back_is_the_body(blocks: list[str]):
    body = "\n\n".join(blocks)
    apart = set_apart(body)

    assert apart.put_back(apart.markdown) == body
    assert not any(f"\n\n{block}\n\n" in f"\n\n{apart.markdown}\n\n" for block in READY)


def test_a_place_that_nobody_made_holds_nothing():
    assert set_apart("<p>x</p>").put_back('<div data-cho="7"></div>') == ""
