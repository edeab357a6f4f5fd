"""Sums and rates against the figures they are made of."""

from making import DONE, EARLY_RATE, IN_PERSON, ONLINE, RECEIVED, archive, figure, report

from bantin.checks.rules import problems_of
from bantin.model.indicators import Scope
from bantin.model.reports import Figure
from bantin.problems import Location


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


def test_two_exchanged_digits_are_pointed_out_where_the_sum_shows_them():
    (problem,) = problems_of(
        archive(report(figure(RECEIVED, "1.094"), figure(ONLINE, "543"), figure(IN_PERSON, "506")))
    )

    assert problem.help == "Nếu đổi 1.094 thành 1.049 thì khớp: có lẽ hai chữ số bị gõ đổi chỗ. Xem lại nguồn."


def test_a_range_differs_only_when_nothing_in_it_fits():
    parts = figure(ONLINE, "từ 100 đến 150"), figure(IN_PERSON, "100 - 120")

    assert codes(figure(RECEIVED, "từ 200 đến 300"), *parts) == codes(figure(RECEIVED, "270"), *parts) == []
    assert messages(figure(RECEIVED, "271"), *parts) == [
        "Hồ sơ tiếp nhận (cấp huyện): (từ 100 đến 150) + (100 - 120), nhưng ghi 271."
    ]
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "55-60%")) == []
    assert codes(figure(DONE, "19/34"), figure(EARLY_RATE, "57-60%")) == ["rate-differs"]
