"""The page of a province: its eras, its figures, its units."""

from collections import Counter
from dataclasses import dataclass

from bantin.model import Archive
from bantin.pages.addresses import unit_address
from bantin.pages.around import basis_text, link_to, place_link
from bantin.pages.bulletin import bulletin_link
from bantin.pages.page import HOME, Heading, Link, Menu, Page
from bantin.pages.sentences import lead, plain_text
from bantin.places import Unit, gazetteer, lineage, province_path
from bantin.vietnamese import date_text, listed, upper_first


@dataclass(frozen=True, slots=True)
class Era:
    """A province of one era, as its page tells of it."""

    unit: Unit
    name: str
    lifetime: str
    story: str
    """«được lập từ …», «không đổi», «nhập vào …»."""
    others: tuple[Link, ...]
    basis: str
    kinds: str
    """What kinds of province it was before, in full sentences."""
    made_of: str
    """«85 xã, 14 phường và 3 đặc khu»; for the era before, its districts."""


@dataclass(frozen=True, slots=True)
class Territory:
    """What is published of a province of one era: figures of two eras never stand in one list."""

    era: str
    bulletins: tuple[tuple[Link, str], ...]
    """The province's own, newest first, each with its lead."""
    places: tuple[tuple[Link, tuple[Link, int] | None], ...]
    """The units inside it that have pages, each with its newest bulletin and how many there are."""
    count: int
    noun: str
    """How many units there are, and what they are called."""
    missing: tuple[Link, ...]
    """The districts without any page; the communes, of which there may be 168, are only counted."""
    anchor: str
    """Where the province's page of units tells of all."""


def province_page(archive: Archive, path: str) -> Page:
    eras = [archive.catalogue.known(unit) for unit in gazetteer.units(path)]
    name = upper_first(eras[-1].full_name)
    former = "" if eras[-1].is_current else " (cũ)"
    own = archive.reports_of(path)
    parts = [_territory(archive, unit) for unit in reversed(eras)]
    rows = [row for part in parts for row in part.places]
    values = {
        "eras": [_era(unit) for unit in reversed(eras)],
        "name": name + former,
        "parts": parts,
        "several": len(eras) > 1,
        "articles": [Link(a.title, f"{a.path}/") for a in archive.articles_of(path)],
    }
    contents = [Heading("Các thời kỳ", "cac-thoi-ky")]
    contents += [Heading("Số liệu của tỉnh", "so-lieu-cua-tinh")] if own else []
    contents += [Heading("Các đơn vị", "don-vi")]
    contents += [Heading("Bài viết", "bai-viet")] if values["articles"] else []
    described = f"{name}: các thời kỳ, số liệu cải cách hành chính đã công bố và các đơn vị có bản tin."
    section = Menu(name + former, tuple([bulletin_link(r) for r in reversed(own)] + [row[0] for row in rows]))
    return Page(
        path, "province", name + former, described, (HOME,), section, tuple(contents), values,
        updated=max((r.newest_source for r in archive.reports
                     if r.newest_source and province_path(r.place.path) == path), default=None),
    )  # fmt: skip


def _territory(archive: Archive, province: Unit) -> Territory:
    units = gazetteer.districts(province) or gazetteer.communes(province)
    known = [unit for unit in units if unit.path in archive.places]
    unknown = [unit for unit in units if unit.path not in archive.places]
    return Territory(
        era="Từ 01/07/2025" if province.is_current else "Đến 30/06/2025",
        bulletins=tuple(
            (bulletin_link(r), plain_text(lead(r)))
            for r in reversed(archive.reports_of(province.path))
            if r.place == province
        ),
        places=tuple((place_link(archive, unit.path), _newest_bulletin(archive, unit.path)) for unit in known),
        count=len(units),
        noun="xã, phường, đặc khu" if province.is_current else "đơn vị cấp huyện",
        missing=() if province.is_current else tuple(Link(u.full_name, unit_address(u)) for u in unknown),
        anchor="hien-nay" if province.is_current else "truoc-day",
    )


def _newest_bulletin(archive: Archive, path: str) -> tuple[Link, int] | None:
    reports = archive.reports_of(path)
    return (Link(reports[-1].period.title, f"{reports[-1].path}/"), len(reports)) if reports else None


def _era(unit: Unit) -> Era:
    others: tuple[Link, ...] = ()
    if lineage.is_unchanged(unit):
        story = "không sáp nhập"
    elif unit.is_current:
        story, others = (
            "được lập từ",
            tuple(Link(f"{u.full_name} cũ", f"{u.path}/") for u in lineage.predecessors(unit)),
        )
    else:
        story, others = "nay thuộc", tuple(link_to(u) for u in lineage.successors(unit))
    lifetime = f"từ {date_text(unit.since)}" if unit.since else f"đến {date_text(unit.until)}" if unit.until else ""
    kinds = [f"Đến hết ngày {date_text(last)} là {kind} {unit.name}." for last, kind in unit.former_kinds]
    units = gazetteer.districts(unit) or gazetteer.communes(unit)
    counts = Counter(below.kind for below in units)
    made_of = listed(f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    return Era(unit, upper_first(unit.full_name), lifetime, story, others, basis_text(unit), " ".join(kinds), made_of)
