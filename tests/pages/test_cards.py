"""A few figures in large, and what may be said beside them."""

from dataclasses import replace

import pytest
from making import (
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    DONE,
    EARLY_RATE,
    LAND,
    LATE,
    ONLINE,
    RECEIVED,
    RESOLVED,
    WHOLE,
    archive,
    figure,
    page_of,
    period,
    report,
    target,
)
from shipped import shipped

from bantin.model import Catalogue, Figure, Question, Report, answers_of
from bantin.model.archive import Archive
from bantin.pages import Doubts, doubts_by_file, plans_of
from bantin.pages.cards import Card, cards_of, said_once
from bantin.pages.words import card_remarks, grown
from bantin.problems import Problem

NOBODY: Doubts = {}


def cards(*figures: Figure, before: Report | None = None, doubts: Doubts = NOBODY) -> tuple[Card, ...]:
    now = report(*figures)
    return cards_of([now], archive(*([before] if before else []), now), doubts, at=now.period)


def changes(*pairs: tuple[Figure, Figure], doubts: Doubts = NOBODY) -> list[str]:
    before = report(*(old for old, _ in pairs), when="2022-6-thang")
    found = cards(*(new for _, new in pairs), before=before, doubts=doubts)
    return [grown(card.change) if card.change else "" for card in found]


def test_cards_show_main_figures_once_each_as_they_were_printed():
    found = cards(
        figure(RECEIVED, "1.210"),
        figure(RECEIVED, "400", COMMUNE_LEVEL),
        figure(ONLINE, "1.000"),
        figure(RESOLVED, "gần 9.000"),
    )

    assert [(card.label, card.value, card_remarks(card)) for card in found] == [
        ("Hồ sơ tiếp nhận", "1.210", ""),
        ("Hồ sơ giải quyết", "gần 9.000", ""),
    ]


def test_of_which_offices_all_cards_are_is_said_once_and_of_the_whole_place_never():
    whole = replace(WHOLE, is_whole=True)
    of_all = cards(figure(RECEIVED, "5", whole), figure(RESOLVED, "4", whole))
    of_one = cards(figure(RECEIVED, "5"), figure(RESOLVED, "4"))
    apart = cards(figure(RECEIVED, "5"), figure(RESOLVED, "4", COMMUNE_LEVEL))

    assert [card_remarks(card) for card in (*of_all, *of_one)] == ["", "", "", ""]
    assert [said_once(found) for found in (of_all, of_one, apart)] == ["", "Cấp huyện", ""]
    assert [card_remarks(card) for card in apart] == ["Cấp huyện", "Cấp xã"]


def test_one_figure_alone_stands_in_its_lead():
    assert cards(figure(RECEIVED, "5"), figure(LATE, "không công bố")) == ()


def test_one_office_of_several_is_no_summary():
    split = [figure(what, "5", DISTRICT_LEVEL, at) for what in (RECEIVED, RESOLVED) for at in (LAND, CIVIL)]

    assert cards(*split) == ()
    assert len(cards(*split[::2])) == 2


def of_lists(lists: Catalogue, *labels: str) -> tuple[Card, ...]:
    known = [found for label in labels if (found := lists.indicator(label))]
    now = report(*(figure(one, "5%" if one.is_share else "5") for one in dict.fromkeys(known)))
    return cards_of([now], Archive(lists, (now,)), NOBODY, at=now.period)


def test_what_readers_ask_first_comes_first_and_no_more_than_five_are_shown():
    lists = shipped()
    first = ("Hồ sơ tiếp nhận", "Tỷ lệ đúng hạn", "Hồ sơ trễ hạn, quá hạn", "Thủ tục hành chính")
    others = [one.label for one in lists.indicators.values() if one.phrase and one.unit == "người"]
    found = of_lists(lists, *others, "Cuộc kiểm tra cải cách hành chính", "Sáng kiến cải cách hành chính", *first)

    assert [card.label for card in found][:4] == [*first]
    assert len(found) == 5


def test_the_lists_say_what_is_asked_first_without_a_mark_of_its_own():
    found = answers_of(shipped())

    assert {id for id, question in found.items() if question is Question.PROCEDURES} == {"thu-tuc-hanh-chinh"}
    assert found["ho-so-tiep-nhan"] is found["ho-so-da-giai-quyet"] is Question.DOSSIERS
    assert found["ty-le-dung-han"] is found["ho-so-giai-quyet-truoc-han"] is Question.ON_TIME
    assert found["ho-so-tre-han-qua-han"] is found["ty-le-tre-hen"] is Question.LATE
    assert "ty-le-ho-so-tiep-nhan-truc-tuyen" not in found


