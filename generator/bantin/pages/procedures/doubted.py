"""What is doubted in procedures and in lists of them: on their pages, and where all doubts of a site stand."""

from collections.abc import Iterable, Iterator

from bantin.folders import is_of_procedures
from bantin.model import Archive
from bantin.model.procedures import ListSketch, Procedure, Sketch
from bantin.pages.addresses import procedure_path
from bantin.pages.around import unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import DOUBTS
from bantin.pages.page import Link
from bantin.problems import Problem
from bantin.vietnamese import upper_first


def doubted_here(archive: Archive, doubts: Doubts, shown: Iterable[Procedure]) -> list[tuple[str, Problem]]:
    """The contradictions in what one page shows; of all but the first, after the province whose file says so."""
    return [
        (upper_first(unit_at(archive, one.province).full_name) if place else "", doubt)
        for place, one in enumerate(shown)
        for doubt in doubts.get(one.at.source, ())
    ]


def doubted_elsewhere(archive: Archive, doubts: Doubts) -> Iterator[tuple[Link, list[Problem]]]:
    """The pages of all procedures and lists with contradictions, each with these."""
    for source, found in doubts.items():
        if is_of_procedures(source) and (told := archive.outline.procedures.told_in(source)):
            yield _link(archive, told), found


def _link(archive: Archive, told: Sketch | ListSketch) -> Link:
    """Where a page tells of what is doubted in a file."""
    directory = archive.outline.procedures
    place = unit_at(archive, told.province).full_name if told.province else ""
    if not isinstance(told, Sketch):
        return Link(f"Danh mục theo Quyết định số {told.number} của {place}", f"{told.address}/#{DOUBTS.id}")
    is_beside = told.province and directory.has_national(told.core)
    name = f"{directory.name_of(told.core) or told.core} ({told.core})"
    path = f"{told.address}/" if is_beside else procedure_path(told.core)
    return Link(f"{name} ở {place}" if place else name, f"{path}#{DOUBTS.id}")
