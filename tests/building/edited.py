"""A small site that is edited: files, twists of their texts, and builds of it in one process.

`python small_country.py TABLES MODULE` runs what builds it, so that no province costs time but two.
"""

import shutil
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
from click.testing import CliRunner, Result
from owned import PLUGINS
from PIL import Image

from bantin.cli import main

SOUND = Path(__file__).parents[1] / "sites/sound"
HERE, ARTICLE = "kien-giang/huyen-vinh-thuan", "2026-11-22-nua-dau-nam.md"
INDICATORS, SCOPES = "data/danh-muc/chi-so.yml", "data/danh-muc/pham-vi.yml"
PROVINCE, DISTRICT, COMMUNES = "data/kien-giang/2022.yml", f"data/{HERE}/2023-6-thang.yml", "data/an-giang/2025.yml"
TEXT, PAGE, PICTURE = f"content/{HERE}/{ARTICLE}", "content/gioi-thieu.md", f"content/{HERE}/mot-cua.png"
NEW_REPORT, NEW_ARTICLE = "data/an-giang/xa-vinh-thuan/2026-quy-1.yml", "content/an-giang/2026-11-20-bai-moi.md"
NEW_LIST, MOVES, UNITS = "data/dia-chi-da-dang.txt", "data/danh-muc/dia-chi.yml", "data/danh-muc/don-vi.yml"
PROCEDURE, OTHER, HERE_TOO = (
    "data/thu-tuc/1.001193.yml",
    "data/thu-tuc/1.000656.yml",
    "data/an-giang/thu-tuc/1.001193.yml",
)
LIST, EVENTS = "data/an-giang/danh-muc/9-qd-ubnd.yml", "data/thu-tuc/su-kien.yml"
TEMPLATE = "theme_overrides/bantin/bulletin.md"
PARTIAL, STYLE, ICON = (
    "theme_overrides/partials/logo.html",
    "theme_overrides/assets/rieng.css",
    "theme_overrides/.icons/rieng/dau.svg",
)

CORRECTION = (
    "Đính chính:\n  - Ngày: 25/08/2026\n    Lý do: Cộng nhầm\n    Số liệu:\n      Cấp huyện:\n"
    "        Hồ sơ trực tuyến:\n          Cũ: 1.100\n          Mới: 1.000\n"
)
"""On the day after which it is news for 90 days more, until the newest report."""
SOURCE = "Nguồn:\n  - Tên: {}\n    Cơ quan: Ủy ban nhân dân tỉnh Mẫu\n    Ngày: {}\n"


def picture(shade: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 20)).save(file, "PNG")
    return file.getvalue()


@cache
def base() -> dict[str, bytes]:
    """The files of the site before anything is edited."""
    sound = {path.relative_to(SOUND).as_posix(): path.read_bytes() for path in SOUND.rglob("*") if path.is_file()}
    texts = {
        "mkdocs.yml": (
            "site_name: Mẫu\nsite_url: https://cchc.example/cchc\nrepo_url: https://git.example/x/y\n"
            f"edit_uri: edit/main/content/\ndocs_dir: content\ntheme: {{name: bantin}}\n{PLUGINS}"
        ),
        COMMUNES: SOURCE.format("Kết quả xếp hạng năm 2025", "05/01/2026")
        + "Theo đơn vị:\n  Toàn xã:\n    Điểm cải cách hành chính:\n      xã Vĩnh Thuận: 81,25/100 điểm\n      xã Vĩnh Bình: 77/100 điểm\n",
        PAGE: "---\nTiêu đề: Giới thiệu\nMô tả: Trang này nói gì.\n---\nXem [tra cứu](tra-cuu.md) và [huyện]"
        f'({HERE}/index.md).\n\nCả tỉnh nhận {{{{ so_lieu("2022", "Toàn tỉnh", "Hồ sơ tiếp nhận", noi="kien-giang") }}}} hồ sơ.\n',
        PARTIAL: "<p>Bản quyền</p>{% include '.icons/rieng/dau.svg' %}\n",
        ICON: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>',
        STYLE: ".rieng { color: red }\n",
        TEMPLATE: "{% extends 'bantin/bulletin.md' %}\n",
    }
    texts |= procedures()
    scopes = sound[SCOPES] + "Toàn xã:\n  Giải thích: Mọi cơ quan trong xã.\n  Câu: toàn xã {}\n".encode()
    due = (
        "Hồ sơ đến hạn:\n  Đơn vị: hồ sơ\n  Loại: số lượng\n  Nội dung: Cải cách thủ tục hành chính\n"
        "  Giải thích: Số hồ sơ phải trả trong kỳ.\n"
    )
    article = (
        sound[TEXT]
        + (
            "\n![Một cửa của huyện](mot-cua.png)\n\nXem [báo cáo](2023-6-thang.md), [bảng](../../gioi-thieu.md).\n"
        ).encode()
    )
    report = sound[DISTRICT].decode().replace(
        "    Tỷ lệ nhiệm vụ hoàn thành: 55,88%\n",
        "    Tỷ lệ nhiệm vụ hoàn thành:\n      Giá trị: 55,88%\n      Mẫu số: Hồ sơ đến hạn\n", 1,
    ).encode()  # fmt: skip
    return (
        sound
        | {path: text.encode() for path, text in texts.items()}
        | {
            SCOPES: scopes,
            INDICATORS: sound[INDICATORS] + due.encode(),
            TEXT: article,
            PICTURE: picture(10),
            DISTRICT: report,
        }
    )


