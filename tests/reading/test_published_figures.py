"""Every figure of the five documents stands in the archive and on its page exactly as it was published.

figures.csv was made from the documents by hand, apart from data/; the tables below say by hand where each row belongs.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from built import ROOT, page, words
from printed import PUBLISHED

from bantin.folders import Folders
from bantin.model.archive import Archive
from bantin.model.reports import Figure, Target
from bantin.model.values import Bound, Kind, Value
from bantin.reading.archive import load

ROWS = list(csv.DictReader((Path(__file__).parent / "figures.csv").read_text(encoding="utf-8").splitlines()))

PLACES = {
    ("Kiên Giang", "Vĩnh Thuận"): "kien-giang/huyen-vinh-thuan",
    ("Ninh Bình", "Gia Viễn"): "ninh-binh/huyen-gia-vien",
    ("Gia Lai", "Kông Chro"): "gia-lai/huyen-kong-chro",
    ("Kiên Giang", ""): "kien-giang",
    ("Tiền Giang", "Châu Thành"): "tien-giang/huyen-chau-thanh",
}
# The period's file, and the time the figure itself states where that differs from the file's.
PERIODS = {
    "2023 6 tháng đầu năm": ("2023-6-thang", ""),
    "2021 (tính đến 09/12/2021)": ("den-2021-12-09", ""),
    "2023 (tính đến tháng 7)": ("den-2023-07", ""),
    "2022": ("2022", ""),
    "thời gian tới": ("den-2023-07", "thời gian tới"),
    "2020 7 tháng đầu năm": ("2020-7-thang", ""),
    "tính đến cuối tháng 7/2020": ("2020-7-thang", "tính đến cuối tháng 7/2020"),
    "2020": ("2020-7-thang", "năm 2020"),
    "2023": ("2023", ""),
}
# Services by level are one indicator, split by a breakdown.
SPLIT = {
    "Dịch vụ công trực tuyến mức độ 1 và 2": ("Dịch vụ công trực tuyến", "Mức độ 1 và 2"),
    "Dịch vụ công trực tuyến mức độ 3": ("Dịch vụ công trực tuyến", "Mức độ 3"),
    "Dịch vụ công trực tuyến mức độ 4": ("Dịch vụ công trực tuyến", "Mức độ 4"),
}
BOUNDS = {
    "=": Bound.EXACT,
    "rank": Bound.EXACT,
    "~<": Bound.NEARLY,
    ">": Bound.OVER,
    ">=": Bound.AT_LEAST,
}
SOURCES = {
    "000": ("Cổng Thông tin điện tử Chính phủ", "20/08/2023"),
    "001": ("huyện Gia Viễn", "10/12/2021"),
    "002": ("Báo Gia Lai", "không ghi ngày"),
    "003": ("vpubnd.kiengiang.gov.vn", "23/10/2020"),
    "004": ("Huyện Châu Thành", "24/02/2023"),
}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(Folders.of(ROOT))[0]


def found(archive: Archive, row: dict[str, str]) -> Figure | Target:
    place, (period, stated) = PLACES[row["province"], row["district"]], PERIODS[row["period"]]
    indicator, member = SPLIT.get(row["label"], (row["label"], row["field"]))
    part = f"{row['scope']} / {member}" if member else row["scope"]
    figures, targets = archive.mentioned(place, period, part, indicator)
    if row["kind"] == "target":
        return next(target for target in targets if target.due == stated)
    return next(f for f in figures if (f.as_of.name if f.as_of else "") == stated)


def row_id(row: dict[str, str]) -> str:
    return f"{row['seed'][:3]}-{row['scope']}-{row['label']}-{row['period']}"


def test_the_list_is_whole():
    assert len(ROWS) == 86


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_a_published_figure_is_in_the_archive(archive: Archive, row: dict[str, str]):
    figure = found(archive, row)

    assert isinstance(figure.value, Value)
    assert figure.text == row["published"]
    assert figure.value.number == Decimal(row["number"])
    assert figure.value.of == (Decimal(row["of"]) if row["of"] else None)
    assert figure.value.bound is BOUNDS[row["bound"]]
    assert (figure.value.kind is Kind.RANK) == (row["bound"] == "rank")
    assert figure.indicator.unit == row["unit"]


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_a_published_figure_is_on_its_page(archive: Archive, site_dir: Path, row: dict[str, str]):
    figure = found(archive, row)
    place, (period, _) = PLACES[row["province"], row["district"]], PERIODS[row["period"]]
    bulletin = page(site_dir, f"{place}/{period}")

    anchor = bulletin.find(id=figure.id)
    cell = anchor if anchor.name == "td" else anchor.select_one(PUBLISHED)
    assert cell.get_text() == row["published"]

    table, line = cell.find_parent("table"), cell.find_parent("tr")
    column = line.find_all(["th", "td"]).index(cell)
    labels = [line.find("th").find(string=True).strip(), words(table.thead.find_all("th")[column])]
    assert figure.indicator.label in labels

    said_below = bulletin.find(id=table["aria-describedby"])
    mark = cell.get("data-nguon")
    link = said_below.find("a", href=f"#nguon-{mark}") if mark else said_below.a
    source = bulletin.find(id=link["href"].removeprefix("#"))
    for said in SOURCES[row["seed"][:3]]:
        assert said in words(source)


def test_the_reports_of_the_documents_hold_no_other_figures(archive: Archive):
    ends = tuple(f"/{slug}" for slug, _ in PERIODS.values())
    reports = [r for r in archive.reports if r.place.path in PLACES.values() and r.path.endswith(ends)]

    assert sum(len(report.figures_and_targets) for report in reports) == len(ROWS)
