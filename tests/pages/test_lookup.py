"""«Xã tôi nay thuộc đâu?»: the files it loads, and the page itself in a browser where one is installed.

What became of the districts named here is told by the resolutions of the Standing Committee of the National Assembly:
1654/NQ-UBTVQH15 for An Giang, 1674/NQ-UBTVQH15 for Ninh Bình, 1663/NQ-UBTVQH15 for Đồng Tháp.
"""

import functools
import gzip
import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from browser import Browser, headers_of, in_browser, served, started
from bs4 import BeautifulSoup, Tag
from built import page, words
from making import DISTRICT, RECEIVED, archive, figure, report

from bantin.pages.addresses import unit_address
from bantin.pages.lookup import choices, key, lookup_files
from bantin.places import eras, gazetteer, lineage, present_era


@functools.cache
def files() -> dict[str, str]:
    return lookup_files(archive(report(figure(RECEIVED, "5"))))


@functools.cache
def contents(path: str) -> Any:
    return json.loads(files()[path])


def became(province: str, code: str) -> list[str]:
    found = contents(f"tra-cuu/{province}.json")
    (after,) = [row[3] for row in found["former"] if row[0] == code]
    return [found["communes"][index][1] for index in after]


def test_no_file_is_larger_than_30_kilobytes_compressed():
    sizes = {path: len(gzip.compress(text.encode(), 6)) for path, text in files().items()}

    assert {path: size for path, size in sizes.items() if size > 30_000} == {}
    # Addresses may grow.
    assert max(sizes.values()) < 20_000


def test_every_unit_of_both_eras_stands_in_the_file_of_its_province():
    for choice in choices(present_era()):
        found = contents(f"tra-cuu/{choice.unit.path}.json")
        keys = [row[0] for part in ("provinces", "districts", "communes", "former") for row in found[part]]
        before = lineage.origins(choice.unit)
        units = [*before, *gazetteer.communes(choice.unit)]
        for province in (*before, choice.unit):
            units += [*gazetteer.districts(province), *gazetteer.former_communes(province)]

        assert found["province"][0] == choice.key
        assert sorted(keys) == sorted(map(key, units))
        assert len(set(keys)) == len(keys)


def test_every_commune_of_today_has_parts_that_became_it():
    for choice in choices(present_era()):
        found = contents(f"tra-cuu/{choice.file}.json")
        parts = {index for row in found["former"] for index in row[3]} | {
            i for row in found["districts"] for i in row[5]
        }

        assert parts == set(range(len(found["communes"])))


def test_huyen_vinh_thuan_became_three_communes():
    found = contents("tra-cuu/an-giang.json")
    district = next(index for index, row in enumerate(found["districts"]) if row[1] == "huyện Vĩnh Thuận")
    after = {found["communes"][index][1] for row in found["former"] if row[2] == district for index in row[3]}

    assert after == {"xã Vĩnh Bình", "xã Vĩnh Thuận", "xã Vĩnh Phong"}
    assert found["provinces"][found["districts"][district][4]][1] == "tỉnh Kiên Giang"


def test_a_divided_commune_names_all_of_its_parts():
    assert became("ninh-binh", "14503-cu") == ["xã Gia Vân", "phường Tây Hoa Lư"]


def test_an_island_district_without_communes_says_itself_what_it_became():
    found = contents("tra-cuu/quang-tri.json")
    (after,) = [row[5] for row in found["districts"] if row[1] == "huyện Cồn Cỏ"]

    assert [found["communes"][index][1] for index in after] == ["đặc khu Cồn Cỏ"]


def test_a_code_that_was_given_out_again_names_two_units():
    assert key(gazetteer.units("kien-giang/huyen-vinh-thuan")[0]) == "910-cu"
    assert key(gazetteer.units("an-giang/xa-vinh-thuan")[0]).isdecimal()


def test_a_place_with_figures_says_where_they_are():
    districts = {row[1]: row[3] for row in contents("tra-cuu/an-giang.json")["districts"] if row[4] == 1}

    assert districts["huyện Vĩnh Thuận"] == f"{DISTRICT.path}/"
    assert districts["huyện An Biên"] == ""


def test_an_old_commune_is_told_of_with_its_district():
    district = gazetteer.units("kien-giang/huyen-vinh-thuan")[0]

    assert unit_address(district) == "kien-giang/don-vi/#huyen-vinh-thuan"
    assert unit_address(gazetteer.communes(district)[0]) == unit_address(district)


