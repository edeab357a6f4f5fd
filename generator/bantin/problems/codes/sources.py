"""Codes of what a file says about itself: place, period, sources."""

from bantin.problems.codes.code import Code

CODES = {
    "unknown-place": Code(
        "Thư mục của tệp không ứng với đơn vị hành chính nào.",
        "Tên thư mục gồm loại đơn vị và tên, không dấu, nối bằng gạch ngang, nằm trong thư mục của tỉnh: "
        "kien-giang/huyen-vinh-thuan. Xin chuyển tệp vào thư mục mà lời nhắn gợi ý.",
    ),
    "place-not-then": Code(
        "Đơn vị này không tồn tại vào lúc kỳ kết thúc.",
        "Tỉnh, huyện sáp nhập thì số liệu của kỳ sau thuộc về đơn vị mới. Xin chuyển tệp vào thư mục của đơn vị có "
        "trong kỳ ấy, hoặc xem lại tên tệp.",
    ),
    "unknown-period": Code(
        "Tên tệp không cho biết là kỳ nào.",
        "Tên tệp là năm rồi đến phần của năm: 2022.yml, 2023-6-thang.yml, 2023-quy-1.yml. Bảng đầy đủ có trong "
        "data/README.md.",
    ),
    "period-reversed": Code(
        "Ngày đầu kỳ đứng sau ngày cuối kỳ.",
        "Có thể «Từ» và «Đến» ở mục «Kỳ» bị đổi chỗ, hoặc gõ nhầm năm.",
    ),
    "source-missing": Code(
        "Tệp chưa ghi nguồn.",
        "Con số nào trên trang cũng phải nói rõ lấy từ đâu. Xin thêm mục «Nguồn» với «Tên» và «Cơ quan».",
    ),
    "reference-missing": Code(
        "Tệp có từ hai nguồn hoặc hai căn cứ, mà con số chưa ghi theo mục nào.",
        "Xin đặt «Mã» cho từng mục; dưới tên chỉ số, ghi «Giá trị» một dòng và «Nguồn» hoặc «Căn cứ» một dòng.",
    ),
    "report-empty": Code(
        "Tệp có nguồn mà chưa có số liệu hay chỉ tiêu nào.",
        "Trang của kỳ này sẽ trống. Xin thêm mục «Số liệu» hoặc «Chỉ tiêu»; chưa có số thì chưa cần tạo tệp.",
    ),
}
