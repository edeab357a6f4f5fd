"""Ranges, bounds said twice, points that are percents, and targets in words or of several indicators."""

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_by_place import OF_CITY, Made

from bantin.model.values import Bound, Direction, Kind, Value
from bantin.reading.numbers import Misprint, is_in_words, parse
from bantin.vietnamese import number

UNITS = {Kind.COUNT: ("hồ sơ", "", " hồ sơ"), Kind.PERCENT: ("%", "%"), Kind.SCORE: ("điểm", " điểm")}


def value(text: str, kind: Kind = Kind.COUNT, *, of_hundred: bool = False) -> Value:
    found = parse(text, kind, unit=UNITS[kind][0], of_hundred=of_hundred)
    assert isinstance(found, Value), (text, found)
    return found


def asked(text: str, kind: Kind = Kind.COUNT) -> Misprint:
    found = parse(text, kind, unit=UNITS[kind][0])
    assert isinstance(found, Misprint), (text, found)
    return found


@given(
    low=st.integers(1, 99_999),
    more=st.integers(1, 9_999),
    lead=st.sampled_from(["", "từ ", "khoảng ", "khoảng từ "]),
    between=st.sampled_from(["-", " - ", "–", " – ", " đến ", " tới "]),
    kind=st.sampled_from(list(UNITS)),
    once=st.booleans(),
)
def test_a_range_is_printed_as_it_stands_and_holds_its_ends(
    low: int, more: int, lead: str, between: str, *, kind: Kind, once: bool
):
    low, more = (low, more) if kind is Kind.COUNT else (low % 500, more % 400 + 1)  # 1.000% is asked about
    unit = UNITS[kind][-1]
    text = f"{lead}{number(low)}{'' if once else unit}{between}{number(low + more)}{unit}"
    found = value(text, kind)

    assert found.text == text
    assert (found.number, found.upto) == (low, low + more)
    assert found.bound is (Bound.ABOUT if "khoảng" in lead else Bound.BETWEEN)
    assert all(found.interval.contains(Decimal(inside)) for inside in (low, low + more // 2, low + more))
    assert found.whole is None
    if found.bound is Bound.BETWEEN:
        assert not found.interval.contains(Decimal(low - 1))
        assert not found.interval.contains(Decimal(low + more + 1))


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("100 - 120", Kind.COUNT, 100, 120),
        ("từ 200 đến 300", Kind.COUNT, 200, 300),
        ("200–300 hồ sơ", Kind.COUNT, 200, 300),
        ("4-5 nghìn", Kind.COUNT, 4000, 5000),
        ("55-60%", Kind.PERCENT, 55, 60),
        ("từ 55% đến 60%", Kind.PERCENT, 55, 60),
        ("80 - 90,5 điểm", Kind.SCORE, 80, Decimal("90.5")),
    ],
)
def test_ranges_as_they_are_printed(text: str, kind: Kind, low: int, high: int):
    found = value(text, kind)

    assert (found.interval.low, found.interval.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("120 - 100", "«120 - 100» có số đầu không nhỏ hơn số cuối."),
        ("100 - 100", "«100 - 100» có số đầu không nhỏ hơn số cuối."),
        ("200–300 đơn", "«đơn» không phải là đơn vị của chỉ số này."),
        ("trên 100 - 120", "chưa rõ là từ mức nào đến mức nào"),
        ("từ 100 đến trên 120", "Chưa hiểu"),
        ("12/7 - 15/7", "Chưa hiểu"),
        ("100 - 120 - 130", "Chưa hiểu"),
    ],
)
def test_what_is_no_range_is_asked_about(text: str, words: str):
    assert words in asked(text).message


@pytest.mark.parametrize("text", ["hạng 5-7", "5 - 7", "từ hạng 5 đến hạng 7"])
def test_between_two_ranks_nobody_knows_which_is_meant(text: str):
    assert isinstance(parse(text, Kind.RANK, unit="hạng"), Misprint)


UP = {"tối thiểu": Bound.AT_LEAST, "ít nhất": Bound.AT_LEAST, "không dưới": Bound.AT_LEAST, "trên": Bound.OVER}
UP |= {"hơn": Bound.OVER, "khoảng trên": Bound.OVER}
DOWN = {"tối đa": Bound.AT_MOST, "không quá": Bound.AT_MOST, "dưới": Bound.UNDER}


@pytest.mark.parametrize(("first", "second"), [*product(UP, UP), *product(DOWN, DOWN)])
def test_two_bounds_of_one_direction_are_the_stricter(first: str, second: str):
    words = UP | DOWN
    text = f"{first} {second} 55%"
    strict = {Bound.OVER, Bound.UNDER}
    stricter = max(words[first], words[second], key=lambda bound: bound in strict)

    assert (value(text, Kind.PERCENT).bound, value(text, Kind.PERCENT).text) == (stricter, text)


