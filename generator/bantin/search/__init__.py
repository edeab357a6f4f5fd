"""What a search knows: the names of all units, the titles of a site, and the words of its pages.

| module | holds |
|---|---|
| `names` | all units of all times as one text |
| `documents` | what is known of a page |
| `words` | the words of a text, folded |
| `index` | the files of a site's index, by families of pages |
| `scripts` | such a file as a script |
"""

from bantin.search.documents import Document, document_of, unmarked
from bantin.search.index import Family, Index, family_of, write_index
from bantin.search.names import name_files, numbers

__all__ = [
    "Document",
    "Family",
    "Index",
    "document_of",
    "family_of",
    "name_files",
    "numbers",
    "unmarked",
    "write_index",
]
