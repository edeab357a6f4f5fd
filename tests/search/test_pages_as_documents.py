"""What the search knows of a page: prose without tables and menus, headings, and where it belongs."""

import time

import pytest

from bantin.search import Document, document_of, unmarked
from bantin.search.words import words_of

META = {"kind": "article", "title": "Tên", "updated": "2023-08-20", "trail": [{"title": "Kiên Giang", "path": "x"}]}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A</h1><p>một</p><p>hai</p>", "một hai"),
        ("<p class=\"x\">m<a href='y'>ộ</a>t <b>h</b>ai</p>", "một hai"),
        ('<p title="a > b">x</p><img alt="c > d">', "x"),
        ("<p>&#123; &lt;b&gt; &amp;amp; &nbsp;&#34;</p>", '{ <b> &amp; "'),
        ("<p>a</p><table><caption>b</caption><tr><td><p>c</p></td></tr></table><p>d</p>", "a d"),
        ("<nav><ul><li>a</li></ul></nav><figure><p>b</p></figure><svg><title>c</title></svg><p>d</p>", "d"),
        ("<ul><li> <p></p></li><li>a</li></ul>x<script>y</script><style>z</style><!-- <p>c</p> -->", "a"),
        ("<p>a</p><p data-search-exclude>b</p><p>c</p>", "a c"),
        ('<div class="x" data-search-exclude id="y"><p>b</p><div>c</div>d</div><p>e</p>', "e"),
        ('<p title="data-search-exclude">b</p> data-search-exclude', "b"),
        ("<div data-search-exclude><p>b</p>", ""),
        ("<dl><dt>a</dt><dd>b</dd></dl><blockquote>c</blockquote>", "a b c"),
        ("<p>a<br>b <small>c</small>d</p><dl><dd>e<span>f</span></dd></dl>", "a b c d ef"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "a b"),
        ("", ""),
    ],
)
def test_prose_is_what_stands_outside_of_tables_and_menus(html: str, text: str):
    found = document_of(META, "a/b/", html)

    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(("kind", "rows"), [("indicator", 2), ("bulletin", 0)])
def test_of_an_indicator_is_known_how_much_is_published(kind: str, rows: int):
    found = document_of({**META, "kind": kind}, "a/", "<table><tr><td>1</td></tr><tr class='x'><td>2</td></tr></table>")

    assert found is not None
    assert found.rows == rows


def test_headings_are_known_with_their_anchors():
    html = '<h1 id="a">A</h1><h2 id="b">B &amp; <i>C</i><a class="headerlink" href="#b">¶</a></h2><h2>D</h2><table><tr><td><h3 id="e">E</h3></td></tr></table>'
    found = document_of(META, "a/b/", html)

    assert found == Document("article", "a/b/", "Tên", "Kiên Giang", "2023-08-20", headings=(("b", "B & C"),))


@pytest.mark.parametrize(
    ("kind", "text"), [("bulletin", "x"), ("procedure", "x"), ("place", ""), ("province", ""), ("quality", "")]
)
def test_pages_that_only_repeat_others_are_found_by_their_titles(kind: str, text: str):
    found = document_of(META | {"kind": kind}, "a/", "<p>x</p>")

    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("kind", ["units", "namesakes", "home", "indicator_province"])
def test_names_of_units_are_known_without_pages(kind: str):
    assert document_of(META | {"kind": kind}, "a/", "<p>x</p>") is None


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ('<p class="a" data-search-exclude>x</p>', '<p class="a">x</p>'),
        ('<p data-search-exclude>x</p><p data-search-exclude="" id="b">y</p>', '<p>x</p><p id="b">y</p>'),
        ('<p title="x data-search-exclude y">a data-search-exclude</p>',) * 2,
        ("<hr data-search-exclude/>", "<hr/>"),
    ],
)
def test_readers_get_no_marks_for_the_search(marked: str, plain: str):
    assert unmarked(marked) == plain


@pytest.mark.parametrize("html", ["<p data-search-exclude" * 5_000, "<" * 30_000, '<p a="' * 9_000, "<h2 id=" * 9_000, "<table" * 9_000,
                                  "<p a " * 9_000 + "data-search-exclude", "<ul>" * 9_000, "<p>" * 9_000, "<!--" * 9_000])  # fmt: skip
def test_no_page_takes_long(html: str):
    before = time.process_time()
    document_of(META, "a/", html)
    unmarked(html)

    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đất đai, Hoà Bình", "dat dai hoa binh"),
        ("Ho\u0300a Bi\u0300nh", "hoa binh"),
        ("Quý III năm 2023", "qui iii nam 2023 3"),
        ("quý 3", "qui 3"),
        ("Mỹ Tho", "mi tho"),
        ("IV", "iv"),
        ("93,62% của 1.210", "93 62 cua 1 210"),
        ("", ""),
    ],
)
def test_words_have_no_marks(text: str, words: str):
    assert words_of(text) == frozenset(words.split())
