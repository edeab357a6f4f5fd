"""Codes of procedures, their versions, and lists of them.

Readers are told where two things that the State has said cannot both be so: two days, a tier or an office and the law
that ended it, a list and the end of what it lists, a count and what is counted. All else is for editors: it stops the
site, asks for what was not entered yet, weighs names by likeness, or doubts a word that leads nobody astray. What an
editor calls unclear («Chưa rõ») the page prints itself.
"""

from bantin.problems.codes.code import Code

CODES = {
    "procedure-code-unreadable": Code(
        "Chỗ này cần một mã thủ tục.",
        "Mã viết như 1.001193; mã của địa phương có thêm phần cuối như .000.00.00.H01 hoặc .H01; mã của cơ sở"
        " dữ liệu cũ như T-THA-288411-TT. Tên tệp của một thủ tục chính là mã của nó.",
    ),
    "procedure-code-irregular": Code(
        "Mã thủ tục không có dạng thường gặp.",
        "Nguồn cũ có khi in thừa hoặc thiếu chữ số. Xin xem lại; nếu nguồn in đúng như vậy thì giữ nguyên.",
    ),
    "procedure-code-elsewhere": Code(
        "Phần cuối của mã là số của một tỉnh khác.",
        "Mã của địa phương kết thúc bằng số của tỉnh, như .H01 của An Giang; sau khi sáp nhập, số của các "
        "tỉnh cũ vẫn được dùng. Xin xem lại mã, và xem tệp có nằm đúng thư mục của tỉnh không.",
    ),
    "procedure-misplaced": Code(
        "Tệp của một thủ tục hoặc một danh mục nằm sai thư mục.",
        "Thủ tục chung nằm ở data/thu-tuc/; thủ tục riêng của tỉnh nằm ở data/<tỉnh>/thu-tuc/, danh mục mà tỉnh công "
        "bố nằm ở data/<tỉnh>/danh-muc/, cả khi do cấp xã giải quyết. Xin chuyển tệp vào thư mục mà lời nhắn nêu.",
    ),
    "procedure-twice": Code(
        "Hai tệp trong một thư mục là của cùng một thủ tục.",
        "Chữ hoa, chữ thường và số của tỉnh ở cuối mã không làm thành thủ tục khác, nên hai tệp sẽ cùng một trang. Xin "
        "gộp các bản vào một tệp, mỗi quyết định một bản.",
    ),
    "list-empty": Code(
        "Danh mục chưa có thủ tục nào.",
        "Xin thêm «Công bố», «Ban hành mới», «Sửa đổi, bổ sung», «Thay thế» hoặc «Bãi bỏ», trong đó ghi mã "
        "các thủ tục theo cấp.",
    ),
    "version-reversed": Code(
        "Một bản của thủ tục hết hiệu lực trước khi có hiệu lực.",
        "Có thể «Hiệu lực từ» và «Hiệu lực đến» bị đổi chỗ, hoặc gõ nhầm năm.",
    ),
    "versions-out-of-order": Code(
        "Các bản của thủ tục chưa xếp từ cũ đến mới.",
        "Trang cho rằng bản đứng sau là bản mới hơn. Xin xếp lại theo ngày có hiệu lực.",
    ),
    "versions-overlap": Code(
        "Hai bản của một thủ tục cùng có hiệu lực trong một thời gian.",
        "Khi ấy không biết phải theo bản nào, nên trang không nói bản nào đang áp dụng. Xin xem lại ngày của hai bản.",
        contradiction=True,
    ),
    "versions-gap": Code(
        "Giữa hai bản của thủ tục có những ngày không bản nào có hiệu lực.",
        "Có thể gõ nhầm ngày, hoặc còn thiếu một bản. Nếu đúng là thủ tục đã ngừng rồi ban hành lại thì ghi "
        "«Thay đổi: ban hành mới» ở bản sau.",
    ),
    "effective-before-issued": Code(
        "Một bản của thủ tục, hoặc một danh mục, có hiệu lực trước ngày ký quyết định.",
        "Thường là gõ nhầm một trong hai ngày. Nếu nguồn in như vậy thì giữ nguyên; ở tệp thủ tục thì ghi thêm lý do ở "
        "«Chấp nhận».",
        contradiction=True,
    ),
    "replacement-missing": Code(
        "Thủ tục được thay thế mà chưa ghi thay bằng thủ tục nào.",
        "Người đọc trang của thủ tục cũ cần biết thủ tục mới. Xin thêm dòng «Thay bằng» với mã của nó.",
    ),
    "replaced-by-itself": Code(
        "Thủ tục được ghi là thay bằng chính nó.",
        "Vẫn mã ấy mà nội dung đổi thì là một bản mới của thủ tục, ghi thêm dưới «Phiên bản»; «Thay bằng» chỉ ghi mã "
        "của một thủ tục khác.",
    ),
    "tier-not-then": Code(
        "Cấp giải quyết không còn vào thời gian của bản hoặc danh mục này.",
        "Từ 01/07/2025 không còn cấp huyện. Nhiều nguồn vẫn in cấp cũ: nếu đúng vậy thì giữ nguyên; ở tệp thủ tục thì "
        "ghi thêm lý do ở «Chấp nhận».",
        contradiction=True,
    ),
    "office-not-then": Code(
        "Cơ quan giải quyết không còn vào thời gian của bản này.",
        "Các phòng của cấp huyện, như Phòng Tư pháp, không còn từ 01/07/2025. Nhiều bản ghi vẫn in tên cũ: "
        "nếu nguồn in như vậy thì giữ nguyên và ghi lý do ở «Chấp nhận».",
        contradiction=True,
    ),
    "online-level-not-then": Code(
        "Mức độ dịch vụ công trực tuyến không hợp với thời gian của bản này.",
        "Mức độ 1 đến 4 dùng đến hết năm 2022; «toàn trình» và «một phần» có từ 15/08/2022. Xin xem lại mức "
        "độ và ngày.",
    ),
    "fee-zero": Code(
        "Phí ghi số 0, mà số 0 không nói là miễn phí.",
        "Cổng dịch vụ công in số 0 cả khi mức thu do văn bản khác quy định. Nguồn nói miễn phí thì ghi «miễn "
        "phí»; nguồn nói theo văn bản nào thì ghi lời ấy; không có lời nào thì bỏ dòng này.",
    ),
    "deadline-without-unit": Code(
        "Thời hạn chỉ có số, không có đơn vị.",
        "Ngày làm việc, ngày và giờ khác nhau. Xin ghi như «10 ngày làm việc»; nguồn không in đơn vị thì "
        "giữ nguyên và ghi lý do ở «Chấp nhận».",
    ),
    "version-open": Code(
        "Một bản của thủ tục còn điều chưa rõ.",
        "Khi hai nguồn nói khác nhau, trang in cả hai và không nói bản nào đang áp dụng. Xin hỏi cơ quan công"
        " bố; khi đã rõ thì sửa cho đúng và xóa dòng «Chưa rõ».",
    ),
    "unknown-procedure": Code(
        "Mã này chưa có tệp thủ tục nào trong trang.",
        "Người đọc sẽ không có trang để xem. Xin thêm tệp của thủ tục, hoặc xem lại mã.",
    ),
    "procedure-nameless": Code(
        "Thủ tục chưa có tên.",
        "Tệp của tỉnh được để trống tên chỉ khi data/thu-tuc/ đã có tệp cùng mã. Xin thêm «Tên» và «Lĩnh vực».",
    ),
    "procedure-named-twice": Code(
        "Một mã mang hai tên rất khác nhau.",
        "Thường là gõ nhầm mã: hai tên gần như không có chữ nào chung. Xin xem lại mã ở cả hai nơi.",
    ),
    "listed-unknown": Code(
        "Danh mục có những mã chưa có tệp thủ tục.",
        "Danh mục vẫn lên trang, nhưng người dân chưa xem được thời hạn, giấy tờ của các thủ tục ấy.",
    ),
    "listed-after-its-end": Code(
        "Danh mục còn nêu một thủ tục đã bị bãi bỏ hoặc thay thế.",
        "Xin xem lại danh mục và tệp của thủ tục; có thể một trong hai ghi nhầm ngày.",
        contradiction=True,
    ),
    "list-count-differs": Code(
        "Số thủ tục mà quyết định nói khác với số mã đã chép.",
        "Danh mục được ghi là trọn bộ, nên hai con số phải bằng nhau. Nếu chưa chép đủ thì bỏ dòng «Trọn danh mục».",
        contradiction=True,
    ),
}
