"""The keys of procedures and of lists, and the words that they choose from."""

from bantin.model import procedures
from bantin.reading.keys import Key, Keys, KeyShape
from bantin.reading.vocabulary import YES_NO
from bantin.vietnamese import listed, upper_first

TIERS = {str(tier): tier for tier in procedures.Tier}
CHANNELS = {str(channel): channel for channel in procedures.Channel} | {"dịch vụ bưu chính": procedures.Channel.POST}
CHANGES = {str(change): change for change in procedures.Change}
ONLINE_LEVELS = {str(level): level for level in procedures.OnlineLevel}
_DAY, _CHOICE, _GROUP, _TEXTS = KeyShape.DAY, KeyShape.CHOICE, KeyShape.GROUP, KeyShape.TEXTS

_SOURCES: Key[str] = Key("Nguồn", "Danh sách nguồn đã đọc", shape=_GROUP, required=True)
TIER = Key(
    "Cấp",
    f"Cấp giải quyết, một hoặc nhiều: {listed(TIERS)}",
    shape=KeyShape.CHOICES,
    choices=TIERS | {"cấp trung ương": procedures.Tier.MINISTRY},
)
CHANGE = Key("Thay đổi", listed(CHANGES, "hoặc"), shape=_CHOICE, choices=CHANGES)
ONLINE = Key(
    "Mức độ",
    f"Mức độ dịch vụ công trực tuyến, bằng chữ của thời ấy: {listed(ONLINE_LEVELS, 'hoặc')}",
    shape=_CHOICE,
    choices=ONLINE_LEVELS
    | {
        "trực tuyến toàn trình": procedures.OnlineLevel.FULL,
        "trực tuyến một phần": procedures.OnlineLevel.PART,
        "dịch vụ cung cấp thông tin trực tuyến": procedures.OnlineLevel.INFORMATION,
    },
)
DECISION: Keys = (
    Key("Quyết định", "Số, ký hiệu quyết định công bố, đúng như nguồn in", "163/QĐ-BTP"),
    Key("Cơ quan", "Cơ quan ban hành quyết định"),
    Key("Trích yếu", "Quyết định về việc gì"),
    Key("Ngày", "Ngày ký quyết định, khi nguồn có in", "30/08/2026", _DAY),
    Key("Hiệu lực từ", "Ngày bắt đầu áp dụng, khi nguồn có in", shape=_DAY),
)
DEADLINE: Key[str] = Key(
    "Thời hạn",
    "Thời hạn đúng như đã in; một nhóm «trường hợp: thời hạn», khi mỗi trường hợp một khác",
    "10 ngày làm việc",
)
FEE: Key[str] = Key(
    "Phí",
    "Phí, lệ phí đúng như đã in; một nhóm «khoản thu hoặc trường hợp: mức», khi có nhiều",
    "8.000 đồng/bản",
)
_ROUTES: Key[str] = Key(
    "Cách nộp",
    f"{listed(procedures.Channel, 'hoặc')}, mỗi cách một nhóm; «có», khi nguồn không nói gì thêm",
    shape=_GROUP,
)
_PAPERS: Key[str] = Key("Giấy tờ", "Danh sách giấy tờ, hoặc một nhóm «trường hợp: danh sách»", shape=_GROUP)
VERSION: Keys = (
    *DECISION,
    Key("Hiệu lực đến", "Ngày cuối cùng áp dụng, khi nguồn có in", shape=_DAY),
    CHANGE,
    Key("Thay bằng", "Mã của thủ tục thay thế", shape=_TEXTS),
    Key("Nguồn", "Mã của nguồn, khi tệp có nhiều nguồn; một danh sách, khi nhiều nguồn cùng in như vậy", shape=_TEXTS),
    TIER,
    Key("Cơ quan giải quyết", "Cơ quan giải quyết, đúng như đã in", shape=_TEXTS),
    Key("Đối tượng", "Ai được nộp hồ sơ", shape=_TEXTS),
    _ROUTES,
    DEADLINE,
    FEE,
    _PAPERS,
    Key("Số bộ", "Số bộ hồ sơ phải nộp"),
    Key("Kết quả", "Người dân nhận được giấy tờ gì", shape=_TEXTS),
    Key("Điều kiện", "Yêu cầu, điều kiện", shape=_TEXTS),
    Key("Căn cứ", "Số hiệu các văn bản làm căn cứ pháp lý", "60/2014/QH13", _TEXTS),
    ONLINE,
    Key("Chưa rõ", "Điều chưa rõ của bản này, viết cho người đọc: hai nguồn in khác nhau …"),
    Key("Ghi chú", "Điều người đọc nên biết"),
    Key("Chấp nhận", "Vì sao bản này vẫn đúng như nguồn, dù chương trình cảnh báo"),
)
ROUTE: Keys = (
    DEADLINE,
    FEE,
    Key("Nơi nộp", "Nộp ở đâu, hoặc địa chỉ trang nhận hồ sơ"),
)
PAPER: Keys = (
    Key("Tên", "Tên giấy tờ", "Giấy chứng sinh", required=True),
    Key("Bản chính", "Số bản chính, đúng như đã in"),
    Key("Bản sao", "Số bản sao, đúng như đã in"),
    Key("Mẫu", "Tên hoặc số của mẫu phải điền"),
    Key("Ghi chú", "Điều người nộp nên biết"),
)
PROCEDURE: Keys = (
    Key("Tên", "Tên thủ tục", "Đăng ký khai sinh"),
    Key("Lĩnh vực", "Tên lĩnh vực, theo danh mục", "Hộ tịch"),
    Key("Tên khác", "Những tên khác mà nguồn đã in", shape=_TEXTS),
    Key("Của thủ tục", "Mã của thủ tục chung, khi đây là thủ tục riêng của tỉnh cho cùng việc ấy", "1.012784"),
    Key("Cổng", "Địa chỉ trang của thủ tục trên Cổng Dịch vụ công quốc gia", shape=KeyShape.WEB_ADDRESS),
    _SOURCES,
    Key("Phiên bản", "Các bản của thủ tục theo từng quyết định, cũ trước mới sau", shape=_GROUP, required=True),
)
COMPLETE = Key(
    "Trọn danh mục",
    "có, khi danh mục nêu mọi thủ tục mà các cấp trong đó tiếp nhận (của lĩnh vực, nếu có ghi) và đã chép đủ",
    shape=_CHOICE,
    choices=YES_NO,
)
ANNOUNCEMENT: Keys = (
    *DECISION,
    Key("Lĩnh vực", "Tên lĩnh vực, khi cả danh mục thuộc một lĩnh vực"),
    Key("Số thủ tục", "Số thủ tục mà quyết định nói là có"),
    COMPLETE,
    Key("Ghi chú", "Điều người đọc nên biết"),
    _SOURCES,
    *(Key(upper_first(change), "Mã các thủ tục, theo cấp", shape=_GROUP) for change in CHANGES),
)
ENTRY: Keys = (
    Key("Tên", "Tên thủ tục đúng như danh mục in"),
    DEADLINE,
)
EVENT: Keys = (
    Key("Giải thích", "Một câu nói khi nào cần những thủ tục này"),
    Key("Thủ tục", "Mã các thủ tục, theo thứ tự thường cần", shape=_TEXTS, required=True),
)
