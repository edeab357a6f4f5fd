"""Were the land arranged once more, rows of tables would say so: no line of code knows how many eras there are.

From 01/01/2031, in these made-up tables, An Giang and Cần Thơ are one province, Gia Lai has two communes where it had
all of its own, and nothing else changes.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bantin.places.tables import DATA

SCRIPT = """
import json, sys
from pathlib import Path
from bantin.places import tables
tables.DATA = Path(sys.argv[1])

from bantin.folders import Folders
from bantin.pages.home import home_page
from bantin.pages.lookup import choices, lookup_files
from bantin.pages.lookup_page import lookup_page
from bantin.pages.province import province_page
from bantin.pages.units import units_page
from bantin.places import eras, finding, gazetteer, lineage
from bantin.publishing import Renderer
from making import RECEIVED, archive, figure, report

known = archive(report(figure(RECEIVED, "5")))
renderer = Renderer(Folders(*map(Path, (".", "data", "content", "theme_overrides", "site"))))
pages = {page.path: renderer.markdown(page) for page in (
    home_page(known, {}, ""), lookup_page(known, {}, "tra-cuu"), province_page(known, {}, "gia-lai"),
    province_page(known, {}, "tay-nam"), province_page(known, {}, "son-la"),
    units_page(known, {}, "gia-lai/don-vi"), units_page(known, {}, "tay-nam/don-vi"))}
