"""Figures that are possible but unlikely, against the same place's past and its neighbours' present."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from bantin.checks.sums import AS_PRINTED, name_of
from bantin.model import Archive, Figure, Kind, Ledger, Report, State, Target, value_of
from bantin.places import era_of, gazetteer
from bantin.problems import Problem
from bantin.vietnamese import number

FAR = 10
FEW = 10  # below this, tenfold is chance
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
    """Ranks among as many units as there are neither provinces at the time nor units inside the province."""
    for figure in ledger:
        value = value_of(figure)
        if value.kind is not Kind.RANK or value.of is None:
            continue
        province = gazetteer.province_of(report.place)
        era = era_of(province)
        usual = {len(gazetteer.provinces(era)), len(gazetteer.divisions(province, era))}
        if value.of not in usual:
            known = ", ".join(str(count) for count in sorted(usual) if count)
            message = f"{name_of(figure)}: {figure.text} xếp trong {number(value.of)} đơn vị, không phải {known}."
            yield Problem(figure.at, "rank-total-unusual", message, AS_PRINTED, warning=True)


def far_from_past(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Counts ten times as large, or as small, as those of the year before."""
    for report in reports:
        before = archive.report_a_year_before(report)
        if not before:
            continue
        past = before.counts
        for key, figure in report.counts.items():
            earlier = past.get(key)
            if earlier and _far(value_of(figure).number, value_of(earlier).number):
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


def far_from_neighbours(reports: Sequence[Report]) -> Iterator[Problem]:
    """Counts ten times as large, or as small, as is usual inside the province."""
    by_fact: dict[tuple[str, str, str], list[tuple[Figure, Decimal]]] = {}
    for report in reports:
        for key, figure in report.counts.items():
            value = value_of(figure).number
            if value is not None:
                by_fact.setdefault((report.period.slug, *key), []).append((figure, value))
    for facts in by_fact.values():
        if len(facts) <= NEIGHBOURS:
            continue
        usual = median(value for _, value in facts)
        for figure, value in facts:
            if _far(value, usual):
                middle = f"mức giữa của {len(facts)} đơn vị trong tỉnh là {number(round(usual))}"
                message = f"{name_of(figure)}: ghi {figure.text}, còn {middle}."
                yield Problem(figure.at, "far-from-neighbours", message, AS_PRINTED, warning=True)


def _far(value: Decimal | None, usual: Decimal | None) -> bool:
    if value is None or usual is None or max(value, usual) < FEW * FAR:
        return False
    return value >= usual * FAR or usual >= value * FAR
