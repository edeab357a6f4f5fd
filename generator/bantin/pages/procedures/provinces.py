"""What a province's offices handle, its own procedures, and the lists that say so."""

from collections import Counter
from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import Handled, ListSketch, Tier
from bantin.pages.addresses import LISTS
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import province_link, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures.former import former_of
from bantin.pages.procedures.handled import anchor, field_of, fields_in, handled_in, has_many, in_order
from bantin.pages.procedures.indexes import Row, rows_of
from bantin.pages.procedures.listed import Group, listed_row
from bantin.places import Unit
from bantin.vietnamese import upper_first


@dataclass(frozen=True, slots=True)
class OfTier:
    """What offices of one tier handle, by field."""

    heading: Heading
    is_complete: bool
    groups: tuple[Group, ...]
    """None where there is too much for one page."""
    fields: tuple[tuple[Link, int], ...]
    """The pages of fields then, each with how many procedures of the tier it has."""


def province_procedures_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What offices of a province handle today, its own procedures, its lists."""
    province = path.partition("/")[0]
    unit, directory = unit_at(archive, province), archive.outline.procedures
    tiers = [found for tier in Tier if (found := _of_tier(archive, unit, tier))]
    own = [sketch for sketch in directory.everything() if sketch.province == province]
    lists = sorted(directory.lists_in(province), key=_newest_first)
    headings: Headings = {
        "own": Heading(f"Quy định riêng của {unit.kind}", "rieng").with_count(len(own)) if own else None,
        **{found.heading.id: found.heading for found in tiers},
        "lists": Heading("Danh mục đã đọc", LISTS).with_count(len(lists)) if lists else None,
    }
    facts = {
        "headings": headings,
        "name": f"Thủ tục ở {unit.full_name}",
        "unit": unit,
        "former": former_of(archive, unit),
        "tiers": tiers,
        "own": _own(archive, rows_of(archive, own), province),
        "lists": [(Link(f"Quyết định số {known.number}", f"{known.address}/"), known) for known in lists],
    }
    description = f"{upper_first(unit.full_name)}: các thủ tục hành chính mà cơ quan ở tỉnh và xã tiếp nhận."
    return Page(
        path,
        "province_procedures",
        f"Thủ tục ở {unit.full_name}",
        description,
        (HOME, province_link(archive, unit)),
        contents=shown(headings.values()),
        facts=facts,
    )


def _of_tier(archive: Archive, unit: Unit, tier: Tier) -> OfTier | None:
    directory, province = archive.outline.procedures, unit.path
    known = handled_in(directory, province, tier)
    if not known:
        return None
    fields: dict[str, list[Handled]] = {}
    for one in known:
        fields.setdefault(field_of(directory, one), []).append(one)
    counts = Counter({field: len(found) for field, found in fields.items()})
    is_apart = has_many(directory, province)
    verb = "tiếp nhận" if unit.is_current else "đã tiếp nhận"
    return OfTier(
        Heading(f"{upper_first(str(tier))} {verb}", anchor(tier, "")).with_count(len(known)),
        directory.names_all(f"{tier} {province}"),
        () if is_apart else tuple(_group(archive, fields[field], tier=tier, field=field) for field in in_order(fields)),
        fields_in(directory, province, tier, counts=counts) if is_apart else (),
    )


def _group(archive: Archive, found: list[Handled], *, tier: Tier, field: str) -> Group:
    return Group(Heading(field, anchor(tier, field)), tuple(listed_row(archive, one) for one in found))


def _own(archive: Archive, rows: list[Row], province: str) -> list[tuple[Row, Link]]:
    """Each with the page that tells of it: of a national procedure what the province says, else the procedure's own."""
    has_national = archive.outline.procedures.has_national
    return [
        (row, Link(row.link.title, f"{province}/{ADDRESS}/{row.code.lower()}/"))
        if has_national(row.code)
        else (row, row.link)
        for row in rows
    ]


def _newest_first(known: ListSketch) -> tuple[int, str]:
    return -(known.day.toordinal() if known.day else 0), known.address
