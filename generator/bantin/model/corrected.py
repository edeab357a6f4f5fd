"""The corrections of a site as its pages list them: by bulletin and announcement, small enough to be known at once."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from bantin.model.corrections import Correction, Erratum
from bantin.model.reports import Figure, Line, Report
from bantin.places import gazetteer
from bantin.vietnamese import upper_first


class Change(NamedTuple):
    """What was corrected of one figure."""

    anchor: str
    """The figure on its bulletin's page."""
    place: str
    """The place that it is about, where that is not the bulletin's own; «» elsewhere."""
    indicator: str
    slice: str
    was: str
    became: str


class Corrected(NamedTuple):
    """What one announcement corrected in one bulletin."""

    bulletin: str
    """Its address."""
    place: str
    """As it reads inside a sentence, with the kind it had then."""
    period: str
    province: str
    """The path of the province in which the place lies, or lay."""
    on: date
    reason: str
    document: str
    publisher: str
    address: str
    """Of the document."""
    changes: tuple[Change, ...]


def corrected_in(report: Report) -> tuple[Corrected, ...]:
    """What was corrected in a report, also of other places in its tables; the newest announcement first."""
    lines = (_of_line(line, report) for line in report.lines if line.figure.corrections)
    return _gathered(report, [*_own(report), *(change for found in lines for change in found)])


def corrected_once(reports: Iterable[Report]) -> tuple[Corrected, ...]:
    """The same of several reports, each figure once: a row of a table on its place's page, where it has one."""
    found: list[Corrected] = []
    for report in reports:
        homeless = [line for line in report.lines if line.figure.corrections and not gazetteer.units(line.place.path)]
        lines = (change for line in homeless for change in _of_line(line, report))
        found += _gathered(report, [*_own(report), *lines])
    return tuple(found)


def _own(report: Report) -> Iterator[tuple[Erratum, Change]]:
    for figure in report.figures:
        yield from ((one.erratum, _change(figure, one, figure.id)) for one in figure.corrections)


def _of_line(line: Line, report: Report) -> Iterator[tuple[Erratum, Change]]:
    place = upper_first(line.place.full_name_on(report.period.end))
    yield from ((one.erratum, _change(line.figure, one, line.id, place)) for one in line.figure.corrections)


def _change(figure: Figure, one: Correction, anchor: str, place: str = "") -> Change:
    return Change(anchor, place, figure.indicator.label, figure.slice.label, one.was, one.became)


def _gathered(report: Report, changes: Iterable[tuple[Erratum, Change]]) -> tuple[Corrected, ...]:
    by_erratum: dict[Erratum, list[Change]] = {}
    for erratum, change in changes:
        by_erratum.setdefault(erratum, []).append(change)
    found = (_corrected(report, erratum, tuple(said)) for erratum, said in by_erratum.items())
    return tuple(sorted(found, key=lambda corrected: corrected.on, reverse=True))


def _corrected(report: Report, erratum: Erratum, changes: tuple[Change, ...]) -> Corrected:
    return Corrected(
        report.path,
        report.place_name,
        report.period.name,
        gazetteer.province_of(report.place).path,
        erratum.on,
        erratum.reason,
        erratum.document,
        erratum.publisher,
        erratum.address,
        changes,
    )
