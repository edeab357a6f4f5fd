"""Files that are neither read nor published, each with the name that it should have."""

from pathlib import PurePosixPath

from bantin.folders import CATALOGUE, PUBLISHED, RECORDS, is_of_procedures
from bantin.model import attachments
from bantin.model.procedures import code_of
from bantin.problems import Location, Problem, excerpt
from bantin.reading.file_names import (
    KEPT,
    OF_TEXTS,
    PLAIN,
    PROGRAMS,
    SCHEMA_FILES,
    SCHEMAS,
    article_name_meant,
    data_name_meant,
    is_of_province,
    suffix_of,
    without_suffixes,
)
from bantin.vietnamese import slug

_OF_RECORDS = f"data/{RECORDS}/"


def not_data(path: str, known: frozenset[str]) -> Problem | None:
    """The problem of a file below data/ that is not read; None for the few that belong there."""
    parts = PurePosixPath(path).parts
    if path == PUBLISHED or is_records(path) or (parts[1:-1] == (SCHEMAS,) and parts[-1] in SCHEMA_FILES):
        return None
    name = parts[-1]
    in_lists = parts[1] == CATALOGUE
    meant = _entered_name_meant(name) if is_of_procedures(path) else data_name_meant(name, in_lists=in_lists)
    if name.endswith("~") or suffix_of(name) in KEPT or f"{path.rpartition('/')[0]}/{meant}" in known:
        message = f"Tệp {excerpt(name)} không được đọc; có lẽ là bản lưu của tệp khác."
        return _stray(path, message, help="Nếu là bản thừa thì xóa hoặc chuyển đi nơi khác.", warning=True)
    if program := PROGRAMS.get(suffix_of(name)):
        return _of_program(path, program, meant=meant)
    if not meant and suffix_of(name) not in PLAIN:
        message = f"Tệp {excerpt(name)} không phải là tệp số liệu, nên không được đọc."
        return _stray(
            path, message, help="Tệp số liệu có đuôi .yml; tệp khác xin để ngoài thư mục số liệu.", warning=True
        )
    if suffix_of(name.strip()) in OF_TEXTS:
        place = f"content/{path.removeprefix('data/').rpartition('/')[0]}".rstrip("/")
        message = f"Tệp {excerpt(name)} là bài viết, không phải tệp số liệu, nên không được đọc ở đây."
        return _stray(path, message, help=f"Chuyển bài viết vào thư mục {place}.")
    help = (
        f"Đổi tên tệp thành {excerpt(meant)}." if meant else "Tệp số liệu đặt tên theo kỳ, đuôi .yml: 2023-quy-1.yml."
    )
    return _stray(path, f"{_fault(name)} nên không được đọc.", help=help)


def is_records(path: str) -> bool:
    """Whether a file of data/ holds the figures that a place published."""
    return path.startswith(_OF_RECORDS) and path.endswith(".txt")


def place_of_records(path: str) -> str:
    """The path of the place that published what such a file holds."""
    return path.removeprefix(_OF_RECORDS).removesuffix(".txt")


def _entered_name_meant(name: str) -> str:
    """The name that a file of a procedure or of a list was to have; «» when it looks like none."""
    stem = without_suffixes(name, (*PLAIN, *KEPT, *PROGRAMS))
    return f"{stem}.yml" if code_of(stem) else ""


def _of_program(path: str, program: str, *, meant: str) -> Problem:
    if not meant:
        message = f"Đây là {program}, không phải tệp số liệu, nên không được đọc."
        return _stray(path, message, help="Nếu cần giữ, xin để ngoài thư mục số liệu.", warning=True)
    message = f"Đây là {program}, nên số liệu trong đó không được đọc và không lên trang."
    help = f"Nhập số liệu vào tệp chữ tên là {excerpt(meant)}, rồi chuyển tệp này đi nơi khác."
    return _stray(path, message, help=help)


def not_published(path: str) -> Problem | None:
    """The problem of a file below content/ that is neither a text nor a picture or document."""
    name = PurePosixPath(path).name
    if attachments.kind_of(name):
        return None
    suffix = suffix_of(name.strip())
    if (suffix in PLAIN or name != name.strip() or "." not in name) and suffix not in ("json", *KEPT):
        place = PurePosixPath(path)
        if suffix in ("yml", "yaml"):
            folder = f"data/{path.removeprefix('content/').rpartition('/')[0]}".rstrip("/")
            message = f"Tệp {excerpt(name)} là tệp số liệu, không phải bài viết, nên không được đọc ở đây."
            return _stray(path, message, help=f"Chuyển tệp số liệu vào thư mục {folder}.")
        stem = slug(without_suffixes(name, PLAIN)) or "ten-trang"
        meant = article_name_meant(name) if is_of_province(place) else f"{stem}.md"
        message = f"{_fault(name, '.md')} nên không được đọc và không lên trang."
        return _stray(path, message, help=f"Đổi tên tệp thành {excerpt(meant)}.")
    message = f"Tệp {excerpt(name)} không được đăng lên trang."
    return Problem(Location(path), "file-not-published", message, attachments.advice(name), warning=True)


def _stray(path: str, message: str, *, help: str, warning: bool = False) -> Problem:
    return Problem(Location(path), "file-not-read" if warning else "wrong-suffix", message, help, warning)


def _fault(name: str, wanted: str = ".yml") -> str:
    """What is wrong with a name: «Tên tệp kết thúc bằng «.txt»»."""
    if name != name.strip():
        return "Tên tệp có dấu cách thừa ở đầu hoặc cuối"
    suffix = PurePosixPath(name).suffix
    return f"Tệp có đuôi {excerpt(suffix)}" if suffix else f"Tên tệp không có đuôi {wanted}"
