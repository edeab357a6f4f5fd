"""Rules about time."""

from dataclasses import replace
from datetime import date

import pytest
from making import CATALOGUE, COMMUNE_LEVEL, DISTRICT_LEVEL, DONE, LAND, SOURCE, figure, period, report

from bantin.checks.times import (
    indicator_not_then,
    period_twice,
    periods_misfit,
    published_before_end,
    running_total_shrinks,
)
from bantin.model import Ledger
from bantin.model.archive import Archive
from bantin.model.reports import Figure, Report
from bantin.reading.times import parse_as_of, until_published

NOTHING = Archive(CATALOGUE)
RUNNING = replace(DONE, cumulative=True)


def stated(found: Report, start: date, end: date) -> Report:
    days = {"start": start, "end": end, "start_known": True, "end_known": True}
    return replace(found, period=replace(found.period, **days))


def test_october_follows_september_and_not_january():
    september = stated(report(when="2023-thang-9"), date(2023, 9, 1), date(2023, 9, 30))
    october = stated(report(when="2023-thang-10"), date(2023, 9, 25), date(2023, 10, 24))
    months = [report(when="2023-thang-1"), report(when="2023-thang-2"), september, october]

    assert [problem.location for problem in periods_misfit(months, NOTHING)] == [october.at]


def test_a_period_that_states_no_day_misfits_no_other():
    october = stated(report(when="2023-thang-10"), date(2023, 9, 25), date(2023, 10, 24))

    assert list(periods_misfit([report(when="2023-thang-9"), october, report(when="2023-thang-11")], NOTHING)) == []


def test_a_total_runs_within_the_year_that_the_period_names_whatever_day_its_books_begin():
    whole = report(figure(RUNNING, "900"), when="2021")
    half = stated(report(figure(RUNNING, "500"), when="2022-6-thang"), date(2021, 12, 15), date(2022, 6, 14))

    assert list(running_total_shrinks([whole, half], NOTHING)) == []
    assert len(list(running_total_shrinks([half, report(figure(RUNNING, "400"), when="2022")], NOTHING))) == 1


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("2025-07-01_2025-11-30", "2025-07-01_2025-07-28"),
        ("2023-4-thang", "2023-quy-1"),
        ("2023-7-thang", "2023-thang-5"),
        ("2023-7-thang", "2023-02-01_2023-06-30"),
        ("2023", "2023-quy-2"),
    ],
)
@pytest.mark.parametrize(
    ("total", "count", "shrinks"),
    [
        ("200", "279", True),
        ("279", "279", False),
        ("1.229", "279", False),
        ("gần 300", "279", False),
        ("gần 200", "279", True),
        ("0,2 nghìn", "279", False),
        ("48,6 nghìn", "48.620", False),
        ("200", "trên 279", True),
        ("200", "dưới 279", False),
        ("chưa có số liệu", "279", False),
    ],
)
def test_a_running_total_is_no_less_than_that_of_any_period_inside(
    whole: str, part: str, total: str, count: str, shrinks: bool
):
    longer, shorter = report(figure(RUNNING, total), when=whole), report(figure(RUNNING, count), when=part)

    for order in ([longer, shorter], [shorter, longer]):
        found = [problem.location for problem in running_total_shrinks(order, NOTHING)]
        assert found == ([longer.figures[0].at] if shrinks else [])


@pytest.mark.parametrize(
    "other",
    [
        figure(RUNNING, "279", COMMUNE_LEVEL),
        figure(RUNNING, "279", DISTRICT_LEVEL, LAND),
        figure(DONE, "279"),
        figure(RUNNING, "279", variant=2),
        figure(RUNNING, "279", as_of=parse_as_of("đến nay", period("2023-quy-1"))),
        figure(RUNNING, "279", as_of=parse_as_of("năm 2020")),
    ],
)
def test_totals_of_another_slice_or_time_do_not_compare(other: Figure):
    reports = [report(figure(RUNNING, "200"), when="2023"), report(other, when="2023-quy-1")]

    assert list(running_total_shrinks(reports, NOTHING)) == []


