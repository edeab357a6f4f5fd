"""Which indicators answer what readers ask first: how many dossiers, how many on time, how many late, how many
procedures.

The lists say it without naming any: a form has columns for dossiers, fewer late ones are better, what is added to them
is on time, and rates count either.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache

from bantin.model.catalogue import Catalogue
from bantin.model.identity import This
from bantin.model.indicators import Indicator
from bantin.model.reports import Figure, Report
from bantin.model.values import Direction, Kind


class Question(Enum):
    """What readers ask, in their order."""

    DOSSIERS = "how many dossiers were there"
    ON_TIME = "how many were resolved on time"
    LATE = "how many are late"
    PROCEDURES = "how many procedures are there"


def answers_of(catalogue: Catalogue) -> Mapping[str, Question]:
    """The question that an indicator answers, by its id, in the order of the lists."""
    return _answers_of(This(catalogue))


@lru_cache(maxsize=8)
def _answers_of(catalogue: This[Catalogue]) -> Mapping[str, Question]:
    found = dict(_found(catalogue.thing))
    return {id: found[id] for id in catalogue.thing.indicators if id in found}


def is_of_all(figure: Figure) -> bool:
    """Whether a figure has a value, and not of a field or a channel alone: only then it answers for its place."""
    return not figure.is_state and figure.variant == 1 and not figure.slice.members


def answered_by(reports: Iterable[Report], catalogue: Catalogue) -> Mapping[Question, frozenset[str]]:
    """The places that answer each question, by their paths."""
    answers = answers_of(catalogue)
    found: dict[Question, set[str]] = {}
    for report in reports:
        for figure in report.figures:
            if (question := answers.get(figure.indicator.id)) and is_of_all(figure):
                found.setdefault(question, set()).add(report.place.path)
    return {question: frozenset(places) for question, places in found.items()}


def _found(catalogue: Catalogue) -> Iterator[tuple[str, Question]]:
    indicators = catalogue.indicators
    late, on_time = _late(catalogue), _on_time(catalogue)
    outcomes = [
        rate for rate in indicators.values() if rate.is_share and not (late | on_time).isdisjoint(rate.numerators)
    ]
    yield from ((indicator.id, Question.PROCEDURES) for indicator in indicators.values() if indicator.counts_listed)
    yield from ((base, Question.DOSSIERS) for rate in outcomes for base in rate.bases if base in indicators)
    yield from ((id, Question.ON_TIME) for id in on_time)
    yield from ((id, Question.LATE) for id in late)
    yield from ((rate.id, _asked(rate, late)) for rate in outcomes)


def _asked(rate: Indicator, late: frozenset[str]) -> Question:
    return Question.ON_TIME if late.isdisjoint(rate.numerators) else Question.LATE


def _late(catalogue: Catalogue) -> frozenset[str]:
    """Counts of dossiers, or of several kinds of them, of which fewer are better."""
    dossiers = _dossiers(catalogue)
    return frozenset(
        indicator.id
        for indicator in catalogue.indicators.values()
        if indicator.kind is Kind.COUNT
        and indicator.better is Direction.LOWER
        and not dossiers.isdisjoint(catalogue.ways.within(indicator.id))
    )


def _on_time(catalogue: Catalogue) -> frozenset[str]:
    """What is added to late dossiers, and is the numerator of a rate; not what is pending, where the lists tell that
    from what happened since the year began."""
    late = _late(catalogue)
    sums = [(total, {*way}) for total in catalogue.indicators.values() for way in total.sums if late.intersection(way)]
    done = [way for total, way in sums if total.cumulative] or [way for _, way in sums]
    return frozenset(part for way in done for part in way - late if part in catalogue.rates_of)


def _dossiers(catalogue: Catalogue) -> frozenset[str]:
    """What the columns of the form by fields count."""
    columns = (indicator.id for indicator in catalogue.indicators.values() if " / " in indicator.in_form)
    return frozenset[str]().union(*map(catalogue.ways.within, columns))
