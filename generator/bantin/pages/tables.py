"""Figures as the tables of a bulletin: published values, what follows from them, and what does not add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from bantin.model import (
    Bound,
    Catalogue,
    Derived,
    Figure,
    Indicator,
    Kind,
    Ledger,
    Member,
    ReformArea,
    Report,
    Slice,
    Target,
    Value,
    corresponding_count,
    fraction_of,
    share_of,
    value_of,
)
from bantin.pages import charts
from bantin.pages.addresses import indicator_path
from bantin.pages.charts import Chart, Part
from bantin.problems import Problem
from bantin.vietnamese import lower_first, upper_first


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as a table prints it."""

    id: str
    label: str
    """The indicator's label."""
    path: str
    """The indicator's page."""
    unit: str
    text: str
    published: bool
    """False for a state in words such as «không công bố»."""
    source: int
    """The number of its source on this page, from 1."""
    derived: Derived | None = None
    doubted: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a header of its own."""

    header: str
    cells: tuple[Cell | None, ...]
    """As many as the table has columns; None where nothing was published."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a list of indicators, or members of a breakdown against indicators."""

    id: str
    caption: str
    note: str
    """Scope, unit and time in small print under the caption."""
    cells: tuple[Cell, ...] = ()
    """A list of indicators …"""
    columns: tuple[Cell, ...] = ()
    rows: tuple[Row, ...] = ()
    """… or a cross table; then `columns` holds one cell of each indicator, for its label, page and unit."""
    chart: Chart | None = None
    mixed_units: bool = True
    has_derived: bool = False
    row_header: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The tables of one reform area."""

    id: str
    title: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target as a table prints it."""

    id: str
    label: str
    path: str
    slice: str
    text: str
    source: int
    remarks: tuple[str, ...] = ()


