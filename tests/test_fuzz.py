"""Whole sites of made-up files: whatever lies in the folders, there is a true report or there are pages."""

import json
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import FROM_TABLES, SOUND, TODAY
from hypothesis import event, given, settings
from hypothesis import strategies as st
from trying import tries

from bantin import inspection
from bantin import site as bantin_site
from bantin.editors.formats import Format, write
from bantin.folders import Folders
from bantin.problems import Problem
from bantin.publishing.rendering import Renderer
from bantin.reading import vocabulary
from bantin.vietnamese import normalise

Tree = dict[str, bytes]
"""A site's files by their paths."""

LISTS = {
    path.relative_to(SOUND).as_posix(): path.read_text(encoding="utf-8")
    for path in SOUND.glob("data/danh-muc/**/*.yml")
}
PLACES = ("kien-giang/huyen-vinh-thuan", "kien-giang/huyen-vinh-thuan", "kien-giang", "kien-giang/huyen-hon-dat", "gia-lai/huyen-kong-chro", "gia-lai", "da-nang", "ha-noi/quan-dong-da")  # fmt: skip
PERIODS = ("2022", "2023-6-thang", "2022-6-thang", "2023-quy-1", "2023-thang-2", "den-2023-07", "den-2021-12-09", "2023-01-15_2023-02-14")  # fmt: skip
INDICATORS = {
    "Hồ sơ tiếp nhận": (
        "1.210",
        "1.210",
        "121",
        "gần 30.000",
        "không có",
        "không công bố",
        "48,6 nghìn hồ sơ",
        "19/34",
    ),
    "Hồ sơ trực tuyến": ("1.000", "999999999999999", "0", "08", "chưa có số liệu"),
    "Hồ sơ trực tiếp": ("210", "trên 95", "khoảng gần 7"),
    "Tỷ lệ trực tuyến": ("93,62%", "100%", "từ 70% trở lên", "19/34", "0,000001%", "103,5%"),
    "Tỷ lệ trực tiếp": ("6,38%", "0%", "dưới 10 %"),
    "Nhiệm vụ hoàn thành": ("19/34", "0/1", "34"),
    "Tỷ lệ nhiệm vụ hoàn thành": ("55%", "55,88%", "19/34"),
    "Xếp hạng cải cách hành chính": ("hạng 14/63", "1", "thứ 2"),
    "Điểm cải cách hành chính": ("87,6/100 điểm", "0 điểm"),
    "Mức hoàn thành": ("Khá", "hoàn thành TỐT nhiệm vụ"),
}
SCOPES = ("Cấp huyện", "Cấp xã", "Toàn huyện", "Toàn tỉnh", "Cấp huyện / Đất đai", "Cấp xã / Hộ tịch / Mức độ 3")
NOT_THERE = "[x](javascript:x) ![](x.jpg)"
PROSE = ("Chậm ở vài nơi.", "thứ hai, ngày 14/12/2021", "31/02/2023", "<script>alert(1)</script> & <b>", "# Đề mục", NOT_THERE,
         "| a | b |\n|---|---|", "````", "đường Đ ð ß İ ﬁ", "1.210 và 93,62%", "\ue0000\ue001", "a\n\n\nb", "{% x %}{# #}", "'\"\\", "x" * 3000)  # fmt: skip
WILD = ("", "~", "null", "&a x", "*a", "!!int 3", "[", "{", "}", "]", "- ", "? ", "|", ">", "# ", "%", "@", "`", ": ", "a: b", "\t", "\0", "\x85", "\u200b", "\ufeff",
        "\u2028", "\ud7ff", "\u0301", "Ð", "đ", "Đ", "12:30", "1.21", "35/34", "0/0", "64/63", "9" * 40, "31/02/2023", "{{ so_lieu(", "}}", "x" * 5000, "ế" * 400, "../..", "a/b",
        "\u0661\u0662", "²", "½", "１２", "한글", "🇻🇳")  # fmt: skip
NAMES = ("", "x", "X y", "2022", "2022-12-thang", "2023-06-thang", "2023 6 tháng", "0000", "9999-thang-12", "kien-giang", "Kiên Giang", "tinh-kien-giang", "danh-muc",
         "phan-to", "chi-so", "đ", "Đ", "Ð", "x" * 200, "ế" * 60, "a\nb", "\x1b[31m", "%0A::error::", "\udcff", "e\u0301", "é", "-", "...", "con", "CON", "a:b", "*", "2026-11-22-", "🇻🇳")  # fmt: skip
