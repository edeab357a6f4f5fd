"""Lists of procedures: what is known of how much they hold, what places lead to, and what is too much for one page."""

import csv
import io
import json
import re

import pytest
from conftest import Site, edition
from test_procedure_pages import CODE, FIRST, HEAD, LIST, page, pages, procedure, text

import bantin.site as bantin_site
from bantin.folders import Folders
from bantin.model.procedures import Change, VersionSketch
from bantin.model.procedures.sketches import differ
from bantin.pages.procedures.parts import MANY
from bantin.pages.spreadsheets import guarded

ENTRIES = f"Công bố:\n  Cấp xã:\n    - {CODE}\n    - 1.004873\n  Cấp tỉnh:\n    - {CODE}\nBãi bỏ:\n  Cấp xã:\n    - 2.000635\n"
PATH = "data/an-giang/danh-muc/3500-qd-ubnd.yml"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("", "Đã nhập 3 thủ tục. Chưa rõ quyết định có bao nhiêu thủ tục."),
        ("Số thủ tục: 12", "Đã nhập 3 trong 12 thủ tục của quyết định."),
        ("Số thủ tục: 3", "Đã nhập 3 trong 3 thủ tục của quyết định."),
        ("Số thủ tục: 4", "Đã nhập 4 trong 4 thủ tục của quyết định."),  # one of two tiers counts twice
        ("Số thủ tục: 2", "Đã nhập 2 trong 2 thủ tục của quyết định."),  # what it ends does not count
        ("Số thủ tục: 1", "Đã nhập 3 thủ tục; quyết định nói có 1."),
        ("Số thủ tục: 3\nTrọn danh mục: có", "Đã nhập 3 trong 3 thủ tục của quyết định."),
        ("Trọn danh mục: có", ""),
    ],
)
def test_how_much_of_a_list_was_entered(site: Site, known: str, said: str):
    site.write(PATH, LIST + f"{known}\n" + ENTRIES)

    found = text(page(site, "an-giang/danh-muc/3500-qd-ubnd"))

    assert "một phần" not in found
    assert said in found
    listed = text(page(site, "an-giang/thu-tuc"))
    assert not said or f"{said.partition('.')[0]}; từ ngày 01/03/2023" in listed
    assert ("Đã nhập" in found) == bool(said)


def test_what_a_list_replaces_is_said_to_be_handled_by_nobody(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST))
    site.write(PATH, LIST + f"Công bố:\n  Cấp xã:\n    - 1.004873\nThay thế:\n  Cấp xã:\n    - {CODE}\n")
    site.write("content/an-giang/xa-vinh-binh/2026-11-20-bai.md", ARTICLE)

    listed = text(page(site, "an-giang/thu-tuc"))

    assert "Chưa rõ lĩnh vực: 1 thủ tục" in listed
    assert "Hộ tịch" not in listed
    assert "cấp xã tiếp nhận 1 thủ tục. Chưa rõ như vậy đã đủ chưa" in text(page(site, "an-giang/xa-vinh-binh"))
    assert "Thay thế: cấp xã" in text(page(site, "an-giang/danh-muc/3500-qd-ubnd"))


ARTICLE = "---\nTiêu đề: Một bài\nNgày: 20/11/2026\nTác giả: Minh\nTóm tắt: Một bài về xã.\nNguồn: [{Tên: Báo cáo, Cơ quan: Xã}]\n---\nMột bài.\n"


@pytest.mark.parametrize(
    ("here", "differs"),
    [
        ("Thời hạn: 2 ngày", True),
        ("Thời hạn: 05 ngày", False),
        ("Thời hạn: trong ngày", False),  # whether it differs, nobody can say
        ("Thời hạn: 5 ngày; Phí: 9.000 đồng", True),
        ("Thời hạn: 2 ngày; Hiệu lực từ: 01/01/2027", False),  # not yet
        ("Thời hạn: 2 ngày; Chưa rõ: Hai nguồn in khác nhau", False),
        ("Cơ quan giải quyết: UBND", False),
    ],
)
def test_a_commune_leads_to_what_its_province_rules_otherwise(site: Site, here: str, differs: bool):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày; Phí: 8.000 đồng"))
    site.write(f"data/an-giang/thu-tuc/{CODE}.yml", procedure(here, head=""))
    site.write("content/an-giang/xa-vinh-binh/2026-11-20-bai.md", ARTICLE)

    for path, up in (("an-giang/xa-vinh-binh", "../../"), ("an-giang", "../")):
        said = (
            "<p>Ở tỉnh An Giang, thời hạn hoặc phí khác quy định chung của cả nước: "
            f'<a href="{up}an-giang/thu-tuc/{CODE}/">Đăng ký khai sinh</a>.</p>'
        )
        assert (said in page(site, path)) == differs


