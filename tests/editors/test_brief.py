"""A long report for people: what is told one by one, and what is counted."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from reported import FILE, Data, whatever
from trying import tries

from bantin.editors.formats import Format, write
from bantin.editors.formats.brief import ERRORS, PLACES, WARNINGS, divided
from bantin.folders import Folders
from bantin.problems import CODES, Location, Problem


def found(code: str, count: int, *, warning: bool = True, first: int = 1) -> list[Problem]:
    return [Problem(Location(FILE, line, 5), code, "Chưa rõ.", warning=warning) for line in range(first, first + count)]


def brief(data: Data, problems: list[Problem], *, colour: bool = False) -> str:
    return write(problems, Folders.of(data.root), format=Format.TEXT, colour=colour, brief=True)


def test_a_short_report_is_the_same_brief_or_not(data: Data):
    problems = (
        found("rate-truncated", WARNINGS) + found("sum-differs", WARNINGS) + found("wrong-shape", ERRORS, warning=False)
    )
    data.holds("Hồ sơ: 1.21\n" * 200)

    assert brief(data, problems) == data.report(*problems)


def test_warnings_of_a_code_that_has_too_many_are_counted(data: Data):
    data.holds("Hồ sơ: 1.21\n" * 3000)
    few, many = found("sum-differs", 2), found("rate-truncated", 2380)

    told = data.report(*few).splitlines()
    assert brief(data, [*many, *few]).splitlines()[:-1] == [
        *told,
        f"2.380 cảnh báo [rate-truncated] {CODES['rate-truncated'].summary}",
        "    data/x.yml:1:5",
        "    data/x.yml:2:5",
        "    data/x.yml:3:5",
        "    … và 2.377 chỗ nữa",
    ]


def test_the_last_line_says_how_to_see_everything(data: Data):
    last = brief(data, found("rate-truncated", 30)).splitlines()[-1]

    assert {"«bantin check --all»", "«bantin check TỆP»", "«bantin explain MÃ»"} <= {*re.findall("«.*?»", last)}


def test_the_first_hundred_errors_are_told_and_the_others_counted(data: Data):
    errors = found("wrong-shape", 90, warning=False) + found("unknown-key", 60, warning=False, first=91)
    report = brief(data, errors)

    assert report.count(": lỗi [wrong-shape]") == 90
    assert report.count(": lỗi [unknown-key]") == ERRORS - 90
    assert "\n50 lỗi [unknown-key] " in report


def test_what_is_counted_begins_with_errors_and_with_the_most(data: Data):
    problems = [
        *found("sum-differs", 30), *found("rate-truncated", 40), *found("wrong-shape", 110, warning=False),
    ]  # fmt: skip

    counts = re.findall(r"^(\d+) (?:lỗi|cảnh báo) \[", brief(data, problems), re.MULTILINE)
    assert counts == ["10", "40", "30"]


def test_colours_are_all_that_colour_adds_to_a_count(data: Data):
    problems = found("rate-truncated", 30)

    painted = brief(data, problems, colour=True)
    assert "30 \x1b[33mcảnh báo\x1b[0m [rate-truncated]" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == brief(data, problems)


@settings(max_examples=tries(100))
@given(st.lists(st.tuples(st.sampled_from(["sum-differs", "wrong-shape", "unknown-key"]), st.booleans()), max_size=300))
def test_every_problem_is_told_or_counted(kinds: list[tuple[str, bool]]):
    problems = [Problem(Location(FILE, line), code, "x", warning=is_warning)
                for line, (code, is_warning) in enumerate(kinds, 1)]  # fmt: skip
    single, many = divided(problems)

    assert sorted([*single, *(problem for group in many for problem in group)], key=problems.index) == problems
    assert single == sorted(single, key=problems.index)
    assert all(len(group) > PLACES and len({(p.code, p.warning) for p in group}) == 1 for group in many)
    assert [p for p in problems if not p.warning][:ERRORS] == [p for p in single if not p.warning][:ERRORS]


@whatever
def test_a_terminal_gets_nothing_that_steers_it(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert brief(shared_data, problems * (WARNINGS + 1)).replace("\n", "").isprintable()