OPPOSED = [(*pair,) for pair in (*product(UP, DOWN), *product(DOWN, UP)) if not " ".join(pair).endswith("trên dưới")]
"""«Trên dưới 55%» is about 55%."""


@pytest.mark.parametrize(("first", "second"), OPPOSED)
def test_two_bounds_of_two_directions_are_asked_about(first: str, second: str):
    found = asked(f"{first} {second} 55%", Kind.PERCENT)

    assert found.code == "bound-unclear"
    assert "vừa là mức thấp nhất, vừa là mức cao nhất" in found.message


@pytest.mark.parametrize("lead", ["", "từ ", "tối thiểu ", "tối thiểu từ ", "ít nhất từ "])
def test_a_bound_before_and_after_is_one(lead: str):
    found = value(f"{lead}55% trở lên", Kind.PERCENT)

    assert (found.bound, found.number) == (Bound.AT_LEAST, 55)


@pytest.mark.parametrize("lead", ["dưới ", "tối đa ", "khoảng ", "gần "])
def test_a_bound_before_that_is_not_the_one_after_is_asked_about(lead: str):
    assert asked(f"{lead}55% trở lên", Kind.PERCENT).code == "bound-unclear"


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize(("typed", "right"), [("93 826", "93.826"), ("1 234 567", "1.234.567")])
def test_spaces_between_thousands_are_told(typed: str, right: str, space: str):
    found = asked(typed.replace(" ", space))

    assert "dấu cách" in found.message
    assert found.help == f"Xin viết «{right}»."


def test_points_and_percents_of_an_index_out_of_a_hundred_are_one_measure():
    points, percent = value("88,4 điểm", Kind.SCORE), value("89,68%", Kind.SCORE, of_hundred=True)

    assert (percent.text, percent.kind, percent.number) == ("89,68%", Kind.SCORE, Decimal("89.68"))
    assert percent.meets(points, better=Direction.HIGHER) is True
    assert value("86,5 điểm", Kind.PERCENT, of_hundred=True).number == Decimal("86.5")
    assert asked("89,68%", Kind.SCORE).code == "kind-mismatch"


PLAN = f"""{OF_CITY}
Chỉ tiêu:
  Toàn tỉnh:
    Xếp hạng Chỉ số cải cách hành chính + Xếp hạng PAPI: duy trì và nâng cao thứ hạng
    Chỉ số cải cách hành chính: từ 90 đến 92 điểm
    Tỷ lệ đúng hạn: tối thiểu từ 95% trở lên
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A plan, and what came of it."""
    results = (
        f"{OF_CITY}\nSố liệu:\n  Toàn tỉnh:\n    Chỉ số cải cách hành chính: 90,68%\n    Xếp hạng PAPI: hạng 3/34\n"
    )
    plan = PLAN.replace("05/01/2026", "05/01/2025")
    files = {"an-giang/2025-07-01_2025-12-31.yml": results, "an-giang/2025.yml": plan}
    return Made(tmp_path_factory.mktemp("plan"), files)


def test_one_target_of_several_indicators_stands_once_and_belongs_to_each(plan: Made):
    assert [line for line in plan.lines if "target-without-basis" not in line] == []
    rows = [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for row in plan.page("an-giang/2025").select("tbody tr")
    ]
    assert [row[-1] for row in rows] == [
        "duy trì và nâng cao thứ hạng", "từ 90 đến 92 điểm", "tối thiểu từ 95% trở lên",
    ]  # fmt: skip
    assert rows[0][0].startswith("Xếp hạng Chỉ số cải cách hành chính; Xếp hạng ")
    for name in ("Xếp hạng Chỉ số cải cách hành chính", "Xếp hạng PAPI"):
        id = plan.edition.archive.catalogue.indicator(name).id
        assert "duy trì và nâng cao thứ hạng" in plan.page(f"chi-so/{id}").get_text()


def test_a_target_in_words_is_told_as_an_aim_and_neither_met_nor_missed(plan: Made):
    lead = plan.page("an-giang/2025").select_one(".loi-dan").get_text()

    assert lead.startswith("Tỉnh An Giang đặt chỉ tiêu cho năm 2025")
    assert "«duy trì và nâng cao thứ hạng»" in lead


