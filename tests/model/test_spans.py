"""What is certainly known of two periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import period

from bantin.model.spans import are_as_long, holds
from bantin.reading.times import named, until_published

NAMES = [
    "2022", "2023", "2023-12-thang", "2023-3-thang", "2023-4-thang", "2023-quy-1", "2023-quy-2", "2023-thang-3",
    "2023-thang-12", "den-2023-07", "den-2023-12-31", "2022-12-01_2023-11-30", "2023-01-01_2023-12-31",
    "2023-02-01_2023-03-14", "2023-07-01_den-nay", "2023-tuan-10", "2022-tuan-52", "2023-tuan-1",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("2023", "2022", True),
        ("2023", "2022-12-thang", True),
        ("2023-quy-1", "2023-quy-4", True),
        ("2023-quy-1", "2022-3-thang", True),
        ("2023-6-thang", "2023", False),
        ("2025-07-07_2025-07-13", "2025-07-14_2025-07-20", True),
        ("2025-07-07_2025-07-13", "2025-07-14_2025-07-21", False),
        ("2025-06-15_2025-07-14", "2025-07-15_2025-08-14", True),
        ("2021-12-15_2022-06-14", "2022-12-15_2023-06-14", True),
        ("2021-12-15_2022-06-14", "2023-6-thang", None),
        ("2021-12-15_2022-06-14", "2023", False),
        ("den-2021-12-09", "2021", None),
        ("2025-07-01_den-nay", "2025-thang-7", None),
        ("2023-tuan-5", "2022-tuan-46", True),
        ("2023-tuan-5", "2023-thang-2", False),
        ("2023-tuan-5", "2025-07-07_2025-07-13", None),
    ],
)
def test_two_periods_are_of_one_length_or_nobody_knows(name: str, other: str, alike: bool | None):
    one, two = period(name), period(other)

    assert (are_as_long(one, two), are_as_long(two, one)) == (alike, alike)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("2023", "2023-6-thang"),
        ("2023", "2023-quy-2"),
        ("2023", "2023-thang-12"),
        ("2023-6-thang", "2023-3-thang"),
        ("2023-7-thang", "2023-thang-7"),
        ("2023-4-thang", "2023-quy-1"),
        ("2023-quy-1", "2023-thang-3"),
        ("2023", "2023-02-01_2023-10-31"),
        ("2023-7-thang", "2023-07-01_2023-07-14"),
        ("2023-01-01_2023-12-31", "2023-quy-2"),
        ("2025-07-01_2025-11-30", "2025-07-01_2025-07-28"),
        ("2025-06-01_2025-12-31", "2025-thang-10"),
        ("2023", "2023-tuan-20"),
        ("2023-6-thang", "2023-tuan-10"),
        ("2023-quy-1", "2023-tuan-9"),
        ("2023-thang-5", "2023-tuan-19"),
        ("2023-05-01_2023-05-31", "2023-tuan-19"),
    ],
)
def test_a_period_certainly_holds_another(whole: str, part: str):
    assert holds(period(whole), period(part))
    assert not holds(period(part), period(whole))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("2023", "2023"),
        ("2023", "2023-12-thang"),
        ("2023", "2022-12-01_2023-11-30"),
        ("2023", "2023-01-01_2023-12-31"),
        ("2023-7-thang", "2023-07-05_2023-07-28"),
        ("2023-6-thang", "2023-thang-7"),
        ("2023-quy-2", "2023-3-thang"),
        ("2023-01-01_2023-12-31", "2023-quy-1"),
        ("2023", "2022-6-thang"),
        ("2023", "den-2023-07"),
        ("den-2023-12-31", "2023-6-thang"),
        ("2025-07-01_2025-07-28", "2025-07-28_2025-07-30"),
        ("2025-07-01_den-nay", "2025-07-01_2025-07-28"),
        ("2025", "2025-07-01_den-nay"),
    ],
)
def test_what_may_lie_outside_is_not_held(name: str, other: str):
    assert not holds(period(name), period(other))
    assert not holds(period(other), period(name)) or name == "2023-6-thang"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_what_holds_a_holder_holds_what_that_holds(one: str, two: str, three: str):
    first, second, third = period(one), period(two), period(three)

    assert not (holds(first, second) and holds(second, first))
    assert not (holds(first, second) and holds(second, third) and holds(third, first))


def test_what_runs_until_now_ends_about_when_its_source_was_published():
    since = until_published(period("2025-07-01_den-nay"), date(2025, 11, 30))

    assert holds(since, period("2025-07-01_2025-07-28"))
    assert not holds(since, period("2025-07-01_2025-11-15"))
    assert holds(period("2025-07-01_2025-11-30"), until_published(period("2025-07-01_den-nay"), date(2025, 8, 3)))
    assert since.dates == since.name == "từ 01/07/2025 đến nay"


def test_so_many_months_of_no_known_days_hold_nothing_and_are_held_by_nothing():
    months = named(period("den-2026-02-28"), "Trong 6 tháng")

    assert not any(holds(months, period(name)) or holds(period(name), months) for name in NAMES)
