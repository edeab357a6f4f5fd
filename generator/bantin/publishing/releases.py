"""What was published before stays in the workshop for a while, so that a rollback can bring it back.

A release bears the number of the build that made it, and so does the site that is looked at (`published` says which):
what came before that site, and what was taken back after it, is known by the order of the numbers alone.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from bantin.publishing.marker import MARKER, WORKSHOP, is_file, is_folder, is_mixed
from bantin.writing import refusal

KEPT = 3
"""How many releases stay."""
_SPARE = "spare"

_MIXED = "Lần đăng trước bị ngắt giữa chừng, nên trang khi ấy không được giữ làm bản để quay lại."
_LOST = "Không giữ được trang trước làm bản để quay lại. {}"


@dataclass(frozen=True)
class Release:
    """A site that was looked at once."""

    number: int
    folder: Path


@dataclass(frozen=True)
class Record:
    """Who published last."""

    by: int = 0
    """The number of the build, or of the rollback."""
    build: int = 0
    """The number of the build that made what is looked at since; 0 where nobody knows."""
    inode: int = 0
    """What the system calls the folder that was published."""


def releases(workshop: Path) -> tuple[Release, ...]:
    """The releases that are kept, the newest first."""
    folder = workshop / "releases"
    paths = folder.iterdir() if is_folder(folder) else ()
    found = (Release(int(path.name), path) for path in paths if path.name.isdecimal() and is_folder(path))
    return tuple(sorted(found, key=lambda release: -release.number))


def record(folder: Path) -> Record:
    """What is said in a workshop of the last publication, or in a corner of the one to come."""
    try:
        said = (folder / "published").read_text(encoding="ascii").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return Record()
    if not 1 <= len(said) <= 3 or not all(map(str.isdecimal, said)):
        return Record()
    numbers = [int(word) for word in said]
    return Record(*numbers) if len(numbers) > 1 else Record(numbers[0], numbers[0])  # older versions wrote one


def was_placed(corner: Path, site: Path) -> bool:
    """Whether the site is what was announced in a corner, by one exchange; a build may have died right after it."""
    inode = record(corner).inode
    return bool(inode) and is_folder(site) and site.stat().st_ino == inode


def take_spare(corner: Path) -> Path | None:
    """A folder with an old site, which nobody needs any more, is in a corner; None where there is none."""
    try:
        return (corner.parent / _SPARE).rename(corner / _SPARE)
    except OSError:
        return None


def settle(corner: Path, *, left: Path | None, spare: bool = False) -> str:
    """The site that went is a release, and who published is known; whoever does this again does no harm.

    Comes back with why the site that went could not be kept, in a sentence. Releases that need not stay lie in the
    corner afterwards: to delete them takes time. One is kept as a `spare` for builds that share files with the live
    site: to make and to delete 20,000 folders each time takes longer than all else that is done for a new figure.
    """
    workshop, lost = corner.parent, ""
    try:
        if left and is_mixed(left):
            lost = _MIXED
        elif left and is_file(left / MARKER):
            _keep(left, corner)
        for release in _superfluous(workshop, coming=record(corner)):
            _put_aside(release.folder, corner)
        _renew_spare(corner, wanted=spare)
    except OSError as error:  # another account's folder, a full disk: the new site is in its place all the same
        lost = _LOST.format(refusal(error))
    # Only a rename is left to do: a full disk cannot come between the new site and its number.
    os.replace(corner / "published", workshop / "published")  # noqa: PTH105
    return lost


def _keep(left: Path, corner: Path) -> None:
    workshop = corner.parent
    folder = workshop / "releases"
    if not is_folder(folder):
        folder.mkdir()
        if workshop.name == WORKSHOP:
            folder.chmod(0o700)  # it lies in the site's folder, and no reader should find old pages there
    number = record(workshop).build or max((release.number for release in releases(workshop)), default=0)
    if is_folder(folder / str(number)):
        _put_aside(folder / str(number), corner)
    left.rename(folder / str(number))


def _renew_spare(corner: Path, *, wanted: bool) -> None:
    spare, gone = corner.parent / _SPARE, sorted(corner.glob("gone-*"))
    if not wanted and is_folder(spare):
        _put_aside(spare, corner)
    elif wanted and gone and not is_folder(spare):
        gone[0].rename(spare)


def _put_aside(folder: Path, corner: Path) -> None:
    folder.rename(corner / f"gone-{folder.name}")


def _superfluous(workshop: Path, *, coming: Record) -> tuple[Release, ...]:
    """The releases that need not stay: what is looked at again, what a rollback took back, all but the last ones."""
    kept, went = releases(workshop), record(workshop).build
    if coming.by != coming.build:  # a rollback
        return tuple(release for release in kept if release.number == coming.build)
    taken_back = [release for release in kept if went and release.number > went]
    return (*taken_back, *kept[len(taken_back) + KEPT :])
