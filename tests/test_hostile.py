"""Nothing in a site's folder breaks a build, holds it up, or reaches a page as anything but text.

The corpus is in tests/hostile/: whole files, odd names, and texts for every field.
"""

import json
import os
import re
import shutil
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

import pytest
import small_country
from bs4 import BeautifulSoup
from built import ROOT, called
from conftest import SOUND, Site, pages_of_data
from hostile.files import ANY, NAMES, Hostile, article, hostile_files, report
from hostile.texts import MARKDOWN, TEXTS
from making import jpg
from markdown import Markdown
from mkdocs.utils import meta

from bantin.editors import formats
from bantin.folders import Folders
from bantin.model.markup import ATTRIBUTES, SCHEMES, TAGS, prose
from bantin.pages.page import Page
from bantin.problems import Problem
from bantin.publishing.rendering import Renderer
from bantin.publishing.settings import EXTENSIONS
from bantin.site import Edition, check
from bantin.vietnamese import normalise

LIMIT = 10.0
"""Seconds of computing that one file may cost, on a slow machine too; what explodes takes minutes."""

RENDERER = Renderer(Folders.of(ROOT))
FILES = hostile_files({path.relative_to(SOUND).as_posix(): path.read_text("utf-8") for path in SOUND.rglob("*.yml")})
PROSE = ".bai-viet, .nhan-dinh"
"""Where Markdown of editors stands."""
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
BLOCK = re.compile(r"</?(?:p|h[1-6]|div|figure|ul|ol|dl|label|table|blockquote|pre|hr|section|nav)\b")


def test_the_corpus_is_as_large_as_was_asked():
    assert len(FILES) + len(NAMES) >= 150


# Whole files


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: ascii(hostile.name))
def test_a_hostile_file_is_refused_at_its_place_or_printed_as_text(hostile: Hostile, site: Site):
    site.write(hostile.path, hostile.content)

    with in_time():
        edition = check(Folders.of(site.root))
        made = pages_of_data(edition, "province")
        pages = [page for page in made if page.source == hostile.path or page.kind in ("place", "quality")]
        rendered = [(page, RENDERER.markdown(page)) for page in pages]
        for form in formats.Format:
            formats.write(edition.problems[:100], Folders.of(site.root), format=form)

    codes = {problem.code for problem in edition.errors}
    assert as_expected(hostile.code, codes), codes
    assert {problem.location.source for problem in edition.errors} <= {hostile.path}
    assert misplaced(edition.problems, site.root) == []
    assert [fault for page, markdown in rendered for fault in faults(markdown, page.title, page.description)] == []


def as_expected(code: str | None, codes: set[str]) -> bool:
    if code in (None, ANY):
        return code is None or bool(codes)
    return code in codes if code else not codes


@contextmanager
def in_time() -> Iterator[None]:
    before = time.process_time()
    yield
    spent = time.process_time() - before
    assert spent < LIMIT, f"{spent:.1f} seconds"


def misplaced(problems: Sequence[Problem], root: Path) -> list[str]:
    """The problems whose place is not in their file, or whose line does more than tell of them."""
    sizes = {source: line_sizes(root / source) for source in {problem.location.source for problem in problems}}
    return [problem.line()[:300] for problem in problems if not is_placed(problem, sizes[problem.location.source])]


def is_placed(problem: Problem, sizes: list[int]) -> bool:
    at, line = problem.location, problem.line()
    inside = 1 <= at.line <= len(sizes) and 1 <= at.column <= sizes[at.line - 1] + 1
    return inside and len(line) < 1_500 and not HIDDEN.search(line) and "\n" not in line


def line_sizes(path: Path) -> list[int]:
    """How long each line of a file is, counted as locations are; a link is not looked into."""
    if not os.path.lexists(path):
        return []
    text = "" if path.is_symlink() else path.read_bytes().decode("utf-8-sig", "replace")
    return [len(line) for line in re.split("\r\n|\r|\n", unicodedata.normalize("NFC", text))]


# Pages


@cache
def faults(markdown: str, title: str, description: str) -> list[str]:
    """What no page may hold, wherever it came from, as MkDocs and as a browser read it."""
    body, front = meta.get_data(markdown)
    found = [] if (front["title"], front["description"]) == (title, description) else ["another title or description"]
    found += [f"no block: {block[:40]!r}" for block in re.split(r"\n[ \t]*\n", body.strip()) if not BLOCK.match(block)]
    document = tree(markdown)
    found += [f"U+{ord(sign):04X}" for sign in HIDDEN.findall(str(document))]
    for tag in document.find_all(True):
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else value
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping"):
                found.append(f"<{tag.name} {name}>")
            if name in ("href", "src", "action", "data", "poster", "srcset", "xlink:href") and leads_astray(
                text, tag.name
            ):
                found.append(f"<{tag.name} {name}={text!r}>")
    for tag in document.select(f":is({PROSE}) *"):
        allowed = ATTRIBUTES.get(tag.name, set()) | {"rel", "class"}
        if tag.name not in TAGS or tag.attrs.keys() - allowed or tag.get("class", ["so-lieu"]) != ["so-lieu"]:
            found.append(f"in prose: <{tag.name} {tag.attrs}>")
        if tag.name == "a" and tag.find_parent("a"):
            found.append("a link in a link")
    return found


