"""The grammar of figures: their text as a `Value`, or a question to the editor.

| module | holds |
|---|---|
| `digits` | digits with points and commas as a number |
| `printed` | the words around a number |
| `misprints` | questions about a text that is no clear value |
| `values` | the text of a figure as a value |
"""

from bantin.reading.numbers.misprints import Misprint
from bantin.reading.numbers.values import NOTHING, parse

__all__ = ["NOTHING", "Misprint", "parse"]
