"""The page that shows what all others are made of: letters, colours, cards, tables, charts, notes, forms."""

from bantin.model import Archive
from bantin.pages.addresses import GUIDE
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, Link, Page
from bantin.pages.specimen import (
    CATALOGUE,
    specimen,
    specimen_asking,
    specimen_cards,
    specimen_charts,
    specimen_dots,
    specimen_line,
)
from bantin.pages.tables import tables_of

_COLOURS = (
    ("muc", "Mực", "chữ, số"),
    ("muc-2", "Mực nhạt", "đầu bảng, lời phụ"),
    ("muc-3", "Mực mờ", "chú thích"),
    ("giay", "Giấy", "nền trang"),
    ("nen", "Nền ô", "ghi chú, ô tìm"),
    ("ke", "Kẻ mảnh", "giữa các dòng"),
    ("ke-dam", "Kẻ đậm", "giữa các nhóm"),
    ("vien", "Viền", "ô nhập, nút"),
    ("son", "Son", "dấu của trang, mục đang xem"),
    ("vang", "Vàng", "lề ghi chú"),
    ("lien-ket", "Liên kết", "chữ dẫn sang trang khác"),
    ("nghi-ngo", "Nghi ngờ", "chỗ cần xem lại"),
    ("tot", "Tốt", "phần trước hạn, đúng hạn"),
    ("kha", "Giữa", "phần còn lại của biểu đồ"),
    ("xau", "Xấu", "phần trễ hạn; ngoài ra không dùng"),
    ("trong", "Trống", "phần không xếp được là tốt hay xấu"),
)
"""Each by its name in the style sheet, as people call it, and what it is for."""
_SECTIONS = {
    "letters": "Chữ",
    "colours": "Màu",
    "cards": "Thẻ số",
    "tables": "Bảng",
    "charts": "Biểu đồ",
    "notes": "Ghi chú và nhãn",
    "lists": "Danh sách",
    "answers": "Trả lời nhanh",
    "forms": "Ô nhập và nút",
    "sources": "Nguồn",
}


def design_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Every part that pages are made of, with figures that nobody published."""
    report = specimen()
    headings: Headings = {
        name: Heading(title, f"phan-{number}") for number, (name, title) in enumerate(_SECTIONS.items(), start=1)
    }
    facts = {
        "headings": headings,
        "colours": _COLOURS,
        "cards": specimen_cards(),
        "sections": tables_of(report, CATALOGUE, doubted=frozenset({report.figures[1].at})),
        "charts": specimen_charts(),
        "line": specimen_line(),
        "dots": specimen_dots(),
        "asking": specimen_asking(),
        "sources": report.sources,
    }
    description = (
        "Các thành phần của trang: chữ, màu, thẻ số, bảng, biểu đồ, ghi chú, ô nhập; mọi con số ở đây là ví dụ."
    )
    trail = (HOME, Link("Hướng dẫn", f"{GUIDE}/"))
    return Page(path, "design", "Giao diện", description, trail, None, shown(headings.values()), facts)
