"""The schemas agree with the check: what they refuse is an error there, and what they can know they refuse.

They are tried with check-jsonschema, which reads the files as plain YAML, as editors' programs do.
"""

import copy
import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from conftest import SOUND, Site, edition
from making import DISTRICT, period
from trying import THOROUGH

from bantin.__main__ import run
from bantin.cli import main
from bantin.editors.schema import schemas, write
from bantin.folders import Folders
from bantin.model.procedures import Code, CodeForm
from bantin.problems import Found
from bantin.reading.changes import kind_changes_of, moves_of
from bantin.reading.lists import areas_of, breakdown_of, indicators_of, scopes_of
from bantin.reading.procedures.announcements import announcement_of
from bantin.reading.procedures.everyday import events_of, nicknames_of
from bantin.reading.procedures.procedure import procedure_of
from bantin.reading.reports import report_of
from bantin.reading.trees import read
from bantin.vietnamese import slug

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = edition(SOUND).archive.catalogue

# Each of these uses every key that its kind of file may have.
EXAMPLES = {
    "bao-cao": """\
Kỳ:
  Tên: Năm 2022
  Từ: 15/12/2021
  Đến: 9/1/2023
Nguồn:
  - Mã: bao-cao
    Tên: Báo cáo mẫu
    Cơ quan: Ủy ban nhân dân huyện Mẫu
    Ngày: 20/12/2022
    Tác giả: Nguyễn Văn Mẫu
    Số hiệu: 12/BC-UBND
    Địa chỉ: https://example.vn/bao-cao?nam=2022
    Ghi chú: Bản chụp.
  - Mã: bao
    Tên: "Huyện Mẫu: một năm nhìn lại"
    Cơ quan: Báo Mẫu
Căn cứ:
  Mã: quyet-dinh
  Tên: Quyết định mẫu
  Ngày: 31/01/2022
  Cơ quan: Ủy ban nhân dân huyện Mẫu
  Trích yếu: Ban hành kế hoạch.
Số liệu:
  Cấp huyện:
    Hồ sơ tiếp nhận:
      - Giá trị: 15.182
        Nguồn: bao-cao
      - Giá trị: gần 15.200
        Nguồn: bao
    Tỷ lệ đúng hạn:
      Giá trị: 93,62%
      Thay đổi: tăng 02 điểm
      Mẫu số: Hồ sơ tiếp nhận
      Nguồn: bao
      Tính đến: tháng 7/2022
      Ghi chú: Có làm tròn.
      Chấp nhận: Nguồn in như vậy.
  Cấp huyện / Đất đai:
    Hồ sơ tiếp nhận:
      Trạng thái: chưa có số liệu
      Nguồn: bao
Chỉ tiêu:
  Toàn huyện:
    Tỷ lệ đúng hạn:
      Giá trị: tối thiểu 95%
      Căn cứ: quyet-dinh
      Nguồn: bao-cao
      Thời hạn: năm 2025
      Ghi chú: Là yêu cầu.
      Chấp nhận: Nguồn in như vậy.
Đính chính:
  - Ngày: 10/01/2023
    Lý do: Cộng thiếu một xã.
    Văn bản: Công văn mẫu
    Cơ quan: Ủy ban nhân dân huyện Mẫu
    Địa chỉ: https://example.vn/dinh-chinh
    Số liệu:
      Cấp huyện:
        Hồ sơ tiếp nhận:
          Cũ: 15.082
          Mới: 15.182
Nhận định:
  Tồn tại, hạn chế: Một số xã còn chậm.
""",
    "chi-so": """\
Hồ sơ tiếp nhận:
  Mã: ho-so
  Đơn vị: hồ sơ
  Loại: số lượng
  Nội dung: Xây dựng, phát triển chính quyền điện tử, chính quyền số
  Giải thích: Số hồ sơ nhận trong kỳ.
  Chiều tốt: tăng
  Cộng dồn: có
  Bằng tổng: Hồ sơ trực tuyến
  Câu: tiếp nhận {} hồ sơ
  Tên khác: Tổng số hồ sơ
  Từ năm: 2012
  Đến năm: "2022"
Hồ sơ trực tuyến:
  Đơn vị: "%"
  Loại: tỷ lệ
  Nội dung: Công tác chỉ đạo, điều hành
  Giải thích: Phần hồ sơ nộp qua mạng.
  Tử số: Hồ sơ tiếp nhận
  Mẫu số: Hồ sơ tiếp nhận
  Tên khác:
    - Hồ sơ nộp qua mạng
""",
    "noi-dung": """\
Cải cách thể chế:
  Giải thích: Ban hành các quy định.
  Tên khác: Thể chế
Cải cách tài chính công:
  Tên khác:
    - Tài chính công
""",
    "pham-vi": """\
Toàn huyện:
  Giải thích: Mọi cơ quan trong huyện.
  Câu: trên toàn huyện
  Dùng cho: cấp huyện
  Toàn bộ: có
  Gồm:
    - Cấp huyện
  Đến ngày: 30/06/2025
  Tên theo loại:
    quận: Toàn quận
    thị xã: Toàn thị xã
  Tên khác: Trên địa bàn huyện
Cấp huyện:
  Giải thích: Các cơ quan của huyện.
  Dùng cho:
    - cấp tỉnh
    - cấp huyện
  Thay bằng: Toàn huyện
""",
    "phan-to": """\
Tên: Lĩnh vực
Giải thích: Chia hồ sơ theo việc.
Trọn bộ: không
Từ năm: 2012
Đến năm: 2022
Thành viên:
  Đất đai:
    Giải thích: Giấy tờ về đất.
    Tên khác: Lĩnh vực đất đai
  Hộ tịch:
""",
    "don-vi": """\
- Đơn vị: dong-nai
  Từ ngày: 30/04/2026
  Loại: thành phố
  Căn cứ: Nghị quyết mẫu
- Đơn vị: an-giang/xa-vinh-binh
  Từ ngày: 01/01/2027
  Loại: phường
""",
    "dia-chi": """\
- Cũ: kien-giang/huyen-vinh-thuan/2023-quy-2
  Mới: kien-giang/huyen-vinh-thuan/2023-6-thang
""",
    "thu-tuc": """\
Tên: Tách thửa hoặc hợp thửa đất
Lĩnh vực: Đất đai
Tên khác: Tách thửa
Của thủ tục: "1.012784"
Cổng: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1
Nguồn:
  - Mã: cong
    Tên: Bản ghi mẫu
    Cơ quan: Cổng Dịch vụ công quốc gia
    Ngày: 18/07/2026
  - Mã: tinh
    Tên: Danh mục mẫu
    Cơ quan: Ủy ban nhân dân tỉnh Mẫu
Phiên bản:
  - Quyết định: 1/QĐ-UBND
    Cơ quan: Ủy ban nhân dân tỉnh Mẫu
    Trích yếu: Công bố thủ tục.
    Ngày: 10/07/2025
    Hiệu lực từ: 15/07/2025
    Hiệu lực đến: 31/12/2025
    Thay đổi: thay thế
    Thay bằng: 1.115614
    Nguồn: cong
    Cấp: cấp tỉnh
    Cơ quan giải quyết: Văn phòng đăng ký đất đai
    Đối tượng:
      - Công dân Việt Nam
      - Doanh nghiệp
    Cách nộp:
      Trực tiếp:
        Thời hạn:
          Tách thửa: 7,5 ngày làm việc
          Hợp thửa: 9,5 ngày làm việc
        Phí:
          Phí thẩm định: 450.000 đồng
        Nơi nộp: Trung tâm Phục vụ hành chính công
      Trực tuyến:
        Thời hạn: 7 ngày
      Bưu chính: có
    Thời hạn: 10 ngày
    Phí: miễn phí
    Giấy tờ:
      - Đơn
      - Tên: Bản vẽ
        Bản chính: 1
        Bản sao: 2
        Mẫu: Mẫu số 22
        Ghi chú: Nếu có.
    Số bộ: 01 bộ
    Kết quả: Giấy chứng nhận
    Điều kiện: Đủ diện tích
    Căn cứ: 31/2024/QH15
    Mức độ: một phần
    Chưa rõ: Hai nguồn in khác nhau.
    Ghi chú: Có thể khác ở miền núi.
    Chấp nhận: Nguồn in như vậy.
  - Nguồn:
      - cong
      - tinh
    Giấy tờ:
      Tách thửa:
        - Đơn
        - Tên: Bản vẽ
      Hợp thửa: Đơn
""",
    "cong-bo": """\
Quyết định: 2/QĐ-UBND
Cơ quan: Ủy ban nhân dân tỉnh Mẫu
Trích yếu: Công bố danh mục.
Ngày: 10/07/2025
Hiệu lực từ: 15/07/2025
Lĩnh vực: Đất đai
Số thủ tục: 251
Trọn danh mục: không
Ghi chú: Chưa chép đủ.
Nguồn:
  - Tên: Phụ lục mẫu
    Cơ quan: Ủy ban nhân dân tỉnh Mẫu
Công bố:
  Cấp xã:
    - 1.001193
    - 1.000656
Ban hành mới:
  Cấp tỉnh:
    "1.115614": Tách thửa
    "1.115613":
      Tên: Hợp thửa
      Thời hạn:
        Miền núi: 17 ngày
Sửa đổi, bổ sung:
  Cấp tỉnh:
    "1.115612":
      Thời hạn: 7 ngày
Thay thế:
  Cấp huyện: 1.000894
Bãi bỏ:
  Cấp bộ: 1.000895
  Cơ quan khác: 1.000896
""",
    "su-kien": """\
Sinh con:
  Giải thích: Khi em bé chào đời.
  Thủ tục:
    - 1.001193
    - 2.000986
Kết hôn:
  Thủ tục: 1.000894
""",
    "tu-thuong-goi": """\
giấy khai sinh: 1.001193
bằng lái:
  - 3.000347
  - 3.000348
""",
}
OF_PROCEDURES = ("thu-tuc", "cong-bo", "su-kien", "tu-thuong-goi")
CHOICES = (
    "Loại", "Nội dung", "Chiều tốt", "Trạng thái", "Trọn bộ", "Cộng dồn",
    "Thay đổi", "Cấp", "Mức độ", "Trọn danh mục", "Bưu chính",
)  # fmt: skip


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., list[str]]:
    """Those of several texts that the schema of a kind of file refuses, by their names."""
    (tmp_path / "data").mkdir()
    write(CATALOGUE, Folders.of(tmp_path))

    def names_of_refused(kind: str, texts: dict[str, str], *options: str, suffix: str = "yml") -> list[str]:
        files = {str(tmp_path / f"{number}.{suffix}"): name for number, name in enumerate(texts)}
        for file, name in files.items():
            Path(file).write_text(texts[name], encoding="utf-8")
        return [files[file] for file in check(tmp_path / f"data/schema/{kind}.json", *files, *options)]

    return names_of_refused


