"""Deadlines and fees: what is printed survives, and nothing is read into it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.model.procedures import Charge, TimeUnit
from bantin.reading.procedures.deadlines import deadline_of
from bantin.reading.procedures.fees import fee_of


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("10 ngày làm việc", TimeUnit.WORKING_DAY, "10", "10"),
        ("03 Ngày làm việc", TimeUnit.WORKING_DAY, "3", "3"),
        ("15 Ngày", TimeUnit.DAY, "15", "15"),
        ("7,5 ngày làm việc", TimeUnit.WORKING_DAY, "7.5", "7.5"),
        ("05 - 10 ngày", TimeUnit.DAY, "5", "10"),
        ("17–20 ngày", TimeUnit.DAY, "17", "20"),
        ("17 đến 20 ngày làm việc", TimeUnit.WORKING_DAY, "17", "20"),
        ("không quá 15 ngày làm việc", TimeUnit.WORKING_DAY, None, "15"),
        ("Tối đa 15 ngày", TimeUnit.DAY, None, "15"),
        ("24 giờ", TimeUnit.HOUR, "24", "24"),
        ("1", None, "1", "1"),
        ("3 OTHER", None, "3", "3"),
        ("trong ngày; sau 15 giờ thì ngày làm việc tiếp theo", None, None, None),
        ("Không quá 15 ngày làm việc. Đối với các xã miền núi thêm 10 ngày", None, None, None),
        ("7.5 ngày làm việc", None, None, None),
        ("không có thông tin", None, None, None),
    ],
)
def test_deadlines(text: str, unit: TimeUnit | None, low: str | None, high: str | None):
    found = deadline_of(text)

    assert (found.text, found.unit) == (text, unit)
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))
    assert found.lacks_unit == (unit is None and high is not None)


@pytest.mark.parametrize(
    ("text", "charge", "low", "high", "currency"),
    [
        ("8.000 đồng", Charge.AMOUNT, 8000, 8000, "đồng"),
        ("8.000 đồng/bản", Charge.AMOUNT, 8000, 8000, "đồng"),
        ("12.000 - 60.000 đồng", Charge.AMOUNT, 12000, 60000, "đồng"),
        ("10 USD", Charge.AMOUNT, 10, 10, "USD"),
        ("50.000 VNĐ", Charge.AMOUNT, 50000, 50000, "đồng"),
        ("miễn phí", Charge.FREE, None, None, ""),
        ("Miễn lệ phí", Charge.FREE, None, None, ""),
        ("0", Charge.ZERO, None, None, ""),
        ("0 đồng", Charge.ZERO, None, None, ""),
        ("0 VNĐ/bản", Charge.ZERO, None, None, ""),
        ("Không", Charge.IN_WORDS, None, None, ""),
        ("theo Nghị quyết của HĐND tỉnh", Charge.IN_WORDS, None, None, ""),
        ("Miễn phí với người nghèo", Charge.IN_WORDS, None, None, ""),
        ("50,000 đồng", Charge.IN_WORDS, None, None, ""),
        ("không có thông tin", Charge.IN_WORDS, None, None, ""),
    ],
)
def test_fees(text: str, charge: Charge, low: int | None, high: int | None, currency: str):
    found = fee_of(text)

    assert (found.text, found.charge, found.currency) == (text, charge, currency)
    assert (found.low, found.high) == (low, high)


@given(st.text(max_size=40))
def test_what_is_printed_survives_and_ends_are_in_order(text: str):
    deadline, fee = deadline_of(text), fee_of(text)

    assert deadline.text == fee.text == text
    assert deadline.high is None or (deadline.low or 0) <= deadline.high
    assert fee.high is None or (fee.low is not None and fee.low <= fee.high)


@given(st.decimals(0, 99, places=1), st.decimals(0, 99, places=1), st.sampled_from([" - ", "–", " đến "]))
def test_a_range_holds_both_its_ends(first: Decimal, last: Decimal, dash: str):
    printed = f"{first}{dash}{last} ngày".replace(".", ",")

    found = deadline_of(printed)

    assert (found.low, found.high) == (min(first, last), max(first, last))


@given(st.integers(0, 10**9), st.sampled_from(["đồng", "đồng/hồ sơ", "USD"]))
def test_no_amount_is_free_and_nought_is_none(amount: int, currency: str):
    found = fee_of(f"{amount:,} {currency}".replace(",", "."))

    assert found.charge is (Charge.AMOUNT if amount else Charge.ZERO)
    assert found.low == (amount or None)
