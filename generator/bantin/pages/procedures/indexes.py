"""All procedures of a site: by what happens in life, by field, by tier, by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import Directory, LifeEvent, Sketch, Standing, Tier
from bantin.pages.addresses import EVENTS, FIELDS, field_path, procedure_path, tier_path
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import named, titled, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, PROCEDURES, Link, Page
from bantin.places import offices
from bantin.vietnamese import listed, sort_key, upper_first


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure in a list."""

    link: Link
    code: str
    tiers: str
    deadline: str
    """As printed, where one holds for all; «tùy trường hợp» of several; «» where none is known."""
    owner: str
    """The province whose own it is; «» of one that the whole country has."""
    standing: Standing


@dataclass(frozen=True, slots=True)
class Counted:
    """A page with how many procedures it lists."""

    link: Link
    count: int
    explanation: str = ""


MANY = 400
"""Of more procedures than these, a page leads to their fields, and lists none."""


def procedures_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page of all procedures."""
    directory = archive.outline.procedures
    provinces = [Link(titled(unit_at(archive, p)), f"{p}/{ADDRESS}/") for p in directory.announcing()]
    rows, tiers = _few(archive, directory.everything()), _tiers(directory)
    headings: Headings = {
        "events": Heading("Theo việc trong đời", "viec") if directory.life_events() else None,
        "fields": Heading("Theo lĩnh vực", "linh-vuc"),
        "tiers": Heading("Theo cấp giải quyết", "cap") if tiers else None,
        "provinces": Heading("Theo tỉnh, thành phố", "tinh") if provinces else None,
        "all": Heading("Tất cả thủ tục", "tat-ca").with_count(len(directory.cores())) if rows else None,
        "downloads": Heading("Tải về", "tai-ve"),
    }
    facts = {
        "headings": headings,
        "count": len(directory.cores()),
        "events": [
            Counted(_event_link(event), len(event.codes), event.explanation) for event in directory.life_events()
        ],
        "fields": _fields(directory.everything()),
        "tiers": tiers,
        "provinces": sorted(provinces, key=lambda link: sort_key(link.title)),
        "rows": rows,
    }
    description = "Thủ tục hành chính: nơi nộp, thời hạn, phí, giấy tờ và kết quả, theo lĩnh vực và theo việc cần làm."
    return Page(
        path, "procedures", "Thủ tục hành chính", description, (HOME,), contents=shown(headings.values()), facts=facts
    )


def tier_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What offices of a tier handle; its fields, where that is much."""
    tier = next(tier for tier in Tier if tier_path(tier) == f"{path}/")
    found, last = archive.outline.procedures.in_tier(tier), offices.last_day_of(tier.level) if tier.level else None
    name = f"Thủ tục do {tier} giải quyết"
    rows = _few(archive, found)
    facts = {"name": name, "last": last, "rows": rows, "fields": () if rows else _fields(found)}
    description = f"{name}: thời hạn, lĩnh vực và trang của từng thủ tục hành chính."
    return Page(path, "procedure_tier", name, description, (HOME, PROCEDURES), facts=facts)


def field_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The procedures of one field."""
    found = archive.outline.procedures.in_field(path.removeprefix(f"{FIELDS}/"))
    name = found[0].field
    return _list_page(archive, path, "procedure_field", f"Thủ tục lĩnh vực {name}", found)


def life_event_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What people need when something happens in life, in the order in which they need it."""
    event = next(e for e in archive.outline.procedures.life_events() if e.id == path.removeprefix(f"{EVENTS}/"))
    found = [sketch for core in event.codes if (sketch := archive.outline.procedures.main_of(core))]
    return _list_page(archive, path, "life_event", event.name, found, explanation=event.explanation)


def rows_of(archive: Archive, sketches: Iterable[Sketch], *, is_ordered: bool = False) -> list[Row]:
    """A row for each code, by name; as they come where they are in order."""
    by_core: dict[str, Sketch] = {}
    for sketch in sketches:
        by_core.setdefault(sketch.core, sketch)  # national records come first
    found = [_row(archive, sketch) for sketch in by_core.values()]
    return found if is_ordered else sorted(found, key=lambda row: (sort_key(row.link.title), row.code))


def _list_page(
    archive: Archive, path: str, kind: str, title: str, found: Iterable[Sketch], *, explanation: str | None = None
) -> Page:
    """A page with a table of procedures; in the order in which they come where an explanation says why."""
    rows = rows_of(archive, found, is_ordered=explanation is not None)
    facts = {"name": title, "explanation": explanation, "rows": rows}
    description = f"{title}: các thủ tục hành chính cần làm, thời hạn và nơi giải quyết."
    return Page(path, kind, title, description, (HOME, PROCEDURES), facts=facts)


def _row(archive: Archive, sketch: Sketch) -> Row:
    directory = archive.outline.procedures
    holding = directory.in_force_of(sketch.address)
    deadline, several = (holding.deadline, holding.has_several) if holding else (None, False)
    name = sketch.name or directory.name_of(sketch.core) or sketch.core
    return Row(
        Link(name, procedure_path(sketch.core)),
        sketch.core,
        listed(sketch.tiers) if sketch.tiers else "",
        deadline.text if deadline and not deadline.lacks_unit else "tùy trường hợp" if several else "",
        named(unit_at(archive, sketch.province)) if sketch.province else "",
        directory.standing_of(sketch.address),
    )


def _few(archive: Archive, found: Sequence[Sketch]) -> list[Row]:
    """The rows of procedures; none of too many for a page."""
    return [] if len({sketch.core for sketch in found}) > MANY else rows_of(archive, found)


def _fields(found: Sequence[Sketch]) -> list[Counted]:
    """The fields of procedures, by name."""
    cores: dict[str, set[str]] = {}
    names = {field_path(sketch.field): sketch.field for sketch in found if sketch.field}
    for sketch in found:
        cores.setdefault(field_path(sketch.field), set()).add(sketch.core)
    paths = sorted(names, key=lambda path: sort_key(names[path]))
    return [Counted(Link(names[path], path), len(cores[path])) for path in paths]


def _tiers(directory: Directory) -> list[Counted]:
    counts = {tier: len({sketch.core for sketch in directory.in_tier(tier)}) for tier in Tier}
    return [Counted(Link(upper_first(str(tier)), tier_path(tier)), count) for tier, count in counts.items() if count]


def _event_link(event: LifeEvent) -> Link:
    return Link(event.name, f"{EVENTS}/{event.id}/")
