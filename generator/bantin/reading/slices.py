"""Which slices a section of a report has, and whether they may stand in a file of this place and period.

What is said of the place itself, as a rank is, may stand without a scope: it belongs to the whole of the place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bantin.model import Catalogue, Indicator, Period, Scope, Slice, meant_by, slice_at, standing, was_there, whole_of
from bantin.places import Unit
from bantin.problems import Location, Problem, Text, excerpt
from bantin.reading.blocks import Block, Pairs
from bantin.reading.trees import Node
from bantin.vietnamese import date_text, listed


class Part(NamedTuple):
    """Some indicators of a section."""

    id: str
    """Parts of one id have no indicator twice."""
    name: Text
    """The name of the slice, or that of an indicator which stands without one."""
    slice: Slice | None
    """None where the name is of none."""
    pairs: Pairs


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
    _seen: set[str] = field(default_factory=set)
    """The scopes, by their ids, that were there in the report's period."""

    @cached_property
    def kind(self) -> str:
        """The kind of the place when the period ended."""
        return self.place.kind_on(self.period.end)

    def parts(self, key: str) -> Iterator[Part]:
        """What stands below a section, in its order."""
        seen: dict[str, Text] = {}
        homeless: list[Text] = []
        for name, node in self.report.pairs_at(key):
            if not self._is_bare(name, node):
                within = self.named(name)
                id = self._once(name, within, seen) if within else name.value
                yield Part(id, name, within, self.report.pairs_of(node))
            elif self._needs_scope(name):
                homeless.append(name)
            else:
                yield Part(self._whole.id if self._whole else "", name, self._whole, ((name, node),))
        self._note_homeless(homeless)

    def _is_bare(self, name: Text, node: Node) -> bool:
        """Whether an indicator stands where a slice should, or a value below a name that nobody knows."""
        if self.catalogue.slice(name.value, self.place.level):
            return False
        is_value = isinstance(node, Text) and bool(node.value) and "/" not in name.value
        return is_value or bool(self.catalogue.indicators_in(name.value))

    def _needs_scope(self, name: Text) -> bool:
        named = self.catalogue.indicators_in(name.value)
        return bool(named) and not (self._whole and all(indicator.is_of_place for indicator in named))

    @cached_property
    def _whole(self) -> Slice | None:
        """The slice of what is said of the place itself."""
        whole = whole_of(self.catalogue, self.place.level, self.period)
        return Slice(whole).at(self.kind) if whole else None

    def _once(self, name: Text, within: Slice, seen: dict[str, Text]) -> str:
        """The id of a slice; another one where it stood before, which is a problem."""
        earlier = seen.setdefault(within.id, name)
        if earlier is name:
            return within.id
        message = f"{excerpt(name.value)} và {excerpt(earlier.value)} ở dòng {earlier.at.line} là một."
        self.report.note(Problem(name.at, "duplicate-key", message, "Gộp hai phần làm một."))
        return f"{within.id} {name.at.line}"

    def _note_homeless(self, names: list[Text]) -> None:
        """Ask once for the scopes of all that needs one and has none."""
        if not names:
            return
        first, others = names[0], f" và {len(names) - 1} mục khác" if len(names) > 1 else ""
        message = f"{excerpt(first.value)}{others} chưa nói là của phạm vi nào."
        offer = self._offer(standing(self.catalogue, self.place.level, self.period))
        help = f"Ghi phạm vi ở dòng trên, rồi thụt chỉ số vào dưới phạm vi. {offer}"
        self.report.note(Problem(first.at, "scope-missing", message, help, length=len(first.value)))

    def named(self, name: Text) -> Slice | None:
        """The slice of a name, with what it is called at this place; None where it names none."""
        within = slice_at(self.catalogue, name, self.place.level, kind=self.kind)
        if isinstance(within, tuple):
            self.report.note(*within)
            return None
        if not within.scope.stands_at(self.place.level):
            self._note(name, self._not_here(within.scope, name))
        return within

    def of_row(self, part: Text, indicator: Indicator) -> Slice | None:
        """The slice of a row about this place, in a table that stands below the name of a slice, or below that of an
        indicator of the place itself."""
        if self.catalogue.slice(part.value, self.place.level) or not self.catalogue.indicator(part.value):
            return self.named(part)
        if not (indicator.is_of_place and self._whole) and part.at not in self._told:
            self._told.add(part.at)
            self._note_homeless([part])
        return self._whole

    def hold(self, within: Slice, name: Text, time: Period) -> None:
        """See that there was what a slice counts in the time of a figure; say once of each name that there was not."""
        if time is self.period and within.scope.id in self._seen:
            return
        if not was_there(within.scope, time):
            self._note(name, self._not_then(within.scope, name, time))
        elif time is self.period:
            self._seen.add(within.scope.id)

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
