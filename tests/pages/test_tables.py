"""Figures as tables and charts."""

from dataclasses import replace
from decimal import Decimal

from making import (
    CATALOGUE,
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    DONE,
    DUE,
    EARLY_RATE,
    FIELDS,
    IN_PERSON,
    LAND,
    LATE_RATE,
    ONLINE,
    ONLINE_RATE,
    RECEIVED,
    RESOLVED,
    SCORE,
    WHOLE,
    figure,
    report,
)
from shipped import shipped

from bantin.model.indicators import Indicator, Slice, joined
from bantin.model.reports import Figure
from bantin.pages.columns import columns_of
from bantin.pages.tables import AreaTables, Matrix, Table, tables_of
from bantin.pages.words import caption, group_note, note, portion, remarks
from bantin.problems import Problem
from bantin.reading.times import parse_as_of


def areas(*figures: Figure, doubts: tuple[Problem, ...] = ()) -> tuple[AreaTables, ...]:
    return tables_of(report(*figures), CATALOGUE, doubted={doubt.location for doubt in doubts})


def listed(*figures: Figure, doubts: tuple[Problem, ...] = ()) -> Table:
    (area,) = areas(*figures, doubts=doubts)
    assert area.list
    return area.list


def matrix(*figures: Figure, doubts: tuple[Problem, ...] = ()) -> Matrix:
    (area,) = areas(*figures, doubts=doubts)
    (found,) = area.matrices
    return found


def test_indicators_stand_in_the_order_of_the_catalogue():
    table = listed(figure(RESOLVED, "5"), figure(RECEIVED, "6"))

    assert [cell.figure.indicator.label for cell in table.every_cell] == ["Hồ sơ tiếp nhận", "Hồ sơ giải quyết"]
    assert note(table) == "Đơn vị tính: hồ sơ; 6 tháng đầu năm 2023"


def test_members_of_a_breakdown_make_a_cross_table_with_bars():
    table = matrix(
        figure(RECEIVED, "10", DISTRICT_LEVEL, LAND),
        figure(RECEIVED, "5", DISTRICT_LEVEL, CIVIL),
        figure(RESOLVED, "4", DISTRICT_LEVEL, LAND),
    )

    assert [row.member.label for row in table.rows] == ["Đất đai", "Hộ tịch"]
    assert [cell.figure.text if cell else "" for row in table.rows for cell in row.cells] == ["10", "4", "5", ""]
    assert [row.bar for row in table.rows] == [100, 50]


def test_several_members_together_are_a_row_with_their_names_and_no_bar():
    both = joined([LAND, CIVIL])
    table = matrix(
        figure(RECEIVED, "10", DISTRICT_LEVEL, LAND),
        figure(RECEIVED, "15", DISTRICT_LEVEL, both),
        figure(RECEIVED, "5", DISTRICT_LEVEL, CIVIL),
    )

    assert [row.member.label for row in table.rows] == ["Đất đai", "Đất đai và Hộ tịch", "Hộ tịch"]
    assert [row.bar for row in table.rows] == [100, 0, 50]
    assert caption(listed(figure(RECEIVED, "15", DISTRICT_LEVEL, both))) == "Cấp huyện, Đất đai và Hộ tịch"


def bars(*texts: str) -> list[int]:
    members = [replace(LAND, id=f"linh-vuc-{number}", label=f"Lĩnh vực {number}") for number, _ in enumerate(texts)]
    table = matrix(*(figure(RECEIVED, text, DISTRICT_LEVEL, one) for one, text in zip(members, texts, strict=True)))
    return [row.bar for row in table.rows]


def test_the_bar_of_a_small_figure_is_seen_and_that_of_none_is_not():
    assert bars("1.000", "1", "0") == [100, 1, 0]
    assert bars("0", "0") == [0, 0]
    assert bars("không công bố", "5", "10") == [0, 50, 100]
    assert bars("không công bố", "5") == [0, 0]  # one bar compares nothing
    assert [sum(map(bool, bars(*["5"] * count))) for count in (12, 13)] == [12, 0]


