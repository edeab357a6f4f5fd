"""A finished folder takes the place of the site that is looked at: by one exchange, or file by file.

Two folders change places in one step where the system can do that and nothing foreign lies in the old one. Otherwise
each file is replaced by a rename of its own, so that a reader finds every file that both sites have at any time; when
that fails half way, all of it is undone.
"""

import ctypes
import errno
import os
import stat
import sys
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.publishing.changes import IMPOSSIBLE, Changes, let_read
from bantin.publishing.marker import (
    MARKER,
    PROBE,
    WORKSHOP,
    Standing,
    above,
    folders_of,
    is_alone,
    is_file,
    is_folder,
    marker_text,
    quoted,
    scanned,
    standing,
)
from bantin.writing import PublishError, write_whole


@dataclass(frozen=True)
class Placed:
    """What a site left behind when another took its place."""

    foreign: tuple[str, ...] = ()
    """The names of what else stays in the site's folder."""
    left: Path | None = None
    """The folder with what was the site, as it was; None where there was no folder."""


def take_place(
    new: Path, site: Path, *, old: Path, files: frozenset[str] | None = None, before: Standing | None = None
) -> Placed:
    """The site is what `new` held, all or nothing; comes back with what was there.

    `old` is an empty folder for what goes; it and `new` can be deleted afterwards. `files` are those of `new` that
    whoever put them there knows of, in folders; `before` is what stands at the site, where that was just looked up.
    """
    fresh = ready_files(new, files)
    before = before or standing(site)
    if _moved(new, site):
        return Placed()
    if _exchanged(new, site, before=before):
        return Placed(left=new)
    site.mkdir(exist_ok=True)
    before = scanned(site, before.listed)
    _refuse_clashes(site, fresh, before=before)
    _swap_contents(new, site, old=old, before=before, fresh=fresh)
    return Placed(before.foreign, old)


def ready_files(new: Path, known: frozenset[str] | None = None) -> frozenset[str]:
    """The files of a finished folder, which everybody may now read and which holds their list.

    Of what is `known` it is known that they may, and nothing else lies there but for files of the folder itself.
    """
    files = readable_files(new) if known is None else known | _readable_here(new)
    if "index.html" not in files:
        raise PublishError("Trang vừa dựng không có trang chủ; trang cũ được giữ nguyên.")
    write_whole(new / MARKER, marker_text(files))
    for path in (new, new / MARKER):
        let_read(path, 0o755 if path == new else 0o644)
    return files


def readable_files(folder: Path) -> frozenset[str]:
    """The files of a folder, which everybody may now read; PublishError where there is a link, or a name of ours."""
    return frozenset(_readable(folder, "") if is_folder(folder) else ())


def _readable_here(folder: Path) -> frozenset[str]:
    """The files that lie in no folder of a folder, which everybody may now read."""
    files = frozenset(path.name for path in folder.iterdir() if is_file(path))
    for name in files:
        let_read(folder / name, 0o644)
    return files


def _readable(folder: str | Path, below: str) -> list[str]:
    """The files in a folder and below it, which everybody may now read."""
    files: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name, is_folder = below + entry.name, entry.is_dir(follow_symlinks=False)
            if name in {MARKER, WORKSHOP, PROBE} or not (is_folder or entry.is_file(follow_symlinks=False)):
                raise PublishError(
                    f"Trang vừa dựng có «{name}», là liên kết hoặc mang tên dành riêng; trang cũ được giữ nguyên. "
                    "Mời bỏ tệp đó rồi dựng lại."
                )
            inside = _readable(entry.path, f"{name}/") if is_folder else [name]
            if inside:
                let_read(entry, 0o755 if is_folder else 0o644)
            else:
                os.rmdir(entry.path)  # noqa: PTH106 - nobody could tell later whose an empty folder is
            files += inside
    return files


