"""Rules that need more than one value: each turns part of an archive into the problems it finds.

Messages are read by citizens too: what a rule warns of is printed on the bulletin's page. A rule never raises: problems
are values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bantin.checks import differences, plausibility, prose, records, references, sums, targets, times
from bantin.checks.briefs import Brief, brief_of
from bantin.checks.procedures import of_procedures
from bantin.model import Archive, Figure, Report, Target, accounts_of, grouped
from bantin.places import province_path
from bantin.problems import Problem, in_order

OF_ACCOUNTS = (
    sums.sums_differ,
    sums.rates_differ,
    sums.rate_of_no_count,
    sums.shares_differ,
    sums.scores_above_maximum,
    sums.impossible_together,
)
"""Rules for the sums and rates of one report."""
OF_A_REPORT = (
    differences.sources_differ,
    times.indicator_not_then,
    times.published_before_end,
    plausibility.percent_over_whole,
    plausibility.rank_total_unusual,
    targets.target_without_basis,
    prose.dates_in_report,
)
"""Rules for one report, with its ledger."""
OF_TODAY = (times.in_the_future,)
"""Rules for one report, on the day of the check."""
OF_A_PLACE = (
    times.period_twice,
    times.periods_misfit,
    times.running_total_shrinks,
    differences.change_differs,
    plausibility.far_from_past,
    plausibility.figures_copied,
)
"""Rules for all reports of one place, oldest first."""
OF_A_PROVINCE = (plausibility.far_from_neighbours, prose.texts_copied)
"""Rules for all reports inside one province, as much of each as is kept: `briefs`."""
OF_THE_PUBLISHED = (records.published_figures_changed,)
"""Rules for what was published and is not printed word for word now."""
OF_AN_ARTICLE = (
    references.references_lead_nowhere,
    references.addresses_collide,
    prose.numbers_unknown,
    prose.sections_empty,
    prose.dates_in_article,
    prose.image_not_described,
)
OF_A_PAGE = (references.references_lead_nowhere,)
"""Rules for one page about no single place."""
CHECKS = (*OF_ACCOUNTS, *OF_A_REPORT, *OF_TODAY, *OF_A_PLACE, *OF_A_PROVINCE, *OF_THE_PUBLISHED, *OF_AN_ARTICLE)
"""All rules. `links` and `addresses` hold those of the whole site, which rest on more than an archive."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules find in some reports and texts; the rest is known only beside others of their province."""

    problems: tuple[Problem, ...]
    """A doubt that the file accepts carries the reason."""
    unneeded: tuple[Problem, ...]
    """A word on each figure that accepts a doubt where there was none."""
    briefs: tuple[Brief, ...]
    """The reports, by place, then by the end of their periods."""


def judged(archive: Archive, today: date = date.max, *, beside: Archive | None = None) -> Judged:
    """What the rules find in what an archive holds; `beside` holds that too, and whatever its texts mention."""
    whole = beside or archive
    found = [problem for report in archive.reports for problem in _of_report(report, whole)]
    found += [problem for report in archive.reports for rule in OF_TODAY for problem in rule(report, today)]
    for _, group in groupby(archive.reports, key=lambda report: report.place):
        reports = tuple(group)
        found += [problem for rule in OF_A_PLACE for problem in rule(reports, whole)]
    found += [problem for article in archive.articles for rule in OF_AN_ARTICLE for problem in rule(article, whole)]
    found += [problem for page in archive.pages for rule in OF_A_PAGE for problem in rule(page, whole)]
    found += [problem for departed in archive.departed for rule in OF_THE_PUBLISHED for problem in rule(departed)]
    problems, unneeded = _accepted(archive, found)
    entered = of_procedures(archive.procedures, archive.announcements)
    return Judged((*problems, *entered), tuple(unneeded), tuple(map(brief_of, archive.reports)))


def all_problems(parts: Iterable[Judged]) -> tuple[Problem, ...]:
    """What all rules find in several parts of an archive, in the order of files and lines."""
    known = list(parts)
    briefs = sorted((brief for part in known for brief in part.briefs), key=lambda brief: brief.place)
    by_province = grouped(briefs, lambda brief: province_path(brief.place))
    found = [problem for here in by_province.values() for rule in OF_A_PROVINCE for problem in rule(here)]
    doubted = {problem.location for problem in found}
    for part in known:
        found += part.problems
        found += (problem for problem in part.unneeded if problem.location not in doubted)
    return in_order(found)


def problems_of(archive: Archive, today: date = date.max) -> tuple[Problem, ...]:
    """What all rules find, in the order of files and lines."""
    return all_problems([judged(archive, today)])


def _of_report(report: Report, archive: Archive) -> Iterator[Problem]:
    accounts = accounts_of(report, archive.catalogue)
    for of_accounts in OF_ACCOUNTS:
        yield from of_accounts(accounts)
    for rule in OF_A_REPORT:
        yield from rule(report, accounts.ledger)


def _accepted(archive: Archive, found: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems, those that their figure accepts with its reason, and a word on acceptances of nothing."""
    doubtful = {problem.location for problem in found if problem.warning}
    values = {
        v.at: v for report in archive.reports for v in report.figures_and_targets if v.accepted or v.at in doubtful
    }
    problems, doubted = [], set()
    for problem in found:
        value = values.get(problem.location) if problem.warning else None
        if value:
            doubted.add(problem.location)
        problems.append(replace(problem, accepted=value.accepted, length=len(value.text)) if value else problem)
    accepting = (value for at, value in values.items() if value.accepted and at not in doubted)
    return problems, [_unneeded(value) for value in accepting]


def _unneeded(value: Figure | Target) -> Problem:
    message = f"«{value.indicator.label}» có mục «Chấp nhận», nhưng không còn gì đáng ngờ ở đây."
    return Problem(value.at, "acceptance-unneeded", message, "Xóa dòng «Chấp nhận».", warning=True)
