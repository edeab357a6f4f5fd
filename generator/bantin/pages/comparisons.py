"""A place's newest figures against its targets and its past, and why not where that would not be honest.

Figures compare with the same stretch of the year before, on the same base and in the same slice; with targets of the
same year. Every comparison may be «not known».
"""

from dataclasses import dataclass

from bantin.model import Archive, Bound, Figure, Indicator, Kind, Report, Slice, State, Target, Value
from bantin.pages import charts
from bantin.pages.addresses import indicator_path
from bantin.pages.charts import Chart, Part
from bantin.pages.tables import BulletinTables, Cell
from bantin.vietnamese import listed, lower_first, slug


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of the newest bulletin against its target and against the same stretch of the year before."""

    cell: Cell
    value: Value | State
    slice: str
    target: str
    goal: Value | None
    """The same target's value."""
    verdict: str
    """«đạt», «chưa đạt» or «chưa rõ»; «» without a target."""
    before: str

    @property
    def mark(self) -> str:
        """The verdict as a class name."""
        return slug(self.verdict)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One indicator of one slice over the periods of a place."""

    label: str
    path: str
    slice: str
    unit: str
    texts: tuple[str, ...]


def comparisons(report: Report, tables: BulletinTables, archive: Archive) -> list[Comparison]:
    """Every figure of a report with its target and with the year before, where there is one."""
    earlier = archive.report_a_year_before(report)
    return [
        Comparison(
            tables.cell(figure),
            figure.value,
            figure.slice.label,
            *_against_target(report, figure, archive),
            _before(figure, earlier),
        )
        for figure in report.figures
        if figure.variant == 1
    ]


def why_not_compared(newest: Report | None, reports: tuple[Report, ...], archive: Archive) -> list[str]:
    """What a place's page says where there is nothing to compare with; `newest` is the last report with figures."""
    if not newest:
        alone = "Nơi này mới công bố chỉ tiêu, chưa công bố kết quả nên chưa có gì để so với chỉ tiêu."
        return [alone] if reports else []
    remarks = []
    if not archive.report_a_year_before(newest):
        others = [r.period.name for r in reports if r.figures and r != newest]
        known = f" Các kỳ đã có ({listed(others)}) dài ngắn khác nhau nên không so được." if others else ""
        remarks.append(f"Chưa so được với cùng kỳ năm trước: kỳ đó chưa có số liệu ở đây.{known}")
    year = newest.period.end.year
    if not any(r.targets and r.period.start.year <= year <= r.period.end.year for r in reports):
        remarks.append(f"Chưa so được với chỉ tiêu: chỉ tiêu năm {year} chưa có ở đây.")
    return remarks


def progress(compared: list[Comparison]) -> Chart | None:
    """Exact shares that have a target in percent, as bars; none where there is no such share."""
    parts = []
    for row in compared:
        share, goal = row.value, row.goal
        if isinstance(share, State) or not goal or share.number is None or goal.number is None:
            continue
        if share.kind is Kind.PERCENT and share.bound is Bound.EXACT and goal.kind is Kind.PERCENT:
            label = f"{row.cell.label}, {lower_first(row.slice)}"
            parts.append((Part(label, row.cell.text, share.number), goal.number, row.verdict))
    return charts.progress("hinh-chi-tieu", "So với chỉ tiêu (vạch đứng là chỉ tiêu)", parts) if parts else None


def history(reports: list[Report]) -> list[HistoryRow]:
    """The indicators that at least two periods published, oldest slice order kept, newest period first."""
    rows: dict[tuple[str, str], tuple[Indicator, Slice, dict[str, str]]] = {}
    for report in reports:
        for figure in report.figures:
            if figure.variant == 1 and not figure.as_of:
                key = figure.slice.id, figure.indicator.id
                rows.setdefault(key, (figure.indicator, figure.slice, {}))[2][report.period.slug] = figure.text
    periods = [report.period.slug for report in reversed(reports)]
    return [
        HistoryRow(i.label, indicator_path(i), part.label, i.unit, tuple(texts.get(slug, "") for slug in periods))
        for i, part, texts in rows.values()
        if len(texts) > 1
    ]


def _against_target(report: Report, figure: Figure, archive: Archive) -> tuple[str, Value | None, str]:
    for other in archive.reports_of(report.place.path):
        for target in other.targets:
            same = target.indicator == figure.indicator and target.slice == figure.slice and not target.due
            if same and other.period.start <= report.period.end <= other.period.end:
                return target.text, target.value, _verdict(figure, target)
    return "", None, ""


def _before(figure: Figure, earlier: Report | None) -> str:
    for other in earlier.figures if earlier else ():
        same = other.indicator == figure.indicator and other.slice == figure.slice and other.base == figure.base
        if same and other.variant == 1:
            return other.text
    return ""


def _verdict(figure: Figure, target: Target) -> str:
    if isinstance(figure.value, State):
        return "chưa rõ"
    met = figure.value.meets(target.value, better=figure.indicator.better)
    return {True: "đạt", False: "chưa đạt", None: "chưa rõ"}[met]
