"""The keys of data files and of articles, and the words that they choose from.

Each is told once: for the reader, for the schemas, and for whatever else shows them.
"""

from bantin.model import Direction, Kind, ReformArea, State
from bantin.places import Level, naming
from bantin.reading.keys import Key, Keys, KeyShape
from bantin.vietnamese import listed

KINDS = {
    "số lượng": Kind.COUNT,
    "tỷ lệ": Kind.PERCENT,
    "xếp hạng": Kind.RANK,
    "điểm": Kind.SCORE,
    "tiền": Kind.MONEY,
    "điểm phần trăm": Kind.POINTS,
    "mức": Kind.GRADE,
    "phát biểu": Kind.STATEMENT,
}
DIRECTIONS: dict[str, Direction] = {"tăng": Direction.HIGHER, "giảm": Direction.LOWER}
LEVELS = {str(level): level for level in Level}
YES_NO = {"có": True, "không": False}
STATES = {state: state for state in ("không có", *State)}

_DAY, _YEAR, _CHOICE = KeyShape.DAY, KeyShape.YEAR, KeyShape.CHOICE
_GROUP, _TEXTS, _INDICATOR = KeyShape.GROUP, KeyShape.TEXTS, KeyShape.INDICATOR

KIND = Key("Loại", listed(KINDS, "hoặc"), shape=_CHOICE, required=True, choices=KINDS)
AREA: Key[ReformArea] = Key("Nội dung", "Nội dung cải cách hành chính mà chỉ số thuộc về", required=True)
"""Its choices, as those of `TOPICS`, are the areas of the site."""
BETTER = Key("Chiều tốt", f"{listed(DIRECTIONS, 'hoặc')}, khi biết chắc", shape=_CHOICE, choices=DIRECTIONS)
CUMULATIVE = Key(
    "Cộng dồn", "có, khi con số đếm từ đầu năm nên không thể giảm trong năm", shape=_CHOICE, choices=YES_NO
)
LISTED = Key(
    "Theo danh mục",
    "có, khi chỉ số đếm các thủ tục mà danh mục đã công bố giao cho phạm vi ấy",
    shape=_CHOICE,
    choices=YES_NO,
)
OF_HUNDRED = Key(
    "Điểm và % là một",
    "có, khi điểm cao nhất là 100 nên có nơi in bằng điểm, có nơi in bằng %",
    shape=_CHOICE,
    choices=YES_NO,
)
HIGHEST: Key[str] = Key("Tối đa", "Số điểm cao nhất có thể đạt", "12 điểm")
INDICATOR: Keys = (
    Key("Mã", "Tên ngắn trong địa chỉ trang, khi muốn khác với tên chỉ số"),
    Key("Đơn vị", "Đơn vị tính: hồ sơ, thủ tục, %, hạng …", required=True),
    KIND,
    AREA,
    Key("Giải thích", "Một, hai câu để người dân hiểu chỉ số đếm cái gì", required=True),
    BETTER,
    Key("Bằng tổng", "Các chỉ số cộng lại thành chỉ số này", "A + B + C", _TEXTS),
    Key(
        "Tử số",
        "Chỉ số mà tỷ lệ đếm; một danh sách, khi các nơi đếm khác nhau; không có, khi là điểm tính bằng %",
        shape=_TEXTS,
    ),
    Key(
        "Mẫu số",
        "Chỉ số ở mẫu số của một tỷ lệ; một danh sách, khi các nơi tính trên những mẫu số khác nhau",
        shape=_TEXTS,
    ),
    HIGHEST,
    OF_HUNDRED,
    Key("Câu", "Cách nói riêng trong câu dẫn của bản tin, với {} ở chỗ của con số", shape=KeyShape.PHRASE),
    Key(
        "Câu khi là phần",
        "Cách nói trong câu dẫn khi đi cùng mọi phần khác của tổng, với {} ở chỗ của con số",
        shape=KeyShape.PHRASE,
    ),
    Key("Tên khác", "Những cách gọi khác của cùng chỉ số", shape=_TEXTS),
    CUMULATIVE,
    LISTED,
    Key(
        "Trong biểu",
        "Chỗ trong biểu Excel: nhóm cột và tên cột của bảng theo lĩnh vực; hoặc «một dòng», khi biểu nào cũng hỏi",
        "Tiếp nhận / Trực tuyến",
    ),
    Key("Từ năm", "Năm đầu tiên chỉ số được dùng", shape=_YEAR),
    Key("Đến năm", "Năm cuối cùng chỉ số được dùng", shape=_YEAR),
)
FITS = Key(
    "Dùng cho",
    f"Tệp của nơi ở cấp nào được ghi phạm vi này, một hoặc nhiều cấp: {listed(LEVELS)}",
    shape=KeyShape.CHOICES,
    choices=LEVELS,
)
WHOLE = Key(
    "Toàn bộ",
    "có, khi phạm vi là toàn bộ nơi ấy, nên hạng và điểm của chính nơi ấy thuộc về đây",
    shape=_CHOICE,
    choices=YES_NO,
)
BY_KIND: Key[str] = Key(
    "Tên theo loại", "Tên ở nơi thuộc một loại, khi khác tên chung: «phường: Toàn phường»", shape=_GROUP
)
REFORM_AREA: Keys = (
    Key("Giải thích", "Nội dung này gồm những việc gì"),
    Key("Tên khác", "Những cách gọi khác của cùng nội dung", shape=_TEXTS),
)
SCOPE: Keys = (
    Key("Giải thích", "Phạm vi này gồm những cơ quan nào", required=True),
    Key("Câu", "Cách nói trong câu dẫn của bản tin, với {} ở chỗ của tên địa phương", "toàn {}"),
    FITS,
    WHOLE,
    Key("Gồm", "Các phạm vi cộng lại thành phạm vi này", shape=KeyShape.SCOPES),
    Key("Từ ngày", "Ngày đầu tiên có phạm vi này", shape=_DAY),
    Key("Đến ngày", "Ngày cuối cùng có phạm vi này", "30/06/2025", _DAY),
    Key("Thay bằng", "Các phạm vi mời ghi khi phạm vi này không dùng được, hợp nhất ghi trước", shape=KeyShape.SCOPES),
    BY_KIND,
    Key("Tên khác", "Những cách gọi khác của cùng phạm vi", shape=_TEXTS),
)
NAMES_BY_KIND: Keys = tuple(Key(kind, f"Tên ở {kind}") for kind in naming.KINDS)
COMPLETE = Key(
    "Trọn bộ",
    "có, khi các phần cộng lại thành toàn bộ; không, khi còn phần khác",
    shape=_CHOICE,
    choices=YES_NO,
)
BREAKDOWN: Keys = (
    Key("Tên", "Tên của cách chia", "Lĩnh vực", required=True),
    Key("Giải thích", "Chia theo cái gì"),
    COMPLETE,
    Key("Từ năm", "Năm đầu tiên cách chia được dùng", shape=_YEAR),
    Key("Đến năm", "Năm cuối cùng cách chia được dùng", shape=_YEAR),
    Key("Thành viên", "Từng phần của cách chia", shape=_GROUP, required=True),
)
MEMBER: Keys = (
    Key("Giải thích", "Phần này gồm những gì"),
    Key("Ngành", "Ngành mà phần này thuộc về", "Tư pháp"),
    Key("Câu", "Cách nói tên của một cơ quan, với {} ở chỗ của tên địa phương", "Sở Công Thương {}"),
    BY_KIND,
    Key("Tên khác", "Những cách gọi khác của cùng phần", shape=_TEXTS),
)
NEW_KIND = Key(
    "Loại",
    "Loại mới: thành phố, phường …",
    shape=_CHOICE,
    required=True,
    choices={kind: kind for kind in naming.KINDS},
)
KIND_CHANGE: Keys = (
    Key("Đơn vị", "Thư mục của đơn vị", "dong-nai", required=True),
    Key("Từ ngày", "Ngày đầu tiên mang loại mới", "30/04/2026", _DAY, required=True),
    NEW_KIND,
    Key("Căn cứ", "Tên và số hiệu văn bản"),
)
MOVE: Keys = (
    Key(
        "Cũ",
        "Địa chỉ đã đăng, không có dấu gạch chéo ở đầu và cuối",
        "kien-giang/huyen-vinh-thuan/2023-quy-2",
        KeyShape.PAGE_ADDRESS,
        required=True,
    ),
    Key("Mới", "Địa chỉ nay có trang ấy", shape=KeyShape.PAGE_ADDRESS, required=True),
)

