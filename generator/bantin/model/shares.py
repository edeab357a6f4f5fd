"""Rates against the counts that they are made of, and rates of one base against one another.

A rate whose source states no base is tried on every base that it may have (DESIGN: resolved; due; received; received
and carried over). What is not printed may still be the base: it speaks for the rate as far as printed parts allow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import product

from bantin.model.indicators import Indicator
from bantin.model.intervals import Interval, sum_of
from bantin.model.ledger import COUNTED, Ledger, value_of
from bantin.model.reports import Figure
from bantin.model.values import Bound, Direction, Kind

_WHOLE = Interval.point(Decimal(100))


@dataclass(frozen=True, slots=True)
class Share:
    """A published count as a share of a published base; k/n has its own."""

    above: Figure
    below: Figure | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The count, then its base."""
        return (self.above, self.below) if self.below else (self.above,)

    @property
    def percent(self) -> Interval:
        """What the printed numbers allow it to be."""
        if not self.below:
            return value_of(self.above).share or Interval()
        return _percent(value_of(self.above).unrounded, value_of(self.below).unrounded)

    @property
    def exactly(self) -> Fraction | None:
        """The share of exact counts; None where words or rounding leave it open."""
        above, below = value_of(self.above), value_of(self.below) if self.below else None
        if not below:
            return above.percent_of_whole if above.bound is Bound.EXACT else None
        if above.whole is None or not below.whole:
            return None
        return Fraction(above.whole) * 100 / Fraction(below.whole)


@dataclass(frozen=True)
class Tried:
    """A rate and the shares that it may be."""

    rate: Figure
    shares: tuple[Share, ...]
    """On each base that is published beside it."""
    ledger: Ledger = field(repr=False, compare=False)

    @property
    def others(self) -> Iterator[Interval]:
        """What else it may be: shares of bases that are not published, and what late dossiers leave of the whole."""
        yield from _unpublished(self.rate, ledger=self.ledger)
        yield from _left(self.rate, ledger=self.ledger)

    @cached_property
    def fitting(self) -> tuple[Share, ...]:
        """The shares that may be printed as this rate, rounded or cut off."""
        printed = value_of(self.rate).unrounded
        return tuple(share for share in self.shares if printed.intersects(share.percent))

    @cached_property
    def agrees(self) -> bool:
        """Whether it may be any of them."""
        printed = value_of(self.rate).unrounded
        return not self.shares or bool(self.fitting) or any(map(printed.intersects, self.others))

    @property
    def is_cut_off(self) -> bool:
        """Whether it is none of the exact shares rounded, and one of them cut off."""
        exact = [share for share in self.fitting if share.exactly is not None]
        return bool(exact) and len(exact) == len(self.fitting) and not any(map(self._is_rounded, exact))

    def _is_rounded(self, share: Share) -> bool:
        value, exactly = value_of(self.rate), share.exactly
        if value.bound is not Bound.EXACT or value.number is None or value.step is None or exactly is None:
            return True
        return abs(exactly - Fraction(value.number)) * 2 <= Fraction(value.step)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The rate, then what it was tried on."""
        return tuple(dict.fromkeys([self.rate, *(figure for share in self.shares for figure in share.figures)]))


def tried(rate: Figure, ledger: Ledger) -> Tried:
    """A rate with the shares of published counts that it may be."""
    above = _published(rate, rate.indicator.numerators, ledger)
    return Tried(rate, tuple(share for part in above for share in _shares(rate, part, ledger=ledger)), ledger)


def _published(rate: Figure, ids: Sequence[str], ledger: Ledger) -> list[Figure]:
    return [figure for id in ids if (figure := ledger.beside(rate, id))]


def _shares(rate: Figure, above: Figure, *, ledger: Ledger) -> Iterator[Share]:
    if value_of(above).kind is Kind.RATIO:
        if rate.base in (None, above.indicator):
            yield Share(above, None)
        return
    for below in _published_bases(rate, ledger):
        if value_of(above).kind in COUNTED and value_of(below).kind is Kind.COUNT and below != above:
            yield Share(above, below)


def _bases(rate: Figure) -> tuple[str, ...]:
    return (rate.base.id,) if rate.base else rate.indicator.bases


def _published_bases(rate: Figure, ledger: Ledger) -> list[Figure]:
    return _published(rate, _bases(rate), ledger)


def _unpublished(rate: Figure, *, ledger: Ledger) -> Iterator[Interval]:
    """What the rate may be if it counts, or is stated on, something that is not published.

    A base that makes no total is one only if published: a source that divides by the dossiers that fell due prints how
    many there were, while it may omit columns of form 06. What a rate may count besides is told apart from what is
    published («đúng hạn» from «trước hạn và đúng hạn») only where the difference («trước hạn») is known.
    """
    above = _published(rate, rate.indicator.numerators, ledger)
    counts = [id for id in rate.indicator.numerators if ledger.beside(rate, id) or _is_apart(id, rate, above, ledger)]
    bases = [id for id in _bases(rate) if ledger.beside(rate, id) or ledger.catalogue.indicators[id].sums]
    for count, base in product(counts, bases):
        if not ledger.beside(rate, count) or not ledger.beside(rate, base):
            yield _percent(ledger.possible(rate, count), ledger.possible(rate, base))


def _is_apart(id: str, rate: Figure, above: Sequence[Figure], ledger: Ledger) -> bool:
    """Whether an unpublished count is known to differ from those published."""
    ways = ledger.catalogue.ways
    mine, theirs = ways.leaves([id]), ways.leaves(figure.indicator.id for figure in above)
    return not ledger.known_beside(rate).isdisjoint(mine ^ theirs)


def _left(rate: Figure, *, ledger: Ledger) -> Iterator[Interval]:
    """What dossiers that count against the office leave of each base, where more is better: 1 - late / base."""
    if rate.base or rate.indicator.better is not Direction.HIGHER:
        return
    bases = _published_bases(rate, ledger)
    against = [part for part in ledger.of_slice(rate) if part.indicator.better is Direction.LOWER]
    for below in bases:
        alike = [p for p in against if value_of(p).kind is Kind.COUNT and p.indicator.unit == below.indicator.unit]
        for part in alike:
            yield _WHOLE - _percent(value_of(part).unrounded, value_of(below).unrounded)


def _percent(part: Interval, whole: Interval) -> Interval:
    """What share of the whole the part may be, in percent."""
    return (part / whole).scaled(Decimal(100))


@dataclass(frozen=True, slots=True)
class Shares:
    """Rates on one stated base of which none counts what another does."""

    base: Indicator
    rates: tuple[Figure, ...]
    complete: bool
    """Whether together they are the whole base."""

    @property
    def agrees(self) -> bool:
        """False when they exceed the whole or, where they are all there are, fall short of it."""
        together = sum_of(value_of(rate).unrounded for rate in self.rates)
        return not together.is_above(_WHOLE) and not (self.complete and together.is_below(_WHOLE))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The rates."""
        return self.rates