@pytest.mark.parametrize(
    ("whole", "here", "differs"),
    [
        ("trực tiếp 22, trực tuyến 12", "12", True),  # handed in at a counter, it takes less
        ("trực tiếp 12, trực tuyến 12", "12", False),
        ("12", "trực tuyến 10", True),
        ("12", "trực tuyến 12", False),
        ("trực tiếp 22", "trực tuyến 12", False),  # of nothing do both speak
        ("22, trực tuyến 12", "trực tuyến 12", False),
        ("22, trực tuyến 12", "12", True),
    ],
)
def test_what_holds_in_all_channels_holds_in_each(whole: str, here: str, differs: bool):
    one, other = (sketched(said) for said in (whole, here))

    assert differ(one, other) is differ(other, one) is differs


def sketched(said: str) -> VersionSketch:
    """A version that states some deadlines, by channel."""
    deadlines = (one.rpartition(" ") for one in said.split(", "))
    return VersionSketch(None, None, Change.PUBLISHED, "", stated=tuple(("D", c, d) for c, _, d in deadlines))


def test_procedures_by_tier(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(f"{FIRST}; Cấp: [cấp xã, cấp tỉnh]"))
    site.write("data/thu-tuc/1.004873.yml", procedure(f"{FIRST}; Cấp: cấp huyện", head=HEAD.replace("sinh", "tử")))
    site.write("data/thu-tuc/2.000635.yml", procedure(FIRST, head=HEAD.replace("sinh", "khác")))

    whole = text(page(site, "thu-tuc")).replace("</a> ", "")

    assert "Cấp xã (1) Cấp huyện (1) Cấp tỉnh (1)" in whole
    assert "1 thủ tục" in text(page(site, "thu-tuc/cap-xa"))
    assert "Đăng ký khai sinh" in page(site, "thu-tuc/cap-tinh")
    assert "Sau ngày 30/06/2025 không còn cấp này." in text(page(site, "thu-tuc/cap-huyen"))
    assert "không còn cấp này" not in text(page(site, "thu-tuc/cap-xa"))
    assert not {"thu-tuc/cap-bo", "thu-tuc/co-quan-khac"} & {plan.path for plan in edition(site.root).plans}


def many(site: Site, count: int) -> None:
    """A list of as many codes for communes, some of them in another list too, of a field; and one for the province."""
    codes = [f"1.{200000 + n}" for n in range(count)]
    lines = "".join(f"    {code}: Thủ tục thứ {n} của danh mục\n" for n, code in enumerate(codes))
    site.write(PATH, LIST + f"Công bố:\n  Cấp xã:\n{lines}  Cấp tỉnh:\n    - {CODE}\n")
    some = "".join(f"    - {code}\n" for code in codes[:100])
    later = LIST.replace("3500", "9").replace("2023", "2024") + f"Lĩnh vực: Đất đai\nCông bố:\n  Cấp xã:\n{some}"
    site.write(PATH.replace("3500", "9"), later)
    site.write("content/an-giang/xa-vinh-binh/2026-11-20-bai.md", ARTICLE)


def test_up_to_a_number_a_province_lists_all_on_one_page(site: Site):
    many(site, MANY - 1)
    listed, commune = pages(site, "an-giang/thu-tuc", "an-giang/xa-vinh-binh")

    assert listed.count('<td data-ten="Mã">') == MANY
    assert 'href="../../an-giang/thu-tuc/#cap-xa-dat-dai"' in commune
    assert not [plan.path for plan in edition(site.root).plans if "an-giang/thu-tuc/linh-vuc" in plan.path]


def test_above_it_a_province_leads_to_its_fields_a_page_or_several_for_each(site: Site):
    many(site, 1500)
    fields = "an-giang/thu-tuc/linh-vuc"
    open_ended = f"{fields}/chua-ro-linh-vuc"
    parts = [open_ended, *(f"{open_ended}/trang-{n}" for n in range(2, 6))]
    listed, land, commune, *apart = pages(
        site, "an-giang/thu-tuc", f"{fields}/dat-dai", "an-giang/xa-vinh-binh", *parts
    )

    assert [plan.path for plan in edition(site.root).plans if plan.kind == "province_field"] == [
        *parts,
        f"{fields}/dat-dai",
    ]
    assert '<a href="../../an-giang/thu-tuc/linh-vuc/dat-dai/">Đất đai</a> (100)' in listed
    assert '<a href="../../an-giang/thu-tuc/linh-vuc/chua-ro-linh-vuc/">Chưa rõ lĩnh vực</a> (1.400)' in listed
    assert f'href="../../{fields}/dat-dai/"' in commune
    assert land.count('<td data-ten="Mã">') == 100
    codes = [code for one in (land, *apart) for code in re.findall(r'<td data-ten="Mã">([^<]+)', one)]
    assert len(codes) == len({*codes} - {CODE}) + 1 == 1501
    assert "<b>phần 2</b>" in apart[1]
    assert '<h1 id="dau-trang">Thủ tục chưa rõ lĩnh vực ở tỉnh An Giang</h1>' in apart[1]
    assert '<h1 id="dau-trang">Thủ tục lĩnh vực Đất đai ở tỉnh An Giang</h1>' in land
    assert "Cấp tỉnh" in apart[-1]
    assert max(len(one.encode()) for one in (listed, land, *apart)) < 100_000


