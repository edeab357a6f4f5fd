"""What follows from published figures, and what contradicts them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from making import (
    CATALOGUE,
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    DONE,
    EARLY_RATE,
    IN_PERSON,
    LAND,
    LATE_RATE,
    ONLINE,
    RECEIVED,
    WHOLE,
    figure,
    report,
)

from bantin.model.arithmetic import corresponding_count, fraction_of, percent, share_of, stated_fraction
from bantin.model.ledger import Ledger, Sum
from bantin.model.reports import Figure
from bantin.model.values import Kind


def ledger(*figures: Figure) -> Ledger:
    return Ledger(report(*figures), CATALOGUE)


def only_sum(*figures: Figure) -> Sum:
    (found,) = ledger(*figures).sums[figures[0]]
    return found


def test_parts_that_make_the_total_agree():
    found = only_sum(figure(RECEIVED, "1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506"))

    assert found.complete
    assert found.agrees
    assert found.formula == "543 + 506 = 1.049"


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


def test_a_rate_is_confronted_with_its_own_k_of_n():
    rate = figure(EARLY_RATE, "55%")

    assert stated_fraction(rate, ledger(rate, figure(DONE, "19/34"))) == (Fraction(1900, 34), "19/34")


def test_a_rate_is_confronted_with_counts_only_on_the_base_it_was_stated_on():
    on_base, without = figure(EARLY_RATE, "50%", base=RECEIVED), figure(EARLY_RATE, "50%")
    counts = figure(DONE, "5"), figure(RECEIVED, "10")

    assert stated_fraction(on_base, ledger(on_base, *counts)) == (Fraction(50), "5 / 10")
    assert stated_fraction(without, ledger(without, *counts)) is None


def test_a_rate_of_a_stated_base_stands_for_a_count():
    rate = figure(LATE_RATE, "0,58%", base=RECEIVED)
    found = corresponding_count(rate, ledger(rate, figure(RECEIVED, "1.210")))

    assert found
    assert (found.text, found.how) == ("7 hồ sơ", "0,58% × 1.210")


@pytest.mark.parametrize(
    ("rate", "base"),
    [("0,5%", "100.000"), ("trên 5%", "1.210"), ("5%", "gần 1.210")],
    ids=["several counts print as this rate", "rate in words", "base in words"],
)
def test_a_count_is_not_computed_where_several_would_fit(rate: str, base: str):
    stated = figure(LATE_RATE, rate, base=RECEIVED)

    assert corresponding_count(stated, ledger(stated, figure(RECEIVED, base))) is None


def test_a_share_is_rounded_half_up():
    found = share_of(figure(ONLINE, "543"), figure(RECEIVED, "1.049"))

    assert found
    assert (found.text, found.how) == ("51,76%", "543 / 1.049")
    assert percent(Fraction(1, 800) * 100) == "0,13%"


def test_a_part_larger_than_its_total_has_no_share():
    assert share_of(figure(ONLINE, "543"), figure(RECEIVED, "500")) is None


def test_k_of_n_is_shown_in_percent_and_n_of_n_is_not():
    found = fraction_of(figure(DONE, "19/34"))

    assert found
    assert found.text == "55,88%"
    assert fraction_of(figure(DONE, "38/38")) is None


def test_what_is_computed_is_a_number_with_its_terms_before_it_is_words():
    found = fraction_of(figure(DONE, "19/34"))

    assert found
    assert (found.number, found.kind, [term.text for term in found.terms]) == (
        Decimal("55.88"),
        Kind.PERCENT,
        ["19/34"],
    )
    assert (found.text, found.how) == ("55,88%", "19/34")