def shares_of_bases(ledger: Ledger) -> Iterator[Shares]:
    """The rates of every slice and stated base, each group as large as definitions show its parts to be apart.

    A rate that may count one thing or another («đúng hạn», with or without «trước hạn») is taken as what agrees, if
    anything does.
    """
    for base, rates in ledger.rates_by_base():
        readings = product(*(rate.indicator.numerators for rate in rates))
        groups = [tuple(_groups(base, dict(zip(reading, rates, strict=True)), ledger=ledger)) for reading in readings]
        yield from next((found for found in groups if all(group.agrees for group in found)), groups[0])


def _groups(base: Indicator, rates: dict[str, Figure], *, ledger: Ledger) -> Iterator[Shares]:
    """The groups that rates make, by what they count: towards their base, and towards any other total."""
    ways = ledger.catalogue.ways
    found = ways.towards(frozenset(rates), known=ledger.known_beside(next(iter(rates.values()))))
    for id, way in found.items():
        apart, whole = tuple(rates[part] for part in way.parts), way.complete and id == base.id
        told = any({*way.parts} < {*other.parts} for other in found.values())
        if len(apart) < 2 or (told and not whole) or any(map(_is_beyond, apart)):
            continue
        if id in ways.within(base.id) or not _has_more(base, apart[0], ledger=ledger):
            yield Shares(base, apart, whole)


def _has_more(base: Indicator, beside: Figure, *, ledger: Ledger) -> bool:
    """Whether more was at hand than the base: with dossiers carried over, results may outnumber receipts."""
    found = (ledger.beside(beside, id) for id in ledger.catalogue.ways.beyond(base.id))
    return any(more and not value_of(more).is_none for more in found)


def _is_beyond(rate: Figure) -> bool:
    """Whether a rate alone is more than all: then what it is stated on does not hold what it counts."""
    return bool(value_of(rate).unrounded.is_above(_WHOLE))