def test_a_target_in_words_has_no_verdict_and_one_in_points_judges_percents(tmp_path: Path):
    text = (
        f"{OF_CITY}Số liệu:\n  Chỉ số cải cách hành chính: 90,68%\n  Xếp hạng Chỉ số cải cách hành chính: hạng 3/102\n"
        "Chỉ tiêu:\n  Chỉ số cải cách hành chính: từ 90 đến 92 điểm\n"
        "  Xếp hạng Chỉ số cải cách hành chính: duy trì thứ hạng\n"
    )
    place = "an-giang/xa-vinh-thuan"
    table = Made(tmp_path, {f"{place}/2025-07-01_2025-12-31.yml": text}).page(place).select_one("table.so-lieu")

    said = [[small.get_text() for small in row.select("th small")][-1] for row in table.select("tbody tr")]
    assert said == ["chỉ tiêu: từ 90 đến 92 điểm đạt", "chỉ tiêu: duy trì thứ hạng"]


@pytest.mark.parametrize("kind", [Kind.RANK, Kind.SCORE, Kind.PERCENT])
@pytest.mark.parametrize(
    "text",
    [
        "duy trì và nâng cao thứ hạng",
        "Phấn đấu nâng cao điểm số",
        "năm sau cao hơn năm trước",
        "trong nhóm 10 tỉnh, thành phố dẫn đầu",
        "phấn đấu thuộc nhóm 15 địa phương dẫn đầu cả nước",
        "tăng ít nhất 02 bậc so với năm 2025",
        "tiếp tục duy trì trên 95%",
    ],
)
def test_an_aim_may_be_words_alone(text: str, kind: Kind):
    assert is_in_words(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tối thiểu 98%", Kind.PERCENT),
        ("98.5%", Kind.PERCENT),
        ("phấn đấu 98%", Kind.PERCENT),
        ("đạt 98%", Kind.PERCENT),
        ("hạng 10 trở lên", Kind.RANK),
        ("giảm 1.5 điểm phần trăm", Kind.POINTS),
        ("93 826", Kind.COUNT),
        ("chưa có", Kind.RANK),
        ("không công bố", Kind.RANK),
        ("Khá", Kind.RANK),
        ("duy trì " * 100, Kind.RANK),
    ],
)
def test_a_misprint_is_no_aim_in_words(text: str, kind: Kind):
    assert not is_in_words(text, kind)


def test_one_target_of_several_indicators_is_read_once(tmp_path: Path):
    text = (
        f"{OF_CITY}Chỉ tiêu:\n  Xếp hạng PAPI + Xếp hạng Chỉ số cải cách hành chính:\n    Giá trị: nâng cao thứ hạng\n"
        "    Ghi chú: Nguồn nêu chung.\n  Toàn tỉnh:\n    Tỷ lệ đúng hạn: tối thiểu 98%\n"
    )
    made = Made(tmp_path, {"an-giang/2025.yml": text})
    (report,) = made.edition.archive.reports
    (both, one) = report.targets

    assert [line for line in made.lines if "target-without-basis" not in line] == []
    assert [len(target.indicators) for target in (both, one)] == [2, 1]
    assert both.is_in_words
    assert [len(made.edition.archive.of_indicator(indicator.id)) for indicator in both.indicators] == [1, 1]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("Xếp hạng PAPI + Xếp hạng rừng", "unknown-indicator"),
        ("Xếp hạng PAPI + Xếp hạng PAPI", "duplicate-key"),
        ("Xếp hạng PAPI + Tỷ lệ đúng hạn", "kind-mismatch"),
    ],
)
def test_what_cannot_be_one_target_of_several_is_a_problem(key: str, code: str, tmp_path: Path):
    made = Made(tmp_path, {"an-giang/2025.yml": f"{OF_CITY}Chỉ tiêu:\n  Toàn tỉnh:\n    {key}: hạng 5/34\n"})

    assert [problem.code for problem in made.edition.errors] == [code]


def test_a_figure_is_never_words(tmp_path: Path):
    text = f"{OF_CITY}Số liệu:\n  Toàn tỉnh:\n    Xếp hạng PAPI: duy trì và nâng cao thứ hạng\n"

    assert [line.split("[")[1].split("]")[0] for line in Made(tmp_path, {"an-giang/2025.yml": text}).lines] == [
        "number-unreadable"
    ]


def test_an_index_in_percent_compares_with_its_points_of_the_year_before(tmp_path: Path):
    place, files = "kien-giang/huyen-vinh-thuan", {}
    for year, printed in (("2022", "87,6/100 điểm"), ("2023", "89,68%")):
        files[f"kien-giang/huyen-vinh-thuan/{year}.yml"] = (
            f"{OF_CITY}Số liệu:\n  Chỉ số cải cách hành chính: {printed}\n"
        )
    table = Made(tmp_path, files).page(place).select_one("table.so-lieu")

    assert [cell.get_text() for cell in table.select("tbody td")] == ["89,68%"]
    assert table.select("tbody th small")[-1].get_text() == "cùng kỳ năm trước: 87,6/100 điểm"
