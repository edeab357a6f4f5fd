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

from bantin.model.indicators import Slice, joined
from bantin.model.reports import Figure
from bantin.pages.tables import Table, tables_of
from bantin.pages.words import caption, note, portion, remarks
from bantin.problems import Problem
from bantin.reading.times import parse_as_of


def tables(*figures: Figure, doubts: tuple[Problem, ...] = ()) -> list[Table]:
    areas = tables_of(report(*figures), CATALOGUE, doubted={doubt.location for doubt in doubts})
    return [table for area in areas for table in area.tables]


def test_indicators_stand_in_the_order_of_the_catalogue():
    (table,) = tables(figure(RESOLVED, "5"), figure(RECEIVED, "6"))

    assert [cell.figure.indicator.label for cell in table.cells] == ["Hồ sơ tiếp nhận", "Hồ sơ giải quyết"]
    assert note(table) == "Đơn vị tính: hồ sơ; 6 tháng đầu năm 2023"


def test_members_of_a_breakdown_make_a_cross_table_with_bars():
    (table,) = tables(
        figure(RECEIVED, "10", DISTRICT_LEVEL, LAND),
        figure(RECEIVED, "5", DISTRICT_LEVEL, CIVIL),
        figure(RESOLVED, "4", DISTRICT_LEVEL, LAND),
    )

    assert [row.member.label for row in table.rows] == ["Đất đai", "Hộ tịch"]
    assert [cell.figure.text if cell else "" for row in table.rows for cell in row.cells] == ["10", "4", "5", ""]
    assert [row.bar for row in table.rows] == [100, 50]


def test_several_members_together_are_a_row_with_their_names_and_no_bar():
    both = joined([LAND, CIVIL])
    (table,) = tables(
        figure(RECEIVED, "10", DISTRICT_LEVEL, LAND),
        figure(RECEIVED, "15", DISTRICT_LEVEL, both),
        figure(RECEIVED, "5", DISTRICT_LEVEL, CIVIL),
    )

    assert [row.member.label for row in table.rows] == ["Đất đai", "Đất đai và Hộ tịch", "Hộ tịch"]
    assert [row.bar for row in table.rows] == [100, 0, 50]
    assert caption(tables(figure(RECEIVED, "15", DISTRICT_LEVEL, both))[0]) == "Cấp huyện, Đất đai và Hộ tịch"


def bars(*texts: str) -> list[int]:
    members = [replace(LAND, id=f"linh-vuc-{number}", label=f"Lĩnh vực {number}") for number, _ in enumerate(texts)]
    (table,) = tables(*(figure(RECEIVED, text, DISTRICT_LEVEL, one) for one, text in zip(members, texts, strict=True)))
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

    assert [caption(table) for table in tables(*figures)] == ["Toàn thành phố", "Toàn thành phố, theo lĩnh vực"]


def test_figures_of_one_slice_make_one_table_wherever_they_stand():
    found = tables(
        figure(RECEIVED, "10"),
        figure(RECEIVED, "4", COMMUNE_LEVEL),
        figure(RECEIVED, "7", DISTRICT_LEVEL, LAND),
        figure(RESOLVED, "6"),
    )

    assert [(caption(table), len(table.cells)) for table in found] == [
        ("Cấp huyện", 2),
        ("Cấp huyện, Đất đai", 1),
        ("Cấp xã", 1),
    ]


def test_one_member_alone_stays_a_list():
    (table,) = tables(figure(RECEIVED, "10", DISTRICT_LEVEL, LAND))

    assert caption(table) == "Cấp huyện, Đất đai"
    assert table.cells


def test_shares_of_one_stated_base_make_a_bar():
    (table,) = tables(
        figure(RECEIVED, "1.210"),
        figure(EARLY_RATE, "90,58%", base=RECEIVED),
        figure(LATE_RATE, "0,58%", base=RECEIVED),
    )

    assert table.chart
    assert [(part.text, part.width, part.tone) for part in table.chart.segments] == [
        ("90,58%", "90.58", "tot"),
        ("0,58%", "2", "xau"),  # as wide as is seen
    ]


def test_shares_whose_base_nobody_stated_make_no_bar():
    (table,) = tables(figure(EARLY_RATE, "90,58%"), figure(LATE_RATE, "0,58%"))

    assert table.chart is None


def test_parts_that_do_not_make_their_total_make_no_bar():
    whole = [figure(RECEIVED, "1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506")]

    assert tables(*whole)[0].chart
    assert tables(figure(RECEIVED, "1.094"), *whole[1:])[0].chart is None


