"""What was printed, plus what it means; and never a guess."""

import csv
import re
import unicodedata
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.model.intervals import Interval, sum_of
from bantin.model.values import Bound, Kind, State, Value, meets
from bantin.problems.codes.values import OF_FIGURES
from bantin.reading.numbers import Misprint, parse
from bantin.vietnamese import normalise

COUNT, PERCENT, RATIO, RANK, SCORE = Kind.COUNT, Kind.PERCENT, Kind.RATIO, Kind.RANK, Kind.SCORE
MONEY, POINTS, GRADE, STATEMENT = Kind.MONEY, Kind.POINTS, Kind.GRADE, Kind.STATEMENT
NUMERIC = (COUNT, PERCENT, RATIO, RANK, SCORE, MONEY, POINTS)
UNITS = {
    COUNT: "hồ sơ",
    PERCENT: "%",
    RATIO: "hồ sơ",
    RANK: "hạng",
    SCORE: "điểm",
    MONEY: "đồng",
    POINTS: "điểm phần trăm",
}
BOUNDS = {
    Bound.EXACT: ["{}"],
    Bound.ABOUT: ["khoảng {}", "ước {}", "xấp xỉ {}", "trên dưới {}", "khoảng trên dưới {}"],
    Bound.NEARLY: ["gần {}", "khoảng gần {}", "đạt gần {}"],
    Bound.OVER: [
        "trên {}",
        "hơn {}",
        "khoảng trên {}",
        "khoảng hơn {}",
        "ít nhất trên {}",
        "tối thiểu hơn {}",
        "từ trên {}",
        "trên {} trở lên",
        "từ trên {} trở lên",
        "đạt trên {}",
    ],
    Bound.AT_LEAST: [
        "tối thiểu {}",
        "ít nhất {}",
        "không dưới {}",
        "từ {} trở lên",
        "{} trở lên",
        "tối thiểu {} trở lên",
        "tối thiểu từ {} trở lên",
        "tối thiểu từ {}",
        "không dưới {} trở lên",
        "đạt tối thiểu {} trở lên",
        "đạt từ {} trở lên",
    ],
    Bound.UNDER: ["dưới {}", "khoảng dưới {}", "tối đa dưới {}", "dưới {} trở xuống", "từ dưới {} trở xuống"],
    Bound.AT_MOST: [
        "tối đa {}",
        "không quá {}",
        "nhiều nhất {}",
        "từ {} trở xuống",
        "{} trở xuống",
        "không quá {} trở xuống",
        "tối đa từ {} trở xuống",
        "tối đa không quá {}",
    ],
}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}
CSV_BOUNDS = {"=": Bound.EXACT, "rank": Bound.EXACT, ">": Bound.OVER, ">=": Bound.AT_LEAST, "~<": Bound.NEARLY}
FIGURES = list(csv.DictReader((Path(__file__).parent / "figures.csv").read_text(encoding="utf-8").splitlines()))

fixed = settings(derandomize=True, deadline=None, max_examples=tries(100), database=None)


def value(text: str, kind: Kind, unit: str = "") -> Value:
    found = parse(text, kind, unit=unit)
    assert isinstance(found, Value), found
    return found


def question(text: str, kind: Kind, unit: str = "") -> Misprint:
    found = parse(text, kind, unit=unit)
    assert isinstance(found, Misprint), found
    return found


def span(low: str | None, high: str | None, ends: str = "[]") -> Interval:
    number = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(number[0], number[1], ends[0] == "(", ends[1] == ")")


def at(number: str) -> Interval:
    return Interval.point(Decimal(number))


# What people print


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['label']}: {row['published']}")
def test_every_published_figure_is_read_as_it_was_meant(row: dict[str, str]) -> None:
    kind = {"%": PERCENT, "hạng": RANK}.get(row["unit"], COUNT)

    found = value(row["published"], kind, row["unit"])

    assert found.text == row["published"]
    assert found.number == Decimal(row["number"])
    assert found.of == (Decimal(row["of"]) if row["of"] else None)
    assert found.bound is CSV_BOUNDS[row["bound"]]
    assert found.kind is (RATIO if kind is COUNT and row["of"] else kind)


