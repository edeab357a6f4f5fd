"""What a province's offices handle, and the lists that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import Change, Entry, Handled, Handling, ListSketch, Tier
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.addresses import procedure_path
from bantin.pages.around import province_link, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures.briefly import Line, brief
from bantin.pages.procedures.handled import NO_FIELD, anchor, field_of
from bantin.pages.procedures.indexes import Row, rows_of
from bantin.vietnamese import slug, sort_key, upper_first


@dataclass(frozen=True, slots=True)
class Listed:
    """A procedure that a list names."""

    code: str
    link: Link | None
    """Its page, where there is one."""
    name: str
    """As the list prints it, where that is not the title of its page."""
    by: Link | None = None
    """The newest list that names it."""
    deadlines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Procedures under one heading."""

    heading: Heading
    rows: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class OfTier:
    """What offices of one tier handle, by field."""

    heading: Heading
    is_complete: bool
    groups: tuple[Group, ...]


def province_procedures_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What offices of a province handle today, its own procedures, its lists."""
    province = path.partition("/")[0]
    unit, directory = unit_at(archive, province), archive.outline.procedures
    tiers = [found for tier in Tier if (found := _of_tier(archive, province, tier)).groups]
    own = [sketch for sketch in directory.everything() if sketch.province == province]
    lists = sorted(directory.lists_in(province), key=_newest_first)
    headings: Headings = {
        "own": Heading("Quy định riêng của tỉnh", "rieng").with_count(len(own)) if own else None,
        **{found.heading.id: found.heading for found in tiers},
        "lists": Heading("Danh mục đã đọc", "danh-muc").with_count(len(lists)) if lists else None,
    }
    facts = {
        "headings": headings,
        "name": f"Thủ tục ở {unit.full_name}",
        "unit": unit,
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
        "announcement": found,
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


def _of_tier(archive: Archive, province: str, tier: Tier) -> OfTier:
    handled = archive.outline.procedures.handled(f"{tier} {province}")
    known = [one for one in handled if one.handling is Handling.HANDLED]
    fields: dict[str, list[Handled]] = {}
    for one in known:
        fields.setdefault(field_of(archive, one), []).append(one)
    groups = tuple(
        Group(Heading(field, anchor(tier, field)), tuple(_listed(archive, one) for one in fields[field]))
        for field in sorted(fields, key=lambda field: (field == NO_FIELD, sort_key(field)))
    )
    heading = Heading(f"{upper_first(str(tier))} tiếp nhận", anchor(tier, "")).with_count(len(known))
    return OfTier(heading, archive.outline.procedures.names_all(f"{tier} {province}"), groups)


def _listed(archive: Archive, handled: Handled) -> Listed:
    page = page_of(archive, handled.core)
    by = Link(handled.by.number, f"{handled.by.address}/")
    return Listed(handled.core, page, _printed(handled.name, page), by)


def page_of(archive: Archive, core: str) -> Link | None:
    """The page of a procedure, by its name; None where there is none."""
    directory = archive.outline.procedures
    return Link(directory.name_of(core) or core, procedure_path(core)) if directory.has(core) else None


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
                _printed(entry.name, page),
                None,
                brief((None, case) for case in entry.deadlines),
            )
            for entry in found
        )
        yield Group(heading.with_count(len(rows)), rows)


def _printed(name: str, page: Link | None) -> str:
    """A name as a list prints it; «» where it is that of the procedure's page."""
    return "" if page and slug(name) in (slug(page.title), f"thu-tuc-{slug(page.title)}") else name


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
