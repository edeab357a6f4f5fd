"""Articles from content/ and the references to figures inside them.

`{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}` prints a figure as published. A reference is taken apart
as a name with three or four texts and looked up; nothing in an article is ever evaluated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from bantin.catalogue import AREAS
from bantin.model import Article, Image
from bantin.problems import Location, Problem, excerpt
from bantin.reading import Block, decoded, read
from bantin.reports import SOURCE_KEYS, sources_of
from bantin.vietnamese import date_text, listed

ARTICLE_KEYS = {
    "Tiêu đề": "Tiêu đề của bài",
    "Tóm tắt": "Một, hai câu nói điều chính",
    "Ngày": "Ngày đăng bài này, trùng với ngày trong tên tệp",
    "Tác giả": "Người hoặc ban biên tập đã viết",
    "Nguồn": f"Danh sách nguồn, mỗi nguồn gồm {listed(SOURCE_KEYS)}",
    "Chủ đề": "Các nội dung cải cách mà bài nói tới",
    "Ảnh": "Danh sách ảnh",
}
IMAGE_KEYS = {
    "Tệp": "Tên tệp ảnh đặt cạnh bài viết",
    "Chú thích": "Lời ghi dưới ảnh",
    "Nguồn ảnh": "Người chụp, cơ quan giữ bản quyền",
    "Mô tả": "Ảnh cho thấy gì, viết cho người không nhìn thấy ảnh",
}
MAX_LETTERS, MAX_LINES = 30_000, 2_000
REFERENCES = {"so_lieu": "số liệu", "chi_tieu": "chỉ tiêu"}
EXAMPLE = '{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}'

# «index» is the page of the folder itself.
_FILE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})-(?!index\.md)([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"\{\{.*?(?:\}\}|\Z)", re.DOTALL)
# Word processors turn straight quotation marks into curly ones.
_TEXT = "\"[^\"]*\"|'[^']*'|“[^”]*”"
_CALL = re.compile(
    rf"\{{\{{\s*(\w+)\s*\(\s*({_TEXT})\s*,\s*({_TEXT})\s*,\s*({_TEXT})\s*(?:,\s*noi\s*=\s*({_TEXT})\s*)?\)\s*\}}\}}"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a figure or a target in an article."""

    kind: str
    """«so_lieu» or «chi_tieu»."""
    place: str
    period: str
    slice: str
    indicator: str
    at: Location
    start: int
    end: int
    """Where it stands in the article's body."""


def is_article(path: PurePosixPath) -> bool:
    """Whether a file below content/ is an article about a place, and not a page of the site."""
    return bool(_FILE.fullmatch(path.name)) and len(path.parts) in (3, 4)


def misnamed(path: PurePosixPath) -> Problem | None:
    """The problem of a file in a place's folder whose name begins as an article's does and ends otherwise."""
    if is_article(path) or len(path.parts) not in (3, 4) or not re.match(r"\d{4}-\d{2}-\d{2}", path.name):
        return None
    message = f"Tên tệp «{path.name}» không dùng được cho một bài viết."
    help = "Đặt tên gồm ngày và chữ thường không dấu, nối bằng gạch ngang: 2026-11-22-ho-so-truc-tuyen.md."
    return Problem(Location(str(path)), "article-name", message, help)


def article_of(content: bytes, path: PurePosixPath, problems: list[Problem]) -> Article | None:
    """The article a file holds; `path` is content/<province>[/<place>]/<date>-<slug>.md."""
    text, found = decoded(content, str(path))
    problems += found
    if text is None:
        return None
    front = _FRONT_MATTER.match(text)
    if not front:
        problems.append(_no_front_matter(path))
        return None
    node, found = read(front[1].encode(), str(path), first_line=2)
    problems.extend(found)
    if node is None:
        problems.extend([] if found else [_no_front_matter(path)])
        return None
    article = _article(Block(node, ARTICLE_KEYS, problems, name="Phần đầu bài viết"), path, text, front.end())
    if is_too_long(text[front.end() :]):
        message = f"Bài viết dài hơn {MAX_LETTERS} chữ cái hoặc {MAX_LINES} dòng."
        at = Location(str(path), text[: front.end()].count("\n") + 1)
        problems.append(Problem(at, "file-too-large", message, "Tách thành nhiều bài."))
        return None
    return article