@pytest.mark.parametrize(
    ("text", "kind", "number", "of", "step"),
    [
        ("0", COUNT, "0", None, "1"),
        ("00", COUNT, "0", None, "1"),
        ("02", COUNT, "2", None, "1"),
        ("08", COUNT, "8", None, "1"),
        ("1210", COUNT, "1210", None, "1"),
        ("1.423", COUNT, "1423", None, "1"),
        ("1.234.567", COUNT, "1234567", None, "1"),
        ("999.999.999.999.999", COUNT, "999999999999999", None, "1"),
        ("48,6 nghìn", COUNT, "48600", None, "100"),
        ("5,65 ngàn hồ sơ", COUNT, "5650", None, "10"),
        ("251 hồ sơ", COUNT, "251", None, "1"),
        ("251 HỒ SƠ", COUNT, "251", None, "1"),
        ("43/173", COUNT, "43", "173", "1"),
        ("25/27 hồ sơ", COUNT, "25", "27", "1"),
        ("1.049 / 1.210", RATIO, "1049", "1210", "1"),
        ("100%", PERCENT, "100", None, "1"),
        ("0,58%", PERCENT, "0.58", None, "0.01"),
        ("99,99%", PERCENT, "99.99", None, "0.01"),
        ("1.234,5%", PERCENT, "1234.5", None, "0.1"),
        ("trên 95 %", PERCENT, "95", None, "1"),
        ("95 phần trăm", PERCENT, "95", None, "1"),
        ("19/34", PERCENT, "19", "34", "1"),
        ("hạng 14/63", RANK, "14", "63", "1"),
        ("xếp thứ 14/63 tỉnh, thành phố", RANK, "14", "63", "1"),
        ("14/63 tỉnh, thành", RANK, "14", "63", "1"),
        ("8/15 huyện, thị xã và thành phố", RANK, "8", "15", "1"),
        ("14/63", RANK, "14", "63", "1"),
        ("hạng 1", RANK, "1", None, "1"),
        ("14", RANK, "14", None, "1"),
        ("87,6/100 điểm", SCORE, "87.6", "100", "0.1"),
        ("87,6/100", SCORE, "87.6", "100", "0.1"),
        ("87,60 điểm", SCORE, "87.60", None, "0.01"),
        ("khoảng gần 4,8 tỷ đồng", MONEY, "4800000000", None, "100000000"),
        ("450.000 đồng", MONEY, "450000", None, "1"),
        ("1.234,5 triệu đồng", MONEY, "1234500000", None, "100000"),
        ("1,2 nghìn tỷ đồng", MONEY, "1200000000000", None, "100000000000"),
        ("4,8 tỷ", MONEY, "4800000000", None, "100000000"),
        ("1,5 điểm phần trăm", POINTS, "1.5", None, "0.1"),
        ("tăng 1,5 điểm %", POINTS, "1.5", None, "0.1"),
        ("giảm 1,5 điểm phần trăm", POINTS, "-1.5", None, "0.1"),
        ("−2 điểm phần trăm", POINTS, "-2", None, "1"),
        ("trên 1 điểm phần trăm", POINTS, "1", None, "1"),
    ],
)
def test_a_number_is_read_as_vietnamese_writes_it(
    text: str, kind: Kind, number: str, of: str | None, step: str
) -> None:
    found = value(text, kind, UNITS[kind])

    assert found.number == Decimal(number)
    assert found.of == (Decimal(of) if of else None)
    assert found.step == Decimal(step)
    assert found.kind is (RATIO if of and kind in (COUNT, PERCENT) else kind)


@pytest.mark.parametrize(("bound", "phrase"), [(bound, phrase) for bound in BOUNDS for phrase in BOUNDS[bound]])
def test_a_word_about_the_number_is_kept_as_its_bound(bound: Bound, phrase: str) -> None:
    for form in ("NFC", "NFD"):
        for text in (phrase.format("70%"), phrase.format("70%").upper()):
            assert value(unicodedata.normalize(form, text), PERCENT).bound is bound


def test_the_value_keeps_the_printed_places() -> None:
    assert str(value("93,60%", PERCENT).number) == "93.60"


def test_a_scaled_number_has_no_places_of_its_own() -> None:
    assert str(value("4,8 tỷ đồng", MONEY).number) == "4800000000"


@pytest.mark.parametrize("unit", ["trường hợp", "TRƯỜNG HỢP", "truong hop", unicodedata.normalize("NFD", "trường hợp")])
def test_a_unit_is_known_by_its_slug(unit: str) -> None:
    assert value(f"1.210 {unit}", COUNT, "trường hợp").number == 1210


def test_a_unit_that_looks_like_another_kind_is_still_the_indicators_own() -> None:
    assert value("08 điểm", COUNT, "điểm").kind is COUNT


def test_a_unit_that_begins_with_a_scale_word_is_not_scaled() -> None:
    assert value("5 triệu lượt", COUNT, "triệu lượt").number == 5


@pytest.mark.parametrize("text", ["không có", "Không có", "KHÔNG CÓ", unicodedata.normalize("NFD", " không  có ")])
def test_none_means_zero(text: str) -> None:
    for kind in (COUNT, RATIO, MONEY):
        found = value(text, kind)
        assert (found.number, found.bound, found.interval) == (0, Bound.EXACT, at("0"))
        assert found.text == normalise(text)


@pytest.mark.parametrize("kind", [PERCENT, RANK, SCORE, POINTS])
def test_none_of_something_that_is_not_counted_is_a_question(kind: Kind) -> None:
    assert question("không có", kind).code == "kind-mismatch"


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("kind", list(Kind))
def test_the_other_states_are_no_values(state: State, kind: Kind) -> None:
    assert parse(state.value, kind) is state
    assert parse(unicodedata.normalize("NFD", state.value.upper()), kind) is state


@pytest.mark.parametrize("text", ["Khá", "Tốt", "Xuất sắc", "Trung bình", "Yếu", "Hoàn thành tốt nhiệm vụ"])
def test_a_grade_is_its_words(text: str) -> None:
    assert value(text, GRADE) == Value(text, GRADE)


def test_a_statement_is_any_text() -> None:
    assert value("Đã ban hành 02 kế hoạch.", STATEMENT).text == "Đã ban hành 02 kế hoạch."


def test_a_grade_says_nothing_about_numbers() -> None:
    assert value("Khá", GRADE).interval == value("Khá", GRADE).unrounded == Interval()


# Questions, never guesses