BY_PLACE: Key[str] = Key(
    "Theo đơn vị",
    "Bảng số liệu của nhiều nơi, theo phạm vi, theo chỉ số rồi theo tên nơi",
    shape=_GROUP,
)
REPORT: Keys = (
    Key("Kỳ", "Tên và ngày thật của kỳ, khi khác với tên tệp", shape=_GROUP),
    Key("Nguồn", "Danh sách các văn bản, bài viết đã công bố số liệu", shape=_GROUP, required=True),
    Key("Căn cứ", "Danh sách các văn bản giao chỉ tiêu", shape=_GROUP),
    Key(
        "Số liệu",
        "Kết quả đã công bố, theo phạm vi rồi theo chỉ số",
        shape=_GROUP,
        required=True,
        instead=("Chỉ tiêu", BY_PLACE.name),
    ),
    Key("Chỉ tiêu", "Mục tiêu đã đặt ra, theo phạm vi rồi theo chỉ số", shape=_GROUP),
    BY_PLACE,
    Key("Đính chính", "Những lần đính chính số liệu của tệp này, mỗi lần một mục", shape=_GROUP),
    Key("Nhận định", "Các đoạn văn đánh giá, theo tiêu đề", shape=_GROUP),
)
PERIOD: Keys = (
    Key("Tên", "Tên kỳ như đã in"),
    Key("Từ", "Ngày đầu kỳ", shape=_DAY),
    Key("Đến", "Ngày cuối kỳ", shape=_DAY),
    Key("Áp dụng từ", "Ngày đơn vị mới bắt đầu, khi văn bản ban hành trước cho đơn vị ấy", shape=_DAY),
)
SOURCE: Keys = (
    Key("Mã", "Tên ngắn để số liệu nhắc tới, khi có nhiều nguồn"),
    Key("Tên", "Tên văn bản hoặc bài viết", required=True),
    Key("Cơ quan", "Cơ quan công bố", required=True),
    Key("Ngày", "Ngày công bố", "20/08/2023", _DAY),
    Key("Tác giả", "Người viết, khi nguồn có ghi"),
    Key("Số hiệu", "Số, ký hiệu văn bản"),
    Key("Địa chỉ", "Địa chỉ trang, bắt đầu bằng https://", shape=KeyShape.WEB_ADDRESS),
    Key("Ghi chú", "Điều người đọc nên biết về nguồn"),
)
BASIS: Keys = (
    Key("Mã", "Tên ngắn để chỉ tiêu nhắc tới, khi có nhiều văn bản"),
    Key("Tên", "Tên và số hiệu", "Quyết định số 435/QĐ-UBND", required=True),
    Key("Ngày", "Ngày ban hành", "31/01/2023", _DAY),
    Key("Cơ quan", "Cơ quan ban hành"),
    Key("Trích yếu", "Văn bản về việc gì"),
)
STATE = Key("Trạng thái", listed(STATES, "hoặc"), shape=_CHOICE, choices=STATES)
TIME: Key[str] = Key(
    "Tính đến",
    "Thời gian của riêng con số này",
    "09/12/2021, 15 giờ ngày 20/08/2023, tháng 7/2023, cuối tháng 7/2020, năm 2020, quý III/2025, "
    "6 tháng đầu năm 2025, tuần 46/2026, "
    "từ 01/07/2025 đến 21/07/2025, từ 01/07/2025 đến nay, đến nay, trong 6 tháng hoặc 6 tháng qua",
)
SOURCES: Key[str] = Key(
    "Nguồn", "Mã của nguồn, khi tệp có nhiều nguồn; một danh sách, khi nhiều nguồn cùng in như vậy", shape=_TEXTS
)
FIGURE: Keys = (
    Key("Giá trị", "Con số đúng như đã in", required=True, instead=(STATE.name,)),
    STATE,
    Key("Thay đổi", "Mức thay đổi đúng như đã in", "tăng 02 bậc so với năm 2022"),
    Key("Mẫu số", "Chỉ số làm mẫu số, khi nguồn nói rõ tỷ lệ tính trên cái gì", shape=_INDICATOR),
    SOURCES,
    TIME,
    HIGHEST,
    Key("Trong số", "Nhóm được xếp hạng, khi nguồn nêu rõ", "45 phường"),
    Key("Ghi chú", "Điều người đọc nên biết về con số"),
    Key("Chấp nhận", "Vì sao con số vẫn đúng như nguồn, dù chương trình cảnh báo"),
)
BY_PLACE_COMMON = tuple(key for key in FIGURE if key.name in ("Mẫu số", "Nguồn", "Tính đến", "Tối đa", "Trong số"))
"""What a table about many places may say once of all its rows."""
TARGET: Keys = (
    Key("Giá trị", "Chỉ tiêu đúng như đã in", "tối thiểu 98%", required=True),
    Key("Căn cứ", "Mã của văn bản giao chỉ tiêu, khi tệp có nhiều văn bản"),
    SOURCES,
    Key("Thời hạn", "Khi nào phải đạt, đúng như đã in, nếu khác kỳ của tệp"),
    Key("Ghi chú", "Điều người đọc nên biết về chỉ tiêu"),
    Key("Chấp nhận", "Vì sao chỉ tiêu vẫn đúng như nguồn, dù chương trình cảnh báo"),
)

