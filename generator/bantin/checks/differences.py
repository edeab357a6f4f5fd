"""What is printed twice in different words: by two sources, or as a change from what was printed before."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bantin.checks.sums import AS_PRINTED, name_of
from bantin.model import Archive, Difference, Figure, Kind, Ledger, Period, Report, Stretch, Value
from bantin.problems import Problem

Fact = tuple[str, str, str]
"""What one fact is of: the ids of slice, indicator and base."""


def sources_differ(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Sources that print one fact with numbers of which not both can be true."""
    facts: dict[tuple[Fact, Stretch, int], list[Figure]] = {}
    for figure in report.figures:
        time = report.time_of(figure)
        facts.setdefault((_fact(figure), time.stretch, time.year), []).append(figure)
    for figures in facts.values():
        for one, other in combinations(figures, 2):
            if _differ(one, other):
                apart = set(one.sources).isdisjoint(other.sources)
                who = "một nguồn ghi" if apart else "nguồn ghi"
                also = "nguồn khác ghi" if apart else "chỗ khác ghi"
                message = f"{name_of(other)}: {who} {one.text}, {also} {other.text}; hai con số không thể cùng đúng."
                yield Problem(other.at, "sources-differ", message, AS_PRINTED, warning=True)
                break


def change_differs(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Printed changes that are not those between the figure and the one printed for the period they speak of."""
    earlier: dict[Fact, list[tuple[Period, Figure]]] = {}
    for report in reports:
        for figure in report.figures:
            earlier.setdefault(_fact(figure), []).append((report.time_of(figure), figure))
    for report in reports:
        for figure in report.figures:
            if not figure.difference or not isinstance(figure.value, Value):
                continue
            then = [pair for pair in earlier[_fact(figure)] if figure.difference.is_from(pair[0])]
            if then and not any(_agrees(figure, figure.difference, before) for _, before in then):
                time, before = then[0]
                message = (
                    f"{name_of(figure)}: nguồn ghi {figure.text}, {figure.change}; còn {time.name} là {before.text}."
                )
                yield Problem(figure.at, "change-differs", message, AS_PRINTED, warning=True)


def _fact(figure: Figure) -> Fact:
    return figure.slice.id, figure.indicator.id, figure.base.id if figure.base else ""


def _agrees(figure: Figure, difference: Difference, before: Figure) -> bool:
    """Whether the change may be right as far as anybody knows."""
    if not isinstance(figure.value, Value) or not isinstance(before.value, Value) or figure.among != before.among:
        return True
    return difference.agrees(before.value, figure.value) is not False


def _differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one fact cannot both be true; those of another measure or group are two facts."""
    first, second = one.value, other.value
    if not isinstance(first, Value) or not isinstance(second, Value) or one.among != other.among:
        return False
    alike = first.kind is second.kind or {first.kind, second.kind} == {Kind.COUNT, Kind.RATIO}
    if not alike or (first.of and second.of and first.of != second.of):
        return False
    return not first.unrounded.intersects(second.unrounded)
