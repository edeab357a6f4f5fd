"""One table about many places («Theo đơn vị»): entered once, shown as a table, and on the page of each place."""

import shutil
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import TODAY
from printed import PUBLISHED

from bantin import site as bantin_site
from bantin.folders import Folders
from bantin.places import finding, gazetteer
from bantin.vietnamese import sort_key

LISTS = Path(__file__).parents[1] / "data" / "danh-muc"
SOURCE = "Nguồn:\n  - Tên: {}\n    Cơ quan: {}\n    Ngày: 05/01/2026\n"
OF_CITY = SOURCE.format("Kết quả xếp hạng năm 2025", "Ủy ban nhân dân thành phố")
OF_WARD = SOURCE.format("Báo cáo năm 2025", "Ủy ban nhân dân phường")
INDEX, RANK = "Chỉ số cải cách hành chính", "Xếp hạng Chỉ số cải cách hành chính"


class Made:
    """A site with the shipped lists and the files of one test."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        shutil.copytree(LISTS, root / "data" / "danh-muc")
        (root / "content").mkdir()
        for path, text in files.items():
            target = root / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        self.folders = Folders.of(root)
        self.edition = bantin_site.check(self.folders, TODAY)
        self.lines = [problem.line() for problem in self.edition.problems]

    def page(self, path: str) -> BeautifulSoup:
        files = bantin_site.markdown_of(self.edition, self.folders)
        made = next(file for file in files if file.path == f"{path}/index.md".lstrip("/"))
        return BeautifulSoup(str(made.content()).rpartition("\n---\n")[2], "html.parser")

    def rows(self, path: str) -> list[list[str]]:
        """The cells of every table about places on a page."""
        tables = [table for table in self.page(path).select("table") if table.th and table.th.get_text() == "Đơn vị"]
        return [
            [cell.get_text() for cell in row.find_all(["th", "td"])]
            for table in tables
            for row in table.select("tbody tr")
        ]


def table(rows: dict[str, str], indicator: str = INDEX, scope: str = "Toàn xã", source: str = OF_CITY) -> str:
    return f"{source}Theo đơn vị:\n  {scope}:\n    {indicator}:\n" + "".join(
        f"      {name}: {value}\n" for name, value in rows.items()
    )


def test_168_communes_with_two_indices_and_ranks_with_ties_make_one_table_without_a_doubt(tmp_path: Path):
    city = next(unit for unit in gazetteer.units("ho-chi-minh") if unit.is_current)
    communes = gazetteer.communes(city)
    scores = {f"{unit.full_name}": 9000 - index // 2 for index, unit in enumerate(communes)}  # every two share a score
    in_words = {name: f"{score // 100},{score % 100:02} điểm" for name, score in scores.items()}
    ranks = {name: f"{1 + sum(other > score for other in scores.values())}/168" for name, score in scores.items()}
    text = table(dict(sorted(in_words.items(), key=lambda pair: sort_key(pair[0]))))
    text += f"    {RANK}:\n" + "".join(f"      {name}: {rank}\n" for name, rank in ranks.items())
    text += "    Chỉ số hài lòng về sự phục vụ hành chính:\n" + "".join(f"      {name}: 95,5%\n" for name in scores)
    made = Made(tmp_path, {"ho-chi-minh/2025.yml": text})

    assert made.lines == []
    assert len(communes) == 168
    rows = made.rows("ho-chi-minh/2025")
    assert len(rows) == 168
    assert [row[2] for row in rows] == sorted(ranks.values(), key=lambda rank: int(rank.partition("/")[0]))
    assert all(row[1] == in_words[row[0][0].lower() + row[0][1:]] for row in rows)
    for unit in (communes[0], communes[99]):
        page = made.page(unit.path)
        cells = [cell.get_text() for cell in page.select(PUBLISHED)]
        assert {in_words[unit.full_name], ranks[unit.full_name], "95,5%"} <= {*cells}
        assert made.edition.archive.by_address[f"{unit.path}/2025"].sources[0].publisher == "Ủy ban nhân dân thành phố"


@pytest.mark.parametrize(
    "typed",
    [
        "phường Hồng Bàng",
        "Phường Hồng Bàng",
        "P. Hồng Bàng",
        "UBND phường Hồng Bàng",
        "Ủy ban nhân dân phường Hồng Bàng",
        "phuong hong bang",
        "Hồng Bàng",
        unicodedata.normalize("NFD", "phường Hồng Bàng"),
    ],
)
def test_a_place_is_known_however_its_name_is_written(typed: str, tmp_path: Path):
    made = Made(tmp_path, {"hai-phong/2025.yml": table({typed: "95,8 điểm"})})

    assert [line for line in made.lines if "[not-nfc]" not in line] == []
    assert made.rows("hai-phong/2025") == [["Phường Hồng Bàng", "95,8 điểm"]]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "phường Hồng Bạng Nam",
            "Trong thành phố Hải Phòng vào ngày 31/12/2025, không có đơn vị nào tên là «phường Hồng Bạng Nam».",
        ),
        (
            "huyện Vĩnh Bảo",  # a district of before
            "Trong thành phố Hải Phòng vào ngày 31/12/2025, không có đơn vị nào tên là «huyện Vĩnh Bảo».",
        ),
        (
            "phường Ba Đình",  # another city's
            "Trong thành phố Hải Phòng vào ngày 31/12/2025, không có đơn vị nào tên là «phường Ba Đình».",
        ),
        ("xa Cam Giang", "«xa Cam Giang» có thể là xã Cẩm Giang hoặc xã Cẩm Giàng."),
    ],
)
def test_what_is_no_place_of_the_publisher_is_told(typed: str, message: str, tmp_path: Path):
    made = Made(tmp_path, {"hai-phong/2025.yml": table({typed: "95,8 điểm"})})

    (line,) = made.lines
    assert line.startswith("data/hai-phong/2025.yml:8:7: lỗi [unknown-row] ")
    assert message in line


def test_one_place_stands_once_in_all_tables_of_an_indicator(tmp_path: Path):
    text = table({"phường Hồng Bàng": "95,8 điểm", "P. Hồng Bàng": "95,7 điểm"})
    made = Made(tmp_path, {"hai-phong/2025.yml": text})

    (line,) = made.lines
    assert "[duplicate-key] «P. Hồng Bàng» và «phường Hồng Bàng» ở dòng 8 là một đơn vị." in line


def test_groups_that_are_ranked_apart_are_tables_of_their_own(tmp_path: Path):
    text = (
        f"{OF_CITY}Theo đơn vị:\n  Toàn xã:\n    {RANK}:\n"
        "      - Trong số: 45 phường\n        phường Hải An: hạng 2\n        phường Hồng Bàng: hạng 1\n"
        "      - Trong số: 68 xã, đặc khu\n        xã An Lão: hạng 3\n        đặc khu Cát Hải: hạng 1\n"
    )
    made = Made(tmp_path, {"hai-phong/2025.yml": text})

    assert made.lines == []
    page = made.page("hai-phong/2025")
    assert [caption.get_text().split(" Năm")[0] for caption in page.select("caption")] == [
        "Toàn phường, xếp hạng trong số 45 phường",
        "Toàn đặc khu và toàn xã, xếp hạng trong số 68 xã, đặc khu",
    ]
    names = ["Phường Hồng Bàng", "Phường Hải An", "Đặc khu Cát Hải", "Xã An Lão"]
    assert [row[0] for row in made.rows("hai-phong/2025")] == names
    lead = made.page("hai-phong/phuong-hong-bang/2025").select_one(".loi-dan")
    assert "hạng 1 trong số 45 phường" in lead.get_text()


def test_a_rank_never_stands_without_its_group(tmp_path: Path):
    rows = "      - Trong số: 45 phường\n        phường Hồng Bàng: hạng 1\n"
    made = Made(tmp_path, {"hai-phong/2025.yml": f"{OF_CITY}Theo đơn vị:\n  Toàn xã:\n    {RANK}:\n{rows}"})

    id = made.edition.archive.catalogue.indicator(RANK).id
    for path in ("hai-phong/2025", "hai-phong/phuong-hong-bang/2025", "hai-phong/phuong-hong-bang", f"chi-so/{id}"):
        page = made.page(path)
        assert page.find("td", string="hạng 1")
        assert "trong số 45 phường" in page.get_text()


def test_ranks_of_two_groups_are_not_read_in_one_line(tmp_path: Path):
    def of(group: str, rank: str) -> str:
        rows = f"      - Trong số: {group}\n        phường Hồng Bàng: {rank}\n"
        return f"{OF_CITY}Theo đơn vị:\n  Toàn xã:\n    {RANK}:\n{rows}".replace("    Ngày: 05/01/2026\n", "")

    files = {
        "hai-phong/2025-quy-3.yml": of("45 phường", "hạng 1"),
        "hai-phong/2025-quy-4.yml": of("114 xã, phường, đặc khu", "hạng 2"),
    }
    apart = Made(tmp_path / "apart", files).page("hai-phong/phuong-hong-bang")
    same = {path: of("45 phường", "hạng 1") for path in files}
    together = Made(tmp_path / "same", same).page("hai-phong/phuong-hong-bang")

    assert "có kỳ tính theo cách khác" in apart.select_one(".lich-su").get_text()
    assert "Không so" not in together.select_one(".lich-su").get_text()


def test_without_ranks_the_order_of_the_source_stays(tmp_path: Path):
    names = ["xã An Lão", "đặc khu Cát Hải", "phường Hồng Bàng"]
    made = Made(tmp_path, {"hai-phong/2025.yml": table(dict.fromkeys(names, "95,8 điểm"))})

    assert [row[0] for row in made.rows("hai-phong/2025")] == [name[0].upper() + name[1:] for name in names]


def test_beside_a_place_s_own_file_the_table_is_another_source(tmp_path: Path):
    own = f"{OF_WARD}Số liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 1.210\n    {INDEX}: 95,5 điểm\n"
    files = {"hai-phong/2025.yml": table({"phường Hồng Bàng": "95,8 điểm"}), "hai-phong/phuong-hong-bang/2025.yml": own}
    made = Made(tmp_path, files)

    (line,) = made.lines
    assert line.startswith("data/hai-phong/2025.yml:8:25: cảnh báo [sources-differ]")
    page = made.page("hai-phong/phuong-hong-bang/2025")
    cells = [cell.get_text() for cell in page.select(PUBLISHED)]
    assert cells == ["1.210", "95,5 điểm", "95,8 điểm"]
    assert [item.get_text().partition(",")[0] for item in page.select("ol.nguon li")] == [
        "Ủy ban nhân dân phường",
        "Ủy ban nhân dân thành phố",
    ]
    for address in ("hai-phong/phuong-hong-bang/2025", "hai-phong/2025"):
        assert "hai con số không thể cùng đúng" in made.page(address).get_text()
    assert "Phường Hồng Bàng: " in made.page("hai-phong/2025").select_one(".ghi-chu--nghi-ngo").get_text()


def test_a_table_that_prints_the_same_is_another_source_of_one_figure(tmp_path: Path):
    own = f"{OF_WARD}Số liệu:\n  Toàn xã:\n    {INDEX}: 95,8 điểm\n"
    files = {"hai-phong/2025.yml": table({"phường Hồng Bàng": "95,8 điểm"}), "hai-phong/phuong-hong-bang/2025.yml": own}
    made = Made(tmp_path, files)

    assert made.lines == []
    page = made.page("hai-phong/phuong-hong-bang/2025")
    assert [cell.get_text() for cell in page.select(PUBLISHED)] == ["95,8 điểm"]
    assert len(page.select("ol.nguon li")) == 2
    (figure,) = made.edition.archive.by_address["hai-phong/phuong-hong-bang/2025"].figures
    assert [source.publisher for source in figure.sources] == ["Ủy ban nhân dân phường", "Ủy ban nhân dân thành phố"]


def test_a_table_of_districts_and_one_of_old_communes(tmp_path: Path):
    province = {"huyện Vĩnh Thuận": "85,5 điểm", "thành phố Rạch Giá": "90,1 điểm"}
    district = {"xã Vĩnh Bình Bắc": "90,5 điểm", "thị trấn Vĩnh Thuận": "91 điểm"}
    made = Made(
        tmp_path,
        {
            "kien-giang/2023.yml": table(province, scope="Toàn huyện"),
            "kien-giang/huyen-vinh-thuan/2023.yml": table(district),
        },
    )

    assert made.lines == []
    assert made.rows("kien-giang/2023") == [["Huyện Vĩnh Thuận", "85,5 điểm"], ["Thành phố Rạch Giá", "90,1 điểm"]]
    rows = [["Xã Vĩnh Bình Bắc", "90,5 điểm"], ["Thị trấn Vĩnh Thuận", "91 điểm"]]
    assert made.rows("kien-giang/huyen-vinh-thuan/2023") == rows
    assert "85,5 điểm" in made.page("kien-giang/huyen-vinh-thuan/2023").get_text()
    assert {*made.edition.archive.by_address} == {
        "kien-giang/2023",
        "kien-giang/huyen-vinh-thuan/2023",
        "kien-giang/thanh-pho-rach-gia/2023",
    }


@pytest.mark.parametrize("scope", ["Toàn tỉnh", "Cấp xã", "Toàn huyện"])
def test_a_scope_is_that_of_the_places_in_the_rows(scope: str, tmp_path: Path):
    text = table({"phường Hồng Bàng": "95,8 điểm", "phường Hải An": "95,7 điểm"}, scope=scope)
    made = Made(tmp_path, {"hai-phong/2025-quy-4.yml": text})

    (line,) = made.lines  # once, not of every row
    assert line.startswith("data/hai-phong/2025-quy-4.yml:6:3: lỗi [scope-not-")
    assert "«Toàn phường»" in line


def test_an_index_of_the_places_themselves_needs_no_scope(tmp_path: Path):
    rows = "      phường Hồng Bàng: 95,8 điểm\n      xã An Lão: 92,94 điểm\n"
    bare = f"{OF_CITY}Theo đơn vị:\n    {INDEX}:\n{rows}"
    scoped = f"{OF_CITY}Theo đơn vị:\n  Toàn xã:\n    {INDEX}:\n{rows}"

    found = [
        [(line.place, line.figure.slice, line.figure.text) for line in made.edition.archive.reports[0].lines]
        for number, text in enumerate([bare, scoped])
        if (made := Made(tmp_path / str(number), {"hai-phong/2025.yml": text})) and made.lines == []
    ]

    assert found[0] == found[1] != []


def test_a_count_needs_its_scope_also_in_a_table(tmp_path: Path):
    text = f"{OF_CITY}Theo đơn vị:\n  Hồ sơ tiếp nhận:\n    phường Hồng Bàng: 1.210\n    xã An Lão: 1.310\n"

    (line,) = Made(tmp_path, {"hai-phong/2025.yml": text}).lines

    assert line.startswith("data/hai-phong/2025.yml:6:3: lỗi [scope-missing] «Hồ sơ tiếp nhận» chưa nói là của phạm vi")


def test_a_row_may_name_an_office_of_the_publisher(tmp_path: Path):
    offices = "Tên: Cơ quan\nThành viên:\n  Sở Y học thử:\n  Thanh tra thử:\n"
    text = table({"Sở Y học thử": "94,71 điểm", "Thanh tra thử": "94,4 điểm"}, scope="Sở, ban, ngành")
    made = Made(tmp_path, {"danh-muc/phan-to/thu.yml": offices, "hai-phong/2025.yml": text})

    assert made.lines == []
    (shown,) = made.page("hai-phong/2025").select("table")
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in shown.select("tbody tr")]
    assert rows == [["Sở Y học thử", "94,71 điểm"], ["Thanh tra thử", "94,4 điểm"]]
    assert {*made.edition.archive.by_address} == {"hai-phong/2025"}


@pytest.mark.parametrize(("province", "called"), [("hai-phong", "Thanh tra thành phố"), ("an-giang", "Thanh tra tỉnh")])
def test_an_office_is_called_as_at_its_place(province: str, called: str, tmp_path: Path):
    text = table({"Thanh tra thành phố": "92,99 điểm", "Sở Nội vụ": "92 điểm"}, scope="Sở, ban, ngành")
    made = Made(tmp_path, {f"{province}/2025.yml": text})

    assert made.lines == []
    (shown,) = made.page(f"{province}/2025").select("table")
    assert {row.th.get_text() for row in shown.select("tbody tr")} == {called, "Sở Nội vụ"}


def test_an_office_stands_once_in_a_file(tmp_path: Path):
    text = table({"Sở Tài chính": "92,99 điểm"}, scope="Sở, ban, ngành")
    text += f"Số liệu:\n  Sở, ban, ngành / Sở Tài chính:\n    {INDEX}: 92,99 điểm\n"

    (line,) = Made(tmp_path, {"hai-phong/2025.yml": text}).lines

    assert line.startswith(
        "data/hai-phong/2025.yml:8:21: lỗi [duplicate-key] Chỉ số cải cách hành chính (Sở, ban, ngành"
    )


def test_a_table_of_many_offices_makes_no_lead(tmp_path: Path):
    names = ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế", "Sở Tư pháp"]
    many = Made(tmp_path / "4", {"hai-phong/2025.yml": table(dict.fromkeys(names, "90 điểm"), scope="Sở, ban, ngành")})
    one = Made(tmp_path / "1", {"hai-phong/2025.yml": table({names[0]: "90 điểm"}, scope="Sở, ban, ngành")})

    assert not many.page("hai-phong/2025").select(".loi-dan")
    assert (
        "Sở Tài chính thành phố Hải Phòng đạt 90 điểm" in one.page("hai-phong/2025").select_one(".loi-dan").get_text()
    )


def test_the_home_page_lists_who_published_and_not_each_place_of_a_table(tmp_path: Path):
    text = table({"phường Hồng Bàng": "95,8 điểm", "xã An Lão": "92,94 điểm"})
    home = Made(tmp_path, {"hai-phong/2025.yml": text}).page("")

    assert [link.get_text() for link in home.select(".danh-sach li > a")] == ["Thành phố Hải Phòng: năm 2025"]
    assert "2 số liệu và chỉ tiêu từ 1 bản tin của 3 địa phương" in home.select_one(".ve-trang").get_text()


def test_a_name_is_looked_for_among_the_units_of_its_day():
    city = next(unit for unit in gazetteer.units("hai-phong") if unit.is_current)
    now = finding.names_of(gazetteer.lying_in(city, date(2026, 1, 1)))
    before = finding.names_of(gazetteer.lying_in(city, date(2024, 1, 1)))

    assert [unit.full_name for unit in finding.among("hong bang", now)] == ["phường Hồng Bàng"]
    assert [unit.full_name for unit in finding.among("hong bang", before)] == ["quận Hồng Bàng"]


ERRATUM = """\
Đính chính:
  - Ngày: 10/01/2026
    Lý do: Gõ nhầm một chữ số.
    Theo đơn vị:
      Toàn xã:
        {}:
          {}:
            Cũ: 93,8 điểm
            Mới: 95,8 điểm
"""


def test_a_correction_of_a_table_belongs_to_the_row_and_to_the_place(tmp_path: Path):
    rows = {"phường Hồng Bàng": "95,8 điểm", "phường Hải An": "95,77 điểm"}
    made = Made(tmp_path, {"hai-phong/2025.yml": table(rows) + ERRATUM.format(INDEX, "Hồng Bàng")})
    of_city, of_ward = (made.edition.archive.by_address[f"hai-phong{ward}/2025"] for ward in ("", "/phuong-hong-bang"))

    assert made.lines == []
    assert [[one.was for one in line.figure.corrections] for line in of_city.lines] == [["93,8 điểm"], []]
    assert [[one.was for one in figure.corrections] for figure in of_ward.figures] == [["93,8 điểm"]]


def test_a_correction_of_a_table_names_a_row_that_there_is(tmp_path: Path):
    rows = {"phường Hồng Bàng": "95,8 điểm"}
    made = Made(tmp_path, {"hai-phong/2025.yml": table(rows) + ERRATUM.format(INDEX, "phường Hải An")})

    assert [("[correction-unknown]" in line) for line in made.lines] == [True]