ERRATUM: Keys = (
    Key("Ngày", "Ngày đính chính", "12/10/2026", _DAY, required=True),
    Key("Lý do", "Vì sao phải đính chính, một câu cho người đọc", required=True),
    Key("Văn bản", "Tên, số hiệu văn bản đính chính, khi có"),
    Key("Cơ quan", "Cơ quan ban hành văn bản ấy"),
    Key("Địa chỉ", "Địa chỉ trang đăng văn bản, bắt đầu bằng https://", shape=KeyShape.WEB_ADDRESS),
    Key(
        "Số liệu",
        "Những con số được đính chính, theo phạm vi rồi theo chỉ số như ở «Số liệu» của tệp",
        shape=_GROUP,
        required=True,
        instead=(BY_PLACE.name,),
    ),
    Key(BY_PLACE.name, "Những con số được đính chính trong bảng «Theo đơn vị» của tệp", shape=_GROUP),
)
CORRECTED: Keys = (
    Key("Cũ", "Con số đã in trước đây", required=True),
    Key("Mới", "Con số thay thế, đúng như nay ghi trong tệp", required=True),
)

TOPICS: Key[ReformArea] = Key("Chủ đề", "Các nội dung cải cách mà bài nói tới", shape=_TEXTS)
ARTICLE: Keys = (
    Key("Tiêu đề", "Tiêu đề của bài", required=True),
    Key("Tóm tắt", "Một, hai câu nói điều chính", required=True),
    Key("Ngày", "Ngày đăng bài này, trùng với ngày trong tên tệp", shape=_DAY, required=True),
    Key("Tác giả", "Người hoặc ban biên tập đã viết", required=True),
    Key(
        "Nguồn",
        f"Danh sách nguồn, mỗi nguồn gồm {listed(key.name for key in SOURCE)}",
        shape=_GROUP,
        required=True,
    ),
    TOPICS,
    Key("Ảnh", "Danh sách ảnh", shape=_GROUP),
    Key("Giờ", "Giờ đăng bài, khi biết", "15:39", KeyShape.HOUR),
    Key("Lấy ý kiến", "Văn bản đang lấy ý kiến mà bài giới thiệu", shape=_GROUP),
)
ASKING: Keys = (
    Key("Cơ quan", "Cơ quan lấy ý kiến", required=True),
    Key("Văn bản", "Tên văn bản lấy ý kiến", required=True),
    Key("Đến ngày", "Ngày cuối cùng nhận ý kiến", "30/11/2026", _DAY, required=True),
    Key("Gửi về", "Nơi nhận ý kiến: thư điện tử, đường dẫn hoặc địa chỉ nhận thư", required=True),
    Key("Địa chỉ", "Địa chỉ trang đăng văn bản, bắt đầu bằng https://", shape=KeyShape.WEB_ADDRESS),
)
IMAGE: Keys = (
    Key("Tệp", "Tên tệp ảnh đặt cạnh bài viết", required=True),
    Key("Chú thích", "Lời ghi dưới ảnh", required=True),
    Key("Nguồn ảnh", "Người chụp, cơ quan giữ bản quyền", required=True),
    Key("Mô tả", "Ảnh cho thấy gì, viết cho người không nhìn thấy ảnh", required=True),
)
PAGE: Keys = (
    Key("Tiêu đề", "Tên trang"),
    Key("Mô tả", "Một câu nói trang này có gì, hiện trong kết quả tìm kiếm"),
    Key("title", "Như «Tiêu đề»"),
    Key("description", "Như «Mô tả»"),
)
