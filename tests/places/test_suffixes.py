"""Numbers of provinces in codes of procedures."""

from datetime import date

import pytest

from bantin.places import gazetteer, suffixes
from bantin.places.tables import table_rows


@pytest.mark.parametrize(
    ("suffix", "path", "on", "may"),
    [
        ("H58", "tien-giang", date(2024, 1, 1), True),
        ("H58", "dong-thap", date(2026, 1, 1), True),  # Tiền Giang went into it
        ("H58", "dong-thap", None, True),
        ("H58", "dong-thap", date(2024, 1, 1), False),  # the Đồng Tháp of then is another territory
        ("H21", "gia-lai", date(2024, 1, 1), True),
        ("H21", "gia-lai", date(2026, 1, 1), True),
        ("H01", "dong-thap", None, False),
        ("H20", "an-giang", None, True),  # nobody here knows whose it is: nothing is said
    ],
)
def test_a_number_fits_its_province_and_what_that_went_into(suffix: str, path: str, on: date | None, may: bool):
    assert suffixes.may_be(suffix, path, on) is may


def test_every_number_in_the_table_is_of_a_province_before_the_merger():
    rows = table_rows("suffixes.tsv")

    assert len({suffix for suffix, _ in rows}) == len({path for _, path in rows}) == len(rows)
    for suffix, path in rows:
        assert suffixes.owner_of(suffix) == next(u for u in gazetteer.units(path) if u.existed_on(date(2024, 1, 1)))
