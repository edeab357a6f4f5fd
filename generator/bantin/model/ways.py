"""The ways of adding up an indicator that count in one report: the fullest whose parts are there.

A shorter way («đúng hạn + quá hạn») counts only where nothing is there of what a longer one has besides («trước hạn»).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bantin.model.indicators import Indicator

Ids = frozenset[str]
"""Indicators that are there, by their ids."""
Parts = tuple[str, ...]
"""The ids of what is added."""


class Way(NamedTuple):
    """A way of adding up an indicator."""

    parts: Parts
    """Those that are there."""
    complete: bool
    """Whether these are all of its parts."""


class Ways:
    """The ways of adding that a catalogue's definitions make."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self._definitions = {id: indicator.sums for id, indicator in indicators.items()}
        self._leaves: dict[str, Ids] = {}
        self._within: dict[str, Ids] = {}
        self._besides: dict[str, tuple[tuple[Parts, Ids], ...]] = {}

    def of(self, id: str, counted: Ids, *, known: Ids) -> tuple[Way, ...]:
        """The fullest ways whose parts are all counted, one a kind of parts; where there is none, those partly counted.

        An indicator may be known to be there («tỷ lệ trước hạn» is printed) without being counted.
        """
        return _ways_of(self, id, counted, known)

    def towards(self, counted: Ids, *, known: Ids) -> Mapping[str, Way]:
        """The indicators that some others, or parts of them, are parts of, each with what adds up to it in its fullest
        way."""
        return _ways_towards(self, counted, known)

    def speaking(self, id: str, counted: Ids, *, known: Ids) -> list[Parts]:
        """The definitions of an indicator without those in whose place a longer one speaks."""
        return [d for d in self._definitions.get(id, ()) if self._speaks(id, d, counted=counted, known=known)]

    def over(self, ids: Iterable[str]) -> list[str]:
        """The indicators that some others, or parts of them, are parts of."""
        leaves = self.leaves(ids)
        return [id for id, definitions in self._definitions.items() if definitions and leaves & self._leaves_of(id)]

    def within(self, id: str) -> Ids:
        """An indicator with everything that it consists of, by any definition."""
        if id not in self._within:
            self._within[id] = frozenset({id})  # a definition that leads back to itself ends here
            parts = {part for definition in self._definitions.get(id, ()) for part in definition}
            self._within[id] = self._within[id].union(*map(self.within, parts))
        return self._within[id]

    def beyond(self, id: str) -> Ids:
        """The totals that an indicator is a part of, and their other parts."""
        found = [(total, way) for total, definitions in self._definitions.items() for way in definitions if id in way]
        return frozenset(part for total, way in found for part in (total, *way)) - {id}

    def leaves(self, parts: Iterable[str]) -> Ids:
        """What some indicators consist of in the end, each by its fullest definition."""
        return Ids().union(*map(self._leaves_of, parts))

    def _leaves_of(self, id: str) -> Ids:
        if id not in self._leaves:
            self._leaves[id] = frozenset({id})  # a definition that leads back to itself ends here
            found = [self.leaves(definition) for definition in self._definitions.get(id, ())]
            self._leaves[id] = max(found, key=len, default=self._leaves[id])
        return self._leaves[id]

    def _speaks(self, id: str, way: Parts, *, counted: Ids, known: Ids) -> bool:
        """Whether no longer way speaks in its place: a short one must be complete, with nothing besides known."""
        besides = [extra for short, extra in self._shorter(id) if short == way]
        return not besides or (counted.issuperset(way) and all(map(known.isdisjoint, besides)))

    def _shorter(self, id: str) -> tuple[tuple[Parts, Ids], ...]:
        """The definitions that leave something out, each with what a longer one has besides."""
        if id not in self._besides:
            leaves = [(d, self.leaves(d)) for d in self._definitions[id]]
            self._besides[id] = tuple(
                (short, (frozenset(long) - {*short}) | (more - less))
                for short, less in leaves
                for long, more in leaves
                if less < more
            )
        return self._besides[id]

    def is_told_by(self, way: Parts, ways: list[Parts]) -> bool:
        """Whether another of the ways says the same in more parts, or in as many and before."""
        leaves, place = self.leaves(way), ways.index(way)
        return any(
            self.leaves(other) >= leaves and (-len(other), at) < (-len(way), place) for at, other in enumerate(ways)
        )


# Thousands of reports have the same few columns: what of them adds up is found once.


@lru_cache(maxsize=10_000)
def _ways_of(ways: Ways, id: str, counted: Ids, known: Ids) -> tuple[Way, ...]:
    speaking = ways.speaking(id, counted, known=known)
    if complete := [way for way in speaking if counted.issuperset(way)]:
        return tuple(Way(way, True) for way in complete if not ways.is_told_by(way, complete))
    some = dict.fromkeys(tuple(filter(counted.__contains__, way)) for way in speaking)
    return tuple(Way(parts, False) for parts in some if parts and not any({*parts} < {*other} for other in some))


@lru_cache(maxsize=1_000)
def _ways_towards(ways: Ways, counted: Ids, known: Ids) -> Mapping[str, Way]:
    return {id: _fullest(ways, id, counted, known) for id in ways.over(counted)}


def _fullest(ways: Ways, id: str, counted: Ids, known: Ids) -> Way:
    """What adds up towards an indicator in its fullest way, part by part where those are sums themselves."""
    best = Way((), False)
    for definition in ways.speaking(id, counted, known=known):
        found = [Way((part,), True) if part in counted else _fullest(ways, part, counted, known) for part in definition]
        way = Way(tuple(part for of in found for part in of.parts), all(of.complete for of in found))
        if (way.complete, len(way.parts)) > (best.complete, len(best.parts)):
            best = way
    return best
