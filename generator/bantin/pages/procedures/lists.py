"""A list that a province announced, as far as it was read."""

from collections.abc import Iterable, Iterator

from bantin.model import Archive
from bantin.model.procedures import Announcement, Change, Entry, Tier
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import province_link, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures.briefly import brief
from bantin.pages.procedures.former import former_of
from bantin.pages.procedures.listed import Group, Listed, page_of, printed_name
from bantin.vietnamese import upper_first


def announcement_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """A list that a province announced, as far as it was read."""
    found = next(known for known in archive.announcements if known.address == path)
    unit = unit_at(archive, found.province)
    groups = list(_groups(archive, found.entries))
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
        "entered": entered(found),
        "groups": groups,
        "doubts": doubted,
    }
    return Page(
        path,
        "announcement",
        title,
        f"{title} của {unit.full_name}: các thủ tục ban hành mới, sửa đổi, bãi bỏ.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{found.province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts,
        source=found.at.source,
        updated=found.read_on,
    )


def entered(announcement: Announcement) -> int:
    """How many procedures of a decision were entered, counted as it counts them where one way of counting gives that.

    Decisions count a procedure of two tiers once or twice, what they end or not.
    """
    staying = [entry for entry in announcement.entries if entry.change is not Change.ABOLISHED]
    counts = [n for some in (announcement.entries, staying) for n in (len({e.code.core for e in some}), len(some))]
    return next((count for count in counts if count == announcement.printed_count), counts[0])


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
