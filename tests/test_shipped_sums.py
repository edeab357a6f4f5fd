"""What the shipped sums say of published totals: wrong ones are doubted, and none that may be right.

What was returned, withdrawn or waits may be among the dossiers resolved or in process, or beside them: offices differ.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import report
from shipped import shipped, shipped_figures

from bantin.model.accounts import Accounts
from bantin.model.ledger import Ledger

TO_DO, RESOLVED, PENDING = "Hồ sơ phải giải quyết", "Hồ sơ đã giải quyết", "Hồ sơ đang giải quyết"
ENDED = ("Hồ sơ trả lại", "Hồ sơ hủy", "Hồ sơ trả lại, rút lại hoặc hủy")
WAITING = ("Hồ sơ chờ bổ sung", "Hồ sơ tạm dừng giải quyết", "Hồ sơ tạm dừng hoặc chờ bổ sung")
LISTS = shipped()
DOSSIERS = st.integers(0, 3_000)
TOTAL_766 = "Chỉ số phục vụ người dân, doanh nghiệp"
PAPI = tuple(
    f"Điểm PAPI về {content}"
    for content in (
        "tham gia của người dân ở cấp cơ sở",
        "công khai, minh bạch trong ra quyết định",
        "trách nhiệm giải trình với người dân",
        "kiểm soát tham nhũng trong khu vực công",
        "thủ tục hành chính công",
        "cung ứng dịch vụ công",
        "quản trị môi trường",
        "quản trị điện tử",
    )
)


def doubted(printed: dict[str, str]) -> list[str]:
    """The totals that do not agree with a sum."""
    accounts = Accounts(Ledger(report(*shipped_figures(printed)), LISTS))
    return [found.total.indicator.label for found in accounts.sums if not found.agrees]


def counts(**printed: int) -> dict[str, str]:
    return {label: str(count) for label, count in printed.items()}


@given(DOSSIERS, DOSSIERS, st.sampled_from([*ENDED[:2], *WAITING[:2]]), st.integers(1, 400))
def test_what_is_returned_or_waits_may_be_counted_inside_or_beside(resolved: int, pending: int, kind: str, apart: int):
    beside = {TO_DO: resolved + pending + apart, RESOLVED: resolved, PENDING: pending, kind: apart}
    inside = {TO_DO: resolved + pending, RESOLVED: resolved, PENDING: pending, kind: min(apart, resolved, pending)}

    assert doubted(counts(**beside)) == []
    assert doubted(counts(**inside)) == []


@given(DOSSIERS, DOSSIERS, st.integers(1, 400))
def test_a_wrong_total_without_any_is_doubted(resolved: int, pending: int, wrong: int):
    assert doubted(counts(**{TO_DO: resolved + pending + wrong, RESOLVED: resolved, PENDING: pending})) == [TO_DO]


@given(DOSSIERS, DOSSIERS, DOSSIERS, DOSSIERS)
def test_all_that_ended_or_waits_is_added(resolved: int, pending: int, ended: int, waiting: int):
    whole = {RESOLVED: resolved, PENDING: pending, ENDED[2]: ended}
    total = sum(whole.values())

    assert doubted(counts(**whole, **{TO_DO: total})) == []
    assert doubted(counts(**whole, **{TO_DO: total + 1})) == [TO_DO]
    assert doubted(counts(**whole, **{WAITING[2]: waiting, TO_DO: total + waiting})) == []


@pytest.mark.parametrize(
    ("online", "total", "wrong"),
    [
        ({"Điểm dịch vụ công trực tuyến": "8,1", "Điểm thanh toán trực tuyến": "10"}, "78,7", "87,8"),
        ({"Điểm dịch vụ công trực tuyến và thanh toán trực tuyến": "18,1"}, "78,7", "87,8"),
        ({"Cung cấp dịch vụ trực tuyến": "18,1", "Điểm thanh toán trực tuyến": "10"}, "78,7", "87,8"),
    ],
)
def test_the_groups_of_766_make_up_the_total(online: dict[str, str], total: str, wrong: str):
    groups = {"Công khai, minh bạch": "9,9", "Tiến độ giải quyết": "19,1", "Điểm mức độ hài lòng": "18"}
    printed = {label: f"{score} điểm" for label, score in (groups | online | {"Số hóa hồ sơ": "13,6"}).items()}

    assert doubted(printed | {TOTAL_766: f"{total} điểm"}) == []
    assert doubted(printed | {TOTAL_766: f"{wrong} điểm"}) == [TOTAL_766]


def test_the_groups_of_766_have_a_hundred_points():
    highest = [LISTS.indicators[id].highest for id in LISTS.indicator(TOTAL_766).sums[0]]

    assert sum(highest) == LISTS.indicator(TOTAL_766).highest == 100


def test_the_eight_contents_of_papi_make_up_its_score():
    printed = dict.fromkeys(PAPI, "5,5 điểm")

    assert doubted(printed | {"PAPI": "44 điểm"}) == []
    assert doubted(printed | {"PAPI": "47,35 điểm"}) == ["Chỉ số hiệu quả quản trị và hành chính công"]
    assert doubted(dict(list(printed.items())[:6]) | {"PAPI": "44 điểm"}) == []