def test_a_table_is_called_as_the_place_calls_its_scope():
    at_city = Slice(replace(WHOLE, labels=(("thành phố", "Toàn thành phố"),))).at("thành phố")
    of_fields = [replace(at_city, members=(member,)) for member in (LAND, CIVIL)]
    figures = [replace(figure(RECEIVED, "10"), slice=within) for within in (at_city, *of_fields)]

    assert [caption(table) for area in areas(*figures) for table in area.tables] == [
        "Toàn thành phố",
        "Toàn thành phố, theo lĩnh vực",
    ]


def test_figures_of_one_slice_are_one_group_wherever_they_stand():
    table = listed(
        figure(RECEIVED, "10"),
        figure(RECEIVED, "4", COMMUNE_LEVEL),
        figure(RECEIVED, "7", DISTRICT_LEVEL, LAND),
        figure(RESOLVED, "6"),
    )

    assert [(group.slice.label, len(group.cells)) for group in table.groups] == [
        ("Cấp huyện", 2),
        ("Cấp huyện, Đất đai", 1),
        ("Cấp xã", 1),
    ]
    assert caption(table) == "Cải cách thủ tục hành chính"


def test_what_is_split_stands_after_all_that_is_not():
    split = [figure(RECEIVED, "5", DISTRICT_LEVEL, member) for member in (LAND, CIVIL)]
    (area,) = areas(figure(RECEIVED, "10"), *split, figure(RECEIVED, "4", COMMUNE_LEVEL))

    assert [caption(table) for table in area.tables] == ["Cải cách thủ tục hành chính", "Cấp huyện, theo lĩnh vực"]
    assert [cell.figure.text for cell in area.every_cell] == ["10", "4", "5", "5"]


def test_a_group_says_its_unit_and_time_where_its_table_does_not():
    later = parse_as_of("cuối tháng 7/2023")
    alike = listed(figure(RECEIVED, "10"), figure(RECEIVED, "4", COMMUNE_LEVEL))
    apart = listed(figure(RECEIVED, "10"), figure(DONE, "4", COMMUNE_LEVEL, as_of=later))

    assert note(alike) == "Đơn vị tính: hồ sơ; 6 tháng đầu năm 2023"
    assert [group_note(alike, group) for group in alike.groups] == ["", ""]
    assert note(apart) == "6 tháng đầu năm 2023"
    assert [group_note(apart, group) for group in apart.groups] == [
        "Đơn vị tính: hồ sơ",
        "Đơn vị tính: nhiệm vụ; tính đến cuối tháng 7/2023",
    ]


def test_a_chart_says_of_which_group_it_is():
    parts = [figure(what, text) for what, text in ((RECEIVED, "1.049"), (ONLINE, "543"), (IN_PERSON, "506"))]
    (chart,) = listed(*parts, figure(RECEIVED, "4", COMMUNE_LEVEL)).charts

    assert chart.title == "Cấp huyện: hồ sơ tiếp nhận: 1.049"
    assert listed(*parts).charts[0].title == "Hồ sơ tiếp nhận: 1.049"


def form(*labels: str) -> list[Indicator]:
    return [found for label in labels if (found := shipped().indicator(label))]


FORM_06 = form(
    "Hồ sơ phải giải quyết", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ kỳ trước chuyển sang", "Hồ sơ đã giải quyết",
    "Hồ sơ giải quyết trước hạn", "Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết quá hạn", "Hồ sơ đang giải quyết",
)  # fmt: skip


def test_the_columns_of_the_form_stand_under_its_heads():
    found = columns_of(FORM_06, shipped())

    assert [(head.label, len(head.indicators)) for head in found.heads] == [
        ("Tiếp nhận", 3),
        ("Đã giải quyết", 4),
        ("Đang giải quyết", 1),
    ]
    assert found.labels[:3] == ("Tổng số", "Trực tuyến", "Từ kỳ trước")


