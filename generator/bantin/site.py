"""A site's folder, from files to Markdown pages: everything that is the same for every engine."""

import contextlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from bantin import addresses, checks
from bantin.archive import Archive, archive_of, lists_of, load, province_of
from bantin.listing import listing_of, province_at
from bantin.lookup import lookup_files
from bantin.pages import Page, pages_of
from bantin.problems import Problem, in_order
from bantin.rendering import Renderer
from bantin.results import Contents, Results


@dataclass(frozen=True)
class Findings:
    """What is wrong with a site's files, or doubtful."""

    problems: tuple[Problem, ...]
    """Errors and warnings, in the order of files and lines; among them the doubts that files accept."""

    def narrowed(self, only: Collection[PurePosixPath]) -> "Findings":
        """The problems of some files and folders alone."""
        found = [p for p in self.problems if any(PurePosixPath(p.location.source).is_relative_to(o) for o in only)]
        return Findings(tuple(found))

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that no file accepts: what an editor hears of."""
        return tuple(problem for problem in self.problems if not problem.accepted)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the site."""
        return tuple(problem for problem in self.problems if not problem.warning)


@dataclass(frozen=True)
class Edition(Findings):
    """One reading of a site's folder."""

    archive: Archive

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages; none where an error stops them."""
        return () if self.errors else tuple(pages_of(self.archive, list(self.problems)))

    @property
    def newest(self) -> str:
        """The newest date on any page, as in 2023-08-20; «» when none has one."""
        return max((page.updated.isoformat() for page in self.pages if page.updated), default="")


def check(root: Path, today: date = date.max) -> Edition:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    archive, found = load(root)
    found += checks.problems_of(archive, today)
    found += addresses.problems_of(root, listing_of(root), archive.catalogue)
    return Edition(tuple(in_order(found)), archive)


def findings(root: Path, today: date = date.max) -> Findings:
    """The problems that `check` has, without reading again what an earlier call has read.

    The problems of a province rest on its own files, the lists in data/danh-muc/, the day, this program, and the
    figures of the provinces that its articles mention. Where all are as they were, nothing is read but their digests.
    """
    listing = listing_of(root)
    lists = lists_of(root, listing)
    results = Results(Contents(root, listing), str(today))
    found = [*listing.problems, *lists.problems, *addresses.problems_of(root, listing, lists.catalogue)]
    for name in listing.provinces:
        problems = results.read(name)
        if problems is None:
            province = province_of(root, listing, lists, name)
            others = [province_of(root, listing, lists, other) for other in sorted(province.mentioned - {name})]
            doubts = checks.problems_of(archive_of(lists, [province, *others]), today)
            here = [problem for problem in doubts if province_at(problem.location.source) == name]
            problems = [*province.problems, *here]
            results.write(name, province.mentioned, problems)
        found += problems
    return Findings(tuple(in_order(found)))


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def markdown_files(edition: Edition, root: Path) -> dict[str, str]:
    """The Markdown of every page by its file below the folder of pages; a hand-written page of that name wins."""
    renderer = Renderer(root)
    return {page.file: renderer.markdown(page) for page in edition.pages if not (root / "content" / page.file).exists()}


def generated_files(edition: Edition, root: Path) -> dict[str, str]:
    """Everything that is made and not written by hand, by its path below the folder of pages: Markdown, and the files
    that pages load or that stand at addresses of old."""
    others = lookup_files(edition.archive) | addresses.redirects(root, edition.archive.catalogue)
    return markdown_files(edition, root) | others


def summary(findings: Findings) -> str:
    """What was found, in one line."""
    errors = len(findings.errors)
    warnings = len(findings.open_problems) - errors
    if not findings.open_problems:
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
