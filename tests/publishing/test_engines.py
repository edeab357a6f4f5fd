"""What `make engines` calls equal, and what it notices."""

import importlib.util
from pathlib import Path

import pytest
from conftest import SITES

SPEC = importlib.util.spec_from_file_location("engines", SITES.parent.parent / "tools/engines.py")
assert SPEC
assert SPEC.loader
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)

PAGE = """<title>A</title><header><a href="../b/">Trang chủ</a></header>
<main><h1 class="x" id="y">Một</h1><table><tr><td>1.210</td></tr></table></main><footer>Hết</footer>"""


def site(folder: Path, text: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "b").mkdir(parents=True)
    (folder / "a/index.html").write_text(text, encoding="utf-8")
    (folder / "b/index.html").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("../b/", "./../b/"),
        ('class="x" id="y"', 'id="y"\n class="x"'),
        ("<h1", "\n\n  <h1"),
        ("<main>", "<script>let x = 1</script><main>"),
        ("<header>", "<p>của giao diện</p><header>"),
    ],
)
def test_another_way_to_write_the_same_page_is_no_difference(tmp_path: Path, old: str, new: str):
    ours, theirs = site(tmp_path / "ours", PAGE), site(tmp_path / "theirs", PAGE.replace(old, new))

    assert list(tool.pages_that_differ(ours, theirs)) == []
    assert list(tool.bytes_that_differ(ours, theirs)) == ["a/index.html: not the same bytes"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>A", "<title>B"),
        ("Trang chủ", "Trang"),
        ('href="../b/"', 'href="../a/"'),
        ('href="../b/"', 'href="../c/"'),
        ('href="../b/"', 'href="../b/#khong-co"'),
        ('id="y"', 'id="z"'),
        ("<td>1.210</td>", "<td>1.21</td>"),
        ("<td>1.210</td>", "<td>1.210</td><td></td>"),
        ("Hết", ""),
    ],
)
def test_a_page_that_says_something_else_is_a_difference(tmp_path: Path, old: str, new: str):
    ours, theirs = site(tmp_path / "ours", PAGE), site(tmp_path / "theirs", PAGE.replace(old, new))

    assert "a/index.html" in next(tool.pages_that_differ(ours, theirs))


def test_a_link_that_leads_nowhere_in_the_other_site_is_told_although_ours_has_it_too(tmp_path: Path):
    text = PAGE.replace("../b/", "../c/")
    ours, theirs = site(tmp_path / "ours", text), site(tmp_path / "theirs", text)

    assert "../c/" in next(tool.pages_that_differ(ours, theirs))


def test_a_page_that_only_one_site_has_is_told(tmp_path: Path):
    ours, theirs = site(tmp_path / "ours", PAGE), site(tmp_path / "theirs", PAGE)
    (ours / "index.html").write_text(PAGE, encoding="utf-8")

    assert list(tool.pages_that_differ(ours, theirs)) == ["index.html: only in one of the sites"]
