"""Links and pictures in texts of editors: what each means, and which lead nowhere.

A link is read as the file that it stands in reads it: «2023-6-thang.md», «../bai-khac.md#muc-mot», «quyet-dinh.pdf».
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from bantin.model import Aim, AimKind, TextLink, aim_of, kind_of
from bantin.problems import Problem, excerpt
from bantin.vietnamese import listed, nearest

_NEAR = 300
"""Among how many addresses of the same place the nearest is looked for."""


def problems_of(
    links: Iterable[TextLink],
    addresses: Collection[str],
    files: Collection[str],
    anchors: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """The links and pictures that lead nowhere, each with the nearest that does.

    `addresses` are those of all pages, `files` the pictures and documents of content/, and `anchors` the ids of the
    pages that people wrote; what other pages have is known once they are built.
    """
    for link in links:
        aim = aim_of(link.origin, link.target)
        problem = _picture(link, aim, files) if link.is_picture else _link(link, aim, addresses, files, anchors)
        if problem:
            message, help = problem
            code = "image-missing" if link.is_picture else "link-unknown"
            yield Problem(link.at, code, message, help, length=max(1, len(link.target)))


def _picture(link: TextLink, aim: Aim, files: Collection[str]) -> tuple[str, str] | None:
    if aim.kind is AimKind.ELSEWHERE:
        message = f"Ảnh {excerpt(link.target)} nằm ở trang khác, nên không hiện trên trang này."
        return message, "Tải ảnh về, nếu được phép dùng, rồi đặt cạnh bài viết."
    if aim.kind is AimKind.NOWHERE:
        message = f"Ảnh {excerpt(link.target)} nằm trong máy của người viết, người đọc không mở được."
        return message, "Chép ảnh vào cạnh bài viết rồi chỉ ghi tên tệp: anh-mot-cua.jpg."
    if f"content/{aim.path}" in files and kind_of(aim.path) == "picture":
        return None
    return f"Không thấy tệp ảnh {excerpt(link.target)}.", _nearest_file(link, files) or (
        f"Đặt ảnh vào thư mục {PurePosixPath(link.origin).parent}, hoặc sửa lại tên."
    )


def _link(
    link: TextLink,
    aim: Aim,
    addresses: Collection[str],
    files: Collection[str],
    anchors: Mapping[str, Collection[str]],
) -> tuple[str, str] | None:
    if aim.kind is AimKind.ELSEWHERE:
        return None
    if aim.kind is AimKind.NOWHERE:
        message = f"Liên kết {excerpt(link.target)} không mở được trên máy của người đọc."
        return message, "Ghi địa chỉ bắt đầu bằng https://, hoặc đặt tài liệu cạnh bài rồi ghi tên tệp."
    if aim.kind is AimKind.FILE:
        if f"content/{aim.path}" in files:
            return None
        help = _nearest_file(link, files) or f"Đặt tệp vào thư mục {PurePosixPath(link.origin).parent}."
        return f"Không có tệp {excerpt(link.target)} để dẫn đến.", help
    if aim.path not in addresses:
        close = _nearest_addresses(aim.path, addresses)
        here = "/".join(PurePosixPath(link.origin).parts[1:-1])
        named = [excerpt(posixpath.relpath(f"/{address}", f"/{here}") + "/") for address in close]
        help = f"Có phải là {listed(named, 'hoặc')}?" if named else "Xem lại địa chỉ, hoặc bỏ liên kết."
        return f"Liên kết {excerpt(link.target)} không dẫn đến trang nào.", help
    ids = anchors.get(aim.path)
    if ids is None or not aim.anchor or aim.anchor in ids:
        return None
    close = [excerpt(f"#{id}") for id in nearest(aim.anchor, ids, limit=2)]
    help = f"Có phải là {listed(close, 'hoặc')}?" if close else "Xem lại tên đề mục, hoặc bỏ phần sau dấu #."
    return f"Trang mà {excerpt(link.target)} dẫn đến không có đề mục «#{aim.anchor}».", help


def _nearest_file(link: TextLink, files: Collection[str]) -> str:
    folder = PurePosixPath(link.origin).parent
    beside = [PurePosixPath(file).name for file in files if PurePosixPath(file).parent == folder]
    close = nearest(PurePosixPath(link.target.replace("\\", "/")).name, beside, limit=2)
    return f"Có phải là {listed(map(excerpt, close), 'hoặc')}?" if close else ""


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