def leads_astray(address: str, tag: str) -> bool:
    """Whether an address runs a script, or calls a third party by itself, as a browser reads it."""
    plain = re.sub(r"[\t\r\n]", "", address).lstrip("".join(map(chr, range(33))))
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    elsewhere = bool(scheme or re.match(r"[/\\]{2}", plain))
    return (elsewhere and tag != "a") or bool(scheme and scheme[1].lower() not in SCHEMES)


@lru_cache(8)
def tree(markdown: str) -> BeautifulSoup:
    """The page as MkDocs makes it."""
    return parsed(Markdown(extensions=list(EXTENSIONS)).convert(meta.get_data(markdown)[0]))


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("text", [*MARKDOWN, *TEXTS], ids=lambda text: ascii(text[:30]))
def test_markdown_of_editors_comes_out_harmless(text: str):
    with in_time():
        html = prose(text, (), "../../{}".format)

    page = f'---\ntitle: x\ndescription: y\n---\n<div class="bai-viet">\n{html}\n</div>\n\n<h2 id="nguon">Nguồn</h2>\n'
    assert faults(page, "x", "y") == []
    headings = tree(page).find_all("h2")
    assert headings[-1].get("id") == "nguon"
    assert not headings[-1].find_parent("div"), "the text swallows what follows it"


# Names


def test_odd_names_are_refused_at_their_files_unless_hidden(site: Site):
    there = set(written(site, NAMES))

    edition = check(Folders.of(site.root))

    seen = {path for path in there if not any(part.startswith(".") for part in path.split("/"))}
    assert {problem.location.source for problem in edition.errors} == seen
    assert misplaced(edition.problems, site.root) == []
    for form in formats.Format:
        formats.write(edition.problems, Folders.of(site.root), format=form)


def written(site: Site, paths: Sequence[str]) -> Iterator[str]:
    """Those of the names that this system can give to a sound file."""
    for path in paths:
        try:
            site.write(path, article() if path.startswith("content") else report())
        except (OSError, ValueError):
            continue
        yield path


@pytest.mark.skipif(os.name != "posix", reason="names of bytes are of POSIX")
@pytest.mark.parametrize(
    "name", [b"data/kien-giang/\xff\xfe.yml", b"data/\xff/2021.yml", b"content/\xff/2026-01-03-a.md"], ids=repr
)
def test_a_name_that_is_no_utf_8_is_refused(name: bytes, site: Site):
    try:
        site.write(os.fsdecode(name), article() if name.startswith(b"content") else report())
    except OSError:
        pytest.skip("this system gives no such names")

    edition = check(Folders.of(site.root))

    assert {problem.location.source for problem in edition.errors} == {os.fsdecode(name)}
    for form in formats.Format:
        formats.write(edition.problems, Folders.of(site.root), format=form).encode()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere links need a right of their own")
@pytest.mark.parametrize("target", ["..", "/", "/etc/passwd", "/proc/self", "nowhere", "la.yml"])
def test_links_are_not_followed(target: str, site: Site):
    links = ["data/kien-giang/la.yml", "data/la.yml", "data/danh-muc/la.yml", "content/la.yml"]
    for link in links:
        (site.root / link).symlink_to(target)

    edition = check(Folders.of(site.root))

    assert [(p.location.source, p.code) for p in edition.errors] == [(link, "symlink") for link in sorted(links)]


# Texts in every field


INDICATOR = """\
{name}:
  Mã: n{number}
  Đơn vị: {text}
  Loại: phát biểu
  Nội dung: Cải cách thủ tục hành chính
  Giải thích: {text}
  Câu: {phrase}
  Tên khác: {alias}
"""
BULLETIN = """\
Kỳ:
  Tên: {text}
Nguồn:
  - {{Tên: {text}, Cơ quan: {text}, Ngày: 05/01/2023, Tác giả: {text}, Số hiệu: {text}, Ghi chú: {text}}}
Căn cứ:
  - {{Tên: {text}, Ngày: 31/12/2021, Cơ quan: {text}, Trích yếu: {text}}}
Số liệu:
  {scope}:
    {name}: {{Giá trị: {value}, Ghi chú: {text}, Thay đổi: {text}}}
  {slice}:
    Hồ sơ tiếp nhận: {{Giá trị: 5, Ghi chú: {text}}}
Chỉ tiêu:
  {scope}:
    Hồ sơ tiếp nhận: {{Giá trị: 6, Thời hạn: {text}, Ghi chú: {text}}}
Nhận định:
  {name}: Lời
"""
ARTICLE = """\
---
Tiêu đề: {text}
Tóm tắt: {text}
Ngày: 03/01/2026
Tác giả: {text}
Nguồn:
  - {{Tên: {text}, Cơ quan: {text}, Tác giả: {text}, Ghi chú: {text}}}
Ảnh:
  - {{Tệp: anh.jpg, Chú thích: {text}, Nguồn ảnh: {text}, Mô tả: {text}}}
---
Lời.
"""
HARMLESS = "lời thường"


