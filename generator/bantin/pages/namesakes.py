"""The page that asks which of two communes is meant, whose names are spelt alike without marks."""

from bantin.model import Archive
from bantin.pages.addresses import unit_address
from bantin.pages.around import province_link, with_figures
from bantin.pages.doubts import Doubts
from bantin.pages.page import HOME, Link, Page
from bantin.places import finding, gazetteer, lineage
from bantin.vietnamese import listed, upper_first


def namesakes_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page that asks which of two communes is meant, whose names are spelt alike without marks."""
    found = finding.namesakes(path)
    province = gazetteer.province_of(found[0])
    places = [
        (with_figures(archive, unit) or Link(upper_first(unit.full_name), unit_address(unit)),
         listed(district.full_name for district in lineage.former_districts(unit)), unit.since)
        for unit in found
    ]  # fmt: skip
    title = f"{listed((upper_first(unit.full_name) for unit in found), 'hay')}?"
    description = f"{province.name} có hai nơi tên không dấu viết như nhau: {listed(u.full_name for u in found)}."
    facts = {"places": places, "province": upper_first(province.full_name)}
    return Page(path, "namesakes", title, description, (HOME, province_link(archive, province)), facts=facts)
