"""One report file as a `Report`."""

import re
from datetime import date
from decimal import Decimal

import pytest
from conftest import SOUND

from bantin.folders import Folders
from bantin.model.names import hinted
from bantin.model.reports import Report
from bantin.model.values import Kind, State, Value
from bantin.places import finding
from bantin.problems import Problem
from bantin.reading.archive import load
from bantin.reading.indentation import unindented
from bantin.reading.reports import report_of
from bantin.reading.sources import is_web_address
from bantin.reading.times import parse_period
from bantin.reading.trees import read

CATALOGUE = load(Folders.of(SOUND))[0].catalogue
PERIOD = parse_period("2023-6-thang")
PLACE = finding.find("kien-giang/huyen-vinh-thuan", date(2023, 6, 30))
SOURCE = "Nguồn:\n  - Tên: Báo cáo mẫu\n    Cơ quan: Ủy ban nhân dân huyện Mẫu\n"
SOURCES = (
    "Nguồn:\n"
    "  - Mã: bao-cao\n    Tên: Báo cáo mẫu\n    Cơ quan: Ủy ban nhân dân huyện Mẫu\n    Ngày: 20/06/2023\n"
    "  - Mã: bao\n    Tên: Huyện Mẫu đổi mới\n    Cơ quan: Báo Mẫu\n    Ngày: 21/06/2023\n"
)
BASES = "Căn cứ:\n  - Mã: mot\n    Tên: Quyết định một\n  - Mã: hai\n    Tên: Quyết định hai\n"


def loaded(text: str) -> tuple[Report, tuple[Problem, ...]]:
    node, problems = read(text.encode(), "x.yml")
    assert node
    assert PLACE
    assert PERIOD
    found = report_of(node, PLACE, period=PERIOD, catalogue=CATALOGUE)
    return found.value, hinted((*problems, *found.problems))


def report(text: str) -> Report:
    found, problems = loaded(text)
    assert [problem.line() for problem in problems] == []
    return found


def codes(text: str) -> list[str]:
    return [problem.code for problem in loaded(text)[1]]


def figures(lines: str, *, sources: str = SOURCE) -> str:
    """A file with lines about the district level."""
    return f"{sources}Số liệu:\n  Cấp huyện:\n" + "".join(f"    {line}\n" for line in lines.split("\n"))


def targets(lines: str, *, bases: str = "") -> str:
    return f"{SOURCE}{bases}Chỉ tiêu:\n  Cấp huyện:\n" + "".join(f"    {line}\n" for line in lines.split("\n"))


# Figures


@pytest.mark.parametrize("text", ["6 tháng đầu năm 2023", "trong 6 tháng đầu năm 2023", "6 tháng năm 2023"])
def test_a_time_that_is_the_files_own_is_said_once(text: str):
    (figure,) = report(figures(f"Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Tính đến: {text}")).figures

    assert figure.as_of is None


def test_what_a_figure_counts_until_now_ends_when_its_own_source_was_published():
    of_newspaper = "Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: bao\n  Tính đến: từ 01/05/2023 đến nay"
    (figure,) = report(figures(of_newspaper, sources=SOURCES)).figures

    assert figure.as_of
    assert (figure.as_of.start, figure.as_of.end, figure.as_of.end_known) == (
        date(2023, 5, 1),
        date(2023, 6, 21),
        False,
    )


def test_a_rank_may_name_among_whom_and_what_changed():
    lines = "Xếp hạng cải cách hành chính:\n  Giá trị: hạng 3/45\n  Trong số: 45 phường\n  Thay đổi: {}"
    certain, unsure = (
        report(figures(lines.format(change))).figures[0]
        for change in ("tăng 02 bậc so với cùng kỳ", "tăng vượt bậc so với cùng kỳ")
    )

    assert (certain.among, unsure.change, unsure.difference) == ("45 phường", "tăng vượt bậc so với cùng kỳ", None)
    assert certain.difference
    assert (certain.difference.amount.number, certain.difference.grows, certain.difference.year) == (2, False, 2022)


def test_a_short_value_is_a_figure_of_the_only_source():
    (figure,) = report(figures("Hồ sơ tiếp nhận: 1.210")).figures

    assert (figure.text, figure.source.title, figure.slice.label) == ("1.210", "Báo cáo mẫu", "Cấp huyện")
    assert (figure.at.line, figure.at.column) == (6, 22)