def procedures() -> dict[str, str]:
    """Two procedures, what a province says of one, its list, and what happens in life."""
    source, version = SOURCE.format("Bản ghi", "18/07/2026"), "  - Quyết định: {}\n    Cấp: cấp xã\n    Thời hạn: {}\n"
    return {
        PROCEDURE: "Tên: Đăng ký khai sinh\nLĩnh vực: Hộ tịch\n" + source + "Phiên bản:\n"
        + version.format("163/QĐ-BTP", "3 ngày") + version.format("9/QĐ-BTP", "1 ngày") + "    Hiệu lực từ: 23/11/2026\n",
        OTHER: "Tên: Đăng ký khai tử\nLĩnh vực: Hộ tịch\n" + source + "Phiên bản:\n" + version.format("163/QĐ-BTP", "5 ngày"),
        HERE_TOO: source + "Phiên bản:\n" + version.format("9/QĐ-UBND", "2 ngày"),
        LIST: "Quyết định: 9/QĐ-UBND\nNgày: 01/03/2026\n" + source + "Công bố:\n  Cấp xã:\n    - 1.001193\n    - 1.000656\n",
        EVENTS: "Sinh con:\n  Thủ tục: 1.001193\n",
    }  # fmt: skip


TWISTS: dict[str, tuple[str, str, str]] = {
    "figure": (DISTRICT, "Hồ sơ trực tuyến: 1.000", "Hồ sơ trực tuyến: 1.001"),
    "doubt of the province": (PROVINCE, "Giá trị: 400", "Giá trị: 401"),
    "figure of the province": (PROVINCE, "Giá trị: 15.182", "Giá trị: 15.183"),
    "target": (DISTRICT, "tối thiểu 95%", "tối thiểu 90%"),
    "note": (DISTRICT, "      Mẫu số: Hồ sơ đến hạn", "      Mẫu số: Hồ sơ đến hạn\n      Ghi chú: Theo báo cáo."),
    "no base": (DISTRICT, "      Mẫu số: Hồ sơ đến hạn\n", ""),
    "doubt": (DISTRICT, "Hồ sơ trực tiếp: 210", "Hồ sơ trực tiếp: 211"),
    "accepted doubt": (
        DISTRICT, "Hồ sơ tiếp nhận: 1.210\n",
        "Hồ sơ tiếp nhận:\n      Giá trị: 1.210\n      Chấp nhận: Nguồn in như vậy.\n",
    ),
    "name of a source": (PROVINCE, "Tên: Báo cáo mẫu số 1", "Tên: Báo cáo mẫu số 9"),
    "day of a source": (PROVINCE, "Ngày: 20/12/2022", "Ngày: 21/12/2022"),
    "name of a period": (PROVINCE, "Tên: Năm 2022", "Tên: Cả năm 2022"),
    "assessment": (DISTRICT, "còn chậm", "còn rất chậm"),
    "lines of a report": (DISTRICT, "# Số liệu đặt ra", "#\n\n# Số liệu đặt ra"),
    "correction": (DISTRICT, "Nhận định:", CORRECTION + "Nhận định:"),
    "figure in a table": (COMMUNES, "77/100", "78/100"),
    "row of a table": (COMMUNES, "      xã Vĩnh Bình: 77/100 điểm\n", ""),
    "order of a table": (COMMUNES, "xã Vĩnh Thuận: 81,25", "xã Vĩnh Phong: 81,25"),
    "mention": (TEXT, 'so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận")', 'so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ trực tuyến")'),
    "title of an article": (TEXT, "Huyện Mẫu: nửa đầu", "Huyện Mẫu: nửa cuối"),
    "day of an article": (TEXT, "Ngày: 22/11/2026", "Ngày: 21/11/2026"),
    "opinions": (TEXT, "Chủ đề:", "Lấy ý kiến:\n  Cơ quan: Huyện Mẫu\n  Văn bản: Dự thảo\n  Đến ngày: 23/11/2026\n  Gửi về: a@mau.example\nChủ đề:"),
    "link of an article": (TEXT, "[bảng](../../gioi-thieu.md)", "[bảng](../../tra-cuu.md)"),
    "no picture shown": (TEXT, "![Một cửa của huyện](mot-cua.png)", "Không có ảnh."),
    "dead link": (TEXT, "[báo cáo](2023-6-thang.md)", "[báo cáo](2024-6-thang.md)"),
    "title of a page": (PAGE, "Tiêu đề: Giới thiệu", "Tiêu đề: Về trang này"),
    "text of a page": (PAGE, "Cả tỉnh nhận", "Toàn tỉnh nhận"),
    "label of an indicator": (INDICATORS, "Hồ sơ trực tiếp:\n  Đơn vị: hồ sơ", "Hồ sơ nộp tại quầy:\n  Mã: ho-so-truc-tiep\n  Tên khác: Hồ sơ trực tiếp\n  Đơn vị: hồ sơ"),
    "label of a base": (INDICATORS, "Hồ sơ đến hạn:\n", "Hồ sơ phải trả:\n  Mã: ho-so-den-han\n  Tên khác: Hồ sơ đến hạn\n"),
    "definition": (INDICATORS, "Số nhiệm vụ trong kế hoạch đã làm xong.", "Số việc trong kế hoạch đã làm xong."),
    "phrase": (INDICATORS, "Câu: tiếp nhận {} hồ sơ", "Câu: nhận {} hồ sơ"),
    "unused indicator": (INDICATORS, "Tỷ lệ trực tiếp:\n  Đơn vị: \"%\"\n  Loại: tỷ lệ\n  Nội dung: Cải cách thủ tục hành chính\n  Giải thích: Phần hồ sơ nộp tại bộ phận một cửa.\n  Tử số: Hồ sơ trực tiếp\n  Mẫu số: Hồ sơ tiếp nhận\n", ""),
    "direction": (INDICATORS, "Chiều tốt: tăng", "Chiều tốt: giảm"),
    "scope's name": (SCOPES, "Tên khác: UBND huyện", "Tên khác: Ủy ban huyện"), "scope without a name": (SCOPES, "Cấp huyện:\n  Giải thích", "Cấp quận, huyện:\n  Giải thích"),
    "scope's phrase": (SCOPES, "Câu: ở cấp huyện", "Câu: tại cấp huyện"),
    "scope's explanation": (SCOPES, "Các cơ quan của huyện.", "Mọi cơ quan của huyện."),
    "label of a member": ("data/danh-muc/phan-to/linh-vuc.yml", "  Đất đai:\n", "  Đất đai, môi trường:\n    Tên khác: Đất đai\n"),
    "area": ("data/danh-muc/noi-dung.yml", "Làm cho thủ tục gọn hơn", "Làm cho thủ tục ngắn gọn"),
    "template": (TEMPLATE, "bulletin.md' %}\n", "bulletin.md' %}\n{# khác #}\n"),
    "icon": (ICON, "M1 1h7", "M1 1h6"),
    "partial": (PARTIAL, "Bản quyền", "Giữ bản quyền"),
    "style": (STYLE, "red", "tan"),
    "name of the site": ("mkdocs.yml", "site_name: Mẫu", "site_name: Thử"),
    "address of the site": ("mkdocs.yml", "https://cchc.example/cchc", "https://cchc.example"),
    "owner": ("mkdocs.yml", "phone: 0123 456 789", "email: thu@mau.example"),
    "repository": ("mkdocs.yml", "x/y", "x/z"),
    "tabs": ("mkdocs.yml", "theme: {name: bantin}", "theme: {name: bantin, features: [navigation.tabs]}"),
    "deadline of a procedure": (PROCEDURE, "Thời hạn: 3 ngày", "Thời hạn: 4 ngày"),
    "papers of a procedure": (PROCEDURE, "Thời hạn: 3 ngày", "Thời hạn: 3 ngày\n    Giấy tờ: Giấy chứng sinh"),
    "name of a procedure": (PROCEDURE, "Đăng ký khai sinh", "Khai sinh"),
    "field of a procedure": (OTHER, "Hộ tịch", "Bảo trợ xã hội"),
    "deadline in a province": (HERE_TOO, "2 ngày", "2 ngày làm việc"),
    "end of a procedure": (OTHER, "Cấp: cấp xã", "Cấp: cấp xã\n    Thay đổi: bãi bỏ"),
    "doubt of a procedure": (PROCEDURE, "Hiệu lực từ: 23/11/2026", "Hiệu lực từ: 23/11/2026\n    Ngày: 24/11/2026"),
    "doubt in a province": (HERE_TOO, "Thời hạn: 2 ngày", "Thời hạn: 2 ngày\n    Cơ quan giải quyết: Phòng Tư pháp"),
    "doubt of a list": (LIST, "Ngày: 01/03/2026", "Ngày: 01/03/2026\nSố thủ tục: 5\nTrọn danh mục: có"),
    "replacement of a procedure": (OTHER, "Cấp: cấp xã", "Cấp: cấp xã\n    Thay đổi: thay thế\n    Thay bằng: 1.001193"),
    "tier of a procedure": (OTHER, "Cấp: cấp xã", "Cấp: cấp tỉnh"),
    "fee of a procedure": (PROCEDURE, "Thời hạn: 1 ngày", "Thời hạn: 1 ngày\n    Phí: 8.000 đồng"),
    "name of a procedure's source": (PROCEDURE, "Tên: Bản ghi", "Tên: Bản ghi mới"),
    "name of a source in a province": (HERE_TOO, "Tên: Bản ghi", "Tên: Bản ghi của tỉnh"),
    "deadline in a province as everywhere": (HERE_TOO, "2 ngày", "3 ngày"),
    "printed count of a list": (LIST, "Công bố:", "Số thủ tục: 5\nCông bố:"),
    "entry that is replaced": (LIST, "    - 1.000656\n", "Thay thế:\n  Cấp xã:\n    - 1.000656\n"),
    "entry of a list": (LIST, "    - 1.000656\n", ""),
    "day of a list": (LIST, "01/03/2026", "02/03/2026"),
    "event": (EVENTS, "1.001193", "[1.001193, 1.000656]"),
    "own style": ("mkdocs.yml", "docs_dir", "extra_css: [assets/rieng.css]\ndocs_dir"),
}  # fmt: skip
"""What can be edited: the file, what stands there, and what may stand there instead."""

