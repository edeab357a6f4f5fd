"""A site built whole, and page by page in whatever company: the same bytes, the same warnings, the same refusals."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
import small_country
from built import ROOT
from conftest import SOUND
from in_parts import PARTS
from owned import PLUGINS

from bantin.publishing.engine import Built, Engine
from bantin.publishing.given import EngineError, Given, GivenFile, Rendered
from bantin.search import Document, write_index

INDEX = "tim-kiem/trang.js"
SETTINGS = f"""
site_name: Mẫu
site_url: https://cchc.example/cchc
repo_url: https://git.example/x/y
edit_uri: edit/main/content/
docs_dir: content
theme: {{name: bantin, language: vi}}
{PLUGINS}"""
OTHERS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "3", "PYTHONUTF8": "1"},
    {"PYTHONHASHSEED": "0"},
)
"""What differs between the processes that build one site."""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def called(folder: Path, module: str, *arguments: str, unlike: Mapping[str, str]) -> None:
    program = small_country.program(module, folder.parent / "bang")
    done = subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=folder if module == "mkdocs" else ROOT / "tests",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | unlike,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_pages_built_apart_and_what_stands_around_them_are_a_whole_build(tmp_path: Path):
    """Its own template makes one page with Markdown, whose link leads to a page built elsewhere."""
    folder = tmp_path / "trang"
    shutil.copytree(SOUND, folder)
    small_country.write_tables(tmp_path / "bang")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "theme_overrides/bantin").mkdir(parents=True)
    (folder / "theme_overrides/bantin/quality.md").write_text(
        "{% include 'bantin/quality.md' %}\n\nXem [*tra cứu*]({{ to('tra-cuu/index.md') }}).\n",
        encoding="utf-8",
    )
    called(folder, "mkdocs", "build", "--strict", unlike=OTHERS[-1])
    for part, unlike in zip((*range(PARTS), "khung"), OTHERS, strict=True):
        called(folder, "in_parts", str(folder), str(tmp_path / "ra"), str(part), unlike=unlike)

    whole = tree(folder / "site")
    for name in (".bantin-site", "build-info.json"):  # what a whole build says of itself
        del whole[name]
    assert '<a href="../tra-cuu/"><em>tra cứu</em></a>' in whole["chat-luong/index.html"].decode()
    assert "<small>Ủy ban nhân dân tỉnh Mẫu</small>" in whole["an-giang/index.html"].decode()
    assert tree(tmp_path / "ra") == whole


def test_a_site_is_the_same_whichever_way_it_is_built(tmp_path: Path):
    """By MkDocs, by one process, by two, and out of an older site; each elsewhere in the world."""
    small_country.write_tables(tmp_path / "bang")
    ways = (["mkdocs", "build"], ["bantin", "build", "--jobs", "1"], ["bantin", "build", "--jobs", "2"])
    report = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    trees: list[dict[str, bytes]] = []
    for number, (way, unlike) in enumerate(zip((*ways, ways[1]), OTHERS, strict=True)):
        folder = tmp_path / f"trang {number}"
        shutil.copytree(SOUND, folder)
        (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        with_own_scripts(folder)
        if number == len(ways):
            now = (folder / report).read_text(encoding="utf-8")
            (folder / report).write_text(now.replace("1.000", "1.001").replace("1.210", "1.211"), encoding="utf-8")
            called(folder, *way, *options(way, folder), unlike=OTHERS[0])
            (folder / report).write_text(now, encoding="utf-8")
        called(folder, *way, *options(way, folder), unlike=unlike)
        trees.append(tree(folder / "site") | {".bantin-site": b""})

    assert all(path in trees[0] for path in ("index.html", "build-info.json", INDEX, "tim-kiem/tu/vi.js"))
    assert [[path for path in {*trees[0], *found} if found.get(path) != trees[0].get(path)] for found in trees] == [
        []
    ] * 4
    said = {path: trees[0][path].decode() for path in ("index.html", "tim-kiem/index.html", "404.html", "_headers")}
    assert [path for path, text in said.items() if hashed(ON_ALL) not in text or hashed("color: red") not in text] == []
    assert [path for path, text in said.items() if hashed(ON_ONE) in text] == ["tim-kiem/index.html", "_headers"]


ON_ALL, ON_ONE = 'document.querySelector(".mo").hidden = true', "document.title = 'Tìm'"


def with_own_scripts(folder: Path) -> None:
    """A site's own templates have scripts in the pages, and a style."""
    files = {
        "partials/footer.html": f'<p class="mo" style="color: red">Mở</p><script>{ON_ALL}</script>\n',
        "bantin/search.md": "{% include 'bantin/search.md' %}\n\n<script>" + ON_ONE + "</script>\n",
    }
    for name, text in files.items():
        path = folder / "theme_overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def options(way: list[str], folder: Path) -> list[str]:
    return ["--strict"] if way[0] == "mkdocs" else ["--strict", "--root", str(folder)]


