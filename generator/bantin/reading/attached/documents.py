"""Documents that editors attach, as they are published: unchanged, with what readers want to know before they open one.

Only the directory of a packed document is read; nothing is unpacked, so no file can grow here.
"""

import struct
from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bantin.model import DOCUMENTS, Fault, called, mismatch, renaming, suffix_of
from bantin.problems import excerpt
from bantin.vietnamese import number

LARGEST = 50
"""Megabytes."""
_MOST_PARTS = 10_000
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
# What zipfile raises on a damaged directory.
_DAMAGE = (BadZipFile, NotImplementedError, OSError, ValueError, IndexError, OverflowError, struct.error)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is published."""

    name: str
    content: bytes
    label: str
    """What is said beside the link: «PDF, 1,2 MB»."""


def document(content: bytes, name: str) -> Document | Fault:
    """The document to publish for a file beside a text, or why there is none."""
    if len(content) > LARGEST * 1024**2:
        message = f"Tài liệu {excerpt(name)} nặng {size_text(len(content))}, quá {LARGEST} MB."
        help = "Lưu lại với ảnh nhỏ hơn, hoặc chia tài liệu thành nhiều tệp."
        return Fault("document-too-large", message, help)
    suffix = suffix_of(name)
    if suffix not in DOCUMENTS:
        return Fault("document-unreadable", *_not_taken(content, name))
    problem = mismatch(content, name) or (_pdf_problem if suffix == ".pdf" else _packed_problem)(content, name)
    if problem:
        return Fault("document-unreadable", *problem)
    return Document(name, content, f"{DOCUMENTS[suffix]}, {size_text(len(content))}")


def size_text(size: int) -> str:
    """A number of bytes as readers see it: «340 kB», «1,2 MB», «12 MB»."""
    kilobytes = _rounded(Decimal(size) / 1000, "1")
    if kilobytes < 1000:
        return f"{number(max(kilobytes, Decimal(1)))} kB"
    megabytes = _rounded(Decimal(size) / 1_000_000, "0.1")
    whole = megabytes >= 10 or megabytes == megabytes.to_integral_value()
    return f"{number(_rounded(Decimal(size) / 1_000_000, '1') if whole else megabytes)} MB"


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)


def _not_taken(content: bytes, name: str) -> tuple[str, str]:
    wrong = mismatch(content, name)
    return wrong or (f"{excerpt(name)} không phải là tài liệu.", "Ảnh thì ghi ở mục «Ảnh» của bài viết.")


def _pdf_problem(content: bytes, name: str) -> tuple[str, str] | None:
    # Scanners fill the end of a file with zeros; readers look for the mark in the last kilobyte before them.
    return None if b"%%EOF" in content.rstrip(b"\0")[-1024:] else _damaged(name)


def _packed_problem(content: bytes, name: str) -> tuple[str, str] | None:
    # The directory says how many parts there are, and may lie; a hostile one keeps zipfile busy for a minute.
    if content.count(b"PK\x01\x02") > _MOST_PARTS:
        return _damaged(name)
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
    except _DAMAGE:
        return _damaged(name)
    names = {part.filename for part in parts}
    found = ".odt" if _is_open_document(parts, content) else _office_kind(names)
    if not found:
        message = f"Tệp {excerpt(name)} không phải là {called(suffix_of(name))}."
        return message, "Tệp nén thì giải nén trước; tài liệu thì mở rồi lưu lại thành .docx, .xlsx, .odt hoặc .pdf."
    if found != suffix_of(name):
        message = f"Tệp {excerpt(name)} thực ra là {called(found)}, không phải {called(suffix_of(name))}."
        return message, renaming(name, found)
    if any(_is_macro(part) for part in names):
        return f"Tệp {excerpt(name)} có macro.", "Mở tệp rồi lưu thành .pdf hoặc loại không có macro."
    return None


def _is_open_document(parts: list[ZipInfo], content: bytes) -> bool:
    """Whether the file begins with the stored part that says so (and not a longer one, which says «template»)."""
    if not parts or (parts[0].header_offset, parts[0].file_size) != (0, len(_OPEN_DOCUMENT)):
        return False
    return parts[0].compress_type == ZIP_STORED and content.startswith(b"mimetype" + _OPEN_DOCUMENT, 30)


def _office_kind(names: Collection[str]) -> str:
    if "[Content_Types].xml" not in names:
        return ""
    return ".docx" if "word/document.xml" in names else ".xlsx" if "xl/workbook.xml" in names else ""


def _is_macro(part: str) -> bool:
    return part.lower().endswith("vbaproject.bin") or part.startswith(("Basic/", "Scripts/"))


def _damaged(name: str) -> tuple[str, str]:
    message = f"Tài liệu {excerpt(name)} bị hỏng hoặc thiếu phần cuối."
    return message, "Mở thử tài liệu trên máy; không mở được thì chép hoặc xuất lại từ bản gốc."
