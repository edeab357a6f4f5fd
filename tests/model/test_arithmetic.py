"""What follows from published figures, and what contradicts them."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import form06
import pytest
from conftest import edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import (
    CATALOGUE,
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    DONE,
    DUE,
    EARLY_RATE,
    IN_PERSON,
    LAND,
    LATE_RATE,
    ONLINE,
    ONLINE_RATE,
    RECEIVED,
    RESOLVED,
    WHOLE,
    figure,
    report,
)
from trying import tries

from bantin.model.arithmetic import Derived, derived, percent
from bantin.model.ledger import Ledger, Sum
from bantin.model.reports import Figure
from bantin.reading.times import parse_as_of

SHIPPED = edition(Path(__file__).parents[2]).archive.catalogue


def ledger(*figures: Figure) -> Ledger:
    return Ledger(report(*figures), CATALOGUE)


def only_sum(*figures: Figure) -> Sum:
    (found,) = ledger(*figures).sums[figures[0]]
    return found


def test_parts_that_make_the_total_agree():
    found = only_sum(figure(RECEIVED, "1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506"))

    assert found.complete
    assert found.agrees


@pytest.mark.parametrize("total", ["1.094", "1.000"])
def test_all_parts_that_do_not_make_the_total_disagree(total: str):
    assert not only_sum(figure(RECEIVED, total), figure(ONLINE, "543"), figure(IN_PERSON, "506")).agrees


def test_a_part_that_was_not_published_is_not_zero():
    assert only_sum(figure(RECEIVED, "1.049"), figure(ONLINE, "543")).agrees


def test_some_parts_may_not_exceed_the_total():
    assert not only_sum(figure(RECEIVED, "500"), figure(ONLINE, "543")).agrees


def test_a_total_in_words_leaves_open_what_the_words_leave_open():
    assert only_sum(figure(RECEIVED, "trên 1.000"), figure(ONLINE, "543"), figure(IN_PERSON, "506")).agrees
    assert not only_sum(figure(RECEIVED, "trên 1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506")).agrees


def test_scopes_add_up_to_the_scope_they_make():
    at_district, at_commune = figure(RECEIVED, "10", DISTRICT_LEVEL), figure(RECEIVED, "5", COMMUNE_LEVEL)

    assert only_sum(figure(RECEIVED, "15", WHOLE), at_district, at_commune).agrees
    assert not only_sum(figure(RECEIVED, "16", WHOLE), at_district, at_commune).agrees


def test_members_of_a_whole_breakdown_add_up():
    land, civil = figure(RECEIVED, "10", DISTRICT_LEVEL, LAND), figure(RECEIVED, "5", DISTRICT_LEVEL, CIVIL)

    assert only_sum(figure(RECEIVED, "15"), land, civil).agrees
    assert not only_sum(figure(RECEIVED, "16"), land, civil).agrees


def test_rates_of_different_scopes_are_never_added():
    rates = (
        figure(LATE_RATE, "5%", WHOLE),
        figure(LATE_RATE, "3%", DISTRICT_LEVEL),
        figure(LATE_RATE, "7%", COMMUNE_LEVEL),
    )

    assert not ledger(*rates).sums


def computed(*figures: Figure, doubted: tuple[Figure, ...] = ()) -> Derived | None:
    """What is computed from the first of some figures."""
    return derived(figures[0], ledger(*figures), doubted=doubted)


def test_a_rate_of_a_stated_base_stands_for_a_count():
    found = computed(figure(LATE_RATE, "0,58%", base=RECEIVED), figure(RECEIVED, "1.210"))

    assert found
    assert (found.text, found.how) == ("7 hồ sơ", "0,58% của 1.210 (hồ sơ tiếp nhận)")


@pytest.mark.parametrize(
    ("rate", "base"),
    [("0,5%", "100.000"), ("trên 5%", "1.210"), ("5%", "gần 1.210"), ("100%", "1.210"), ("0%", "1.210")],
    ids=["several counts print as this rate", "rate in words", "base in words", "all of them", "none of them"],
)
def test_a_count_is_not_computed_where_several_would_fit_or_nothing_new_is_said(rate: str, base: str):
    assert computed(figure(LATE_RATE, rate, base=RECEIVED), figure(RECEIVED, base)) is None


def test_a_count_is_not_computed_where_the_source_prints_it():
    rate, received = figure(EARLY_RATE, "50%", base=RECEIVED), figure(RECEIVED, "10")

    assert computed(rate, received)
    assert computed(rate, received, figure(DONE, "5")) is None


def test_a_share_names_its_base():
    found = computed(figure(ONLINE, "543"), figure(RECEIVED, "1.049"))

    assert found
    assert (found.text, found.how) == ("51,76%", "543 trên 1.049 (hồ sơ tiếp nhận)")
    assert percent(Fraction(1, 800) * 100) == "0,13%"


@pytest.mark.parametrize(
    "others",
    [
        (figure(RECEIVED, "1.049", COMMUNE_LEVEL),),
        (figure(RECEIVED, "1.049", DISTRICT_LEVEL, LAND),),
        (figure(RECEIVED, "1.049", as_of=parse_as_of("09/12/2021")),),
        (figure(RECEIVED, "500"),),
        (figure(RECEIVED, "gần 1.100"),),
        (figure(RECEIVED, "1.049"), figure(ONLINE_RATE, "trên 50%")),
        (figure(RESOLVED, "1.049"),),
        (figure(DUE, "1.049"),),
    ],
    ids=[
        "another scope",
        "another field",
        "another time",
        "less than the part",
        "in words",
        "printed",
        "no base of it",
        "not the first of its bases",
    ],
)
def test_a_share_is_computed_only_on_a_base_of_its_slice_and_time_and_where_no_rate_is_printed(
    others: tuple[Figure, ...],
):
    assert computed(figure(ONLINE, "543"), *others) is None


def test_nothing_is_computed_from_a_figure_in_doubt():
    online, received = figure(ONLINE, "543"), figure(RECEIVED, "1.049")

    assert computed(online, received, doubted=(received,)) is None
    assert computed(online, received, doubted=(online,)) is None


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        ("3,17 ngàn", "3.200", "khoảng 99%"),
        ("31,7 ngàn", "32.000", "khoảng 99%"),
        ("317,25 nghìn", "320.000", "khoảng 99,14%"),
        ("3,1 ngàn", "3,2 ngàn", None),
        ("1", "40.000", None),
        ("39.999", "40.000", None),
        ("1.000", "1.000", None),
        ("không có", "1.000", None),
        ("2", "3", "66,67%"),
    ],
)
def test_a_share_has_no_more_digits_than_the_figures_carry(part: str, whole: str, text: str | None):
    found = computed(figure(ONLINE, part), figure(RECEIVED, whole))

    assert (found.text if found else None) == text


def test_k_of_n_is_shown_in_percent_and_n_of_n_is_not():
    found = computed(figure(DONE, "19/34"))

    assert found
    assert (found.text, found.how) == ("55,88%", "19/34")
    assert computed(figure(DONE, "38/38")) is None
    assert computed(figure(DONE, "19/34"), figure(EARLY_RATE, "55%")) is None


@settings(max_examples=tries(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_computed_follows_from_the_printed_texts(data: st.DataObject):
    figures = data.draw(
        form06.figures_of(data.draw(form06.counts(largest=300)), form06.Place(SHIPPED.scopes["cap-huyen"]), SHIPPED)
    )
    whole = Ledger(report(*figures), SHIPPED)

    for found in filter(None, (derived(one, whole, doubted=()) for one in figures)):
        low, high = again(found.how)
        number = Decimal(found.text.removeprefix("khoảng ").rstrip("% hồsơ").replace(".", "").replace(",", "."))
        digit = Decimal(1).scaleb(-len(found.text.partition(",")[2].rstrip("% hồsơ")))
        assert low - digit / 2 <= number <= high + digit / 2, (found.text, found.how)
        assert "khoảng" in found.text or found.text.endswith("hồ sơ") or low == high


def again(how: str) -> tuple[Decimal, Decimal]:
    """What a formula comes to, from the texts that stand in it."""
    share, joint, rest = how.partition(" của ") if " của " in how else how.partition(" trên ")
    above, below = printed(share), printed(rest.split(" (")[0])
    if joint == " của ":
        return above[0] * below[0] / 100, above[1] * below[1] / 100
    return above[0] * 100 / below[1], above[1] * 100 / below[0]


def printed(text: str) -> tuple[Decimal, Decimal]:
    """Between what the number of a text lies, whether it was rounded or cut off."""
    digits, scale = text.removesuffix(" nghìn").rstrip("%"), 1000 if text.endswith(" nghìn") else 1
    number = Decimal(digits.replace(".", "").replace(",", "."))
    if scale == 1 and not text.endswith("%"):
        return number, number
    digit = Decimal(1).scaleb(-len(digits.partition(",")[2]))
    return (number - digit / 2) * scale, (number + digit) * scale