def is_too_long(text: str) -> bool:
    """Whether a text of an editor is longer than one is read, or turned into a page, in good time."""
    return len(text) > MAX_LETTERS or text.count("\n") > MAX_LINES


def references(article: Article) -> Iterator[Reference | Problem]:
    """Every reference of the article's body in order; a malformed one is a problem."""
    for match in _REFERENCE.finditer(article.body):
        before = article.body[: match.start()]
        line = article.body_line + before.count("\n")
        at = Location(article.at.source, line, match.start() - (before.rfind("\n") + 1) + 1)
        yield _reference(match, at, article.place) or _malformed(match[0], at)


def _article(block: Block, path: PurePosixPath, text: str, body_start: int) -> Article | None:
    day, name = path.name[:10], _FILE.fullmatch(path.name)
    complete = block.has("Tiêu đề", "Tóm tắt", "Ngày", "Tác giả")
    published, sources, topics = block.day("Ngày"), sources_of(block), block.choices("Chủ đề", AREAS)
    images = tuple(_image(Block(node, IMAGE_KEYS, block.problems, name="Ảnh")) for node in block.items("Ảnh"))
    if not complete or not published or not name:
        return None
    if published.isoformat() != day:
        message = f"«Ngày» là {date_text(published)}, nhưng tên tệp ghi {day}."
        help = "Sửa một trong hai cho khớp."
        block.problems.append(Problem(block.at_key("Ngày"), "date-differs", message, help))
    return Article(
        place="/".join(path.parts[1:-1]),
        slug=name[4],
        title=block.text("Tiêu đề"),
        lead=block.text("Tóm tắt"),
        published=published,
        author=block.text("Tác giả"),
        at=Location(str(path)),
        body=text[body_start:],
        body_line=text[:body_start].count("\n") + 1,
        sources=sources,
        topics=topics,
        images=images,
    )


def _no_front_matter(path: PurePosixPath) -> Problem:
    help = "Dòng đầu tiên là ---, rồi «Tiêu đề», «Tóm tắt», «Ngày», «Tác giả», «Nguồn», rồi một dòng --- nữa."
    return Problem(Location(str(path)), "front-matter-missing", "Bài viết chưa có phần đầu.", help)


def _image(block: Block) -> Image:
    block.has("Tệp", "Chú thích", "Nguồn ảnh", "Mô tả")
    file = block.text("Tệp")
    if file and not re.fullmatch(r"[a-z0-9][a-z0-9._-]{,99}\.(?:jpe?g|png|webp|svg|avif)", file):
        message = f"{excerpt(file)} không dùng được làm tên tệp ảnh."
        help = "Tên chỉ gồm chữ thường không dấu, số và gạch ngang, đuôi .jpg, .png hoặc .webp."
        block.problems.append(Problem(block.at_key("Tệp"), "image-name", message, help))
        file = ""
    return Image(file, block.text("Chú thích"), block.text("Nguồn ảnh"), block.text("Mô tả"), block.at)


def _reference(match: re.Match[str], at: Location, place: str) -> Reference | None:
    call = _CALL.fullmatch(match[0])
    if not call or call[1] not in REFERENCES:
        return None
    period, part, indicator = (call[group][1:-1] for group in (2, 3, 4))
    elsewhere = call[5][1:-1] if call[5] else place
    return Reference(call[1], elsewhere, period, part, indicator, at, match.start(), match.end())


def _malformed(text: str, at: Location) -> Problem:
    message = f"{excerpt(text)} không phải là chỗ nhắc đến một số liệu."
    return Problem(
        at, "reference-malformed", message, f"Viết như: {EXAMPLE}; hai dấu ngoặc nhọn chỉ dùng cho việc này."
    )
