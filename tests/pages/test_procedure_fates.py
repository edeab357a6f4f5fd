"""What pages of procedures say of the end of one, of what comes next, of what changed, and of provinces that ended."""

import pytest
from conftest import Site, rendered
from test_procedure_pages import CODE, FIRST, HEAD, LIST, body, page, procedure, text

OTHER = "1.004873"
ENDS = "Quyết định: 9/QĐ-BTP"


def both(site: Site, *versions: str) -> str:
    """The page of a procedure beside one that may replace it; the day of the site is 22/11/2026."""
    site.write(f"data/thu-tuc/{OTHER}.yml", procedure(FIRST, head="Tên: Khai sinh trọn gói\nLĩnh vực: Hộ tịch\n"))
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(*versions))
    return page(site, f"thu-tuc/{CODE}")


LINK = '<a href="../../thu-tuc/1.004873/">Khai sinh trọn gói (1.004873)</a>'


@pytest.mark.parametrize(
    ("ending", "said", "is_struck"),
    [
        (f"{ENDS}; Thay đổi: thay thế; Hiệu lực từ: 01/02/2026; Thay bằng: {OTHER}",
         f"Thủ tục này đã được thay thế từ ngày 01/02/2026 theo Quyết định số 9/QĐ-BTP. Thay bằng: {LINK}.", True),
        (f"{ENDS}; Hiệu lực từ: 01/02/2026; Thay bằng: {OTHER}",
         f"Thủ tục này đã được thay thế từ ngày 01/02/2026. Thay bằng: {LINK}.", True),
        (f"{ENDS}; Thay đổi: thay thế; Thay bằng: {OTHER}",
         f"Thủ tục này đã được thay thế theo Quyết định số 9/QĐ-BTP. Thay bằng: {LINK}.", True),
        (f"{ENDS}; Thay đổi: thay thế; Hiệu lực từ: 01/02/2026; Thay bằng: 2.000999",
         "Thủ tục này đã được thay thế từ ngày 01/02/2026 theo Quyết định số 9/QĐ-BTP. Thay bằng: 2.000999.", True),
        (f"{ENDS}; Hiệu lực đến: 01/02/2026; Thời hạn: 9 ngày; Thay bằng: {OTHER}",
         f"Thủ tục này đã được thay thế từ ngày 02/02/2026. Thay bằng: {LINK}.", True),
        (f"{ENDS}; Thay bằng: {OTHER}",
         f"Chưa rõ bản nào đang áp dụng. Nguồn ghi thủ tục này được thay bằng thủ tục khác, không in từ ngày nào. Dưới đây là từng bản đúng như nguồn in. Thay bằng: {LINK}.", False),
        (f"{ENDS}; Thay đổi: thay thế; Hiệu lực từ: 01/02/2027; Thay bằng: {OTHER}",
         f"Từ ngày 01/02/2027 thủ tục này được thay bằng {LINK}, theo Quyết định số 9/QĐ-BTP.", False),
        (f"{ENDS}; Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2027",
         "Từ ngày 01/02/2027 thủ tục này bị bãi bỏ theo Quyết định số 9/QĐ-BTP.", False),
        (f"{ENDS}; Thời hạn: 9 ngày; Hiệu lực đến: 31/12/2026; Thay bằng: {OTHER}",
         f"Từ ngày 01/01/2027 thủ tục này được thay bằng {LINK}.", False),
        (f"{ENDS}; Thời hạn: 9 ngày; Hiệu lực từ: 01/02/2027",
         'Từ ngày 01/02/2027 áp dụng Quyết định số 9/QĐ-BTP: <a href="#ban-1">xem bản ấy</a>.', False),
        ("Thời hạn: 9 ngày; Hiệu lực từ: 01/02/2027",
         'Từ ngày 01/02/2027 áp dụng bản mới: <a href="#ban-1">xem bản ấy</a>.', False),
    ],
)  # fmt: skip
def test_what_ends_a_procedure_and_what_comes_next(site: Site, ending: str, said: str, is_struck: bool):
    found = both(site, f"{FIRST}; Thời hạn: 5 ngày", ending)

    assert said in found
    assert ("<s>Đăng ký khai sinh</s>" in found) == is_struck
    assert ("đang áp dụng</span>" in found) is False  # the version that holds answers, and stands in no history


