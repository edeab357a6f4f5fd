"""Where the printed figures of each report contradict one another."""

from collections.abc import Iterable, Mapping

from bantin.model import Report
from bantin.problems import Location, Problem

Doubts = Mapping[str, list[Problem]]
"""The contradictions in each file."""


def doubts_by_file(problems: Iterable[Problem]) -> Doubts:
    doubts: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.is_contradiction:  # what else there is concerns editors
            doubts.setdefault(problem.location.source, []).append(problem)
    return doubts


def doubted_in(doubts: Doubts, report: Report) -> frozenset[Location]:
    """Where the doubtful figures and targets of a report stand."""
    return frozenset(doubt.location for doubt in doubts_of(doubts, report))


def doubts_of(doubts: Doubts, report: Report) -> list[Problem]:
    return doubts.get(report.at.source, [])
