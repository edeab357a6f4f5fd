"""Codes of articles, of what stands in them, and of the addresses of pages."""

from bantin.problems.codes.code import Code

CODES = {
    "article-name": Code(
        "Tên tệp của bài viết chưa đúng cách.",
        "Tên gồm ngày và chữ thường không dấu, nối bằng gạch ngang, vì tên tệp thành địa chỉ của trang: "
        "2026-11-22-ho-so-truc-tuyen.md.",
    ),
    "front-matter-missing": Code(
        "Bài viết chưa có phần đầu, nằm giữa hai dòng «---».",
        "Phần đầu ghi «Tiêu đề», «Tóm tắt», «Ngày», «Tác giả» và «Nguồn». Xin chép phần đầu của một bài có sẵn rồi "
        "sửa.",
    ),
    "date-differs": Code(
        "Mục «Ngày» của bài viết khác với ngày trong tên tệp.",
        "Xin sửa một trong hai cho khớp, để bài không bị xếp nhầm ngày.",
    ),
    "hour-unreadable": Code(
        "Không đọc được giờ đăng bài ở mục «Giờ».",
        "Giờ ghi bằng hai số cách nhau bởi dấu hai chấm, từ 00:00 đến 23:59: 15:39. Không rõ giờ thì bỏ mục này.",
    ),
    "deadline-before-article": Code(
        "Hạn gửi ý kiến ở «Lấy ý kiến» sớm hơn ngày đăng bài.",
        "Người đọc sẽ thấy một văn bản vừa đăng đã hết hạn góp ý. Xin xem lại «Đến ngày» và «Ngày»; việc lấy ý kiến đã "
        "xong từ trước thì bỏ mục «Lấy ý kiến» và nói điều ấy trong bài.",
    ),
    "image-missing": Code(
        "Không thấy tệp ảnh mà bài viết nhắc đến.",
        "Ảnh đặt cùng thư mục với bài; tên trong bài phải giống hệt tên tệp, kể cả đuôi.",
    ),
    "image-name": Code(
        "Tên tệp ảnh hay tài liệu có chữ hoa, dấu tiếng Việt, dấu cách hoặc đường dẫn.",
        "Tên chỉ gồm chữ thường không dấu, số và gạch ngang, vì tên tệp nằm trong địa chỉ của trang: quay-mot-cua.jpg.",
    ),
    "picture-unreadable": Code(
        "Tệp mang tên một ảnh nhưng bên trong không phải là ảnh ấy, hoặc đã hỏng.",
        "Hay gặp là ảnh đổi đuôi bằng tay, ảnh tải về chưa xong, hoặc trang mạng được lưu nhầm thành ảnh. Xin mở ảnh "
        "bằng trình xem ảnh rồi lưu lại thành .jpg hoặc .png.",
    ),
    "picture-too-large": Code(
        "Ảnh quá lớn để xử lý.",
        "Ảnh chụp bằng điện thoại được chương trình tự thu nhỏ; ảnh này còn lớn hơn nhiều. Xin mở ảnh, thu nhỏ rồi "
        "lưu lại.",
    ),
    "document-unreadable": Code(
        "Tệp mang tên một tài liệu nhưng bên trong không phải là tài liệu ấy, hoặc đã hỏng.",
        "Xin mở tệp bằng chương trình đã viết ra nó rồi lưu lại thành .pdf, .docx, .xlsx hoặc .odt.",
    ),
    "document-too-large": Code(
        "Tài liệu quá lớn để người đọc tải về bằng điện thoại.",
        "Xin giảm cỡ các ảnh trong đó, hoặc tách thành nhiều tệp.",
    ),
    "file-unused": Code(
        "Chưa bài viết hay trang nào hiện ảnh này, hoặc dẫn đến tài liệu này.",
        "Chỉ tệp mà một trang nhắc đến mới được đăng, để không có gì lên mạng mà không ai biết. Xin nhắc đến tệp "
        "trong bài, hoặc xóa tệp.",
    ),
    "file-not-published": Code(
        "Trong content/ có một tệp thuộc loại không được đăng.",
        "Trang đăng bài viết (.md), ảnh (.jpg, .png, .webp, .avif) và tài liệu (.pdf, .docx, .xlsx, .odt). Xin đổi "
        "sang một trong các loại ấy, hoặc để tệp ở nơi khác.",
    ),
    "page-name": Code(
        "Tên tệp hoặc thư mục không dùng được làm địa chỉ của một trang.",
        "Tên chỉ gồm chữ thường không dấu, số và gạch ngang. Xin đổi tên như lời nhắn gợi ý.",
    ),
    "link-unknown": Code(
        "Một liên kết không dẫn đến trang, tệp hay đề mục nào.",
        "Người đọc bấm vào sẽ gặp trang lỗi. Xin sửa theo địa chỉ mà lời nhắn gợi ý; liên kết đến trang khác thì ghi "
        "đủ https://.",
    ),
    "reference-unknown": Code(
        "Bài viết nhắc đến số liệu hoặc chỉ tiêu không có trong data/, hoặc một con số ghi mã nguồn, mã căn cứ mà "
        "tệp không có.",
        "Trang không thể in điều không có. Xin sửa lại kỳ, phạm vi, tên chỉ số hoặc mã theo gợi ý của lời nhắn.",
    ),
    "reference-malformed": Code(
        "Hai dấu ngoặc nhọn trong bài viết chỉ để in một số liệu hoặc một chỉ tiêu, theo đúng một cách viết.",
        'Cách viết ấy là {{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}: kỳ, phạm vi, chỉ số, mỗi '
        "phần trong ngoặc kép. Chương trình không tính toán và không chạy lệnh nào ở đó.",
    ),
    "address-taken": Code(
        "Hai trang cùng một địa chỉ.",
        "Mỗi địa chỉ chỉ dẫn đến một trang. Xin đổi phần chữ trong tên tệp của bài viết.",
    ),
    "address-removed": Code(
        "Một trang đã đăng nay không còn ở địa chỉ cũ.",
        "Người dân, văn bản, trang khác có thể đã ghi lại địa chỉ ấy. Xin ghi địa chỉ mới vào "
        "data/danh-muc/dia-chi.yml; trang sẽ tự dẫn người đọc sang đó.",
    ),
    "address-leads-nowhere": Code(
        "Địa chỉ mới trong danh mục chuyển địa chỉ không có trang nào.",
        "Thường là gõ sai một chữ, hoặc trang ấy lại đã chuyển tiếp. Xin ghi địa chỉ của một trang đang có.",
    ),
    "address-in-use": Code(
        "Danh mục chuyển địa chỉ ghi một địa chỉ vẫn còn trang.",
        "Một địa chỉ không thể vừa có trang, vừa dẫn đi nơi khác. Xin xóa mục ấy, hoặc đổi tên tệp của trang.",
    ),
    "date-impossible": Code(
        "Lời văn của tệp số liệu hoặc của bài viết nhắc đến một ngày không có thật, như 31/02/2023.",
        "Xin xem lại ngày, tháng, năm trong nguồn.",
    ),
    "weekday-differs": Code(
        "Thứ trong tuần không khớp với ngày.",
        "Ví dụ «thứ hai, ngày 14/12/2021», mà ngày ấy là thứ ba. Một trong hai đã ghi nhầm; xin xem lại nguồn.",
    ),
    "text-copied": Code(
        "Một đoạn nhận định giống hệt đoạn của tệp khác trong cùng tỉnh.",
        "Có lẽ đoạn được chép mà chưa sửa. Xin viết bằng lời của mình, cho đúng nơi này và kỳ này.",
    ),
    "number-unknown": Code(
        "Một con số trong bài viết không có trong số liệu của nơi bài nói tới.",
        "Con số trong bài phải có trong tệp số liệu, để người đọc dò được nguồn. Xin dùng lời gọi so_lieu để in số "
        "từ tệp, hoặc ghi thêm con số vào tệp số liệu.",
    ),
    "section-empty": Code(
        "Một đề mục của bài viết không có chữ nào.",
        "Người đọc thấy đề mục mà không thấy nội dung. Xin viết nội dung hoặc xóa đề mục.",
    ),
    "image-not-described": Code(
        "Mô tả ảnh chỉ chép lại tiêu đề hoặc chú thích.",
        "Mô tả được đọc thành tiếng cho người không nhìn thấy ảnh. Xin viết ảnh cho thấy gì: ai, đang làm gì, ở đâu.",
    ),
}
