"""What a change makes of the public site, figure by figure: two readings of one site, side by side.

Only leaves whose files differ are looked at. Of a file with an error nothing is said to be gone: it may be unread.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from bantin.inspection import Inspection, Reading
from bantin.model import Archive, Figure, Move, Report, Slip, Target, accounts_of, moved_to, slips_of
from bantin.problems import Problem
from bantin.reading import Province, archive_of, with_line_ends

Printed = Figure | Target


class How(Enum):
    """What became of a figure."""

    NEW = "it was not printed before"
    CHANGED = "another text is printed"
    GONE = "it is not printed any more"
    TOLD_OTHERWISE = "the same text is printed, and something else is said of it"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one figure or target."""

    how: How
    before: Printed | None
    after: Printed | None
    a_year_before: Figure | None = None
    """The count of the same stretch of the year before, beside a count that is new or another."""
    problems: tuple[Problem, ...] = ()
    """What the checks find of it and did not find before."""

    @property
    def printed(self) -> Printed:
        """The figure as it is, or as it was."""
        found = self.after or self.before
        assert found
        return found


@dataclass(frozen=True, slots=True)
class OfBulletin:
    """What becomes of one bulletin."""

    report: Report
    """As it is, or as it was."""
    is_new: bool
    is_gone: bool
    is_unsure: bool
    """Its file has an error, or had one: what is lacking may be unread."""
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    """What the checks find in its file, of no figure of these, and did not find before."""
    mended: int
    """How much they found before and do not any more."""
    slips: tuple[Slip, ...]
    text_changed: bool
    """Whether its period, its sources or what is said in words differ."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Which addresses the site has more, and which fewer."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    """Those that lead nowhere."""
    moved: tuple[tuple[str, str], ...]
    """Those that lead to another now."""
    rewritten: tuple[str, ...]
    """Articles, other texts and procedures whose files differ."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that a change would do to the public site."""

    bulletins: tuple[OfBulletin, ...]
    """By place and period."""
    pages: Pages
    lists_changed: bool
    errors: int
    """How many errors keep the site from being published now."""
    elsewhere: tuple[Problem, ...]
    """What the checks find in other files because of the change."""


def differences(old: Reading, new: Reading) -> Differences:
    """What becomes of the site that was read first where the second is published."""
    was, now = _inspected(old), _inspected(new)
    pairs = [*_leaves(old, new)]
    bulletins = tuple(found for before, after in pairs for found in _Leaf(before, after, was, now).bulletins())
    told = {found.report.at.source for found in bulletins}
    fresh = _fresh(now, was)
    return Differences(
        bulletins,
        _pages(was, now, _rewritten(pairs, old, new)),
        _lists(old) != _lists(new),
        len(now.findings.errors),
        tuple(problem for problem in fresh if _is_data(problem) and problem.location.source not in told),
    )


def _inspected(reading: Reading) -> Inspection:
    return reading.inspection([reading.kept(name) for name in reading.listing.folders])


Pair = tuple[tuple[Province, Archive], tuple[Province, Archive]]


def _leaves(old: Reading, new: Reading) -> Iterator[Pair]:
    """What each leaf holds whose files differ, before and after."""
    for folder in sorted({*old.listing.folders, *new.listing.folders}):
        if _written(old, folder) == _written(new, folder):
            continue
        before, after = old.shelf(folder), new.shelf(folder)
        for name in sorted({*before.leaves.names, *after.leaves.names}):
            is_attached = name.startswith("content/") and not name.endswith(".md")
            if not is_attached and before.basis(name) != after.basis(name):
                one, other = before.leaves.province(name), after.leaves.province(name)
                yield (one, archive_of(old.lists, [one])), (other, archive_of(new.lists, [other]))


def _written(reading: Reading, folder: str) -> str:
    return reading.contents.of_files(reading.listing.written_in(folder))


def _fresh(now: Inspection, was: Inspection) -> tuple[Problem, ...]:
    """What is found now and was not, wherever its line went."""
    known = {_of(problem) for problem in was.findings.open_problems}
    return tuple(problem for problem in now.findings.open_problems if _of(problem) not in known)


def _is_data(problem: Problem) -> bool:
    """Pictures are not laid out for the revision before, so of texts nothing is said."""
    return problem.location.source.startswith("data/")


def _of(problem: Problem) -> tuple[str, str, str]:
    return problem.location.source, problem.code, problem.message


