"""Offices that ended with the level of places they belonged to, by their names."""

from datetime import date
from functools import cache

from bantin.places.eras import eras
from bantin.places.tables import table_rows
from bantin.places.unit import Level
from bantin.vietnamese import slug


def ended_with(name: str) -> tuple[str, date] | None:
    """Which of these offices is named in a text, and its last day; None where none is."""
    words = f"-{slug(name)}-"
    for office, folded, last in _offices():
        if f"-{folded}-" in words:
            return office, last
    return None


def last_day_of(level: Level) -> date | None:
    """The last day on which there were units of a level right below the provinces; None while there are."""
    last = [era.last for era in eras() if era.lower is level]
    return last[-1] if last and level is not eras()[-1].lower else None


@cache
def _offices() -> tuple[tuple[str, str, date], ...]:
    rows = ((name, last_day_of(Level(level))) for level, name in table_rows("offices.tsv"))
    return tuple((name, slug(name), last) for name, last in rows if last)
