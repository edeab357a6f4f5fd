"""As much of procedures and of lists as other pages show: small enough to be known before any page is made."""

from dataclasses import dataclass
from datetime import date

from bantin.model.procedures.announcements import Announcement
from bantin.model.procedures.deadlines import Deadline
from bantin.model.procedures.differences import Matter, stated
from bantin.model.procedures.procedure import Case, Procedure, Version
from bantin.model.procedures.terms import Change, Tier
from bantin.problems import Location
from bantin.vietnamese import slug


@dataclass(frozen=True, slots=True)
class VersionSketch:
    """As much of a version."""

    since: date | None
    until: date | None
    change: Change
    question: str
    replaced_by: tuple[str, ...] = ()
    """The cores of what replaced it."""
    deadline: Deadline | None = None
    """Its deadline, where it states one for all cases and channels."""
    has_several: bool = False
    """Whether it states several, by case or channel."""
    stated: tuple[tuple[str, str, str], ...] = ()
    """Its deadlines and fees, as far as they can be held against others: of which matter and case, in which channel («»
    of all), and what they mean.
    """

    @property
    def is_abolished(self) -> bool:
        """Whether its decision ends the procedure."""
        return self.change is Change.ABOLISHED

    @property
    def has_successor(self) -> bool:
        """Whether another procedure comes in the place of this one."""
        return bool(self.replaced_by)


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
    decided_on: date | None = None
    """The day that its decision names: from which it holds, or on which it was signed."""
    entered: int = 0
    """How many of its procedures were entered."""


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens in life, and the procedures that people then need."""

    id: str
    name: str
    explanation: str
    codes: tuple[str, ...]
    """Their cores, in the order in which they are needed."""
    at: Location


def sketch_of(procedure: Procedure) -> Sketch:
    """As much of a procedure's file."""
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
        version.change,
        version.question,
        tuple(code.core for code in version.replaced_by),
        _single(said),
        bool(said) and not _single(said),
        tuple(
            (f"{one.matter.name} {slug(one.case)}", str(one.channel or ""), one.meaning)
            for one in stated(version)
            if one.matter is not Matter.TIERS
        ),
    )


def _single(said: list[Case[Deadline]]) -> Deadline | None:
    """The deadline of all, where one is stated and no case apart."""
    texts = {case.said for case in said}
    return said[0].said if len(texts) == 1 and not any(case.case for case in said) else None


def differ(one: VersionSketch | None, other: VersionSketch | None) -> bool:
    """Whether one version certainly states another deadline or fee than the other, for the same case in some channel.

    What is stated of no single channel holds in each of which nothing else is stated.
    """
    first, second = (
        {(about, channel): meaning for about, channel, meaning in (known.stated if known else ())}
        for known in (one, other)
    )
    return any(
        first.get(key, first.get((key[0], ""), "")) != second.get(key, second.get((key[0], ""), ""))
        for key in {*first, *second}
        if {key, (key[0], "")} & first.keys() and {key, (key[0], "")} & second.keys()
    )


def list_sketch_of(known: Announcement) -> ListSketch:
    """As much of a list."""
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
        known.decided_on,
        known.entered,
    )
