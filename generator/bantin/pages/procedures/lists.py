"""A list that a province announced, as far as it was read."""

from collections.abc import Iterable, Iterator

from bantin.model import Archive
from bantin.model.procedures import Change, Entry, Tier
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import province_link, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures.briefly import brief
from bantin.pages.procedures.former import former_of
from bantin.pages.procedures.listed import Group, Listed, page_of, printed_name
from bantin.pages.procedures.parts import links_of, named, part_at, rows_in
from bantin.vietnamese import upper_first


def announcement_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """A list that a province announced, as far as it was read."""
    address, number = part_at(path)
    found = next(known for known in archive.announcements if known.address == address)
    unit, groups = unit_at(archive, found.province), list(_groups(archive, rows_in(found.entries, number)))
    doubted = [("", doubt) for doubt in doubts.get(found.at.source, ())]
    headings: Headings = {
        **{group.heading.id: group.heading for group in groups},
        "doubts": DOUBTS if doubted else None,
        "sources": SOURCES,
    }
    title = f"Danh mục theo Quyết định số {found.decision.number}"
    facts = {
        "headings": headings,
        "name": title,
        "unit": unit,
        "former": former_of(archive, unit),
        "announcement": found,
        "parts": links_of(path, len(found.entries)),
        "groups": groups,
        "doubts": doubted,
    }
    return Page(
        path,
        "announcement",
        named(title, number),
        f"{named(title, number)} của {unit.full_name}: các thủ tục ban hành mới, sửa đổi, bãi bỏ.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{found.province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts,
        source=found.at.source,
        updated=found.read_on,
    )


def _groups(archive: Archive, entries: Iterable[Entry]) -> Iterator[Group]:
    by_kind: dict[tuple[Change, Tier], list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault((entry.change, entry.tier), []).append(entry)
    for (change, tier), found in by_kind.items():
        heading = Heading(f"{upper_first(str(change))}: {tier}", f"{change.name.lower()}-{tier.name.lower()}")
        rows = tuple(
            Listed(
                entry.code.text,
                page := page_of(archive, entry.code.core),
                printed_name(entry.name, page),
                None,
                brief((None, case) for case in entry.deadlines),
            )
            for entry in found
        )
        yield Group(heading.with_count(len(rows)), rows)
