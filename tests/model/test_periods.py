"""Reporting periods: what a file's name says."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath

import pytest
from making import period

from bantin.model.periods import Shape, month_end
from bantin.problems import Problem
from bantin.reading.times import FORMS, meant_periods, named, parse_as_of, parse_period, period_of


@pytest.mark.parametrize(
    ("name", "shape", "start", "end", "words"),
    [
        ("2022", Shape.YEAR, date(2022, 1, 1), date(2022, 12, 31), "năm 2022"),
        ("2023-6-thang", Shape.FIRST_MONTHS, date(2023, 1, 1), date(2023, 6, 30), "6 tháng đầu năm 2023"),
        ("2020-11-thang", Shape.FIRST_MONTHS, date(2020, 1, 1), date(2020, 11, 30), "11 tháng đầu năm 2020"),
        ("2023-quy-1", Shape.QUARTER, date(2023, 1, 1), date(2023, 3, 31), "quý I năm 2023"),
        ("2023-quy-4", Shape.QUARTER, date(2023, 10, 1), date(2023, 12, 31), "quý IV năm 2023"),
        ("2024-thang-2", Shape.MONTH, date(2024, 2, 1), date(2024, 2, 29), "tháng 2 năm 2024"),
        (
            "2026-tuan-46",
            Shape.WEEK,
            date(2026, 11, 9),
            date(2026, 11, 15),
            "tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)",
        ),
        (
            "2026-tuan-1",
            Shape.WEEK,
            date(2025, 12, 29),
            date(2026, 1, 4),
            "tuần 1 năm 2026 (từ 29/12/2025 đến 04/01/2026)",
        ),
        ("den-2021-12-09", Shape.AS_OF, date(2021, 1, 1), date(2021, 12, 9), "tính đến ngày 09/12/2021"),
        ("den-2023-07", Shape.AS_OF, date(2023, 1, 1), date(2023, 7, 31), "tính đến tháng 7 năm 2023"),
        ("2025-07-01_2025-07-21", Shape.RANGE, date(2025, 7, 1), date(2025, 7, 21), "từ 01/07/2025 đến 21/07/2025"),
        ("2025-07-01_den-nay", Shape.SINCE, date(2025, 7, 1), date(2025, 7, 1), "từ 01/07/2025 đến nay"),
        ("2025-07-01_2025-07-01", Shape.RANGE, date(2025, 7, 1), date(2025, 7, 1), "từ 01/07/2025 đến 01/07/2025"),
    ],
)
def test_a_name_says_when_a_period_began_and_ended(name: str, shape: Shape, start: date, end: date, words: str):
    period = parse_period(name)

    assert period
    assert (period.slug, period.shape, period.start, period.end, period.name) == (name, shape, start, end, words)


@pytest.mark.parametrize(
    "name",
    ["", "22", "0000", "2025-tuan-53", "2026-tuan-0", "2026-tuan-54", "2026-tuan-05", "0000-tuan-1", "9999-tuan-53", "2023-0-thang", "2023-13-thang", "2023-quy-0", "2023-quy-5", "2021-thang-0", "2021-thang-13",
     "den-2021-13-09", "den-2021-02-30", "den-2021-13", "den-2021-1-9", "2025-07-21_2025-07-01", "2025-02-30_2025-07-01",
     "2025-02-30_den-nay", "2025-07-01_nay", "den-nay",
     "2023-6-thang ", "2023-6-Thang", "2023-6-tháng", "2023_6_thang", "x2023", "２０２３"],
)  # fmt: skip
def test_anything_else_is_no_period(name: str):
    assert parse_period(name) is None


@pytest.mark.parametrize("name", ["2023-06-thang", "2021-thang-08"])
def test_one_period_has_one_name(name: str):
    assert parse_period(name) is None


def test_every_form_that_editors_are_shown_is_a_period():
    assert all(parse_period(name) for name in FORMS.split(", "))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-06-thang", ["2023-6-thang"]),
        ("2023-6thang", ["2023-6-thang"]),
        ("2023-6-Tháng", ["2023-6-thang"]),
        ("2021-thang-08", ["2021-thang-8"]),
        ("quy-2-2023", ["2023-quy-2"]),
        ("6-thang-2023", ["2023-6-thang"]),
        ("6-thang-dau-nam-2023", ["2023-6-thang"]),
        ("thang-6-2023", ["2023-thang-6"]),
        ("6 thang 2026", ["2026-6-thang"]),
        ("2026-6th", ["2026-6-thang"]),
        ("T6-2026", ["2026-thang-6"]),
        ("thang 8-2021", ["2021-thang-8"]),
        ("tháng 8 năm 2021", ["2021-thang-8"]),
        ("den-thang-8-2021", ["den-2021-08"]),
        ("2026-q3", ["2026-quy-3"]),
        ("2026-Q3", ["2026-quy-3"]),
        ("quy 3 2026", ["2026-quy-3"]),
        ("Quý III-2026", ["2026-quy-3"]),
        ("3-quy-2026", []),
        ("2026-6-thang-8", []),
        ("2021-08", ["2021-thang-8", "den-2021-08"]),
        ("8-2021", ["2021-thang-8", "den-2021-08"]),
        ("den-2021-8", ["den-2021-08"]),
        ("2026-10-05", ["den-2026-10-05"]),
        ("5-10-2026", ["den-2026-10-05"]),
        ("tinh-den-5.10.2026", ["den-2026-10-05"]),
        ("2025-07-01-2025-07-21", ["2025-07-01_2025-07-21"]),
        ("1-7-2025_21-7-2025", ["2025-07-01_2025-07-21"]),
        ("2025-07-21-2025-07-01", []),
        ("2025-2026", []),
        ("2026-tuan-08", ["2026-tuan-8"]),
        ("tuan-46-2026", ["2026-tuan-46"]),
        ("Tuần 46 năm 2026", ["2026-tuan-46"]),
        ("2026-w46", ["2026-tuan-46"]),
        ("2026-46-tuan", []),
        ("2025-tuan-53", []),
        ("hoc-ky-2-2026", []),
        ("nam-2022", ["2022"]),
        ("2021-12-09", ["den-2021-12-09"]),
        ("2023-07", ["2023-thang-7", "den-2023-07"]),
        ("tu-2025-07-01-den-nay", ["2025-07-01_den-nay"]),
        ("2023-quy-5", []),
        ("2023-02-30", []),
        ("bao-cao", []),
    ],
)
def test_a_misspelt_period_has_those_of_the_same_words(written: str, meant: list[str]):
    assert meant_periods(written) == meant


@pytest.mark.parametrize(
    ("name", "months"), [("2022", 12), ("2023-6-thang", 6), ("2023-quy-4", 3), ("2021-thang-8", 1), ("den-2023-07", 7)]
)
def test_a_period_counts_the_months_it_touches(name: str, months: int):
    period = parse_period(name)

    assert period
    assert period.months == months


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("2023-6-thang", "Trong 6 tháng đầu năm 2023"),
        ("den-2021-12-09", "Tính đến ngày 09/12/2021"),
        ("2025-07-01_2025-07-21", "Từ 01/07/2025 đến 21/07/2025"),
    ],
)
def test_a_sentence_begins_with_the_period(name: str, phrase: str):
    period = parse_period(name)

    assert period
    assert period.time_phrase == phrase


def test_a_title_begins_with_a_capital():
    period = parse_period("2023-quy-1")

    assert period
    assert period.title == "Quý I năm 2023"


@pytest.mark.parametrize(
    ("text", "end", "name"),
    [
        ("09/12/2021", date(2021, 12, 9), "tính đến ngày 09/12/2021"),
        ("9/12/2021", date(2021, 12, 9), "tính đến ngày 09/12/2021"),
        ("tháng 7/2023", date(2023, 7, 31), "tính đến tháng 7/2023"),
        ("Tháng 07/2023", date(2023, 7, 31), "tính đến tháng 7/2023"),
        ("tháng 7 năm 2023", date(2023, 7, 31), "tính đến tháng 7/2023"),
        ("cuối tháng 7/2020", date(2020, 7, 31), "tính đến cuối tháng 7/2020"),
        ("năm 2020", date(2020, 12, 31), "năm 2020"),
        ("hết ngày 30/6/2025", date(2025, 6, 30), "tính đến hết ngày 30/06/2025"),
        ("tính đến hết tháng 7/2023", date(2023, 7, 31), "tính đến hết tháng 7/2023"),
        ("15 giờ ngày 20/08/2023", date(2023, 8, 20), "tính đến 15 giờ ngày 20/08/2023"),
        ("17h00 ngày 12/7/2025", date(2025, 7, 12), "tính đến 17h00 ngày 12/07/2025"),
        ("17h ngày 12/7/2025", date(2025, 7, 12), "tính đến 17h ngày 12/07/2025"),
        ("tính đến 7 giờ 30 phút, ngày 12/7/2025", date(2025, 7, 12), "tính đến 7 giờ 30 phút ngày 12/07/2025"),
        ("đến lúc 16:30 ngày 12/7/2025", date(2025, 7, 12), "tính đến lúc 16:30 ngày 12/07/2025"),
        ("24 giờ ngày 12/7/2025", date(2025, 7, 12), "tính đến 24 giờ ngày 12/07/2025"),
        ("tuần 46/2026", date(2026, 11, 15), "tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)"),
        ("trong tuần thứ 46 năm 2026", date(2026, 11, 15), "tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)"),
    ],
)
def test_a_figure_may_state_its_own_time(text: str, end: date, name: str):
    time = parse_as_of(text)

    assert time
    assert (time.end, time.name) == (end, name)


@pytest.mark.parametrize("text", ["", "hôm qua", "tháng 13/2023", "25 giờ ngày 20/08/2023", "24h30 ngày 20/08/2023", "15h60 ngày 20/08/2023",
                                  "15 giờ", "15 giờ ngày 31/02/2023", "tuần 53/2025", "tuần 0/2026", "tháng 0/2023", "tháng 7", "tháng 7/0000", "năm 0000",
                                  "tháng \u0667/\u0662\u0660\u0662\u0663", "31/02/2023", "7/2023"])  # fmt: skip
def test_a_time_that_cannot_be_is_none(text: str):
    assert parse_as_of(text) is None


@pytest.mark.parametrize(("one", "other"), [("tháng 7/2023", "Tháng 07 năm 2023"), ("9/12/2021", "09/12/2021")])
def test_one_time_written_in_two_ways_is_the_same_time(one: str, other: str):
    assert parse_as_of(one) == parse_as_of(other)


def test_the_last_day_of_a_month_is_found_to_the_end_of_time():
    assert month_end(9999, 12) == date.max
    assert month_end(2023, 2) + timedelta(days=1) == date(2023, 3, 1)


@pytest.mark.parametrize(
    ("name", "earlier"),
    [
        ("2023", "2022"),
        ("2023-6-thang", "2022-6-thang"),
        ("2023-quy-4", "2022-quy-4"),
        ("2024-thang-10", "2023-thang-10"),
        ("den-2023-07", "den-2022-07"),
        ("den-2021-12-09", "den-2020-12-09"),
        ("2025-12-15_2026-06-14", "2024-12-15_2025-06-14"),
    ],
)
def test_periods_of_one_stretch_compare_across_years(name: str, earlier: str):
    one, other = parse_period(name), parse_period(earlier)

    assert one
    assert other
    assert (one.stretch, one.year) == (other.stretch, other.year + 1)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("2023-6-thang", "2023-thang-6"),
        ("2023-quy-1", "2023-quy-2"),
        ("2023", "2023-12-thang"),
        ("den-2023-07", "2023-7-thang"),
        ("2025-01-01_2025-06-30", "2024-01-01_2025-06-30"),
    ],
)
def test_other_stretches_of_a_year_do_not_compare(name: str, other: str):
    one, two = parse_period(name), parse_period(other)

    assert one
    assert two
    assert one.stretch != two.stretch


@pytest.mark.parametrize(
    ("name", "text", "dates", "phrase"),
    [
        ("2023", "Năm 2023", "năm 2023", "Trong năm 2023"),
        ("den-2026-02-28", "Trong 6 tháng", "trong 6 tháng", "Trong 6 tháng"),
        ("den-2026-02-28", "6 tháng qua", "trong 6 tháng qua", "Trong 6 tháng qua"),
        ("2023-6-thang", "Trong 6 tháng", "trong 6 tháng", "Trong 6 tháng"),
        ("2023-6-thang", "Từ 15/12/2022 đến 14/6/2023", "từ 15/12/2022 đến 14/6/2023", "Từ 15/12/2022 đến 14/6/2023"),
        ("2025-07-01_2025-11-30", "Từ ngày 01/7/2025 đến nay", "từ 01/07/2025 đến nay", "Từ 01/07/2025 đến nay"),
        ("2025-11-10_2025-11-16", "Tuần 46", "từ 10/11/2025 đến 16/11/2025", "Trong tuần 46"),
    ],
)
def test_a_printed_name_is_said_as_it_was(name: str, text: str, dates: str, phrase: str):
    found = named(period(name), text)

    assert (found.slug, found.dates, found.time_phrase) == (name, dates, phrase)


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        *((name, period(name).name) for name in ("2023", "2023-6-thang", "2023-quy-1", "2021-thang-8", "den-2023-07")),
        ("den-2021-12-09", "tính đến ngày 09/12/2021"),
        ("2025-07-01_2025-07-21", "từ 01/07/2025 đến 21/07/2025"),
        ("2025-07-01_den-nay", "từ 01/07/2025 đến nay"),
    ],
)
def test_days_are_said_only_where_they_were_stated(name: str, dates: str):
    assert period(name).dates == dates


def test_a_day_that_the_file_states_is_said_alone():
    begun = replace(period("2023"), start=date(2022, 12, 1), start_known=True)

    assert begun.dates == "năm 2023, từ 01/12/2022"
    assert replace(begun, end=date(2023, 11, 30), end_known=True).dates == "từ 01/12/2022 đến 30/11/2023"


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("đến nay", "đến nay", "Đến nay"),
        ("từ 01/07/2025 đến nay", "từ 01/07/2025 đến nay", "Từ 01/07/2025 đến nay"),
        ("Kể từ ngày 1/7/2025 đến nay", "từ 01/07/2025 đến nay", "Từ 01/07/2025 đến nay"),
        ("từ đầu năm 2025 đến nay", "từ đầu năm 2025 đến nay", "Từ đầu năm 2025 đến nay"),
        ("kể từ tháng 7/2025 đến nay", "từ tháng 7/2025 đến nay", "Từ tháng 7/2025 đến nay"),
        ("trong 6 tháng", "trong 6 tháng", "Trong 6 tháng"),
        ("6 tháng qua", "trong 6 tháng qua", "Trong 6 tháng qua"),
        ("từ 01/07/2025 đến 21/07/2025", "từ 01/07/2025 đến 21/07/2025", "Từ 01/07/2025 đến 21/07/2025"),
        ("từ ngày 1/7/2025 đến hết ngày 21/7/2025", "từ 01/07/2025 đến 21/07/2025", "Từ 01/07/2025 đến 21/07/2025"),
        ("quý III/2025", "quý III năm 2025", "Trong quý III năm 2025"),
        ("quý 3 năm 2025", "quý III năm 2025", "Trong quý III năm 2025"),
        ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025", "Trong 6 tháng đầu năm 2025"),
        ("trong tháng 7/2025", "tháng 7 năm 2025", "Trong tháng 7 năm 2025"),
        ("đến hết ngày 9/12/2021", "tính đến hết ngày 09/12/2021", "Tính đến hết ngày 09/12/2021"),
    ],
)
def test_a_figure_states_its_time_as_its_source_does(text: str, name: str, phrase: str):
    time = parse_as_of(text, period("2025-9-thang"))

    assert time
    assert (time.name, time.time_phrase) == (name, phrase)


@pytest.mark.parametrize("text", ["quý V/2025", "quý 5/2025", "13 tháng đầu năm 2025", "từ 21/07/2025 đến 01/07/2025",
                                  "từ 31/02/2025 đến nay", "từ 01/07 đến nay", "trong 0 tháng", "từ tháng 13/2025 đến nay", "trong mấy tháng"])  # fmt: skip
def test_a_stretch_that_cannot_be_is_none(text: str):
    assert parse_as_of(text, period("2025-9-thang")) is None


def test_two_times_until_now_of_one_year_are_two_times():
    july, april = (parse_as_of(f"từ tháng {month}/2025 đến nay", period("2025-9-thang")) for month in (7, 4))

    assert july
    assert april
    assert not july.is_same_time(april)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2020", "năm 2020"),
        ("2025-quy-3", "quý III/2025"),
        ("den-2023-07", "tháng 7/2023"),
        ("2025-07-01_den-nay", "từ 01/07/2025 đến nay"),
        ("2025-07-01_2025-07-21", "từ 1/7/2025 đến 21/7/2025"),
    ],
)
def test_a_figure_may_state_the_time_of_its_file(name: str, text: str):
    time = parse_as_of(text, period(name))

    assert time
    assert time.is_same_time(period(name))


def test_a_time_of_day_is_another_time_than_its_day():
    day, hour, whole = (parse_as_of(f"{at} 20/08/2023") for at in ("đến ngày", "đến 15 giờ ngày", "đến hết ngày"))

    assert day
    assert hour
    assert whole
    assert not hour.is_same_time(day)
    assert not hour.is_same_time(period("den-2023-08-20"))
    assert whole.is_same_time(day)
    assert parse_as_of("15h00 ngày 20/08/2023").is_same_time(hour)


@pytest.mark.parametrize("year", range(1996, 2041))
def test_only_years_of_53_weeks_have_a_week_53(year: int):
    days = date(year, 12, 31) - date(year, 1, 1)
    has = date(year, 1, 1).isoweekday() == 4 or (date(year, 12, 31).isoweekday() == 4 and days.days >= 364)

    assert (parse_period(f"{year}-tuan-53") is not None) is has
    last = period(f"{year}-tuan-{53 if has else 52}")
    assert (last.start.isoweekday(), last.end.isoweekday(), (last.end - last.start).days) == (1, 7, 6)
    assert last.leads_to(period(f"{year + 1}-tuan-1"))
    assert period(f"{year + 1}-tuan-1").start == last.end + timedelta(days=1)


def test_weeks_of_two_years_compare_by_their_number():
    assert period("2025-tuan-46").stretch == period("2026-tuan-46").stretch
    assert not period("2026-tuan-46").leads_to(period("2026-tuan-48"))


@pytest.mark.parametrize(("name", "weeks"), [("2025-tuan-53", 52), ("2026-tuan-54", 53)])
def test_a_week_that_a_year_lacks_is_told(name: str, weeks: int):
    found = period_of(PurePosixPath(f"data/kien-giang/{name}.yml"))

    assert isinstance(found, Problem)
    assert found.message.endswith(f"mà năm {name[:4]} chỉ có {weeks} tuần.")
    assert "2026-tuan-46" in found.help
