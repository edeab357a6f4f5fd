"""Values put into a data file: whatever its layout, it holds them, and nothing else of it is another."""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shipped import shipped

from bantin.editors.forms.book import Seen
from bantin.editors.forms.held import flat, hold
from bantin.editors.forms.nodes import Names
from bantin.editors.forms.splices import Spliced, spliced
from bantin.editors.forms.statements import ASSESSMENTS, BASIS, FIGURES, SOURCE, TARGETS, VALUE, Name, Statement
from bantin.editors.forms.yaml_text import quoted, scalar
from bantin.places import Level
from bantin.problems import Location
from bantin.reading.trees import tree_of
from bantin.vietnamese import normalise, slug

LISTS = shipped()
NAMES = Names(LISTS, Level.COMMUNE, LISTS.scopes["toan-xa"])
SLICES = ("Toàn xã", "Toàn xã / Đất đai", "Toàn xã / Hộ tịch", "Trung tâm Phục vụ hành chính công xã")
INDICATORS = (
    "Hồ sơ tiếp nhận",
    "Hồ sơ tiếp nhận trực tuyến",
    "Hồ sơ đã giải quyết",
    "Tỷ lệ hồ sơ tiếp nhận trực tuyến",
)
TEXTS = st.sampled_from([
    "1.210", "gần 700", "93,62%", "không có", "07", "a: b", "x # y", "# c", "- d", "'q'", '"dq"', "it's", "[x]", "{y}",
    "a, b", "%5", "@a", "null", "~", "no", "12:30", "trailing:", "&a", "*b", "!c", "|", ">", "?", "-5", "- ", "Đất đai",
    "\\n", "http://x.vn/?a=b#c", "“hai”", "<<", "=", "1_000", "a]b", "...", "---", "x}",
])  # fmt: skip
AT = Location("bieu.xlsx", 8, 3, "Biểu 06")


def cell(text: str) -> Seen:
    return Seen(text.strip(), AT)


def figure(part: str, indicator: str, says: Mapping[str, str], section: Name = FIGURES) -> Statement:
    found, known = LISTS.slice(part, Level.COMMUNE), LISTS.indicator(indicator)
    assert found
    assert known
    path = (section, Name(found.id, part), Name(known.id, known.label))
    return Statement(path, {key: cell(text) for key, text in says.items()})


def put(text: str, *statements: Statement) -> Spliced:
    """The text with statements, held against the reader of data files."""
    made = spliced(text, statements, NAMES)
    assert made.problems == []
    hold("data/x.yml", text.encode(), made.text.encode(), made=made)
    return made


def written(text: str, style: str, *, in_flow: bool = False) -> str:
    return quoted(text, style) if style else scalar(text, in_flow=in_flow)


class Layout(NamedTuple):
    """How somebody writes a file."""

    step: int
    line_end: str
    apart: bool
    mark: str
    ends: bool


@st.composite
def files(draw: st.DrawFn) -> str:
    """A data file in any layout."""
    layout = draw(st.builds(Layout, st.sampled_from([2, 4]), st.sampled_from(["\n", "\r\n"]), st.booleans(),
                            st.sampled_from(["", "\ufeff"]), st.booleans()))  # fmt: skip
    pad, remark = " " * layout.step, st.sampled_from(["", "", "  # xem lại: 12", "   "])
    lines = [
        "# đầu tệp",
        "Nguồn:",
        f"{pad}- Tên: {written('Báo cáo', draw(STYLES))}{draw(remark)}",
        f"{pad}  Cơ quan: UBND xã",
        "",
    ]
    lines += [draw(st.sampled_from(["Số liệu:", "SỐ LIỆU:", "so-lieu: # bảng"]))]
    for part in draw(st.lists(st.sampled_from(SLICES), unique=True, min_size=1)):
        told = draw(st.lists(st.sampled_from(INDICATORS), unique=True, min_size=1))
        if draw(st.integers(0, 3)) == 0:
            pairs = (
                f"{scalar(name, in_flow=True)}: {written(draw(TEXTS), draw(STYLES), in_flow=True)}" for name in told
            )
            lines.append(f"{pad}{part}: {{{', '.join(pairs)}}}{draw(remark)}")
            continue
        lines.append(f"{pad}{part}:{draw(remark)}")
        if draw(st.integers(0, 5)) == 0:
            continue
        for name in told:
            lines += draw(figures(f"{pad}{pad}", name, remark=remark))
        lines += draw(st.sampled_from([[], [""], [f"{pad}# hết phần", ""]]))
    lines += draw(st.sampled_from([[], ["Nhận định:", f"{pad}Tồn tại: |", f"{pad}{pad}một", "", f"{pad}{pad}hai", ""]]))
    text = layout.mark + layout.line_end.join(lines) + layout.line_end * layout.ends
    return unicodedata.normalize("NFD", text) if layout.apart else text