def test_what_ended_before_something_new_comes_is_said_by_what_ended_it(site: Site):
    ended, comes = f"{ENDS}; Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026", "Quyết định: 7/QĐ; Hiệu lực từ: 01/02/2027"

    found = text(both(site, FIRST, ended, comes))

    assert "Thủ tục này đã bị bãi bỏ từ ngày 01/02/2026 theo Quyết định số 9/QĐ-BTP." in found
    assert "Từ ngày 01/02/2027 áp dụng Quyết định số 7/QĐ" in found


def test_nothing_is_said_to_come_where_sources_disagree(site: Site):
    found = text(both(site, FIRST, f"{ENDS}; Hiệu lực từ: 01/02/2027; Chưa rõ: Hai nguồn in hai ngày"))

    assert "Từ ngày 01/02/2027" not in found
    assert "Hiệu lực từ 01/02/2027" in found


def test_what_ends_in_one_province_stands_in_the_country(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày"))
    ended = f"Quyết định: 8/QĐ-UBND; Thay đổi: thay thế; Hiệu lực từ: 01/02/2026; Thay bằng: {OTHER}"
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", ended, head=""))

    found = rendered(site.root)
    whole, here = found[f"thu-tuc/{CODE}/index.md"], found[f"an-giang/thu-tuc/{CODE}/index.md"]

    assert '<h1 id="dau-trang">Đăng ký khai sinh</h1>' in whole
    assert "Quyết định số 8/QĐ-UBND đã được thay thế" in text(whole)
    assert "<s>Đăng ký khai sinh</s>" in here
    said = "Ở tỉnh An Giang, thủ tục này đã được thay thế từ ngày 01/02/2026 theo Quyết định số 8/QĐ-UBND."
    assert f"{said} Thay bằng: {OTHER}." in text(here)
    assert "Thời hạn không có thông tin 5 ngày" in text(here)
    assert "Quy định chung của cả nước" not in text(here)


def test_what_ends_in_the_country_is_said_beside_what_a_province_says(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST, f"{ENDS}; Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026"))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=""))

    here = text(page(site, f"an-giang/thu-tuc/{CODE}"))

    assert "Quy định chung của cả nước: Thủ tục này đã bị bãi bỏ từ ngày 01/02/2026" in here
    assert "Thời hạn 2 ngày không có thông tin" in here


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Cơ quan giải quyết: Trung tâm hành chính công", "Nơi nộp Trung tâm hành chính công"),
        ("Cách nộp: {trực tiếp: {Nơi nộp: Số 1 phố A}}", "Nơi nộp Số 1 phố A"),
        ("Cấp: cấp xã", "Nơi nộp Cấp xã giải quyết nguồn không ghi nơi nộp"),
        ("Thời hạn: 2 ngày", "Nơi nộp không có thông tin"),
    ],
)
def test_a_place_shows_its_own_deadline_and_office(site: Site, said: str, shown: str):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày; Cơ quan giải quyết: UBND cấp xã"))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure(said, head=""))

    here = text(page(site, f"an-giang/thu-tuc/{CODE}"))

    assert f"{shown} UBND cấp xã" in here


TWO = """Nguồn:
  - {Mã: moi, Tên: Bản ghi mới, Cơ quan: Bộ Tư pháp, Ngày: 18/07/2026}
  - {Mã: cu, Tên: Bản ghi cũ, Cơ quan: Sở Tư pháp, Ngày: 10/06/2025}
Phiên bản:
  - {Quyết định: 1/QĐ, Nguồn: [cu, moi], Thời hạn: 15 ngày}
  - {Quyết định: 2/QĐ, Nguồn: moi, Thời hạn: 10 ngày}
"""


def test_every_source_of_every_version_is_printed_with_its_day(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", HEAD + TWO)
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=""))

    found = rendered(site.root)
    whole, here = text(found[f"thu-tuc/{CODE}/index.md"]), text(found[f"an-giang/thu-tuc/{CODE}/index.md"])

    assert "Chép từ nguồn 1 ngày 18/07/2026." in whole
    assert "Chép từ nguồn 2 ngày 10/06/2025, nguồn 1 ngày 18/07/2026" in whole
    assert "nguồn 3 ngày 18/07/2026" in whole  # of the province
    assert "Bộ Tư pháp, 18/07/2026: «Bản ghi mới». Sở Tư pháp, 10/06/2025: «Bản ghi cũ». Bộ Tư pháp," in whole
    assert "Bộ Tư pháp, 18/07/2026: «Bản ghi». Bộ Tư pháp, 18/07/2026: «Bản ghi mới»." in here


