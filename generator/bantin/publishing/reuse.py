"""Files of the live site in a new one: the same files, by hard link, where a build would make the same again."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.publishing.changes import same_file
from bantin.publishing.marker import MARKER, Standing, above, standing


@dataclass(frozen=True)
class Live:
    """A site as it was looked at when a build began."""

    site: Path
    standing: Standing
    seen: tuple[int, ...]
    """What differs as soon as another site takes its place."""


def live(site: Path) -> Live:
    """What is looked at now; PublishError where that is no folder that a build may touch."""
    seen = _seen(site)
    return Live(site, standing(site), seen)


def shared(before: Live, new: Path, paths: Iterable[str]) -> frozenset[str]:
    """Files of the live site are in the new folder too; comes back with those that could not be had.

    None can once another site has taken the place of the one that was there when the build began.
    """
    wanted = frozenset(paths)
    had = []
    _make_folders(new, wanted & before.standing.ours)
    for path in wanted & before.standing.ours:
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


def _make_folders(new: Path, paths: Iterable[str]) -> None:
    parents = {path.rpartition("/")[0] for path in paths}
    folders = {folder for parent in parents if parent for folder in (*above(parent), parent)}
    for folder in sorted(folders):
        (new / folder).mkdir(exist_ok=True)


def _seen(site: Path) -> tuple[int, ...]:
    """Both ways of taking a place show: an exchange makes it another folder, file by file the list changes first."""
    try:
        folder, marker = os.lstat(site), os.lstat(site / MARKER)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return folder.st_ino, marker.st_ino, marker.st_mtime_ns
