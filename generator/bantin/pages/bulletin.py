"""The page of one report."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bantin.model import Archive, Corrected, Report, corrected_in
from bantin.pages import figure_rows
from bantin.pages.around import link_to, runs_on, section_of, trail_to, unit_at
from bantin.pages.cards import cards_of, said_once
from bantin.pages.doubts import Doubts, doubts_at, doubts_of
from bantin.pages.headings import AIMS, BY_PLACE, CORRECTIONS, DOUBTS, SOURCES, Heading, Headings, shown
from bantin.pages.lives import Fate, fate_of, others_of
from bantin.pages.page import Link, Page
from bantin.pages.place_tables import place_tables
from bantin.pages.procedures import beside_lists
from bantin.pages.sentences import lead, plain_text
from bantin.pages.tables import aim_table, tables_of
from bantin.pages.units import strands_of
from bantin.places import Level, Unit, gazetteer, lineage
from bantin.problems import Problem
from bantin.vietnamese import upper_first

_ROOM = 200
"""Of how many letters search engines and messengers show a description, at most."""
_CLAUSE = re.compile(r"[;.](?= |$)")


def bulletin_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The bulletin of the report that stands at an address."""
    report = archive.by_address[path]
    doubtful, aims = _doubts(doubts, report), aim_table(report)
    doubted = frozenset(doubt.location for _, doubt in doubtful)
    by_place = place_tables(report, archive, doubted=doubted)
    sections, said = (
        tables_of(report, archive.catalogue, doubted=doubted),
        lead(report, archive.catalogue, doubted=doubted),
    )
    place, corrected = report.place, corrected_in(report)
    cards = cards_of([report], archive, doubts, at=report.period)
    headings: Headings = {
        "by_place": BY_PLACE if by_place else None,
        "aims": AIMS if aims.groups else None,
        "corrections": CORRECTIONS.with_count(count_of(corrected)) if corrected else None,
        "doubts": DOUBTS.with_count(len(doubtful)) if doubtful else None,
        "assessments": Heading("Nhận định", "nhan-dinh") if report.assessments else None,
        "sources": SOURCES,
    }
    facts = {
        "headings": headings,
        "unit": place,
        "heading": upper_first(report.place_name),
        "grew": _grew(place),
        "renamed": place.level is Level.PROVINCE and fate_of(place) is Fate.RENAMED,
        "ended_early": lineage.ended_early(place),
        "runs_on": runs_on(archive, place),
        "period": report.period,
        "published": report.newest_source,
        "publishers": list(dict.fromkeys(source.publisher for source in report.sources)),
        "lead": said,
        "strands": strands_of(archive, place),
        "province_today": [link_to(u) for u in lineage.today(gazetteer.province_of(place))],
        "cards": cards,
        "cards_of": said_once(cards),
        "sections": sections,
        "by_place": by_place,
        "counted": beside_lists(archive, report),
        "told_by": [_publisher_link(archive, report, address) for address in report.told_by],
        "aims": aims,
        "bases": report.bases,
        "corrections": corrected,
        "recent": _recent(archive, corrected),
        "doubts": doubtful,
        "assessments": report.assessments,
        "sources": report.sources,
        "in_full": bulletin_link_in_full(report).title,
    }
    return Page(
        path=path,
        kind="bulletin",
        title=f"{upper_first(report.place_name)}: {report.period.name}",
        description=beginning(plain_text(said)) or description_of(report),
        trail=trail_to(archive, place.path),
        section=section_of(archive, place.path, current=path),
        contents=shown([*(section.heading for section in sections), *headings.values()]),
        facts=facts,
        kicker=f"Bản tin · {report.period.title}",
        source=report.at.source,
        updated=report.updated,
        beside={figure_rows.FILE: figure_rows.figures_file(report, sections, by_place)},
    )


def _grew(place: Unit) -> tuple[date, tuple[Link, ...]] | None:
    """Since when a unit has been larger under its name, and with what; None where it is, or ended otherwise."""
    if place.until and fate_of(place) is Fate.GREW:
        return place.until + timedelta(days=1), others_of(place)
    return None


def _doubts(doubts: Doubts, report: Report) -> list[tuple[str, Problem]]:
    """The contradictions on a report's page, each after the place that it is about where that is another one."""
    own = [("", doubt) for doubt in doubts_of(doubts, report)]
    return own + [
        (upper_first(line.place.full_name_on(report.period.end)), doubt)
        for line in report.lines
        for doubt in doubts_at(doubts, [line.figure])
    ]


def count_of(corrected: Iterable[Corrected]) -> int:
    """How many figures were corrected, each once."""
    return len({(one.bulletin, change.anchor) for one in corrected for change in one.changes})


def _recent(archive: Archive, corrected: Iterable[Corrected]) -> tuple[tuple[date, ...], int] | None:
    """The days of corrections that are news, and how many figures they were of; None where none is."""
    recent = [one for one in corrected if archive.outline.is_recent(one.on.isoformat())]
    days = sorted({one.on for one in recent})
    return (tuple(days), count_of(recent)) if recent else None


def _publisher_link(archive: Archive, report: Report, address: str) -> Link:
    """The bulletin, at an address, of the body whose table tells something of a report's place."""
    publisher = unit_at(archive, address.rpartition("/")[0])
    name = upper_first(publisher.full_name_on(report.period.end))
    return Link(f"{name}: {report.period.name}", f"{address}/#{BY_PLACE.id}")


def beginning(lead: str) -> str:
    """As many whole clauses of a lead as those who show a page's description have room for, at least the first."""
    ends = [
        end.start()
        for end in _CLAUSE.finditer(lead)
        if lead.count("(", 0, end.start()) == lead.count(")", 0, end.start())
    ]
    fitting = [end for end in ends if end <= _ROOM] or ends[:1]
    return f"{lead[: fitting[-1]]}." if fitting else lead


def description_of(report: Report) -> str:
    """What a bulletin is, where its figures make no sentence."""
    return (
        f"{upper_first(report.place_name)}, {report.period.name}: số liệu và chỉ tiêu cải cách hành chính, kèm nguồn."
    )


def bulletin_link_in_full(report: Report) -> Link:
    """The bulletin of a report where nothing says in which province its place lies."""
    province = gazetteer.province_of(report.place)
    if province == report.place:
        return bulletin_link(report)
    place = f"{upper_first(report.place_name)}, {province.full_name_on(report.period.end)}"
    return Link(f"{place}: {report.period.name}", f"{report.path}/")


def bulletin_link(report: Report) -> Link:
    """The bulletin of a report under its full title."""
    return Link(f"{upper_first(report.place_name)}: {report.period.name}", f"{report.path}/")
