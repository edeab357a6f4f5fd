"""A build from a site's folders to the site that is looked at: all of it, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.building import frame
from bantin.building.ground import Ground
from bantin.building.order import Build
from bantin.building.outputs import Seen, as_noted, digests
from bantin.building.planning import Frame, Searched, Work, work_of
from bantin.building.questions import Answered
from bantin.building.shards import SitePart, take
from bantin.building.shares import Made
from bantin.building.untouched import Memory
from bantin.inspection import Reading
from bantin.problems import Problem
from bantin.publishing import BuildInfo, Digest, build_info_in, lost_ids, naming, publish, write_build_info
from bantin.site import check, counts_of, faults, given_of, info_of, sign
from bantin.telling import Progress
from bantin.vietnamese import listed
from bantin.writing import PublishError

if TYPE_CHECKING:
    from bantin.publishing.engine import Engine

_LOOKED_AT = (".html", ".css")
_NOT_IN_PARTS = "Không phần nào có trang «{}/» như bản đang có ở đây. Mời dựng lại mọi phần từ bản này."
_AS_ONE = "Vì {} trong cài đặt cần mọi trang cùng một lúc, nên lần nào cũng dựng lại tất cả, trong một tiến trình."


@dataclass(frozen=True)
class Outcome:
    """What became of a build."""

    faults: tuple[Problem, ...] = ()
    """What is wrong with the finished pages …"""
    is_refused: bool = False
    """… and whether the site that was there stays because of it."""
    remarks: tuple[str, ...] = ()
    """What else whoever runs the build should hear."""
    kept: tuple[str, ...] = ()
    """What else lies in the site's folder, and stays."""
    built: int = 0
    unchanged: int = 0
    removed: int = 0
    bytes: int = 0


