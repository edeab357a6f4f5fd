"""The land through time: the units of Vietnam, their names, and what became of them.

A unit is one territory with its days; a path or a code may name others at other times. Eras lie between two
reorganisations. Everything follows from tables: when the land is arranged anew, they get rows, and no code changes.

| module | holds |
|---|---|
| `unit` | one unit: its level, its kinds, its days; the order of units |
| `tables` | the shipped tables as rows |
| `eras` | the stretches of time between two reorganisations |
| `gazetteer` | the shipped tables as units, level by level |
| `naming` | how names of units stand in folders and in what people type |
| `finding` | units by path, code or name; what a wrong folder may have meant |
| `lineage` | what became of units, and what they were made of |
| `resolutions` | by which document they changed |
| `offices` | offices that ended with their level |
| `suffixes` | numbers of provinces in codes of procedures |

Others import names from here, and `gazetteer`, `finding`, `lineage`, `offices` and `suffixes` whole.
"""

from bantin.places.eras import Era, era_of, era_on, eras, present_era
from bantin.places.lineage import shares
from bantin.places.naming import fold, former_folders, name_rules, province_path
from bantin.places.resolutions import resolution_of
from bantin.places.unit import KindChange, Level, Point, Unit, by_name, with_kind_changes

__all__ = [
    "Era",
    "KindChange",
    "Level",
    "Point",
    "Unit",
    "by_name",
    "era_of",
    "era_on",
    "eras",
    "fold",
    "former_folders",
    "name_rules",
    "present_era",
    "province_path",
    "resolution_of",
    "shares",
    "with_kind_changes",
]
