"""Figures that are possible but unlikely, against the same place's past and its neighbours' present."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from bantin.checks.briefs import Brief, Count, amount
from bantin.checks.sums import AS_PRINTED, name_of
from bantin.model import Archive, Figure, Kind, Ledger, Period, Report, State, Target, value_of
from bantin.places import Era, Level, Unit, eras, gazetteer, lineage
from bantin.problems import Location, Problem
from bantin.vietnamese import number

FAR = 10
FEW = 10  # below this, tenfold is chance
RANKED_BEFORE = 2
"""How many years before a period the year may lie that a ranking published in it is of."""
MERGED = 2
"""How many times as many communes a province may once have had as on the last day of its districts."""
NEIGHBOURS = 4  # fewer say nothing about what is usual


def percent_over_whole(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Rates of more than 100%."""
    figures: tuple[Figure | Target, ...] = (*ledger.percents, *report.targets)
    for figure in figures:
        value = figure.value
        if isinstance(value, State):
            continue
        if value.kind is Kind.PERCENT and value.number is not None and value.number > 100:
            message = f"{name_of(figure)}: {figure.text} lớn hơn 100%."
            yield Problem(figure.at, "percent-over-whole", message, AS_PRINTED, warning=True)


def rank_total_unusual(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Ranks among more units than any group that the place may have been ranked in had at the time.

    The group may be the provinces, the places inside the province, or those of one kind («45 phường»), which are fewer;
    a source may name another.
    """
    for figure in ledger:
        value = value_of(figure)
        if value.kind is not Kind.RANK or value.of is None or figure.among:
            continue
        if value.of > _largest_group(gazetteer.province_of(report.place), report.time_of(figure)):
            of = f"{figure.text} xếp trong {number(value.of)} đơn vị"
            message = f"{name_of(figure)}: {of}, nhiều hơn số tỉnh của cả nước và số đơn vị trong tỉnh khi ấy."
            help = f"{AS_PRINTED} Nguồn nêu rõ nhóm được xếp hạng thì ghi thêm mục «Trong số»."
            yield Problem(figure.at, "rank-total-unusual", message, help, warning=True)


def _largest_group(province: Unit, time: Period) -> int:
    """How many units the largest group has in which a place of the province may have been ranked.

    What is published in a period often ranks the units of the year before. In the era of districts there were more
    communes than our tables know, which have those of its last day.
    """
    first = date(time.start.year - RANKED_BEFORE, 1, 1)
    groups = [len(gazetteer.provinces(era)) for era in _eras(first.year, time.end)]
    for era in _eras(time.start.year, time.end):
        for unit in (province, *lineage.predecessors(province), *lineage.successors(province)):
            groups.append(len(gazetteer.divisions_between(unit, era, first, time.end)))
            if era.lower is Level.DISTRICT:
                groups.append(MERGED * len(gazetteer.former_communes(unit)))
    return max(groups)


def _eras(year: int, last: date) -> list[Era]:
    """The eras that some day lies in from the beginning of a year on."""
    return [era for era in eras() if era.last_day.year >= year and (not era.first or era.first <= last)]


def far_from_past(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Counts ten times as large, or as small, as those of the year before."""
    for report in reports:
        before = archive.report_a_year_before(report)
        if not before:
            continue
        past = before.counts
        for key, figure in report.counts.items():
            earlier = past.get(key)
            if earlier and _far(amount(figure), amount(earlier)):
                message = f"{name_of(figure)}: ghi {figure.text}, còn {before.period.name} là {earlier.text}."
                yield Problem(figure.at, "far-from-past", message, AS_PRINTED, warning=True)


def figures_copied(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Files whose figures are all those of an earlier period of the same place."""
    seen: dict[tuple[tuple[str, str, str], ...], Report] = {}
    for report in reports:
        texts = tuple(sorted((f.slice.id, f.indicator.id, f.text) for f in report.figures))
        if len(texts) < 3:
            continue
        earlier = seen.setdefault(texts, report)
        if earlier != report:
            message = f"Cả {len(texts)} số liệu của tệp này giống hệt {earlier.period.name} ({earlier.at.source})."
            help = "Đối chiếu lại từng số với nguồn của kỳ này; có lẽ tệp được chép từ kỳ trước mà chưa sửa."
            yield Problem(report.at, "figures-copied", message, help, warning=True)


def far_from_neighbours(reports: Sequence[Brief]) -> Iterator[Problem]:
    """Counts ten times as large, or as small, as is usual inside the province."""
    by_fact: dict[tuple[object, str, str], list[tuple[Count, Decimal]]] = {}
    for report in reports:
        for count in map(Count._make, report.counts):
            fact = (report.time, count.slice, count.indicator)
            by_fact.setdefault(fact, []).append((count, Decimal(count.amount)))
    for facts in by_fact.values():
        if len(facts) <= NEIGHBOURS:
            continue
        usual = median(value for _, value in facts)
        for count, value in facts:
            if _far(value, usual):
                middle = f"mức giữa của {len(facts)} đơn vị trong tỉnh là {number(round(usual))}"
                message = f"{count.name}: ghi {count.text}, còn {middle}."
                at = Location(count.source, count.line, count.column)
                yield Problem(
                    at, "far-from-neighbours", message, AS_PRINTED, warning=True,
                    accepted=count.accepted, length=len(count.text),
                )  # fmt: skip


def _far(value: Decimal | None, usual: Decimal | None) -> bool:
    if value is None or usual is None or max(value, usual) < FEW * FAR:
        return False
    return value >= usual * FAR or usual >= value * FAR
