"""What a filled form says, cell by cell, as what stands in data files: which names lead to a value, and the value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bantin.editors.forms.book import Seen
from bantin.problems import Location, Problem, excerpt
from bantin.vietnamese import slug

VALUE, STATE = "Giá trị", "Trạng thái"


class Name(NamedTuple):
    """A name on the way to a value: by its id the same, however a file writes it."""

    id: str
    label: str


def topic(label: str) -> Name:
    """A section of a file: «Số liệu»."""
    return Name(slug(label), label)


FIGURES, TARGETS, BY_PLACE = topic("Số liệu"), topic("Chỉ tiêu"), topic("Theo đơn vị")
SOURCE, PERIOD, BASIS, ASSESSMENTS = map(topic, ("Nguồn", "Kỳ", "Căn cứ", "Nhận định"))


@dataclass(frozen=True)
class Statement:
    """What is said below some names: the values of keys, each with its cell."""

    path: tuple[Name, ...]
    says: Mapping[str, Seen]

    @property
    def ids(self) -> tuple[str, ...]:
        """The names by their ids."""
        return tuple(name.id for name in self.path)

    @property
    def called(self) -> str:
        """How a message names it: «Toàn xã / Đất đai, Hồ sơ tiếp nhận»."""
        return ", ".join(name.label for name in self.path[1:]) or self.path[0].label


@dataclass(frozen=True)
class Filled:
    """What a form says, and what is wrong with it."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: Mapping[tuple[str, str], Location] = field(default_factory=dict)
    """Where a key of a topic stands in the form, filled or not."""


def without_doubt(statements: Iterable[Statement]) -> Filled:
    """The statements together, each value once, without cells of which nobody can tell what is in them; problems for
    these, and for values that stand twice and differ."""
    seen: dict[tuple[tuple[str, ...], str], Seen] = {}
    known: dict[tuple[str, ...], Statement] = {}
    problems = list[Problem]()
    for statement in statements:
        kept = dict(known[statement.ids].says) if statement.ids in known else {}
        for key, cell in statement.says.items():
            earlier = seen.setdefault((statement.ids, key), cell)
            problems += _wrong(cell, earlier, statement)
            if not cell.problem:
                kept.setdefault(key, cell)
        known[statement.ids] = Statement(statement.path, kept)
    return Filled(tuple(one for one in known.values() if one.says), tuple(problems))


def _wrong(cell: Seen, earlier: Seen, statement: Statement) -> Iterator[Problem]:
    if cell.problem:
        yield cell.problem
    elif earlier.at != cell.at and earlier.text != cell.text:
        where = str(earlier.at).removeprefix(f"{cell.at.source}, ")
        message = f"{statement.called} là {excerpt(cell.text)} ở đây, mà là {excerpt(earlier.text)} ở {where}."
        yield Problem(cell.at, "form-table", message, "Xin giữ một trong hai.")
