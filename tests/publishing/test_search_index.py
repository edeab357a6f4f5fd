"""What the search knows of a page: what the plugin of Material would find there, with its words apart."""

import json
import re
import time
from pathlib import Path

import pytest
from conftest import SOUND, edition, pages_of_data
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.toc import TableOfContents

from bantin.folders import Folders
from bantin.publishing.rendering import Renderer
from bantin.publishing.search_index import Entry, add_entries, count_in, entries_of, unmarked, with_other_pages


class Walked:
    """A page as the plugin walks through it."""

    def __init__(self, url: str, title: str, content: str) -> None:
        self.url, self.title, self.content = url, title, content
        self.meta = {"title": title}
        self.toc = TableOfContents([])


def walked(address: str, title: str, html: str) -> list[Entry]:
    """The sections that the plugin finds."""
    index = SearchIndex()
    index.add_entry_from_context(Walked(address, title, html))
    return [Entry(**entry) for entry in index.entries]


def run_together(entry: Entry) -> Entry:
    return Entry(*("".join(said.split()) for said in entry))


PAGES = tuple(pages_of_data(edition(SOUND)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path or "/")
def test_the_sections_are_those_that_the_plugin_finds(page):
    html = Renderer(Folders.of(SOUND)).rendered(page).body
    ours, theirs = entries_of(f"{page.path}/", page.title, html), walked(f"{page.path}/", page.title, html)

    assert [run_together(entry) for entry in ours] == [run_together(entry) for entry in theirs]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<h1 id="a">A</h1><p>x</p><h2 id="b">B</h2>y<h3>C</h3>z', [("a/", "A", "<p>x</p>"), ("a/#b", "B", "y C z")]),
        ('<p>x</p><h1 id="a">A</h1>', [("a/", "T", "<p>x</p>"), ("a/#a", "A", "")]),
        ('<h2 class="k" id="b">B</h2>y', [("a/", "T", ""), ("a/#b", "B", "y")]),
        ('<h1 id="a">A <span class="lien">B</span></h1>', [("a/", "A B", "")]),
        ('<h1 id="a">A</h1><h2 id="b" hidden></h2>', [("a/", "A", ""), ("a/#b", "T", "")]),
        ("x", [("a/", "T", "x")]),
        ("", [("a/", "T", "")]),
        ('<tr><th>a</th><td>1</td></tr><tr><th>b<br><small>c</small></th></tr>', [("a/", "T", "a 1 b c")]),
        ("<p class='x'>m<a href='y'>ộ</a>t <b>h</b>ai</p>", [("a/", "T", "<p>một hai</p>")]),
        ('<p title="a > b">x</p><img alt="c > d">', [("a/", "T", "<p>x</p>")]),
        ("<p>&#123; &lt;b&gt; &amp;amp; &#60; &nbsp;&#34;</p>", [("a/", "T", '<p>{ &lt;b&gt; &amp;amp; &lt; "</p>')]),
        ("<ul><li> <p></p></li></ul>x<script>y</script><style>z</style><!-- <p>c</p> -->", [("a/", "T", "x")]),
        ("a<p data-search-exclude>b</p>c", [("a/", "T", "ac")]),
        ('<div class="x" data-search-exclude id="y">b<div>c</div>d</div>e', [("a/", "T", "e")]),
        ('<div data-search-exclude>b<h2 id="y">c</h2></div>e', [("a/", "T", "e")]),
        ('<p title="data-search-exclude">b</p> data-search-exclude', [("a/", "T", "<p>b</p> data-search-exclude")]),
        ("<div data-search-exclude>b", [("a/", "T", "")]),
        ('<h2 id="b">B<a class="headerlink" href="#b">¶</a></h2>', [("a/", "T", ""), ("a/#b", "B", "")]),
    ],
)  # fmt: skip
def test_a_section_holds_its_words(html: str, found: list[tuple[str, str, str]]):
    assert list(entries_of("a/", "T", html)) == [Entry(*entry) for entry in found]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ('<p class="a" data-search-exclude>x</p>', '<p class="a">x</p>'),
        ("<p data-search-exclude>x</p><p data-search-exclude=\"\" id=\"b\">y</p>", '<p>x</p><p id="b">y</p>'),
        ('<p title="x data-search-exclude y">a data-search-exclude</p>',) * 2,
        ("<hr data-search-exclude/>", "<hr/>"),
    ],
)  # fmt: skip
def test_readers_get_no_marks_for_the_search(marked: str, plain: str):
    assert unmarked(marked) == plain


@pytest.mark.parametrize("html", ["<p data-search-exclude" * 5_000, "<" * 30_000, '<p a="' * 9_000, "<h2 id=" * 9_000,
                                  "<p a " * 9_000 + "data-search-exclude", "<ul>" * 9_000, "<!--" * 9_000])  # fmt: skip
def test_no_page_takes_long(html: str):
    before = time.process_time()
    entries_of("a/", "T", html)
    unmarked(html)

    assert time.process_time() - before < 2


def test_entries_stand_among_those_of_others_in_the_order_of_their_pages(tmp_path: Path):
    pages = [
        entries_of(f"{name}/", name, f'<h1 id="x">{name}</h1>x<h2 id="z">Z</h2><h2 id="b">B</h2>') for name in "abc"
    ]
    index, others = tmp_path / "index.json", [{"location": "aa/", "title": "of others", "text": ""}]
    index.write_text(json.dumps({"config": {"lang": ["vi"]}, "docs": others}), encoding="utf-8")
    add_entries(index, (entry for page in pages for entry in page))
    one = index.read_text(encoding="utf-8")

    assert re.findall(r'"location":"(.*?)"', one) == [
        *("a/", "a/#z", "a/#b"), "aa/", *("b/", "b/#z", "b/#b"), *("c/", "c/#z", "c/#b")]  # fmt: skip
    assert json.loads(one)["config"] == {"lang": ["vi"]}


TEXTS = st.sampled_from(["", "x", '{"location":"a/"}', "đ ⟨\\", '"#', "],"])
ADDRESSES = ("", "a/", "a/b/", "a-b/", "chi-so/đ/", 'nháy"/', "z/")


def written(index: Path, entries: dict[str, list[str]]) -> bytes:
    """An index with sections of these texts, by pages."""
    index.write_text('{"config":{"lang":["vi"]},"docs":[]}', encoding="utf-8")
    sections = (Entry(f"{page}{'#x' if n else ''}", "T", text) for page in sorted(entries) for n, text in enumerate(entries[page]))  # fmt: skip
    add_entries(index, sections)
    return index.read_bytes()


@given(
    st.dictionaries(st.sampled_from(ADDRESSES), st.lists(TEXTS, min_size=1, max_size=3), min_size=1),
    st.dictionaries(st.sampled_from(ADDRESSES), st.lists(TEXTS, max_size=3)),
)
def test_other_pages_in_an_index_are_as_in_one_that_is_made_of_all(tmp_path_factory, before, changed):
    folder = tmp_path_factory.mktemp("muc")
    old, new = folder / "old.json", folder / "new/index.json"
    text = written(old, before)
    wanted = written(folder / "wanted.json", before | changed)
    is_possible = changed.keys() <= before.keys() and all(changed.values())

    sections = {page: [Entry(f"{page}{'#x' if n else ''}", "T", said) for n, said in enumerate(texts)] for page, texts in changed.items()}  # fmt: skip
    assert with_other_pages(old, sections, to=new) is is_possible
    assert old.read_bytes() == text
    assert count_in(old) == sum(map(len, before.values()))
    if is_possible:
        assert new.read_bytes() == wanted
