"""What a form says of itself in a sheet that nobody sees: its version, its place and period, what its columns are."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bantin.editors.forms.layout import VERSION, Form

NAME = "bantin"
"""The name of the sheet."""
WORDS_FROM = 4
"""The first of its columns that hold the words which cells propose."""
_VERSION, _PLACE, _PERIOD = "phien-ban", "noi", "ky"


class Told(NamedTuple):
    """What a form says of itself."""

    version: str
    place: str
    """The path of its place."""
    period: str
    """The name of its period, as files have it."""
    columns: Mapping[str, str]
    """What the columns mean, by their numbers: «(7)» is the id of an indicator."""


def lines_of(form: Form) -> list[tuple[str, str]]:
    """The lines of the sheet."""
    signs = [(sign, column.means) for sheet in form.sheets for sign, column in sheet.signs()]
    return [(_VERSION, VERSION), (_PLACE, form.place.path), (_PERIOD, form.period.slug), *signs]


def told_by(lines: Iterable[tuple[str, str]]) -> Told | None:
    """What the lines of such a sheet say; None where they are those of another."""
    said = dict(lines)
    if not said.keys() >= {_VERSION, _PLACE, _PERIOD}:
        return None
    columns = {sign: means for sign, means in said.items() if sign.startswith("(")}
    return Told(said[_VERSION], said[_PLACE], said[_PERIOD], columns)
