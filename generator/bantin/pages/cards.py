"""A few figures in large: what readers ask first, each with its target and the year before, as far as these are known.

A card shows a published figure and nothing that was added up. What is computed beside it is marked, and computed only
where both figures are exact, undoubted, and say one thing of the same stretch of two years.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Archive, Bound, Derived, Figure, Kind, Period, Question, Report, Target, Value, answers_of
from bantin.pages.addresses import indicator_path
from bantin.pages.cells import Cells, Said
from bantin.pages.comparisons import Comparison, Verdict, comparison, main_ones, newest_of_each
from bantin.pages.doubts import Doubts, doubted_in

FEWEST, MOST = 2, 5
"""How many cards make a row; a single figure stands in its lead."""
_LONGEST = 24
"""Of how many letters a text can be shown in large."""
_LONG = 8
"""Of how many letters it is shown a little smaller."""

Found = tuple[Report, Figure]


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure was in the same stretch of the year before."""

    before: Figure
    by: Decimal | None = None
    """By how much it grew since, in its own unit, or in points; None where that may not be told."""


@dataclass(frozen=True, slots=True)
class Card:
    """A published figure in large."""

    figure: Figure
    bulletin: str
    """The address of the page where it stands in its table."""
    scoped: bool
    """Whether it says of which offices it is."""
    said: Said
    """What it cannot be read without (its base, among whom it ranks, its time where the page does not say it), and how
    it changed in the words of its source."""
    doubted: bool
    derived: Derived | None
    """What follows from it, computed."""
    target: Target | None
    verdict: Verdict | None
    change: Change | None

    @property
    def explained(self) -> str:
        """The address of the page about what is counted."""
        return indicator_path(self.figure.indicator)

    @property
    def label(self) -> str:
        """What is counted."""
        return self.figure.indicator.label

    @property
    def value(self) -> str:
        """What was printed."""
        return self.figure.text

    @property
    def unit(self) -> str:
        """Its unit, where neither its text nor its label says it."""
        indicator = self.figure.indicator
        return indicator.unit if self.figure.is_bare and not indicator.label_says_unit else ""

    @property
    def is_long(self) -> bool:
        """Whether its text needs more room than most."""
        return len(self.value) + len(self.unit) > _LONG


def cards_of(
    reports: Iterable[Report], archive: Archive, doubts: Doubts, *, at: Period | None = None
) -> tuple[Card, ...]:
    """The cards of a page about some reports of one unit, oldest first; `at` is the time of which the page says that it
    speaks."""
    every = list(reports)
    chosen = _chosen(newest_of_each(every, archive.catalogue), every, answers_of(archive.catalogue))
    if len(chosen) < FEWEST:
        return ()
    scoped = len({figure.slice.id for _, figure in chosen}) > 1
    return tuple(card_of(report, figure, archive, doubts=doubts, at=at, scoped=scoped) for report, figure in chosen)


def said_once(cards: Sequence[Card]) -> str:
    """Of which offices all cards are, where that is one part of the place; the whole of it needs no word."""
    slices = {card.figure.slice for card in cards}
    only = slices.pop() if len(slices) == 1 else None
    return only.label if only and not (only.scope.is_whole and not only.members) else ""


def _chosen(found: list[Found], reports: list[Report], answers: Mapping[str, Question]) -> list[Found]:
    """One figure of each indicator: the answer to each question, then other main ones in the order given."""
    shown = [pair for pair in found if _can_be_shown(pair[1])]
    whole = [pair for pair in shown if not pair[1].slice.members] or _of_one_slice(shown)
    firsts = list(_firsts(whole))
    main = main_ones(firsts, reports)
    best = [pair for question in Question if (pair := _answer(question, [*main, *firsts], answers))]
    return list(dict.fromkeys([*best, *main]))[:MOST]


def _firsts(found: Iterable[Found]) -> Iterator[Found]:
    """The first of each indicator."""
    seen = set()
    for report, figure in found:
        if figure.indicator.id not in seen:
            seen.add(figure.indicator.id)
            yield report, figure


def _of_one_slice(found: list[Found]) -> list[Found]:
    """The figures of a part, where there is no other: one office of twenty is no summary."""
    return found if len({figure.slice.id for _, figure in found}) == 1 else []


def _answer(question: Question, found: Iterable[Found], answers: Mapping[str, Question]) -> Found | None:
    return next((pair for pair in found if answers.get(pair[1].indicator.id) is question), None)


def _can_be_shown(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Value) and value.kind is not Kind.STATEMENT and len(value.text) <= _LONGEST


def card_of(
    report: Report, figure: Figure, archive: Archive, *, doubts: Doubts, at: Period | None = None, scoped: bool = True
) -> Card:
    """The card of a figure of a report."""
    doubted = doubted_in(doubts, report)
    compared = comparison(report, figure, archive, doubts=doubts)
    time = report.time_of(figure)
    cell = Cells(report, archive.catalogue, doubted=doubted).cell(figure, time)
    said = cell.said._replace(
        fitting=None, note="", corrections=(), time=None if at and at.is_same_time(time) else time
    )
    is_aimed = compared.target and compared.verdict
    return Card(
        figure, f"{report.path}/", scoped, said, compared.doubted, cell.derived,
        compared.target if is_aimed else None, compared.verdict, _change(compared, archive),
    )  # fmt: skip


def _change(compared: Comparison, archive: Archive) -> Change | None:
    """What is said of the year before: nothing where that is doubtful, the source says it, or prints one fact twice."""
    figure, before = compared.figure, compared.before
    earlier = archive.report_a_year_before(compared.report)
    if not before or not earlier or compared.before_doubted or figure.change:
        return None
    if _is_several(figure, compared.report) or _is_several(before, earlier):
        return None
    return Change(before, None if compared.doubted else _difference(figure, before))


def _is_several(figure: Figure, report: Report) -> bool:
    return any(other.variant > 1 and other.id_of_fact == figure.id_of_fact for other in report.figures)


def _difference(figure: Figure, before: Figure) -> Decimal | None:
    """How much more it is: of whole counts, and of shares and scores printed to the same digit on one known base."""
    one, other = figure.value, before.value
    if not isinstance(one, Value) or not isinstance(other, Value) or one.number is None or other.number is None:
        return None
    if one.kind is other.kind is Kind.COUNT and one.whole is not None and other.whole is not None:
        return one.number - other.number
    exact = one.kind is other.kind and {one.bound, other.bound} == {Bound.EXACT} and one.step == other.step
    of_one_base = bool(figure.base) or not figure.is_share
    measured = one.kind in (Kind.PERCENT, Kind.SCORE) and of_one_base
    return one.number - other.number if exact and measured and one.upto is other.upto is None else None
