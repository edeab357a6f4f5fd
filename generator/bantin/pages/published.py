"""Who has published an indicator: a row a figure, or, where these are many, a row a province of an era."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Correction, Figure, Indicator, Outline, Period, Presence, Report, Target, territories
from bantin.pages.addresses import indicator_path
from bantin.places import Era, Level, Unit, by_name, era_of, eras

Values = Mapping[Unit, Sequence[tuple[Report, Figure | Target]]]
"""Figures and targets of one indicator by the provinces in which their places lie."""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure or target on its indicator's page."""

    report: Report
    value: Figure | Target
    province: Unit
    """In which the place lies, or lay."""
    era: Era
    """The era of the place: the districts of a province that is one unit throughout are of another than itself."""
    id: str = ""
    """Where pages of the place lead, where its row is that."""

    @property
    def time(self) -> Period:
        """The time that the figure speaks of."""
        return (isinstance(self.value, Figure) and self.value.as_of) or self.report.period

    @property
    def maximum(self) -> Decimal | None:
        """The most points that the score could have."""
        return self.value.maximum if isinstance(self.value, Figure) else None

    @property
    def among(self) -> str:
        """Among whom it is a rank, where that was published."""
        return self.value.among if isinstance(self.value, Figure) else ""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """How it was corrected since it was published."""
        return self.value.corrections if isinstance(self.value, Figure) else ()

    @property
    def path(self) -> str:
        """The figure on its bulletin."""
        return f"{self.report.path}/#{self.value.id}"


@dataclass(frozen=True, slots=True)
class Territory:
    """What a province of one era has published of an indicator, its places among it."""

    province: Unit
    path: str
    """The page that lists it."""
    presence: Presence

    @property
    def era(self) -> Era:
        """The era of the province."""
        return era_of(self.province)


def published_of(values: Values) -> tuple[list[Published], list[Published]]:
    """The figures, and the targets: the newest era first, inside it by provinces and places, then in order of time."""
    rows = [
        Published(report, value, province, era_of(report.place))
        for province, pairs in values.items()
        for report, value in pairs
    ]
    rows.sort(key=lambda row: (*_newest_first(row.province, row.era), *_in_province(row)))
    figures = [row for row in rows if isinstance(row.value, Figure)]
    return figures, [row for row in rows if isinstance(row.value, Target)]


def territories_of(outline: Outline, indicator: Indicator) -> list[Territory]:
    """A row for each province of an era, the newest era first, inside it by name."""
    rows = [
        Territory(territories()[name], f"{indicator_path(indicator)}{name}/", presence)
        for name, presence in outline.of_indicator(indicator.id).items()
    ]
    return sorted(rows, key=lambda row: _newest_first(row.province, row.era))


def _newest_first(province: Unit, era: Era) -> tuple[object, ...]:
    return -eras().index(era), by_name(province)


def _in_province(row: Published) -> tuple[object, ...]:
    """The province itself before the places in it, each in order of time."""
    place, time = row.report.place, row.time
    return list(Level).index(place.level), by_name(place), time.end, time.start
