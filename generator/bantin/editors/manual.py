"""What each code of a problem means, in Vietnamese, for editors who have never seen YAML.

A rule's codes are explained in its docstring (see `checks`); all other codes are explained here. The first sentence of
an explanation says what was found, the rest why it matters and how to write it right.
"""

from collections.abc import Callable, Iterator
from inspect import getdoc
from types import ModuleType

from bantin.checks import CHECKS, plausibility, prose, references, sums, targets, times


def _of_rules(*modules: ModuleType) -> dict[str, str]:
    names = {module.__name__ for module in modules}
    return {code: text for rule in CHECKS if rule.__module__ in names for code, text in _of_rule(rule)}


def _of_rule(rule: Callable[..., object]) -> Iterator[tuple[str, str]]:
    summary, *paragraphs = [" ".join(paragraph.split()) for paragraph in (getdoc(rule) or "").split("\n\n")]
    for paragraph in paragraphs:
        code, _, text = paragraph.partition(": ")
        yield code, text if len(paragraphs) > 1 else f"{summary} {text}"


GROUPS: dict[str, dict[str, str]] = {
    "Hình thức tệp": {
        "yaml-syntax": (
            "Một dòng viết chưa đúng cách, nên chương trình không đọc tiếp được tệp. "
            "Hay gặp nhất là thụt dòng lệch, quên dấu cách sau dấu hai chấm, quên đóng ngoặc kép, hoặc câu chữ có dấu "
            "hai chấm mà không đặt trong ngoặc kép. Lời nhắn nói rõ chỗ nào và cách sửa."
        ),
        "duplicate-key": (
            "Một tên mục được ghi hai lần ở cùng một chỗ. "
            "Chữ hoa, chữ thường, dấu và tên khác của cùng một chỉ số được coi là một, nên chương trình không biết "
            "lấy giá trị nào. Xin giữ một mục; hai nguồn in khác nhau thì ghi thành danh sách dưới một tên."
        ),
        "unknown-key": (
            "Tên mục này không có ở chỗ này. "
            "Thường là gõ sai một chữ, hoặc thụt dòng lệch nên mục rơi vào chỗ khác. Xin viết theo tên mà lời nhắn "
            "gợi ý."
        ),
        "key-missing": (
            "Thiếu một mục bắt buộc. "
            "Ví dụ mỗi nguồn phải có «Tên» và «Cơ quan», để người đọc tìm lại được. Xin thêm dòng mà lời nhắn nêu."
        ),
        "value-missing": (
            "Sau tên mục chưa ghi gì. "
            "Để trống thì không rõ là số không, là chưa có hay là quên. Xin điền giá trị, hoặc ghi «chưa có số liệu»; "
            "nguồn không nhắc đến thì bỏ cả dòng."
        ),
        "wrong-shape": (
            "Ở chỗ này cần một cách ghi khác. "
            "Ví dụ cần các dòng «tên mục: giá trị» mà tệp lại ghi một danh sách, hoặc cần một giá trị mà tệp ghi cả "
            "nhóm mục. Xin viết theo tệp mẫu trong data/README.md."
        ),
        "unknown-choice": (
            "Mục này chỉ nhận một trong vài từ có sẵn. "
            "Ví dụ «Trạng thái» chỉ nhận «không có», «chưa có số liệu», «không áp dụng» hoặc «không công bố». Xin "
            "chọn một từ trong lời nhắn và viết đúng như vậy."
        ),
        "anchor-or-tag": (
            "Giá trị bắt đầu bằng một dấu có nghĩa riêng: &, * hoặc !. "
            "Nếu dấu ấy thuộc về câu chữ, xin đặt cả câu trong ngoặc kép; nếu không thì xóa dấu ấy đi."
        ),
        "too-deep": (
            "Các mục lồng vào nhau quá nhiều bậc. "
            "Tệp số liệu chỉ cần bốn, năm bậc; nhiều hơn thường là do thụt dòng lệch hoặc có các dấu [ { - ở đầu giá "
            "trị."
        ),
        "several-documents": (
            "Giữa tệp số liệu có một dòng «---». "
            "Dòng này ngắt tệp làm hai phần, mà mỗi tệp chỉ là một nơi trong một kỳ. Xin xóa dòng ấy, hoặc tách thành "
            "hai tệp."
        ),
        "control-character": (
            "Trong tệp có một ký tự ẩn, mắt không nhìn thấy. "
            "Ký tự như vậy hay lẫn vào khi chép từ trang mạng hay tệp khác, và làm con số trông đúng mà đọc sai. Xin "
            "xóa đoạn chữ ở chỗ ấy rồi gõ lại."
        ),
        "text-garbled": (
            "Chữ Việt ở đây đã bị vỡ trên đường đi, nên người đọc không đọc được. "
            "Hay gặp khi chép từ văn bản dùng phông cũ (.VnTime, VNI-Times), hoặc khi một chương trình đọc nhầm bảng "
            "mã. Lời nhắn đưa lại chữ đúng khi đoán được; xin thay đoạn ấy bằng chữ đúng theo nguồn."
        ),
        "not-utf8": (
            "Tệp được lưu theo bảng mã khác UTF-8. "
            "Chữ có dấu sẽ hiện sai trên trang. Xin mở tệp, chọn «Lưu thành» và chọn bảng mã UTF-8."
        ),
        "not-nfc": (
            "Chữ và dấu trong tệp được lưu rời nhau (Unicode tổ hợp, dạng NFD). "
            "Trang vẫn đọc và in đúng, nhưng chương trình khác có thể tìm không ra chữ. Xin chọn bảng mã «Unicode "
            "dựng sẵn» trong bộ gõ rồi lưu lại tệp."
        ),
        "letter-eth": (
            "Một chữ chỉ trông giống chữ Đ: chữ Ð (U+00D0) của bàn phím nước khác. "
            "Trang vẫn in đúng, nhưng nơi khác tìm không ra chữ ấy. Xin gõ lại bằng bộ gõ tiếng Việt."
        ),
        "file-empty": (
            "Tệp chưa có nội dung, hoặc chỉ có dòng ghi chú. "
            "Xin chép một tệp có sẵn làm mẫu rồi sửa; chưa có số liệu thì xóa tệp này."
        ),
        "file-too-large": (
            "Tệp lớn hơn 200 kB. "
            "Một nơi trong một kỳ không cần nhiều như vậy; có lẽ nội dung khác được dán nhầm vào. Xin tách theo kỳ "
            "hoặc theo đơn vị."
        ),
        "wrong-suffix": (
            "Tên tệp không kết thúc đúng cách, nên tệp không được đọc và không lên trang. "
            "Tệp số liệu có đuôi .yml, bài viết có đuôi .md, chữ thường. Windows hay giấu phần .txt ở cuối: trong "
            "thư mục, chọn «Xem» (View) rồi bật «Phần mở rộng tên tệp» (File name extensions) để thấy. Xin đổi tên như "
            "lời nhắn gợi ý."
        ),
        "not-a-file": (
            "Mục này mang tên một tệp số liệu nhưng không phải là tệp thông thường. "
            "Ví dụ một đường ống hay thiết bị của hệ điều hành; đọc nó có thể không bao giờ xong, nên nó bị bỏ qua. "
            "Xin xóa mục ấy."
        ),
        "file-unreadable": (
            "Có tệp này nhưng chương trình không mở được. "
            "Thường là tệp không cho quyền đọc, hoặc đang bị chương trình khác giữ. Xin đóng chương trình kia, hoặc "
            "nhờ người quản trị máy cấp quyền đọc."
        ),
        "merge-conflict": (
            "Hai người cùng sửa tệp này, và trong tệp còn các dòng <<<<<<<, =======, >>>>>>> mà git để lại. "
            "Phần trên và phần dưới dòng ======= là của hai người. Xin giữ phần đúng, rồi xóa ba dòng ấy."
        ),
        "file-not-read": (
            "Trong thư mục số liệu có một tệp không phải tệp số liệu, nên nó không được đọc. "
            "Nếu tệp không liên quan thì xin để ở nơi khác, để không ai tưởng rằng nội dung của nó đã lên trang."
        ),
        "symlink": (
            "Đây là một liên kết đến nơi khác, không phải tệp thật. "
            "Nội dung ở nơi khác có thể đổi mà không ai hay, nên liên kết không được đọc. Xin xóa liên kết rồi chép "
            "tệp thật vào."
        ),
    },
    "Cách ghi giá trị": {
        "number-ambiguous": (
            "Con số có thể hiểu hai cách. "
            "Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân; «1.21» có thể là 1,21, có thể là 121, cũng có "
            "thể là 1.210 bị bảng tính bỏ mất số 0. Xin xem lại nguồn rồi viết đủ chữ số: 1.210."
        ),
        "number-decimal-point": (
            "Phần thập phân được viết sau dấu chấm. "
            "Theo lối Việt Nam, phần thập phân đứng sau dấu phẩy: 93,62%, không phải 93.62%."
        ),
        "number-unreadable": (
            "Chỗ này cần một con số, mà chương trình không đọc được. "
            "Xin ghi bằng chữ số như 1.210; từ đứng trước chỉ dùng những từ có trong bảng ở data/README.md, như "
            "«gần», «khoảng», «trên». Dấu > và < xin viết thành «trên» và «dưới»."
        ),
        "count-has-decimals": (
            "Số đếm mà có phần thập phân. "
            "Hồ sơ, thủ tục, nhiệm vụ là số nguyên. Nếu số tính theo nghìn thì ghi cả chữ «nghìn»: 48,6 nghìn; nếu là "
            "tỷ lệ thì xin chọn chỉ số tỷ lệ."
        ),
        "kind-mismatch": (
            "Giá trị không cùng loại với chỉ số, hoặc chưa ghi rõ loại. "
            "Ví dụ tỷ lệ phải có dấu %: 95%, không phải 95; số hồ sơ thì ngược lại, không có dấu %. Với tỷ lệ, số "
            "không ghi là 0%."
        ),
        "unit-unknown": (
            "Từ đứng sau con số không phải là đơn vị của chỉ số này. "
            "Ví dụ chỉ số đếm bằng «hồ sơ» mà ghi «12 bộ». Xin ghi con số không kèm đơn vị, hoặc kèm đúng đơn vị."
        ),
        "bound-unclear": (
            "Chưa rõ con số là mức cao nhất hay thấp nhất. "
            "«Từ 70%» còn thiếu «trở lên» hoặc «trở xuống»; thứ hạng thì ghi một hạng, không ghi «trở lên». Xin xem "
            "lại nguồn rồi viết cho đủ."
        ),
        "ratio-exceeds": (
            "Phần lớn hơn toàn bộ, như 35/34. "
            "Số đứng trước dấu gạch chéo không thể lớn hơn số đứng sau; có thể hai số bị gõ đổi chỗ. Xin xem lại "
            "nguồn."
        ),
        "ratio-zero": (
            "Số đứng sau dấu gạch chéo là số không. Không có gì để tính thì không có tỷ lệ. Xin ghi «không áp dụng»."
        ),
        "rank-outside": (
            "Thứ hạng không thể có, như hạng 64 trong 63 đơn vị. "
            "Xin xem lại cả hai số trong nguồn; cách ghi là «hạng 14/63»."
        ),
        "text-unreadable": (
            "Chỗ này cần lời văn, không phải con số. "
            "Ví dụ mức hoàn thành ghi bằng chữ: «Khá», «Hoàn thành tốt nhiệm vụ»."
        ),
        "state-and-value": (
            "Một số liệu vừa có giá trị, vừa có trạng thái. "
            "«Trạng thái» nói vì sao không có số, nên hai mục trái nhau. Xin giữ một trong hai."
        ),
        "date-unreadable": (
            "Không đọc được ngày, năm hoặc thời điểm. "
            "Ngày ghi theo thứ tự ngày/tháng/năm, đủ bốn chữ số của năm và phải có thật: 20/08/2023."
        ),
        "address-unreadable": (
            "Địa chỉ trang mạng chưa viết đủ. "
            "Địa chỉ bắt đầu bằng https:// hoặc http://, nếu không thì bấm vào không mở được. Xin chép từ thanh địa "
            "chỉ của trình duyệt; không có thì bỏ dòng này."
        ),
    },
    "Tên và danh mục": {
        "unknown-indicator": (
            "Chỉ số này không có trong danh mục. "
            "Thường là gõ sai một chữ; xin viết theo tên mà lời nhắn gợi ý. Nguồn dùng tên khác, hoặc chỉ số thật sự "
            "mới, thì thêm vào data/danh-muc/chi-so.yml như data/README.md hướng dẫn."
        ),
        "unknown-scope": (
            "Phạm vi này không có trong danh mục. "
            "Phạm vi là dòng ngay dưới «Số liệu» hoặc «Chỉ tiêu», như «Cấp huyện», «Toàn tỉnh». Danh sách có ở "
            "data/danh-muc/pham-vi.yml."
        ),
        "unknown-member": (
            "Phần đứng sau dấu gạch chéo của phạm vi không có trong danh mục phân tổ. "
            "Ví dụ đúng: «Cấp huyện / Đất đai». Danh sách có ở thư mục data/danh-muc/phan-to/."
        ),
        "member-twice": (
            "Một phạm vi ghi hai phần của cùng một phân tổ. "
            "Không hồ sơ nào vừa thuộc lĩnh vực này, vừa thuộc lĩnh vực kia. Xin giữ một phần; phần kia ghi thành một "
            "phạm vi riêng."
        ),
        "name-taken": (
            "Tên này trong danh mục đã chỉ một thứ khác. "
            "Mỗi tên chỉ dùng cho một chỉ số, một phạm vi hoặc một phân tổ; nếu không thì không biết số liệu thuộc về "
            "đâu. Xin đặt tên khác cho một trong hai."
        ),
        "id-taken": (
            "Hai nguồn hoặc hai căn cứ trong một tệp mang cùng một mã. "
            "Con số ghi mã ấy sẽ không rõ là của nguồn nào. Xin đặt cho mỗi mục một mã riêng."
        ),
        "catalogue-missing": (
            "Trang còn thiếu một danh mục trong data/danh-muc/. "
            "Không có danh mục thì không tên nào được nhận ra. Xin chép tệp ấy từ một trang có sẵn."
        ),
        "unknown-catalogue": (
            "Trong data/danh-muc/ có một tệp không đúng tên hoặc không đúng chỗ. "
            "Chỉ có chi-so.yml, pham-vi.yml và các tệp trong thư mục phan-to/. Xin đổi tên hoặc chuyển tệp vào đúng "
            "chỗ."
        ),
        "phrase-without-place": (
            "Mục «Câu» của một chỉ số chưa có, hoặc có nhiều hơn một, chỗ đặt con số. "
            "Chỗ ấy viết là {}, ví dụ: tiếp nhận {} hồ sơ."
        ),
    },
    "Nơi, kỳ và nguồn": {
        "unknown-place": (
            "Thư mục của tệp không ứng với đơn vị hành chính nào. "
            "Tên thư mục gồm loại đơn vị và tên, không dấu, nối bằng gạch ngang, nằm trong thư mục của tỉnh: "
            "kien-giang/huyen-vinh-thuan. Xin chuyển tệp vào thư mục mà lời nhắn gợi ý."
        ),
        "place-not-then": (
            "Đơn vị này không tồn tại vào lúc kỳ kết thúc. "
            "Tỉnh, huyện sáp nhập thì số liệu của kỳ sau thuộc về đơn vị mới. Xin chuyển tệp vào thư mục của đơn vị "
            "có trong kỳ ấy, hoặc xem lại tên tệp."
        ),
        "unknown-period": (
            "Tên tệp không cho biết là kỳ nào. "
            "Tên tệp là năm rồi đến phần của năm: 2022.yml, 2023-6-thang.yml, 2023-quy-1.yml. Bảng đầy đủ có trong "
            "data/README.md."
        ),
        "period-reversed": (
            "Ngày đầu kỳ đứng sau ngày cuối kỳ. Có thể «Từ» và «Đến» ở mục «Kỳ» bị đổi chỗ, hoặc gõ nhầm năm."
        ),
        "source-missing": (
            "Tệp chưa ghi nguồn. "
            "Con số nào trên trang cũng phải nói rõ lấy từ đâu. Xin thêm mục «Nguồn» với «Tên» và «Cơ quan»."
        ),
        "reference-missing": (
            "Tệp có từ hai nguồn hoặc hai căn cứ, mà con số chưa ghi theo mục nào. "
            "Xin đặt «Mã» cho từng mục; dưới tên chỉ số, ghi «Giá trị» một dòng và «Nguồn» hoặc «Căn cứ» một dòng."
        ),
        "report-empty": (
            "Tệp có nguồn mà chưa có số liệu hay chỉ tiêu nào. "
            "Trang của kỳ này sẽ trống. Xin thêm mục «Số liệu» hoặc «Chỉ tiêu»; chưa có số thì chưa cần tạo tệp."
        ),
    },
    "Tổng và tỷ lệ": _of_rules(sums),
    "Thời gian": _of_rules(times),
    "Điều đáng ngờ": {
        **_of_rules(plausibility),
        "acceptance-unneeded": (
            "Một con số có mục «Chấp nhận», nhưng không còn gì đáng ngờ ở đó. "
            "Có lẽ số đã được sửa. Xin xóa dòng «Chấp nhận», để lý do cũ không che mất điều đáng ngờ sau này."
        ),
    },
    "Chỉ tiêu": {
        "target-without-value": (
            "Chỉ tiêu chưa nêu mức phải đạt. "
            "Xin ghi mức như nguồn giao, ví dụ «tối thiểu 98%»; nguồn không nêu mức thì bỏ chỉ tiêu này."
        ),
        **_of_rules(targets),
    },
    "Bài viết và lời văn": {
        "article-name": (
            "Tên tệp của bài viết chưa đúng cách. "
            "Tên gồm ngày và chữ thường không dấu, nối bằng gạch ngang, vì tên tệp thành địa chỉ của trang: "
            "2026-11-22-ho-so-truc-tuyen.md."
        ),
        "front-matter-missing": (
            "Bài viết chưa có phần đầu, nằm giữa hai dòng «---». "
            "Phần đầu ghi «Tiêu đề», «Tóm tắt», «Ngày», «Tác giả» và «Nguồn». Xin chép phần đầu của một bài có sẵn "
            "rồi sửa."
        ),
        "date-differs": (
            "Mục «Ngày» của bài viết khác với ngày trong tên tệp. "
            "Xin sửa một trong hai cho khớp, để bài không bị xếp nhầm ngày."
        ),
        "image-missing": (
            "Không thấy tệp ảnh mà bài viết nhắc đến. "
            "Ảnh đặt cùng thư mục với bài; tên trong bài phải giống hệt tên tệp, kể cả đuôi."
        ),
        "image-name": (
            "Tên tệp ảnh hay tài liệu có chữ hoa, dấu tiếng Việt, dấu cách hoặc đường dẫn. "
            "Tên chỉ gồm chữ thường không dấu, số và gạch ngang, vì tên tệp nằm trong địa chỉ của trang: "
            "quay-mot-cua.jpg."
        ),
        "picture-unreadable": (
            "Tệp mang tên một ảnh nhưng bên trong không phải là ảnh ấy, hoặc đã hỏng. "
            "Hay gặp là ảnh đổi đuôi bằng tay, ảnh tải về chưa xong, hoặc trang mạng được lưu nhầm thành ảnh. Xin mở "
            "ảnh bằng trình xem ảnh rồi lưu lại thành .jpg hoặc .png."
        ),
        "picture-too-large": (
            "Ảnh quá lớn để xử lý. "
            "Ảnh chụp bằng điện thoại được chương trình tự thu nhỏ; ảnh này còn lớn hơn nhiều. Xin mở ảnh, thu nhỏ rồi "
            "lưu lại."
        ),
        "document-unreadable": (
            "Tệp mang tên một tài liệu nhưng bên trong không phải là tài liệu ấy, hoặc đã hỏng. "
            "Xin mở tệp bằng chương trình đã viết ra nó rồi lưu lại thành .pdf, .docx, .xlsx hoặc .odt."
        ),
        "document-too-large": (
            "Tài liệu quá lớn để người đọc tải về bằng điện thoại. "
            "Xin giảm cỡ các ảnh trong đó, hoặc tách thành nhiều tệp."
        ),
        "file-unused": (
            "Chưa bài viết hay trang nào hiện ảnh này, hoặc dẫn đến tài liệu này. "
            "Chỉ tệp mà một trang nhắc đến mới được đăng, để không có gì lên mạng mà không ai biết. Xin nhắc đến tệp "
            "trong bài, hoặc xóa tệp."
        ),
        "file-not-published": (
            "Trong content/ có một tệp thuộc loại không được đăng. "
            "Trang đăng bài viết (.md), ảnh (.jpg, .png, .webp, .avif) và tài liệu (.pdf, .docx, .xlsx, .odt). Xin đổi "
            "sang một trong các loại ấy, hoặc để tệp ở nơi khác."
        ),
        "page-name": (
            "Tên tệp hoặc thư mục không dùng được làm địa chỉ của một trang. "
            "Tên chỉ gồm chữ thường không dấu, số và gạch ngang. Xin đổi tên như lời nhắn gợi ý."
        ),
        "link-unknown": (
            "Một liên kết không dẫn đến trang, tệp hay đề mục nào. "
            "Người đọc bấm vào sẽ gặp trang lỗi. Xin sửa theo địa chỉ mà lời nhắn gợi ý; liên kết đến trang khác thì "
            "ghi đủ https://."
        ),
        **_of_rules(references),
        "address-removed": (
            "Một trang đã đăng nay không còn ở địa chỉ cũ. "
            "Người dân, văn bản, trang khác có thể đã ghi lại địa chỉ ấy. Xin ghi địa chỉ mới vào "
            "data/danh-muc/dia-chi.yml; trang sẽ tự dẫn người đọc sang đó."
        ),
        "address-leads-nowhere": (
            "Địa chỉ mới trong danh mục chuyển địa chỉ không có trang nào. "
            "Thường là gõ sai một chữ, hoặc trang ấy lại đã chuyển tiếp. Xin ghi địa chỉ của một trang đang có."
        ),
        "address-in-use": (
            "Danh mục chuyển địa chỉ ghi một địa chỉ vẫn còn trang. "
            "Một địa chỉ không thể vừa có trang, vừa dẫn đi nơi khác. Xin xóa mục ấy, hoặc đổi tên tệp của trang."
        ),
        **_of_rules(prose),
    },
}
"""Explanations by code, in the groups that the manual's index shows."""

EXPLANATIONS = {code: text for group in GROUPS.values() for code, text in group.items()}


def summary(code: str) -> str:
    """The first sentence of a code's explanation."""
    return EXPLANATIONS[code].partition(". ")[0].rstrip(".") + "."
