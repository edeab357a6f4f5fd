"""As much of a report as is held beside other reports of its province: small enough to be kept of all of them."""

from decimal import Decimal
from sys import intern
from typing import Any, NamedTuple

from bantin.checks.sums import name_of
from bantin.model import Figure, Report, Stretch, value_of
from bantin.problems import Location

LONG_TEXT = 80
"""How many letters a text has at least that nobody writes twice by chance."""


class Count(NamedTuple):
    """A count that a report prints."""

    source: str
    """The file where it stands."""
    line: int
    column: int
    slice: str
    indicator: str
    amount: str
    """Its number, as a `Decimal` reads it."""
    text: str
    name: str
    accepted: str
    """Why it stands, where it is doubtful."""


class Passage(NamedTuple):
    """A long text of a report."""

    words: str
    heading: str
    at: Location


class Brief(NamedTuple):
    """A report."""

    place: str
    source: str
    """Its file."""
    time: tuple[Stretch, int] | None
    """What it is of which year; None where it runs until another day than others."""
    counts: tuple[tuple[Any, ...], ...]
    """Its counts, each as much as makes a `Count`: plain values are read back in half the time."""
    passages: tuple[Passage, ...]


def brief_of(report: Report) -> Brief:
    """As much of a report."""
    counts = () if report.period.is_open else tuple(filter(None, map(_count, report.counts.values())))
    texts = ((" ".join(said.text.split()), said) for said in report.assessments)
    return Brief(
        report.place.path,
        report.at.source,
        None if report.period.is_open else (report.period.stretch, report.period.year),
        counts,
        tuple(Passage(words, said.heading, said.at) for words, said in texts if len(words) >= LONG_TEXT),
    )


def amount(figure: Figure) -> Decimal | None:
    """The number of a count; None of a range, which has two."""
    value = value_of(figure)
    return value.number if value.upto is None else None


def _count(figure: Figure) -> tuple[Any, ...] | None:
    number, at = amount(figure), figure.at
    if number is None:
        return None
    # Words that all reports of a place have are kept once.
    name, slice, indicator = map(intern, (name_of(figure), figure.slice.id, figure.indicator.id))
    place = at.source, at.line, at.column
    return tuple(Count(*place, slice, indicator, str(number), figure.text, name, figure.accepted))
