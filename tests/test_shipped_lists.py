"""What the shipped lists promise: words that say one thing, sums of things of one unit, rates of what can be counted."""

from collections.abc import Iterator

import pytest
from conftest import edition
from shipped import REPOSITORY, shipped

from bantin.model.indicators import Indicator, Member
from bantin.model.values import Direction, Kind

INDICATORS = list(shipped().indicators.values())
RATES = [indicator for indicator in INDICATORS if indicator.kind is Kind.PERCENT]


def named(ids: tuple[str, ...]) -> Iterator[Indicator]:
    return (shipped().indicators[id] for id in ids)


@pytest.mark.parametrize("total", [i for i in INDICATORS if i.sums], ids=lambda i: i.id)
def test_a_total_adds_what_is_of_its_kind_and_unit(total: Indicator):
    parts = [part for way in total.sums for part in named(way)]

    assert {(part.kind, part.unit) for part in parts} == {(total.kind, total.unit)}
    assert total not in parts


@pytest.mark.parametrize("rate", RATES, ids=lambda i: i.id)
def test_a_rate_counts_what_can_be_counted_on_bases_of_one_unit(rate: Indicator):
    counts, bases = [*named(rate.numerators)], [*named(rate.bases)]

    assert {i.kind for i in (*counts, *bases)} in (set(), {Kind.COUNT}, {Kind.MONEY})
    assert len({i.unit for i in (*counts, *bases)}) <= 1
    assert not {*counts} & {*bases}
    assert counts or not bases


@pytest.mark.parametrize("rank", [i for i in INDICATORS if i.kind is Kind.RANK], ids=lambda i: i.id)
def test_a_smaller_rank_is_better(rank: Indicator):
    assert rank.better is Direction.LOWER


def test_every_list_loads_without_a_problem():
    lists = [p for p in edition(REPOSITORY).problems if p.location.source.startswith("data/danh-muc/")]

    assert lists == []


def test_no_area_stays_without_indicators():
    assert [area for area in shipped().areas if not any(i.area == area for i in INDICATORS)] == []


MEMBERS = {member.id: member for breakdown in shipped().breakdowns for member in breakdown.members}
SHORT = {
    "Đất đai": ("dat-dai", "Nông nghiệp và môi trường"),
    "Lĩnh vực hộ tịch": ("ho-tich", "Tư pháp"),
    "Tư pháp hộ tịch": ("ho-tich", "Tư pháp"),
    "Hộ Tịch": ("ho-tich", "Tư pháp"),
    "Chứng thực": ("chung-thuc", "Tư pháp"),
    "Tư pháp (xã)": ("tu-phap", "Tư pháp"),
    "Bảo trợ, Xã hội (xã)": ("bao-tro-xa-hoi", "Y tế"),
    "Bảo trợ xã hội": ("bao-tro-xa-hoi", "Y tế"),
    "Xây dựng": ("xay-dung", "Xây dựng"),
    "Hoạt động xây dựng": ("xay-dung", "Xây dựng"),
    "HỘ KINH DOANH": ("thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh", "Tài chính"),
    "Thi đua – Khen thưởng": ("thi-dua-khen-thuong", "Nội vụ"),
    "Việc làm (G07-LĐ11)": ("viec-lam", "Nội vụ"),
    "Lao động - Thương binh và Xã hội": ("lao-dong-thuong-binh-va-xa-hoi", "Nội vụ"),
    "Người có công": ("nguoi-co-cong", "Nội vụ"),
    "Cư trú": ("dang-ky-quan-ly-cu-tru", "Công an"),
    "Khoáng sản": ("dia-chat-va-khoang-san", "Nông nghiệp và môi trường"),
    "Hàng hải và đường thủy": ("hang-hai-va-duong-thuy-noi-dia", "Xây dựng"),
}
"""Fields as offices write them: the field that each means, and its sector."""
OFFICES = {
    "Sở Công Thương": "so-cong-thuong",
    "Thanh tra thành phố": "thanh-tra-tinh",
    "Văn phòng UBND tỉnh": "van-phong-uy-ban-nhan-dan-tinh",
    "Văn phòng UBND thành phố": "van-phong-uy-ban-nhan-dan-tinh",
    "BQL KKT": "ban-quan-ly-khu-kinh-te",
    "Sở Kế hoạch và Đầu tư": "so-ke-hoach-va-dau-tu",
}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_form_means_its_field(name: str):
    part = shipped().slice(f"Cấp xã / {name}")

    assert part
    assert [(member.breakdown, member.id, member.sector) for member in part.members] == [("linh-vuc", *SHORT[name])]


@pytest.mark.parametrize("name", OFFICES)
def test_an_office_has_figures_of_its_own(name: str):
    part = shipped().slice(f"Sở, ban, ngành / {name}")

    assert part
    assert [(member.breakdown, member.id) for member in part.members] == [("co-quan", OFFICES[name])]


def test_fields_and_offices_may_overlap():
    assert {b.id for b in shipped().breakdowns if not b.complete} == {"linh-vuc", "co-quan"}


@pytest.mark.parametrize("office", [m for m in MEMBERS.values() if m.phrase], ids=lambda m: m.id)
def test_an_office_is_named_with_its_place(office: Member):
    assert office.breakdown == "co-quan"
    assert office.phrase.count("{}") == 1
    assert office.phrase[0].isupper()


def test_whole_and_parts_of_a_province_are_those_of_its_time():
    scopes = shipped().scopes
    (whole,) = [scope for scope in scopes.values() if scope.parts and not scope.until]

    assert [scopes[id].until is not None for id in whole.parts] == [False, True, False]


def test_levels_and_forms_of_service_follow_each_other():
    ended, begun = [b for b in shipped().breakdowns if b.until], [b for b in shipped().breakdowns if b.since]

    assert [b.until for b in ended] == [b.since for b in begun] == [2022]
    assert all(b.complete for b in (*ended, *begun))
