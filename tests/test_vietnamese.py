"""Vietnamese text, everywhere the same."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

import bantin
from bantin.vietnamese import (
    date_text,
    ended,
    heading_id,
    listed,
    lower_first,
    normalise,
    number,
    parse_date,
    similar,
    slug,
    sort_key,
    upper_first,
    weekday_text,
)

PACKAGE = Path(bantin.__file__).parent
DECOMPOSED = unicodedata.normalize("NFD", "Hồ sơ tiếp nhận ở Đắk Lắk")


def test_both_unicode_forms_are_one_text():
    assert normalise(DECOMPOSED) == "Hồ sơ tiếp nhận ở Đắk Lắk"


def test_spaces_that_do_not_break_are_spaces():
    assert normalise("1\u00a0210\u202fhồ\u2007sơ") == "1 210 hồ sơ"


def test_a_foreign_letter_that_looks_like_d_with_a_bar_becomes_one():
    assert normalise("\u00d0ất \u00f0ai") == "Đất đai"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hồ sơ tiếp nhận", "ho-so-tiep-nhan"),
        ("HỒ SƠ TIẾP NHẬN", "ho-so-tiep-nhan"),
        ("Đất đai", "dat-dai"),
        ("\u00d0ất \u00f0ai", "dat-dai"),
        (DECOMPOSED, "ho-so-tiep-nhan-o-dak-lak"),
        ("Ea H\u2019leo", "ea-hleo"),
        ("Ea H'leo", "ea-hleo"),
        ("Quyết định số 435/QĐ-UBND", "quyet-dinh-so-435-qd-ubnd"),
        ("  Cấp huyện / Đất đai ", "cap-huyen-dat-dai"),
        ("&agrave;", "agrave"),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_slug_has_only_small_letters_digits_and_dashes(text: str, expected: str):
    assert slug(text) == expected


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("Thuỷ", "Thủy"), ("khoẻ", "khỏe")])
def test_the_place_of_a_tone_mark_does_not_matter(old: str, new: str):
    assert slug(old) == slug(new)


@settings(max_examples=tries(200), derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_every_text_has_a_slug_that_is_its_own_slug(text: str):
    found = slug(text)

    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(found) == found


def test_letters_come_in_the_order_of_the_dictionary():
    words = ["ơi", "ôi", "oi", "ưu", "ươm", "êm", "em", "đi", "di", "ăn", "âm", "an", "Đà", "Ba"]

    assert sorted(words, key=sort_key) == ["an", "ăn", "âm", "Ba", "di", "Đà", "đi", "em", "êm", "oi", "ôi", "ơi", "ươm", "ưu"]  # fmt: skip


def test_tones_decide_only_where_letters_are_the_same():
    words = ["mạ", "mác", "mã", "má", "mả", "ma", "mà"]

    assert sorted(words, key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ", "mác"]


def test_a_number_is_sorted_by_what_it_counts():
    words = ["Quận 10", "Quận 3", "Quận Bình Tân", "Quận 3 cũ", "Quận"]

    assert sorted(words, key=sort_key) == ["Quận", "Quận 3", "Quận 3 cũ", "Quận 10", "Quận Bình Tân"]


def test_both_unicode_forms_sort_alike():
    assert sort_key(DECOMPOSED)[:2] == sort_key(normalise(DECOMPOSED))[:2]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal(1210), "1.210"),
        (Decimal("93.62"), "93,62"),
        (Decimal("93.60"), "93,60"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("1E+3"), "1.000"),
        (999, "999"),
        (0, "0"),
        (Decimal("-1.5"), "-1,5"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma_for_decimals(value: Decimal | int, expected: str):
    assert number(value) == expected


def test_a_date_has_two_digits_for_day_and_month():
    assert date_text(date(2021, 2, 9)) == "09/02/2021"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20/08/2023", date(2023, 8, 20)),
        ("9/2/2021", date(2021, 2, 9)),
        (" 09/02/2021\u00a0", date(2021, 2, 9)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_day_month_and_year(text: str, expected: date):
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["29/02/2023", "31/04/2023", "00/01/2023", "01/13/2023", "01/01/0000", "2023-08-20", "20/08/23", "20.08.2023",
     "\u0662\u0660/\u0660\u0668/\u0662\u0660\u0662\u0663", "ngày 20/08/2023", ""],
)  # fmt: skip
def test_anything_else_is_no_date(text: str):
    assert parse_date(text) is None


def test_the_nearest_word_is_found_without_tone_marks():
    assert similar("nguon go", ["Nguồn gốc", "Số liệu"]) == ["Nguồn gốc"]


def test_what_is_far_from_everything_has_no_nearest_word():
    assert similar("cây xanh", ["Nguồn", "Số liệu"]) == []


def test_the_nearest_words_come_best_first():
    assert similar("Mức độ 5", ["Mức", "Mức độ 34", "Mức độ 3"], limit=2) == ["Mức độ 3", "Mức độ 34"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_words_are_listed_as_a_sentence_does(words: list[str], expected: str):
    assert listed(words) == expected


def test_a_choice_is_listed_with_or():
    assert listed(["a", "b"], "hoặc") == "a hoặc b"


@pytest.mark.parametrize(
    ("alone", "inside"),
    [
        ("Đất đai", "đất đai"),
        ("Y tế", "y tế"),
        ("Ở cấp xã", "ở cấp xã"),
        ("Năm 2023", "năm 2023"),
        ("Quý I năm 2023", "quý I năm 2023"),
        ("Chỉ số CCHC", "chỉ số CCHC"),
        ("Thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("Tỉnh Kiên Giang", "tỉnh Kiên Giang"),
        ("Cấp huyện, Đất đai", "cấp huyện, Đất đai"),
        ("Huyện, thành phố", "huyện, thành phố"),
    ],
)
def test_common_words_lose_their_capital_inside_a_sentence_and_get_it_back_alone(alone: str, inside: str):
    assert (lower_first(alone), upper_first(inside)) == (inside, alone)


@pytest.mark.parametrize(
    "text",
    ["UBND các xã", "HĐND huyện", "CCHC", "TTHC liên thông", "CNTT-TT", "VNeID", "PCI", "Kiên Giang", "Việt Nam",
     "Huế", "Đảng bộ", "Sở Nội vụ", "Luật Đất đai", "Zalo", "Facebook",
     "Ủy ban nhân dân huyện", "Hội đồng nhân dân", "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Nhà nước", "II. Kết quả", "V", "6 tháng đầu năm 2023",
     "19/34", "«Đất đai»", ""],
)  # fmt: skip
def test_abbreviations_names_numerals_and_digits_stay_inside_a_sentence(text: str):
    assert lower_first(text) == text


@pytest.mark.parametrize("text", ["iOffice", "eTax", "6 tháng đầu năm 2023", "«đất đai»", ""])
def test_what_begins_with_a_small_letter_on_purpose_keeps_it(text: str):
    assert upper_first(text) == text


@given(st.text(st.sampled_from("aăâbcdđeêioôơuưyỦĐUBND TH/12,«»fz-"), max_size=12))
def test_nothing_but_the_first_letter_changes_and_it_changes_once(text: str):
    for change in (lower_first, upper_first):
        assert change(text)[1:] == text[1:]
        assert change(text)[:1].lower() == text[:1].lower()
        assert change(change(text)) == change(text)


def test_first_letters_are_handled_in_one_place():
    sources = [path for path in PACKAGE.rglob("*.py") if path.name != "vietnamese.py"]
    pattern = re.compile(r"(?<!match)\[(0|:1)\]\.(lower|upper)\(|\.capitalize\(")

    assert [path.name for path in sources if pattern.search(path.read_text("utf-8"))] == []


def test_the_id_of_a_heading_keeps_the_letter_d_and_is_never_empty():
    assert heading_id("Đất đai") == "dat-dai"
    assert heading_id("…", "-") == "muc"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Chưa rõ", "Chưa rõ."), ("Chưa rõ.", "Chưa rõ."), ("Bản nào? ", "Bản nào?"), ("còn nữa …", "còn nữa …")],
)
def test_a_sentence_ends_once(text: str, sentence: str):
    assert ended(text) == sentence


def test_a_date_with_its_day_of_the_week():
    assert weekday_text(date(2023, 8, 20)) == "Chủ nhật, 20/08/2023"
    assert weekday_text(date(2026, 11, 27)) == "Thứ Sáu, 27/11/2026"