def check(schema: Path, *arguments: str) -> list[str]:
    """The files that check-jsonschema refuses; what it cannot read is no file for a test."""
    result = CliRunner().invoke(check_jsonschema, ["--schemafile", str(schema), "--output-format", "json", *arguments])
    report = json.loads(result.stdout)
    assert not report.get("parse_errors"), report
    return list(dict.fromkeys(error["filename"] for error in report["errors"]))


def problems_of(kind: str, text: str) -> set[str]:
    """The codes of the errors that our own check finds in one file."""
    node, problems = read(text.encode(), f"{kind}.yml")
    if node:
        problems += READERS[kind](node).problems
    return {problem.code for problem in problems if not problem.warning}


READERS: dict[str, Callable[[Any], Found[Any]]] = {
    "bao-cao": lambda node: report_of(node, DISTRICT, period=period("2022"), catalogue=CATALOGUE),
    "chi-so": lambda node: indicators_of(node, CATALOGUE.own_areas),
    "noi-dung": areas_of,
    "pham-vi": scopes_of,
    "phan-to": lambda node: breakdown_of(node, "linh-vuc"),
    "don-vi": kind_changes_of,
    "dia-chi": moves_of,
    "thu-tuc": lambda node: procedure_of(node, PROCEDURE, Code("1.115614", "1.115614", CodeForm.NATIONAL), CATALOGUE),
    "cong-bo": lambda node: announcement_of(node, PurePosixPath("data/hai-phong/danh-muc/2-qd-ubnd.yml"), CATALOGUE),
    "su-kien": events_of,
    "tu-thuong-goi": nicknames_of,
}
PROCEDURE = PurePosixPath("data/hai-phong/thu-tuc/1.115614.yml")


