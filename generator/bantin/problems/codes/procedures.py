"""Codes of procedures, of their versions, and of the lists that authorities announce."""

from bantin.problems.codes.code import Code

CODES = {
    "procedure-code-unreadable": Code(
        "Chỗ này cần mã thủ tục hành chính, mà chương trình không đọc được.",
        "Mã viết như 1.001193; của địa phương như 1.004873.000.00.00.H01; của cơ sở dữ liệu cũ như T-THA-288411-TT. "
        "Tệp của một thủ tục mang tên là mã của thủ tục ấy: 1.001193.yml.",
    ),
    "procedure-code-irregular": Code(
        "Mã thủ tục không có dạng thường gặp.",
        "Có thể thừa hoặc thiếu một chữ số: 1.0133611 thay cho 1.013361. Một số nguồn cũ in mã như vậy thật; nếu vậy "
        "xin giữ nguyên.",
    ),
    "procedure-code-elsewhere": Code(
        "Phần đuôi của mã thủ tục là số của một tỉnh khác.",
        "Đuôi Hnn cho biết mã do tỉnh nào đặt: 1.004873.000.00.00.H01 là của An Giang. Xin xem lại mã, và xem tệp có "
        "nằm đúng thư mục của tỉnh không.",
    ),
    "list-empty": Code(
        "Danh mục chưa có thủ tục nào.",
        "Trang của danh mục sẽ trống. Xin ghi mã các thủ tục theo cấp, dưới «Công bố», «Ban hành mới», «Sửa đổi, bổ "
        "sung», «Thay thế» hoặc «Bãi bỏ»; chưa có mã nào thì chưa cần tạo tệp.",
    ),
}
