"""Offices that ended with the level of places they belonged to, by their names."""

import re
from datetime import date
from functools import cache

from bantin.places.eras import eras
from bantin.places.tables import table_rows
from bantin.places.unit import Level
from bantin.vietnamese import slug

_OF_ANOTHER = re.compile(r"\b(?:Sở|Bộ(?! phận)|Cục|Ban [Qq]uản lý)\b")
"""Words of those who have rooms of the same names: «Phòng Quản lý đô thị, Sở Xây dựng»."""


def ended_with(name: str) -> Level | None:
    """The level with which the office ended that a text names; None where it names none, or one of a province."""
    words = f"-{slug(name)}-"
    if _OF_ANOTHER.search(name):
        return None
    return next((level for level, folded in _offices() if f"-{folded}-" in words), None)


def last_day_of(level: Level) -> date | None:
    """The last day on which there were units of a level right below the provinces; None while there are."""
    last = [era.last for era in eras() if era.lower is level]
    return last[-1] if last and level is not eras()[-1].lower else None


@cache
def _offices() -> tuple[tuple[Level, str], ...]:
    rows = ((Level(level), slug(name)) for level, name in table_rows("offices.tsv"))
    return tuple((level, folded) for level, folded in rows if last_day_of(level))
