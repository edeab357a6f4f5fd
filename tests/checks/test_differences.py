"""Facts that are printed twice: by two sources, and as a change from what was printed before."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import CATALOGUE, DONE, EARLY_RATE, RECEIVED, SOURCE, figure, indicator, period, report

from bantin.checks.differences import change_differs, sources_differ
from bantin.model import Archive, Indicator, Kind, Ledger
from bantin.problems import Location
from bantin.reading.differences import difference_of
from bantin.reading.times import parse_as_of
from bantin.vietnamese import number

NOTHING = Archive(CATALOGUE)
RANK = indicator("Xếp hạng", Kind.RANK, "hạng")
SCORE = indicator("Chỉ số", Kind.SCORE, "điểm")
NEWSPAPER = replace(SOURCE, title="Bài báo", at=Location("x.yml", 9))


def differ(what: Indicator, one: str, other: str, **others: object) -> bool:
    found = report(figure(what, one), replace(figure(what, other, variant=2, **others), source=NEWSPAPER))
    return bool(list(sources_differ(found, Ledger(found, CATALOGUE))))


@pytest.mark.parametrize(
    ("what", "one", "other", "contradict"),
    [
        (RECEIVED, "15.182", "15.128", True),
        (RECEIVED, "15.182", "gần 15.200", False),
        (RECEIVED, "15.182", "hơn 15.000", False),
        (RECEIVED, "15.182", "hơn 15.200", True),
        (RECEIVED, "15.182", "15,2 nghìn", False),
        (RECEIVED, "15.182", "chưa có số liệu", False),
        (DONE, "19/34", "19", False),
        (DONE, "19/34", "18/34", True),
        (EARLY_RATE, "90,58%", "90,6%", False),
        (EARLY_RATE, "90,58%", "90%", False),
        (EARLY_RATE, "90,58%", "91,58%", True),
        (EARLY_RATE, "55%", "19/34", False),
        (RANK, "8/15", "hạng 8", False),
        (RANK, "8/15", "hạng 9", True),
        (RANK, "8/15", "30/63", False),
        (SCORE, "8,1/12 điểm", "18/22 điểm", False),
        (SCORE, "88,4 điểm", "89,4 điểm", True),
    ],
)
def test_two_sources_of_one_fact_agree_where_both_may_be_true(what: Indicator, one: str, other: str, contradict: bool):
    assert differ(what, one, other) is contradict
    assert differ(what, other, one) is contradict


def test_figures_of_another_base_time_or_group_are_other_facts():
    assert not differ(EARLY_RATE, "90%", "95%", base=RECEIVED)
    assert not differ(RECEIVED, "90", "95", as_of=parse_as_of("09/12/2021"))
    assert not differ(RANK, "hạng 1", "hạng 3", among="114 đơn vị")


def changed(what: Indicator, text: str, change: str, when: str = "2024") -> object:
    return report(figure(what, text, change=change, difference=difference_of(change, what, period(when))), when=when)


@pytest.mark.parametrize(
    ("what", "before", "now", "change", "contradict"),
    [
        (RANK, "45/63", "32/63", "tăng 13 bậc so với năm 2023", False),
        (RANK, "44/63", "32/63", "tăng 13 bậc so với năm 2023", True),
        (RANK, "19/63", "32/63", "tăng 13 bậc so với năm 2023", True),
        (RANK, "30/63", "hạng 32", "giảm 02 bậc so với năm trước", False),
        (RANK, "34/63", "32/63", "giảm 02 bậc so với năm 2023", True),
        (RANK, "44/63", "12/34", "tăng 13 bậc so với năm 2023", False),
        (RECEIVED, "10.000", "11.210", "tăng 1.210 hồ sơ so với cùng kỳ", False),
        (RECEIVED, "10.000", "11.211", "tăng 1.210 hồ sơ so với cùng kỳ", True),
        (RECEIVED, "10.000", "11.211", "tăng hơn 1.200 hồ sơ so với cùng kỳ năm 2023", False),
        (RECEIVED, "10.000", "11.211", "tăng 12,1% so với cùng kỳ năm trước", False),
        (RECEIVED, "10.000", "11.211", "tăng 12% so với cùng kỳ năm trước", False),
        (RECEIVED, "10.000", "11.211", "tăng 13% so với cùng kỳ năm trước", True),
        (RECEIVED, "10.000", "8.800", "giảm 12% so với cùng kỳ năm trước", False),
        (RECEIVED, "10.000", "8.800", "tăng 12% so với cùng kỳ năm trước", True),
        (SCORE, "87,9 điểm", "88,4 điểm", "tăng 0,5 điểm so với năm 2023", False),
        (SCORE, "87,1 điểm", "88,4 điểm", "tăng 0,5 điểm so với năm 2023", True),
        (EARLY_RATE, "93,4%", "94,6%", "tăng 1,2 điểm phần trăm so với năm 2023", False),
        (EARLY_RATE, "93,4%", "94,6%", "giảm 1,2 điểm phần trăm so với năm 2023", True),
        (EARLY_RATE, "90%", "94,6%", "tăng 10% so với năm 2023", False),
        (EARLY_RATE, "90%", "94,6%", "tăng 10 điểm so với năm 2023", False),
        (RECEIVED, "10.000", "11.211", "tăng 5 hồ sơ so với năm 2022", False),
        (RECEIVED, "10.000", "11.211", "tăng 5 hồ sơ", False),
        (RECEIVED, "10.000", "11.211", "tăng 5 thủ tục so với năm 2023", False),
        (RECEIVED, "10.000", "11.211", "tăng 5 lần so với năm 2023", False),
        (RECEIVED, "10.000", "11.211", "tăng mạnh so với năm 2023", False),
        (RECEIVED, "10.000", "11.211", "tăng 5 hồ sơ so với 6 tháng đầu năm 2023", False),
        (RECEIVED, "chưa có số liệu", "11.211", "tăng 5 hồ sơ so với năm 2023", False),
    ],
)
def test_a_printed_change_is_that_between_two_printed_values(
    what: Indicator, before: str, now: str, change: str, contradict: bool
):
    reports = [report(figure(what, before), when="2023"), changed(what, now, change)]

    assert bool(list(change_differs(reports, NOTHING))) is contradict


@pytest.mark.parametrize(
    ("when", "versus", "meant"),
    [
        ("2024-quy-1", "quý trước", "2023-quy-4"),
        ("2024-quy-3", "quý II/2024", "2024-quy-2"),
        ("2024-thang-1", "tháng trước", "2023-thang-12"),
        ("2026-tuan-46", "tuần trước", "2026-tuan-45"),
        ("2026-tuan-1", "tuần trước", "2025-tuan-52"),
        ("2027-tuan-1", "tuần trước", "2026-tuan-53"),
        ("2026-tuan-46", "tuần 40/2026", "2026-tuan-40"),
        ("2024-thang-7", "tháng 6/2024", "2024-thang-6"),
        ("2024-6-thang", "cùng kỳ", "2023-6-thang"),
        ("2024-6-thang", "6 tháng đầu năm 2023", "2023-6-thang"),
        ("2024-6-thang", "năm 2023", None),
        ("2024-6-thang", "năm trước", None),
        ("2024-6-thang", "quý trước", None),
        ("2024-07-01_den-nay", "cùng kỳ", None),
        ("2024", "kỳ trước", None),
    ],
)
def test_a_change_is_from_a_period_as_long_or_from_none(when: str, versus: str, meant: str | None):
    found = difference_of(f"tăng 5 hồ sơ so với {versus}", RECEIVED, period(when))

    assert (found is not None) is (meant is not None)
    assert not found or (meant and found.is_from(period(meant)))


@given(st.integers(100, 10**6), st.integers(1, 10**5), st.booleans())
def test_a_true_change_never_contradicts(before: int, by: int, grows: bool):
    now = before + by if grows else max(before - by, 0)
    share = Decimal(abs(now - before) * 100) / before
    word = "tăng" if grows else "giảm"
    for step in ("1", "0.1", "0.01"):
        for rounding in ("ROUND_HALF_UP", "ROUND_DOWN"):
            printed = number(share.quantize(Decimal(step), rounding))
            for change in (f"{word} {printed}%", f"{word} {number(abs(now - before))} hồ sơ"):
                reports = [
                    report(figure(RECEIVED, number(before)), when="2023"),
                    changed(RECEIVED, number(now), f"{change} so với năm 2023"),
                ]
                assert list(change_differs(reports, NOTHING)) == []
