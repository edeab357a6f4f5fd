"""Administrative procedures (thủ tục hành chính): what an office does, how long, how much, what to bring.

| module | holds |
|---|---|
| `codes` | codes of procedures in all their forms |
| `deadlines` | how long a procedure takes, as printed |
| `fees` | what it costs, as printed |
| `terms` | words with days: tiers, channels, online levels |
| `procedure` | a procedure, its versions and what each says |
| `announcements` | lists that authorities decided |
| `differences` | what two versions certainly say otherwise |
| `force` | what holds on a day |
| `handled` | what offices of a tier handle on a day |
| `sketches` | as much of each as lists and other pages show |
| `lookups` | where each is found |
| `directory` | all of a site |

Others import this package whole.
"""

from bantin.model.procedures.announcements import Announcement, Entry
from bantin.model.procedures.codes import Code, CodeForm, code_of
from bantin.model.procedures.deadlines import Deadline, TimeUnit
from bantin.model.procedures.differences import Difference, Matter, differences
from bantin.model.procedures.directory import Directory, directories_joined, directory_of, on_newest
from bantin.model.procedures.fees import Charge, Fee
from bantin.model.procedures.force import Standing, in_force, is_end, standing_of, standings
from bantin.model.procedures.handled import Handled, Handling, handled_on
from bantin.model.procedures.procedure import Case, Decision, Paper, Papers, Procedure, Route, Version
from bantin.model.procedures.sketches import LifeEvent, ListSketch, Sketch, VersionSketch
from bantin.model.procedures.terms import Change, Channel, OnlineLevel, Tier

__all__ = [
    "Announcement",
    "Case",
    "Change",
    "Channel",
    "Charge",
    "Code",
    "CodeForm",
    "Deadline",
    "Decision",
    "Difference",
    "Directory",
    "Entry",
    "Fee",
    "Handled",
    "Handling",
    "LifeEvent",
    "ListSketch",
    "Matter",
    "OnlineLevel",
    "Paper",
    "Papers",
    "Procedure",
    "Route",
    "Sketch",
    "Standing",
    "Tier",
    "TimeUnit",
    "Version",
    "VersionSketch",
    "code_of",
    "differences",
    "directories_joined",
    "directory_of",
    "handled_on",
    "in_force",
    "is_end",
    "on_newest",
    "standing_of",
    "standings",
]
