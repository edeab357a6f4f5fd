"""A site's folders, from files to Markdown pages: everything that is the same for every engine."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from bantin.folders import PUBLISHED, Folders
from bantin.inspection import Findings, addresses_of, read_all
from bantin.model import Archive, Catalogue, files_used, moved_to
from bantin.pages import Page, lookup_files, pages_of
from bantin.problems import Location, Problem
from bantin.publishing import Reason, Renderer, dead_links, missing_pages, redirects, sentence
from bantin.reading import Listing, content, published_list
from bantin.writing import write_whole

_MISSING = "Thiếu trang ở địa chỉ «{}/»: một cài đặt hay một plugin đã bỏ trang ấy, hoặc đặt nó ở địa chỉ khác."


class UnfinishedError(Exception):
    """The engine, or another plugin, left out a page; says which."""


@dataclass(frozen=True)
class Edition(Findings):
    """One reading of a site's folders."""

    archive: Archive

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages; none where an error stops them."""
        return () if self.errors else tuple(pages_of(self.archive, list(self.problems)))

    @property
    def newest(self) -> str:
        """The newest date on any page, as in 2023-08-20; «» when none has one."""
        return max((page.updated.isoformat() for page in self.pages if page.updated), default="")


def check(folders: Folders, today: date = date.max) -> Edition:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    archive, problems = read_all(folders, today)
    return Edition(problems, archive)


def markdown_files(edition: Edition, folders: Folders) -> dict[str, str]:
    """The Markdown of every page by its file below the folder of pages."""
    renderer = Renderer(folders, {file.path: file for file in edition.archive.attached})
    return {page.file: renderer.markdown(page) for page in edition.pages}


def generated_files(edition: Edition, folders: Folders) -> dict[str, str | bytes]:
    """All files of a site below the folder of pages: Markdown, what pages load, show and link to, and what stands at
    addresses of old."""
    once = (address for _, address in published_list(folders).addresses)
    others = lookup_files(edition.archive) | redirects(once, edition.archive.catalogue.moves)
    used = files_used(edition.archive.links)
    attached = {file.address: file.content for file in edition.archive.attached if file.path in used}
    return {**markdown_files(edition, folders), **others, **attached}


def faults(new: Path, edition: Edition, folders: Folders, *, site_url: str = "") -> list[Problem]:
    """The links of a finished site that lead nowhere; UnfinishedError where the engine left out a page.

    Each is told in the file that its page was made from. What the look of all pages has wrong is told once.
    """
    if missing := missing_pages(new, [page.path for page in edition.pages]):
        raise UnfinishedError(_MISSING.format(missing[0]))
    found = []
    sources = {page.path: page.source for page in edition.pages if page.source}
    links = dead_links(new, base=urlsplit(site_url).path)
    often = Counter((link.target, link.reason) for link in links)
    told = set()
    for link in links:
        source = sources.get(link.page, "")
        key = (link.target, str(link.reason)) if often[link.target, link.reason] > 3 else (link.page, link.target)
        if key not in told:
            at = _place(source, link.target, folders) if source else Location(link.page or "index.html")
            # What a page loads from elsewhere breaks our promise, yet the page can be read.
            is_foreign = link.reason is Reason.FOREIGN
            found.append(Problem(at, "link-unknown", sentence(link), warning=is_foreign))
        told.add(key)
    return found


def dead_summary(found: Sequence[Problem]) -> str:
    """What is said of a finished site that is not published; «» where it is, whatever it loads from elsewhere."""
    dead = sum(not problem.warning for problem in found)
    if not dead:
        return ""
    return f"Trang vừa dựng còn {dead} chỗ hỏng, nên không thay trang cũ. Sửa các chỗ trên rồi dựng lại."


def _place(source: str, target: str, folders: Folders) -> Location:
    """Where the last part of a link stands in a file; the file's beginning when it does not stand there so."""
    text = content(folders, source).decode("utf-8-sig", "replace")
    place = text.find(target.rpartition("#")[2] if "#" in target else target)
    return Location(source, text.count("\n", 0, place) + 1) if place > 0 else Location(source)


def watched(folders: Folders) -> tuple[Path, ...]:
    """The folders whose files make the pages, besides content/."""
    return tuple(path for path in (folders.data, folders.overrides) if path.is_dir())


@dataclass(frozen=True)
class Recorded:
    """What became of the list of published addresses."""

    count: int
    gone: tuple[str, ...]
    """Addresses that stay in the list although they lead nowhere now."""
    forgotten: tuple[str, ...]


def write_published(
    folders: Folders, listing: Listing, catalogue: Catalogue, *, forget: Collection[str] = ()
) -> Recorded:
    """Add all addresses that there are to the list; a line leaves it only where it is named in `forget`."""
    here = addresses_of(listing, catalogue)
    once = {address for _, address in published_list(folders).addresses}
    forgotten = {address for address in forget if address in once and address not in here}
    found = sorted((here | once) - {""} - forgotten)
    write_whole(Path(folders.path(PUBLISHED)), "".join(f"{address}\n" for address in found))
    gone = [address for address in found if address not in here and moved_to(address, catalogue.moves) not in here]
    return Recorded(len(found), tuple(gone), tuple(sorted(forgotten)))
