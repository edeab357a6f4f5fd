"""The commands that make and move sites, and what commands say alike.

| module | holds |
|---|---|
| `build` | `bantin build` and `bantin assemble` |
| `afterwards` | `bantin rollback` and `bantin verify` |
| `serve` | `bantin serve` |
| `tables` | `bantin import-procedures` |
| `forms` | `bantin form` and `bantin import` |
| `previews` | bulletins as single files |
| `beginnings` | `bantin new` |
| `first` | `bantin init` and `bantin upgrade` |
| `diff` | `bantin diff` |
| `reports` | what is told of problems, and when they end a command |

What makes pages is imported by the commands that make some, and when they do: a check needs none of it.
"""

from bantin.commands.afterwards import rollback, verify
from bantin.commands.beginnings import new
from bantin.commands.build import assemble, build
from bantin.commands.diff import diff
from bantin.commands.first import init, upgrade
from bantin.commands.forms import form, import_forms
from bantin.commands.reports import needs_data, report, tell
from bantin.commands.serve import serve
from bantin.commands.tables import import_procedures

COMMANDS = (
    build,
    serve,
    assemble,
    rollback,
    verify,
    import_procedures,
    form,
    import_forms,
    new,
    init,
    upgrade,
    diff,
)

__all__ = ["COMMANDS", "needs_data", "report", "tell"]
