"""A site's folder, from files to Markdown pages: everything that is the same for every engine."""

import contextlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from bantin import checks
from bantin.archive import Archive, load
from bantin.pages import Page, pages_of
from bantin.problems import Problem, in_order
from bantin.rendering import Renderer


@dataclass(frozen=True)
class Edition:
    """One reading of a site's folder."""

    archive: Archive
    problems: tuple[Problem, ...]
    """Errors and warnings, in the order of files and lines; among them the doubts that files accept."""

    def narrowed(self, only: Collection[PurePosixPath]) -> "Edition":
        """The same with the problems of some files and folders alone."""
        found = [p for p in self.problems if any(PurePosixPath(p.location.source).is_relative_to(o) for o in only)]
        return Edition(self.archive, tuple(found))

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that no file accepts: what an editor hears of."""
        return tuple(problem for problem in self.problems if not problem.accepted)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages; none where an error stops them."""
        return () if self.errors else tuple(pages_of(self.archive, list(self.problems)))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the site."""
        return tuple(problem for problem in self.problems if not problem.warning)

    @property
    def newest(self) -> str:
        """The newest date on any page, as in 2023-08-20; «» when none has one."""
        return max((page.updated.isoformat() for page in self.pages if page.updated), default="")


def check(root: Path, today: date = date.max) -> Edition:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    archive, found = load(root)
    return Edition(archive, tuple(in_order([*found, *checks.problems_of(archive, today)])))


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def markdown_files(edition: Edition, root: Path) -> dict[str, str]:
    """The Markdown of every page by its file below the folder of pages; a hand-written page of that name wins."""
    renderer = Renderer(root)
    return {page.file: renderer.markdown(page) for page in edition.pages if not (root / "content" / page.file).exists()}


def summary(edition: Edition) -> str:
    """What was found, in one line."""
    errors = len(edition.errors)
    warnings = len(edition.open_problems) - errors
    if not edition.open_problems:
        return "Số liệu không có lỗi, không có cảnh báo."
    after = " Sửa các lỗi rồi kiểm tra lại; trang cũ vẫn giữ nguyên." if errors else ""
    return f"{errors} lỗi, {warnings} cảnh báo.{after}"


def watched(root: Path) -> tuple[Path, ...]:
    """The folders whose files make the pages, besides content/."""
    return tuple(path for path in (root / "data", root / "theme_overrides") if path.is_dir())


def stamps(root: Path) -> dict[Path, tuple[int, int]]:
    """When each file of data/ and content/ was written, and its size: two of these differ when somebody saved."""
    files = [path for folder in ("data", "content") for path in (root / folder).rglob("*")]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found