class _Leaf:
    """One leaf, before and after."""

    def __init__(
        self, before: tuple[Province, Archive], after: tuple[Province, Archive], was: Inspection, now: Inspection
    ) -> None:
        (self.old, self.was), (self.new, self.now) = before, after
        self._fresh, self._mended = _by_file(_fresh(now, was)), _by_file(_fresh(was, now))

    def bulletins(self) -> Iterator[OfBulletin]:
        """What becomes of each bulletin of the leaf that differs."""
        known, moves = dict(self.was.by_address), self.now.catalogue.moves
        for path in self.was.by_address.keys() - self.now.by_address.keys():
            if (to := moved_to(path, moves)) in self.now.by_address and to not in known:
                known[to] = known.pop(path)
        for path in sorted(known.keys() | self.now.by_address.keys()):
            found = self._bulletin(path, known.get(path), self.now.by_address.get(path))
            if found.changes or found.problems or found.mended or found.text_changed or found.is_new or found.is_gone:
                yield found

    def _bulletin(self, path: str, before: Report | None, after: Report | None) -> OfBulletin:
        report = after or before
        assert report
        changes = tuple(self._changes(before, after))
        at = {change.after.at for change in changes if change.after}
        return OfBulletin(
            report,
            is_new=before is None,
            is_gone=after is None,
            is_unsure=path in self.old.unsure | self.new.unsure,
            changes=changes,
            problems=tuple(p for p in self._fresh.get(report.at.source, ()) if p.location not in at),
            mended=len(self._mended.get(report.at.source, ())),
            slips=tuple(slips_of(accounts_of(after, self.now.catalogue), self.now.catalogue)) if after else (),
            text_changed=bool(before and after) and _said(before) != _said(after),
        )

    def _changes(self, before: Report | None, after: Report | None) -> Iterator[Change]:
        known = _by_fact(before.figures_and_targets if before else ())
        for fact, printed in _by_fact(after.figures_and_targets if after else ()).items():
            yield from (self._change(one, other, after) for one, other in _paired(known.pop(fact, []), printed))
        for gone in known.values():
            yield from (self._change(figure, None, after) for figure in gone)

    def _change(self, one: Printed | None, other: Printed | None, report: Report | None) -> Change:
        problems = self._fresh.get(other.at.source, ()) if other else ()
        here = tuple(problem for problem in problems if other and problem.location == other.at)
        return Change(_how(one, other), one, other, self._a_year_before(other, report), here)

    def _a_year_before(self, figure: Printed | None, report: Report | None) -> Figure | None:
        if not report or not isinstance(figure, Figure) or figure not in report.counts.values():
            return None
        earlier = self.now.report_a_year_before(report)
        return earlier.counts.get((figure.slice.id, figure.indicator.id)) if earlier else None


def _by_file(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.location.source, []).append(problem)
    return found


def _by_fact(printed: Iterable[Printed]) -> dict[object, list[Printed]]:
    """Figures and targets by what they are of; where sources differ, a fact has several."""
    found: dict[object, list[Printed]] = {}
    for one in printed:
        found.setdefault((isinstance(one, Target), one.slice.id, one.ids), []).append(one)
    return found


def _paired(before: list[Printed], after: list[Printed]) -> Iterator[tuple[Printed | None, Printed | None]]:
    """What is printed of a fact, beside what was: the same texts first, the others in their order."""
    left, right = [*before], [*after]
    for one in before:
        same = next((other for other in right if other.text == one.text), None)
        if same:
            left.remove(one)
            right.remove(same)
            if _details(one) != _details(same):
                yield one, same
    for index in range(max(len(left), len(right))):
        yield (left[index] if index < len(left) else None), (right[index] if index < len(right) else None)


def _how(one: Printed | None, other: Printed | None) -> How:
    if one and other:
        return How.TOLD_OTHERWISE if one.text == other.text else How.CHANGED
    return How.GONE if one else How.NEW


def _details(one: Printed) -> tuple[object, ...]:
    """What is said of a figure besides its text."""
    sources = tuple((source.title, source.publisher, source.published) for source in one.sources)
    if isinstance(one, Target):
        return sources, one.due, one.note, one.accepted, one.basis and (one.basis.title, one.basis.issued)
    time = one.as_of and one.as_of.name
    corrections = tuple((c.was, c.became, c.on, c.erratum.reason, c.erratum.document) for c in one.corrections)
    return sources, one.base, one.change, time, one.among, one.note, one.accepted, one.highest, corrections


def _said(report: Report | None) -> object:
    """What a bulletin says besides its figures."""
    if not report:
        return None
    sources = [(s.title, s.publisher, s.published, s.number, s.author, s.address, s.note) for s in report.sources]
    return report.period.name, sources, [(said.heading, said.text) for said in report.assessments]


def _pages(was: Inspection, now: Inspection, rewritten: tuple[str, ...]) -> Pages:
    moves: tuple[Move, ...] = now.catalogue.moves
    gone = {address: moved_to(address, moves) for address in sorted(was.addresses - now.addresses)}
    return Pages(
        tuple(sorted(now.addresses - was.addresses)),
        tuple(address for address, to in gone.items() if to not in now.addresses),
        tuple((address, to) for address, to in gone.items() if to in now.addresses and to),
        tuple(address for address in rewritten if address in was.addresses & now.addresses),
    )


def _rewritten(pairs: Iterable[Pair], old: Reading, new: Reading) -> tuple[str, ...]:
    """What people wrote, and what is entered of procedures, by address, where its file differs."""
    found = set()
    for (before, _), (after, _) in pairs:
        known = _texts(before)
        for address, file in _texts(after).items():
            if address in known and _content(old, known[address]) != _content(new, file):
                found.add(address)
    return tuple(sorted(found))


def _lists(reading: Reading) -> dict[str, bytes]:
    """What the lists in data/danh-muc/ hold; moves of addresses are told as pages."""
    return {file: _content(reading, file) for file in reading.listing.lists if not file.endswith("/dia-chi.yml")}


def _content(reading: Reading, file: str) -> bytes:
    """What a file holds, whichever line ends git gave it on this machine."""
    return with_line_ends(reading.contents.content(file).decode(errors="replace")).encode()


def _texts(province: Province) -> dict[str, str]:
    articles = {article.path: article.at.source for article in province.articles}
    written = articles | {page.path: page.at.source for page in province.pages}
    procedures = {one.address: one.at.source for one in province.procedures}
    return written | procedures | {one.address: one.at.source for one in province.announcements}
