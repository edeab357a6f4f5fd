"""Which targets of a place were met, missed, or neither as far as anybody knows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.model import Figure, Indicator, Period, Report, Target
from bantin.pages.comparisons import Verdict, is_of, newness, verdict_of
from bantin.pages.doubts import Doubts, is_doubted
from bantin.places import Unit

MOST = 12
"""How many targets the page of a place names."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure that a target is held against."""

    report: Report
    figure: Figure
    verdict: Verdict
    doubted: bool

    @property
    def time(self) -> Period:
        """What the figure speaks of."""
        return self.report.time_of(self.figure)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target, and what came of it."""

    plan: Report
    target: Target
    outcomes: tuple[Outcome, ...]
    """The newest figure of each thing that it is a target of, where there is one."""

    @property
    def verdict(self) -> Verdict:
        """Missed as soon as one thing is missed; met only where all are met."""
        found = {outcome.verdict for outcome in self.outcomes}
        if Verdict.MISSED in found:
            return Verdict.MISSED
        is_all = len(self.outcomes) == len(self.target.indicators)
        return Verdict.MET if is_all and found == {Verdict.MET} else Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class Goals:
    """The targets of a year."""

    year: int
    all: tuple[Goal, ...]

    @property
    def counts(self) -> tuple[tuple[Verdict, int], ...]:
        """How many were met, missed, or neither is known."""
        found = Counter(goal.verdict for goal in self.all)
        return tuple((verdict, found[verdict]) for verdict in Verdict if found[verdict])

    @property
    def named(self) -> tuple[Goal, ...]:
        """Those that a page names: of which something is known, in the order of the file."""
        return self._known[:MOST]

    @property
    def more(self) -> int:
        """How many others there are of which something is known."""
        return len(self._known) - len(self.named)

    @property
    def plans(self) -> tuple[Report, ...]:
        """The reports that set them, each with all of its targets."""
        return tuple(dict.fromkeys(goal.plan for goal in self.all))

    @property
    def _known(self) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.all if goal.outcomes)


def goals_of(reports: Sequence[Report], unit: Unit, *, doubts: Doubts) -> Goals | None:
    """What became of the newest year's targets of a unit; None where it set none for a time that is known."""
    plans = [report for report in reports if report.place == unit and any(not one.due for one in report.targets)]
    if not plans:
        return None
    year = max(plan.period.year for plan in plans)
    found = (_goals(plan, reports, doubts=doubts) for plan in plans if plan.period.year == year)
    return Goals(year, tuple(goal for of_plan in found for goal in of_plan))


def _goals(plan: Report, reports: Iterable[Report], *, doubts: Doubts) -> Iterator[Goal]:
    told = [(report, figure) for report in reports if report.place == plan.place for figure in report.figures]
    within = [(report, figure) for report, figure in told if is_of(report.time_of(figure), plan.period)]
    within.sort(key=lambda said: newness(*said))
    newest = {(figure.slice.id, figure.indicator.id): (report, figure) for report, figure in within if _counts(figure)}
    for target in plan.targets:
        if not target.due:
            outcomes = (_outcome(target, indicator, newest, doubts=doubts) for indicator in target.indicators)
            yield Goal(plan, target, tuple(outcome for outcome in outcomes if outcome))


def _counts(figure: Figure) -> bool:
    return figure.variant == 1 and not figure.is_state


def _outcome(
    target: Target, of: Indicator, newest: dict[tuple[str, str], tuple[Report, Figure]], *, doubts: Doubts
) -> Outcome | None:
    found = newest.get((target.slice.id, of.id))
    if not found or target.is_in_words:
        return None
    report, figure = found
    doubted = is_doubted(doubts, figure)
    return Outcome(report, figure, verdict_of(figure, target, doubted=doubted), doubted)
