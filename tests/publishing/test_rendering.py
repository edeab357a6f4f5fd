"""Pages as Markdown: the same from two template engines, harmless whatever editors typed."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, islice
from pathlib import Path

import minijinja
import pytest
import yaml
from built import ROOT
from conftest import Site, edition
from making import (
    CATALOGUE,
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT,
    DISTRICT_LEVEL,
    FIELDS,
    LAND,
    PROCEDURES,
    RECEIVED,
    archive,
    figure,
    page_of,
    png,
    report,
    target,
)
from shipped import shipped

from bantin.folders import Folders
from bantin.model import Archive, Article, Asking
from bantin.model.markup import Mention, editors_markdown
from bantin.model.procedures import Announcement, Case, Change, Decision, Entry, Procedure, Tier, Version, code_of
from bantin.model.reports import Assessment, Report
from bantin.pages.page import Page
from bantin.pages.plans import MAKERS, Plan, plans_of
from bantin.pages.words import FILTERS
from bantin.problems import Location
from bantin.publishing.rendering import TEMPLATES, Renderer, address, page_values
from bantin.publishing.settings import THEME_FOLDER
from bantin.reading.procedures.deadlines import deadline_of
from bantin.vietnamese import date_text


@cache
def _ours(plan: Plan) -> Page:
    """A page of our own site."""
    return plan.make(edition(ROOT).archive, edition(ROOT).doubts)


@cache
def _cut() -> tuple[Page, ...]:
    """The pages of an indicator with so many figures that each province has a page of its own."""
    months = [f"{year}-thang-{month}" for year in range(1990, 2020) for month in range(1, 13)]
    known = archive(*(report(figure(RECEIVED, "1.210"), when=month) for month in months))
    plans = plans_of(known.outline, known.catalogue)
    return tuple(plan.make(known, {}) for plan in plans if plan.path.startswith(f"chi-so/{RECEIVED.id}"))


@cache
def _procedures() -> tuple[Page, ...]:
    """The pages of a list that is longer than a page, and of procedures that end, are replaced, and change."""
    at, decision = Location("x.yml", 1), Decision("1/QĐ")
    codes = [code for n in range(301) if (code := code_of(f"1.{200000 + n}"))]
    entries = tuple(Entry(code, Tier.COMMUNE, Change.PUBLISHED, at) for code in codes)
    first, last = (Version(decision, at, deadlines=(Case("", deadline_of(d), at),)) for d in ("5 ngày", "3 ngày"))
    versions = first, replace(last, since=date(2020, 1, 1), until=date(2030, 1, 1), replaced_by=(codes[1],))
    ended = replace(first, since=date(2021, 1, 1), change=Change.REPLACED, replaced_by=(codes[2],))
    known = Archive(
        announcements=tuple(Announcement(p, "1-qd", decision, at, entries=entries) for p in ("an-giang", "kien-giang")),
        procedures=(
            Procedure(codes[0], at, "Một việc", "Đất đai", versions=versions),
            Procedure(codes[0], at, province="kien-giang", versions=(*versions[:1], ended)),
            Procedure(codes[1], at, "Một việc khác", "Đất đai", province="kien-giang", versions=(ended,)),
        ),
    )
    plans = plans_of(known.outline, known.catalogue)
    return tuple(plan.make(known, {}) for plan in plans if "thu-tuc" in plan.path or "danh-muc" in plan.path)


@cache
def _bulletins() -> tuple[Page, ...]:
    """Of two years: the table of the official form by fields, other lists, large figures with targets and changes."""
    lists = replace(shipped(), breakdowns=(FIELDS,))
    columns = [one for one in lists.indicators.values() if " / " in one.in_form]
    rate, numbers = lists.indicators["ty-le-dung-han"], {one.id: str(9000 - 700 * n) for n, one in enumerate(columns)}

    def year(when: str) -> Report:
        split = [figure(one, numbers[one.id], DISTRICT_LEVEL, field) for one in columns for field in (LAND, CIVIL)]
        whole = [figure(one, numbers[one.id], scope) for one in columns for scope in (DISTRICT_LEVEL, COMMUNE_LEVEL)]
        aims = target(rate, "tối thiểu 95%"), target(rate, "98%", COMMUNE_LEVEL)
        return report(*split, *whole, figure(rate, "96,1%"), when=when, targets=aims)

    known = Archive(lists, (year("2022"), year("2023")))
    return tuple(page_of(known, of_year.path) for of_year in known.reports)


@cache
def _articles() -> tuple[Page, ...]:
    """An article that asks for opinions and leads to others, and the page of opinions."""
    at, day = Location("content/x.md"), date(2026, 11, 22)
    asking = Asking("Sở Mẫu", "Dự thảo", day, "a@mau.example", "https://mau.example")
    article = Article(
        DISTRICT.path, "bai", "Bài", "Lời", day, "Lê Mẫu", at, topics=(PROCEDURES,), hour="15:39", asking=asking
    )
    others = [
        replace(article, slug=slug, place=place) for slug, place in (("khac", DISTRICT.path), ("tinh", "gia-lai"))
    ]
    known = Archive(CATALOGUE, articles=(article, *others))
    return tuple(page_of(known, path) for path in (article.path, "lay-y-kien"))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(Folders.of(ROOT))


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_minijinja_renders_the_templates_to_the_same_text(renderer: Renderer, kind: str):
    other = minijinja.Environment(
        loader=lambda name: (TEMPLATES / name).read_text(encoding="utf-8"),
        auto_escape_callback=lambda name: True,
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name, words in {"date": date_text, "markdown": editors_markdown, **FILTERS}.items():
        other.add_filter(name, words)
    ours = (_ours(plan) for plan in edition(ROOT).plans if plan.kind == kind)
    for page in islice(
        chain((page for page in (*_cut(), *_procedures(), *_bulletins(), *_articles()) if page.kind == kind), ours), 20
    ):
        expected = renderer.environment.get_template(f"{kind}.md").render(page_values(page))
        theirs = other.render_template(f"{kind}.md", **page_values(page))
        assert unescaped(theirs) == unescaped(expected)


def unescaped(html: str) -> str:
    """The two engines write a quotation mark and an apostrophe as different entities of the same character."""
    return html.replace("&#34;", "&quot;").replace("&#39;", "&#x27;").replace("&#x2f;", "/").strip()


def test_every_page_kind_has_a_template():
    assert MAKERS.keys() == {path.stem for path in TEMPLATES.glob("*.md")} - {
        "macros",
        "tables",
        "cards",
        "charts",
        "articles",
        "procedure_macros",
    }


@pytest.mark.parametrize("plan", edition(ROOT).plans, ids=lambda plan: plan.path or "/")
def test_no_blank_line_falls_inside_a_block(renderer: Renderer, plan: Plan):
    assert_no_blank_line(renderer, _ours(plan))


def test_no_blank_line_falls_inside_a_block_of_an_indicator_that_is_cut(renderer: Renderer):
    for page in _cut():
        assert_no_blank_line(renderer, page)


def test_no_blank_line_falls_inside_a_block_of_the_form_by_fields(renderer: Renderer):
    for page in _bulletins():
        assert_no_blank_line(renderer, page)
        assert 'class="them-cot"' in renderer.markdown(page)


def assert_no_blank_line(renderer: Renderer, page: Page) -> None:
    # CommonMark ends an HTML block at a blank line; what follows must begin a block again.
    body = renderer.markdown(page).split("\n---\n", 1)[1]
    for block in body.strip().split("\n\n"):
        assert re.match(r"<(?:p|h[1-6]|div|figure|ul|ol|dl|table|blockquote|pre|hr|form|details)\b", block.strip()), (
            block
        )
        assert not re.search(r"^\s", block, re.MULTILINE), block


def test_front_matter_is_plain_yaml(renderer: Renderer):
    path = "kien-giang/huyen-vinh-thuan/2023-6-thang"
    bulletin = next(plan for plan in edition(ROOT).plans if plan.path == path)
    meta = yaml.safe_load(renderer.markdown(_ours(bulletin)).split("---\n")[1])

    assert meta["kind"] == "bulletin"
    assert meta["trail"][0] == {"title": "Tỉnh Kiên Giang (cũ)", "path": "kien-giang/"}
    assert meta["section"]["path"] == "kien-giang/huyen-vinh-thuan/"
    assert meta["section"]["links"][1] == {"title": "6 tháng đầu năm 2023", "path": "2023-6-thang/"}
    assert meta["source"] == "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    assert meta["updated"] == "2023-08-20"


def prose(path: str, text: str, mentions: Sequence[Mention] = ()) -> str:
    """A text of editors on the page at a path."""
    return str(page_values(Page(path, "article", "Bài", ""))["prose"](text, mentions))


def test_addresses_are_relative_to_the_page():
    assert address("kien-giang/huyen-vinh-thuan/2023", "an-giang/") == "../../../an-giang/"
    assert address("", "an-giang/") == "an-giang/"
    assert address("", "") == "./"
    assert address("kien-giang", "") == "../"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>)",
        "![x](https://ngoai.example/a.png)",
        "![x](//ngoai.example/a.png)",
        '<a href="x" onclick="alert(1)">x</a>',
        "<svg onload=alert(1)>",
        "<iframe src=https://ngoai.example></iframe>",
        "<style>body{display:none}</style>",
        "[x]: javascript:alert(1)\n\n[x]",
        "{: onclick=alert(1) }",
        "<form action=https://ngoai.example><input></form>",
    ],
)
def test_markdown_of_editors_comes_out_harmless(hostile: str):
    html = editors_markdown(hostile)

    assert not re.search(
        r"<(?:script|svg|iframe|style|form|input)|<[^>]*\son\w+=|(?:href|src)=\"\s*(?:javascript|data):",
        html,
        re.IGNORECASE,
    )
    assert 'src="https:' not in html
    assert 'src="//' not in html


def test_links_of_editors_are_kept_and_lead_from_the_page():
    html = prose(
        "kien-giang/huyen-mau/bai",
        "[a](https://chinhphu.example/x) [b](mailto:a@b.example) [c](../2023.md#so) [d](index.md) [e](/gioi-thieu/)",
    )

    assert 'href="https://chinhphu.example/x"' in html
    assert 'href="mailto:a@b.example"' in html
    assert 'href="../../../kien-giang/2023/#so"' in html
    assert 'href="../../../kien-giang/huyen-mau/"' in html
    assert 'href="../../../gioi-thieu/"' in html


def test_text_of_data_is_escaped_everywhere(renderer: Renderer):
    hostile = report(figure(RECEIVED, "5", note="<b>x</b> [a](javascript:1)", change='"><script>'))
    markdown = renderer.markdown(page_of(archive(hostile), hostile.path))

    assert "<script>" not in markdown
    assert "&lt;b&gt;x&lt;/b&gt;" in markdown


def test_no_text_of_data_ends_a_block(renderer: Renderer):
    hostile = report(figure(RECEIVED, "5", note="một\n\n \n[hai](javascript:1)"))
    page = page_of(archive(hostile), hostile.path)

    assert "một\n[hai]" in renderer.markdown(page)


def test_assessments_are_markdown(renderer: Renderer):
    told = report(figure(RECEIVED, "5"))
    told = type(told)(
        told.place,
        told.period,
        told.at,
        told.sources,
        (),
        told.figures,
        (),
        (Assessment("Tồn tại", "- một\n- **hai**", told.at),),
    )
    page = page_of(archive(told), told.path)

    assert "<li><strong>hai</strong></li>" in renderer.markdown(page)


def test_a_mention_prints_the_figure_and_links_it():
    text = "Nhận {{ … }} hồ sơ."
    mention = Mention(5, 12, "<1.210>", "Hồ sơ", "kien-giang/2023/#x")

    assert prose("kien-giang/bai", text, [mention]) == (
        '<p>Nhận <a class="so-lieu" href="../../kien-giang/2023/#x" title="Hồ sơ">&lt;1.210&gt;</a> hồ sơ.</p>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![{{ … }}](anh.jpg)", '<p><img alt="&lt;5&gt; &#34;"></p>'),
        ('[a](b "{{ … }}")', '<p><a href="../b/" title="&lt;5&gt; &#34;" rel="noopener">a</a></p>'),
        ("[{{ … }}](b)", '<p><a href="../b/" rel="noopener">&lt;5&gt; &#34;</a></p>'),
        ("[a]({{ … }})", '<p><a rel="noopener">a</a></p>'),
        ("{{ … }} &#xE000;7&#xE001;", '<p><a class="so-lieu" href="../2023/" title="Hồ sơ">&lt;5&gt; &#34;</a> </p>'),
    ],
)
def test_a_mention_is_a_link_only_where_one_may_stand(text: str, expected: str):
    start = text.index("{{")

    assert prose("bai", text, [Mention(start, start + 7, '<5> "', "Hồ sơ", "2023/")]) == expected


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "[a](" * 7_000, '[a](b "c) ' * 3_000, "<a " * 9_000, "`a" * 9 + "`" * 20_000, "x\n" * 14_000,
     "".join("`" * n + "a" for n in range(240)), "- " * 1_000 + "a", "1. " * 1_000 + "a", "# a\n" * 7_000],
    ids=lambda text: text[:9],
)  # fmt: skip
def test_no_text_of_editors_takes_long(text: str):
    before = time.process_time()

    assert editors_markdown(text)
    assert time.process_time() - before < 2


def test_editors_hide_no_signs_and_take_no_ids_of_the_theme():
    assert editors_markdown("a&#x202E;b&shy;c") == "<p>abc</p>"
    assert editors_markdown('<h2 id="__config">{}</h2>') == "<h2>{}</h2>"


def test_a_blank_line_of_code_does_not_end_the_block_around_it():
    assert editors_markdown("    một\n\n\n    [hai](x)") == "<pre><code>một\n&#10;[hai](x)\n</code></pre>"


def test_a_site_overrides_and_extends_packaged_templates(tmp_path: Path):
    folder = tmp_path / "theme_overrides/bantin"
    folder.mkdir(parents=True)
    (folder / "place.md").write_text(
        '{% extends "bantin/bulletin.md" %}{% block opening %}riêng{% endblock %}', encoding="utf-8"
    )
    (folder / "bulletin.md").write_text(
        '{% extends "bantin/bulletin.md" %}{% block opening %}của tỉnh{% endblock %}', encoding="utf-8"
    )
    page = page_of(archive(told := report(figure(RECEIVED, "5"))), told.path)

    markdown = Renderer(Folders.of(tmp_path)).markdown(page)

    assert "của tỉnh" in markdown
    assert 'id="nguon"' in markdown
    assert DISTRICT.name in page.title


def test_a_template_that_a_site_changed_is_printed_as_it_is_now(tmp_path: Path):
    (tmp_path / "theme_overrides/bantin").mkdir(parents=True)
    page = page_of(archive(told := report(figure(RECEIVED, "5"))), told.path)
    printed = []
    for words in ("một", "hai", "một"):
        (tmp_path / "theme_overrides/bantin/bulletin.md").write_text(words, encoding="utf-8")
        printed.append(Renderer(Folders.of(tmp_path)).rendered(page).body)

    assert printed == ["một", "hai", "một"]


def test_pictures_of_an_article_carry_caption_credit_and_alt(site: Site):
    folder = "content/kien-giang/huyen-vinh-thuan"
    article = (site.root / folder / "2026-11-22-nua-dau-nam.md").read_text(encoding="utf-8")
    picture = "Ảnh:\n  - Tệp: mot-cua.png\n    Chú thích: Bộ phận một cửa\n    Nguồn ảnh: Lê Mẫu\n    Mô tả: Hai người nộp giấy tờ ở quầy\n"
    site.write(f"{folder}/mot-cua.png", png(80, 60))
    site.write(f"{folder}/2026-11-22-nua-dau-nam.md", article.replace("Chủ đề:", f"{picture}Chủ đề:"))

    page = site.page("kien-giang/huyen-vinh-thuan/nua-dau-nam/index.md")

    assert (
        '<img src="../../../kien-giang/huyen-vinh-thuan/mot-cua.png" alt="Hai người nộp giấy tờ ở quầy" '
        'width="80" height="60">' in page
    )
    assert "<figcaption>Bộ phận một cửa <small>Ảnh: Lê Mẫu</small></figcaption>" in page


@pytest.mark.parametrize("path", sorted(THEME_FOLDER.rglob("*.html")), ids=lambda path: path.name)
def test_the_theme_uses_what_both_template_engines_share(path: Path):
    source = path.read_text(encoding="utf-8")
    minijinja.Environment().add_template(path.name, source)  # it parses
    code = " ".join(re.findall(r"\{[{%].*?[%}]\}", source, re.DOTALL))

    # Calls of macros that the file or Material imports, and no methods of Python's texts and dicts.
    imported = set(re.findall(r"import \S+ as (\w+)", code))
    assert set(re.findall(r"(\w+)\.\w+\(", code)) <= imported | {"lang"}
    assert not re.search(r"\|\s*truncate|\bpage\.file\b|\bpages\b|sum\(attribute", code)
    assert "page.meta." not in code, "an engine's page of its own, its 404, may have no front matter"


def test_a_fence_of_code_stays_one_block():
    assert editors_markdown("```\nmột\n\nhai\n```") == "<pre><code>một\n&#10;hai\n</code></pre>"
