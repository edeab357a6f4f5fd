"""The folder where the builds of one site work: who came first, who still runs, and what dead builds left behind.

It lies beside the site, or in the site's folder where nothing can be renamed from beside: a mounted folder, a parent
that is not ours to write to. When no build runs, it holds a few tiny files and the last releases.
"""

import errno
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bantin.publishing.changes import IMPOSSIBLE
from bantin.publishing.marker import PROBE, WORKSHOP, is_folder
from bantin.publishing.releases import record, releases, settle, was_placed
from bantin.writing import write_whole


class Ticket:
    """A build's number and its own corner of the workshop, held until it is given back or the process dies."""

    def __init__(self, workshop: Path, number: int) -> None:
        """Whoever draws a ticket is at the door: nobody else draws one or clears up meanwhile."""
        self.workshop, self.number = workshop, number
        self.corner = workshop / str(number)
        self._lock = FileLock(workshop / f"{number}.lock", thread_local=False)
        self._lock.acquire(blocking=False)
        try:
            (self.corner / "old").mkdir(parents=True)
            for name in ("new", "made"):
                (self.corner / name).mkdir()
        except BaseException:
            self.give_back()
            raise

    @property
    def is_overtaken(self) -> bool:
        """Whether a build that began later has been published."""
        return record(self.workshop).by > self.number

    def announce(self, build: int | None = None) -> None:
        """What is about to be published is known, so that whoever finds this corner can see whether it was.

        `build` is the number of the build that made it, where that is not this one.
        """
        new = self.corner / "new"
        inode = new.stat().st_ino if new.exists() else 0
        write_whole(self.corner / "published", f"{self.number} {build or self.number} {inode}\n")

    def give_back(self) -> None:
        """Nothing of this build is left in the workshop."""
        shutil.rmtree(self.corner, ignore_errors=True)
        self._lock.release()
        with suppress(OSError):
            (self.workshop / f"{self.number}.lock").unlink(missing_ok=True)


def workshop_for(site: Path) -> Path:
    """The workshop of a site, made if need be."""
    inside, beside = site / WORKSHOP, site.parent / f".{site.name}.bantin"
    site.parent.mkdir(parents=True, exist_ok=True)
    # Where one build works, all do: a container that sees only the site's folder, and the machine around it.
    workshop = inside if is_folder(inside) or (site.exists() and not _reaches(beside, site)) else beside
    workshop.mkdir(exist_ok=True)
    return workshop


def workshop_of(site: Path) -> Path | None:
    """The workshop of a site where there is one, and nothing is made."""
    site = Path(os.path.realpath(site))
    return next(filter(is_folder, (site / WORKSHOP, site.parent / f".{site.name}.bantin")), None)


def door(workshop: Path) -> FileLock:
    """The lock under which builds draw tickets and publish, one at a time."""
    return FileLock(workshop / "lock", thread_local=False)


def draw(workshop: Path, site: Path) -> tuple[Ticket, bool]:
    """The next ticket, and whether another build is running; what dead builds left is gone."""
    with door(workshop):
        is_busy = _cleared(workshop, site)
        if not (workshop / ".gitignore").exists():
            write_whole(workshop / ".gitignore", "*\n")
        seen = [int(path.stem) for path in workshop.iterdir() if path.stem.isdecimal()]
        seen += [release.number for release in releases(workshop)]
        number = 1 + max(_number(workshop / "counter"), record(workshop).by, *seen, 0)
        write_whole(workshop / "counter", f"{number}\n")
        return Ticket(workshop, number), is_busy


def clear_after_older_versions(site: Path) -> None:
    """Half-built folders that older versions left beside a site are gone, unless they may hold its only copy."""
    if not (site / "index.html").is_file():
        return
    left = re.compile(re.escape(f".{site.name}-") + "[a-z0-9_]{8}")
    with suppress(PermissionError):  # a folder may be ours to write to and not to list
        for folder in site.parent.iterdir():
            if left.fullmatch(folder.name) and _is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    # tempfile made it for its owner alone; a folder that people made rarely is.
    if not is_folder(folder) or (os.name == "posix" and folder.stat().st_mode & 0o077):
        return False
    names = {path.name for path in folder.iterdir()}
    return bool(names) and names <= {"new", "old"} and all(is_folder(folder / name) for name in names)


def _reaches(beside: Path, site: Path) -> bool:
    """Whether what is made beside a site can be renamed into it: mounts of one disk refuse that like two disks."""
    is_new = not os.path.lexists(beside)
    try:
        beside.mkdir(exist_ok=True)
        with door(beside):
            (beside / PROBE).touch()
            (beside / PROBE).replace(site / PROBE)
            (site / PROBE).unlink()
    except OSError as error:
        if is_new:
            shutil.rmtree(beside, ignore_errors=True)
        # ENOENT: another build found out at the same time, and took the folder away.
        if error.errno not in IMPOSSIBLE | {errno.ENOENT, errno.ENAMETOOLONG, errno.EEXIST, errno.ENOTDIR}:
            raise
        return False
    return True


def _cleared(workshop: Path, site: Path) -> bool:
    """Whether a build is running; the corners of those that no longer run are gone, and what they had done is known."""
    is_busy = False
    for path in workshop.glob(".bantin-*"):  # what is written here is written at the door, by nobody else now
        path.unlink(missing_ok=True)
    for path in sorted(workshop.iterdir()):
        if not path.name.removesuffix(".lock").isdecimal():
            continue
        lock_file = workshop / f"{path.name.removesuffix('.lock')}.lock"
        try:
            with FileLock(lock_file, blocking=False, thread_local=False):
                corner = lock_file.with_suffix("")
                if was_placed(corner, site):
                    settle(corner, left=corner / "new")
                shutil.rmtree(corner, ignore_errors=True)
        except Timeout:
            is_busy = True
        else:
            lock_file.unlink(missing_ok=True)
    return is_busy


def _number(path: Path) -> int:
    try:
        return int(path.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0
