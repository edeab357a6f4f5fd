"""Which files editors may put beside a text, what they are called, and how to go on with any other."""

import unicodedata

import pytest

from bantin.model.attachments import FileKind, advice, kind_of, mismatch, name_problem

PATH_ADVICE = "Đặt tệp cạnh bài viết"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("anh.jpg", FileKind.PICTURE),
        ("anh.jpeg", FileKind.PICTURE),
        ("ANH.PNG", FileKind.PICTURE),
        ("anh.webp", FileKind.PICTURE),
        ("anh.avif", FileKind.PICTURE),
        ("bao-cao.pdf", FileKind.DOCUMENT),
        ("bao-cao.DOCX", FileKind.DOCUMENT),
        ("bao-cao.xlsx", FileKind.DOCUMENT),
        ("bao-cao.odt", FileKind.DOCUMENT),
        ("anh.svg", None),
        ("anh.jpg.exe", None),
        ("bai-viet.md", None),
        ("jpg", None),
        (".jpg", None),
        ("", None),
    ],
)
def test_the_suffix_says_what_a_file_is(name: str, kind: FileKind | None):
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("to-trinh.doc", ".docx hoặc .pdf"),
        ("to-trinh.rtf", ".docx hoặc .pdf"),
        ("SO-LIEU.XLS", ".xlsx hoặc .pdf"),
        ("so-lieu.ods", ".xlsx hoặc .pdf"),
        ("bai-noi.pptx", ".pdf"),
        ("bai-noi.ppt", ".pdf"),
        ("mau.docm", "không có macro"),
        ("mau.xlsm", "không có macro"),
        ("anh.zip", "Giải nén"),
        ("anh.rar", "Giải nén"),
        ("phim.mp4", "đặt liên kết"),
        ("ghi-am.mp3", "đặt liên kết"),
        ("img_0001.heic", "iPhone"),
        ("so-do.svg", "mã lệnh"),
        ("dong.gif", ".png"),
        ("quet.tiff", ".jpg"),
        ("cai-dat.exe", "chương trình"),
        ("khong-duoi", ".jpg, .png, .webp hoặc .avif"),
        ("la.xyz", ".pdf, .docx, .xlsx hoặc .odt"),
    ],
)
def test_advice_says_how_to_go_on_with_a_file_that_is_not_taken(name: str, words: str):
    assert words in advice(name)
    assert advice(name).endswith(".")


@pytest.mark.parametrize("name", ["anh.jpg", "ANH.PNG", "bao-cao.pdf", "bao-cao.odt"])
def test_a_file_that_is_taken_needs_no_advice(name: str):
    assert advice(name) == ""


@pytest.mark.parametrize(
    "name", ["a.jpg", "1.png", "anh-quay_1.jpeg", "2026-bao-cao.pdf", "a" * 100 + ".webp", "con-duong.jpg"]
)
def test_a_short_plain_name_is_sound(name: str):
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Ảnh Quầy 1.JPG", "«anh-quay-1.jpg»"),
        (unicodedata.normalize("NFD", "Ảnh Đắk Lắk.png"), "«anh-dak-lak.png»"),
        ("Báo cáo quý I-2023.pdf", "«bao-cao-quy-i-2023.pdf»"),
        ("báo cáo.docx.pdf", "«bao-cao-docx.pdf»"),
        ("anh.JPG", "«anh.jpg»"),
        ("Anh.jpg", "«anh.jpg»"),
        ("anh.jpg ", "«anh.jpg»"),
        ("anh.jpg\n", "«anh.jpg»"),
        ("-anh.jpg", "«anh.jpg»"),
        ("a.b.jpg", "«a-b.jpg»"),
        ("a" * 101 + ".jpg", f"«{'a' * 100}.jpg»"),
        ("!!!.png", "«anh.png»"),
        ("!!!.odt", "«tai-lieu.odt»"),
        ("ａnh.jpg", "«anh.jpg»"),
        ("anh\u200b.jpg", "«anh.jpg»"),
    ],
)
def test_a_name_with_other_signs_is_answered_with_the_name_to_use(name: str, proposed: str):
    problem = name_problem(name)

    assert problem
    assert proposed in problem[1]
    assert name_problem(proposed.strip("«»")) is None


