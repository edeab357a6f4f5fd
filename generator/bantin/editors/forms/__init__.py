"""Forms in Excel, which offices fill: made from the lists and from what a place printed before.

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
| `asked` | the place and the period that somebody names |
"""

from bantin.editors.forms.asked import UnclearError, periods_asked, place_asked
from bantin.editors.forms.drawing import drawn
from bantin.editors.forms.layout import Form
from bantin.editors.forms.made import form_of

__all__ = ["Form", "UnclearError", "drawn", "form_of", "periods_asked", "place_asked"]
