"""Lists of procedures that an authority decided (danh mục công bố)."""

from dataclasses import dataclass
from datetime import date

from bantin.model.identity import Plain, SameByLocation
from bantin.model.procedures.codes import Code
from bantin.model.procedures.deadlines import Deadline
from bantin.model.procedures.procedure import Case, Decision
from bantin.model.procedures.terms import Change, Tier
from bantin.model.reports import Source
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class Entry:
    """One procedure in a list."""

    code: Code
    tier: Tier
    change: Change
    at: Location
    name: str = ""
    """As the list prints it; «» where only the code was printed."""
    deadlines: tuple[Case[Deadline], ...] = ()


@dataclass(frozen=True, eq=False)
class Announcement(Plain, SameByLocation):
    """What one decision announces, as far as it was read."""

    province: str
    """The folder of its province."""
    slug: str
    """The name of its file."""
    decision: Decision
    at: Location
    since: date | None = None
    """The day from which it holds, where the source says."""
    field: str = ""
    """The field of all that it lists, where it is one."""
    is_complete: bool = False
    """Whether it names everything that these tiers handle from then on, and all of it was read."""
    printed_count: int | None = None
    """How many procedures the decision says that it has."""
    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    note: str = ""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many procedures it names, counted in each way in which decisions count: one of two tiers once or twice,
        what they end or not.
        """
        staying = tuple(entry for entry in self.entries if entry.change is not Change.ABOLISHED)
        return tuple(n for some in (self.entries, staying) for n in (len({e.code.core for e in some}), len(some)))

    @property
    def entered(self) -> int:
        """How many of its procedures were entered: as many as it prints, where one way of counting gives that."""
        return next((count for count in self.counts if count == self.printed_count), self.counts[0])

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"{self.province}/danh-muc/{self.slug}"

    @property
    def day(self) -> date | None:
        """The day from which it is taken to hold: stated; else that of the decision, or of a source that prints it."""
        return self.decided_on or self.read_on

    @property
    def decided_on(self) -> date | None:
        """The day that its decision names: from which it holds, or on which it was signed."""
        return self.since or self.decision.issued

    @property
    def read_on(self) -> date | None:
        """The newest day that its sources name."""
        return max((source.published for source in self.sources if source.published), default=None)
