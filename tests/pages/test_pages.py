"""Which pages there are and what they say."""

from dataclasses import replace
from itertools import permutations

import pytest
from conftest import Site
from making import (
    CATALOGUE,
    DISTRICT,
    DONE,
    EARLY_RATE,
    LATE,
    LATE_RATE,
    ONLINE,
    RECEIVED,
    RESOLVED,
    SOURCE,
    archive,
    figure,
    page_of,
    period,
    report,
    target,
)

from bantin.model.reports import Figure, Report
from bantin.pages import Doubts
from bantin.pages.comparisons import Comparison, Verdict, comparison, why_not_compared
from bantin.pages.histories import Break
from bantin.pages.page import Page
from bantin.pages.plans import plans_of
from bantin.pages.sentences import plain_text
from bantin.pages.words import sentences
from bantin.places import gazetteer
from bantin.places.unit import Unit
from bantin.problems import Problem
from bantin.reading.times import parse_as_of


def page(path: str, *reports: Report) -> Page:
    return page_of(archive(*reports), path)


def place(*reports: Report) -> Page:
    return page(DISTRICT.path, *reports)


def compared(*reports: Report) -> list[Comparison]:
    found = place(*reports).facts["comparisons"]
    assert isinstance(found, list)
    return found


def text(figure: Figure | None) -> str:
    return figure.text if figure else ""


def remarks(found: Page) -> list[str]:
    return [sentences(remark) for remark in found.facts["remarks"]]


def test_every_province_of_both_eras_has_a_page_and_places_without_files_have_none():
    paths = {plan.path for plan in plans_of(archive().outline, archive().catalogue)}

    assert {"an-giang", "kien-giang", "gia-lai", "ba-ria-vung-tau"} <= paths
    assert DISTRICT.path not in paths
    assert {f"chi-so/{id}" for id in CATALOGUE.indicators} <= paths


def test_a_figure_is_compared_with_the_same_stretch_of_the_year_before():
    rows = compared(report(figure(RECEIVED, "5"), when="2022-6-thang"), report(figure(RECEIVED, "6")))

    assert [(row.figure.text, text(row.before)) for row in rows] == [("6", "5")]


def test_half_a_year_is_not_compared_with_a_year_and_the_page_says_so():
    found = place(report(figure(RECEIVED, "5"), when="2022"), report(figure(RECEIVED, "6")))

    assert [
        row.before for row in compared(report(figure(RECEIVED, "5"), when="2022"), report(figure(RECEIVED, "6")))
    ] == [None]
    assert remarks(found)[0] == (
        "Chưa so được với cùng kỳ năm trước: kỳ đó chưa có số liệu ở đây. "
        "Các kỳ đã có (năm 2022) dài ngắn khác nhau nên không so được."
    )


LACKING = "Chưa so được với cùng kỳ năm trước: kỳ đó chưa có số liệu ở đây."
PART, LENGTH = "dài bằng kỳ này nhưng không phải cùng kỳ năm trước", "dài ngắn khác nhau nên không so được"
YEAR = "không phải của năm liền trước nên không so được"


@pytest.mark.parametrize(
    ("newest", "others", "said"),
    [
        ("2023-quy-2", ["2023-quy-1"], [f"(quý I năm 2023) {PART}"]),
        ("2023-thang-2", ["2023-thang-1"], [f"(tháng 1 năm 2023) {PART}"]),
        ("2025-07-01_2025-07-21", ["2025-06-01_2025-06-21"], [f"(từ 01/06/2025 đến 21/06/2025) {PART}"]),
        ("2025-07-14_2025-07-20", ["2025-07-07_2025-07-13"], [f"(từ 07/07/2025 đến 13/07/2025) {PART}"]),
        ("2025-07-14_2025-07-20", ["2025-07-07_2025-07-10"], [f"(từ 07/07/2025 đến 10/07/2025) {LENGTH}"]),
        ("2025-07-14_2025-07-20", ["2025-07-01_den-nay"], []),
        ("2025-7-thang", ["den-2025-03-31"], []),
        ("2023", ["2021"], [f"(năm 2021) {YEAR}"]),
        ("2023", ["2022-6-thang"], [f"(6 tháng đầu năm 2022) {LENGTH}"]),
        ("2023-6-thang", ["2021-6-thang", "2022"], [f"(6 tháng đầu năm 2021) {YEAR}", f"(năm 2022) {LENGTH}"]),
        ("2023-3-thang", ["2022-quy-1"], []),
        ("2023", ["2022-12-thang"], []),
        ("2023-7-thang", ["den-2023-07"], []),
    ],
)
def test_a_page_says_why_it_compares_nothing_and_less_where_it_knows_less(
    newest: str, others: list[str], said: list[str]
):
    reports = [report(figure(RECEIVED, "5"), when=when) for when in [*others, newest]]

    assert remarks(place(*reports))[0] == " ".join([LACKING, *(f"Các kỳ đã có {clause}." for clause in said)])


