"""The guide for editors: what it shows can be copied, what it promises is so, and what leads to it finds it."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import TODAY
from PIL import Image

from bantin import site as bantin_site
from bantin.folders import Folders
from bantin.model import Kind, Value
from bantin.reading import vocabulary
from bantin.reading.numbers import parse
from bantin.reading.times import parse_period

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "data" / "danh-muc"
GUIDE = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
PLACE = "an-giang/xa-vinh-thuan"
REPORT, ARTICLE = f"data/{PLACE}/2026-quy-3.yml", f"content/{PLACE}/2026-10-05-ho-so-quy-3.md"
SOURCE = "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Ủy ban nhân dân\n"
FIGURES = "Số liệu:\n  Chỉ số cải cách hành chính: 90 điểm\n"  # which any place may publish


def examples() -> Iterator[tuple[str, str]]:
    """Every example in YAML, with the file that it is, or is a part of: its first line says which."""
    for block in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE):
        yield block.partition("\n")[0].removeprefix("# "), block


EXAMPLES = tuple(examples())
WHOLE = {
    REPORT: EXAMPLES[0][1],
    ARTICLE: re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)[0],
}


def site_of(root: Path, files: dict[str, str]) -> Folders:
    """A site with the shipped lists, the whole example with its photograph, and other files."""
    shutil.copytree(LISTS, root / "data" / "danh-muc")
    for path, text in (WHOLE | files).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    photograph = io.BytesIO()
    Image.effect_noise((1200, 800), 60).save(photograph, "JPEG")
    (root / ARTICLE).with_name("quay-tiep-nhan.jpg").write_bytes(photograph.getvalue())
    return Folders.of(root)


def lines_of(folders: Folders) -> list[str]:
    return [problem.line() for problem in bantin_site.check(folders, TODAY).open_problems]


def completed(path: str, text: str) -> str:
    """The file that an example is a part of: a list with it, or a report with what one needs besides."""
    if path.startswith("data/danh-muc"):
        earlier = ROOT / path
        return f"{earlier.read_text(encoding='utf-8') if earlier.exists() else ''}\n{text}"
    if {"thu-tuc", "danh-muc"} & {*path.split("/")[1:3]}:
        return text  # procedures and lists of them are shown whole
    sections = {*re.findall(r"^(\w.*):$", text, re.MULTILINE)}
    source = "" if "Nguồn" in sections else SOURCE
    figures = "" if sections & {"Số liệu", "Chỉ tiêu", "Theo đơn vị"} else FIGURES
    return text + source + figures


def rounds() -> list[dict[str, str]]:
    """The other examples as files of sites: several parts of one file stand in several sites."""
    made: list[dict[str, str]] = []
    for path, text in EXAMPLES[1:]:
        free = next((files for files in made if path not in files), None)
        if free is None:
            made.append(free := {})
        free[path] = completed(path, text)
    return made


def test_every_example_says_in_its_first_line_which_file_it_belongs_to():
    assert [text for path, text in EXAMPLES if not re.fullmatch(r"data/[a-z0-9./_-]+\.yml", path)] == []


def test_the_whole_example_of_a_commune_has_no_problem(tmp_path: Path):
    assert lines_of(site_of(tmp_path, {})) == []


def test_the_whole_example_has_what_a_commune_publishes():
    report, article = WHOLE[REPORT], WHOLE[ARTICLE]

    assert re.findall(r"^  (Toàn xã / .*):$", report, re.MULTILINE)[:3] == [
        "Toàn xã / Chứng thực",
        "Toàn xã / Hộ tịch",
        "Toàn xã / Đất đai",
    ]
    assert len(re.findall(r"^    Tỷ lệ ", report.partition("Chỉ tiêu:")[0], re.MULTILINE)) == 2
    assert {key.name for key in vocabulary.IMAGE} <= set(re.findall(r"(\w[\w ]*): ", article))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    """The pages of the whole example, by their addresses."""
    folders = site_of(tmp_path_factory.mktemp("guide"), {})
    edition = bantin_site.check(folders, TODAY)
    found = {}
    for file in bantin_site.markdown_of(edition, folders):
        if file.path in (f"{PLACE}/2026-quy-3/index.md", f"{PLACE}/ho-so-quy-3/index.md"):
            body = str(file.content()).rpartition("\n---\n")[2]
            found[file.path.removesuffix("/index.md")] = BeautifulSoup(body, "html.parser")
    return found


def test_the_bulletin_of_the_whole_example_prints_every_field_without_a_doubt(pages: dict[str, BeautifulSoup]):
    page = pages[f"{PLACE}/2026-quy-3"]
    rows = [row.th.get_text(" ", strip=True) for row in page.select("tbody tr") if row.th]

    assert {"Chứng thực", "Hộ tịch", "Đất đai", "Hồ sơ phải giải quyết"} <= {*rows}
    assert page.select_one("#chua-khop") is None
    assert "tối thiểu 98%" in page.get_text()


def test_the_article_of_the_whole_example_prints_its_figures_and_shows_its_photograph(pages: dict[str, BeautifulSoup]):
    page = pages[f"{PLACE}/ho-so-quy-3"]

    assert "xã tiếp nhận 934 hồ sơ, trong đó 430 hồ sơ nộp qua mạng" in " ".join(page.get_text().split())
    assert page.select_one("figure img[alt]")


@pytest.mark.parametrize("files", rounds(), ids=len)
def test_no_other_example_has_a_problem_in_its_file(files: dict[str, str], tmp_path: Path):
    assert lines_of(site_of(tmp_path, files)) == []


def test_the_message_that_the_guide_shows_is_the_one_that_comes(tmp_path: Path):
    wrong = WHOLE[REPORT].replace("46,04%", "46.04%")
    [line] = lines_of(site_of(tmp_path, {REPORT: wrong}))

    assert f"```\n{line}\n```" in GUIDE


def headings() -> list[tuple[str, str]]:
    """The marks and the text of every heading outside the examples."""
    return re.findall(r"^(##+) (.+)$", re.sub(r"^```.*?^```$", "", GUIDE, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_contents_name_every_chapter_in_its_order():
    chapters = [text for marks, text in headings() if marks == "##"]

    assert re.findall(r"^\d+\. \[(.*?)\]\(#(.*?)\)$", GUIDE, re.MULTILINE) == [
        (text, anchor(text)) for text in chapters
    ]


def test_every_link_inside_the_guide_leads_to_a_heading():
    assert {*re.findall(r"\]\(#(.*?)\)", GUIDE)} <= {anchor(text) for _, text in headings()}


def cells(first: str, column: int) -> list[list[str]]:
    """What stands in backticks in a column of the table whose heading begins with some words, row by row."""
    table = next(part for part in GUIDE.split("\n\n") if part.startswith(f"| {first} |"))
    return [re.findall(r"`([^`]+)`", row.split(" | ")[column]) for row in table.splitlines()[2:]]


def test_every_file_name_that_the_guide_shows_is_a_period():
    names = [name for [name] in cells("Kỳ", 1)]

    assert len(names) > 8
    assert [name for name in names if not parse_period(name.removesuffix(".yml"))] == []


def test_every_number_that_the_guide_shows_is_one_of_some_kind():
    printed = [text for row in cells("Nguồn in", 1) for text in row]
    numeric = {*Kind} - {Kind.GRADE, Kind.STATEMENT}  # which are words

    assert len(printed) > 12
    assert [text for text in printed if not any(isinstance(parse(text, kind), Value) for kind in numeric)] == []


def test_every_scope_that_the_guide_names_may_stand_where_it_says(tmp_path: Path):
    files = ("an-giang/xa-vinh-thuan/2026", "an-giang/2026", "an-giang/2024", "kien-giang/huyen-vinh-thuan/2024")
    rows = cells("Tệp của", 1)
    rows[2] += rows[1]  # «như trên, thêm …»
    made = {
        f"data/{path}.yml": SOURCE
        + "Số liệu:\n"
        + "".join(f"  {scope}:\n    Thủ tục hành chính: {at + 10 * turn}\n" for turn, scope in enumerate(scopes, 10))
        for at, (path, scopes) in enumerate(zip(files, rows, strict=True))
    }

    assert [line for line in lines_of(site_of(tmp_path, made)) if "[scope-" in line or "lỗi" in line] == []


def test_messages_name_chapters_that_there_are():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    named = {*re.findall(r"phần «([^»]+)»", sources)}

    assert len(named) > 2
    assert named <= {text for _, text in headings()}


@pytest.mark.parametrize("keys", ["INDICATOR", "SCOPE", "MEMBER"])
def test_the_guide_names_every_key_of_the_lists(keys: str):
    assert [key.name for key in getattr(vocabulary, keys) if f"`{key.name}" not in GUIDE] == []
