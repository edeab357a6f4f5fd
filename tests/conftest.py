"""A small sound site to break or to extend, and expectations kept in files.

`pytest --update-goldens` rewrites the expectations; read the diff as you would read code.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

import pytest
from built import site_dir
from hypothesis import settings
from reported import data, shared_data
from together import pytest_collection_modifyitems, pytest_xdist_make_scheduler
from trying import tries

from bantin import site as bantin_site
from bantin.editors.forms.imports import imported
from bantin.folders import Folders
from bantin.model.archive import Archive
from bantin.pages import Page
from bantin.problems import Problem
from bantin.reading.archive import load

__all__ = ["data", "pytest_collection_modifyitems", "pytest_xdist_make_scheduler", "shared_data", "site_dir"]

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that a test starts compiles no module that another has

settings.register_profile("everyday", max_examples=tries(100), deadline=None)
settings.load_profile("everyday")

SITES = Path(__file__).parent / "sites"
SOUND = SITES / "sound"
TODAY = date(2026, 11, 22)
GOLDENS = Path(__file__).parent / "goldens"


@cache
def edition(root: Path) -> bantin_site.Edition:
    """A site as it lies in the repository, read once in a run of tests."""
    return bantin_site.check(Folders.of(root))


@cache
def rendered(root: Path) -> Mapping[str, str]:
    """The Markdown of such a site's pages, by their files."""
    return {file.path: str(file.content()) for file in bantin_site.markdown_of(edition(root), Folders.of(root))}


FROM_TABLES = ("units", "namesakes", "lookup")
"""Kinds of pages that tell of the gazetteer, whatever the data; to make them takes longer than all the others."""


def pages_of_data(edition: bantin_site.Edition, *but: str) -> Iterator[Page]:
    """The pages that tell of what a site's files hold, without kinds that are not asked for."""
    plans = (plan for plan in edition.plans if plan.kind not in (*FROM_TABLES, *but))
    return (plan.make(edition.archive, edition.doubts) for plan in plans)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the expectations of tests")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """At the very end, one line says what no browser was there for."""
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    if left_out := sum("needs Chromium" in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"Máy chưa có Chromium nên bỏ qua {left_out} phép thử trong trình duyệt.", red=True)


class Site:
    """A copy of tests/sites/sound in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(SOUND, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".bantin"))

    def write(self, path: str, content: str | bytes) -> None:
        """Put a file into the site; text is written as it is, without a change of its line ends."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def overlay(self, folder: Path) -> None:
        """Put all files of a folder over the site's own, apart from what is about them."""
        about = shutil.ignore_patterns("expected.txt", "sua")
        shutil.copytree(folder, self.root, dirs_exist_ok=True, ignore=about)

    def archive(self) -> Archive:
        """What the site's files hold."""
        return load(Folders.of(self.root))[0]

    def correct(self, folder: Path) -> None:
        """Do what the reports of a folder's code ask for: the files of its sua/ take the place of those reported.

        A reported file that sua/ does not hold under its name is gone: deleted, or there under another name.
        """
        for problem in self.found():
            if problem.code == folder.name:
                (self.root / problem.location.source).unlink(missing_ok=True)
        shutil.copytree(folder / "sua", self.root, dirs_exist_ok=True)

    def found(self) -> list[Problem]:
        """What a check finds, and what there is to say of filled forms that lie beside data/."""
        checked = bantin_site.check(Folders.of(self.root), TODAY)
        forms = [imported(file.read_bytes(), file.name, catalogue=checked.archive.catalogue, current=self._current)
                 for file in sorted(self.root.glob("*.xlsx"))]  # fmt: skip
        return [*checked.problems, *(problem for form in forms for problem in form.problems)]

    def _current(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def open_problems(self) -> list[str]:
        """The lines of the report, without what its figure accepts."""
        return [problem.line() for problem in self.found() if not problem.accepted]

    def problems(self) -> list[str]:
        """The lines of the report."""
        return [problem.line() for problem in self.found()]

    def page(self, path: str) -> str:
        """The Markdown of one page: «kien-giang/huyen-vinh-thuan/2023-6-thang.md»."""
        edition = bantin_site.check(Folders.of(self.root), TODAY)
        assert not edition.errors, "\n".join(self.problems())
        return next(
            str(file.content()) for file in bantin_site.markdown_of(edition, Folders.of(self.root)) if file.path == path
        )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site without problems."""
    return Site(tmp_path / "site")


class Golden(str):
    """The text of a file that a result equals; with --update-goldens the result becomes the file."""

    __slots__ = ("path", "update")
    path: Path
    update: bool

    @classmethod
    def of(cls, path: Path, *, update: bool) -> Self:
        golden = cls(path.read_text(encoding="utf-8") if path.is_file() else "")
        golden.path, golden.update = path, update
        return golden

    def __eq__(self, result: object) -> bool:
        if self.update and isinstance(result, str):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(result, encoding="utf-8", newline="\n")
            return True
        return super().__eq__(result)

    def __ne__(self, result: object) -> bool:
        return not self == result

    __hash__ = str.__hash__


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str | Path], Golden]:
    """The expectation in tests/goldens/<name>, or in the file at a path."""
    update = bool(request.config.getoption("--update-goldens"))
    return lambda name: Golden.of(GOLDENS / name, update=update)
