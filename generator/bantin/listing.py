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

    lists: tuple[PurePosixPath, ...]
    """The files of data/danh-muc/."""
    reports: dict[str, tuple[PurePosixPath, ...]]
    """All other .yml files of data/, by the folder of their province; «» for those that lie in none."""
    pages: dict[str, tuple[PurePosixPath, ...]]
    """The .md files of content/, likewise."""
    others: dict[str, frozenset[PurePosixPath]]
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
    reports = [path for path in data if path.suffix == ".yml"]
    for path in data:
        if path.suffix != ".yml" and path.suffix.lower() in (".yaml", ".yml"):
            message = f"Tệp có đuôi «{path.suffix}» nên không được đọc."
            problems.append(Problem(Location(str(path)), "wrong-suffix", message, "Đổi đuôi tệp thành .yml."))
    by_province = _by_province(path for path in reports if path.parts[1] != CATALOGUE)
    return Listing(
        lists=tuple(path for path in reports if path.parts[1] == CATALOGUE),
        reports=by_province,
        pages=_by_province(path for path in content if path.suffix == ".md"),
        others={p: frozenset(found) for p, found in _by_province(f for f in content if f.suffix != ".md").items()},
        problems=problems,
    )


def province_at(path: PurePosixPath) -> str:
    """The folder of the province that a file belongs to; «» when it lies in none."""
    return path.parts[1] if len(path.parts) > 2 else ""


def _by_province(paths: Iterator[PurePosixPath]) -> dict[str, tuple[PurePosixPath, ...]]:
    found: dict[str, list[PurePosixPath]] = {}
    for path in paths:
        found.setdefault(province_at(path), []).append(path)
    return {province: tuple(sorted(group)) for province, group in found.items()}


def _files(root: Path, folder: str, problems: list[Problem]) -> list[PurePosixPath]:
    """The ordinary files below a folder; names that begin with a dot are the system's."""
    found: list[PurePosixPath] = []
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
                    found.append(PurePosixPath(name))
                else:
                    problems.append(_not_read(name, is_link=entry.is_symlink()))
    return sorted(found)


def _not_read(name: str, *, is_link: bool) -> Problem:
    if is_link:
        message = "Đây là liên kết đến một tệp hoặc thư mục ở nơi khác, nên không được đọc."
        return Problem(Location(name), "symlink", message, "Xóa liên kết và chép tệp thật vào đây.")
    message = "Đây không phải là một tệp thông thường, nên không được đọc."
    return Problem(Location(name), "not-a-file", message, "Xóa mục này.")