print(json.dumps({
    "eras": [era.name for era in eras()],
    "provinces": {era.id: [unit.path for unit in gazetteer.provinces(era)] for era in eras()},
    "choices": {era.id: [choice.key for choice in choices(era)] for era in eras()},
    "files": {name: json.loads(text) for name, text in lookup_files(known).items() if "/ten-" not in name},
    "pages": pages,
    "today": [unit.path for unit in lineage.today(gazetteer.units("kien-giang/huyen-vinh-thuan")[0])],
    "made_of": [unit.path for unit in lineage.predecessors(gazetteer.units("gia-lai/xa-mot")[0])],
    "named": [unit.path for unit in finding.named("xã Một")],
}))
"""


def rewrite(table: Path, *, ending: str = "", more: str = "") -> None:
    """Gives each row that has no last day this one, and adds rows."""
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    rows = [row.replace("\t\t", f"\t{ending}\t", 1) if ending else row for row in rows]
    table.write_text("\n".join([head, *rows, *filter(None, more.splitlines())]) + "\n", encoding="utf-8")


def codes(table: Path, column: int) -> list[str]:
    return [row.split("\t")[column] for row in table.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    data = tmp_path_factory.mktemp("third") / "tables"
    shutil.copytree(DATA, data)
    eras = (
        (data / "eras.tsv")
        .read_text(encoding="utf-8")
        .replace("2025-07-01\t\tcấp xã\t\t", "2025-07-01\t2030-12-31\tcấp xã\t2025\t")
    )
    last = "tu-2031\t2031-01-01\t\tcấp xã\t\txã và phường\tcủa {name}, mỗi nơi được lập từ những xã, phường nào."
    (data / "eras.tsv").write_text(f"{eras}{last}\n", encoding="utf-8")

    provinces = (data / "provinces.tsv").read_text(encoding="utf-8").splitlines()
    merged = [
        row for row in provinces if row.startswith("2025-07-01\t\t") and row.split("\t")[5] in ("an-giang", "can-tho")
    ]
    kept = [row.replace("\t\t", "\t2030-12-31\t", 1) if row in merged else row for row in provinces]
    (data / "provinces.tsv").write_text(
        "\n".join([*kept, "2031-01-01\t\t98\ttỉnh\tTây Nam\ttay-nam"]) + "\n", encoding="utf-8"
    )
    rewrite(
        data / "province_successions.tsv", more="".join(f"2031-01-01\t{row.split(chr(9))[2]}\t98\n" for row in merged)
    )

    successions = ""
    for name, new in (("gia-lai", "90001"), ("an-giang", "90003"), ("can-tho", "90004")):
        table = data / f"communes/{name}.tsv"
        successions += "".join(f"2031-01-01\t{code}\t{new}\n" for code in codes(table, 2))
        rewrite(table, ending="2030-12-31")
    successions += f"2031-01-01\t{codes(data / 'communes/gia-lai.tsv', 2)[0]}\t90002\n"
    rewrite(
        data / "communes/gia-lai.tsv",
        more="2031-01-01\t\t90001\txã\tMột\txa-mot\t13.9\t108.5\n2031-01-01\t\t90002\txã\tKông Chro\txa-kong-chro\t14.2\t108.3\n",
    )
    head = (data / "communes/gia-lai.tsv").read_text(encoding="utf-8").splitlines()[0]
    (data / "communes/tay-nam.tsv").write_text(
        f"{head}\n2031-01-01\t\t90003\txã\tBa\txa-ba\t10.4\t105.1\n2031-01-01\t\t90004\tphường\tBốn\tphuong-bon\t10.0\t105.7\n",
        encoding="utf-8",
    )
    rewrite(data / "successions.tsv", more=successions)

    paths = os.pathsep.join(str(path) for path in (Path(__file__).parents[1], DATA.parents[2]))
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(data)], capture_output=True, text=True, encoding="utf-8", check=False,
                          env=os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"})  # fmt: skip
    assert not done.returncode, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_row_is_an_era(told: dict[str, Any]):
    assert told["eras"] == ["Đến 30/06/2025", "Từ 01/07/2025 đến 31/12/2030", "Từ 01/01/2031"]


def test_each_era_has_its_provinces(told: dict[str, Any]):
    assert {era: len(found) for era, found in told["provinces"].items()} == {
        "truoc-day": 63,
        "hien-nay": 34,
        "tu-2031": 33,
    }
    assert set(told["provinces"]["tu-2031"]) - set(told["provinces"]["hien-nay"]) == {"tay-nam"}


def test_a_reader_chooses_among_the_provinces_of_every_era(told: dict[str, Any]):
    assert {era: len(found) for era, found in told["choices"].items()} == {
        "truoc-day": 53,
        "hien-nay": 2,
        "tu-2031": 33,
    }
    assert all(key.endswith("-2025") for key in told["choices"]["hien-nay"])
    labels = [line for line in told["pages"]["tra-cuu"].splitlines() if line.startswith("<optgroup")]
    assert labels == [
        '<optgroup label="Hiện nay">', '<optgroup label="Trước 01/01/2031">', '<optgroup label="Trước 01/07/2025">',
    ]  # fmt: skip


def test_a_province_that_stayed_has_a_part_for_each_era(told: dict[str, Any]):
    page = told["pages"]["gia-lai"]

    assert re.findall("<h2[^>]*>(.*)</h2>", page) == ["Từ 01/01/2031", "Từ 01/07/2025 đến 31/12/2030", "Đến 30/06/2025"]
    assert "2 xã và phường, chưa nơi nào" in page
    assert "135 xã, phường, đặc khu, chưa nơi nào" in page
    assert "17 đơn vị cấp huyện, chưa nơi nào" in page


def test_a_province_that_nothing_befell_is_one_unit_through_three_eras(told: dict[str, Any]):
    page = told["pages"]["son-la"]

    now, then, before = page.split("<h2 ")[1:4]
    assert "<b>Tỉnh Sơn La</b>: giữ nguyên, không sáp nhập. Gồm 67 xã và 8 phường" in now
    assert "Từ 01/07/2025 đến 31/12/2030" in then
    assert "Gồm 67 xã và 8 phường" in then
    assert "Đến 30/06/2025" in before
    assert page.count("giữ nguyên") == 1
    assert "(cũ)" not in page


def test_the_page_of_units_tells_both_ways_between_any_two_eras(told: dict[str, Any]):
    page = told["pages"]["gia-lai/don-vi"]

    assert [line for line in page.splitlines() if line.startswith("<h2")] == [
        '<h2 id="tu-2031">Từ 01/01/2031</h2>',
        '<h2 id="hien-nay">Từ 01/07/2025 đến 31/12/2030</h2>',
        '<h2 id="truoc-day">Đến 30/06/2025</h2>',
    ]
    assert len(told["made_of"]) == 135
    district = page.split('<h3 id="huyen-kong-chro"')[1].split("<h3")[0]
    assert 'Nay thuộc <a href="../../gia-lai/don-vi/#xa-mot">xã Một</a>.' in district
    assert '<p class="nguon-goc">Nay thuộc <a href="../../gia-lai/don-vi/#xa-mot">xã Một</a>.</p>' in page


def test_two_units_of_one_folder_stand_apart_on_the_page_of_units(told: dict[str, Any]):
    ids = re.findall(r'<h3 id="([^"]+)"', told["pages"]["gia-lai/don-vi"])

    assert len(ids) == len(set(ids)) == 2 + 135 + 17
    assert {"xa-kong-chro", "xa-kong-chro-2025", "xa-ia-le"} <= set(ids)


def test_what_a_district_became_is_followed_to_today(told: dict[str, Any]):
    assert told["today"] == ["tay-nam/xa-ba"]
    (district,) = [row for row in told["files"]["tra-cuu/tay-nam.json"]["former"] if row[1] == "thị trấn Vĩnh Thuận"]
    assert district[3] == [0]


def test_the_home_page_lists_the_provinces_of_today_and_those_that_merged(told: dict[str, Any]):
    page = told["pages"][""]

    assert "33 tỉnh, thành phố từ ngày 01/01/2031." in page
    assert '<h2 id="truoc-sap-xep">Trước 01/01/2031</h2>' in page
    assert told["named"] == ["gia-lai/xa-mot"]
