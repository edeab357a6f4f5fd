"""What is wrong or doubtful in procedures and lists of them.

| module | holds |
|---|---|
| `versions` | the days of a procedure's versions |
| `eras` | words that nobody used at the time: tiers, offices, online levels |
| `answers` | fees and deadlines that do not say enough |
| `of_files` | all of these, over what files tell of procedures |
| `across` | what no file knows alone: codes that nothing tells of, names that differ, what ended and is listed still |
"""

from bantin.checks.procedures.across import across
from bantin.checks.procedures.of_files import of_procedures

__all__ = ["across", "of_procedures"]
