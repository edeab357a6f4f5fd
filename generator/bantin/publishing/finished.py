"""A finished site, a folder of HTML, into the links in it that lead nowhere.

Every page is looked at, whoever made it: this is the last check before a site takes the place of the old one.
"""

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bantin.likeness import nearest
from bantin.problems import excerpt, guess
from bantin.publishing.build_info import BUILD_INFO
from bantin.publishing.tags import FOREIGN, Link, is_script, links_and_ids, loaded_by_style

# What a proposal is looked for: for words up to this length, among as many, in addresses up to this depth.
_NEAR = 300
_DEEP = 10
_PLAIN = re.compile(
    r"(?:\./)?+((?:\.\./)*+(?:\.\.(?![^#]))?+)"  # up
    r"((?:[a-z0-9][\w-]*+/)*+(?:[a-z0-9][\w-]*+(?:\.\w++)*+)?+)"  # down
    r"(?:#([a-z0-9][\w-]*+))?+",
    re.ASCII,
)
"""A link as nearly all are: up some folders, down to a page or file, and to a heading there."""
_ON_A_DISK = re.compile(r"(?:file|[a-z]):", re.IGNORECASE)


class Reason(StrEnum):
    """Why a link is dead."""

    MISSING = "missing"
    """There is no such page or file."""
    NO_ANCHOR = "no-anchor"
    """The page is there, without that heading."""
    FOREIGN = "foreign"
    """A page would load something from elsewhere."""
    SCRIPT = "script"
    """A script stands in an attribute or an address, where the page's own policy stops it."""


class DeadLink(NamedTuple):
    """A link of a finished site that leads nowhere."""

    page: str
    """The address of the page it stands on, «» for the home page; of other files their path."""
    target: str
    """As it stands in the page."""
    reason: Reason
    near: tuple[str, ...] = ()
    """The addresses, or ids, that are most like it."""


def dead_links(
    site: Path,
    *,
    base: str = "",
    files: frozenset[str] | None = None,
    among: Iterable[str] | None = None,
    earlier: Mapping[str, Path] | None = None,
) -> list[DeadLink]:
    """The links of all pages below a folder that lead nowhere, by page; `base` is the path of its public address.

    `files` are all its files, where these are known; `among` are those whose links are looked at, where not all are.
    `earlier` are pages as they were when all headings were there to which they led; no heading went since.
    """
    base = f"{unquote(base).strip('/')}/".lstrip("/")
    there = (files or frozenset(_files(site))) | {BUILD_INFO}  # is written last
    look = _Look(site, base, there, earlier or {})
    for path in sorted(look.files if among is None else among):
        if path.endswith(".html"):
            look.read(path)
        elif path.endswith(".css"):
            look.read_style(path)
    look.find_anchors()
    return sorted(set(look.found))


def lost_ids(before: bytes, after: bytes) -> set[str]:
    """What links could name in a page, and cannot any more."""
    return links_and_ids(before)[1] - links_and_ids(after)[1]


def naming(site: Path, paths: Iterable[str], ids: Collection[str]) -> list[str]:
    """Those of some pages with a link that may lead to one of these ids, on whatever page: no other needs a look.

    What stands there in other letters, as «%20» or «&amp;», may be any.
    """
    if not ids:
        return []
    said = b"|".join(re.escape(id.encode()) for id in sorted(ids))
    named = re.compile(b"#(?:" + said + b"|[^\"'<>\\s]*[%&])")
    return [path for path in paths if named.search((site / path).read_bytes())]


def missing_pages(site: Path, addresses: Iterable[str]) -> list[str]:
    """The addresses that have no page in a finished site."""
    return sorted(a for a in addresses if not (site / a / "index.html").is_file())