ADDED: dict[str, tuple[str, bytes]] = {
    "report": (NEW_REPORT, (SOURCE.format("Báo cáo quý 1", "05/04/2026") + "Số liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 321\n    Tỷ lệ đúng hạn: 98%\n").encode()),
    "report of a rank": ("data/an-giang/2026-6-thang.yml", (SOURCE.format("Báo cáo", "05/07/2026") + "Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5.321\n    Tỷ lệ trực tiếp: 12%\n").encode()),
    "newest report": ("data/an-giang/xa-vinh-binh/2026-quy-3.yml", (SOURCE.format("Báo cáo quý", "24/11/2026") + "Số liệu:\n  Toàn xã:\n    Hồ sơ tiếp nhận: 99\n").encode()),
    "procedure": ("data/thu-tuc/1.004873.yml", procedures()[OTHER].replace("khai tử", "kết hôn").encode()),
    "province's own procedure": ("data/an-giang/thu-tuc/1.115737.yml", (procedures()[OTHER].replace("khai tử", "đất") + "").replace("Lĩnh vực", "Của thủ tục: 1.000656\nLĩnh vực").encode()),
    "list that names much": ("data/an-giang/danh-muc/8-qd-ubnd.yml", (procedures()[LIST] + "".join(f"    - 1.{200000 + n}\n" for n in range(300))).encode()),
    "list": ("data/kien-giang/danh-muc/8-qd-ubnd.yml", procedures()[LIST].encode()),
    "everyday words": ("data/thu-tuc/tu-thuong-goi.yml", "giấy khai sinh: 1.001193\n".encode()),
    "article": (NEW_ARTICLE, base()[TEXT].replace(b"22/11", b"20/11").partition(b"Trong k")[0] + "Một bài về xã, xem [xã](xa-vinh-thuan/index.md).\n".encode()),
    "page": ("content/huong-dan.md", "---\nTiêu đề: Hướng dẫn\nMô tả: Cách đọc.\n---\nCách đọc trang này.\n".encode()),
    "home": ("content/index.md", "---\nTiêu đề: Trang chủ riêng\nMô tả: Trang chủ.\n---\nXin chào.\n\n<h2 id=\"tinh-thanh\">Tỉnh</h2>\n".encode()),
    "picture": (f"content/{HERE}/khac.png", picture(200)),
    "published addresses": (NEW_LIST, f"{HERE}/2023-6-thang\nkien-giang/2022\n{HERE}/2023-quy-2\n".encode()),
    "published figures": (f"data/so-lieu-da-dang/{HERE}.txt", "2023-6-thang\t\tcap-huyen\tmuc-hoan-thanh\tKhá\n".encode()),
    "moves": (MOVES, f"- Cũ: {HERE}/2023-quy-2\n  Mới: {HERE}/2023-6-thang\n".encode()),
    "kind of a unit": (UNITS, "- Đơn vị: an-giang/xa-vinh-thuan\n  Từ ngày: 01/10/2025\n  Loại: phường\n".encode()),
    "own 404": ("theme_overrides/404.html", b"{% extends 'main.html' %}{% block content %}<h1>404</h1>{% endblock %}"),
    "remark": ("theme_overrides/README.md", "Ghi chú.\n".encode()),
    "template of indicators": ("theme_overrides/bantin/indicator.md", b"{% include 'bantin/indicator.md' %}{% for row in published %}<p>{{ row.value.source.title }}</p>{% endfor %}"),
    "system's file": ("theme_overrides/bantin/.DS_Store", bytes(range(256))),
    "lookup template": ("theme_overrides/bantin/lookup.md", b"{% include 'bantin/lookup.md' %}\n\n<script>a(1)</script>\n"),
    "own word to servers": ("theme_overrides/_headers", b"/*\n  X-Cua-Toi: 1\n"),
    "static file": ("theme_overrides/assets/robots.txt", b"x"),
}  # fmt: skip
"""What can be added."""