KEYS = (vocabulary.INDICATOR, vocabulary.SCOPE, vocabulary.BREAKDOWN, vocabulary.REPORT, vocabulary.SOURCE, vocabulary.BASIS,
        vocabulary.FIGURE, vocabulary.TARGET, vocabulary.PERIOD, vocabulary.ERRATUM, vocabulary.CORRECTED, vocabulary.ARTICLE, vocabulary.IMAGE)  # fmt: skip
WORDS = sorted({key.name for keys in KEYS for key in keys} | set(INDICATORS) | set(SCOPES) | set(PROSE) | set(WILD))
FIGURES = sorted({text for texts in INDICATORS.values() for text in texts})


def yaml_of(node: object, indent: str = "") -> str:
    """A tree as an editor writes it: texts as they are, those in a tuple in double quotation marks."""
    if isinstance(node, dict) and node:
        return "".join(f"\n{indent}{key}:{yaml_of(value, indent + '  ')}" for key, value in node.items())
    if isinstance(node, list) and node:
        return "".join(f"\n{indent}-{yaml_of(value, indent + '  ')}" for value in node)
    return f" {json.dumps(node[0], ensure_ascii=False)}" if isinstance(node, tuple) else f" {node}"


def spelt(word: str) -> st.SearchStrategy[str]:
    """A word in the forms that keyboards and systems give it, all of which read alike, and some that do not."""
    forms = {word, word.upper(), unicodedata.normalize("NFD", word), word.replace("đ", "ð"), word[:-1], f"{word}s"}
    return st.one_of(st.just(word), st.sampled_from(sorted(forms)))


texts = st.one_of(st.sampled_from(WORDS).flatmap(spelt), st.sampled_from(FIGURES), st.text(max_size=6))
scalars = st.one_of(texts, texts.map(lambda text: (text,)))
nodes = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(list), st.dictionaries(texts, inner, max_size=3), inner.map(lambda node: [node])
    ),
    max_leaves=5,
)


@st.composite
def near(draw: st.DrawFn, node: object) -> object:
    """A tree with some of its parts left out, misspelt, doubled or exchanged for something else."""
    fate = draw(st.integers(0, 60)) - 20  # Hypothesis draws the ends of a range more often than the rest
    if fate == 0:
        return draw(nodes)
    if isinstance(node, dict):
        pairs = [(draw(spelt(key)) if fate == 1 else key, draw(near(value))) for key, value in node.items()]
        if fate == 2 and pairs:
            pairs.pop(draw(st.integers(0, len(pairs) - 1)))
        if fate == 3:
            pairs.append((draw(texts), draw(scalars)))
        return dict(pairs)
    if isinstance(node, list):
        return [draw(near(value)) for value in node] * (2 if fate == 4 else 1)
    return draw(spelt(node)) if isinstance(node, str) and fate in (1, 2) else node


@st.composite
def report(draw: st.DrawFn) -> dict[str, object]:
    """A report that is right in every respect."""
    source = {"Mã": "a", "Tên": (draw(st.sampled_from(PROSE)),), "Cơ quan": "Huyện Mẫu", "Ngày": "20/08/2023"}
    several = draw(st.booleans())
    tree: dict[str, object] = {"Nguồn": [source, source | {"Mã": "b"}] if several else [source]}
    names = st.lists(st.sampled_from(sorted(INDICATORS)), min_size=1, max_size=4, unique=True)
    for section in draw(st.sampled_from((("Số liệu",), ("Số liệu", "Chỉ tiêu")))):
        tree[section] = {
            scope: {name: draw(value(name, target=section == "Chỉ tiêu", several=several)) for name in draw(names)}
            for scope in draw(st.lists(st.sampled_from(SCOPES), min_size=1, max_size=3, unique=True))
        }
    if draw(st.booleans()):
        tree["Nhận định"] = {"Tồn tại": (draw(st.sampled_from(PROSE)),)}
    return tree


