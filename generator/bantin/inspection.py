"""What is wrong with a site's folder: read anew, or known from an earlier check where nothing changed."""

import contextlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from bantin import addresses, checks
from bantin.archive import Archive, archive_of, lists_of, load, province_of
from bantin.listing import listing_of, province_at
from bantin.problems import Problem, in_order
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


def read_all(root: Path, today: date = date.max) -> tuple[Archive, tuple[Problem, ...]]:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    archive, found = load(root)
    found += checks.problems_of(archive, today)
    found += addresses.problems_of(root, listing_of(root), archive.catalogue)
    return archive, tuple(in_order(found))


def findings(root: Path, today: date = date.max) -> Findings:
    """The problems that `read_all` has, without reading again what an earlier call has read.

    The problems of a province rest on its own files, the lists in data/danh-muc/, the day, this program, and the
    figures of the provinces that its articles mention. Where all are as they were, nothing is read but their digests.
    """
    listing = listing_of(root)
    contents = Contents(root, listing)
    lists = lists_of(contents.content, listing)
    results = Results(contents, str(today))
    found = [*listing.problems, *lists.problems, *addresses.problems_of(root, listing, lists.catalogue)]
    for name in listing.provinces:
        problems = results.read(name)
        if problems is None:
            province = province_of(contents.content, listing, lists, name)
            mentioned = sorted(province.mentioned - {name})
            others = [province_of(contents.content, listing, lists, other) for other in mentioned]
            doubts = checks.problems_of(archive_of(lists, [province, *others]), today)
            here = [problem for problem in doubts if province_at(problem.location.source) == name]
            problems = [*province.problems, *here]
            results.write(name, province.mentioned, problems)
        found += problems
        contents.forget()  # what was read stays what its digest says until here
    return Findings(tuple(in_order(found)))


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def summary(findings: Findings) -> str:
    """What was found, in one line."""
    errors = len(findings.errors)
    warnings = len(findings.open_problems) - errors
    if not findings.open_problems:
        return "Số liệu không có lỗi, không có cảnh báo."
    after = " Sửa các lỗi rồi kiểm tra lại; trang cũ vẫn giữ nguyên." if errors else ""
    return f"{errors} lỗi, {warnings} cảnh báo.{after}"


def stamps(root: Path) -> dict[Path, tuple[int, int]]:
    """When each file of data/ and content/ was written, and its size: two of these differ when somebody saved."""
    files = [path for folder in ("data", "content") for path in (root / folder).rglob("*")]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found