def site_of_texts(root: Path, texts: Sequence[str]) -> tuple[Site, Edition]:
    """A site with a bulletin, an article and an indicator for each text, which stands in every field of theirs.

    Number 0 of each is harmless.
    """
    site = Site(root)
    indicators, scopes, members = [], [], []
    for number, text in enumerate((HARMLESS, *texts)):
        names = {
            "text": text,
            "name": f"{text} n{number}",
            "alias": f"{text} a{number}",
            "value": f"{text} lời",
            "phrase": re.sub("[{}]", "", text) + " {}",
            "scope": f"{text.replace('/', '|')} p{number}",
            "member": f"{text.replace('/', '|')} t{number}",
        }
        quoted = {key: json.dumps(name, ensure_ascii=False) for key, name in names.items()}
        quoted["slice"] = json.dumps(f"{names['scope']} / {names['member']}", ensure_ascii=False)
        indicators.append(INDICATOR.format(number=number, **quoted))
        scopes.append(f"{quoted['scope']}:\n  Giải thích: {quoted['text']}\n  Câu: {quoted['text']}\n")
        members.append(f"  {quoted['member']}:\n    Giải thích: {quoted['text']}\n")
        site.write(bulletin_source(number), BULLETIN.format(**quoted))
        site.write(f"content/kien-giang/huyen-vinh-thuan/2026-01-03-bai-{number}.md", ARTICLE.format(**quoted))
    for name, entries in (("chi-so", indicators), ("pham-vi", scopes), ("phan-to/linh-vuc", members)):
        path = root / f"data/danh-muc/{name}.yml"
        path.write_text(path.read_text(encoding="utf-8") + "".join(entries), encoding="utf-8")
    site.write("content/kien-giang/huyen-vinh-thuan/anh.jpg", jpg())
    return site, check(Folders.of(site.root))


def bulletin_source(number: int) -> str:
    return f"data/kien-giang/huyen-vinh-thuan/{1_900 + number}.yml"


def pages_of_texts(edition: Edition, texts: Sequence[str]) -> Iterator[tuple[str, Page, Page]]:
    """Every text with its bulletin, its article or its indicator, and the harmless page of that kind."""
    pages = {page.path: page for page in pages_of_data(edition)}
    base = "kien-giang/huyen-vinh-thuan"
    for number, text in enumerate(texts, start=1):
        yield text, pages[f"{base}/{1_900 + number}"], pages[f"{base}/1900"]
        yield text, pages[f"{base}/bai-{number}"], pages[f"{base}/bai-0"]
        yield text, pages[f"chi-so/n{number}"], pages["chi-so/n0"]


@cache
def skeleton(document: BeautifulSoup) -> Counter[str]:
    """The elements with their attributes' names."""
    return Counter(f"{len(list(tag.parents))} {tag.name} {sorted(tag.attrs)}" for tag in document.find_all(True))


def spoken(text: str) -> str:
    """The text as a page may print it: other blanks and capitals; scopes hold no slash, phrases no braces."""
    return " ".join(re.sub("[{}]", "", normalise(text)).replace("/", "|").casefold().split())


@pytest.mark.parametrize("part", range(8))
def test_a_text_in_any_field_is_printed_as_text(part: int, tmp_path: Path):
    texts = TEXTS[part::8]
    _, edition = site_of_texts(tmp_path, texts)

    assert [problem.line() for problem in edition.errors] == []
    renderer = Renderer(Folders.of(tmp_path), {file.path: file for file in edition.archive.attached})
    for text, page, harmless in pages_of_texts(edition, texts):
        markdown, plain = renderer.markdown(page), renderer.markdown(harmless)
        assert faults(markdown, page.title, page.description) == [], text
        document, before = tree(markdown), tree(plain)
        assert skeleton(document) == skeleton(before), text
        said, usual = spoken(document.get_text(" ")), spoken(before.get_text(" "))
        assert said.count(spoken(text)) >= usual.count(HARMLESS), text


def test_the_theme_prints_texts_as_text(tmp_path: Path):
    texts = [text for text in TEXTS if re.search("[<\"'&{\\n]", text)][::4]
    site, edition = site_of_texts(tmp_path / "trang", texts)
    root = site.root
    shutil.copy(ROOT / "mkdocs.yml", root)
    small_country.write_tables(tmp_path / "bang")
    done = called(*small_country.program("mkdocs", tmp_path / "bang"), "build", "--strict", folder=root)
    assert done.returncode == 0, done.stderr[-3_000:]
    for text, page, harmless in pages_of_texts(edition, texts):
        html, before = (parsed((root / "site" / p.path / "index.html").read_text("utf-8")) for p in (page, harmless))
        assert spoken(html.title.get_text()).startswith(spoken(page.title)), text
        assert spoken(html.find("meta", attrs={"name": "description"})["content"]) == spoken(page.description), text
        assert [str(s) for s in html.find_all("script")] == [str(s) for s in before.find_all("script")], text
        assert skeleton(html) == skeleton(before), text
