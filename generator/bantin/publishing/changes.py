"""Changes in a folder that people look at: each is one rename, and all can be undone."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path

from bantin.publishing.marker import above, is_folder

IMPOSSIBLE = frozenset(
    {
        errno.EXDEV,
        errno.EBUSY,
        errno.EINVAL,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EPERM,
        errno.EACCES,
        errno.EROFS,
    }
)
"""How a system says that it cannot rename here: a mount, another disk or layer, a folder that others guard."""


_AS_IT_IS = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}


class Changes:
    """Changes in a site's folder; before each, the way back from it is laid.

    What goes lies in `old` under its own path, as it was before the first change of it.
    """

    def __init__(self, site: Path, *, old: Path, undo: ExitStack) -> None:
        self.site, self.old, self.undo = site, old, undo
        self._spare = (old.with_name(f"spare-{number}") for number in count())

    def place(self, source: Path, path: str) -> None:
        """A file is there, in place of the old one if there was one, never between them."""
        target = self.site / path
        for folder in above(path):
            self._make_folder(self.site / folder)
        if os.path.lexists(target):
            kept = self._kept(path)
            same_file(target, kept)
            self.undo.callback(_put_back, kept, target)
        else:
            self.undo.callback(target.unlink, missing_ok=True)
        os.replace(source, target)  # noqa: PTH105

    def remove(self, paths: Iterable[str]) -> None:
        """Files are no longer there."""
        for path in sorted(paths):
            kept = self._kept(path)
            self.undo.callback(_put_back, kept, self.site / path)
            os.replace(self.site / path, kept)  # noqa: PTH105

    def remove_folders(self, folders: Iterable[str]) -> None:
        """Those of the folders that are empty are no longer there."""
        for path in sorted((self.site / folder for folder in folders), reverse=True):
            if is_folder(path) and not any(path.iterdir()):
                self.undo.callback(_make_again, path, stat.S_IMODE(path.stat().st_mode))
                path.rmdir()

    def open(self, folder: str) -> None:
        """Everybody may enter a folder, unless it is someone else's and closed."""
        path = self.site / folder
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode | 0o755 != mode:
            self.undo.callback(_set_mode, path, mode)
            _set_mode(path, mode | 0o755)

    def _kept(self, path: str) -> Path:
        """Where an old file stays until all is done, or for good."""
        kept = self.old / path
        if os.path.lexists(kept):
            return next(self._spare)
        kept.parent.mkdir(parents=True, exist_ok=True)
        return kept

    def _make_folder(self, path: Path) -> None:
        if not is_folder(path):
            self.undo.callback(_remove_empty, path)
            path.mkdir()
            let_read(path, 0o755)


def same_file(source: str | Path, target: str | Path) -> None:
    """A file is in a second place: by hard link, or as a copy where the disk knows none; a link stays a link."""
    try:
        os.link(source, target, **_AS_IT_IS)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def let_read(path: Path | os.DirEntry[str], needed: int) -> None:
    """A path has at least these rights, whatever others it has."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode | needed != mode:
        Path(path).chmod(mode | needed)


def _put_back(kept: Path, target: Path) -> None:
    if os.path.lexists(kept):
        os.replace(kept, target)  # noqa: PTH105


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):  # it was not made, or holds what is not ours
        folder.rmdir()


def _make_again(folder: Path, mode: int) -> None:
    folder.mkdir(exist_ok=True)
    folder.chmod(mode)


def _set_mode(folder: Path, mode: int) -> None:
    with suppress(PermissionError):  # a mounted folder often belongs to another account
        folder.chmod(mode)
