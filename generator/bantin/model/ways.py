"""The ways of adding up an indicator that count in one report: the fullest whose parts are there.

A shorter way («đúng hạn + quá hạn») counts only where nothing is there of what a longer one has besides («trước hạn»).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bantin.model.indicators import Indicator

Known = Callable[[str], bool]
"""Whether an indicator is there, by its id."""
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
        self._leaves: dict[str, frozenset[str]] = {}
        self._within: dict[str, frozenset[str]] = {}
        self._besides: dict[str, tuple[tuple[Parts, frozenset[str]], ...]] = {}

    def of(self, id: str, counted: Known, *, known: Known) -> tuple[Way, ...]:
        """The fullest ways whose parts are all counted, one a kind of parts; where there is none, those partly counted.

        An indicator may be known to be there («tỷ lệ trước hạn» is printed) without being counted.
        """
        ways = self.speaking(id, counted, known=known)
        if complete := [way for way in ways if all(map(counted, way))]:
            return tuple(Way(way, True) for way in complete if not self._is_told_by(way, complete))
        some = dict.fromkeys(tuple(filter(counted, way)) for way in ways)
        return tuple(Way(parts, False) for parts in some if parts and not any({*parts} < {*other} for other in some))

    def speaking(self, id: str, counted: Known, *, known: Known) -> list[Parts]:
        """The definitions of an indicator without those in whose place a longer one speaks."""
        return [d for d in self._definitions.get(id, ()) if self._speaks(id, d, counted=counted, known=known)]

    def over(self, ids: Iterable[str]) -> list[str]:
        """The indicators that some others, or parts of them, are parts of."""
        leaves = self.leaves(ids)
        return [id for id, definitions in self._definitions.items() if definitions and leaves & self._leaves_of(id)]

    def within(self, id: str) -> frozenset[str]:
        """An indicator with everything that it consists of, by any definition."""
        if id not in self._within:
            self._within[id] = frozenset({id})  # a definition that leads back to itself ends here
            parts = {part for definition in self._definitions.get(id, ()) for part in definition}
            self._within[id] = self._within[id].union(*map(self.within, parts))
        return self._within[id]

    def beyond(self, id: str) -> frozenset[str]:
        """The totals that an indicator is a part of, and their other parts."""
        found = [(total, way) for total, definitions in self._definitions.items() for way in definitions if id in way]
        return frozenset(part for total, way in found for part in (total, *way)) - {id}

    def leaves(self, parts: Iterable[str]) -> frozenset[str]:
        """What some indicators consist of in the end, each by its fullest definition."""
        return frozenset[str]().union(*map(self._leaves_of, parts))

    def _leaves_of(self, id: str) -> frozenset[str]:
        if id not in self._leaves:
            self._leaves[id] = frozenset({id})  # a definition that leads back to itself ends here
            found = [self.leaves(definition) for definition in self._definitions.get(id, ())]
            self._leaves[id] = max(found, key=len, default=self._leaves[id])
        return self._leaves[id]

    def _speaks(self, id: str, way: Parts, *, counted: Known, known: Known) -> bool:
        """Whether no longer way speaks in its place: a short one must be complete, with nothing besides known."""
        besides = [extra for short, extra in self._shorter(id) if short == way]
        return not besides or (all(map(counted, way)) and not any(known(part) for extra in besides for part in extra))

    def _shorter(self, id: str) -> tuple[tuple[Parts, frozenset[str]], ...]:
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

    def _is_told_by(self, way: Parts, ways: list[Parts]) -> bool:
        """Whether another of the ways says the same in more parts, or in as many and before."""
        leaves, place = self.leaves(way), ways.index(way)
        return any(
            self.leaves(other) >= leaves and (-len(other), at) < (-len(way), place) for at, other in enumerate(ways)
        )