def sentence(link: DeadLink) -> str:
    """What is wrong with a link, in Vietnamese, with the nearest that is right."""
    if not link.page:
        page = "Trang chủ"
    elif link.page.endswith(".css"):
        page = f"Tệp {excerpt(link.page)}"
    else:
        page = f"Trang {excerpt(link.page if link.page.endswith('.html') else f'{link.page}/')}"
    near = f" {guess(map(excerpt, link.near))}".rstrip()
    if link.reason is Reason.FOREIGN:
        return (
            f"{page} gọi tệp từ trang khác: {excerpt(link.target)}. Mỗi trang phải tự đủ; trình duyệt sẽ chặn tệp ấy."
        )
    if link.reason is Reason.SCRIPT:
        return (
            f"{page} có mã lệnh viết thẳng trong thẻ, ở {excerpt(link.target)}: trình duyệt của người đọc sẽ chặn. Xin "
            "đưa mã ấy vào một tệp .js của trang, ghi tệp ở extra_javascript trong tệp cài đặt."
        )
    if link.reason is Reason.NO_ANCHOR:
        return f"{page} dẫn đến {excerpt(link.target)}: có trang ấy, nhưng không có đề mục ấy.{near}"
    return f"{page} dẫn đến {excerpt(link.target)}, nhưng không có trang hay tệp nào ở địa chỉ ấy.{near}"


