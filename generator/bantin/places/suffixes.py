"""The numbers of provinces in codes of procedures: «H01» in «1.004873.000.00.00.H01».

They were given to the 63 provinces before July 2025, and records of today still show them, also those of provinces that
went into others. The table holds those that published records were seen to have; of any other nothing is said.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from bantin.places import gazetteer, lineage
from bantin.places.tables import table_rows
from bantin.places.unit import Unit


def owner_of(suffix: str) -> Unit | None:
    """The province to which a number was given; None where that is not known."""
    return _provinces().get(suffix)


def may_be(suffix: str, path: str, on: date | None = None) -> bool:
    """Whether a code with this number may be of a province at a path, on a day where one is known.

    It may where the number was given to that province, or to one that went into it, or to nobody known.
    """
    owner = owner_of(suffix)
    here = [unit for unit in gazetteer.units(path) if not on or unit.existed_on(on)]
    return owner is None or any(unit == owner or owner in lineage.origins(unit) for unit in here)


@cache
def _provinces() -> Mapping[str, Unit]:
    owners = {suffix: gazetteer.units(path) for suffix, path in table_rows("suffixes.tsv")}
    return {suffix: units[0] for suffix, units in owners.items() if units}
