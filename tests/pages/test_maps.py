"""Maps of dots: every commune once, every province a link, figures of one era."""

import gzip
import re

import pytest
from bs4 import BeautifulSoup
from conftest import Site

from bantin import site
from bantin.folders import Folders
from bantin.pages import maps
from bantin.pages.dots import HEIGHT, WIDTH, dots_of
from bantin.pages.maps import Map
from bantin.pages.value_maps import value_map
from bantin.places import Era, eras, gazetteer, present_era
from bantin.places.unit import Unit
from bantin.publishing.rendering import Renderer

SOURCE = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\n"
NOW = {unit.path: unit for unit in gazetteer.provinces(present_era())}
BEFORE = {unit.path: unit for unit in gazetteer.provinces(eras()[0])}


def publishing(*units: Unit) -> Map:
    now, ended = ({unit: 1 for unit in units if unit.is_current == current} for current in (True, False))
    return maps.publishing(now, ended, table="bang")


def tones(drawn: Map) -> dict[str, str]:
    return {shape.name: shape.tone for shape in drawn.shapes if shape.tone != "chua"}


def values(of: Site, figures: dict[str, str]) -> Map | None:
    """The map of «Hồ sơ tiếp nhận» when these files have these values."""
    for path, text in figures.items():
        of.write(f"data/{path}.yml", f"{SOURCE}Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: {text}\n")
    (of.root / "data/kien-giang/2022.yml").unlink()
    archive = of.archive()
    return value_map(archive.catalogue.indicators["ho-so-tiep-nhan"], archive, table="bang")


def test_every_commune_is_a_dot_and_every_province_a_shape():
    drawn = publishing()

    assert sum(shape.dots.count("h0") for shape in drawn.shapes) == 3_321
    assert [shape.name for shape in drawn.shapes] == [unit.name for unit in gazetteer.provinces(present_era())]


@pytest.mark.parametrize(("era", "count"), [(present_era(), 34), (eras()[0], 63)], ids=["now", "before"])
def test_every_dot_lies_on_the_map(era: Era, count: int):
    paths = dots_of(era)

    assert len(paths) == count
    for path in paths.values():
        x = y = 0
        for step in re.findall(r"[Mm](-?\d+) ?(-?\d+)h0", path):
            x, y = x + int(step[0]), y + int(step[1])
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_hoang_sa_and_truong_sa_are_named_with_their_provinces_inside_the_map():
    named = {islands.name: (islands.x, islands.y) for islands in publishing().islands}

    assert named.keys() == {"Hoàng Sa (Đà Nẵng)", "Trường Sa (Khánh Hòa)"}
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in named.values())


def test_a_province_publishes_today_or_only_did_before_or_not_at_all():
    found = tones(publishing(NOW["gia-lai"], BEFORE["binh-dinh"], BEFORE["kien-giang"]))

    assert found == {"Gia Lai": "nay", "An Giang": "cu"}


def test_provinces_compare_by_what_they_themselves_published(site: Site):
    drawn = values(site, {"an-giang/2026": "900", "gia-lai/2026": "1.200", "ha-noi/2026": "trên 7.000"})

    assert drawn
    assert tones(drawn) == {"An Giang": "thap", "Gia Lai": "cao", "Hà Nội": "khac"}
    assert {shape.label for shape in drawn.shapes} >= {"An Giang: 900 năm 2026", "Điện Biên: chưa có số liệu"}


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"an-giang/2026": "900"},
        {"an-giang/2026": "900", "kien-giang/2021": "1.200"},
        {"an-giang/2026": "900", "gia-lai/2026-quy-2": "1.200"},
        {"an-giang/2026": "900", "an-giang/xa-vinh-binh/2026": "1.200"},
    ],
    ids=["nothing", "one province", "two eras", "other periods", "a commune"],
)
def test_what_does_not_compare_makes_no_map(figures: dict[str, str], site: Site):
    assert values(site, figures) is None


def test_a_map_calls_its_scope_as_each_kind_of_place_does(site: Site):
    scopes = site.root / "data/danh-muc/pham-vi.yml"
    named = "Toàn tỉnh:\n  Tên theo loại: {thành phố: Toàn thành phố}\n"
    scopes.write_text(scopes.read_text(encoding="utf-8").replace("Toàn tỉnh:\n", named, 1), encoding="utf-8")
    drawn = values(site, {"hai-phong/2026": "5", "son-la/2026": "6", "hue/2026": "7"})

    assert drawn
    assert "Phạm vi: Toàn thành phố hoặc toàn tỉnh." in drawn.notes


def test_the_old_provinces_have_a_map_of_their_own(site: Site):
    drawn = values(site, {"an-giang/2021": "900", "kien-giang/2021": "1.200"})

    assert drawn
    assert len(drawn.shapes) == 63
    assert tones(drawn) == {"An Giang": "thap", "Kiên Giang": "cao"}


def test_the_map_on_the_home_page_is_small_and_every_province_is_a_link_with_a_name(site: Site):
    edition = check(site)
    home = next(page for page in edition.pages if not page.path)
    document = BeautifulSoup(Renderer(Folders.of(site.root)).markdown(home), "html.parser")
    figure = document.find("figure", class_="ban-do")
    assert figure
    links = figure.svg.find_all("a")

    assert len(gzip.compress(str(figure).encode())) < 15_000
    assert {link["href"] for link in links} == {f"{path}/" for path in NOW}
    assert all(link["aria-label"].startswith(link.title.text.split(":")[0]) for link in links)
    assert document.find(id=figure.p.a["href"].removeprefix("#"))
    assert figure.has_attr("data-search-exclude")


def check(of: Site) -> site.Edition:
    return site.check(Folders.of(of.root))
