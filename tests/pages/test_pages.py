"""Which pages there are and what they say."""

from making import (
    CATALOGUE,
    DISTRICT,
    EARLY_RATE,
    LATE,
    RECEIVED,
    archive,
    figure,
    pages_of,
    report,
    target,
)

from bantin.model.reports import Report
from bantin.pages.comparisons import Comparison
from bantin.pages.page import Page
from bantin.places.unit import Unit


def page(path: str, *reports: Report) -> Page:
    return next(page for page in pages_of(archive(*reports), []) if page.path == path)


def place(*reports: Report) -> Page:
    return page(DISTRICT.path, *reports)


def compared(*reports: Report) -> list[Comparison]:
    found = place(*reports).values["comparisons"]
    assert isinstance(found, list)
    return found


def test_every_province_of_both_eras_has_a_page_and_places_without_files_have_none():
    paths = {page.path for page in pages_of(archive(), [])}

    assert {"an-giang", "kien-giang", "gia-lai", "ba-ria-vung-tau"} <= paths
    assert DISTRICT.path not in paths
    assert {f"chi-so/{id}" for id in CATALOGUE.indicators} <= paths


def test_a_figure_is_compared_with_the_same_stretch_of_the_year_before():
    rows = compared(report(figure(RECEIVED, "5"), when="2022-6-thang"), report(figure(RECEIVED, "6")))

    assert [(row.cell.text, row.before) for row in rows] == [("6", "5")]


def test_half_a_year_is_not_compared_with_a_year_and_the_page_says_so():
    found = place(report(figure(RECEIVED, "5"), when="2022"), report(figure(RECEIVED, "6")))

    assert [
        row.before for row in compared(report(figure(RECEIVED, "5"), when="2022"), report(figure(RECEIVED, "6")))
    ] == [""]
    assert any("cùng kỳ năm trước" in remark and "năm 2022" in remark for remark in found.values["remarks"])


def test_rates_on_different_bases_are_not_compared():
    before = report(figure(EARLY_RATE, "90%", base=RECEIVED), when="2022-6-thang")

    assert compared(before, report(figure(EARLY_RATE, "91%")))[0].before == ""
    assert compared(before, report(figure(EARLY_RATE, "91%", base=RECEIVED)))[0].before == "90%"


def verdict(result: str, aim: str) -> str:
    plan = report(when="2023", targets=(target(EARLY_RATE, aim),))
    return compared(plan, report(figure(EARLY_RATE, result)))[0].verdict


def test_a_target_is_met_missed_or_not_known():
    assert verdict("98%", "tối thiểu 98%") == "đạt"
    assert verdict("97,9%", "tối thiểu 98%") == "chưa đạt"
    assert verdict("từ 70% trở lên", "tối thiểu 80%") == "chưa rõ"
    assert verdict("80%", "trên 80%") == "chưa đạt"
    assert verdict("không công bố", "tối thiểu 98%") == "chưa rõ"


def test_a_target_of_another_year_or_time_says_nothing_of_this_figure():
    other_year = report(when="2022", targets=(target(EARLY_RATE, "98%"),))
    some_day = report(when="2023", targets=(target(EARLY_RATE, "98%", due="thời gian tới"),))

    assert compared(other_year, report(figure(EARLY_RATE, "90%")))[0].verdict == ""
    assert compared(some_day, report(figure(EARLY_RATE, "90%")))[0].verdict == ""


def test_a_place_with_targets_alone_says_why_nothing_is_compared():
    plan = report(when="2023", targets=(target(EARLY_RATE, "98%"),))

    assert place(plan).values["remarks"] == [
        "Nơi này mới công bố chỉ tiêu, chưa công bố kết quả nên chưa có gì để so với chỉ tiêu."
    ]


def test_history_holds_what_several_periods_published_newest_first():
    rows = place(report(figure(RECEIVED, "5"), figure(LATE, "1"), when="2022"), report(figure(RECEIVED, "6"))).values[
        "history"
    ]

    assert [(row.label, row.texts) for row in rows] == [("Hồ sơ tiếp nhận", ("6", "5"))]


def test_an_ended_place_is_marked_and_leads_to_what_came_after():
    found = place(report(figure(RECEIVED, "5")))

    assert found.title == "Huyện Vĩnh Thuận (cũ)"
    assert [link.path for link in found.values["province_today"]] == ["an-giang/"]


def test_an_indicator_that_nobody_published_still_has_its_page():
    found = page("chi-so/ho-so-tre-han")

    assert (found.values["published"], found.values["aims"]) == ([], [])
    assert isinstance(DISTRICT, Unit)


def test_shares_with_targets_are_drawn_against_them():
    plan = report(when="2023", targets=(target(EARLY_RATE, "tối thiểu 98%"),))
    chart = place(plan, report(figure(EARLY_RATE, "90%"), figure(RECEIVED, "5"))).values["progress"]

    assert [(bar.text, bar.width, bar.mark, bar.tone) for bar in chart.bars] == [("90%", "252.00", "274.40", "xau")]
    assert place(plan, report(figure(EARLY_RATE, "trên 95%"))).values["progress"] is None
