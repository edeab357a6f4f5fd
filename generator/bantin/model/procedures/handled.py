"""What the offices of a tier in a province handle on a day, by the lists that were announced for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bantin.model.procedures.sketches import EntrySketch, ListSketch
from bantin.model.procedures.terms import Change, Tier
from bantin.places import offices


class Handling(StrEnum):
    """Whether offices handle a procedure on a day."""

    HANDLED = "có tiếp nhận"
    ENDED = "không còn tiếp nhận"
    UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class By:
    """The list that says so: without its entries, for each of which there is one of these."""

    address: str
    number: str
    """Of its decision."""
    day: date | None
    """From which it is taken to hold."""
    field: str


@dataclass(frozen=True, slots=True)
class Handled:
    """One procedure of a tier on a day."""

    core: str
    """The core of its code."""
    name: str
    """As the newest list that names it prints it; «» where none does."""
    handling: Handling
    by: By
    """The newest list that says so."""


_HANDLING = {Change.ABOLISHED: Handling.ENDED, Change.REPLACED: Handling.UNKNOWN}
"""What a list says besides of what offices handle. Of what is replaced, it does not say whether it goes or comes."""


def handled_on(lists: Iterable[ListSketch], tier: Tier, day: date) -> tuple[Handled, ...]:
    """Every procedure that lists in force on a day speak of for a tier, by code; none once there is no such tier."""
    if has_ended(tier, day):
        return ()
    found: dict[str, Handled] = {}
    for known in sorted(_begun(lists, day), key=lambda known: (known.day or date.min, known.address)):
        entries = [entry for entry in known.entries if entry.tier is tier]
        by = By(known.address, known.number, known.day, known.field)
        if known.is_complete and any(entry.change not in _HANDLING for entry in entries):
            found |= dict(_left_out(found.values(), by, {entry.core for entry in entries}))
        found |= {entry.core: _told(entry, by, found.get(entry.core)) for entry in entries}
    return tuple(found[core] for core in sorted(found))


def has_ended(tier: Tier, day: date) -> bool:
    """Whether there were no offices of a tier any more on a day."""
    last = offices.last_day_of(tier.level) if tier.level else None
    return last is not None and day > last


def _told(entry: EntrySketch, by: By, earlier: Handled | None) -> Handled:
    """What an entry of a list says, after what older ones said."""
    handling = _HANDLING.get(entry.change, Handling.HANDLED)
    unsure = earlier and earlier.by.day is None and earlier.handling is not handling
    name = entry.name or (earlier.name if earlier else "")
    return Handled(entry.core, name, Handling.UNKNOWN if unsure else handling, by)


def names_all(lists: Iterable[ListSketch], tier: Tier, day: date) -> bool:
    """Whether a list in force on a day is said to name all that a tier handles, and no later one leaves any open."""
    listed = tuple(lists)
    known = (known for known in _begun(listed, day) if known.is_complete and not known.field)
    is_named = any(entry.tier is tier and entry.change not in _HANDLING for one in known for entry in one.entries)
    return is_named and all(one.handling is not Handling.UNKNOWN for one in handled_on(listed, tier, day))


def _begun(lists: Iterable[ListSketch], day: date) -> Iterator[ListSketch]:
    return (known for known in lists if known.day is None or known.day <= day)


def _left_out(earlier: Iterable[Handled], by: By, named: set[str]) -> Iterator[tuple[str, Handled]]:
    """What a complete list does not name any more; of one field, only what lists of that field had brought."""
    for handled in earlier:
        if handled.core not in named and (not by.field or handled.by.field == by.field):
            yield handled.core, Handled(handled.core, handled.name, Handling.ENDED, by)
