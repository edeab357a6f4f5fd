"""«Xã tôi nay thuộc đâu?»: the files it loads, and the page itself in a browser where one is installed.

What became of the districts named here is told by the resolutions of the Standing Committee of the National Assembly:
1654/NQ-UBTVQH15 for An Giang, 1674/NQ-UBTVQH15 for Ninh Bình, 1663/NQ-UBTVQH15 for Đồng Tháp.
"""

import functools
import gzip
import http.server
import json
import re
import subprocess
import threading
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from browser import CHROMIUM, FLAGS, in_browser
from bs4 import BeautifulSoup, Tag
from built import page, words
from making import DISTRICT, RECEIVED, archive, figure, report

from bantin.pages.addresses import unit_address
from bantin.pages.lookup import choices, key, lookup_files, starts
from bantin.places import eras, gazetteer, lineage, present_era
from bantin.places.naming import fold
from bantin.places.unit import Level, Unit


@functools.cache
def files() -> dict[str, str]:
    return lookup_files(archive(report(figure(RECEIVED, "5"))))


@functools.cache
def contents(path: str) -> Any:
    return json.loads(files()[path])


def all_units() -> Iterator[Unit]:
    for province in gazetteer.all_provinces():
        inside = dict.fromkeys((*gazetteer.communes(province), *gazetteer.former_communes(province)))
        yield from (province, *gazetteer.districts(province), *inside)


def rows(start: str) -> list[tuple[str, str, str, str]]:
    """The names of a file: full name, place, file of the province, key."""
    names = contents(f"tra-cuu/ten-{start}.json")
    return [(row[0], *names["places"][row[1]], row[2]) for row in names["names"]]


def became(province: str, code: str) -> list[str]:
    found = contents(f"tra-cuu/{province}.json")
    (after,) = [row[3] for row in found["former"] if row[0] == code]
    return [found["communes"][index][1] for index in after]


def test_no_file_is_larger_than_30_kilobytes_compressed():
    sizes = {path: len(gzip.compress(text.encode(), 6)) for path, text in files().items()}

    assert {path: size for path, size in sizes.items() if size > 30_000} == {}
    # Addresses may grow.
    assert max(sizes.values()) < 20_000


def test_every_unit_of_both_eras_is_found_by_its_name():
    found = {(name, file, code) for start in starts() for name, _, file, code in rows(start)
             if fold(re.sub(r"^(tỉnh|thành phố|quận|thị xã|huyện|thị trấn|xã|phường|đặc khu) ", "", name)).replace(" ", "")[:2] == start}  # fmt: skip
    counts: dict[tuple[Level, bool], int] = {}
    for unit in all_units():
        province = gazetteer.province_of(unit)
        today = lineage.successors(province) or (province,)
        assert (unit.full_name, today[0].path, key(unit)) in found, unit
        counts[unit.level, unit.is_current] = counts.get((unit.level, unit.is_current), 0) + 1

    assert counts[Level.COMMUNE, True] == 3321
    assert counts[Level.DISTRICT, False] == 730
    assert counts[Level.COMMUNE, False] == 10_035
    assert (counts[Level.PROVINCE, True], counts[Level.PROVINCE, False]) == (34, 53)


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


def test_names_that_differ_in_tones_alone_stand_in_one_file():
    today = [(name, place) for name, place, _, code in rows("ta") if not code.endswith("-cu")]

    assert ("xã Tân Thành", "tỉnh Đồng Tháp") in today
    assert ("xã Tân Thạnh", "tỉnh Đồng Tháp") in today


def test_a_code_that_was_given_out_again_names_two_units():
    assert key(gazetteer.units("kien-giang/huyen-vinh-thuan")[0]) == "910-cu"
    assert key(gazetteer.units("an-giang/xa-vinh-thuan")[0]).isdecimal()


def test_other_names_lead_to_the_unit():
    (saigon,) = [row for row in contents("tra-cuu/ten-sa.json")["names"] if row[2:] == ["79", "Sài Gòn"]]
    former_kinds = [row[3] for row in contents("tra-cuu/ten-do.json")["names"] if row[2] == "75" and len(row) > 3]

    assert saigon[0] == "thành phố Hồ Chí Minh"
    assert former_kinds == ["tỉnh Đồng Nai"]


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


class _Below(http.server.SimpleHTTPRequestHandler):
    """Serves a site below /o-dau/do/, with what a test does on the lookup page added at its end.

    One page more, khung/, shows the lookup page as it answers each of the queries. A browser prints a page when all of
    it has come: of cho/, which every page waits for, nothing comes before the page has asked for xong/.
    """

    deeds: str = ""
    over: threading.Event

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if not self.path.startswith("/o-dau/do/"):
            self.send_error(404)
            return
        self.path = self.path.removeprefix("/o-dau/do")
        if self.path == "/xong/":
            self.over.set()
            self.answer("")
        elif self.path == "/cho/":
            self.over.wait(120)
            self.answer("")
        elif self.path == "/khung/":
            self.answer(FRAMES)
        elif self.path.partition("?")[0] == "/tra-cuu/":
            text = Path(self.directory, "tra-cuu/index.html").read_text(encoding="utf-8")
            done = f"<script>(async () => {{ await settled(); try {{ {self.deeds} }} finally {{ await over(); }} }})();</script>"
            self.answer(text.replace("<head>", f"<head>{WAITING}", 1).replace("</body>", f"{done}</body>"))
        else:
            super().do_GET()

    def answer(self, html: str) -> None:
        body = html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


