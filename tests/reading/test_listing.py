"""A file that is not read is named, with the name it should have."""

import pytest
from conftest import Site

PLACE = "kien-giang/huyen-vinh-thuan"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2023-quy-1.yml.txt", "2023-quy-1.yml"),
        ("2023-quy-1.txt", "2023-quy-1.yml"),
        ("2023-quy-1.yml ", "2023-quy-1.yml"),
        (" 2023-quy-1.yml.txt", "2023-quy-1.yml"),
        ("2023-quy-1", "2023-quy-1.yml"),
        ("2023-quy-1.ym", "2023-quy-1.yml"),
        ("2023-quy-1.json", "2023-quy-1.yml"),
        ("2023-quy-1.xlsx", "2023-quy-1.yml"),
        ("2023-quy-1.docx", "2023-quy-1.yml"),
        ("Quý 1 năm 2023.xlsx", "2023-quy-1.yml"),
        ("2023-Quy-01.YML", "2023-quy-1.yml"),
        ("6 tháng 2024.txt", "2024-6-thang.yml"),
        ("2022.yaml", "2022.yml"),
    ],
)
def test_a_data_file_of_another_ending_is_an_error_with_the_right_name(site: Site, name: str, meant: str):
    site.write(f"data/{PLACE}/{name}", "x")

    (line,) = site.problems()
    assert f"data/{PLACE}/{name}:1:1: lỗi [wrong-suffix]" in line
    assert f"«{meant}»" in line


@pytest.mark.parametrize("name", ["van-ban.pdf", "anh.jpg", "2022.yml.bak", "2022.yml~", "ghi-chu.xlsx", "x.zip"])
def test_what_is_no_data_is_named_and_stops_nothing(site: Site, name: str):
    site.write(f"data/{PLACE}/{name}", "x")

    (line,) = site.problems()
    assert f"data/{PLACE}/{name}:1:1: cảnh báo [file-not-read]" in line


@pytest.mark.parametrize("name", ["chi-so.yaml", "chi-so.yml.txt", "Chỉ số.txt"])
def test_a_list_beside_the_right_one_is_taken_for_a_copy(site: Site, name: str):
    site.write(f"data/danh-muc/{name}", "x")

    (line,) = site.problems()
    assert "cảnh báo [file-not-read]" in line
    assert "bản lưu" in line


def test_a_list_of_another_ending_is_named(site: Site):
    site.write("data/danh-muc/dia-chi.yaml", "x")

    (line,) = site.problems()
    assert "lỗi [wrong-suffix] Tệp có đuôi «.yaml» nên không được đọc. Đổi tên tệp thành «dia-chi.yml»." in line


def test_texts_and_data_in_each_others_folder_are_told_where_they_belong(site: Site):
    site.write(f"content/{PLACE}/2023.yml", "x")
    site.write(f"data/{PLACE}/2026-11-22-bai.md", "x")

    assert [line.rpartition("] ")[2].rpartition("Chuyển")[2] for line in site.problems()] == [
        f" tệp số liệu vào thư mục data/{PLACE}.",
        f" bài viết vào thư mục content/{PLACE}.",
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2026-11-22-bai.markdown", "2026-11-22-bai.md"),
        ("2026-11-22-bai.MD", "2026-11-22-bai.md"),
        ("2026-11-22-bai.md.txt", "2026-11-22-bai.md"),
        ("22-11-2026 Bài mới.txt", "2026-11-22-bai-moi.md"),
        ("2026-11-22-bai.html", "2026-11-22-bai.md"),
        ("2026-11-22-bai", "2026-11-22-bai.md"),
        ("2026-11-22-bai.md ", "2026-11-22-bai.md"),
    ],
)
def test_an_article_of_another_ending_is_an_error_with_the_right_name(site: Site, name: str, meant: str):
    site.write(f"content/{PLACE}/{name}", "x")

    (line,) = site.problems()
    assert "lỗi [wrong-suffix]" in line
    assert f"«{meant}»" in line


@pytest.mark.parametrize("name", ["phim.mp4", "anh.svg", "anh.heic", "cu.doc", "goi.zip", "may.exe"])
def test_what_is_not_published_is_named_with_what_to_do(site: Site, name: str):
    site.write(f"content/{PLACE}/{name}", "x")

    (line,) = site.problems()
    assert f"content/{PLACE}/{name}:1:1: cảnh báo [file-not-published]" in line
    assert line.count(". ") >= 1


def test_a_folder_that_cannot_be_entered_is_named(site: Site, monkeypatch: pytest.MonkeyPatch):
    import os  # noqa: PLC0415 -- only here

    scandir = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("data/gia-lai"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    (site.root / "data/gia-lai").mkdir()
    monkeypatch.setattr(os, "scandir", locked)

    assert [line.partition(" Nhờ")[0] for line in site.problems()] == [
        "data/gia-lai:1:1: lỗi [file-unreadable] Không vào được thư mục này, nên không đọc được tệp nào trong đó."
    ]
