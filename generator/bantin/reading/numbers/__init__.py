"""The grammar of figures: their text as a `Value`, or a question to the editor.

| module | holds |
|---|---|
| `digits` | digits with points and commas as a number |
| `cells` | what a cell holds in the place of a number |
| `bounds` | words about a number as one bound |
| `printed` | the words around a number |
| `misprints` | questions about a text that is no clear value |
| `ranges` | two numbers as the ends of a range |
| `values` | the text of a figure as a value |
| `aims` | what is aimed at in words |
"""

from bantin.reading.numbers.aims import is_in_words
from bantin.reading.numbers.cells import NOTHING, error_of_sheet
from bantin.reading.numbers.misprints import Misprint
from bantin.reading.numbers.values import parse

__all__ = ["NOTHING", "Misprint", "error_of_sheet", "is_in_words", "parse"]
