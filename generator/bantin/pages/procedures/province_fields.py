"""What a province's offices handle of one field, where its lists name more than one page shows: a page, or several."""

from collections.abc import Iterator

from bantin.model import Archive
from bantin.model.procedures import Directory, Handled, Tier
from bantin.pages.addresses import FIELDS, province_field_path
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import province_link, titled, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures.former import former_of
from bantin.pages.procedures.handled import NO_FIELD, field_of, handled_in, has_many
from bantin.pages.procedures.listed import Group, listed_row
from bantin.pages.procedures.parts import links_of, named, part_at, paths_of, rows_in
from bantin.vietnamese import lower_first, slug, upper_first


def province_field_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """One page of a field's procedures in a province, by tier."""
    address, number = part_at(path)
    province, _, id = address.partition(f"/{FIELDS}/")
    unit, directory = unit_at(archive, province), archive.outline.procedures
    found = _in_field(directory, province)[id]
    shown_here = rows_in(found, number)
    groups = [
        Group(Heading(upper_first(str(tier)), slug(str(tier))).with_count(len(rows)), rows)
        for tier in Tier
        if (rows := tuple(listed_row(archive, one) for of, one in shown_here if of is tier))
    ]
    headings: Headings = {group.heading.id: group.heading for group in groups}
    field = field_of(directory, found[0][1])
    title = f"Thủ tục {lower_first(field) if field == NO_FIELD else f'lĩnh vực {field}'} ở {unit.full_name}"
    facts = {
        "headings": headings,
        "name": title,
        "former": former_of(archive, unit),
        "groups": groups,
        "parts": links_of(path, len(found)),
    }
    return Page(
        path,
        "province_field",
        named(title, number),
        f"{named(title, number)}: mã, tên và quyết định công bố của từng thủ tục.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts,
        kicker=upper_first(titled(unit)),
    )


def field_pages(directory: Directory, province: str) -> Iterator[str]:
    """The addresses of these pages; none where one page shows all that a province's lists name."""
    if has_many(directory, province):
        for id, found in _in_field(directory, province).items():
            yield from paths_of(province_field_path(province, id).rstrip("/"), len(found))


def _in_field(directory: Directory, province: str) -> dict[str, list[tuple[Tier, Handled]]]:
    """All that is handled, by the slug of its field, each with its tier."""
    found: dict[str, list[tuple[Tier, Handled]]] = {}
    for tier in Tier:
        for one in handled_in(directory, province, tier):
            found.setdefault(slug(field_of(directory, one)), []).append((tier, one))
    return found
