"""The cell of a published figure holds its text and nothing else, on every page, whoever copies, reads or searches."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from browser import CHROMIUM, FLAGS, in_browser
from bs4 import BeautifulSoup, Tag
from built import ROOT, words
from conftest import SOUND, TODAY, Site, edition, rendered
from printed import PUBLISHED

from bantin import site as bantin_site
from bantin.folders import Folders
from bantin.model.archive import Archive
from bantin.model.reports import Report
from bantin.pages.addresses import DESIGN

STYLE = ROOT / "generator/bantin/theme/assets/bantin.css"
PLACE = "kien-giang/huyen-vinh-thuan"
BULLETIN = f"{PLACE}/2024-6-thang"
# Every number stands once in the file, so that a page can be searched for it. Two sources, doubts, notes, states, k/n,
# scores, a cross table with two values of one fact, targets.
MADE_UP = """\
Nguồn:
  - Mã: bao-cao
    Tên: Báo cáo mẫu số 7
    Cơ quan: Ủy ban nhân dân huyện Mẫu
    Ngày: 20/07/2024
  - Mã: bao
    Tên: Huyện Mẫu sau sáu tháng
    Cơ quan: Báo Mẫu
Số liệu:
  Cấp huyện:
    Hồ sơ tiếp nhận:
      - Giá trị: 7.301
        Nguồn: bao-cao
      - Giá trị: gần 7.400
        Nguồn: bao
    Hồ sơ trực tuyến:
      Giá trị: 5.402
      Nguồn: bao-cao
      Ghi chú: Gồm cả hồ sơ liên thông.
    Hồ sơ trực tiếp:
      Giá trị: 2.003
      Nguồn: bao-cao
    Tỷ lệ đúng hạn:
      Giá trị: 93,64%
      Nguồn: bao
    Nhiệm vụ hoàn thành:
      Giá trị: 19/34
      Nguồn: bao-cao
    Tỷ lệ nhiệm vụ hoàn thành:
      Giá trị: 57%
      Nguồn: bao-cao
    Điểm cải cách hành chính:
      Giá trị: 87,6 điểm
      Nguồn: bao-cao
    Mức hoàn thành:
      Giá trị: Khá
      Nguồn: bao
  Cấp huyện / Đất đai:
    Hồ sơ tiếp nhận:
      - Giá trị: 1.821
        Nguồn: bao-cao
      - Giá trị: hơn 1.830
        Nguồn: bao
    Tỷ lệ đúng hạn:
      Giá trị: 98,7%
      Nguồn: bao-cao
      Ghi chú: Không kể hồ sơ rút.
    Nhiệm vụ hoàn thành:
      Giá trị: 3/8
      Nguồn: bao-cao
  Cấp huyện / Hộ tịch:
    Hồ sơ tiếp nhận:
      Giá trị: 8.912
      Nguồn: bao-cao
    Tỷ lệ đúng hạn:
      Giá trị: không công bố
      Nguồn: bao
    Nhiệm vụ hoàn thành:
      Giá trị: 4/9
      Nguồn: bao-cao
  Cấp xã:
    Hồ sơ tiếp nhận:
      Giá trị: không có
      Nguồn: bao
Chỉ tiêu:
  Cấp huyện:
    Tỷ lệ đúng hạn:
      Giá trị: tối thiểu 94,5%
      Nguồn: bao-cao
    Hồ sơ trực tuyến:
      Giá trị: ít nhất 5.555
      Nguồn: bao
"""


class Made:
    """A site with the report above and that of the year before: what its pages are."""

    def __init__(self, root: Path) -> None:
        site = Site(root)
        site.write(f"data/{BULLETIN}.yml", MADE_UP)
        found = bantin_site.check(Folders.of(root), TODAY)
        assert not found.errors, site.problems()
        self.archive = found.archive
        self.pages = {file.path: str(file.content()) for file in bantin_site.markdown_of(found, Folders.of(root))}

    @property
    def bulletin(self) -> BeautifulSoup:
        return parsed(self.pages[f"{BULLETIN}/index.md"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("made") / "site")


def parsed(page: str) -> BeautifulSoup:
    return BeautifulSoup(page.partition("\n---\n")[2], "html.parser")


def with_tables(pages: Mapping[str, str]) -> Iterator[tuple[str, BeautifulSoup]]:
    """The pages that have cells, by their addresses."""
    for path, text in pages.items():
        if "<td" in text:
            yield path.removesuffix("index.md"), parsed(text)


def texts_of(archive: Archive) -> dict[str, str]:
    """What every figure and target is, by its address."""
    return {f"{report.path}/#{id}": text for report in archive.reports for id, text in shown_of(report)}


def shown_of(report: Report) -> list[tuple[str, str]]:
    """The anchors and texts of what a bulletin's page shows: of its own place, and of others in tables."""
    own = [(fact.id, fact.text) for fact in report.figures_and_targets]
    return own + [(line.id, line.figure.text) for line in report.lines]


