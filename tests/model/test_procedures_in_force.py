"""Which version holds on a day, and what offices handle on it."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.keeping import packed
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
from bantin.model.procedures.handled import names_all
from bantin.model.procedures.sketches import EntrySketch

DAY = date(2026, 7, 1)
BEFORE, AFTER = date(2026, 1, 1), date(2026, 9, 1)


@dataclass(frozen=True)
class Span:
    since: date | None = None
    until: date | None = None
    change: Change = Change.PUBLISHED
    question: str = ""
    has_successor: bool = False


STANDS, ENDED, TO_COME, OPEN = Span(), Span(until=BEFORE), Span(since=AFTER), Span(question="hai nguồn khác nhau")
ABOLISHED, REPLACED = Span(change=Change.ABOLISHED), Span(change=Change.REPLACED, has_successor=True)
BY_ANOTHER = Span(has_successor=True)
"""Its decision is not said to replace it; another procedure comes in its place."""


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
        ([STANDS, REPLACED], "không còn áp dụng, đã được thay thế", Standing.REPLACED),
        ([STANDS, replace(REPLACED, since=DAY)], "không còn áp dụng, đã được thay thế", Standing.REPLACED),
        ([STANDS, replace(REPLACED, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
        ([replace(STANDS, until=AFTER), replace(REPLACED, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
        ([replace(REPLACED, since=BEFORE)], "đã được thay thế", Standing.REPLACED),
        ([STANDS, Span(change=Change.REPLACED)], "không còn áp dụng, đã được thay thế", Standing.REPLACED),  # by what, nobody says
        ([STANDS, REPLACED, STANDS], "không còn áp dụng, không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([STANDS, replace(REPLACED, question="?")], "chưa rõ, chưa rõ", Standing.UNKNOWN),
        ([STANDS, replace(BY_ANOTHER, since=BEFORE)], "không còn áp dụng, đã được thay thế", Standing.REPLACED),
        ([replace(BY_ANOTHER, since=BEFORE)], "đã được thay thế", Standing.REPLACED),
        ([replace(BY_ANOTHER, until=BEFORE)], "đã được thay thế", Standing.REPLACED),
        ([replace(BY_ANOTHER, since=BEFORE, until=DAY)], "đang áp dụng", Standing.IN_FORCE),  # its last day
        ([STANDS, replace(BY_ANOTHER, until=AFTER)], "không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([STANDS, replace(BY_ANOTHER, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
        ([BY_ANOTHER], "chưa rõ", Standing.UNKNOWN),  # nobody says since when
        ([STANDS, BY_ANOTHER], "chưa rõ, chưa rõ", Standing.UNKNOWN),
        ([BY_ANOTHER, STANDS], "không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([STANDS, BY_ANOTHER, STANDS], "không còn áp dụng, không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([replace(BY_ANOTHER, until=BEFORE), STANDS], "không còn áp dụng, đang áp dụng", Standing.IN_FORCE),
        ([replace(ABOLISHED, since=AFTER)], "chưa áp dụng", Standing.UNKNOWN),  # it has held, and nobody says how
        ([replace(REPLACED, since=AFTER)], "chưa áp dụng", Standing.UNKNOWN),
        ([ENDED, replace(ABOLISHED, since=AFTER)], "không còn áp dụng, chưa áp dụng", Standing.PAST),
        ([STANDS, replace(ABOLISHED, until=BEFORE)], "không còn áp dụng, đã bãi bỏ", Standing.ABOLISHED),
        ([STANDS, replace(ABOLISHED, until=AFTER)], "chưa rõ, chưa rõ", Standing.UNKNOWN),  # it ends, and is not over
        ([OPEN], "chưa rõ", Standing.UNKNOWN),
        ([STANDS, OPEN], "chưa rõ, chưa rõ", Standing.UNKNOWN),  # nobody knows which of the two holds
        ([OPEN, OPEN], "chưa rõ, chưa rõ", Standing.UNKNOWN),
        ([Span(until=AFTER), STANDS], "chưa rõ, chưa rõ", Standing.UNKNOWN),  # both are said to hold
        ([Span(until=AFTER), replace(STANDS, since=AFTER)], "đang áp dụng, chưa áp dụng", Standing.IN_FORCE),
    ],
)  # fmt: skip
def test_what_each_version_is_on_a_day(versions: list[Span], expected: str, whole: Standing):
    assert ", ".join(standings(versions, DAY)) == expected
    assert standing_of(versions, DAY) is whole


def test_the_version_in_force_is_one_that_holds_or_none():
    assert in_force([ENDED, STANDS], DAY) is STANDS
    assert in_force([STANDS, OPEN], DAY) is None
    assert in_force([TO_COME], DAY) is None
    assert in_force([STANDS, ABOLISHED], DAY) is None
    assert in_force([STANDS, REPLACED], DAY) is None


ANY = st.builds(
    Span,
    since=st.sampled_from([None, BEFORE, DAY, AFTER]),
    until=st.sampled_from([None, BEFORE, DAY, AFTER]),
    change=st.sampled_from(Change),
    question=st.sampled_from(["", "?"]),
    has_successor=st.booleans(),
)


@settings(max_examples=tries(200))
@given(st.lists(ANY, max_size=4))
def test_what_holds_is_the_newest_that_has_begun_and_ends_nothing(versions: list[Span]):
    found, holding = standings(versions, DAY), in_force(versions, DAY)

    assert found.count(Standing.IN_FORCE) <= 1
    assert (standing_of(versions, DAY) is Standing.IN_FORCE) == (holding is not None)
    if holding:
        begun = [version for version in versions if not version.since or version.since <= DAY]
        assert begun[-1] is holding
        assert not holding.question
        assert holding.change not in (Change.ABOLISHED, Change.REPLACED)
        assert not holding.has_successor or (holding.until or BEFORE) >= DAY


@settings(max_examples=tries(200))
@given(st.lists(ANY, min_size=1, max_size=4))
def test_what_is_said_to_have_ended_has_a_decision_that_says_so(versions: list[Span]):
    for version, standing in zip(versions, standings(versions, DAY), strict=True):
        if standing is Standing.ABOLISHED:
            assert version.change is Change.ABOLISHED
        if standing is Standing.REPLACED:
            assert version.has_successor or version.change is Change.REPLACED
            assert version.change is Change.REPLACED or version.since or version.until


def listing(name: str, day: date | None, *codes: str, **about: object) -> ListSketch:
    """A list; «-1.001193» abolishes, «~1.001193» replaces or is replaced, «*1.001193» is of the province."""
    change = {"-": Change.ABOLISHED, "~": Change.REPLACED}
    entries = tuple(
        EntrySketch(
            code.lstrip("-*~"),
            Tier.PROVINCE if code.startswith("*") else Tier.COMMUNE,
            change.get(code[0], Change.PUBLISHED),
            f"Tên {code.lstrip('-*~')}",
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
        ([listing("1", BEFORE, f"~{A}")], {A: Handling.UNKNOWN}),  # whether it goes or comes, nobody says
        ([listing("1", BEFORE, A), listing("2", DAY, f"~{A}")], {A: Handling.UNKNOWN}),
        ([listing("1", BEFORE, f"-{A}"), listing("2", DAY, f"~{A}")], {A: Handling.UNKNOWN}),
        ([listing("1", BEFORE, f"~{A}"), listing("2", DAY, A)], {A: Handling.HANDLED}),
        ([listing("1", BEFORE, f"~{A}"), listing("2", DAY, f"-{A}")], {A: Handling.ENDED}),
        (
            [listing("1", BEFORE, A, B), listing("2", DAY, f"~{B}", "1.004873", is_complete=True)],
            {A: Handling.ENDED, B: Handling.UNKNOWN, "1.004873": Handling.HANDLED},
        ),
        ([listing("1", BEFORE, A), listing("2", DAY, f"-{B}", is_complete=True)], {A: Handling.HANDLED, B: Handling.ENDED}),
        (
            [listing("1", BEFORE, A, B), listing("2", DAY, B, is_complete=True)],
            {A: Handling.ENDED, B: Handling.HANDLED},
        ),
        (
            [listing("1", BEFORE, A, field="Đất đai"), listing("2", DAY, B, is_complete=True, field="Hộ tịch")],
            {A: Handling.HANDLED, B: Handling.HANDLED},  # complete of its own field alone
        ),
    ],
)  # fmt: skip
def test_what_offices_of_a_tier_handle(lists: list[ListSketch], expected: dict[str, Handling]):
    assert {known.core: known.handling for known in handled_on(lists, Tier.COMMUNE, DAY)} == expected


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([listing("1", BEFORE, A)], False),
        ([listing("1", BEFORE, A, is_complete=True)], True),
        ([listing("1", AFTER, A, is_complete=True)], False),
        ([listing("1", BEFORE, A, is_complete=True, field="Hộ tịch")], False),
        ([listing("1", BEFORE, f"*{A}", is_complete=True)], False),  # of another tier
        ([listing("1", BEFORE, f"-{A}", is_complete=True)], False),  # it names what ended alone
        ([listing("1", BEFORE, f"~{A}", is_complete=True)], False),
        ([listing("1", BEFORE, A, is_complete=True), listing("2", DAY, f"~{B}")], False),  # whether B joined them
        ([listing("1", BEFORE, A, is_complete=True), listing("2", DAY, f"-{B}")], True),
    ],
)
def test_when_lists_name_all_that_a_tier_handles(lists: list[ListSketch], expected: bool):
    assert names_all(lists, Tier.COMMUNE, DAY) is expected


def test_no_offices_of_districts_handle_anything_after_their_last_day():
    known = listing("1", BEFORE, A)
    known = replace(known, day=None, entries=tuple(replace(entry, tier=Tier.DISTRICT) for entry in known.entries))

    assert len(handled_on([known], Tier.DISTRICT, date(2025, 6, 30))) == 1
    assert handled_on([known], Tier.DISTRICT, date(2025, 7, 1)) == ()


def test_what_offices_handle_grows_with_a_list_and_not_with_its_square():
    """As a page's answer it is kept, with its list beside each procedure."""
    few, many = ([f"1.{100000 + n}" for n in range(count)] for count in (100, 1000))
    small, large = (
        len(packed(handled_on([listing("1", BEFORE, *codes)], Tier.COMMUNE, DAY), plain=True)) for codes in (few, many)
    )

    assert large < 11 * small


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
