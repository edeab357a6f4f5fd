"""What of a site stands, and what has to be built."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bantin.building.ground import Bases, Ground, shares_of
from bantin.building.shares import Made, Share, has_documents, pages_of
from bantin.keeping import Keeper
from bantin.pages import Plan
from bantin.search import Family


@dataclass(frozen=True)
class Frame:
    """The files of a site that are no pages, as they were made."""

    basis: bytes
    files: Mapping[str, str]
    """Their digests."""
    site_url: str
    """The public address of the site; «» where none is set."""
    pages: bytes = b""
    """A digest of the pages that it lists, their dates, and what their policies allow."""
    said: tuple[str, ...] = ()
    """What was warned of."""


@dataclass(frozen=True)
class Searched:
    """The index of a site's search, as it was made."""

    basis: bytes
    """Of the program that made it."""
    families: Mapping[str, Family]
    files: Mapping[str, str]
    """Their digests."""


@dataclass(frozen=True)
class Work:
    """What of a site stands, and what has to be built."""

    made: Mapping[str, Made]
    """What is known of the pages that stand, by address."""
    shares: tuple[Share, ...]
    """The pages to build; every share of pages that came, changed or went."""
    frame: Frame | None
    """The files that are no pages, where they stand too."""
    searched: Searched | None = None
    """The index of the search, where it stands as it was made last."""
    removed: int = 0
    """How many pages went."""

    @cached_property
    def stays(self) -> dict[str, str]:
        """The files that stand, with their digests."""
        pages = dict(file for address, page in self.made.items() for file in page.files(address))
        return pages | dict(self.frame.files if self.frame else {}) | dict(self.searched.files if self.searched else {})

    @property
    def is_done(self) -> bool:
        """Whether all stands."""
        return not self.shares and self.frame is not None and self.searched is not None


def work_of(bases: Bases, keeper: Keeper, live: Mapping[str, str], *, frame_basis: bytes) -> Work:
    """What has to be built, where the files of the live site have these digests now."""
    ground = bases.ground
    made: dict[str, Made] = {}
    shares, removed = [], 0
    for share, plans in shares_of(ground.plans).items():
        known = pages_of(keeper, share)
        removed += len(known.keys() - {plan.path for plan in plans})
        standing = dict(_standing(plans, known, live=live, bases=bases))
        if len(standing) < len(plans) and not has_documents(keeper, share):
            standing = {}
        made |= standing
        if standing.keys() != known.keys() or len(standing) < len(plans):
            wanted = tuple(plan for plan in plans if plan.path not in standing)
            shares.append(Share(share, wanted, tuple(standing)))
    frame = keeper.read("frame")
    stands = isinstance(frame, Frame) and frame.basis == frame_basis and frame.files.items() <= live.items()
    searched = keeper.read("search")
    is_searched = (
        isinstance(searched, Searched) and searched.basis == bases.of_search and searched.files.items() <= live.items()
    )
    work = Work(made, tuple(shares), frame if stands else None, searched if is_searched else None, removed)
    return work if work.is_done else _with_lost(work, ground, keeper)


def _with_lost(work: Work, ground: Ground, keeper: Keeper) -> Work:
    """The work with those shares of which is lost what the search knows: their pages are built once more."""
    coming = {share.name for share in work.shares}
    lost = [Share(name, tuple(plans)) for name, plans in shares_of(ground.plans).items()
            if name not in coming and not has_documents(keeper, name)]  # fmt: skip
    again = {plan.path for share in lost for plan in share.plans}
    made = {address: page for address, page in work.made.items() if address not in again}
    return replace(work, made=made, shares=(*work.shares, *lost))


def _standing(
    plans: Iterable[Plan], known: Mapping[str, Made], *, live: Mapping[str, str], bases: Bases
) -> Iterator[tuple[str, Made]]:
    for plan in plans:
        page = known.get(plan.path)
        is_there = page and all(live.get(path) == digest for path, digest in page.files(plan.path))
        if page and is_there and page.basis == bases.of(plan) and bases.ground.around.stands(page.asked):
            yield plan.path, page
