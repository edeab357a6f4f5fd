"""The page of a procedure: the answer first, then everything that its sources print."""

from collections.abc import Sequence

from bantin.model import Archive
from bantin.model.procedures import Procedure
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.addresses import field_path, procedure_path
from bantin.pages.around import province_link, titled, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.page import HOME, PROCEDURES, Link, Page
from bantin.pages.procedures.answers import tiers_of
from bantin.pages.procedures.doubted import doubted_here
from bantin.pages.procedures.elsewhere import elsewhere
from bantin.pages.procedures.fates import coming, link_to, replacements, standing_sentence
from bantin.pages.procedures.former import former_of
from bantin.pages.procedures.linked_data import linked_data
from bantin.pages.procedures.records import Record, record_of
from bantin.vietnamese import slug, upper_first

PORTAL = "https://dichvucong.gov.vn"
"""The State's own portal of procedures, which has the last word."""


def procedure_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page of a procedure, whoever tells of it."""
    core = path.removeprefix(f"{ADDRESS}/")
    known = [found for found in archive.procedures if found.code.address == core]
    main = next((found for found in known if not found.province), known[0])
    others = [found for found in archive.procedures if found is not main and _is_about(found, core)]
    sources = tuple(source for found in (main, *others) for source in found.sources)
    record, here = record_of(archive, main, sources), unit_at(archive, main.province) if main.province else None
    rows = [row for found in others if (row := elsewhere(archive, record_of(archive, found, sources)))]
    doubted = doubted_here(archive, doubts, known if main.province else [main])
    headings = _headings(record, elsewhere=bool(rows), doubts=bool(doubted))
    facts = _facts(archive, record) | {
        "doubts": doubted,
        "headings": headings,
        "elsewhere": rows,
        "owner": here.full_name if here else "",
        "former": former_of(archive, here) if here else None,
        "shared": link_to(archive, main.shared) if main.shared else None,
        "sources": sources,
    }
    name = record.name
    return Page(
        path,
        "procedure",
        name,
        f"{name} ({main.code.text}): nơi nộp, thời hạn, phí, giấy tờ và kết quả.",
        (HOME, PROCEDURES, *([Link(main.field, field_path(main.field))] if main.field else [])),
        contents=shown(headings.values()),
        facts=facts,
        kicker=f"Thủ tục hành chính · {main.code.text}",
        source=main.at.source,
        updated=main.newest_source,
        also=(*archive.outline.procedures.nicknames_of(main.code.core), main.code.text),
        linked_data=linked_data(main, name, record.answer, called=_called(archive, record)),
    )


def procedure_here_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What one province says of a procedure that the whole country has, beside the national rule."""
    main = next(found for found in archive.procedures if found.address == path)
    national = next(found for found in archive.procedures if found.address == f"{ADDRESS}/{main.code.address}")
    unit, sources = unit_at(archive, main.province), (*main.sources, *national.sources)
    record, common = (record_of(archive, found, sources) for found in (main, national))
    doubted = doubted_here(archive, doubts, [main])
    headings = {
        **_headings(record, elsewhere=False, doubts=bool(doubted)),
        "ways": None,
        "conditions": None,
        "bases": None,
    }
    facts = _facts(archive, record, where=unit.full_name) | {
        "doubts": doubted,
        "headings": headings,
        "owner": unit.full_name,
        "former": former_of(archive, unit),
        "national": common,
        "national_standing": standing_sentence(common.standing, common.told),
        "national_link": Link("Trang của thủ tục", procedure_path(main.code.core)),
        "sources": sources,
    }
    name = record.name
    return Page(
        path,
        "procedure_here",
        f"{name} ở {unit.full_name}",
        f"{name} ở {unit.full_name}: thời hạn, phí và nơi nộp, cạnh quy định chung.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{main.province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts,
        kicker=f"{upper_first(titled(unit))} · {main.code.text}",
        source=main.at.source,
        updated=main.newest_source,
    )


def _is_about(procedure: Procedure, core: str) -> bool:
    """Whether a file tells of a procedure, or of what a province has of its own for it."""
    return core in (procedure.code.address, procedure.shared.lower())


def _facts(archive: Archive, record: Record, where: str = "") -> dict[str, object]:
    """What both kinds of pages tell of a file."""
    procedure = record.procedure
    return {
        "procedure": procedure,
        "name": record.name,
        "field": Link(procedure.field, field_path(procedure.field)) if procedure.field else None,
        "called": _called(archive, record),
        "tiers": tiers_of(procedure),
        "answer": record.answer,
        "has_ended": record.standing.is_ended,
        "standing": standing_sentence(record.standing, record.told, where),
        "replaced_by": replacements(archive, record.standing, record.told),
        "coming": coming(archive, record.told, record.others),
        "others": record.others,
        "portal": procedure.portal or PORTAL,
    }


def _headings(record: Record, *, elsewhere: bool, doubts: bool) -> Headings:
    answer = record.answer
    found: dict[str, Heading | None] = dict.fromkeys(("ways", "papers", "conditions", "bases"))
    if answer:
        version = answer.version
        found = {
            "ways": Heading("Cách nộp", "cach-nop") if answer.differs_by_way else None,
            "papers": Heading("Giấy tờ phải nộp", "giay-to") if answer.papers else None,
            "conditions": Heading("Yêu cầu, điều kiện", "dieu-kien") if version.conditions else None,
            "bases": Heading("Căn cứ pháp lý", "can-cu") if version.bases else None,
        }
    return {
        **found,
        "elsewhere": Heading("Ở từng tỉnh", "tung-tinh") if elsewhere else None,
        "doubts": DOUBTS if doubts else None,
        "history": Heading("Các bản khác" if answer else "Các bản", "cac-ban") if record.others else None,
        "sources": SOURCES,
    }


def _called(archive: Archive, record: Record) -> Sequence[str]:
    """What else it is called, but for the name with «Thủ tục» before it."""
    nicknames = archive.outline.procedures.nicknames_of(record.procedure.code.core)
    same = {slug(record.name), f"thu-tuc-{slug(record.name)}"}
    return [other for other in dict.fromkeys((*record.procedure.aliases, *nicknames)) if slug(other) not in same]
