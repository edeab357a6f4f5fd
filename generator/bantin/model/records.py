"""What was ever published, figure by figure: small lines that the publishing command keeps beside the data."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator, Slice
from bantin.model.reports import Figure, Report
from bantin.model.values import State, Value
from bantin.problems import Location


class Record(NamedTuple):
    """A text that was published of a fact."""

    period: str
    """As in the address of its bulletin."""
    place: str
    """The code of the place that a row of a table is about; «» of the bulletin's own."""
    slice: str
    """The ids of its scope and members, between slashes."""
    indicator: str
    text: str

    @property
    def anchor(self) -> str:
        """The fact on its bulletin's page; rows of tables have one that the command does not ask for."""
        return "-".join([*self.slice.split("/"), self.indicator])


class Departed(NamedTuple):
    """A published text that its file does not print word for word now."""

    record: Record
    report: Location
    """The file."""
    figures: tuple[Figure, ...]
    """What stands of the fact now; nothing where it is gone."""
    value: Value | State | None
    """What the text meant; None where the lists do not tell any more."""
    name: str
    """Of what it was, and in which slice."""


def records_of(report: Report) -> Iterator[tuple[Record, Figure]]:
    """What the file of a report prints itself, with its figures."""
    period = report.period.slug
    for figure in report.figures:
        if figure.at.source == report.at.source:
            yield _record(period, "", figure), figure
    for line in report.lines:
        yield _record(period, line.place.code, line.figure), line.figure


def meant_by_record(record: Record, catalogue: Catalogue) -> tuple[Slice | None, Indicator | None]:
    """What a record is of by the lists as they are now, which may call it otherwise."""
    named = record.slice.replace("--", "+")  # no member's own id has two dashes
    return catalogue.slice(named), catalogue.indicator(record.indicator)


def slice_key(within: Slice) -> str:
    """The ids of a slice between slashes."""
    return "/".join([within.scope.id, *(member.id for member in within.members)])


def _record(period: str, place: str, figure: Figure) -> Record:
    return Record(period, place, slice_key(figure.slice), figure.indicator.id, " ".join(figure.text.split()))
