"""What a version of a procedure answers, and how it stands on the site's day."""

from collections.abc import Sequence
from dataclasses import dataclass

from bantin.model import Source
from bantin.model.procedures import Papers, Procedure, Standing, Version
from bantin.pages.procedures.briefly import Line, brief
from bantin.vietnamese import date_text, ended, listed, upper_first


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
    sources: tuple[int, ...]
    """Which of the page's sources print it, counted from 1."""

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


def answer(version: Version, standing: Standing, sources: Sequence[Source]) -> Answer:
    """The answer of a version, with its sources counted among those of the page."""
    ways = tuple(
        Way(
            upper_first(str(route.channel)),
            brief((None, case) for case in route.deadlines or version.deadlines),
            brief((None, case) for case in route.fees or version.fees),
            route.address,
        )
        for route in version.routes
    )
    counted = tuple(sources.index(source) + 1 for source in version.sources if source in sources)
    return Answer(
        version,
        standing,
        tuple(dict.fromkeys((*map(upper_first, version.offices), *(way.address for way in ways if way.address)))),
        brief(version.all_deadlines()),
        brief(version.all_fees()),
        ways,
        version.papers,
        counted,
    )


def answers(procedure: Procedure, standings: Sequence[Standing], sources: Sequence[Source]) -> tuple[Answer, ...]:
    """All versions of a procedure, newest first."""
    told = zip(procedure.versions, standings, strict=True)
    return tuple(answer(version, standing, sources) for version, standing in told)[::-1]


def standing_sentence(standing: Standing, told: Sequence[Answer]) -> str:
    """What is said above a procedure of which no version answers; «» where one does."""
    newest = told[0].version if told else None
    if standing is Standing.UNKNOWN:
        questions = dict.fromkeys(one.version.question for one in told if one.version.question)
        said = " ".join(map(ended, questions))
        return f"Chưa rõ bản nào đang áp dụng. {said}".rstrip() + " Dưới đây là từng bản đúng như nguồn in."
    if standing is Standing.FUTURE and newest:
        first = min((one.version.since for one in told if one.version.since), default=None)
        return f"Thủ tục này chưa áp dụng{f'; áp dụng từ ngày {date_text(first)}' if first else ''}."
    if standing is Standing.ABOLISHED and newest:
        since = f" từ ngày {date_text(newest.since)}" if newest.since else ""
        by = decision_name(newest)
        return f"Thủ tục này đã bị bãi bỏ{since}{f' theo {by}' if by else ''}."
    return "Không còn bản nào của thủ tục này đang áp dụng." if standing is Standing.PAST else ""


def replacements(told: Sequence[Answer]) -> tuple[str, ...]:
    """The cores of what came in the place of a procedure, as its newest version says."""
    return tuple(dict.fromkeys(code.core for one in told[:1] for code in one.version.replaced_by))


def tiers_of(procedure: Procedure) -> str:
    """Who handles it: «cấp xã và cấp tỉnh»; «» where no source says."""
    return listed(procedure.tiers) if procedure.tiers else ""
