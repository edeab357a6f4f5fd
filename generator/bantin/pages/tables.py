"""Figures as the tables of a bulletin: by reform area, inside it by scope and slice, breakdowns crossed.

An area has one list, with a group of rows for each slice, then a matrix for each breakdown of a scope. What all its
figures have in common is said once: the time and the unit above the list, the sources below all.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bantin.model import Breakdown, Catalogue, Figure, Indicator, Member, Period, ReformArea, Report, Slice
from bantin.pages import figure_charts
from bantin.pages.addresses import INDICATORS
from bantin.pages.cells import Aim, Cell, Cells, aims_of
from bantin.pages.charts import Stack
from bantin.pages.cited import Cited, cited
from bantin.pages.columns import Columns, columns_of, head_of
from bantin.pages.headings import Heading
from bantin.pages.measures import Measures, measures_of
from bantin.pages.notes import Note, notes_of
from bantin.problems import Location
from bantin.vietnamese import lower_first


@dataclass(frozen=True)
class Group:
    """The figures of one slice in a list."""

    slice: Slice
    time: Period
    """What all of them speak of; the report's where they differ."""
    cells: tuple[Cell, ...]

    @cached_property
    def measures(self) -> Measures:
        """Where it says its units, where the list does not say one of all."""
        return measures_of(cell.figure for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A list of indicators, by slices."""

    area: ReformArea
    time: Period
    """What all its figures speak of; the report's where they differ."""
    groups: tuple[Group, ...]
    charts: tuple[Stack, ...] = ()
    id: str = ""

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Its figures, row by row."""
        return tuple(cell for group in self.groups for cell in group.cells)

    @cached_property
    def measures(self) -> Measures:
        """Where it says its units, all groups together."""
        return measures_of(cell.figure for cell in self.every_cell)

    @cached_property
    def derived(self) -> bool:
        """Whether something is computed of any of its figures; it stands in a column of its own."""
        return any(cell.derived for cell in self.every_cell)


@dataclass(frozen=True, slots=True)
class Row:
    """A member of a breakdown; again, where sources print its figures differently."""

    member: Member
    cells: tuple[Cell | None, ...]
    """As many as the table has columns; None where nothing was published."""
    bar: int = 0
    """How long a bar of its first figure is, in percent of the table's longest."""


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one indicator in a matrix."""

    indicator: Indicator
    label: str
    head: str
    """The head that it stands under, where a narrow screen shows the column without it."""
    is_computed_from: bool
    """Whether a column of what is computed from it stands beside it …"""
    on: Indicator | None
    """… and on what, where that is one in every row."""


@dataclass(frozen=True)
class Matrix:
    """Members of a breakdown against indicators."""

    slice: Slice
    time: Period
    """What all its figures speak of; the report's where they differ."""
    breakdown: Breakdown
    rows: tuple[Row, ...]
    layout: Columns
    """How its columns are grouped, and which a narrow screen shows first."""
    id: str = ""

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Its figures, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells if cell)

    @cached_property
    def measures(self) -> Measures:
        """Where it says its units."""
        return measures_of(cell.figure for cell in self.every_cell)

    @cached_property
    def derived(self) -> Mapping[Indicator, Indicator | None]:
        """The indicators of which something is computed, in a column of its own: each with what it is computed on,
        where that is one in every row."""
        found: dict[Indicator, set[Indicator | None]] = {}
        for cell in self.every_cell:
            if cell.derived:
                found.setdefault(cell.figure.indicator, set()).add(cell.derived.whole)
        return {indicator: next(iter(wholes)) if len(wholes) == 1 else None for indicator, wholes in found.items()}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, as many as its rows have cells."""
        shown = self.layout.shown if self.layout.heads else ()
        return tuple(
            Column(one, label, head_of(one) if one in shown else "", one in self.derived, self.derived.get(one))
            for one, label in zip(self.layout.indicators, self.layout.labels, strict=True)
        )

    @cached_property
    def heads(self) -> tuple[tuple[str, int], ...]:
        """What stands above several columns, and above how many, computed ones among them; empty where nothing does."""
        return tuple((head.label, sum(map(self._width, head.indicators))) for head in self.layout.heads)

    @cached_property
    def aside(self) -> tuple[int, ...]:
        """The columns that a narrow screen shows on demand, counted from 1, the column of names among them."""
        found: list[int] = []
        place = 1
        for indicator in self.layout.indicators:
            width = self._width(indicator)
            first = place + 1 if indicator not in self.layout.shown else place + 2
            found += range(first, place + width + 1)
            place += width
        return tuple(found) if len(self.layout.shown) < len(self.layout.indicators) else ()

    def _width(self, indicator: Indicator) -> int:
        return 2 if indicator in self.derived else 1

    @property
    def notes(self) -> tuple[Note, ...]:
        """What it says under it; a list says it beside the names of its indicators."""
        return notes_of(self.every_cell)


@dataclass(frozen=True, slots=True)
class AreaTables:
    """The tables of one reform area, and what is said once of all."""

    heading: Heading
    explained: str
    """The address where its indicators are explained."""
    list: Table | None
    matrices: tuple[Matrix, ...]
    sources: tuple[Cited, ...]

    @property
    def tables(self) -> tuple[Table | Matrix, ...]:
        """All in their order."""
        return (*([self.list] if self.list else []), *self.matrices)

    @property
    def every_cell(self) -> tuple[Cell, ...]:
        """The figures of all."""
        return tuple(cell for table in self.tables for cell in table.every_cell)

    @property
    def anchor(self) -> str:
        """Its first figure, by which it is found on its page whatever comes before or after."""
        return self.every_cell[0].figure.id


@dataclass(frozen=True, slots=True)
class AimTable:
    """The targets of a report."""

    groups: tuple[tuple[Slice, tuple[Aim, ...]], ...]
    """By slice, in the order of the file."""
    measures: Measures
    sources: tuple[Cited, ...]

    @property
    def anchor(self) -> str:
        """Its first target."""
        return self.groups[0][1][0].target.id


def tables_of(report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> tuple[AreaTables, ...]:
    """The figures by reform area, in the order of their list; `doubted` is where doubtful figures stand."""
    cells = Cells(report, catalogue, doubted=doubted)
    of_area: dict[ReformArea, list[Figure]] = {}
    for figure in report.figures:
        of_area.setdefault(figure.indicator.area, []).append(figure)
    areas = [area for area in catalogue.areas if area in of_area]
    return tuple(_area(area, of_area[area], cells, number=number) for number, area in enumerate(areas, start=1))


def aim_table(report: Report) -> AimTable:
    """The targets by slice, in the order of the file."""
    groups: dict[Slice, list[Aim]] = {}
    for aim in aims_of(report):
        groups.setdefault(aim.target.slice, []).append(aim)
    found = tuple((slice, tuple(aims)) for slice, aims in groups.items())
    return AimTable(found, measures_of(report.targets), cited(report.targets, report))


def _area(area: ReformArea, figures: list[Figure], cells: Cells, *, number: int) -> AreaTables:
    """The tables of an area: first what is of a slice alone, then what is split."""
    plain: list[list[Figure]] = []
    matrices: list[Matrix] = []
    for in_scope in _gathered(figures, lambda figure: figure.slice.scope.id):
        crossed = _crossed(in_scope)
        apart = {figure.id for group in crossed.values() for figure in group}
        plain += _gathered([f for f in in_scope if f.id not in apart], lambda figure: figure.slice.id)
        matrices += (_matrix(breakdown, group, cells=cells) for breakdown, group in crossed.items())
    return AreaTables(
        Heading(area.label, f"noi-dung-{number}"),
        f"{INDICATORS}/#{area.id}",
        _list(area, plain, cells, id=f"b{number}") if plain else None,
        tuple(replace(matrix, id=f"b{number}-{n}") for n, matrix in enumerate(matrices, start=1)),
        cited(figures, cells.report),
    )


def _gathered(figures: Iterable[Figure], part: Callable[[Figure], str]) -> Iterable[list[Figure]]:
    """The figures of each part together, wherever in the file they stand; the part of the first comes first."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(part(figure), []).append(figure)
    return found.values()


