"""What is doubted in procedures and lists, and what is not."""

import re
from dataclasses import replace

import pytest
from conftest import Site, edition
from hypothesis import given
from hypothesis import strategies as st

from bantin.model.procedures import CodeForm, code_of
from bantin.problems import Problem

SOURCE = "Nguồn:\n  - {{Tên: Bản ghi, Cơ quan: Bộ Tư pháp, Ngày: {}}}\n"
NEW = "Quyết định: 163/QĐ-BTP"
HEAD = "Tên: Đăng ký khai sinh\nLĩnh vực: Hộ tịch\n"


def procedure(*versions: str, read: str = "18/07/2026", head: str = HEAD) -> str:
    """A procedure's file; each version is lines apart by «; »."""
    lines = "".join("  - " + "\n    ".join(version.split("; ")) + "\n" for version in versions)
    return head + SOURCE.format(read) + "Phiên bản:\n" + lines


def found(site: Site) -> tuple[Problem, ...]:
    return edition(site.root).problems


def codes(site: Site) -> list[str]:
    return [problem.code for problem in found(site)]


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
        (["Ngày: 02/02/2026; Hiệu lực từ: 01/02/2026"], "18/07/2026", ["effective-before-issued"]),
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 31/01/2026"], "18/07/2026", []),  # one follows the other
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 30/01/2026"], "18/07/2026", ["versions-overlap"]),
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 02/02/2026"], "18/07/2026", ["versions-gap"]),
        (["Hiệu lực đến: 31/01/2029", "Hiệu lực từ: 01/01/2029"], "18/07/2026", ["versions-overlap"]),
        (["Hiệu lực đến: 31/01/2026", NEW, "Hiệu lực từ: 01/01/2026"], "18/07/2026", ["versions-overlap"]),
        (
            ["Hiệu lực đến: 31/12/2026", "Hiệu lực từ: 01/06/2026; Thay đổi: bãi bỏ"],
            "18/07/2026",
            [],
        ),  # ended before its time
        (
            ["Hiệu lực đến: 31/12/2026", "Hiệu lực từ: 01/06/2026; Thay bằng: 1.000656"],
            "18/07/2026",
            ["unknown-procedure"],
        ),
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/06/2026; Thay đổi: bãi bỏ"], "18/07/2026", []),
        (
            ["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/03/2026; Chưa rõ: 'Từ bao giờ?'"],
            "18/07/2026",
            ["version-open"],
        ),
        (["Hiệu lực từ: 01/02/2026", NEW, "Hiệu lực từ: 01/01/2026"], "18/07/2026", ["versions-out-of-order"]),
        (["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/01/2026"], "18/07/2026", ["versions-overlap"]),
        (
            ["Hiệu lực đến: 31/01/2026", "Hiệu lực từ: 01/01/2026; Chưa rõ: 'Bản nào đang áp dụng?'"],
            "18/07/2026",
            ["version-open"],
        ),  # that they overlap is the question
        (["Thay đổi: bãi bỏ; Thay bằng: 1.001193"], "18/07/2026", ["replaced-by-itself"]),
        (["Thay đổi: bãi bỏ; Thay bằng: 1.001193.H01"], "18/07/2026", ["replaced-by-itself"]),
        # tiers and offices
        (["Cấp: cấp huyện", "Cấp: cấp huyện; Thay đổi: bãi bỏ; Ngày: 15/07/2025"], "18/07/2026", []),
        (["Cơ quan giải quyết: Phòng Tư pháp; Thay đổi: bãi bỏ; Ngày: 15/07/2025"], "18/07/2026", []),
        (["Cấp: cấp huyện"], "18/07/2024", []),
        (["Cấp: cấp huyện", "Cấp: cấp xã"], "18/07/2026", []),  # the older version may be of any time
        (["Cấp: cấp huyện; Hiệu lực đến: 30/06/2025", "Cấp: cấp xã"], "18/07/2026", []),
        (["Cấp: cấp huyện; Ngày: 01/08/2025", "Cấp: cấp xã"], "18/07/2026", ["tier-not-then"]),
        (["Cơ quan giải quyết: Phòng Tư pháp"], "18/07/2024", []),
        (["Cơ quan giải quyết: [Sở Nội vụ, Phòng Nội vụ]"], "18/07/2026", ["office-not-then"]),
        (["Cơ quan giải quyết: Sở Tư pháp"], "18/07/2026", []),
        (["Cơ quan giải quyết: Phòng Quản lý đô thị - Sở Xây dựng"], "18/07/2026", []),
        (["Cơ quan giải quyết: PHÒNG TƯ PHÁP huyện Vĩnh Thuận"], "18/07/2026", ["office-not-then"]),
        (["Cơ quan giải quyết: [Phòng Tư pháp, Phòng Nội vụ]"], "18/07/2026", ["office-not-then"]),  # once
        (["Cơ quan giải quyết: 'Bộ phận Một cửa, UBND huyện'"], "18/07/2026", ["office-not-then"]),
        (
            ["Cơ quan giải quyết: Phòng Tư pháp; Thay đổi: thay thế; Thay bằng: 1.001193.H01; Ngày: 15/07/2025"],
            "18/07/2026",
            ["replaced-by-itself"],
        ),
        (["Cơ quan giải quyết: Phòng Tư pháp; Ngày: 30/06/2025", "Cấp: cấp xã"], "18/07/2026", []),
        (["Cơ quan giải quyết: Phòng Tư pháp; Ngày: 01/07/2025", "Cấp: cấp xã"], "18/07/2026", ["office-not-then"]),
        (["Cơ quan giải quyết: Phòng Kinh tế"], "18/07/2026", []),  # communes have one today
        (["Cơ quan giải quyết: Bảo hiểm xã hội cấp huyện"], "18/07/2026", ["office-not-then"]),
        (["Cấp: cấp huyện; Cơ quan giải quyết: Phòng Tư pháp"], "18/07/2026", ["tier-not-then"]),  # once
        # online levels
        (["Mức độ: mức độ 4; Ngày: 01/06/2021"], "18/07/2026", []),
        (["Mức độ: toàn trình; Ngày: 01/06/2021"], "18/07/2026", []),  # decided then, and so today
        (["Mức độ: toàn trình; Ngày: 01/06/2021"], "18/07/2022", ["online-level-not-then"]),
        (["Mức độ: toàn trình; Hiệu lực đến: 01/08/2022"], "18/07/2026", ["online-level-not-then"]),
        (["Mức độ: mức độ 4; Ngày: 01/06/2023"], "18/07/2026", ["online-level-not-then"]),
        (["Mức độ: mức độ 4"], "18/07/2026", []),  # nobody says of when it is
        (["Mức độ: chỉ cung cấp thông tin; Ngày: 01/06/2021"], "18/07/2026", []),
        # answers
        (["Phí: miễn phí"], "18/07/2026", []),
        (["Phí: theo Nghị quyết của HĐND tỉnh"], "18/07/2026", []),
        (["Phí: {Lệ phí: 0, Bản sao: 8.000 đồng}"], "18/07/2026", ["fee-zero"]),
        (["Thời hạn: trong ngày"], "18/07/2026", []),
        (["Thời hạn: 15/20"], "18/07/2026", ["deadline-without-unit"]),
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


