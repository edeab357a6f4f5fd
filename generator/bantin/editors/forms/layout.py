"""What stands where in a form: sheets of columns and rows, as data that is drawn, read back and explained alike.

Columns are known by a number that goes through all sheets, «(7)»: it stands in a row of its own, so that a column, a
row or a sheet that somebody moved, put between or renamed is still what it was. Rows are known by the names in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from bantin.model import Period
from bantin.places import Unit, gazetteer

VERSION = "1"
"""Changes when a form of before would be read as something else."""
NUMBER, FIELD, INDICATOR, SCOPE, TOPIC, CONTENT = "Số thứ tự", "Lĩnh vực", "Chỉ số", "Phạm vi", "Mục", "Nội dung"
"""What columns hold that hold no figures."""
ADDED, COMPARED = "Cộng các lĩnh vực", "So với dòng tổng"
"""The names of rows that the sheet fills by itself."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Words(Enum):
    """Which words a cell proposes; any other may be typed."""

    NONE = auto()
    VALUES = auto()
    """Words about numbers, and words in the place of a number."""
    FIELDS = auto()
    INDICATORS = auto()
    SCOPES = auto()


class Column(NamedTuple):
    """A column of a table."""

    means: str
    """The id of an indicator, or what else its cells say: «Lĩnh vực», «Giá trị»."""
    heading: str
    group: str = ""
    """The heading that it shares with its neighbours."""
    note: str = ""
    """How the heading is explained."""
    words: Words = Words.NONE
    width: int = 11
    is_remembered: bool = False
    """Whether it is shown what stood here in the last period."""


class RowKind(Enum):
    """What a row is for."""

    TITLE = auto()
    """Says what the rows below it are of; nothing is typed there."""
    WHOLE = auto()
    """The whole, of which the rows below are parts."""
    ENTRY = auto()
    SPARE = auto()
    """For what nobody foresaw."""
    ADDED = auto()
    COMPARED = auto()


class Row(NamedTuple):
    """A row of a table."""

    kind: RowKind
    texts: Mapping[str, str] = _NONE
    """What stands in it, by what its columns mean."""
    before: Mapping[str, str] = _NONE
    """What stood there in the last period."""
    note: str = ""


class Equation(NamedTuple):
    """A column that others add up to."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One table."""

    name: str
    title: str
    how: str
    """How to fill it, in a sentence or two."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    named: int
    """How many columns, at its left, say what a row is."""
    first: int = 1
    """The number of its first column."""
    equations: tuple[Equation, ...] = ()

    def sign(self, means: str) -> str:
        """The number by which a column is known: «(7)»."""
        return next(sign for sign, column in self.signs() if column.means == means)

    def signs(self) -> Iterator[tuple[str, Column]]:
        """Every column with its number."""
        return ((f"({number})", column) for number, column in enumerate(self.columns, self.first))

    def told(self, equation: Equation) -> str:
        """«(3) = (4) + (5)»."""
        return f"{self.sign(equation.total)} = {' + '.join(map(self.sign, equation.parts))}"


@dataclass(frozen=True)
class Form:
    """The form of one place and period."""

    place: Unit
    period: Period
    sheets: tuple[Sheet, ...]
    before: str = ""
    """The period whose figures stand in grey, as it stands alone."""
    words: Mapping[Words, tuple[str, ...]] = field(default_factory=dict)
    """The words that cells propose."""

    @property
    def place_name(self) -> str:
        """«xã Vĩnh Thuận, tỉnh An Giang»."""
        province = gazetteer.province_of(self.place)
        names = [unit.full_name_on(self.period.end) for unit in dict.fromkeys((self.place, province))]
        return ", ".join(names)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.place.path.replace('/', '_')}_{self.period.slug}.xlsx"
