"""A report into what its lead tells, as facts: `sentences` puts them into words.

A lead tells figures that the lists give words for. Parts are told together or not at all: those of a total only where
they make up the total, rates only where they make up their base, unless the lists let a rate stand by itself. A figure
in doubt is told as such, and no part of it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from bantin.model import (
    Bound,
    Catalogue,
    Figure,
    Indicator,
    Kind,
    Period,
    Report,
    Slice,
    Sum,
    Target,
    Value,
    accounts_of,
    sum_of,
    value_of,
)
from bantin.problems import Location

MAX_SENTENCES = 3
MAX_CLAUSES = 4
MAX_AIMS = 3
DEPTH = 2
"""How deep parts of parts are told."""

_WHOLE = Decimal(100)
_FINE = Decimal("0.1")
"""The step of rates so fine that no part can hide in their rounding."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that is told, with what it consists of, or with rates that were stated on it."""

    figure: Figure
    doubted: bool = False
    parts: tuple["Told", ...] = ()
    """All of its parts."""
    shares: tuple["Told", ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """Rates that make up their base, where the base is not told."""

    base: Indicator
    rates: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is told of one time and one slice."""

    time: Period
    slice: Slice
    clauses: tuple[Told | Shares, ...]


@dataclass(frozen=True, slots=True)
class Aims:
    """The targets that are told, each with whether it is doubted; all are to be reached by one time."""

    due: str
    """By when, where that is not the report's period."""
    targets: tuple[tuple[Target, bool], ...]


def told(report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> tuple[Sentence, ...]:
    """The sentences of a report's lead, in the order of the lists; `doubted` is where doubtful figures stand.

    Members of a breakdown have sentences of their own only where nothing else is told, where they are no partition, and
    where all of them can be told: three of twenty offices are no summary.
    """
    teller = _Teller(report, catalogue, doubted)
    sentences = list(_sentences(report, teller))
    whole = [sentence for sentence in sentences if not sentence.slice.members]
    if not whole and len(sentences) > MAX_SENTENCES:
        return ()
    return tuple(whole or sentences)[:MAX_SENTENCES]


def aims(report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> Aims | None:
    """The targets that a lead tells: those of the report's own time first, then numbers before words alone, then those
    of indicators that leads tell."""
    places = Places(catalogue)

    def order(target: Target) -> tuple[object, ...]:
        in_words = target.value.number is None
        return (
            bool(target.due),
            target.due,
            in_words,
            not target.indicator.phrase,
            *places(target.slice, target.indicator),
        )

    ordered = sorted(report.targets, key=order)
    alike = [(target, target.at in doubted) for target in ordered if target.due == ordered[0].due]
    return Aims(ordered[0].due, tuple(alike[:MAX_AIMS])) if alike else None


def _sentences(report: Report, teller: "_Teller") -> Iterator[Sentence]:
    def place(figure: Figure) -> tuple[object, ...]:
        time = _time(figure, report)
        return (
            time is not report.period,
            -time.end.toordinal(),
            time.slug,
            *teller.places(figure.slice, figure.indicator),
        )

    spoken = sorted((figure for figure in report.figures if teller.is_spoken(figure)), key=place)
    for (time, within), group in groupby(spoken, key=lambda f: (_time(f, report), f.slice)):
        if clauses := teller.clauses(list(group)):
            yield Sentence(time, within, clauses)


def _time(figure: Figure, report: Report) -> Period:
    other = figure.as_of
    return report.period if other is None or other.is_same_time(report.period) else other


class Places:
    """Where slices and indicators stand in the lists."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._scopes, self._indicators = catalogue.order_of_scopes, catalogue.order
        self._members = catalogue.order_of_members

    def __call__(self, within: Slice, indicator: Indicator) -> tuple[object, ...]:
        members = [self._members.get(member.single[0].id, 0) for member in within.members]
        return self._scopes.get(within.scope.id, 0), len(members), members, self._indicators.get(indicator.id, 0)


class _Teller:
    """What may be told of the figures of one report."""

    def __init__(self, report: Report, catalogue: Catalogue, doubted: Collection[Location]) -> None:
        self.catalogue, self.doubted = catalogue, doubted
        self.places = Places(catalogue)
        self._ledger = accounts_of(report, catalogue).ledger
        self._partitions = {breakdown.id for breakdown in catalogue.breakdowns if breakdown.complete}

    def is_spoken(self, figure: Figure) -> bool:
        """Whether there are words for a figure, and a value to put into them."""
        known = isinstance(figure.value, Value) and figure.value.kind is not Kind.STATEMENT
        partial = any(member.breakdown in self._partitions for member in figure.slice.members)
        return known and figure.variant == 1 and not partial and bool(figure.indicator.phrase or _words(figure))

    def clauses(self, figures: list[Figure]) -> tuple[Told | Shares, ...]:
        """The clauses about the figures of one time and slice."""
        counts = [self._told(figure, DEPTH) for figure in figures if figure.indicator.phrase and not figure.is_share]
        inside = {part.figure for told in counts for part in _below(told)}
        tops = [told for told in counts if told.figure not in inside]
        said = {told.figure.indicator.id for told in tops} | {figure.indicator.id for figure in inside}
        rates = [figure for figure in figures if figure.is_share and said.isdisjoint(figure.indicator.numerators)]
        families = [family for base, of_base in _by_base(rates).items() for family in self._families(base, of_base)]
        together = [rate for family in families for rate in family.rates]
        alone = [self._told(rate, 0) for rate in rates if self._stands_alone(rate, rates, together)]
        return _joined(tops, families, alone)[:MAX_CLAUSES]

    def _told(self, figure: Figure, depth: int) -> Told:
        doubted = figure.at in self.doubted
        return Told(figure, doubted, () if doubted or not depth else self._parts(figure, depth))

    def _parts(self, total: Figure, depth: int) -> tuple[Told, ...]:
        for found in self._ledger.sums.get(total, ()):
            if not total.is_percent and self._is_told(total, found):
                parts = sorted(found.parts, key=lambda part: self.places(part.slice, part.indicator))
                across = parts[0].slice != total.slice
                return tuple(self._told(part, 0 if across else depth - 1) for part in parts)
        return ()

    def _is_told(self, total: Figure, found: Sum) -> bool:
        """Whether parts are all that their total consists of, beyond doubt, and there are words for each."""
        parts = found.parts
        beyond_doubt = found.complete and found.agrees and not any(part.at in self.doubted for part in parts)
        if not beyond_doubt or any(part.slice.scope != total.slice.scope for part in parts):
            return False
        across = parts[0].slice != total.slice
        return across or (all(map(_words, parts)) and not _may_lack(total, parts))

    def _families(self, base: Indicator, rates: list[Figure]) -> Iterator[Shares]:
        """The rates that make up their base: by a definition of the lists, or by what they come to."""
        left = [rate for rate in rates if _is_leaf(rate, rates) and rate.at not in self.doubted and _words(rate)]
        for way in self.catalogue.sums if len(left) > 1 else ():
            family = [rate for rate in left if rate.indicator.numerator in way]
            if len(family) == len(way) == len({rate.indicator.numerator for rate in family}) and _may_be_all(family):
                left = [rate for rate in left if rate not in family]
                yield Shares(base, tuple(family))
        # One that may be told by itself may be of another split.
        without = [[rate for rate in left if rate != one] for one in left if one.indicator.phrase]
        yield from [Shares(base, tuple(family)) for family in (left, *without) if _are_all(family)][:1]

    def _stands_alone(self, rate: Figure, rates: list[Figure], together: list[Figure]) -> bool:
        """Whether a rate may be told by itself: never beside an outcome that is not told and that it does not hold."""
        if not rate.indicator.phrase or rate in together:
            return False
        ids = {other.indicator.id for other in together}
        if any(set(way) <= ids for way in rate.indicator.sums):
            return False
        untold = [other for other in rates if not other.indicator.phrase and other not in together]
        return not any(self._is_beside(rate, other) for other in untold)

    def _is_beside(self, rate: Figure, other: Figure) -> bool:
        """Whether two rates are of outcomes that the lists count beside each other."""
        ones, others = set(rate.indicator.numerators), set(other.indicator.numerators)
        return any(ones & way and others & way and len((ones | others) & way) > 1 for way in self.catalogue.sums)


def _words(figure: Figure) -> str:
    return figure.indicator.part_phrase


def _below(told: Told) -> Iterator[Told]:
    for part in told.parts:
        yield part
        yield from _below(part)


def _by_base(rates: Iterable[Figure]) -> dict[Indicator, list[Figure]]:
    found: dict[Indicator, list[Figure]] = {}
    for rate in rates:
        if rate.base:
            found.setdefault(rate.base, []).append(rate)
    return found


def _is_leaf(rate: Figure, rates: list[Figure]) -> bool:
    """Whether a rate holds none of the others."""
    ids = {other.indicator.id for other in rates}
    return not any(ids & set(way) for way in rate.indicator.sums)


def _may_lack(total: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether another definition adds something to the same parts, and rounding or words leave open whether it is
    nothing."""
    ids = {part.indicator.id for part in parts}
    is_open = any(value_of(figure).whole is None for figure in (total, *parts))
    return is_open and any(ids < set(way) for way in total.indicator.sums)


def _may_be_all(rates: list[Figure]) -> bool:
    return sum_of(value_of(rate).unrounded for rate in rates).contains(_WHOLE)


def _are_all(rates: list[Figure]) -> bool:
    """Whether rates come to 100 as printed, so finely that nothing is left out."""
    values = [value_of(rate) for rate in rates]
    exact = all(value.bound is Bound.EXACT and value.step and value.step <= _FINE for value in values)
    return len(values) > 1 and exact and sum((value.number or Decimal(0) for value in values), Decimal(0)) == _WHOLE


def _joined(tops: list[Told], families: list[Shares], alone: list[Told]) -> tuple[Told | Shares, ...]:
    """Each figure with the rates on it; rates whose base is not told, or has its parts told already, by themselves."""
    clauses: list[Told | Shares] = []
    left: list[Shares | Told] = [*families, *alone]
    for top in tops:
        shares: tuple[Told, ...] = ()
        if not top.parts:
            on_it = next((family for family in families if family.base == top.figure.indicator), None)
            behind = [rate for rate in alone if rate.figure.base == top.figure.indicator]
            shares = tuple(Told(rate) for rate in on_it.rates) if on_it else tuple(behind)
            left = [other for other in left if other != on_it and (on_it or other not in behind)]
        clauses.append(Told(top.figure, top.doubted, top.parts, shares))
    return *clauses, *left
