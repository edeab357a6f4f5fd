"""Forms in Excel, which offices fill: made from the lists and from what a place printed before, and read back.

| module | holds |
|---|---|
| `layout` | what stands where, as data |
| `printed` | what a place printed, as forms ask for it |
| `fields` | the first sheet: dossiers by field |
| `rates` | the second: rates, scores, ranks, targets |
| `about` | the third: sources and words |
| `equations` | which columns add up, and how a sheet says so by itself |
| `made` | the form of a place and period |
| `hidden` | what a form says of itself |
| `ground` | where the parts of a sheet lie |
| `looks` | how cells look |
| `paper` | how a sheet behaves and is printed |
| `drawing` | a form as a file |
| `shown` | what a cell with a number shows |
| `web` | tables of a web page, as a workbook |
| `book` | a workbook as what is seen in its cells |
| `tables` | the rows of a form, found again |
| `headings` | what the columns of other tables count, by the words over them |
| `exports` | tables that other systems export: where they begin and end, what names their rows |
| `statements` | what a form says, as what stands in data files |
| `answers` | rows as statements |
| `yaml_text` | values as they are written in YAML |
| `nodes` | a data file as it was typed |
| `edits` | edits of its text, which leave all else as it was typed |
| `splices` | what a form says, put into it |
| `held` | what it holds, as the proof |
| `imports` | a filled form into its data file |
| `reply` | the answer to a form that cannot be read as it is |

What writes and what reads spreadsheets is loaded by whoever asks for it: no other command needs either.
"""

from bantin.editors.forms.drawing import drawn
from bantin.editors.forms.imports import Export, Imported, imported
from bantin.editors.forms.layout import Form
from bantin.editors.forms.made import form_of
from bantin.editors.forms.reply import answered

__all__ = [
    "Export",
    "Form",
    "Imported",
    "answered",
    "drawn",
    "form_of",
    "imported",
]
