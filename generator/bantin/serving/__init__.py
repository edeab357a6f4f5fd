"""A site to look at while it is written: built again at every save, shown with what is still wrong.

| module | holds |
|---|---|
| `watching` | builds, by processes of their own, whenever a file was saved |
| `shown` | what a browser is told: which build it sees, what is wrong |
| `server` | the pages over HTTP, on this machine alone |

`xem.js`, `xem.css` and `cho.html` are what the server adds to the pages; nothing of it is in a site that is published.
"""

from bantin.serving.server import server_at
from bantin.serving.shown import State
from bantin.serving.watching import command_of, watch

__all__ = ["State", "command_of", "server_at", "watch"]