def test_beside_a_column_that_is_not_of_the_form_every_column_says_its_whole_name():
    found = columns_of([*FORM_06, *form("Hồ sơ tiếp nhận")], shipped())

    assert found.heads == ()
    assert found.labels == tuple(indicator.label for indicator in found.indicators)


def test_a_narrow_screen_shows_the_columns_that_answer_first():
    wide = columns_of(FORM_06, shipped())

    assert [indicator.label for indicator in wide.indicators if indicator in wide.shown] == [
        "Hồ sơ phải giải quyết",
        "Hồ sơ giải quyết trước hạn",
        "Hồ sơ giải quyết đúng hạn",
        "Hồ sơ giải quyết quá hạn",
    ]
    assert columns_of(FORM_06[:4], shipped()).shown == frozenset(FORM_06[:4])


def test_columns_that_stand_aside_are_counted_with_those_of_computed_shares():
    labels = dict(zip((one.id for one in FORM_06), (100, 60, 40, 90, 50, 30, 10, 10), strict=True))
    figures = [figure(one, str(labels[one.id]), DISTRICT_LEVEL, member) for one in FORM_06 for member in (LAND, CIVIL)]
    (area,) = tables_of(report(*figures), replace(shipped(), breakdowns=(FIELDS,)), doubted=())
    (table,) = area.matrices
    shown = [1, *(n for n in range(2, 2 + len(FORM_06) + len(table.derived)) if n not in table.aside)]

    assert table.derived
    assert len(shown) == 5
    assert sum(width for _, width in table.heads) == len(FORM_06) + len(table.derived)


def test_one_member_alone_stays_a_list():
    table = listed(figure(RECEIVED, "10", DISTRICT_LEVEL, LAND))

    assert caption(table) == "Cấp huyện, Đất đai"
    assert table.every_cell


def test_shares_of_one_stated_base_make_a_bar():
    table = listed(
        figure(RECEIVED, "1.210"),
        figure(EARLY_RATE, "90,58%", base=RECEIVED),
        figure(LATE_RATE, "0,58%", base=RECEIVED),
    )

    assert [(part.text, part.width, part.tone) for part in table.charts[0].segments] == [
        ("90,58%", "90.58", "tot"),
        ("0,58%", "2", "xau"),  # as wide as is seen
    ]


def test_shares_whose_base_nobody_stated_make_no_bar():
    table = listed(figure(EARLY_RATE, "90,58%"), figure(LATE_RATE, "0,58%"))

    assert not table.charts


def test_parts_that_do_not_make_their_total_make_no_bar():
    whole = [figure(RECEIVED, "1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506")]

    assert listed(*whole).charts
    assert not listed(figure(RECEIVED, "1.094"), *whole[1:]).charts


def test_a_doubted_figure_is_marked_and_no_other():
    doubted, sound = figure(RECEIVED, "5"), figure(RESOLVED, "5")
    table = listed(doubted, sound, doubts=(Problem(doubted.at, "sum-differs", "…", warning=True),))

    assert [cell.doubted for cell in table.every_cell] == [True, False]


def test_a_state_in_words_has_no_unit():
    table = listed(figure(RECEIVED, "không công bố"))

    assert (table.every_cell[0].figure.text, table.every_cell[0].figure.is_state) == ("không công bố", True)
    assert note(table) == "6 tháng đầu năm 2023"


def test_a_rate_says_the_base_its_source_stated():
    table = listed(figure(EARLY_RATE, "90,58%", base=RECEIVED))

    assert remarks(table.every_cell[0]) == ("trên số hồ sơ tiếp nhận",)


def test_a_rank_says_among_whom_where_its_source_does():
    table = listed(figure(RECEIVED, "3", among="45 phường", note="Xếp chung."))

    assert remarks(table.every_cell[0]) == ("trong số 45 phường", "Xếp chung.")


