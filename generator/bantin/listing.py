"""Which files a site's folder holds, before any is opened.

Nothing outside data/ and content/ is listed, and no symbolic link is followed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bantin.problems import Location, Problem

CATALOGUE = "danh-muc"


@dataclass(frozen=True)
class Listing:
    """The files of a site, as paths below its folder, sorted."""

    lists: tuple[str, ...]
    """The files of data/danh-muc/."""
    reports: dict[str, tuple[str, ...]]
    """All other .yml files of data/, by the folder of their province; «» for those that lie in none."""
    pages: dict[str, tuple[str, ...]]
    """The .md files of content/, likewise."""
    others: dict[str, tuple[str, ...]]
    """All other files of content/, likewise: pictures."""
    problems: list[Problem] = field(default_factory=list)
    """Links, files of other kinds, and data files with a suffix that is not read."""

    @property
    def provinces(self) -> tuple[str, ...]:
        """The folders that hold reports or articles."""
        return tuple(sorted(self.reports.keys() | self.pages.keys()))


def listing_of(root: Path) -> Listing:
    """The files of a site's folder."""
    problems: list[Problem] = []
    data, content = _files(root, "data", problems), _files(root, "content", problems)
    for path in data:
        if not path.endswith(".yml") and path.lower().endswith((".yaml", ".yml")):
            message = f"Tệp có đuôi «{PurePosixPath(path).suffix}» nên không được đọc."
            problems.append(Problem(Location(path), "wrong-suffix", message, "Đổi đuôi tệp thành .yml."))
    reports = _by_province(path for path in data if path.endswith(".yml"))
    return Listing(
        lists=reports.pop(CATALOGUE, ()),
        reports=reports,
        pages=_by_province(path for path in content if path.endswith(".md")),
        others=_by_province(path for path in content if not path.endswith(".md")),
        problems=problems,
    )


def content(root: Path, path: str) -> bytes:
    """What a file of the listing holds; OSError when it cannot be read."""
    # Twice as fast as Path.read_bytes, for tens of thousands of small files.
    with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


def province_at(path: str) -> str:
    """The folder of the province that a file belongs to; «» when it lies in none."""
    folders = path.split("/", 2)
    return folders[1] if len(folders) > 2 else ""


def _by_province(paths: Iterator[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(province_at(path), []).append(path)
    return {province: tuple(group) for province, group in found.items()}


def _files(root: Path, folder: str, problems: list[Problem]) -> list[str]:
    """The ordinary files below a folder; names that begin with a dot are the system's."""
    found: list[str] = []
    pending = [folder] if (root / folder).is_dir() else []
    while pending:
        here = pending.pop()
        with os.scandir(root / here) as entries:
            for entry in entries:
                name = f"{here}/{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(name)
                elif entry.is_file(follow_symlinks=False):
                    found.append(name)
                else:
                    problems.append(_not_read(name, is_link=entry.is_symlink()))
    return sorted(found)


def _not_read(name: str, *, is_link: bool) -> Problem:
    if is_link:
        message = "Đây là liên kết đến một tệp hoặc thư mục ở nơi khác, nên không được đọc."
        return Problem(Location(name), "symlink", message, "Xóa liên kết và chép tệp thật vào đây.")
    message = "Đây không phải là một tệp thông thường, nên không được đọc."
    return Problem(Location(name), "not-a-file", message, "Xóa mục này.")
