"""The sources of a table, said once under it; where they differ, which figures are from which.

Some of a table's figures are named by as little as tells them from the others: an indicator alone where all of its
figures are meant, otherwise the slices, and the text where two sources print one fact differently."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bantin.model import Figure, Indicator, Member, Report, Slice, Source, Target

Fact = Figure | Target


@dataclass(frozen=True, slots=True)
class Portion:
    """The figures of one indicator, or of several together, that something holds of."""

    indicators: tuple[Indicator, ...]
    parts: tuple[tuple[Slice | Member | None, str], ...] = ()
    """Each by its slice, where the table has several, and its text, where that is needed; empty where all are meant."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a table, or several at once, with what is from it."""

    numbered: tuple[tuple[int, Source], ...]
    """Each with its number on the page, from 1; several that print the same figures."""
    portions: tuple[Portion, ...] = ()
    """Empty for the first of a table: it is said of all the rest."""


def cited(facts: Sequence[Fact], report: Report) -> tuple[Cited, ...]:
    """The sources of a table's figures: the one of most of them first, the others in the order of the page."""
    groups: dict[tuple[int, ...], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(source_numbers(report, fact), []).append(fact)
    first = min(groups, key=lambda numbers: (-len(groups[numbers]), numbers), default=())
    return tuple(
        Cited(_numbered(numbers, report), () if numbers == first else portions(groups[numbers], facts))
        for numbers in sorted(groups, key=lambda numbers: (numbers != first, numbers))
    )


def source_numbers(report: Report, fact: Fact) -> tuple[int, ...]:
    """The numbers of a fact's sources on the page of its report, from 1."""
    return tuple(sorted(report.sources.index(source) + 1 for source in fact.sources))


def _numbered(numbers: Iterable[int], report: Report) -> tuple[tuple[int, Source], ...]:
    return tuple((number, report.sources[number - 1]) for number in numbers)


def portions(some: Collection[Fact], among: Iterable[Fact]) -> tuple[Portion, ...]:
    """How to name some figures of a table so that nobody takes them for others of it."""
    every = list(among)
    named = dict.fromkeys(fact.indicators for fact in some)
    return tuple(_portion([f for f in every if f.indicators == indicators], some=some) for indicators in named)


def _portion(every: Sequence[Fact], *, some: Collection[Fact]) -> Portion:
    """The portion that some of all figures of one indicator are."""
    meant = [fact for fact in every if fact in some]
    if len(meant) == len(every):
        return Portion(every[0].indicators)
    several = len({fact.slice for fact in every}) > 1
    return Portion(
        every[0].indicators,
        tuple((_within(fact, every) if several else None, _text(fact, every)) for fact in meant),
    )


def _within(fact: Fact, every: Sequence[Fact]) -> Slice | Member:
    """What tells a slice from the others: in one scope, its member."""
    one_scope = len({other.slice.scope for other in every}) == 1
    return fact.slice.members[-1] if one_scope and len(fact.slice.members) == 1 else fact.slice


def _text(fact: Fact, every: Sequence[Fact]) -> str:
    alike = [other for other in every if other.slice == fact.slice]
    return fact.text if len(alike) > 1 else ""
