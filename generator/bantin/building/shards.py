"""A site built on several machines: each builds a part of the pages, one puts the parts together.

A part is a folder: `trang/` holds finished pages, beside it lies what is known of them and from what they were made.
"""

import os
import shutil
from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.building.ground import Ground, shares_of
from bantin.building.outputs import digest_at
from bantin.building.shares import Builder, Made, Share, documents_of, pages_of
from bantin.building.workers import spread
from bantin.checks import program
from bantin.inspection import Reading
from bantin.keeping import Keeper
from bantin.publishing import commit_of
from bantin.site import UnfinishedError, read_from
from bantin.telling import Progress
from bantin.vietnamese import listed
from bantin.writing import PublishError

if TYPE_CHECKING:
    from bantin.publishing.engine import Engine

_PAGES = "trang"
_STAMP = "part"
_BEGUN = "part begun"
_NONE = "«{}» không phải là một phần của trang: «bantin build --shard» chưa dựng xong ở đó."
_OTHER = "Các phần không cùng một lần dựng: «{}» và «{}» khác nhau về {}. Mời dựng lại mọi phần từ cùng một bản."
_STALE = "Phần «{}» dựng từ {} khác với bản đang có ở đây. Mời dựng lại phần đó từ bản này."
_LACKING = "Còn thiếu phần {}. Mời đưa đủ {} phần."
_TWICE = "Phần {} có hai lần: «{}» và «{}»."
_WHOLE_ONLY = "Trang này không dựng từng phần được, vì {} trong cài đặt cần mọi trang cùng một lúc."
_LOST = "Phần «{}» thiếu hoặc đã đổi tệp «{}». Mời dựng lại phần đó."
_UNKNOWN = "Phần «{}» thiếu hoặc đã hỏng những gì đã ghi lại về các trang của nó. Mời dựng lại phần đó."