def test_one_code_with_two_names_in_two_provinces(site: Site):
    for province, name in (("an-giang", "Đăng ký khai sinh"), ("hai-phong", "Cấp giấy phép lái xe")):
        site.write(f"data/{province}/thu-tuc/1.115737.yml", procedure(NEW, head=f"Tên: {name}\nLĩnh vực: Hộ tịch\n"))

    assert [(p.code, p.location.source) for p in found(site)] == [
        ("procedure-named-twice", "data/hai-phong/thu-tuc/1.115737.yml")
    ]


@pytest.mark.parametrize(("name", "differs"), [("Cấp giấy phép lái xe", True), ("Thủ tục đăng ký khai tử", False)])
def test_one_code_with_two_names_in_two_lists(site: Site, name: str, *, differs: bool):
    for province, printed in (("an-giang", "Đăng ký khai tử"), ("hai-phong", name)):
        entries = f"Công bố:\n  Cấp xã:\n    1.000656: {printed}\n"
        site.write(f"data/{province}/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert [(p.code, p.location.source) for p in found(site)] == [
        ("procedure-named-twice", "data/hai-phong/danh-muc/3500-qd-ubnd.yml")
    ] * differs


@pytest.mark.parametrize(
    ("versions", "doubted"),
    [
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026"], True),
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2027"], False),
        ([NEW, "Thay đổi: bãi bỏ"], False),  # nobody says since when
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026", NEW], False),  # it came back
        ([NEW], False),
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 30/08/2026"], True),  # from that very day
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026", "Hiệu lực từ: 01/01/2027; Thay đổi: ban hành mới"], True),
        (["Hiệu lực từ: 01/01/2020; Hiệu lực đến: 31/12/2026; Thay bằng: 1.000656"], False),
        (["Hiệu lực từ: 01/01/2020; Hiệu lực đến: 31/12/2025; Thay bằng: 1.000656"], True),
        ([NEW, "Hiệu lực từ: 01/02/2026; Thay đổi: thay thế"], True),
        ([NEW, "Hiệu lực từ: 01/02/2026; Thay bằng: 1.000656"], True),
        ([NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026; Chưa rõ: Có còn áp dụng không?"], False),
        ([NEW, "Hiệu lực từ: 01/02/2026; Thay đổi: thay thế; Thay bằng: 1.000656"], True),
        ([NEW, "Hiệu lực từ: 01/02/2027; Thay đổi: thay thế; Thay bằng: 1.000656"], False),
    ],
)
def test_what_ended_and_is_listed_still(site: Site, versions: list[str], doubted: bool):
    site.write("data/thu-tuc/1.001193.yml", procedure(*versions))
    entries = "Công bố:\n  Cấp xã: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert ("listed-after-its-end" in codes(site)) is doubted


def test_a_list_of_no_day_may_be_older_than_its_source(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026"))
    text = LIST.replace("Ngày: 30/08/2026\n", "", 1) + "Công bố:\n  Cấp xã: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", text)

    assert codes(site) == []


def test_a_provinces_own_procedure_that_ended_and_is_listed_still(site: Site):
    ended = procedure(NEW, "Thay đổi: bãi bỏ; Hiệu lực từ: 01/02/2026")
    site.write("data/an-giang/thu-tuc/1.115737.yml", ended)
    for province in ("an-giang", "hai-phong"):  # what one province ended, another may still have
        site.write(f"data/{province}/danh-muc/3500-qd-ubnd.yml", LIST + "Công bố:\n  Cấp xã: [1.115737]\n")

    told = [(problem.location.source, problem.message) for problem in found(site)]

    assert told == [
        (
            "data/an-giang/danh-muc/3500-qd-ubnd.yml",
            "Thủ tục 1.115737 đã bị bãi bỏ từ ngày 01/02/2026, mà danh mục của ngày 30/08/2026 vẫn nêu thủ tục ấy.",
        )
    ]


@pytest.mark.parametrize(("since", "doubted"), [("29/08/2026", True), ("30/08/2026", False), ("01/01/2027", False)])
def test_a_list_that_holds_before_it_was_signed(site: Site, since: str, *, doubted: bool):
    text = f"Hiệu lực từ: {since}\n{LIST}Công bố:\n  Cấp xã: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", text)

    assert codes(site) == ["effective-before-issued"] * doubted


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
        ("data/thu-tuc/1.001193.txt", "wrong-suffix", "«1.001193.yml»"),
        ("data/thu-tuc/khai-sinh.yml", "procedure-code-unreadable", "Mã viết như 1.001193"),
        ("data/an-giang/danh-muc/Số 1.yml", "page-name", "so-1.yml"),
    ],
)
def test_a_file_with_a_wrong_name_is_told_how_it_should_be_called(site: Site, path: str, code: str, words: str):
    site.write(path, procedure(NEW))

    (problem,) = found(site)

    assert problem.code == code
    assert words in problem.sentences


