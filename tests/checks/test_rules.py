"""Rules over a whole archive."""

import pytest
from conftest import Site
from making import DONE, EARLY_RATE, IN_PERSON, ONLINE, RECEIVED, archive, figure, report

from bantin.checks.rules import problems_of
from bantin.model.indicators import Scope
from bantin.model.reports import Figure
from bantin.problems import Location
from bantin.site import Edition


def codes(*figures: Figure) -> list[str]:
    return [problem.code for problem in problems_of(archive(report(*figures)))]


def messages(*figures: Figure) -> list[str]:
    return [problem.message for problem in problems_of(archive(report(*figures)))]


def test_sound_figures_give_no_problem():
    assert codes(figure(RECEIVED, "1.049"), figure(ONLINE, "543"), figure(IN_PERSON, "506"),
                 figure(DONE, "19/34"), figure(EARLY_RATE, "55,88%")) == []  # fmt: skip


def test_a_sum_that_differs_shows_the_sum():
    assert messages(figure(RECEIVED, "1.094"), figure(ONLINE, "543"), figure(IN_PERSON, "506")) == [
        "Hồ sơ tiếp nhận (cấp huyện): 543 + 506 = 1.049, nhưng ghi 1.094."
    ]


def test_a_message_keeps_the_capitals_of_an_abbreviation():
    offices = Scope("ubnd-cac-xa", "UBND các xã", "", Location("pham-vi.yml"))

    assert messages(figure(DONE, "19/34", offices), figure(EARLY_RATE, "54%", offices))[0].startswith(
        "Tỷ lệ trước hạn (UBND các xã): nguồn ghi 54%"
    )


def test_a_rounded_rate_is_no_problem_and_a_truncated_one_is_said():
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "56%")) == []
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "55%")) == ["rate-truncated"]
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "54%")) == ["rate-differs"]


def test_a_rate_in_words_differs_only_when_the_words_exclude_it():
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "trên 50%")) == []
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "trên 60%")) == ["rate-differs"]


def test_what_the_figures_contradict_is_a_warning_for_sources_are_printed_as_they_are():
    problems = problems_of(archive(report(figure(DONE, "19/34"), figure(EARLY_RATE, "54%"))))

    assert [problem.warning for problem in problems] == [True]


@pytest.mark.parametrize(
    ("place", "when", "rank", "doubtful"),
    [
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/63", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/15", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/34", True),
        ("kien-giang", "2022", "hạng 8/63", False),
        ("an-giang", "2026", "hạng 8/34", False),
        ("an-giang", "2026", "hạng 8/63", True),
        ("an-giang/xa-vinh-binh", "2026", "hạng 8/102", False),
        ("an-giang/xa-vinh-binh", "2026", "hạng 8/15", True),
    ],
)
def test_a_rank_is_among_the_units_of_its_era(place: str, when: str, rank: str, doubtful: bool, site: Site):
    source = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\n"
    site.write(
        f"data/{place}/{when}.yml", f"{source}Số liệu:\n  Toàn tỉnh:\n    Xếp hạng cải cách hành chính: {rank}\n"
    )

    assert any("[rank-total-unusual]" in line for line in site.problems()) is doubtful


def test_a_doubt_that_the_file_accepts_carries_the_reason_and_stops_nagging():
    doubtful = figure(EARLY_RATE, "54%", accepted="nguồn in như vậy ở cả hai trang")
    kept = archive(whole := report(figure(DONE, "19/34"), doubtful))
    edition = Edition(tuple(problems_of(kept)), kept)

    assert [problem.accepted for problem in edition.problems] == ["nguồn in như vậy ở cả hai trang"]
    assert edition.open_problems == ()
    bulletin = next(page for page in edition.pages if page.path == whole.path)
    assert bulletin.values["doubts"][0].accepted == "nguồn in như vậy ở cả hai trang"


def test_two_exchanged_digits_are_pointed_out_where_the_sum_shows_them():
    (problem,) = problems_of(
        archive(report(figure(RECEIVED, "1.094"), figure(ONLINE, "543"), figure(IN_PERSON, "506")))
    )

    assert problem.help == "Nếu đổi 1.094 thành 1.049 thì khớp: có lẽ hai chữ số bị gõ đổi chỗ. Xem lại nguồn."
