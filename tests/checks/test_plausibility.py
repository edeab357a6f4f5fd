"""Figures that are possible but unlikely."""

import pytest
from conftest import Site


@pytest.mark.parametrize(
    ("place", "when", "rank", "doubtful"),
    [
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/63", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/15", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/51", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/144", False),
        ("kien-giang/huyen-vinh-thuan", "2022", "hạng 8/510", True),
        ("kien-giang", "2022", "hạng 8/63", False),
        ("an-giang", "2026", "hạng 8/34", False),
        ("an-giang", "2026", "hạng 8/63", False),
        ("an-giang/xa-vinh-binh", "2026", "hạng 8/102", False),
        ("an-giang/xa-vinh-binh", "2026", "hạng 8/15", False),
        ("an-giang/xa-vinh-binh", "2026", "hạng 8/103", True),
        ("hai-phong/phuong-hong-bang", "2025", "1/45", False),
        ("hai-phong/xa-an-lao", "2026", "68/68", False),
        ("hai-phong/xa-an-lao", "2026", "3/114", False),
        ("hai-phong/xa-an-lao", "2026", "3/141", True),
        ("lai-chau", "2025-9-thang", "41/63", False),
        ("lai-chau", "2026", "41/63", False),
        ("son-la", "2023", "14/63", False),
        ("son-la", "2023", "150/204", False),
        ("thua-thien-hue", "2021", "hạng 8/141", False),
        ("thua-thien-hue/huyen-nam-dong", "2021", "hạng 8/63", False),
        ("thua-thien-hue", "2021", "hạng 8/510", True),
        ("hue", "2025", "hạng 8/63", False),
        ("hue", "2028", "hạng 8/34", False),
        ("hue", "2028", "hạng 8/63", True),
        ("ho-chi-minh/quan-2", "2019", "hạng 8/24", False),
        ("quang-ninh/huyen-hoanh-bo", "2019", "hạng 8/14", False),
    ],
)
def test_a_rank_is_doubted_only_above_every_group_of_its_time(
    place: str, when: str, rank: str, doubtful: bool, site: Site
):
    source = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\n"
    site.write(
        f"data/{place}/{when}.yml", f"{source}Số liệu:\n  Toàn tỉnh:\n    Xếp hạng cải cách hành chính: {rank}\n"
    )

    assert any("[rank-total-unusual]" in line for line in site.problems()) is doubtful
