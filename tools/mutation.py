"""Measure which slips in our own figures the checks notice, and say why the others cannot be noticed.

    make mutation

Every published figure of data/ is misprinted in a copy of the site, one slip at a time: each digit becomes each of the
nine others, two neighbouring digits that differ change places, the decimal comma is dropped. A slip is noticed where
the checks then have something to say that they did not say before: an error or an open warning with a code that its
line did not have. The reasons are computed from what is published beside a figure.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from bantin.checks.plausibility import NEIGHBOURS
from bantin.checks.rules import problems_of
from bantin.folders import Folders
from bantin.model.accounts import Accounts
from bantin.model.archive import Archive
from bantin.model.arithmetic import possible_counts
from bantin.model.ledger import Ledger, value_of
from bantin.model.reports import Figure, Report, Target
from bantin.model.values import Bound, Kind, Value
from bantin.places import province_path
from bantin.problems import Problem
from bantin.reading import Leaves, archive_of, content, folder_at, listing_of, lists_of

REPOSITORY = Path(__file__).parent.parent


def changed_digits(text: str) -> Iterator[str]:
    """The text with one digit changed to each of the nine others."""
    for place in re.finditer("[0-9]", text):
        yield from (text[: place.start()] + digit + text[place.end() :] for digit in "0123456789" if digit != place[0])


def swapped_neighbours(text: str) -> Iterator[str]:
    """The text with two neighbouring digits of one number exchanged, where they differ; «1.049» has three pairs."""
    for pair in re.finditer("([0-9])(?=([.,]?)([0-9]))", text):
        first, sign, second = pair.groups()
        if first != second:
            yield text[: pair.start()] + second + sign + first + text[pair.end(3) :]


def without_comma(text: str) -> Iterator[str]:
    """The text without its decimal comma."""
    for comma in re.finditer("(?<=[0-9]),(?=[0-9])", text):
        yield text[: comma.start()] + text[comma.end() :]


SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "one digit changed": changed_digits,
    "two neighbouring digits swapped": swapped_neighbours,
    "decimal comma dropped": without_comma,
}


class Reason(StrEnum):
    """Why a slip goes unnoticed; of several reasons the first."""

    ROUNDED = "a rounded rate or share leaves room for it"
    WORDS = "a figure it is held against only states a bound («gần», «trên»)"
    PARTS = "not all parts of the total are published: only an excess would show"
    OTHERS = "other periods and places rule out no more than tenfold and shrinking figures"
    TARGET = "a target: nothing published says what a plan must be"
    POSSIBLE = "a whole count of the published base makes this rate too"
    RATIO = "of k/n only k ≤ n is known"
    RANK = "of a rank only the usual numbers of units are known"
    PERCENT = "a percent whose counts are not published: only more than 100% would show"
    ALONE = "no total, part, rate or other period is published beside it"


@dataclass(frozen=True)
class Mutant:
    """A figure with a slip, and what came of it."""

    slip: str
    figure: Figure | Target
    text: str
    codes: tuple[str, ...]
    """The codes of what the checks say of it."""
    reason: Reason | None
    """Why they say nothing."""


def main() -> None:
    """Misprint all figures and print the tables."""
    parser = argparse.ArgumentParser(description="Measure which slips in published figures the checks notice.")
    parser.add_argument("--root", type=Path, default=REPOSITORY, help="the site's folder; it is only read")
    root = parser.parse_args().root
    with tempfile.TemporaryDirectory(prefix="bantin-mutation-") as folder:
        copy = Path(folder)
        for part in ("data", "content"):
            shutil.copytree(root / part, copy / part)
        found = list(mutants(copy))
    print_slips(found)
    print_codes(found)
    print_reasons(found)
    print_unnoticed(found)


class _Looked:
    """What the rules say of one province at a time, which is all that they look at; the lists are read once."""

    def __init__(self, folders: Folders) -> None:
        self.listing, self.read = listing_of(folders), partial(content, folders)
        self.lists = lists_of(self.read, self.listing)

    def at(self, name: str) -> tuple[Archive, tuple[Problem, ...]]:
        """The archive of a province's files as they are now, and every problem of them."""
        province = Leaves(self.read, self.listing, lists=self.lists, folder=name).all()
        archive = archive_of(self.lists, [province])
        return archive, (*province.problems, *problems_of(archive))


def mutants(copy: Path) -> Iterator[Mutant]:
    """Every mutant of every figure; the copy of the site is afterwards as it was."""
    looked = _Looked(Folders.of(copy))
    sound = [looked.at(name) for name in looked.listing.folders]
    known = {_identity(problem) for _, problems in sound for problem in problems}
    values = [value for archive, _ in sound for report in archive.reports for value in report.figures_and_targets]
    for count, value in enumerate(values, start=1):
        print(f"\r{count} of {len(values)} figures", end="", file=sys.stderr, flush=True)
        path = copy / value.at.source
        sound_bytes = path.read_bytes()
        for slip, mutated in SLIPS.items():
            for text in mutated(value.text):
                path.write_bytes(misprinted(sound_bytes.decode(), value, text).encode())
                archive, problems = looked.at(folder_at(value.at.source))
                new = [problem for problem in problems if not problem.accepted and _identity(problem) not in known]
                codes = tuple(dict.fromkeys(problem.code for problem in new))
                yield Mutant(slip, value, text, codes, None if codes else reason(value, archive))
        path.write_bytes(sound_bytes)
    print(file=sys.stderr)


