"""What the shipped lists promise: words that say one thing, sums of things of one unit, rates of what can be counted."""

from collections.abc import Iterator

import pytest
from shipped import shipped

from bantin.model.indicators import Indicator
from bantin.model.values import Direction, Kind

INDICATORS = list(shipped().indicators.values())
RATES = [indicator for indicator in INDICATORS if indicator.kind is Kind.PERCENT]


def named(ids: tuple[str, ...]) -> Iterator[Indicator]:
    return (shipped().indicators[id] for id in ids)


@pytest.mark.parametrize("total", [i for i in INDICATORS if i.sums], ids=lambda i: i.id)
def test_a_total_adds_what_is_of_its_kind_and_unit(total: Indicator):
    parts = [part for way in total.sums for part in named(way)]

    assert {(part.kind, part.unit) for part in parts} == {(total.kind, total.unit)}
    assert total not in parts


@pytest.mark.parametrize("rate", RATES, ids=lambda i: i.id)
def test_a_rate_counts_what_can_be_counted_on_bases_of_one_unit(rate: Indicator):
    counts, bases = [*named(rate.numerators)], [*named(rate.bases)]

    assert {i.kind for i in (*counts, *bases)} in (set(), {Kind.COUNT}, {Kind.MONEY})
    assert len({i.unit for i in (*counts, *bases)}) <= 1
    assert not {*counts} & {*bases}
    assert counts or not bases


@pytest.mark.parametrize("rank", [i for i in INDICATORS if i.kind is Kind.RANK], ids=lambda i: i.id)
def test_a_smaller_rank_is_better(rank: Indicator):
    assert rank.better is Direction.LOWER


def test_whole_and_parts_of_a_province_are_those_of_its_time():
    scopes = shipped().scopes
    (whole,) = [scope for scope in scopes.values() if scope.parts and not scope.until]

    assert [scopes[id].until is not None for id in whole.parts] == [False, True, False]


def test_levels_and_forms_of_service_follow_each_other():
    ended, begun = [b for b in shipped().breakdowns if b.until], [b for b in shipped().breakdowns if b.since]

    assert [b.until for b in ended] == [b.since for b in begun] == [2022]
    assert all(b.complete for b in (*ended, *begun))