@dataclass
class Publication:
    """A new site for one that may be there: what stands comes in as it is."""

    ground: Ground
    reading: Reading
    replacement: publish.Replacement
    progress: Progress
    refuses: Callable[[Sequence[Problem]], bool]
    """Whether a site with such faults must not be published."""
    memory: Memory
    """What is remembered of the last build."""
    jobs: int = 1
    strict: bool = False
    _basis: bytes = field(init=False, default=b"")

    def publish(self) -> Outcome:
        """The site is what its files say; or what it was, where the new one has faults that somebody refuses."""
        known = self.memory.seen
        self._basis = frame.basis_of(self.ground, self.ground.bases)
        with self.progress.stage("So với trang đang có"):
            live = digests(self.replacement.live, known, self.replacement.status)
            work = self._work_of(live)
        if work.is_done and known.keys() == work.stays.keys() and self._is_signed(known):
            return self._kept(Outcome(unchanged=len(work.made), bytes=sum(seen.size for seen in known.values())))
        engine = self.ground.engine(strict=self.strict)
        if why := engine.whole_only:
            return self._as_one(engine, why)
        return self._of_pages(engine, self._with_what_stands(work, live), known)

    def publish_parts(self, parts: Sequence[SitePart]) -> Outcome:
        """The site is what several machines have built; PublishError where a page of theirs is not of this site."""
        made: dict[str, Made] = {}
        planned = {plan.path for plan in self.ground.plans}
        for part in parts:
            made |= take(part, self.reading, self.replacement.made, planned=planned)
        self._basis = frame.basis_of(self.ground, self.ground.bases)
        for plan in self.ground.plans:
            if plan.path not in made or made[plan.path].basis != self.ground.bases.of(plan):
                raise PublishError(_NOT_IN_PARTS.format(plan.path))
        work = Work({plan.path: made[plan.path] for plan in self.ground.plans}, (), None)
        outcome = self._of_pages(self.ground.engine(strict=self.strict), work, self.memory.seen)
        return replace(outcome, built=len(work.made), unchanged=0)

    def _of_pages(self, engine: "Engine", work: Work, known: Mapping[str, Seen]) -> Outcome:
        """Made of what stands, and of what is built anew."""
        build = Build(self.ground, self.reading, engine, self.replacement.made, self.progress, jobs=self.jobs)
        made = build.pages(work)
        whole = build.frame(made, self._basis, work)
        searched = build.search(made, self.ground.bases.of_search, work, before=self.replacement.new)
        still = _staying(work, whole, searched)
        if len(still) < len(work.stays):
            self.replacement.reuse(still)
        engine.refuse(build.remarks)
        self.replacement.join()
        outcome = Outcome(
            remarks=(*engine.said, *build.remarks),
            built=len(made) - len(work.made), unchanged=len(work.made), removed=work.removed,
        )  # fmt: skip
        return self._finished(build, made, (whole, searched), known=known, outcome=outcome)

    def _as_one(self, engine: "Engine", why: Sequence[str]) -> Outcome:
        """Built in one go, because some part of the settings asks for all pages together."""
        folders, new = self.ground.folders, self.replacement.new
        edition = check(folders, self.reading.today)
        with self.progress.stage("Dựng trang", len(edition.plans), "trang") as done:
            said = engine.whole(given_of(edition, folders), site_dir=new)
            done(len(edition.plans))
        found = tuple(faults(new, edition, folders=folders, site_url=engine.site_url))
        remarks = (_AS_ONE.format(listed(f"«{name}»" for name in why)), *engine.said, *said)
        outcome = Outcome(found, self.refuses(found), remarks, built=len(edition.plans))
        if outcome.is_refused:
            return outcome
        info = sign(new, edition, folders)
        return replace(outcome, kept=self.replacement.publish(), bytes=sum(file.size for file in info.files.values()))

    def _kept(self, outcome: Outcome) -> Outcome:
        """What this build came to is kept."""
        tally = self.ground.inspection.outline.tally
        self.memory.keep(
            self.ground.read, self.ground.inspection.findings, pages=len(self.ground.plans), figures=tally.figures,
            size=outcome.bytes,
        )  # fmt: skip
        return outcome

    def _work_of(self, live: Mapping[str, str]) -> Work:
        return work_of(self.ground.bases, self.reading.keeper, live, frame_basis=self._basis)

    def _with_what_stands(self, work: Work, live: Mapping[str, str]) -> Work:
        """What has to be built; what stands is in the new folder."""
        missing = self.replacement.reuse(work.stays)
        if not missing:
            return work
        live = {path: live[path] for path in live.keys() - missing}
        return self._with_what_stands(self._work_of(live), live)

    def _finished(
        self, build: Build, made: Mapping[str, Made], around: tuple[Frame, Searched], *, known: Mapping[str, Seen],
        outcome: Outcome,
    ) -> Outcome:  # fmt: skip
        whole, searched = around
        others = dict(whole.files) | dict(searched.files)
        files = dict(file for address, page in made.items() for file in page.files(address)) | others
        changed = [path for path, digest in files.items() if path not in known or known[path].digest != digest]
        lost = self._lost(known, files, changed)
        stays = sorted(path for path in files.keys() - {*changed} if path.endswith(".html"))
        among = files if lost is None else [*changed, *naming(self.replacement.new, stays, lost)]
        looked_at = sorted(path for path in among if path.endswith(_LOOKED_AT))
        build = replace(build, new=self.replacement.new)
        earlier = {} if lost is None or lost else as_noted(self.replacement.live, known, changed)
        found = tuple(build.faults(frozenset(files), looked_at, site_url=whole.site_url, earlier=earlier))
        outcome = replace(outcome, faults=found, is_refused=self.refuses(found))
        if outcome.is_refused:
            return outcome
        sizes = dict(size for address, page in made.items() for size in page.sizes(address))
        sizes |= {path: (self.replacement.new / path).stat().st_size for path in others}
        digests = {path: Digest(digest, sizes[path]) for path, digest in sorted(files.items())}
        write_build_info(self.replacement.new, self._info(digests))
        kept = self.replacement.publish()
        self.reading.keeper.write("frame", whole)
        self._keep_answers(made)
        self.reading.keeper.write("search", searched)
        self.memory.keep_files(files, self.replacement.untouched)
        return self._kept(replace(outcome, kept=kept, bytes=sum(sizes.values())))

    def _keep_answers(self, made: Mapping[str, Made]) -> None:
        asked = {id(page.asked): page.asked for page in made.values()}  # many pages share theirs
        answered = Answered.of(self.ground.answered.basis, chain.from_iterable(asked.values()))
        if answered != self.ground.answered:
            self.reading.keeper.write("answers", answered)

    def _info(self, files: Mapping[str, Digest]) -> BuildInfo:
        counts = counts_of(self.ground.plans, self.ground.inspection.outline, self.ground.doubts)
        return info_of(counts, self.ground.folders, files=files, read=self.ground.read)

    def _is_signed(self, known: Mapping[str, Seen]) -> bool:
        """Whether the live site says of itself what a new one would."""
        with suppress(PublishError):
            files = {path: Digest(seen.digest, seen.size) for path, seen in sorted(known.items())}
            return build_info_in(self.replacement.live) == self._info(files)
        return False

    def _lost(self, known: Mapping[str, Seen], files: Mapping[str, str], changed: list[str]) -> set[str] | None:
        """The ids that links of pages might lead to and that are no more; None where that may be anything."""
        if known.keys() - files.keys() or 2 * len(changed) > len(files):
            return None
        pages = (path for path in changed if path.endswith(".html") and path in known)
        both = ((self.replacement.live / path, self.replacement.new / path) for path in pages)
        return {id for pair in both for id in lost_ids(*map(Path.read_bytes, pair))}


def _staying(work: Work, whole: Frame, searched: Searched) -> frozenset[str]:
    """The files that stand, without those of which the new site has nothing any more, or something else."""
    around = {*searched.files} | ({*whole.files} if whole is work.frame else set())
    pages = {path for address, page in work.made.items() for path, _ in page.files(address)}
    return frozenset(work.stays.keys() & (pages | around))
