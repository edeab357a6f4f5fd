"""A site's folders, from files to Markdown pages: everything that is the same for every engine."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlsplit

from bantin.folders import PUBLISHED, Folders
from bantin.inspection import Findings, Inspection, clock, inspect_and_read, renewed_records
from bantin.model import Archive, Outline, Report, Written, files_used, last_updated, moved_to
from bantin.pages import (
    Doubts,
    Page,
    Plan,
    doubt_count,
    doubts_by_file,
    home_title,
    indicator_path,
    lookup_files,
    menu_of,
    plans_of,
    procedure_files,
)
from bantin.problems import Location, Problem
from bantin.publishing import (
    BuildInfo,
    Counts,
    DeadLink,
    Digest,
    Given,
    GivenFile,
    Reason,
    Rendered,
    Renderer,
    commit_of,
    dead_links,
    digests,
    edition_files,
    input_of,
    missing_pages,
    redirects,
    sentence,
    versions,
    write_build_info,
)
from bantin.reading import content, is_of_system
from bantin.search import name_files
from bantin.writing import write_whole

_MISSING = "Thiếu trang ở địa chỉ «{}/»: một cài đặt hay một plugin đã bỏ trang ấy, hoặc đặt nó ở địa chỉ khác."


class UnfinishedError(Exception):
    """The engine, or another plugin, left out a page; says which."""


@dataclass(frozen=True)
class Edition(Findings):
    """One reading of a site's folders."""

    archive: Archive
    once: tuple[str, ...] = ()
    """The addresses that were published."""

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """A plan for every page; none where an error stops them."""
        return () if self.errors else plans_of(self.archive.outline, self.archive.catalogue)

    @cached_property
    def doubts(self) -> Doubts:
        """What is doubtful in each file, which its page says."""
        return doubts_by_file(self.problems)

    @property
    def pages(self) -> Iterator[Page]:
        """All pages, each made when it is asked for."""
        return (plan.make(self.archive, self.doubts) for plan in self.plans)

    @property
    def newest(self) -> str:
        """The newest date on any page, as in 2023-08-20; «» when none has one."""
        days = (last_updated(self.archive.reports), *(article.published for article in self.archive.articles))
        return max((day.isoformat() for day in days if day), default="")

    @property
    def sources(self) -> dict[str, str]:
        """The file to change when a page is wrong, by the page's address; none for pages made of many."""
        made_of_one: tuple[Report | Written, ...] = (*self.archive.reports, *self.archive.articles, *self.archive.pages)
        indicators = self.archive.catalogue.indicators.values()
        found = {indicator_path(indicator).rstrip("/"): indicator.file for indicator in indicators}
        return found | {text.path: text.at.source for text in made_of_one}


def check(folders: Folders, today: date = date.max) -> Edition:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    inspection, archive = inspect_and_read(folders, today)
    return Edition(
        inspection.findings.problems, archive, tuple(address for _, address in inspection.published.addresses)
    )


def given_of(edition: Edition, folders: Folders) -> Given:
    """All that an engine makes the site from."""
    menu = ({"title": link.title, "path": link.path} for link in menu_of(edition.archive))
    home = {"title": home_title(edition.archive)}
    return Given(tuple(files_of(edition, folders)), tuple(menu), edition.newest, home)


def files_of(edition: Edition, folders: Folders) -> Iterator[GivenFile]:
    """All files of a site below the folder of pages: Markdown, what pages load, show and link to, and what stands at
    addresses of old. The Markdown of a page is made when it is asked for."""
    yield from markdown_of(edition, folders)
    for path, text in (
        lookup_files(edition.archive)
        | name_files()
        | procedure_files(edition.archive)
        | redirects(edition.once, edition.archive.catalogue.moves)
        | edition_files(edition.archive.outline.newest_day())
    ).items():
        yield GivenFile(path, text)
    used = files_used(edition.archive.links)
    shown = (file for file in edition.archive.attached if file.path in used)
    yield from (GivenFile(address, content) for file in shown for address, content in file.files)


def markdown_of(edition: Edition, folders: Folders) -> Iterator[GivenFile]:
    """The Markdown of every page."""
    renderer = Renderer(folders, {file.path: file for file in edition.archive.attached})

    def made(plan: Plan) -> Rendered:
        return renderer.rendered(plan.make(edition.archive, edition.doubts))

    return (GivenFile(plan.file, partial(made, plan)) for plan in edition.plans)


