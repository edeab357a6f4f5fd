"""Files of procedures and of lists of them.

| module | holds |
|---|---|
| `keys` | their keys, and the words they choose from |
| `deadlines` | the grammar of deadlines |
| `fees` | the grammar of fees |
| `codes` | codes of procedures in files and their names |
| `versions` | one version of a procedure |
| `procedure` | a procedure's file |
| `announcements` | a list that an authority decided |
| `everyday` | what happens in life, and what people call procedures |
| `paths` | which files these are |
"""

from bantin.reading.procedures.announcements import announcement_of
from bantin.reading.procedures.everyday import events_of, nicknames_of
from bantin.reading.procedures.paths import EVENTS, NICKNAMES, PROCEDURES, FileOf, file_of
from bantin.reading.procedures.procedure import procedure_of

__all__ = [
    "EVENTS",
    "NICKNAMES",
    "PROCEDURES",
    "FileOf",
    "announcement_of",
    "events_of",
    "file_of",
    "nicknames_of",
    "procedure_of",
]