def test_what_changed_is_said_beside_the_version_that_changed_it(site: Site):
    first = "Quyết định: 1/QĐ; Cấp: cấp tỉnh; Thời hạn: {Nhà ở: 15 ngày, Khác: 20 ngày}; Phí: 8.000 đồng"
    second = "Quyết định: 2/QĐ; Cấp: cấp xã; Thời hạn: {Nhà ở: 10 ngày, Khác: 20 ngày}; Phí: miễn phí"
    third = "Quyết định: 3/QĐ; Hiệu lực từ: 01/02/2027; Thời hạn: {Nhà ở: 7 ngày}"

    found = text(both(site, first, second, third))

    said = "cấp giải quyết từ cấp tỉnh thành cấp xã; thời hạn (Nhà ở) từ 15 ngày thành 10 ngày; phí, lệ phí từ 8.000 đồng thành miễn phí."
    answer, _, history = found.partition("Các bản khác")
    assert f"So với bản trước: {said}" in answer
    assert "So với bản trước: thời hạn (Nhà ở) từ 10 ngày thành 7 ngày." in history
    assert found.count("So với bản trước") == 2


def test_everyday_words_stand_right_below_the_name(site: Site):
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=""))
    site.write("data/thu-tuc/tu-thuong-goi.yml", f"giấy khai sinh: {CODE}\nlàm khai sinh: [{CODE}, {OTHER}]\n")

    found = both(site, FIRST)

    assert '</h1>\n\n<p class="goi-la" data-search-exclude>Từ thường gọi: giấy khai sinh, làm khai sinh.</p>' in found
    assert "Từ thường gọi: giấy khai sinh, làm khai sinh." in page(site, f"an-giang/thu-tuc/{CODE}")


def test_what_a_former_province_says_leads_to_the_province_of_today(site: Site):
    banner = (
        "Tỉnh Kiên Giang tồn tại đến hết ngày 30/06/2025. Từ ngày 01/07/2025, thủ tục ở địa bàn này do các cơ quan ở"
    )
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST))
    site.write(f"data/kien-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=""))
    site.write("data/kien-giang/thu-tuc/1.115737.yml", procedure(FIRST, head="Tên: Đất\nLĩnh vực: Đất đai\n"))
    entries = f"Công bố:\n  Cấp xã:\n    - {CODE}\n  Cấp huyện:\n    - {CODE}\n"
    site.write("data/kien-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    found = rendered(site.root)

    for path in ("thu-tuc", f"thu-tuc/{CODE}", "danh-muc/3500-qd-ubnd", ""):
        said = found[f"kien-giang/{path}/index.md".replace("//", "/")]
        assert f"{banner} <a" in said, path
        assert 'an-giang/">tỉnh An Giang</a> tiếp nhận.' in said, path
    assert banner in found["thu-tuc/1.115737/index.md"]
    assert "Thủ tục riêng của tỉnh Kiên Giang (cũ)" in text(found["thu-tuc/1.115737/index.md"])
    assert "Tỉnh Kiên Giang (cũ)" in text(found[f"thu-tuc/{CODE}/index.md"])
    listed = text(found["kien-giang/thu-tuc/index.md"])
    assert "Cấp xã đã tiếp nhận" in listed
    assert "Cấp huyện đã tiếp nhận" in listed  # on the last day of the province


def test_where_the_province_of_today_tells_of_procedures_the_former_one_leads_there(site: Site):
    site.write(f"data/kien-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=HEAD))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure("Thời hạn: 2 ngày", head=HEAD))

    assert '<a href="../../an-giang/thu-tuc/">tỉnh An Giang</a> tiếp nhận.' in page(site, "kien-giang/thu-tuc")
    assert '<a href="../an-giang/thu-tuc/">tỉnh An Giang</a> tiếp nhận.' in page(site, "kien-giang")


def test_no_province_of_today_is_said_to_have_district_offices(site: Site):
    entries = f"Công bố:\n  Cấp xã:\n    - {CODE}\n  Cấp huyện:\n    - {CODE}\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    found = text(page(site, "an-giang/thu-tuc"))

    assert "Cấp xã tiếp nhận" in found
    assert "Cấp huyện" not in found


def test_a_site_without_procedures_says_nothing_of_them_on_pages_of_former_provinces(site: Site):
    assert "thủ tục ở địa bàn này" not in body(page(site, "kien-giang"))
