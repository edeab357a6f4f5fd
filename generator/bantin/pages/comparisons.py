"""A place's newest figures against its targets and its past, and why not where that would not be honest.

Figures compare with the same stretch of the year before, on the same base and in the same slice; with targets of the
same year. Every comparison may be «not known».
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from bantin.model import Archive, Bound, Catalogue, Figure, Kind, Period, Report, State, Target, are_as_long
from bantin.pages import charts
from bantin.pages.charts import Goal, Part, Progress
from bantin.pages.doubts import Doubts, is_doubted
from bantin.pages.leads import Places
from bantin.pages.tones import Tone
from bantin.vietnamese import lower_first


class Verdict(StrEnum):
    """Whether a figure meets its target; the value is the class that the style sheet knows it by."""

    MET = "dat"
    MISSED = "chua-dat"
    UNKNOWN = "chua-ro"


class Reason(Enum):
    """Why a page compares nothing."""

    NO_RESULTS = "only targets were published yet"
    NO_YEAR_BEFORE = "there is no report of the same stretch of the year before"
    OTHER_UNIT_THEN = "that report is about another unit of this path"
    ONLY_TARGETS_THEN = "that report has no figures"
    NOTHING_ALIKE = "that report has no figure of the same indicator, slice and base"
    NO_TARGETS = "nobody published targets of this year"


class Misfit(Enum):
    """What keeps a period that there is from being the one of the year before."""

    UNIT = "it is of another unit"
    YEAR = "it is the same stretch of another year"
    LENGTH = "it is longer or shorter"
    PART = "it is as long, and another part of the year"


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a page compares nothing, with what it knows besides."""

    reason: Reason
    year: int
    others: tuple[tuple[Misfit, tuple[Period, ...]], ...] = ()
    """The periods that there are, by what keeps them from being compared; where that is not known they are absent."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure against its target and against the same stretch of the year before."""

    report: Report
    """The one that it stands in."""
    figure: Figure
    doubted: bool
    target: Target | None
    verdict: Verdict | None
    """None without a target, or with one in words."""
    before: Figure | None
    before_doubted: bool = False

    @property
    def time(self) -> Period:
        """What the figure speaks of."""
        return self.report.time_of(self.figure)


_VERDICTS = {True: Verdict.MET, False: Verdict.MISSED, None: Verdict.UNKNOWN}
_TONES = {Verdict.MET: Tone.GOOD, Verdict.MISSED: Tone.NEUTRAL, Verdict.UNKNOWN: Tone.BLANK}


def newest_figures(reports: Iterable[Report], catalogue: Catalogue) -> list[tuple[Report, Figure]]:
    """The newest figure of each main indicator and slice, in the order of the lists; where no indicator is a main one,
    of each. `reports` are of one unit, oldest first."""
    every = list(reports)
    found = newest_of_each(every, catalogue)
    return main_ones(found, every) or found


def newest_of_each(reports: Iterable[Report], catalogue: Catalogue) -> list[tuple[Report, Figure]]:
    """The newest figure of each indicator and slice, in the order of the lists. `reports` are of one unit, oldest
    first."""
    found: dict[tuple[str, str], tuple[Report, Figure]] = {}
    for report in reports:
        for figure in report.figures:
            key = figure.slice.id, figure.indicator.id
            if figure.variant == 1 and not (key in found and newness(*found[key]) > newness(report, figure)):
                found[key] = report, figure
    order = Places(catalogue)
    return sorted(found.values(), key=lambda pair: order(pair[1].slice, pair[1].indicator))


def main_ones(found: Iterable[tuple[Report, Figure]], reports: Iterable[Report]) -> list[tuple[Report, Figure]]:
    """Those of some figures that a lead tells by themselves, or that have a target in any of some reports."""
    targets = [target for report in reports for target in report.targets]
    aimed_at = {(target.slice.id, indicator.id) for target in targets for indicator in target.indicators}
    return [
        (report, figure)
        for report, figure in found
        if figure.indicator.phrase or (figure.slice.id, figure.indicator.id) in aimed_at
    ]


def newness(report: Report, figure: Figure) -> tuple[date, bool, int]:
    """What orders figures by the last day of their times, oldest first; of two that ended on one day the longer one is
    the newer, for it says more. What ended nobody knows when ended on its first day at the earliest, and counts so."""
    time = report.time_of(figure)
    return time.start if time.end_unknown else time.end, not time.end_unknown, -time.start.toordinal()


def comparison(report: Report, figure: Figure, archive: Archive, *, doubts: Doubts) -> Comparison:
    """A figure of a report with its target and with the year before, where there is one."""
    target, earlier = _target(figure, report, archive=archive), archive.report_a_year_before(report)
    before, doubted = _before(figure, earlier), is_doubted(doubts, figure)
    return Comparison(
        report,
        figure,
        doubted,
        target,
        verdict_of(figure, target, doubted=doubted) if target and not target.is_in_words else None,
        before,
        before is not None and is_doubted(doubts, before),
    )


