"""The resolutions that reorganised units (nghị quyết sắp xếp đơn vị hành chính)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bantin.places.lineage import province_after
from bantin.places.tables import table_rows
from bantin.places.unit import Level, Unit

STANDING = "Ủy ban Thường vụ Quốc hội"
"""The Standing Committee of the National Assembly, which resolves on districts."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution that changed the units of a level on a day."""

    level: Level
    on: date
    """The first day of the new units, or the first without the old ones."""
    province: str
    """The code of the province in which the units lay afterwards; empty when the resolution is about all of them."""
    name: str
    issued: date
    issuer: str
    subject: str
    """What it is about (trích yếu)."""


def resolution_of(unit: Unit) -> Resolution | None:
    """The resolution by which the unit ended or, while it exists, by which it became what it is."""
    changed = unit.until + timedelta(days=1) if unit.until else unit.since
    if unit.level is Level.DISTRICT and changed and (found := _of_districts().get((changed, unit.code))):
        return found
    known = (each for each in _resolutions() if (each.level, each.on) == (unit.level, changed))
    return next((each for each in known if each.province in ("", province_after(unit).code)), None)


@cache
def _of_districts() -> Mapping[tuple[date, str], Resolution]:
    """The resolutions on single districts, by their days and the codes of those that ended or began on them."""
    found = {}
    for on, old, new, name, issued in table_rows("district_successions.tsv"):
        for code in (old, new) if name else ():
            day = date.fromisoformat(on)
            found[day, code] = Resolution(Level.DISTRICT, day, "", name, date.fromisoformat(issued), STANDING, "")
    return found


@cache
def _resolutions() -> tuple[Resolution, ...]:
    return tuple(
        Resolution(Level(level), date.fromisoformat(on), province, name, date.fromisoformat(issued), issuer, subject)
        for level, on, province, name, issued, issuer, subject in table_rows("resolutions.tsv")
    )
