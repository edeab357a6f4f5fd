"""What one body published about many places, as what is known of each.

A table about many places is entered once, in the file of the body that published it. Each of them has what the table
says as a report of its own; where it published for the same period itself, the table stands beside that as another
source.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bantin.model.periods import Period
from bantin.model.reports import Figure, Line, Report
from bantin.places import gazetteer


def spread(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, joined by what the tables in them say of other places; communes of districts have no reports."""
    found = {report.path: report for report in reports}
    for publisher in tuple(found.values()):
        for told in _told(publisher):
            own = found.get(told.path)
            found[told.path] = _beside(own, told) if own else told
    return tuple(found.values())


def _told(publisher: Report) -> Iterator[Report]:
    """What a report's tables say of each place, as a report of that place."""
    by_place: dict[str, list[Line]] = {}
    for line in publisher.lines:
        by_place.setdefault(line.place.path, []).append(line)
    for path, lines in by_place.items():
        if gazetteer.units(path):
            figures = tuple(line.figure for line in lines)
            sources = tuple(dict.fromkeys(source for figure in figures for source in figure.sources))
            yield Report(
                place=lines[0].place,
                period=publisher.period,
                at=figures[0].at,
                sources=sources,
                figures=figures,
                told_by=(publisher.path,),
                is_own=False,
            )


def _beside(own: Report, told: Report) -> Report:
    """A place's own report with what a table says of it for the same period."""
    sources = tuple(dict.fromkeys((*own.sources, *told.sources)))
    said = [figure if figure.as_of else _at(figure, told.period, own.period) for figure in told.figures]
    figures = own.figures
    for figure in said:
        same = sum(other.id_of_fact == figure.id_of_fact for other in figures)
        figures = (*figures, replace(figure, variant=same + 1))
    return replace(own, sources=sources, figures=figures, told_by=(*own.told_by, *told.told_by))


def _at(figure: Figure, period: Period, own: Period) -> Figure:
    """A figure of a period in a report of another, which may bear the same name."""
    return figure if period.is_same_time(own) else replace(figure, as_of=period)