# Pages that no data make


def page(path: str, body: str = "<h1>A</h1>", **meta: str) -> GivenFile:
    return GivenFile(path, lambda: Rendered({"title": "Trang", **meta}, body))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site without data."""
    root = tmp_path / "trang"
    for name in ("data", "content", "theme_overrides"):
        (root / name).mkdir(parents=True)
    settings(root)
    return root


def settings(folder: Path, said: str = "") -> None:
    (folder / "mkdocs.yml").write_text(f"{SETTINGS}{said}\n", encoding="utf-8")


def built(folder: Path, *files: GivenFile, **known: object) -> list[Built]:
    engine = Engine.of(folder / "mkdocs.yml")
    return list(engine.pages(Given(files, **known), site_dir=folder / "ra"))  # type: ignore[arg-type]


HOME = page("index.md")
NOTE = GivenFile("tap-tin.txt", "x")


def test_a_page_tells_what_the_lists_of_a_site_need(folder: Path):
    html = '<h1 id="x">A</h1>\n\n<h2 id="b">B</h2>\n\n<p data-search-exclude>c</p><p>d</p>'
    [home, other] = built(folder, HOME, NOTE, page("a/b/index.md", html, kind="page", updated="2023-08-20"))

    assert (home.address, home.file, home.updated) == ("", "index.html", "")
    assert (other.address, other.file, other.updated) == ("a/b/", "a/b/index.html", "2023-08-20")
    assert other.document == Document("page", "a/b/", "Trang", updated="2023-08-20", text="d", headings=(("b", "B"),))
    assert sorted(tree(folder / "ra")) == ["a/b/index.html", "index.html"]
    assert tree(folder / "ra")["a/b/index.html"] == other.html
    assert "data-search-exclude" not in other.html.decode()


def test_a_page_is_the_same_whichever_are_built_with_it_or_before(folder: Path):
    pages = [page(f"{name}/index.md", f"<p>{name}</p>") for name in "abc"]
    alone = {file.path: built(folder, file)[0] for file in (HOME, *pages)}
    engine = Engine.of(folder / "mkdocs.yml")
    for company in ((HOME, *pages), (pages[2], pages[0], HOME), (pages[1],)):
        for found in engine.pages(Given(company), site_dir=folder / "khac"):
            assert found == alone[found.path]


def test_what_stands_around_keeps_what_else_is_in_the_folder(folder: Path):
    [home] = built(folder, HOME)
    engine = Engine.of(folder / "mkdocs.yml")
    framed = engine.frame(Given((HOME, NOTE)), pages=[("", "")], site_dir=folder / "ra")

    around = {"404.html", "sitemap.xml", "sitemap.xml.gz", "assets/bantin.css", "tap-tin.txt", "_headers"}
    assert around < {*framed.files}
    assert {*tree(folder / "ra")} == {*framed.files, "index.html"}
    assert tree(folder / "ra")["index.html"] == home.html
    assert framed == engine.frame(Given((NOTE,)), pages=[("", "")], site_dir=folder / "ra")


def test_what_servers_should_say_lies_beside_the_pages(folder: Path):
    engine = Engine.of(folder / "mkdocs.yml")
    engine.whole(Given((HOME,)), site_dir=folder / "ra")
    said = (folder / "ra/_headers").read_text(encoding="utf-8")
    kept = [line for line in said.splitlines() if line.startswith("/cchc/") and not line.endswith("*")]

    assert len(kept) >= 3
    assert [path for path in kept if not (folder / "ra" / path.removeprefix("/cchc/")).is_file()] == []
    assert {"may-chu/nginx.conf", "may-chu/apache.conf"} < {*tree(folder / "ra")}


def test_a_site_may_say_itself_what_servers_should_say(folder: Path):
    (folder / "theme_overrides/_headers").write_text("/*\n  X-Cua-Toi: 1\n", encoding="utf-8")
    (folder / "theme_overrides/assets").mkdir()
    (folder / "theme_overrides/assets/cua-toi.20260101.js").write_text("1", encoding="utf-8")
    engine = Engine.of(folder / "mkdocs.yml")
    engine.whole(Given((HOME,)), site_dir=folder / "ra")
    engine.frame(Given((HOME,)), pages=[("", "")], site_dir=folder / "khung")

    for site in ("ra", "khung"):
        assert (folder / site / "_headers").read_text(encoding="utf-8") == "/*\n  X-Cua-Toi: 1\n"
        assert "cua-toi" not in (folder / site / "may-chu/nginx.conf").read_text(
            encoding="utf-8"
        )  # a date is no digest
        assert (folder / site / "assets/cua-toi.20260101.js").is_file()


def test_pages_without_a_date_get_none_in_the_list_of_pages(folder: Path):
    engine = Engine.of(folder / "mkdocs.yml")
    engine.whole(Given((HOME, page("a/index.md"))), site_dir=folder / "ra")
    engine.frame(Given(()), pages=[("", ""), ("a/", "")], site_dir=folder / "khung")
    listed = tree(folder / "ra")["sitemap.xml"]

    assert re.findall(r"<loc>(.*?)</loc>", listed.decode()) == [
        "https://cchc.example/cchc/",
        "https://cchc.example/cchc/a/",
    ]
    assert b"lastmod" not in listed
    packed = tree(folder / "ra")["sitemap.xml.gz"]
    assert packed == tree(folder / "khung")["sitemap.xml.gz"]
    assert gzip.decompress(packed).replace(b"<lastmod>1970-01-01</lastmod>", b"") == listed


def test_an_engine_builds_whole_after_it_has_built_parts(folder: Path):
    engine = Engine.of(folder / "mkdocs.yml")
    given = Given((HOME, NOTE, page("a/index.md")), newest="2024-01-02", home={"title": "Trang"})
    documents = [found.document for found in engine.pages(given, site_dir=folder / "ra") if found.document]
    engine.frame(given, pages=[("", ""), ("a/", "")], site_dir=folder / "ra")
    write_index(documents, folder / "ra")
    engine.whole(given, site_dir=folder / "sau")
    Engine.of(folder / "mkdocs.yml").whole(given, site_dir=folder / "moi")

    assert tree(folder / "sau") == tree(folder / "moi")
    assert tree(folder / "ra") == tree(folder / "sau")


# What is warned of, and what only a whole build can do


def test_a_page_brings_what_mkdocs_warns_of_in_it(folder: Path):
    settings(folder, "validation: {links: {unrecognized_links: warn}}")
    dead = page("b/index.md", "[x](khong-co)")
    [sound, doubted, after] = built(folder, page("a/index.md"), dead, page("c/index.md"))
    engine = Engine.of(folder / "mkdocs.yml", strict=True)

    assert sound.said == after.said == ()
    assert "khong-co" in doubted.said[0]
    engine.refuse(sound.said)
    with pytest.raises(EngineError, match=r"«strict» coi cảnh báo là lỗi.*khong-co"):
        engine.refuse(doubted.said)
    Engine.of(folder / "mkdocs.yml").refuse(doubted.said)


def test_a_link_of_markdown_leads_to_a_page_that_is_built_elsewhere(folder: Path):
    engine = Engine.of(folder / "mkdocs.yml")
    given = Given((page("a/index.md", "[x](../b/c/index.md)"),))
    [found] = engine.pages(given, site_dir=folder / "ra", others={"b/c/index.md"})

    assert found.said == ()
    assert '<a href="../b/c/">x</a>' in found.html.decode()


def test_what_fails_is_told_with_its_page(folder: Path):
    (folder / "theme_overrides/main.html").write_text(
        '{% extends "bantin" %}{{ page.meta.title.x.y }}', encoding="utf-8"
    )

    with pytest.raises(EngineError, match=r"ở trang «a/index\.md»"):
        built(folder, page("a/index.md"))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("", ()),
        ("hooks: [hook.py]", ("hook.py",)),
        ("plugins: [bantin, material/tags]", ("material/tags",)),
        ("exclude_docs: a/", ("exclude_docs",)),
        ("draft_docs: a/", ("draft_docs",)),
    ],
)
def test_what_only_a_whole_build_can_do_is_named(folder: Path, said: str, names: tuple[str, ...]):
    (folder / "hook.py").write_text("def on_pre_build(config): pass\n", encoding="utf-8")
    text = SETTINGS.replace(PLUGINS, "").replace("site_url", "# site_url") if said.startswith("plugins") else SETTINGS
    (folder / "mkdocs.yml").write_text(f"{text}{said}\n", encoding="utf-8")

    assert Engine.of(folder / "mkdocs.yml").whole_only == names


@pytest.mark.parametrize(
    ("template", "reads_all"),
    [
        ("{% for file in pages %}x{% endfor %}", True),
        ("{{ build_date_utc }}", True),
        ("{{ page.update_date }}", True),
        ("<p>pages</p>{{ page.title }}{% if homepages %}x{% endif %}", False),
    ],
)
def test_a_template_that_tells_of_all_pages_needs_them_all(folder: Path, template: str, reads_all: bool):
    (folder / "theme_overrides/partials").mkdir()
    (folder / "theme_overrides/partials/logo.html").write_text(template, encoding="utf-8")

    assert Engine.of(folder / "mkdocs.yml").whole_only == (("partials/logo.html",) if reads_all else ())
