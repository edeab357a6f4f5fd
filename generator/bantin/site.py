"""A site's folder, from files to Markdown pages: everything that is the same for every engine."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

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
