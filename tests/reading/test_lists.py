"""The lists in data/danh-muc/ and the names they go by."""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator, ReformArea
from bantin.model.names import MAX_HINTS, hinted, indicator_at, shared_names, slice_at
from bantin.model.values import Kind
from bantin.problems import Found, Location, Problem, Text
from bantin.reading.lists import areas_of, breakdown_of, indicators_of, scopes_of
from bantin.reading.trees import Node, read
from bantin.reading.vocabulary import KINDS

T = TypeVar("T")
REST = """
  Đơn vị: hồ sơ
  Loại: số lượng
  Nội dung: Cải cách thủ tục hành chính
  Giải thích: Số hồ sơ.
"""
SCOPES = "Toàn huyện:\n  Giải thích: x\n  Gồm: [UBND huyện, cấp xã]\nCấp huyện:\n  Giải thích: x\n  Tên khác: UBND huyện\nCấp xã:\n  Giải thích: x\n"
SCORE = "Điểm:\n  Đơn vị: điểm\n  Loại: điểm\n  Nội dung: Cải cách thủ tục hành chính\n  Giải thích: x\n  Tối đa: {}\n"
FIELDS = "Tên: Lĩnh vực\nThành viên:\n  Đất đai:\n    Tên khác: Địa chính\n  Hộ tịch:\n"
LEVELS = "Tên: Mức độ\nTrọn bộ: có\nThành viên:\n  Mức độ 3:\n  Mức độ 4:\n"


def made(of: Callable[[Node], Found[T]], text: str) -> tuple[T, list[str]]:
    node, problems = read(text.encode(), "x.yml")
    assert node
    found = of(node)
    return found.value, [problem.code for problem in (*problems, *found.problems)]


def indicators(*entries: str) -> tuple[dict[str, Indicator], list[str]]:
    """Indicators of a label, and of more lines where they have some."""
    blocks = [
        f"{label}:{REST}" + "".join(f"  {line}\n" for line in more) for label, *more in (e.split("\n") for e in entries)
    ]
    return made(indicators_of, "".join(blocks))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    fields, levels = (
        made(lambda node, name=name: breakdown_of(node, name), text)
        for name, text in (("linh-vuc", FIELDS), ("muc-do", LEVELS))
    )
    assert fields[1] == levels[1] == []
    return Catalogue(
        indicators("Hồ sơ tiếp nhận\nMã: tiep-nhan\nTên khác: Tổng số hồ sơ", "Khoẻ")[0],
        made(scopes_of, SCOPES)[0],
        (fields[0], levels[0]),
    )


# Names


@pytest.mark.parametrize(
    "name",
    ["Hồ sơ tiếp nhận", "hồ sơ tiếp nhận", "ho-so-tiep-nhan", "HO SO TIEP NHAN", "Tổng số hồ sơ", "tong so ho so",
     unicodedata.normalize("NFD", "Hồ sơ tiếp nhận")],
)  # fmt: skip
def test_an_indicator_goes_by_all_its_names(catalogue: Catalogue, name: str):
    assert catalogue.indicator(name) is catalogue.indicators["tiep-nhan"]


def test_the_place_of_a_tone_mark_does_not_matter(catalogue: Catalogue):
    assert catalogue.indicator("Khỏe") is catalogue.indicators["khoe"]


def test_a_name_that_is_not_known_has_no_indicator(catalogue: Catalogue):
    assert catalogue.indicator("Hồ sơ") is None


MEANT = "Có phải là «Hồ sơ tiếp nhận»?"
NEW = "Chỉ số mới thì thêm vào data/danh-muc/chi-so.yml, xem phần «Thêm một chỉ số» của data/README.md."


def test_an_unknown_name_is_a_problem_with_the_nearest_ones(catalogue: Catalogue):
    found = indicator_at(catalogue, Text("Hồ sơ tiếp nhậnn", Location("x.yml", 3, 5)))

    assert isinstance(found, Problem)
    assert [p.line() for p in hinted([found])] == [
        f"x.yml:3:5: lỗi [unknown-indicator] Không có chỉ số nào tên là «Hồ sơ tiếp nhậnn». {MEANT} {NEW}"
    ]


def test_an_unknown_name_that_is_like_no_other_leads_to_the_list():
    many, _ = indicators(*(f"Chỉ số thứ {n}" for n in range(20)))
    found = indicator_at(Catalogue(many), Text("Cây xanh", Location("y.yml")))

    assert isinstance(found, Problem)
    assert hinted([found])[0].help == f"Xem các tên đã có ở x.yml. {NEW}"


