"""Two states of one site, and what the step from one to the other does to the public pages.

| module | holds |
|---|---|
| `revision` | the files as they were at a revision of the repository |
| `changes` | what differs, as facts |
| `words` | what differs, in sentences |
| `forms` | the forms in which that is printed |
"""

from bantin.comparing.changes import differences
from bantin.comparing.forms import Form, printed
from bantin.comparing.revision import NoRevisionError, laid_out

__all__ = ["Form", "NoRevisionError", "differences", "laid_out", "printed"]
