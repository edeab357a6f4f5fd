"""The files of a folder as leaves: the reports and articles of one place, one procedure, one text, one picture.

What a leaf says rests on its own files, and on those with tables that tell of its place («Theo đơn vị»): no other file
has to be read to know it.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from bantin.model import Report, is_article
from bantin.problems import Found, Problem
from bantin.reading.catalogues import Lists
from bantin.reading.listing import Listing, Read, is_text
from bantin.reading.places import settled
from bantin.reading.procedures import FileOf, code_in_name, file_of
from bantin.reading.provinces import Province, joined, province_of, report_in
from bantin.reading.strays import place_of_records

Told = Mapping[str, tuple[str, ...]]
"""The files of a leaf with tables that tell of other places, and of which."""


def _unknown(leaf: str) -> None:
    return None


class Leaves:
    """The leaves of one folder; each is read when somebody asks what it says."""

    def __init__(
        self, read: Read, listing: Listing, *, lists: Lists, folder: str, known: Callable[[str], Told | None] = _unknown
    ) -> None:
        """`known` says of a leaf whose own files did not change which places they tell of."""
        self.read, self.lists = read, lists
        self.files = _by_leaf(listing, folder)
        """The own files of each leaf."""
        self._known = known
        self._alone: dict[str, Province] = {}
        self._reports: dict[str, Found[Report | None]] = {}

    @cached_property
    def tells(self) -> dict[str, Told]:
        """Which files of each leaf tell of which places."""
        return {name: self.alone(name).tells if (told := self._known(name)) is None else told for name in self.files}

    @cached_property
    def tellers(self) -> dict[str, tuple[str, ...]]:
        """The files of other leaves that tell of a place."""
        found: dict[str, list[str]] = {}
        for name, told in self.tells.items():
            for file, places in told.items():
                for place in places:
                    if place != name:
                        found.setdefault(place, []).append(file)
        return {place: tuple(sorted(files)) for place, files in found.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """All leaves, in order: also places that have no file of their own."""
        return tuple(sorted(self.files.keys() | self.tellers.keys()))

    def province(self, name: str) -> Province:
        """What a leaf says; nothing where there is none of that name."""
        if name not in self.tellers:
            return self.alone(name)
        told = [(file, self._report(file)) for file in self.tellers[name]]
        return province_of(self.read, self.files.get(name, ()), lists=self.lists, place=name, others=told)

    def alone(self, name: str) -> Province:
        """What the own files of a leaf say."""
        if name not in self._alone:
            of_place = name if any(_is_report(path) for path in self.files.get(name, ())) else ""
            self._alone[name] = province_of(self.read, self.files.get(name, ()), lists=self.lists, place=of_place)
        return self._alone[name]

    def _report(self, file: str) -> Found[Report | None]:
        """The report of a file with tables, read once however many places it tells of."""
        if file not in self._reports:
            self._reports[file] = report_in(self.read, PurePosixPath(file), self.lists.catalogue)
        return self._reports[file]

    def all(self) -> Province:
        """What all say."""
        return joined(map(self.province, self.names))


def _by_leaf(listing: Listing, folder: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in listing.records.get(folder, ()):
        found.setdefault(place_of_records(path), []).append(path)
    for path in (*listing.written_in(folder), *listing.attached.get(folder, ())):
        found.setdefault(_name(PurePosixPath(path)), []).append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def _name(path: PurePosixPath) -> str:
    """The leaf of a file: the path of a place, the address of a procedure, the path of any other file."""
    if is_text(path.name):
        return settled("/".join(path.parts[1:-1])) if is_article(path) else str(path)
    if path.suffix != ".yml":
        return str(path)
    kind = file_of(path)
    if kind is FileOf.REPORT:
        return settled("/".join(path.parts[1:-1]))
    code = code_in_name(path) if kind is FileOf.PROCEDURE else None
    return str(path) if code is None or isinstance(code, Problem) else f"{path.parent}/{code.address}"


def _is_report(path: str) -> bool:
    return path.endswith(".yml") and file_of(PurePosixPath(path)) is FileOf.REPORT