TYPED = ["vinh thuan, kien giang", "VĨNH THUẬN, Kiên Giang", unicodedata.normalize("NFD", "Vĩnh Thuận, Kiên Giang"), "vinh thuan kien giang"]  # fmt: skip
TONES = [
    ("tan thanh, dong thap", "Xã Tân Thành tỉnh Đồng Tháp"),
    ("Tân Thạnh, Đồng Tháp", "Xã Tân Thạnh tỉnh Đồng Tháp"),
    ("tân thành, đồng tháp", "Xã Tân Thành tỉnh Đồng Tháp"),
]
VINH_BINH = gazetteer.units("an-giang/xa-vinh-binh")[0].code
QUERIES = [
    *({"ten": typed} for typed in (*TYPED, *(typed for typed, _ in TONES), "h. vinh thuan", "phường Hoà Bình", "phường Hòa Bình", "Atlantis")),
    {"noi": "quang-ninh", "ma": "204-2019"},
    *({"noi": "an-giang", "ma": code} for code in ("910-cu", "910", "89-cu", "99999", VINH_BINH)),
    {"noi": "ninh-binh", "ma": "14503-cu"},
    {"noi": "son-la", "ma": "14"},
    {"ten": "<img src=x onerror=document.title='no'>", "noi": "an-giang", "ma": "<b>"},
]  # fmt: skip
"""What the address asks for in tests that do nothing on the page; one browser answers them all."""
WAITING = """<script>
(() => {
  let running = 0;
  const counted = (doing) => async function (...given) {
    running += 1;
    try { return await doing.apply(this, given); } finally { running -= 1; }
  };
  window.fetch = counted(window.fetch);
  Response.prototype.json = counted(Response.prototype.json);
  const image = (address) => { new Image().src = `/o-dau/do/${address}/`; };
  // Longer in all than the page waits for another letter; nothing is awaited but answers, and they are counted.
  window.settled = async () => {
    for (let quiet = 0; quiet < 4; quiet = running ? 0 : quiet + 1) await new Promise((done) => setTimeout(done, 50));
  };
  window.over = async () => {
    await settled();
    document.documentElement.dataset.over = "";
    if (parent === window) image("xong");
  };
  if (parent === window) image("cho");
})();
</script>"""
"""Lets a page wait until nothing is awaited any more, and a browser until the page is at its end."""
FRAMES = f"""<!doctype html><meta charset=utf-8>{WAITING}
{"".join(f'<iframe src="../tra-cuu/?{urlencode(query).replace("&", "&amp;")}"></iframe>' for query in QUERIES)}
<script>
(async () => {{
  const pages = () => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument.documentElement);
  while (!pages().every((page) => page && "over" in page.dataset)) await settled();
  const said = pages().map((page) => page.outerHTML);
  document.body.innerHTML = "";
  document.body.append(Object.assign(document.createElement("pre"), {{id: "said", textContent: JSON.stringify(said)}}));
  await over();
}})();
</script>"""


def dumped(site_dir: Path, profile: Path, below: str, deeds: str = "") -> BeautifulSoup:
    """A page as it is after its scripts have run."""
    assert CHROMIUM
    handler = type("Handler", (_Below,), {"deeds": deeds, "over": threading.Event()})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site_dir)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/o-dau/do/{below}"
    try:
        done = subprocess.run([CHROMIUM, *FLAGS, f"--user-data-dir={profile}", address], capture_output=True, text=True, encoding="utf-8", timeout=180, check=True)  # fmt: skip
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    return BeautifulSoup(done.stdout, "html.parser")


