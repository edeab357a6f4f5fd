"""Ten published cases with the shipped lists: the exact report of each, and what must and must not stand on its pages.

Each is a few files of data/: figures, and the titles and addresses of sources. What thu-tuc has of Tuyên Quang was
decided in June 2025 for the province that began in July.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import TODAY

from bantin import site as bantin_site
from bantin.folders import Folders
from bantin.model.archive import Archive
from bantin.publishing import GivenFile

DATA = Path(__file__).parents[1] / "data"
CASES = {
    "ha-noi": ("ha-noi/2025-07-01_2025-09-23.yml",),
    "hai-phong": ("hai-phong/2025.yml",),
    "khanh-binh": ("an-giang/xa-khanh-binh/den-2026-02-28.yml",),
    "lam-dong": ("lam-dong/2024-quy-2.yml",),
    "pu-nhung": (
        "dien-bien/xa-pu-nhung/2025-07-01_den-nay.yml",
        "dien-bien/xa-pu-nhung/2025-07-01_2025-07-28.yml",
    ),
    "tay-ninh": (
        "tay-ninh/2024.yml",
        "long-an/2024.yml",
    ),
    "thanh-hoa": ("thanh-hoa/2026.yml",),
    "thu-tuc": (
        "tuyen-quang/den-2025-06-27.yml",
        "tay-ninh/den-2025-07-12.yml",
    ),
    "thua-thien-hue": ("thua-thien-hue/2021.yml",),
    "tuyen-quang": ("tuyen-quang/den-2025-08-09.yml",),
}
"""The files of data/ that hold each case."""
NAMES = sorted(CASES)

REPORTS = {
    "ha-noi": [
        "[sum-differs] Hồ sơ tiếp nhận (cấp xã): 317.199 + 212.790 + 1.278 = 531.267, nhưng ghi 531.269.",
        "[sum-differs] Hồ sơ đã giải quyết (cấp xã): 509.772 + 763 = 510.535, nhưng ghi 510.541.",
    ]
}
"""The doubts about each, which its file accepts as printed."""
SAID = [
    (
        "ha-noi/ha-noi/2025-07-01_2025-09-23",
        (
            "Từ 01/07/2025 đến 23/09/2025, các cơ quan cấp xã của thành phố Hà Nội tiếp nhận 531.269 hồ sơ (chưa khớp), "
            "trong đó 59,71% trực tuyến, 40,05% trực tiếp và 0,24% qua bưu chính công ích; tiếp nhận trung bình khoảng "
            "177.000 hồ sơ mỗi tháng; tiếp nhận trung bình khoảng trên 8.000 hồ sơ mỗi ngày; giải quyết 510.541 hồ sơ "
            "(chưa khớp), trong đó 99,85% trước hạn và đúng hạn và 0,15% quá hạn."
        ),
    ),
    (
        "tuyen-quang/tuyen-quang/den-2025-08-09",
        (
            "Tính đến ngày 09/08/2025, toàn tỉnh Tuyên Quang đạt 79,1 điểm và xếp thứ 5/34 về Chỉ số phục vụ "
            "người dân, doanh nghiệp."
        ),
    ),
    (
        "lam-dong/lam-dong/2024-quy-2",
        "Sở Công Thương tỉnh Lâm Đồng đạt 98,63 điểm về Chỉ số phục vụ người dân, doanh nghiệp.",
    ),
    (
        "hai-phong/hai-phong/dac-khu-cat-hai/2025",
        (
            "Trong năm 2025, toàn đặc khu Cát Hải đạt 94,15 điểm và xếp hạng 1 trong số 68 "
            "xã, đặc khu về Chỉ số cải cách hành chính."
        ),
    ),
    (
        "hai-phong/hai-phong/phuong-hong-bang/2025",
        (
            "toàn phường Hồng Bàng đạt 95,8 điểm và xếp hạng 1 trong số 45 phường về Chỉ số "
            "cải cách hành chính; đạt 98,30% về Chỉ số hài lòng về sự phục vụ hành chính."
        ),
    ),
    (
        "thanh-hoa/thanh-hoa/2026",
        (
            "Tỉnh Thanh Hóa đặt chỉ tiêu cho năm 2026 (toàn tỉnh) theo kế hoạch số 257/KH-UBND ngày 22/12/2025: "
            "tỷ lệ giao dịch thanh toán trực tuyến tối thiểu từ 55% trở lên; tỷ lệ dịch vụ công đủ điều kiện được cung "
            "cấp một phần và toàn trình và tỷ lệ số hóa kết quả giải quyết thủ tục hành chính 100%; "
        ),
    ),
    (
        "pu-nhung/dien-bien/xa-pu-nhung/2025-07-01_2025-07-28",
        (
            "Trung tâm Phục vụ hành chính công xã Pú Nhung tiếp nhận 279 hồ sơ, trong đó trực tuyến 56 và trực tiếp 223; "
            "giải quyết 256 hồ sơ."
        ),
    ),
    (
        "pu-nhung/dien-bien/xa-pu-nhung/2025-07-01_den-nay",
        (
            "Từ 01/07/2025 đến nay, Trung tâm Phục vụ hành chính công xã Pú Nhung tiếp nhận 1.229 hồ sơ, trong đó trực "
            "tuyến 166 và trực tiếp 1.063."
        ),
    ),
    (
        "thu-tuc/tay-ninh/den-2025-07-12",
        (
            "Tính đến ngày 12/07/2025, toàn tỉnh Tây Ninh có 1.978 thủ tục hành chính, trong đó 331 toàn trình, 1.182 một "
            "phần và 465 chưa nộp được trực tuyến."
        ),
    ),
    (
        "thu-tuc/tuyen-quang/den-2025-06-27",
        (
            "Áp dụng từ ngày 01/07/2025, toàn tỉnh Tuyên Quang có 2.112 thủ tục hành chính, có 2.063 thủ tục hành chính không phụ thuộc địa giới và "
            "cung cấp 2.081 dịch vụ công trực tuyến."
        ),
    ),
    (
        "tay-ninh/tay-ninh/2024",
        (
            "đạt 88,4 điểm và xếp thứ 32/63 về Chỉ số cải cách hành chính; đạt 47,35/80 điểm và xếp thứ 2/63 về Chỉ số "
            "hiệu quả quản trị và hành chính công (PAPI)."
        ),
    ),
    ("tay-ninh/long-an/2024", "toàn tỉnh Long An đạt 89,68% và xếp thứ 16/63 về Chỉ số cải cách hành chính."),
    ("thua-thien-hue/thua-thien-hue/2021", "khối Ủy ban nhân dân cấp xã của tỉnh Thừa Thiên Huế"),
    ("thua-thien-hue/thua-thien-hue/2021", " có 136 đơn vị được xếp loại."),
    (
        "khanh-binh/an-giang/xa-khanh-binh/den-2026-02-28",
        "Trong 6 tháng, Trung tâm Phục vụ hành chính công xã Khánh Bình tiếp nhận hơn 2.330 hồ sơ.",
    ),
]
"""What stands in a lead: the case with the page's address, and the words."""
UNSAID = [
    ("ha-noi/ha-noi/2025-07-01_2025-09-23", "531.275"),  # nothing is carried over for the missing six
    ("ha-noi/ha-noi/2025-07-01_2025-09-23", "529.989"),  # two channels of three are no total
    ("ha-noi/ha-noi/2025-07-01_2025-09-23", "tính"),  # every rate is printed
    ("tuyen-quang/tuyen-quang/den-2025-08-09", "68,7"),
    ("tuyen-quang/tuyen-quang/den-2025-08-09", "chưa khớp"),
    ("hai-phong/hai-phong/phuong-hong-bang/2025", "01/01/2025"),
    ("hai-phong/hai-phong/phuong-hong-bang", "01/01/2025"),
    ("hai-phong/hai-phong/phuong-hong-bang/2025", "trong 45 đơn vị"),
    ("hai-phong/hai-phong/phuong-hong-bang/2025", "Toàn xã"),
    ("hai-phong/chi-so/chi-so-hai-long-ve-su-phuc-vu-hanh-chinh", "mẫu số"),  # no share has no base
    ("hai-phong/chi-so/chi-so-hai-long-ve-su-phuc-vu-hanh-chinh", "nguồn không nêu"),
    ("thanh-hoa/thanh-hoa/2026", "Trong năm 2026"),  # the plan was made before
    ("thanh-hoa/thanh-hoa/2026", "chưa đạt"),
    ("thanh-hoa/thanh-hoa/2026", "toàn tỉnh Thanh Hóa đạt"),
    ("pu-nhung/dien-bien/xa-pu-nhung/2025-07-01_2025-07-28", "23"),  # what is not resolved is not late
    ("pu-nhung/dien-bien/xa-pu-nhung/2025-07-01_2025-07-28", "quá hạn"),
    ("pu-nhung/dien-bien/xa-pu-nhung/2025-07-01_den-nay", "30/11/2025"),
    ("pu-nhung/dien-bien/xa-pu-nhung", "Số liệu mới nhất"),  # nobody knows when «đến nay» was
    ("thu-tuc/tay-ninh/den-2025-07-12", "Riêng"),
    ("thu-tuc/tuyen-quang/den-2025-06-27", "Tính đến ngày 27/06/2025"),  # there was no such province
    ("khanh-binh/an-giang/xa-khanh-binh/den-2026-02-28", "tính đến"),
    ("khanh-binh/an-giang/xa-khanh-binh/den-2026-02-28", "28/02/2026,"),
    ("lam-dong/lam-dong/2024-quy-2", "chưa khớp"),
    ("thua-thien-hue/thua-thien-hue/2021", "tồn tại đến hết"),
    ("thua-thien-hue/thua-thien-hue/2021", "100,01"),
]
"""Words that do not stand on a page."""


