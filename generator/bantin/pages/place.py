"""The page of a place: what people ask first, then its newest figures against targets and the past, its bulletins."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bantin.model import Archive, Figure, Report, last_updated, newest_report
from bantin.pages.around import basis_text, link_to, province_link, runs_on, section_of, titled, unit_at
from bantin.pages.bulletin import bulletin_link
from bantin.pages.comparisons import Comparison, comparison, newest_figures, progress, why_not_compared
from bantin.pages.doubts import Doubts, doubted_in
from bantin.pages.first_answers import Answers, asks_everything, first_answers
from bantin.pages.goals import goals_of
from bantin.pages.headings import ARTICLES, PROCEDURES, Heading, Headings, shown
from bantin.pages.histories import MOST, histories
from bantin.pages.indicator import among_others
from bantin.pages.listed_bulletins import bulletins_of
from bantin.pages.page import HOME, Link, Page
from bantin.pages.procedures import differing_at, handled_at, since_districts_ended
from bantin.pages.sentences import Words, lead
from bantin.pages.units import joined_of, strands_of
from bantin.places import Unit, gazetteer, lineage
from bantin.vietnamese import upper_first

FEW = 12
"""How many of its main figures a place's page shows; its bulletins have them all."""

ENOUGH = 8
"""Up to how many it is filled up with those of one field or channel."""
INSTEAD = ("newest", "goals", "procedures", "bulletins", "articles")
"""Which sections can be read where nothing answers what people ask first."""


def place_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The overview of a district or commune."""
    unit, reports, articles = unit_at(archive, path), archive.reports_of(path), archive.articles_of(path)
    results, land = _results(archive, reports, doubts=doubts), _land(archive, unit)
    handled, since = handled_at(archive, unit), since_districts_ended(archive, unit)
    differing, goals = differing_at(archive, unit), goals_of(reports, unit, doubts=doubts)
    has_procedures = handled or since or differing
    headings: Headings = {
        "newest": _newest_heading(reports) if results["comparisons"] else None,
        "goals": Heading(f"Chỉ tiêu năm {goals.year}", "chi-tieu") if goals else None,
        "history": Heading("Qua các kỳ", "qua-cac-ky") if results["history"] else None,
        "strands": Heading(_strands_title(unit), "truoc-va-sau") if land["strands"] and not land["runs_on"] else None,
        "procedures": PROCEDURES if has_procedures else None,
        "bulletins": Heading("Bản tin", "ban-tin") if reports else None,
        "articles": ARTICLES if articles else None,
    }
    facts = {
        "headings": headings,
        "handled": handled,
        "handled_since": since,
        "differing": differing,
        "goals": goals,
        "province": gazetteer.province_of(unit).full_name,
        "unit": unit,
        "name": titled(unit),
        "heading": upper_first(unit.full_name),
        "bulletins": bulletins_of(reports),
        "shown": shown(headings[name] for name in INSTEAD),
        "articles": [(Link(a.title, f"{a.path}/"), a.lead) for a in articles],
    }
    description = f"{upper_first(unit.full_name)}: số liệu cải cách hành chính đã công bố, chỉ tiêu và bản tin."
    return Page(
        path, "place", titled(unit), description, (HOME, province_link(archive, unit)),
        section_of(archive, path, current=""), shown(headings.values()), facts | results | land,
        updated=last_updated(reports),
    )  # fmt: skip


def _results(archive: Archive, reports: tuple[Report, ...], *, doubts: Doubts) -> dict[str, object]:
    """What the place's newest figures are, and how they compare."""
    with_results = [report for report in reports if report.figures]
    newest = with_results[-1] if with_results else None
    same_unit = [report for report in reports if newest and report.place == newest.place]
    answers = first_answers(same_unit, archive, doubts=doubts)
    every = [
        comparison(report, figure, archive, doubts=doubts)
        for report, figure in newest_figures(same_unit, archive.catalogue)
    ]
    compared = _shown_first(every)
    past = histories(with_results, _things(answers, every), doubts=doubts)
    return {
        "answers": answers,
        "says_nothing": not answers and (not reports or asks_everything(archive.catalogue)),
        "newest": _only_report(compared),
        "same_time": len({row.time for row in compared}) == 1,
        "same_slice": len({row.figure.slice for row in compared}) == 1,
        "lead": _lead(same_unit or reports, archive, doubts=doubts),
        "comparisons": compared,
        "more": len(every) - len(compared),
        "elsewhere": _elsewhere(archive, compared),
        "compared_facts": [fact for row in compared for fact in (row.figure, row.before, row.target) if fact],
        "progress": progress(compared),
        "remarks": why_not_compared(newest, compared, reports=reports, archive=archive),
        "history": past[:MOST],
        "more_history": len(past[MOST:]),
    }


def _elsewhere(archive: Archive, compared: Iterable[Comparison]) -> list[Link]:
    """Where the place stands among the others that published the same."""
    of = {row.figure.indicator.id: (row.figure.indicator, row.report.place) for row in compared}
    return [link for indicator, place in of.values() if (link := among_others(archive.outline, indicator, place))]


def _shown_first(rows: Sequence[Comparison]) -> list[Comparison]:
    """The rows of a place's table: what is of fields or channels alone only where there is little else."""
    main, aside = [row for row in rows if not _is_aside(row)], [row for row in rows if _is_aside(row)]
    return [*main[:FEW], *aside[: max(0, ENOUGH - len(main))]]


def _is_aside(row: Comparison) -> bool:
    """Whether a figure is of a field or a channel alone, and nobody aimed at it."""
    return bool(row.figure.slice.members) and not row.target


def _things(answers: Answers | None, main: Iterable[Comparison]) -> list[Figure]:
    """What a place's histories are of: what answers what people ask first, then its main figures."""
    told = [answer.card.figure for answer in (answers.all if answers else ()) if answer.card]
    return list(dict.fromkeys([*told, *(row.figure for row in sorted(main, key=_is_aside))]))


def _newest_heading(reports: Sequence[Report]) -> Heading:
    """Nothing is called the newest beside what ended nobody knows when."""
    known = newest_report([report for report in reports if report.figures])
    return Heading("Số liệu mới nhất" if known else "Số liệu đã công bố", "moi-nhat")


def _only_report(compared: list[Comparison]) -> Link | None:
    """The bulletin that all figures stand in, where it is one."""
    bulletins = list(dict.fromkeys(row.report for row in compared))
    return bulletin_link(bulletins[0]) if len(bulletins) == 1 else None


def _lead(reports: Sequence[Report], archive: Archive, *, doubts: Doubts) -> Words:
    """The lead of the newest report that has one; of reports with figures, where there are any."""
    with_results = [report for report in reports if report.figures]
    for report in reversed(with_results or reports):
        if found := lead(report, archive.catalogue, doubted=doubted_in(doubts, report)):
            return found
    return ()


def _land(archive: Archive, unit: Unit) -> dict[str, object]:
    """What the place was made of, or what became of it, and when."""
    changed = unit.until + timedelta(days=1) if unit.until else unit.since
    return {
        "province_today": [link_to(u) for u in lineage.today(gazetteer.province_of(unit))],
        "basis": basis_text(unit),
        "strands": strands_of(archive, unit),
        "ended_early": lineage.ended_early(unit),
        "runs_on": runs_on(archive, unit),
        "joined": joined_of(archive, unit),
        "until": changed - timedelta(days=1) if changed else None,
        "since": changed,
    }


def _strands_title(unit: Unit) -> str:
    return "Được lập từ" if unit.is_current else "Sau đó thuộc" if lineage.ended_early(unit) else "Nay thuộc"
