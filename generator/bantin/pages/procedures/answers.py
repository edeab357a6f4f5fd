"""What a version of a procedure answers, and how it stands on the site's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bantin.model import Source
from bantin.model.procedures import Difference, Papers, Procedure, Route, Standing, Version, differences
from bantin.pages.procedures.briefly import Line, brief
from bantin.vietnamese import date_text, listed, upper_first


@dataclass(frozen=True, slots=True)
class Way:
    """One channel with what holds there."""

    name: str
    deadlines: tuple[Line, ...]
    fees: tuple[Line, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one version says: a block that answers first, then all of it. What is empty was not printed."""

    version: Version
    standing: Standing
    where: tuple[str, ...]
    deadlines: tuple[Line, ...]
    fees: tuple[Line, ...]
    ways: tuple[Way, ...]
    papers: tuple[Papers, ...]
    sources: tuple[tuple[int, date | None], ...]
    """Which of the page's sources print it, counted from 1, each with its day."""
    changes: tuple[Difference, ...] = ()
    """What it says otherwise than the version before it."""

    @property
    def count(self) -> int:
        """How many papers it names."""
        return sum(len(case.papers) for case in self.papers)

    @property
    def differs_by_way(self) -> bool:
        """Whether anything is said of one channel alone."""
        return any(route.deadlines or route.fees or route.address for route in self.version.routes)

    @property
    def name(self) -> str:
        """«Quyết định số 163/QĐ-BTP ngày 31/10/2025 của Bộ Tư pháp»."""
        return decision_name(self.version)

    @property
    def time(self) -> str:
        """«từ 01/03/2026», «từ 01/03/2026 đến 31/12/2026»; «» where no source prints a day."""
        ends = ("từ", self.version.since), ("đến hết", self.version.until)
        return " ".join(f"{word} {date_text(day)}" for word, day in ends if day)

    @property
    def is_answered(self) -> bool:
        """Whether it says anything that people come for."""
        return bool(self.where or self.deadlines or self.fees or self.papers or self.version.results)


def decision_name(version: Version) -> str:
    """The decision of a version as a sentence names it; «» where no source prints its number."""
    decision = version.decision
    if not decision.number:
        return ""
    issued = f" ngày {date_text(decision.issued)}" if decision.issued else ""
    issuer = f" của {decision.issuer}" if decision.issuer else ""
    return f"Quyết định số {decision.number}{issued}{issuer}"


def answers(procedure: Procedure, standings: Sequence[Standing], sources: Sequence[Source]) -> tuple[Answer, ...]:
    """All versions of a procedure, newest first, with their sources counted among those of the page."""
    told = zip(procedure.versions, (None, *procedure.versions), standings, strict=False)
    return tuple(_answer(version, before, standing, sources=sources) for version, before, standing in told)[::-1]


def tiers_of(procedure: Procedure) -> str:
    """Who handles it: «cấp xã và cấp tỉnh»; «» where no source says."""
    return listed(procedure.tiers) if procedure.tiers else ""


def _answer(version: Version, before: Version | None, standing: Standing, *, sources: Sequence[Source]) -> Answer:
    ways = tuple(_way(version, route) for route in version.routes)
    addresses = (way.address for way in ways if way.address)
    return Answer(
        version,
        standing,
        tuple(dict.fromkeys((*map(upper_first, version.offices), *addresses))),
        brief(version.all_deadlines()),
        brief(version.all_fees()),
        ways,
        version.papers,
        tuple((sources.index(source) + 1, source.published) for source in version.sources if source in sources),
        differences(before, version) if before else (),
    )


def _way(version: Version, route: Route) -> Way:
    return Way(
        upper_first(str(route.channel)),
        brief((None, case) for case in route.deadlines or version.deadlines),
        brief((None, case) for case in route.fees or version.fees),
        route.address,
    )
