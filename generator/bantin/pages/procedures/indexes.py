"""All procedures of a site: by what happens in life, by field, by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import LifeEvent, Sketch, Standing
from bantin.pages.addresses import EVENTS, FIELDS, field_path, procedure_path
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.around import titled, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, PROCEDURES, Link, Page
from bantin.vietnamese import listed, slug, sort_key


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


def procedures_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page of all procedures."""
    directory = archive.outline.procedures
    fields = [
        Counted(Link(field, field_path(field)), len(_cores(directory.in_field(slug(field)))))
        for field in sorted(directory.fields(), key=sort_key)
    ]
    provinces = [Link(titled(unit_at(archive, p)), f"{p}/{ADDRESS}/") for p in directory.announcing()]
    headings: Headings = {
        "events": Heading("Theo việc trong đời", "viec") if directory.life_events() else None,
        "fields": Heading("Theo lĩnh vực", "linh-vuc"),
        "provinces": Heading("Theo tỉnh, thành phố", "tinh") if provinces else None,
        "all": Heading("Tất cả thủ tục", "tat-ca").with_count(len(directory.cores())),
        "downloads": Heading("Tải về", "tai-ve"),
    }
    facts = {
        "headings": headings,
        "count": len(directory.cores()),
        "events": [
            Counted(_event_link(event), len(event.codes), event.explanation) for event in directory.life_events()
        ],
        "fields": fields,
        "provinces": sorted(provinces, key=lambda link: sort_key(link.title)),
        "rows": rows_of(archive, directory.everything()),
    }
    description = "Thủ tục hành chính: nơi nộp, thời hạn, phí, giấy tờ và kết quả, theo lĩnh vực và theo việc cần làm."
    return Page(
        path, "procedures", "Thủ tục hành chính", description, (HOME,), contents=shown(headings.values()), facts=facts
    )


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
    standings = directory.standings_of(sketch.address)
    holding = [v for v, s in zip(sketch.versions, standings, strict=True) if s is Standing.IN_FORCE]
    deadline, several = (holding[-1].deadline, holding[-1].has_several) if holding else (None, False)
    name = sketch.name or directory.name_of(sketch.core) or sketch.core
    return Row(
        Link(name, procedure_path(sketch.core)),
        sketch.core,
        listed(sketch.tiers) if sketch.tiers else "",
        deadline.text if deadline and not deadline.lacks_unit else "tùy trường hợp" if several else "",
        unit_at(archive, sketch.province).full_name if sketch.province else "",
        directory.standing_of(sketch.address),
    )


def _cores(sketches: Iterable[Sketch]) -> frozenset[str]:
    return frozenset(sketch.core for sketch in sketches)


def _event_link(event: LifeEvent) -> Link:
    return Link(event.name, f"{EVENTS}/{event.id}/")