@st.composite
def value(draw: st.DrawFn, name: str, *, target: bool, several: bool) -> object:
    """A figure of an indicator, or a target, as a text, a block or a list of blocks."""
    stated = st.sampled_from(INDICATORS[name])
    text = draw(stated.filter(lambda text: not text.startswith(("chưa ", "không công"))) if target else stated)
    if not several and draw(st.booleans()):
        return text
    block: dict[str, object] = {"Giá trị": text, "Ghi chú": (draw(st.sampled_from(PROSE)),)}
    if several:
        block["Nguồn"] = draw(st.sampled_from("ab"))
    if draw(st.booleans()):
        block |= {"Thời hạn": "thời gian tới"} if target else {"Tính đến": "cuối tháng 7/2020"}
    if draw(st.booleans()):
        block["Chấp nhận"] = "Nguồn in như vậy."
    return block if target or draw(st.integers(0, 3)) else [block, {**block, "Giá trị": draw(stated)}]


@st.composite
def article(draw: st.DrawFn) -> str:
    """An article that is right unless what it mentions is not there."""
    front = {"Tiêu đề": (draw(st.sampled_from(PROSE)),), "Tóm tắt": "Tóm tắt.", "Ngày": "22/11/2026", "Tác giả": "A"}
    front["Nguồn"] = [{"Tên": "Báo cáo", "Cơ quan": "Huyện Mẫu"}]
    names = [st.sampled_from(PERIODS[:3]), st.sampled_from(SCOPES), st.sampled_from(sorted(INDICATORS)), st.sampled_from(PLACES[:5])]  # fmt: skip
    period, scope, name, place = (draw(strategy) for strategy in names)
    mention = draw(st.sampled_from(("", f', noi="{place}"')))
    call = f'{{{{ so_lieu("{period}", "{scope}", "{name}"{mention}) }}}}'
    body = draw(st.lists(st.one_of(st.sampled_from(PROSE), st.just(call)), max_size=3))
    return f"---{yaml_of(front)}\n---\n" + "\n\n".join(body)


@st.composite
def near_text(draw: st.DrawFn, text: str) -> bytes:
    """A text, mostly as it is; else with a piece exchanged, in another form of text, or no text at all."""
    fate = draw(st.integers(0, 20)) - 3
    if fate == 0:
        return draw(st.binary(max_size=40))
    if fate in (1, 2, 3):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(texts) + text[start + draw(st.integers(0, 9)) :]
    if fate == 4:
        text = unicodedata.normalize("NFD", text)
    content = text.encode("utf-8", "surrogatepass")
    return content.replace(b"\n", b"\r\n") if fate == 5 else b"\xef\xbb\xbf" + content if fate == 6 else content


@st.composite
def some(draw: st.DrawFn, known: tuple[str, ...]) -> str:
    """A name that belongs there, rarely another."""
    if draw(st.integers(0, 9)) != 4:
        return draw(st.sampled_from(known))
    odd = st.one_of(st.sampled_from(NAMES), st.sampled_from(known).flatmap(spelt), st.text("aáđÐ/-.0", max_size=5))
    return draw(odd)


@st.composite
def report_file(draw: st.DrawFn) -> tuple[str, bytes]:
    suffix = draw(st.sampled_from((".yml",) * 12 + (".yaml", ".YML", ".yml~", "")))
    path = f"data/{draw(some(PLACES))}/{draw(some(PERIODS))}{suffix}"
    return path, draw(near_text(yaml_of(draw(near(draw(report()))))))


