"""The page that tells what the units of a province were made of, and what became of them."""

from dataclasses import dataclass

from bantin.model import Archive
from bantin.pages.addresses import UNITS, unit_address
from bantin.pages.around import basis_text, named, province_link, titled, with_figures
from bantin.pages.page import HOME, Heading, Link, Page
from bantin.places import Unit, gazetteer, province_path, shares


@dataclass(frozen=True, slots=True)
class Strand:
    """What one unit has of another, with links."""

    link: Link
    province: str
    """The other's province where it is not this unit's by name."""
    whole: bool
    parts: tuple[tuple[str, bool], ...]
    """The communes that went from one to the other, and whether all of each did."""
    figures: Link | None
    """The other's page, where it has figures."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit on its province's page of units."""

    id: str
    name: str
    strands: tuple[Strand, ...]
    figures: Link | None


def units_page(archive: Archive, path: str) -> Page:
    """All districts and communes that the provinces of one name have had."""
    eras = gazetteer.units(path)
    name = eras[-1].name
    today = [unit for era in eras if era.is_current for unit in gazetteer.communes(era)]
    before = [unit for era in eras if not era.is_current for unit in gazetteer.districts(era)]
    values = {
        "name": name,
        "province": province_link(archive, eras[-1]),
        "today": [_entry(archive, unit) for unit in today],
        "basis": basis_text(today[0]) if today else "",
        "before": [_entry(archive, unit) for unit in before],
    }
    contents = [Heading("Từ 01/07/2025", "hien-nay")] if today else []
    contents += [Heading("Đến 30/06/2025", "truoc-day")] if before else []
    description = f"{name}: các xã, phường, đặc khu hiện nay được lập từ đâu; các huyện cũ nay thuộc xã nào."
    trail = (HOME, province_link(archive, eras[-1]))
    return Page(f"{path}/{UNITS}", "units", f"{name}: xã, phường nay và trước", description, trail,
                contents=tuple(contents), values=values)  # fmt: skip


def _entry(archive: Archive, unit: Unit) -> Entry:
    name = titled(archive.catalogue.known(unit))
    return Entry(unit.path.partition("/")[2], name, strands_of(archive, unit), with_figures(archive, unit))


def strands_of(archive: Archive, unit: Unit) -> tuple[Strand, ...]:
    return tuple(
        Strand(
            link=Link(named(archive.catalogue.known(share.unit)), unit_address(share.unit)),
            province=_province_elsewhere(share.unit, unit),
            whole=share.whole,
            parts=tuple((part.old.full_name, part.whole) for part in share.parts),
            figures=with_figures(archive, share.unit),
        )
        for share in shares(unit)
    )


def _province_elsewhere(unit: Unit, seen_from: Unit) -> str:
    """The unit's province, where its name is not that of the other unit's province."""
    province = gazetteer.province_of(unit)
    return "" if province.path == province_path(seen_from.path) else named(province)
