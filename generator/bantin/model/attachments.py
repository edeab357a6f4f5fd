"""What editors put beside a text: which files are taken, what they are called, and how to go on with any other.

Nothing here opens a picture or a document; `pictures` and `documents` do.
"""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from bantin.problems import excerpt
from bantin.vietnamese import slug

PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
DOCUMENTS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".odt": "OpenDocument"}

_LONGEST = 100
_NAME = re.compile(rf"[a-z0-9][a-z0-9_-]{{,{_LONGEST - 1}}}")
# Windows opens a device, not a file, by these names.
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_PATH = re.compile(r"[/\\]|\A[a-z]:|\Afile:", re.IGNORECASE)

_AS_PICTURE = "Mở ảnh rồi lưu thành .jpg (ảnh chụp) hoặc .png (hình vẽ, ảnh màn hình)."
_AS_HEIC = "Mở ảnh rồi lưu (xuất) thành .jpg; trên iPhone có thể chọn Cài đặt, Camera, Định dạng, «Tương thích nhất»."
_AS_SVG = "Tệp SVG có thể chứa mã lệnh và gọi đến nơi khác, nên không được nhận: xuất hình thành .png."
_AS_WORD, _AS_EXCEL = "Mở tệp rồi lưu thành .docx hoặc .pdf.", "Mở tệp rồi lưu thành .xlsx hoặc .pdf."
_AS_PDF = "Mở tệp rồi lưu (xuất) thành .pdf."
_UNPACKED = "Giải nén rồi đặt từng ảnh, từng tài liệu cạnh bài viết."
_ELSEWHERE = "Đăng phim, âm thanh ở nơi chuyên giữ chúng rồi đặt liên kết trong bài."
_NO_MACROS = "Mở tệp rồi lưu thành loại không có macro: .docx, .xlsx hoặc .pdf."
_NO_PROGRAM = "Trang này không đăng chương trình; tài liệu thì lưu thành .pdf, .docx, .xlsx hoặc .odt."
_ANY = "Ảnh thì lưu thành .jpg, .png, .webp hoặc .avif; tài liệu thì lưu thành .pdf, .docx, .xlsx hoặc .odt."

# By what follows from them: what the files are, how to go on, and their suffixes.
_OTHERS = (
    ("ảnh HEIC của iPhone", _AS_HEIC, ".heic .heif"),
    ("hình SVG", _AS_SVG, ".svg .svgz"),
    ("ảnh GIF", _AS_PICTURE, ".gif"),
    ("ảnh BMP", _AS_PICTURE, ".bmp"),
    ("ảnh TIFF", _AS_PICTURE, ".tif .tiff"),
    ("ảnh", _AS_PICTURE, ".jfif .jpe .jp2 .jxl .ico .psd .ai .cdr .eps .raw .dng .cr2 .nef"),
    ("tệp Office kiểu cũ", _AS_WORD, ".doc .dot .rtf .wps"),
    ("tệp Excel kiểu cũ", _AS_EXCEL, ".xls .xlt .csv .ods .xlsb"),
    ("bản trình chiếu", _AS_PDF, ".ppt .pptx .pps .ppsx .odp .key"),
    ("văn bản", _AS_PDF, ".txt .pages .xps .epub .dwg .vsd .vsdx .mpp"),
    ("trang web", _AS_PDF, ".html .htm .mht .mhtml .xml"),
    ("tệp có macro", _NO_MACROS, ".docm .dotm .xlsm .xltm .pptm"),
    ("tệp nén", _UNPACKED, ".zip .rar .7z .tar .gz .tgz .bz2 .xz .iso"),
    ("phim", _ELSEWHERE, ".mp4 .mov .avi .mkv .webm .wmv .3gp .m4v .mpg .mpeg .flv"),
    ("âm thanh", _ELSEWHERE, ".mp3 .m4a .wav .aac .ogg .wma .amr .flac"),
    ("chương trình", _NO_PROGRAM, ".exe .msi .bat .cmd .com .scr .apk .js .vbs .ps1 .jar .lnk .dll"),
)
_KINDS = {suffix: (kind, how) for kind, how, suffixes in _OTHERS for suffix in suffixes.split()}
_CALLED = {
    **{suffix: kind for suffix, (kind, _) in _KINDS.items()},
    **{suffix: f"ảnh {'WebP' if kind == 'WEBP' else kind}" for suffix, kind in PICTURES.items()},
    **{suffix: f"tài liệu {kind}" for suffix, kind in DOCUMENTS.items()},
}

_BEGINNINGS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ".doc",
    b"{\\rtf": ".rtf",
    b"Rar!": ".rar",
    b"7z\xbc\xaf\x27\x1c": ".7z",
    b"MZ": ".exe",
}
_PACKED = {".docx": b"word/document.xml", ".xlsx": b"xl/workbook.xml", ".odt": b"mimetypeapplication/vnd.oasis.op"}
_LFS_POINTER = b"version https://git-lfs"
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


class FileKind(Enum):
    """What a file beside a text is."""

    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a picture or a document is not published, and how the editor goes on."""

    code: str
    """«picture-unreadable», «picture-too-large», «document-unreadable» or «document-too-large»."""
    message: str
    help: str


def suffix_of(name: str) -> str:
    """The last suffix of a file's name in lower case: «.jpg»."""
    return PurePosixPath(name.strip()).suffix.lower()