def schema_of(file: PurePosixPath) -> str:
    """The kind of a file below data/."""
    if file.parent.name == "thu-tuc":
        return file.stem if file.stem in OF_PROCEDURES else "thu-tuc"
    if file.parts[0] != "danh-muc":
        return "cong-bo" if file.parent.name == "danh-muc" else "bao-cao"
    return "phan-to" if file.parts[1] == "phan-to" else file.stem


def test_the_schemas_in_data_are_current():
    found = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data/schema").iterdir()}

    assert found == schemas(edition(ROOT).archive.catalogue), "run: make schema"


@pytest.mark.parametrize("schema", sorted((ROOT / "data/schema").iterdir()), ids=lambda path: path.stem)
def test_a_schema_is_a_schema(schema: Path):
    result = CliRunner().invoke(check_jsonschema, ["--check-metaschema", str(schema)])

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("site", [ROOT, SOUND], ids=["ours", "sound"])
@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_file_of_a_site_validates(site: Path, kind: str, tmp_path: Path):
    (tmp_path / "data").mkdir()
    write(edition(site).archive.catalogue, Folders.of(tmp_path))
    below = {path: PurePosixPath(path.relative_to(site / "data").as_posix()) for path in (site / "data").rglob("*.yml")}
    files = [str(path) for path, name in below.items() if schema_of(name) == kind]
    if kind in ("don-vi", "dia-chi", *OF_PROCEDURES) and not files:
        pytest.skip("this site has no such file")

    assert files
    assert check(tmp_path / f"data/schema/{kind}.json", *files) == []


