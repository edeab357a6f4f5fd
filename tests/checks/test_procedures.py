"""What is doubted in procedures and lists, and what is not."""

import pytest
from conftest import Site, edition

from bantin.problems import Problem

SOURCE = "Nguồn:\n  - {{Tên: Bản ghi, Cơ quan: Bộ Tư pháp, Ngày: {}}}\n"
HEAD = "Tên: Đăng ký khai sinh\nLĩnh vực: Hộ tịch\n"


def procedure(*versions: str, read: str = "18/07/2026", head: str = HEAD) -> str:
    """A procedure's file; each version is lines apart by «; »."""
    lines = "".join("  - " + "\n    ".join(version.split("; ")) + "\n" for version in versions)
    return head + SOURCE.format(read) + "Phiên bản:\n" + lines


def found(site: Site) -> tuple[Problem, ...]:
    return edition(site.root).problems


def codes(site: Site) -> list[str]:
    return [problem.code for problem in found(site)]


NEW = "Quyết định: 163/QĐ-BTP"


@pytest.mark.parametrize(
    ("versions", "read", "expected"),
    [
        # days
        (["Hiệu lực từ: 01/01/2026; Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/02/2026"], "18/07/2026", []),
        (["Hiệu lực đến: 31/01/2026", NEW], "18/07/2026", []),  # nobody says when the second begins
        (["Hiệu lực từ: 01/01/2026", "Hiệu lực từ: 01/02/2026"], "18/07/2026", []),
        (
            ["Hiệu lực đến: 31/01/2026; Thay đổi: bãi bỏ", "Hiệu lực từ: 01/03/2026"],
            "18/07/2026",
            [],
        ),  # it was ended, and came back
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/03/2026; Thay đổi: ban hành mới"], "18/07/2026", []),
        (["Ngày: 01/02/2026; Hiệu lực từ: 01/02/2026"], "18/07/2026", []),  # from the day it was signed
        # tiers and offices
        (["Cấp: cấp huyện"], "18/07/2024", []),
        (["Cấp: cấp huyện", "Cấp: cấp xã"], "18/07/2026", []),  # the older version may be of any time
        (["Cấp: cấp huyện; Hiệu lực đến: 30/06/2025", "Cấp: cấp xã"], "18/07/2026", []),
        (["Cấp: cấp huyện; Ngày: 01/08/2025", "Cấp: cấp xã"], "18/07/2026", ["tier-not-then"]),
        (["Cơ quan giải quyết: Phòng Tư pháp"], "18/07/2024", []),
        (["Cơ quan giải quyết: [Sở Nội vụ, Phòng Nội vụ]"], "18/07/2026", ["office-not-then"]),
        (["Cơ quan giải quyết: Sở Tư pháp"], "18/07/2026", []),
        (["Cơ quan giải quyết: Phòng Kinh tế"], "18/07/2026", []),  # communes have one today
        (["Cơ quan giải quyết: Bảo hiểm xã hội cấp huyện"], "18/07/2026", ["office-not-then"]),
        (["Cấp: cấp huyện; Cơ quan giải quyết: Phòng Tư pháp"], "18/07/2026", ["tier-not-then"]),  # once
        # online levels
        (["Mức độ: mức độ 4; Ngày: 01/06/2021"], "18/07/2026", []),
        (["Mức độ: toàn trình; Ngày: 01/06/2021"], "18/07/2026", ["online-level-not-then"]),
        (["Mức độ: mức độ 4"], "18/07/2026", []),  # nobody says of when it is
        (["Mức độ: chỉ cung cấp thông tin; Ngày: 01/06/2021"], "18/07/2026", []),
        # answers
        (["Phí: miễn phí"], "18/07/2026", []),
        (["Phí: theo Nghị quyết của HĐND tỉnh"], "18/07/2026", []),
        (["Phí: {Lệ phí: 0, Bản sao: 8.000 đồng}"], "18/07/2026", ["fee-zero"]),
        (["Thời hạn: trong ngày"], "18/07/2026", []),
        (["Cách nộp: {trực tiếp: {Thời hạn: 1 OTHER}}"], "18/07/2026", ["deadline-without-unit"]),
        (["Chưa rõ: 'Bản nào đang áp dụng?'"], "18/07/2026", ["version-open"]),
        (["Thay đổi: bãi bỏ"], "18/07/2026", []),  # nothing need come in its place
        # reasons
        (["Phí: 0 đồng; Chấp nhận: Nguồn in như vậy."], "18/07/2026", ["fee-zero"]),
        (["Chấp nhận: Nguồn in như vậy."], "18/07/2026", ["acceptance-unneeded"]),
    ],
)
def test_what_is_doubted_in_one_procedure(site: Site, versions: list[str], read: str, expected: list[str]):
    site.write("data/thu-tuc/1.001193.yml", procedure(*versions, read=read))

    assert codes(site) == expected


