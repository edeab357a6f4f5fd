"""Codes of forms in Excel that come back filled."""

from bantin.problems.codes.code import Code

CODES = {
    "form-unreadable": Code(
        "Tệp này không đọc được như một biểu Excel của chương trình.",
        "Có thể tệp được lưu theo dạng khác (.xls, .ods), có mật khẩu, hoặc được chép sang tệp mới nên mất trang tính "
        "ẩn cho biết là biểu của nơi nào, kỳ nào. Xin lưu thành .xlsx; nếu vẫn chưa được thì chép số sang biểu gốc.",
    ),
    "form-table": Code(
        "Bảng trong biểu không còn dòng hoặc cột cần có, hoặc có dòng không rõ là của điều gì.",
        "Cột được nhận ra nhờ số cột (1), (2), (3) … ngay dưới tên cột, dòng nhờ tên ghi ở đầu dòng. Xin giữ dòng số "
        "cột, và ghi tên cho mọi dòng có số.",
    ),
    "form-cell": Code(
        "Chưa thể biết ô này in gì.",
        "Ô bị ẩn, ô gộp, công thức chưa có kết quả, ngày tháng ở chỗ cần con số: chương trình không đoán. Xin gõ thẳng "
        "giá trị vào ô, đúng như văn bản in.",
    ),
}
