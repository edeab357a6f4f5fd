"""What is wrong or doubtful in an archive: one module a subject, each rule a function that yields problems.

| module | holds |
|---|---|
| `rules` | all rules, and the order in which they are asked |
| `briefs` | as much of a report as is held beside others |
| `sums` | sums and rates that do not add up |
| `differences` | facts printed twice in different words |
| `plausibility` | figures far from what is usual |
| `times` | periods that do not fit together |
| `targets` | targets without a legal basis |
| `prose` | what texts say beside their figures |
| `references` | mentions of figures that are not there |
| `links` | links that lead nowhere |
| `attached` | files beside texts that are not published |
| `addresses` | addresses that were published and are gone |
| `records` | figures that were published and are others, or gone |
| `procedures` | procedures and lists of them |
| `results` | what earlier checks found |
"""

from bantin.checks.results import Kept, Results, holds, program
from bantin.checks.rules import Judged, all_problems, judged

__all__ = ["Judged", "Kept", "Results", "all_problems", "holds", "judged", "program"]
