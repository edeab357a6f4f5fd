"""What the page of a place answers before all else, from the shipped lists."""

from dataclasses import replace

import pytest
from making import DISTRICT, FILE, SOURCE, period
from shipped import named, shipped

from bantin.building.questions import Around, Listener
from bantin.model.answers import Question
from bantin.model.archive import Archive
from bantin.model.indicators import Member, Slice
from bantin.model.outline import Outline, joined
from bantin.model.reports import Figure, Report, Target
from bantin.model.values import Value
from bantin.pages.comparisons import Verdict, newness
from bantin.pages.first_answers import Answer, Answers, first_answers
from bantin.pages.home import home_page
from bantin.pages.place import place_page
from bantin.places import gazetteer
from bantin.problems import Location, Problem
from bantin.reading.numbers import parse

PROVINCE = gazetteer.units("an-giang")[-1]
LAND = Member("dat-dai", "Đất đai", "linh-vuc", Location("linh-vuc.yml"))
_lines = iter(range(1, 10_000))


def of(label: str, text: str, *members: Member, scope: str = "cap-huyen", **others: object) -> Figure:
    what = named(label)
    value = parse(text, what.kind, unit=what.unit)
    at = Location(FILE, next(_lines))
    return Figure(what, Slice(shipped().scopes[scope], members), value, SOURCE, at, **others)  # type: ignore[arg-type]


def aim(label: str, text: str) -> Target:
    what = named(label)
    value = parse(text, what.kind, unit=what.unit)
    assert isinstance(value, Value)
    return Target(what, Slice(shipped().scopes["cap-huyen"]), value, SOURCE, Location(FILE, next(_lines)))


def told(*figures: Figure, when: str = "2023-6-thang", targets: tuple[Target, ...] = ()) -> Report:
    at = Location(f"data/{DISTRICT.path}/{when}.yml")
    return Report(DISTRICT, period(when), at, (SOURCE,), (), figures, targets)


def found(*reports: Report) -> Answers | None:
    return first_answers(reports, Archive(shipped(), reports), doubts={})


def answers(*reports: Report) -> dict[str, Answer]:
    known = found(*reports)
    assert known
    return {answer.question.name: answer for answer in known.all}


def said(answer: Answer) -> tuple[str, str, str] | None:
    card = answer.card
    return (card.label, card.value, answer.beside.text if answer.beside else "") if card else None


def test_what_nobody_published_is_not_known():
    known = answers(told(of("Hồ sơ tiếp nhận", "1.049"), of("Hồ sơ giải quyết trước hạn và đúng hạn", "866")))

    assert {name: said(answer) for name, answer in known.items()} == {
        "DOSSIERS": ("Hồ sơ tiếp nhận", "1.049", ""),
        "ON_TIME": ("Hồ sơ giải quyết trước hạn và đúng hạn", "866", ""),
        "LATE": None,
        "PROCEDURES": None,
    }


def test_a_place_that_answers_nothing_says_so_at_once():
    assert found(told(of("Sáng kiến cải cách hành chính", "3"))) is None
    assert found(told(of("Hồ sơ tiếp nhận", "không công bố"))) is None


def test_a_field_alone_does_not_answer_for_a_place():
    assert found(told(of("Hồ sơ tiếp nhận", "1.049", LAND))) is None


def test_received_answers_before_what_is_to_be_handled_and_the_total_of_late_before_its_parts():
    known = answers(
        told(
            of("Hồ sơ phải giải quyết", "1.300"), of("Hồ sơ tiếp nhận", "1.210"),
            of("Hồ sơ giải quyết quá hạn", "5"), of("Hồ sơ trễ hạn, quá hạn", "7"),
        )
    )  # fmt: skip

    assert said(known["DOSSIERS"]) == ("Hồ sơ tiếp nhận", "1.210", "1.300")
    assert said(known["LATE"]) == ("Hồ sơ trễ hạn, quá hạn", "7", "5")


def test_early_and_just_on_time_stand_beside_each_other_and_are_not_added():
    known = answers(told(of("Tỷ lệ trước hạn", "90,58%"), of("Tỷ lệ trong hạn", "7,02%")))

    assert said(known["ON_TIME"]) == ("Tỷ lệ trước hạn", "90,58%", "7,02%")


def test_what_is_pending_within_its_time_is_not_on_time():
    assert found(told(of("Hồ sơ đang giải quyết trong hạn", "30"))) is None


def test_all_offices_answer_before_some_and_the_others_stand_beside():
    scopes = [of("Thủ tục hành chính", text, scope=scope) for scope, text in (("cap-xa", "147"), ("cap-huyen", "251"))]

    assert said(answers(told(*scopes))["PROCEDURES"]) == ("Thủ tục hành chính", "251", "147")


def test_the_newest_time_answers_and_what_all_have_in_common_is_said_once():
    known = found(
        told(of("Hồ sơ tiếp nhận", "5"), when="2022"),
        told(of("Hồ sơ tiếp nhận", "6"), of("Tỷ lệ trễ hẹn", "1%")),
    )

    assert known
    assert (known.time, known.slice and known.slice.label) == (period("2023-6-thang"), "Cấp huyện")
    assert [answer.card.value for answer in known.all if answer.card] == ["6", "1%"]
    assert not any(answer.card.said.time or answer.card.scoped for answer in known.all if answer.card)


