"""What is wrong with a site's folder: read anew, or known from an earlier check where nothing changed."""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from bantin.checks import Kept, Results, addresses, links, rules
from bantin.folders import Folders
from bantin.model import Archive, Catalogue, TextLink, address_of, files_used, is_article, name_problem
from bantin.pages import UNITS
from bantin.places import finding, gazetteer
from bantin.problems import Location, Problem, in_order
from bantin.reading import (
    Contents,
    Listing,
    archive_of,
    folder_at,
    listing_of,
    lists_of,
    load,
    pages_collide,
    province_of,
    published_list,
    texts_of,
)


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


def read_all(folders: Folders, today: date = date.max) -> tuple[Archive, tuple[Problem, ...]]:
    """What the site's files hold and what is wrong with them; without a `today` nothing lies in the future."""
    listing = listing_of(folders)
    archive, problems = load(folders, listing)
    found = [*problems, *rules.problems_of(archive, today)]
    spoilt = _spoilt(found)
    found += _of_site(folders, listing, archive.catalogue, archive.links, anchors=archive.anchors, spoilt=spoilt)
    return archive, in_order(found)


def findings(folders: Folders, today: date = date.max) -> Findings:
    """The problems that `read_all` has, without reading again what an earlier call has read.

    The problems of a province rest on its own files, the lists in data/danh-muc/, the day, this program, and the
    figures of the provinces that its articles mention. Where all are as they were, nothing is read but their digests.
    """
    listing = listing_of(folders)
    contents = Contents(folders, listing)
    lists = lists_of(contents.content, listing)
    results = Results(contents, folders.root, str(today))
    found = [*listing.problems, *lists.problems]
    linked: list[TextLink] = []
    anchors: dict[str, tuple[str, ...]] = {}
    for name in listing.folders:
        kept = results.read(name)
        if kept is None:
            province = province_of(contents.content, listing, lists=lists, name=name)
            mentioned = sorted(province.mentioned - {name})
            others = [province_of(contents.content, listing, lists=lists, name=other) for other in mentioned]
            doubts = rules.problems_of(archive_of(lists, [province, *others]), today)
            here = [problem for problem in doubts if folder_at(problem.location.source) == name]
            kept = Kept((*province.problems, *here), province.links, province.anchors)
            results.write(name, province.mentioned, kept)
        found += kept.problems
        linked += kept.links
        anchors |= kept.anchors
        contents.forget()  # what was read stays what its digest says until here
    found += _of_site(folders, listing, lists.catalogue, linked, anchors=anchors, spoilt=_spoilt(found))
    return Findings(in_order(found))


def _of_site(
    folders: Folders,
    listing: Listing,
    catalogue: Catalogue,
    found: Collection[TextLink],
    *,
    anchors: Mapping[str, Collection[str]],
    spoilt: Collection[str],
) -> Iterator[Problem]:
    """What no province knows of itself: addresses that went, links that lead nowhere, files that no text shows.

    `spoilt` are the folders with an error in them: a text that could not be read may show what nothing else does.
    """
    published = published_list(folders)
    yield from published.problems
    yield from pages_collide(listing)
    once = published.addresses
    here = addresses_of(listing, catalogue) if once or catalogue.moves or found else frozenset[str]()
    yield from addresses.problems_of(here, once, catalogue)
    files = frozenset(path for paths in listing.attached.values() for path in paths)
    if found:
        yield from links.problems_of(found, addresses.alive(here, once, catalogue), files, anchors)
    used = files_used(found)
    for path in sorted(files):
        at = Location(path)
        if fault := name_problem(path.rpartition("/")[2]):
            yield Problem(at, "image-name", *fault, warning=path not in used)
        elif path not in used and folder_at(path) not in spoilt:
            message = "Chưa trang nào hiện ảnh này hay dẫn đến tài liệu này, nên tệp không được đăng."
            yield Problem(at, "file-unused", message, "Nhắc đến tệp trong bài viết, hoặc xóa tệp.", warning=True)


def _spoilt(found: Iterable[Problem]) -> frozenset[str]:
    places = (problem.location.source for problem in found if not problem.warning)
    return frozenset(folder_at(place) for place in places if place.startswith("content/"))


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


def stamps(folders: Folders) -> dict[Path, tuple[int, int]]:
    """When each file of data/ and content/ was written, and its size: two of these differ when somebody saved."""
    files = [path for folder in (folders.data, folders.content) for path in folder.rglob("*")]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found


FIXED = ("", "chi-so", "chat-luong", "tra-cuu")
"""The addresses that every site has besides provinces and indicators."""


def addresses_of(listing: Listing, catalogue: Catalogue) -> frozenset[str]:
    """The addresses of all pages, as they follow from the names of files; «» is the home page."""
    found = {*FIXED, *finding.shared_paths()}
    for province in gazetteer.province_paths():
        found |= {province, f"{province}/{UNITS}"}
    found |= {f"chi-so/{id}" for id in catalogue.indicators}
    for path in (path for paths in listing.reports.values() for path in paths):
        address = path.removeprefix("data/").removesuffix(".yml")
        found |= {address, address.rpartition("/")[0]}
    for page in texts_of(listing):
        found.add(address_of(page))
        if is_article(page):
            found.add("/".join(page.parts[1:-1]))
    return frozenset(found)