@pytest.fixture(scope="module")
def answers(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The lookup page as it answers the queries, by what stands in its address."""
    said = dumped(site_dir, tmp_path_factory.mktemp("profile"), "khung/").find(id="said")
    return dict(zip(map(urlencode, QUERIES), json.loads(said.get_text()), strict=True))


@pytest.fixture
def look(site_dir: Path, answers: dict[str, str], tmp_path: Path) -> Look:
    """The lookup page as it is after its script, and what a test does, have run."""

    def dump(deeds: str = "", **query: str) -> BeautifulSoup:
        asked = urlencode(query)
        if not deeds:
            return BeautifulSoup(answers[asked], "html.parser")
        return dumped(site_dir, tmp_path / "profile", f"tra-cuu/?{asked}", deeds)

    return dump


def answer(document: BeautifulSoup) -> str:
    return words(document.find(id="tra-cuu-tra-loi"))


def details(document: BeautifulSoup) -> Tag:
    return document.find(id="tra-cuu-chi-tiet")


def suggested(document: BeautifulSoup) -> list[str]:
    return [words(row) for row in document.select("#tra-cuu-goi-y [role=option]")]


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
    ]
    assert words(document.find(id="tra-cuu-bao")) == "Có 3 đơn vị khớp với tên này."
    assert document.find(id="tra-cuu-ten")["aria-expanded"] == "true"


@in_browser
def test_a_kind_before_the_name_is_understood(look: Look):
    assert suggested(look(ten="h. vinh thuan")) == ["Huyện Vĩnh Thuận (cũ) tỉnh Kiên Giang"]


@in_browser
@pytest.mark.parametrize(("typed", "first"), TONES)
def test_names_that_differ_in_tones_are_both_shown_the_one_that_was_typed_first(look: Look, typed: str, first: str):
    found = suggested(look(ten=typed))

    assert found[0] == first
    assert {"Xã Tân Thành tỉnh Đồng Tháp", "Xã Tân Thạnh tỉnh Đồng Tháp"} <= set(found)


@in_browser
def test_the_place_of_a_tone_mark_makes_no_difference(look: Look):
    assert suggested(look(ten="phường Hoà Bình")) == suggested(look(ten="phường Hòa Bình"))


@in_browser
def test_a_link_from_before_a_unit_ended_still_leads_to_it(look: Look):
    assert answer(look(noi="an-giang", ma="910")).startswith("Huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025)")


@in_browser
def test_nothing_found_is_said(look: Look):
    assert words(look(ten="Atlantis").find(id="tra-cuu-bao")).startswith("Chưa thấy đơn vị nào có tên này.")
    assert words(look(noi="an-giang", ma="99999").find(id="tra-cuu-bao")).startswith(
        "Chưa thấy đơn vị của địa chỉ này."
    )


@in_browser
def test_markup_in_the_address_stays_text(look: Look):
    document = look(ten="<img src=x onerror=document.title='no'>", noi="an-giang", ma="<b>")

    assert document.title.string.startswith("Xã tôi nay thuộc đâu?")
    assert not document.find("img", src="x")


TYPE = """
const box = document.getElementById("tra-cuu-ten");
const press = (key) => box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const type = async (text) => { box.focus(); box.value = text; box.dispatchEvent(new Event("input")); await settled(); };
const choose = async (id, value) => {
  const select = document.getElementById(id);
  select.value = value;
  select.dispatchEvent(new Event("change"));
  await settled();
};
const seen = () => document.body.setAttribute("data-address", location.search);
"""


@in_browser
def test_the_keyboard_is_enough(look: Look):
    document = look(TYPE + """
      await type("vinh thuan, kien giang");
      press("ArrowDown"); press("ArrowUp"); press("ArrowUp");
      document.getElementById("tra-cuu").requestSubmit();
      await settled();
      seen();
    """)  # fmt: skip

    assert answer(document) == (
        "Thị trấn Vĩnh Thuận, huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025) nay thuộc xã Vĩnh Phong, tỉnh An Giang."
    )
    assert document.body["data-address"].startswith("?ten=")
    assert "noi=an-giang&ma=" in document.body["data-address"]
    assert document.find(id="tra-cuu-ten")["aria-expanded"] == "false"


@in_browser
def test_the_chosen_row_is_told_to_screen_readers(look: Look):
    document = look(TYPE + """await type("vinh thuan, kien giang"); press("ArrowDown");""")
    box = document.find(id="tra-cuu-ten")

    assert document.find(id=box["aria-activedescendant"])["aria-selected"] == "true"
    assert document.find(id=box["aria-controls"])["role"] == "listbox"
    assert document.find("label", attrs={"for": "tra-cuu-ten"})


@in_browser
def test_a_unit_is_chosen_from_the_lists_of_both_eras(look: Look):
    document = look(TYPE + """
      await choose("tra-cuu-tinh", "91-cu");
      await choose("tra-cuu-don-vi", "910-cu");
      seen();
    """)  # fmt: skip

    groups = [group["label"] for group in document.select("#tra-cuu-don-vi optgroup")]
    assert "Huyện Vĩnh Thuận (cũ)" in groups
    assert answer(document).startswith("Huyện Vĩnh Thuận, tỉnh Kiên Giang (đến 30/06/2025) nay nằm trong 3 đơn vị")
    assert document.body["data-address"].endswith("&noi=an-giang&ma=910-cu")


@in_browser
def test_going_back_shows_what_was_shown_before(look: Look):
    document = look(TYPE + """
      await choose("tra-cuu-tinh", "91-cu");
      const back = new Promise((done) => addEventListener("popstate", done, { once: true }));
      history.back();
      await back;
      await settled();
      seen();
    """, noi="an-giang", ma="910-cu")  # fmt: skip

    assert answer(document).startswith("Huyện Vĩnh Thuận")
    assert document.body["data-address"] == "?noi=an-giang&ma=910-cu"


@in_browser
def test_a_file_that_does_not_come_is_said(look: Look):
    document = look(TYPE + """
      window.fetch = () => Promise.reject(new TypeError("no network"));
      await type("vinh thuan");
    """)  # fmt: skip

    assert words(document.find(id="tra-cuu-bao")) == "Chưa tải được dữ liệu. Mời kiểm tra kết nối mạng rồi thử lại."
