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
    "correction-too-early": Code(
        "Ngày đính chính đứng trước ngày nguồn công bố con số.",
        "Không thể đính chính một con số chưa công bố; xin xem lại «Ngày» của đính chính và của nguồn, hay gặp nhất là "
        "gõ nhầm năm.",
    ),
}
