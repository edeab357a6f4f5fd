"""Reports: every form is what its readers take, and shows the right characters, whatever stands in the data."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from conftest import Site
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker, ValidationError

from bantin.cli import main
from bantin.editors.formats import Format, write
from bantin.folders import Folders
from bantin.problems import CODES, Location, Problem
from bantin.reading.trees import read

FILE = "data/x.yml"
QUESTION = Problem(Location(FILE, 1, 1), "number-ambiguous", "«1.21» có thể hiểu hai cách.", "Viết 1,21 hoặc 121.")
WARNING = Problem(Location(FILE, 2, 3), "sum-differs", "543 + 506 = 1.049, nhưng ghi 1.094.", warning=True)
SARIF = Draft4Validator(
    json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)
HOSTILE = (
    "::stop-commands::x", "a\n::error::b", "a\r\nb", "%0A", "a,b:c", "]]>", "<b a='\"'>&amp;", "\0", "\x1b[31m", "\x9b2J",
    "\u202eab", "\u2028", "\ufeff", "\ufffe", "\udce9", "\ud800", "##[add-mask]a", "[a](javascript:b)", "{0}", "đ", "e\u0323\u0302",
    "電", "\t", "../../etc/passwd", "/etc/passwd", "a b#?%.yml", "//a", "lỗi [", ": lỗi [",
)  # fmt: skip


class Data:
    """A folder with one data file, and problems in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / FILE
        self.path.parent.mkdir()

    def holds(self, text: str) -> None:
        self.path.write_bytes(text.encode())

    def report(self, *problems: Problem, format: Format = Format.TEXT, colour: bool = False) -> str:
        return write(problems, Folders.of(self.root), format=format, colour=colour)

    def json(self, *problems: Problem, format: Format = Format.JSON) -> list[dict]:
        return json.loads(self.report(*problems, format=format))

    def excerpt(self, text: str, what: str) -> list[str]:
        """The lines of the report below the first, for a problem at a part of the file's only line."""
        self.holds(text)
        return self.report(at(1, text.index(what) + 1, len(what))).splitlines()[1:]


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return Data(tmp_path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return Data(tmp_path_factory.mktemp("site"))


def at(line: int, column: int, length: int = 1, *, file: str = FILE) -> Problem:
    return Problem(Location(file, line, column), "number-ambiguous", "Chưa rõ.", length=length)


# The text report.


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


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_shows_the_same_report_in_both_unicode_forms(data: Data, form: str):
    data.holds(
        unicodedata.normalize(form, "Hồ sơ đã giải quyết: [Đất đai, Hộ tịch: 1]\nđ: đ\nHồ sơ đã đóng dấu: &a 1\n")
    )
    _, problems = read(data.path.read_bytes(), FILE)

    assert data.report(*(p for p in problems if not p.warning)).splitlines()[1:] == [
        " 3 | Hồ sơ đã đóng dấu: &a 1",
        "   |                    ^",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_the_reader_counts_them(data: Data, end: str):
    data.holds(f"a: 1{end}b: &x 2{end}")
    _, problems = read(data.path.read_bytes(), FILE)

    assert data.report(*problems).splitlines()[1:] == [" 2 | b: &x 2", "   |    ^"]


def test_a_byte_order_mark_is_not_counted(data: Data):
    data.holds("\ufeffa: &x 1\n")
    _, problems = read(data.path.read_bytes(), FILE)

    assert data.report(*problems).splitlines()[1:] == [" 1 | a: &x 1", "   |    ^"]


def test_a_byte_that_is_no_text_is_pointed_at(data: Data):
    data.path.write_bytes("Hồ sơ: ".encode() + b"\xe9t\xe9")
    _, problems = read(data.path.read_bytes(), FILE)

    assert data.report(*problems).splitlines()[1:] == [" 1 | Hồ sơ: \ufffdt\ufffd", "   |        ^"]


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


def test_a_file_is_read_once(data: Data):
    def while_the_file_changes() -> Iterator[Problem]:
        data.holds("a: 1\nb: 2")
        yield at(1, 4)
        data.holds("a: 3\nb: 4")
        yield at(2, 4)

    assert " 2 | b: 2" in write(while_the_file_changes(), Folders.of(data.root), format=Format.TEXT)


@pytest.mark.parametrize("line", [0, 3])
def test_a_line_that_is_not_there_is_not_shown(data: Data, line: int):
    data.holds("a: 1\nb: 2")

    assert len(data.report(at(line, 1)).splitlines()) == 1


def test_an_empty_line_is_not_shown(data: Data):
    data.holds("a: 1\n \n")

    assert len(data.report(at(2, 1)).splitlines()) == 1


@pytest.mark.parametrize("file", ["data/khong-co.yml", "data", "data/\0.yml", "data/" + "a" * 5000, ""])
def test_a_file_that_cannot_be_read_is_not_shown(data: Data, file: str):
    assert len(data.report(at(1, 1, file=file)).splitlines()) == 1


@pytest.mark.parametrize("name", ["outside", "inside"])
def test_what_a_link_leads_to_is_not_shown(data: Data, tmp_path_factory: pytest.TempPathFactory, name: str):
    folder = tmp_path_factory.mktemp("outside") if name == "outside" else data.root
    (folder / "secret").write_text("mật khẩu", encoding="utf-8")
    try:
        data.path.symlink_to(folder / "secret")
    except OSError:
        pytest.skip("this system makes no symbolic links")

    assert "mật khẩu" not in data.report(at(1, 1))


def test_nothing_outside_the_folder_is_shown(data: Data, tmp_path_factory: pytest.TempPathFactory):
    secret = tmp_path_factory.mktemp("outside") / "secret"
    secret.write_text("mật khẩu", encoding="utf-8")
    climbing = os.path.relpath(secret, data.root)

    assert "mật khẩu" not in data.report(at(1, 1, file=str(secret)), at(1, 1, file=climbing))


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


# The reports for tools.


def test_json_is_a_list_of_objects(data: Data):
    assert data.json(QUESTION, WARNING) == [
        {
            "file": "data/x.yml",
            "line": 1,
            "column": 1,
            "length": 1,
            "severity": "error",
            "code": "number-ambiguous",
            "message": "«1.21» có thể hiểu hai cách.",
            "help": "Viết 1,21 hoặc 121.",
        },
        {
            "file": "data/x.yml",
            "line": 2,
            "column": 3,
            "length": 1,
            "severity": "warning",
            "code": "sum-differs",
            "message": "543 + 506 = 1.049, nhưng ghi 1.094.",
            "help": "",
        },
    ]


def test_json_keeps_vietnamese_letters(data: Data):
    assert "có thể hiểu hai cách" in data.report(QUESTION, format=Format.JSON)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_tools_get_columns_of_the_file_as_it_is(data: Data, form: str):
    line = unicodedata.normalize(form, "Hồ sơ đã giải quyết: tiếp nhận q\u0303 rồi")
    words = unicodedata.normalize(form, "tiếp nhận q\u0303")
    data.holds(line)
    problem = at(1, len("Hồ sơ đã giải quyết: ") + 1, len("tiếp nhận q\u0303"))
    column, end = line.index(words) + 1, line.index(words) + 1 + len(words)

    [found] = data.json(problem)
    assert (found["column"], found["length"]) == (column, len(words))
    [result] = sarif(data, problem)["results"]
    region = {"startLine": 1, "startColumn": column, "endColumn": end}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert f",col={column}," in data.report(problem, format=Format.GITHUB)


def test_a_place_at_the_end_of_a_line_is_one_character_long(data: Data):
    data.holds("a:\nb: 1\n")
    [found] = data.json(at(1, 3))

    assert (found["column"], found["length"]) == (3, 1)


@given(
    text=st.text(st.sampled_from("aeđq\u0323\u0302\u0303\u1100\u1161\u11a8\u09c7\u09be電 ")), start=st.integers(0, 9)
)
@settings(derandomize=True, deadline=None)
def test_a_column_of_the_file_has_as_many_letters_before_it(folder: Data, text: str, start: int):
    folder.holds(text)
    before = text[: folder.json(at(1, start + 1))[0]["column"] - 1]
    after = text[len(before) :]

    if nfc(before) + nfc(after) == nfc(text):  # and not between a letter and its tone
        assert len(nfc(before)) == min(start, len(nfc(text)))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_github_gets_a_command_for_each_problem(data: Data):
    assert data.report(QUESTION, WARNING, format=Format.GITHUB) == (
        "::error file=data/x.yml,line=1,col=1,title=number-ambiguous::«1.21» có thể hiểu hai cách. Viết 1,21 hoặc 121.\n"
        "::warning file=data/x.yml,line=2,col=3,title=sum-differs::543 + 506 = 1.049, nhưng ghi 1.094.\n"
    )


def test_github_gets_back_what_was_said(data: Data):
    said = "50%, 100%0A: hai\r\ndòng"
    [command] = data.report(
        Problem(Location("data/a,b:c%.yml"), "wrong-shape", said), format=Format.GITHUB
    ).splitlines()

    assert as_github_reads(command) == (
        "error",
        {"file": "data/a,b:c%.yml", "line": "1", "col": "1", "title": "wrong-shape"},
        said,
    )


def as_github_reads(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner takes it apart: ActionCommand.TryParseV2 of actions/runner."""
    head, _, data = line.removeprefix("::").partition("::")
    command, _, properties = head.partition(" ")
    return (
        command,
        {name: unescaped(value) for name, _, value in (pair.partition("=") for pair in properties.split(","))},
        unescaped(data),
    )


def unescaped(text: str) -> str:
    for sign, escape in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


def test_gitlab_gets_code_quality(data: Data):
    error, warning = data.json(QUESTION, WARNING, format=Format.GITLAB)

    assert error.pop("fingerprint") != warning.pop("fingerprint")
    assert error == {
        "description": "«1.21» có thể hiểu hai cách. Viết 1,21 hoặc 121.",
        "check_name": "number-ambiguous",
        "severity": "major",
        "location": {"path": "data/x.yml", "lines": {"begin": 1}},
    }
    assert warning["severity"] == "minor"


def fingerprints(data: Data, *problems: Problem) -> list[str]:
    return [found["fingerprint"] for found in data.json(*problems, format=Format.GITLAB)]


def test_a_fingerprint_stays_when_the_line_moves(data: Data):
    assert fingerprints(data, at(3, 5), at(9, 5)) == fingerprints(data, at(4, 7), at(20, 5))


@pytest.mark.parametrize("other", [at(1, 1, file="data/y.yml"), QUESTION, WARNING])
def test_a_fingerprint_stays_when_another_problem_goes(data: Data, other: Problem):
    assert fingerprints(data, other, at(1, 1))[1:] == fingerprints(data, at(1, 1))


def test_no_two_problems_share_a_fingerprint(data: Data):
    different = [at(1, 1), at(2, 1), at(1, 1, file="data/y.yml"), QUESTION, WARNING]

    assert len(set(fingerprints(data, *different))) == len(different)


def test_junit_has_a_failure_for_a_file_with_errors(data: Data):
    [suite] = ElementTree.fromstring(data.report(QUESTION, at(5, 1), WARNING, format=Format.JUNIT))
    [case] = suite

    assert suite.attrib == {
        "name": "bantin", "tests": "1", "failures": "1", "errors": "0", "skipped": "0", "time": "0",
    }  # fmt: skip
    assert case.attrib == {"classname": "bantin", "name": "data/x.yml", "file": "data/x.yml", "time": "0"}
    assert [(part.tag, part.text) for part in case] == [
        ("failure", f"{QUESTION.line()}\n{at(5, 1).line()}"),
        ("system-out", WARNING.line()),
    ]


def test_junit_passes_a_file_with_nothing_but_warnings(data: Data):
    [suite] = ElementTree.fromstring(data.report(WARNING, format=Format.JUNIT))

    assert suite.get("failures") == "0"
    assert [part.tag for part in suite[0]] == ["system-out"]


def test_junit_has_a_test_that_passed_when_there_is_nothing(data: Data):
    [suite] = ElementTree.fromstring(data.report(format=Format.JUNIT))

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [list(case) for case in suite] == [[]]


def sarif(data: Data, *problems: Problem) -> dict:
    """The one run of a report, which is valid."""
    report = json.loads(data.report(*problems, format=Format.SARIF))
    SARIF.validate(report)
    [run] = report["runs"]
    return run


def test_sarif_is_valid(data: Data):
    data.holds("a: 1.21\nb: 2\n")
    run = sarif(data, QUESTION, WARNING, at(1, 4, 4))

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "bantin",
        "rules": [
            {
                "id": code,
                "shortDescription": {"text": CODES[code].summary},
                "fullDescription": {"text": CODES[code].explanation},
            }
            for code in ("number-ambiguous", "sum-differs")
        ],
    }
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("number-ambiguous", 0, "error"),
        ("sum-differs", 1, "warning"),
        ("number-ambiguous", 0, "error"),
    ]
    assert run["results"][2]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data/x.yml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 4, "endColumn": 8},
            }
        }
    ]


def test_sarif_of_nothing_is_valid(data: Data):
    assert sarif(data)["results"] == []


def test_a_file_name_becomes_an_address(data: Data):
    [result] = sarif(data, at(1, 1, file="data/Bài mẫu: 50%.yml"))["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert address == "data/B%C3%A0i%20m%E1%BA%ABu%3A%2050%25.yml"


def test_the_schema_refuses_what_is_no_address(data: Data):
    report = json.loads(data.report(QUESTION, format=Format.SARIF))
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "data/a b.yml"

    with pytest.raises(ValidationError, match="uri-reference"):
        SARIF.validate(report)


def test_sarif_makes_no_link_of_data(data: Data):
    [result] = sarif(data, Problem(Location(FILE), "wrong-shape", "Sai: «[xem](https://example.org)»."))["results"]

    assert result["message"]["text"] == "Sai: «[xem] (https://example.org)»."


# Whatever stands in the data.


def whole(text: str) -> str:
    """The text with a question mark for every half character."""
    return text.encode(errors="replace").decode()


WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(), max_size=8), max_size=4).map("".join)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Location, st.just(FILE) | WORDS, st.integers(1, 4), st.integers(1, 300)),
        st.sampled_from([*CODES]),
        WORDS,
        WORDS,
        warning=st.booleans(),
        length=st.integers(1, 300),
    ),
    max_size=4,
)
WORST = [
    Problem(Location(place, 1, 1), "wrong-shape", word, word, warning=warning)
    for word in HOSTILE
    for place in (FILE, word)
    for warning in (False, True)
]
CONTENT = WORDS.map(lambda text: text.encode(errors="surrogatepass")) | st.binary(max_size=300)


def whatever(test: Callable[..., None]) -> Callable[..., None]:
    """The test holds for any problems in any file, and for all hostile words at once."""
    test = given(problems=PROBLEMS, content=CONTENT)(test)
    test = example(problems=WORST, content="".join(HOSTILE).encode(errors="surrogatepass"))(test)
    return settings(derandomize=True, deadline=None, max_examples=50)(test)


@whatever
def test_a_terminal_gets_nothing_that_steers_it(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)

    assert folder.report(*problems).replace("\n", "").isprintable()


@whatever
def test_every_problem_is_one_line_above_its_excerpt(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)
    lines = folder.report(*problems).splitlines()

    excerpts = [line for line in lines if re.match(r" [1-4] \| |   \|  *\^~*$", line)]
    assert len(lines) - len(excerpts) == len(problems)


@whatever
def test_colours_are_all_that_colour_adds(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)

    assert re.sub(r"\x1b\[\d*m", "", folder.report(*problems, colour=True)) == folder.report(*problems)


@whatever
def test_json_says_what_was_said(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)

    assert [(found["code"], found["message"], found["help"]) for found in folder.json(*problems)] == [
        tuple(whole(text) for text in (problem.code, problem.message, problem.help)) for problem in problems
    ]


@whatever
def test_github_gets_one_line_for_each_problem(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)
    lines = folder.report(*problems, format=Format.GITHUB).splitlines()

    assert [as_github_reads(line)[0] for line in lines] == [
        "warning" if problem.warning else "error" for problem in problems
    ]
    assert all([*as_github_reads(line)[1]] == ["file", "line", "col", "title"] for line in lines)


@whatever
def test_gitlab_can_tell_all_problems_apart(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)

    assert len(set(fingerprints(folder, *problems))) == len(problems)


@whatever
def test_junit_is_xml_with_a_case_for_each_file(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)
    [suite] = ElementTree.fromstring(folder.report(*problems, format=Format.JUNIT))

    assert len(suite) == max(1, len({problem.location.source for problem in problems}))


@whatever
def test_sarif_is_valid_for_any_text(folder: Data, problems: list[Problem], content: bytes):
    folder.path.write_bytes(content)

    assert len(sarif(folder, *problems)["results"]) == len(problems)


# The command.


@pytest.fixture
def broken(site: Site) -> Site:
    site.write("data/kien-giang/huyen-vinh-thuan/2022.yml", "Nguồn: &a 1\n")
    return site


def check(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(site.root), *arguments])


def test_check_shows_the_line(broken: Site):
    assert "\n 1 | Nguồn: &a 1\n   |        ^\n" in check(broken).stdout


def test_check_prints_nothing_but_the_report_for_a_tool(broken: Site):
    done = check(broken, "--format", "json")

    assert [found["code"] for found in json.loads(done.stdout)] == ["anchor-or-tag"]


def test_check_sums_up_below_the_report_for_an_editor(broken: Site):
    assert check(broken).stdout.splitlines()[-1].startswith("1 lỗi, 0 cảnh báo.")


def test_check_sums_up_beside_the_report_for_a_tool(broken: Site):
    assert check(broken, "--format", "sarif").stderr.startswith("1 lỗi, 0 cảnh báo.")


@pytest.mark.parametrize("format", Format)
def test_check_ends_with_1_in_every_format(broken: Site, format: Format):
    assert check(broken, "--format", format).exit_code == 1


def test_an_unknown_format_is_wrong_usage(site: Site):
    assert check(site, "--format", "xml").exit_code == 2


def test_a_file_has_no_colours(broken: Site):
    assert "\x1b" not in check(broken).stdout


@pytest.mark.parametrize(("no_colour", "colours"), [("", True), ("1", False)])
def test_a_terminal_has_colours_unless_it_wants_none(broken: Site, no_colour: str, colours: bool):
    assert ("\x1b[31mlỗi" in on_a_terminal(broken.root, {"NO_COLOR": no_colour})) == colours


def on_a_terminal(root: Path, environment: dict[str, str]) -> str:
    """What `bantin check` prints on a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no such terminals")
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "bantin", "check", "--root", str(root)]
    subprocess.run(command, env=os.environ | environment, stdout=end, stderr=subprocess.DEVNULL, check=False)
    os.close(end)
    printed = os.read(terminal, 100_000).decode()
    os.close(terminal)
    return printed
