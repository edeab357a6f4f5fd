"""Which slice a name in a report means, and whether it may stand in a file of this place and period."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bantin.model import Catalogue, Period, Scope, Slice, meant_by, slice_at, was_there
from bantin.places import Unit
from bantin.problems import Location, Problem, Text, excerpt
from bantin.reading.blocks import Block
from bantin.vietnamese import date_text, listed


@dataclass(frozen=True)
class Slices:
    """The slices that one file names; what is wrong with them becomes a problem of the file."""

    report: Block
    catalogue: Catalogue
    place: Unit
    period: Period
    """The report's."""
    where: str = "tệp này"
    """What is said to be of the place."""
    _told: set[Location] = field(default_factory=set)
    """Where the names stand of which it was said that they do not fit."""

    @property
    def kind(self) -> str:
        """The kind of the place when the period ended."""
        return self.place.kind_on(self.period.end)

    def named(self, name: Text) -> Slice | None:
        """The slice of a name, with what it is called at this place; None where it names none."""
        within = slice_at(self.catalogue, name, self.place.level)
        if isinstance(within, tuple):
            self.report.note(*within)
            return None
        if not within.scope.stands_at(self.place.level):
            self._note(name, self._not_here(within.scope, name))
        return within.at(self.kind)

    def hold(self, within: Slice, name: Text, time: Period) -> None:
        """See that there was what a slice counts in the time of a figure; say once of each name that there was not."""
        if not was_there(within.scope, time):
            self._note(name, self._not_then(within.scope, name, time))

    def _note(self, name: Text, problem: Problem) -> None:
        if name.at not in self._told:
            self._told.add(name.at)
            self.report.note(problem)

    def _not_then(self, scope: Scope, name: Text, time: Period) -> Problem:
        begins = scope.since is not None and scope.since > time.start
        lifetime = f"có từ {_day(scope.since)}" if begins else f"chỉ có đến {_day(scope.until)}"
        this = "kỳ này" if time is self.period else "con số này"
        message = f"Phạm vi {_scope_in(name)} {lifetime}, mà {this} là {time.name}."
        return self._problem(name, "scope-not-then", message, meant_by(scope, self.catalogue, self.place.level, time))

    def _not_here(self, scope: Scope, name: Text) -> Problem:
        if not was_there(scope, self.period):
            return self._not_then(scope, name, self.period)
        levels = listed(scope.levels, "hoặc")
        message = f"Phạm vi {_scope_in(name)} dùng cho {levels}, mà {self.where} là của {self.called}."
        meant = meant_by(scope, self.catalogue, self.place.level, self.period)
        return self._problem(name, "scope-not-here", message, meant)

    @property
    def called(self) -> str:
        """The place as it reads inside a sentence."""
        return self.place.full_name_on(self.period.end)

    def _problem(self, name: Text, code: str, message: str, meant: Iterable[Scope]) -> Problem:
        return Problem(name.at, code, message, self._offer(meant), length=len(name.value))

    def _offer(self, scopes: Iterable[Scope]) -> str:
        """What may be written here."""
        labels = [excerpt(scope.label_at(self.kind)) for scope in scopes]
        if not labels:
            return "Xem danh sách ở data/danh-muc/pham-vi.yml."
        return f"Ở {self.called}, mời ghi {listed(labels, 'hoặc')}."


def _scope_in(name: Text) -> str:
    """The scope of a slice as it was typed."""
    return excerpt(name.value.partition("/")[0].strip())


def _day(day: date | None) -> str:
    return date_text(day) if day else ""
