"""Slips that editors make in YAML, by what libyaml says of them."""

from typing import NamedTuple


class Slip(NamedTuple):
    """A slip that editors make, by libyaml's words for it."""

    english: str
    message: str
    """{} stands for the sign at the place."""
    help: str
    code: str = "yaml-syntax"
    at_context: bool = False
    """Whether the slip is where libyaml began to read the part, and not where it stopped."""
    line: str = ".*"
    """A pattern for the line up to and with the sign at the place, where libyaml's words alone do not tell."""


_NO_TAB = "Dòng này thụt vào bằng phím Tab.", "Thụt vào bằng dấu cách, mỗi bậc hai dấu cách."
_NOT_ALIGNED = "Dòng này không thẳng hàng với các dòng cùng cấp.", "Các mục cùng cấp phải bắt đầu ở cùng một cột."
QUOTE = "Đặt cả đoạn chữ trong ngoặc kép."
LEADING_SIGN = "Đoạn chữ này không thể bắt đầu bằng dấu «{}», vì ở đây dấu ấy có nghĩa riêng."
# The order matters: the first that fits is used.
SLIPS = (
    Slip("a tab character", *_NO_TAB),
    Slip("cannot start any token", *_NO_TAB, line=r".*\t"),
    Slip("cannot start any token", "Dấu «%» không thể đứng trước con số hay đoạn chữ.",
          "Viết dấu này sau con số: 95%; nếu là câu chữ thì đặt cả đoạn trong ngoặc kép.", line=".*%"),
    Slip("cannot start any token", LEADING_SIGN, QUOTE),
    Slip("expected node content", LEADING_SIGN, QUOTE, line=".+"),
    Slip("alphabetic or numeric character", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("a tag", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("tag handle", LEADING_SIGN, QUOTE, "anchor-or-tag", at_context=True),
    Slip("a block scalar", "Sau dấu «{}» ở đầu giá trị phải xuống dòng ngay.",
          "Nếu dấu này là một phần của con số, xin viết bằng chữ: trên 95%.", at_context=True),
    Slip("mapping values", "Trong giá trị có dấu hai chấm, nên chưa rõ đâu là tên mục.",
          'Đặt cả giá trị trong ngoặc kép: Tên: "Huyện A: kết quả".', line=r".*:\s.*"),
    Slip("mapping values", "Mục ở dòng này không nối được với dòng ngay trên.",
          "Xem cả hai dòng: các mục cùng cấp phải thẳng hàng; sau tên mục là dấu hai chấm, rồi một dấu cách."),
    Slip("expected ':'", "Dòng này chưa có dấu hai chấm sau tên mục.",
          "Viết: tên mục, dấu hai chấm, một dấu cách, rồi giá trị.", at_context=True),
    Slip("block sequence entries", "Dấu gạch ngang của danh sách phải đứng đầu một dòng.",
          "Xuống dòng rồi mới viết «- »; nếu là câu chữ thì đặt trong ngoặc kép."),
    Slip("expected '-' indicator", "Danh sách phía trên bị ngắt ở dòng này.",
          "Mỗi phần của danh sách bắt đầu bằng dấu gạch ngang, các dấu thẳng hàng nhau."),
    Slip("expected ',' or", "Dấu «{}» mở ra ở đây mà chưa đóng.",
          "Viết mỗi phần của danh sách trên một dòng, bắt đầu bằng «- »; nếu là câu chữ thì đặt trong ngoặc kép.",
          at_context=True),
    Slip("escape c", "Trong ngoặc kép, dấu «\\» có nghĩa riêng.", "Bỏ dấu này, hoặc viết hai dấu liền nhau: \\\\."),
    Slip("quoted scalar", "Dấu {} mở ra ở đây mà chưa đóng.", "Thêm dấu {} ở cuối câu.", at_context=True),
    Slip("expected key", "Sau dấu đóng ngoặc còn có chữ.",
          "Xóa phần chữ ấy, hoặc bao cả đoạn bằng nháy đơn: 'Báo \"Nhân dân\" đăng'.", line=r".*\S.+"),
    Slip("expected key", *_NOT_ALIGNED),
    Slip("expected <document start>", *_NOT_ALIGNED),
)  # fmt: skip
