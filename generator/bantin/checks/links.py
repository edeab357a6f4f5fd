"""Links and pictures in texts of editors: what each means, and which lead nowhere.

A link is read as the file that it stands in reads it: «2023-6-thang.md», «../bai-khac.md#muc-mot», «quyet-dinh.pdf».
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from bantin.likeness import nearest
from bantin.model import AimKind, FileKind, TextLink, aim_of, kind_of
from bantin.problems import Problem, excerpt, guess

_NEAR = 300
"""Among how many addresses of the same place the nearest is looked for."""


class Destinations(NamedTuple):
    """What links and pictures may lead to."""

    addresses: Collection[str]
    """Those of all pages, and those of old that lead on."""
    files: Collection[str]
    """The pictures and documents of content/."""
    anchors: Mapping[str, Collection[str]]
    """The ids of the pages that people wrote; what other pages have is known once they are built."""


def problems_of(links: Iterable[TextLink], there: Destinations) -> Iterator[Problem]:
    """The links and pictures that lead nowhere, each with the nearest that does."""
    for link in links:
        problem = _picture(link, there) if link.is_picture else _link(link, there)
        if problem:
            message, help = problem
            code = "image-missing" if link.is_picture else "link-unknown"
            yield Problem(link.at, code, message, help, length=max(1, len(link.target)))


def _picture(link: TextLink, there: Destinations) -> tuple[str, str] | None:
    aim = aim_of(link.origin, link.target)
    if aim.kind is AimKind.ELSEWHERE:
        message = f"Ảnh {excerpt(link.target)} nằm ở trang khác, nên không hiện trên trang này."
        return message, "Tải ảnh về, nếu được phép dùng, rồi đặt cạnh bài viết."
    if aim.kind is AimKind.NOWHERE:
        message = f"Ảnh {excerpt(link.target)} nằm trong máy của người viết, người đọc không mở được."
        return message, "Chép ảnh vào cạnh bài viết rồi chỉ ghi tên tệp: anh-mot-cua.jpg."
    if f"content/{aim.path}" in there.files and kind_of(aim.path) is FileKind.PICTURE:
        return None
    return f"Không thấy tệp ảnh {excerpt(link.target)}.", _nearest_file(link, there.files) or (
        f"Đặt ảnh vào thư mục {PurePosixPath(link.origin).parent}, hoặc sửa lại tên."
    )


def _link(link: TextLink, there: Destinations) -> tuple[str, str] | None:
    aim = aim_of(link.origin, link.target)
    if aim.kind is AimKind.ELSEWHERE:
        return None
    if aim.kind is AimKind.NOWHERE:
        message = f"Liên kết {excerpt(link.target)} không mở được trên máy của người đọc."
        return message, "Ghi địa chỉ bắt đầu bằng https://, hoặc đặt tài liệu cạnh bài rồi ghi tên tệp."
    if aim.kind is AimKind.FILE:
        return None if f"content/{aim.path}" in there.files else _no_file(link, there.files)
    if aim.path not in there.addresses:
        return _no_page(link, _nearest_addresses(aim.path, there.addresses))
    ids = there.anchors.get(aim.path)
    if ids is None or not aim.anchor or aim.anchor in ids:
        return None
    message = f"Trang mà {excerpt(link.target)} dẫn đến không có đề mục «#{aim.anchor}»."
    close = (excerpt(f"#{id}") for id in nearest(aim.anchor, ids, limit=2))
    return message, guess(close) or "Xem lại tên đề mục, hoặc bỏ phần sau dấu #."


def _no_file(link: TextLink, files: Collection[str]) -> tuple[str, str]:
    help = _nearest_file(link, files) or f"Đặt tệp vào thư mục {PurePosixPath(link.origin).parent}."
    return f"Không có tệp {excerpt(link.target)} để dẫn đến.", help


def _no_page(link: TextLink, close: Iterable[str]) -> tuple[str, str]:
    here = "/".join(PurePosixPath(link.origin).parts[1:-1])
    named = (excerpt(posixpath.relpath(f"/{address}", f"/{here}") + "/") for address in close)
    message = f"Liên kết {excerpt(link.target)} không dẫn đến trang nào."
    return message, guess(named) or "Xem lại địa chỉ, hoặc bỏ liên kết."


def _nearest_file(link: TextLink, files: Collection[str]) -> str:
    folder = PurePosixPath(link.origin).parent
    beside = [PurePosixPath(file).name for file in files if PurePosixPath(file).parent == folder]
    close = nearest(PurePosixPath(link.target.replace("\\", "/")).name, beside, limit=2)
    return guess(map(excerpt, close))


def _nearest_addresses(path: str, addresses: Collection[str]) -> list[str]:
    """The addresses most like one: those with the same last part, then those of the same place."""
    last, place = path.rpartition("/")[2], f"{path.rpartition('/')[0]}/"
    same = sorted(address for address in addresses if last and address.rpartition("/")[2] == last)
    if same:
        return same[:2]
    beside = sorted(address for address in addresses if address.startswith(place)) or sorted(
        address for address in addresses if "/" not in address
    )
    return nearest(path, beside[:_NEAR], limit=2)