@pytest.mark.parametrize(
    ("newest", "others"),
    [
        ("2023-6-thang", ["2023-quy-2", "2023-quy-1", "2023-thang-6"]),
        ("2023", ["2023-quy-4", "2023-6-thang", "2023-9-thang"]),
        ("2023-quy-3", ["2023-6-thang", "2023-thang-8"]),
    ],
)
def test_all_of_a_page_means_the_same_figure_by_the_newest(newest: str, others: list[str]):
    """The longer one of two times that end on one day."""
    label = "Tỷ lệ trễ hẹn"
    figures = {"2023": (), **{when: (of(label, f"{n}%"),) for n, when in enumerate([newest, *others])}}
    targets = {"2023": (aim(label, "dưới 2%"),)}
    every = (told(*found, when=when, targets=targets.get(when, ())) for when, found in figures.items())
    reports = tuple(sorted(every, key=lambda r: (r.period.end, r.period.start, r.period.slug)))
    facts = place_page(Archive(shipped(), reports), {}, DISTRICT.path).facts
    late = next(one for one in facts["answers"].all if one.question is Question.LATE)

    assert late.card
    assert late.card.figure.text == "0%"
    assert [row.figure.text for row in facts["comparisons"]] == ["0%"]
    assert [outcome.figure.text for goal in facts["goals"].all for outcome in goal.outcomes] == ["0%"]


def test_what_ended_nobody_knows_when_is_as_old_as_it_can_be():
    """An older figure is not the newest because its day is known; nor is one newer than what may have ended before."""
    oldest_first = [
        "2020", "2022-01-01_den-nay", "2022-quy-4", "2022", "2023-01-01_den-nay", "2023-thang-1", "2023-quy-2",
        "2023-6-thang",
    ]  # fmt: skip
    figures = {when: of("Hồ sơ tiếp nhận", "5") for when in oldest_first}

    assert sorted(oldest_first, key=lambda when: newness(told(when=when), figures[when])) == oldest_first


def test_an_answer_has_its_target_and_the_year_before_only_of_the_same_stretch():
    before, now = (
        told(of("Hồ sơ tiếp nhận", text), when=when) for text, when in (("5", "2022-6-thang"), ("9", "2022"))
    )
    report = told(of("Hồ sơ tiếp nhận", "6"), of("Tỷ lệ trễ hẹn", "1%"), targets=(aim("Tỷ lệ trễ hẹn", "dưới 2%"),))
    alike, other = (answers(earlier, report)["DOSSIERS"].card for earlier in (before, now))

    assert alike
    assert other
    assert (alike.change and alike.change.before.text, other.change) == ("5", None)
    late = answers(report)["LATE"].card
    assert late
    assert (late.target and late.target.text, late.verdict) == ("dưới 2%", Verdict.MET)


def test_a_doubted_answer_says_so():
    report = told(of("Hồ sơ tiếp nhận", "6"))
    doubt = Problem(report.figures[0].at, "sum-differs", "…", warning=True)
    page = place_page(Archive(shipped(), (report,)), {FILE: [doubt]}, DISTRICT.path)

    assert [answer.card.doubted for answer in page.facts["answers"].all if answer.card] == [True]


def test_what_is_in_doubt_or_on_another_base_does_not_stand_beside_an_answer():
    received, handled = of("Hồ sơ tiếp nhận", "6"), of("Hồ sơ đã giải quyết", "7")
    report = told(received, handled)
    doubt = Problem(handled.at, "sum-differs", "…", warning=True)
    known = first_answers((report,), Archive(shipped(), (report,)), doubts={FILE: [doubt]})
    bases = named("Hồ sơ tiếp nhận"), named("Hồ sơ đã giải quyết")
    rates = [
        of(label, "90%", base=base) for label, base in zip(("Tỷ lệ trước hạn", "Tỷ lệ trong hạn"), bases, strict=True)
    ]

    assert known
    assert known.all[0].beside is None
    assert answers(told(received, handled))["DOSSIERS"].beside == handled
    assert answers(told(*rates))["ON_TIME"].beside is None


def test_a_report_of_many_figures_is_not_many_rows():
    labels = [indicator.label for indicator in shipped().indicators.values() if indicator.phrase][:30]
    many = [of(label, "1", member) for label in labels[:5] for member in (LAND,)]
    page = place_page(
        Archive(shipped(), (report := told(*(of(label, "1") for label in labels), *many),)), {}, DISTRICT.path
    )

    assert len(page.facts["comparisons"]) == 12
    assert page.facts["more"] == len(report.figures) - 12
    assert not any(row.figure.slice.members for row in page.facts["comparisons"])


def test_the_home_page_counts_places_that_answer_and_adds_none_of_their_figures():
    reports = (
        told(of("Hồ sơ tiếp nhận", "5"), of("Hồ sơ giải quyết quá hạn", "không công bố"), when="2022"),
        told(of("Hồ sơ tiếp nhận", "6"), of("Tỷ lệ đúng hạn", "98%", LAND)),
        replace(told(of("Hồ sơ tiếp nhận", "7")), place=PROVINCE),
    )
    outline = Archive(shipped(), reports).outline

    assert [outline.count_answering(question.name) for question in Question] == [2, 0, 0, 0]
    assert joined([outline, Outline()]).count_answering("DOSSIERS") == 2
    found = home_page(Archive(shipped(), reports), {}, "").facts["national"]
    assert [(one.question, one.count, one.path) for one in found] == [(Question.DOSSIERS, 2, "chi-so/ho-so-tiep-nhan/")]


def test_the_home_page_is_made_anew_when_another_place_answers():
    outline = Archive(shipped(), (told(of("Hồ sơ tiếp nhận", "5")),)).outline
    listener = Listener(Around(outline, {}, {}))

    listener.outline.count_answering("DOSSIERS")

    assert listener.questions == (("count_answering", "DOSSIERS", 1),)