def test_figures_of_another_unit_of_the_same_path_are_not_the_year_before(site: Site):
    for year in (2024, 2025):
        source = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\n"
        site.write(f"data/gia-lai/{year}.yml", f"{source}Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5\n")
    found = site.archive()
    reports = found.reports_of("gia-lai")

    assert sentences(why_not_compared(reports[-1], [], reports=reports, archive=found)[0]) == (
        "Chưa so được với cùng kỳ năm trước: kỳ đó là của đơn vị khác cùng tên."
    )


def test_a_year_before_with_nothing_alike_is_not_called_missing():
    targets_alone = report(when="2022-6-thang", targets=(target(EARLY_RATE, "98%"),))
    other_base = report(figure(EARLY_RATE, "90%", base=RECEIVED), when="2022-6-thang")

    assert remarks(place(targets_alone, report(figure(RECEIVED, "6"))))[0].endswith(
        "mới có chỉ tiêu, chưa có kết quả ở đây."
    )
    assert remarks(place(other_base, report(figure(EARLY_RATE, "91%"))))[0].endswith("cùng phạm vi và cùng mẫu số.")


@pytest.mark.parametrize(
    ("before", "now", "compares"),
    [
        (None, None, True),
        (None, "09/06/2023", False),
        ("09/06/2022", None, False),
        ("09/06/2022", "09/06/2023", True),
        ("09/06/2022", "10/06/2023", False),
        ("năm 2020", "năm 2020", False),
        ("trong 6 tháng", "trong 6 tháng", False),
    ],
)
def test_figures_of_their_own_times_compare_with_those_of_the_year_before(
    before: str | None, now: str | None, compares: bool
):
    def of(text: str | None, when: str) -> Report:
        return report(figure(RECEIVED, "5", as_of=parse_as_of(text, period(when)) if text else None), when=when)

    (row,) = compared(of(before, "2022-6-thang"), of(now, "2023-6-thang"))

    assert bool(row.before) is compares


@pytest.mark.parametrize(
    ("when", "own", "meets"),
    [
        ("2023-6-thang", None, True),
        ("2023-6-thang", "năm 2020", False),
        ("2024-6-thang", "năm 2023", True),
        ("2023-6-thang", "trong 12 tháng", False),
        ("2023-01-01_den-nay", None, False),
    ],
)
def test_a_target_is_of_the_time_of_the_figure(when: str, own: str | None, meets: bool):
    aims = report(when="2023", targets=(target(EARLY_RATE, "90%"),))
    time = parse_as_of(own, period(when)) if own else None

    (row,) = compared(aims, report(figure(EARLY_RATE, "91%", as_of=time), when=when))

    assert bool(row.target) is meets


def test_rates_on_different_bases_are_not_compared():
    before = report(figure(EARLY_RATE, "90%", base=RECEIVED), when="2022-6-thang")

    assert compared(before, report(figure(EARLY_RATE, "91%")))[0].before is None
    assert compared(before, report(figure(EARLY_RATE, "91%", base=RECEIVED)))[0].before.text == "90%"


def verdict(result: str, aim: str) -> Verdict | None:
    plan = report(when="2023", targets=(target(EARLY_RATE, aim),))
    return compared(plan, report(figure(EARLY_RATE, result)))[0].verdict


