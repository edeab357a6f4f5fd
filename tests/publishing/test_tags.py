"""Links and anchors are read out of HTML as browsers read them."""

import re
import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from bantin.publishing.tags import Link, links_and_ids


def targets(html: str | bytes) -> list[str]:
    return [link.target for link in links_and_ids(html.encode() if isinstance(html, str) else html)[0]]


def soup_of(html: bytes) -> tuple[set[str], set[str]]:
    """What BeautifulSoup finds: what is linked to and loaded, and the anchors."""
    with warnings.catch_warnings(action="ignore", category=XMLParsedAsHTMLWarning):
        soup = BeautifulSoup(html.decode("utf-8", "replace"), "html.parser", on_duplicate_attribute="ignore")
    attributes = {"a": ["href"], "area": ["href"], "form": ["action"], "link": ["href"], "script": ["src"], "img": ["src"], "iframe": ["src"], "use": ["href"]}  # fmt: skip
    found = {
        str(tag[key]).strip() for tag in soup.find_all(list(attributes)) for key in attributes[tag.name] if tag.get(key)
    }
    refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
    if isinstance(refresh, Tag):
        found.add(str(refresh["content"]).partition("url=")[2].strip())
    ids = {str(tag["id"]) for tag in soup.find_all(id=True)} | {
        str(tag["name"]) for tag in soup.find_all("a", attrs={"name": True})
    }
    return found, ids - {""}


NASTY = {
    "<a href=x>": ["x"],
    "<a href=x/y/>": ["x/y/"],
    "<a href='x'>": ["x"],
    "<a href='x'class='y'>": ["x"],
    '<A HREF="x">': ["x"],
    '<a href="?a=1&amp;b=2">': ["?a=1&b=2"],
    '<a href="&#x61;&quot;">': ['a"'],
    '<a\nclass="y"\n\thref="x"\n>': ["x"],
    '<a title="a > b" href="x">': ["x"],
    "<a title='a > \"b\"' href='x'>": ["x"],
    '<a title="<a href=y>" href="x">': ["x"],
    '<p title="<a href=y>">': [],
    "<!-- <a href=x> -->": [],
    "<!-- a -- b --><a href=x>": ["x"],
    "<!----><a href=x>": ["x"],
    "<!-- a ---><a href=x>": ["x"],
    "<!doctype html><a href=x>": ["x"],
    "<?xml version='1.0'?><a href=x>": ["x"],
    "<script>'<a href=x>'</script><a href=y>": ["y"],
    "<SCRIPT>'<a href=x>'</script ><a href=y>": ["y"],
    "<script>if (a</b/.c) '</p><a href=x>'</script><a href=y>": ["y"],
    "<script src=x></script><a href=y>": ["x", "y"],
    "<style>a::after { content: '<a href=x>' }</style><a href=y>": ["y"],
    '<a href="x" href="y">': ["x"],
    '<a data-href="x">': [],
    '<a data-x="href=x">': [],
    '<a href = "x">': ["x"],
    "<a href\n=\nx>": ["x"],
    "<a href>": [],
    "<a href=>": [],
    '<a/href="x">': ["x"],
    '<a class=""href="x">': ["x"],
    "<img src=x/><a href=y>": ["x/", "y"],
    '<abbr href="x"><article href="y">': [],
    "a < b <a href=x> c > d": ["x"],
    "<<a href=x>": ["x"],
    "</a><a href=x></a>": ["x"],
    "<svg><use href='#x'/></svg>": ["#x"],
    '<a href=" x ">': ["x"],
}
# Browsers and the parser of newer Pythons read these so; the parser of Python 3.11 does not.
NASTY_FOR_BROWSERS = {
    "<textarea><a href=x></textarea><a href=y>": ["y"],
    "<title><a href=x></title><a href=y>": ["y"],
    "<title/><a href=y>": ["y"],
    "<noembed><a href=x></noembed><a href=y>": ["y"],
    "<!--><a href=x>": ["x"],
    "<!-- <a href=x> --!><a href=y>": ["y"],
    "<!-- <a href=x>": [],
    "<script><a href=x>": [],
    '<a href="x': [],
    '<a href="x><a href=y>': [],
    "<a href=x": [],
    "</p title='<a href=x>'><a href=y>": ["y"],
}


@pytest.mark.parametrize("html", NASTY)
def test_nasty_pages_are_read_as_beautiful_soup_reads_them(html: str):
    assert targets(html) == NASTY[html]
    assert set(targets(html)) == soup_of(html.encode())[0]


@pytest.mark.parametrize("html", NASTY_FOR_BROWSERS)
def test_nasty_pages_are_read_as_browsers_read_them(html: str):
    assert targets(html) == NASTY_FOR_BROWSERS[html]


def test_a_link_knows_whether_it_is_loaded():
    assert links_and_ids(b'<a href="x"><img src="x"><a name="n" id="i">') == (
        [Link("x", is_loaded=False), Link("x", is_loaded=True)],
        {"n", "i"},
    )


def test_the_own_site_is_read_as_beautiful_soup_reads_it(site_dir: Path):
    pages = sorted(site_dir.rglob("*.html"))
    for path in [*pages[:: max(1, len(pages) // 24)][:24], site_dir / "404.html"]:
        html = path.read_bytes()
        links, ids = links_and_ids(html)
        # What Python 3.11 takes for tags in these is text.
        plain = re.sub(rb"(<(title|textarea)\b[^>]*>).*?(</\2>)", rb"\1\3", html, flags=re.DOTALL)
        assert ({link.target for link in links}, ids) == soup_of(plain), path.relative_to(site_dir)
        assert len(links) > 10