def identified(path: str, document: BeautifulSoup) -> Iterator[tuple[str | None, str]]:
    """The cells of figures: the address of each where the page says it, and its text."""
    for cell in document.select(PUBLISHED):
        row = cell.find_parent("tr")
        link = (cell.a or row.th.a)["href"] if cell.a or row.th.a else ""
        id = cell.get("id") or row.get("id")
        is_first = cell is row.select_one(PUBLISHED)
        address = f"{path}#{id}" if id else re.sub(r"^(\.\./)+", "", link) if "#" in link and is_first else None
        yield address, cell.get_text()


def assert_alone(documents: Iterable[tuple[str, BeautifulSoup]], archive: Archive) -> None:
    texts = texts_of(archive)
    known = set(texts.values())
    found: Counter[str] = Counter()
    for path, document in documents:
        for address, text in identified(path, document):
            assert text == texts[address] if address else text in known, (path, address, text)
            found[f"{path}#" if address and address.startswith(f"{path}#") else ""] += 1
        for cell in document.select("td"):
            assert not cell.find(class_="chua-khop"), path
    for report in archive.reports:
        assert found[f"{report.path}/#"] == len(shown_of(report))


def test_every_cell_of_the_sound_site_is_what_was_printed():
    assert_alone(with_tables(rendered(SOUND)), edition(SOUND).archive)


def test_every_cell_of_a_report_with_sources_doubts_and_states_is_what_was_printed(made: Made):
    assert_alone(with_tables(made.pages), made.archive)


def test_every_cell_of_the_built_site_is_what_was_printed(site_dir: Path):
    documents = (
        (f"{path.parent.relative_to(site_dir).as_posix()}/", tables_of(path)) for path in site_dir.rglob("index.html")
    )
    # The page of all parts shows what nobody published.
    assert_alone((one for one in documents if one[0] != f"{DESIGN}/"), edition(ROOT).archive)


def tables_of(path: Path) -> BeautifulSoup:
    """The tables of a built page, without the rest of it."""
    tables = re.findall(r"<table\b.*?</table>", path.read_text(encoding="utf-8"), re.DOTALL)
    return BeautifulSoup("".join(tables), "html.parser")


def test_every_figure_and_target_stands_once_on_its_bulletin(made: Made):
    sites = (
        (rendered(SOUND), edition(SOUND).archive),
        (rendered(ROOT), edition(ROOT).archive),
        (made.pages, made.archive),
    )
    for pages, archive in sites:
        for report in archive.reports:
            cells = parsed(pages[f"{report.path}/index.md"]).select(PUBLISHED)
            ids = [cell.get("id") or cell.find_parent("tr")["id"] for cell in cells]
            assert Counter(ids) == Counter(id for id, _ in shown_of(report)), report.path


def test_a_number_that_a_report_printed_stands_in_no_other_cell(made: Made):
    (report,) = (report for report in made.archive.reports if report.path == BULLETIN)
    numbers = {fact.text for fact in report.figures_and_targets if any(map(str.isdigit, fact.text))}
    seen = set()
    for path, document in with_tables(made.pages):
        published = document.select(PUBLISHED)
        for cell in document.select("td:not(.tinh)"):
            held = {number for number in numbers if re.search(rf"(?<![\d.,/]){re.escape(number)}", cell.get_text())}
            assert not held or (cell.get_text() in held and cell in published), (path, cell)
            seen |= held
    assert seen == numbers


# ---- Beside the cells ------------------------------------------------------------------------------------------------


def table_of(made: Made, caption: str) -> Tag:
    return next(table for table in made.bulletin.find_all("table") if words(table.caption).startswith(caption))


def below(made: Made, table: Tag) -> str:
    return words(made.bulletin.find(id=table["aria-describedby"]))


def test_sources_that_differ_are_marked_and_told_in_words_once_of_all_tables_of_an_area(made: Made):
    table, crossed = table_of(made, "Cải cách thủ tục hành chính"), table_of(made, "Cấp huyện, theo lĩnh vực")

    assert below(made, table) == below(made, crossed)
    assert below(made, table) == (
        "Nguồn [1]: Ủy ban nhân dân huyện Mẫu, 20/07/2024 ; riêng Hồ sơ tiếp nhận (Cấp huyện «gần 7.400»; "
        "Cấp huyện, Đất đai «hơn 1.830»; Cấp xã) và Tỷ lệ đúng hạn (Cấp huyện; Hộ tịch): [2] Báo Mẫu"
    )
    assert [cell["data-nguon"] for cell in table.select("td[data-nguon]")] == ["1", "2", "1", "1", "2", "2"]


