"""Where and when a scope may stand, and which others are meant where it may not.

A scope may stand in a file of a place of its levels, for a time of which it was there at least a part. All of this is
said in the list of scopes.
"""

from collections.abc import Iterator
from datetime import date

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Scope
from bantin.model.periods import Days, Period, Shape
from bantin.places import Level

_DAYS_OF_A_MONTH = 31


def was_there(scope: Scope, time: Period) -> bool:
    """Whether there were such offices at some time of a period, as far as it is known when it began and ended."""
    return scope.exists_between(*_days(time))


def standing(catalogue: Catalogue, level: Level, time: Period) -> tuple[Scope, ...]:
    """The scopes that a place of a level may say of a period, in the order of the list."""
    return tuple(s for s in catalogue.scopes.values() if s.stands_at(level) and was_there(s, time))


def whole_of(catalogue: Catalogue, level: Level, time: Period) -> Scope | None:
    """The scope that is all of a place of a level in a period; None where the list names none."""
    return next((scope for scope in standing(catalogue, level, time) if scope.is_whole), None)


def meant_by(scope: Scope, catalogue: Catalogue, level: Level, time: Period) -> tuple[Scope, ...]:
    """The scopes that may stand in the place of one that may not: of a whole the whole, and the likeliest that the list
    names instead; all that may stand, where it names none."""
    may_stand = standing(catalogue, level, time)
    near = [other for other in may_stand if other.is_whole and scope.is_whole][:1]
    for others in _instead(scope, catalogue):
        near += [other for other in others if other in may_stand and other not in near]
        if near:
            break
    return tuple(near) or may_stand


def _instead(scope: Scope, catalogue: Catalogue) -> Iterator[list[Scope]]:
    """What the list names instead of a scope; then what it names instead of those, until it names nothing else."""
    seen, pending = {scope.id}, [scope]
    while pending:
        others = [catalogue.scopes[id] for one in pending for id in one.instead if id in catalogue.scopes]
        pending = [other for other in dict.fromkeys(others) if other.id not in seen]
        seen |= {other.id for other in pending}
        yield pending


def _days(time: Period) -> Days:
    """The first and the last day on which it may have run."""
    if time.shape is Shape.SOME_MONTHS:
        begun = date.fromordinal(max(1, time.end.toordinal() - _DAYS_OF_A_MONTH * time.part[0]))
        return min(time.start, begun), time.end
    return time.start, date.max if time.end_unknown else time.end