@dataclass(frozen=True, slots=True)
class Shard:
    """Which part of a site: the n-th of so many."""

    number: int
    of: int

    def shares(self, ground: Ground) -> tuple[Share, ...]:
        """The shares of its pages: together the shards hold every page once, each about as many as the others."""
        counts = [0] * self.of
        found = []
        for name, plans in shares_of(ground.plans).items():
            lightest = counts.index(min(counts))
            counts[lightest] += len(plans)
            if lightest == self.number - 1:
                found.append(Share(name, tuple(plans)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Stamp:
    """From what a part was made."""

    shard: Shard
    commit: str
    input: str
    """A digest of everything that people wrote."""
    program: str
    """A digest of the program."""
    shares: tuple[str, ...] = ()


_NAMES = {"commit": "bản ghi (commit)", "input": "số liệu hay cài đặt", "program": "phiên bản của chương trình"}


@dataclass(frozen=True)
class SitePart:
    """A part in its folder."""

    folder: Path
    stamp: Stamp

    @classmethod
    def at(cls, folder: Path) -> "SitePart":
        """The part in a folder; PublishError where there is none."""
        stamp = Keeper(folder).read(_STAMP)
        if not isinstance(stamp, Stamp):
            raise PublishError(_NONE.format(folder))
        return cls(folder, stamp)

    @property
    def keeper(self) -> Keeper:
        """What is known of its pages."""
        return Keeper(self.folder)

    def page(self, path: str) -> Path:
        """One of its finished files."""
        return self.folder / _PAGES / path

    def refuse_unlike(self, stamp: Stamp, why: str) -> None:
        """PublishError where it was not made from the same; `why` says so, with a place for what differs."""
        for name, said in _NAMES.items():
            if getattr(self.stamp, name) != getattr(stamp, name):
                raise PublishError(why.format(said))


def build_part(ground: Ground, reading: Reading, shard: Shard, folder: Path, *, jobs: int, strict: bool,
               progress: Progress) -> dict[str, Made]:  # fmt: skip
    """A part is in its folder; comes back with what is known of its pages, by address."""
    engine = ground.engine(strict=strict)
    refuse_whole_only(engine)
    _clear(folder)
    keeper, shares = Keeper(folder), shard.shares(ground)
    keeper.write(_BEGUN, value=True)
    builder = Builder(ground, reading, new=folder / _PAGES, strict=strict, keeper=keeper, engine=engine)
    made: dict[str, Made] = {}
    with progress.stage("Dựng trang", sum(len(share.plans) for share in shares), "trang") as done:
        for pages in spread(Builder.build, builder, shares, jobs=jobs, watch=progress.watch):
            made |= pages
            done(len(pages))
    keeper.write(_STAMP, stamp_of(ground, shard, shares))
    SitePart.at(folder)  # what cannot be kept is left out without a word
    return made


def refuse_whole_only(engine: "Engine") -> None:
    """UnfinishedError where a site can only be built as one."""
    if why := engine.whole_only:
        raise UnfinishedError(_WHOLE_ONLY.format(listed(f"«{name}»" for name in why)))


def stamp_of(ground: Ground, shard: Shard, shares: Sequence[Share] = ()) -> Stamp:
    """From what a part of this site would be made."""
    commit = commit_of(ground.folders.root)
    return Stamp(
        shard, commit, read_from(ground.folders, ground.read), program(), tuple(share.name for share in shares)
    )


def parts_at(folders: Sequence[Path], ground: Ground) -> tuple[SitePart, ...]:
    """The parts that make up this site, in order; PublishError where they do not."""
    parts = sorted((SitePart.at(folder) for folder in folders), key=lambda part: part.stamp.shard.number)
    here = stamp_of(ground, parts[0].stamp.shard)
    for part in parts:
        part.refuse_unlike(parts[0].stamp, _OTHER.format(parts[0].folder, part.folder, "{}"))
        part.refuse_unlike(here, _STALE.format(part.folder, "{}"))
    _refuse_incomplete(parts)
    return tuple(parts)


def _refuse_incomplete(parts: Sequence[SitePart]) -> None:
    numbers: dict[int, SitePart] = {}
    count = parts[0].stamp.shard.of
    for part in parts:
        other = numbers.setdefault(part.stamp.shard.number, part)
        if part.stamp.shard.of != count:
            raise PublishError(_OTHER.format(parts[0].folder, part.folder, "số phần"))
        if other is not part:
            raise PublishError(_TWICE.format(f"{part.stamp.shard.number}/{count}", other.folder, part.folder))
    if lacking := [str(number) for number in range(1, count + 1) if number not in numbers]:
        raise PublishError(_LACKING.format(", ".join(lacking), count))


def take(part: SitePart, reading: Reading, new: Path, *, planned: Container[str]) -> dict[str, Made]:
    """The pages of a part are in the new folder, and known as if they had been built here.

    PublishError where files of it changed, or where it has a page at an address where none is planned.
    """
    made: dict[str, Made] = {}
    for share in part.stamp.shares:
        pages, documents = pages_of(part.keeper, share), documents_of(part.keeper, share)
        if not pages or pages.keys() != documents.keys() or not all(address in planned for address in pages):
            raise PublishError(_UNKNOWN.format(part.folder))
        for address, page in pages.items():
            for path, digest in page.files(address):
                _copy(part, path, digest, new)
        reading.keeper.write(f"pages {share}", dict(pages))
        reading.keeper.write(f"documents {share}", dict(documents))
        made |= pages
    return made


def _copy(part: SitePart, path: str, digest: str, new: Path) -> None:
    source, target = part.page(path), new / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        raise PublishError(_LOST.format(part.folder, path)) from error
    if digest_at(target) != digest:
        raise PublishError(_LOST.format(part.folder, path))


def _clear(folder: Path) -> None:
    """The folder is empty, or was not there; PublishError where it holds anything but a part, finished or not."""
    if os.path.lexists(folder) and any(folder.iterdir()):
        if not Keeper(folder).has(_BEGUN):
            SitePart.at(folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
