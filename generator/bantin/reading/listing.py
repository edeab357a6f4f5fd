"""Which files a site's folders hold, before any is opened: every one is read, published knowingly, or named.

Nothing outside data/ and content/ is listed, and no symbolic link is followed. A file that is neither read nor
published nor the system's own is a problem that says which name it should have.
"""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bantin.folders import PUBLISHED, Folders
from bantin.model import attachments
from bantin.places import gazetteer
from bantin.problems import Found, Location, Problem, excerpt
from bantin.reading.characters import conflict
from bantin.reading.times import meant_periods, parse_period
from bantin.vietnamese import nearest, slug

Read = Callable[[str], bytes]
"""Gives what a file of the listing holds; OSError when it cannot be read."""
CATALOGUE, SCHEMAS = "danh-muc", "schema"


SCHEMA_FILES = ("bao-cao.json", "chi-so.json", "dia-chi.json", "don-vi.json", "pham-vi.json", "phan-to.json")
LISTS = ("chi-so.yml", "pham-vi.yml", "don-vi.yml", "dia-chi.yml")
OF_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "readme.md"})
"""Names, in small letters, of files that systems and people leave beside data; so is what begins with «.» or «~$»."""

_PLAIN = ("yml", "yaml", "ym", "yam", "txt", "json", "md", "markdown", "mdown", "text", "rtf", "html", "htm")
_OF_TEXTS = ("md", "markdown", "mdown")
_KEPT = ("bak", "old", "orig", "swp", "tmp", "save", "rej")
_PROGRAMS = {
    "xlsx": "bảng tính Excel", "xls": "bảng tính Excel", "xlsm": "bảng tính Excel", "ods": "bảng tính",
    "csv": "bảng tính", "docx": "văn bản Word", "doc": "văn bản Word", "odt": "văn bản", "pdf": "tài liệu PDF",
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{4})[-._ ]*(.*)")
_YEAR_FIRST = re.compile(r"(\d{4})[-._ ]?(\d{2})[-._ ]?(\d{2})[-._ ]*(.*)")


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
    problems: tuple[Problem, ...] = ()
    """Links, folders that cannot be entered, and every file that is neither listed above nor the system's own."""

    @property
    def folders(self) -> tuple[str, ...]:
        """The first folders below data/ and content/: those of provinces, and of pages about none."""
        return tuple(sorted(self.reports.keys() | self.texts.keys() | self.attached.keys()))


def listing_of(folders: Folders) -> Listing:
    """The files of a site's folders."""
    (data, strange), (content, stranger) = _files(folders, "data"), _files(folders, "content")
    known = frozenset(data)
    unread = (_not_data(path, known) for path in data if not path.endswith(".yml"))
    unpublished = (_not_published(path) for path in content if not _is_text(path))
    reports = _by_folder(path for path in data if path.endswith(".yml"))
    return Listing(
        lists=reports.pop(CATALOGUE, ()),
        reports=reports,
        texts=_by_folder(path for path in content if _is_text(path)),
        attached=_by_folder(path for path in content if not _is_text(path) and attachments.kind_of(path)),
        problems=(*strange, *stranger, *filter(None, unread), *filter(None, unpublished)),
    )


