"""The eras of the land: between two of them, provinces or the units below them were arranged anew.

Each is a row of `gazetteer_data/eras.tsv`. When the land is arranged again, the last row gets a last day and a mark,
and another follows it; no code changes.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from bantin.places.tables import day, table_rows
from bantin.places.unit import Level, Unit
from bantin.vietnamese import date_text, upper_first


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of time in which the units stayed what they were, but for their kinds."""

    id: str
    """Stands in addresses: «/an-giang/don-vi/#hien-nay»."""
    first: date | None
    """First day; None for the first era, whose beginning the tables do not know."""
    last: date | None
    """Last day; None for the era of today."""
    lower: Level
    """The level right below the provinces."""
    mark: str
    """What follows the code of a unit that ended with the era, as codes were given out again; empty today."""
    noun: str
    """What the units right below a province are called together: «xã, phường, đặc khu»."""
    told: str
    """What a province's page of units tells of them, after their number and their noun; `{name}` is the province's."""

    @property
    def last_day(self) -> date:
        """The last day, or the end of time."""
        return self.last or date.max

    @property
    def name(self) -> str:
        """As a heading: «Từ 01/07/2025», «Đến 30/06/2025», «Từ 01/07/2025 đến 31/12/2030»."""
        return upper_first(self._between("từ", "đến"))

    @property
    def span(self) -> str:
        """Inside a sentence: «từ ngày 01/07/2025», «đến hết ngày 30/06/2025»."""
        return self._between("từ ngày", "đến hết ngày")

    @property
    def of_units(self) -> str:
        """What its units are: «hiện nay», «đến hết ngày 30/06/2025». Many of today are older than the era of today."""
        return self.span if self.last else "hiện nay"

    @property
    def before(self) -> str:
        """How the time before it is called: «Trước 01/07/2025»."""
        return f"Trước {date_text(self.first)}" if self.first else ""

    def covers(self, on: date) -> bool:
        """The day lies in the era."""
        return (self.first is None or self.first <= on) and on <= self.last_day

    def _between(self, since: str, until: str) -> str:
        ends = (since, self.first), (until, self.last)
        return " ".join(f"{word} {date_text(end)}" for word, end in ends if end)


@cache
def eras() -> tuple[Era, ...]:
    """All eras, oldest first."""
    return tuple(
        Era(id, day(first), day(last), Level(lower), mark, noun, told)
        for id, first, last, lower, mark, noun, told in table_rows("eras.tsv")
    )


def present_era() -> Era:
    """The era of today."""
    return eras()[-1]


def era_on(on: date) -> Era:
    """The era in which the day lies."""
    return next(era for era in eras() if era.covers(on))


def era_of(unit: Unit) -> Era:
    """The era in which the unit is, or was on its last day."""
    return era_on(unit.until or date.max)