@pytest.mark.parametrize(
    ("day", "change", "doubted"),
    [
        ("30/08/2026", "Công bố", True),
        ("30/08/2026", "Bãi bỏ", False),  # what a district handled until then
        ("30/06/2025", "Công bố", False),
    ],
)
def test_a_list_of_what_districts_handle_when_there_are_none(site: Site, day: str, change: str, *, doubted: bool):
    text = LIST.replace("30/08/2026", day) + f"{change}:\n  Cấp huyện: [1.001193]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", text)

    assert codes(site) == ["tier-not-then"] * doubted


@pytest.mark.parametrize(
    ("count", "differs"),
    [("1", False), ("2", False), ("3", False), ("4", True)],  # one stays; two codes; two that stay; three entries
)
def test_a_list_may_count_in_several_ways(site: Site, count: str, *, differs: bool):
    entries = "Công bố:\n  Cấp xã: [1.001193]\n  Cấp tỉnh: [1.001193]\nBãi bỏ:\n  Cấp xã: [1.000656]\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", f"Số thủ tục: {count}\nTrọn danh mục: có\n{LIST}{entries}")

    assert codes(site) == ["list-count-differs"] * differs


def test_a_list_may_call_a_procedure_as_its_provinces_file_does(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    site.write("data/an-giang/thu-tuc/1.001193.yml", procedure(NEW, head=HEAD.replace("Đăng ký khai", "Cho trẻ mới")))
    entries = "Công bố:\n  Cấp xã:\n    1.001193: Cho trẻ mới\n"
    site.write("data/an-giang/danh-muc/3500-qd-ubnd.yml", LIST + entries)

    assert [p.location.source for p in found(site) if p.code == "procedure-named-twice"] == [
        "data/an-giang/thu-tuc/1.001193.yml"
    ]


MISPLACED = {
    "data/hai-phong/1.001193.yml": "data/hai-phong/thu-tuc/",
    "data/hai-phong/xa-vinh-bao/thu-tuc/1.001193.yml": "data/hai-phong/thu-tuc/",
    "data/hai-phong/danh-muc/1.001193.yml": "data/hai-phong/thu-tuc/",
    "data/1.001193.yml": "data/thu-tuc/",
    "data/thu-tuc/ho-tich/1.001193.yml": "data/thu-tuc/",
    "data/danh-muc/1.001193.yml": "data/thu-tuc/",
    "data/danh-muc/2228-qd-ubnd.yml": "data/<tỉnh>/danh-muc/",
    "data/thu-tuc/2228-qd-ubnd.yml": "data/<tỉnh>/danh-muc/",
    "data/hai-phong/2228-qd-ubnd.yml": "data/hai-phong/danh-muc/",
    "data/hai-phong/thu-tuc/44-2026-qd-ubnd.yml": "data/hai-phong/danh-muc/",
    "data/hai-phong/xa-vinh-bao/danh-muc/2228-qd-ubnd.yml": "data/hai-phong/danh-muc/",
    "data/hai-phong/su-kien.yml": "data/thu-tuc/",
    "data/tu-thuong-goi.yml": "data/thu-tuc/",
}
"""Files whose names say what they are, and where they belong."""
COMMON = ", hoặc data/thu-tuc/ nếu là thủ tục chung"


def test_a_file_in_a_wrong_folder_is_told_the_right_one(site: Site):
    for path in MISPLACED:
        site.write(path, procedure(NEW))

    told = {problem.location.source: problem for problem in found(site)}

    assert {path: problem.help for path, problem in told.items()} == {
        path: f"Chuyển tệp vào thư mục {folder}{COMMON if folder.endswith('g/thu-tuc/') else ''}."
        for path, folder in MISPLACED.items()
    }
    assert {problem.code for problem in told.values()} == {"procedure-misplaced"}


def test_a_copy_of_a_file_is_told_its_name(site: Site):
    site.write("data/thu-tuc/1.001193.yml", procedure(NEW))
    for copy in ("1.001193 (1)", "1.001193 - Copy", "1.001193_2"):
        site.write(f"data/thu-tuc/{copy}.yml", procedure(NEW))

    told = [(problem.code, "«1.001193.yml»" in problem.help) for problem in found(site)]

    assert told == [("procedure-code-unreadable", True)] * 3


def test_two_files_of_one_code(site: Site):
    for name in ("1.001193", "1.001193.H01", "1.001193.000.00.00.H01"):
        site.write(f"data/an-giang/thu-tuc/{name}.yml", procedure(NEW))

    assert codes(site) == ["procedure-twice"] * 2


@given(st.from_regex(r"[1-9]\.[0-9]{6}", fullmatch=True), st.sampled_from(["", ".H01", ".000.00.00.H42", ".h21"]))
def test_a_code_keeps_what_names_it_whatever_province_adds_its_number(core: str, suffix: str):
    code = code_of(f" {core}{suffix} ")

    assert code
    assert (code.text, code.core, code.province) == (core + suffix, core, suffix[-3:].upper())
    assert code_of(code.core) == replace(code, text=core, form=CodeForm.NATIONAL, province="")


@given(st.text(max_size=12))
def test_whatever_is_taken_for_a_code_is_a_name_that_files_and_addresses_may_bear(text: str):
    code = code_of(text)

    assert code is None or re.fullmatch(r"[0-9a-z][0-9a-z.-]+", code.address)
    assert code is None or code.text == text.strip()
