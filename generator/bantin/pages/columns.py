"""The columns of a matrix: what stands together under one head, and what a narrow screen shows first.

Heads are those of the form that offices fill, as the lists name them: «Đã giải quyết» over «Trước hạn», «Đúng hạn».
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from bantin.model import Catalogue, Indicator, Question, answers_of

MOST_AT_ONCE = 4
"""How many columns a narrow screen shows without being asked."""
_FIRST = {Question.DOSSIERS: 1, Question.ON_TIME: 2, Question.LATE: 1}
"""How many columns of each question a narrow screen shows."""


@dataclass(frozen=True, slots=True)
class Head:
    """What some columns side by side are parts of; empty where that is not known."""

    label: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a matrix in their order."""

    indicators: tuple[Indicator, ...]
    labels: tuple[str, ...]
    """Under heads the short ones of the form."""
    heads: tuple[Head, ...]
    """Empty where nothing is grouped."""
    shown: frozenset[Indicator]
    """What a narrow screen shows without being asked; all where these are few."""


def columns_of(indicators: Collection[Indicator], catalogue: Catalogue) -> Columns:
    """The columns that some indicators make."""
    ordered = _together(sorted(indicators, key=lambda indicator: catalogue.order[indicator.id]))
    of_form = len(ordered) > 2 and all(head_of(indicator) for indicator in ordered)
    heads = tuple(Head(head, tuple(some)) for head, some in groupby(ordered, key=head_of)) if of_form else ()
    labels = (_below(indicator) if heads else indicator.label for indicator in ordered)
    return Columns(tuple(ordered), tuple(labels), heads, _shown(ordered, catalogue))


def _together(ordered: Sequence[Indicator]) -> list[Indicator]:
    """Those of one head side by side, at the place of the first."""
    heads = [head_of(indicator) or indicator.id for indicator in ordered]
    return sorted(ordered, key=lambda indicator: heads.index(head_of(indicator) or indicator.id))


def head_of(indicator: Indicator) -> str:
    """The head that a column of the form stands under; empty of others."""
    head, parted, _ = indicator.in_form.partition(" / ")
    return head if parted else ""


def _below(indicator: Indicator) -> str:
    return indicator.in_form.partition(" / ")[2]


def _shown(ordered: Sequence[Indicator], catalogue: Catalogue) -> frozenset[Indicator]:
    if len(ordered) <= MOST_AT_ONCE:
        return frozenset(ordered)
    answers = answers_of(catalogue)
    found = [
        indicator
        for question, most in _FIRST.items()
        for indicator in [one for one in ordered if answers.get(one.id) is question][:most]
    ]
    return frozenset(found or ordered[: MOST_AT_ONCE - 1])
