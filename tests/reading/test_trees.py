"""YAML text into plain text values, each with the place where it stands."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.model.names import hinted
from bantin.problems import Location, Problem, Text
from bantin.reading.blocks import Block
from bantin.reading.keys import Key
from bantin.reading.letters.characters import MAX_BYTES
from bantin.reading.trees import MAX_DEPTH, Entries, Items, Node, read

PLAIN = "Tên: Báo cáo\nSố liệu:\n  - Hồ sơ: trên 1.21\n"


def tree(text: str) -> Node:
    node, problems = read(text.encode(), "x.yml")
    assert [problem for problem in problems if not problem.warning] == []
    assert node is not None
    return node


def plain(node: Node) -> object:
    """The texts of a tree without their places."""
    match node:
        case Text(value):
            return value
        case Items(nodes):
            return [plain(part) for part in nodes]
        case Entries(pairs):
            return {key.value: plain(value) for key, value in pairs}


def problems_in(text: str | bytes) -> tuple[Problem, ...]:
    return read(text if isinstance(text, bytes) else text.encode(), "x.yml")[1]


def reports(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(p.code, p.location.line, p.location.column) for p in problems_in(text)]


def places(node: Node) -> dict[str, tuple[int, int]]:
    """Where every scalar begins, keys too."""
    match node:
        case Text(value, at):
            return {value: (at.line, at.column)}
        case Items(nodes):
            return {k: v for part in nodes for k, v in places(part).items()}
        case Entries(pairs):
            return {k: v for key, value in pairs for part in (key, value) for k, v in places(part).items()}


@pytest.mark.parametrize(
    "typed", ["01", "08", "no", "yes", "true", "null", "~", "12:30", "1.210", "1.21", "0x1F", "1e3", "2023-08-20", ".5",
              "1_000", "=", "<"]
)  # fmt: skip
def test_a_scalar_stays_the_text_that_was_typed(typed: str):
    assert plain(tree(f"Hồ sơ: {typed}\n")) == {"Hồ sơ": typed}


def test_a_key_stays_the_text_that_was_typed():
    assert plain(tree("2022: a\nno: b\n1.210: c\n")) == {"2022": "a", "no": "b", "1.210": "c"}


def test_the_order_of_the_file_stays():
    assert plain(tree("b: 1\na: 2\n")) == {"b": "1", "a": "2"}
    assert list(plain(tree("b: 1\na: 2\n"))) == ["b", "a"]


def test_lists_hold_what_they_hold():
    assert plain(tree("Nguồn:\n  - Tên: a\n  - b\nMã: [c, d]\n")) == {"Nguồn": [{"Tên": "a"}, "b"], "Mã": ["c", "d"]}


def test_a_text_of_many_lines_keeps_its_lines():
    assert plain(tree("Kết quả: |\n  Một.\n\n  Hai.\n")) == {"Kết quả": "Một.\n\nHai."}


@pytest.mark.parametrize("nothing", ["", "[]", "{}", "''", '""', "# lời nhắn"])
def test_nothing_is_an_empty_text(nothing: str):
    assert plain(tree(f"Hồ sơ: {nothing}\n")) == {"Hồ sơ": ""}


def test_both_unicode_forms_read_alike():
    assert tree(unicodedata.normalize("NFD", PLAIN)) == tree(PLAIN)


def test_what_is_put_right_is_said_once_where_it_begins():
    text = "Cấp huyện / Đất đai: Đạt\nĐơn vị: điểm\n"

    assert reports(text) == []
    assert reports(unicodedata.normalize("NFD", text)) == [("not-nfc", 1, 2)]
    assert reports(text.replace("Đ", "\u00d0").replace("đ", "\u00f0")) == [("letter-eth", 1, 13)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str):
    assert read(PLAIN.replace("\n", end).encode(), "x.yml") == read(PLAIN.encode(), "x.yml")


def test_a_byte_order_mark_does_not_matter():
    assert read(b"\xef\xbb\xbf" + PLAIN.encode(), "x.yml") == read(PLAIN.encode(), "x.yml")


def test_spaces_that_do_not_break_indent_like_others():
    assert plain(tree("A:\n\u00a0\u00a0B: 1\n")) == {"A": {"B": "1"}}


def test_an_empty_file_has_no_tree():
    assert read(b"", "x.yml") == (None, ())


# Places


def test_a_place_is_line_and_column_from_1():
    assert places(tree(PLAIN)) == {
        "Tên": (1, 1),
        "Báo cáo": (1, 6),
        "Số liệu": (2, 1),
        "Hồ sơ": (3, 5),
        "trên 1.21": (3, 12),
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_column_counts_letters_as_readers_see_them(form: str):
    text = unicodedata.normalize(form, "Tỷ lệ trễ hẹn ở xã: ộ\n")

    assert places(tree(text))["ộ"] == (1, 21)


def test_the_place_of_a_quoted_text_is_its_first_letter():
    assert places(tree('Tên: "Báo cáo"\n'))["Báo cáo"] == (1, 7)


def test_the_first_line_of_a_part_of_a_file_is_counted_from_the_file():
    node, problems = read(b"a: 1\nb: 1\nb: 2\n", "x.md", first_line=2)

    assert node
    assert node.at.line == 2
    assert [str(problem.location) for problem in problems] == ["x.md:4:1"]


# Refusals


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("A: &ten x\n", (1, 4)),
        ("A: &ten\n  B: 1\n", (1, 4)),
        ("A: *ten\n", (1, 4)),
        ("A: **quan trọng**\n", (1, 4)),
        ("A: *đậm*\n", (1, 4)),
        ("A: & b\n", (1, 4)),
        ("A: !!python/object:os.system x\n", (1, 4)),
        ("A: !đ x\n", (1, 4)),
        ("A: !a!b x\n", (1, 4)),
        ("&ten A: x\n", (1, 1)),
        ("A:\n  - !!int 1\n", (2, 5)),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, at: tuple[int, int]):
    assert reports(text) == [("anchor-or-tag", *at)]


def test_a_key_that_stands_twice_is_refused_where_it_stands_again():
    problems = problems_in("Hồ sơ: 1\nTên: x\nHỒ SƠ: 2\n")

    assert [(p.code, p.location.line) for p in problems] == [("duplicate-key", 3)]
    assert "dòng 1" in problems[0].message


def test_the_first_of_two_equal_keys_is_kept():
    node, _ = read(b"a: 1\nA: 2\n", "x.yml")

    assert node
    assert plain(node) == {"a": "1"}


def test_the_same_key_in_two_groups_is_no_duplicate():
    assert plain(tree("A:\n  C: 1\nB:\n  C: 2\n")) == {"A": {"C": "1"}, "B": {"C": "2"}}


@pytest.mark.parametrize("key", ["? [a]\n: ", "{a: b}: ", "~: ", "'': ", "—: ", "<<: "])
def test_a_key_without_letters_or_digits_is_refused(key: str):
    assert [code for code, _, _ in reports(f"{key}x\n")] == ["wrong-shape"]


def test_several_documents_are_refused():
    assert reports("a: 1\n---\nb: 2\n") == [("several-documents", 2, 1)]


def test_one_document_may_be_marked_as_such():
    assert plain(tree("---\na: 1\n...\n")) == {"a": "1"}


def test_a_file_may_be_deep():
    assert problems_in("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)) == ()


def test_a_file_that_is_too_deep_is_refused():
    assert reports("[" * 100_000) == [("too-deep", 1, MAX_DEPTH + 2)]


def test_a_file_that_is_too_large_is_refused():
    assert reports(b"#" * MAX_BYTES) == []
    assert reports(b"#" * (MAX_BYTES + 1)) == [("file-too-large", 1, 1)]


@pytest.mark.parametrize(
    ("content", "at"),
    [
        ("Huyện Mẫu".encode("utf-16"), (1, 1)),
        ("a: 1\nTỷ lệ: ".encode() + b"\xff", (2, 8)),
        ("a: 1\r\nTỷ lệ: ".encode() + b"\xff", (2, 8)),
        (b"\xef\xbb\xbfa: \xff", (1, 4)),
        (unicodedata.normalize("NFD", "Tỷ lệ: ").encode() + b"\xff", (1, 8)),
        (b"a: \xed\xa0\x80", (1, 4)),
    ],
)
def test_a_file_that_is_not_utf8_is_refused_where_it_stops_to_be(content: bytes, at: tuple[int, int]):
    assert reports(content) == [("not-utf8", *at)]


@pytest.mark.parametrize(
    "sign", ["\0", "\x1b", "\x7f", "\x85", "\u00ad", "\u061c", "\u200b", "\u202e", "\u2028", "\ufeff", "\uffff"]
)
def test_signs_that_nobody_sees_are_refused(sign: str):
    assert reports(f"Tỷ lệ: 9{sign}5%\n") == [("control-character", 1, 9)]


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\u202e", r"\L"])
def test_signs_that_nobody_sees_are_refused_in_quotes_too(escape: str):
    assert reports(f'Tên: "a{escape}b"\n') == [("control-character", 1, 7)]


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("A:\n\tB: 1\n", (2, 1), "phím Tab"),
        ("A: |\n\tb\n", (2, 1), "phím Tab"),
        ("A: %95\n", (1, 4), "Dấu «%»"),
        ("A: @b\n", (1, 4), "dấu «@»"),
        ("A: ]\n", (1, 4), "dấu «]»"),
        ("A: > 95%\n", (1, 4), "trên 95%"),
        ("A: | b\n", (1, 4), "xuống dòng"),
        ("A: b: c\n", (1, 5), "Trong giá trị có dấu hai chấm"),
        ("A:b\nC: d\n", (1, 1), "viết «A: b»"),
        ("A: 1\nB:2\nC: 3\n", (2, 1), "viết «B: 2»"),
        ("A:\n  B:1.210\n  C: 3\n", (2, 3), "viết «B: 1.210»"),
        ("A:\n  B: 3\n  C:1.210\n", (3, 3), "viết «C: 1.210»"),
        ("A:\n  B:1\n  C:2\n", (2, 3), "viết «B: 1»"),
        ("A:\n  B:1\n  C:2\n  D: 3\n", (2, 3), "viết «B: 1»"),
        ("A:\n  - B:x\n    C: 3\n", (2, 5), "viết «B: x»"),
        ("A:\n  Hồ sơ 1.210\n  C: 3\n", (2, 3), "viết «Hồ sơ: 1.210»"),
        ("A: 1\nHồ sơ 1.210\nC: 3\n", (2, 1), "viết «Hồ sơ: 1.210»"),
        ("A: -\nB: 1\n", (1, 4), "«không áp dụng» (nơi này không có việc đó)"),
        ("A: ?\nB: 1\n", (1, 4), "«chưa có số liệu»"),
        ("A\n  B: 1\n", (2, 4), "dòng ngay trên"),
        ("A: 1\nB\nC: 2\n", (2, 1), "chưa có dấu hai chấm"),
        ("A: - b\n", (1, 4), "đầu một dòng"),
        ("A:\n  - b\n  C: 1\n", (3, 3), "Danh sách phía trên"),
        ("A: [b\nC: 1\n", (1, 4), "Dấu «[» mở ra"),
        ("A: {b\nC: 1\n", (1, 4), "Dấu «{» mở ra"),
        ('A: "b \\d"\n', (1, 7), "dấu «\\»"),
        ('A: "b\nC: 1\n', (1, 4), 'Thêm dấu "'),
        ("A: 'b\nC: 1\n", (1, 4), "Thêm dấu '"),
        ('A: "b" c\n', (1, 8), "Sau dấu đóng ngoặc"),
        ("A:\n    B: 1\n  C: 1\n", (3, 3), "không thẳng hàng"),
        (" A: 1\nB: 1\n", (2, 1), "không thẳng hàng"),
        ("%YAML 9.9\n---\nA: 1\n", (1, 1), "chưa viết đúng cách"),
    ],
)
def test_a_slip_is_said_in_words_of_the_editor(text: str, at: tuple[int, int], words: str):
    (problem,) = problems_in(text)

    assert (problem.code, problem.location.line, problem.location.column) == ("yaml-syntax", *at)
    assert words in f"{problem.message} {problem.help}"


@pytest.mark.parametrize(
    "text", ["A: https://x.vn\n", "A:\n  https://x.vn/a\n", "A: 12:30\n", "A: |\n  b:c\n", "A: x b:c\n"]
)
def test_a_colon_inside_a_value_needs_no_space(text: str):
    assert problems_in(text) == ()


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "####"])
def test_an_error_of_a_spreadsheet_is_no_comment(error: str):
    assert plain(tree(f"A: {error}\nB: # lời nhắn\n")) == {"A": error, "B": ""}
    assert places(tree(f"A: {error}\n"))[error] == (1, 4)


def test_an_error_of_a_spreadsheet_is_no_text():
    found = block("Tên: #REF!\n", "Tên")

    assert found.text("Tên") == ""
    assert [(problem.code, problem.location.column) for problem in found.problems] == [("number-unreadable", 6)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-10-05", "Có phải là «05/10/2026»?"),
        ("2026-10-05 00:00:00", "Có phải là «05/10/2026»?"),
        ("5-10-2026", "Có phải là «05/10/2026»?"),
        ("5.10.2026", "Có phải là «05/10/2026»?"),
        ("ngày 5 tháng 10 năm 2026", "Có phải là «05/10/2026»?"),
        ("46300", "nếu đúng ngày ấy thì viết 05/10/2026."),
        ("46.300", "nếu đúng ngày ấy thì viết 05/10/2026."),
        ("2026-13-05", "Ghi ngày/tháng/năm"),
        ("5/10/26", "Ghi ngày/tháng/năm"),
        ("12", "Ghi ngày/tháng/năm"),
    ],
)
def test_a_date_that_is_written_otherwise_is_proposed(text: str, words: str):
    found = block(f"Ngày: {text}\n", "Ngày")

    assert found.day("Ngày") is None
    assert words in found.problems[0].help


def test_problems_before_a_slip_are_told_too():
    assert [code for code, _, _ in reports("x:\n  a: 1\n  a: 2\nb: 'c\n")] == ["duplicate-key", "yaml-syntax"]


def test_no_english_word_reaches_the_editor():
    english = ("found", "expected", "while", "mapping", "scalar", "token")
    for text in ("a: b: c", "a: 'b", "a: [b", "\ta: 1", "a: *", "%foo", "- a\nb: 1", "a: !<", "? a: ? b", "a: >x"):
        for problem in problems_in(text):
            assert not [word for word in english if word in problem.line()]


@settings(max_examples=tries(300), derandomize=True, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.text(alphabet="aĐ:-#&*!|>[]{}'\"%@`,?\\ \t\n\r\0\ufeff\u2028", max_size=60).map(str.encode),
    )
)
def test_no_bytes_make_reading_fail(content: bytes):
    node, problems = read(content, "x.yml")

    assert node is None or isinstance(node, Text | Items | Entries)
    assert all(problem.location.line >= 1 and problem.location.column >= 1 for problem in problems)


# Blocks


COMPLETE = Key("Trọn bộ", "", choices={"có": True, "không": False})


def block(text: str, *keys: str, name: str = "") -> Block:
    return Block(tree(text), tuple(Key(key, "", required=True) for key in keys), name=name)


def chosen(word: str) -> Block:
    return Block(tree(f"Trọn bộ: {word}\n"), (COMPLETE,))


def lines(found: Block) -> list[str]:
    return [problem.line().partition(": lỗi ")[2] for problem in hinted(found.problems)]


def test_a_key_is_known_by_its_slug():
    found = block("co-quan: a\nTÁC GIẢ: b\n", "Cơ quan", "Tác giả")

    assert (found.text("Cơ quan"), found.text("Tác giả"), found.problems) == ("a", "b", ())


def test_an_unknown_key_gets_the_nearest_one():
    found = block("Co quann: a\n", "Cơ quan", "Tác giả")

    assert lines(found) == ["[unknown-key] Không có mục nào tên là «Co quann». Có phải là «Cơ quan»?"]


def test_an_unknown_key_that_is_like_no_other_gets_all():
    found = block("Chiều cao: a\n", "Tên", "Ngày")

    assert lines(found) == ["[unknown-key] Không có mục nào tên là «Chiều cao». Có thể ghi: «Tên» hoặc «Ngày»."]


def test_missing_keys_are_named_together():
    found = block("Ngày: 20/08/2023\n", "Tên", "Cơ quan", "Ngày", name="Nguồn")

    assert not found.is_complete()
    assert lines(found) == [
        "[key-missing] «Nguồn» còn thiếu mục «Tên» và «Cơ quan». Thêm các dòng «Tên: …» và «Cơ quan: …»."
    ]


def test_what_is_no_group_is_one_problem_however_much_is_missing():
    found = block("Báo cáo\n", "Tên", "Cơ quan")

    assert not found.is_complete()
    assert [problem.code for problem in found.problems] == ["wrong-shape"]


def test_a_single_value_counts_as_a_list_of_one():
    found = block("Mã: a\n", "Mã", "Tên")

    assert [text.value for text in found.texts("Mã")] == ["a"]
    assert (found.texts("Tên"), found.problems) == ((), ())


def test_a_list_where_a_value_belongs_is_a_problem():
    found = block("Tên:\n  - a\n", "Tên")

    assert found.text("Tên") == ""
    assert [problem.code for problem in found.problems] == ["wrong-shape"]


def test_a_key_without_a_value_is_a_problem():
    found = block("Tên:\n", "Tên")

    assert found.text("Tên") == ""
    assert [problem.code for problem in found.problems] == ["value-missing"]


def test_a_choice_is_known_without_its_tone_marks():
    found = chosen("Co")

    assert (found.choice(COMPLETE), found.problems) == (True, ())


def test_a_word_that_is_no_choice_is_a_problem_that_lists_them():
    found = chosen("chắc")

    assert found.choice(COMPLETE) is None
    assert lines(found) == ["[unknown-choice] «Trọn bộ» không thể là «chắc». Ghi một trong các từ: «có» hoặc «không»."]


def test_a_day_that_does_not_exist_is_a_problem_where_it_stands():
    found = block("Ngày: 31/02/2023\n", "Ngày")

    assert found.day("Ngày") is None
    assert [(p.code, p.location.column) for p in found.problems] == [("date-unreadable", 7)]


def test_a_text_has_no_pairs():
    found = Block(Text("x", Location("x.yml")))

    assert found.pairs == ()
    assert [problem.code for problem in found.problems] == ["wrong-shape"]


def test_a_block_has_the_problems_of_those_inside_it():
    found = block("Kỳ:\n  Tênn: a\n", "Kỳ")
    found.inner(found.nodes["Kỳ"], (Key("Tên", "", required=True),), name="Kỳ").is_complete()

    assert [problem.code for problem in found.problems] == ["unknown-key", "key-missing"]


def test_a_long_value_is_quoted_in_one_line_and_cut():
    found = block(f'? "{"dài " * 300}\\nhai dòng"\n: 1\n', "Tên")

    assert "\n" not in found.problems[0].line()
    assert len(found.problems[0].line()) < 300
