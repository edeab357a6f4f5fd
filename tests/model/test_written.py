"""One written form, which reads back unchanged."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import period

from bantin.model import (
    read_period,
    read_unit,
    read_value,
    written_period,
    written_unit,
    written_value,
)
from bantin.model.values import Bound, Kind, State, Value
from bantin.places import Unit, finding, gazetteer

NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
VALUES = st.builds(
    Value,
    text=st.text(),
    kind=st.sampled_from(Kind),
    number=NUMBERS,
    of=NUMBERS,
    bound=st.sampled_from(Bound),
    step=NUMBERS,
)
NAMES = [
    "2022",
    "2023-6-thang",
    "2023-quy-1",
    "2021-thang-8",
    "den-2021-12-09",
    "den-2023-07",
    "2025-07-01_2025-07-21",
    "2025-07-01_den-nay",
]
PERIODS = st.builds(
    replace,
    st.sampled_from([period(name) for name in NAMES]),
    start=st.dates(),
    end=st.dates(),
    name=st.text(),
    start_known=st.booleans(),
    end_known=st.booleans(),
    opens=st.booleans(),
)


def sent(form: object) -> object:
    """The form after a trip through JSON."""
    return json.loads(json.dumps(form))


def exactly(value: Value) -> list[object]:
    """Everything of a value: 1.0 and 1.00 are equal numbers, and say different things."""
    numbers = [number if number is None else number.as_tuple() for number in (value.number, value.of, value.step)]
    return [value.text, value.kind, value.bound, value, *numbers]


@given(VALUES)
def test_a_value_reads_back_unchanged_to_the_last_digit(value: Value):
    again = read_value(sent(written_value(value)))

    assert isinstance(again, Value)
    assert exactly(again) == exactly(value)


@pytest.mark.parametrize("state", State)
def test_a_state_reads_back_unchanged(state: State):
    assert read_value(sent(written_value(state))) is state


@given(PERIODS)
def test_a_period_reads_back_with_the_days_and_the_name_that_a_file_states(found):
    assert read_period(sent(written_period(found))) == found


def test_every_unit_of_every_era_is_found_again_by_its_form():
    units = {unit for province in gazetteer.all_provinces() for unit in inside(province)}

    assert len(units) > 13_000
    assert all(read_unit(sent(written_unit(unit))) == unit for unit in units)


def inside(province: Unit) -> list[Unit]:
    communes = (*gazetteer.communes(province), *gazetteer.former_communes(province))
    return [province, *gazetteer.districts(province), *communes]


def test_a_form_stays_true_when_its_unit_ends():
    today = finding.find("an-giang", date(2026, 1, 1))
    assert today

    assert written_unit(replace(today, until=date(2030, 12, 31))) == written_unit(today)


def test_a_form_that_no_unit_has_is_nothing():
    assert read_unit({"code": "99999", "since": None}) is None


def test_keys_stand_in_one_order():
    value = Value("93,62%", Kind.PERCENT, Decimal("93.62"), step=Decimal("0.01"))

    assert json.dumps(written_value(value)) == (
        '{"text": "93,62%", "kind": "percent", "number": "93.62", "of": null, "bound": "exact", "upto": null, "step": "0.01", "bare": false}'
    )
    assert json.dumps(written_value(State.NOT_PUBLISHED)) == '{"state": "not-published"}'
    assert json.dumps(written_period(period("2023-quy-1")), ensure_ascii=False) == (
        '{"slug": "2023-quy-1", "shape": "quarter", "start": "2023-01-01", "end": "2023-03-31", '
        '"name": "quý I năm 2023", "year": 2023, "part": [1], "start_known": false, "end_known": false, "opens": false}'
    )
