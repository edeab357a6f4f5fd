"""One procedure: its versions, each with the document that decided it and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from bantin.model.identity import Plain, SameByLocation
from bantin.model.procedures.codes import Code
from bantin.model.procedures.deadlines import Deadline
from bantin.model.procedures.fees import Fee
from bantin.model.procedures.terms import Change, Channel, OnlineLevel, Tier
from bantin.model.reports import Source
from bantin.problems import Location

SaidT = TypeVar("SaidT", Deadline, Fee)


@dataclass(frozen=True, slots=True)
class Case(Generic[SaidT]):
    """What is said of one case (trường hợp); of all where it is «»."""

    case: str
    said: SaidT
    at: Location


@dataclass(frozen=True, eq=False, slots=True)
class Route(SameByLocation):
    """One way to hand in papers, and what holds there."""

    channel: Channel
    at: Location
    deadlines: tuple[Case[Deadline], ...] = ()
    fees: tuple[Case[Fee], ...] = ()
    address: str = ""
    """Where: a counter, or a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to bring."""

    name: str
    at: Location
    originals: str = ""
    """How many originals, as printed."""
    copies: str = ""
    form: str = ""
    """The form to fill in."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """What to bring in one case (trường hợp); in all where it is «»."""

    case: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The document that decided a version or a list."""

    number: str
    """«163/QĐ-BTP»; «» where the source prints none."""
    issuer: str = ""
    issued: date | None = None
    title: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Version(SameByLocation):
    """What one decision says of a procedure, as a source prints it. What is empty was not printed."""

    decision: Decision
    at: Location
    source: Source | None = None
    also: tuple[Source, ...] = ()
    change: Change = Change.PUBLISHED
    since: date | None = None
    """The day from which it holds, where a source says."""
    until: date | None = None
    """The last day."""
    replaced_by: tuple[Code, ...] = ()
    tiers: tuple[Tier, ...] = ()
    offices: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    deadlines: tuple[Case[Deadline], ...] = ()
    """Those that the source states for no single channel."""
    fees: tuple[Case[Fee], ...] = ()
    papers: tuple[Papers, ...] = ()
    sets: str = ""
    """How many sets of papers, as printed."""
    results: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    online: OnlineLevel | None = None
    question: str = ""
    """What is not known of it, in words to readers: two sources disagree."""
    note: str = ""
    accepted: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources that print it so."""
        return (self.source, *self.also) if self.source else self.also

    @property
    def is_abolished(self) -> bool:
        """Whether its decision ends the procedure."""
        return self.change is Change.ABOLISHED

    @property
    def has_successor(self) -> bool:
        """Whether another procedure comes in the place of this one."""
        return bool(self.replaced_by)

    @property
    def read_on(self) -> date | None:
        """The newest day that its sources name."""
        return max((source.published for source in self.sources if source.published), default=None)

    def all_deadlines(self) -> Iterator[tuple[Channel | None, Case[Deadline]]]:
        """Every deadline, with its channel; None for those of no single one."""
        yield from ((None, case) for case in self.deadlines)
        yield from ((route.channel, case) for route in self.routes for case in route.deadlines)

    def all_fees(self) -> Iterator[tuple[Channel | None, Case[Fee]]]:
        """Every fee, likewise."""
        yield from ((None, case) for case in self.fees)
        yield from ((route.channel, case) for route in self.routes for case in route.fees)


@dataclass(frozen=True, eq=False)
class Procedure(Plain, SameByLocation):
    """What one file says of a procedure: the national record, or what a province says of it."""

    code: Code
    at: Location
    name: str = ""
    """«» where a province's file leaves that to the national record."""
    field: str = ""
    """Its field (lĩnh vực), in the name that the site's list gives it."""
    province: str = ""
    """The folder of the province whose file it is; «» for the national record."""
    aliases: tuple[str, ...] = ()
    shared: str = ""
    """The core of the national procedure of which this is a province's own («1.012784»); «» where there is none."""
    portal: str = ""
    """Where the State's portal tells of it."""
    sources: tuple[Source, ...] = ()
    versions: tuple[Version, ...] = ()
    """Oldest first, as the file orders them."""

    @property
    def address(self) -> str:
        """Where its own page stands, and how it goes by among what a site holds."""
        return "/".join(filter(None, (self.province, "thu-tuc", self.code.address)))

    @cached_property
    def tiers(self) -> tuple[Tier, ...]:
        """Who handles it, by its newest version that says."""
        return next((version.tiers for version in reversed(self.versions) if version.tiers), ())

    @property
    def newest_source(self) -> date | None:
        """The day its newest source names."""
        return max((source.published for source in self.sources if source.published), default=None)
