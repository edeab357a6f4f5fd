"""The land through time: the units of Vietnam, their names, and what became of them.

| module | holds |
|---|---|
| `unit` | one unit: its level, its kinds, its days |
| `tables` | the shipped tables as rows |
| `eras` | the stretches of time between two reorganisations |
| `gazetteer` | the shipped tables as units, level by level |
| `naming` | how names of units stand in folders and in what people type |
| `finding` | units by path, code or name; what a wrong folder may have meant |
| `lineage` | what became of units, what they were made of, by which resolution |
"""

from bantin.places.eras import Era, era_of, era_on, eras, present_era
from bantin.places.lineage import shares
from bantin.places.naming import province_path
from bantin.places.unit import KindChange, Level, Point, Unit, with_kind_changes

__all__ = [
    "Era",
    "KindChange",
    "Level",
    "Point",
    "Unit",
    "era_of",
    "era_on",
    "eras",
    "present_era",
    "province_path",
    "shares",
    "with_kind_changes",
]
