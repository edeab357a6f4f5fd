"""The files of data/danh-muc/ as one `Catalogue`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from bantin.folders import CATALOGUE
from bantin.model import Catalogue, hinted, shared_names
from bantin.problems import Found, Location, Problem
from bantin.reading.changes import kind_changes_of, moves_of
from bantin.reading.file_names import AREAS, BREAKDOWNS, INDICATORS, KIND_CHANGES, MOVES, SCOPES
from bantin.reading.listing import Listing, Read, file_content
from bantin.reading.lists import areas_of, breakdown_of, indicators_of, scopes_of
from bantin.reading.procedures import misplaced
from bantin.reading.trees import Node, tree_of

LONGEST = 1_000_000
"""How many bytes a list may have: one holds what a whole country counts, a report what one place counts."""

NAMED_IN = {INDICATORS: "unknown-indicator", SCOPES: "unknown-scope", BREAKDOWNS: "unknown-member"}
"""The problem of a name that is not in a list."""


@dataclass(frozen=True)
class Lists:
    """The catalogue and what is wrong with its files."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @cached_property
    def spoilt(self) -> frozenset[str]:
        """Which of the lists have an error: «chi-so.yml», «pham-vi.yml», «phan-to»."""
        paths = [PurePosixPath(problem.location.source) for problem in self.problems if not problem.warning]
        return frozenset(path.parts[2] for path in paths) & NAMED_IN.keys()


def lists_of(read: Read, listing: Listing) -> Lists:
    """The lists in data/danh-muc/; a site without any data needs none."""
    paths = [PurePosixPath(path) for path in listing.lists]
    found = list(_missing(paths)) if paths or listing.reports else []
    catalogue = Catalogue()
    for path in sorted(paths, key=lambda path: path.parts[2] != AREAS):  # indicators name areas
        catalogue, problems = _with(catalogue, path, read=read)
        found += problems
    members = [member for breakdown in catalogue.breakdowns for member in breakdown.members]
    return Lists(catalogue, hinted((*found, *shared_names(members))))


def _missing(paths: list[PurePosixPath]) -> Iterator[Problem]:
    for name in sorted({INDICATORS, SCOPES} - {path.parts[2] for path in paths}):
        at = Location(f"data/{CATALOGUE}/{name}")
        message, help = f"Chưa có danh mục {name}.", "Chép tệp này từ một trang có sẵn, hoặc tạo theo data/README.md."
        yield Problem(at, "catalogue-missing", message, help)


def _with(catalogue: Catalogue, path: PurePosixPath, *, read: Read) -> Found[Catalogue]:
    """The catalogue and the list in a file."""
    content = file_content(read, path)
    if isinstance(content, Problem):
        return Found(catalogue, (content,))
    node, problems = tree_of(content, str(path), longest=LONGEST)
    if node is None:
        return Found(catalogue, problems)
    larger, found = _with_list(catalogue, path, node=node)
    return Found(larger, (*problems, *found))


def _with_list(catalogue: Catalogue, path: PurePosixPath, *, node: Node) -> Found[Catalogue]:
    place = path.parts[2:]
    if place == (AREAS,):
        areas, problems = areas_of(node)
        return Found(replace(catalogue, own_areas=areas), problems)
    if place == (INDICATORS,):
        indicators, problems = indicators_of(node, catalogue.own_areas)
        return Found(replace(catalogue, indicators=indicators), problems)
    if place == (SCOPES,):
        scopes, problems = scopes_of(node)
        return Found(replace(catalogue, scopes=scopes), problems)
    if place[:-1] == (BREAKDOWNS,):
        breakdown, problems = breakdown_of(node, path.stem)
        more = (breakdown,) if breakdown else ()
        return Found(replace(catalogue, breakdowns=(*catalogue.breakdowns, *more)), problems)
    if place == (KIND_CHANGES,):
        kind_changes, problems = kind_changes_of(node)
        return Found(replace(catalogue, kind_changes=kind_changes), problems)
    if place == (MOVES,):
        moves, problems = moves_of(node)
        return Found(replace(catalogue, moves=moves), problems)
    if wrong := misplaced(path):
        return Found(catalogue, (wrong,))
    message = f"Trong data/{CATALOGUE} không có danh mục nào tên là «{path.name}»."
    help = (
        f"Các danh mục: {INDICATORS}, {SCOPES}, {AREAS}, {KIND_CHANGES}, {MOVES}, {BREAKDOWNS}/<tên>.yml. "
        f"Danh mục thủ tục mà một tỉnh công bố thì đặt ở data/<tỉnh>/{CATALOGUE}/."
    )
    return Found(catalogue, (Problem(Location(str(path)), "unknown-catalogue", message, help),))
