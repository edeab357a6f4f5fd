"""What is known of the leaves of one folder: each is read and judged again only where something it rests on changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bantin.checks import Judged, Kept, all_problems, holds, judged
from bantin.keeping import Keeper
from bantin.model import joined
from bantin.places import province_path
from bantin.reading import Contents, Leaves, Lists, Province, Told, archive_of


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a leaf, and on what that rests."""

    own: str
    """A digest of its own files …"""
    told: Told
    """… and which of them tell of which other places."""
    basis: str
    """A digest of all files that tell of it."""
    mentioned: Mapping[str, str]
    """Digests of the places whose figures its texts mention."""
    found_on: date
    found: Kept
    """With what is wrong inside its files alone."""
    judged: Judged
    is_recorded: bool = True
    """Whether all that its files print stands in the list of what was published."""


class Shelf:
    """The leaves of one folder as they are now, and what is known of them."""

    def __init__(
        self, contents: Contents, keeper: Keeper, *, lists: Lists, folder: str, given: str, today: date
    ) -> None:
        """`given` tells what all of them rest on from everything else."""
        self.contents, self.keeper, self.lists = contents, keeper, lists
        self.folder, self.given, self.today = folder, given, today
        self.leaves = Leaves(contents.content, contents.listing, lists=lists, folder=folder, known=self._told)
        self._others: dict[str, Shelf] = {}

    def basis(self, name: str) -> str:
        """A digest of all files that tell of a leaf."""
        return self.contents.of_files((*self.leaves.files.get(name, ()), *self.leaves.tellers.get(name, ())))

    def together(self) -> Kept:
        """What is known of the folder."""
        known = self.known.values()
        return Kept(
            (*(problem for one in known for problem in one.found.problems), *all_problems(one.judged for one in known)),
            tuple(link for one in known for link in one.found.links),
            {address: ids for one in known for address, ids in one.found.anchors.items()},
            joined(one.found.outline for one in known),
        )

    @property
    def mentioned(self) -> frozenset[str]:
        """The folders of the places whose figures texts of this one mention."""
        return frozenset(province_path(place) for one in self.known.values() for place in one.mentioned)

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What is known of each leaf; it is kept."""
        found = {name: self._standing(name) or self._judged(name) for name in self.leaves.names}
        if found.keys() != self._kept.keys() or any(found[name] is not self._kept[name] for name in found):
            self.keeper.keep(f"leaves {self.folder}", self.given, found)
        return found

    @cached_property
    def _kept(self) -> dict[str, Known]:
        return self.keeper.on(f"leaves {self.folder}", self.given) or {}

    def _told(self, name: str) -> Told | None:
        known = self._kept.get(name)
        return known.told if known and known.own == self._own(name) else None

    def _own(self, name: str) -> str:
        return self.contents.of_files(self.leaves.files.get(name, ()))

    def _standing(self, name: str) -> Known | None:
        """What was known of a leaf, where it still holds."""
        known = self._kept.get(name)
        if not known or known.basis != self.basis(name) or known.mentioned != self._digests(known.mentioned):
            return None
        return known if holds(known.judged.problems, known.found_on, today=self.today) else None

    def _judged(self, name: str) -> Known:
        province = self.leaves.province(name)
        beside = [self._place(place) for place in sorted(province.mentioned - {name})]
        archive = archive_of(self.lists, [province])
        whole = archive_of(self.lists, [province, *beside]) if beside else archive
        found = judged(archive, self.today, beside=whole)
        return Known(
            self._own(name),
            self.leaves.tells.get(name, {}),
            self.basis(name),
            self._digests(province.mentioned),
            self.today,
            Kept(province.problems, province.links, province.anchors, province.outline),
            found,
            province.records <= province.recorded,
        )

    def _place(self, path: str) -> Province:
        """What is told of a place, here or in another folder."""
        folder = province_path(path)
        return (self if folder == self.folder else self._other(folder)).leaves.province(path)

    def _other(self, folder: str) -> "Shelf":
        if folder not in self._others:
            self._others[folder] = Shelf(
                self.contents, self.keeper, lists=self.lists, folder=folder, given=self.given, today=self.today
            )
        return self._others[folder]

    def _digests(self, places: Iterable[str]) -> dict[str, str]:
        """What tells the places from others: those of this folder by their files, others by all of their folder's."""
        folders = {place: province_path(place) for place in sorted(places)}
        return {
            place: self.basis(place) if folder == self.folder else self.contents.reports(folder)
            for place, folder in folders.items()
        }
