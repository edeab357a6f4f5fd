"""What one place published for a period: figures, targets, assessments, and their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bantin.model.corrections import Correction
from bantin.model.differences import Difference
from bantin.model.identity import Plain, SameByLocation
from bantin.model.indicators import Indicator, Slice
from bantin.model.periods import Period
from bantin.model.values import Kind, State, Value, printed
from bantin.places import Unit
from bantin.problems import Location

_HUNDRED = Decimal(100)


@dataclass(frozen=True, eq=False, slots=True)
class Source(SameByLocation):
    """A publication that figures were taken from."""

    title: str
    publisher: str
    at: Location
    published: date | None = None
    author: str = ""
    number: str = ""
    address: str = ""
    note: str = ""
    id: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class LegalBasis(SameByLocation):
    """A document that sets targets (căn cứ)."""

    title: str
    at: Location
    issued: date | None = None
    issuer: str = ""
    summary: str = ""
    id: str = ""


@dataclass(eq=False, slots=True)  # nobody changes one, but to forbid it would take six times as long to make it
class Figure(SameByLocation):
    """One published value, or the statement that there is none."""

    indicator: Indicator
    slice: Slice
    value: Value | State
    source: Source
    at: Location
    base: Indicator | None = None
    """The base that the source states for this rate; the indicator's own when it states none."""
    change: str = ""
    as_of: Period | None = None
    """The time this figure speaks of, where it is not the report's period."""
    difference: Difference | None = None
    """The change, as far as its words are certainly understood."""
    among: str = ""
    """Among whom it ranks, as published: «45 phường»."""
    note: str = ""
    accepted: str = ""
    """Why it stands although it is doubtful (chấp nhận)."""
    highest: Decimal | None = None
    """The most points that this score could have, as its source says apart from the figure."""
    also: tuple[Source, ...] = ()
    """The other sources that print the same."""
    variant: int = 1
    """2, 3 … where sources print the same fact differently."""
    corrections: tuple[Correction, ...] = ()
    """How it was corrected since it was published, the oldest first."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources that print it so."""
        return (self.source, *self.also)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What it is a figure of."""
        return (self.indicator,)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of that."""
        return (self.indicator.id,)

    @property
    def id_of_fact(self) -> str:
        """What tells the fact that it states from the others of its report; several sources may state one."""
        return f"{self.slice.id}-{self.indicator.id}"

    @property
    def id(self) -> str:
        """The anchor of this figure on its bulletin's page."""
        return f"{self.id_of_fact}-{self.variant}" if self.variant > 1 else self.id_of_fact

    @property
    def is_percent(self) -> bool:
        """Whether it is printed with its own sign, and said of a base."""
        return self.indicator.kind is Kind.PERCENT

    @property
    def is_share(self) -> bool:
        """Whether it is a share of a base."""
        return self.indicator.is_share

    @property
    def text(self) -> str:
        """What the page prints: the value as published, or the state in words."""
        return printed(self.value)

    @property
    def maximum(self) -> Decimal | None:
        """The most points that a score could have: as printed, as its source says, or as it is defined."""
        if self.indicator.kind is not Kind.SCORE:
            return None
        printed = self.value.of if isinstance(self.value, Value) else None
        return printed or self.highest or self.indicator.highest

    @property
    def scale(self) -> Decimal | None:
        """Out of how many points it compares: of an index whose points and percents are one out of a hundred."""
        return self.maximum or (_HUNDRED if self.indicator.of_hundred else None)

    @property
    def is_state(self) -> bool:
        """Whether the source, or the editor, states that there is no value."""
        return isinstance(self.value, State)

    @property
    def is_bare(self) -> bool:
        """Whether its text leaves the unit to the reader."""
        return isinstance(self.value, Value) and self.value.bare


@dataclass(frozen=True, eq=False, slots=True)
class Target(SameByLocation):
    """What a place has set out to reach (chỉ tiêu), with its legal basis."""

    indicator: Indicator
    slice: Slice
    value: Value
    source: Source
    at: Location
    basis: LegalBasis | None = None
    due: str = ""
    """By when, as published, where that is not the report's period: «thời gian tới»."""
    note: str = ""
    accepted: str = ""
    also: tuple[Source, ...] = ()
    """The other sources that print the same."""
    together: tuple[Indicator, ...] = ()
    """All indicators of which it is one target, its own among them; empty for a target of one."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources that print it so."""
        return (self.source, *self.also)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What it is a target of."""
        return self.together or (self.indicator,)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of that."""
        return tuple(indicator.id for indicator in self.indicators)

    @property
    def id(self) -> str:
        """The anchor of this target on its bulletin's page; one target of several indicators has one."""
        return f"chi-tieu-{self.slice.id}-{'--'.join(indicator.id for indicator in self.indicators)}"

    @property
    def is_in_words(self) -> bool:
        """Whether words alone say what is aimed at: nobody can tell whether it is met."""
        return self.value.kind is Kind.STATEMENT

    @property
    def text(self) -> str:
        """What the page prints: the target as published."""
        return self.value.text

    @property
    def is_state(self) -> bool:
        """Whether it has no value: never."""
        return False

    @property
    def is_bare(self) -> bool:
        """Whether its text leaves the unit to the reader."""
        return self.value.bare


