"""Where what was printed contradicts itself: the figures of each report, procedures, lists of them."""

from collections.abc import Iterable, Mapping

from bantin.model import Figure, Report, Target
from bantin.problems import Location, Problem

Doubts = Mapping[str, list[Problem]]
"""The contradictions in each file."""


def doubts_by_file(problems: Iterable[Problem]) -> Doubts:
    doubts: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.is_contradiction:  # what else there is concerns editors
            doubts.setdefault(problem.location.source, []).append(problem)
    return doubts


def doubt_count(doubts: Doubts) -> int:
    """How many contradictions there are."""
    return sum(map(len, doubts.values()))


def is_doubted(doubts: Doubts, fact: Figure | Target) -> bool:
    """Whether a figure or target contradicts something."""
    return any(doubt.location == fact.at for doubt in doubts.get(fact.at.source, ()))


def doubted_in(doubts: Doubts, report: Report) -> frozenset[Location]:
    """Where the doubtful figures and targets of a report stand."""
    return frozenset(doubt.location for doubt in doubts_of(doubts, report))


def doubts_of(doubts: Doubts, report: Report) -> list[Problem]:
    """The contradictions in what a report says of its own place."""
    return doubts_at(doubts, report.figures_and_targets)


def doubts_at(doubts: Doubts, facts: Iterable[Figure | Target]) -> list[Problem]:
    """The contradictions at some figures and targets, in the order of their files."""
    places = {fact.at for fact in facts}
    files = dict.fromkeys(at.source for at in sorted(places))
    return [doubt for file in files for doubt in doubts.get(file, ()) if doubt.location in places]
