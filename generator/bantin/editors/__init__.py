"""What editors get to read and to use: reports of problems, schemas.

| module | holds |
|---|---|
| `formats` | problems for people and for tools |
| `verdict` | how much was found, in one line, and whether it lets a command go on |
| `schema` | JSON Schemas of the data files |
| `schema_procedures` | those of procedures and lists of them |
| `shapes` | the pieces of a schema |
| `spellings` | names as patterns |
| `procedures` | tables of procedures into files to finish |
| `forms` | forms in Excel that offices fill |
| `asked` | the place and the period that somebody names |
| `beginnings` | what a new file begins as |
| `first_site` | what a new site begins with |
| `upgrading` | what a new version of the package changed in the lists |
"""

from bantin.editors.formats import Format
from bantin.editors.schema import write
from bantin.editors.verdict import Weight, summary, weighty

__all__ = ["Format", "Weight", "summary", "weighty", "write"]
