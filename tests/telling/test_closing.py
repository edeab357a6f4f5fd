"""The lines that end a build."""

import pytest

from bantin.telling import Closing


@pytest.mark.parametrize(
    ("built", "unchanged", "removed", "line"),
    [
        (3675, 0, 0, "Đã dựng 3.675 trang vào site."),
        (5, 3670, 0, "Đã dựng 5 trang vào site, giữ nguyên 3.670 trang."),
        (5, 3670, 2, "Đã dựng 5 trang vào site, giữ nguyên 3.670 trang, bỏ 2 trang không còn số liệu hay bài viết."),
        (0, 3675, 0, "Không có gì thay đổi: cả 3.675 trang ở site được giữ nguyên."),
        (0, 3670, 2, "Không phải dựng lại trang nào ở site, giữ nguyên 3.670 trang, bỏ 2 trang không còn số liệu hay bài viết."),
        (0, 0, 0, "Không có trang nào để dựng."),
    ],
    ids=["all", "some", "some-went", "nothing", "only-went", "none"],
)  # fmt: skip
def test_what_became_of_the_pages(built: int, unchanged: int, removed: int, line: str):
    assert Closing("site", built, unchanged, removed).lines[0] == line


@pytest.mark.parametrize(
    ("figures", "doubts", "line"),
    [
        (0, 0, "Số liệu: 0 con số, không có cảnh báo."),
        (102_000, 2380, "Số liệu: 102.000 con số, 2.380 cảnh báo; xem bằng lệnh «bantin check»."),
    ],
)
def test_what_the_site_says(figures: int, doubts: int, line: str):
    assert Closing("site", 1, figures=figures, doubts=doubts).lines[1] == line


@pytest.mark.parametrize(
    ("peak", "line"),
    [
        (138_200_000, "Dung lượng: 231,4 MB. Thời gian: 1 phút 24 giây. Bộ nhớ: nhiều nhất 138,2 MB cho mỗi tiến trình."),
        (None, "Dung lượng: 231,4 MB. Thời gian: 1 phút 24 giây."),
    ],
    ids=["peak-known", "peak-unknown"],
)  # fmt: skip
def test_what_it_took(peak: int | None, line: str):
    assert Closing("site", 1, bytes=231_440_000, seconds=84, peak=peak).lines[2] == line
