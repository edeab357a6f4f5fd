"""Codes of files as such: how they are written, stored and named."""

from bantin.problems.codes.code import Code

CODES = {
    "yaml-syntax": Code(
        "Một dòng viết chưa đúng cách, nên chương trình không đọc tiếp được tệp.",
        "Hay gặp nhất là thụt dòng lệch, quên dấu cách sau dấu hai chấm, quên đóng ngoặc kép, hoặc câu chữ có dấu "
        "hai chấm mà không đặt trong ngoặc kép. Lời nhắn nói rõ chỗ nào và cách sửa.",
    ),
    "duplicate-key": Code(
        "Một tên mục được ghi hai lần ở cùng một chỗ.",
        "Chữ hoa, chữ thường, dấu và tên khác của cùng một chỉ số được coi là một, nên chương trình không biết lấy "
        "giá trị nào. Xin giữ một mục; hai nguồn in khác nhau thì ghi thành danh sách dưới một tên.",
    ),
    "unknown-key": Code(
        "Tên mục này không có ở chỗ này.",
        "Thường là gõ sai một chữ, hoặc thụt dòng lệch nên mục rơi vào chỗ khác. Xin viết theo tên mà lời nhắn gợi ý.",
    ),
    "key-missing": Code(
        "Thiếu một mục bắt buộc.",
        "Ví dụ mỗi nguồn phải có «Tên» và «Cơ quan», để người đọc tìm lại được. Xin thêm dòng mà lời nhắn nêu.",
    ),
    "value-missing": Code(
        "Sau tên mục chưa ghi gì.",
        "Để trống thì không rõ là số không, là chưa có hay là quên. Xin điền giá trị, hoặc ghi «chưa có số liệu»; "
        "nguồn không nhắc đến thì bỏ cả dòng.",
    ),
    "wrong-shape": Code(
        "Ở chỗ này cần một cách ghi khác.",
        "Ví dụ cần các dòng «tên mục: giá trị» mà tệp lại ghi một danh sách, hoặc cần một giá trị mà tệp ghi cả nhóm "
        "mục. Xin viết theo tệp mẫu trong data/README.md.",
    ),
    "unknown-choice": Code(
        "Mục này chỉ nhận một trong vài từ có sẵn.",
        "Ví dụ «Trạng thái» chỉ nhận «không có», «chưa có số liệu», «không áp dụng» hoặc «không công bố». Xin chọn "
        "một từ trong lời nhắn và viết đúng như vậy.",
    ),
    "anchor-or-tag": Code(
        "Giá trị bắt đầu bằng một dấu có nghĩa riêng: &, * hoặc !.",
        "Nếu dấu ấy thuộc về câu chữ, xin đặt cả câu trong ngoặc kép; nếu không thì xóa dấu ấy đi.",
    ),
    "too-deep": Code(
        "Các mục lồng vào nhau quá nhiều bậc.",
        "Tệp số liệu chỉ cần bốn, năm bậc; nhiều hơn thường là do thụt dòng lệch hoặc có các dấu [ { - ở đầu giá trị.",
    ),
    "several-documents": Code(
        "Giữa tệp số liệu có một dòng «---».",
        "Dòng này ngắt tệp làm hai phần, mà mỗi tệp chỉ là một nơi trong một kỳ. Xin xóa dòng ấy, hoặc tách thành "
        "hai tệp.",
    ),
    "control-character": Code(
        "Trong tệp có một ký tự ẩn, mắt không nhìn thấy.",
        "Ký tự như vậy hay lẫn vào khi chép từ trang mạng hay tệp khác, và làm con số trông đúng mà đọc sai. Xin xóa "
        "đoạn chữ ở chỗ ấy rồi gõ lại.",
    ),
    "text-garbled": Code(
        "Chữ Việt ở đây đã bị vỡ trên đường đi, nên người đọc không đọc được.",
        "Hay gặp khi chép từ văn bản dùng phông cũ (.VnTime, VNI-Times), hoặc khi một chương trình đọc nhầm bảng mã. "
        "Lời nhắn đưa lại chữ đúng khi đoán được; xin thay đoạn ấy bằng chữ đúng theo nguồn.",
    ),
    "not-utf8": Code(
        "Tệp được lưu theo bảng mã khác UTF-8.",
        "Chữ có dấu sẽ hiện sai trên trang. Xin mở tệp, chọn «Lưu thành» và chọn bảng mã UTF-8.",
    ),
    "not-nfc": Code(
        "Chữ và dấu trong tệp được lưu rời nhau (Unicode tổ hợp, dạng NFD).",
        "Trang vẫn đọc và in đúng, nhưng chương trình khác có thể tìm không ra chữ. Xin chọn bảng mã «Unicode dựng "
        "sẵn» trong bộ gõ rồi lưu lại tệp.",
    ),
    "letter-eth": Code(
        "Một chữ chỉ trông giống chữ Đ: chữ Ð (U+00D0) của bàn phím nước khác.",
        "Trang vẫn in đúng, nhưng nơi khác tìm không ra chữ ấy. Xin gõ lại bằng bộ gõ tiếng Việt.",
    ),
    "file-empty": Code(
        "Tệp chưa có nội dung, hoặc chỉ có dòng ghi chú.",
        "Xin chép một tệp có sẵn làm mẫu rồi sửa; chưa có số liệu thì xóa tệp này.",
    ),
    "file-too-large": Code(
        "Tệp lớn hơn 200 kB, hoặc danh mục lớn hơn 1.000 kB.",
        "Một nơi trong một kỳ không cần nhiều như vậy; có lẽ nội dung khác được dán nhầm vào. Xin tách theo kỳ hoặc "
        "theo đơn vị.",
    ),
    "wrong-suffix": Code(
        "Tên tệp không kết thúc đúng cách, nên tệp không được đọc và không lên trang.",
        "Tệp số liệu có đuôi .yml, bài viết có đuôi .md, chữ thường. Windows hay giấu phần .txt ở cuối: trong thư "
        "mục, chọn «Xem» (View) rồi bật «Phần mở rộng tên tệp» (File name extensions) để thấy. Xin đổi tên như lời "
        "nhắn gợi ý.",
    ),
    "not-a-file": Code(
        "Mục này mang tên một tệp số liệu nhưng không phải là tệp thông thường.",
        "Ví dụ một đường ống hay thiết bị của hệ điều hành; đọc nó có thể không bao giờ xong, nên nó bị bỏ qua. Xin "
        "xóa mục ấy.",
    ),
    "file-unreadable": Code(
        "Có tệp này nhưng chương trình không mở được.",
        "Thường là tệp không cho quyền đọc, hoặc đang bị chương trình khác giữ. Xin đóng chương trình kia, hoặc nhờ "
        "người quản trị máy cấp quyền đọc.",
    ),
    "merge-conflict": Code(
        "Hai người cùng sửa tệp này, và trong tệp còn các dòng <<<<<<<, =======, >>>>>>> mà git để lại.",
        "Phần trên và phần dưới dòng ======= là của hai người. Xin giữ phần đúng, rồi xóa ba dòng ấy.",
    ),
    "file-not-read": Code(
        "Trong thư mục số liệu có một tệp không phải tệp số liệu, nên nó không được đọc.",
        "Nếu tệp không liên quan thì xin để ở nơi khác, để không ai tưởng rằng nội dung của nó đã lên trang.",
    ),
    "symlink": Code(
        "Đây là một liên kết đến nơi khác, không phải tệp thật.",
        "Nội dung ở nơi khác có thể đổi mà không ai hay, nên liên kết không được đọc. Xin xóa liên kết rồi chép tệp "
        "thật vào.",
    ),
}
