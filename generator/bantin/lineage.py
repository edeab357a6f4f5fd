"""What places handed to one another when the districts ended, as pages tell it: who has which commune."""

from collections.abc import Iterable
from dataclasses import dataclass

from bantin import gazetteer
from bantin.places import Level, Succession, Unit


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit has of another."""

    unit: Unit
    """The other: a new commune that has a share of an old district, or a district of which a new commune has one."""
    parts: tuple[Succession, ...]
    """The communes of the district that went into the new commune; none where a district without communes did."""
    whole: bool
    """All of the old district lies in the new commune."""


def shares(unit: Unit) -> tuple[Share, ...]:
    """Who has what of an old district, or of which districts a new commune has a share; nothing for provinces.

    In alphabetical order of the other units.
    """
    if unit.level is Level.DISTRICT:
        links = [link for commune in gazetteer.communes(unit) for link in gazetteer.became(commune)]
        return _grouped(links or gazetteer.became(unit), unit)
    if unit.level is Level.COMMUNE and unit.is_current:
        return _grouped(gazetteer.made_of(unit), unit)
    return ()


def _grouped(links: Iterable[Succession], unit: Unit) -> tuple[Share, ...]:
    parts: dict[Unit, list[Succession]] = {}
    for link in links:
        district = gazetteer.district_of(link.old)
        other = link.new if unit.level is Level.DISTRICT else district
        if other:
            found = parts.setdefault(other, [])
            found += [link] if link.old.level is Level.COMMUNE else []
    return tuple(
        Share(other, tuple(found), whole=len(gazetteer.became(unit if unit.level is Level.DISTRICT else other)) == 1)
        for other, found in ((other, parts[other]) for other in gazetteer.in_order(parts))
    )
