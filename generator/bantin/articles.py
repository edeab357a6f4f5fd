"""Articles from content/ and the references to figures inside them.

`{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}` prints a figure as published. A reference is taken apart
as a call with texts for arguments and looked up; nothing in an article is ever evaluated.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from bantin.catalogue import AREAS
from bantin.model import Article, Image
from bantin.problems import Location, Problem
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
REFERENCES = {"so_lieu": "số liệu", "chi_tieu": "chỉ tiêu"}
EXAMPLE = '{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}'

_FILE = re.compile(r"(\d{4})-(\d{2})-(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


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


def article_of(content: bytes, path: PurePosixPath, problems: list[Problem]) -> Article | None:
    """The article a file holds; `path` is content/<province>[/<place>]/<date>-<slug>.md."""
    text, problem = decoded(content, str(path))
    if problem:
        problems.append(problem)
        return None
    front = _FRONT_MATTER.match(text)
    if not front:
        help = "Dòng đầu tiên là ---, rồi «Tiêu đề», «Tóm tắt», «Ngày», «Tác giả», «Nguồn», rồi một dòng --- nữa."
        problems.append(Problem(Location(str(path)), "front-matter-missing", "Bài viết chưa có phần đầu.", help))
        return None
    node, found = read(front[1].encode(), str(path), first_line=2)
    problems.extend(found)
    if node is None:
        return None
    return _article(Block(node, ARTICLE_KEYS, problems, name="Phần đầu bài viết"), path, text, front.end())


def references(article: Article) -> Iterator[Reference | Problem]:
    """Every reference of the article's body in order; a malformed one is a problem."""
    for match in _REFERENCE.finditer(article.body):
        before = article.body[: match.start()]
        line = article.body_line + before.count("\n")
        at = Location(article.at.source, line, match.start() - (before.rfind("\n") + 1) + 1)
        yield _reference(match, at, article.place) or _malformed(match[0], at)


def _article(block: Block, path: PurePosixPath, text: str, body_start: int) -> Article | None:
    day, name = path.name[:10], _FILE.fullmatch(path.name)
    published = block.day("Ngày")
    if not block.has("Tiêu đề", "Tóm tắt", "Ngày", "Tác giả", "Nguồn") or not published or not name:
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
        sources=sources_of(block),
        topics=block.choices("Chủ đề", AREAS),
        images=tuple(_image(Block(node, IMAGE_KEYS, block.problems, name="Ảnh")) for node in block.items("Ảnh")),
    )


def _image(block: Block) -> Image:
    block.has("Tệp", "Chú thích", "Nguồn ảnh", "Mô tả")
    file = block.text("Tệp")
    if file and not re.fullmatch(r"[a-z0-9][a-z0-9._-]*\.(?:jpe?g|png|webp|svg|avif)", file):
        message = f"«{file}» không phải là tên tệp ảnh."
        help = "Tên chỉ gồm chữ thường không dấu, số và gạch ngang, đuôi .jpg, .png, .webp; ảnh đặt cạnh bài viết."
        block.problems.append(Problem(block.at_key("Tệp"), "image-name", message, help))
    return Image(file, block.text("Chú thích"), block.text("Nguồn ảnh"), block.text("Mô tả"), block.at)


def _reference(match: re.Match[str], at: Location, place: str) -> Reference | None:
    try:
        call = ast.parse(match[1].strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in REFERENCES:
        return None
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    words = [*call.args, *named.values()]
    texts = [w.value for w in words if isinstance(w, ast.Constant) and isinstance(w.value, str)]
    if len(texts) != len(words) or len(call.args) != 3 or not named.keys() <= {"noi"}:
        return None
    period, part, indicator = texts[:3]
    elsewhere = texts[3] if named else place
    return Reference(call.func.id, elsewhere, period, part, indicator, at, match.start(), match.end())


def _malformed(text: str, at: Location) -> Problem:
    message = f"«{text}» không phải là lời gọi số liệu."
    return Problem(at, "reference-malformed", message, f"Viết như: {EXAMPLE}.")