QUESTIONS = [
    ("1.21", COUNT, "number-ambiguous"),
    ("1.2", COUNT, "number-ambiguous"),
    ("0.123", COUNT, "number-ambiguous"),
    ("1234.567", COUNT, "number-ambiguous"),
    ("012.345", COUNT, "number-ambiguous"),
    ("1,210", COUNT, "number-ambiguous"),
    ("hạng 1.21", RANK, "number-ambiguous"),
    ("43/1.73", COUNT, "number-ambiguous"),
    ("4.80 đồng", MONEY, "number-ambiguous"),
    ("99.125%", PERCENT, "number-ambiguous"),
    ("87.625 điểm", SCORE, "number-ambiguous"),
    ("12.5%", PERCENT, "number-decimal-point"),
    ("trên 12.5%", PERCENT, "number-decimal-point"),
    ("0.125%", PERCENT, "number-decimal-point"),
    ("12.3456%", PERCENT, "number-decimal-point"),
    ("12.5", PERCENT, "number-decimal-point"),
    ("4.8 tỷ đồng", MONEY, "number-decimal-point"),
    ("48.6 nghìn", COUNT, "number-decimal-point"),
    ("87.6/100 điểm", SCORE, "number-decimal-point"),
    *((text, COUNT, "number-unreadable") for text in ("1,210.5", "1 210", "1.2345", "12.34.567", "1.210.5", "1..2")),
    *(
        (text, COUNT, "number-unreadable")
        for text in ("", " ", "--", "abc", "∞", "\uff11\uff12", "1e3", "٣", "²", "12²", "½", "x1")
    ),
    *(
        (text, COUNT, "number-unreadable")
        for text in ("1,2,3", "1.210.", "1,", ".5", "5/", "1/2/3", "-5", "20/08/2023")
    ),
    *(
        (text, COUNT, "number-unreadable")
        for text in ("15.182 và 15.200", "70-80-90", "1\u200b210", "1\n210", "9" * 16, "9" * 300)
    ),
    ("12,5%%", PERCENT, "unit-unknown"),
    ("tối thiểu tương ứng là 60%", PERCENT, "number-unreadable"),
    ("đạt 60%", PERCENT, "number-unreadable"),
    ("93 826", COUNT, "number-unreadable"),
    ("5-10", RANK, "number-unreadable"),
    ("5-6/10", COUNT, "number-unreadable"),
    ("100\u2212120", COUNT, "number-unreadable"),
    ("20-08-2023", COUNT, "number-unreadable"),
    ("2021-2025", COUNT, "number-ambiguous"),
    ("12 - 2023", COUNT, "number-ambiguous"),
    ("0297-3829123", COUNT, "number-ambiguous"),
    ("900 đến 1,2 nghìn", COUNT, "number-ambiguous"),
    ("55-60", PERCENT, "kind-mismatch"),
    ("100 thủ tục - 120 hồ sơ", COUNT, "unit-unknown"),
    ("55-60.5%", PERCENT, "number-decimal-point"),
    ("tối thiểu 55-60%", PERCENT, "bound-unclear"),
    ("55-60% trở lên", PERCENT, "bound-unclear"),
    ("khoảng gần 200-300", COUNT, "bound-unclear"),
    ("120 - 100", COUNT, "range-reversed"),
    ("từ 60% đến 55%", PERCENT, "range-reversed"),
    ("trên hạng 10", RANK, "number-unreadable"),
    ("giảm hơn 1 điểm phần trăm", POINTS, "number-unreadable"),
    ("12,5", COUNT, "count-has-decimals"),
    ("1.210,5", COUNT, "count-has-decimals"),
    ("1,2345 nghìn", COUNT, "count-has-decimals"),
    ("1,5/34", COUNT, "count-has-decimals"),
    ("450.000,5 đồng", MONEY, "count-has-decimals"),
    ("95%", COUNT, "kind-mismatch"),
    ("hạng 5", COUNT, "kind-mismatch"),
    ("95", PERCENT, "kind-mismatch"),
    ("trên 95", PERCENT, "kind-mismatch"),
    ("1,5 điểm phần trăm", PERCENT, "kind-mismatch"),
    ("không có", PERCENT, "kind-mismatch"),
    ("87,6", SCORE, "kind-mismatch"),
    ("69,37%", SCORE, "kind-mismatch"),
    ("450.000", MONEY, "kind-mismatch"),
    ("1,5%", POINTS, "kind-mismatch"),
    ("43", RATIO, "kind-mismatch"),
    ("5/6 đồng", MONEY, "kind-mismatch"),
    ("95%", RANK, "kind-mismatch"),
    ("251 thủ tục", COUNT, "unit-unknown"),
    ("từ 251 thủ tục trở lên", COUNT, "unit-unknown"),
    ("5 nghìn thủ tục", COUNT, "unit-unknown"),
    ("95% thủ tục", PERCENT, "unit-unknown"),
    ("19/34%", PERCENT, "unit-unknown"),
    ("4,8 tỷ USD", MONEY, "unit-unknown"),
    ("14/63 quốc gia", RANK, "unit-unknown"),
    ("14 tỉnh", RANK, "unit-unknown"),
    ("hạng 14 tỉnh", RANK, "unit-unknown"),
    ("hạng 14/63 quốc gia", RANK, "unit-unknown"),
    ("từ 70%", PERCENT, "bound-unclear"),
    ("tối đa từ 70%", PERCENT, "bound-unclear"),
    ("khoảng từ 70%", PERCENT, "bound-unclear"),
    ("khoảng 70% trở lên", PERCENT, "bound-unclear"),
    ("gần trên 70%", PERCENT, "bound-unclear"),
    ("tối thiểu không quá 70%", PERCENT, "bound-unclear"),
    ("dưới 70% trở lên", PERCENT, "bound-unclear"),
    ("trên 70% trở xuống", PERCENT, "bound-unclear"),
    ("tối đa từ 70% trở lên", PERCENT, "bound-unclear"),
    ("hạng 10 trở lên", RANK, "bound-unclear"),
    ("tối thiểu 10", RANK, "bound-unclear"),
    ("dưới 0", COUNT, "bound-unclear"),
    ("gần 0%", PERCENT, "bound-unclear"),
    ("trên 38/38", COUNT, "bound-unclear"),
    ("35/34", COUNT, "ratio-exceeds"),
    ("35/34", PERCENT, "ratio-exceeds"),
    ("101/100 điểm", SCORE, "ratio-exceeds"),
    ("0/0", COUNT, "ratio-zero"),
    ("5/00", PERCENT, "ratio-zero"),
    ("hạng 14/0", RANK, "ratio-zero"),
    ("hạng 64/63", RANK, "rank-outside"),
    ("hạng 0", RANK, "rank-outside"),
    ("loại 2", GRADE, "text-unreadable"),
    ("--", GRADE, "text-unreadable"),
    ("Khá " * 30, GRADE, "text-unreadable"),
    ("", GRADE, "text-unreadable"),
    ("…", STATEMENT, "text-unreadable"),
]


