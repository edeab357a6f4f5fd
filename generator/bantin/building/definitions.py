"""Which indicators are told together: a change of one's definition can show wherever another of them stands."""

from collections.abc import Iterable
from dataclasses import replace

from bantin.keeping import digest, packed
from bantin.model import Catalogue, Indicator


class Definitions:
    """Digests of what the lists say of indicators."""

    def __init__(self, catalogue: Catalogue) -> None:
        indicators = catalogue.indicators
        self._order = {id: place for place, id in enumerate(indicators)}
        self._kin = _kin(catalogue)
        by_kin: dict[str, list[Indicator]] = {}
        for id, indicator in indicators.items():
            by_kin.setdefault(self._kin[id], []).append(indicator)
        self._digests = {first: digest(b"".join(map(_said, kin))) for first, kin in by_kin.items()}

    def digest(self, ids: Iterable[str]) -> bytes:
        """A digest of all that pages can say of these indicators, and of their order in the list."""
        here = sorted(set(ids) & self._order.keys(), key=self._order.__getitem__)
        kin = dict.fromkeys(self._kin[id] for id in here)
        return digest("\n".join(here).encode() + b"".join(self._digests[first] for first in kin))


def _kin(catalogue: Catalogue) -> dict[str, str]:
    """The first of each indicator's kin: all that definitions link, whichever way they lead."""
    first = {id: id for id in catalogue.indicators}

    def first_of(id: str) -> str:
        while first[id] != id:
            id = first[id]
        return id

    for id, indicator in catalogue.indicators.items():
        named = {*indicator.numerators, *indicator.bases, *(part for way in indicator.sums for part in way)}
        for other in named & first.keys():
            one, two = sorted((first_of(id), first_of(other)))
            first[two] = one
    return {id: first_of(id) for id in first}


def _said(indicator: Indicator) -> bytes:
    """All that is said of an indicator, wherever in its file."""
    return packed(replace(indicator, at=indicator.at._replace(line=1, column=1)), plain=True)