def test_after_a_hundred_problems_hints_help_nobody(catalogue: Catalogue):
    found = indicator_at(catalogue, Text("Hồ sơ tiếp nhậnn", Location("x.yml")))
    assert isinstance(found, Problem)
    *told, last = hinted([found] * (MAX_HINTS + 1))

    assert {problem.help for problem in told} == {f"{MEANT} {NEW}"}
    assert last == replace(told[0], help="")


def test_one_name_for_two_indicators_is_a_problem():
    assert indicators("Hồ sơ nhận", "Hồ sơ đến\nTên khác: ho so nhan")[1] == ["name-taken"]


def test_one_address_for_two_indicators_is_a_problem():
    assert indicators("Hồ sơ nhận", "Hồ sơ đến\nMã: ho-so-nhan")[1] == ["name-taken"]


def test_no_indicator_takes_the_page_of_all_indicators():
    assert indicators("Hồ sơ nhận\nMã: index")[1] == ["name-taken"]


def test_an_address_is_no_longer_than_systems_take():
    (id,) = indicators(f"Hồ sơ\nMã: {'dài ' * 100}")[0]

    assert id == ("dai-" * 25).rstrip("-")


SHARED = "A:\n  Giải thích: x\n  Dùng cho: cấp tỉnh\nB:\n  Giải thích: x\n  Dùng cho: {}\n  Tên khác: {}\n"


@pytest.mark.parametrize(
    ("levels", "name", "codes"),
    [("cấp xã", "a", ["name-taken"]), ("cấp tỉnh", "a", ["name-taken"]), ("[cấp xã, cấp tỉnh]", "A", ["name-taken"])],
)
def test_no_scope_goes_by_the_id_of_another(levels: str, name: str, codes: list[str]):
    assert made(scopes_of, SHARED.format(levels, name))[1] == codes


@pytest.mark.parametrize(("levels", "codes"), [("cấp xã", []), ("[cấp xã, cấp tỉnh]", ["name-taken"])])
def test_two_scopes_share_a_name_where_no_place_can_mean_both(levels: str, codes: list[str]):
    text = SHARED.format(levels, "C").replace("Dùng cho: cấp tỉnh", "Dùng cho: cấp tỉnh\n  Tên theo loại: {phường: C}")

    assert made(scopes_of, text)[1] == codes


def test_an_indicator_may_repeat_its_own_name():
    assert indicators("Hồ sơ nhận\nTên khác: [hồ sơ nhận, Số nhận]")[1] == []


def test_one_name_for_parts_of_two_breakdowns_is_a_problem(catalogue: Catalogue):
    other, _ = made(lambda node: breakdown_of(node, "kenh"), "Tên: Kênh\nThành viên:\n  Hộ tịch:\n")
    assert other
    found = shared_names([*catalogue.breakdowns[0].members, *other.members])

    assert [p.code for p in found] == ["name-taken"]


# Indicators


def test_indicators_stay_in_the_order_of_the_file():
    assert list(indicators("Bốn", "Ba", "Hai")[0]) == ["bon", "ba", "hai"]


def test_a_code_is_the_address_of_an_indicator():
    found, _ = indicators("Hồ sơ tiếp nhận\nMã: tiep-nhan")

    assert [(id, known.id, known.label) for id, known in found.items()] == [
        ("tiep-nhan", "tiep-nhan", "Hồ sơ tiếp nhận")
    ]


def test_a_sum_names_its_parts_by_any_of_their_names():
    found, problems = indicators("Tổng\nBằng tổng: Số một + hai", "Một\nMã: mot-phan\nTên khác: Số một", "Hai")

    assert (found["tong"].sums, problems) == ((("mot-phan", "hai"),), [])


def test_an_indicator_may_have_several_sums():
    found, _ = indicators("Tổng\nBằng tổng: [Một + Hai, Hai + Ba]", "Một", "Hai", "Ba")

    assert found["tong"].sums == (("mot", "hai"), ("hai", "ba"))


def test_a_sum_with_an_unknown_part_is_no_sum():
    found, problems = indicators("Tổng\nBằng tổng: Một + Hai", "Một")

    assert (found["tong"].sums, problems) == ((), ["unknown-indicator"])


def test_a_rate_knows_what_it_is_a_share_of():
    found, problems = indicators("Tỷ lệ\nTử số: Một\nMẫu số: Hai", "Một", "Hai")

    assert (found["ty-le"].numerator, found["ty-le"].base, problems) == ("mot", "hai", [])


