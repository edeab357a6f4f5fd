"""Who has published an indicator: a row a figure, or, where these are many, a row a province of an era."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bantin.model import Figure, Indicator, Period, Report, Target, territory
from bantin.pages.addresses import indicator_path
from bantin.places import Era, Level, Unit, by_name, era_of, eras, gazetteer

Values = Iterable[tuple[Report, Figure | Target]]


@dataclass(frozen=True, slots=True)
class Published:
    """A figure or target on its indicator's page."""

    report: Report
    value: Figure | Target

    @property
    def era(self) -> Era:
        """The era of the place."""
        return era_of(self.report.place)

    @property
    def province(self) -> Unit:
        """In which the place lies, or lay."""
        return gazetteer.province_of(self.report.place)

    @property
    def time(self) -> Period:
        """The time that the figure speaks of."""
        return (isinstance(self.value, Figure) and self.value.as_of) or self.report.period

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
    places: int
    """How many units have published any of it."""
    figures: int
    targets: int
    newest: Period
    """The newest period with a figure or target."""

    @property
    def era(self) -> Era:
        """The era of the province."""
        return era_of(self.province)


def published_of(values: Values) -> tuple[list[Published], list[Published]]:
    """The figures, and the targets: the newest era first, inside it by provinces and places, then in order of time."""
    rows = sorted((Published(report, value) for report, value in values), key=_order)
    figures = [row for row in rows if isinstance(row.value, Figure)]
    return figures, [row for row in rows if isinstance(row.value, Target)]


def territories_of(values: Values, indicator: Indicator) -> list[Territory]:
    """A row for each province of an era, the newest era first, inside it by name."""
    found: dict[Unit, list[Published]] = {}
    for report, value in values:
        row = Published(report, value)
        found.setdefault(row.province, []).append(row)
    rows = [_territory(province, rows, indicator) for province, rows in found.items()]
    return sorted(rows, key=lambda row: (-eras().index(row.era), by_name(row.province)))


def _territory(province: Unit, rows: Sequence[Published], indicator: Indicator) -> Territory:
    figures = sum(isinstance(row.value, Figure) for row in rows)
    return Territory(
        province,
        f"{indicator_path(indicator)}{territory(province)}/",
        places=len({row.report.place for row in rows}),
        figures=figures,
        targets=len(rows) - figures,
        newest=max((row.report.period for row in rows), key=lambda period: (period.end, period.start)),
    )


def _order(row: Published) -> tuple[object, ...]:
    """A key that puts the newest era first, inside it provinces, each before the places in it, in order of time."""
    place, time = row.report.place, row.time
    of_place = by_name(row.province), list(Level).index(place.level), by_name(place)
    return -eras().index(row.era), *of_place, time.end, time.start