def faults(new: Path, edition: Edition, *, folders: Folders, site_url: str = "") -> list[Problem]:
    """The links of a finished site that lead nowhere; UnfinishedError where the engine left out a page."""
    refuse_missing(new, (plan.path for plan in edition.plans))
    return faults_of(dead_links(new, base=urlsplit(site_url).path), edition.sources, folders=folders)


def refuse_missing(new: Path, pages: Iterable[str]) -> None:
    """UnfinishedError where a page is not in a finished site."""
    if missing := missing_pages(new, pages):
        raise UnfinishedError(_MISSING.format(missing[0]))


def faults_of(links: Sequence[DeadLink], sources: Mapping[str, str], *, folders: Folders) -> list[Problem]:
    """What is said of dead links, each in the file that its page was made from.

    What the look of all pages has wrong is told once.
    """
    found = []
    often = Counter((link.target, link.reason) for link in links)
    told = set()
    for link in links:
        # A script in an attribute can only come from a template, and not from the file of the page.
        source = "" if link.reason is Reason.SCRIPT else sources.get(link.page, "")
        key = (link.target, str(link.reason)) if often[link.target, link.reason] > 3 else (link.page, link.target)
        if key not in told:
            at = _place(source, link.target, folders=folders) if source else Location(link.page or "index.html")
            # What a page loads from elsewhere breaks our promise, yet the page can be read.
            is_foreign = link.reason is Reason.FOREIGN
            found.append(Problem(at, "link-unknown", sentence(link), warning=is_foreign))
        told.add(key)
    return found


def counts_of(plans: Sequence[Plan], outline: Outline, doubts: Doubts) -> Counts:
    """What a site tells of."""
    tally = outline.tally
    return Counts(len(plans), tally.own, tally.figures, doubt_count(doubts))


def info_of(
    counts: Counts, folders: Folders, *, files: Mapping[str, Digest], read: Mapping[str, str] | None = None
) -> BuildInfo:
    """What a site says of itself; `read` are the sha256 of files of data/ and content/ that were just read."""
    return BuildInfo(commit_of(folders.root), versions(), read_from(folders, read), counts, files)


def read_from(folders: Folders, read: Mapping[str, str] | None = None) -> str:
    """One digest of everything that people wrote; `read` as above."""
    return input_of(folders, ignored=is_of_system, known=read)


def sign(new: Path, edition: Edition, folders: Folders) -> BuildInfo:
    """A finished site says what it is, in its build-info.json; comes back with that."""
    counts = counts_of(edition.plans, edition.archive.outline, edition.doubts)
    info = info_of(counts, folders, files=digests(new))
    write_build_info(new, info)
    return info


def dead_summary(found: Sequence[Problem]) -> str:
    """What is said of a finished site that is not published; «» where it is, whatever it loads from elsewhere."""
    dead = sum(not problem.warning for problem in found)
    if not dead:
        return ""
    return f"Trang vừa dựng còn {dead} chỗ hỏng, nên không thay trang cũ. Sửa các chỗ trên rồi dựng lại."


def _place(source: str, target: str, *, folders: Folders) -> Location:
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
    figures: int
    """How many figures are new in the lists of these."""


def write_published(folders: Folders, inspection: Inspection, *, forget: Collection[str] = ()) -> Recorded:
    """Add all addresses and figures that there are to the lists; a line leaves one only where `forget` names it."""
    here, moves = inspection.addresses, inspection.catalogue.moves
    once = {address for _, address in inspection.published.addresses}
    forgotten = {address for address in forget if address in once and address not in here}
    found = sorted((here | once) - {""} - forgotten)
    write_whole(Path(folders.path(PUBLISHED)), "".join(f"{address}\n" for address in found))
    gone = [address for address in found if address not in here and moved_to(address, moves) not in here]
    figures = [*renewed_records(folders, clock(), forget=forget)]
    for renewed in figures:
        write_whole(Path(folders.path(renewed.path)), renewed.text)
    forgotten = forgotten.union(*(renewed.forgotten for renewed in figures))
    return Recorded(len(found), tuple(gone), tuple(sorted(forgotten)), sum(renewed.added for renewed in figures))
