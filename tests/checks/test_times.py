"""Rules about time."""

from dataclasses import replace
from datetime import date

from making import CATALOGUE, DONE, figure, report

from bantin.checks.times import periods_misfit, running_total_shrinks
from bantin.model.archive import Archive
from bantin.model.reports import Report

NOTHING = Archive(CATALOGUE)
RUNNING = replace(DONE, cumulative=True)


def stated(found: Report, start: date, end: date) -> Report:
    return replace(found, period=replace(found.period, start=start, end=end, stated=True))


def test_october_follows_september_and_not_january():
    september = report(when="2023-thang-9")
    october = stated(report(when="2023-thang-10"), date(2023, 9, 25), date(2023, 10, 24))
    months = [report(when="2023-thang-1"), report(when="2023-thang-2"), september, october]

    assert [problem.location for problem in periods_misfit(months, NOTHING)] == [october.at]


def test_a_total_runs_within_the_year_that_the_period_names_whatever_day_its_books_begin():
    whole = report(figure(RUNNING, "900"), when="2021")
    half = stated(report(figure(RUNNING, "500"), when="2022-6-thang"), date(2021, 12, 15), date(2022, 6, 14))

    assert list(running_total_shrinks([whole, half], NOTHING)) == []
    assert len(list(running_total_shrinks([half, report(figure(RUNNING, "400"), when="2022")], NOTHING))) == 1
