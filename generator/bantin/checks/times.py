"""Figures against the calendar: when indicators existed, when periods end, when a sum may not shrink."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from bantin.checks.sums import AS_PRINTED, name_of
from bantin.model import (
    Archive,
    Breakdown,
    Figure,
    Indicator,
    Ledger,
    Period,
    Report,
    Shape,
    Target,
    Value,
    are_one,
    earliest_end,
    holds,
    value_of,
)
from bantin.problems import Problem
from bantin.vietnamese import date_text


def indicator_not_then(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Indicators and breakdowns that do not exist in the time of their figure."""
    dated = {b.id: b for b in ledger.catalogue.breakdowns if b.since or b.until}
    for figure in report.figures_and_targets:
        time = report.time_of(figure) if isinstance(figure, Figure) else report.period
        for label, term in _dated_terms(figure, dated):
            if term.since and time.end.year < term.since and not time.is_open:
                message = f"«{label}» có từ năm {term.since}, mà {_this(time, report)} là {time.name}."
            elif term.until and time.start.year > term.until:
                message = f"«{label}» dùng đến hết năm {term.until}, mà {_this(time, report)} là {time.name}."
            else:
                continue
            help = "Xem lại tên chỉ số hoặc kỳ; nếu nguồn vẫn dùng tên này thì giữ nguyên."
            yield Problem(figure.at, "indicator-not-then", message, help, warning=True)


def _dated_terms(figure: Figure | Target, dated: dict[str, Breakdown]) -> Iterator[tuple[str, Indicator | Breakdown]]:
    """What a figure is of that there was not always."""
    indicator = figure.indicator
    if indicator.since or indicator.until:
        yield indicator.label, indicator
    for member in figure.slice.members if dated else ():
        if member.breakdown in dated:
            yield member.label, dated[member.breakdown]


def _this(time: Period, report: Report) -> str:
    return "kỳ này" if time is report.period else "con số này"


def published_before_end(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Sources that were published before the period can have ended."""
    used = {source.at: source for figure in report.figures if not figure.as_of for source in figure.sources}
    period = report.period
    for source in used.values():
        if source.published and source.published < earliest_end(period):
            day = date_text(source.published)
            message = f"Nguồn công bố ngày {day}, khi kỳ này ({period.name}) chưa kết thúc."
            if period.end_known:
                message = f"Nguồn công bố ngày {day}, trước ngày cuối kỳ {date_text(period.end)}."
            help = "Xem lại ngày của nguồn hoặc tên tệp; chốt sổ sớm thì ghi ngày thật ở mục «Kỳ»."
            yield Problem(source.at, "published-before-end", message, help, warning=True)


def in_the_future(report: Report, today: date) -> Iterator[Problem]:
    """Sources, corrections, and periods with figures, of days to come."""
    for erratum in dict.fromkeys(one.erratum for figure in report.corrected for one in figure.corrections):
        if erratum.on > today:
            message = f"Đính chính ghi ngày {date_text(erratum.on)}, là ngày chưa đến."
            yield Problem(erratum.at, "in-the-future", message, "Xem lại ngày, tháng, năm.")
    for source in report.sources:
        if source.published and source.published > today:
            message = f"Nguồn ghi ngày {date_text(source.published)}, là ngày chưa đến."
            yield Problem(source.at, "in-the-future", message, "Xem lại ngày, tháng, năm.")
    period = report.period
    if report.figures and period.start > today:
        begins = f"bắt đầu ngày {date_text(period.start)}" if period.start_known else f"là {period.name}"
        message = f"Kỳ này {begins}, chưa đến, nên chưa thể có số liệu."
        yield Problem(report.at, "in-the-future", message, "Xem lại tên tệp; kế hoạch thì ghi ở mục «Chỉ tiêu».")


def running_total_shrinks(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Counts that only grow and are smaller in a period than in another that it holds."""
    counted: dict[tuple[str, str], list[tuple[Period, Figure]]] = {}
    for report in reports:
        for figure in report.figures:
            if figure.indicator.cumulative and isinstance(figure.value, Value) and figure.variant == 1:
                counted.setdefault((figure.slice.id, figure.indicator.id), []).append((report.time_of(figure), figure))
    inside = _inside(time for facts in counted.values() for time, _ in facts)
    for facts in counted.values() if inside else ():
        for whole, total in facts:
            within = inside.get(id(whole), ())
            parts = [(part, count) for part, count in facts if id(part) in within and _is_less(total, count)]
            if parts:
                part, count = max(parts, key=lambda found: value_of(found[1]).number or 0)
                message = f"{name_of(total)}: {whole.name} ghi {total.text}, ít hơn {count.text} của {part.name}."
                yield Problem(total.at, "running-total-shrinks", message, AS_PRINTED, warning=True)


def _inside(times: Iterable[Period]) -> dict[int, set[int]]:
    """Which of some periods lie in which, each object by its `id`: it is the time of many figures."""
    distinct = {id(time): time for time in times}
    found = {one: {other for other, part in distinct.items() if holds(whole, part)} for one, whole in distinct.items()}
    return {one: parts for one, parts in found.items() if parts}


def _is_less(one: Figure, other: Figure) -> bool:
    return value_of(one).unrounded.is_below(value_of(other).unrounded) is True


def periods_misfit(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Neighbouring periods whose stated days overlap or leave days between them."""
    for shape in (Shape.YEAR, Shape.QUARTER, Shape.MONTH, Shape.WEEK):
        ordered = sorted((r for r in reports if r.period.shape is shape), key=lambda r: (r.period.year, r.period.part))
        for before, after in pairwise(ordered):
            stated = before.period.end_known and after.period.start_known
            apart = (after.period.start - before.period.end).days
            if not stated or not before.period.leads_to(after.period) or apart == 1:
                continue
            how = "chồng lên" if apart < 1 else "không nối tiếp"
            message = (
                f"Kỳ này bắt đầu ngày {date_text(after.period.start)}, {how} {before.period.name}, "
                f"kết thúc ngày {date_text(before.period.end)}."
            )
            yield Problem(
                after.at, "periods-misfit", message, "Xem lại «Từ» và «Đến» ở mục «Kỳ» của hai tệp.", warning=True
            )


def period_twice(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Two files of one place and one period."""
    seen: list[Report] = []
    for report in reports:
        earlier = next((other for other in seen if are_one(report.period, other.period)), None)
        if earlier and earlier.place == report.place:
            message = f"Tệp này cùng kỳ với {earlier.at.source}."
            yield Problem(report.at, "period-twice", message, "Gộp số liệu vào một tệp rồi xóa tệp kia.")
        seen.append(report)
