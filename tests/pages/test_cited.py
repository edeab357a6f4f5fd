"""Sources and units are said once, beside a table, and nobody takes some of its figures for others."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import (
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    EARLY_RATE,
    LAND,
    LATE,
    RECEIVED,
    RESOLVED,
    SOURCE,
    figure,
    indicator,
    period,
    report,
)

from bantin.model.indicators import Indicator
from bantin.model.reports import Figure, Report, Source
from bantin.model.values import Kind
from bantin.pages.cited import Cited, Portion, cited, portions
from bantin.pages.measures import Measures, measures_of
from bantin.pages.words import portion
from bantin.problems import Location

GRID = [
    *(figure(what, text, DISTRICT_LEVEL, *members) for members in ((LAND,), (CIVIL,)) for what, text in ((RECEIVED, "5"), (RESOLVED, "4"), (LATE, "1"))),
    figure(RECEIVED, "gần 6", DISTRICT_LEVEL, LAND, variant=2),
]  # fmt: skip
OTHERS = tuple(Source(f"Bài {n}", f"Báo {n}", Location("x.yml", n)) for n in (2, 3))


def meant(named: Portion, among: Collection[Figure]) -> set[Figure]:
    """The figures that a reader takes a portion for."""
    of_indicator = {fact for fact in among if fact.indicators == named.indicators}
    return of_indicator if not named.parts else {
        fact
        for fact in of_indicator
        for within, text in named.parts
        if (within is None or within == fact.slice or within in fact.slice.members) and text in ("", fact.text)
    }  # fmt: skip


@given(st.sets(st.sampled_from(GRID)))
def test_a_portion_names_its_figures_and_no_others(some: set[Figure]):
    named = portions(some, GRID)

    assert set().union(*(meant(one, GRID) for one in named)) == some


some_sources = st.lists(st.sampled_from([SOURCE, *OTHERS]), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.lists(some_sources, min_size=len(GRID), max_size=len(GRID)))
def test_each_figure_is_told_to_be_of_all_its_sources_and_no_others(chosen: list[tuple[Source, ...]]):
    figures = [_of(fact, *sources) for fact, sources in zip(GRID, chosen, strict=True)]
    found = cited(figures, _report(figures))
    told = {fact: sources_of(one) for one in found[1:] for named in one.portions for fact in meant(named, figures)}
    times = [sum(set(sources) == sources_of(one) for sources in chosen) for one in found]

    assert times[0] == max(times)
    assert all(told.get(fact, sources_of(found[0])) == {*fact.sources} for fact in figures)


def sources_of(one: Cited) -> set[Source]:
    return {source for _, source in one.numbered}


def test_portions_in_words():
    assert [portion(named) for named in portions([GRID[0], GRID[3], GRID[4]], GRID)] == [
        "Hồ sơ tiếp nhận (Đất đai «5»; Hộ tịch)",
        "Hồ sơ giải quyết (Hộ tịch)",
    ]
    targets = [figure(RECEIVED, "5"), figure(RECEIVED, "6", COMMUNE_LEVEL)]
    assert [portion(named) for named in portions(targets[:1], targets)] == ["Hồ sơ tiếp nhận (Cấp huyện)"]


SCORE = indicator("Chỉ số cải cách hành chính", Kind.SCORE, "điểm")
MONEY = indicator("Kinh phí", Kind.MONEY, "đồng")
NAMED = Indicator("so-ho-so", "Số hồ sơ", "hồ sơ", Kind.COUNT, RECEIVED.area, "", RECEIVED.at, label_says_unit=True)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([(RECEIVED, "5"), (RESOLVED, "4 hồ sơ")], Measures(common="hồ sơ")),
        ([(RECEIVED, "5 hồ sơ"), (RESOLVED, "4 hồ sơ")], Measures()),
        ([(RECEIVED, "không có"), (RESOLVED, "không công bố")], Measures()),
        ([(SCORE, "85,6 điểm")], Measures()),
        ([(SCORE, "85,6/100")], Measures(common="điểm")),
        ([(EARLY_RATE, "90,5%")], Measures()),
        ([(EARLY_RATE, "19/34")], Measures()),
        ([(RECEIVED, "5"), (EARLY_RATE, "90,5%")], Measures(apart=frozenset({RECEIVED}))),
        ([(RECEIVED, "5"), (MONEY, "4,8 tỷ đồng"), (SCORE, "85,6 điểm")], Measures(apart=frozenset({RECEIVED}))),
        ([(MONEY, "4,8 tỷ"), (SCORE, "85,6 điểm")], Measures(apart=frozenset({MONEY}))),
        ([(NAMED, "5"), (EARLY_RATE, "90,5%")], Measures()),
        ([(NAMED, "5")], Measures(common="hồ sơ")),
    ],
)
def test_a_unit_is_said_once_and_where_a_text_leaves_it_open(figures: list[tuple[Indicator, str]], said: Measures):
    assert measures_of(figure(what, text) for what, text in figures) == said


def _of(fact: Figure, source: Source, *also: Source) -> Figure:
    return replace(fact, source=source, also=also)


def _report(figures: list[Figure]) -> Report:
    plain = report()
    return Report(plain.place, period("2023"), plain.at, (SOURCE, *OTHERS), (), tuple(figures))