def test_a_figure_of_its_own_time_is_compared_in_that_time():
    own = figure(RUNNING, "279", as_of=parse_as_of("quý I/2023"))
    total = figure(RUNNING, "200")

    assert [p.location for p in running_total_shrinks([report(total, own, when="2023-6-thang")], NOTHING)] == [total.at]


@pytest.mark.parametrize(
    ("when", "published", "early"),
    [
        ("2023-6-thang", date(2023, 6, 20), False),
        ("2023-6-thang", date(2023, 6, 13), True),
        ("2023", date(2023, 11, 20), False),
        ("2023", date(2023, 10, 20), True),
        ("2023-thang-8", date(2023, 8, 25), False),
        ("den-2023-07", date(2023, 7, 5), False),
        ("den-2023-07-20", date(2023, 7, 5), True),
        ("2023-07-01_2023-07-20", date(2023, 7, 20), False),
        ("2023-07-01_2023-07-20", date(2023, 7, 19), True),
        ("2023-07-01_den-nay", date(2023, 8, 3), False),
        ("2023", date(2025, 10, 9), False),
    ],
)
def test_a_source_is_early_only_before_any_day_on_which_books_are_closed(when: str, published: date, early: bool):
    source = replace(SOURCE, published=published)
    found = report(replace(figure(DONE, "5"), source=source), when=when)
    found = replace(found, period=until_published(found.period, published))

    assert bool(list(published_before_end(found, Ledger(found, CATALOGUE)))) is early


def test_an_indicator_is_of_the_time_of_its_figure():
    old, new = replace(DONE, until=2022), replace(DONE, since=2024)
    of_2020 = figure(old, "5", as_of=parse_as_of("năm 2020"))
    until_now = report(figure(new, "5"), when="2023-07-01_den-nay")
    found = report(of_2020, figure(old, "6"))

    assert [p.location for p in indicator_not_then(found, Ledger(found, CATALOGUE))] == [found.figures[1].at]
    assert list(indicator_not_then(until_now, Ledger(until_now, CATALOGUE))) == []


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ("2022", "2022-12-thang", True),
        ("2022-quy-1", "2022-3-thang", True),
        ("2022-thang-1", "2022-1-thang", True),
        ("2022", "2022-01-01_2022-12-31", False),
        ("2022", "den-2022-12-31", False),
        ("2022-07-01_den-nay", "2022-07-01_2022-07-31", False),
    ],
)
def test_two_names_of_one_stretch_are_one_period(one: str, other: str, twice: bool):
    reports = [report(figure(DONE, "5"), when=one), report(figure(DONE, "5"), when=other)]

    assert bool(list(period_twice(reports, NOTHING))) is twice


def test_a_week_may_be_reported_on_its_thursday():
    thursday, wednesday = date(2026, 11, 12), date(2026, 11, 11)
    reports = [
        report(replace(figure(DONE, "5"), source=replace(SOURCE, published=day)), when="2026-tuan-46")
        for day in (thursday, wednesday)
    ]

    assert [len(list(published_before_end(found, Ledger(found, CATALOGUE)))) for found in reports] == [0, 1]


def test_weeks_whose_days_overlap_are_told():
    first = stated(report(when="2026-tuan-53"), date(2026, 12, 25), date(2026, 12, 31))
    second = stated(report(when="2027-tuan-1"), date(2026, 12, 31), date(2027, 1, 6))
    third = stated(report(when="2027-tuan-2"), date(2027, 1, 7), date(2027, 1, 13))

    assert [problem.location for problem in periods_misfit([first, second, third], NOTHING)] == [second.at]


def test_a_running_total_of_a_month_is_no_less_than_that_of_a_week_in_it():
    week, month = (
        report(figure(RUNNING, text), when=when) for text, when in (("50", "2023-tuan-19"), ("40", "2023-thang-5"))
    )

    assert len(list(running_total_shrinks([week, month], NOTHING))) == 1