def content(folders: Folders, path: str) -> bytes:
    """What a file of the listing holds; OSError when it cannot be read."""
    # Twice as fast as Path.read_bytes, for tens of thousands of small files.
    with open(folders.path(path), "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


def file_content(read: Read, path: PurePosixPath) -> bytes | Problem:
    """What a file holds; the problem where it cannot be read, or where two people changed it."""
    try:
        content = read(str(path))
    except OSError:
        message = "Không mở được tệp này."
        help = "Kiểm tra quyền đọc tệp, và xem có chương trình nào đang giữ tệp không."
        return Problem(Location(str(path)), "file-unreadable", message, help)
    return content if attachments.kind_of(path.name) else conflict(content, str(path)) or content


def folder_at(path: str) -> str:
    """The first folder of a file, that of its province; «» when it lies in none."""
    folders = path.split("/", 2)
    return folders[1] if len(folders) > 2 else ""


def is_of_province(path: PurePosixPath) -> bool:
    """Whether a file lies in the folder of a province of any time."""
    return len(path.parts) > 2 and bool(gazetteer.units(path.parts[1]))


def article_name_meant(name: str) -> str:
    """The name that an article of such a name should have: «22-11-2026 Bài.md» is «2026-11-22-bai.md»."""
    stem = _without_suffixes(name, _PLAIN)
    if match := _YEAR_FIRST.fullmatch(stem):
        year, month, day, rest = match.groups()
    elif match := _DAY_FIRST.fullmatch(stem):
        day, month, year, rest = match.groups()
    else:
        return f"2026-11-22-{slug(stem) or 'ten-bai'}.md"
    return f"{year}-{int(month):02}-{int(day):02}-{slug(rest) or 'ten-bai'}.md"


def _is_text(path: str) -> bool:
    return path.endswith(".md")


def _by_folder(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(folder_at(path), []).append(path)
    return {folder: tuple(group) for folder, group in found.items()}


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


def is_of_system(name: str) -> bool:
    """Whether a file or folder is what systems and programs leave behind, of no interest to any page."""
    return name.startswith((".", "~$")) or name.lower() in OF_SYSTEM


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


def _not_data(path: str, known: frozenset[str]) -> Problem | None:
    """The problem of a file below data/ that is not read; None for the few that belong there."""
    parts = PurePosixPath(path).parts
    if path == PUBLISHED or (parts[1:-1] == (SCHEMAS,) and parts[-1] in SCHEMA_FILES):
        return None
    name = parts[-1]
    meant = _data_name_meant(name, in_lists=parts[1] == CATALOGUE)
    if name.endswith("~") or _suffix(name) in _KEPT or f"{path.rpartition('/')[0]}/{meant}" in known:
        message = f"Tệp {excerpt(name)} không được đọc; có lẽ là bản lưu của tệp khác."
        return _named(path, message, "Nếu là bản thừa thì xóa hoặc chuyển đi nơi khác.", warning=True)
    program = _PROGRAMS.get(_suffix(name))
    if program and not meant:
        message = f"Đây là {program}, không phải tệp số liệu, nên không được đọc."
        return _named(path, message, "Nếu cần giữ, xin để ngoài thư mục số liệu.", warning=True)
    if program:
        message = f"Đây là {program}, nên số liệu trong đó không được đọc và không lên trang."
        return _named(
            path, message, f"Nhập số liệu vào tệp chữ tên là {excerpt(meant)}, rồi chuyển tệp này đi nơi khác."
        )
    if not meant and _suffix(name) not in _PLAIN:
        message = f"Tệp {excerpt(name)} không phải là tệp số liệu, nên không được đọc."
        return _named(path, message, "Tệp số liệu có đuôi .yml; tệp khác xin để ngoài thư mục số liệu.", warning=True)
    if _suffix(name.strip()) in _OF_TEXTS:
        place = f"content/{path.removeprefix('data/').rpartition('/')[0]}".rstrip("/")
        message = f"Tệp {excerpt(name)} là bài viết, không phải tệp số liệu, nên không được đọc ở đây."
        return _named(path, message, f"Chuyển bài viết vào thư mục {place}.")
    help = (
        f"Đổi tên tệp thành {excerpt(meant)}." if meant else "Tệp số liệu đặt tên theo kỳ, đuôi .yml: 2023-quy-1.yml."
    )
    return _named(path, f"{_fault(name)} nên không được đọc.", help)


def _not_published(path: str) -> Problem | None:
    """The problem of a file below content/ that is neither a text nor a picture or document."""
    name = PurePosixPath(path).name
    if attachments.kind_of(name):
        return None
    suffix = _suffix(name.strip())
    if (suffix in _PLAIN or name != name.strip() or "." not in name) and suffix not in ("json", *_KEPT):
        place = PurePosixPath(path)
        if suffix in ("yml", "yaml"):
            folder = f"data/{path.removeprefix('content/').rpartition('/')[0]}".rstrip("/")
            message = f"Tệp {excerpt(name)} là tệp số liệu, không phải bài viết, nên không được đọc ở đây."
            return _named(path, message, f"Chuyển tệp số liệu vào thư mục {folder}.")
        stem = slug(_without_suffixes(name, _PLAIN)) or "ten-trang"
        meant = article_name_meant(name) if is_of_province(place) else f"{stem}.md"
        message = f"{_fault(name, '.md')} nên không được đọc và không lên trang."
        return _named(path, message, f"Đổi tên tệp thành {excerpt(meant)}.")
    message = f"Tệp {excerpt(name)} không được đăng lên trang."
    return Problem(Location(path), "file-not-published", message, attachments.advice(name), warning=True)


def _named(path: str, message: str, help: str, *, warning: bool = False) -> Problem:
    return Problem(Location(path), "file-not-read" if warning else "wrong-suffix", message, help, warning)


def _fault(name: str, wanted: str = ".yml") -> str:
    """What is wrong with a name: «Tên tệp kết thúc bằng «.txt»»."""
    if name != name.strip():
        return "Tên tệp có dấu cách thừa ở đầu hoặc cuối"
    suffix = PurePosixPath(name).suffix
    return f"Tệp có đuôi {excerpt(suffix)}" if suffix else f"Tên tệp không có đuôi {wanted}"


def _data_name_meant(name: str, *, in_lists: bool) -> str:
    """The name of the data file that such a name was meant to be; «» when it looks like none."""
    stem = _without_suffixes(name, (*_PLAIN, *_KEPT, *_PROGRAMS))
    if in_lists:
        close = nearest(f"{stem}.yml", LISTS)
        return close[0] if close else f"{slug(stem)}.yml" if _suffix(name.strip()) in _PLAIN else ""
    if parse_period(stem):
        return f"{stem}.yml"
    close = meant_periods(stem)
    return f"{close[0]}.yml" if close and re.search(r"\d{4}", stem) else ""


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower().removeprefix(".").strip()


def _without_suffixes(name: str, suffixes: Iterable[str]) -> str:
    stem = name.strip().removesuffix("~")
    while (parts := stem.rpartition("."))[1] and parts[2].strip().lower() in suffixes:
        stem = parts[0].strip()
    return stem
