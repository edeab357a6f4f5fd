"""What the files of one folder hold: as much as planning needs, and the rest kept until pages are made of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Any

from bantin.checks import Kept
from bantin.inspection import Reading, Shelf
from bantin.keeping import digest, packed, unpacked
from bantin.model import (
    Article,
    Attached,
    Catalogue,
    Difference,
    Figure,
    Indicator,
    LegalBasis,
    Outline,
    Period,
    Report,
    Scope,
    Slice,
    Source,
    Target,
    Value,
    Written,
    WrittenPage,
    grouped,
    newest_source,
    territory_of,
)
from bantin.model.procedures import Announcement, Procedure
from bantin.pages import Doubts, doubted_in
from bantin.reading import Contents, Province

Alone = WrittenPage | Procedure | Announcement
"""What is entered on its own, by an address: a page about no single place, a procedure, a list of procedures."""
Told = tuple[tuple[Report, ...], tuple[Article, ...]]
"""The reports of a place, oldest first, and the articles about it, newest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the pages of a place rest on."""

    files: tuple[str, ...]
    """The files that its reports and articles were read from …"""
    digest: bytes
    """… and what tells them from others."""
    indicators: tuple[str, ...]
    """The ids of what its reports speak of, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """What planning needs to know of a folder's files, or of a leaf's."""

    basis: str
    """What a leaf rests on; «» of a folder."""
    found: Kept
    """What is known of the folder; nothing of a leaf."""
    places: Mapping[str, Place]
    values: Mapping[tuple[str, str], bytes]
    """Digests of the figures and targets of an indicator in a territory, by the names of both."""
    written: tuple[WrittenPage, ...]
    """The pages that people wrote about no single place, without their texts."""
    texts: Mapping[str, bytes]
    """Digests of what is entered on its own, by address."""
    attached: tuple[tuple[Attached, bytes], ...]
    """The pictures and documents as they are published, without what they hold, and digests of it."""
    sources: Mapping[str, str]
    """The file to change when something is wrong on a page, by its address."""
    files: Mapping[str, str]
    """Its files, and the sha256 of what each holds; without pictures and documents."""
    newest: str
    """The newest day that a report or article names as its own, as in 2023-08-20; «» where none does."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What pages are made of, as bytes until it is asked for."""

    basis: str
    places: Mapping[str, bytes]
    texts: Mapping[str, bytes]

    def told(self, place: str, catalogue: Catalogue) -> Told:
        """What is told of a place; nothing where nothing is."""
        return _unpacked(self.places[place], catalogue) if place in self.places else ((), ())

    def alone(self, address: str, catalogue: Catalogue) -> Alone:
        """What is entered on its own."""
        found: Alone = _unpacked(self.texts[address], catalogue)
        return found


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
        found, entry = self.reading.results.read(self.name), self._read("part")
        if not (found and isinstance(entry, tuple) and entry[0] == self.basis):
            return None
        part: Part = entry[1]
        return replace(part, found=found)

    def part(self) -> Part:
        """What planning needs."""
        found = self.reading.kept(self.name, self._shelf)
        part = _joined(part for part, _ in self._leaves().values())
        self._write("part", (self.basis, part))
        self.reading.contents.forget()
        return replace(part, found=found)

    def stored(self) -> Stored:
        """What pages are made of."""
        entry = self._read("told")
        if isinstance(entry, tuple) and entry[0] == self.basis:
            return _stored(entry[1].values())
        return _stored(stored for _, stored in self._leaves().values())

    def attached(self, file: str) -> bytes:
        """What a picture or document holds as it is published."""
        kept = self.reading.keeper.read(f"attached {file}")
        if isinstance(kept, tuple) and kept[0] == self._basis_of(file):
            return kept[1]  # type: ignore[no-any-return]
        return next(one.content for one in self._shelf.leaves.province(file).attached)

    def _leaves(self) -> dict[str, tuple[Part, Stored]]:
        """What planning needs of each leaf, and what pages are made of; both are kept."""
        parts, told = (self._kept(what) for what in ("parts", "told"))
        found: dict[str, tuple[Part, Stored]] = {}
        for name in self._shelf.leaves.names:
            part, stored = parts.get(name), told.get(name)
            basis = self._basis_of(name)
            if part and stored and part.basis == stored.basis == basis:
                found[name] = part, stored
            else:
                found[name] = self._read_anew(name)
        self._write("parts", (self.basis, {name: part for name, (part, _) in found.items()}))
        self._write("told", (self.basis, {name: stored for name, (_, stored) in found.items()}))
        return found

    def _read_anew(self, name: str) -> tuple[Part, Stored]:
        province = self._shelf.leaves.province(name)
        basis = self._basis_of(name)
        for file in province.attached:
            self.reading.keeper.write(f"attached {file.path}", (basis, file.content))
        files = self._shelf.leaves.files.get(name, ())
        places = {path: packed(told, _name_of) for path, told in _told(province).items()}
        texts = {address: packed(alone, _name_of) for address, alone in _alone(province).items()}
        return _part(province, self.reading.contents, basis=basis, files=files), Stored(basis, places, texts)

    def _basis_of(self, leaf: str) -> str:
        return f"{self.reading.results.given} {self._shelf.basis(leaf)}"

    def _kept(self, what: str) -> dict[str, Any]:
        entry = self._read(what)
        return entry[1] if isinstance(entry, tuple) else {}

    def _read(self, what: str) -> Any:
        return self.reading.keeper.read(f"{what} {self.name}")

    def _write(self, what: str, value: object) -> None:
        self.reading.keeper.write(f"{what} {self.name}", value)