def test_every_address_that_an_answer_links_is_there(site_dir: Path):
    ids = {
        path: {tag["id"] for tag in page(site_dir, path).find_all(id=True)}
        for era in eras()
        for path in {f"{choice.unit.path}{end}" for choice in choices(era) for end in ("/", "/don-vi/")}
    }
    for choice in choices(present_era()):
        found = contents(f"tra-cuu/{choice.file}.json")
        rows = [found["province"], *found["provinces"], *found["districts"], *found["communes"]]
        for path, _, anchor in (row[2].partition("#") for row in rows):
            assert not anchor or anchor in ids[path], f"{path}#{anchor}"


def test_without_javascript_the_page_lists_all_provinces(site_dir: Path):
    lookup = page(site_dir, "tra-cuu").article

    assert "JavaScript" in words(lookup.noscript)
    links = {link["href"] for link in lookup.select(".danh-sach-tinh a")}
    paths = {choice.unit.path for era in eras() for choice in choices(era)}
    assert {urlsplit(link).path.split("/")[1] for link in links} == paths
    assert "can-js" in lookup.form["class"]


def test_the_home_page_leads_to_the_lookup(site_dir: Path):
    assert page(site_dir, "").article.find("a", string="Xã tôi nay thuộc đâu?")["href"] == "tra-cuu/"


# ---- In a browser ------------------------------------------------------------------------------------------------