@pytest.mark.parametrize(("text", "kind", "code"), QUESTIONS)
def test_what_is_not_clear_is_a_question(text: str, kind: Kind, code: str) -> None:
    assert question(text, kind, UNITS.get(kind, "")).code == code


@pytest.mark.parametrize(("text", "kind", "code"), QUESTIONS)
def test_a_question_quotes_what_stands_there(text: str, kind: Kind, code: str) -> None:
    asked = question(text, kind, UNITS.get(kind, ""))
    quoted = text[asked.offset : asked.offset + asked.length]

    assert quoted == quoted.strip(" ")
    assert (f"«{quoted}»" in asked.message) or not quoted or len(quoted) > 40 or not quoted.isprintable()


@pytest.mark.parametrize(("text", "kind", "code"), QUESTIONS)
def test_what_a_question_offers_can_be_read(text: str, kind: Kind, code: str) -> None:
    asked = question(text, kind, UNITS.get(kind, ""))

    if code not in ("ratio-exceeds", "range-reversed"):
        offered = re.findall("«(.+?)»", asked.help.partition(", xin ")[2] or asked.help)
        assert offered
        assert not [form for form in offered if isinstance(parse(form, kind, unit=UNITS.get(kind, "")), Misprint)]


def test_every_code_is_asked_by_some_example() -> None:
    assert {code for _, _, code in QUESTIONS} == set(OF_FIGURES)


def test_a_point_that_separates_no_thousands_is_a_question() -> None:
    assert question("1.21", COUNT) == Misprint(
        "number-ambiguous",
        "«1.21» chưa rõ là 1,21 hay 121 hay 1.210.",
        "Xin xem lại nguồn rồi viết «121» hoặc «1.210».",
        0,
        4,
    )


def test_a_point_before_decimals_is_a_question_that_offers_the_comma() -> None:
    assert question("trên 12.5%", PERCENT) == Misprint(
        "number-decimal-point",
        "«12.5» dùng dấu chấm; phần thập phân được viết sau dấu phẩy.",
        "Xin viết «trên 12,5%».",
        5,
        4,
    )


def test_a_bare_number_is_no_percent() -> None:
    assert question("từ 95 trở lên", PERCENT).help == "Xin viết «từ 95% trở lên»."


def test_another_unit_is_quoted_with_the_form_that_would_be_right() -> None:
    asked = question("từ 251 hồ sơ trở lên", COUNT, "TTHC")

    assert asked.message == "«hồ sơ» không phải là đơn vị của chỉ số này."
    assert asked.help == "Nếu nguồn tính bằng «TTHC», xin viết «từ 251 TTHC trở lên»."
    assert (asked.offset, asked.length) == (7, 5)


def test_another_unit_leaves_the_scale_word_alone() -> None:
    asked = question("48,6 nghìn hồ sơ", COUNT, "thủ tục")

    assert asked.help == "Nếu nguồn tính bằng «thủ tục», xin viết «48,6 nghìn thủ tục»."
    assert (asked.offset, asked.length) == (11, 5)


def test_an_open_range_asks_where_it_leads() -> None:
    help = "Xin xem lại nguồn rồi viết «từ 70% trở lên» hoặc «từ 70% trở xuống»."
    assert question("từ 70%", PERCENT).help == help


def test_controls_do_not_reach_the_terminal() -> None:
    for text in ("\x1b[31m", "\x1b[31m5 USD"):
        asked = question(text, COUNT)
        assert "\x1b" not in asked.message + asked.help


@pytest.mark.parametrize("piece", [" ", "1", "1.", "1.000", "/", "tối thiểu ", "trở lên", "1 / ", "\u0323", "từ 1 "])
def test_a_long_text_is_refused_at_once(piece: str) -> None:
    for kind in NUMERIC:
        assert question(piece * 50_000, kind, "hồ sơ").code == "number-unreadable"


# What holds for all texts


class Print(NamedTuple):
    text: str
    kind: Kind
    number: Decimal
    of: Decimal | None
    bound: Bound
    step: Decimal


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@st.composite
def whole_numbers(draw: st.DrawFn, low: int = 0, high: int = 10**9) -> tuple[str, int]:
    number = draw(st.integers(low, high))
    forms = [grouped(number), str(number), *([f"{number:02}"] if number < 10 else [])]
    return draw(st.sampled_from(forms)), number


@st.composite
def decimal_numbers(draw: st.DrawFn, high: int = 10**6, *, few_points: bool = False) -> tuple[str, Decimal]:
    whole, decimals = draw(st.integers(0, high)), draw(st.sampled_from(["", "0", "5", "62", "05", "125"]))
    if not decimals:
        return (str(whole) if few_points else grouped(whole)), Decimal(whole)
    return f"{draw(st.sampled_from([grouped(whole), str(whole)]))},{decimals}", Decimal(f"{whole}.{decimals}")


