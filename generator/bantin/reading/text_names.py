"""Which files of content/ are texts of a site, and their addresses."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from bantin.model import address_of, is_article
from bantin.problems import Location, Problem, excerpt
from bantin.reading.file_names import article_name_meant, is_of_province
from bantin.reading.listing import Listing
from bantin.vietnamese import slug

_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def misnamed(path: PurePosixPath) -> Problem | None:
    """The problem of a text whose name or place is neither an article's nor a page's."""
    if is_article(path):
        return None
    if is_of_province(path):
        meant, folder = article_name_meant(path.name), "/".join(path.parts[: min(len(path.parts) - 1, 3)])
        if len(path.parts) > 4:
            message = f"Bài viết {excerpt(path.name)} nằm sâu quá một thư mục, nên không lên trang."
            help = f"Chuyển bài lên thư mục {folder}, tên là {excerpt(meant)}."
        else:
            message = f"Tên tệp {excerpt(path.name)} không dùng được cho một bài viết."
            help = f"Đặt tên gồm ngày và chữ thường không dấu, nối bằng gạch ngang, như {excerpt(meant)}."
        return Problem(Location(str(path)), "article-name", message, help)
    names = [*path.parts[1:-1], path.stem]
    if all(_ADDRESS.fullmatch(name) for name in names):
        return None
    meant = "/".join(slug(name) or "trang" for name in names)
    message = f"Tên {excerpt('/'.join(path.parts[1:]))} không dùng được làm địa chỉ của trang."
    help = f"Tên tệp và thư mục chỉ gồm chữ thường không dấu, số và gạch ngang: content/{meant}.md."
    return Problem(Location(str(path)), "page-name", message, help)


def texts_of(listing: Listing) -> Iterator[PurePosixPath]:
    """The texts of content/ that become pages."""
    paths = (PurePosixPath(path) for paths in listing.texts.values() for path in paths)
    return (path for path in paths if not misnamed(path))


def pages_collide(listing: Listing) -> Iterator[Problem]:
    """Two pages that people wrote about no single place, under one address: «tin.md» and «tin/index.md»."""
    taken: dict[str, PurePosixPath] = {}
    pages = (path for path in texts_of(listing) if not is_article(path))
    for path in sorted(pages, key=lambda path: (len(path.parts), path)):
        first = taken.setdefault(address_of(path), path)
        if first is not path:
            message = f"Địa chỉ «{address_of(path)}/» đã dùng cho tệp {first}."
            yield Problem(Location(str(path)), "address-taken", message, "Đổi tên, hoặc xóa một trong hai tệp.")
