"""Tables of procedures as others gather them, into files of this site for an editor to finish.

| module | holds |
|---|---|
| `columns` | a table: its columns, its rows, what is said of a cell |
| `cells` | what the texts of a cell are: parts, sentences that are whole |
| `times` | deadlines and fees in a cell |
| `papers` | papers, people, offices and legal bases in a cell |
| `origins` | codes, places, decisions and sources |
| `drafts` | one row as a version |
| `versions` | the rows of one procedure as its versions |
| `files` | the files of a table |
| `lines` | values as lines of YAML |

Nothing is guessed: what a row does not say plainly is left out of the file and told.
"""

from bantin.editors.procedures.columns import TableError
from bantin.editors.procedures.files import Imported, imported

__all__ = ["Imported", "TableError", "imported"]