def test_a_block_says_more_about_a_value():
    (figure,) = report(
        figures(
            "Tỷ lệ đúng hạn:\n  Giá trị: 96,5%\n  Thay đổi: tăng 1,2%\n  Mẫu số: Hồ sơ trực tuyến\n"
            "  Tính đến: cuối tháng 5/2023\n  Ghi chú: Chưa kể đất đai."
        )
    ).figures

    assert (figure.text, figure.change, figure.note) == ("96,5%", "tăng 1,2%", "Chưa kể đất đai.")
    assert figure.base is CATALOGUE.indicator("Hồ sơ trực tuyến")
    assert figure.as_of
    assert (figure.as_of.name, figure.as_of.end) == ("tính đến cuối tháng 5/2023", date(2023, 5, 31))


def test_a_list_holds_what_sources_print_differently():
    found = report(
        figures(
            "Hồ sơ tiếp nhận:\n  - Giá trị: 15.182\n    Nguồn: bao-cao\n  - Giá trị: gần 15.200\n    Nguồn: bao",
            sources=SOURCES,
        )
    ).figures

    assert [(f.text, f.source.publisher, f.variant) for f in found] == [
        ("15.182", "Ủy ban nhân dân huyện Mẫu", 1),
        ("gần 15.200", "Báo Mẫu", 2),
    ]
    assert [f.id for f in found] == ["cap-huyen-ho-so-tiep-nhan", "cap-huyen-ho-so-tiep-nhan-2"]


def test_names_are_known_without_tone_marks():
    (figure,) = report(f"{SOURCE}So lieu:\n  UBND huyen / dat dai:\n    TONG SO HO SO DA TIEP NHAN: 12\n").figures

    assert (figure.indicator.label, figure.slice.label) == ("Hồ sơ tiếp nhận", "Cấp huyện, Đất đai")


def test_a_rate_without_a_stated_base_has_that_of_its_indicator():
    (figure,) = report(figures("Tỷ lệ đúng hạn: 96,5%")).figures

    assert figure.base is CATALOGUE.indicator("Hồ sơ tiếp nhận")


@pytest.mark.parametrize("state", list(State))
def test_a_state_is_no_value(state: State):
    short = report(figures(f"Hồ sơ tiếp nhận: {state}")).figures
    long = report(figures(f"Hồ sơ tiếp nhận:\n  Trạng thái: {state}")).figures

    assert [figure.value for figure in (*short, *long)] == [state, state]


def test_a_state_is_known_without_its_tone_marks():
    (figure,) = report(figures("Hồ sơ tiếp nhận:\n  Trạng thái: Khong cong bo")).figures

    assert figure.value is State.NOT_PUBLISHED


def test_nothing_is_zero():
    (figure,) = report(figures("Hồ sơ tiếp nhận:\n  Trạng thái: không có")).figures

    assert isinstance(figure.value, Value)
    assert (figure.value.number, figure.value.kind) == (Decimal(0), Kind.COUNT)


def test_a_state_beside_a_value_is_a_problem():
    assert codes(figures("Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Trạng thái: không công bố")) == ["state-and-value"]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("Hồ sơ tiếp nhận: 1.21", "number-ambiguous", 22),
        ("Hồ sơ tiếp nhận: trên 1.21", "number-ambiguous", 27),
        ('Hồ sơ tiếp nhận: "trên 1.21"', "number-ambiguous", 28),
        ("Tỷ lệ đúng hạn: 93.62%", "number-decimal-point", 21),
    ],
)
def test_a_misprint_is_a_problem_at_the_number_itself(line: str, code: str, column: int):
    _, (problem,) = loaded(figures(line))

    assert (problem.code, problem.location.line, problem.location.column) == (code, 6, column)


def test_all_problems_of_a_value_are_told_at_once():
    block = "Tỷ lệ đúng hạn:\n  Giá trị: 93.6%\n  Mẫu số: Cây xanh\n  Tính đến: hôm qua\n  Nguồn: dai"

    assert sorted(codes(figures(block, sources=SOURCES))) == [
        "date-unreadable", "number-decimal-point", "reference-unknown", "unknown-indicator",
    ]  # fmt: skip


def test_a_problem_leaves_out_its_figure_and_no_other():
    found, problems = loaded(figures("Hồ sơ tiếp nhận: 1.21\nHồ sơ trực tuyến: 5"))

    assert ([figure.text for figure in found.figures], len(problems)) == (["5"], 1)