def test_a_target_is_met_missed_or_not_known():
    assert verdict("98%", "tối thiểu 98%") is Verdict.MET
    assert verdict("97,9%", "tối thiểu 98%") is Verdict.MISSED
    assert verdict("từ 70% trở lên", "tối thiểu 80%") is Verdict.UNKNOWN
    assert verdict("80%", "trên 80%") is Verdict.MISSED
    assert verdict("không công bố", "tối thiểu 98%") is Verdict.UNKNOWN


def test_a_target_of_another_year_or_time_says_nothing_of_this_figure():
    other_year = report(when="2022", targets=(target(EARLY_RATE, "98%"),))
    some_day = report(when="2023", targets=(target(EARLY_RATE, "98%", due="thời gian tới"),))

    assert compared(other_year, report(figure(EARLY_RATE, "90%")))[0].verdict is None
    assert compared(some_day, report(figure(EARLY_RATE, "90%")))[0].verdict is None


def test_a_place_with_targets_alone_says_why_nothing_is_compared():
    plan = report(when="2023", targets=(target(EARLY_RATE, "98%"),))

    assert remarks(place(plan)) == [
        "Nơi này mới công bố chỉ tiêu, chưa công bố kết quả nên chưa có gì để so với chỉ tiêu."
    ]


def histories(*reports: Report) -> list[tuple[str, list[str]]]:
    found = place(*reports).facts["history"]
    return [(one.figure.indicator.label, [point.figure.text for point in one.newest_first]) for one in found]


def test_history_holds_what_several_periods_published_newest_first():
    earlier = report(figure(RECEIVED, "5"), figure(LATE, "1"), when="2022")

    assert histories(earlier, report(figure(RECEIVED, "6"))) == [("Hồ sơ tiếp nhận", ["6", "5"])]


def test_history_is_of_main_indicators_alone():
    assert histories(report(figure(ONLINE, "5"), figure(RECEIVED, "5"), when="2022"), report(figure(ONLINE, "6"))) == []


def broken(then: Figure, now: Figure, when: str = "2022-6-thang") -> tuple[Break, ...]:
    (found,) = place(report(then, when=when), report(now)).facts["history"]
    assert (found.chart is None) == bool(found.breaks)
    return found.breaks


def test_a_line_of_history_breaks_where_figures_cannot_be_read_in_one():
    rate = figure(EARLY_RATE, "90%", base=RECEIVED)

    assert broken(rate, figure(EARLY_RATE, "98%", base=RECEIVED)) == ()
    assert broken(rate, figure(EARLY_RATE, "98%", base=RESOLVED)) == (Break.MEASURE,)
    assert broken(figure(RECEIVED, "5"), figure(RECEIVED, "9"), when="2022") == (Break.LENGTH,)


def test_a_history_is_drawn_beside_its_table(site: Site):
    for year, count in ((2022, 5), (2023, 6)):
        source = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Huyện Mẫu\n"
        site.write(
            f"data/kien-giang/huyen-giang-thanh/{year}.yml",
            f"{source}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: {count}\n",
        )
    block = next(b for b in site.page("kien-giang/huyen-giang-thanh/index.md").split("\n\n") if "lich-su" in b)

    assert block.startswith('<div class="lich-su">')
    assert block.endswith("</figure>\n</div>\n</div>")


def test_a_place_of_which_only_articles_tell_says_so(site: Site):
    head = "Tiêu đề: Một cửa\nTóm tắt: Huyện mở bộ phận một cửa.\nNgày: 22/11/2026\nTác giả: Nhóm mẫu\nNguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Huyện Mẫu"
    site.write("content/kien-giang/huyen-giang-thanh/2026-11-22-mot-cua.md", f"---\n{head}\n---\nXin chào.\n")
    text = site.page("kien-giang/huyen-giang-thanh/index.md")

    assert "Nơi này chưa có bản tin nào ở đây. Xem được: " in text
    assert '<a href="#bai-viet">bài viết</a>' in text


