"""One reading of a site's folder: what was read of a file stays what its digest says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from bantin.checks import Kept, Results
from bantin.folders import Folders
from bantin.inspection.findings import Findings, Inspection
from bantin.inspection.shelf import Shelf
from bantin.inspection.whole import of_site
from bantin.keeping import FOLDER, Keeper
from bantin.model import Archive, joined
from bantin.pages import plans_of
from bantin.problems import in_order
from bantin.reading import Contents, Lists, archive_of, listing_of, lists_of, published_list


def inspect(folders: Folders, today: date = date.max) -> Inspection:
    """What is wrong with the site's files, without reading again what an earlier call has read.

    Without a `today` nothing lies in the future. The problems of a leaf rest on its own files, the lists in
    data/danh-muc/, the day, this program, and the figures of the places that its articles mention. Where all are as
    they were, nothing is read but their digests.
    """
    reading = Reading(folders, today)
    return reading.inspection([reading.kept(name) for name in reading.listing.folders])


def inspect_and_read(folders: Folders, today: date = date.max) -> tuple[Inspection, Archive]:
    """The same, and what the files hold."""
    reading = Reading(folders, today)
    found, provinces = [], []
    for name in reading.listing.folders:
        shelf = reading.shelf(name)
        provinces.append(shelf.leaves.all())
        found.append(reading.kept(name, shelf))
    return reading.inspection(found), archive_of(reading.lists, provinces)


class Reading:
    """One reading of a site's folder: what was read of a file stays what its digest says."""

    def __init__(self, folders: Folders, today: date, keeper: Keeper | None = None) -> None:
        self.folders, self.today = folders, today
        self.listing = listing_of(folders)
        self.contents = Contents(folders, self.listing)
        self.keeper = keeper or Keeper(folders.root / FOLDER)
        self.results = Results(self.contents, self.keeper, today=today)

    @cached_property
    def lists(self) -> Lists:
        """What the files of data/danh-muc/ hold."""
        return self.keeper.made("lists", self._of_lists, lambda: lists_of(self.contents.content, self.listing))

    @property
    def _of_lists(self) -> tuple[str, bool]:
        """What the lists rest on: a site without any data needs none."""
        return self.results.given_now, bool(self.listing.reports)

    def shelf(self, name: str) -> Shelf:
        """What is known of the leaves of a folder."""
        return Shelf(
            self.contents, self.keeper, lists=self.lists, folder=name, given=self.results.given, today=self.today
        )

    def kept(self, name: str, shelf: Shelf | None = None) -> Kept:
        """What is known of a folder, from an earlier reading where nothing changed since."""
        kept = self.results.read(name)
        if kept is None:
            shelf = shelf or self.shelf(name)
            kept = shelf.together()
            self.results.write(name, kept, mentioned=shelf.mentioned)
        self.contents.forget()
        return kept

    def inspection(self, parts: Sequence[Kept]) -> Inspection:
        """Everything that is wrong: with the files of folders, with the lists, and with the site as a whole."""
        published = published_list(self.folders)
        found = [*self.listing.problems, *self.lists.problems, *published.problems]
        found += [problem for part in parts for problem in part.problems]
        outline = joined(part.outline for part in parts)
        plans = plans_of(outline, self.lists.catalogue)
        whole = Inspection(Findings(tuple(found)), outline, self.lists.catalogue, published, plans)
        found += of_site(
            whole,
            self.listing,
            linked=[link for part in parts for link in part.links],
            anchors={address: ids for part in parts for address, ids in part.anchors.items()},
        )
        return replace(whole, findings=Findings(in_order(found)))
