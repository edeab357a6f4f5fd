"""The lead in words: short, grammatical, and never more than the figures say."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from making import (
    CATALOGUE,
    CIVIL,
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    LAND,
    RECEIVED,
    RESOLVED,
    figure,
    indicator,
    report,
    target,
)
from shipped import shipped, shipped_figures

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Breakdown, Indicator, Member, Scope
from bantin.model.reports import Figure, LegalBasis, Report
from bantin.model.values import Kind
from bantin.pages.sentences import lead, plain_text
from bantin.places import gazetteer
from bantin.places.unit import Unit
from bantin.problems import Location
from bantin.reading.times import parse_as_of
from bantin.vietnamese import parse_date

SCORE = indicator("Chỉ số phục vụ", Kind.SCORE, unit="điểm", phrase="đạt {} điểm")
RANK = indicator("Xếp hạng chỉ số phục vụ", Kind.RANK, unit="hạng", phrase="xếp {} về chỉ số phục vụ")
GRADE = indicator("Mức xếp loại", Kind.GRADE, phrase="được xếp loại {}")
PROCEDURES = indicator("Thủ tục hành chính", unit="thủ tục", phrase="có {} thủ tục hành chính")
FULL, PARTIAL = (
    Member(id, label, "hinh-thuc", Location("hinh-thuc.yml"))
    for id, label in (("toan-trinh", "Toàn trình"), ("mot-phan", "Một phần"))
)
FORMS = Breakdown("hinh-thuc", "Hình thức", "", True, (FULL, PARTIAL), Location("hinh-thuc.yml"))


def said(of: Report, *more: Indicator, doubted: Collection[Location] = ()) -> str:
    """The lead of a report, with some indicators more than the lists of the tests have."""
    known = CATALOGUE.indicators | {one.id: one for one in more}
    fields = replace(CATALOGUE.breakdowns[0], complete=False)
    return plain_text(lead(of, Catalogue(known, CATALOGUE.scopes, (fields, FORMS)), doubted=doubted))


def lead_text(*figures: Figure, when: str = "2023-6-thang", doubted: Collection[Location] = ()) -> str:
    return said(report(*figures, when=when), *(figure.indicator for figure in figures), doubted=doubted)


def form_text(printed: dict[str, str], **bases: str) -> str:
    """The lead of figures of the shipped lists, by their labels."""
    figures = shipped_figures(printed, **bases)
    return plain_text(lead(report(*figures), shipped(), doubted=())).removeprefix(
        "Trong 6 tháng đầu năm 2023, các cơ quan cấp huyện của huyện Vĩnh Thuận "
    )


def test_the_lead_says_the_time_the_scope_and_the_place():
    assert lead_text(figure(RECEIVED, "1.210")) == (
        "Trong 6 tháng đầu năm 2023, ở cấp huyện, huyện Vĩnh Thuận tiếp nhận 1.210 hồ sơ."
    )


def test_a_state_of_a_day_is_said_as_such():
    assert lead_text(figure(RECEIVED, "5"), when="den-2021-12-09").startswith("Tính đến ngày 09/12/2021, ở cấp huyện")


def unit(path: str) -> Unit:
    return gazetteer.units(path)[-1]


@pytest.mark.parametrize(
    ("path", "phrase", "subject"),
    [
        ("kien-giang", "toàn {}", "toàn tỉnh Kiên Giang"),
        ("hai-phong", "toàn {}", "toàn thành phố Hải Phòng"),
        ("kien-giang", "Ủy ban nhân dân {}", "Ủy ban nhân dân tỉnh Kiên Giang"),
        ("kien-giang", "ở cấp tỉnh", "ở cấp tỉnh, tỉnh Kiên Giang"),
        ("kien-giang", "", "Sở Công Thương (tỉnh Kiên Giang)"),
    ],
)
def test_the_scope_says_who_a_sentence_is_about(path: str, phrase: str, subject: str):
    office = Scope("so-cong-thuong", "Sở Công Thương", "", Location("pham-vi.yml"), phrase)
    of = replace(report(figure(RECEIVED, "5", office)), place=gazetteer.units(path)[0])

    assert said(of) == f"Trong 6 tháng đầu năm 2023, {subject} tiếp nhận 5 hồ sơ."


def test_the_place_is_named_again_after_a_sentence_about_an_office():
    office = Scope("mot-cua", "Bộ phận một cửa", "", Location("pham-vi.yml"), "bộ phận một cửa {}")
    figures = figure(RECEIVED, "5", office), figure(RECEIVED, "6"), figure(RECEIVED, "7", COMMUNE_LEVEL)
    known = {scope.id: scope for scope in (office, DISTRICT_LEVEL, COMMUNE_LEVEL)}
    words = lead(report(*figures), Catalogue(CATALOGUE.indicators, known, ()), doubted=())

    assert plain_text(words) == (
        "Trong 6 tháng đầu năm 2023, bộ phận một cửa huyện Vĩnh Thuận tiếp nhận 5 hồ sơ. "
        "Ở cấp huyện, huyện Vĩnh Thuận tiếp nhận 6 hồ sơ. Ở cấp xã, tiếp nhận 7 hồ sơ."
    )


FORM = {
    "Hồ sơ phải giải quyết": "12.000",
    "Hồ sơ tiếp nhận": "11.500",
    "Hồ sơ tiếp nhận trực tuyến": "8.000",
    "Hồ sơ tiếp nhận trực tiếp": "3.400",
    "Hồ sơ tiếp nhận qua bưu chính công ích": "100",
    "Hồ sơ kỳ trước chuyển sang": "500",
    "Hồ sơ đã giải quyết": "11.405",
    "Hồ sơ giải quyết trước hạn": "7.565",
    "Hồ sơ giải quyết đúng hạn": "3.776",
    "Hồ sơ giải quyết quá hạn": "64",
    "Hồ sơ đang giải quyết": "595",
    "Hồ sơ đang giải quyết trong hạn": "595",
    "Hồ sơ đang giải quyết quá hạn": "không có",
}


def test_a_whole_form_is_told_whole():
    assert form_text(FORM) == (
        "phải giải quyết 12.000 hồ sơ, gồm tiếp nhận 11.500 (trực tuyến 8.000, trực tiếp 3.400 và qua bưu chính công "
        "ích 100) và kỳ trước chuyển sang 500; giải quyết 11.405 hồ sơ, trong đó trước hạn 7.565, đúng hạn 3.776 và "
        "quá hạn 64; đang giải quyết 595 hồ sơ, trong đó trong hạn 595 và không có hồ sơ đang giải quyết quá hạn."
    )


@pytest.mark.parametrize("label", FORM)
def test_every_indicator_of_the_form_has_words(label: str):
    known = shipped().indicators_by_name
    found = next(one for one in known.values() if one.label == label)

    assert found.phrase or found.part_phrase


@pytest.mark.parametrize("missing", ["trước hạn", "đúng hạn", "quá hạn"])
def test_outcomes_are_told_together_or_not_at_all(missing: str):
    printed = {label: text for label, text in FORM.items() if label != f"Hồ sơ giải quyết {missing}"}
    told = form_text(printed)

    assert "; giải quyết 11.405 hồ sơ; đang giải quyết" in told
    assert form_text({label: text for label, text in printed.items() if "hạn" in label}) == ""


def test_outcomes_that_do_not_add_up_are_not_told():
    assert form_text({"Hồ sơ đã giải quyết": "11.405", "Hồ sơ giải quyết đúng hạn": "3.776"}) == (
        "giải quyết 11.405 hồ sơ."
    )
    assert "đúng hạn" not in form_text(FORM | {"Hồ sơ giải quyết quá hạn": "65"})


def test_parts_that_may_lack_something_are_told_only_where_the_numbers_show_that_they_do_not():
    channels = {"Hồ sơ tiếp nhận trực tuyến": "700", "Hồ sơ tiếp nhận trực tiếp": "300"}

    assert "trong đó" in form_text({"Hồ sơ tiếp nhận": "1.000"} | channels)
    assert "trong đó" not in form_text({"Hồ sơ tiếp nhận": "khoảng 1.000"} | channels)
    whole = channels | {"Hồ sơ tiếp nhận qua bưu chính công ích": "không có"}
    assert "trong đó" in form_text({"Hồ sơ tiếp nhận": "khoảng 1.000"} | whole)


def test_a_figure_in_doubt_is_told_as_such_and_none_of_its_parts():
    figures = shipped_figures(FORM)
    resolved = next(one for one in figures if one.indicator.label == "Hồ sơ đã giải quyết")
    late = next(one for one in figures if one.indicator.label == "Hồ sơ giải quyết quá hạn")

    told = plain_text(lead(report(*figures), shipped(), doubted={resolved.at}))
    assert "; giải quyết 11.405 hồ sơ (chưa khớp); đang giải quyết" in told
    told = plain_text(lead(report(*figures), shipped(), doubted={late.at}))
    assert "; giải quyết 11.405 hồ sơ; đang giải quyết" in told


RATES = {"Tỷ lệ trước hạn": "90,58%", "Tỷ lệ trong hạn": "7,02%", "Tỷ lệ trễ hẹn": "0,58%"}
WITHDRAWN = {"Tỷ lệ hồ sơ rút lại": "1,82%"}


def test_rates_that_make_up_their_base_follow_it():
    bases = dict.fromkeys((*RATES, *WITHDRAWN), "Hồ sơ tiếp nhận")

    assert form_text({"Hồ sơ tiếp nhận": "1.210"} | RATES | WITHDRAWN, **bases) == (
        "tiếp nhận 1.210 hồ sơ, trong đó 90,58% trước hạn, 7,02% trong hạn, 0,58% trễ hẹn và 1,82% rút lại."
    )
    assert form_text(RATES | WITHDRAWN, **bases) == (
        "có 90,58% trước hạn, 7,02% trong hạn, 0,58% trễ hẹn và 1,82% rút lại (trên số hồ sơ tiếp nhận)."
    )


def test_rates_that_leave_something_out_are_not_told_but_for_those_that_may_stand_alone():
    bases = dict.fromkeys(RATES, "Hồ sơ tiếp nhận")

    assert form_text({"Hồ sơ tiếp nhận": "1.210"} | RATES, **bases) == (
        "tiếp nhận 1.210 hồ sơ, trong đó 0,58% trễ hẹn."
    )


def test_rates_without_a_base_are_parts_of_nothing():
    assert form_text({"Hồ sơ tiếp nhận": "1.210"} | RATES | WITHDRAWN) == (
        "tiếp nhận 1.210 hồ sơ và có tỷ lệ trễ hẹn là 0,58%."
    )


def test_a_rate_that_stands_alone_says_its_base():
    stated = {"Tỷ lệ đúng hạn": "Hồ sơ đã giải quyết"}

    assert form_text({"Tỷ lệ đúng hạn": "96,55%"}, **stated) == (
        "có tỷ lệ đúng hạn là 96,55% (trên số hồ sơ đã giải quyết)."
    )
    assert form_text({"Tỷ lệ đúng hạn": "từ 70% trở lên"}) == "có tỷ lệ đúng hạn là từ 70% trở lên."


def test_a_partition_that_adds_up_is_one_sentence():
    whole = figure(PROCEDURES, "796")
    parts = figure(PROCEDURES, "465", DISTRICT_LEVEL, PARTIAL), figure(PROCEDURES, "331", DISTRICT_LEVEL, FULL)

    assert lead_text(whole, *parts).endswith("có 796 thủ tục hành chính, trong đó 331 toàn trình và 465 một phần.")
    assert lead_text(whole, parts[0]).endswith("có 796 thủ tục hành chính.")
    assert lead_text(figure(PROCEDURES, "797"), *parts).endswith("có 797 thủ tục hành chính.")
    assert lead_text(*parts) == ""


def test_an_office_is_told_by_its_name_at_its_place():
    office = replace(LAND, id="phong-tu-phap", breakdown="co-quan", phrase="Phòng Tư pháp {}")

    assert lead_text(figure(RECEIVED, "1.049", DISTRICT_LEVEL, office)).endswith(
        "Phòng Tư pháp huyện Vĩnh Thuận tiếp nhận 1.049 hồ sơ."
    )
    assert lead_text(figure(RECEIVED, "49", DISTRICT_LEVEL, office, CIVIL)).endswith(
        "riêng hộ tịch, Phòng Tư pháp huyện Vĩnh Thuận tiếp nhận 49 hồ sơ."
    )


def test_fields_are_told_where_nothing_else_is():
    field = figure(RECEIVED, "1.049", DISTRICT_LEVEL, LAND)

    assert "đất đai" not in lead_text(figure(RECEIVED, "1.210"), field)
    assert lead_text(field).endswith("ở cấp huyện, riêng đất đai, huyện Vĩnh Thuận tiếp nhận 1.049 hồ sơ.")


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("không có", "không có hồ sơ tiếp nhận."),
        ("Không có", "không có hồ sơ tiếp nhận."),
        ("0", "không có hồ sơ tiếp nhận."),
        ("gần 30.000", "tiếp nhận gần 30.000 hồ sơ."),
        ("không dưới 1.200", "tiếp nhận không dưới 1.200 hồ sơ."),
        ("không quá 5", "tiếp nhận không quá 5 hồ sơ."),
        ("không dưới 0", "tiếp nhận không dưới 0 hồ sơ."),
        ("0/34", "tiếp nhận 0/34 hồ sơ."),
        ("0 nghìn", "tiếp nhận 0 nghìn hồ sơ."),
    ],
)
def test_only_exactly_none_is_said_as_none(printed: str, words: str):
    assert lead_text(figure(RECEIVED, printed)).endswith(f"huyện Vĩnh Thuận {words}")


@pytest.mark.parametrize(
    ("what", "printed", "words"),
    [
        (RANK, "5/34", "xếp thứ 5/34 về chỉ số phục vụ."),
        (RANK, "hạng 5/34", "xếp hạng 5/34 về chỉ số phục vụ."),
        (SCORE, "79,1 điểm", "đạt 79,1 điểm."),
        (SCORE, "79,1/100 điểm", "đạt 79,1/100 điểm."),
        (GRADE, "Tốt", "được xếp loại Tốt."),
        (RECEIVED, "1.210 hồ sơ", "tiếp nhận 1.210 hồ sơ."),
    ],
)
def test_ranks_scores_and_units_read_well(what: Indicator, printed: str, words: str):
    assert lead_text(figure(what, printed)).endswith(f"huyện Vĩnh Thuận {words}")


def test_what_was_not_published_is_not_said():
    assert lead_text(figure(RECEIVED, "không công bố"), figure(RESOLVED, "5")).endswith("Thuận giải quyết 5 hồ sơ.")


def test_a_report_without_anything_to_tell_has_no_lead():
    assert lead_text() == ""
    assert lead_text(figure(RECEIVED, "không công bố")) == ""


def test_a_figure_of_another_time_says_its_time():
    later = figure(RESOLVED, "5", as_of=parse_as_of("cuối tháng 7/2023"))

    assert lead_text(figure(RECEIVED, "9"), later).endswith(
        "Tính đến cuối tháng 7/2023, ở cấp huyện, giải quyết 5 hồ sơ."
    )


def test_figures_stand_out_and_carry_what_they_are():
    received = figure(RECEIVED, "1.210")
    words = lead(report(received), CATALOGUE, doubted=())

    assert [(text, fact) for text, fact in words if fact] == [("1.210", received)]


AIM = indicator("Tỷ lệ đúng hạn", Kind.PERCENT, phrase="{} đúng hạn")
AIM_IN_WORDS = indicator("Sắp xếp đơn vị sự nghiệp", Kind.STATEMENT)
BASIS = LegalBasis("Quyết định số 435/QĐ-UBND", Location("x.yml"), parse_date("31/01/2023"))


def test_targets_are_told_as_aims_with_their_legal_basis():
    aims = report(when="2023", targets=(target(AIM, "tối thiểu 98%", basis=BASIS),))

    assert said(aims, AIM) == (
        "Huyện Vĩnh Thuận đặt chỉ tiêu cho năm 2023 theo quyết định số 435/QĐ-UBND ngày 31/01/2023: "
        "tỷ lệ đúng hạn (cấp huyện) tối thiểu 98%."
    )


def test_a_target_in_words_is_quoted():
    aims = report(when="2023", targets=(target(AIM_IN_WORDS, "hoàn thành"),))

    assert said(aims, AIM_IN_WORDS).endswith(
        "đặt chỉ tiêu cho năm 2023: sắp xếp đơn vị sự nghiệp (cấp huyện) «hoàn thành»."
    )


def test_the_slice_of_several_targets_is_said_once():
    aims = report(when="2023", targets=(target(AIM, "98%"), target(AIM_IN_WORDS, "hoàn thành")))

    assert said(aims, AIM, AIM_IN_WORDS) == (
        "Huyện Vĩnh Thuận đặt chỉ tiêu cho năm 2023 (cấp huyện): "
        "tỷ lệ đúng hạn 98% và sắp xếp đơn vị sự nghiệp «hoàn thành»."
    )


def test_a_percentage_that_is_no_share_is_told_in_its_own_words():
    satisfied = indicator("Chỉ số hài lòng", Kind.PERCENT, phrase="đạt {} về Chỉ số hài lòng")

    assert "huyện Vĩnh Thuận đạt 98,30% về Chỉ số hài lòng." in said(report(figure(satisfied, "98,30%")), satisfied)


def test_a_target_for_another_time_says_so_and_not_the_time_of_its_report():
    aims = report(when="den-2023-07", targets=(target(AIM, "100%", due="thời gian tới"),))

    assert said(aims, AIM) == (
        "Huyện Vĩnh Thuận đặt chỉ tiêu (thời hạn: thời gian tới): tỷ lệ đúng hạn (cấp huyện) 100%."
    )


def test_targets_beside_figures_are_never_in_the_lead():
    both = report(figure(RECEIVED, "5"), targets=(target(AIM, "98%"),))

    assert "98%" not in said(both, AIM)
