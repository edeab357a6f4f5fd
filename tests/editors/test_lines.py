"""The lines of a report: which are shown, and where in the file as it is a problem stands."""

import os
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import FILE, Data, at
from test_sarif import sarif

from bantin.editors.formats import Format, write
from bantin.folders import Folders
from bantin.problems import Problem
from bantin.reading.trees import read


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
def test_a_column_of_the_file_has_as_many_letters_before_it(shared_data: Data, text: str, start: int):
    shared_data.holds(text)
    before = text[: shared_data.json(at(1, start + 1))[0]["column"] - 1]
    after = text[len(before) :]

    if nfc(before) + nfc(after) == nfc(text):  # and not between a letter and its tone
        assert len(nfc(before)) == min(start, len(nfc(text)))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