def test_the_first_line_of_a_file_leads_to_its_schema():
    for path in (ROOT / "data").rglob("*.yml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        kind = schema_of(PurePosixPath(path.relative_to(ROOT / "data").as_posix()))

        assert named, f"{path} has no first line for editors' programs"
        assert (path.parent / named[1]).resolve() == ROOT / f"data/schema/{kind}.json"


@pytest.mark.parametrize("dialect", ["default", "nonunicode", "python"])
@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_validates_in_every_dialect_of_patterns(kind: str, dialect: str, refused):
    assert problems_of(kind, EXAMPLES[kind]) == set()
    assert refused(kind, {kind: EXAMPLES[kind]}, "--regex-variant", dialect) == []


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_key_and_a_choice_count_in_every_spelling(kind: str, refused):
    texts = {name: dumped(respelt(loaded(EXAMPLES[kind]), style)) for name, style in STYLES.items()}

    assert {name: codes for name, text in texts.items() if (codes := problems_of(kind, text))} == {}
    assert refused(kind, texts) == []


STYLES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "slug": slug,
    "no tones": lambda text: slug(text).replace("-", " ").capitalize(),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "eth": lambda text: text.replace("Đ", "\u00d0").replace("đ", "\u00f0"),
    "other tone marks": lambda text: text.replace("ỷ", "ỹ").replace("ồ", "ố"),
    "signs": lambda text: f"«{text.replace(' ', ' – ')}»",
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


def respelt(node: Any, style: Callable[[str], str]) -> Any:
    """A tree with every key and every choice in a style."""
    if isinstance(node, list):
        return [respelt(child, style) for child in node]
    if not isinstance(node, dict):
        return node
    return {
        key if re.fullmatch(r"[0-9.]+", key) else " / ".join(map(style, key.split(" / "))): style(value)
        if key in CHOICES
        else respelt(value, style)
        for key, value in node.items()
    }


PLAIN = ("1.210", "1.21", "08", "1_000", "0x1F", "1e5", ".5", ".inf", "no", "Yes", "on", "true", "12:30", "2023-08-20")


def test_text_may_be_what_plain_yaml_makes_of_it(refused):
    texts = {text: f"Tên: x\nGiải thích: {text}\nThành viên:\n  A:\n    Tên khác: [{text}]\n" for text in PLAIN}

    assert [name for name, text in texts.items() if problems_of("phan-to", text)] == []
    assert refused("phan-to", texts) == []


@pytest.mark.parametrize("day", ["20/08/2022", "9/2/2022", '" 20/08/2022 "', "|\n    20/08/2022"])
def test_a_date_may_be_written_in_all_ways_that_are_read(day: str, refused):
    text = f"Kỳ:\n  Từ: {day}\n{REST}"

    assert problems_of("bao-cao", text) == set()
    assert refused("bao-cao", {"": text}) == []


SOURCE = "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Báo\n"
FIGURES = "Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 1.210\n"
REST = SOURCE + FIGURES
WRONG = {
    "a key that no report has": f"Số lượng: 3\n{REST}",
    "a list for a block": f"Kỳ:\n  - Tên: Năm 2022\n{REST}",
    "a text for a block": f"{SOURCE}Số liệu: 1.210\n",
    "a scope without a group": f"{SOURCE}Số liệu:\n  Cấp huyện: 1.210\n",
    "a slice without a group": f"{SOURCE}Số liệu:\n  cap huyen / dat dai: 1.210\n",
    "a list below a scope": f"{SOURCE}Chỉ tiêu:\n  Toàn huyện: [1.210]\n",
    "nothing after a name": f"{SOURCE}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận:\n",
    "a list of lists": f"{SOURCE}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: [[1.210]]\n",
    "a list of targets": f"{SOURCE}Chỉ tiêu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: [1.210]\n",
    "a figure without a value": f"{SOURCE}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận:\n      Ghi chú: x\n",
    "an unknown state": f"{SOURCE}Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận:\n      Trạng thái: mất\n",
    "no source": FIGURES,
    "a source without a publisher": f"Nguồn:\n  Tên: Báo cáo\n{FIGURES}",
    "no figures": SOURCE,
    "a date in another form": f"Kỳ:\n  Từ: 2023-08-20\n{REST}",
    "a month too many": f"Kỳ:\n  Từ: 20/13/2023\n{REST}",
    "no address": f"Nguồn:\n  Tên: Báo cáo\n  Cơ quan: Báo\n  Địa chỉ: www.example.vn\n{FIGURES}",
}


def test_what_is_obviously_wrong_is_refused(refused):
    assert refused("bao-cao", {"right": REST} | WRONG) == list(WRONG)


RANKS = {
    "a value": "Xếp hạng: hạng 3",
    "in another spelling": "xep hang: 3",
    "a block": "Xếp hạng: {Giá trị: hạng 3, Trong số: 45 phường}",
    "a scope beside it": "Xếp hạng: hạng 3\n  Cấp huyện: {Hồ sơ tiếp nhận: 1.210}",
}


@pytest.mark.parametrize("section", ["Số liệu", "Chỉ tiêu"])
def test_what_is_said_of_the_place_may_stand_without_a_scope(section: str, refused):
    texts = {name: f"{SOURCE}{section}:\n  {text}\n" for name, text in RANKS.items()}

    assert refused("bao-cao", texts) == []


def test_a_value_of_the_place_may_have_several_sources(refused):
    assert refused("bao-cao", {"": f"{SOURCE}Số liệu:\n  Xếp hạng: [hạng 3, {{Giá trị: hạng 4}}]\n"}) == []


TABLES = {
    "below a scope": "Cấp huyện: {Xếp hạng: {xã Mẫu: hạng 3, Trong số: 45 xã}}",
    "several tables": "Cấp huyện: {Xếp hạng: [{xã Mẫu: hạng 3}, {xã Khác: {Giá trị: hạng 4, Ghi chú: x}}]}",
    "without a scope": "Xếp hạng: {xã Mẫu: hạng 3}",
    "several tables without a scope": "Xếp hạng: [{xã Mẫu: hạng 3}]",
}


def test_a_table_about_places_may_stand_with_a_scope_or_without(refused):
    texts = {name: f"{SOURCE}Theo đơn vị:\n  {text}\n" for name, text in TABLES.items()}
    wrong = {"a text": f"{SOURCE}Theo đơn vị: 3\n", "a list": f"{SOURCE}Theo đơn vị: [3]\n"}

    assert refused("bao-cao", texts | wrong) == list(wrong)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_schema_refuses_what_the_check_refuses(kind: str, refused):
    """Every line of an example is spoilt in three or four of ten ways, each way as often; thoroughly, in all ten."""
    trees = dict(islice(mistakes(EXAMPLES[kind]), None, None, 1 if THOROUGH else 3))
    errors = {name: problems_of(kind, dumped(tree)) for name, tree in trees.items()}
    found = set(refused(kind, {name: as_json(tree) for name, tree in trees.items()}, *QUICK, suffix="json"))

    assert {name for name in found if not errors[name]} <= ACCEPTED
    assert {name for name, codes in errors.items() if codes & SEEN_BY_SCHEMAS and name not in found} == set()


QUICK = ("--regex-variant", "python")

# Nobody writes [] for a member without details.
ACCEPTED = {"empty list: Thành viên > Đất đai", "empty list: Thành viên > Hộ tịch"}

# A date may be impossible, and «Tính đến» has forms of its own: those are left to the check.
SEEN_BY_SCHEMAS = {
    "address-unreadable",
    "key-missing",
    "phrase-without-place",
    "report-empty",
    "source-missing",
    "unknown-choice",
    "unknown-key",
    "value-missing",
    "wrong-shape",
}


def mistakes(text: str) -> Iterator[tuple[str, Any]]:
    """The tree of a file with one thing changed, by what was changed; not every change is a mistake."""
    sound = loaded(text)
    for path in paths(sound):
        for name, change in CHANGES.items():
            parent = tree = copy.deepcopy(sound)
            for key in path[:-1]:
                parent = parent[key]
            change(parent, path[-1])
            yield f"{name}: {' > '.join(map(str, path))}", tree


def paths(node: Any) -> Iterator[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield (key,)
        yield from ((key, *path) for path in paths(child))


def put(value: Any) -> Callable[[Any, Any], None]:
    return lambda parent, key: parent.__setitem__(key, copy.deepcopy(value))


CHANGES: dict[str, Callable[[Any, Any], object]] = {
    "removed": lambda parent, key: parent.pop(key),
    "misspelt": lambda parent, key: parent.update({f"{key}x": parent.pop(key)}) if isinstance(parent, dict) else None,
    "nothing": put(""),
    "text": put("chữ"),
    "list": put(["chữ"]),
    "empty list": put([]),
    "list of lists": put([["chữ"]]),
    "block": put({"Giải thích": "chữ"}),
    "empty block": put({}),
    "in a list": lambda parent, key: parent.__setitem__(key, [parent[key]]),
}


def loaded(text: str) -> Any:
    """The tree of a text, every scalar as typed."""
    return yaml.load(text, yaml.CBaseLoader)


def dumped(tree: Any) -> str:
    """The text of a tree; what is empty is written as nothing at all, which is null to plain YAML."""
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000).replace("''", "")


def as_json(tree: Any) -> str:
    """The tree as plain YAML would have it, in a form that is read in a tenth of the time."""
    return json.dumps(tree, ensure_ascii=False).replace('""', "null")


def test_names_of_the_lists_are_proposed():
    report = json.loads(schemas(CATALOGUE)["bao-cao.json"])
    indicators, slices = (report["definitions"][name]["properties"] for name in ("chi-so", "pham-vi"))

    assert indicators["Hồ sơ tiếp nhận"]["description"] == "Số hồ sơ nhận trong kỳ."
    assert indicators["Tổng số hồ sơ đã tiếp nhận"]["title"] == "Hồ sơ tiếp nhận"
    assert {"Cấp huyện", "UBND huyện", "Cấp huyện / Đất đai"} <= slices.keys()
    assert "Xếp hạng cải cách hành chính" in report["definitions"]["chi-so-cua-noi"]["properties"]
    assert "Hồ sơ tiếp nhận" not in report["definitions"]["chi-so-cua-noi"]["properties"]


def test_a_name_that_is_not_in_the_lists_is_left_to_the_check(refused):
    assert refused("bao-cao", {"": REST.replace("Hồ sơ tiếp nhận", "Hồ sơ chưa ai biết")}) == []


def test_the_command_writes_the_schemas(site: Site):
    result = CliRunner().invoke(main, ["schema", "--root", str(site.root)])

    assert result.exit_code == 0, result.output
    written = {path.name: path.read_text(encoding="utf-8") for path in (site.root / "data/schema").iterdir()}
    assert written == schemas(CATALOGUE)


def test_the_command_writes_nothing_from_lists_with_an_error(site: Site):
    site.write("data/danh-muc/pham-vi.yml", "Cấp huyện: huyện\n")

    result = CliRunner().invoke(main, ["schema", "--root", str(site.root)])

    assert result.exit_code == 1
    assert "bantin check" in result.output
    assert not (site.root / "data/schema").exists()


def test_the_command_needs_a_site(tmp_path: Path):
    assert CliRunner().invoke(main, ["schema", "--root", str(tmp_path)]).exit_code == 2


def test_schemas_in_data_are_no_data(site: Site):
    write(CATALOGUE, Folders.of(site.root))

    assert site.problems() == []


def test_the_hook_for_pre_commit_runs_a_command_that_exists():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    program, command = hook["entry"].split()

    # The keys of a manifest that pre-commit demands, and those of its others that we use.
    assert {"id", "name", "language", "entry"} <= hook.keys()
    assert hook.keys() <= {"id", "name", "description", "language", "entry", "pass_filenames", "files"}
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("bantin-check", "python", False)
    assert scripts[program] == f"{run.__module__}:{run.__name__}"
    assert command in main.commands


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("data/kien-giang/2022.yml", True),
        ("content/gioi-thieu.md", True),
        ("docs/data/2022.yml", False),
        ("mkdocs.yml", False),
    ],
)
def test_the_hook_runs_for_what_is_checked(path: str, *, runs: bool):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert bool(re.search(hook["files"], path)) is runs
