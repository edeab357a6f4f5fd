"""What pages are made of, kept leaf by leaf: whoever makes a page opens what that page shows, and nothing beside it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bantin.inspection import Reading, Shelf
from bantin.keeping import Keeper, digest, packed, unpacked
from bantin.model import Article, Catalogue, Figure, Indicator, Report, Scope, Target, WrittenPage
from bantin.model.procedures import Announcement, Procedure
from bantin.pages import Doubts, doubted_in
from bantin.reading import Province

Alone = WrittenPage | Procedure | Announcement
"""What is entered on its own, by an address: a page about no single place, a procedure, a list of procedures."""
Told = tuple[tuple[Report, ...], tuple[Article, ...]]
"""The reports of a place, oldest first, and the articles about it, newest first."""


@dataclass(slots=True)
class Stored:
    """What a leaf tells, as bytes until it is asked for."""

    told: bytes
    """Of its place."""
    alone: Mapping[str, bytes]
    """By address."""


@dataclass(slots=True)
class Thinned:
    """The reports of a place with nothing but their doubtful figures, as bytes."""

    basis: bytes
    reports: bytes


class Teller:
    """What the leaves of a folder tell, as they were read last."""

    def __init__(self, reading: Reading, folder: str, *, leaves: Mapping[str, str]) -> None:
        """`leaves` names all, and what each rests on."""
        self.reading, self.folder, self.leaves = reading, folder, leaves
        self.keeper = reading.keeper

    def told(self, place: str) -> Told:
        """What is told of a place; nothing where nothing is."""
        found: Told = self._unpacked(self._stored(place).told) if place in self.leaves else ((), ())
        return found

    def alone(self, leaf: str, address: str) -> Alone:
        """What is entered on its own."""
        found: Alone = self._unpacked(self._stored(leaf).alone[address])
        return found

    def listed(self, place: str) -> tuple[Report, ...]:
        """The reports of a place in brief."""
        found: tuple[Report, ...] = self._unpacked(self._listed[place]) if place in self._listed else ()
        return found

    def speaking(self, place: str, id: str) -> tuple[Report, ...]:
        """The reports of a place with nothing but what they say of an indicator."""
        said = self.keeper.made(f"indicators {place}", self.leaves[place], lambda: _by_indicator(self.told(place)[0]))
        found: tuple[Report, ...] = self._unpacked(said[id]) if id in said else ()
        return found

    def doubtful(self, places: Mapping[str, bytes], doubts: Doubts) -> Iterator[Report]:
        """The reports of some places as far as they are doubtful; of each is given what is said of the doubts in it."""
        kept = _thinned_in(self.keeper, self.folder)
        found = {}
        for place, said in places.items():
            basis = _of_doubts(self.leaves[place], said)
            stands = place in kept and kept[place].basis == basis
            found[place] = kept[place] if stands else Thinned(basis, _thin(self.told(place)[0], doubts))
            yield from self._unpacked(found[place].reports)
        if found != kept:
            self.keeper.write(f"doubtful {self.folder}", found)

    @cached_property
    def _listed(self) -> Mapping[str, bytes]:
        return self.keeper.made(
            f"listed {self.folder}",
            self.leaves,
            lambda: {leaf: _in_brief(self._province(leaf)) for leaf in self.leaves},
        )

    def _stored(self, leaf: str) -> Stored:
        basis = self.leaves[leaf]
        kept: Stored | None = self.keeper.on(f"told {leaf}", basis)
        return kept or keep_told(self.keeper, leaf, self._province(leaf), basis=basis)

    def _province(self, leaf: str) -> Province:
        """What was told in a leaf, read once more because it was lost."""
        return self._shelf.leaves.province(leaf)

    @cached_property
    def _shelf(self) -> Shelf:
        return self.reading.shelf(self.folder)

    def _unpacked(self, content: bytes) -> Any:
        return _unpacked(content, self.reading.lists.catalogue)


def keep_told(keeper: Keeper, leaf: str, province: Province, *, basis: str) -> Stored:
    """What a leaf tells is kept."""
    alone = {address: packed(one, _name_of) for address, one in alone_in(province).items()}
    return keeper.keep(f"told {leaf}", basis, Stored(packed(told_in(province), _name_of), alone))


def keep_listed(keeper: Keeper, folder: str, leaves: Mapping[str, str], *, anew: Mapping[str, Province]) -> None:
    """The reports of a folder in brief are kept, where all are known: those of the leaves that were read `anew`."""
    kept = keeper.read(f"listed {folder}")
    before, known = kept if isinstance(kept, tuple) else ({}, {})
    listed = {leaf: known[leaf] for leaf in known if before.get(leaf) == leaves.get(leaf)}
    listed |= {leaf: _in_brief(province) for leaf, province in anew.items()}
    if listed.keys() == leaves.keys():
        keeper.keep(f"listed {folder}", dict(leaves), listed)


def keep_doubtful(
    keeper: Keeper,
    folder: str,
    leaves: Mapping[str, str],
    *,
    anew: Mapping[str, Province],
    places: Mapping[str, bytes],
    doubts: Doubts,
) -> None:
    """What is doubtful in the leaves that were read `anew` is kept; `places` as above."""
    found = dict(_thinned_in(keeper, folder))
    for place in anew.keys() & places.keys():
        reports = told_in(anew[place])[0]
        found[place] = Thinned(_of_doubts(leaves[place], places[place]), _thin(reports, doubts))
    keeper.write(f"doubtful {folder}", found)


def packed_doubts(doubts: Doubts) -> dict[str, bytes]:
    """What tells the doubts in each file from others."""
    return {path: packed(tuple(found), plain=True) for path, found in sorted(doubts.items())}


def doubts_in(files: Iterable[str], doubts: Mapping[str, bytes]) -> bytes:
    """What tells the doubts in some files from others."""
    return b"".join(doubts[file] for file in files if file in doubts)


def told_in(province: Province) -> Told:
    """What a leaf tells of its place."""
    reports = sorted(province.reports, key=lambda r: (r.period.end, r.period.start, r.period.slug))
    articles = sorted(province.articles, key=lambda a: (-a.published.toordinal(), a.slug))
    return tuple(reports), tuple(articles)


def alone_in(province: Province) -> dict[str, Alone]:
    """What is entered on its own in a leaf, by address."""
    pages = {page.path: page for page in province.pages}
    procedures = {procedure.address: procedure for procedure in province.procedures}
    return {**pages, **procedures, **{known.address: known for known in province.announcements}}


def _in_brief(province: Province) -> bytes:
    return packed(tuple(report.brief for report in told_in(province)[0]), _name_of)


def _by_indicator(reports: Iterable[Report]) -> dict[str, bytes]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        for id, values in report.by_indicator.items():
            found.setdefault(id, []).append(_with(report, values))
    return {id: packed(tuple(speaking), _name_of) for id, speaking in found.items()}


def _with(report: Report, values: Collection[Figure | Target]) -> Report:
    """A report with nothing but some of its figures and targets."""
    figures = tuple(value for value in values if isinstance(value, Figure))
    targets = tuple(value for value in values if isinstance(value, Target))
    return replace(report, figures=figures, targets=targets, lines=(), assessments=())


def _thin(reports: Iterable[Report], doubts: Doubts) -> bytes:
    thinned = (_thinned(report, doubts) for report in reports)
    return packed(tuple(report for report in thinned if report), _name_of)


def _thinned(report: Report, doubts: Doubts) -> Report | None:
    """A report with nothing but its doubtful figures and targets; None where it has none."""
    doubted = doubted_in(doubts, report)
    return _with(report, [value for value in report.figures_and_targets if value.at in doubted]) if doubted else None


def _thinned_in(keeper: Keeper, folder: str) -> Mapping[str, Thinned]:
    kept = keeper.read(f"doubtful {folder}")
    return kept if isinstance(kept, dict) else {}


def _of_doubts(basis: str, said: bytes) -> bytes:
    return digest(basis.encode() + said)


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
