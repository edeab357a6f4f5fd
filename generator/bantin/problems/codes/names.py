"""Codes of names, and of the lists that they stand in."""

from bantin.problems.codes.code import Code

CODES = {
    "unknown-indicator": Code(
        "Chỉ số này không có trong danh mục.",
        "Thường là gõ sai một chữ; xin viết theo tên mà lời nhắn gợi ý. Nguồn dùng tên khác, hoặc chỉ số thật sự "
        "mới, thì thêm vào data/danh-muc/chi-so.yml như data/README.md hướng dẫn.",
    ),
    "unknown-scope": Code(
        "Phạm vi này không có trong danh mục.",
        "Phạm vi là dòng ngay dưới «Số liệu» hoặc «Chỉ tiêu», như «Cấp huyện», «Toàn tỉnh». Danh sách có ở "
        "data/danh-muc/pham-vi.yml.",
    ),
    "scope-not-then": Code(
        "Phạm vi này chưa có, hoặc không còn, trong kỳ của tệp hay thời gian của con số.",
        "Từ 01/07/2025 không còn cấp huyện, nên không còn «Cấp huyện», «Toàn huyện»; kỳ vắt qua ngày ấy, như năm 2025, "
        "ghi được phạm vi của cả hai thời gian. Con số nói về thời gian khác với kỳ của tệp thì ghi thời gian ấy ở mục "
        "«Tính đến».",
    ),
    "scope-not-here": Code(
        "Phạm vi này không dùng cho nơi ở cấp này.",
        "Tệp của một xã không ghi được «Toàn tỉnh», tệp của một tỉnh không ghi được «Toàn xã»: con số của nơi nào thì "
        "ghi trong tệp của nơi ấy. Lời nhắn nêu phạm vi nên ghi; danh sách có ở data/danh-muc/pham-vi.yml, mục «Dùng "
        "cho».",
    ),
    "unknown-row": Code(
        "Tên ở một dòng của bảng «Theo đơn vị» không phải là nơi nào của địa phương công bố, hoặc chưa rõ là nơi nào.",
        "Ghi loại và tên có dấu như «phường Hồng Bàng», đúng với tên vào ngày cuối kỳ. Hai nơi trùng tên khi bỏ dấu "
        "thì xin ghi đủ dấu.",
    ),
    "scope-missing": Code(
        "Một con số chưa nói là của phạm vi nào.",
        "«1.210 hồ sơ» của toàn xã và của riêng Ủy ban nhân dân xã là hai con số khác nhau, nên phạm vi đứng ở dòng "
        "trên, chỉ số thụt vào dưới. Chỉ hạng, điểm, mức xếp loại và chỉ số tính bằng % của chính nơi ấy là không cần "
        "phạm vi.",
    ),
    "unknown-member": Code(
        "Phần đứng sau dấu gạch chéo của phạm vi không có trong danh mục phân tổ.",
        "Ví dụ đúng: «Cấp huyện / Đất đai». Danh sách có ở thư mục data/danh-muc/phan-to/.",
    ),
    "member-twice": Code(
        "Một phạm vi ghi hai phần của cùng một phân tổ.",
        "Không hồ sơ nào vừa thuộc lĩnh vực này, vừa thuộc lĩnh vực kia. Xin giữ một phần; phần kia ghi thành một "
        "phạm vi riêng. Một con số chung của cả hai thì nối bằng dấu +: «Cấp huyện / Đất đai + Hộ tịch».",
    ),
    "members-unlike": Code(
        "Dấu «+» chỉ nối những phần khác nhau của cùng một phân tổ.",
        "«Toàn xã / Đất đai + Hộ tịch» là một con số chung của hai lĩnh vực. Phần của phân tổ khác thì đứng sau một "
        "dấu gạch chéo nữa, như «Toàn xã / Đất đai / Toàn trình».",
    ),
    "name-taken": Code(
        "Tên này trong danh mục đã chỉ một thứ khác.",
        "Mỗi tên chỉ dùng cho một chỉ số, một phạm vi hoặc một phân tổ; nếu không thì không biết số liệu thuộc về "
        "đâu. Xin đặt tên khác cho một trong hai.",
    ),
    "id-taken": Code(
        "Hai nguồn hoặc hai căn cứ trong một tệp mang cùng một mã.",
        "Con số ghi mã ấy sẽ không rõ là của nguồn nào. Xin đặt cho mỗi mục một mã riêng.",
    ),
    "rate-without-numerator": Code(
        "Một tỷ lệ trong danh mục chỉ số chưa ghi tử số.",
        "Thiếu tử số thì không biết tỷ lệ này đếm cái gì, nên không so được với các con số đi cùng. Xin thêm mục "
        "«Tử số» với tên chỉ số mà tỷ lệ đếm; chỉ số chấm điểm mà in bằng % thì ghi «Tử số: không có».",
    ),
    "catalogue-missing": Code(
        "Trang còn thiếu một danh mục trong data/danh-muc/.",
        "Không có danh mục thì không tên nào được nhận ra. Xin chép tệp ấy từ một trang có sẵn.",
    ),
    "unknown-catalogue": Code(
        "Trong data/danh-muc/ có một tệp không đúng tên hoặc không đúng chỗ.",
        "Chỉ có chi-so.yml, pham-vi.yml, noi-dung.yml, don-vi.yml, dia-chi.yml và các tệp trong thư mục phan-to/. "
        "Xin đổi tên hoặc chuyển tệp vào đúng chỗ.",
    ),
    "phrase-without-place": Code(
        "Mục «Câu» của một chỉ số chưa có, hoặc có nhiều hơn một, chỗ đặt con số.",
        "Chỗ ấy viết là {}, ví dụ: tiếp nhận {} hồ sơ.",
    ),
}
