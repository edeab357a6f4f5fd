"""Documents beside a text: told apart by what they hold, and published as they are."""

import random
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from bantin.model.attachments import Fault
from bantin.reading.attached.documents import Document, document, size_text

PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
TYPES = {"[Content_Types].xml": "<Types/>"}


def packed(parts: Mapping[str, str], compression: int = ZIP_STORED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as target:
        for name, text in parts.items():
            target.writestr(ZipInfo(name), text, compression)
    return stream.getvalue()


DOCX = packed({**TYPES, "word/document.xml": "<w/>"})
XLSX = packed({**TYPES, "xl/workbook.xml": "<x/>"})
ODT = packed({"mimetype": OPEN_DOCUMENT, "content.xml": "<o/>"})


def refused(content: bytes, name: str) -> Fault:
    found = document(content, name)
    assert isinstance(found, Fault), found
    return found


@pytest.mark.parametrize(
    ("content", "name", "label"),
    [
        (PDF, "a.pdf", "PDF, 1 kB"),
        (b"\r\n" + PDF, "a.pdf", "PDF, 1 kB"),
        (PDF + b"\0" * 5000, "a.pdf", "PDF, 5 kB"),
        (PDF[:9] + b"x" * 1_200_000 + PDF[9:], "a.pdf", "PDF, 1,2 MB"),
        (DOCX, "a.docx", "Word, 1 kB"),
        (XLSX, "A.XLSX", "Excel, 1 kB"),
        (ODT, "a.odt", "OpenDocument, 1 kB"),
    ],
)
def test_a_document_is_published_unchanged_with_its_kind_and_size(content: bytes, name: str, label: str):
    assert document(content, name) == Document(name, content, label)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (1, "1 kB"),
        (1_499, "1 kB"),
        (1_500, "2 kB"),
        (25_000, "25 kB"),
        (340_000, "340 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_040_000, "1 MB"),
        (1_200_000, "1,2 MB"),
        (9_949_999, "9,9 MB"),
        (9_950_000, "10 MB"),
        (12_400_000, "12 MB"),
        (50 * 1024**2, "52 MB"),
    ],
)
def test_a_size_is_told_as_vietnamese_writes_it(size: int, text: str):
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (PDF[: -len(b"%%EOF\n")], "a.pdf", "bị hỏng"),
        (PDF + b"x" * 2000, "a.pdf", "bị hỏng"),
        (b"x" * 1024 + PDF, "a.pdf", "không phải là tài liệu PDF"),
        (DOCX[:-10], "a.docx", "bị hỏng"),
        (b"MZ" + DOCX, "a.docx", "chương trình"),
        (packed({"anh.jpg": ""}), "a.docx", "không phải là tài liệu Word"),
        (packed({"word/document.xml": ""}), "a.docx", "không phải là tài liệu Word"),
        (packed(TYPES), "a.xlsx", "không phải là tài liệu Excel"),
        (packed({}), "a.docx", "không phải là tài liệu Word"),
        (XLSX, "a.docx", "thực ra là tài liệu Excel"),
        (ODT, "a.docx", "thực ra là tài liệu OpenDocument"),
        (DOCX, "a.odt", "thực ra là tài liệu Word"),
        (packed({"content.xml": "", "mimetype": OPEN_DOCUMENT}), "a.odt", "không phải là tài liệu OpenDocument"),
        (packed({"mimetype": OPEN_DOCUMENT}, ZIP_DEFLATED), "a.odt", "không phải là tài liệu OpenDocument"),
        (packed({"mimetype": OPEN_DOCUMENT + "-template"}), "a.odt", "không phải là tài liệu OpenDocument"),
        (packed({**TYPES, "word/document.xml": "", "word/vbaProject.bin": ""}), "a.docx", "có macro"),
        (packed({**TYPES, "xl/workbook.xml": "", "xl/VBAPROJECT.BIN": ""}), "a.xlsx", "có macro"),
        (packed({"mimetype": OPEN_DOCUMENT, "Basic/script-lc.xml": ""}), "a.odt", "có macro"),
        (PDF, "a.docx", "thực ra là tài liệu PDF"),
        (b"", "a.pdf", "trống"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "không phải loại tệp"),
        (b"\xff\xd8\xff", "a.jpg", "không phải là tài liệu"),
    ],
)
def test_a_file_that_is_no_such_document_is_refused(content: bytes, name: str, words: str):
    fault = refused(content, name)

    assert fault.code == "document-unreadable"
    assert words in fault.message
    assert fault.help.endswith(".")


def test_a_document_of_more_than_fifty_megabytes_is_too_large():
    fault = refused(PDF + b"\0" * 50 * 1024**2, "a.pdf")

    assert fault.code == "document-too-large"
    assert "nặng 52 MB, quá 50 MB" in fault.message


def test_nothing_is_unpacked():
    bomb = packed({**TYPES, "word/document.xml": "0" * 60_000_000}, ZIP_DEFLATED)

    assert isinstance(document(bomb, "a.docx"), Document)


def test_a_directory_that_would_keep_us_busy_is_refused():
    assert "bị hỏng" in refused(DOCX[:-22] + b"PK\x01\x02" * 20_000 + DOCX[-22:], "a.docx").message


def test_a_damaged_directory_is_a_fault_and_never_an_exception():
    rng = random.Random(20231101)
    for source, name in ((DOCX, "a.docx"), (ODT, "a.odt"), (XLSX, "a.xlsx")):
        for _ in range(300):
            content = bytearray(source)
            for _ in range(rng.randrange(1, 6)):
                content[rng.randrange(len(content))] = rng.choice((0, 0xFF, rng.randrange(256)))
            assert isinstance(document(bytes(content), name), Document | Fault)