class BulletinTables:
    """The tables of one report."""

    def __init__(self, report: Report, catalogue: Catalogue, doubts: Sequence[Problem]) -> None:
        self.report, self.catalogue = report, catalogue
        self.ledger = Ledger(report, catalogue)
        self.doubted = {problem.location for problem in doubts}
        self.order = {id: index for index, id in enumerate(catalogue.indicators)}

    def sections(self) -> tuple[Section, ...]:
        """The figures by reform area, in the order of Nghị quyết 76/NQ-CP."""
        found: list[Section] = []
        for area in ReformArea:
            figures = [figure for figure in self.report.figures if figure.indicator.area is area]
            if figures:
                id = f"noi-dung-{len(found) + 1}"
                found.append(Section(id, str(area), tuple(self._tables(figures, id))))
        return tuple(found)

    def aims(self) -> tuple[Aim, ...]:
        """The targets in the order of the file."""
        return tuple(
            Aim(
                t.id,
                t.indicator.label,
                indicator_path(t.indicator),
                t.slice.label,
                t.text,
                self._source(t),
                _aim_remarks(t),
            )
            for t in self.report.targets
        )

    def cell(self, figure: Figure, time: str = "") -> Cell:
        """One figure with everything the page says about it; `time` is what the table says of its time already."""
        return Cell(
            id=figure.id,
            label=figure.indicator.label,
            path=indicator_path(figure.indicator),
            unit=figure.indicator.unit,
            text=figure.text,
            published=isinstance(figure.value, Value),
            source=self._source(figure),
            derived=self._derived(figure),
            doubted=figure.at in self.doubted,
            remarks=_remarks(figure, time),
        )

    def _tables(self, figures: list[Figure], id: str) -> Iterable[Table]:
        number = 0
        for scope, of_scope in groupby(figures, key=lambda f: f.slice.scope):
            in_scope = list(of_scope)
            crossed = _crossed(in_scope)
            plain = [figure for figure in in_scope if not any(figure in group for group in crossed.values())]
            for part, of_slice in groupby(plain, key=lambda f: f.slice):
                number += 1
                yield self._list(part, list(of_slice), f"{id}-bang-{number}")
            for breakdown, group in crossed.items():
                number += 1
                total = Slice(scope)
                yield self._cross(total, breakdown, group, f"{id}-bang-{number}")

    def _list(self, part: Slice, figures: list[Figure], id: str) -> Table:
        time = self._time(figures)
        cells = tuple(self.cell(f, time) for f in sorted(figures, key=lambda f: self.order[f.indicator.id]))
        units = {cell.unit for cell in cells}
        return Table(
            id=id,
            caption=part.label,
            note=_note(units, time),
            cells=cells,
            chart=self._outcomes(figures, id) or self._parts(figures, id),
            mixed_units=len(units) > 1,
            has_derived=any(cell.derived for cell in cells),
        )

    def _cross(self, part: Slice, breakdown: str, figures: list[Figure], id: str) -> Table:
        indicators = sorted({f.indicator.id: f.indicator for f in figures}.values(), key=lambda i: self.order[i.id])
        time = self._time(figures)
        members = list(dict.fromkeys(f.slice.members[0] for f in figures))
        by_place = {(f.slice.members[0].id, f.indicator.id): f for f in figures if f.variant == 1}
        rows = tuple(
            Row(m.label, tuple(self.cell(f, time) if (f := by_place.get((m.id, i.id))) else None for i in indicators))
            for m in members
        )
        label = next(b.label for b in self.catalogue.breakdowns if b.id == breakdown)
        columns = tuple(next(cell for row in rows if (cell := row.cells[index])) for index in range(len(indicators)))
        return Table(
            id=id,
            caption=f"{part.label}, theo {lower_first(label)}",
            note=_note({indicator.unit for indicator in indicators}, time),
            columns=columns,
            rows=rows,
            chart=self._by_member(indicators[0], members, by_place, id),
            row_header=label,
        )

    def _time(self, figures: list[Figure]) -> str:
        """The time that all figures of a table speak of; the report's period where they differ."""
        times = {figure.as_of.name if figure.as_of else self.report.period.name for figure in figures}
        return times.pop() if len(times) == 1 else self.report.period.name

    def _source(self, figure: Figure | Target) -> int:
        return self.report.sources.index(figure.source) + 1

    def _derived(self, figure: Figure) -> Derived | None:
        if not isinstance(figure.value, Value) or figure.variant > 1:
            return None
        return corresponding_count(figure, self.ledger) or fraction_of(figure) or self._share(figure)

    def _share(self, figure: Figure) -> Derived | None:
        for total, sums in self.ledger.sums.items():
            if any(figure in found.parts for found in sums):
                return share_of(figure, total)
        return None

    def _outcomes(self, figures: list[Figure], id: str) -> Chart | None:
        """Shares of one stated base that do not exceed it, as one bar."""
        shares = [f for f in figures if f.base and isinstance(f.value, Value) and _is_share(f.value) and f.variant == 1]
        for base, group in groupby(shares, key=lambda f: f.base):
            parts = [_part(figure) for figure in group]
            total = sum((part.number for part in parts), Decimal(0))
            if base and len(parts) > 1 and total <= 101:
                return charts.stack(
                    f"{id}-hinh", f"Phần trong số {lower_first(base.label)}", parts, max(Decimal(100), total)
                )
        return None

    def _parts(self, figures: list[Figure], id: str) -> Chart | None:
        """The parts of a total that they make up, as one bar."""
        for total in figures:
            if not isinstance(total.value, Value) or total.variant > 1:
                continue
            whole = total.value.number
            for found in self.ledger.sums.get(total, ()):
                here = all(part.slice == total.slice for part in found.parts)
                exact = all(value_of(part).bound is Bound.EXACT for part in found.parts)
                if here and exact and whole and found.complete and found.agrees and len(found.parts) > 1:
                    title = f"{total.indicator.label}: {total.text}"
                    return charts.stack(f"{id}-hinh", title, [_part(part) for part in found.parts], whole)
        return None

    def _by_member(
        self, indicator: Indicator, members: list[Member], figures: dict[tuple[str, str], Figure], id: str
    ) -> Chart | None:
        found = [
            (member, figures[member.id, indicator.id]) for member in members if (member.id, indicator.id) in figures
        ]
        parts = [
            Part(member.label, figure.text, figure.value.number)
            for member, figure in found
            if isinstance(figure.value, Value) and figure.value.number is not None
        ]
        if len(parts) < 2 or not any(part.number for part in parts):
            return None
        return charts.rows(f"{id}-hinh", indicator.label, parts)


def _crossed(figures: list[Figure]) -> dict[str, list[Figure]]:
    """The figures split by one breakdown into at least two members, by breakdown."""
    single = [figure for figure in figures if len(figure.slice.members) == 1]
    groups: dict[str, list[Figure]] = {}
    for figure in single:
        groups.setdefault(figure.slice.members[0].breakdown, []).append(figure)
    return {id: group for id, group in groups.items() if len({f.slice.members[0].id for f in group}) > 1}


def _note(units: set[str], time: str) -> str:
    return f"Đơn vị tính: {next(iter(units))}; {time}" if len(units) == 1 else upper_first(time)


def _remarks(figure: Figure, time: str) -> tuple[str, ...]:
    """What the source or the editor says about a figure, one short text each."""
    base = f"trên số {lower_first(figure.base.label)}" if figure.base and figure.indicator.kind is Kind.PERCENT else ""
    own_time = figure.as_of.name if figure.as_of and figure.as_of.name != time else ""
    return tuple(text for text in (base, own_time, figure.change, figure.note) if text)


def _aim_remarks(target: Target) -> tuple[str, ...]:
    return tuple(text for text in (target.due, target.note) if text)


def _is_share(value: Value) -> bool:
    return value.kind is Kind.PERCENT and value.bound is Bound.EXACT


def _part(figure: Figure) -> Part:
    return Part(figure.indicator.label, figure.text, value_of(figure).number or Decimal(0), figure.indicator.better)