class Edited:
    """A site's folder, as far as it was edited."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, bytes] = {}
        self.on: set[str] = set()
        self.names: dict[str, str] = {}
        self.gone: set[str] = set()
        self.pictures = 10
        self.write()

    def write(self) -> None:
        """The files say what was edited, and nothing else is written again."""
        wanted = {self.names.get(path, path): text for path, text in self._wanted().items() if path not in self.gone}
        for path in self.files.keys() - wanted.keys():
            (self.root / path).unlink()
        for path, text in wanted.items():
            if self.files.get(path) != text:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(text)
        self.files = wanted

    def toggle(self, *edits: str) -> None:
        self.on ^= {*edits}
        if edits:
            self.write()

    def _wanted(self) -> dict[str, bytes]:
        found = (
            base()
            | {PICTURE: picture(self.pictures)}
            | {ADDED[name][0]: ADDED[name][1] for name in self.on & ADDED.keys()}
        )
        for name in sorted(self.on & TWISTS.keys()):
            path, old, new = TWISTS[name]
            assert old.encode() in base()[path], name
            found[path] = found[path].replace(old.encode(), new.encode(), 1)
        return found

    def build(self, *options: str) -> Result:
        return built(self.root, *options)

    def afresh(self, folder: Path) -> tuple[Result, dict[str, bytes]]:
        """A copy of the site in another folder, built from nothing."""
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text)
        return built(folder, "--no-cache"), tree(folder / "site")


def built(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(root), *options])


def tree(site: Path) -> dict[str, bytes]:
    """The files of a finished site."""
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    found.pop(".bantin-site", None)
    return found


def differences(one: Mapping[str, bytes], two: Mapping[str, bytes]) -> list[str]:
    """The files in which two trees differ."""
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


def compile_once() -> None:
    """Templates are compiled once in this process, which is half of what a small build costs."""
    compiled: dict[object, Any] = {}
    compile = jinja2.Environment.compile

    def once(self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, **rest: Any) -> Any:
        key = (source, name, filename, self.trim_blocks, self.autoescape is True, tuple(rest.items()))
        if key not in compiled:
            compiled[key] = compile(self, source, name, filename, **rest)
        return compiled[key]

    jinja2.Environment.compile = once  # type: ignore[method-assign, assignment]
