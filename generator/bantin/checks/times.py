"""Figures against the calendar: when indicators existed, when periods end, when a sum may not shrink."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from bantin.checks.sums import AS_PRINTED, name_of
from bantin.model import Archive, Breakdown, Figure, Indicator, Ledger, Report, Shape, Value, value_of
from bantin.problems import Problem
from bantin.vietnamese import date_text

_CUMULATIVE = (Shape.FIRST_MONTHS, Shape.YEAR)


def indicator_not_then(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Indicators and breakdowns that do not exist in the period of their file."""
    dated = {b.id: b for b in ledger.catalogue.breakdowns if b.since or b.until}
    for figure in report.figures_and_targets:
        terms: list[tuple[str, Indicator | Breakdown]] = [(figure.indicator.label, figure.indicator)]
        terms += [(m.label, dated[m.breakdown]) for m in figure.slice.members if m.breakdown in dated]
        for label, term in terms:
            if term.since and report.period.end.year < term.since:
                message = f"«{label}» có từ năm {term.since}, mà kỳ này là {report.period.name}."
            elif term.until and report.period.start.year > term.until:
                message = f"«{label}» dùng đến hết năm {term.until}, mà kỳ này là {report.period.name}."
            else:
                continue
            help = "Xem lại tên chỉ số hoặc kỳ; nếu nguồn vẫn dùng tên này thì giữ nguyên."
            yield Problem(figure.at, "indicator-not-then", message, help, warning=True)


def published_before_end(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Sources that were published before the period ended."""
    used = {figure.source.at: figure.source for figure in report.figures if not figure.as_of}
    for source in used.values():
        if source.published and source.published < report.period.end:
            message = (
                f"Nguồn công bố ngày {date_text(source.published)}, trước ngày cuối kỳ {date_text(report.period.end)}."
            )
            help = "Xem lại ngày của nguồn hoặc tên tệp; chốt sổ sớm thì ghi ngày thật ở mục «Kỳ»."
            yield Problem(source.at, "published-before-end", message, help, warning=True)


def in_the_future(report: Report, today: date) -> Iterator[Problem]:
    """Sources, and periods with figures, of days to come."""
    for source in report.sources:
        if source.published and source.published > today:
            message = f"Nguồn ghi ngày {date_text(source.published)}, là ngày chưa đến."
            yield Problem(source.at, "in-the-future", message, "Xem lại ngày, tháng, năm.")
    if report.figures and report.period.start > today:
        message = f"Kỳ này bắt đầu ngày {date_text(report.period.start)}, là ngày chưa đến, nên chưa thể có số liệu."
        yield Problem(report.at, "in-the-future", message, "Xem lại tên tệp; kế hoạch thì ghi ở mục «Chỉ tiêu».")


def running_total_shrinks(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Counts since the start of a year that are smaller in a longer period."""
    seen: dict[tuple[int, str, str], tuple[Figure, Report]] = {}
    for report in sorted(reports, key=lambda r: r.period.end):
        if report.period.shape not in _CUMULATIVE:
            continue
        for figure in report.figures:
            if (
                not figure.indicator.cumulative
                or not isinstance(figure.value, Value)
                or figure.variant > 1
                or figure.as_of
            ):
                continue
            key = report.period.year, figure.slice.id, figure.indicator.id
            earlier = seen.get(key)
            if earlier and figure.value.interval.is_below(value_of(earlier[0]).interval):
                message = (
                    f"{name_of(figure)}: {report.period.name} ghi {figure.text}, "
                    f"ít hơn {earlier[0].text} của {earlier[1].period.name}."
                )
                yield Problem(figure.at, "running-total-shrinks", message, AS_PRINTED, warning=True)
            seen[key] = figure, report


def periods_misfit(reports: Sequence[Report], archive: Archive) -> Iterator[Problem]:
    """Neighbouring periods that overlap or leave days between them."""
    for shape in (Shape.YEAR, Shape.QUARTER, Shape.MONTH):
        ordered = sorted((r for r in reports if r.period.shape is shape), key=lambda r: (r.period.year, r.period.part))
        for before, after in pairwise(ordered):
            stated = "Kỳ" if before.period.stated or after.period.stated else ""
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
    seen: dict[tuple[date, date], Report] = {}
    for report in reports:
        if report.period.shape is Shape.AS_OF:
            continue  # a state and a flow may end on one day
        earlier = seen.setdefault((report.period.start, report.period.end), report)
        if earlier != report and earlier.place == report.place:
            message = f"Tệp này cùng kỳ với {earlier.at.source}."
            yield Problem(report.at, "period-twice", message, "Gộp số liệu vào một tệp rồi xóa tệp kia.")
