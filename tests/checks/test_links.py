"""What links and pictures in texts of editors mean, and which lead nowhere."""

import pytest
from conftest import Site
from making import jpg, png

from bantin.model.links import Aim, AimKind, aim_of
from bantin.problems import Location
from bantin.reading.articles import links_of

ARTICLE = "content/kien-giang/huyen-vinh-thuan/2026-11-22-bai.md"
PLACE = "kien-giang/huyen-vinh-thuan"
HEAD = (
    "---\nTiêu đề: Bài mẫu\nTóm tắt: Lời.\nNgày: 21/11/2026\nTác giả: Ban biên tập\n"
    "Nguồn:\n  - Tên: Báo cáo mẫu số 1\n    Cơ quan: Huyện Mẫu\n---\n"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.mark.parametrize(
    ("target", "aim"),
    [
        ("2023-6-thang.md", Aim(AimKind.PAGE, f"{PLACE}/2023-6-thang")),
        ("2023-6-thang/", Aim(AimKind.PAGE, f"{PLACE}/2023-6-thang")),
        ("2023-6-thang.md#cap-huyen", Aim(AimKind.PAGE, f"{PLACE}/2023-6-thang", "cap-huyen")),
        ("2026-11-20-bai-khac.md", Aim(AimKind.PAGE, f"{PLACE}/bai-khac")),
        ("../2022.md", Aim(AimKind.PAGE, "kien-giang/2022")),
        ("../../gioi-thieu.md#%C4%91%E1%BA%A7u", Aim(AimKind.PAGE, "gioi-thieu", "đầu")),
        ("/tra-cuu/", Aim(AimKind.PAGE, "tra-cuu")),
        ("/", Aim(AimKind.PAGE, "")),
        ("../../index.md", Aim(AimKind.PAGE, "")),
        ("../index.md", Aim(AimKind.PAGE, "kien-giang")),
        ("#muc-mot", Aim(AimKind.PAGE, f"{PLACE}/bai", "muc-mot")),
        ("./anh.jpg", Aim(AimKind.FILE, f"{PLACE}/anh.jpg")),
        ("../quyet-dinh.pdf", Aim(AimKind.FILE, "kien-giang/quyet-dinh.pdf")),
        ("https://chinhphu.vn/x?y=1", Aim(AimKind.ELSEWHERE)),
        ("MAILTO:a@b.vn", Aim(AimKind.ELSEWHERE)),
        ("tel:+8421", Aim(AimKind.ELSEWHERE)),
        ("C:\\Users\\Lan\\anh.jpg", Aim(AimKind.NOWHERE)),
        ("C:/Users/Lan/anh.jpg", Aim(AimKind.NOWHERE)),
        ("file:///tmp/anh.jpg", Aim(AimKind.NOWHERE)),
        ("javascript:alert(1)", Aim(AimKind.NOWHERE)),
        ("//ngoai.example/a.png", Aim(AimKind.NOWHERE)),
        ("http://[", Aim(AimKind.NOWHERE)),
        ("../../../../ngoai.md", Aim(AimKind.NOWHERE)),
    ],
)
def test_a_link_is_read_as_its_file_reads_it(target: str, aim: Aim):
    assert aim_of(ARTICLE, target) == aim


def test_links_and_pictures_are_found_where_they_stand():
    text = "Một [a](x.md).\n\n![ảnh](y.jpg) <a href='x.md'>lại</a> `[c](z.md)`\n\n[d][1]\n\n[1]: w.md\n"
    found = list(links_of(ARTICLE, text, at=Location(ARTICLE, 10)))

    assert [(link.target, link.is_picture, link.at.line, link.at.column) for link in found] == [
        ("x.md", False, 10, 9),
        ("y.jpg", True, 12, 8),
        ("x.md", False, 12, 24),
        ("w.md", False, 16, 6),
    ]


def report(site: Site, body: str, **files: bytes) -> list[str]:
    for name, content in files.items():
        site.write(f"content/{PLACE}/{name.replace('_', '.')}", content)
    site.write(f"content/{PLACE}/2026-11-21-bai.md", HEAD + body)
    return [line.split("] ", 1)[1].rstrip() if "] " in line else line for line in site.problems()]


def test_links_that_lead_somewhere_are_no_problem(site: Site):
    body = "[a](2023-6-thang.md) [b](../2022.md) [c](#muc-mot) [d](/tra-cuu/) [e](https://a.vn) [f](../../gioi-thieu.md#hai)\n\n## Một\n\nx\n"
    site.write(
        "content/gioi-thieu.md",
        "# Giới thiệu\n\n## Hai\n\n[a](kien-giang/huyen-vinh-thuan/2026-11-21-bai.md#muc-mot)\n",
    )

    assert report(site, body) == []


def test_a_page_is_missed_with_the_nearest_address(site: Site):
    said = report(site, "[a](2023-6-thag.md)\n")

    assert len(said) == 1
    assert said[0].startswith("Liên kết «2023-6-thag.md» không dẫn đến trang nào. Có phải là «2023-6-thang/»")


def test_no_other_period_is_proposed(site: Site):
    for period in ("2023-quy-6", "2023-7-thang", "2024-6-thang"):
        assert report(site, f"[a]({period}.md)\n")[0].endswith("Xem lại địa chỉ, hoặc bỏ liên kết.")


def test_the_same_page_of_another_place_is_the_nearest(site: Site):
    assert "«../2022/»" in report(site, "[a](2022.md)\n")[0]


def test_headings_are_looked_up_too(site: Site):
    said = report(site, "[a](#muc-mọt)\n\n## Một\n\nx\n")

    assert said == ["Trang mà «#muc-mọt» dẫn đến không có đề mục «#muc-mọt». Có phải là «#muc-mot»?"]


def test_links_in_assessments_are_looked_up(site: Site):
    path = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    text = (site.root / path).read_text(encoding="utf-8")
    text = text.split("Nhận định:")[0] + "Nhận định:\n  Tồn tại, hạn chế: |\n    Xem [bài](khong-co.md).\n"
    site.write(path, text)

    assert [line for line in site.problems() if "[link-unknown]" in line and path in line]


def test_a_picture_from_elsewhere_is_an_error(site: Site):
    assert report(site, "![a](https://ngoai.example/a.png)\n")[0].startswith(
        "Ảnh «https://ngoai.example/a.png» nằm ở trang khác"
    )


def test_a_picture_of_somebodys_computer_is_an_error(site: Site):
    assert report(site, "![a](C:\\anh\\a.png)\n")[0].startswith("Ảnh «C:\\anh\\a.png» nằm trong máy của người viết")


def test_a_text_named_as_a_picture_is_not_published(site: Site):
    said = report(site, "![a](anh.jpg)\n", anh_jpg=b"chu")

    assert len(said) == 1
    assert "anh.jpg" in said[0]


def test_what_a_page_shows_is_published_small_and_what_none_shows_is_named(site: Site):
    said = report(site, "![a](anh.jpg) [b](qd.pdf)\n", anh_jpg=jpg(3000, 2000), qd_pdf=PDF, thua_png=png())
    page = site.page(f"{PLACE}/bai/index.md")

    assert said == [
        "Chưa trang nào hiện ảnh này hay dẫn đến tài liệu này, nên tệp không được đăng. Nhắc đến tệp trong bài viết, hoặc xóa tệp."
    ]
    assert ' width="1280" height="853" ' in page
    assert 'loading="lazy"' in page
    assert (
        '<a href="../../../kien-giang/huyen-vinh-thuan/qd.pdf" rel="noopener">b</a> <span class="tep">(PDF, 1 kB)</span>'
        in page
    )


def test_pages_about_no_place_follow_the_same_rules(site: Site):
    site.write("content/gioi-thieu.md", "# Giới thiệu\n\n![a](anh.png) [b](khong-co.md) <script>alert(1)</script>\n")
    site.write("content/anh.png", png())

    assert [line.split("[")[1].split("]")[0] for line in site.problems()] == ["link-unknown"]
    site.write(
        "content/gioi-thieu.md",
        '# Giới thiệu\n\n![a](anh.png) <script>alert(1)</script>\n\n## Mục hai\n\nx {{ so_lieu("2022", "Cấp tỉnh", "Hồ sơ tiếp nhận", noi="kien-giang") }}\n',
    )
    assert [line for line in site.problems() if "lỗi" in line and "reference" not in line] == []


def test_a_page_is_read_as_carefully_as_an_article(site: Site):
    for name, content, code in (
        ("mot", "# Một\n\nẩn\u200b\n".encode(), "control-character"),
        ("hai", "# Hai\n\nPhần".encode("utf-16"), "not-utf8"),
        ("ba", b"khong co ten\n", "key-missing"),
        ("bon", "---\ntitle: Bốn\nsai: x\n---\nLời.\n".encode(), "unknown-key"),
        ("nam", "# Năm\n\n{{ 7*6 }}\n".encode(), "reference-malformed"),
    ):
        site.write(f"content/{name}.md", content)
        assert [f"content/{name}.md" in line and f"[{code}]" in line for line in site.problems()] == [True], (
            site.problems()
        )
        (site.root / f"content/{name}.md").unlink()


def test_two_pages_of_one_address_are_told(site: Site):
    site.write("content/tin.md", "# Tin\n\nMột.\n")
    site.write("content/tin/index.md", "# Tin\n\nHai.\n")

    assert [line.partition(" Đổi")[0] for line in site.problems()] == [
        "content/tin/index.md:1:1: lỗi [address-taken] Địa chỉ «tin/» đã dùng cho tệp content/tin.md."
    ]


def test_a_wrong_name_stops_the_site_only_where_a_text_shows_the_file(site: Site):
    site.write(f"content/{PLACE}/IMG 1.JPG", jpg())
    assert [line for line in site.problems() if "cảnh báo [image-name]" in line and "«img-1.jpg»" in line]
    assert not [line for line in site.problems() if ": lỗi " in line]

    site.write(f"content/{PLACE}/2026-11-21-bai.md", HEAD + "![a](<IMG 1.JPG>)\n")
    assert [line for line in site.problems() if "lỗi [image-name]" in line]
