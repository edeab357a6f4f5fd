"""One figure of several fields together: a slice of its own, which no sum counts beside what it holds."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import CATALOGUE, CIVIL, DISTRICT_LEVEL, LAND, RECEIVED, figure, report

from bantin.model.accounts import Accounts
from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Breakdown, Member, Slice, joined
from bantin.model.ledger import Ledger
from bantin.model.names import hinted, slice_at
from bantin.model.reports import Figure
from bantin.problems import Location, Text

AT = Location("linh-vuc.yml")
TAX = Member("thue", "Thuế", "linh-vuc", AT)
TRADE = Member("cong-thuong", "Công Thương", "linh-vuc", AT)
LEVEL = Breakdown("muc-do", "Mức độ", "", True, (Member("muc-do-3", "Mức độ 3", "muc-do", AT),), AT)
FOUR = (LAND, CIVIL, TAX, TRADE)


def catalogue(complete: bool = True) -> Catalogue:
    fields = Breakdown("linh-vuc", "Lĩnh vực", "", complete, FOUR, AT)
    return Catalogue(CATALOGUE.indicators, CATALOGUE.scopes, (fields, LEVEL))


@pytest.mark.parametrize(
    ("name", "id", "label"),
    [
        ("Cấp huyện / Đất đai + Hộ tịch", "cap-huyen-dat-dai--ho-tich", "Cấp huyện, Đất đai và Hộ tịch"),
        ("Cấp huyện / ho tich+dat dai", "cap-huyen-dat-dai--ho-tich", "Cấp huyện, Đất đai và Hộ tịch"),
        ("Cấp huyện / Mức độ 3 / Thuế + Đất đai + Hộ tịch", "cap-huyen-dat-dai--ho-tich--thue-muc-do-3",
         "Cấp huyện, Đất đai, Hộ tịch và Thuế, Mức độ 3"),
    ],
)  # fmt: skip
def test_members_joined_are_one_slice(name: str, id: str, label: str):
    found = catalogue().slice(name)

    assert found
    assert (found.id, found.label) == (id, label)


def test_a_member_with_a_plus_of_its_own_is_itself():
    own = Member("dat-dai-ho-tich", "Đất đai + Hộ tịch", "linh-vuc", AT)
    fields = Breakdown("linh-vuc", "Lĩnh vực", "", True, (LAND, CIVIL, own), AT)

    assert Catalogue(breakdowns=(fields,)).member("Đất đai + hộ tịch") is own


def test_a_member_whose_name_only_folds_alike_is_not_meant_by_a_plus():
    own = Member("dat-dai-ho-tich", "Đất đai, hộ tịch", "linh-vuc", AT)
    fields = Breakdown("linh-vuc", "Lĩnh vực", "", True, (LAND, CIVIL, own), AT)

    assert Catalogue(breakdowns=(fields,)).member("Đất đai + hộ tịch") == joined([LAND, CIVIL])


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("Cấp huyện / Đất đai + Hộ tch", [("unknown-member", 23)]),
        ("Cấp huyện / Đất + Hộ tch", [("unknown-member", 13), ("unknown-member", 19)]),
        ("Cấp huyện / Đất đai +", [("unknown-member", 22)]),
        ("Cấp huyện / Đất đai + Mức độ 3", [("members-unlike", 13)]),
        ("Cấp huyện / Đất đai + Đất đai", [("members-unlike", 13)]),
        ("Cấp huyện / Đất đai + Hộ tịch / Thuế", [("member-twice", 13)]),
    ],
)
def test_only_different_members_of_one_breakdown_are_joined(name: str, faults: list[tuple[str, int]]):
    found = slice_at(catalogue(), Text(name, Location("x.yml")))

    assert not isinstance(found, Slice)
    assert [(problem.code, problem.location.column) for problem in hinted(found)] == faults


GROUPS = [group for size in (1, 2, 3) for group in combinations(FOUR, size)]


@given(
    st.lists(st.integers(0, 500), min_size=4, max_size=4),
    st.lists(st.sampled_from(GROUPS), unique=True),
    st.booleans(),
)
def test_true_figures_are_never_doubted(counts: list[int], groups: list[tuple[Member, ...]], complete: bool):
    of = dict(zip(FOUR, counts, strict=True))
    figures = [printed(sum(of[member] for member in group), *group) for group in groups]
    accounts = Accounts(Ledger(report(printed(sum(counts)), *figures), catalogue(complete)))

    assert not accounts.doubted


def printed(count: int, *members: Member) -> Figure:
    one = members if len(members) < 2 else (joined(members),)
    return figure(RECEIVED, str(count), DISTRICT_LEVEL, *one)


def parts(
    total: int, *groups: tuple[int, tuple[Member, ...]], complete: bool = True
) -> list[tuple[list[str], bool, bool]]:
    """The parts of every sum of a total, whether they are all, and whether they agree."""
    whole = printed(total)
    ledger = Ledger(report(whole, *(printed(count, *members) for count, members in groups)), catalogue(complete))
    found = ledger.sums.get(whole, ())
    return [([p.slice.members[0].id for p in one.parts], one.complete, one.agrees) for one in found]


def test_two_together_count_where_neither_stands_alone():
    assert parts(100, (60, (LAND, CIVIL)), (30, (TAX,)), (10, (TRADE,))) == [
        (["dat-dai--ho-tich", "thue", "cong-thuong"], True, True)
    ]
    assert parts(99, (60, (LAND, CIVIL)), (30, (TAX,)), (10, (TRADE,))) == [
        (["dat-dai--ho-tich", "thue", "cong-thuong"], True, False)
    ]


def test_two_together_count_for_one_that_stands_alone_where_they_complete_the_sum():
    groups = (40, (LAND,)), (60, (LAND, CIVIL)), (40, (TAX, TRADE))

    assert parts(100, *groups) == [(["dat-dai--ho-tich", "thue--cong-thuong"], True, True)]


def test_beside_all_that_stand_alone_two_together_count_nowhere():
    groups = (40, (LAND,)), (25, (CIVIL,)), (30, (TAX,)), (10, (TRADE,)), (999, (LAND, CIVIL))

    assert parts(105, *groups) == [(["dat-dai", "ho-tich", "thue", "cong-thuong"], True, True)]


def test_groups_that_share_a_member_count_nowhere():
    assert parts(10, (60, (LAND, CIVIL)), (60, (CIVIL, TAX))) == []
    assert parts(10, (60, (LAND, CIVIL)), (60, (CIVIL, TAX)), (5, (TRADE,))) == [(["cong-thuong"], False, True)]


def test_what_may_overlap_is_not_added_together():
    assert parts(10, (60, (LAND, CIVIL)), complete=False) == []