def test_a_target_of_several_things_is_met_where_all_are():
    both = (EARLY_RATE, LATE_RATE)

    def goals(*results: Figure) -> tuple[tuple[Verdict, int], ...]:
        plan = report(when="2023", targets=(target(EARLY_RATE, "tối thiểu 90%", together=both),))
        return place(plan, report(*results)).facts["goals"].counts

    early, late = figure(EARLY_RATE, "95%"), figure(LATE_RATE, "95%")
    assert goals(early, late) == ((Verdict.MET, 1),)
    assert goals(early) == ((Verdict.UNKNOWN, 1),)
    assert goals(early, figure(LATE_RATE, "1%")) == ((Verdict.MISSED, 1),)


def test_only_targets_of_the_newest_year_count_each_with_its_newest_figure():
    plans = [report(when=year, targets=(target(EARLY_RATE, "tối thiểu 90%"),)) for year in ("2022", "2023")]
    told = ("2023-quy-1", "80%"), ("2023-quy-2", "70%"), ("2023-6-thang", "91%")
    results = [report(figure(EARLY_RATE, text), when=when) for when, text in told]
    found = place(*plans, *results).facts["goals"]

    assert (found.year, found.counts) == (2023, ((Verdict.MET, 1),))
    assert [[outcome.figure.text for outcome in goal.outcomes] for goal in found.all] == [["91%"]]


def test_a_figure_in_doubt_neither_meets_a_target_nor_misses_it():
    late = figure(EARLY_RATE, "90%")
    found = report(late, targets=(target(EARLY_RATE, "tối thiểu 80%"),))
    doubt = Problem(late.at, "rate-differs", "Hai con số không khớp.", warning=True)

    both: tuple[Doubts, ...] = ({}, {late.at.source: [doubt]})
    sure, unsure = (comparison(found, late, archive(found), doubts=doubts) for doubts in both)
    assert (sure.verdict, unsure.verdict) == (Verdict.MET, Verdict.UNKNOWN)


def test_the_year_before_is_marked_where_it_was_doubtful():
    old, new = figure(RECEIVED, "1.090"), figure(RECEIVED, "1.210")
    then, now = report(old, when="2022-6-thang"), report(new)
    doubts = {old.at.source: [Problem(old.at, "sum-differs", "Hai con số không khớp.", warning=True)]}

    found = comparison(now, new, archive(then, now), doubts=doubts)
    assert (found.before, found.before_doubted, found.doubted) == (old, True, False)
    assert not comparison(now, new, archive(then, now), doubts={}).before_doubted


def test_an_ended_place_is_marked_and_leads_to_what_came_after():
    found = place(report(figure(RECEIVED, "5")))

    assert found.title == "Huyện Vĩnh Thuận (cũ)"
    assert [link.path for link in found.facts["province_today"]] == ["an-giang/"]


def test_an_indicator_that_nobody_published_still_has_its_page():
    found = page("chi-so/ho-so-tre-han")

    assert (found.facts["published"], found.facts["aims"]) == ([], [])
    assert isinstance(DISTRICT, Unit)


def test_shares_with_targets_are_drawn_against_them():
    plan = report(when="2023", targets=(target(EARLY_RATE, "tối thiểu 98%"),))
    chart = place(plan, report(figure(EARLY_RATE, "90%"), figure(RECEIVED, "5"))).facts["progress"]

    assert [(bar.goal.part.text, bar.goal.goal_text, bar.goal.verdict, bar.width, bar.mark) for bar in chart.bars] == [
        ("90%", "tối thiểu 98%", "chua-dat", "90", "98")
    ]
    assert place(plan, report(figure(EARLY_RATE, "trên 95%"))).facts["progress"] is None


@pytest.mark.parametrize("others", list(permutations(["2023-6-thang", "2022", "2024-6-thang", "2023"])))
def test_values_of_one_place_stand_in_the_order_of_time(others: tuple[str, ...]):
    found = page("chi-so/ho-so-tiep-nhan", *(report(figure(RECEIVED, "5"), when=when) for when in others))

    assert [row.time.name for row in found.facts["published"]] == [
        "năm 2022",
        "6 tháng đầu năm 2023",
        "năm 2023",
        "6 tháng đầu năm 2024",
    ]