def test_an_indicator_with_a_missing_line_is_still_known():
    found, problems = made(indicators_of, "Hồ sơ:\n  Đơn vị: hồ sơ\n")

    assert (list(found), problems) == (["ho-so"], ["key-missing"])


def test_a_phrase_has_one_place_for_the_figure():
    assert indicators("Một\nCâu: tiếp nhận {} hồ sơ")[0]["mot"].phrase == "tiếp nhận {} hồ sơ"


@pytest.mark.parametrize("phrase", ["tiếp nhận hồ sơ", "{} trên {}", "{0} hồ sơ", "{} và {ba}", "{!r}"])
def test_a_phrase_without_just_one_place_is_a_problem(phrase: str):
    assert indicators(f"Một\nCâu: '{phrase}'")[1] == ["phrase-without-place"]


def test_years_are_four_digits():
    found, problems = indicators("Một\nTừ năm: 2012\nĐến năm: 2022")

    assert (found["mot"].since, found["mot"].until, problems) == (2012, 2022, [])
    assert indicators("Một\nTừ năm: 12")[1] == ["date-unreadable"]


@pytest.mark.parametrize(("word", "direction"), [("tăng", "higher"), ("giảm", "lower")])
def test_a_good_direction_is_said_in_words(word: str, direction: str):
    assert indicators(f"Một\nChiều tốt: {word}")[0]["mot"].better == direction


def test_every_kind_but_the_ratio_has_a_word():
    assert set(KINDS.values()) == set(Kind) - {Kind.RATIO}


# Areas

AREAS = "Cải cách thể chế:\n  Giải thích: x\nCải cách thủ tục hành chính:\n  Giải thích: x\n  Tên khác: [Cải cách TTHC, Thủ tục]\n"


def of_area(named: str, areas: tuple[ReformArea, ...]) -> tuple[str, list[str]]:
    text = f"Hồ sơ:{REST}".replace("Cải cách thủ tục hành chính", named)
    found, problems = made(lambda node: indicators_of(node, areas), text)
    return found["ho-so"].area.label, problems


def test_areas_stay_in_the_order_of_the_file():
    found, problems = made(areas_of, AREAS)

    assert ([area.label for area in found], problems) == (["Cải cách thể chế", "Cải cách thủ tục hành chính"], [])


@pytest.mark.parametrize(
    "name", ["Cải cách thủ tục hành chính", "cai cach thu tuc hanh chinh", "Cải cách TTHC", "thủ tục"]
)
def test_an_indicator_names_its_area_by_any_of_its_names(name: str):
    areas, _ = made(areas_of, AREAS)

    assert of_area(name, areas) == ("Cải cách thủ tục hành chính", [])


def test_an_area_that_is_not_in_the_list_is_a_problem():
    areas, _ = made(areas_of, AREAS)

    assert of_area("Cải cách thủ tục", areas)[1] == ["unknown-choice"]


def test_without_a_list_the_areas_are_those_that_indicators_name():
    first, second = f"Một:{REST}", f"Hai:{REST}".replace("Cải cách thủ tục hành chính", "Cải cách thể chế")
    found, problems = made(indicators_of, first + second + first.replace("Một", "Ba"))

    assert [area.id for area in Catalogue(found).areas] == ["cai-cach-thu-tuc-hanh-chinh", "cai-cach-the-che"]
    assert problems == []


def test_one_name_for_two_areas_is_a_problem():
    assert made(areas_of, "Cải cách thể chế:\n  Tên khác: Thể chế\nThể chế:\n  Giải thích: x\n")[1] == ["name-taken"]


def test_a_scope_names_its_parts_by_any_of_their_names(catalogue: Catalogue):
    assert catalogue.scopes["toan-huyen"].parts == ("cap-huyen", "cap-xa")


def test_an_unknown_part_of_a_scope_is_a_problem():
    assert made(scopes_of, "A:\n  Giải thích: x\n  Gồm: B\n")[1] == ["unknown-scope"]


def test_parts_of_a_breakdown_add_up_only_where_that_is_said(catalogue: Catalogue):
    assert [breakdown.complete for breakdown in catalogue.breakdowns] == [False, True]


def test_a_slice_is_a_scope_with_parts_of_breakdowns(catalogue: Catalogue):
    part = catalogue.slice("UBND huyện / địa chính / mức độ 3")

    assert part
    assert (part.id, part.label) == ("cap-huyen-dat-dai-muc-do-3", "Cấp huyện, Đất đai, Mức độ 3")