class _Look:
    """One walk through a finished site."""

    def __init__(self, site: Path, base: str, files: frozenset[str], earlier: Mapping[str, Path]) -> None:
        self.site, self.base, self.files, self.earlier = site, base, files, earlier
        self.found: list[DeadLink] = []
        self.ids: dict[str, set[str]] = {}
        """By page, what its links may name; of those that were read."""
        self.anchors: list[tuple[str, str, str, str]] = []
        """The pages and targets that need an id of a file, and the two."""
        self.resolved: dict[tuple[str, str], str | None] = {}
        self.nearest: dict[str, tuple[str, ...]] = {}

    def read(self, path: str) -> None:
        folder, name = posixpath.split(path)
        page = folder if name == "index.html" else path
        links, self.ids[path] = links_and_ids(self._bytes(path))
        around, found = _outwards(folder), len(self.anchors)
        for link in links:
            if link.is_run or is_script(link.target):
                self.found.append(DeadLink(page, link.target, Reason.SCRIPT))
            elif not self._is_plainly_there(link.target, page=page, path=path, around=around):
                self._look_up(link, page=page, path=path)
        if path in self.earlier and len(self.anchors) > found:
            known = {link.target for link in links_and_ids(self.earlier[path].read_bytes())[0]}
            self.anchors[found:] = [anchor for anchor in self.anchors[found:] if anchor[1] not in known]

    def _is_plainly_there(self, target: str, *, page: str, path: str, around: Sequence[str]) -> bool:
        """Whether a link that is as most are leads to a page or file; others have to be looked up."""
        plain = _PLAIN.fullmatch(target)
        if not plain:
            return False
        up, down, id = plain.groups()
        file, steps = path, (len(up) + 1) // 3
        if not target.startswith("#"):
            if steps >= len(around):
                return False
            place = around[steps] + down
            file = f"{place}index.html" if not place or place.endswith("/") else f"{place}/index.html"
            if file not in self.files and place in self.files:
                file = place
        if not id or file not in self.files:
            return file in self.files
        if file in self.ids:
            return id in self.ids[file]
        if is_checked := file.endswith(".html") and id != "top":
            self.anchors.append((page, target, file, id))
        return is_checked

    def read_style(self, path: str) -> None:
        for link in loaded_by_style(self._bytes(path).decode("utf-8", "replace")):
            self.found.append(DeadLink(path, link.target, Reason.FOREIGN))

    def find_anchors(self) -> None:
        proposed: dict[tuple[str, str], tuple[str, ...]] = {}
        for page, target, file, fragment in self.anchors:
            if file not in self.ids:
                self.ids[file] = links_and_ids(self._bytes(file))[1]
            ids, id = self.ids[file], unquote(fragment)
            if id in ids or fragment in ids:
                continue
            if (file, id) not in proposed:
                known = sorted(name for name in ids if not name.startswith("__"))
                near = nearest(id, known[:_NEAR], limit=2) if len(id) <= _NEAR else []
                proposed[file, id] = tuple(f"#{name}" for name in near)
            self.found.append(DeadLink(page, target, Reason.NO_ANCHOR, proposed[file, id]))

    def _look_up(self, link: Link, *, page: str, path: str) -> None:
        target, folder = link.target, posixpath.dirname(path)
        if FOREIGN.match(target):
            if link.is_loaded:
                self.found.append(DeadLink(page, target, Reason.FOREIGN))
            return
        if _ON_A_DISK.match(target):
            self.found.append(DeadLink(page, target, Reason.MISSING))
            return
        try:
            parts = urlsplit(target)
        except ValueError:
            self.found.append(DeadLink(page, target, Reason.MISSING))
            return
        if parts.scheme:
            return
        file = self._file(folder, parts.path) if parts.path else path
        if file == "":  # an absolute address outside the site
            return
        fragment = parts.fragment.partition(":~:")[0]  # what follows is a text that the browser looks for
        if file is None:
            self.found.append(DeadLink(page, target, Reason.MISSING, self._near(self._joined(folder, parts.path))))
        elif fragment and file.endswith(".html") and fragment.lower() != "top" and not fragment.startswith("__"):
            self.anchors.append((page, target, file, fragment))

    def _file(self, folder: str, path: str) -> str | None:
        """The file that a path leads to; None when there is none, «» where it is no address of this site."""
        key = ("" if path.startswith("/") else folder, path)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(*key)
        return self.resolved[key]

    def _resolve(self, folder: str, path: str) -> str | None:
        joined = self._joined(folder, path)
        if joined is None:
            return "" if path.startswith("/") else None
        candidates = (posixpath.join(joined, "index.html"), *([] if path.endswith("/") else [joined]))
        return next((name for name in candidates if name in self.files), None)

    def _joined(self, folder: str, path: str) -> str | None:
        """A path from the site's folder on, «» for that folder; None when it leads out of it."""
        plain = unquote(path)
        plain = posixpath.normpath(plain if path.startswith("/") else posixpath.join(self.base + folder, plain))
        plain = "" if plain == "." else plain.lstrip("/")
        is_ours = f"{plain}/".startswith(self.base) and not f"{plain}/".startswith("../")
        return plain[len(self.base) :] if is_ours else None

    def _near(self, wanted: str | None) -> tuple[str, ...]:
        """The addresses most like one that there is not."""
        if not wanted or len(wanted) > _NEAR or wanted.count("/") > _DEEP:
            return ()
        if wanted not in self.nearest:
            above, _, name = wanted.rpartition("/")
            if above in self._beside:
                near = nearest(name, self._beside[above][:_NEAR], limit=2)
                self.nearest[wanted] = tuple(posixpath.join(above, found) for found in near)
            else:
                folders = self._near(above)
                there = [folder for folder in folders if folder.endswith("/")]
                exact = [f"{folder}{name}/" for folder in there if f"{folder}{name}/index.html" in self.files]
                exact += [f"{folder}{name}" for folder in there if f"{folder}{name}" in self.files]
                self.nearest[wanted] = tuple(exact) or folders
        return self.nearest[wanted]

    @cached_property
    def _beside(self) -> dict[str, list[str]]:
        """By folder the pages, with a slash, and files in it."""
        beside: dict[str, list[str]] = {"": []}
        for path in sorted(self.files):
            folder, name = posixpath.split(path)
            if name != "index.html":
                beside.setdefault(folder, []).append(name)
            elif folder:
                above, _, name = folder.rpartition("/")
                beside.setdefault(above, []).append(f"{name}/")
        return beside

    def _bytes(self, path: str) -> bytes:
        return (self.site / path).read_bytes()


def _outwards(folder: str) -> list[str]:
    """A folder and those around it, the site's own last, each with a slash at its end."""
    parts = folder.split("/") if folder else []
    return ["".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts), -1, -1)]


def _files(site: Path, place: str = "") -> Iterator[str]:
    """What a server would hand out; a link to a file elsewhere is none of the site's."""
    with os.scandir(site / place) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(site, f"{place}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{place}{entry.name}"
