"""Files of the live site in a new one: the same files, by hard link, where a build would make the same again."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bantin.publishing.changes import let_read, same_file
from bantin.publishing.marker import MARKER, Standing, examined, folders_of, is_folder, listed, listed_or_refused


@dataclass(frozen=True)
class Live:
    """A site as it was looked at when a build began."""

    site: Path
    listed: frozenset[str]
    """The files that earlier builds wrote; some may be gone."""
    seen: tuple[int, ...]
    """What differs as soon as another site takes its place."""

    @cached_property
    def standing(self) -> Standing:
        """What stands there, with how our files look; looked up when it is first asked for."""
        return examined(self.site, self.listed) if is_folder(self.site) else Standing(self.listed)

    @property
    def known(self) -> Standing | None:
        """The same where somebody has asked for it and the site is still that one."""
        return self.standing if "standing" in self.__dict__ and _seen(self.site) == self.seen else None


def live(site: Path) -> Live:
    """What is looked at now; PublishError where that is no folder that a build may touch."""
    seen = _seen(site)
    return Live(site, listed_or_refused(site), seen)


class Shared(NamedTuple):
    """What a new site has of the live one."""

    had: frozenset[str]
    """The files that are in both."""
    untouched: Mapping[str, os.stat_result]
    """Those of them that look as they did when the live site was looked at: no link was made or removed."""


def shared(before: Live, new: Path, wanted: frozenset[str], *, spare: Path | None = None) -> Shared:
    """Files of the live site are in the new folder too, as many of those that are wanted as can be.

    None can once another site has taken the place of the one that was there when the build began. A `spare` folder with
    an old site becomes the new one, which is empty: most of its files are those of the live site.
    """
    there = wanted & before.standing.ours
    had: list[str] = []
    untouched = {}
    if spare and (left := listed(spare)) is not None:
        new.rmdir()
        spare.rename(new)
        had = _thinned(new, left, there, live=before.standing)
        _remove_folders(new, folders_of(left - there))
        status = before.standing.status
        untouched = {path: status[path] for path in had if before.standing.is_settled(status[path])}
    there = there.difference(had)
    make_folders(new, there)
    for path in there:
        try:
            same_file(f"{before.site}/{path}", f"{new}/{path}")
        except (FileNotFoundError, FileExistsError):
            continue
        had.append(path)
    for path in had:
        if before.standing.status[path].st_mode & 0o444 != 0o444:
            let_read(new / path, 0o644)
            untouched.pop(path, None)
    if _seen(before.site) == before.seen:
        return Shared(frozenset(had), untouched)
    for path in had:
        (new / path).unlink()
    return Shared(frozenset(), {})


def _thinned(folder: Path, left: frozenset[str], wanted: frozenset[str], *, live: Standing) -> list[str]:
    """Of the files of an old site the wanted ones that are the very files of the live one; no others are there."""
    kept = []
    for path in sorted(left | {MARKER}):
        if path in wanted and _is_the_same(f"{folder}/{path}", live.status[path]):
            kept.append(path)
        else:
            with suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(f"{folder}/{path}")  # noqa: PTH108 - of 20,000 files the paths alone would take long
    return kept


def _is_the_same(path: str, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.lstat(path), status)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _remove_folders(site: Path, folders: Iterable[str]) -> None:
    """Folders of which every file went are no longer there; those that stay spare making them again."""
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            os.rmdir(f"{site}/{folder}")  # noqa: PTH106


def make_folders(new: Path, paths: Iterable[str]) -> None:
    """The folders of these files are there, and everybody may enter them."""
    is_open = False
    for folder in sorted(folders_of(paths)):
        path = f"{new}/{folder}"
        with suppress(FileExistsError):
            os.mkdir(path)  # noqa: PTH102 - of 20,000 folders the paths alone would take long
            if not is_open:  # as this one is, so are those that follow
                is_open = os.stat(path).st_mode & 0o755 == 0o755  # noqa: PTH116
                let_read(Path(path), 0o755)


def _seen(site: Path) -> tuple[int, ...]:
    """Both ways of taking a place show: an exchange makes it another folder, file by file the list changes first."""
    try:
        folder, marker = os.lstat(site), os.lstat(site / MARKER)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return folder.st_ino, marker.st_ino, marker.st_mtime_ns
