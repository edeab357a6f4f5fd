"""Which version of a procedure holds on a day.

The order of versions in a file says which came after which; days say since when, where sources print them. What is not
known is said to be so: of two sources that disagree, none is taken to hold.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar


class Span(Protocol):
    """As much of a version as its standing rests on."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def is_abolished(self) -> bool: ...
    @property
    def question(self) -> str: ...


SpanT = TypeVar("SpanT", bound=Span)


class Standing(StrEnum):
    """What a version, or a procedure, is on a day."""

    IN_FORCE = "đang áp dụng"
    FUTURE = "chưa áp dụng"
    PAST = "không còn áp dụng"
    ABOLISHED = "đã bãi bỏ"
    UNKNOWN = "chưa rõ"


def standings(versions: Sequence[SpanT], day: date) -> tuple[Standing, ...]:
    """What each of a procedure's versions, oldest first, is on a day."""
    return tuple(_standings(versions, day))


def in_force(versions: Sequence[SpanT], day: date) -> SpanT | None:
    """The version that holds on a day; None where none does, or nobody can say which."""
    holding = [v for v, s in zip(versions, standings(versions, day), strict=True) if s is Standing.IN_FORCE]
    return holding[-1] if holding else None


def standing_of(versions: Sequence[Span], day: date) -> Standing:
    """What the procedure as a whole is on a day: what its versions that have begun make it."""
    found = standings(versions, day)
    for standing in (Standing.IN_FORCE, Standing.UNKNOWN, Standing.ABOLISHED):
        if standing in found:
            return standing
    return Standing.FUTURE if Standing.FUTURE in found and Standing.PAST not in found else Standing.PAST


def _standings(versions: Sequence[Span], day: date) -> Iterator[Standing]:
    for place, version in enumerate(versions):
        if _is_future(version, day):
            yield Standing.FUTURE
        elif version.until and version.until < day:
            yield Standing.ABOLISHED if version.is_abolished else Standing.PAST
        else:
            later = [other for other in versions[place + 1 :] if not _is_future(other, day)]
            beside = any(other.until and other.until >= day for other in versions[:place])
            yield _of_begun(version, later, is_alone=not beside)


def _of_begun(version: Span, later: Sequence[Span], *, is_alone: bool) -> Standing:
    """What a version is that has begun and is not known to have ended; alone where no older one is said to hold too."""
    if version.question or any(other.question for other in later):
        return Standing.UNKNOWN
    if later:
        return Standing.UNKNOWN if version.until else Standing.PAST
    if not is_alone:
        return Standing.UNKNOWN
    return Standing.ABOLISHED if version.is_abolished else Standing.IN_FORCE


def _is_future(version: Span, day: date) -> bool:
    return version.since is not None and version.since > day
