"""Durations, sizes and shares in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.telling.amounts import duration, share, size


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "chưa đến 0,1 giây"), (0.05, "0,1 giây"), (2.44, "2,4 giây"), (9.94, "9,9 giây"), (9.96, "10 giây"),
        (59.4, "59 giây"), (59.6, "1 phút"), (84, "1 phút 24 giây"), (3599.6, "1 giờ"), (7500, "2 giờ 5 phút"),
        (4_000_000, "1.111 giờ 7 phút"),
    ],
)  # fmt: skip
def test_a_duration(seconds: float, words: str):
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (26_400, "26 kB"), (999_499, "999 kB"), (999_500, "1,0 MB"),
        (231_440_000, "231,4 MB"), (999_949_999, "999,9 MB"), (999_950_000, "1,0 GB"), (1_234_500_000_000, "1.234,5 GB"),
    ],
)  # fmt: skip
def test_a_size(count: int, words: str):
    assert size(count) == words


@given(st.floats(0, 1e7))
def test_no_duration_has_sixty_of_anything(seconds: float):
    assert not re.search(r"\b60 (giây|phút)", duration(seconds))


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, "–"), (0, 5, "0,0%"), (5, 5, "100,0%"), (1, 3, "33,3%"), (0.0001, 5, "0,1%"), (4.9999, 5, "99,9%")],
)
def test_a_share_is_all_or_nothing_only_where_it_is_so(part: float, whole: float, words: str):
    assert share(part, whole) == words
