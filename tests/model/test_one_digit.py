"""A slip of one digit is named only where it explains, and nothing else of that size does."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import form06 as form
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from making import figure, report
from shipped import shipped

from bantin.model import Accounts, Kind, Ledger, Report, Value, slips_of
from bantin.model.ledger import Sum
from bantin.model.reports import Figure
from bantin.vietnamese import number

SHIPPED = shipped()
BY_LABEL = {indicator.label: indicator for indicator in SHIPPED.indicators.values()}
AT = form.Place(SHIPPED.scopes["cap-huyen"])
WHOLE_FORM = (
    form.ONLINE, form.NOT_ONLINE, form.RECEIVED, form.CARRIED, form.TO_DO, form.EARLY, form.ON_TIME, form.LATE,
    form.RESOLVED, form.WITHIN, form.OVERDUE, form.PENDING, form.WITHDRAWN,
)  # fmt: skip
COUNTS = form.with_totals({
    form.ONLINE: 700, form.DIRECT: 500, form.POST: 12, form.CARRIED: 27, form.EARLY: 820, form.ON_TIME: 320,
    form.LATE: 7, form.WITHIN: 90, form.OVERDUE: 2, form.WITHDRAWN: 0,
})  # fmt: skip
"""1.239 to do: 1.212 received, 1.147 resolved."""


def printed(counts: form.Counts, labels: tuple[str, ...] = WHOLE_FORM) -> Report:
    return report(*(figure(BY_LABEL[label], number(Decimal(counts[label])), AT.scope) for label in labels))


def slips(found: Report) -> list[tuple[str, str, int]]:
    told = slips_of(Accounts(Ledger(found, SHIPPED)), SHIPPED)
    return [(slip.figure.indicator.label, number(slip.number), len(slip.sums)) for slip in told]


def test_a_total_that_stands_in_several_sums_is_named():
    assert slips(printed(COUNTS)) == []
    assert slips(printed(COUNTS | {form.TO_DO: 1_229})) == [(form.TO_DO, "1.239", 2)]


def test_where_any_part_of_one_sum_may_be_wrong_nobody_is_named():
    labels = form.EARLY, form.ON_TIME, form.LATE, form.RESOLVED

    assert slips(printed(COUNTS | {form.RESOLVED: 1_157}, labels)) == []


def test_what_an_exchange_of_digits_explains_too_is_not_named():
    labels = form.RECEIVED, form.CARRIED, form.TO_DO

    assert slips(printed({form.RECEIVED: 1_031, form.CARRIED: 8, form.TO_DO: 1_030}, labels)) == [
        (form.TO_DO, "1.039", 1)
    ]
    assert slips(printed({form.RECEIVED: 1_021, form.CARRIED: 18, form.TO_DO: 1_030}, labels)) == []  # or 1.012 + 18


def test_what_would_contradict_another_figure_is_not_named():
    doubted = printed(COUNTS | {form.TO_DO: 1_229})
    rate = figure(BY_LABEL["Tỷ lệ hồ sơ tiếp nhận trực tuyến"], "57,75%", AT.scope)
    fits = replace(doubted, figures=(*doubted.figures, rate))
    assert [label for label, _, _ in slips(fits)] == [form.TO_DO]

    of_ten = figure(BY_LABEL[form.TO_DO], "1.229", AT.scope, variant=2)
    assert [label for label, _, _ in slips(replace(doubted, figures=(*doubted.figures, of_ten)))] == [form.TO_DO]


@pytest.mark.parametrize("text", ["gần 1.229", "không có", "chưa có số liệu"])
def test_words_have_no_digit_to_mistype(text: str):
    found = printed(COUNTS)
    figures = tuple(
        figure(one.indicator, text, AT.scope) if one.indicator.label == form.TO_DO else one for one in found.figures
    )

    assert slips(replace(found, figures=figures)) == []


def one_digit_away(text: str) -> Iterator[int]:
    digits = text.replace(".", "")
    for index, digit in enumerate(digits):
        for other in set("0123456789") - {digit}:
            changed = digits[:index] + other + digits[index + 1 :]
            if changed == str(int(changed)):
                yield int(changed)


def doubted(found: Report) -> dict[tuple[str, ...], Sum]:
    sums = Accounts(Ledger(found, SHIPPED)).sums
    return {tuple(f.id for f in one.figures): one for one in sums if not one.agrees}


def changed(found: Report, at: Figure, count: int) -> Report:
    value = Value(str(count), Kind.COUNT, Decimal(count), step=Decimal(1))
    figures = tuple(replace(one, value=value) if one.id == at.id else one for one in found.figures)
    return replace(found, figures=figures)


def mending(found: Report, sums: set[tuple[str, ...]]) -> set[tuple[str, int]]:
    """Every change of one digit of one printed figure that makes some doubted sums right: all are tried."""
    return {
        (one.id, count)
        for one in found.figures
        for count in one_digit_away(one.text)
        if not sums & doubted(changed(found, one, count)).keys()
    }


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[Report, str, int]:
    """A form that adds up but for one digit of one figure: the form, the figure and what it should be."""
    counts = draw(form.counts(largest=2_000))
    labels = tuple(draw(st.permutations([label for label in WHOLE_FORM if counts[label]])))
    assume(len(labels) > 3)
    labels = labels[: draw(st.integers(4, len(labels)))]
    wrong = draw(st.sampled_from(labels))
    typed = draw(st.sampled_from(sorted(one_digit_away(str(counts[wrong])))))
    return printed(counts | {wrong: typed}, labels), wrong, counts[wrong]


@given(mistyped())
def test_of_a_form_with_one_mistyped_digit_none_is_named_but_that_one(made: tuple[Report, str, int]):
    found, wrong, right = made
    assume(not doubted(printed_as(found, wrong, right)))

    assert {(label, text) for label, text, _ in slips(found)} <= {(wrong, number(Decimal(right)))}


def printed_as(found: Report, label: str, count: int) -> Report:
    (one,) = (figure for figure in found.figures if figure.indicator.label == label)
    return changed(found, one, count)


@given(mistyped(), st.data())
def test_what_is_named_is_the_only_change_of_one_digit_that_makes_the_sums_right(
    made: tuple[Report, str, int], data: st.DataObject
):
    """Also where two figures are wrong."""
    found = made[0]
    other = data.draw(st.sampled_from(found.figures))
    if data.draw(st.booleans()):
        found = changed(found, other, data.draw(st.sampled_from(sorted(one_digit_away(other.text)))))
    for slip in slips_of(Accounts(Ledger(found, SHIPPED)), SHIPPED):
        sums = {tuple(f.id for f in one.figures) for one in slip.sums}
        assert mending(found, sums) == {(slip.figure.id, int(slip.number))}
        assert doubted(changed(found, slip.figure, int(slip.number))).keys() == doubted(found).keys() - sums


@pytest.mark.parametrize("label", [form.TO_DO, form.RECEIVED, form.RESOLVED, form.PENDING])
def test_a_total_of_several_sums_is_named_whichever_digit_was_mistyped(label: str):
    typed = [*one_digit_away(str(COUNTS[label]))]

    named = {tuple(slip[:2] for slip in slips(printed(COUNTS | {label: count}))) for count in typed}

    assert named == {((label, number(Decimal(COUNTS[label]))),)}