def test_a_doubted_figure_is_marked_and_no_other():
    doubted, sound = figure(RECEIVED, "5"), figure(RESOLVED, "5")
    (table,) = tables(doubted, sound, doubts=(Problem(doubted.at, "sum-differs", "…", warning=True),))

    assert [cell.doubted for cell in table.cells] == [True, False]


def test_a_state_in_words_has_no_unit():
    (table,) = tables(figure(RECEIVED, "không công bố"))

    assert (table.cells[0].figure.text, table.cells[0].figure.is_state) == ("không công bố", True)
    assert note(table) == "6 tháng đầu năm 2023"


def test_a_rate_says_the_base_its_source_stated():
    (table,) = tables(figure(EARLY_RATE, "90,58%", base=RECEIVED))

    assert remarks(table.cells[0]) == ("trên số hồ sơ tiếp nhận",)


def test_a_rank_says_among_whom_where_its_source_does():
    (table,) = tables(figure(RECEIVED, "3", among="45 phường", note="Xếp chung."))

    assert remarks(table.cells[0]) == ("trong số 45 phường", "Xếp chung.")


def test_k_of_n_is_shown_as_its_own_share_and_not_as_a_share_of_a_larger_total():
    whole, part = figure(DONE, "67", WHOLE), figure(DONE, "43/173", DISTRICT_LEVEL)
    cells = [cell for table in tables(whole, part, figure(DONE, "24", COMMUNE_LEVEL)) for cell in table.cells]

    assert [cell.derived.text if cell.derived else "" for cell in cells] == ["", "24,86%", ""]


def test_a_rate_without_a_base_names_the_only_one_it_fits():
    (table,) = tables(figure(ONLINE_RATE, "54,3%"), figure(ONLINE, "543"), figure(RECEIVED, "1.000"))
    (both,) = tables(
        figure(ONLINE_RATE, "54,3%"), figure(ONLINE, "543"), figure(RECEIVED, "1.000"), figure(DUE, "1.000")
    )

    assert [text for cell in table.cells for text in remarks(cell)] == [
        "khớp khi chia cho số hồ sơ tiếp nhận; nguồn không nêu mẫu số"
    ]
    assert [text for cell in both.cells for text in remarks(cell)] == []


def test_a_score_says_its_maximum_where_its_text_does_not():
    (own,) = tables(figure(SCORE, "8,1 điểm"))
    (stated,) = tables(figure(SCORE, "8,1 điểm", highest=Decimal(12)))
    (printed,) = tables(figure(SCORE, "8,1/12 điểm"))

    found = [remarks(table.cells[0]) for table in (own, stated, printed)]
    assert found == [("tối đa 10 điểm",), ("tối đa 12 điểm",), ()]


def test_a_table_says_once_the_time_that_all_its_figures_share():
    later = parse_as_of("cuối tháng 7/2023")
    (table,) = tables(figure(RECEIVED, "5", as_of=later), figure(RESOLVED, "4", as_of=later))
    (mixed,) = tables(figure(RECEIVED, "5"), figure(RESOLVED, "4", as_of=later))

    assert (note(table), remarks(table.cells[0])) == ("Đơn vị tính: hồ sơ; tính đến cuối tháng 7/2023", ())
    assert (note(mixed), remarks(mixed.cells[1])) == (
        "Đơn vị tính: hồ sơ; 6 tháng đầu năm 2023",
        ("tính đến cuối tháng 7/2023",),
    )


def test_a_time_that_a_figure_states_again_is_not_said_again():
    again = figure(RESOLVED, "4", as_of=parse_as_of("09/12/2021"))
    found = report(figure(RECEIVED, "5"), again, when="den-2021-12-09")
    ((table,),) = (area.tables for area in tables_of(found, CATALOGUE, doubted=()))

    assert (note(table), [remarks(cell) for cell in table.cells]) == (
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
    (table,) = tables(*rates, received, silent, doubts=(doubt,))

    assert {(portion(note.portion), note.doubted, remarks(note)) for note in table.notes} == {
        ("Tỷ lệ trước hạn", False, ("trên số hồ sơ tiếp nhận",)),
        ("Tỷ lệ trước hạn (Hộ tịch)", True, ()),
        ("Hồ sơ tiếp nhận", False, ("Gồm hồ sơ cũ.",)),
    }
