"""Figures that are possible but unlikely."""

import pytest
from conftest import Site


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
