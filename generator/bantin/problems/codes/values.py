"""Codes of values: numbers, dates, addresses."""

from bantin.problems.codes.code import Code

OF_FIGURES = {
    "number-ambiguous": Code(
        "Con số có thể hiểu hai cách.",
        "Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân; «1.21» có thể là 1,21, có thể là 121, cũng có thể "
        "là 1.210 bị bảng tính bỏ mất số 0. Xin xem lại nguồn rồi viết đủ chữ số: 1.210.",
    ),
    "number-decimal-point": Code(
        "Phần thập phân được viết sau dấu chấm.",
        "Theo lối Việt Nam, phần thập phân đứng sau dấu phẩy: 93,62%, không phải 93.62%.",
    ),
    "number-unreadable": Code(
        "Chỗ này cần một con số, mà chương trình không đọc được.",
        "Xin ghi bằng chữ số như 1.210; từ đứng trước chỉ dùng những từ có trong bảng ở data/README.md, như «gần», "
        "«khoảng», «trên». Dấu > và < xin viết thành «trên» và «dưới».",
    ),
    "count-has-decimals": Code(
        "Số đếm mà có phần thập phân.",
        "Hồ sơ, thủ tục, nhiệm vụ là số nguyên. Nếu số tính theo nghìn thì ghi cả chữ «nghìn»: 48,6 nghìn; nếu là tỷ "
        "lệ thì xin chọn chỉ số tỷ lệ.",
    ),
    "kind-mismatch": Code(
        "Giá trị không cùng loại với chỉ số, hoặc chưa ghi rõ loại.",
        "Ví dụ tỷ lệ phải có dấu %: 95%, không phải 95; số hồ sơ thì ngược lại, không có dấu %. Với tỷ lệ, số không "
        "ghi là 0%.",
    ),
    "unit-unknown": Code(
        "Từ đứng sau con số không phải là đơn vị của chỉ số này.",
        "Ví dụ chỉ số đếm bằng «hồ sơ» mà ghi «12 bộ». Xin ghi con số không kèm đơn vị, hoặc kèm đúng đơn vị.",
    ),
    "bound-unclear": Code(
        "Chưa rõ con số là mức cao nhất hay thấp nhất.",
        "«Từ 70%» còn thiếu «trở lên» hoặc «trở xuống»; «tối thiểu không quá 5%» nói cả hai chiều; thứ hạng thì ghi "
        "một hạng, không ghi «trở lên». Xin xem lại nguồn rồi viết cho đủ.",
    ),
    "range-reversed": Code(
        "Khoảng có số đầu lớn hơn số cuối, như 120 - 100.",
        "Khoảng ghi từ số nhỏ đến số lớn: 100 - 120, từ 55% đến 60%. Xin xem lại nguồn; nếu là hai con số của hai việc "
        "thì ghi riêng từng con số.",
    ),
    "ratio-exceeds": Code(
        "Phần lớn hơn toàn bộ, như 35/34.",
        "Số đứng trước dấu gạch chéo không thể lớn hơn số đứng sau; có thể hai số bị gõ đổi chỗ. Xin xem lại nguồn.",
    ),
    "ratio-zero": Code(
        "Số đứng sau dấu gạch chéo là số không.",
        "Không có gì để tính thì không có tỷ lệ. Xin ghi «không áp dụng».",
    ),
    "rank-outside": Code(
        "Thứ hạng không thể có, như hạng 64 trong 63 đơn vị.",
        "Xin xem lại cả hai số trong nguồn; cách ghi là «hạng 14/63».",
    ),
    "text-unreadable": Code(
        "Chỗ này cần lời văn, không phải con số.",
        "Ví dụ mức hoàn thành ghi bằng chữ: «Khá», «Hoàn thành tốt nhiệm vụ».",
    ),
}
"""Codes of the text of a figure that is no clear value."""

CODES = OF_FIGURES | {
    "state-and-value": Code(
        "Một số liệu vừa có giá trị, vừa có trạng thái.",
        "«Trạng thái» nói vì sao không có số, nên hai mục trái nhau. Xin giữ một trong hai.",
    ),
    "date-unreadable": Code(
        "Không đọc được ngày, năm hoặc thời điểm.",
        "Ngày ghi theo thứ tự ngày/tháng/năm, đủ bốn chữ số của năm và phải có thật: 20/08/2023.",
    ),
    "address-unreadable": Code(
        "Địa chỉ trang mạng chưa viết đủ.",
        "Địa chỉ bắt đầu bằng https:// hoặc http://, nếu không thì bấm vào không mở được. Xin chép từ thanh địa chỉ "
        "của trình duyệt; không có thì bỏ dòng này.",
    ),
}