def test_the_order_of_the_parts_of_a_slice_does_not_matter(catalogue: Catalogue):
    assert catalogue.slice("Cấp huyện/Mức độ 3/Đất đai") == catalogue.slice("Cấp huyện / Đất đai / Mức độ 3")


@pytest.mark.parametrize("name", ["Cấp tỉnh", "Đất đai", "Cấp huyện / Thuế", "Cấp huyện /", "", "Cấp huyện / Cấp xã",
                                  "Cấp huyện / Đất đai / Hộ tịch", "Cấp huyện / Đất đai / Đất đai"])  # fmt: skip
def test_anything_else_is_no_slice(catalogue: Catalogue, name: str):
    assert catalogue.slice(name) is None


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        ("Cấp tỉnh", [("unknown-scope", 5)]),
        ("Cấp tỉnh / Thuế", [("unknown-scope", 5), ("unknown-member", 16)]),
        ("Cấp huyện / Thuế / Mức độ 9", [("unknown-member", 17), ("unknown-member", 24)]),
        ("Cấp huyện/Đất đai/ Hộ tịch", [("member-twice", 15)]),
    ],
)
def test_what_is_wrong_with_a_slice_is_said_where_it_stands(
    catalogue: Catalogue, name: str, problems: list[tuple[str, int]]
):
    found = slice_at(catalogue, Text(name, Location("x.yml", 1, 5)))

    assert isinstance(found, tuple)
    assert [(p.code, p.location.column) for p in found] == problems


def test_a_slice_of_thousands_of_parts_takes_no_time(catalogue: Catalogue):
    before = time.process_time()
    found = slice_at(catalogue, Text("cấp xã" + " / a" * 20_000, Location("x.yml")))

    assert isinstance(found, tuple)
    assert len(hinted(found)) == 20_000
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("label", "says"),
    [("Hồ sơ tiếp nhận", True), ("Tổng số hồ sơ", True), ("Thủ tục hành chính", False), ("Hồ sơn", False)],
)
def test_a_label_may_say_the_unit_by_itself(label: str, says: bool):
    (found,) = indicators(label)[0].values()

    assert found.label_says_unit is says


# The highest score, and the days of a scope


@pytest.mark.parametrize("text", ["12", "12 điểm", "12,5"])
def test_a_score_says_the_highest_there_is(text: str):
    found, problems = made(indicators_of, SCORE.format(text))

    assert problems == []
    assert found["diem"].highest == Decimal(text.removesuffix(" điểm").replace(",", "."))


@pytest.mark.parametrize(
    ("text", "code"),
    [("mười hai", "number-unreadable"), ("12.5", "number-unreadable"), ("9/12", "number-unreadable"),
     ("trên 12", "number-unreadable"), ("0", "number-unreadable"), ("không áp dụng", "number-unreadable")],
)  # fmt: skip
def test_what_is_no_highest_score_is_a_question(text: str, code: str):
    found, problems = made(indicators_of, SCORE.format(text))

    assert (found["diem"].highest, problems) == (None, [code])


def test_only_a_score_has_a_highest():
    assert indicators("Hồ sơ\nTối đa: 12")[1] == ["kind-mismatch"]


def test_a_wrong_kind_is_told_once():
    assert made(indicators_of, SCORE.replace("Loại: điểm", "Loại: đếm").format("12"))[1].count("unknown-choice") == 1


@pytest.mark.parametrize(
    ("first", "last", "exists"),
    [((2025, 1, 1), (2025, 6, 30), False), ((2025, 1, 1), (2025, 7, 1), True), ((2026, 1, 1), (2026, 3, 31), True),
     ((2027, 1, 1), (2027, 1, 1), False), ((2026, 12, 31), (2027, 12, 31), True)],
)  # fmt: skip
def test_a_scope_exists_on_its_days(first: tuple[int, int, int], last: tuple[int, int, int], exists: bool):
    text = "Cấp xã:\n  Giải thích: x\n  Từ ngày: 01/07/2025\n  Đến ngày: 31/12/2026\n"
    found, problems = made(scopes_of, text)

    assert problems == []
    assert found["cap-xa"].exists_between(date(*first), date(*last)) is exists


def test_a_scope_without_days_exists_always():
    found, _ = made(scopes_of, SCOPES)

    assert found["cap-xa"].exists_between(date(1900, 1, 1), date(1900, 1, 1))


def test_a_day_that_is_none_is_a_question():
    assert made(scopes_of, "Cấp xã:\n  Giải thích: x\n  Đến ngày: 2025\n")[1] == ["date-unreadable"]