def test_a_long_list_stands_on_several_pages(site: Site):
    many(site, 1500)
    path = PATH.removeprefix("data/").removesuffix(".yml")
    parts = [path, *(f"{path}/trang-{n}" for n in range(2, 7))]
    made = pages(site, *parts)

    assert [plan.path for plan in edition(site.root).plans if plan.path.startswith(path)] == parts
    codes = [code for one in made for code in re.findall(r'<td data-ten="Mã">([^<]+)', one)]
    assert len(codes) == len({*codes}) == 1501
    assert all("Đã nhập 1.501 thủ tục." in text(one) for one in made)
    assert f'<b>phần 1</b>, <a href="../../../{path}/trang-2/">phần 2</a>' in made[0]
    assert "title: Danh mục theo Quyết định số 3500/QĐ-UBND, phần 2" in made[1]
    assert "phần 2" not in text(page(site, path.replace("3500", "9")))
    assert max(len(one.encode()) for one in made) < 100_000


def test_of_many_rules_of_a_province_its_places_name_a_few(site: Site):
    for n in range(10):
        head = HEAD.replace("Đăng ký khai sinh", f"Việc số {n}")
        site.write(f"data/thu-tuc/1.20000{n}.yml", procedure(f"{FIRST}; Thời hạn: 5 ngày", head=head))
        site.write(f"data/an-giang/thu-tuc/1.20000{n}.yml", procedure("Thời hạn: 2 ngày", head=""))
    site.write("content/an-giang/xa-vinh-binh/2026-11-20-bai.md", ARTICLE)

    found = page(site, "an-giang/xa-vinh-binh")

    assert found.count(">Việc số ") == 8
    assert '; và 2 thủ tục khác: <a href="../../an-giang/thu-tuc/#rieng">xem tất cả</a>.</p>' in found


def test_many_procedures_are_led_to_by_field_and_tier_and_listed_there(site: Site):
    for n in range(401):
        field = "Đất đai" if n % 8 else "Hộ tịch"
        head = f"Tên: Việc thứ {n}\nLĩnh vực: {field}\n"
        site.write(
            f"data/thu-tuc/1.{200000 + n}.yml",
            procedure(f"{FIRST}; Cấp: {'cấp xã' if n else '[cấp xã, cấp tỉnh]'}", head=head),
        )
    whole, commune, province, field = pages(
        site, "thu-tuc", "thu-tuc/cap-xa", "thu-tuc/cap-tinh", "thu-tuc/linh-vuc/dat-dai"
    )

    assert "Việc thứ" not in whole + commune
    assert "Tất cả thủ tục" not in whole
    assert "401 thủ tục đã đọc được" in whole
    for page_of_many in (whole, commune):
        assert (
            '<a href="../thu-tuc/linh-vuc/dat-dai/">Đất đai</a> (350)'.replace(
                "../", "../" * (1 + (page_of_many is commune))
            )
            in page_of_many
        )
    assert "Việc thứ 0" in province
    assert field.count("Việc thứ") == 350
    (site.root / "data/thu-tuc/1.200400.yml").unlink()
    whole, commune = pages(site, "thu-tuc", "thu-tuc/cap-xa")
    assert whole.count("Việc thứ") == commune.count("Việc thứ") == 400


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_table_is_a_formula(first: str):
    assert guarded(f"{first}1+1").startswith("'")


def test_other_cells_stay_as_they_are(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST, head="Tên: '=HYPERLINK(\"x\")'\nLĩnh vực: -Đất\n"))
    files = {file.path: str(file.content()) for file in bantin_site.files_of(edition(site.root), Folders.of(site.root))}
    (row,) = csv.DictReader(io.StringIO(files["thu-tuc/thu-tuc.csv"].removeprefix("\ufeff")))

    assert (row["ma"], row["ten"], row["linh_vuc"]) == (CODE, '\'=HYPERLINK("x")', "'-Đất")
    assert '"ten": "=HYPERLINK' in files["thu-tuc/thu-tuc.json"]
    assert guarded("1-2") == "1-2"


def test_machines_are_told_what_people_call_a_procedure(site: Site):
    site.write(f"data/thu-tuc/{CODE}.yml", procedure(FIRST, head=f"{HEAD}Tên khác: Khai sinh thường\n"))
    site.write("data/thu-tuc/tu-thuong-goi.yml", f"giấy khai sinh: {CODE}\n")
    (made_page,) = (found for found in edition(site.root).pages if found.path == f"thu-tuc/{CODE}")

    assert json.loads(made_page.linked_data)["alternateName"] == ["Khai sinh thường", "giấy khai sinh"]