@pytest.mark.parametrize("empty", ["", " []", " {}", " ''"])
def test_a_figure_without_a_value_is_a_problem(empty: str):
    assert codes(figures(f"Hồ sơ tiếp nhận:{empty}")) == ["value-missing"]


@pytest.mark.parametrize(
    ("printed", "highest"),
    [
        ("Điểm cải cách hành chính: 9,9 điểm", None),
        ("Điểm cải cách hành chính: 9,9/18 điểm", 18),
        ("Điểm cải cách hành chính: {Giá trị: '9,9 điểm', Tối đa: 18}", 18),
        ("Điểm cải cách hành chính: {Giá trị: 9/20 điểm, Tối đa: 18}", 20),
        ("Điểm cải cách hành chính: không công bố", None),
        ("Nhiệm vụ hoàn thành: 19/34", None),
    ],
)
def test_the_highest_score_is_what_was_printed_before_what_the_file_says(printed: str, highest: int | None):
    (figure,) = report(figures(printed)).figures

    assert figure.maximum == highest


def test_a_highest_of_what_is_no_score_is_a_problem():
    assert codes(figures("Hồ sơ tiếp nhận: {Giá trị: 12, Tối đa: 18}")) == ["kind-mismatch"]


def test_one_indicator_under_two_of_its_names_is_a_problem():
    assert codes(figures("Hồ sơ tiếp nhận: 12\nTổng số hồ sơ đã tiếp nhận: 13")) == ["duplicate-key"]


def test_one_slice_under_two_of_its_names_is_a_problem():
    text = f"{SOURCE}Số liệu:\n  Cấp xã / Đất đai / Mức độ 3:\n    Hồ sơ tiếp nhận: 1\n  Cấp xã / Mức độ 3 / Đất đai:\n    Hồ sơ tiếp nhận: 2\n"

    assert codes(text) == ["duplicate-key"]


# Sources


def test_a_source_is_told_with_all_it_says():
    (source,) = report(
        "Nguồn:\n  - Tên: Báo cáo mẫu\n    Cơ quan: Ủy ban nhân dân huyện Mẫu\n    Ngày: 20/06/2023\n    Tác giả: Lê Mẫu\n"
        "    Số hiệu: 12/BC-UBND\n    Địa chỉ: https://example.vn/bao-cao?so=12\n    Ghi chú: Bản thảo.\n"
        "Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 12\n"
    ).sources

    assert (source.title, source.publisher, source.published) == (
        "Báo cáo mẫu",
        "Ủy ban nhân dân huyện Mẫu",
        date(2023, 6, 20),
    )
    assert (source.author, source.number, source.note) == ("Lê Mẫu", "12/BC-UBND", "Bản thảo.")
    assert source.address == "https://example.vn/bao-cao?so=12"


def test_a_single_source_needs_no_list():
    assert (
        len(
            report(
                "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Huyện Mẫu\nSố liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 12\n"
            ).sources
        )
        == 1
    )


def test_the_newest_source_dates_the_report():
    assert report(figures("Hồ sơ tiếp nhận:\n  Giá trị: 1\n  Nguồn: bao", sources=SOURCES)).newest_source == date(
        2023, 6, 21
    )


def test_without_a_source_nothing_stands():
    found, problems = loaded("Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 12\n")

    assert ([problem.code for problem in problems], found.figures) == (["source-missing"], ())


@pytest.mark.parametrize("sources", ["Nguồn:\n", "Nguồn: []\n", "Nguồn: Báo Mẫu\n", "Nguồn:\n  -\n"])
def test_a_source_that_says_nothing_is_a_problem(sources: str):
    assert codes(figures("Hồ sơ tiếp nhận: 12", sources=sources)) in (["value-missing"], ["wrong-shape"])


def test_several_sources_need_a_word_which_one_a_figure_is_from():
    assert codes(figures("Hồ sơ tiếp nhận: 12\nHồ sơ trực tuyến:\n  Giá trị: 5\n  Nguồn: bao", sources=SOURCES)) == [
        "reference-missing"
    ]


def test_a_figure_names_its_source_by_a_code_that_is_there():
    assert codes(figures("Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: dai", sources=SOURCES)) == ["reference-unknown"]


