"""What a place published of one thing time after time, and where that cannot be read in one line.

A line goes on only between times of one length, of the same unit and by the same definition; elsewhere it breaks, and
the table says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bantin.model import Figure, Period, Report, are_as_long
from bantin.pages import figure_charts
from bantin.pages.comparisons import measure
from bantin.pages.doubts import Doubts, is_doubted
from bantin.pages.lines import Lines
from bantin.pages.measures import Measures, measures_of

MOST = 6
"""How many histories a page shows."""


class Break(Enum):
    """Why a figure does not go on from the one before it."""

    UNIT = "another unit published that one"
    MEASURE = "that one is on another base, out of more points or among others"
    LENGTH = "that one is of a longer or shorter time, or of what runs until a day"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a history."""

    report: Report
    figure: Figure
    doubted: bool
    broken: Break | None = None

    @property
    def time(self) -> Period:
        """What it speaks of."""
        return self.report.time_of(self.figure)


@dataclass(frozen=True, slots=True)
class History:
    """One indicator of one slice over the periods of a place, the oldest first."""

    points: tuple[Point, ...]

    @property
    def figure(self) -> Figure:
        """The newest of them, for its indicator and slice."""
        return self.points[-1].figure

    @property
    def newest_first(self) -> tuple[Point, ...]:
        """As its table lists them."""
        return self.points[::-1]

    @property
    def measures(self) -> Measures:
        """Where its table says its unit."""
        return measures_of(point.figure for point in self.points)

    @property
    def chart(self) -> Lines | None:
        """A line of those that are of one measure with the newest."""
        alike = [point for point in self.points if measure(point.figure) == measure(self.figure)]
        return figure_charts.history([(point.report, point.figure) for point in alike])

    @property
    def is_one_measure(self) -> bool:
        """Whether all say one thing, whose base its caption can say for all."""
        return Break.MEASURE not in self.breaks

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Why some of them cannot be read in one line."""
        found = {point.broken for point in self.points}
        return tuple(reason for reason in Break if reason in found)


def histories(reports: Iterable[Report], main: Sequence[Figure], *, doubts: Doubts) -> tuple[History, ...]:
    """What is known at two times or more of the things that some figures count, in the order of these."""
    known = tuple(reports)
    found = (_points(known, figure, doubts=doubts) for figure in main)
    return tuple(History(points) for points in found if len({point.time.slug for point in points}) > 1)


def _points(reports: Iterable[Report], of: Figure, *, doubts: Doubts) -> tuple[Point, ...]:
    thing = of.slice.id, of.indicator.id
    points = [
        Point(report, figure, is_doubted(doubts, figure))
        for report in reports
        for figure in report.figures
        if (figure.slice.id, figure.indicator.id) == thing and figure.variant == 1 and not figure.is_state
    ]
    points.sort(key=lambda point: (point.time.end, point.time.start))
    pairs = zip((None, *points), points, strict=False)
    return tuple(replace(point, broken=_break(before, point) if before else None) for before, point in pairs)


def _break(before: Point, point: Point) -> Break | None:
    if before.report.place != point.report.place:
        return Break.UNIT
    if measure(before.figure) != measure(point.figure):
        return Break.MEASURE
    is_alike = before.time.shape is point.time.shape and are_as_long(before.time, point.time)
    return None if is_alike else Break.LENGTH
