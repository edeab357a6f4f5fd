"""Where and when scopes may stand, and what is meant where one may not: all of it is said in the list."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import edition
from hypothesis import assume, given
from hypothesis import strategies as st

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Scope
from bantin.model.periods import Period
from bantin.model.standing import meant_by, standing, was_there, whole_of
from bantin.places import Level
from bantin.problems import Location
from bantin.reading.lists import scopes_of
from bantin.reading.times import parse_as_of, parse_period
from bantin.reading.trees import read

PERIODS = [period for name in ("2023", "2025", "2026-quy-1", "den-2025-08-09") if (period := parse_period(name))]
DAYS = st.none() | st.dates(date(2022, 1, 1), date(2027, 1, 1))
IDS = ("a", "b", "c", "d", "e")


@st.composite
def lists(draw: st.DrawFn) -> Catalogue:
    found = {
        id: Scope(
            id,
            id.upper(),
            "",
            Location("pham-vi.yml"),
            since=draw(DAYS),
            until=draw(DAYS),
            levels=tuple(draw(st.lists(st.sampled_from(Level), unique=True))),
            is_whole=draw(st.booleans()),
            instead=tuple(draw(st.lists(st.sampled_from([*IDS, "unread"]), unique=True, max_size=3))),
        )
        for id in IDS
    }
    return Catalogue(scopes=found)


@given(lists(), st.sampled_from(Level), st.sampled_from(PERIODS), st.sampled_from(IDS))
def test_what_is_meant_may_stand(catalogue: Catalogue, level: Level, time: Period, id: str):
    scope = catalogue.scopes[id]
    may_stand, meant = standing(catalogue, level, time), meant_by(scope, catalogue, level, time)

    assume(scope not in may_stand)
    assert set(meant) <= set(may_stand)
    assert len(set(meant)) == len(meant)
    assert bool(meant) == bool(may_stand)
    named = [other for other in scope.instead if catalogue.scopes.get(other) in may_stand]
    assert {catalogue.scopes[other] for other in named} <= set(meant)
    if scope.is_whole and (whole := whole_of(catalogue, level, time)):
        assert meant[0] == whole


@given(lists(), st.sampled_from(PERIODS))
def test_a_scope_was_there_in_a_part_of_a_period_or_not(catalogue: Catalogue, time: Period):
    days = [time.start + timedelta(n) for n in range((time.end - time.start).days + 1)]
    for scope in catalogue.scopes.values():
        alive = [day for day in days if (scope.since or day) <= day <= (scope.until or day)]
        if not scope.since or not scope.until or scope.since <= scope.until:
            assert was_there(scope, time) is bool(alive)


def test_of_what_ended_nobody_knows_when_every_later_day_may_be():
    (within,) = [period for period in PERIODS if period.slug == "2023"]
    open_end = parse_period("2025-07-01_den-nay")
    late = Scope("a", "A", "", Location("x.yml"), since=date(2030, 1, 1))
    assert open_end

    assert was_there(late, open_end)
    assert not was_there(late, within)


def test_so_many_months_begin_before_the_year_where_they_are_that_long():
    within = parse_period("den-2026-02-28")
    ended = Scope("a", "A", "", Location("x.yml"), until=date(2025, 9, 15))
    assert within
    six, five = parse_as_of("trong 6 tháng", within), parse_as_of("trong 5 tháng", within)
    assert six
    assert five

    assert was_there(ended, six)
    assert not was_there(ended, five)


THIRD_ERA = """
Cấp xã: {Giải thích: x, Dùng cho: cấp tỉnh, Đến ngày: 31/12/2030, Thay bằng: Cấp vùng}
Toàn xã: {Giải thích: x, Dùng cho: cấp xã, Toàn bộ: có, Đến ngày: 31/12/2030}
Cấp vùng: {Giải thích: x, Dùng cho: cấp tỉnh, Từ ngày: 01/01/2031}
Toàn vùng: {Giải thích: x, Dùng cho: cấp xã, Toàn bộ: có, Từ ngày: 01/01/2031}
"""


@pytest.mark.parametrize(
    ("when", "level", "may_stand", "scope", "meant"),
    [
        ("2030", Level.PROVINCE, ["cap-xa"], "cap-vung", ["cap-xa"]),
        ("2031", Level.PROVINCE, ["cap-vung"], "cap-xa", ["cap-vung"]),
        ("2030", Level.COMMUNE, ["toan-xa"], "toan-vung", ["toan-xa"]),
        ("2031", Level.COMMUNE, ["toan-vung"], "toan-xa", ["toan-vung"]),
        ("2031", Level.DISTRICT, [], "toan-xa", []),
    ],
)
def test_a_third_era_is_a_matter_of_the_list(
    when: str, level: Level, may_stand: list[str], scope: str, meant: list[str]
):
    root, _ = read(THIRD_ERA.encode(), "x.yml")
    time = parse_period(when)
    assert root
    assert time
    found = scopes_of(root)
    catalogue = Catalogue(scopes=found.value)

    assert not found.problems
    assert [one.id for one in standing(catalogue, level, time)] == may_stand
    assert [one.id for one in meant_by(catalogue.scopes[scope], catalogue, level, time)] == meant


def test_a_slice_is_made_once_for_all_places_of_a_kind():
    lists = edition(Path(__file__).parents[2]).archive.catalogue

    assert lists.slice("Toàn xã", Level.COMMUNE, "phường") is lists.slice("Toàn xã", Level.COMMUNE, "phường")
    assert lists.slice("Toàn xã", Level.COMMUNE, "phường") == lists.slice("Toàn xã", Level.COMMUNE)