@st.composite
def article_file(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(some(("2026-11-22-ho-so", "2026-11-22-mot-cua", "2026-11-22-2022", "2026-11-23-ho-so")))
    return f"content/{draw(some(PLACES))}/{name}.md", draw(near_text(draw(article())))


@st.composite
def list_file(draw: st.DrawFn) -> tuple[str, bytes]:
    known = draw(st.sampled_from(sorted(LISTS)))
    path = draw(st.one_of(st.just(known), some(("chi-so", "phan-to/linh-vuc", "phan-to/x")).map("data/danh-muc/{}.yml".format)))  # fmt: skip
    return path, draw(st.one_of(near_text(LISTS[known]), near_text(LISTS[known]), nodes.map(yaml_of).map(str.encode)))


other_files = st.tuples(
    some(
        (
            "content/kien-giang/anh.jpg",
            "data/README.md",
            "content/gioi-thieu.md",
            "data/kien-giang/2022.yml.txt",
            "content/x.zip",
        )
    ),
    st.just(b"x"),
)
files = st.one_of(report_file(), report_file(), report_file(), article_file(), article_file(), list_file(), other_files)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A site's files, most of them nearly right."""
    lists = {path: text.encode() for path, text in LISTS.items()} if draw(st.integers(0, 12)) != 4 else {}
    return lists | dict(draw(st.lists(files, max_size=7)))


@st.composite
def sound_trees(draw: st.DrawFn) -> Tree:
    """A site's files without an error."""
    found = {path: text.encode() for path, text in LISTS.items()}
    paths = st.tuples(st.sampled_from(sorted(set(PLACES))), st.sampled_from(PERIODS)).map("/".join)
    for path in draw(st.lists(paths, max_size=4, unique=True)):
        found[f"data/{path}.yml"] = yaml_of(draw(report())).replace(NOT_THERE, "Lời.").encode()
    for place in draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)):
        text = draw(article()).partition("{{")[0].replace(NOT_THERE, "Lời.")
        found[f"content/{place}/2026-11-22-ho-so.md"] = text.encode()
    return found


def put(root: Path, path: str, content: bytes) -> None:
    """Write a file where its path leads below the folder; where it leads elsewhere, or nowhere, there is none."""
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    target = root.joinpath(*parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except (OSError, ValueError):  # a folder of this name, a file in the way, a name that this system refuses
        return


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for one site after the other."""
    folder = tmp_path_factory.mktemp("made-up") / "site"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def fresh(root: Path, tree: Tree) -> None:
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    for path, content in tree.items():
        put(root, path, content)


def assert_true(problem: Problem, root: Path) -> None:
    """A problem has one printable line, and a place inside a file that is there."""
    assert problem.line().isprintable()
    assert problem.length >= 1
    source, line, column, *_ = problem.location
    if problem.code == "catalogue-missing":
        assert source.startswith("data/danh-muc/")
        assert not (root / source).exists()
        return
    text = normalise((root / source).read_bytes().decode("utf-8-sig", errors="replace"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= line <= len(lines), problem
    assert 1 <= column <= len(lines[line - 1]) + 1, problem


def assert_written(problems: tuple[Problem, ...], root: Path) -> None:
    """Every format can say the problems."""
    written = {format: write(problems, Folders.of(root), format=format) for format in Format}
    for report in written.values():
        report.encode()
    assert len(json.loads(written[Format.JSON])) == len(problems)
    assert len(json.loads(written[Format.GITLAB])) == len(problems)
    assert len(json.loads(written[Format.SARIF])["runs"][0]["results"]) == len(problems)
    assert len(written[Format.GITHUB].splitlines()) == len(problems)
    assert ElementTree.fromstring(written[Format.JUNIT]).tag == "testsuites"
    assert written[Format.TEXT].count("[") >= len(problems)


def assert_one_true_report(root: Path) -> bantin_site.Edition:
    """Problems of a site are true, can be written, and are the same whether or not an earlier check is remembered."""
    edition = bantin_site.check(Folders.of(root), TODAY)
    for problem in edition.problems:
        assert_true(problem, root)
        event(problem.code)
    assert_written(edition.problems, root)
    assert inspection.inspect(Folders.of(root), TODAY).findings.problems == edition.problems
    assert inspection.inspect(Folders.of(root), TODAY).findings.problems == edition.problems
    return edition


few = settings(max_examples=tries(90), derandomize=True, deadline=None, database=None)


@few
@given(trees(), st.lists(files, min_size=1, max_size=2))
def test_whatever_lies_in_the_folders_there_is_one_true_report(folders: Path, tree: Tree, changes: list[tuple[str, bytes]]):  # fmt: skip
    fresh(folders, tree)
    assert_one_true_report(folders)
    for path, content in changes:
        put(folders, path, content)
        assert_one_true_report(folders)


@settings(few, max_examples=tries(24))
@given(sound_trees())
def test_where_there_is_no_error_all_pages_render(folders: Path, tree: Tree):
    fresh(folders, tree)
    edition = assert_one_true_report(folders)

    assert [problem.line() for problem in edition.errors] == []
    renderer = Renderer(Folders.of(folders))
    for page in edition.pages:
        assert page.kind in FROM_TABLES or renderer.markdown(page).startswith("---\n")