@dataclass(frozen=True, slots=True)
class Line:
    """What a table about many places says of one of them («Theo đơn vị»)."""

    place: Unit
    figure: Figure

    @property
    def id(self) -> str:
        """The anchor of the figure on the page of who published the table."""
        return f"{self.place.path.rpartition('/')[2]}-{self.figure.id}"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A text of the report in Markdown (nhận định): results, shortcomings, tasks."""

    heading: str
    text: str
    at: Location


@dataclass(frozen=True, eq=False)
class Report(Plain, SameByLocation):
    """Everything one file says about one place and period."""

    place: Unit
    period: Period
    at: Location
    sources: tuple[Source, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    lines: tuple[Line, ...] = ()
    """What its tables say of other places, in the order of the file."""
    told_by: tuple[str, ...] = ()
    """The addresses of the reports whose tables say some of it, or all."""
    is_own: bool = True
    """Whether the place has a file of its own; otherwise tables of others say all of it."""

    @property
    def path(self) -> str:
        """The address of its bulletin: «kien-giang/huyen-vinh-thuan/2023-6-thang»."""
        return f"{self.place.path}/{self.period.slug}"

    @property
    def seen_on(self) -> date:
        """The day on which its place is looked at: the last of its period, or the place's first where that is later."""
        return max(self.period.end, self.place.since or self.period.end)

    @property
    def place_name(self) -> str:
        """The place with the kind it had when the period ended, as it reads inside a sentence: «tỉnh Đồng Nai»."""
        return self.place.full_name_on(self.seen_on)

    def time_of(self, figure: Figure) -> Period:
        """The time that one of its figures speaks of."""
        return figure.as_of or self.period

    @property
    def figures_and_targets(self) -> "tuple[Figure | Target, ...]":
        """All figures, then all targets."""
        return (*self.figures, *self.targets)

    @cached_property
    def by_indicator(self) -> "dict[str, list[Figure | Target]]":
        """All figures, then all targets, by the ids of what they speak of."""
        found: dict[str, list[Figure | Target]] = {}
        for value in self.figures_and_targets:
            for id in dict.fromkeys(value.ids):
                found.setdefault(id, []).append(value)
        return found

    @cached_property
    def counts(self) -> "dict[tuple[str, str], Figure]":
        """The counts of the period by the ids of slice and indicator; of several variants the first."""
        return {
            (figure.slice.id, figure.indicator.id): figure
            for figure in self.figures
            if isinstance(figure.value, Value)
            and figure.value.kind is Kind.COUNT
            and figure.variant == 1
            and not figure.as_of
        }

    @property
    def brief(self) -> "Report":
        """What lists need of it: its place and period, and the day on which its figures last changed."""
        day = self.updated
        sources = (Source("", "", self.at, day),) if day else ()
        return Report(self.place, self.period, self.at, sources, is_own=self.is_own)

    @property
    def newest_source(self) -> date | None:
        """The day its newest source was published, where sources state one."""
        return max((s.published for s in self.sources if s.published), default=None)

    @cached_property
    def corrected(self) -> tuple[Figure, ...]:
        """The figures that were corrected; those of other places in its tables after its own."""
        every = (*self.figures, *(line.figure for line in self.lines))
        return tuple(figure for figure in every if figure.corrections)

    @property
    def updated(self) -> date | None:
        """The day on which its figures last changed: that of its newest source, or of the newest correction."""
        days = (self.newest_source, *(one.on for figure in self.corrected for one in figure.corrections))
        return max((day for day in days if day), default=None)

    @property
    def dated(self) -> date:
        """The day that lists order it by: that of its newest source, else its period's last; of a plan the first."""
        return self.newest_source or (self.period.end if self.figures or self.lines else self.period.start)


def newest_report(reports: Sequence[Report]) -> Report | None:
    """The newest of reports in order of time; none is known to be that beside what ended nobody knows when."""
    unsure = len(reports) > 1 and any(report.period.end_unknown for report in reports)
    return reports[-1] if reports and not unsure else None


def last_updated(reports: Iterable[Report]) -> date | None:
    """The day on which any figure of some reports last changed, where their sources state one."""
    return max((day for report in reports if (day := report.updated)), default=None)
