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
| `folders` | in which folder a file belongs; one file a procedure |
| `paths` | which files these are |
| `files` | all of one folder |
"""

from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in_name
from bantin.reading.procedures.files import Entered, entered_in, together
from bantin.reading.procedures.folders import misplaced
from bantin.reading.procedures.paths import FileOf, file_of

__all__ = ["Entered", "FileOf", "code_in_name", "entered_in", "file_of", "keys", "misplaced", "together"]
