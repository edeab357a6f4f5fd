"""What the page of a place answers before all else: how many dossiers, how many on time, how many late, how many
procedures.

Which indicators tell of each, follows from the lists. An answer is a figure that was published; nothing is subtracted
or added, and where nobody published one the answer is that it is not known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bantin.model import (
    Archive,
    Catalogue,
    Figure,
    Indicator,
    Kind,
    Period,
    Question,
    Report,
    Slice,
    answers_of,
    is_of_all,
)
from bantin.pages.cards import Card, card_of
from bantin.pages.comparisons import newness
from bantin.pages.doubts import Doubts, is_doubted
from bantin.pages.leads import Places

Said = tuple[Report, Figure]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one question."""

    question: Question
    card: Card | None
    """The newest figure that answers; None where no bulletin has one."""
    beside: Figure | None = None
    """Another of the same time: what the first leaves out, or the same of other offices."""

    @property
    def is_of_procedures(self) -> bool:
        """Whether lists of procedures may say something of it."""
        return self.question is Question.PROCEDURES


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of each."""

    all: tuple[Answer, ...]
    time: Period | None
    """Of which all answers speak, where it is one …"""
    slice: Slice | None
    """… and the offices of which they do."""


def first_answers(reports: Sequence[Report], archive: Archive, *, doubts: Doubts) -> Answers | None:
    """The answers of some reports of one unit; None where no question is answered."""
    answers, catalogue = answers_of(archive.catalogue), archive.catalogue
    asked = [question for question in Question if question in answers.values()]
    chosen = {question: _chosen(question, reports, answers, catalogue) for question in asked}
    first = [one.first for one in chosen.values() if one]
    if not first:
        return None
    report, figure = first[0]
    time, within = report.time_of(figure), figure.slice
    is_one_time = all(other.time_of(found).is_same_time(time) for other, found in first)
    is_one_slice = all(found.slice == within for _, found in first)

    def answer(question: Question, one: "_Chosen | None") -> Answer:
        at = time if is_one_time else None
        card = card_of(*one.first, archive, doubts=doubts, at=at, scoped=not is_one_slice) if one else None
        return Answer(question, card, one.beside(doubts) if one else None)

    every = tuple(answer(question, one) for question, one in chosen.items())
    return Answers(every, time if is_one_time else None, within if is_one_slice else None)


def asks_everything(catalogue: Catalogue) -> bool:
    """Whether the lists say of each question what answers it: else silence says nothing."""
    return set(Question) == set(answers_of(catalogue).values())


def _chosen(
    question: Question, reports: Sequence[Report], answers: Mapping[str, Question], catalogue: Catalogue
) -> "_Chosen | None":
    telling = [
        (report, figure)
        for report in reports
        for figure in report.figures
        if answers.get(figure.indicator.id) is question and is_of_all(figure)
    ]
    return _Chosen(question, telling, catalogue) if telling else None


class _Chosen:
    """Of all figures that answer, those of the newest time; of all offices before those of some, a rate before a count,
    a total before its parts (received before what is received and carried over), then in the order of the lists."""

    def __init__(self, question: Question, telling: Sequence[Said], catalogue: Catalogue) -> None:
        self._question, self._catalogue, self._places = question, catalogue, Places(catalogue)
        newest = max(newness(*one) for one in telling)
        said = [one for one in telling if newness(*one) == newest]
        present = {figure.indicator for _, figure in said}
        self._said = sorted(said, key=lambda one: (*self._scope_first(one), *self._best_first(one, present)))

    @property
    def first(self) -> Said:
        """The one that answers."""
        return self._said[0]

    def beside(self, doubts: Doubts) -> Figure | None:
        """Another indicator of the same offices; else the same of other offices. What is in doubt, or is a rate on
        another base, cannot be said so shortly."""
        _, first = self.first
        others = [
            figure
            for _, figure in self._said[1:]
            if not is_doubted(doubts, figure) and not (figure.is_percent and figure.base != first.base)
        ]
        near = [figure for figure in others if figure.slice == first.slice]
        alike = [figure for figure in others if figure.indicator == first.indicator]
        return next(iter((*near, *alike)), None)

    def _scope_first(self, said: Said) -> tuple[object, ...]:
        within = said[1].slice
        return not within.scope.is_whole, self._places(within, said[1].indicator)[0]

    def _best_first(self, said: Said, present: Iterable[Indicator]) -> tuple[object, ...]:
        indicator = said[1].indicator
        others = [other for other in present if other != indicator]
        if self._question is Question.DOSSIERS:
            is_later = any(self._holds(indicator, other) for other in others)
        else:
            is_later = any(self._holds(other, indicator) for other in others)
        return indicator.kind is not Kind.PERCENT, is_later, self._catalogue.order.get(indicator.id, 0)

    def _holds(self, total: Indicator, part: Indicator) -> bool:
        """Whether a total has another as its part; a rate, that of a part."""
        totals, parts = (set(one.numerators or (one.id,)) for one in (total, part))
        counted = {id for own in totals for id in self._catalogue.ways.within(own)}
        return not parts.isdisjoint(counted) and not parts >= totals
