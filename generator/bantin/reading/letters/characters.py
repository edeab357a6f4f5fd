"""The bytes of a file as text, and what is wrong with its characters."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bantin.folders import CONFLICT
from bantin.problems import Found, Location, Problem, excerpt
from bantin.vietnamese import normalise

# Its patterns take a twentieth of a second, and a check that finds all files as they were reads none.
if TYPE_CHECKING:
    from bantin.reading.letters.garbled import Garbled

MAX_BYTES = 200_000


MAX_MARKS = 20
SPLIT = "Tách tệp theo kỳ hoặc theo đơn vị."
"""What to do with a file that is too large."""


# What YAML itself forbids, line ends that only some programs know, marks that turn the reading direction of a line
# around, and signs without width: «1.210» with one inside looks right and is no number.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]"
)


_SIGNS_OF_CONFLICT = tuple(7 * sign for sign in (b"<", b">", b"|", b"="))
_HALF_CONFLICT = re.compile(rb"^={7}\r?$", re.MULTILINE)  # in Markdown, the line under a heading
_ANY_MARK = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2000-\u206f]{20}")  # Vietnamese in NFC has none
# Texts of these letters and signs alone, as nearly all are, have nothing that any of the patterns here looks for.
_ORDINARY = re.compile(
    "[\n -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9«»\u2013\u2018\u2019\u201c\u201d\u2026]*"
)
_ETH = re.compile("[\u00d0\u00f0]")


def conflict(content: bytes, source: str) -> Problem | None:
    """The problem of a file that two people changed, where git has left its marks."""
    if not any(sign in content for sign in _SIGNS_OF_CONFLICT):
        return None
    mark = CONFLICT.search(content) or (None if source.endswith(".md") else _HALF_CONFLICT.search(content))
    if not mark:
        return None
    at = Location(source, content.count(b"\n", 0, mark.start()) + 1)
    message = "Hai người cùng sửa tệp này, và git chưa biết giữ phần của ai."
    help = (
        "Tìm các dòng <<<<<<<, =======, >>>>>>>: giữa chúng là phần của từng người. Giữ phần đúng rồi xóa ba dòng ấy."
    )
    return Problem(at, "merge-conflict", message, help, length=7)


def decoded(content: bytes, source: str, *, longest: int = MAX_BYTES) -> Found[str | None]:
    """The text of a file and what is wrong with its characters; None when it cannot be read.

    The text has no byte order mark, plain line ends, and is normalised before anything is counted: a column counts
    letters as readers see them, and a file gives the same report in NFC and NFD, but for one word about that.
    """
    from bantin.reading.letters.garbled import garbled  # noqa: PLC0415

    begin = Location(source)
    if len(content) > longest:
        size = f"Tệp lớn hơn {longest // 1000} kB."
        return Found(None, (Problem(begin, "file-too-large", size, SPLIT),))
    try:
        typed = with_line_ends(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        at = begin.after(normalise(with_line_ends(error.object[: error.start].decode("utf-8"))))
        message = "Tệp chưa được lưu theo bảng mã UTF-8: từ vị trí này không đọc được chữ."
        help = "Mở tệp bằng trình soạn thảo, chọn «Lưu thành» (Save as) với bảng mã (Encoding) UTF-8."
        return Found(None, (Problem(at, "not-utf8", message, help),))
    if found := garbled(typed):
        return Found(None, (_garbled(found, begin.after(normalise(typed[: found.start]))),))
    if _ORDINARY.fullmatch(typed):
        return Found(typed)
    if (place := _pile(typed)) is not None:
        message = "Ở đây có rất nhiều dấu chồng lên một chữ."
        at = begin.after(typed[:place])
        return Found(None, (Problem(at, "control-character", message, "Gõ lại chữ này."),))
    text = normalise(typed)
    if hidden := FORBIDDEN.search(text):
        return Found(None, (hidden_character(hidden[0], begin.after(text[: hidden.start()])),))
    return Found(text) if text == typed else Found(text, tuple(_unlike(typed, begin)))


def with_line_ends(text: str) -> str:
    """The text with plain line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _pile(text: str) -> int | None:
    """Where more marks stand on one letter than any language has; putting thousands in order takes minutes."""
    if not _ANY_MARK.search(text):
        return None
    marks = 0
    for place, sign in enumerate(text):
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > MAX_MARKS:
            return place
    return None


def _unlike(typed: str, begin: Location) -> Iterator[Problem]:
    """What was put right without asking, once for each file."""
    composed = unicodedata.normalize("NFC", typed)
    if composed != typed:
        first = next(place for place, (a, b) in enumerate(zip(typed, composed, strict=False)) if a != b)
        message = "Chữ và dấu được lưu rời nhau (dạng NFD), nên có nơi tìm không ra; trang vẫn đọc và in đúng."
        help = "Chọn bảng mã «Unicode dựng sẵn» trong bộ gõ rồi lưu lại tệp."
        yield Problem(begin.after(composed[:first]), "not-nfc", message, help, warning=True)
    if eth := _ETH.search(composed):
        message = f"Chữ «{eth[0]}» ở đây (U+{ord(eth[0]):04X}) chỉ giống chữ «{normalise(eth[0])}»; trang vẫn in đúng."
        help = f"Gõ lại chữ «{normalise(eth[0])}» bằng bộ gõ tiếng Việt."
        yield Problem(begin.after(composed[: eth.start()]), "letter-eth", message, help, warning=True)


def _garbled(found: "Garbled", at: Location) -> Problem:
    meant = f" Có lẽ là {excerpt(found.meant)}." if found.meant else ""
    message = f"Chữ Việt ở đây bị vỡ: {excerpt(found.text)}.{meant}"
    help = "Gõ lại đoạn này"
    help += "; chép từ tệp cũ thì chuyển tệp ấy sang phông Unicode trước." if found.meant else " theo nguồn."
    return Problem(at, "text-garbled", message, help, length=max(1, len(normalise(found.text))))


def hidden_character(character: str, at: Location) -> Problem:
    message = f"Ở đây có một ký tự ẩn, không nhìn thấy được (U+{ord(character):04X})."
    help = "Xóa đoạn chữ ở chỗ này rồi gõ lại; ký tự ẩn hay lẫn vào khi chép từ trang khác."
    return Problem(at, "control-character", message, help)