def misprinted(content: str, value: Figure | Target, text: str) -> str:
    """The text of a file with another text where it prints a figure."""
    lines = content.split("\n")
    line, start = lines[value.at.line - 1], value.at.column - 1
    if not line.startswith(value.text, start):
        raise SystemExit(f"{value.at} does not print «{value.text}» letter by letter")
    lines[value.at.line - 1] = line[:start] + text + line[start + len(value.text) :]
    return "\n".join(lines)


def _identity(problem: Problem) -> tuple[str, int, str]:
    return problem.location.source, problem.location.line, problem.code


def reason(value: Figure | Target, archive: Archive) -> Reason:
    """Why nothing contradicts a figure as the archive has it now."""
    report, now = next((r, v) for r in archive.reports for v in r.figures_and_targets if v.at == value.at)
    return min(_reasons(now, report, archive), key=list(Reason).index)


def _reasons(value: Figure | Target, report: Report, archive: Archive) -> Iterator[Reason]:
    if isinstance(value, Target):
        yield Reason.TARGET
        return
    kind = value.value.kind if isinstance(value.value, Value) else None
    ledger = Ledger(report, archive.catalogue)
    for group, complete in _held_together(value, ledger):
        exact = all(value_of(figure).bound is Bound.EXACT for figure in group)
        yield Reason.WORDS if not exact else Reason.ROUNDED if complete else Reason.PARTS
    if _is_held_against_others(value, report, archive):
        yield Reason.OTHERS
    if kind is Kind.PERCENT:
        yield Reason.PERCENT if possible_counts(value, ledger) is None else Reason.POSSIBLE
    else:
        yield {Kind.RATIO: Reason.RATIO, Kind.RANK: Reason.RANK}.get(kind or Kind.STATEMENT, Reason.ALONE)


def _held_together(figure: Figure, ledger: Ledger) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """The figures that a rule adds up or divides, this one among them, and whether they are all there are."""
    accounts = Accounts(ledger)
    yield from ((found.figures, found.complete) for found in accounts.sums if figure in found.figures)
    yield from ((found.figures, found.complete) for found in accounts.shares if figure in found.figures)
    yield from ((found.figures, True) for found in accounts.rates if found.shares and figure in found.figures)


def _is_held_against_others(figure: Figure, report: Report, archive: Archive) -> bool:
    """Whether a rule looks at the same fact of another period or place."""
    key, province = (figure.slice.id, figure.indicator.id), province_path(report.path)
    others = [other for other in archive.reports if other != report and key in other.counts]
    here = [other for other in others if other.place == report.place]
    beside = [o for o in others if province_path(o.path) == province and o.period.slug == report.period.slug]
    past = any(archive.report_a_year_before(a) == b for other in here for a, b in ((report, other), (other, report)))
    running = figure.indicator.cumulative and any(other.period.start == report.period.start for other in here)
    return report.counts.get(key) == figure and (past or running or len(beside) >= NEIGHBOURS)


def print_slips(found: list[Mutant]) -> None:
    """How many slips of each kind are noticed."""
    print(f"\n{'slip':40}{'mutants':>9}{'noticed':>9}{'share':>8}")
    for slip in (*SLIPS, ""):
        group = [mutant for mutant in found if slip in (mutant.slip, "")]
        noticed = sum(bool(mutant.codes) for mutant in group)
        print(f"{slip or 'all':40}{len(group):9}{noticed:9}{noticed / max(1, len(group)):8.1%}")


def print_codes(found: list[Mutant]) -> None:
    """By which codes they are noticed."""
    counts = Counter(code for mutant in found for code in mutant.codes)
    print(f"\n{'noticed as (a slip may have several)':40}{'mutants':>9}")
    for code, count in counts.most_common():
        print(f"{code:40}{count:9}")


def print_reasons(found: list[Mutant]) -> None:
    """Why the others are not."""
    counts = Counter(mutant.reason for mutant in found if mutant.reason)
    figures = Counter(why for _, why in {(id(mutant.figure), mutant.reason) for mutant in found})
    print(f"\n{'not noticed, because':76}{'mutants':>9}{'figures':>9}")
    for why in Reason:
        if counts[why]:
            print(f"{why:76}{counts[why]:9}{figures[why]:9}")


def print_unnoticed(found: list[Mutant]) -> None:
    """The figures of which no slip is noticed."""
    figures = {id(mutant.figure): mutant.figure for mutant in found}
    noticed = {id(mutant.figure) for mutant in found if mutant.codes}
    print(f"\n{len(figures) - len(noticed)} of the {len(figures)} figures with digits, of which no slip is noticed:")
    for value in (figure for key, figure in figures.items() if key not in noticed):
        print(f"{value.at.source.removeprefix('data/')}:{value.at.line}: {value.indicator.label}: {value.text}")


if __name__ == "__main__":
    main()
