"""The one written form of values, periods and units: plain objects for JSON, feeds and digests, read back unchanged.

Keys stand in one order, numbers are texts that keep every printed digit, days are as in 2023-08-20. A form stays true
when the land is arranged anew: a unit is named by its code and the day since when it has existed, not by its last.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypedDict, TypeVar, final

from bantin.model.periods import Period, Shape
from bantin.model.values import Bound, Kind, State, Value
from bantin.places import Unit, finding


@final
class WrittenValue(TypedDict):
    """A value; for what each says see `Value`."""

    text: str
    kind: str
    number: str | None
    of: str | None
    bound: str
    upto: str | None
    step: str | None
    bare: bool


@final
class WrittenState(TypedDict):
    """Why there is no value."""

    state: str


class WrittenPeriod(TypedDict):
    """A period; which of its days were stated is said apart."""

    slug: str
    shape: str
    start: str
    end: str
    name: str
    year: int
    part: list[int]
    start_known: bool
    end_known: bool
    opens: bool


class WrittenUnit(TypedDict):
    """A unit of one time."""

    code: str
    since: str | None


Choice = TypeVar("Choice", bound=Enum)


def written_value(value: Value | State) -> WrittenValue | WrittenState:
    """The form of a value, or of the state in its place."""
    if isinstance(value, State):
        return {"state": _word(value)}
    return {
        "text": value.text,
        "kind": _word(value.kind),
        "number": _digits(value.number),
        "of": _digits(value.of),
        "bound": _word(value.bound),
        "upto": _digits(value.upto),
        "step": _digits(value.step),
        "bare": value.bare,
    }


def read_value(form: WrittenValue | WrittenState) -> Value | State:
    """What has this form."""
    if "state" in form:
        return _choice(State, form["state"])
    return Value(
        form["text"],
        _choice(Kind, form["kind"]),
        _number(form["number"]),
        _number(form["of"]),
        _choice(Bound, form["bound"]),
        _number(form["step"]),
        _number(form["upto"]),
        form["bare"],
    )


def written_period(period: Period) -> WrittenPeriod:
    """The form of a period."""
    return {
        "slug": period.slug,
        "shape": _word(period.shape),
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "name": period.name,
        "year": period.year,
        "part": list(period.part),
        "start_known": period.start_known,
        "end_known": period.end_known,
        "opens": period.opens,
    }


def read_period(form: WrittenPeriod) -> Period:
    """The period that has this form."""
    return Period(
        form["slug"],
        _choice(Shape, form["shape"]),
        date.fromisoformat(form["start"]),
        date.fromisoformat(form["end"]),
        form["name"],
        form["year"],
        tuple(form["part"]),
        form["start_known"],
        form["end_known"],
        form["opens"],
    )


def written_unit(unit: Unit) -> WrittenUnit:
    """The form of a unit of any time."""
    return {"code": unit.code, "since": unit.since.isoformat() if unit.since else None}


def read_unit(form: WrittenUnit) -> Unit | None:
    """The unit of the gazetteer that has this form; None where its tables know no such unit."""
    return finding.with_code(form["code"], date.fromisoformat(form["since"]) if form["since"] else date.min)


def _word(choice: Enum) -> str:
    return choice.name.lower().replace("_", "-")


def _choice(choices: type[Choice], word: str) -> Choice:
    return choices[word.upper().replace("-", "_")]


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)