@pytest.mark.parametrize("stem", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_a_device_is_refused(stem: str):
    assert name_problem(f"{stem}.jpg") == (
        f"Windows không dùng được tên «{stem}.jpg».",
        f"Đổi tên tệp thành «anh-{stem}.jpg».",
    )
    assert f"«tai-lieu-{stem}.pdf»" in str(name_problem(f"{stem.upper()}.pdf"))


@pytest.mark.parametrize(
    "name",
    [
        r"C:\Users\Lan\Pictures\anh.jpg",
        "../a.jpg",
        "file:///D:/anh.jpg",
        "https://example.vn/anh.jpg",
        "hinh/anh.jpg",
        "/anh.jpg",
        r"\\may-chu\anh.jpg",
        "D:anh.jpg",
    ],
)
def test_a_path_is_answered_with_where_to_put_the_file(name: str):
    problem = name_problem(name)

    assert problem
    assert "đường dẫn" in problem[0]
    assert problem[1].startswith(PATH_ADVICE)


@pytest.mark.parametrize("name", ["", " ", "\u00a0"])
def test_an_empty_name_is_a_problem_of_its_own(name: str):
    assert name_problem(name) == ("Chưa ghi tên tệp.", f"{PATH_ADVICE} rồi ghi tên của nó, như «anh-quay-1.jpg».")


def test_a_name_of_another_kind_gets_the_advice_for_its_kind():
    assert name_problem("Tờ trình.doc") == (
        "«Tờ trình.doc» không phải loại tệp mà trang này đăng.",
        "Mở tệp rồi lưu thành .docx hoặc .pdf.",
    )


ZIPPED = b"PK\x03\x04" + b"\0" * 26


@pytest.mark.parametrize(
    ("content", "name", "message", "help"),
    [
        (b"\xff\xd8\xff\xe0", "anh.png", "thực ra là ảnh JPEG, không phải ảnh PNG", "Đổi đuôi thành .jpg: «anh.jpg»."),
        (b"\x89PNG\r\n\x1a\n", "anh.jpg", "thực ra là ảnh PNG", "Đổi đuôi thành .png: «anh.png»."),
        (b"RIFF\0\0\0\0WEBPVP8 ", "anh.jpeg", "thực ra là ảnh WebP", "Đổi đuôi thành .webp"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0avif", "anh.jpg", "thực ra là ảnh AVIF", "Đổi đuôi thành .avif"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "anh.jpg", "thực ra là ảnh HEIC của iPhone", "lưu (xuất) thành .jpg"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0heic", "anh.avif", "thực ra là ảnh HEIC", "lưu (xuất) thành .jpg"),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp41", "anh.jpg", "thực ra là phim", "đặt liên kết"),
        (b"GIF89a", "anh.png", "thực ra là ảnh GIF", "lưu thành .jpg"),
        (b"BM\0\0", "anh.png", "thực ra là ảnh BMP", "lưu thành .jpg"),
        (b"II*\0", "anh.jpg", "thực ra là ảnh TIFF", "lưu thành .jpg"),
        (b"MM\0*", "anh.jpg", "thực ra là ảnh TIFF", "lưu thành .jpg"),
        (b"<svg xmlns=''><script/></svg>", "anh.png", "thực ra là hình SVG", "mã lệnh"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- --><svg/>", "anh.jpg", "thực ra là hình SVG", "mã lệnh"),
        (b"\n<!DOCTYPE HTML><html>", "anh.jpg", "thực ra là trang web", "thành .pdf"),
        (b"<html><svg></svg>", "bao-cao.pdf", "thực ra là trang web", "thành .pdf"),
        (b"MZ\x90\0", "bao-cao.pdf", "thực ra là chương trình", "không đăng chương trình"),
        (b"Rar!\x1a", "bao-cao.docx", "thực ra là tệp nén", "Giải nén"),
        (ZIPPED + b"anh.jpg", "anh.jpg", "thực ra là tệp nén", "Giải nén"),
        (ZIPPED + b"word/document.xml", "bao-cao.pdf", "thực ra là tài liệu Word", "«bao-cao.docx»"),
        (ZIPPED + b"xl/workbook.xml", "anh.png", "thực ra là tài liệu Excel", "«anh.xlsx»"),
        (b"%PDF-1.7", "bao-cao.docx", "thực ra là tài liệu PDF", "«bao-cao.pdf»"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "so-lieu.xlsx",
            "tệp Office kiểu cũ",
            "Nếu tệp có mật khẩu, bỏ mật khẩu.",
        ),
        (b"version https://git-lfs.github.com/spec/v1\n", "anh.jpg", "Git LFS", "tải tệp thật về"),
        (b"version https://git-lfs.github.com/spec/v1\n", "bao-cao.pdf", "Git LFS", "tải tệp thật về"),
        (b"", "anh.jpg", "trống", "Chép lại"),
        (b"\0" * 4096, "anh.jpg", "trống", "Chép lại"),
        ("Ảnh chụp quầy".encode(), "anh.jpg", "không phải là ảnh JPEG", "Đặt đúng tệp"),
        (b"GIF89a", "anh.gif", "không phải loại tệp", "lưu thành .jpg"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told_apart(content: bytes, name: str, message: str, help: str):
    problem = mismatch(content, name)

    assert problem
    assert message in problem[0]
    assert help in problem[1]
