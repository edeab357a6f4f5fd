"""Which version of a procedure holds on a day.

The order of versions in a file says which came after which; days say since when, where sources print them. What is not
known is said to be so: of two sources that disagree, none is taken to hold.

A version ends the procedure where its decision abolishes or replaces it, from the day on which that decision holds; and
where it names what came in its place, after its last day, or from its first where no last day is printed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from bantin.model.procedures.terms import Change


class Span(Protocol):
    """As much of a version as its standing rests on."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def change(self) -> Change: ...
    @property
    def question(self) -> str: ...
    @property
    def has_successor(self) -> bool: ...


SpanT = TypeVar("SpanT", bound=Span)


class Standing(StrEnum):
    """What a version, or a procedure, is on a day."""

    IN_FORCE = "đang áp dụng"
    FUTURE = "chưa áp dụng"
    PAST = "không còn áp dụng"
    REPLACED = "đã được thay thế"
    ABOLISHED = "đã bãi bỏ"
    UNKNOWN = "chưa rõ"

    @property
    def is_ended(self) -> bool:
        """Whether a decision ended the procedure."""
        return self in (Standing.ABOLISHED, Standing.REPLACED)


_ENDS = {Change.ABOLISHED: Standing.ABOLISHED, Change.REPLACED: Standing.REPLACED}


def standings(versions: Sequence[SpanT], day: date) -> tuple[Standing, ...]:
    """What each of a procedure's versions, oldest first, is on a day."""
    return tuple(_standings(versions, day))


def in_force(versions: Sequence[SpanT], day: date) -> SpanT | None:
    """The version that holds on a day; None where none does, or nobody can say which."""
    holding = [v for v, s in zip(versions, standings(versions, day), strict=True) if s is Standing.IN_FORCE]
    return holding[-1] if holding else None


def standing_of(versions: Sequence[Span], day: date) -> Standing:
    """What the procedure as a whole is on a day: what its versions that have begun make it.

    Before the day on which it ends it had held, though no version tells how.
    """
    found = standings(versions, day)
    for standing in (Standing.IN_FORCE, Standing.UNKNOWN, Standing.ABOLISHED, Standing.REPLACED, Standing.PAST):
        if standing in found:
            return standing
    return Standing.UNKNOWN if not versions or is_end(versions[0]) else Standing.FUTURE


def is_end(version: Span) -> bool:
    """Whether the procedure ends on the day on which a version begins."""
    return version.change in _ENDS or (version.has_successor and not version.until)


def _standings(versions: Sequence[Span], day: date) -> Iterator[Standing]:
    for place, version in enumerate(versions):
        later = [other for other in versions[place + 1 :] if not _is_future(other, day)]
        is_open = any(one.question for one in (version, *later)) or _leaves_open((version, *later)[-1], day)
        if _is_future(version, day):
            yield Standing.FUTURE
        elif version.until and version.until < day:
            yield Standing.PAST if later else _ended(version)
        else:
            beside = any(other.until and other.until >= day for other in versions[:place])
            yield Standing.UNKNOWN if is_open else _of_begun(version, later, is_alone=not beside)


def _of_begun(version: Span, later: Sequence[Span], *, is_alone: bool) -> Standing:
    """What a version is that has begun and is not known to have ended; alone where no older one is said to hold too."""
    if later:
        return Standing.UNKNOWN if version.until else Standing.PAST
    if not is_alone:
        return Standing.UNKNOWN
    return _ended(version) if is_end(version) else Standing.IN_FORCE


def _leaves_open(version: Span, day: date) -> bool:
    """Whether nobody can say what the newest version leaves: it ends the procedure, and still has days before it; or
    another comes in its place, and no day says since when.
    """
    has_days_left = version.change in _ENDS and version.until is not None and version.until >= day
    is_undated = version.has_successor and version.change not in _ENDS and not (version.since or version.until)
    return has_days_left or is_undated


def _ended(version: Span) -> Standing:
    return _ENDS.get(version.change, Standing.REPLACED if version.has_successor else Standing.PAST)


def _is_future(version: Span, day: date) -> bool:
    return version.since is not None and version.since > day
