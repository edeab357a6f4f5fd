"""Ranges as they are printed: two ends, one value, the words kept whole."""

import re
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.model.intervals import Interval
from bantin.model.values import Bound, Direction, Kind, Value
from bantin.reading.numbers import Misprint, parse
from bantin.vietnamese import normalise, number

UNITS = {Kind.COUNT: "hồ sơ", Kind.PERCENT: "%", Kind.SCORE: "điểm", Kind.MONEY: "đồng"}
RIGHT = {Kind.COUNT: ("", " hồ sơ"), Kind.PERCENT: ("%", " %"), Kind.SCORE: (" điểm",), Kind.MONEY: (" đồng",)}
SCALES = {"": 1, " nghìn": 10**3, " triệu": 10**6, " nghìn tỷ": 10**12}
FORMS = (
    "{}{unit}{joint}{}{unit}",  # «55% - 60%»
    "{}{joint}{}{unit}",  # «55-60%»
)
JOINTS = ("-", " - ", "–", " – ", " — ", " đến ", " tới ")
LEADS = {Bound.BETWEEN: ("", "từ ", "TỪ "), Bound.ABOUT: ("khoảng ", "khoảng từ ", "ước ", "từ khoảng ")}

few = settings(derandomize=True, deadline=None, max_examples=tries(150), database=None)


class Range(NamedTuple):
    text: str
    kind: Kind
    low: Decimal
    high: Decimal
    bound: Bound


def value(text: str, kind: Kind) -> Value:
    found = parse(text, kind, unit=UNITS[kind])
    assert isinstance(found, Value), found
    return found