def test_values_stand_by_provinces_each_before_its_own_places_in_the_order_of_units():
    quarters = [unit for unit in gazetteer.districts(gazetteer.units("ho-chi-minh")[0]) if unit.name.isdecimal()]
    places = [*reversed(quarters), gazetteer.units("ho-chi-minh")[0], DISTRICT, gazetteer.units("an-giang")[0]]
    found = page("chi-so/ho-so-tiep-nhan", *(replace(report(figure(RECEIVED, "5")), place=place) for place in places))
    names = [row.report.place.name for row in found.facts["published"]]

    assert names[:2] == ["An Giang", "Hồ Chí Minh"]
    assert names[2:-1] == sorted((unit.name for unit in quarters), key=int)
    assert names[-1] == DISTRICT.name


def newest(*reports: Report) -> list[tuple[str, str, str]]:
    rows = compared(*reports)
    return [(row.figure.indicator.label, row.figure.text, row.report.period.slug) for row in rows]


def test_each_main_indicator_shows_its_newest_figure_whichever_file_holds_it():
    earlier = report(figure(RECEIVED, "5"), figure(LATE, "1"), when="2022")

    assert newest(earlier, report(figure(RECEIVED, "6"), figure(ONLINE, "2"))) == [
        ("Hồ sơ tiếp nhận", "6", "2023-6-thang"),
        ("Hồ sơ trễ hạn", "1", "2022"),
    ]


def test_an_indicator_with_a_target_is_a_main_one():
    plan = report(when="2023", targets=(target(DONE, "5"),))

    assert newest(plan, report(figure(DONE, "4"), figure(ONLINE, "2"))) == [("Hoàn thành", "4", "2023-6-thang")]


def test_a_place_without_any_main_indicator_shows_what_it_has():
    assert newest(report(figure(ONLINE, "2"))) == [("Trực tuyến", "2", "2023-6-thang")]


def test_rows_of_several_periods_name_them_and_lead_to_their_bulletins(site: Site):
    head = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Huyện Mẫu\nSố liệu:\n  Cấp huyện:\n"
    site.write("data/kien-giang/huyen-giang-thanh/2022.yml", f"{head}    Hồ sơ tiếp nhận: 5\n")
    assert "năm 2022</small>" not in site.page("kien-giang/huyen-giang-thanh/index.md")

    site.write("data/kien-giang/huyen-giang-thanh/2023.yml", f"{head.replace('huyện', 'xã')}    Hồ sơ tiếp nhận: 6\n")
    text = site.page("kien-giang/huyen-giang-thanh/index.md")
    assert "Cấp huyện; năm 2022</small>" in text
    assert 'href="../../kien-giang/huyen-giang-thanh/2022/#cap-huyen-ho-so-tiep-nhan"' in text


def test_the_mark_of_a_doubt_stands_in_the_row_header_of_the_newest_figures():
    received = figure(RECEIVED, "5")
    doubt = Problem(received.at, "sum-differs", "…", warning=True)
    page = page_of(archive(report(received)), DISTRICT.path, [doubt])

    assert [row.doubted for row in page.facts["comparisons"]] == [True]
    assert ("5", received) in page.facts["lead"]
    assert "chưa khớp" in plain_text(page.facts["lead"])


def test_a_place_leads_with_its_newest_report_that_has_something_to_tell():
    silent = report(figure(ONLINE, "2"))

    assert "tiếp nhận 5 hồ sơ" in plain_text(place(report(figure(RECEIVED, "5"), when="2022"), silent).facts["lead"])


def test_a_bulletin_without_a_lead_still_says_what_it_is():
    silent = report(figure(ONLINE, "2"))
    found = page(silent.path, silent)

    assert found.facts["lead"] == ()
    assert (
        found.description
        == "Huyện Vĩnh Thuận, 6 tháng đầu năm 2023: số liệu và chỉ tiêu cải cách hành chính, kèm nguồn."
    )


def test_reports_without_a_dated_source_stand_among_the_newest_by_the_end_of_their_period():
    undated = replace(SOURCE, published=None)
    reports = [
        replace(report(figure(RECEIVED, "5"), when=when), sources=(source,))
        for when, source in [("2022", SOURCE), ("2023", undated), ("2023-quy-1", undated)]
    ]
    links = [link.path for link, _, _ in page("", *reports).facts["newest"]]

    assert [path.split("/")[-2] for path in links] == ["2023", "2022", "2023-quy-1"]
