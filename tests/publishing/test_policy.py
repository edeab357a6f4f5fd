"""The policy of a page: where it stands, and what it allows of that page and of no other."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from browser import in_browser, served, started
from bs4 import BeautifulSoup

from bantin.model import Move
from bantin.problems import Location
from bantin.publishing import redirects
from bantin.publishing.policy import allowed_in, guard_others, guarded, policy

PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{PLAIN}">'


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(("page", "before"), [
    ('<!doctype html>\n<html lang="vi" class="no-js">\n  <head>\n      <meta charset="utf-8">\n<title>A</title>', '<meta charset="utf-8">'),
    ("<!DOCTYPE html><html><head><META CHARSET=utf-8><script src=a.js></script>", "<META CHARSET=utf-8>"),
    ('<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>', 'charset=utf-8">'),
    ("<!-- <head> --><html><head profile='x'><script src=a.js></script><meta charset=utf-8>", "<head profile='x'>"),
    ("<!doctype html><title>A</title><p>b", "<!doctype html>"),
    ("<html><body>a", "<html>"),
    ("<header>a</header>", ""),
    ("chữ", ""),
])  # fmt: skip
def test_it_is_the_first_that_a_browser_reads_of_a_page(page: str, before: str):
    found, allowed = guarded(page)

    assert found.replace(META, "", 1) == page
    assert found.partition(META)[0].endswith(before)
    assert len(found.partition(META)[0]) == page.find(before) + len(before)
    assert allowed == frozenset()


@pytest.mark.parametrize("page", [
    '<script src="a.js"></script><link rel="stylesheet" href="a.css">', '<script type="module" src="a.js"></script>',
    '<script id="__config" type="application/json">{"style": "x"}</script>',
    '<script type="application/ld+json">{"@type": "Dataset"}</script>', "<script></script><style></style>",
    "<p>&lt;script>alert(1)&lt;/script> style=đỏ</p>", "<!-- <script>a</script> <p style=color:red> -->",
    "<textarea><script>a</script></textarea>", '<p title="<script>a</script>">',
])  # fmt: skip
def test_what_runs_nothing_of_a_page_needs_nothing(page: str):
    assert allowed_in(page) == frozenset()


@pytest.mark.parametrize(("page", "said"), [
    ("<script>a(1)</script>", "a(1)"), ("<SCRIPT\n>a(1)</SCRIPT >", "a(1)"), ("<script>a\r\nb\rc</script>", "a\nb\nc"),
    ('<script type="module">import "./đ.js"</script>', 'import "./đ.js"'), ("<script defer>&lt;</script>", "&lt;"),
    ("<script data-src='x'> a </script>", " a "), ('<script type="importmap">{}</script>', "{}"),
])  # fmt: skip
def test_a_script_in_a_page_is_allowed_by_its_hash_alone(page: str, said: str):
    assert allowed_in(f"<p>{page}") == {("script-src", hashed(said))}
    assert f"; script-src 'self' {hashed(said)}; style-src 'self'; " in guarded(page)[0]


@pytest.mark.parametrize(("page", "said"), [
    ("<style>p { color: red }</style>", [hashed("p { color: red }")]),
    ("<noscript><style>p { }</style></noscript>", [hashed("p { }")]),
    ('<p style="color: &quot;đỏ&quot;">', ["'unsafe-hashes'", hashed('color: "đỏ"')]),
    ("<p STYLE = 'color: red'>", ["'unsafe-hashes'", hashed("color: red")]),
])  # fmt: skip
def test_so_is_a_style(page: str, said: list[str]):
    assert allowed_in(page) == {("style-src", source) for source in said}


def test_a_header_says_as_well_who_may_show_the_site():
    assert policy(in_header=True) == f"{PLAIN}; frame-ancestors 'none'"


def test_a_header_leaves_to_the_pages_what_would_make_it_too_long_for_hosts():
    many = {("script-src", hashed(str(number))) for number in range(26)}
    few = many - {("script-src", hashed("7"))}

    assert policy(few, in_header=True) == f"{policy(few)}; frame-ancestors 'none'"
    assert "; script-src 'self' 'unsafe-inline'; style-src 'self'; " in policy(many, in_header=True)
    assert "unsafe" not in policy(many)


def test_pages_that_another_plugin_wrote_get_one_too_and_once(tmp_path: Path):
    mine, other = guarded("<head><title>A</title>")[0], "<head>\r\n<script>location.href = 'a/'</script>"
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(mine.encode())
    (tmp_path / "b.html").write_bytes(other.encode())

    assert guard_others(tmp_path) == {("script-src", hashed("location.href = 'a/'"))}
    assert guard_others(tmp_path) == frozenset()
    assert (tmp_path / "a/index.html").read_bytes().decode() == mine
    assert (tmp_path / "b.html").read_bytes().decode() == guarded(other)[0]


def test_a_page_at_an_address_of_old_has_one():
    found = redirects((), (Move("a/b", "c", Location("data/danh-muc/dia-chi.yml")),))

    assert [META in page for page in found.values()] == [True]


PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<script>document.title += " một"</script>
<style>#a { color: rgb(1, 2, 3) }</style>
<script type="application/ld+json">{"@type": "Dataset"}</script>
</head><body><p id="a">a</p><p id="b" style="color: rgb(4, 5, 6)">b</p>
<script type="module">document.title += " hai"</script>
<script src="ba.js"></script>
EVIL</body></html>
"""
EVIL = """<script>document.title += " xấu"</script><style>#a { color: red }</style><img src="a.png" onerror="document.title = 'xấu'">
<iframe srcdoc="a"></iframe><base href="/khac/">"""
SEEN = "[document.title, ...['a', 'b'].map((id) => getComputedStyle(document.getElementById(id)).color)]"


@in_browser
def test_a_browser_runs_what_the_page_had_and_nothing_that_came_in_later(tmp_path: Path):
    """In the page and in the header, each by itself; the header allows what any page of the site has."""
    page, allowed = guarded(PAGE)
    site = tmp_path / "site"
    site.mkdir()
    (site / "ba.js").write_text('document.title += " ba"', encoding="utf-8")
    bare = PAGE.replace("EVIL", EVIL)
    for name, text in {"lanh": page.replace("EVIL", ""), "doc": page.replace("EVIL", EVIL), "tran": bare}.items():
        (site / f"{name}.html").write_text(text, encoding="utf-8")
    header = {"Content-Security-Policy": policy(allowed, in_header=True)}
    expected = ["Thử một ba hai", "rgb(1, 2, 3)", "rgb(4, 5, 6)"]
    with started(tmp_path / "ho-so") as browser, served(site, header) as both, served(site) as alone:
        browser.open(f"{alone}lanh.html")
        assert browser.run(SEEN) == expected
        browser.open(f"{both}lanh.html")
        assert (browser.run(SEEN), browser.refused) == (expected, [])
        for address in (f"{alone}doc.html", f"{both}tran.html"):
            browser.open(address)
            browser.until("document.title.endsWith('hai')")
            assert browser.run(SEEN) == expected
            stopped = " ".join(browser.refused)
            assert [
                word for word in ("inline script", "inline style", "event handler", "base") if word not in stopped
            ] == []
            browser.refused.clear()


def test_the_policy_of_a_page_is_an_attribute_as_any_other():
    meta = BeautifulSoup(guarded("<head><script>a</script>")[0], "html.parser").find("meta")

    assert meta
    assert meta["content"] == PLAIN.replace("script-src 'self'", f"script-src 'self' {hashed('a')}")
