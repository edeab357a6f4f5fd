"""A problem and its place."""

import pytest

from bantin.problems import Location


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 3, 5), ("abc", 3, 8), ("abc\n", 4, 1), ("abc\nde", 4, 3), ("\n\n", 5, 1)],
)
def test_a_place_moves_on_by_the_lines_and_letters_of_a_text(text: str, line: int, column: int):
    assert Location("x.yml", 3, 5).after(text) == Location("x.yml", line, column)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (Location("a.xlsx", 12, 3, "Biểu 06"), "a.xlsx, trang tính “Biểu 06”, ô C12"),
        (Location("a.xlsx", 1, 26, "x"), "a.xlsx, trang tính “x”, ô Z1"),
        (Location("a.xlsx", 1, 27, "x"), "a.xlsx, trang tính “x”, ô AA1"),
        (Location("a.xlsx", 1, 703, "x"), "a.xlsx, trang tính “x”, ô AAA1"),
        (Location("a.xlsx", 0, 1, "x"), "a.xlsx, trang tính “x”"),
        (Location("a.xlsx"), "a.xlsx:1:1"),
    ],
)
def test_a_place_in_a_workbook_is_named_as_people_find_it(at: Location, told: str):
    assert str(at) == told
