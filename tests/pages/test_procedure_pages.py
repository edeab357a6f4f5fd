"""What pages of procedures say, and what they do not."""

import csv
import io
import json
import re

import pytest
from conftest import Site, edition, rendered

import bantin.site as bantin_site
from bantin.folders import Folders
from bantin.publishing import Renderer

SOURCE = "Nguồn:\n  - {Tên: Bản ghi, Cơ quan: Bộ Tư pháp, Ngày: 18/07/2026}\n"
HEAD = "Tên: Đăng ký khai sinh\nLĩnh vực: Hộ tịch\n"
CODE = "1.001193"


def procedure(*versions: str, head: str = HEAD) -> str:
    """A procedure's file; each version is lines apart by «; »."""
    lines = "".join("  - " + "\n    ".join(version.split("; ")) + "\n" for version in versions)
    return head + SOURCE + "Phiên bản:\n" + lines


def text(html: str) -> str:
    """What a reader sees of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", body(html)).split())


def body(page: str) -> str:
    """A page without its front matter."""
    return page.split("---\n", 2)[2]


def page(site: Site, address: str) -> str:
    return pages(site, address)[0]


def pages(site: Site, *addresses: str) -> list[str]:
    """Some pages of a site, and no others."""
    folders = Folders.of(site.root)
    known, renderer = bantin_site.check(folders), Renderer(folders)
    assert not known.errors, "\n".join(site.problems())
    plans = {plan.path: plan for plan in known.plans}
    return [renderer.markdown(plans[path].make(known.archive, known.doubts)) for path in addresses]


def national(site: Site, *versions: str) -> str:
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(*versions))
    return text(page(site, f"thu-tuc/{CODE}"))


FIRST = "Quyết định: 163/QĐ-BTP"


@pytest.mark.parametrize(
    ("versions", "said", "unsaid"),
    [
        ([f"{FIRST}; Thời hạn: 5 ngày"], ["Thời hạn 5 ngày", "Theo Quyết định số 163/QĐ-BTP; nguồn không in ngày có hiệu lực. Chép từ nguồn 1 ngày 18/07/2026"], ["Các bản"]),
        (
            [f"{FIRST}; Thời hạn: 5 ngày", "Quyết định: 9/QĐ-BTP; Thời hạn: 3 ngày"],
            ["Thời hạn 3 ngày", "Các bản khác", "163/QĐ-BTP không còn áp dụng"],
            ["chưa áp dụng"],
        ),
        (
            [f"{FIRST}; Thời hạn: 5 ngày", "Quyết định: 9/QĐ-BTP; Hiệu lực từ: 01/01/2027; Thời hạn: 3 ngày"],
            ["Theo Quyết định số 163/QĐ-BTP", "9/QĐ-BTP chưa áp dụng", "Hiệu lực từ 01/01/2027"],
            ["không còn áp dụng"],
        ),
        (
            ["Quyết định: 9/QĐ-BTP; Hiệu lực từ: 01/01/2027; Thời hạn: 3 ngày"],
            ["Thủ tục này chưa áp dụng; áp dụng từ ngày 01/01/2027."],
            ["đang áp dụng"],
        ),
        (
            [f"{FIRST}; Thời hạn: 5 ngày", "Quyết định: 9/QĐ-BTP; Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026"],
            ["Thủ tục này đã bị bãi bỏ từ ngày 01/02/2026 theo Quyết định số 9/QĐ-BTP."],
            ["đang áp dụng"],
        ),
        (
            [f"{FIRST}; Thời hạn: 5 ngày; Chưa rõ: Hai nguồn in khác nhau", f"{FIRST}; Thời hạn: 3 ngày; Chưa rõ: Hai nguồn in khác nhau"],
            ["Chưa rõ bản nào đang áp dụng. Hai nguồn in khác nhau. Dưới đây là từng bản đúng như nguồn in."],
            ["không còn áp dụng"],
        ),
        ([f"{FIRST}; Hiệu lực đến: 01/01/2026"], ["Không còn bản nào của thủ tục này đang áp dụng."], []),
        (
            [f"{FIRST}; Phí: 0 đồng; Thời hạn: 1"],
            ["0 đồng nguồn in số 0, không nói là miễn phí", "1 nguồn không in đơn vị"],
            [],
        ),
        ([f"{FIRST}; Phí: miễn phí"], ["Phí, lệ phí miễn phí"], ["nguồn in số 0"]),
        ([FIRST], ["Thời hạn không có thông tin", "Phí, lệ phí không có thông tin", "Kết quả không có thông tin"], ["miễn phí"]),
        ([f"{FIRST}; Cấp: cấp xã"], ["Nơi nộp Cấp xã giải quyết nguồn không ghi nơi nộp"], []),
        (
            [f"{FIRST}; Cách nộp: {{trực tiếp: {{Thời hạn: 15 ngày}}, trực tuyến: {{Thời hạn: 20 ngày}}, bưu chính: {{Thời hạn: 20 ngày}}}}"],
            ["Trực tiếp: 15 ngày Trực tuyến và bưu chính: 20 ngày"],
            [],
        ),
        (
            [f"{FIRST}; Thời hạn: {{Nhà ở riêng lẻ: 7 ngày làm việc, Công trình khác: 10 ngày làm việc}}; Cách nộp: {{trực tiếp: có}}"],
            ["Nhà ở riêng lẻ: 7 ngày làm việc Công trình khác: 10 ngày làm việc", "Cách nộp: trực tiếp."],
            [],
        ),
        (
            [f"{FIRST}; Giấy tờ: [Tờ khai, {{Tên: Giấy chứng sinh, Bản chính: 1}}]; Số bộ: 01"],
            ["Giấy tờ 2 loại giấy tờ , 01 bộ", "Giấy chứng sinh bản chính: 1"],
            [],
        ),
    ],
)  # fmt: skip
def test_what_the_page_of_a_procedure_answers(site: Site, versions: list[str], said: list[str], unsaid: list[str]):
    found = national(site, *versions)

    assert [words for words in said if words not in found] == []
    assert [words for words in unsaid if words in found] == []


def test_what_ended_stays_struck_and_leads_to_what_replaced_it(site: Site):
    site.write("data/thu-tuc/1.004873.yml", procedure(FIRST, head="Tên: Khai sinh trọn gói\nLĩnh vực: Hộ tịch\n"))
    versions = FIRST, "Quyết định: 9/QĐ-BTP; Thay đổi: bãi bỏ; Thay bằng: 1.004873"
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(*versions))

    found = page(site, f"thu-tuc/{CODE}")

    assert '<h1 id="dau-trang"><s>Đăng ký khai sinh</s></h1>' in found
    assert '<a href="../../thu-tuc/1.004873/">Khai sinh trọn gói (1.004873)</a>' in found


def test_every_page_leads_to_the_states_portal(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST, head=f"{HEAD}Cổng: https://dichvucong.gov.vn/x\n"))
    site.write("data/an-giang/thu-tuc/1.001193.yml", procedure(FIRST, head=""))
    site.write("data/thu-tuc/1.004873.yml", procedure(FIRST))

    found = rendered(site.root)

    assert 'href="https://dichvucong.gov.vn/x"' in found[f"thu-tuc/{CODE}/index.md"]
    assert 'href="https://dichvucong.gov.vn"' in found["thu-tuc/1.004873/index.md"]
    assert 'href="https://dichvucong.gov.vn"' in found[f"an-giang/thu-tuc/{CODE}/index.md"]


def test_what_a_province_changes_stands_beside_the_national_rule(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày"))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Quyết định: 9/QĐ-UBND; Thời hạn: 2 ngày", head=""))

    whole, here = text(page(site, f"thu-tuc/{CODE}")), text(page(site, f"an-giang/thu-tuc/{CODE}"))

    assert "Thời hạn 5 ngày" in whole
    assert "Tỉnh An Giang 2 ngày không có thông tin Quyết định số 9/QĐ-UBND" in whole
    assert "Đăng ký khai sinh ở tỉnh An Giang" in here
    assert "Thời hạn 2 ngày 5 ngày" in here


def test_a_provinces_own_procedure_says_whose_it_is_and_what_it_stands_for(site: Site):
    site.write("data/thu-tuc/1.012784.yml", procedure(FIRST, head="Tên: Tách thửa\nLĩnh vực: Đất đai\n"))
    own = "Tên: Tách thửa đất\nLĩnh vực: Đất đai\nCủa thủ tục: 1.012784\n"
    site.write("data/an-giang/thu-tuc/1.115737.yml", procedure(f"{FIRST}; Thời hạn: 7 ngày", head=own))

    found = rendered(site.root)

    assert "Thủ tục riêng của tỉnh An Giang" in text(found["thu-tuc/1.115737/index.md"])
    assert '<a href="../../thu-tuc/1.012784/">Tách thửa (1.012784)</a>' in found["thu-tuc/1.115737/index.md"]
    assert "Tỉnh An Giang 7 ngày" in text(found["thu-tuc/1.012784/index.md"])
    assert "an-giang/thu-tuc/1.115737/index.md" not in found


LIST = "Quyết định: 3500/QĐ-UBND\nNgày: 01/03/2023\n" + SOURCE


def test_a_place_says_what_it_handles_and_whether_that_is_all(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST))
    entries = f"Công bố:\n  Cấp xã:\n    {CODE}: Khai sinh\n    1.115737: Đất\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    found = text(page(site, "an-giang/thu-tuc"))

    assert "Chưa rõ các danh mục đọc được đã nêu hết hay chưa; có thể còn những thủ tục khác." in found
    assert "Hộ tịch: 1 thủ tục" in found
    assert "Chưa rõ lĩnh vực: 1 thủ tục" in found
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + "Trọn danh mục: có\n" + entries)
    assert "Chưa rõ các danh mục" not in text(page(site, "an-giang/thu-tuc"))


def test_a_former_district_says_who_handles_its_procedures(site: Site):
    before = text(page(site, "kien-giang/huyen-vinh-thuan"))
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST))

    found = text(page(site, "kien-giang/huyen-vinh-thuan"))

    assert "không còn cấp huyện" not in before
    assert "Từ ngày 01/07/2025 không còn cấp huyện" in found
    assert "xã Vĩnh Thuận" in found.partition("Nơi nộp nay là")[2]


@pytest.mark.parametrize(
    ("complete", "printed", "said"),
    [
        (
            "",
            "1",
            "nêu 1 thủ tục cấp huyện vào ngày 30/06/2023; chưa rõ đã đủ chưa, nên chưa so được với con số 1 của bản tin.",
        ),
        ("Trọn danh mục: có\n", "1", "Danh mục có hiệu lực ngày 30/06/2023 nêu 1 thủ tục cấp huyện; bản tin in 1."),
        ("Trọn danh mục: có\n", "251", "nêu 1 thủ tục cấp huyện; bản tin in 251."),
    ],
)
def test_a_bulletins_count_beside_the_list_of_its_day(site: Site, complete: str, printed: str, said: str):
    path = "data/danh-muc/chi-so.yml"
    indicator = (
        "Thủ tục hành chính:\n  Đơn vị: thủ tục\n  Loại: số lượng\n  Nội dung: Cải cách thủ tục hành chính\n"
        "  Giải thích: Số thủ tục.\n  Theo danh mục: có\n"
    )
    site.write(path, (site.root / path).read_text("utf-8") + indicator)
    report = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    written = (site.root / report).read_text("utf-8")
    site.write(report, written.replace("  Cấp huyện:\n", f"  Cấp huyện:\n    Thủ tục hành chính: {printed}\n", 1))
    without = text(page(site, "kien-giang/huyen-vinh-thuan/2023-6-thang"))
    entries = f"Công bố:\n  Cấp huyện:\n    - {CODE}\n"
    site.write("data/kien-giang/danh-muc/3500-qd-ubnd.yml", LIST + complete + entries)

    found = text(page(site, "kien-giang/huyen-vinh-thuan/2023-6-thang"))

    assert "anh mục" not in without
    assert said in found


def test_lists_by_what_happens_field_and_name(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày"))
    site.write("data/thu-tuc/1.000656.yml", procedure(FIRST, head="Tên: Đăng ký khai tử\nLĩnh vực: Hộ tịch\n"))
    site.write("data/thu-tuc/su-kien.yml", f"Sinh con:\n  Giải thích: Khi có em bé.\n  Thủ tục: {CODE}\n")
    site.write("data/thu-tuc/tu-thuong-goi.yml", f"giấy khai sinh: {CODE}\n")

    found = {path: text(html) for path, html in rendered(site.root).items()}

    assert "Sinh con Khi có em bé." in found["thu-tuc/index.md"]
    assert "Hộ tịch (2)" in found["thu-tuc/index.md"].replace("</a> ", "")
    assert found["thu-tuc/linh-vuc/ho-tich/index.md"].index("khai sinh") < found[
        "thu-tuc/linh-vuc/ho-tich/index.md"
    ].index("khai tử")
    assert "1 thủ tục, theo thứ tự thường cần" in found["thu-tuc/viec/sinh-con/index.md"]
    assert "Từ thường gọi: giấy khai sinh." in found[f"thu-tuc/{CODE}/index.md"]


def test_a_site_without_procedures_has_no_page_and_no_link_of_them(site: Site):
    found = rendered(site.root)

    assert [path for path in found if "thu-tuc" in path] == []
    assert all(
        link["path"] != "thu-tuc/" for link in bantin_site.given_of(edition(site.root), Folders.of(site.root)).menu
    )


def test_names_of_strangers_reach_pages_as_text(site: Site):
    evil = '<script>alert(1)</script>"'
    head = f"Tên: '{evil}'\nLĩnh vực: Hộ tịch\nTên khác: '{evil}'\n"
    version = f"Quyết định: '{evil}'; Thời hạn: '{evil}'; Phí: '{evil}'; Cơ quan giải quyết: '{evil}'; Kết quả: '{evil}'; Giấy tờ: ['{evil}']"
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(version, head=head))

    for path, html in rendered(site.root).items():
        assert "<script>" not in body(html), path


def test_what_machines_are_told(site: Site):
    version = f"{FIRST}; Phí: {{Lệ phí: 8.000 đồng, Khác: theo Nghị quyết}}; Kết quả: Giấy khai sinh; Cơ quan giải quyết: UBND cấp xã"
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(version))
    (made,) = (page for page in edition(site.root).pages if page.path == f"thu-tuc/{CODE}")

    told = json.loads(made.linked_data)

    assert told["@type"] == "GovernmentService"
    assert told["identifier"] == CODE
    assert told["offers"] == [{"@type": "Offer", "price": "8000", "priceCurrency": "VND"}]
    assert told["provider"][0]["name"] == "UBND cấp xã"
    assert "alternateName" not in told


def test_tables_to_take_along(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày; Cấp: cấp xã"))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=""))
    files = {file.path: file for file in bantin_site.files_of(edition(site.root), Folders.of(site.root))}

    table = list(csv.DictReader(io.StringIO(str(files["thu-tuc/thu-tuc.csv"].content()).removeprefix("\ufeff"))))
    told = json.loads(str(files["thu-tuc/thu-tuc.json"].content()))

    assert table == told
    assert [(row["ma"], row["tinh"], row["thoi_han"]) for row in table] == [
        (CODE, "", "5 ngày"),
        (CODE, "an-giang", "2 ngày"),
    ]
    assert {row["ten"] for row in table} == {"Đăng ký khai sinh"}


def test_a_page_shows_no_other_procedure_and_no_other_list(site: Site):
    other = "Tên: Cấp bản sao\nLĩnh vực: Chứng thực\n"
    for province in ("", "an-giang/", "kien-giang/"):
        site.write(f"data/{province}thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày"))
        site.write(
            f"data/{province}thu-tuc/2.000815.yml", procedure("Quyết định: 999/QĐ; Thời hạn: 99 ngày", head=other)
        )
    for number in ("3500", "888"):
        entries = f"Công bố:\n  Cấp xã:\n    - {'2.000815' if number == '888' else CODE}\n"
        site.write(f"data/an-giang/danh-muc/{number}-qd-ubnd.yml", LIST.replace("3500", number) + entries)

    found = {path: text(html) for path, html in rendered(site.root).items() if CODE in path or "/3500" in path}

    assert len(found) == 4
    for path, words in found.items():
        assert not re.search(r"999/QĐ|99 ngày|2\.000815|888/QĐ|Cấp bản sao", words), path


LATE = f"{FIRST}; Ngày: 10/03/2026; Hiệu lực từ: 01/03/2026"
LATE_SAID = "Bản theo Quyết định số 163/QĐ-BTP có hiệu lực từ 01/03/2026, trước ngày ký quyết định (10/03/2026)."


def test_a_doubt_stands_on_the_page_of_its_procedure_with_its_reason(site: Site):
    said = national(site, f"{LATE}; Chấp nhận: Nguồn in như vậy.")

    assert "có điều cần xem lại" in said
    assert (
        f"Điều cần xem lại Trang này in đúng như nguồn. {LATE_SAID} Ban biên tập giữ nguyên vì: Nguồn in như vậy."
        in said
    )


def test_what_only_editors_need_to_know_stands_on_no_page(site: Site):
    said = national(site, f"{FIRST}; Thời hạn: 5; Phí: 0 đồng; Thay đổi: thay thế")

    assert "cần xem lại" not in said
    assert "Thủ tục" not in text(page(site, "chat-luong"))


def test_a_doubt_of_a_provinces_file_stands_on_its_page_alone(site: Site):
    national(site, FIRST)
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure(LATE, head=""))

    assert LATE_SAID in text(page(site, f"an-giang/thu-tuc/{CODE}"))
    assert LATE_SAID not in text(page(site, f"thu-tuc/{CODE}"))


def test_where_two_provinces_share_a_page_a_doubt_names_its_own(site: Site):
    for province in ("an-giang", "hai-phong"):
        site.write(f"data/{province}/thu-tuc/{CODE}.yml", procedure(LATE if province == "hai-phong" else FIRST))

    assert f"Thành phố Hải Phòng: {LATE_SAID}" in text(page(site, f"thu-tuc/{CODE}"))


def test_a_doubt_of_a_list_stands_on_its_page(site: Site):
    site.write("data/an-giang/danh-muc/9-qd-ubnd.yml", DOUBTED_LIST)

    assert f"Điều cần xem lại Trang này in đúng như nguồn. {COUNT_SAID}" in text(
        page(site, "an-giang/danh-muc/9-qd-ubnd")
    )


DOUBTED_LIST = f"Quyết định: 9/QĐ-UBND\nSố thủ tục: 5\nTrọn danh mục: có\n{SOURCE}Công bố:\n  Cấp xã: [{CODE}]\n"
COUNT_SAID = "Quyết định nói có 5 thủ tục, còn danh mục chép ở đây có 1 mã."


def test_all_doubts_of_procedures_and_lists_are_led_to_from_one_page(site: Site):
    national(site, LATE)
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure(LATE, head=""))
    site.write("data/an-giang/thu-tuc/1.115737.yml", procedure(LATE))
    site.write("data/an-giang/danh-muc/9-qd-ubnd.yml", DOUBTED_LIST)

    listed = page(site, "chat-luong")
    found = re.findall(r'href="\.\./([^"]*)#chua-khop">([^<]*)</a><br>([^<]*)', listed.partition('id="thu-tuc"')[2])

    assert found == [
        ("an-giang/danh-muc/9-qd-ubnd/", "Danh mục theo Quyết định số 9/QĐ-UBND của tỉnh An Giang", COUNT_SAID),
        (f"an-giang/thu-tuc/{CODE}/", f"Đăng ký khai sinh ({CODE}) ở tỉnh An Giang", LATE_SAID),
        ("thu-tuc/1.115737/", "Đăng ký khai sinh (1.115737) ở tỉnh An Giang", LATE_SAID),
        (f"thu-tuc/{CODE}/", f"Đăng ký khai sinh ({CODE})", LATE_SAID),
    ]
    for address, _, _ in found:
        assert 'id="chua-khop"' in page(site, address.rstrip("/"))
