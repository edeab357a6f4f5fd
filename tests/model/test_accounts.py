"""Correct figures are never doubted; what cannot be is found, however far it lies apart."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import form06 as form
import pytest
from conftest import edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import figure, report
from trying import tries

from bantin.model.accounts import Accounts, accounts_of
from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator
from bantin.model.ledger import Ledger
from bantin.model.reports import Figure

REPOSITORY = Path(__file__).parents[2]


def catalogue() -> Catalogue:
    """The shipped lists."""
    return edition(REPOSITORY).archive.catalogue


def named(label: str) -> Indicator:
    found = catalogue().indicators_by_name
    return next(indicator for indicator in found.values() if indicator.label == label)


def accounts(figures: Sequence[Figure]) -> Accounts:
    return Accounts(Ledger(report(*figures), catalogue()))


def of(printed: dict[str, str], **bases: str) -> Accounts:
    """The accounts of figures by their labels, the rates among them on stated bases."""
    stated = {label: named(base) for label, base in bases.items()}
    scope = catalogue().scopes["cap-huyen"]
    return accounts([figure(named(label), text, scope, base=stated.get(label)) for label, text in printed.items()])


def told(figures: Sequence[Figure]) -> str:
    """What was printed, in one line for a failing test."""
    return "; ".join(f"{f.id} {f.text}{f' of {f.base.id}' if f.base else ''}" for f in figures)


def doubted(found: Accounts) -> set[str]:
    return {figure.indicator.label for figure in found.doubted}


@settings(max_examples=tries(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_report_whose_sums_hold_by_construction_is_not_doubted(data: st.DataObject):
    place = form.Place(catalogue().scopes["cap-huyen"])

    figures = data.draw(form.figures_of(data.draw(form.counts()), place, catalogue()))

    assert doubted(accounts(figures)) == set(), told(figures)


@settings(max_examples=tries(50), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_fields_and_scopes_that_hold_by_construction_are_not_doubted(data: st.DataObject):
    scopes, (land, civil, *_) = catalogue().scopes, catalogue().breakdowns[0].members
    fields = [data.draw(form.counts(largest=2_000)) for _ in range(3)]  # the third has no name in the list
    district, communes = form.added(fields), data.draw(form.counts())
    told = [
        (district, form.Place(scopes["cap-huyen"])),
        (fields[0], form.Place(scopes["cap-huyen"], (land,))),
        (fields[1], form.Place(scopes["cap-huyen"], (civil,))),
        (communes, form.Place(scopes["cap-xa"])),
        (form.added([district, communes]), form.Place(scopes["toan-huyen"])),
    ]

    figures = [f for counts, place in told for f in data.draw(form.figures_alike(counts, place, catalogue()))]

    assert doubted(accounts(figures)) == set(), told(figures)


R, RES = form.RECEIVED, form.RESOLVED


@pytest.mark.parametrize(
    "printed",
    [
        {R: "1.000", form.ONLINE: "700", form.DIRECT: "250", form.POST: "50"},
        {R: "1.000", form.ONLINE: "700", form.NOT_ONLINE: "300", form.DIRECT: "250"},
        {R: "1.000", form.ONLINE: "700", form.POST: "50"},
        {RES: "1.000", form.ON_TIME: "980", form.LATE: "20"},
        {RES: "1.000", form.EARLY: "600", form.ON_TIME: "380", form.LATE: "20"},
        {RES: "1.000", form.IN_TIME: "980", form.ON_TIME: "380", form.LATE: "20"},
        {form.TO_DO: "110", R: "100", form.CARRIED: "10", RES: "90", form.PENDING: "20"},
        {form.TO_DO: "110", RES: "90", form.PENDING: "15", form.WITHDRAWN: "5"},
        {R: "48,6 nghìn", form.ONLINE: "40.000", form.NOT_ONLINE: "8.580"},
        {R: "279", RES: "256", form.OVERDUE: "không có"},
    ],
    ids=lambda printed: " ".join(printed.values()),
)
def test_a_total_is_judged_by_its_fullest_published_way(printed: dict[str, str]):
    assert doubted(of(printed)) == set()


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ({R: "531.269", form.DIRECT: "212.790", form.ONLINE: "317.199", form.POST: "1.278"}, 1),
        ({RES: "510.541", form.IN_TIME: "509.772", form.LATE: "763"}, 1),
        ({RES: "1.000", form.ON_TIME: "970", form.LATE: "20"}, 1),
        ({R: "900", form.ONLINE: "700", form.POST: "250"}, 1),
        ({form.TO_DO: "110", R: "100", form.CARRIED: "10", RES: "90", form.PENDING: "15"}, 1),
        ({R: "48,6 nghìn", form.ONLINE: "40.000", form.NOT_ONLINE: "8.300"}, 1),
        ({R: "1.000", form.ONLINE: "700", form.NOT_ONLINE: "300", form.DIRECT: "310"}, 1),
        ({form.PENDING: "20", form.WITHIN: "15", form.OVERDUE: "6"}, 1),
    ],
    ids=lambda printed: " ".join(printed.values()) if isinstance(printed, dict) else str(printed),
)
def test_a_total_that_differs_is_doubted_once(printed: dict[str, str], wrong: int):
    found = of(printed)

    assert len([judged for judged in found.sums if not judged.agrees]) == wrong


def test_what_one_equation_leaves_open_another_closes():
    alone = {R: "gần 9.000", form.ONLINE: "8.100", form.NOT_ONLINE: "600"}
    rate = "Tỷ lệ hồ sơ tiếp nhận trực tuyến"

    assert doubted(of(alone)) == set()
    assert doubted(of({R: "gần 9.000", form.ONLINE: "8.100", rate: "91,5%"}, **{rate: R})) == set()
    assert doubted(of(alone | {rate: "91,5%"}, **{rate: R})) == {*alone, rate}
    assert doubted(of(alone | {rate: "93,1%"}, **{rate: R})) == set()


def test_a_scope_is_made_of_the_offices_there_were_at_the_time():
    scopes, received = catalogue().scopes, named(R)
    parts = [figure(received, "100", scopes["cap-tinh"]), figure(received, "50", scopes["cap-xa"])]

    for when, total, wrong in (
        ("2026-quy-1", "150", False),
        ("2026-quy-1", "151", True),
        ("2024-quy-1", "151", False),  # the districts' part is not printed
        ("2024-quy-1", "149", True),
        ("2025", "151", False),  # half of it had districts
    ):
        whole = figure(received, total, scopes["toan-tinh"])
        found = Accounts(Ledger(report(whole, *parts, when=when), catalogue()))
        assert bool(found.doubted) is wrong, (when, total)


RATE = "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn"


@pytest.mark.parametrize(
    ("rate", "others", "fits", "wrong"),
    [
        ("97,78%", {RES: "900", R: "1.000"}, RES, False),
        ("88%", {RES: "900", R: "1.000"}, R, False),
        ("80%", {RES: "900", R: "1.000", form.TO_DO: "1.100"}, form.TO_DO, False),
        ("95%", {RES: "900", R: "1.000", form.TO_DO: "1.100"}, "", True),
        ("95%", {RES: "900", R: "1.000"}, "", True),  # more dossiers to do would make it lower still
        ("80%", {RES: "900", R: "1.000"}, "", False),  # of 1.100 to do, which is not printed
        ("97,78%", {RES: "900", R: "900"}, "", False),  # either
        ("97,78%", {"Hồ sơ đến hạn giải quyết": "900", R: "1.000"}, "Hồ sơ đến hạn giải quyết", False),
        ("trên 95%", {RES: "900", R: "1.000"}, "", False),
        ("92%", {RES: "1.000", form.ALL_LATE: "80", R: "1.000"}, "", False),  # what the late ones leave
    ],
)
def test_a_rate_without_a_base_is_tried_on_each_it_may_have(rate: str, others: dict[str, str], fits: str, wrong: bool):
    found = of({RATE: rate, form.IN_TIME: "880", **others})

    assert [base.label for base in found.fitting_bases.values()] == ([fits] if fits else [])
    assert bool(found.doubted) is wrong


def test_a_rate_whose_count_may_be_one_thing_or_another_is_doubted_only_where_it_is_neither():
    rate = "Tỷ lệ đúng hạn"

    assert doubted(of({rate: "98%", form.ON_TIME: "980", RES: "1.000"}, **{rate: RES})) == set()
    assert doubted(of({rate: "97%", form.ON_TIME: "980", RES: "1.000"}, **{rate: RES})) == {rate, form.ON_TIME, RES}
    both = {form.EARLY: "600", form.ON_TIME: "380", RES: "1.000"}
    assert doubted(of({rate: "98%", **both}, **{rate: RES})) == set()
    assert doubted(of({rate: "38%", **both}, **{rate: RES})) == set()


def test_shares_of_one_base_make_no_more_than_the_whole_and_no_less_where_they_are_all():
    online, direct, post = (
        f"Tỷ lệ hồ sơ tiếp nhận {how}" for how in ("trực tuyến", "trực tiếp", "qua bưu chính công ích")
    )
    on = {online: R, direct: R, post: R}

    assert doubted(of({online: "59,71%", direct: "40,05%", post: "0,24%"}, **on)) == set()
    assert doubted(of({online: "59,71%", direct: "40,5%", post: "0,24%"}, **on)) == {*on}
    assert doubted(of({online: "59,71%", post: "0,24%"}, **on)) == set()
    assert doubted(of({online: "59,71%", direct: "38,05%", post: "0,24%"}, **on)) == {*on}
    assert doubted(of({online: "60%", RATE: "90%"}, **{online: R, RATE: R})) == set()


def test_compared_is_what_was_held_against_others():
    found = of({R: "1.000", form.ONLINE: "700", form.NOT_ONLINE: "300", form.WITHDRAWN: "3"})

    assert {figure.indicator.label for figure in found.compared} == {R, form.ONLINE, form.NOT_ONLINE}


def test_what_adds_up_is_found_once_for_all_reports_of_the_same_columns():
    ways, columns = catalogue().ways, [id for id, indicator in catalogue().indicators.items() if indicator.sums]

    for id in columns:
        first, second = (ways.of(id, frozenset(columns), known=frozenset(columns)) for _ in range(2))
        assert first is second
    assert ways.towards(frozenset(columns), known=frozenset()) is ways.towards(frozenset(columns), known=frozenset())


def test_a_report_has_one_pair_of_accounts_and_another_of_its_name_has_its_own():
    lists, found = catalogue(), report(figure(named("Hồ sơ tiếp nhận"), "3", catalogue().scopes["cap-huyen"]))
    read_again, other_lists = replace(found), replace(lists)

    assert accounts_of(found, lists) is accounts_of(found, lists)
    assert read_again == found
    assert accounts_of(read_again, lists) is not accounts_of(found, lists)
    assert accounts_of(found, other_lists) is not accounts_of(found, lists)