def test_k_of_n_is_shown_as_its_own_share_and_not_as_a_share_of_a_larger_total():
    whole, part = figure(DONE, "67", WHOLE), figure(DONE, "43/173", DISTRICT_LEVEL)
    cells = listed(whole, part, figure(DONE, "24", COMMUNE_LEVEL)).every_cell

    assert [cell.derived.text if cell.derived else "" for cell in cells] == ["", "24,86%", ""]


def test_a_rate_without_a_base_names_the_only_one_it_fits():
    table = listed(figure(ONLINE_RATE, "54,3%"), figure(ONLINE, "543"), figure(RECEIVED, "1.000"))
    both = listed(figure(ONLINE_RATE, "54,3%"), figure(ONLINE, "543"), figure(RECEIVED, "1.000"), figure(DUE, "1.000"))

    assert [text for cell in table.every_cell for text in remarks(cell)] == [
        "khớp khi chia cho số hồ sơ tiếp nhận; nguồn không nêu mẫu số"
    ]
    assert [text for cell in both.every_cell for text in remarks(cell)] == []


def test_a_score_says_its_maximum_where_its_text_does_not():
    own = listed(figure(SCORE, "8,1 điểm"))
    stated = listed(figure(SCORE, "8,1 điểm", highest=Decimal(12)))
    printed = listed(figure(SCORE, "8,1/12 điểm"))

    found = [remarks(table.every_cell[0]) for table in (own, stated, printed)]
    assert found == [("tối đa 10 điểm",), ("tối đa 12 điểm",), ()]


def test_a_table_says_once_the_time_that_all_its_figures_share():
    later = parse_as_of("cuối tháng 7/2023")
    table = listed(figure(RECEIVED, "5", as_of=later), figure(RESOLVED, "4", as_of=later))
    mixed = listed(figure(RECEIVED, "5"), figure(RESOLVED, "4", as_of=later))

    assert (note(table), remarks(table.every_cell[0])) == ("Đơn vị tính: hồ sơ; tính đến cuối tháng 7/2023", ())
    assert (note(mixed), remarks(mixed.every_cell[1])) == (
        "Đơn vị tính: hồ sơ; 6 tháng đầu năm 2023",
        ("tính đến cuối tháng 7/2023",),
    )


def test_a_time_that_a_figure_states_again_is_not_said_again():
    again = figure(RESOLVED, "4", as_of=parse_as_of("09/12/2021"))
    found = report(figure(RECEIVED, "5"), again, when="den-2021-12-09")
    ((table,),) = (area.tables for area in tables_of(found, CATALOGUE, doubted=()))

    assert (note(table), [remarks(cell) for cell in table.every_cell]) == (
        "Đơn vị tính: hồ sơ; tính đến ngày 09/12/2021",
        [(), ()],
    )


def test_a_note_of_a_cross_table_is_said_once_of_all_figures_that_it_is_true_of():
    rates = [
        figure(EARLY_RATE, text, DISTRICT_LEVEL, at, base=RECEIVED) for text, at in (("90%", LAND), ("80%", CIVIL))
    ]
    received = figure(RECEIVED, "10", DISTRICT_LEVEL, LAND, note="Gồm hồ sơ cũ.")
    silent = figure(LATE_RATE, "không công bố", DISTRICT_LEVEL, CIVIL, base=RECEIVED)
    doubt = Problem(rates[1].at, "rate-of-no-count", "…", warning=True)
    table = matrix(*rates, received, silent, doubts=(doubt,))

    assert {(portion(note.portion), note.doubted, remarks(note)) for note in table.notes} == {
        ("Tỷ lệ trước hạn", False, ("trên số hồ sơ tiếp nhận",)),
        ("Tỷ lệ trước hạn (Hộ tịch)", True, ()),
        ("Hồ sơ tiếp nhận", False, ("Gồm hồ sơ cũ.",)),
    }
