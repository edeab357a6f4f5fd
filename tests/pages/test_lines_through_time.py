"""Lines of history: what is joined, where each figure lies, and what is said of them."""

from decimal import Decimal

import pytest
from making import RECEIVED, figure, report

from bantin.pages.figure_charts import history
from bantin.pages.lines import Lines, Moment, Opening, lines


def of_years(**texts: str) -> Lines:
    pairs = [(report(when=year.removeprefix("n")), figure(RECEIVED, text)) for year, text in texts.items()]
    found = history([(one, one_figure) for one, one_figure in pairs])
    assert found
    return found


def joined(chart: Lines) -> list[tuple[str, str]]:
    return [(one.said, two.said) for one, two in chart.strokes]


def test_what_lies_at_a_number_is_joined_with_the_next_year_alone():
    found = of_years(n2019="900", n2020="1.000", n2022="500")

    assert joined(found) == [("Năm 2019: 900", "Năm 2020: 1.000")]
    assert [mark.x for mark in found.marks] == ["0", "33.33", "100"]


def test_the_scale_begins_at_zero():
    found = of_years(n2019="900", n2020="1.000")

    assert [mark.y for mark in found.marks] == ["10", "0"]
    assert found.scale == "Thang bắt đầu từ 0"


def test_what_is_open_is_joined_with_nothing_and_compared_with_nothing():
    found = of_years(n2019="900", n2020="trên 1.000", n2021="800")

    assert [mark.opening for mark in found.marks] == [Opening.NONE, Opening.UP, Opening.NONE]
    assert not joined(found)
    assert not found.extremes


def test_the_highest_and_the_lowest_are_named_with_all_their_years():
    found = of_years(n2019="900", n2020="1.000", n2021="900")

    assert found.extremes == "Cao nhất: 1.000 (năm 2020); thấp nhất: 900 (năm 2019 và năm 2021)."


def test_only_periods_as_long_as_the_newest_are_on_a_line():
    pairs = [(report(when=when), figure(RECEIVED, "5")) for when in ("2021", "2022-6-thang", "2022", "2023-6-thang")]
    found = history(pairs)

    assert found
    assert [mark.said for mark in found.marks] == ["6 tháng đầu năm 2022: 5", "6 tháng đầu năm 2023: 5"]


def test_a_line_begins_anew_where_something_else_is_counted():
    moments = [Moment("a", "1", Decimal(1)), Moment("b", "2", Decimal(2), begins_anew="đơn vị khác")]
    found = lines("", moments, of_hundred=False)

    assert found
    assert (joined(found), found.breaks) == ([], (("50", "đơn vị khác"),))


@pytest.mark.parametrize("texts", [("900",), ("900", "200 - 300"), ("không áp dụng", "5")])
def test_one_number_makes_no_line(texts: tuple[str, ...]):
    pairs = [(report(when=str(year)), figure(RECEIVED, text)) for year, text in enumerate(texts, start=2020)]

    assert history(pairs) is None


def test_shares_lie_on_a_scale_up_to_a_hundred():
    found = lines("", [Moment("a", "50%", Decimal(50)), Moment("b", "25%", Decimal(25))], of_hundred=True)

    assert found
    assert ([mark.y for mark in found.marks], found.scale) == (["50", "75"], "Thang từ 0 đến 100%")