@cache
def edition(folder: Path) -> bantin_site.Edition:
    return bantin_site.check(Folders.of(folder), TODAY)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a case as a site of its own, with the shipped lists."""

    @cache
    def made(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(DATA / "danh-muc", folder / "data" / "danh-muc")
        for file in CASES[name]:
            target = folder / "data" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(DATA / file, target)
        (folder / "content").mkdir()
        return folder

    return made


def archive(folder: Path) -> Archive:
    found = edition(folder)
    assert not found.errors, found.errors
    return found.archive


@cache
def files(folder: Path) -> dict[str, GivenFile]:
    """The pages of a case, which are printed by templates that are compiled once."""
    return {file.path: file for file in bantin_site.markdown_of(edition(folder), Folders.of(folder))}


def page(root: Callable[[str], Path], address: str) -> BeautifulSoup:
    """A page by its case and address."""
    name, _, path = address.partition("/")
    body = str(files(root(name))[f"{path}/index.md"].content()).rpartition("\n---\n")[2]
    return BeautifulSoup(body, "html.parser")


def test_every_given_case_is_here():
    assert len(NAMES) == 10
    assert {address.partition("/")[0] for address, _ in (*SAID, *UNSAID)} == {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gives_its_report_and_no_other_doubt(name: str, root: Callable[[str], Path]):
    found = edition(root(name))

    assert [f"[{problem.code}] {problem.message}" for problem in found.problems] == REPORTS.get(name, [])
    assert not found.open_problems


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_and_target_stands_in_a_cell_as_printed(name: str, root: Callable[[str], Path]):
    for report in archive(root(name)).reports:
        cells = Counter(cell.get_text() for cell in page(root, f"{name}/{report.path}").select("td"))

        assert Counter(fact.text for fact in report.figures_and_targets) <= cells


@pytest.mark.parametrize(("address", "words"), SAID)
def test_a_lead_tells_the_case(address: str, words: str, root: Callable[[str], Path]):
    (lead,) = page(root, address).select(".loi-dan")

    assert words in " ".join(lead.get_text().split())


@pytest.mark.parametrize(("address", "words"), UNSAID)
def test_a_page_says_nothing_else(address: str, words: str, root: Callable[[str], Path]):
    soup = page(root, address)
    for quoted in soup.select(".nguon"):
        quoted.decompose()

    assert not re.search(rf"(?<![\w.,]){re.escape(words)}(?![\w])", " ".join(soup.get_text(" ").split()))


def test_a_ranking_is_shown_as_a_ranking(root: Callable[[str], Path]):
    _, wards, communes, *_ = page(root, "hai-phong/hai-phong/2025").select("table")  # the first is of offices

    assert [row.th.get_text() for row in wards.select("tbody tr")] == [
        "Phường Hồng Bàng", "Phường Hải An", "Phường Hồng An", "Phường Bắc An Phụ",
    ]  # fmt: skip
    assert [row.th.get_text() for row in communes.select("tbody tr")] == [
        "Đặc khu Cát Hải", "Xã Quyết Thắng", "Xã An Lão", "Xã Vĩnh Am",
    ]  # fmt: skip


def test_fewer_dossiers_in_a_longer_range_are_a_doubt(root: Callable[[str], Path], tmp_path: Path):
    probe = tmp_path / "site"
    shutil.copytree(root("pu-nhung"), probe)
    path = probe / "data/dien-bien/xa-pu-nhung/2025-07-01_den-nay.yml"
    said = path.read_text(encoding="utf-8").replace("1.229", "200").replace("1.063", "34")
    dated = said.replace("    Ghi chú:", "    Ngày: 05/12/2025\n    Ghi chú:")
    path.write_text(dated, encoding="utf-8")

    assert [(p.code, p.location.line) for p in edition(probe).problems] == [
        ("running-total-shrinks", 11),
        ("running-total-shrinks", 12),
    ]


@pytest.mark.parametrize(
    ("name", "printed", "wrong", "codes"),
    [
        ("ha-noi", "59,71%", "59,17%", ["rate-differs", "shares-differ"]),
        ("ha-noi", "0,15%", "1,15%", ["rate-differs", "shares-differ"]),
        ("tuyen-quang", "8,1 điểm", "18,1 điểm", ["score-over-maximum"]),
        ("tuyen-quang", "79,1 điểm", "59,1 điểm", ["sum-differs"]),
        ("pu-nhung", "127", "172", ["sum-differs"]),
        ("thu-tuc", "465", "456", ["sum-differs"]),
        ("thu-tuc", "1.071", "1.171", ["sum-differs"]),
        ("thua-thien-hue", ": 41", ": 42", ["sum-differs"]),
        ("lam-dong", "87,5%", "88,5%", ["rate-differs"]),
    ],
)
def test_a_slip_in_a_case_is_found(
    name: str, printed: str, wrong: str, *, codes: list[str], root: Callable[[str], Path], tmp_path: Path
):
    probe = tmp_path / "site"
    shutil.copytree(root(name), probe)
    for path in (probe / "data").rglob("*.yml"):
        if "danh-muc" not in path.parts:
            path.write_text(path.read_text(encoding="utf-8").replace(printed, wrong), encoding="utf-8")
    before = [problem.code for problem in edition(root(name)).problems]

    found = Counter(problem.code for problem in edition(probe).problems) - Counter(before)

    assert {*found} == {*codes}
