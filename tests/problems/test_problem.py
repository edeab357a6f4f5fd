"""A problem and its place."""

import pytest

from bantin.problems import Location


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 3, 5), ("abc", 3, 8), ("abc\n", 4, 1), ("abc\nde", 4, 3), ("\n\n", 5, 1)],
)
def test_a_place_moves_on_by_the_lines_and_letters_of_a_text(text: str, line: int, column: int):
    assert Location("x.yml", 3, 5).after(text) == Location("x.yml", line, column)
