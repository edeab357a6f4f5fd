"""The rules: each finds what the examples of its codes show, and a doubt may be accepted.

A rule's test is found by its name: `pytest -k sums_differ`. Its examples are the folders of tests/sites/broken/ that are
called as its codes.
"""

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from types import ModuleType

import pytest
from conftest import SITES, TODAY, Site
from making import DONE, EARLY_RATE, archive, figure, report
from test_broken import break_as

from bantin.checks import differences, plausibility, prose, records, references, rules, sums, targets, times
from bantin.checks.briefs import brief_of
from bantin.model import Accounts, Archive, Ledger
from bantin.problems import CODES, Problem
from bantin.site import Edition

Rule = Callable[..., Iterable[Problem]]

EXAMPLES: dict[Rule, tuple[str, ...]] = {
    sums.sums_differ: ("sum-differs",),
    sums.rates_differ: ("rate-differs", "rate-truncated"),
    sums.rate_of_no_count: ("rate-of-no-count",),
    sums.shares_differ: ("shares-differ",),
    sums.impossible_together: ("figures-impossible",),
    sums.scores_above_maximum: ("score-over-maximum",),
    differences.sources_differ: ("sources-differ",),
    differences.change_differs: ("change-differs",),
    times.indicator_not_then: ("indicator-not-then",),
    times.published_before_end: ("published-before-end",),
    times.in_the_future: ("in-the-future",),
    times.period_twice: ("period-twice",),
    times.periods_misfit: ("periods-misfit",),
    times.running_total_shrinks: ("running-total-shrinks",),
    plausibility.percent_over_whole: ("percent-over-whole",),
    plausibility.rank_total_unusual: ("rank-total-unusual",),
    plausibility.far_from_past: ("far-from-past",),
    plausibility.figures_copied: ("figures-copied",),
    plausibility.far_from_neighbours: ("far-from-neighbours",),
    targets.target_without_basis: ("target-without-basis",),
    prose.dates_in_report: ("date-impossible",),
    prose.dates_in_article: ("date-impossible", "weekday-differs"),
    prose.numbers_unknown: ("number-unknown",),
    prose.sections_empty: ("section-empty",),
    prose.image_not_described: ("image-not-described",),
    prose.texts_copied: ("text-copied",),
    records.published_figures_changed: ("figure-changed", "figure-removed"),
    references.references_lead_nowhere: ("reference-unknown", "reference-malformed"),
    references.addresses_collide: ("address-taken",),
}
"""The codes of each rule that an example shows."""


@pytest.mark.parametrize(
    ("rule", "code"),
    [pytest.param(rule, code, id=f"{rule.__name__}:{code}") for rule, codes in EXAMPLES.items() for code in codes],
)
def test_a_rule_finds_what_the_example_of_its_code_shows(rule: Rule, code: str, site: Site):
    assert found(rule, site.archive()) == set()

    break_as(SITES / "broken" / code, site)

    assert code in found(rule, site.archive())


def test_every_rule_is_asked():
    assert {*EXAMPLES} == {*rules.CHECKS}


@pytest.mark.parametrize(
    "module", [sums, differences, times, plausibility, targets, prose, records, references], ids=lambda m: m.__name__
)
def test_every_code_of_a_subject_is_shown_by_a_rule(module: ModuleType):
    shown = {code for rule, codes in EXAMPLES.items() if rule.__module__ == module.__name__ for code in codes}

    assert {text for text in texts(module) if text in CODES} <= shown


def test_a_doubt_that_the_file_accepts_carries_the_reason_and_stops_nagging():
    doubtful = figure(EARLY_RATE, "54%", accepted="nguồn in như vậy ở cả hai trang")
    kept = archive(whole := report(figure(DONE, "19/34"), doubtful))
    edition = Edition(tuple(rules.problems_of(kept)), kept)

    assert [problem.accepted for problem in edition.problems] == ["nguồn in như vậy ở cả hai trang"]
    assert edition.open_problems == ()
    bulletin = next(page for page in edition.pages if page.path == whole.path)
    assert bulletin.facts["doubts"][0][1].accepted == "nguồn in như vậy ở cả hai trang"


def found(rule: Rule, archive: Archive) -> set[str]:
    """The codes that one rule finds in an archive."""
    return {problem.code for arguments in asked(rule, archive) for problem in rule(*arguments)}


def asked(rule: Rule, archive: Archive) -> Iterator[tuple[object, ...]]:
    """What a rule is asked with, once for each thing that it is about."""
    if rule in rules.OF_ACCOUNTS:
        yield from ((Accounts(Ledger(report, archive.catalogue)),) for report in archive.reports)
    elif rule in rules.OF_A_REPORT:
        yield from ((report, Ledger(report, archive.catalogue)) for report in archive.reports)
    elif rule in rules.OF_TODAY:
        yield from ((report, TODAY) for report in archive.reports)
    elif rule in rules.OF_A_PLACE:
        yield from ((tuple(group), archive) for _, group in groupby(archive.reports, key=lambda report: report.place))
    elif rule in rules.OF_A_PROVINCE:
        inside = (report for report in archive.reports if report.path.startswith("kien-giang/"))
        yield (tuple(map(brief_of, inside)),)
    elif rule in rules.OF_THE_PUBLISHED:
        yield from ((departed,) for departed in archive.departed)
    else:
        yield from ((article, archive) for article in archive.articles)


def texts(module: ModuleType) -> Iterator[str]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