def why_not_compared(
    newest: Report | None, compared: Sequence[Comparison], *, reports: tuple[Report, ...], archive: Archive
) -> list[Remark]:
    """What a place's page says where there is nothing to compare with; `newest` is the last report with figures."""
    if not newest:
        return [Remark(Reason.NO_RESULTS, reports[-1].period.year)] if reports else []
    remarks = [] if any(row.before for row in compared) else [_without_year_before(newest, reports, archive=archive)]
    year = newest.period.year
    if not any(r.targets and r.period.start.year <= year <= r.period.end.year for r in reports):
        remarks.append(Remark(Reason.NO_TARGETS, year))
    return remarks


def progress(compared: list[Comparison]) -> Progress | None:
    """Exact shares that have a target in percent, as bars; none where there is no such share."""
    goals = []
    for row in compared:
        share, goal = row.figure.value, row.target.value if row.target else None
        if isinstance(share, State) or not goal or not row.verdict or share.number is None or goal.number is None:
            continue
        if goal.upto is not None:  # a mark has one place
            continue
        if share.kind is Kind.PERCENT and share.bound is Bound.EXACT and goal.kind is Kind.PERCENT:
            label = f"{row.figure.indicator.label}, {lower_first(row.figure.slice.label)}"
            part, wanted = Part(label, row.figure.text, share.number), row.target.text if row.target else ""
            goals.append(Goal(part, goal.number, wanted, row.verdict, _TONES[row.verdict]))
    return charts.progress("So với chỉ tiêu (vạch đứng), thang từ 0 đến 100%", goals) if goals else None


def _target(figure: Figure, report: Report, *, archive: Archive) -> Target | None:
    for other in archive.reports_of(report.place.path):
        covers = other.place == report.place and is_of(report.time_of(figure), other.period)
        for target in other.targets if covers else ():
            if figure.indicator in target.indicators and target.slice == figure.slice and not target.due:
                return target
    return None


def verdict_of(figure: Figure, target: Target, *, doubted: bool) -> Verdict:
    """Whether a figure meets a target; a doubted one does not tell."""
    if doubted or isinstance(figure.value, State):
        return Verdict.UNKNOWN
    return _VERDICTS[figure.value.meets(target.value, better=figure.indicator.better)]


def _before(figure: Figure, earlier: Report | None) -> Figure | None:
    for other in earlier.figures if earlier else ():
        if measure(figure) == measure(other) and other.variant == 1 and _own_times_compare(figure.as_of, other.as_of):
            return other
    return None


def measure(figure: Figure) -> tuple[object, ...]:
    """What a figure says something of: figures of one measure compare."""
    return figure.slice.id, figure.indicator, figure.base, figure.scale, figure.among


def is_of(time: Period, aimed_at: Period) -> bool:
    """Whether a time ends in the period of a target, as far as it is known when it ends."""
    return not time.end_unknown and aimed_at.start <= time.end <= aimed_at.end


def _own_times_compare(time: Period | None, before: Period | None) -> bool:
    """Whether two figures that state their own times state the same stretch of two years; or none does."""
    if time and before:
        return _is_a_year_before(before, time)
    return time is before


def _without_year_before(newest: Report, reports: tuple[Report, ...], *, archive: Archive) -> Remark:
    before = archive.report_a_year_before(newest)
    if before:
        return Remark(Reason.NOTHING_ALIKE if before.figures else Reason.ONLY_TARGETS_THEN, newest.period.year)
    if any(_is_a_year_before(other.period, newest.period) for other in reports):
        return Remark(Reason.OTHER_UNIT_THEN, newest.period.year)
    found: dict[Misfit, list[Period]] = {}
    for other in reports:
        if other.figures and other != newest and (misfit := _misfit(other, newest)):
            found.setdefault(misfit, []).append(other.period)
    others = tuple((misfit, tuple(found[misfit])) for misfit in Misfit if misfit in found)
    return Remark(Reason.NO_YEAR_BEFORE, newest.period.year, others)


def _is_a_year_before(period: Period, later: Period) -> bool:
    return period.stretch == later.stretch and period.year == later.year - 1


def _misfit(other: Report, newest: Report) -> Misfit | None:
    one, two = other.period, newest.period
    if other.place != newest.place:
        return Misfit.UNIT
    if one.stretch == two.stretch:
        return Misfit.YEAR
    if (alike := are_as_long(one, two)) is False:
        return Misfit.LENGTH
    return Misfit.PART if alike and one.shape is two.shape else None
