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
from bantin.pages.procedures.handled import MANY, field_of, handled_in, has_many
from bantin.pages.procedures.listed import Group, listed_row
from bantin.vietnamese import slug, upper_first


def province_field_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """One page of a field's procedures in a province, by tier."""
    province, _, told = path.partition(f"/{FIELDS}/")
    id, _, numbered = told.partition("/trang-")
    found, number = _in_field(archive.outline.procedures, province)[id], int(numbered or 1)
    unit, field = unit_at(archive, province), field_of(archive.outline.procedures, found[0][1])
    groups = [
        Group(Heading(upper_first(str(tier)), slug(str(tier))).with_count(len(rows)), rows)
        for tier in Tier
        if (rows := tuple(listed_row(archive, one) for of, one in _part(found, number) if of is tier))
    ]
    headings: Headings = {group.heading.id: group.heading for group in groups}
    title = f"Thủ tục lĩnh vực {field} ở {unit.full_name}"
    facts = {
        "headings": headings,
        "name": title,
        "former": former_of(archive, unit),
        "groups": groups,
        "parts": [
            Link(str(n), province_field_path(province, field, n), n == number) for n in range(1, _parts(len(found)) + 1)
        ],
    }
    name = f"{title}, phần {number}" if number > 1 else title
    return Page(
        path,
        "province_field",
        name,
        f"{name}: mã, tên và quyết định công bố của từng thủ tục.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts,
        kicker=upper_first(titled(unit)),
    )


def field_pages(directory: Directory, province: str) -> Iterator[str]:
    """The addresses of these pages; none where one page shows all that a province's lists name."""
    if has_many(directory, province):
        for id, found in _in_field(directory, province).items():
            yield from (province_field_path(province, id, n + 1).rstrip("/") for n in range(_parts(len(found))))


def _in_field(directory: Directory, province: str) -> dict[str, list[tuple[Tier, Handled]]]:
    """All that is handled, by the slug of its field, each with its tier."""
    found: dict[str, list[tuple[Tier, Handled]]] = {}
    for tier in Tier:
        for one in handled_in(directory, province, tier):
            found.setdefault(slug(field_of(directory, one)), []).append((tier, one))
    return found


def _parts(count: int) -> int:
    return -(-count // MANY)


def _part(found: list[tuple[Tier, Handled]], number: int) -> list[tuple[Tier, Handled]]:
    return found[(number - 1) * MANY : number * MANY]
