"""Which version holds on a day, and what offices handle on it."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from bantin.model.procedures import (
    Change,
    Handling,
    ListSketch,
    Standing,
    Tier,
    code_of,
    handled_on,
    in_force,
    standing_of,
    standings,
)
from bantin.model.procedures.sketches import EntrySketch

DAY = date(2026, 7, 1)
BEFORE, AFTER = date(2026, 1, 1), date(2026, 9, 1)


@dataclass(frozen=True)
class Span:
    since: date | None = None
    until: date | None = None
    is_abolished: bool = False
    question: str = ""


STANDS, ENDED, TO_COME, OPEN = Span(), Span(until=BEFORE), Span(since=AFTER), Span(question="hai nguồn khác nhau")
ABOLISHED = Span(is_abolished=True)


@pytest.mark.parametrize(
    ("versions", "expected", "whole"),
    [
        ([STANDS], "đang áp dụng", Standing.IN_FORCE),
        ([STANDS, STANDS], "không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([STANDS, TO_COME], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
        ([Span(since=BEFORE), Span(since=DAY)], "không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([TO_COME], "chưa áp dụng", Standing.FUTURE),
        ([ENDED], "không còn áp dụng", Standing.PAST),
        ([ENDED, TO_COME], "không còn áp dụng, chưa áp dụng", Standing.PAST),
        ([Span(until=DAY)], "đang áp dụng", Standing.IN_FORCE),  # the last day still counts
        ([STANDS, ABOLISHED], "không còn áp dụng, đã bãi bỏ", Standing.ABOLISHED),
        ([STANDS, replace(ABOLISHED, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
        ([STANDS, ABOLISHED, STANDS], "không còn áp dụng, không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([OPEN], "chưa rõ", Standing.UNKNOWN),
        ([STANDS, OPEN], "chưa rõ, chưa rõ", Standing.UNKNOWN),  # nobody knows which of the two holds
        ([OPEN, OPEN], "chưa rõ, chưa rõ", Standing.UNKNOWN),
        ([Span(until=AFTER), STANDS], "chưa rõ, chưa rõ", Standing.UNKNOWN),  # both are said to hold
        ([Span(until=AFTER), replace(STANDS, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
    ],
)
def test_what_each_version_is_on_a_day(versions: list[Span], expected: str, whole: Standing):
    assert ", ".join(standings(versions, DAY)) == expected
    assert standing_of(versions, DAY) is whole


def test_the_version_in_force_is_one_that_holds_or_none():
    assert in_force([ENDED, STANDS], DAY) is STANDS
    assert in_force([STANDS, OPEN], DAY) is None
    assert in_force([TO_COME], DAY) is None
    assert in_force([STANDS, ABOLISHED], DAY) is None


def listing(name: str, day: date | None, *codes: str, **about: object) -> ListSketch:
    """A list; «-1.001193» abolishes, «*1.001193» is of the province."""
    change = {"-": Change.ABOLISHED}
    entries = tuple(
        EntrySketch(
            code.lstrip("-*"),
            Tier.PROVINCE if code.startswith("*") else Tier.COMMUNE,
            change.get(code[0], Change.PUBLISHED),
            f"Tên {code.lstrip('-*')}",
            1,
        )
        for code in codes
    )
    made = ListSketch(f"hai-phong/danh-muc/{name}", "hai-phong", name, day, False, "", None, entries, "x.yml")
    return replace(made, **about)  # type: ignore[arg-type]


A, B = "1.001193", "1.000656"


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([listing("1", BEFORE, A)], {A: Handling.HANDLED}),
        ([listing("1", BEFORE, A), listing("2", DAY, f"-{A}")], {A: Handling.ENDED}),
        ([listing("1", BEFORE, A), listing("2", AFTER, f"-{A}")], {A: Handling.HANDLED}),  # not yet
        ([listing("2", DAY, f"-{A}"), listing("1", BEFORE, A)], {A: Handling.ENDED}),  # whatever the order of files
        ([listing("1", BEFORE, f"-{A}"), listing("2", DAY, A)], {A: Handling.HANDLED}),
        ([listing("1", None, A), listing("2", DAY, f"-{A}")], {A: Handling.UNKNOWN}),  # nobody knows which was first
        ([listing("1", BEFORE, f"*{A}", B)], {B: Handling.HANDLED}),  # of another tier
        (
            [listing("1", BEFORE, A, B), listing("2", DAY, B, is_complete=True)],
            {A: Handling.ENDED, B: Handling.HANDLED},
        ),
        (
            [listing("1", BEFORE, A, field="Đất đai"), listing("2", DAY, B, is_complete=True, field="Hộ tịch")],
            {A: Handling.HANDLED, B: Handling.HANDLED},  # complete of its own field alone
        ),
    ],
)
def test_what_offices_of_a_tier_handle(lists: list[ListSketch], expected: dict[str, Handling]):
    assert {known.core: known.handling for known in handled_on(lists, Tier.COMMUNE, DAY)} == expected


def test_the_newest_list_that_prints_a_name_gives_it():
    named, nameless = listing("1", BEFORE, A), listing("2", DAY, A)
    nameless = replace(nameless, entries=tuple(replace(entry, name="") for entry in nameless.entries))

    (known,) = handled_on([nameless, named], Tier.COMMUNE, DAY)

    assert (known.name, known.by.number) == (f"Tên {A}", "2")


@pytest.mark.parametrize(
    ("text", "core", "province"),
    [
        ("1.004873", "1.004873", ""),
        (" 1.004873 ", "1.004873", ""),
        ("1.004873.000.00.00.H01", "1.004873", "H01"),
        ("2.000815.H42", "2.000815", "H42"),
        ("2.000815.h42", "2.000815", "H42"),
        ("T-THA-288411-TT", "T-THA-288411-TT", ""),
        ("B-BTP-BS43", "B-BTP-BS43", ""),
        ("1.0133611", "1.0133611", ""),
        ("2.009182739", "2.009182739", ""),
    ],
)
def test_codes_in_the_forms_that_records_have(text: str, core: str, province: str):
    code = code_of(text)

    assert code
    assert (code.core, code.province, code.text) == (core, province, text.strip())


@pytest.mark.parametrize(
    "text", ["", "khai sinh", "xem sau", "../1.004873", "1.004873/x", "1 004873", "..", "1.115740 "[:0]]
)
def test_what_is_no_code(text: str):
    assert code_of(text) is None
