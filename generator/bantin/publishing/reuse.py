"""Files of the live site in a new one: the same files, by hard link, where a build would make the same again."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bantin.publishing.changes import same_file
from bantin.publishing.marker import MARKER, above, listed_or_refused, scanned


@dataclass(frozen=True)
class Live:
    """A site as it was looked at when a build began."""

    site: Path
    listed: frozenset[str]
    """The files that earlier builds wrote; some may be gone."""
    seen: tuple[int, ...]
    """What differs as soon as another site takes its place."""

    @cached_property
    def ours(self) -> frozenset[str]:
        """Those of its files that are there."""
        return scanned(self.site, self.listed).ours if self.listed else frozenset()


def live(site: Path) -> Live:
    """What is looked at now; PublishError where that is no folder that a build may touch."""
    seen = _seen(site)
    return Live(site, listed_or_refused(site), seen)


def shared(before: Live, new: Path, paths: Iterable[str], *, spare: Path | None = None) -> frozenset[str]:
    """Files of the live site are in the new folder too; comes back with those that could not be had.

    None can once another site has taken the place of the one that was there when the build began. A `spare` folder with
    an old site becomes the new one, which is empty: most of its files are those of the live site.
    """
    wanted = frozenset(paths)
    there = wanted & before.ours
    had = _thinned(spare, before.site, there) if spare else []
    if spare:
        new.rmdir()
        spare.rename(new)
    there = there.difference(had)
    _make_folders(new, there)
    for path in there:
        try:
            same_file(f"{before.site}/{path}", f"{new}/{path}")
        except (FileNotFoundError, FileExistsError):
            continue
        had.append(path)
    if _seen(before.site) == before.seen:
        return wanted.difference(had)
    for path in had:
        (new / path).unlink()
    return wanted


def _thinned(folder: str | Path, site: Path, wanted: frozenset[str], below: str = "") -> list[str]:
    """The wanted files of a folder that are the very files of the site; nothing else is left there."""
    kept: list[str] = []
    with os.scandir(folder) as entries:
        for entry in list(entries):
            name = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                inside = _thinned(entry.path, site, wanted, f"{name}/")
                kept += inside
                if not inside:
                    os.rmdir(entry.path)  # noqa: PTH106
            elif name in wanted and _is_the_same(entry, f"{site}/{name}"):
                kept.append(name)
            else:
                os.unlink(entry.path)  # noqa: PTH108
    return kept


def _is_the_same(entry: os.DirEntry[str], path: str) -> bool:
    try:
        return os.path.samestat(entry.stat(follow_symlinks=False), os.lstat(path))
    except FileNotFoundError:
        return False


def _make_folders(new: Path, paths: Iterable[str]) -> None:
    parents = {path.rpartition("/")[0] for path in paths}
    folders = {folder for parent in parents if parent for folder in (*above(parent), parent)}
    for folder in sorted(folders):
        with suppress(FileExistsError):
            os.mkdir(f"{new}/{folder}")  # noqa: PTH102 - of 20,000 folders the paths alone would take long


def _seen(site: Path) -> tuple[int, ...]:
    """Both ways of taking a place show: an exchange makes it another folder, file by file the list changes first."""
    try:
        folder, marker = os.lstat(site), os.lstat(site / MARKER)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return folder.st_ino, marker.st_ino, marker.st_mtime_ns