def kind_of(name: str) -> FileKind | None:
    """What the name says the file is; None for one that is neither a picture nor a document."""
    suffix = suffix_of(name)
    return FileKind.PICTURE if suffix in PICTURES else FileKind.DOCUMENT if suffix in DOCUMENTS else None


def advice(name: str) -> str:
    """How an editor goes on with a file of a kind that is not taken; nothing for one that is."""
    return "" if kind_of(name) else _KINDS.get(suffix_of(name), ("", _ANY))[1]


def name_problem(name: str) -> tuple[str, str] | None:
    """What is wrong with the name of a picture or a document, and the name to use instead."""
    if not name.strip():
        return "Chưa ghi tên tệp.", "Đặt tệp cạnh bài viết rồi ghi tên của nó, như «anh-quay-1.jpg»."
    if _PATH.search(name):
        message = f"{excerpt(name)} là đường dẫn, không phải tên tệp."
        return message, "Đặt tệp cạnh bài viết (cùng thư mục) rồi chỉ ghi tên của nó, như «anh-quay-1.jpg»."
    if not kind_of(name):
        return f"{excerpt(name)} không phải loại tệp mà trang này đăng.", advice(name)
    suffix, stem = suffix_of(name), PurePosixPath(name.strip()).stem
    if _RESERVED.fullmatch(stem):
        return f"Windows không dùng được tên {excerpt(name)}.", f"Đổi tên tệp thành «{_proposed(name)}»."
    if name != f"{stem}{suffix}" or not _NAME.fullmatch(stem):
        message = f"{excerpt(name)} không dùng được làm tên tệp."
        rule = f"Tên chỉ gồm chữ thường không dấu, số và gạch ngang, không quá {_LONGEST} ký tự trước đuôi {suffix}"
        return message, f"{rule}: đổi thành «{_proposed(name)}»."
    return None


def mismatch(content: bytes, name: str) -> tuple[str, str] | None:
    """What is wrong with a file that does not begin as its name says, and how to go on."""
    suffix, found = suffix_of(name), _found_in(content)
    if not kind_of(name):
        return f"{excerpt(name)} không phải loại tệp mà trang này đăng.", advice(name)
    if not content.strip(b"\0"):
        return f"Tệp {excerpt(name)} trống, không có gì bên trong.", "Chép lại tệp từ nơi đã lưu nó."
    if content.startswith(_LFS_POINTER):
        message = f"Tệp {excerpt(name)} chỉ giữ chỗ cho tệp thật cất ở kho Git LFS."
        return message, "Nhờ người quản trị tải tệp thật về từ Git LFS, hoặc đặt tệp thật vào đây."
    if found in _alike(suffix):
        return None
    if not found:
        return f"Tệp {excerpt(name)} không phải là {_CALLED[suffix]}.", f"Đặt đúng tệp cần đăng. {_ANY}"
    message = f"Tệp {excerpt(name)} thực ra là {_CALLED[found]}, không phải {_CALLED[suffix]}."
    if found not in _KINDS:
        return message, renaming(name, found)
    if found == ".doc":  # Word and Excel wrap what a password protects in the container of their old files.
        return message, "Nếu tệp có mật khẩu, bỏ mật khẩu. " + (_AS_EXCEL if suffix == ".xlsx" else _AS_WORD)
    return message, _KINDS[found][1]


def renaming(name: str, suffix: str) -> str:
    """How an editor mends a name that does not end as its content asks."""
    return f"Đổi đuôi thành {suffix}: «{_proposed(f'{PurePosixPath(name).stem}{suffix}')}»."


def called(suffix: str) -> str:
    """What files with an accepted suffix are called: «ảnh JPEG», «tài liệu Word»."""
    return _CALLED[suffix]


def _proposed(name: str) -> str:
    suffix, other = suffix_of(name), "anh" if kind_of(name) is FileKind.PICTURE else "tai-lieu"
    stem = slug(PurePosixPath(name.strip()).stem)[:_LONGEST].strip("-") or other
    return f"{other}-{stem}{suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{suffix}"


def _alike(suffix: str) -> tuple[str, ...]:
    """What the beginning of a file may look like under an accepted suffix."""
    if suffix in _PACKED:
        return (".zip", *_PACKED)  # which of them, its directory tells
    return (".jpg",) if suffix == ".jpeg" else (suffix,)


def _found_in(content: bytes) -> str:
    """What a file holds by its beginning, as the suffix of such files; nothing where it does not tell."""
    for beginning, suffix in _BEGINNINGS.items():
        if content.startswith(beginning):
            return suffix
    if content.startswith(b"PK\x03\x04"):
        return next((suffix for suffix, part in _PACKED.items() if part in content), ".zip")
    if content[:4] == b"RIFF":
        return {b"WEBP": ".webp", b"WAVE": ".wav"}.get(content[8:12], ".avi")
    if content[4:8] == b"ftyp":
        return _found_in_boxes(content)
    text = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if text.startswith(b"<"):
        return ".svg" if b"<svg" in text else ".html"
    return ".pdf" if b"%PDF-" in content[:1024] else ""


def _found_in_boxes(content: bytes) -> str:
    brands = content[8 : max(12, min(int.from_bytes(content[:4]), 256))]
    names = {brands[at : at + 4] for at in range(0, len(brands), 4)}
    if names & {b"avif", b"avis"}:
        return ".avif"
    return ".heic" if names.intersection(_HEIC_BRANDS) else ".mp4"