def _stored(leaves: Iterable[Stored]) -> Stored:
    """What is stored of several leaves."""
    known = tuple(leaves)
    places = {path: told for one in known for path, told in one.places.items()}
    return Stored("", places, {address: text for one in known for address, text in one.texts.items()})


def _joined(parts: Iterable[Part]) -> Part:
    """What planning needs to know of several leaves."""
    known = tuple(parts)
    values: dict[tuple[str, str], list[bytes]] = {}
    for part in known:
        for key, said in part.values.items():
            values.setdefault(key, []).append(said)
    return Part(
        "",
        _NOTHING,
        {path: place for part in known for path, place in part.places.items()},
        {key: digest(b"".join(said)) for key, said in values.items()},
        tuple(page for part in known for page in part.written),
        {address: text for part in known for address, text in part.texts.items()},
        tuple(attached for part in known for attached in part.attached),
        {address: file for part in known for address, file in part.sources.items()},
        {path: digest for part in known for path, digest in part.files.items()},
        max((part.newest for part in known), default=""),
    )


def thinned(report: Report, doubts: Doubts) -> Report | None:
    """A report with nothing but its doubtful figures and targets; None where it has none."""
    doubted = doubted_in(doubts, report)
    figures = tuple(figure for figure in report.figures if figure.at in doubted)
    targets = tuple(target for target in report.targets if target.at in doubted)
    return replace(report, figures=figures, targets=targets, lines=(), assessments=()) if doubted else None


def _part(province: Province, contents: Contents, *, basis: str, files: Iterable[str]) -> Part:
    written: tuple[Written, ...] = (*province.articles, *province.pages)
    days = (newest_source(province.reports), *(article.published for article in province.articles))
    return Part(
        basis,
        _NOTHING,
        places={path: _place(told, contents) for path, told in _told(province).items()},
        values=_values(province.reports),
        written=tuple(replace(page, body="") for page in province.pages),
        texts={address: contents.digest_of(one.at.source).encode() for address, one in _alone(province).items()},
        attached=tuple((replace(file, content=b""), digest(file.content)) for file in province.attached),
        sources={text.path: text.at.source for text in (*province.reports, *written)}
        | {address: one.at.source for address, one in _alone(province).items()},
        files={path: contents.digest_of(path) for path in files if path.endswith((".yml", ".md"))},
        newest=max((day.isoformat() for day in days if day), default=""),
    )


def _alone(province: Province) -> dict[str, Alone]:
    pages = {page.path: page for page in province.pages}
    procedures = {procedure.address: procedure for procedure in province.procedures}
    return {**pages, **procedures, **{known.address: known for known in province.announcements}}


def _told(province: Province) -> dict[str, Told]:
    reports = sorted(province.reports, key=lambda r: (r.period.end, r.period.start, r.period.slug))
    articles = sorted(province.articles, key=lambda a: (-a.published.toordinal(), a.slug))
    by_place, about = grouped(reports, lambda r: r.place.path), grouped(articles, lambda a: a.place)
    return {path: (by_place.get(path, ()), about.get(path, ())) for path in sorted({*by_place, *about})}


def _place(told: Told, contents: Contents) -> Place:
    reports, articles = told
    read = {file for report in reports for file in _files_of(report)} | {article.at.source for article in articles}
    files = tuple(sorted(read))
    speaks_of = {i.id for report in reports for value in _all_values(report) for i in value}
    digests = "".join(map(contents.digest_of, files))
    return Place(files, digest(digests.encode()), tuple(sorted(speaks_of)))


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
_DEEP: Mapping[type, Callable[[Any], Any]] = {kind: _all_of(kind) for kind in (Figure, Target, Difference)}


def _name_of(thing: object) -> str | None:
    """What stands in the lists is kept by its name: the lists say the rest."""
    if isinstance(thing, Indicator):
        return f"indicator {thing.id}"
    return f"scope {thing.id}" if isinstance(thing, Scope) else None


def _unpacked(content: bytes, catalogue: Catalogue) -> Any:
    def named(name: str) -> object:
        kind, _, id = name.partition(" ")
        return catalogue.indicators[id] if kind == "indicator" else catalogue.scopes[id]

    return unpacked(content, named)
