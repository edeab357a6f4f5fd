"""Pages of our own site that together show every kind, and what differs most within a kind."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "home": "",
    "province": "an-giang/",
    "province that has ended": "kien-giang/",
    "units": "an-giang/don-vi/",
    "namesakes": "dong-nai/xa-loc-thanh/",
    "place": "an-giang/phuong-rach-gia/",
    "former district": "kien-giang/huyen-vinh-thuan/",
    "bulletin": "kien-giang/huyen-vinh-thuan/2023-6-thang/",
    "bulletin of a province": "hai-phong/2025/",
    "bulletin of one figure": "son-la/2024/",
    "article": "tien-giang/huyen-chau-thanh/chi-tieu-nam-2023/",
    "page": "huong-dan/",
    "glossary": "thuat-ngu/",
    "indicator": "chi-so/ho-so-tiep-nhan/",
    "indicators": "chi-so/",
    "quality": "chat-luong/",
    "corrections": "dinh-chinh/",
    "lookup": "tra-cuu/",
    "search": "tim-kiem/",
    "procedures": "thu-tuc/",
    "procedure_field": "thu-tuc/linh-vuc/dat-dai/",
    "life_event": "thu-tuc/viec/mo-cua-hang-lap-cong-ty/",
    "procedure_tier": "thu-tuc/cap-xa/",
    "procedure": "thu-tuc/1.012784/",
    "procedure_here": "ninh-binh/thu-tuc/2.000815/",
    "province_procedures": "hai-phong/thu-tuc/",
    "announcement": "lai-chau/danh-muc/44-2026-qd-ubnd/",
    "design": "huong-dan/giao-dien/",
    "404": "404.html",
}
"""Addresses below the site, by their kinds."""

ELSEWHERE = {"indicator_province", "province_field", "opinions"}
"""Kinds that no page of ours is of: our site is too small, or asks for no opinions."""
