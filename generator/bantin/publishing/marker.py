"""Which files in a site's folder are ours: those that an earlier build listed in `.bantin-site`, and no others.

The list is text that people may read, edit or damage. A list with anything odd in it counts as none, and nothing is
followed out of the folder: a link is never ours, whatever the list says.
"""

import os
import re
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote

from bantin.writing import PublishError

MARKER = ".bantin-site"
WORKSHOP = ".bantin"
"""Where builds work when they cannot work beside the site: in its folder, but no part of it."""
OF_VOLUME = "lost+found/"
"""What a new volume holds before anyone has put anything there."""
PROBE = ".bantin-probe"
"""An empty file that a build moves into the site's folder and out again, to learn whether it can."""

TICK = 50_000_000
"""The longest that two changes of a file can bear one time, in nanoseconds."""

HEADER = (
    "# Các tệp mà Bản tin CCHC đã dựng ra trong thư mục này. Lần dựng sau chỉ thay và xóa những tệp có tên ở đây; "
    "xin đừng sửa hay xóa danh sách này."
)
FOOTER = "# Hết danh sách."
MIXED = "# Lần đăng đang thay từng tệp; tệp của trang cũ và trang mới còn lẫn nhau."
OLDER_SITE = ("index.html", "404.html", "sitemap.xml")

# What would end a line, start a comment or be no text at all, and the sign that such a character is written with.
_ODD = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff%#\\\\]")


@dataclass(frozen=True)
class Standing:
    """What stands in a site's folder, by paths below it."""

    listed: frozenset[str] = frozenset()
    """Files that earlier builds wrote; some may be gone."""
    ours: frozenset[str] = frozenset()
    """Those of them that are there."""
    foreign: tuple[str, ...] = ()
    """Everything else: files and links, and folders (with a / at the end) that hold nothing of ours."""
    status: Mapping[str, os.stat_result] = field(default_factory=dict)
    """How our files look, where that was asked for …"""
    folders: Mapping[str, os.stat_result] = field(default_factory=dict)
    """… and how our folders below the site's own looked just before somebody looked into them."""
    since: int = 0
    """When that began, in nanoseconds; 0 where nobody asked, or the system would not show what happens later."""

    def is_settled(self, status: os.stat_result) -> bool:
        """Whether any later change shows: none can bear the time that this one had."""
        return max(status.st_mtime_ns, status.st_ctime_ns) < self.since - TICK


def marker_text(files: Iterable[str], *, mixed: bool = False) -> str:
    """The list of a site's files, the same for the same files; `mixed` while they are of two builds."""
    lines = (_ODD.sub(lambda odd: quote(odd[0], safe="", errors="surrogatepass"), path) for path in files)
    return "\n".join([HEADER, *([MIXED] if mixed else []), *sorted(lines), FOOTER, ""])


def is_mixed(folder: Path) -> bool:
    """Whether a swap was killed half way here, so that nobody knows which build a file is of."""
    return is_file(folder / MARKER) and MIXED.encode() in (folder / MARKER).read_bytes().splitlines()[:2]


def listed(folder: Path) -> frozenset[str] | None:
    """The files that a folder's list names; None where there is no list, or one that nobody should trust."""
    path = folder / MARKER
    if not is_file(path):
        return None
    try:
        # Git may have changed the line ends; a name cannot end in \r, which is written %0D.
        lines = [line.removesuffix("\r") for line in path.read_bytes().decode().split("\n")]
    except UnicodeDecodeError:
        return None
    if lines[0] != HEADER or lines[-2:] != [FOOTER, ""]:
        return None
    names = [unquote(line, errors="surrogatepass") if "%" in line else line for line in lines[1:-2] if line != MIXED]
    return frozenset(names) if all(stays_inside(name) for name in names) else None


def standing(site: Path) -> Standing:
    """What stands in the folder of a site; PublishError where that is no folder that a build may touch."""
    files = listed_or_refused(site)
    return scanned(site, files) if os.path.lexists(site) else Standing()


def listed_or_refused(site: Path) -> frozenset[str]:
    """The files that the list of a site names, none where there is no site; PublishError as above."""
    if not os.path.lexists(site):
        return frozenset()
    if not is_folder(site):
        raise PublishError(f"«{site}» không phải là thư mục. Mời chọn thư mục khác cho trang.")
    files = listed(site)
    if files is None and (is_file(site / MARKER) or set(scanned(site, frozenset()).foreign) - {OF_VOLUME}):
        raise PublishError(_no_list(site))
    return files or frozenset()


def scanned(site: Path, files: frozenset[str]) -> Standing:
    """What stands in a folder when these files are ours."""
    met = list(_met(site, files))
    foreign = sorted(_named(name, entry) for name, entry, is_ours in met if not is_ours)
    return Standing(files, frozenset(name for name, _, is_ours in met if is_ours), tuple(foreign))