Look = Callable[..., BeautifulSoup]
TYPED = ["vinh thuan, kien giang", "VĨNH THUẬN, Kiên Giang", unicodedata.normalize("NFD", "Vĩnh Thuận, Kiên Giang"), "kien giang vinh thuan"]  # fmt: skip
VINH_BINH = gazetteer.units("an-giang/xa-vinh-binh")[0].code
SAID = """(() => {
  const said = (id) => document.getElementById(id).textContent;
  return said("tra-cuu-tra-loi") || said("tra-cuu-bao") || document.querySelector(".trang--lookup .tim__bang:not([hidden])");
})()"""
"""Whether the page has answered, or shows what it has found."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def root(site_dir: Path) -> Iterator[str]:
    with served(site_dir, headers_of(site_dir)) as address:
        yield address


@pytest.fixture
def look(browser: Browser, root: str) -> Look:
    """The lookup page as it answers its address."""

    def dump(**query: str) -> BeautifulSoup:
        browser.open(f"{root}tra-cuu/?{urlencode(query)}")
        browser.until(SAID)
        return seen(browser)

    return dump


def seen(browser: Browser) -> BeautifulSoup:
    return BeautifulSoup(str(browser.run("document.documentElement.outerHTML")), "html.parser")


def answer(document: BeautifulSoup) -> str:
    return words(document.find(id="tra-cuu-tra-loi"))


def details(document: BeautifulSoup) -> Tag:
    return document.find(id="tra-cuu-chi-tiet")


def suggested(document: BeautifulSoup) -> list[str]:
    """The names that are offered, each with where it lies."""
    rows = document.select("#tra-cuu-ten-goi-y [role=option]")
    return [f"{words(row.span)} {words(row.small)}".partition(" · ")[0] for row in rows]


@in_browser
def test_an_old_district_says_what_it_became_and_where_its_figures_are(look: Look):
    document = look(noi="an-giang", ma="910-cu")

    assert words(document.find(id="tra-cuu-don-vi-nao")) == "Huyện Vĩnh Thuận (cũ)"
    assert answer(document) == (
        "Huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025) nay nằm trong 3 đơn vị của tỉnh An Giang: "
        "xã Vĩnh Bình, xã Vĩnh Phong và xã Vĩnh Thuận."
    )
    figures = details(document).find("a", string="Số liệu của huyện Vĩnh Thuận (cũ)")
    assert figures["href"] == "../kien-giang/huyen-vinh-thuan/"
    assert "xã Phong Đông toàn bộ xã Vĩnh Phong toàn bộ thị trấn Vĩnh Thuận toàn bộ" in words(details(document))
    assert document.find(id="tra-cuu-tinh").find("option", string="Tỉnh Kiên Giang (cũ)")


@in_browser
def test_a_divided_commune_says_both_ways(look: Look):
    document = look(noi="ninh-binh", ma="14503-cu")

    assert answer(document) == (
        "Xã Gia Tân, huyện Gia Viễn, tỉnh Ninh Bình (đến 30/06/2025) được chia cho 2 đơn vị của tỉnh Ninh Bình: "
        "xã Gia Vân và phường Tây Hoa Lư."
    )
    said = words(details(document))
    assert "Xã Gia Vân , tỉnh Ninh Bình một phần" in said
    assert "xã Gia Lập toàn bộ xã Gia Tân một phần phần còn lại nay thuộc phường Tây Hoa Lư" in said


@in_browser
def test_a_province_that_did_not_merge_never_ended(look: Look):
    document = look(noi="son-la", ma="14")

    assert words(document.find(id="tra-cuu-don-vi-nao")) == "Tỉnh Sơn La"
    assert answer(document) == "Tỉnh Sơn La không nhập với tỉnh, thành phố nào ngày 01/07/2025."
    assert "lập từ" not in words(details(document))
    options = [words(option) for option in document.select("#tra-cuu-don-vi option")]
    assert {"Phường Chiềng Sinh", "Cả huyện Mường La"} <= set(options)
    assert not document.find(id="tra-cuu-tinh").find("option", string="Tỉnh Sơn La (cũ)")


@in_browser
def test_a_district_that_ended_before_the_others_says_what_it_went_into(look: Look):
    document = look(noi="quang-ninh", ma="204-2019")

    assert answer(document) == ("Huyện Hoành Bồ, tỉnh Quảng Ninh (đến 31/12/2019) sau đó thuộc thành phố Hạ Long (cũ).")
    assert "Thành phố Hạ Long (cũ) nay thuộc" in words(details(document))
    assert "Phường Bãi Cháy" in words(details(document))


@in_browser
def test_a_province_that_kept_its_name_grew(look: Look):
    said = answer(look(noi="an-giang", ma="89-cu"))

    assert said == "Tỉnh An Giang sau đó mở rộng, hợp nhất với tỉnh Kiên Giang."


@in_browser
def test_a_commune_of_today_says_what_it_was_made_of(look: Look):
    document = look(noi="an-giang", ma=VINH_BINH)

    assert answer(document) == "Xã Vĩnh Bình, tỉnh An Giang, được lập từ 3 đơn vị cũ."
    assert "Huyện Vĩnh Thuận (cũ) , tỉnh Kiên Giang xã Bình Minh toàn bộ" in words(details(document))
    assert details(document).find("a", string="Số liệu của huyện Vĩnh Thuận (cũ)")


@in_browser
@pytest.mark.parametrize("typed", TYPED)
def test_a_name_is_found_with_and_without_marks(look: Look, typed: str):
    document = look(ten=typed)

    assert suggested(document) == [
        "Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang",
        "Thị trấn Vĩnh Thuận (cũ) huyện Vĩnh Thuận, tỉnh Kiên Giang",
        "Xã Vĩnh Thuận (cũ) huyện Vĩnh Thuận, tỉnh Kiên Giang",
        "Xã Vĩnh Thuận tỉnh An Giang",
    ]
    assert document.find(id="tra-cuu-ten")["aria-expanded"] == "true"


@in_browser
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Tân Thạnh, Đồng Tháp", "Xã Tân Thạnh tỉnh Đồng Tháp"),
        ("tân thành, đồng tháp", "Xã Tân Thành tỉnh Đồng Tháp"),
        ("h. vinh thuan", "Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang"),
        ("thuan vinh kien giang", "Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang"),
        ("vinh thaun kien giang", "Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang"),
        ("p5 my tho", "Phường 5 (cũ) thành phố Mỹ Tho, tỉnh Tiền Giang"),
        ("Hà Tây", "Thành phố Hà Nội tên liên quan: Hà Tây"),
        ("sài gòn", "Thành phố Hồ Chí Minh tên liên quan: Sài Gòn"),
    ],
)
def test_what_is_meant_comes_first(look: Look, typed: str, first: str):
    assert suggested(look(ten=typed))[0] == first


@in_browser
def test_the_place_of_a_tone_mark_makes_no_difference(look: Look):
    assert suggested(look(ten="phường Hoà Bình")) == suggested(look(ten="phường Hòa Bình"))


@in_browser
def test_a_link_from_before_a_unit_ended_still_leads_to_it(look: Look):
    assert answer(look(noi="an-giang", ma="910")).startswith("Huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025)")


@in_browser
def test_nothing_found_is_said(look: Look):
    assert words(look(ten="Atlantis").find(id="tra-cuu-ten-bao")).startswith("Chưa thấy đơn vị nào có tên này.")
    assert words(look(noi="an-giang", ma="99999").find(id="tra-cuu-bao")).startswith(
        "Chưa thấy đơn vị của địa chỉ này."
    )


@in_browser
def test_markup_in_the_address_stays_text(look: Look):
    document = look(ten="<img src=x onerror=document.title='no'>", noi="an-giang", ma="<b>")

    assert document.title.string.startswith("Xã tôi nay thuộc đâu?")
    assert not document.find("img", src="x")


def typed_into(browser: Browser, text: str) -> None:
    browser.run("document.getElementById('tra-cuu-ten').focus()")
    browser.insert(text)
    browser.until("document.querySelector('.trang--lookup [role=option]')")


@in_browser
def test_the_keyboard_is_enough(browser: Browser, root: str):
    browser.open(f"{root}tra-cuu/")
    typed_into(browser, "vinh thuan, kien giang")
    for key_ in ("ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Enter"):
        browser.press(key_)
    browser.until(SAID)
    document = seen(browser)

    assert answer(document) == (
        "Thị trấn Vĩnh Thuận, huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025) nay thuộc xã Vĩnh Phong, tỉnh An Giang."
    )
    assert "noi=an-giang&ma=" in str(browser.run("location.search"))
    assert document.find(id="tra-cuu-ten")["aria-expanded"] == "false"
    assert browser.run("document.activeElement.id") == "tra-cuu-ten"


@in_browser
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("xa vinh binh an giang", "Xã Vĩnh Bình, tỉnh An Giang, được lập từ 3 đơn vị cũ."),
        ("tinh kien giang", "Tỉnh Kiên Giang (cũ) nay thuộc tỉnh An Giang."),
        ("tinh an giang", "Tỉnh An Giang được lập từ tỉnh An Giang và tỉnh Kiên Giang (cũ)."),
        ("q1 hcm", "Quận 1, thành phố Hồ Chí Minh (đến 30/06/2025) nay nằm trong 4 đơn vị của thành phố Hồ Chí Minh"),
    ],
)  # fmt: skip
def test_a_name_that_is_touched_is_answered(browser: Browser, root: str, typed: str, said: str):
    browser.open(f"{root}tra-cuu/")
    typed_into(browser, typed)
    browser.run("document.querySelector('.trang--lookup [role=option] a').click()")
    browser.until("document.getElementById('tra-cuu-tra-loi').textContent")

    assert answer(seen(browser)).startswith(said)


CHOOSE = """(id, value) => {
  const select = document.getElementById(id);
  select.value = value;
  select.dispatchEvent(new Event("change"));
}"""


def choose(browser: Browser, id_: str, value: str) -> None:
    browser.until(f"document.querySelector('#{id_} option[value=\"{value}\"]')")
    browser.run(f"({CHOOSE})({json.dumps(id_)}, {json.dumps(value)})")


@in_browser
def test_a_unit_is_chosen_from_the_lists_of_both_eras(browser: Browser, root: str):
    browser.open(f"{root}tra-cuu/")
    choose(browser, "tra-cuu-tinh", "91-cu")
    choose(browser, "tra-cuu-don-vi", "910-cu")
    browser.until("document.getElementById('tra-cuu-tra-loi').textContent.startsWith('Huyện')")
    document = seen(browser)

    groups = [group["label"] for group in document.select("#tra-cuu-don-vi optgroup")]
    assert "Huyện Vĩnh Thuận (cũ)" in groups
    assert answer(document).startswith("Huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025) nay nằm trong 3 đơn vị")
    assert str(browser.run("location.search")).endswith("&noi=an-giang&ma=910-cu")


@in_browser
def test_going_back_shows_what_was_shown_before(browser: Browser, root: str):
    browser.open(f"{root}tra-cuu/?noi=an-giang&ma=910-cu")
    browser.until(SAID)
    choose(browser, "tra-cuu-tinh", "91-cu")
    browser.until("document.getElementById('tra-cuu-tra-loi').textContent.startsWith('Tỉnh')")
    browser.run("history.back()")
    browser.until("document.getElementById('tra-cuu-tra-loi').textContent.startsWith('Huyện')")

    assert browser.run("location.search") == "?noi=an-giang&ma=910-cu"


@in_browser
def test_a_file_that_does_not_come_is_said(browser: Browser, root: str):
    browser.open(f"{root}tra-cuu/")
    browser.run("window.fetch = () => Promise.reject(new TypeError('no network'))")
    choose(browser, "tra-cuu-tinh", "91-cu")
    browser.until("document.getElementById('tra-cuu-bao').textContent")

    assert (
        words(seen(browser).find(id="tra-cuu-bao")) == "Chưa tải được dữ liệu. Mời kiểm tra kết nối mạng rồi thử lại."
    )
