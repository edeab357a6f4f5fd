"""What is wrong with a site's folder: read anew, or known from an earlier check where nothing changed."""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from bantin.checks import Kept, Results, addresses, attached, links, procedures, rules
from bantin.folders import Folders
from bantin.keeping import FOLDER, Keeper
from bantin.model import Archive, Catalogue, Outline, TextLink, files_used, joined
from bantin.pages import plans_of
from bantin.problems import Problem, in_order
from bantin.reading import (
    Contents,
    Listing,
    Lists,
    Province,
    PublishedList,
    archive_of,
    folder_at,
    listing_of,
    lists_of,
    pages_collide,
    province_of,
    published_list,
)


@dataclass(frozen=True)
class Findings:
    """What is wrong with a site's files, or doubtful."""

    problems: tuple[Problem, ...]
    """Errors and warnings, in the order of files and lines; among them the doubts that files accept."""

    def narrowed(self, only: Collection[PurePosixPath]) -> "Findings":
        """The problems of some files and folders alone."""
        found = [p for p in self.problems if any(PurePosixPath(p.location.source).is_relative_to(o) for o in only)]
        return Findings(tuple(found))

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that no file accepts: what an editor hears of."""
        return tuple(problem for problem in self.problems if not problem.accepted)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the site."""
        return tuple(problem for problem in self.problems if not problem.warning)


@dataclass(frozen=True)
class Inspection:
    """What is wrong with a site's folder, and which pages it has or would have."""

    findings: Findings
    outline: Outline
    catalogue: Catalogue
    published: PublishedList
    """The addresses that were published once."""

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages; «» is the home page."""
        return frozenset(plan.path for plan in plans_of(self.outline, self.catalogue))


def inspect(folders: Folders, today: date = date.max) -> Inspection:
    """What is wrong with the site's files, without reading again what an earlier call has read.

    Without a `today` nothing lies in the future. The problems of a province rest on its own files, the lists in
    data/danh-muc/, the day, this program, and the figures of the provinces that its articles mention. Where all are as
    they were, nothing is read but their digests.
    """
    reading = Reading(folders, today)
    return reading.inspection([reading.kept(name) for name in reading.listing.folders])


def inspect_and_read(folders: Folders, today: date = date.max) -> tuple[Inspection, Archive]:
    """The same, and what the files hold."""
    reading = Reading(folders, today)
    found, provinces = [], []
    for name in reading.listing.folders:
        province = reading.province(name)
        provinces.append(province)
        found.append(reading.kept(name, province))
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
        return lists_of(self.contents.content, self.listing)

    def province(self, name: str) -> Province:
        """What the files of a province hold."""
        return province_of(self.contents.content, self.listing, lists=self.lists, name=name)

    def kept(self, name: str, province: Province | None = None) -> Kept:
        """What is known of a province, from an earlier reading where nothing changed since."""
        kept = self.results.read(name)
        if kept is None:
            province = province or self.province(name)
            others = [self.province(other) for other in sorted(province.mentioned - {name})]
            doubts = rules.problems_of(archive_of(self.lists, [province, *others]), self.today)
            here = [problem for problem in doubts if folder_at(problem.location.source) == name]
            kept = Kept((*province.problems, *here), province.links, province.anchors, province.outline)
            self.results.write(name, kept, mentioned=province.mentioned)
        self.contents.forget()
        return kept

    def inspection(self, parts: Sequence[Kept]) -> Inspection:
        """Everything that is wrong: with the files of provinces, with the lists, and with the site as a whole."""
        published = published_list(self.folders)
        found = [*self.listing.problems, *self.lists.problems, *published.problems]
        found += [problem for part in parts for problem in part.problems]
        outline = joined(part.outline for part in parts)
        whole = Inspection(Findings(tuple(found)), outline, self.lists.catalogue, published)
        found += _of_site(
            whole,
            self.listing,
            linked=[link for part in parts for link in part.links],
            anchors={address: ids for part in parts for address, ids in part.anchors.items()},
        )
        return replace(whole, findings=Findings(in_order(found)))


def _of_site(
    whole: Inspection,
    listing: Listing,
    *,
    linked: Collection[TextLink],
    anchors: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """What no province knows of itself: addresses that went, links that lead nowhere, files that no text shows."""
    once, moves = whole.published.addresses, whole.catalogue.moves
    yield from pages_collide(listing)
    here = whole.addresses if once or moves or linked else frozenset[str]()
    yield from addresses.problems_of(here, once, moves=moves)
    yield from procedures.across(whole.outline.procedures)
    files = frozenset(path for paths in listing.attached.values() for path in paths)
    if linked:
        yield from links.problems_of(
            linked, links.Destinations(addresses.alive(here, once, moves=moves), files, anchors)
        )
    spoilt = _spoilt(whole.findings.problems)
    unsure = {path for path in files if folder_at(path) in spoilt}
    yield from attached.problems_of(files, files_used(linked), unsure=unsure)


def _spoilt(found: Iterable[Problem]) -> frozenset[str]:
    places = (problem.location.source for problem in found if not problem.warning)
    return frozenset(folder_at(place) for place in places if place.startswith("content/"))


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def stamps(folders: Folders) -> dict[Path, tuple[int, int]]:
    """When each file of data/ and content/ was written, and its size: two of these differ when somebody saved."""
    files = [path for folder in (folders.data, folders.content) for path in folder.rglob("*")]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found
