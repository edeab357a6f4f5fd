"""A site's folder, from files to Markdown pages: everything that is the same for every engine."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bantin import addresses
from bantin.archive import Archive
from bantin.inspection import Findings, read_all
from bantin.lookup import lookup_files
from bantin.pages import Page, pages_of
from bantin.rendering import Renderer


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
    archive, problems = read_all(root, today)
    return Edition(problems, archive)


def markdown_files(edition: Edition, root: Path) -> dict[str, str]:
    """The Markdown of every page by its file below the folder of pages; a hand-written page of that name wins."""
    renderer = Renderer(root)
    return {page.file: renderer.markdown(page) for page in edition.pages if not (root / "content" / page.file).exists()}


def generated_files(edition: Edition, root: Path) -> dict[str, str]:
    """Everything that is made and not written by hand, by its path below the folder of pages: Markdown, and the files
    that pages load or that stand at addresses of old."""
    others = lookup_files(edition.archive) | addresses.redirects(root, edition.archive.catalogue)
    return markdown_files(edition, root) | others


def watched(root: Path) -> tuple[Path, ...]:
    """The folders whose files make the pages, besides content/."""
    return tuple(path for path in (root / "data", root / "theme_overrides") if path.is_dir())
