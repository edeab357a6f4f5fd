"""What the files of one folder hold: as much as planning needs, and the rest kept until pages are made of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from bantin.building.told import (
    Told,
    alone_in,
    doubts_in,
    keep_doubtful,
    keep_listed,
    keep_told,
    packed_doubts,
    told_in,
)
from bantin.checks import Kept
from bantin.inspection import Reading, Shelf
from bantin.keeping import digest
from bantin.model import (
    Attached,
    Correction,
    Difference,
    Erratum,
    Figure,
    Indicator,
    LegalBasis,
    Outline,
    Period,
    Report,
    Slice,
    Source,
    Target,
    Value,
    Written,
    WrittenPage,
    last_updated,
    territory_of,
)
from bantin.pages import doubts_by_file
from bantin.places import Level
from bantin.problems import in_order
from bantin.reading import Contents, Province


class Place(NamedTuple):
    """What the pages of a place rest on."""

    files: tuple[str, ...]
    """The files that its reports and articles were read from …"""
    digest: bytes
    """… and what tells them from others."""
    listed: bytes
    """What tells from others what lists name of its reports."""
    indicators: tuple[str, ...]
    """The ids of what its reports speak of, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """What planning needs to know of a folder's files, or of a leaf's."""

    leaves: Mapping[str, str]
    """What each of its leaves rests on."""
    found: Kept
    """What is known of the folder; nothing of a leaf."""
    places: Mapping[str, Place]
    values: Mapping[tuple[str, str], bytes]
    """Digests of the figures and targets of an indicator in a territory, by the names of both."""
    drawn: Mapping[tuple[str, str], bytes]
    """The same of those that the territory itself published."""
    written: tuple[WrittenPage, ...]
    """The pages that people wrote about no single place, without their texts."""
    texts: Mapping[str, bytes]
    """Digests of what is entered on its own, by address …"""
    leaf_of: Mapping[str, str]
    """… and the leaf where it stands."""
    attached: tuple[tuple[Attached, bytes], ...]
    """The pictures and documents as they are published, without what they hold, and digests of it."""
    sources: Mapping[str, str]
    """The file to change when something is wrong on a page, by its address."""
    files: Mapping[str, str]
    """Its files, and the sha256 of what each holds; without pictures and documents."""
    newest: str
    """The newest day that a report or article names as its own, as in 2023-08-20; «» where none does."""


_NOTHING = Kept((), (), {}, Outline())


class Folder:
    """A folder's files as far as they were looked at in this process."""

    def __init__(self, reading: Reading, name: str) -> None:
        self.reading, self.name = reading, name

    @property
    def basis(self) -> str:
        """What its files rest on and hold, as they were read last."""
        return self.reading.results.basis(self.name)

    @cached_property
    def _shelf(self) -> Shelf:
        return self.reading.shelf(self.name)

    def known(self) -> Part | None:
        """What planning needs, where nothing changed since that was known."""
        found = self.reading.results.read(self.name)
        part: Part | None = self.reading.keeper.on(f"part {self.name}", self.basis) if found else None
        return replace(part, found=found) if found and part else None

    def part(self) -> Part:
        """What planning needs; what pages are made of is kept."""
        found = self.reading.kept(self.name, self._shelf)
        leaves, anew = self._leaves()
        part = _joined(leaves.values())
        doubts = doubts_by_file(in_order(found.problems))
        packed = packed_doubts(doubts)
        doubted = {path: said for path, place in part.places.items() if (said := doubts_in(place.files, packed))}
        keep_listed(self.reading.keeper, self.name, part.leaves, anew=anew)
        keep_doubtful(self.reading.keeper, self.name, part.leaves, anew=anew, places=doubted, doubts=doubts)
        self.reading.keeper.keep(f"part {self.name}", self.basis, part)
        self.reading.contents.forget()
        return replace(part, found=found)

    def attached(self, file: str) -> tuple[tuple[str, bytes], ...]:
        """A picture or document as it is published: what each of its files holds, by address."""
        return self.reading.keeper.made(f"attached {file}", self._basis_of(file), lambda: self._attached(file))

    def _attached(self, file: str) -> tuple[tuple[str, bytes], ...]:
        return next(one.files for one in self._shelf.leaves.province(file).attached)

    def _leaves(self) -> tuple[dict[str, Part], dict[str, Province]]:
        """What planning needs of each leaf, which is kept, and what those hold that were read anew."""
        entry = self.reading.keeper.read(f"parts {self.name}")
        known: dict[str, Part] = entry if isinstance(entry, dict) else {}
        found, anew = {}, {}
        for name in self._shelf.leaves.names:
            basis = self._basis_of(name)
            if name in known and known[name].leaves[name] == basis:
                found[name] = known[name]
            else:
                anew[name] = self._shelf.leaves.province(name)
                found[name] = self._read_anew(name, anew[name], basis=basis)
        self.reading.keeper.write(f"parts {self.name}", found)
        return found, anew

    def _read_anew(self, name: str, province: Province, *, basis: str) -> Part:
        for file in province.attached:
            self.reading.keeper.keep(f"attached {file.path}", basis, file.files)
        keep_told(self.reading.keeper, name, province, basis=basis)
        return _part(province, self.reading.contents, leaf=(name, basis), files=self._shelf.leaves.files.get(name, ()))

    def _basis_of(self, leaf: str) -> str:
        return f"{self.reading.results.given} {self._shelf.basis(leaf)}"