def _list(area: ReformArea, plain: Sequence[list[Figure]], cells: Cells, *, id: str) -> Table:
    groups = tuple(_group(figures, cells) for figures in plain)
    time = _time([figure for figures in plain for figure in figures], cells.report)
    charts = [(group, chart) for group, figures in zip(groups, plain, strict=True) if (chart := _chart(figures, cells))]
    return Table(area, time, groups, tuple(_named(chart, group, groups) for group, chart in charts), id)


def _group(figures: list[Figure], cells: Cells) -> Group:
    time = _time(figures, cells.report)
    ordered = sorted(figures, key=lambda figure: cells.order[figure.indicator.id])
    return Group(figures[0].slice, time, tuple(cells.cell(figure, time) for figure in ordered))


def _chart(figures: list[Figure], cells: Cells) -> Stack | None:
    return figure_charts.outcomes(figures) or figure_charts.parts(figures, cells.ledger)


def _named(chart: Stack, group: Group, groups: Sequence[Group]) -> Stack:
    """The chart of a group; its title says which, where there are others."""
    return replace(chart, title=f"{group.slice.label}: {lower_first(chart.title)}") if len(groups) > 1 else chart


def _matrix(breakdown: str, figures: list[Figure], *, cells: Cells) -> Matrix:
    layout = columns_of({figure.indicator for figure in figures}, cells.ledger.catalogue)
    time = _time(figures, cells.report)
    members = list(dict.fromkeys(f.slice.members[0] for f in figures))
    found = {(f.slice.members[0], f.variant, f.indicator): f for f in figures}
    lines = sorted({line[:2] for line in found}, key=lambda line: (members.index(line[0]), line[1]))
    bars = figure_charts.bars([f for m in members if (f := found.get((m, 1, layout.indicators[0])))])
    rows = tuple(
        Row(
            member,
            tuple(cells.cell(f, time) if (f := found.get((member, variant, i))) else None for i in layout.indicators),
            bars.get(member, 0) if variant == 1 else 0,
        )
        for member, variant in lines
    )
    return Matrix(
        slice=replace(figures[0].slice, members=()),
        time=time,
        breakdown=next(b for b in cells.ledger.catalogue.breakdowns if b.id == breakdown),
        rows=rows,
        layout=layout,
    )


def _time(figures: list[Figure], report: Report) -> Period:
    """The time that all figures of a table speak of; the report's period where they differ."""
    first, *others = [figure.as_of or report.period for figure in figures]
    return first if all(first.is_same_time(other) for other in others) else report.period


def _crossed(figures: list[Figure]) -> dict[str, list[Figure]]:
    """The figures split by one breakdown into at least two members, by breakdown."""
    single = [figure for figure in figures if len(figure.slice.members) == 1]
    groups: dict[str, list[Figure]] = {}
    for figure in single:
        groups.setdefault(figure.slice.members[0].breakdown, []).append(figure)
    return {id: group for id, group in groups.items() if len({f.slice.members[0] for f in group}) > 1}
