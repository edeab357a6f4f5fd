"""Corrections of a report's figures («Đính chính»)."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_reports import figures, loaded, report

from bantin.checks.times import in_the_future
from bantin.model import State, last_updated
from bantin.vietnamese import date_text

SOURCES = (
    "Nguồn:\n  - Mã: a\n    Tên: Báo cáo\n    Cơ quan: Huyện Mẫu\n    Ngày: 20/07/2023\n"
    "  - Mã: b\n    Tên: Bài báo\n    Cơ quan: Báo Mẫu\n    Ngày: 21/07/2023\n"
)


def erratum(on: str, *changes: tuple[str, str, str], scope: str = "Cấp huyện", reason: str = "Cộng nhầm") -> str:
    lines = "".join(f"        {name}:\n          Cũ: {old}\n          Mới: {new}\n" for name, old, new in changes)
    return f"  - Ngày: {on}\n    Lý do: {reason}\n    Số liệu:\n      {scope}:\n{lines}"


def corrected(lines: str, *errata: str, sources: str | None = None) -> str:
    found = figures(lines) if sources is None else figures(lines, sources=sources)
    return found + "Đính chính:\n" + "".join(errata)


def told(text: str) -> list[list[tuple[str, str, str]]]:
    """The corrections of each figure: the day, what it was, and what it became."""
    return [[(date_text(one.on), one.was, one.became) for one in f.corrections] for f in report(text).figures]


def problems(text: str) -> list[str]:
    return [problem.code for problem in loaded(text)[1]]


def test_a_figure_keeps_the_value_in_force_and_tells_the_one_before():
    text = corrected(
        "Hồ sơ tiếp nhận: 312\nHồ sơ trực tuyến: 100", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312"))
    )

    assert [figure.text for figure in report(text).figures] == ["312", "100"]
    assert told(text) == [[("12/10/2023", "321", "312")], []]


def test_the_only_correction_needs_no_list():
    text = corrected(
        "Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")).replace("  - ", "    ")
    )

    assert told(text) == [[("12/10/2023", "321", "312")]]


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_figure_corrected_twice_keeps_both_in_the_order_of_their_days(newest_first: bool):
    errata = [
        erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")),
        erratum("13/10/2023", ("Hồ sơ tiếp nhận", "312", "313")),
    ]
    text = corrected("Hồ sơ tiếp nhận: 313", *(errata[::-1] if newest_first else errata))

    assert told(text) == [[("12/10/2023", "321", "312"), ("13/10/2023", "312", "313")]]


def test_two_corrections_of_one_day_follow_one_another_as_in_the_file():
    text = corrected(
        "Hồ sơ tiếp nhận: 313",
        erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")),
        erratum("12/10/2023", ("Hồ sơ tiếp nhận", "312", "313")),
    )

    assert told(text) == [[("12/10/2023", "321", "312"), ("12/10/2023", "312", "313")]]


def test_of_two_sources_the_one_is_corrected_whose_value_the_correction_brought():
    lines = "Hồ sơ tiếp nhận:\n  - Giá trị: 300\n    Nguồn: a\n  - Giá trị: gần 400\n    Nguồn: b"
    text = corrected(lines, erratum("12/10/2023", ("Hồ sơ tiếp nhận", "390", "gần 400")), sources=SOURCES)

    assert told(text) == [[], [("12/10/2023", "390", "gần 400")]]


def test_a_figure_that_its_office_withdrew_is_corrected_to_nothing_published():
    text = corrected(
        "Hồ sơ tiếp nhận: không công bố", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "không công bố"))
    )

    (figure,) = report(text).figures
    assert figure.value is State.NOT_PUBLISHED
    assert figure.corrections[0].was == "321"


def test_a_value_written_another_way_is_the_same_value():
    text = corrected("Hồ sơ tiếp nhận: 02", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "20", "2 hồ sơ")))

    assert told(text) == [[("12/10/2023", "20", "2 hồ sơ")]]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("321", "213", "correction-differs"),
        ("312", "312", "correction-of-nothing"),
        ("312 hồ sơ", "312", "correction-of-nothing"),
        ("3.21", "312", "number-ambiguous"),
    ],
)
def test_a_correction_that_does_not_fit_its_figure_is_said_once(old: str, new: str, code: str):
    text = corrected("Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", old, new)))

    assert problems(text) == [code]


def test_who_forgets_to_put_the_new_value_in_is_told_so():
    text = corrected("Hồ sơ tiếp nhận: 321", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")))

    (problem,) = loaded(text)[1]
    assert (problem.code, "Ở «Số liệu» vẫn là số cũ" in problem.help) == ("correction-differs", True)


def test_a_correction_of_days_to_come_is_an_error():
    found = report(corrected("Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312"))))

    assert [problem.code for problem in in_the_future(found, date(2023, 10, 11))] == ["in-the-future"]
    assert [*in_the_future(found, date(2023, 10, 12))] == []


def test_a_chain_that_breaks_is_said_once_where_it_breaks():
    text = corrected(
        "Hồ sơ tiếp nhận: 313",
        erratum("11/10/2023", ("Hồ sơ tiếp nhận", "1", "2")),
        erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "311")),
        erratum("13/10/2023", ("Hồ sơ tiếp nhận", "312", "313")),
    )

    assert [(p.code, "lần đính chính sau đó ghi «Cũ» là «312»" in p.message) for p in loaded(text)[1]] == [
        ("correction-differs", True)
    ]


def test_a_figure_that_the_file_has_not_cannot_be_corrected():
    text = corrected("Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312"), scope="Cấp xã"))

    assert problems(text) == ["correction-unknown"]


@pytest.mark.parametrize(("on", "found"), [("19/07/2023", ["correction-too-early"]), ("20/07/2023", [])])
def test_an_erratum_is_not_older_than_what_it_corrects_and_that_is_said_once(on: str, found: list[str]):
    lines = "Hồ sơ tiếp nhận: 312\nHồ sơ trực tuyến: 100"
    source = SOURCES.partition("  - Mã: b")[0]
    changes = ("Hồ sơ tiếp nhận", "321", "312"), ("Hồ sơ trực tuyến", "90", "100")

    assert problems(corrected(lines, erratum(on, *changes), sources=source)) == found


@pytest.mark.parametrize("gone", ["Ngày: 12/10/2023", "Lý do: Cộng nhầm"])
def test_an_erratum_says_when_and_why(gone: str):
    text = corrected("Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")))

    assert problems(text.replace(f"{gone}\n    ", "", 1)) == ["key-missing"]


def test_figures_changed_last_on_the_day_of_the_newest_correction():
    source = SOURCES.partition("  - Mã: b")[0]
    text = corrected("Hồ sơ tiếp nhận: 312", erratum("12/10/2023", ("Hồ sơ tiếp nhận", "321", "312")), sources=source)
    found = report(text)

    assert (found.newest_source, found.updated) == (date(2023, 7, 20), date(2023, 10, 12))
    assert last_updated([found]) == date(2023, 10, 12)


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6), st.randoms())
def test_however_a_chain_is_written_down_it_is_told_from_the_first_value_to_the_last(values: list[int], random):
    steps = [(old, new) for old, new in pairwise(values) if old != new]
    errata = [
        erratum(f"{day:02}/10/2023", ("Hồ sơ tiếp nhận", str(old), str(new)))
        for day, (old, new) in enumerate(steps, start=1)
    ]
    random.shuffle(errata)
    text = corrected(f"Hồ sơ tiếp nhận: {values[-1]}", *errata) if errata else figures(f"Hồ sơ tiếp nhận: {values[-1]}")

    (found,) = told(text)
    assert [(old, new) for _, old, new in found] == [(str(old), str(new)) for old, new in steps]
