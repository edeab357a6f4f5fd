"""The page of a procedure: the answer first, then everything that its sources print."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bantin.model import Archive, Source
from bantin.model.procedures import Procedure, Standing
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.addresses import field_path, procedure_path
from bantin.pages.around import province_link, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.page import HOME, PROCEDURES, Link, Page
from bantin.pages.procedures.answers import Answer, answers, replacements, standing_sentence, tiers_of
from bantin.pages.procedures.briefly import Line
from bantin.pages.procedures.doubted import doubted_here
from bantin.pages.procedures.linked_data import linked_data
from bantin.vietnamese import slug, upper_first

PORTAL = "https://dichvucong.gov.vn"
"""The State's own portal of procedures, which has the last word."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What one province says of a procedure."""

    province: Link
    page: Link
    deadlines: tuple[Line, ...]
    fees: tuple[Line, ...]
    decision: str
    standing: Standing


def procedure_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page of a procedure, whoever tells of it."""
    core = path.removeprefix(f"{ADDRESS}/")
    known = [found for found in archive.procedures if found.code.address == core]
    main = next((found for found in known if not found.province), known[0])
    here = unit_at(archive, main.province) if main.province else None
    others = [found for found in archive.procedures if found is not main and _is_about(found, core)]
    facts = _facts(archive, main) | {
        "elsewhere": [row for found in others if (row := _elsewhere(archive, found))],
        "owner": here.full_name if here else "",
        "shared": _link(archive, main.shared) if main.shared else None,
        "doubts": doubted_here(archive, doubts, known if main.province else [main]),
    }
    headings = _headings(facts, elsewhere=bool(facts["elsewhere"]))
    return Page(
        path,
        "procedure",
        _name(archive, main),
        _description(archive, main),
        (HOME, PROCEDURES, *([Link(main.field, field_path(main.field))] if main.field else [])),
        contents=shown(headings.values()),
        facts=facts | {"headings": headings},
        kicker=f"Thủ tục hành chính · {main.code.text}",
        source=main.at.source,
        updated=main.newest_source,
        linked_data=linked_data(main, _name(archive, main), facts["answer"]),
    )


def procedure_here_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What one province says of a procedure that the whole country has, beside the national rule."""
    main = next(found for found in archive.procedures if found.address == path)
    core = main.code.address
    national = next((found for found in archive.procedures if found.address == f"{ADDRESS}/{core}"), None)
    unit = unit_at(archive, main.province)
    facts = _facts(archive, main) | {
        "elsewhere": [],
        "owner": unit.full_name,
        "shared": None,
        "doubts": doubted_here(archive, doubts, [main]),
        "national": _facts(archive, national)["answer"] if national else None,
        "national_link": Link("Trang của thủ tục", procedure_path(main.code.core)),
    }
    headings = {**_headings(facts, elsewhere=False), "ways": None, "conditions": None, "bases": None}
    name = _name(archive, main)
    return Page(
        path,
        "procedure_here",
        f"{name} ở {unit.full_name}",
        f"{name} ở {unit.full_name}: thời hạn, phí và nơi nộp, cạnh quy định chung.",
        (HOME, province_link(archive, unit), Link("Thủ tục", f"{main.province}/{ADDRESS}/")),
        contents=shown(headings.values()),
        facts=facts | {"headings": headings},
        kicker=f"{upper_first(unit.full_name)} · {main.code.text}",
        source=main.at.source,
        updated=main.newest_source,
    )


def _is_about(procedure: Procedure, core: str) -> bool:
    """Whether a file tells of a procedure, or of what a province has of its own for it."""
    return core in (procedure.code.address, procedure.shared.lower())


def _facts(archive: Archive, procedure: Procedure) -> dict[str, object]:
    directory, sources = archive.outline.procedures, _cited(procedure)
    told = answers(procedure, directory.standings_of(procedure.address), sources)
    standing = directory.standing_of(procedure.address)
    answer = next((one for one in told if one.standing is Standing.IN_FORCE), None)
    return {
        "procedure": procedure,
        "name": _name(archive, procedure),
        "field": Link(procedure.field, field_path(procedure.field)) if procedure.field else None,
        "called": _called(procedure, _name(archive, procedure), directory.nicknames_of(procedure.code.core)),
        "tiers": tiers_of(procedure),
        "answer": answer,
        "is_abolished": standing is Standing.ABOLISHED,
        "standing": standing_sentence(standing, told),
        "replaced_by": [_link(archive, core) for core in replacements(told)],
        "others": [one for one in told if one is not answer],
        "sources": sources,
        "portal": procedure.portal or PORTAL,
    }


def _headings(facts: dict[str, object], *, elsewhere: bool) -> Headings:
    answer = facts["answer"]
    found: dict[str, Heading | None] = dict.fromkeys(("ways", "papers", "conditions", "bases"))
    if isinstance(answer, Answer):
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
        "doubts": DOUBTS if facts["doubts"] else None,
        "history": Heading("Các bản khác" if answer else "Các bản", "cac-ban") if facts["others"] else None,
        "sources": SOURCES,
    }


def _cited(procedure: Procedure) -> tuple[Source, ...]:
    """The sources of all versions, in the order of the file."""
    cited = chain.from_iterable(version.sources for version in procedure.versions)
    return tuple(source for source in procedure.sources if source in {*cited}) or procedure.sources


def _elsewhere(archive: Archive, procedure: Procedure) -> Elsewhere | None:
    if not procedure.province:
        return None
    facts, unit = _facts(archive, procedure), unit_at(archive, procedure.province)
    told = facts["answer"] or next(iter(facts["others"]), None)  # type: ignore[call-overload]
    has_own_page = archive.outline.procedures.has_national(procedure.code.core)
    path = f"{procedure.address}/" if has_own_page else procedure_path(procedure.code.core)
    if not isinstance(told, Answer):
        return None
    return Elsewhere(
        Link(upper_first(unit.full_name), f"{procedure.province}/{ADDRESS}/"),
        Link(procedure.code.text, path),
        told.deadlines,
        told.fees,
        told.name,
        told.standing,
    )


def _link(archive: Archive, core: str) -> Link:
    directory = archive.outline.procedures
    name = directory.name_of(core)
    return Link(f"{name} ({core})" if name else core, procedure_path(core) if directory.has(core) else "")


def _name(archive: Archive, procedure: Procedure) -> str:
    """Its name; of a province's file that leaves it to the national record, that record's."""
    return procedure.name or archive.outline.procedures.name_of(procedure.code.core) or procedure.code.text


def _called(procedure: Procedure, name: str, nicknames: Sequence[str]) -> tuple[str, ...]:
    """What else it is called, but for the name with «Thủ tục» before it."""
    same = {slug(name), f"thu-tuc-{slug(name)}"}
    return tuple(other for other in (*procedure.aliases, *nicknames) if slug(other) not in same)


def _description(archive: Archive, procedure: Procedure) -> str:
    return f"{_name(archive, procedure)} ({procedure.code.text}): nơi nộp, thời hạn, phí, giấy tờ và kết quả."
