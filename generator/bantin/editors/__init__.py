"""What editors get to read and to use: reports of problems, schemas.

| module | holds |
|---|---|
| `formats` | problems for people and for tools |
| `schema` | JSON Schemas of the data files |
| `shapes` | the pieces of a schema |
| `spellings` | names as patterns |
"""

from bantin.editors.formats import Format
from bantin.editors.schema import write

__all__ = ["Format", "write"]