def question(text: str, kind: Kind = Kind.COUNT) -> Misprint:
    found = parse(text, kind, unit=UNITS[kind])
    assert isinstance(found, Misprint), found
    return found


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range of any kind in all its spellings."""
    kind = draw(st.sampled_from(list(UNITS)))
    low, high = sorted(draw(st.lists(st.integers(0, 10**7), min_size=2, max_size=2, unique=True)))
    measured = kind in (Kind.PERCENT, Kind.SCORE)
    if measured:
        low, high = low % 1000, low % 1000 + 1 + high % 100
    tail = draw(st.sampled_from(("", ",5", ",25"))) if measured else ""
    scale = "" if measured else draw(st.sampled_from(list(SCALES)))
    bound = draw(st.sampled_from(list(LEADS)))
    form = draw(st.sampled_from(FORMS)).format(
        f"{number(low)}{tail}",
        f"{number(high)}{tail}",
        unit=scale + draw(st.sampled_from(RIGHT[kind])),
        joint=draw(st.sampled_from(JOINTS)),
    )
    text = draw(st.sampled_from(LEADS[bound])) + form
    added = Decimal(tail.replace(",", "0.") or 0)
    return Range(text, kind, *((end + added) * SCALES[scale] for end in (low, high)), bound)


@few
@given(ranges())
def test_a_range_is_read_back_and_printed_whole(printed: Range):
    found = value(printed.text, printed.kind)

    assert found.text == normalise(printed.text)
    assert (found.number, found.upto, found.bound, found.kind) == (
        printed.low,
        printed.high,
        printed.bound,
        printed.kind,
    )
    assert found.interval.contains(printed.low)
    assert found.interval.contains(printed.high)
    assert found.unrounded.contains((printed.low + printed.high) / 2)
    if printed.bound is Bound.BETWEEN:
        assert found.interval == Interval(printed.low, printed.high)
        assert not found.interval.contains(printed.low - 1)


@few
@given(ranges())
def test_a_range_the_wrong_way_round_is_a_question(printed: Range):
    ends = re.findall("[0-9][0-9.,]*", printed.text)
    turned = printed.text.replace(ends[0], "{}", 1).replace(ends[1], ends[0], 1).replace("{}", ends[1], 1)

    if len(set(ends)) == 2 and ends[0] not in ends[1] and ends[1] not in ends[0]:
        assert question(turned, printed.kind).code in ("range-reversed", "number-ambiguous")  # «900 đến 1 nghìn»


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [("80-85/100 điểm", Kind.SCORE, 100), ("80 - 85/100", Kind.SCORE, 100), ("80-85 điểm", Kind.SCORE, None)],
)
def test_a_range_of_points_may_name_the_most(text: str, kind: Kind, of: int | None):
    assert value(text, kind).of == of


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("55-60%", Kind.PERCENT, "54.5", "61"),
        ("200-300 nghìn", Kind.COUNT, "199500", "301000"),
        ("200-300", Kind.COUNT, "200", "300"),
    ],
)
def test_the_ends_of_a_range_may_be_rounded_where_numbers_are(text: str, kind: Kind, low: str, high: str):
    found = value(text, kind).unrounded

    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_an_end_with_a_scale_of_its_own_keeps_it():
    found = value("từ 900 nghìn đến 1,2 triệu", Kind.COUNT)

    assert (found.number, found.upto) == (900_000, 1_200_000)


def test_an_end_that_may_lack_the_scale_is_a_question():
    assert question("900 đến 1,2 nghìn").message == "«900 đến 1,2 nghìn» chưa rõ số đầu có tính theo «nghìn» không."


@pytest.mark.parametrize("text", ["2021-2025", "12 - 2023", "1900-6868", "2020–2021"])
def test_years_and_telephones_are_asked(text: str):
    asked = question(text)

    assert asked.code == "number-ambiguous"
    assert isinstance(parse(re.findall("«(.+?)»", asked.help)[0], Kind.COUNT), Value)


@pytest.mark.parametrize(
    "text",
    ["20-08-2023", "0297-3829-123", "-5", "- 5", "14/63-15/63", "100 -", "100--120", "100 - -120", "5 - 10 - 15"],
)
def test_what_is_no_range_stays_a_question(text: str):
    assert question(text).code == "number-unreadable"


@pytest.mark.parametrize("text", ["1200-1500", "950 - 1100", "12000–15000", "từ 2021 đến 2025", "1900-2100 hồ sơ"])
def test_numbers_without_points_are_a_range_where_nothing_else_is_meant(text: str):
    assert value(text, Kind.COUNT).bound is Bound.BETWEEN


@pytest.mark.parametrize("kind", [Kind.RANK, Kind.RATIO, Kind.POINTS])
def test_ranks_and_ratios_have_no_ranges(kind: Kind):
    assert isinstance(parse("5-10", kind), Misprint)


@pytest.mark.parametrize(
    ("text", "better", "met"),
    [
        ("57%", Direction.HIGHER, True),
        ("55%", Direction.HIGHER, True),
        ("65%", Direction.HIGHER, True),
        ("54%", Direction.HIGHER, False),
        ("trên 50%", Direction.HIGHER, None),
        ("57%", Direction.LOWER, True),
        ("50%", Direction.LOWER, True),
        ("61%", Direction.LOWER, False),
        ("57%", None, True),
        ("65%", None, None),
        ("54%", None, None),
        ("50-54%", Direction.HIGHER, False),
        ("56-70%", Direction.HIGHER, True),
        ("50-57%", Direction.HIGHER, None),
        ("56-58%", None, True),
        ("58/100", Direction.HIGHER, True),
        ("54/100", Direction.HIGHER, False),
    ],
)
def test_a_target_that_is_a_range_is_met_from_its_worse_end_on(text: str, better: Direction | None, met: bool | None):
    goal = value("từ 55% đến 60%", Kind.PERCENT)

    assert value(text, Kind.PERCENT).meets(goal, better=better) is met


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("93 826", "93.826"),
        ("93\u00a0826", "93.826"),
        ("93\u2009826", "93.826"),
        ("93\u202f826", "93.826"),
        ("93\u2006826", "93.826"),
        ("1 234 567 hồ sơ", "1.234.567 hồ sơ"),
        ("gần 30 000", "gần 30.000"),
        ("1 049/1 210", "1.049/1.210"),
        ("từ 1 000 đến 2 000", "từ 1.000 đến 2.000"),
        ("1 210,5 nghìn", "1.210,5 nghìn"),
    ],
)
def test_spaces_between_thousands_are_told_with_the_right_form(text: str, meant: str):
    assert question(text).help == f"Xin viết «{meant}»."


@pytest.mark.parametrize("text", ["0912 345 678", "93 82", "93 8267", "93. 826", "1.210 345", "15 182 15"])
def test_other_numbers_side_by_side_have_no_right_form(text: str):
    assert "Xin viết" not in question(text).help


@pytest.mark.parametrize(
    "words",
    [
        "gần",
        "khoảng gần",
        "trên",
        "hơn",
        "khoảng trên",
        "tối thiểu",
        "ít nhất từ",
        "dưới",
        "tối đa",
        "không quá",
        "đạt trên",
    ],
)
@pytest.mark.parametrize("form", ["{} 55-60%", "{} 55% đến 60%"])
def test_a_bound_of_a_range_is_a_question(words: str, form: str):
    assert question(form.format(words), Kind.PERCENT).code == "bound-unclear"


@pytest.mark.parametrize("closing", ["trở lên", "trở xuống"])
def test_a_range_has_no_closing(closing: str):
    assert question(f"từ 55% đến 60% {closing}", Kind.PERCENT).code == "bound-unclear"


def test_money_may_name_its_scale_at_each_end():
    found = value("từ 4,8 tỷ đến 5 tỷ đồng", Kind.MONEY)

    assert (found.number, found.upto, found.step) == (4_800_000_000, 5_000_000_000, 1_000_000_000)
