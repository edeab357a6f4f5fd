"""What the offices of a tier in a province handle on a day, by the lists that were announced for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bantin.model.procedures.sketches import ListSketch
from bantin.model.procedures.terms import Change, Tier


class Handling(StrEnum):
    """Whether offices handle a procedure on a day."""

    HANDLED = "có tiếp nhận"
    ENDED = "không còn tiếp nhận"
    UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Handled:
    """One procedure of a tier on a day."""

    core: str
    """The core of its code."""
    name: str
    """As the newest list that names it prints it; «» where none does."""
    handling: Handling
    by: ListSketch
    """The newest list that says so."""


def handled_on(lists: Iterable[ListSketch], tier: Tier, day: date) -> tuple[Handled, ...]:
    """Every procedure that lists in force on a day speak of for a tier, by code."""
    found: dict[str, Handled] = {}
    for known in sorted(_begun(lists, day), key=lambda known: (known.day or date.min, known.address)):
        entries = [entry for entry in known.entries if entry.tier is tier]
        if known.is_complete and entries:
            found |= dict(_left_out(found.values(), known, {entry.core for entry in entries}))
        for entry in entries:
            earlier = found.get(entry.core)
            handling = Handling.ENDED if entry.change is Change.ABOLISHED else Handling.HANDLED
            unsure = earlier and earlier.by.day is None and earlier.handling is not handling
            name = entry.name or (earlier.name if earlier else "")
            found[entry.core] = Handled(entry.core, name, Handling.UNKNOWN if unsure else handling, known)
    return tuple(found[core] for core in sorted(found))


def names_all(lists: Iterable[ListSketch], tier: Tier, day: date) -> bool:
    """Whether one of the lists in force on a day is said to name all that a tier handles; later ones only change it."""
    known = (known for known in _begun(lists, day) if known.is_complete and not known.field)
    return any(entry.tier is tier for one in known for entry in one.entries)


def _begun(lists: Iterable[ListSketch], day: date) -> Iterator[ListSketch]:
    return (known for known in lists if known.day is None or known.day <= day)


def _left_out(earlier: Iterable[Handled], known: ListSketch, named: set[str]) -> Iterator[tuple[str, Handled]]:
    """What a complete list does not name any more; of one field, only what lists of that field had brought."""
    for handled in earlier:
        if handled.core not in named and (not known.field or handled.by.field == known.field):
            yield handled.core, Handled(handled.core, handled.name, Handling.ENDED, known)