@st.composite
def prints(draw: st.DrawFn) -> Print:
    """A canonical text of any kind with what it means, in all its spellings."""
    kind = draw(st.sampled_from(NUMERIC))
    of, places, scale, sign = None, 0, 1, 1
    bound = draw(st.sampled_from([b for b in BOUNDS if kind is not RANK or b is Bound.EXACT]))
    if kind in (COUNT, MONEY):
        scale_word = draw(st.sampled_from(["", *SCALES]))
        scale = SCALES.get(scale_word, 1)
        text, number = draw(decimal_numbers() if scale > 1 else whole_numbers())
        units = ["", " hồ sơ"] if kind is COUNT else [" đồng", *([""] if scale_word else [])]
        core = text + (f" {scale_word}" if scale_word else "") + draw(st.sampled_from(units))
    elif kind in (RATIO, RANK):
        whole_text, of = draw(whole_numbers(1))
        text, number = draw(whole_numbers(1, of))
        leads, tails = (
            (["hạng ", "thứ ", "xếp hạng ", ""], ["", " tỉnh, thành phố"]) if kind is RANK else ([""], ["", " hồ sơ"])
        )
        core = f"{draw(st.sampled_from(leads))}{text}/{whole_text}{draw(st.sampled_from(tails))}"
    else:
        text, number = draw(decimal_numbers(few_points=True))
        core = text + draw(
            st.sampled_from(
                {PERCENT: ["%", " %", " phần trăm"], SCORE: [" điểm"]}.get(kind, [" điểm phần trăm", " điểm %"])
            )
        )
    phrase = draw(st.sampled_from(BOUNDS[bound]))
    if kind is POINTS and phrase == "{}":
        phrase, sign = draw(
            st.sampled_from([("{}", 1), ("tăng {}", 1), ("+{}", 1), ("giảm {}", -1), ("-{}", -1), ("−{}", -1)])
        )
    places = len(text.partition(",")[2])
    text = phrase.format(core)
    text = draw(st.sampled_from([str.lower, str.upper, str.capitalize, str]))(text)
    text = text.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0", "\u202f", " \u00a0"])))
    text = draw(st.sampled_from(["", " ", "\u00a0"])) + unicodedata.normalize(
        draw(st.sampled_from(["NFC", "NFD"])), text
    )
    return Print(text, kind, number * scale * sign, Decimal(of) if of else None, bound, Decimal(scale) / 10**places)


@fixed
@given(prints())
def test_a_printed_number_is_read_back(printed: Print) -> None:
    found = parse(printed.text, printed.kind, unit=UNITS[printed.kind])
    if isinstance(found, Misprint):  # the few that no number can satisfy, or that count in fractions
        impossible = printed.bound in (Bound.UNDER, Bound.NEARLY) and printed.number == 0
        more_than_all = printed.bound is Bound.OVER and printed.number == printed.of
        assert impossible or more_than_all or printed.number % 1
        return

    assert isinstance(found, Value)
    assert found.text == normalise(printed.text)
    assert (found.number, found.of, found.bound, found.step) == printed[2:]
    assert found.kind is printed.kind


NUMBER = r"[0-9]+(?:,[0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?"
LEADS = "khoảng|ước|xấp xỉ|trên dưới|gần|trên|hơn|tối thiểu|ít nhất|không dưới|dưới|tối đa|không quá|nhiều nhất|từ|đạt"
GRAMMAR = re.compile(
    rf"(?:(?:(?:{LEADS})(?: (?:{LEADS}))*|(?:xếp |đứng )?(?:hạng|thứ)|tăng|giảm|[-+−]) ?)?"
    rf"(?P<number>{NUMBER})(?: ?/ ?(?P<of>{NUMBER}))?"
    rf"(?: ?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))}))?"
    rf"(?: ?(?:%|phần trăm|điểm(?: (?:%|phần trăm))?|đồng|(?P<unit>[a-zà-ỹđ, ]+?)))?(?: ?(?:trở lên|trở xuống))?"
)
FRAGMENTS = [
    *(
        "0",
        "1",
        "12",
        "210",
        "1.210",
        "93,62",
        ".",
        ",",
        "/",
        " ",
        "\u00a0",
        "%",
        "-",
        "−",
        "+",
        "e",
        "²",
        "\uff11",
        "٣",
        "\n",
        "~",
    ),
    *(" - ", "–", " đến ", "đạt "),
    *("gần ", "khoảng ", "TRÊN ", "từ ", "tối thiểu ", "dưới ", "hạng ", "thứ ", "giảm ", " trở lên", " trở xuống"),
    *(
        " nghìn",
        " tỷ",
        " đồng",
        " điểm",
        " phần trăm",
        " hồ sơ",
        " thủ tục",
        " tỉnh, thành phố",
        "không có",
        "\u0323",
        "\u200b",
    ),
]
texts = st.text(max_size=30) | st.lists(st.sampled_from(FRAGMENTS), max_size=7).map("".join)


@settings(fixed, max_examples=tries(600))
@given(texts, st.sampled_from(list(Kind)), st.sampled_from(["", "hồ sơ", "%", "điểm", "triệu đồng", "²", "--"]))
@example("Không có", COUNT, "")
@example("5 ²", COUNT, "²")
def test_no_text_is_guessed(text: str, kind: Kind, unit: str) -> None:
    found = parse(text, kind, unit=unit)

    if isinstance(found, Misprint):
        assert found.code in OF_FIGURES
        assert found.message
        assert found.help
        assert 0 <= found.offset <= found.offset + found.length <= len(normalise(text))
    if not isinstance(found, Value):
        return
    assert found.text == normalise(text)
    words = " ".join(found.text.lower().split())
    if kind in (GRADE, STATEMENT) or words == "không có":
        assert (found.number or 0) == 0
        return
    if unit in words and words.endswith(unit) and not unit.isalpha():  # a unit is whatever the site says it is
        words = words.removesuffix(unit).strip() + ("%" if unit == "%" else "")
    if found.upto is not None:
        ends = re.split(" ?(?:[-–—]|đến|tới) ?", words)
        assert len(ends) == 2
        assert all(GRAMMAR.fullmatch(end) for end in ends)
        return
    printed = GRAMMAR.fullmatch(words)
    assert printed
    scale = SCALES.get(printed["scale"], 1) if kind in (COUNT, MONEY) else 1
    assert found.number is not None
    assert abs(found.number) == Decimal(printed["number"].replace(".", "").replace(",", ".")) * scale
    assert found.of == (Decimal(printed["of"].replace(".", "").replace(",", ".")) if printed["of"] else None)


