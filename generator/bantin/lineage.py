"""What places handed to one another when the districts ended, as pages tell it: who has which commune."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bantin import gazetteer
from bantin.places import Level, Succession, Unit

UNITS = "don-vi"
"""The last part of the address of a province's page of units."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit has of another."""

    unit: Unit
    """The other: a new commune that has a share of an old district, or a district of which a new commune has one."""
    parts: tuple[Succession, ...]
    """The communes of the district that went into the new commune; none where a district without communes did."""
    whole: bool
    """All of the old district lies in the new commune."""


@cache  # the same in every build of a server
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


def unit_address(unit: Unit) -> str:
    """Where the site tells of a unit of any era, whether or not it has figures: its province's page of units.

    An old commune stands there with its district.
    """
    told = unit if unit.is_current else gazetteer.district_of(unit) or unit
    province, _, folder = told.path.partition("/")
    return f"{province}/{UNITS}/#{folder}" if folder else f"{province}/"


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
