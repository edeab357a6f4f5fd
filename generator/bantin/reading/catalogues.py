"""The files of data/danh-muc/ as one `Catalogue`."""

from collections.abc import Iterable, Iterator
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
from bantin.reading.shipped import LONGEST, shipped_lists, with_own
from bantin.reading.trees import Node, tree_of

_HERE = PurePosixPath("data", CATALOGUE)
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
    own = {PurePosixPath(path).relative_to(_HERE): PurePosixPath(path) for path in listing.lists}
    shipped = shipped_lists() if listing.builds_on_shipped else {}
    found = [] if shipped or not (own or listing.reports) else list(_missing(own))
    catalogue = Catalogue(province=listing.province)
    for name in sorted({*own, *shipped}, key=lambda name: (name.name != AREAS, name)):  # indicators name areas
        node, problems = _root(own.get(name), shipped.get(name), read=read)
        found += problems
        if node is not None:
            catalogue, problems = _with_list(catalogue, _HERE / name, node=node)
            found += problems
    members = [member for breakdown in catalogue.breakdowns for member in breakdown.members]
    return Lists(catalogue, hinted((*found, *shared_names(members))))


def _missing(names: Iterable[PurePosixPath]) -> Iterator[Problem]:
    for name in sorted({INDICATORS, SCOPES} - {name.parts[0] for name in names}):
        at = Location(f"{_HERE}/{name}")
        message, help = f"Chưa có danh mục {name}.", "Chép tệp này từ một trang có sẵn, hoặc tạo theo data/README.md."
        yield Problem(at, "catalogue-missing", message, help)


def _root(path: PurePosixPath | None, shipped: Node | None, *, read: Read) -> Found[Node | None]:
    """A list of a site, of the package, or of both."""
    if path is None:
        return Found(shipped)
    content = file_content(read, path)
    if isinstance(content, Problem):
        return Found(shipped, (content,))
    own, problems = tree_of(content, str(path), longest=LONGEST)
    return Found(with_own(shipped, own) if shipped and own else own or shipped, problems)


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