# What the printed words allow


@pytest.mark.parametrize(
    ("text", "kind", "interval"),
    [
        ("1.210", COUNT, at("1210")),
        ("93,62%", PERCENT, at("93.62")),
        ("gần 1.600", COUNT, span("1500", "1600", "[)")),
        ("gần 30.000", COUNT, span("20000", "30000", "[)")),
        ("khoảng 1.600", COUNT, span("1500", "1700")),
        ("khoảng gần 4,8 tỷ đồng", MONEY, span("4700000000", "4800000000", "[)")),
        ("khoảng 0,5%", PERCENT, span("0.4", "0.6")),
        ("khoảng 0", COUNT, span("0", "1")),
        ("khoảng 1", COUNT, span("0", "2")),
        ("trên 95%", PERCENT, span("95", None, "(]")),
        ("từ 70% trở lên", PERCENT, span("70", None)),
        ("dưới 5", COUNT, span("0", "5", "[)")),
        ("tối đa 5%", PERCENT, span("0", "5")),
        ("dưới 2 điểm phần trăm", POINTS, span(None, "2", "[)")),
        ("ít nhất 19/34", COUNT, span("19", "34")),
        ("trên 80/100 điểm", SCORE, span("80", "100", "(]")),
    ],
)
def test_words_allow_these_numbers(text: str, kind: Kind, interval: Interval) -> None:
    assert value(text, kind).interval == interval


@pytest.mark.parametrize(
    ("text", "kind", "unrounded"),
    [
        ("55%", PERCENT, span("54.5", "56", "[)")),
        ("93,62%", PERCENT, span("93.615", "93.63", "[)")),
        ("0%", PERCENT, span("0", "1", "[)")),
        ("100%", PERCENT, span("99.5", "101", "[)")),
        ("87,6/100 điểm", SCORE, span("87.55", "87.7", "[)")),
        ("100/100 điểm", SCORE, span("99.5", "100")),
        ("48,6 nghìn", COUNT, span("48550", "48700", "[)")),
        ("-1,5 điểm phần trăm", POINTS, span("-1.6", "-1.45", "(]")),
        ("1.210", COUNT, at("1210")),
        ("19/34", PERCENT, at("19")),
        ("450.000 đồng", MONEY, at("450000")),
        ("trên 95%", PERCENT, span("95", None, "(]")),
    ],
)
def test_these_numbers_may_be_printed_so(text: str, kind: Kind, unrounded: Interval) -> None:
    assert value(text, kind).unrounded == unrounded


@fixed
@given(
    st.integers(0, 5000),
    st.integers(1, 5000),
    st.sampled_from(["1", "0.1", "0.01"]),
    st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]),
)
@example(19, 34, "1", ROUND_DOWN)
def test_a_rounded_rate_may_be_its_true_rate(part: int, rest: int, step: str, rounding: str) -> None:
    whole = part + rest
    printed = (Decimal(part * 100) / Decimal(whole)).quantize(Decimal(step), rounding)
    rate, ratio = value(f"{printed}%".replace(".", ","), PERCENT), value(f"{part}/{whole}", PERCENT)

    assert ratio.percent_of_whole is not None
    assert rate.unrounded.contains(ratio.percent_of_whole)
    assert ratio.share is not None
    assert ratio.share.contains(ratio.percent_of_whole)
    assert rate.unrounded.intersects((at(str(part)) / at(str(whole))).scaled(Decimal(100)))


def test_a_ratio_knows_its_exact_percent() -> None:
    assert value("19/34", COUNT).percent_of_whole == Fraction(1900, 34)
    assert value("38/38", COUNT).share == at("100")
    assert value("55%", PERCENT).percent_of_whole is None


def test_a_percent_is_its_own_share() -> None:
    assert value("trên 55%", PERCENT).share == span("55", None, "(]")
    assert value("55", COUNT).share is None


# Targets


@pytest.mark.parametrize(
    ("text", "target", "better", "met"),
    [
        ("98%", "tối thiểu 98%", None, True),
        ("98,5%", "tối thiểu 98%", None, True),
        ("trên 98%", "tối thiểu 98%", None, True),
        ("trên 95%", "tối thiểu 98%", None, None),
        ("97%", "tối thiểu 98%", None, False),
        ("gần 98%", "tối thiểu 98%", None, False),
        ("80%", "trên 80%", None, False),
        ("từ 80% trở lên", "trên 80%", None, None),
        ("trên 80%", "trên 80%", None, True),
        ("từ 70% trở lên", "tối thiểu 80%", None, None),
        ("dưới 80%", "tối thiểu 80%", None, False),
        ("5%", "dưới 5%", None, False),
        ("4%", "dưới 5%", None, True),
        ("5%", "không quá 5%", None, True),
        ("100%", "100%", None, True),
        ("99%", "100%", None, False),
        ("trên 95%", "100%", None, None),
        ("96%", "95%", None, False),
        ("96%", "95%", "higher", True),
        ("94%", "95%", "higher", False),
        ("trên 94%", "95%", "higher", None),
        ("96%", "95%", "lower", False),
        ("94%", "95%", "lower", True),
        ("95%", "95%", "lower", True),
        ("96%", "tối thiểu 95%", "lower", True),  # the printed word wins
        ("95%", "khoảng 90%", "higher", None),
        ("38/38", "100%", None, True),
        ("17/34", "50%", None, True),
        ("25/27", "25/27", None, True),
        ("50/54", "25/27", "higher", True),
        ("24/27", "tối thiểu 25/27", None, False),
        ("4/10", "dưới 5/10", None, True),
        ("5/10", "dưới 5/10", None, False),
        ("19/34", "tối thiểu 56%", None, False),
    ],
)
def test_a_target_is_met_or_missed_or_not_known(text: str, target: str, better: None, met: bool | None) -> None:
    goal = value(target, PERCENT)
    share = value(text, PERCENT).share

    assert value(text, PERCENT).meets(goal, better=better) is met
    assert share is not None
    if goal.kind is PERCENT or text != target:
        assert meets(share, goal, better=better) in (met, None)


