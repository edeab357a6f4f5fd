"""The lead never says more than the figures do."""

from dataclasses import replace

import pytest
from making import (
    COMMUNE_LEVEL,
    DISTRICT_LEVEL,
    EARLY_RATE,
    LAND,
    LATE,
    LATE_RATE,
    RECEIVED,
    RESOLVED,
    figure,
    report,
    target,
)

from bantin.model.reports import Figure, LegalBasis
from bantin.pages.sentences import lead, plain_text
from bantin.problems import Location
from bantin.reading.times import parse_as_of
from bantin.vietnamese import parse_date


def lead_text(*figures: Figure, when: str = "2023-6-thang") -> str:
    return plain_text(lead(report(*figures, when=when)))


def test_the_lead_says_the_time_the_scope_and_the_place():
    assert lead_text(figure(RECEIVED, "1.210")) == (
        "Trong 6 tháng đầu năm 2023, ở cấp huyện, huyện Vĩnh Thuận tiếp nhận 1.210 hồ sơ."
    )


def test_a_state_of_a_day_is_said_as_such():
    assert lead_text(figure(RECEIVED, "5"), when="den-2021-12-09").startswith("Tính đến ngày 09/12/2021, ở cấp huyện")


def test_rates_follow_the_base_they_were_stated_on():
    shares = figure(EARLY_RATE, "90,58%", base=RECEIVED), figure(LATE_RATE, "0,58%", base=RECEIVED)

    assert "tiếp nhận 1.210 hồ sơ, trong đó 90,58% trước hạn và 0,58% trễ hẹn." in lead_text(
        figure(RECEIVED, "1.210"), *shares
    )


def test_a_rate_without_a_stated_base_is_no_part_of_anything():
    said = lead_text(figure(RECEIVED, "1.210"), figure(EARLY_RATE, "90,58%"))

    assert "trong đó" not in said
    assert "tiếp nhận 1.210 hồ sơ và có tỷ lệ trước hạn là 90,58%" in said


def test_words_of_the_source_stay_in_the_sentence():
    assert "tiếp nhận gần 30.000 hồ sơ" in lead_text(figure(RECEIVED, "gần 30.000"))
    assert "là từ 70% trở lên" in lead_text(figure(EARLY_RATE, "từ 70% trở lên"))


def test_none_is_said_as_none():
    assert lead_text(figure(LATE, "không có")).endswith("không có hồ sơ trễ hạn.")
    assert lead_text(figure(RECEIVED, "không có")).endswith("không tiếp nhận hồ sơ.")


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("không có", "không tiếp nhận hồ sơ."),
        ("Không có", "không tiếp nhận hồ sơ."),
        ("0", "không tiếp nhận hồ sơ."),
        ("không dưới 1.200", "tiếp nhận không dưới 1.200 hồ sơ."),
        ("không quá 5", "tiếp nhận không quá 5 hồ sơ."),
        ("không dưới 0", "tiếp nhận không dưới 0 hồ sơ."),
        ("0/34", "tiếp nhận 0/34 hồ sơ."),
        ("0 nghìn", "tiếp nhận 0 nghìn hồ sơ."),
    ],
)
def test_only_exactly_none_is_said_as_none(printed: str, said: str):
    assert lead_text(figure(RECEIVED, printed)).endswith(f"huyện Vĩnh Thuận {said}")


def test_what_was_not_published_is_not_said():
    assert "tiếp nhận" not in lead_text(figure(RECEIVED, "không công bố"), figure(RESOLVED, "5"))


def test_another_scope_and_a_field_get_sentences_of_their_own():
    said = lead_text(
        figure(RECEIVED, "1.210"), figure(RECEIVED, "1.049", DISTRICT_LEVEL, LAND), figure(RECEIVED, "5", COMMUNE_LEVEL)
    )

    assert said.endswith("Riêng đất đai, tiếp nhận 1.049 hồ sơ. Ở cấp xã, tiếp nhận 5 hồ sơ.")


def test_a_figure_of_another_time_says_its_time():
    later = figure(RESOLVED, "5", as_of=parse_as_of("cuối tháng 7/2023"))

    assert "Tính đến cuối tháng 7/2023, ở cấp huyện, giải quyết 5 hồ sơ." in lead_text(figure(RECEIVED, "9"), later)


def test_figures_stand_out_and_nothing_else_does():
    assert [text for text, strong in lead(report(figure(RECEIVED, "1.210"))) if strong] == ["1.210"]


def test_a_report_of_targets_names_its_legal_basis():
    basis = LegalBasis("Quyết định số 435/QĐ-UBND", Location("x.yml"), parse_date("31/01/2023"))
    aims = report(when="2023", targets=(target(EARLY_RATE, "tối thiểu 98%"),))

    assert plain_text(lead(replace(aims, bases=(basis,)))) == (
        "Trong năm 2023, huyện Vĩnh Thuận đặt ra 1 chỉ tiêu theo quyết định số 435/QĐ-UBND ngày 31/01/2023; "
        "trong đó tỷ lệ trước hạn (cấp huyện) tối thiểu 98%."
    )