def exchange(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, in one step; False where that is impossible and nothing has changed."""
    code = _exchange(os.fsencode(one), os.fsencode(other))
    if code and code not in IMPOSSIBLE:
        raise OSError(code, os.strerror(code), str(other))
    return not code


def _exchange(one: bytes, other: bytes) -> int:
    """The system's own exchange: 0, or the number of its error."""
    if sys.platform == "win32":
        return errno.ENOSYS
    system = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            failed = system.renamex_np(one, other, ctypes.c_uint(2))  # RENAME_SWAP
        else:
            here = ctypes.c_int(-100)  # AT_FDCWD; the paths are absolute
            failed = system.renameat2(here, one, here, other, ctypes.c_uint(2))  # RENAME_EXCHANGE
    except AttributeError:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0


def _moved(new: Path, site: Path) -> bool:
    """Whether the first site of a folder that was not there is in its place."""
    if os.path.lexists(site):
        return False
    try:
        new.rename(site)
    except OSError as error:
        if error.errno not in IMPOSSIBLE:
            raise
        return False
    return True


def _exchanged(new: Path, site: Path, *, before: Standing) -> bool:
    if before.foreign or is_folder(site / WORKSHOP):
        return False
    old = site.stat()
    with suppress(PermissionError):
        if os.name == "posix" and new.stat().st_gid != old.st_gid:
            os.chown(new, -1, old.st_gid)
    new.chmod(stat.S_IMODE(old.st_mode) | 0o755)
    if not exchange(new, site):
        return False
    # What came in after we looked must not go with the old site.
    if not is_alone(new, before) and scanned(new, before.listed).foreign:
        exchange(new, site)
        return False
    return True


def _refuse_clashes(site: Path, fresh: Collection[str], *, before: Standing) -> None:
    if names := set(_clashes(site, fresh, before=before)):
        raise PublishError(
            f"Trong «{site}» có {quoted(names)} không do lần dựng trước để lại, mà trang mới cần đúng tên đó; "
            "trang cũ được giữ nguyên. Mời đổi tên hoặc chuyển đi rồi dựng lại."
        )


def _clashes(site: Path, fresh: Collection[str], *, before: Standing) -> Iterator[str]:
    """What stands in the place of a new file or folder and is not ours to replace."""
    for folder in folders_of(fresh):
        if (
            os.path.lexists(site / folder)
            and not is_folder(site / folder)
            and not _is_ours(site, folder, before=before)
        ):
            yield folder
    for path in fresh:
        if is_folder(site / path):
            inside = [name for name in before.foreign if name.startswith(f"{path}/")]
            yield from inside or ([] if path in folders_of(before.listed) else [f"{path}/"])
        elif os.path.lexists(site / path) and not _is_ours(site, path, before=before):
            yield path


def _is_ours(site: Path, path: str, *, before: Standing) -> bool:
    if path in before.ours:
        return True
    # A system that takes «Anh.jpg» and «anh.jpg» for one name shows our old file under the new one's name.
    alike = [name for name in before.ours if _folded(name) == _folded(path)]
    return any((site / name).samefile(site / path) for name in alike)


def _swap_contents(new: Path, site: Path, *, old: Path, before: Standing, fresh: frozenset[str]) -> None:
    union = new.parent / "union"
    write_whole(union, marker_text(before.listed | fresh, mixed=True))
    let_read(union, 0o644)
    gone = before.ours - fresh
    first = _in_the_way(gone, fresh)
    done_with = folders_of(before.listed) - folders_of(fresh)
    with ExitStack() as undo:
        changes = Changes(site, old=old, undo=undo)
        # A swap that is killed leaves files of both sites; the next build knows them all as ours.
        changes.place(union, MARKER)
        for folder in ("", *sorted(folders_of(before.ours))):
            changes.open(folder)
        changes.remove(first)
        changes.remove_folders(done_with)
        for path in sorted(fresh, key=lambda path: (path == "index.html", path)):  # the home page leads to the others
            changes.place(new / path, path)
        changes.remove(gone - first)
        changes.remove_folders(done_with)
        changes.place(new / MARKER, MARKER)
        undo.pop_all()


def _in_the_way(gone: Collection[str], fresh: Collection[str]) -> frozenset[str]:
    """Old files in whose place a new one must come, by their names or by names that some systems take for the same."""
    files = {_folded(path) for path in fresh}
    folders = {_folded(path): path for path in folders_of(fresh)}

    def is_in_the_way(path: str) -> bool:
        return _folded(path) in files | folders.keys() or any(
            _folded(folder) in files or folders.get(_folded(folder), folder) != folder for folder in above(path)
        )

    return frozenset(path for path in gone if is_in_the_way(path))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
