"""A cell with a number is what its format shows, in the way of Vietnamese; a format that we cannot follow shows nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.editors.forms.shown import shown
from bantin.vietnamese import number

ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (1210, "General", "1210"),
        (1210.0, "General", "1210"),
        (93.62, "General", "93,62"),
        (0.1 + 0.2, "General", "0,3"),
        (1210, "@", "1210"),
        (1210, "#,##0", "1.210"),
        (1234567, "#,##0", "1.234.567"),
        (1210, "#,##0.00", "1.210,00"),
        (8, "00", "08"),
        (0.9058, "0.00%", "90,58%"),
        (0.9058, "0%", "91%"),
        (0.285, "0%", "29%"),
        (0.07, "0.0%", "7,0%"),
        (1, "0.00%", "100,00%"),
        (93.62, '0.00"%"', "93,62%"),
        (93.62, "0.00\\%", "93,62%"),
        (2.675, "0.00", "2,68"),
        (0.5, "0.0#", "0,5"),
        (0.55, "0.0#", "0,55"),
        (1210, '#,##0" hồ sơ"', "1.210 hồ sơ"),
        (1210, '#,##0 "hồ sơ"', "1.210 hồ sơ"),
        (12.5, "[$-42A]#,##0.0", "12,5"),
        (7, "[Red]0", "7"),
        (1234567, "#,##0,", "1.235"),
        (1210, ACCOUNTING, "1.210"),
        (-5, ACCOUNTING, "-5"),
        (0, ACCOUNTING, "-"),
        (-5, "0", "-5"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (0, "#", ""),
        (1210, "dd/mm/yyyy", None),
        (1210, "0.00E+00", None),
        (1.5, "# ?/?", None),
        (5, "[<1]0;0.0", None),
        (1210, "[h]:mm", None),
        (float("inf"), "0", None),
        (float("nan"), "General", None),
    ],
)
def test_a_number_is_what_is_seen(value: float, format: str, text: str | None):
    assert shown(value, format) == text


@given(st.integers(0, 10**12))
def test_a_count_is_written_as_we_write_it(count: int):
    assert shown(count, "#,##0") == number(Decimal(count))
    assert shown(float(count), "General") == str(count)


@given(st.integers(0, 10_000), st.integers(0, 3))
def test_a_rate_has_the_decimals_of_its_format(hundredths: int, places: int):
    text = shown(hundredths / 10_000, f"0.{'0' * places}%" if places else "0%")

    assert text == f"{number((Decimal(hundredths) / 100).quantize(Decimal(1).scaleb(-places), 'ROUND_HALF_UP'))}%"