def test_a_figure_and_a_target_may_name_several_sources():
    lines = "Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: {}"
    (both,), (twice,) = (
        report(figures(lines.format(ids), sources=SOURCES)).figures for ids in ("[bao-cao, bao]", "[bao, bao]")
    )
    (target,) = report(
        f"{SOURCES}Chỉ tiêu:\n  Cấp huyện:\n    Tỷ lệ đúng hạn:\n      Giá trị: 98%\n      Nguồn:\n        - bao\n        - bao-cao\n"
    ).targets

    assert [source.id for source in both.sources] == ["bao-cao", "bao"]
    assert [source.id for source in twice.sources] == ["bao"]
    assert [source.id for source in target.sources] == ["bao", "bao-cao"]


def test_each_of_several_sources_is_to_be_there():
    text = figures("Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: [dai, bao, vov]", sources=SOURCES)

    assert codes(text) == ["reference-unknown", "reference-unknown"]


def test_what_two_sources_print_until_now_ends_with_the_first_of_them():
    lines = "Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: [bao, bao-cao]\n  Tính đến: từ 01/05/2023 đến nay"
    (figure,) = report(figures(lines, sources=SOURCES)).figures

    assert figure.as_of
    assert figure.as_of.end == date(2023, 6, 20)


def test_one_code_for_two_sources_is_a_problem():
    text = figures("Hồ sơ tiếp nhận:\n  Giá trị: 12\n  Nguồn: bao", sources=SOURCES.replace("bao-cao", "Báo"))

    assert codes(text) == ["id-taken"]


def test_two_sources_may_have_no_code_as_long_as_no_figure_needs_it():
    nameless = SOURCES.replace("Mã: bao-cao\n    ", "").replace("Mã: bao\n    ", "")

    assert codes(f"{nameless}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 12\n") == ["reference-missing"]


@pytest.mark.parametrize("address", ["http://example.vn", "https://example.vn/a/b?c=d#e", "https://xn--h-ngo.vn:8080/"])
def test_a_web_address_is_absolute(address: str):
    assert is_web_address(address)


@pytest.mark.parametrize("address", ["", "example.vn", "//example.vn", "/a", "javascript:alert(1)", "data:text/html,x", "ftp://example.vn",
                                     "https://", "https:example.vn", "http://[::1", 'https://a.vn/"x', "https://a.vn/<x>", "https://a.vn/ b"])  # fmt: skip
def test_anything_else_is_no_web_address(address: str):
    assert not is_web_address(address)


# Targets


def test_a_target_has_its_legal_basis():
    (target,) = report(
        targets("Tỷ lệ đúng hạn: tối thiểu 98%", bases="Căn cứ:\n  - Tên: Quyết định một\n    Ngày: 31/01/2023\n")
    ).targets

    assert target.basis
    assert (target.text, target.basis.title, target.basis.issued) == (
        "tối thiểu 98%",
        "Quyết định một",
        date(2023, 1, 31),
    )


def test_a_target_may_have_no_legal_basis():
    (target,) = report(targets("Tỷ lệ đúng hạn: tối thiểu 98%")).targets

    assert target.basis is None


def test_a_target_may_state_by_when():
    (target,) = report(targets("Tỷ lệ đúng hạn:\n  Giá trị: 100%\n  Thời hạn: thời gian tới")).targets

    assert target.due == "thời gian tới"


def test_several_legal_bases_need_a_word_which_one_sets_a_target():
    assert codes(targets("Tỷ lệ đúng hạn: tối thiểu 98%", bases=BASES)) == ["reference-missing"]


def test_a_target_names_its_legal_basis_by_its_code():
    (target,) = report(targets("Tỷ lệ đúng hạn:\n  Giá trị: tối thiểu 98%\n  Căn cứ: hai", bases=BASES)).targets

    assert target.basis
    assert target.basis.title == "Quyết định hai"


def test_a_legal_basis_that_is_not_there_is_a_problem():
    assert codes(targets("Tỷ lệ đúng hạn:\n  Giá trị: tối thiểu 98%\n  Căn cứ: ba")) == ["reference-unknown"]


def test_a_target_cannot_be_unknown():
    assert codes(targets("Tỷ lệ đúng hạn: chưa có số liệu")) == ["target-without-value"]


def test_a_target_is_one_value():
    assert codes(targets("Tỷ lệ đúng hạn:\n  - Giá trị: 98%\n  - Giá trị: 99%")) == ["wrong-shape"]


# The rest of a report


