"""Codes of corrections of what was published."""

from bantin.problems.codes.code import Code

CODES = {
    "correction-differs": Code(
        "Số mới của một lần đính chính không phải là số đang ghi trong tệp, cũng không phải số cũ của lần sau.",
        "Số đang có hiệu lực đứng ở «Số liệu»; mục «Đính chính» kể lại các số trước đó, lần sau nối tiếp lần trước. "
        "Xin ghi số mới ở cả hai chỗ, hoặc xem lại thứ tự các ngày đính chính.",
    ),
    "correction-unknown": Code(
        "Một con số được đính chính không có trong tệp.",
        "Mục «Đính chính» ghi phạm vi và chỉ số đúng như ở «Số liệu», và số mới vẫn phải đứng ở «Số liệu». Cơ quan rút "
        "hẳn con số thì ở cả hai chỗ ghi «không công bố».",
    ),
    "correction-of-nothing": Code(
        "Một lần đính chính có số cũ và số mới là một con số.",
        "Ở mục «Cũ», xin ghi con số đã in trước đây; «02» và «2» là một con số. Chỉ đổi cách viết thì không cần đính "
        "chính.",
    ),
    "figure-changed": Code(
        "Một con số đã đăng nay ghi khác, mà tệp không có đính chính.",
        "Người dân, báo chí có thể đã dẫn số cũ, nên trang phải nói vì sao nay khác. Xin thêm một mục ở «Đính chính», "
        "với số cũ và số mới; gõ nhầm thì đưa về số cũ. Chỉ đổi cách viết («02» thành «2») thì không sao.",
    ),
    "figure-removed": Code(
        "Một con số đã đăng nay không còn trong tệp.",
        "Ai đã dẫn con số ấy sẽ không tìm thấy. Xin đưa con số trở lại; cơ quan đã rút thì ghi «không công bố» ở «Số "
        "liệu» và số cũ ở «Đính chính».",
    ),
    "record-unreadable": Code(
        "Một dòng trong danh sách số liệu đã đăng không đọc được.",
        "Danh sách ở thư mục so-lieu-da-dang do lệnh «bantin addresses» viết, không ai phải sửa tay. Xin lấy lại bản "
        "trước của tệp từ lịch sử của kho.",
    ),
    "correction-too-early": Code(
        "Ngày đính chính đứng trước ngày nguồn công bố con số.",
        "Không thể đính chính một con số chưa công bố; xin xem lại «Ngày» của đính chính và của nguồn, hay gặp nhất là "
        "gõ nhầm năm.",
    ),
}