def test_one_source_is_told_once_and_marks_nothing():
    foot = parsed(rendered(SOUND)[f"{PLACE}/2023-6-thang/index.md"]).find(class_="chan-bang")
    table = foot.find_previous("table")

    assert words(foot.p) == "Nguồn: Ủy ban nhân dân huyện Mẫu, 20/07/2023"
    assert not table.select("[data-nguon]")


def test_targets_tell_their_sources_alike(made: Made):
    table = table_of(made, "Chỉ tiêu đã đặt ra")

    assert below(made, table) == (
        "Nguồn [1]: Ủy ban nhân dân huyện Mẫu, 20/07/2024 ; riêng Hồ sơ trực tuyến: [2] Báo Mẫu"
    )


def test_a_cross_table_prints_both_values_of_a_fact_and_tells_its_notes_below(made: Made):
    table = table_of(made, "Cấp huyện, theo lĩnh vực")
    rows = [[cell.get_text() for cell in [row.th, *row.select(PUBLISHED)]] for row in table.tbody.find_all("tr")]

    assert rows[:2] == [["Đất đai", "1.821", "98,7%"], ["Đất đai", "hơn 1.830"]]
    notes = [
        words(line) for line in table.find_parent("div").find_next_sibling("ul", class_="chu-thich").find_all("li")
    ]
    assert notes == [
        "Tỷ lệ đúng hạn (Đất đai): trên số hồ sơ tiếp nhận; Không kể hồ sơ rút.",
        "Hồ sơ tiếp nhận (Đất đai «hơn 1.830»): chưa khớp",
    ]


def test_rows_have_as_many_cells_as_their_table_has_columns(made: Made):
    for path, document in with_tables(made.pages):
        for table in document.find_all("table"):
            width = len(table.thead.find_all("th"))
            for row in table.select("tbody tr"):
                assert sum(int(cell.get("colspan", 1)) for cell in row.find_all(["th", "td"])) == width, path


def test_a_unit_is_said_where_the_text_leaves_it_open(made: Made):
    table = table_of(made, "Cấp huyện 6 tháng đầu năm 2024")
    steering = made.bulletin.find(id="cap-huyen-diem-cai-cach-hanh-chinh")

    assert "đơn vị tính" not in words(table.caption).lower()
    assert "(điểm)" not in words(steering)
    assert words(steering.find("td")) == "87,6 điểm"
    named = {words(group): words(group.small) if group.small else "" for group in made.bulletin.select(".nhom-hang")}
    assert named["Cấp xã"] == ""  # «không có» needs none


def test_what_is_in_doubt_is_said_in_the_row_and_once_above_all(made: Made):
    row = made.bulletin.find(id="cap-huyen-ho-so-tiep-nhan")
    doubts = made.bulletin.find_all(class_="ghi-chu--nghi-ngo")

    assert row.th.find("a", class_="chua-khop")
    assert len(doubts) > 1
    assert made.bulletin.get_text().count("in đúng như nguồn") == 1


# ---- Copied, and searched --------------------------------------------------------------------------------------------

SELECTING = """
<script>
const said = [...document.querySelectorAll("table")].map((table) => {
  getSelection().selectAllChildren(table);
  return {whole: getSelection().toString(), cells: [...table.querySelectorAll("SELECTOR")].map((cell) => {
    getSelection().selectAllChildren(cell);
    return [getSelection().toString(), cell.textContent, getComputedStyle(cell, "::after").content];
  })};
});
document.body.innerHTML = "";
document.body.append(Object.assign(document.createElement("pre"), {id: "said", textContent: JSON.stringify(said)}));
</script>""".replace("SELECTOR", PUBLISHED)


def selected(html: str, folder: Path) -> list[dict[str, object]]:
    """What a browser copies of every table of a page, whole and cell by cell."""
    assert CHROMIUM
    (folder / "trang.html").write_text(f"{html}{SELECTING}", encoding="utf-8")
    address = (folder / "trang.html").as_uri()
    done = subprocess.run([CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", address], capture_output=True, text=True, encoding="utf-8", timeout=180, check=True)  # fmt: skip
    return json.loads(BeautifulSoup(done.stdout, "html.parser").find(id="said").get_text())


@in_browser
def test_a_copied_table_holds_every_figure_as_a_cell_of_its_own(made: Made, tmp_path: Path):
    style = STYLE.read_text(encoding="utf-8")
    body = f"<meta charset=utf-8><style>{style}</style><body dir=ltr class=md-typeset>{made.bulletin}"
    tables = selected(body, tmp_path)

    assert len(tables) == len(made.bulletin.find_all("table"))
    for table in tables:
        copied = iter(re.split(r"[\t\n]", table["whole"]))
        for cell, text, _ in table["cells"]:
            assert cell == text
            assert text in copied  # one after the other, each by itself
    marks = {mark for table in tables for _, _, mark in table["cells"]}
    assert marks == {'"[1]" / ""', '"[2]" / ""'}