def test_counts_are_measured_against_counts_only() -> None:
    assert value("30", COUNT).meets(value("tối thiểu 25", COUNT)) is True
    assert value("30", COUNT).meets(value("38/38", COUNT)) is None
    assert value("hạng 8/10", RANK).meets(value("hạng 10", RANK), better="lower") is True


def test_a_grade_meets_no_number() -> None:
    assert value("Khá", GRADE).meets(value("Tốt", GRADE), better="higher") is None
    assert meets(at("5"), value("Tốt", GRADE)) is None


# The algebra of intervals

numbers = st.decimals(-1000, 1000, places=2)
naturals = st.decimals(0, 1000, places=2)


@st.composite
def intervals_around(draw: st.DrawFn, members: st.SearchStrategy[Decimal]) -> tuple[Interval, Decimal]:
    """An interval with one number that it holds; its ends no lower than the members may be."""
    number = draw(members)
    ends, opens = [], []
    for sign in (-1, 1):
        away = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal("0.01"), None]) | naturals)
        ends.append(None if away is None else number + sign * away)
        opens.append(bool(away) and draw(st.booleans()))
    if members is naturals and (ends[0] is None or ends[0] < 0):
        ends[0], opens[0] = Decimal(0), False
    return Interval(ends[0], ends[1], *opens), number


anywhere, counted = intervals_around(numbers), intervals_around(naturals)


@fixed
@given(anywhere, anywhere)
def test_a_sum_lies_in_the_sum(left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]) -> None:
    (a, x), (b, y) = left, right
    assert sum_of([a, b]).contains(x + y)
    assert sum_of([a, b]) == sum_of([b, a]) == sum_of([sum_of([a]), b])


def test_an_end_without_bound_is_not_open() -> None:
    assert sum_of([span("5", None, "(]"), span("0", "3", "[)")]) == span("5", None, "(]")


@fixed
@given(anywhere, naturals)
@example((Interval(Decimal(54), Decimal(56), high_open=True), Decimal(55)), Decimal(0))
@example((Interval(), Decimal(55)), Decimal(0))
def test_a_multiple_lies_in_the_multiple(some: tuple[Interval, Decimal], factor: Decimal) -> None:
    interval, number = some
    assert interval.scaled(factor).contains(number * factor)


@settings(fixed, max_examples=tries(250))
@given(counted, counted)
def test_a_rate_lies_in_the_quotient(part: tuple[Interval, Decimal], whole: tuple[Interval, Decimal]) -> None:
    (k, x), (n, y) = part, whole
    if y > 0:
        assert (k / n).contains(Fraction(x) / Fraction(y))


def test_a_share_of_nothing_is_not_known() -> None:
    assert at("0") / at("0") == at("5") / at("0") == Interval()
    assert at("5") / span("0", "10") == span("0.5", None)
    assert at("0") / span("0", "10") == at("0")
    assert at("5") / span("10", None) == span("0", "0.5", "(]")


def test_a_quotient_is_open_where_an_end_is() -> None:
    assert span("1", "2", "()") / span("4", "8") == span("0.125", "0.5", "()")
    assert span("1", "2") / span("4", "8", "()") == span("0.125", "0.5", "()")
    assert span("0", "2") / span("4", "8", "()") == span("0", "0.5", "[)")
    assert span("0", "2") / span("4", None) == span("0", "0.5")


def test_an_open_end_is_not_held() -> None:
    ends = [span("1", "2").contains(Decimal(number)) for number in "12"]
    open_ends = [span("1", "2", "()").contains(Decimal(number)) for number in "12"]
    assert (ends, open_ends) == ([True, True], [False, False])
    assert span("1", "2", "()").contains(Fraction(4, 3))


@settings(fixed, max_examples=tries(250))
@given(anywhere, anywhere)
def test_comparisons_say_only_what_holds_for_all(
    left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, y) = left, right
    assert a.contains(x)
    assert a.is_below(b) is not (x >= y)
    assert a.is_above(b) is not (x <= y)
    assert a.is_above(b) is b.is_below(a)
    assert a.within(b) is not (not b.contains(x))
    assert a.intersects(b) is b.intersects(a)
    if b.contains(x):
        assert a.intersects(b)
        assert a.narrowed(b).contains(x)
        assert a.narrowed(b).within(a) is a.narrowed(b).within(b) is True