def _joined(parts: Iterable[Part]) -> Part:
    """What planning needs to know of several leaves."""
    known = tuple(parts)
    return Part(
        {leaf: basis for part in known for leaf, basis in part.leaves.items()},
        _NOTHING,
        {path: place for part in known for path, place in part.places.items()},
        _together(part.values for part in known),
        _together(part.drawn for part in known),
        tuple(page for part in known for page in part.written),
        {address: text for part in known for address, text in part.texts.items()},
        {address: leaf for part in known for address, leaf in part.leaf_of.items()},
        tuple(attached for part in known for attached in part.attached),
        {address: file for part in known for address, file in part.sources.items()},
        {path: digest for part in known for path, digest in part.files.items()},
        max((part.newest for part in known), default=""),
    )


def _together(digests: Iterable[Mapping[tuple[str, str], bytes]]) -> dict[tuple[str, str], bytes]:
    found: dict[tuple[str, str], list[bytes]] = {}
    for known in digests:
        for key, said in known.items():
            found.setdefault(key, []).append(said)
    return {key: digest(b"".join(said)) for key, said in found.items()}


def _part(province: Province, contents: Contents, *, leaf: tuple[str, str], files: Iterable[str]) -> Part:
    name, basis = leaf
    written: tuple[Written, ...] = (*province.articles, *province.pages)
    told, alone = told_in(province), alone_in(province)
    days = (last_updated(province.reports), *(article.published for article in province.articles))
    return Part(
        {name: basis},
        _NOTHING,
        places={name: _place(told, contents)} if any(told) else {},
        values=_values(province.reports),
        drawn=_values(report for report in province.reports if report.place.level is Level.PROVINCE),
        written=tuple(replace(page, body="") for page in province.pages),
        texts={address: contents.digest_of(one.at.source).encode() for address, one in alone.items()},
        leaf_of=dict.fromkeys(alone, name),
        attached=tuple((file.without_content, digest(file.content)) for file in province.attached),
        sources={text.path: text.at.source for text in (*province.reports, *written)}
        | {address: one.at.source for address, one in alone.items()},
        files={path: contents.digest_of(path) for path in files if path.endswith((".yml", ".md"))},
        newest=max((day.isoformat() for day in days if day), default=""),
    )


def _place(told: Told, contents: Contents) -> Place:
    reports, articles = told
    read = {file for report in reports for file in _files_of(report)} | {article.at.source for article in articles}
    files = tuple(sorted(read))
    speaks_of = {i.id for report in reports for value in _all_values(report) for i in value}
    digests = "".join(map(contents.digest_of, files))
    return Place(files, digest(digests.encode()), _listed(reports), tuple(sorted(speaks_of)))


def _listed(reports: Iterable[Report]) -> bytes:
    """What tells reports in brief from others."""
    said = [(r.path, r.is_own, r.updated, _fields(r.period)) for r in reports]
    return digest(repr(said).encode(errors="surrogatepass"))


def _files_of(report: Report) -> Iterator[str]:
    """The files that a report was read from: its own, and those with tables that tell of its place."""
    yield report.at.source
    yield from (source.at.source for source in report.sources)
    yield from (value.at.source for value in report.figures_and_targets)


def _all_values(report: Report) -> Iterator[tuple[Indicator, ...]]:
    for value in (*report.figures_and_targets, *(line.figure for line in report.lines)):
        yield value.indicators
        if base := getattr(value, "base", None):
            yield (base,)


def _values(reports: Iterable[Report]) -> dict[tuple[str, str], bytes]:
    found: dict[tuple[str, str], list[str]] = {}
    for report in reports:
        here, spoken_of = territory_of(report.place), repr((report.place.path, _fields(report.period)))
        for value in report.figures_and_targets:
            said = spoken_of + repr(_fields(value))
            for id in value.ids:
                found.setdefault((here, id), []).append(said)
    return {key: digest("".join(said).encode(errors="surrogatepass")) for key, said in found.items()}


def _fields(thing: object) -> object:
    """All that is said of a thing, but where it stands and who published it; of what lists hold, its id and label."""
    kind = type(thing)
    if kind in _FLAT:
        return _FLAT[kind](thing)
    if kind in _DEEP:
        return tuple(map(_fields, _DEEP[kind](thing)))
    return tuple(map(_fields, thing)) if isinstance(thing, tuple) else thing


def _all_of(kind: Any) -> Callable[[object], object]:
    return attrgetter(*(name for name in kind.__dataclass_fields__ if name != "at"))


_FLAT: Mapping[type, Callable[[Any], object]] = {
    Indicator: attrgetter("id", "label"),
    Slice: attrgetter("id", "called"),
    Source: type,
    LegalBasis: type,
    Value: _all_of(Value),
    Period: _all_of(Period),
}
_DEEP: Mapping[type, Callable[[Any], Any]] = {
    kind: _all_of(kind) for kind in (Figure, Target, Difference, Correction, Erratum)
}
