"""The order of a build: read and check every folder, plan the pages, build what does not stand, look at it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bantin.building import frame
from bantin.building.ground import REST, Ground, share_of, shares_of
from bantin.building.looks import Looks
from bantin.building.outputs import digest_at
from bantin.building.parts import Folder, Part
from bantin.building.planning import Frame, Work
from bantin.building.questions import Answered
from bantin.building.shares import Builder, Made, all_entries, entries_of, file_of
from bantin.building.workers import spread
from bantin.folders import is_of_procedures
from bantin.inspection import Inspection, Reading
from bantin.keeping import Keeper, digest, packed
from bantin.problems import Problem
from bantin.publishing import INDEX, DeadLink, Entry, count_in, dead_links, with_other_pages
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

    def frame(self, made: Mapping[str, Made], basis: bytes, work: Work, *, before: Path) -> Frame:
        """The files that are no pages: in the new folder those that do not stand in the one `before` it."""
        with self.progress.stage("Dựng khung của trang"):
            pages = [(f"{address}/".lstrip("/"), made[address].updated) for address in sorted(made)]
            listed = digest(packed(pages, plain=True))
            found = self._standing_frame(work, before) if work.frame and work.frame.pages == listed else None
            found = found or replace(self._frame(made, pages), basis=basis, pages=listed)
            self.remarks += found.said
            return found

    def _standing_frame(self, work: Work, before: Path) -> Frame | None:
        """The frame that stands, with the index of the search as the new pages want it; None where nobody can tell."""
        assert work.frame
        if INDEX not in work.frame.files or not any(share.plans for share in work.shares):
            return work.frame
        entries: dict[str, tuple[Entry, ...]] = {}
        for share in work.shares:
            known = entries_of(self.keeper or self.reading.keeper, share.name)
            entries |= {f"{plan.path}/".lstrip("/"): known[plan.path] for plan in share.plans}
        if not work.frame.is_plain or not with_other_pages(before / INDEX, entries, to=self.new / INDEX):
            return None
        return replace(work.frame, files={**work.frame.files, INDEX: digest_at(self.new / INDEX)})

    def _frame(self, made: Mapping[str, Made], pages: Iterable[tuple[str, str]]) -> Frame:
        """The files that are no pages are in the new folder."""
        plans = [plan for plan in self.ground.plans if plan.path in made]
        shares = {name: [plan.path for plan in found] for name, found in shares_of(plans).items()}
        numbers = count()
        entries = (
            entry for entry, _ in zip(all_entries(self.keeper or self.reading.keeper, shares), numbers, strict=False)
        )
        given = self.ground.given(tuple(frame.files_of(self.ground, self.reading)))
        framed = self.engine.frame(given, pages=pages, entries=entries, site_dir=self.new)
        files = {path: digest_at(self.new / path) for path in framed.files}
        is_plain = INDEX in files and count_in(self.new / INDEX) == next(numbers)
        return Frame(b"", files, self.engine.site_url, said=framed.said, is_plain=is_plain)

    def faults(
        self, files: frozenset[str], changed: Sequence[str], *, site_url: str, earlier: Mapping[str, Path]
    ) -> list[Problem]:
        """What is said of links that lead nowhere on pages that changed, by their files; `earlier` as they were."""
        jobs = self.jobs if len(changed) > _FEW_LOOKED_AT else 1
        size = min(_TOGETHER, -(-len(changed) // jobs)) or 1
        # Pages of one province lead to one another, and what a page holds is looked for once in a batch.
        shares = {file_of(plan.path): share_of(plan) for plan in self.ground.plans}
        changed = sorted(changed, key=lambda path: (shares.get(path, REST), path))
        batches = [changed[start : start + size] for start in range(0, len(changed), size)]
        look = partial(_dead_links, self.new, files, urlsplit(site_url).path, earlier)
        links: list[DeadLink] = []
        with self.progress.stage("Kiểm tra liên kết", len(changed), "trang") as done:
            for count, found in spread(_call, look, batches, jobs=jobs, watch=self.progress.watch):
                links += found
                done(count)
        return faults_of(sorted(set(links)), self.ground.sources, folders=self.ground.folders)


def _call(
    look: partial[tuple[int, list[DeadLink]]], pages: Sequence[str], watch: Stopwatch
) -> tuple[int, list[DeadLink]]:
    return look(pages)


def _dead_links(
    site: Path, files: frozenset[str], base: str, earlier: Mapping[str, Path], pages: Sequence[str]
) -> tuple[int, list[DeadLink]]:
    return len(pages), dead_links(site, base=base, files=files, among=pages, earlier=earlier)
