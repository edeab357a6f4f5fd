"""The report for an editor's terminal: what it shows, and that nothing in the data steers the terminal."""

import re

import pytest
from reported import FILE, QUESTION, WARNING, Data, at, whatever

from bantin.problems import Location, Problem


def test_the_text_report_begins_with_the_line_of_the_problem(data: Data):
    data.holds("Hồ sơ: 1.21\n")

    assert data.report(QUESTION).splitlines()[0] == QUESTION.line()


def test_nothing_to_report_is_no_text(data: Data):
    assert data.report() == ""


@pytest.mark.parametrize(
    ("line", "shown", "marks"),
    [
        ("Đơn vị đã số hóa: 1.21", "Đơn vị đã số hóa: 1.21", "                  ^~~~"),
        ("nợ q\u0303: 1.21", "nợ q\u0303: 1.21", "      ^~~~"),
        ("電子: 1.21", "電子: 1.21", "      ^~~~"),
        ("🙂: 1.21", "🙂: 1.21", "    ^~~~"),
        ("a:\t1.21", "a: 1.21", "   ^~~~"),
        ("a\u00a0b: 1.21", "a b: 1.21", "     ^~~~"),
        ("\x1b[31m: 1.21", "·[31m: 1.21", "       ^~~~"),
        ("\u202eab\u200b: 1.21", "·ab·: 1.21", "      ^~~~"),
        ("a\u2003b\u2028c: 1.21", "a b·c: 1.21", "       ^~~~"),
    ],
    ids=["nfc", "tone-of-its-own", "wide", "emoji", "tab", "no-break-space", "escape", "hidden", "separators"],
)
def test_the_caret_stands_under_the_first_character_that_is_meant(data: Data, line: str, shown: str, marks: str):
    assert data.excerpt(line, "1.21") == [f" 1 | {shown}", f"   | {marks}"]


def test_marks_are_as_wide_as_what_is_meant(data: Data):
    assert data.excerpt("a: 電子q\u0303 b", "電子q\u0303") == [" 1 | a: 電子q\u0303 b", "   |    ^~~~~"]


def test_a_tone_of_its_own_is_marked_at_its_letter(data: Data):
    assert data.excerpt("aq\u0303b", "\u0303") == [" 1 | aq\u0303b", "   |  ^"]


def test_a_line_of_160_columns_is_shown_whole(data: Data):
    line = "a" * 155 + " 1.21"

    assert data.excerpt(line, "1.21")[0] == f" 1 | {line}"


@pytest.mark.parametrize(("before", "after"), [(0, 300), (300, 300), (300, 0), (300, 1)])
@pytest.mark.parametrize("letter", ["a", "電", "q\u0303"])
def test_a_longer_line_is_cut_around_the_place(data: Data, letter: str, before: int, after: int):
    text, marks = data.excerpt(letter * before + "1.21" + letter * after, "1.21")
    shown = text.removeprefix(" 1 | ")
    place = shown.index("1.21")

    assert 75 < columns(shown) <= 160
    assert (shown[0] == "…", shown[-1] == "…") == (before == 300, after == 300)
    assert not shown.startswith("…\u0303")
    assert marks == "   | " + " " * columns(shown[:place]) + "^~~~"


def test_a_line_of_wide_letters_is_cut_by_its_columns(data: Data):
    text, _ = data.excerpt("電" * 100 + "1", "1")

    assert columns(text.removeprefix(" 1 | ")) <= 160


def test_a_cut_leaves_no_tone_without_its_letter(data: Data):
    text, _ = data.excerpt("q\u0303" * 300 + "1", "1")

    assert text.startswith(" 1 | …q\u0303")


def test_what_is_meant_may_be_longer_than_what_is_shown(data: Data):
    text, marks = data.excerpt("a: " + "b" * 1000, "b" * 1000)

    assert len(marks) == len(text) - len("…")


def test_a_line_of_nothing_but_tones_is_cut_too(data: Data):
    text, _ = data.excerpt("a" + "\u0303" * 10_000 + "1", "1")

    assert len(text) < 200


def columns(text: str) -> int:
    """The width of the few kinds of letters these tests use."""
    return sum(2 if letter == "電" else 0 if letter == "\u0303" else 1 for letter in text)


def test_a_place_at_the_end_of_a_line_is_marked_behind_it(data: Data):
    data.holds("a:\nb: 1\n")

    assert data.report(at(1, 3)).splitlines()[1:] == [" 1 | a:", "   |   ^"]


def test_an_error_is_red(data: Data):
    assert "data/x.yml:1:1: \x1b[31mlỗi\x1b[0m [number-ambiguous]" in data.report(QUESTION, colour=True)


def test_a_warning_is_yellow(data: Data):
    assert "data/x.yml:2:3: \x1b[33mcảnh báo\x1b[0m [sum-differs]" in data.report(WARNING, colour=True)


def test_the_source_line_is_dim(data: Data):
    data.holds("a: 1.21")

    assert data.report(at(1, 4, 4), colour=True).splitlines()[1:] == [
        "\x1b[2m 1 | a: 1.21\x1b[0m",
        "\x1b[2m   | \x1b[0m\x1b[31m   ^~~~\x1b[0m",
    ]


def test_no_line_of_the_text_report_is_a_command_to_github(data: Data):
    data.holds("::stop-commands::x\n##[add-mask]y\n")

    report = data.report(at(1, 1), at(2, 1), Problem(Location(FILE), "wrong-shape", "Sai: «##[add-mask]y»."))

    assert "##[" not in report
    assert not [line for line in report.splitlines() if line.lstrip().startswith("::")]


@whatever
def test_a_terminal_gets_nothing_that_steers_it(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert shared_data.report(*problems).replace("\n", "").isprintable()


@whatever
def test_every_problem_is_one_line_above_its_excerpt(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)
    lines = shared_data.report(*problems).splitlines()

    excerpts = [line for line in lines if re.match(r" [1-4] \| |   \|  *\^~*$", line)]
    assert len(lines) - len(excerpts) == len(problems)


@whatever
def test_colours_are_all_that_colour_adds(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert re.sub(r"\x1b\[\d*m", "", shared_data.report(*problems, colour=True)) == shared_data.report(*problems)
