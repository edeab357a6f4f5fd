"""What messages propose: never another meaning, level, kind or number."""

from itertools import combinations, permutations
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import THOROUGH, tries

from bantin.likeness import OPPOSED, meaning_of, nearest
from bantin.vietnamese import slug

LISTS = Path(__file__).parent.parent / "data/danh-muc"


def named(path: Path) -> list[str]:
    """The names that a list gives to things, and their other names."""
    things = yaml.safe_load(path.read_text(encoding="utf-8"))
    things = things.get("Thành viên", things)
    return [name for label, said in things.items() for name in (label, *((said or {}).get("Tên khác") or []))]


INDICATORS, SCOPES = named(LISTS / "chi-so.yml"), named(LISTS / "pham-vi.yml")
MEMBERS = [name for path in sorted((LISTS / "phan-to").iterdir()) for name in named(path)]
LETTERS = "aàáâăbcdđeêghiklmnoôơpqrstuưvxy 0123456789"

often = settings(derandomize=True, deadline=None, max_examples=tries(150), database=None)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Hồ sơ giải quyết quá hạn", "Hồ sơ giải quyết đúng hạn"),
        ("Hồ sơ giải quyết trễ hạn", "Hồ sơ giải quyết trước hạn"),
        ("Hồ sơ giải quyết trong hạn", "Hồ sơ giải quyết trước hạn"),
        ("Tỷ lệ trễ hạn", "Tỷ lệ trước hạn"),
        ("Số phòng tăng", "Số phòng giảm"),
        ("Hồ sơ tiếp nhận trực tuyến", "Hồ sơ tiếp nhận trực tiếp"),
        ("Hồ sơ đã giải quyết", "Hồ sơ đang giải quyết"),
        ("Hồ sơ chưa giải quyết", "Hồ sơ đã giải quyết"),
        ("Hồ sơ tiếp nhận đúng hạn", "Hồ sơ giải quyết đúng hạn"),
        ("Hồ sơ trả đúng hạn", "Hồ sơ tiếp nhận đúng hạn"),
        ("Cấp xã", "Cấp tỉnh"),
        ("Toàn xã", "Toàn huyện"),
        ("Trung tâm Phục vụ hành chính công xã", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("Hồ sơ toàn trình", "Hồ sơ một phần"),
        ("Xã có sáng kiến", "Xã không sáng kiến"),
        ("Mức độ 3", "Mức độ 4"),
        ("Nghị quyết số 17", "Nghị quyết số 71"),
        ("Tỷ lệ hồ sơ tiếp nhận", "Hồ sơ tiếp nhận"),
        ("Hồ sơ tiếp nhận", "Hồ sơ tiếp nhận trực tuyến"),
        ("Hồ sơ kèm bản vẽ", "Hồ sơ kèm bản sao"),
        ("Tử số", "Mẫu số"),
        ("2026-quy-1", "2026-quy-2"),
        ("2025-6-thang", "2026-6-thang"),
        ("2023-quy-6.md", "2023-6-thang.md"),
    ],
)
def test_a_different_word_is_never_proposed(typed: str, known: str):
    assert nearest(typed, [known]) == []
    assert nearest(known, [typed]) == []


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Hồ sơ giải quyết quá hạnn", "Hồ sơ giải quyết quá hạn"),
        ("Hồ sơ giai quyet qua hna", "Hồ sơ giải quyết quá hạn"),
        ("Hồ sơ tiếpnhận trựctuyến", "Hồ sơ tiếp nhận trực tuyến"),
        ("Số hồ sơ tiếp nhậ", "Hồ sơ tiếp nhận"),
        ("Tổng số hồ sơ tiếp nhận", "Hồ sơ tiếp nhận"),
        ("Đất đi", "Đất đai"),
        ("Đất", "Đất đai"),
        ("Cap tinhr", "Cấp tỉnh"),
        ("Mưc độ 3", "Mức độ 3"),
        ("source-mising", "source-missing"),
    ],
)
def test_a_slip_leads_to_the_name_that_was_meant(typed: str, known: str):
    assert nearest(typed, ["Hồ sơ trực tiếp", "Tỷ lệ đúng hạn", known, "Cấp xã", "Mức độ 4"]) == [known]


def test_where_two_meanings_are_as_near_none_is_proposed():
    assert nearest("Hồ sơ dan giải quyết", ["Hồ sơ đã giải quyết", "Hồ sơ đang giải quyết"], limit=2) == []


OPPOSITES = [
    (first.split("/")[0], second.split("/")[0])
    for group in OPPOSED
    for first, second in (permutations(group, 2) if len(group) > 1 else [])
]


@pytest.mark.parametrize(("typed", "known"), OPPOSITES, ids=slug)
def test_no_word_of_the_table_leads_to_its_opposite(typed: str, known: str):
    assert nearest(f"Hồ sơ {typed}", [f"Hồ sơ {known}"]) == []


def test_no_two_opposites_are_one_word_without_tones():
    for group in OPPOSED:
        spelt = [{slug(phrase) for phrase in meaning.split("/")} for meaning in group]
        assert not any(first & second for first, second in combinations(spelt, 2))


def misspelt(names: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    """A name, and the same with one slip of the hand: a letter less, more, other, or two exchanged."""

    @st.composite
    def slip(draw: st.DrawFn) -> tuple[str, str]:
        name = draw(st.sampled_from(names))
        place, letter = draw(st.integers(0, len(name) - 1)), draw(st.sampled_from(LETTERS))
        a, b = name[:place], name[place:]
        return name, draw(st.sampled_from([a + b[1:], a + letter + b, a + letter + b[1:], a + b[1:2] + b[:1] + b[2:]]))

    return slip()


@pytest.mark.parametrize("names", [INDICATORS, SCOPES, MEMBERS], ids=["indicators", "scopes", "members"])
def test_no_slip_in_a_name_of_our_lists_leads_to_another_meaning(names: list[str]):
    @often
    @given(misspelt(names))
    def never(pair: tuple[str, str]) -> None:
        name, typed = pair
        if slug(typed) not in {slug(known) for known in names}:
            assert {meaning_of(slug(found)) for found in nearest(typed, names, limit=3)} <= {meaning_of(slug(name))}

    never()


def test_most_slips_are_put_right():
    """Silence is no answer where a letter is missing."""
    names = INDICATORS[:: 4 if THOROUGH else 40]
    typed = [(name, name[:place] + name[place + 1 :]) for name in names for place in range(3, len(name), 7)]

    found = [bool(nearest(wrong, INDICATORS)) for _, wrong in typed if wrong not in INDICATORS]

    assert sum(found) / len(found) > 0.8
