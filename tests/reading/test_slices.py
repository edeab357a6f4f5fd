"""What stands in a section without a scope: that of the place itself belongs to all of it, all else asks for a scope."""

import pytest
from shipped import place_in, report_in, shipped

from bantin.model.indicators import Indicator
from bantin.model.values import Kind
from bantin.problems import Found

WARD = place_in("hai-phong/phuong-hong-bang", "2026")
RANK, SCORE = "Xếp hạng Chỉ số cải cách hành chính", "Chỉ số cải cách hành chính"


def codes(found: Found) -> list[tuple[str, int]]:
    return [(problem.code, problem.location.line) for problem in found.problems]


WHOLES = [
    ("hai-phong/phuong-hong-bang", "2026", "Toàn phường"),
    ("an-giang/xa-vinh-thuan", "2026", "Toàn xã"),
    ("hai-phong", "2026", "Toàn thành phố"),
    ("son-la", "2023", "Toàn tỉnh"),
    ("kien-giang/thanh-pho-rach-gia", "2023", "Toàn thành phố"),
    ("kien-giang/huyen-vinh-thuan", "2023", "Toàn huyện"),
]


@pytest.mark.parametrize(("path", "when", "label"), WHOLES)
@pytest.mark.parametrize("section", ["Số liệu", "Chỉ tiêu"])
def test_a_rank_of_the_place_belongs_to_all_of_it(path: str, when: str, label: str, section: str):
    place = place_in(path, when)
    bare = report_in(place, when, f"{section}:\n  {RANK}: hạng 3\n")
    scoped = report_in(place, when, f"{section}:\n  {label}:\n    {RANK}: hạng 3\n")

    assert bare.problems == scoped.problems == ()
    (one,), (other,) = bare.value.figures_and_targets, scoped.value.figures_and_targets
    assert one.slice == other.slice
    assert one.id == other.id
    assert one.slice.label == label


MAY_STAND = {Kind.RANK, Kind.SCORE, Kind.GRADE}
PRINTED = {
    Kind.COUNT: "12",
    Kind.PERCENT: "12%",
    Kind.RANK: "hạng 3",
    Kind.SCORE: "12 điểm",
    Kind.MONEY: "12 triệu đồng",
    Kind.GRADE: "Tốt",
    Kind.POINTS: "2 điểm phần trăm",
    Kind.STATEMENT: "đã làm",
}


@pytest.mark.parametrize("indicator", shipped().indicators.values(), ids=lambda indicator: indicator.id)
def test_what_counts_needs_a_scope(indicator: Indicator):
    found = report_in(WARD, "2026", f"Số liệu:\n  {indicator.label}: {PRINTED[indicator.kind]}\n")
    of_place = indicator.kind in MAY_STAND or (indicator.kind is Kind.PERCENT and not indicator.numerators)

    assert ("scope-missing" in [code for code, _ in codes(found)]) is not of_place
    assert bool(found.value.figures) is of_place


def test_what_needs_a_scope_is_asked_for_it_once_with_those_there_are():
    text = f"Số liệu:\n  Hồ sơ tiếp nhận: 12\n  {RANK}: hạng 3\n  Hồ sơ trực tuyến: 12\n  Toàn xã:\n    Hồ sơ rút: 1\n"
    found = report_in(WARD, "2026", text)

    assert codes(found) == [("scope-missing", 3)]
    assert found.problems[0].message == "«Hồ sơ tiếp nhận» và 1 mục khác chưa nói là của phạm vi nào."
    assert "mời ghi «Toàn phường», «UBND phường», «Trung tâm Phục vụ hành chính công phường»" in found.problems[0].help
    assert "Cấp huyện" not in found.problems[0].help
    assert {figure.slice.id for figure in found.value.figures} == {"toan-xa"}


def test_it_is_a_block_where_there_is_more_to_say():
    text = f"Số liệu:\n  {RANK}:\n    Giá trị: hạng 3\n    Trong số: 45 phường\n"
    (figure,) = report_in(WARD, "2026", text).value.figures

    assert (figure.text, figure.among, figure.slice.id) == ("hạng 3", "45 phường", "toan-xa")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"  {RANK}: hạng 3\n  Toàn xã:\n    {RANK}: hạng 4\n", 5),
        (f"  Toàn xã:\n    {RANK}: hạng 3\n  {RANK}: hạng 4\n", 5),
        (f"  {RANK}: hạng 3\n  xep hang cchc: hạng 4\n", 4),
    ],
)
def test_with_and_without_a_scope_it_is_one_figure(text: str, line: int):
    found = report_in(WARD, "2026", f"Số liệu:\n{text}")

    assert codes(found) == [("duplicate-key", line)]
    assert [figure.text for figure in found.value.figures] == ["hạng 3"]


def test_beside_other_figures_of_the_whole_it_is_one_of_them():
    text = f"Số liệu:\n  {RANK}: hạng 3\n  Toàn xã:\n    {SCORE}: 90 điểm\n"
    found = report_in(WARD, "2026", text)

    assert not found.problems
    assert len({figure.slice for figure in found.value.figures}) == 1


def test_a_slice_that_stands_twice_is_told_of_once():
    text = "Số liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 1\n  Toàn phường:\n    Hồ sơ tiếp nhận: 1\n"

    assert codes(report_in(WARD, "2026", text)) == [("duplicate-key", 5)]


def test_a_value_below_a_name_that_nobody_knows_was_meant_for_an_indicator():
    found = report_in(
        WARD, "2026", "Số liệu:\n  Xếp hạng cải cách hành chinhs: hạng 3\n  Toàn xãa:\n    Hồ sơ rút: 1\n"
    )

    assert codes(found) == [("unknown-indicator", 3), ("unknown-scope", 4)]
