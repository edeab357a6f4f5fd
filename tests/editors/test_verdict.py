"""What is said at the end of a report, and whether a command goes on."""

import pytest
from reported import QUESTION, WARNING

from bantin.editors import Weight, summary, weighty

BOTH = (
    "Lần này phải xử lý cả cảnh báo (--fail-on warning): xin sửa; con số nào nguồn in đúng như vậy thì ghi lý do ở mục "
    "«Chấp nhận» của con số ấy, rồi kiểm tra lại; trang cũ vẫn giữ nguyên."
)
ERRORS = "Sửa các lỗi rồi kiểm tra lại; trang cũ vẫn giữ nguyên."


@pytest.mark.parametrize(
    ("errors", "warnings", "weight", "line", "stops"),
    [
        (0, 0, Weight.ERROR, "Số liệu không có lỗi, không có cảnh báo.", False),
        (0, 0, Weight.WARNING, "Số liệu không có lỗi, không có cảnh báo.", False),
        (0, 2380, Weight.ERROR, "0 lỗi, 2.380 cảnh báo.", False),
        (0, 2380, Weight.WARNING, f"0 lỗi, 2.380 cảnh báo. {BOTH}", True),
        (1, 0, Weight.ERROR, f"1 lỗi, 0 cảnh báo. {ERRORS}", True),
        (1, 0, Weight.WARNING, f"1 lỗi, 0 cảnh báo. {ERRORS}", True),
        (1, 3, Weight.ERROR, f"1 lỗi, 3 cảnh báo. {ERRORS}", True),
        (1, 3, Weight.WARNING, f"1 lỗi, 3 cảnh báo. Xin sửa các lỗi. {BOTH}", True),
    ],
)
def test_the_last_line_says_what_stops_a_command(errors: int, warnings: int, weight: Weight, line: str, stops: bool):
    found = [QUESTION] * errors + [WARNING] * warnings

    assert (summary(found, weight), weighty(found, weight)) == (line, stops)
