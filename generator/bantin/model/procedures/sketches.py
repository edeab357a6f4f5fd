"""As much of procedures and of lists as other pages show: small enough to be known before any page is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bantin.model.procedures.announcements import Announcement
from bantin.model.procedures.deadlines import Deadline
from bantin.model.procedures.procedure import Case, Procedure, Version
from bantin.model.procedures.terms import Change, Tier
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class VersionSketch:
    """As much of a version."""

    since: date | None
    until: date | None
    is_abolished: bool
    question: str
    replaced_by: tuple[str, ...] = ()
    """The cores of what replaced it."""
    deadline: Deadline | None = None
    """Its deadline, where it states one for all cases and channels."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """As much of a procedure's file."""

    core: str
    name: str
    field: str
    address: str
    """How it goes by among what a site holds."""
    province: str
    shared: str
    tiers: tuple[Tier, ...]
    versions: tuple[VersionSketch, ...]
    at: Location
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class EntrySketch:
    """As much of an entry of a list."""

    core: str
    tier: Tier
    change: Change
    name: str
    line: int
    """Where it stands in the list's file, from 1."""


@dataclass(frozen=True, slots=True)
class ListSketch:
    """As much of a list."""

    address: str
    province: str
    number: str
    """Of its decision."""
    day: date | None
    """From which it is taken to hold."""
    is_complete: bool
    field: str
    printed_count: int | None
    entries: tuple[EntrySketch, ...]
    source: str
    """Its file."""


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens in life, and the procedures that people then need."""

    id: str
    name: str
    explanation: str
    codes: tuple[str, ...]
    """Their cores, in the order in which they are needed."""
    at: Location


@dataclass(frozen=True)
class Sketches:
    """All of a site, or of a part of it."""

    procedures: tuple[Sketch, ...] = ()
    lists: tuple[ListSketch, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people call procedures («sổ đỏ»), each with the cores that it may mean."""
    newest: date | None = None
    """The newest day that sources and decisions of procedures name."""

    @cached_property
    def by_core(self) -> Mapping[str, tuple[Sketch, ...]]:
        """The files that tell of a procedure: first the national record, then provinces'."""
        found: dict[str, list[Sketch]] = {}
        for sketch in sorted(self.procedures, key=lambda sketch: (sketch.province, sketch.core)):
            found.setdefault(sketch.core, []).append(sketch)
        return {core: tuple(known) for core, known in found.items()}

    @cached_property
    def own_of(self) -> Mapping[str, tuple[Sketch, ...]]:
        """The procedures that provinces have of their own for a national one, by the core of that."""
        found: dict[str, list[Sketch]] = {}
        for sketch in sorted(self.procedures, key=lambda sketch: (sketch.province, sketch.core)):
            if sketch.shared:
                found.setdefault(sketch.shared, []).append(sketch)
        return {core: tuple(known) for core, known in found.items()}

    @cached_property
    def lists_of(self) -> Mapping[str, tuple[ListSketch, ...]]:
        """The lists of each province, by its folder."""
        found: dict[str, list[ListSketch]] = {}
        for known in sorted(self.lists, key=lambda known: known.address):
            found.setdefault(known.province, []).append(known)
        return {province: tuple(lists) for province, lists in found.items()}

    def __add__(self, other: "Sketches") -> "Sketches":
        days = [day for day in (self.newest, other.newest) if day]
        return Sketches(
            (*self.procedures, *other.procedures),
            (*self.lists, *other.lists),
            (*self.events, *other.events),
            {**self.nicknames, **other.nicknames},
            max(days, default=None),
        )


def sketches_of(
    procedures: Iterable[Procedure],
    announcements: Iterable[Announcement] = (),
    events: Iterable[LifeEvent] = (),
    nicknames: Mapping[str, tuple[str, ...]] | None = None,
) -> Sketches:
    """The sketches of what was read."""
    known, lists = tuple(procedures), tuple(announcements)
    days = [*(p.newest_source for p in known), *(a.read_on for a in lists), *(a.decision.issued for a in lists)]
    return Sketches(
        tuple(_sketch(procedure) for procedure in known),
        tuple(_list(announcement) for announcement in lists),
        tuple(events),
        dict(nicknames or {}),
        max((day for day in days if day), default=None),
    )


def _sketch(procedure: Procedure) -> Sketch:
    return Sketch(
        procedure.code.core,
        procedure.name,
        procedure.field,
        procedure.address,
        procedure.province,
        procedure.shared,
        procedure.tiers,
        tuple(_version(version) for version in procedure.versions),
        procedure.at,
    )


def _version(version: Version) -> VersionSketch:
    said = [case for _, case in version.all_deadlines()]
    return VersionSketch(
        version.since,
        version.until,
        version.is_abolished,
        version.question,
        tuple(code.core for code in version.replaced_by),
        _single(said),
    )


def _single(said: list[Case[Deadline]]) -> Deadline | None:
    """The deadline of all, where one is stated and no case apart."""
    texts = {case.said for case in said}
    return said[0].said if len(texts) == 1 and not any(case.case for case in said) else None


def _list(known: Announcement) -> ListSketch:
    entries = (EntrySketch(e.code.core, e.tier, e.change, e.name, e.at.line) for e in known.entries)
    return ListSketch(
        known.address,
        known.province,
        known.decision.number,
        known.day,
        known.is_complete,
        known.field,
        known.printed_count,
        tuple(entries),
        known.at.source,
    )