STYLES = st.sampled_from(["", "", "'", '"'])


@st.composite
def figures(draw: st.DrawFn, pad: str, name: str, *, remark: st.SearchStrategy[str]) -> list[str]:
    """The lines of one figure."""
    value = written(draw(TEXTS), draw(STYLES))
    how = draw(st.sampled_from(["short", "short", "block", "braces", "state", "list", "empty"]))
    if how == "short":
        return [f"{pad}{name}: {value}{draw(remark)}"]
    if how == "empty":
        return [f"{pad}{name}:{draw(remark)}"]
    if how == "braces":
        return [
            f"{pad}{name}: {{Giá trị: {written(draw(TEXTS), draw(STYLES), in_flow=True)}, Ghi chú: a}}{draw(remark)}"
        ]
    if how == "state":
        return [f"{pad}{name}:", f"{pad}  Trạng thái: không công bố{draw(remark)}", f"{pad}  Ghi chú: b"]
    if how == "list":
        return [f"{pad}{name}:", f"{pad}  - Giá trị: {value}{draw(remark)}", f"{pad}    Nguồn: a"]
    return [f"{pad}{name}:", f"{pad}  # trước", f"{pad}  Giá trị: {value}{draw(remark)}", f"{pad}  Ghi chú: c"]


@st.composite
def sayings(draw: st.DrawFn) -> Statement:
    """One statement of a form."""
    kind = draw(st.sampled_from(["figure"] * 6 + ["target", "source", "basis", "words"]))
    if kind == "source":
        return Statement(
            (SOURCE,), {key: cell(draw(TEXTS)) for key in draw(st.sets(st.sampled_from(["Tên", "Ngày"]), min_size=1))}
        )
    if kind == "basis":
        return Statement((BASIS,), {"Tên": cell(draw(TEXTS))})
    if kind == "words":
        said = draw(st.sampled_from(["một dòng", "hai\ndòng: # ba", "a\n\n  b\nc", " lùi\nvào", "- d\n- e"]))
        return Statement((ASSESSMENTS,), {draw(st.sampled_from(["Tồn tại", "Kết quả: mới"])): cell(said.strip())})
    says = {VALUE: draw(TEXTS)} | ({"Ghi chú": draw(TEXTS)} if draw(st.integers(0, 3)) == 0 else {})
    section = TARGETS if kind == "target" else FIGURES
    return figure(draw(st.sampled_from(SLICES)), draw(st.sampled_from(INDICATORS)), says, section)


def once(statements: list[Statement]) -> list[Statement]:
    """One statement of each thing."""
    return list({statement.ids: statement for statement in statements}.values())


@given(files(), st.lists(sayings(), min_size=1, max_size=6).map(once))
def test_a_file_of_any_layout_holds_what_was_said_and_nothing_else_is_another(text: str, statements: list[Statement]):
    made = put(text, *statements)

    lost = [line for line in text.splitlines() if line not in made.text.splitlines()]
    touched = sum(change.old.count("\n") + 1 for change in made.changed)
    assert len(lost) <= touched + sum(len(one.says) for one in statements) + text.count("{")
    assert all(sign == "\r\n" for sign in line_ends(made.text)) if "\r\n" in text else "\r" not in made.text
    assert unicodedata.is_normalized("NFC", text) or unicodedata.is_normalized("NFD", made.text)
    assert made.text.count("#") >= text.count("#") or any("#" in change.old for change in made.changed)


def line_ends(text: str) -> set[str]:
    return {"\r\n" if line.endswith("\r\n") else "\n" for line in text.splitlines(keepends=True) if line.endswith("\n")}


@given(files(), st.lists(sayings(), min_size=1, max_size=6).map(once))
def test_what_is_said_twice_changes_nothing_the_second_time(text: str, statements: list[Statement]):
    first = put(text, *statements)
    second = put(first.text, *statements)

    assert second.text == first.text
    assert (second.added, second.changed) == (0, [])


@given(TEXTS)
@example('a\\b"c')
def test_a_value_is_read_as_it_was(text: str):
    for written_so in (scalar(text), quoted(text), quoted(text, "'")):
        node = tree_of(f"a: {written_so}\n".encode(), "data/x.yml").value
        assert [value for value, _ in flat(node).values()] == [normalise(text).strip()]
    node = tree_of(f"a: {{b: {scalar(text, in_flow=True)}, c: 1}}\n".encode(), "data/x.yml").value
    assert [value for value, _ in flat(node).values()] == [normalise(text).strip(), "1"]


FILE = "Nguồn:\n  - Tên: Báo cáo # bản in\nSố liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 934   # cả năm\n"