def examined(site: Path, files: frozenset[str]) -> Standing:
    """The same, with how our files and folders look."""
    status: dict[str, os.stat_result] = {}
    folders: dict[str, os.stat_result] = {}
    foreign, since = [], time.time_ns()
    for name, entry, is_ours in _met(site, files, folders):
        if not is_ours:
            foreign.append(_named(name, entry))
            continue
        with suppress(FileNotFoundError):  # it went since
            status[name] = entry.stat(follow_symlinks=False)
    return Standing(
        files, frozenset(status), tuple(sorted(foreign)), status, folders, since if os.name == "posix" else 0
    )


def is_alone(folder: Path, before: Standing) -> bool:
    """Whether nothing foreign can have come to a site since it was examined; its folder may have moved.

    What comes into one of our folders, or goes, changes how that looks; into the site's own we look.
    """
    with os.scandir(folder) as entries:
        here = [entry for entry in entries if not _is_tool(entry.name, entry)]
    ours = all(entry.name in (before.folders if entry.is_dir(follow_symlinks=False) else before.ours) for entry in here)
    return ours and all(before.is_settled(status) and _is_as_it_was(f"{folder}/{name}", status)
                        for name, status in before.folders.items())  # fmt: skip


def _is_as_it_was(path: str, before: os.stat_result) -> bool:
    try:
        now = os.lstat(path)
    except OSError:
        return False
    return os.path.samestat(now, before) and (now.st_mtime_ns, now.st_ctime_ns) == (
        before.st_mtime_ns,
        before.st_ctime_ns,
    )


def _met(
    site: Path, files: frozenset[str], looked: dict[str, os.stat_result] | None = None
) -> Iterator[tuple[str, os.DirEntry[str], bool]]:
    """What lies in a folder by its path below it, and whether it is one of these files; `looked` gets our folders."""
    folders, pending = folders_of(files), [(str(site), "")]
    while pending:
        folder, below = pending.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                name = below + entry.name
                if name in files and entry.is_file(follow_symlinks=False):
                    yield name, entry, True
                elif name in folders and entry.is_dir(follow_symlinks=False):
                    if looked is not None:
                        looked[name] = entry.stat(follow_symlinks=False)
                    pending.append((entry.path, f"{name}/"))
                elif not _is_tool(name, entry):
                    yield name, entry, False


def _named(name: str, entry: os.DirEntry[str]) -> str:
    return f"{name}/" if entry.is_dir(follow_symlinks=False) else name


def folders_of(files: Iterable[str]) -> frozenset[str]:
    """The folders that these files need, without the site's own."""
    found: set[str] = set()
    for path in files:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def above(path: str) -> Iterator[str]:
    """The folders over a path, the outermost first."""
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def is_folder(path: Path) -> bool:
    """Whether a real folder is there, not a link to one."""
    return not path.is_symlink() and path.is_dir()


def is_file(path: Path) -> bool:
    """Whether a real file is there, not a link to one."""
    return not path.is_symlink() and path.is_file()


def quoted(names: Collection[str], limit: int = 5) -> str:
    """Names for a sentence, and how many more there are."""
    shown = ", ".join(f"«{name}»" for name in sorted(names)[:limit])
    return shown if len(names) <= limit else f"{shown} và {len(names) - limit} tên khác"


def _is_tool(name: str, entry: os.DirEntry[str]) -> bool:
    if name == WORKSHOP:
        return entry.is_dir(follow_symlinks=False)
    return name in {MARKER, PROBE} and entry.is_file(follow_symlinks=False)


_NO_NAMES = frozenset({"", ".", ".."})


def stays_inside(name: str) -> bool:
    """Whether a name is that of a file below a folder, and not of a tool's own."""
    parts = name.split("/")
    plain = _NO_NAMES.isdisjoint(parts) and "\0" not in name
    on_this_system = os.sep == "/" or not any(mark in name for mark in "\\:")
    return plain and on_this_system and parts[0] not in {MARKER, WORKSHOP}


def _no_list(site: Path) -> str:
    if all((site / name).is_file() for name in OLDER_SITE):
        return (
            f"Thư mục «{site}» có lẽ là trang do một phiên bản cũ dựng, không có danh sách «{MARKER}» đọc được. "
            "Nếu đúng như vậy, mời đổi tên thư mục đó (tệp khác trong đó, nếu có, vẫn còn nguyên) rồi dựng lại."
        )
    return (
        f"Thư mục «{site}» đã có tệp mà không có danh sách «{MARKER}» đọc được, nên không rõ tệp nào được phép thay. "
        "Mời chọn một thư mục mới hoặc còn trống cho trang."
    )