def test_a_report_may_state_its_true_days_and_name():
    found = report(
        "Kỳ:\n  Tên: Nửa đầu năm 2023\n  Từ: 15/12/2022\n  Đến: 14/06/2023\n" + figures("Hồ sơ tiếp nhận: 12")
    )

    assert (found.period.start, found.period.end) == (date(2022, 12, 15), date(2023, 6, 14))
    assert (found.period.name, found.period.slug) == ("nửa đầu năm 2023", "2023-6-thang")


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("", "tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)"),
        ("Kỳ:\n  Từ: 06/11/2026\n  Đến: 12/11/2026\n", "tuần 46 năm 2026 (từ 06/11 đến 12/11/2026)"),
        ("Kỳ:\n  Đến: 13/11/2026\n", "tuần 46 năm 2026 (từ 09/11 đến 13/11/2026)"),
        ("Kỳ:\n  Tên: Tuần 46/2026\n  Từ: 06/11/2026\n", "tuần 46/2026"),
    ],
)
def test_a_week_is_called_by_the_days_that_it_states(stated: str, name: str):
    week = parse_period("2026-tuan-46")
    node, problems = read((stated + figures("Hồ sơ tiếp nhận: 12")).encode(), "x.yml")
    assert node
    assert PLACE
    assert week
    found = report_of(node, PLACE, period=week, catalogue=CATALOGUE)

    assert (problems, found.value.period.name) == ((), name)


def test_a_period_that_ends_before_it_begins_is_a_problem():
    assert codes("Kỳ:\n  Từ: 15/12/2024\n" + figures("Hồ sơ tiếp nhận: 12")) == ["period-reversed"]


def test_assessments_keep_their_order_and_lines():
    found = report(figures("Hồ sơ tiếp nhận: 12") + "Nhận định:\n  Kết quả: |\n    Một.\n\n    Hai.\n  Tồn tại: Ba.\n")

    assert [(a.heading, a.text) for a in found.assessments] == [("Kết quả", "Một.\n\nHai."), ("Tồn tại", "Ba.")]


def test_a_report_of_targets_alone_is_a_report():
    assert report(targets("Tỷ lệ đúng hạn: tối thiểu 98%")).figures == ()


@pytest.mark.parametrize("rest", ["", "Nhận định:\n  Kết quả: Tốt.\n"])
def test_a_report_without_figures_or_targets_is_a_problem(rest: str):
    assert codes(SOURCE + rest) == ["report-empty"]


@pytest.mark.parametrize("text", ["Số liệu\n", "- Số liệu\n", "[]\n", "12\n"])
def test_a_file_that_is_no_group_is_one_problem(text: str):
    assert codes(text) in (["wrong-shape"], ["value-missing"])


@pytest.mark.parametrize(
    "odd",
    ["Số liệu: 12", "Số liệu: [12]", "Số liệu:", "Số liệu: {}", "Số liệu:\n  Cấp huyện: 12", "Số liệu:\n  Cấp huyện:"],
)
def test_figures_in_an_odd_shape_are_one_problem(odd: str):
    assert codes(f"{SOURCE}{odd}\n") in (["wrong-shape"], ["value-missing"])


# Lines pasted without their spaces

INDENTED = figures("Hồ sơ tiếp nhận: 20\nHồ sơ trực tuyến: 12") + "  Cấp xã:\n    Hồ sơ tiếp nhận: 9\n"


def where_unindented(text: str) -> int | None:
    node, _ = read(text.encode(), "x.yml")
    assert node
    found = unindented(node, CATALOGUE)
    return found and found.location.line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (re.sub(r"(?m)^ +", "", INDENTED), 3),
        (re.sub(r"(?m)^ +(?=[^-])", "", INDENTED), 3),
        (f"{SOURCE}Số liệu:\nCấp huyện:\n  Hồ sơ tiếp nhận: 20\n", 5),
        (f"{SOURCE}Số liệu:\nCấp huyện:\nHồ sơ tiếp nhận: 20\nCấp xã:\nHồ sơ tiếp nhận: 9\n", 5),
        (f"{SOURCE}Số liệu:\n  Cấp huyện:\n  Hồ sơ tiếp nhận: 20\n  Hồ sơ trực tuyến: 12\n", 6),
        (INDENTED, None),
        (f"{SOURCE}Nhận định:\nSố liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 20\n", None),
        (figures("Hồ sơ tiếp nhận:\nHồ sơ trực tuyến: 12"), None),
    ],
)
def test_lines_without_their_spaces_are_told_once_where_they_begin(text: str, line: int | None):
    assert where_unindented(text) == line
