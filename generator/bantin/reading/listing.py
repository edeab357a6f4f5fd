"""Which files a site's folders hold, before any is opened: every one is read, published knowingly, or named.

Nothing outside data/ and content/ is listed, and no symbolic link is followed. A file that is neither read nor
published nor the system's own is a problem that says which name it should have.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bantin.folders import CATALOGUE, PLUGIN, Folders, SettingsError
from bantin.model import attachments
from bantin.places import finding
from bantin.problems import Found, Location, Problem, guess
from bantin.reading.file_names import folder_at, is_of_system
from bantin.reading.letters.characters import conflict
from bantin.reading.strays import is_records, not_data, not_published, place_of_records

_CHUNK = 1 << 16
"""How many bytes are asked of the system at a time; of a file it gives fewer only at the end."""
Read = Callable[[str], bytes]
"""Gives what a file of the listing holds; OSError when it cannot be read."""


@dataclass(frozen=True)
class Listing:
    """The files of a site by the names that reports give them, sorted."""

    lists: tuple[str, ...]
    """The files of data/danh-muc/."""
    reports: dict[str, tuple[str, ...]]
    """All other .yml files of data/, by the folder of their province; «» for those that lie in none."""
    texts: dict[str, tuple[str, ...]]
    """The .md files of content/, likewise by their first folder."""
    attached: dict[str, tuple[str, ...]]
    """The pictures and documents of content/, likewise."""
    records: dict[str, tuple[str, ...]]
    """The files of figures that were published, by the folder of their province."""
    others: tuple[str, ...] = ()
    """What is neither: strays, and the little that belongs there without being read as the others are."""
    builds_on_shipped: bool = False
    """Whether the lists that come with the package count too."""
    province: str = ""
    """The folder of the one province that the site is about; «» where it is about all."""
    problems: tuple[Problem, ...] = ()
    """Links, folders that cannot be entered, and every file that is neither listed above nor the system's own."""

    @property
    def folders(self) -> tuple[str, ...]:
        """The first folders below data/ and content/: those of provinces, and of pages about none."""
        return tuple(sorted(self.reports.keys() | self.texts.keys() | self.attached.keys()))

    def written_in(self, folder: str) -> tuple[str, ...]:
        """The reports and texts in one of these folders."""
        return (*self.reports.get(folder, ()), *self.texts.get(folder, ()))


def listing_of(folders: Folders) -> Listing:
    """The files of a site's folders."""
    (data, strange), (content, stranger) = _files(folders, "data"), _files(folders, "content")
    known = frozenset(data)
    unread = (not_data(path, known) for path in data if not path.endswith(".yml"))
    unpublished = (not_published(path) for path in content if not is_text(path))
    reports = _by_folder(path for path in data if path.endswith(".yml"))
    return Listing(
        lists=reports.pop(CATALOGUE, ()),
        reports=reports,
        texts=_by_folder(path for path in content if is_text(path)),
        attached=_by_folder(path for path in content if not is_text(path) and attachments.kind_of(path)),
        records=_by_folder((path for path in data if is_records(path)), of=_province_of_records),
        others=(
            *(path for path in data if not path.endswith(".yml") and not is_records(path)),
            *(path for path in content if not (is_text(path) or attachments.kind_of(path))),
        ),
        builds_on_shipped=folders.builds_on_shipped,
        province=_province(folders.province),
        problems=(*strange, *stranger, *filter(None, unread), *filter(None, unpublished)),
    )


def _province(name: str) -> str:
    """The folder of a province of today, where one is named; SettingsError where there is none of this name."""
    found = finding.present_province(name)
    if name and not found:
        hint = guess(f"«{unit.path}»" for unit in finding.nearest_provinces(name))
        message = f"Trong mkdocs.yml, mục province của plugin {PLUGIN}: nay không có tỉnh nào là «{name}». {hint}"
        raise SettingsError(message.strip())
    return found.path if found else ""


def content(folders: Folders, path: str) -> bytes:
    """What a file of the listing holds; OSError when it cannot be read."""
    # Four times as fast as Path.read_bytes, for tens of thousands of small files.
    file = os.open(folders.path(path), os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(file, _CHUNK)]
        while len(parts[-1]) == _CHUNK:
            parts.append(os.read(file, _CHUNK))
    finally:
        os.close(file)
    return b"".join(parts)


def file_content(read: Read, path: PurePosixPath) -> bytes | Problem:
    """What a file holds; the problem where it cannot be read, or where two people changed it."""
    try:
        content = read(str(path))
    except OSError:
        message = "Không mở được tệp này."
        help = "Kiểm tra quyền đọc tệp, và xem có chương trình nào đang giữ tệp không."
        return Problem(Location(str(path)), "file-unreadable", message, help)
    return content if attachments.kind_of(path.name) else conflict(content, str(path)) or content


def is_text(path: str) -> bool:
    """Whether a file of content/ is a text by its name."""
    return path.endswith(".md")


def _by_folder(paths: Iterable[str], of: Callable[[str], str] = folder_at) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(of(path), []).append(path)
    return {folder: tuple(group) for folder, group in found.items()}


def _province_of_records(path: str) -> str:
    return place_of_records(path).partition("/")[0]


def _files(folders: Folders, folder: str) -> Found[list[str]]:
    """The ordinary files below a folder that are not the system's own."""
    found, problems = list[str](), list[Problem]()
    pending = [folder] if os.path.isdir(folders.path(folder)) else []  # noqa: PTH112
    while pending:
        here = pending.pop()
        try:
            with os.scandir(folders.path(here)) as entries:
                ordered = list(entries)
        except OSError:
            problems.append(_not_entered(here))
            continue
        for entry in ordered:
            name = f"{here}/{entry.name}"
            if is_of_system(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(name)
            elif entry.is_file(follow_symlinks=False):
                found.append(name)
            else:
                problems.append(_not_a_file(name, is_link=entry.is_symlink()))
    return Found(sorted(found), tuple(problems))


def _not_entered(name: str) -> Problem:
    message = "Không vào được thư mục này, nên không đọc được tệp nào trong đó."
    help = "Nhờ người quản trị máy cấp quyền đọc thư mục."
    return Problem(Location(name), "file-unreadable", message, help)


def _not_a_file(name: str, *, is_link: bool) -> Problem:
    if is_link:
        message = "Đây là liên kết đến một tệp hoặc thư mục ở nơi khác, nên không được đọc."
        return Problem(Location(name), "symlink", message, "Xóa liên kết và chép tệp thật vào đây.")
    message = "Đây không phải là một tệp thông thường, nên không được đọc."
    return Problem(Location(name), "not-a-file", message, "Xóa mục này.")
