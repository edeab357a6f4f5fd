"""What a long command tells of itself: how far it is, where its time went, what came of it.

| module | holds |
|---|---|
| `progress` | the stages of a command, told as a bar on a terminal and as plain lines in a log |
| `profile` | what each stage took by the clock and of the processors, in one process or many; the most memory |
| `closing` | what a build came to, in the lines that end it |
| `amounts` | durations, sizes and shares in words |

Nothing here knows what the stages do.
"""

from bantin.telling.closing import Closing
from bantin.telling.profile import Profile, Spent, Stopwatch, table
from bantin.telling.progress import Progress, progress_on

__all__ = ["Closing", "Profile", "Progress", "Spent", "Stopwatch", "progress_on", "table"]
