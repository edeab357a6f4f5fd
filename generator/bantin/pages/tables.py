"""Figures as the tables of a bulletin: by reform area, inside it by scope and slice, breakdowns crossed."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bantin.model import Breakdown, Catalogue, Figure, Indicator, Member, Period, ReformArea, Report, Slice
from bantin.pages import figure_charts
from bantin.pages.cells import Aim, Cell, Cells, aims_of
from bantin.pages.charts import Stack
from bantin.pages.cited import Cited, cited
from bantin.pages.headings import Heading
from bantin.pages.measures import Measures, measures_of
from bantin.pages.notes import Note, notes_of
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class Row:
    """A member of a breakdown; again, where sources print its figures differently."""

    member: Member
    cells: tuple[Cell | None, ...]
    """As many as the table has columns; None where nothing was published."""
    bar: int = 0
    """How long a bar of its first figure is, in percent of the table's longest."""


@dataclass(frozen=True)
class Table:
    """One table: a list of indicators, or members of a breakdown against indicators."""

    slice: Slice
    time: Period
    """What all its figures speak of; the report's where they differ."""
    cells: tuple[Cell, ...] = ()
    """A list of indicators …"""
    breakdown: Breakdown | None = None
    columns: tuple[Cell, ...] = ()
    rows: tuple[Row, ...] = ()
    """… or a cross table; then `columns` holds one cell of each indicator, for its label, page and unit."""
    chart: Stack | None = None
    sources: tuple[Cited, ...] = ()
    id: str = ""

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Its figures, row by row."""
        return (*self.cells, *(cell for row in self.rows for cell in row.cells if cell))

    @property
    def anchor(self) -> str:
        """Its first figure, by which it is found on its page whatever comes before or after."""
        return self.every_cell[0].figure.id

    @cached_property
    def measures(self) -> Measures:
        """Where it says its units."""
        return measures_of(cell.figure for cell in self.every_cell)

    @cached_property
    def derived(self) -> frozenset[Indicator]:
        """The indicators of which something is computed; it stands in a column of its own."""
        return frozenset(cell.figure.indicator for cell in self.every_cell if cell.derived)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a cross table says under it; a list says it beside the names of its indicators."""
        return notes_of(self.every_cell) if self.rows else ()


@dataclass(frozen=True, slots=True)
class AreaTables:
    """The tables of one reform area."""

    heading: Heading
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class AimTable:
    """The targets of a report."""

    aims: tuple[Aim, ...]
    measures: Measures
    sources: tuple[Cited, ...]

    @property
    def anchor(self) -> str:
        """Its first target."""
        return self.aims[0].target.id


def tables_of(report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> tuple[AreaTables, ...]:
    """The figures by reform area, in the order of their list; `doubted` is where doubtful figures stand."""
    cells = Cells(report, catalogue, doubted=doubted)
    found: list[AreaTables] = []
    of_area: dict[ReformArea, list[Figure]] = {}
    for figure in report.figures:
        of_area.setdefault(figure.indicator.area, []).append(figure)
    for area in catalogue.areas:
        if figures := of_area.get(area):
            id = f"noi-dung-{len(found) + 1}"
            tables = (
                replace(table, id=f"b{len(found) + 1}-{n}") for n, table in enumerate(_tables(figures, cells), start=1)
            )
            found.append(AreaTables(Heading(area.label, id), tuple(tables)))
    return tuple(found)


def aim_table(report: Report) -> AimTable:
    """The targets in the order of the file."""
    return AimTable(aims_of(report), measures_of(report.targets), cited(report.targets, report))


def _tables(figures: list[Figure], cells: Cells) -> Iterator[Table]:
    for in_scope in _gathered(figures, lambda figure: figure.slice.scope.id):
        crossed = _crossed(in_scope)
        apart = {figure.id for group in crossed.values() for figure in group}
        plain = [figure for figure in in_scope if figure.id not in apart]
        for of_slice in _gathered(plain, lambda figure: figure.slice.id):
            yield _list(of_slice[0].slice, of_slice, cells=cells)
        for breakdown, group in crossed.items():
            yield _cross(breakdown, group, within=replace(group[0].slice, members=()), cells=cells)


def _gathered(figures: Iterable[Figure], part: Callable[[Figure], str]) -> Iterable[list[Figure]]:
    """The figures of each part together, wherever in the file they stand; the part of the first comes first."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(part(figure), []).append(figure)
    return found.values()


def _list(within: Slice, figures: list[Figure], *, cells: Cells) -> Table:
    time = _time(figures, cells.report)
    return Table(
        slice=within,
        time=time,
        cells=tuple(cells.cell(f, time) for f in sorted(figures, key=lambda f: cells.order[f.indicator.id])),
        chart=figure_charts.outcomes(figures) or figure_charts.parts(figures, cells.ledger),
        sources=cited(figures, cells.report),
    )


def _cross(breakdown: str, figures: list[Figure], *, within: Slice, cells: Cells) -> Table:
    indicators = sorted({f.indicator for f in figures}, key=lambda i: cells.order[i.id])
    time = _time(figures, cells.report)
    members = list(dict.fromkeys(f.slice.members[0] for f in figures))
    found = {(f.slice.members[0], f.variant, f.indicator): f for f in figures}
    lines = sorted({line[:2] for line in found}, key=lambda line: (members.index(line[0]), line[1]))
    bars = figure_charts.bars([f for m in members if (f := found.get((m, 1, indicators[0])))])
    rows = tuple(
        Row(
            member,
            tuple(cells.cell(f, time) if (f := found.get((member, variant, i))) else None for i in indicators),
            bars.get(member, 0) if variant == 1 else 0,
        )
        for member, variant in lines
    )
    return Table(
        slice=within,
        time=time,
        breakdown=next(b for b in cells.ledger.catalogue.breakdowns if b.id == breakdown),
        columns=tuple(next(cell for row in rows if (cell := row.cells[index])) for index in range(len(indicators))),
        rows=rows,
        sources=cited(figures, cells.report),
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
