"""Articles and pages from content/, and the references to figures inside them.

`{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}` prints a figure as published. A reference is taken apart
as a name with three or four texts and looked up; nothing in an article is ever evaluated.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from bantin.model import (
    ARTICLE_FILE,
    MAX_LETTERS,
    MAX_LINES,
    Article,
    Asking,
    FileKind,
    Image,
    ReformArea,
    TextLink,
    WrittenPage,
    address_of,
    is_too_long,
    kind_of,
    name_problem,
    reached,
)
from bantin.problems import Found, Location, Problem, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block
from bantin.reading.keys import PATTERNS, KeyShape
from bantin.reading.letters.characters import decoded
from bantin.reading.lists import topics_of
from bantin.reading.sources import sources_of, web_address
from bantin.reading.trees import Entries, Node, read
from bantin.vietnamese import date_text

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"\A\s*# +(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")


def links_of(origin: str, text: str, *, at: Location, is_body: bool = True) -> Iterator[TextLink]:
    """The links and pictures of a text that begins at a place of its file.

    Each is told at its own place where the text is the file's last part, else where the text begins.
    """
    for target, is_picture, turn in reached(text):
        place = -1
        for _ in range(turn + 1 if is_body else 0):
            place = max(text.find(target, place + 1), place)
        yield TextLink(origin, target, at.after(text[:place]) if place >= 0 else at, is_picture)


def article_of(content: bytes, path: PurePosixPath, areas: tuple[ReformArea, ...] = ()) -> Found[Article | None]:
    """The article a file holds; `path` is content/<province>[/<place>]/<date>-<slug>.md, its topics are `areas`."""
    text, problems = _opened(content, path)
    if text is None:
        return Found(None, problems)
    if text.front is None:
        return Found(None, (*problems, _no_front_matter(path)))
    block = Block(text.front, vocabulary.ARTICLE, name="Phần đầu bài viết")
    article = _article(block, path, text=text, areas=areas)
    return Found(None if _is_too_long(block, text) else article, (*problems, *block.problems))


def page_of(content: bytes, path: PurePosixPath) -> Found[WrittenPage | None]:
    """The page about no single place that a file holds, read as an article is; it may do without front matter."""
    text, problems = _opened(content, path)
    if text is None:
        return Found(None, problems)
    block = Block(text.front or Entries((), Location(str(path))), vocabulary.PAGE, name="Phần đầu trang")
    page = _page(block, path, text=text)
    return Found(page, (*problems, *block.problems))


def _page(block: Block, path: PurePosixPath, *, text: "_Opened") -> WrittenPage | None:
    heading = _HEADING.match(text.body)
    title = block.text("Tiêu đề") or block.text("title")
    if not title and not heading:
        message = "Trang này chưa có tên."
        help = "Thêm ở đầu tệp một dòng «# Tên trang», hoặc phần đầu có «Tiêu đề»."
        block.note(Problem(Location(str(path)), "key-missing", message, help))
        return None
    if _is_too_long(block, text):
        return None
    cut = heading.end() if heading else 0
    return WrittenPage(
        path=address_of(path),
        title=title or (heading[1] if heading else ""),
        heading=heading[1] if heading else title,
        description=block.text("Mô tả") or block.text("description"),
        at=Location(str(path)),
        body=text.body[cut:],
        body_line=text.body_at.line + text.body[:cut].count("\n"),
    )


class _Opened(NamedTuple):
    """A text apart from its front matter."""

    front: Node | None
    """The tree of the front matter, where there is any."""
    body: str
    body_at: Location


def _opened(content: bytes, path: PurePosixPath) -> Found[_Opened | None]:
    """The text of a file; None when it, or its front matter, cannot be read."""
    text, problems = decoded(content, str(path))
    if text is None:
        return Found(None, problems)
    matter = _FRONT_MATTER.match(text)
    if not matter:
        return Found(_Opened(None, text, Location(str(path))), problems)
    front, found = read(matter[1].encode(), str(path), first_line=2)
    at = Location(str(path), text[: matter.end()].count("\n") + 1)
    opened = None if front is None and found else _Opened(front, text[matter.end() :], at)
    return Found(opened, (*problems, *found))


def _is_too_long(block: Block, text: _Opened) -> bool:
    too_long = is_too_long(text.body)
    if too_long:
        message = f"Bài viết dài hơn {MAX_LETTERS} chữ cái hoặc {MAX_LINES} dòng."
        block.note(Problem(text.body_at, "file-too-large", message, "Tách thành nhiều bài."))
    return too_long


def _article(block: Block, path: PurePosixPath, *, text: _Opened, areas: tuple[ReformArea, ...]) -> Article | None:
    day, name = path.name[:10], ARTICLE_FILE.fullmatch(path.name)
    complete = block.is_complete(but="Nguồn")
    published, sources = block.day("Ngày"), sources_of(block)
    topics = topics_of(block, areas)
    images = tuple(_image(block.inner(node, vocabulary.IMAGE, name="Ảnh")) for node in block.items("Ảnh"))
    hour, asking = _hour(block), _asking(block, published)
    if not complete or not published or not name:
        return None
    if published.isoformat() != day:
        message = f"«Ngày» là {date_text(published)}, nhưng tên tệp ghi {day}."
        help = "Sửa một trong hai cho khớp."
        block.note(Problem(block.at_key("Ngày"), "date-differs", message, help))
    return Article(
        place="/".join(path.parts[1:-1]),
        slug=name[4],
        title=block.text("Tiêu đề"),
        lead=block.text("Tóm tắt"),
        published=published,
        author=block.text("Tác giả"),
        at=Location(str(path)),
        body=text.body,
        body_line=text.body_at.line,
        sources=sources,
        topics=topics,
        images=images,
        hour=hour,
        asking=asking,
    )


def _hour(block: Block) -> str:
    found = block.scalar("Giờ")
    if not found:
        return ""
    if not re.fullmatch(PATTERNS[KeyShape.HOUR], found.value):
        message = f"Không đọc được giờ {excerpt(found.value)}."
        block.note(Problem(found.at, "hour-unreadable", message, "Ghi giờ:phút, ví dụ 15:39.", length=len(found.value)))
        return ""
    return found.value.rjust(5, "0")


def _asking(block: Block, published: date | None) -> Asking | None:
    """What the article asks opinions on; None where it asks for none, or lacks something of it."""
    if "Lấy ý kiến" not in block.nodes:
        return None
    asked = block.inner(block.nodes["Lấy ý kiến"], vocabulary.ASKING, name="Lấy ý kiến")
    complete, until = asked.is_complete(), asked.day("Đến ngày")
    body, document, to = asked.text("Cơ quan"), asked.text("Văn bản"), asked.text("Gửi về")
    if until and published and until < published:
        message = f"Hạn gửi ý kiến là {date_text(until)}, trước ngày đăng bài {date_text(published)}."
        block.note(Problem(asked.at_key("Đến ngày"), "deadline-before-article", message, "Xin xem lại hai ngày ấy."))
    return Asking(body, document, until, to, web_address(asked)) if complete and until else None


def _no_front_matter(path: PurePosixPath) -> Problem:
    help = "Dòng đầu tiên là ---, rồi «Tiêu đề», «Tóm tắt», «Ngày», «Tác giả», «Nguồn», rồi một dòng --- nữa."
    return Problem(Location(str(path)), "front-matter-missing", "Bài viết chưa có phần đầu.", help)


def _image(block: Block) -> Image:
    block.is_complete()
    file = block.text("Tệp")
    if file and (fault := name_problem(file) or _no_picture(file)):
        block.note(Problem(block.at_key("Tệp"), "image-name", *fault))
        file = ""
    return Image(file, block.text("Chú thích"), block.text("Nguồn ảnh"), block.text("Mô tả"), block.at)


def _no_picture(file: str) -> tuple[str, str] | None:
    if kind_of(file) is FileKind.PICTURE:
        return None
    return f"{excerpt(file)} không phải là tệp ảnh.", "Ảnh có đuôi .jpg, .png, .webp hoặc .avif."