@pytest.mark.parametrize(
    ("left", "right", "below", "above", "within"),
    [
        (at("1"), at("1"), False, False, True),
        (at("1"), at("2"), True, False, False),
        (span("1", "2"), span("2", "3"), None, False, None),
        (span("1", "2", "[)"), span("2", "3"), True, False, False),
        (span("1", "2"), span("2", "3", "(]"), True, False, False),
        (span("1", "2"), span("0", None), None, None, True),
        (span("1", "2"), span("1", "2", "(]"), None, None, None),
        (span("1", "2", "(]"), span("1", "2"), None, None, True),
        (Interval(), at("1"), None, None, None),
        (at("1"), Interval(), None, None, True),
    ],
)
def test_intervals_compare_in_three_values(
    left: Interval, right: Interval, below: bool | None, above: bool | None, within: bool | None
) -> None:
    assert (left.is_below(right), left.is_above(right), left.within(right)) == (below, above, within)


@settings(fixed, max_examples=tries(250))
@given(anywhere, st.integers(0, 100), st.sampled_from([Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST]))
def test_a_target_is_judged_by_its_printed_word(some: tuple[Interval, Decimal], goal: int, bound: Bound) -> None:
    interval, number = some
    target = value(BOUNDS[bound][0].format(f"{goal}%"), PERCENT) if goal else value("tối đa 0%", PERCENT)
    reached = {
        Bound.OVER: number > goal,
        Bound.AT_LEAST: number >= goal,
        Bound.UNDER: number < goal,
        Bound.AT_MOST: number <= goal,
    }[target.bound]

    assert meets(interval, target) is not (not reached)


# What cells hold in the place of a number


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#n/a", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "####"])
@pytest.mark.parametrize("kind", list(Kind))
def test_an_error_of_a_spreadsheet_is_told_as_such(error: str, kind: Kind) -> None:
    asked = question(error, kind)

    assert "Excel" in asked.message
    assert asked.code == ("text-unreadable" if kind in (GRADE, STATEMENT) else "number-unreadable")


@pytest.mark.parametrize(
    "sign", ["-", "--", "—", "–", "−", "...", "…", "x", "X", "n/a", "N/A", "?", "*", "~", "none", "null"]
)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_sign_for_nothing_is_asked_which_nothing_it_is(sign: str, kind: Kind) -> None:
    help = question(sign, kind).help

    assert all(f"«{state}»" in help for state in State)
    assert ("«không có»" in help) is (kind in (COUNT, RATIO, MONEY))
    assert ("«0%»" in help) is (kind is PERCENT)


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("\uff11\uff12\uff13", COUNT, "123"),
        ("\u0661\u0662\u0663", COUNT, "123"),
        ("\U0001d7cf\U0001d7d0\U0001d7d1", COUNT, "123"),
        ("\uff19\uff10\uff0c\uff15\uff05", PERCENT, "90,5%"),
        ("1.\uff1210", COUNT, "1.210"),
    ],
)
def test_digits_of_other_keyboards_are_proposed_in_ordinary_ones(text: str, kind: Kind, meant: str) -> None:
    assert question(text, kind).help == f"Xin viết «{meant}»."


def test_digits_of_other_keyboards_that_are_no_number_get_no_proposal() -> None:
    assert "«1.2.3»" not in question("\uff11.\uff12.\uff13", COUNT).help


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0,7438", "74,38%"),
        ("0.7438", "74,38%"),
        ("0,125", "12,5%"),
        ("0,99875", "99,875%"),
        ("trên 0,951", "trên 95,1%"),
    ],
)
def test_a_share_of_a_spreadsheet_is_proposed_in_percent(text: str, meant: str) -> None:
    assert question(text, PERCENT).help == f"Xin xem lại nguồn rồi viết «{meant}»."


@pytest.mark.parametrize(("text", "both"), [("0,58", "«58%» hoặc «0,58%»"), ("1", "«100%» hoặc «1%»")])
def test_a_share_that_may_be_a_rate_as_it_is_is_asked(text: str, both: str) -> None:
    assert question(text, PERCENT).help == f"Xin xem lại nguồn rồi viết {both}."


@fixed
@given(st.integers(1, 9999))
def test_no_share_of_a_spreadsheet_with_many_decimals_keeps_its_digits(parts: int) -> None:
    text = f"0,{parts:04}"

    assert len(text.rstrip("0")) <= 4 or f"«{text}%»" not in question(text, PERCENT).help


# Ranks in words

WORDS = {1: "nhất", 2: "nhì", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín", 10: "mười"}


@pytest.mark.parametrize("lead", ["", "thứ", "hạng", "xếp thứ", "xếp hạng", "đứng thứ", "đồng hạng", "xếp đồng hạng", "xếp hạng thứ",
                                  "đứng ở vị trí thứ", "Hạng", "XẾP THỨ", "xếp đồng hạng thứ"])  # fmt: skip
@pytest.mark.parametrize(("number", "word"), [*WORDS.items(), (2, "hai"), (1, "một"), (4, "bốn"), (7, "bẩy")])
def test_a_rank_is_read_in_words_and_in_digits(lead: str, number: int, word: str) -> None:
    for written in (word, str(number), f"{word}/63", f"{number}/63", f"{word}/63 tỉnh, thành phố"):
        text = f"{lead} {written}".strip()
        found = value(text, RANK, "hạng")
        assert (found.number, found.of) == (number, 63 if "/" in written else None)
        assert (found.kind, found.bound, found.step, found.text) == (RANK, Bound.EXACT, 1, text)


@pytest.mark.parametrize(
    "text", ["thứ mười một", "hai mươi", "thứ nhất nhì", "gần nhất", "nhất nhất", "thứ", "hạng", "đồng", "top 3"]
)
def test_other_words_are_no_rank(text: str) -> None:
    assert question(text, RANK, "hạng")


@pytest.mark.parametrize("kind", [COUNT, PERCENT, SCORE, MONEY, POINTS])
def test_a_word_is_a_number_only_where_a_rank_is_expected(kind: Kind) -> None:
    assert question("ba", kind, UNITS[kind])