def test_a_card_says_what_its_figure_was_a_year_before_and_by_how_much_it_grew():
    found = changes(
        (figure(RECEIVED, "1.090"), figure(RECEIVED, "1.210")),
        (figure(LATE, "7"), figure(LATE, "7")),
        (figure(EARLY_RATE, "92,93%", base=RECEIVED), figure(EARLY_RATE, "90,58%", base=RECEIVED)),
    )

    assert found == [
        "tăng 120 hồ sơ so với cùng kỳ năm trước (1.090)",
        "bằng cùng kỳ năm trước (7)",
        "giảm 2,35 điểm phần trăm so với cùng kỳ năm trước (92,93%)",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (figure(RECEIVED, "gần 1.000"), figure(RECEIVED, "1.210")),
        (figure(EARLY_RATE, "92,9%", base=RECEIVED), figure(EARLY_RATE, "90,58%", base=RECEIVED)),
        (figure(EARLY_RATE, "92,93%"), figure(EARLY_RATE, "90,58%")),
        (figure(DONE, "12/34"), figure(DONE, "19/34")),
    ],
)
def test_nothing_is_computed_of_words_of_other_digits_or_of_a_base_that_nobody_stated(old: Figure, new: Figure):
    others = figure(RESOLVED, "5"), figure(LATE, "1")
    now, then = report(new, *others, targets=(target(DONE, "tối thiểu 30"),)), report(old, when="2022-6-thang")
    found = cards_of([now], archive(then, now), NOBODY, at=now.period)

    assert [grown(card.change) for card in found if card.change] == [f"cùng kỳ năm trước: {old.text}"]


def test_nothing_is_computed_of_what_is_doubted_then_or_now():
    old, new, other = figure(RECEIVED, "1.090"), figure(RECEIVED, "1.210"), figure(RESOLVED, "5")
    for at, told in ((old.at, ""), (new.at, "cùng kỳ năm trước: 1.090")):
        doubts = doubts_by_file([Problem(at, "sum-differs", "…", warning=True)])
        found = changes((old, new), (figure(LATE, "2"), other), doubts=doubts)
        assert found == [told, ""]


def test_where_the_source_tells_a_change_or_prints_a_fact_twice_we_tell_none():
    old, other = figure(RECEIVED, "1.090"), (figure(LATE, "2"), figure(LATE, "2"))
    again = figure(RECEIVED, "1.090", variant=2)
    then = report(old, again, figure(LATE, "2"), when="2022-6-thang")

    told = cards(
        figure(RECEIVED, "1.210", change="tăng 10%"), other[1], before=report(old, other[0], when="2022-6-thang")
    )
    assert (told[0].change, card_remarks(told[0])) == (None, "Tăng 10%")
    assert [card.change for card in cards(figure(RECEIVED, "1.210"), figure(RESOLVED, "5"), before=then)] == [
        None,
        None,
    ]


def test_a_card_says_its_target_and_whether_it_is_met():
    now = report(figure(EARLY_RATE, "90,58%"), figure(RECEIVED, "trên 900"))
    plan = report(when="2023", targets=(target(EARLY_RATE, "tối thiểu 95%"), target(RECEIVED, "tối thiểu 1.000")))
    found = cards_of([now], archive(plan, now), NOBODY, at=now.period)

    assert [(card.label, card.target and card.target.text, card.verdict) for card in found] == [
        ("Hồ sơ tiếp nhận", "tối thiểu 1.000", "chua-ro"),
        ("Tỷ lệ trước hạn", "tối thiểu 95%", "chua-dat"),
    ]


def test_a_card_names_its_time_where_the_page_is_of_another():
    now = report(figure(RECEIVED, "5"), figure(RESOLVED, "4", as_of=period("2023-quy-1")))

    assert [card_remarks(card) for card in cards_of([now], archive(now), NOBODY, at=now.period)] == [
        "",
        "Quý I năm 2023",
    ]


def test_a_bulletin_rests_on_what_its_cards_compare_with():
    then, now = (
        report(figure(RECEIVED, "1.090"), when="2022-6-thang"),
        report(figure(RECEIVED, "1.210"), figure(LATE, "7")),
    )
    plan_of_year = report(when="2023", targets=(target(LATE, "tối đa 5"),))
    known = archive(then, plan_of_year, now)
    plan = next(plan for plan in plans_of(known.outline, known.catalogue) if plan.path == now.path)
    shown = plan.make(plan.part_of(known), {}).facts["cards"]

    assert [bool(card.change or card.target) for card in shown] == [True, True]
    assert shown == page_of(known, now.path).facts["cards"]
