"""Tables about many places as the page of the body that published them shows them: ranked where they rank."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from bantin.model import Archive, Figure, Indicator, Kind, Line, Report, Slice, Value
from bantin.pages.addresses import indicator_path
from bantin.pages.around import place_link
from bantin.pages.cells import Cell
from bantin.pages.cited import Cited, cited, source_numbers
from bantin.pages.measures import Measures, measures_of
from bantin.pages.notes import Note, notes_of
from bantin.pages.page import Link
from bantin.places import Unit, gazetteer
from bantin.problems import Location
from bantin.vietnamese import upper_first

Said = dict[Unit, list[Figure]]
"""What a table says of each place, in the order of the source."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What is said of one place; again, where sources print its figures differently."""

    place: Unit
    name: str
    """With the kind it had then."""
    link: Link | None
    """Its page; communes that lay in districts have none."""
    cells: tuple[Cell | None, ...]
    """As many as the table has columns; None where nothing was published."""

    def id(self, cell: Cell) -> str:
        """The anchor of one of its cells."""
        return Line(self.place, cell.figure).id


@dataclass(frozen=True)
class PlaceTable:
    """One table about many places, or one group of those that it ranks apart."""

    id: str
    among: str
    """Among whom all its places are ranked, as published; empty where that is not said, or not of all."""
    columns: tuple[Cell, ...]
    """One cell of each indicator, for its label, page and unit."""
    rows: tuple[PlaceRow, ...]
    """The ranked ones in the order of their ranks, then the others in the order of the source."""
    sources: tuple[Cited, ...]

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Its figures, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells if cell)

    @property
    def anchor(self) -> str:
        """Its first figure."""
        return next(row.id(cell) for row in self.rows for cell in row.cells if cell)

    @cached_property
    def measures(self) -> Measures:
        """Where it says its units."""
        return measures_of(cell.figure for cell in self.every_cell)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What it says under it; among whom its places are ranked stands above it."""
        found = (replace(note, said=note.said._replace(among="")) for note in notes_of(self.every_cell))
        return tuple(note for note in found if note.said.apart or note.doubted)


def place_tables(report: Report, archive: Archive, *, doubted: Collection[Location]) -> tuple[PlaceTable, ...]:
    """The tables of a report about other places; `doubted` is where doubtful figures stand."""
    by_slice: dict[Slice, Said] = {}
    for line in report.lines:
        by_slice.setdefault(line.figure.slice, {}).setdefault(line.place, []).append(line.figure)
    groups = [said for whole in by_slice.values() for said in _ranked_apart(whole)]
    maker = _Maker(report, archive, doubted)
    return tuple(maker.table(said, id=f"bang-theo-don-vi-{number}") for number, said in enumerate(groups, start=1))


@dataclass(frozen=True)
class _Maker:
    """Makes the tables of one report."""

    report: Report
    archive: Archive
    doubted: Collection[Location]

    def table(self, said: Said, *, id: str) -> PlaceTable:
        places = sorted(said, key=lambda place: _rank(said[place]))
        figures = [figure for place in places for figure in said[place]]
        known = {figure.indicator for figure in figures}
        indicators = [i for i in self.archive.catalogue.indicators.values() if i in known]
        rows = [row for place in places for row in self._rows(place, said[place], indicators)]
        columns = (next(cell for row in rows if (cell := row.cells[index])) for index in range(len(indicators)))
        group = {figure.among for figure in figures if figure.indicator.kind is Kind.RANK}
        among = group.pop() if len(group) == 1 else ""
        return PlaceTable(id, among, tuple(columns), tuple(rows), cited(figures, self.report))

    def _rows(self, place: Unit, figures: Sequence[Figure], indicators: Sequence[Indicator]) -> Iterator[PlaceRow]:
        found = {(figure.variant, figure.indicator): figure for figure in figures}
        name = upper_first(place.full_name_on(self.report.period.end))
        link = place_link(self.archive, place.path) if gazetteer.units(place.path) else None
        for variant in sorted({variant for variant, _ in found}):
            row = (found.get((variant, indicator)) for indicator in indicators)
            yield PlaceRow(place, name, link, tuple(self._cell(figure) if figure else None for figure in row))

    def _cell(self, figure: Figure) -> Cell:
        return Cell(
            figure,
            indicator_path(figure.indicator),
            source_numbers(self.report, figure),
            doubted=figure.at in self.doubted,
            time=figure.as_of,
        )


def _ranked_apart(said: Said) -> tuple[Said, ...]:
    """The places by the group that they were ranked in; last those of which no group is known."""
    groups: dict[str, Said] = {}
    for place, figures in said.items():
        groups.setdefault(_group(figures), {})[place] = figures
    return tuple(groups[group] for group in sorted(groups, key=lambda group: not group))


def _group(figures: Sequence[Figure]) -> str:
    """Among whom a place was ranked, as printed or by their number; empty where that is not known."""
    ranks = [figure for figure in figures if figure.indicator.kind is Kind.RANK]
    return next((group for figure in ranks if (group := figure.among or _ranked_of(figure))), "")


def _ranked_of(figure: Figure) -> str:
    return str(figure.value.of) if isinstance(figure.value, Value) and figure.value.of else ""


def _rank(figures: Sequence[Figure]) -> tuple[bool, Decimal]:
    """A key that puts places in the order of their ranks, before those of which none is known."""
    values = (figure.value for figure in figures if figure.indicator.kind is Kind.RANK)
    numbers = (value.number for value in values if isinstance(value, Value))
    rank = next((number for number in numbers if number is not None), None)
    return rank is None, rank or Decimal(0)
