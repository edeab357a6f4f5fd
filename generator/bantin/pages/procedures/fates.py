"""How a procedure stands, in a sentence; what ended it, and what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bantin.model import Archive
from bantin.model.procedures import Change, Standing, Version, is_end
from bantin.pages.addresses import procedure_path
from bantin.pages.page import Link
from bantin.pages.procedures.answers import Answer, decision_name
from bantin.vietnamese import date_text, ended

_ENDED = {Standing.ABOLISHED: "đã bị bãi bỏ", Standing.REPLACED: "đã được thay thế"}


@dataclass(frozen=True, slots=True)
class Coming:
    """What holds from a day to come."""

    day: date
    version: Version
    ends: bool
    """Whether the procedure ends with it."""
    replaced_by: tuple[Link, ...]
    number: int
    """Which of the other versions on the page it is, from 1; 0 of the one that holds until then."""

    @property
    def name(self) -> str:
        """Its decision, as a sentence names it; «» where no source prints the number."""
        return decision_name(self.version) if self.number else ""


def standing_sentence(standing: Standing, told: Sequence[Answer], where: str = "") -> str:
    """What is said above a procedure of which no version answers, newest first; «» where one does."""
    subject = f"Ở {where}, thủ tục này" if where else "Thủ tục này"
    if standing is Standing.UNKNOWN:
        return f"Chưa rõ bản nào đang áp dụng. {_questions(told)}".rstrip() + " Dưới đây là từng bản đúng như nguồn in."
    if standing is Standing.FUTURE:
        first = min((one.version.since for one in told if one.version.since), default=None)
        return f"{subject} chưa áp dụng{f'; áp dụng từ ngày {date_text(first)}' if first else ''}."
    if standing.is_ended:
        return f"{subject} {_ENDED[standing]}{_since_when(_deciding(told))}."
    of = f" ở {where}" if where else ""
    return f"Không còn bản nào của thủ tục này{of} đang áp dụng." if standing is Standing.PAST else ""


def replacements(archive: Archive, standing: Standing, told: Sequence[Answer]) -> tuple[Link, ...]:
    """What came, or may have come, in the place of a procedure that no version answers."""
    newest = _deciding(told) if standing.is_ended or standing is Standing.UNKNOWN else None
    return links_to(archive, newest) if newest else ()


def coming(archive: Archive, told: Sequence[Answer], others: Sequence[Answer]) -> tuple[Coming, ...]:
    """What is known to hold from days to come, in their order; nothing where sources disagree."""
    found = _coming(archive, told, others)
    return tuple(sorted(found, key=lambda one: (one.day, -one.number)))


def link_to(archive: Archive, core: str) -> Link:
    """A procedure by its name and code; without a page where nothing is told of it."""
    directory = archive.outline.procedures
    name = directory.name_of(core)
    return Link(f"{name} ({core})" if name else core, procedure_path(core) if directory.has(core) else "")


def links_to(archive: Archive, version: Version) -> tuple[Link, ...]:
    """What comes in the place of a version."""
    return tuple(link_to(archive, core) for core in dict.fromkeys(code.core for code in version.replaced_by))


def _coming(archive: Archive, told: Sequence[Answer], others: Sequence[Answer]) -> Iterator[Coming]:
    for one in told:
        version = one.version
        if one.standing is Standing.FUTURE and version.since and not version.question:
            links = links_to(archive, version) if is_end(version) else ()
            yield Coming(version.since, version, is_end(version), links, others.index(one) + 1)
        elif one.standing is Standing.IN_FORCE and version.until and version.has_successor:
            after = version.until + timedelta(days=1)
            yield Coming(after, version, ends=True, replaced_by=links_to(archive, version), number=0)


def _deciding(told: Sequence[Answer]) -> Version | None:
    """The newest version that has begun."""
    return next((one.version for one in told if one.standing is not Standing.FUTURE), None)


def _since_when(version: Version | None) -> str:
    """Since when a procedure has ended, and by which decision, as far as that is printed."""
    if not version:
        return ""
    day = version.until + timedelta(days=1) if version.until else version.since
    by = decision_name(version) if version.change in (Change.ABOLISHED, Change.REPLACED) else ""
    return f"{f' từ ngày {date_text(day)}' if day else ''}{f' theo {by}' if by else ''}"


def _questions(told: Sequence[Answer]) -> str:
    questions = dict.fromkeys(one.version.question for one in told if one.version.question)
    newest = _deciding(told)
    if not questions and newest and newest.has_successor and not (newest.since or newest.until):
        return "Nguồn ghi thủ tục này được thay bằng thủ tục khác, không in từ ngày nào."
    return " ".join(map(ended, questions))
