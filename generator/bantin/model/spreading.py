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


def spread(reports: Iterable[Report], place: str = "") -> tuple[Report, ...]:
    """The reports, joined by what the tables in them say of other places; communes of districts have no reports.

    With a `place`, only what they say of it is joined.
    """
    found = {report.path: report for report in reports}
    for publisher in tuple(found.values()):
        for told in _told(publisher, place):
            own = found.get(told.path)
            found[told.path] = _beside(own, told) if own else told
    return tuple(found.values())


def _told(publisher: Report, place: str) -> Iterator[Report]:
    """What a report's tables say of each place, as a report of that place."""
    by_place: dict[str, list[Line]] = {}
    for line in publisher.lines:
        if place in ("", line.place.path):
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
    figures = list(own.figures)
    for figure in told.figures:
        said = figure if figure.as_of else _at(figure, told.period, own.period)
        same = [index for index, other in enumerate(figures) if other.id_of_fact == said.id_of_fact]
        alike = next((index for index in same if _is_one(figures[index], said)), None)
        if alike is None:
            figures.append(replace(said, variant=len(same) + 1))
        else:
            own_one = figures[alike]
            figures[alike] = replace(
                own_one,
                also=(*own_one.also, *said.sources),
                corrections=own_one.corrections or said.corrections,
            )
    return replace(own, sources=sources, figures=tuple(figures), told_by=(*own.told_by, *told.told_by))


def _is_one(one: Figure, other: Figure) -> bool:
    """Whether two sources print one figure, word for word."""
    return (one.text, one.base, one.among, one.as_of) == (other.text, other.base, other.among, other.as_of)


def _at(figure: Figure, period: Period, own: Period) -> Figure:
    """A figure of a period in a report of another, which may bear the same name."""
    return figure if period.is_same_time(own) else replace(figure, as_of=period)