def test_an_accepted_doubt_carries_its_reason(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW, "Phí: 0 đồng; Chấp nhận: Nguồn in như vậy."))

    (problem,) = found(site)

    assert problem.accepted == "Nguồn in như vậy."


LIST = "Quyết định: 3500/QĐ-UBND\nNgày: 30/08/2026\n" + SOURCE.format("30/08/2026")


@pytest.mark.parametrize(
    ("printed", "differs"),
    [
        ("Thủ tục đăng ký khai sinh", False),
        ("ĐĂNG KÝ KHAI SINH", False),
        ("Đăng ký khai sinh cho trẻ em dưới 6 tuổi", False),
        ("Đăng ký khai…", False),
        ("Khai sinh", False),
        ("Chứng thực bản sao từ bản chính giấy tờ", True),
        ("Cấp giấy phép lái xe", True),
    ],
)
def test_one_code_with_two_names(site: Site, printed: str, differs: bool):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    entries = f"Công bố:\n  Cấp xã:\n    1.001193: {printed}\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert codes(site) == ["procedure-named-twice"] * differs


@pytest.mark.parametrize(
    ("versions", "doubted"),
    [
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026"], True),
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2027"], False),
        ([NEW, "Thay đổi: bãi bỏ"], False),  # nobody says since when
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026", NEW], False),  # it came back
        ([NEW], False),
    ],
)
def test_what_ended_and_is_listed_still(site: Site, versions: list[str], doubted: bool):
    site.write("data/thu-tuc/1.001193.yml", procedure(*versions))
    entries = "Công bố:\n  Cấp xã: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert ("listed-after-its-end" in codes(site)) is doubted


def test_a_list_of_many_unknown_codes_is_one_word(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    many = ", ".join(f"1.00{n:04}" for n in range(2000, 2040))
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + f"Công bố:\n  Cấp xã: [{many}]\n")

    (problem,) = found(site)

    assert problem.message == "40 mã trong danh mục chưa có tệp thủ tục: 1.002000, 1.002001, 1.002002, …."


def test_nothing_is_missed_where_a_site_has_lists_alone(site: Site):
    entries = "Công bố:\n  Cấp xã: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert codes(site) == []


def test_a_provinces_file_may_leave_the_name_to_the_national_record(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    site.write("data/an-giang/thu-tuc/1.001193.yml", procedure(NEW, head=""))

    assert codes(site) == []


@pytest.mark.parametrize("name", ["su-kien.yml", "tu-thuong-goi.yml"])
def test_everyday_words_lead_to_procedures_that_there_are(site: Site, name: str):
    entry = "Sinh con:\n  Thủ tục: [1.001193, 1.004873]\n" if name == "su-kien.yml" else "giấy khai sinh: 1.004873\n"
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    site.write(f"data/thu-tuc/{name}", entry)

    assert codes(site) == ["unknown-procedure"]


def test_a_file_in_the_folder_of_no_province_is_no_procedure(site: Site):
    site.write("data/tinh-nao/thu-tuc/1.001193.yml", procedure(NEW))

    assert codes(site) == ["unknown-place"]


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("data/an-giang/1.001193.yml", "unknown-period", "data/an-giang/thu-tuc/"),
        ("data/an-giang/xa-vinh-thuan/1.001193.yml", "unknown-period", "data/an-giang/thu-tuc/"),
        ("data/danh-muc/3500-qd-ubnd.yml", "unknown-catalogue", "data/<tỉnh>/danh-muc/"),
        ("data/thu-tuc/1.001193.txt", "wrong-suffix", "«1.001193.yml»"),
        ("data/thu-tuc/khai-sinh.yml", "procedure-code-unreadable", "Mã viết như 1.001193"),
        ("data/an-giang/danh-muc/Số 1.yml", "page-name", "so-1.yml"),
        ("data/an-giang/xa-vinh-thuan/thu-tuc/1.001193.yml", "unknown-period", "data/an-giang/thu-tuc/"),
    ],
)
def test_a_file_at_the_wrong_place_is_told_its_right_one(site: Site, path: str, code: str, words: str):
    site.write(path, procedure(NEW))

    (problem,) = found(site)

    assert problem.code == code
    assert words in problem.sentences
