"""The order of a build: read and check every folder, plan the pages, build what does not stand, look at it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bantin.building import frame
from bantin.building.ground import REST, Ground, share_of
from bantin.building.looks import Looks
from bantin.building.outputs import digest_at
from bantin.building.parts import Folder, Part
from bantin.building.planning import Frame, Searched, Work
from bantin.building.questions import Answered
from bantin.building.shares import Builder, Documents, Made, file_of
from bantin.building.workers import spread
from bantin.checks import program
from bantin.folders import is_of_procedures
from bantin.inspection import Inspection, Reading
from bantin.keeping import Keeper, digest, packed
from bantin.problems import Problem
from bantin.publishing import DeadLink, dead_links
from bantin.search import Index, family_of, numbers
from bantin.site import faults_of
from bantin.telling import Progress, Stopwatch

if TYPE_CHECKING:
    from bantin.publishing.engine import Engine

_TOGETHER = 1000
"""How many pages are looked at in one go, at most."""
_FEW = 60
"""How many pages are built before there are several processes, at most; for so many pages one process is enough."""
_FEW_FILES = 100
"""How many files one process reads sooner than several are there."""
_FEW_LOOKED_AT = 200
"""How many pages one process looks at sooner than several are there."""


def look(reading: Reading, *, jobs: int, progress: Progress, looks: Looks | None = None) -> Ground:
    """A site as it is, read anew only where something changed."""
    names = reading.listing.folders
    found: dict[str, Part] = {}
    with progress.stage("Đọc và kiểm tra số liệu", len(names), "thư mục") as done:
        for name in names:
            if part := Folder(reading, name).known():
                found[name] = part
                done(1)
        changed = [name for name in names if name not in found]
        reading.lists  # noqa: B018 -- before there are several processes
        files = sum(len(reading.listing.written_in(name)) for name in changed)
        for name, part in spread(_part, reading, changed, jobs=jobs if files > _FEW_FILES else 1, watch=progress.watch):
            found[name] = part
            done(1)
    parts = {name: found[name] for name in names}
    inspection = reading.inspection([part.found for part in parts.values()])
    looks, answered = looks or Looks(reading.folders), _answered(reading, inspection, parts.values())
    return Ground(reading.folders, inspection, parts, reading.contents.other_lists(), looks, answered)


def _answered(reading: Reading, inspection: Inspection, parts: Iterable[Part]) -> Answered:
    """What is kept of answers about procedures, where these and the days of the site are what they were."""
    files = sorted(file for part in parts for file in part.files.items() if is_of_procedures(file[0]))
    said = (reading.results.given, inspection.outline.procedures.day.isoformat(), files)
    basis, kept = digest(packed(said, plain=True)), reading.keeper.read("answers")
    return kept if isinstance(kept, Answered) and kept.basis == basis else Answered(basis, {})


def _part(reading: Reading, name: str, watch: Stopwatch) -> tuple[str, Part]:
    return name, Folder(reading, name).part()


@dataclass
class Build:
    """A new site in a folder, made of what stands in the live one and of what is built anew."""

    ground: Ground
    reading: Reading
    engine: "Engine"
    new: Path
    """Where the files go that do not stand."""
    progress: Progress
    jobs: int = 1
    keeper: Keeper | None = None
    """Where what is known of pages is kept, if not with what is known of the files."""
    remarks: list[str] = field(default_factory=list)
    """What the engine and its plugins warned of."""

    def pages(self, work: Work) -> dict[str, Made]:
        """What is known of all pages; those that did not stand are in the new folder."""
        made = dict(work.made)
        strict = bool(self.engine.config.strict)
        builder = Builder(
            self.ground, self.reading, new=self.new, strict=strict, keeper=self.keeper, engine=self.engine
        )
        total = sum(len(share.plans) for share in work.shares)
        # The processes are copies of this one, which has then read the templates.
        few = [share for share in work.shares[-1:] if len(share.plans) <= _FEW] if total > _FEW else [*work.shares]
        with self.progress.stage("Dựng trang", total, "trang") as done:
            for shares, jobs in ((few, 1), (work.shares[: len(work.shares) - len(few)], self.jobs)):
                for pages in spread(Builder.build, builder, shares, jobs=jobs, watch=self.progress.watch):
                    made |= pages
                    done(len(pages))
        self.remarks += (line for address in sorted(made) for line in made[address].said)
        return made

    def frame(self, made: Mapping[str, Made], basis: bytes, work: Work) -> Frame:
        """The files that are no pages: in the new folder where they do not stand."""
        with self.progress.stage("Dựng khung của trang"):
            pages = [(f"{address}/".lstrip("/"), made[address].updated) for address in sorted(made)]
            allowed = frozenset(pair for page in made.values() for pair in page.allowed)
            listed = digest(packed((pages, sorted(allowed)), plain=True))
            stands = work.frame and work.frame.pages == listed
            found = (
                work.frame if work.frame and stands else replace(self._frame(pages, allowed), basis=basis, pages=listed)
            )
            self.remarks += found.said
            return found

    def _frame(self, pages: Iterable[tuple[str, str]], allowed: frozenset[tuple[str, str]]) -> Frame:
        given = self.ground.given(tuple(frame.files_of(self.ground, self.reading)))
        framed = self.engine.frame(given, pages=pages, site_dir=self.new, allowed=allowed)
        files = {path: digest_at(self.new / path) for path in framed.files}
        return Frame(b"", files, self.engine.site_url, said=framed.said)

    def search(self, made: Mapping[str, Made], basis: bytes, work: Work, *, before: Path) -> Searched:
        """The index of the search: in the new folder what of it does not stand in the one `before` it."""
        with self.progress.stage("Lập chỉ mục tìm kiếm"):
            pages: dict[str, list[str]] = {}
            for address in sorted(made):
                pages.setdefault(family_of(address, made[address].updated), []).append(address)
            digests = {name: _digest_of(made[address] for address in found) for name, found in pages.items()}
            known = Documents(self.keeper or self.reading.keeper, self._share_of)
            families = work.searched.families if work.searched else {}
            index = Index(self.new, before, families, partial(_numbers, self.reading.keeper))
            families, files = index.update(digests, lambda name: known.of(pages[name]))
            had = work.searched.files if work.searched else {}
            written = {path for path in files if path not in had or (self.new / path).is_file()}
            return Searched(basis, families, {p: digest_at(self.new / p) if p in written else had[p] for p in files})

    @cached_property
    def _share_of(self) -> Mapping[str, str]:
        return {plan.path: share_of(plan) for plan in self.ground.plans}

    def faults(
        self, files: frozenset[str], changed: Sequence[str], *, site_url: str, earlier: Mapping[str, Path]
    ) -> list[Problem]:
        """What is said of links that lead nowhere on pages that changed, by their files; `earlier` as they were."""
        jobs = self.jobs if len(changed) > _FEW_LOOKED_AT else 1
        size = min(_TOGETHER, -(-len(changed) // jobs)) or 1
        # Pages of one province lead to one another, and what a page holds is looked for once in a batch.
        shares = {file_of(address): share for address, share in self._share_of.items()}
        changed = sorted(changed, key=lambda path: (shares.get(path, REST), path))
        batches = [changed[start : start + size] for start in range(0, len(changed), size)]
        look = partial(_dead_links, self.new, files, urlsplit(site_url).path, earlier)
        links: list[DeadLink] = []
        with self.progress.stage("Kiểm tra liên kết", len(changed), "trang") as done:
            for count, found in spread(_call, look, batches, jobs=jobs, watch=self.progress.watch):
                links += found
                done(count)
        return faults_of(sorted(set(links)), self.ground.sources, folders=self.ground.folders)


def _numbers(keeper: Keeper) -> Mapping[str, int]:
    """The numbers of all units in the search: as the same program found them once."""
    return keeper.made("numbers", program(), numbers)


def _digest_of(pages: Iterable[Made]) -> str:
    return digest(b"".join(page.document for page in pages)).hex()


def _call(
    look: partial[tuple[int, list[DeadLink]]], pages: Sequence[str], watch: Stopwatch
) -> tuple[int, list[DeadLink]]:
    return look(pages)


def _dead_links(
    site: Path, files: frozenset[str], base: str, earlier: Mapping[str, Path], pages: Sequence[str]
) -> tuple[int, list[DeadLink]]:
    return len(pages), dead_links(site, base=base, files=files, among=pages, earlier=earlier)