@pytest.mark.parametrize(
    ("before", "statement", "after"),
    [
        (FILE, figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "935"}), FILE.replace("934", "935")),
        (FILE.replace("934", '"934"'), figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "935"}), FILE.replace("934", '"935"')),
        (FILE.replace("934", "'934'"), figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "it's"}), FILE.replace("934", "'it''s'")),
        (
            FILE, figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "934", "Ghi chú": "a"}),
            FILE.replace(" 934   # cả năm", "\n      Giá trị: 934   # cả năm\n      Ghi chú: a"),
        ),
        (
            FILE, figure("Toàn xã", "Hồ sơ đã giải quyết", {VALUE: "926"}),
            FILE + "    Hồ sơ đã giải quyết: 926\n",
        ),
        (
            FILE, figure("Toàn xã / Đất đai", "Hồ sơ tiếp nhận", {VALUE: "186"}),
            FILE + "  Toàn xã / Đất đai:\n    Hồ sơ tiếp nhận: 186\n",
        ),
        (
            FILE, Statement((SOURCE,), {"Ngày": cell("28/09/2026")}),
            FILE.replace("# bản in\n", "# bản in\n    Ngày: 28/09/2026\n"),
        ),
        (
            FILE, Statement((ASSESSMENTS,), {"Tồn tại": cell("một\nhai")}),
            FILE + "\nNhận định:\n  Tồn tại: |\n    một\n    hai\n",
        ),
        (
            FILE.replace("Toàn xã:\n    Hồ sơ tiếp nhận: 934   # cả năm", "Toàn xã: {Hồ sơ tiếp nhận: 934} # x"),
            figure("Toàn xã", "Hồ sơ đã giải quyết", {VALUE: "9, 1"}),
            FILE.replace("Toàn xã:\n    Hồ sơ tiếp nhận: 934   # cả năm", 'Toàn xã: {Hồ sơ tiếp nhận: 934, Hồ sơ đã giải quyết: "9, 1"} # x'),
        ),
        (
            FILE.replace("934   # cả năm", "\n      Trạng thái: không công bố # hỏi lại"),
            figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "12"}),
            FILE.replace("934   # cả năm", "\n      Giá trị: 12 # hỏi lại"),
        ),
        (
            FILE.replace("Hồ sơ tiếp nhận", "ho-so-tiep-nhan"), figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "935"}),
            FILE.replace("Hồ sơ tiếp nhận: 934", "ho-so-tiep-nhan: 935"),
        ),
    ],
)  # fmt: skip
def test_a_value_comes_to_its_place(before: str, statement: Statement, after: str):
    assert put(before, statement).text == after


def test_what_was_left_empty_is_filled_and_no_change():
    empty = "Nguồn:\n  - Tên:  # tên văn bản\n    Ngày:\nSố liệu:\n  Toàn xã:  # cả xã\nNhận định:\n"
    made = put(
        empty, Statement((SOURCE,), {"Tên": cell("Báo cáo")}), figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "934"})
    )

    assert made.text == empty.replace("Tên:", "Tên: Báo cáo").replace("# cả xã", "# cả xã\n    Hồ sơ tiếp nhận: 934")
    assert (made.added, made.changed) == (2, [])


def test_of_several_sources_that_differ_nobody_is_overruled():
    several = FILE.replace(
        "934   # cả năm", "\n      - Giá trị: 12\n        Nguồn: a\n      - Giá trị: 13\n        Nguồn: b"
    )
    same = spliced(several, [figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "13"})], NAMES)
    other = spliced(several, [figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "14"})], NAMES)

    assert (same.text, same.problems) == (several, [])
    assert other.text == several
    assert [problem.code for problem in other.problems] == ["form-cell"]


def test_an_index_of_the_place_itself_is_found_where_it_stands():
    bare = "Số liệu:\n  Chỉ số cải cách hành chính: 90 điểm\n"

    assert put(bare, figure("Toàn xã", "Chỉ số cải cách hành chính", {VALUE: "91 điểm"})).text == bare.replace(
        "90", "91"
    )


def test_a_new_file_says_where_its_figures_come_from_first():
    statements = [
        Statement((SOURCE,), {"Tên": cell("Báo cáo"), "Cơ quan": cell("UBND xã")}),
        figure("Toàn xã", "Hồ sơ tiếp nhận", {VALUE: "934"}),
        figure("Toàn xã / Đất đai", "Hồ sơ tiếp nhận", {VALUE: "186"}),
    ]

    assert put("# mới\n", *statements).text == (
        "# mới\n\nNguồn:\n  - Tên: Báo cáo\n    Cơ quan: UBND xã\n\nSố liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 934\n\n"
        "  Toàn xã / Đất đai:\n    Hồ sơ tiếp nhận: 186\n"
    )


def test_names_of_a_section_are_told_apart_as_readers_do():
    assert NAMES.ids((FIGURES.id,), "toan xa / ĐẤT ĐAI") == (FIGURES.id, "toan-xa-dat-dai")
    assert NAMES.ids((FIGURES.id,), "không rõ") is None
    assert NAMES.ids((), "Nguồn") == (slug("Nguồn"),)
