"""YAML text into plain text values, each with the place where it stands.

Every scalar stays the text that was typed: plain YAML would turn 1.210 into 1.21, 12:30 into 750 and «no» into False
without a word. Anchors, aliases, tags, duplicate keys and several documents in one file are refused: an editor who
meets them has made a slip, and they are how small files become large ones.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

import yaml

from bantin.problems import Location, Problem
from bantin.vietnamese import listed, nearest, normalise, parse_date, slug

MAX_BYTES = 1_000_000
MAX_DEPTH = 12

# What YAML itself forbids, and the marks that turn the reading direction of a line around.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)

# libyaml's words for the slips editors make, and ours. The order matters: the first that fits is used.
_SLIPS = (
    ("cannot start any token", "yaml-syntax", "Dòng này bắt đầu bằng một ký tự không dùng được ở đây.",
     "Thụt dòng bằng dấu cách, không bằng phím Tab; giá trị bắt đầu bằng % @ ` thì đặt trong ngoặc kép."),
    ("mapping values are not allowed", "yaml-syntax", "Dấu hai chấm ở đây không rõ thuộc về mục nào.",
     "Kiểm tra thụt dòng; dấu hai chấm nằm trong câu chữ thì đặt cả câu trong ngoặc kép: Tên: \"Huyện A: kết quả\"."),
    ("could not find expected ':'", "yaml-syntax", "Sau tên mục còn thiếu dấu hai chấm.",
     "Viết: tên mục, dấu hai chấm, một dấu cách, rồi giá trị."),
    ("did not find expected key", "yaml-syntax", "Dòng này thụt vào không thẳng hàng với các dòng cùng mục.",
     "Các mục cùng cấp phải bắt đầu ở cùng một cột."),
    ("did not find expected '-' indicator", "yaml-syntax", "Danh sách phía trên bị ngắt ở dòng này.",
     "Mỗi phần của danh sách bắt đầu bằng dấu gạch ngang, thẳng hàng nhau."),
    ("quoted scalar", "yaml-syntax", "Ngoặc kép được mở mà chưa đóng.", "Thêm dấu ngoặc kép ở cuối câu."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: the text as typed, in NFC, and where it begins."""

    value: str
    at: Location


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping in the order of the file; no two keys fold to one slug."""

    pairs: tuple[tuple[Text, "Node"], ...]
    at: Location


Node = Text | Items | Entries
T = TypeVar("T")

_SHAPES = {Text: "một giá trị", Items: "một danh sách", Entries: "một nhóm mục"}


def read(content: bytes, source: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The tree of one file and what is wrong with its form; None when nothing could be read.

    `first_line` is where `content` begins in its file, for the front matter of an article.
    """
    text, problem = decoded(content, source)
    if problem:
        return None, [problem]
    builder = _Builder(source, first_line)
    try:
        return builder.document(yaml.parse(text, Loader=yaml.CSafeLoader)), builder.problems
    except _Refused:
        return None, builder.problems
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted scalar" in f"{error.context}"
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        return None, [*builder.problems, _slip(builder.location(mark), f"{error.problem} {error.context}")]


def decoded(content: bytes, source: str) -> tuple[str, Problem | None]:
    """The text of a file without its byte order mark and with plain line ends, or the reason why it cannot be read."""
    if len(content) > MAX_BYTES:
        size = f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB."
        return "", Problem(Location(source), "file-too-large", size, "Tách tệp theo kỳ hoặc theo đơn vị.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        return "", Problem(
            _place_after(before, source),
            "not-utf8",
            f"Tệp không ở bảng mã UTF-8: có byte 0x{content[error.start]:02X} ở đây.",
            "Mở tệp bằng trình soạn thảo, chọn «Lưu thành» với bảng mã UTF-8.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        return "", Problem(
            _place_after(text[: found.start()], source),
            "control-character",
            f"Có ký tự điều khiển không nhìn thấy được (U+{ord(found[0]):04X}) ở đây.",
            "Xóa ký tự này; thường nó bị chép lẫn từ tệp khác.",
        )
    return text, None


class Block:
    """A mapping with known keys, for a reader who asks for values one by one.

    Keys that are not known, values of the wrong shape and empty values become problems, with the place where they
    stand; the reader gets an empty answer and goes on.
    """

    def __init__(self, node: Node, keys: Collection[str], problems: list[Problem], *, name: str = "") -> None:
        self.at, self.name, self.problems = node.at, name, problems
        self.nodes: dict[str, Node] = {}
        names = {slug(key): key for key in keys}
        for key, value in entries(node, problems):
            if name_of_key := names.get(slug(key.value)):
                self.nodes[name_of_key] = value
            else:
                problems.append(unknown(key, "mục", keys))

    def has(self, *keys: str) -> bool:
        """Whether all these keys are there; a problem names those that are not."""
        missing = [f"«{key}»" for key in keys if key not in self.nodes]
        if missing:
            owner = f"«{self.name}»" if self.name else "Phần này"
            message = f"{owner} còn thiếu mục {listed(missing)}."
            self.problems.append(Problem(self.at, "key-missing", message, "Thêm mục đó, mỗi mục một dòng."))
        return not missing

    def at_key(self, key: str) -> Location:
        """Where the value of a key stands, or the block when there is none."""
        return self.nodes[key].at if key in self.nodes else self.at

    def scalar(self, key: str) -> Text | None:
        """The scalar at a key, or None when there is none."""
        return text_of(self.nodes[key], self.problems) if key in self.nodes else None

    def text(self, key: str) -> str:
        """The text at a key, «» when there is none."""
        found = self.scalar(key)
        return found.value if found else ""

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of the list at a key; a single node counts as a list of one, no key as an empty one."""
        return items(self.nodes[key]) if key in self.nodes else ()

    def texts(self, key: str) -> list[Text]:
        """The scalars of the list at a key; a single scalar counts as a list of one."""
        return [found for node in self.items(key) if (found := text_of(node, self.problems))]

    def choice(self, key: str, choices: Mapping[str, T]) -> T | None:
        """What the word at a key stands for; a problem when it is none of the choices."""
        found = self.scalar(key)
        return self._chosen(key, found, choices) if found else None

    def choices(self, key: str, choices: Mapping[str, T]) -> tuple[T, ...]:
        """What the words of the list at a key stand for."""
        found = [self._chosen(key, word, choices) for word in self.texts(key)]
        return tuple(choice for choice in found if choice is not None)

    def _chosen(self, key: str, word: Text, choices: Mapping[str, T]) -> T | None:
        by_slug = {slug(name): choice for name, choice in choices.items()}
        if slug(word.value) not in by_slug:
            message = f"«{key}» không thể là «{word.value}»."
            help = f"Ghi một trong các từ: {listed(choices, 'hoặc')}."
            self.problems.append(Problem(word.at, "unknown-choice", message, help))
        return by_slug.get(slug(word.value))

    def day(self, key: str) -> date | None:
        """The date at a key; a problem when it is no date."""
        found = self.scalar(key)
        if not found:
            return None
        day = parse_date(found.value)
        if not day:
            message = f"«{found.value}» không phải là một ngày có thật."
            help = "Ghi ngày/tháng/năm, ví dụ 20/08/2023."
            self.problems.append(Problem(found.at, "date-unreadable", message, help))
        return day


def entries(node: Node, problems: list[Problem]) -> tuple[tuple[Text, Node], ...]:
    """The pairs of a mapping; anything else is a problem and has none."""
    if isinstance(node, Entries):
        return node.pairs
    if is_empty(node):
        problems.append(_nothing(node))
    else:
        problems.append(wrong_shape(node, "một nhóm mục"))
    return ()


def items(node: Node) -> tuple[Node, ...]:
    """The nodes of a list; any other node counts as a list of one."""
    return node.nodes if isinstance(node, Items) else (node,)


def text_of(node: Node, problems: list[Problem]) -> Text | None:
    """The scalar itself; a list or a block in its place, or nothing at all, is a problem and None."""
    if not isinstance(node, Text):
        problems.append(wrong_shape(node, "một giá trị"))
        return None
    if is_empty(node):
        problems.append(_nothing(node))
        return None
    return node


def is_empty(node: Node) -> bool:
    """Whether a key was written and nothing after it."""
    return isinstance(node, Text) and not node.value


def wrong_shape(node: Node, expected: str) -> Problem:
    """The problem of a list where a value belongs, and the like."""
    message = f"Ở đây cần {expected}, nhưng gặp {_SHAPES[type(node)]}."
    return Problem(node.at, "wrong-shape", message, "Xem ví dụ trong data/README.md.")


def _nothing(node: Node) -> Problem:
    return Problem(node.at, "value-missing", "Mục này chưa có giá trị.", "Điền giá trị hoặc xóa cả dòng.")


def unknown(key: Text, noun: str, candidates: Collection[str], *, code: str = "unknown-key") -> Problem:
    """The problem of a name that is not known, with the nearest one that is."""
    close = nearest(key.value, candidates, limit=2)
    if close:
        hint = f"Có phải là {listed([f'«{name}»' for name in close], 'hoặc')}?"
    else:
        hint = f"Có thể ghi: {listed(candidates, 'hoặc')}." if 0 < len(candidates) <= 12 else ""
    return Problem(key.at, code, f"Không có {noun} nào tên là «{key.value}».", hint)


class _Refused(Exception):
    """Something no file may have; the problem is already noted."""


class Mark(Protocol):
    """What both parsers of PyYAML tell of a place; from 0."""

    line: int
    column: int


class _Builder:
    """Builds the tree of one document from libyaml's events (faster than its composer, and anchors are visible)."""

    def __init__(self, source: str, first_line: int) -> None:
        self.source, self.first_line = source, first_line
        self.problems: list[Problem] = []

    def location(self, mark: Mark | None) -> Location:
        return Location(self.source, mark.line + self.first_line, mark.column + 1) if mark else Location(self.source)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.refuse(event, "several-documents", "Một tệp chỉ ghi một văn bản số liệu.", "Bỏ dòng «---» này.")
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 0)
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        at = self.location(event.start_mark)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or anchor or tag:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if anchor else "!"
            message = f"Không dùng dấu «{sign}» ở đầu giá trị: tệp số liệu không có tham chiếu và kiểu dữ liệu."
            self.refuse(event, "anchor-or-tag", message, "Ghi lại giá trị đầy đủ, hoặc đặt câu chữ trong ngoặc kép.")
        if depth > MAX_DEPTH:
            self.refuse(event, "too-deep", "Các mục lồng nhau quá sâu.", "Kiểm tra thụt dòng và các dấu [ { -.")
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("'", '"'):  # point at the words, not at the quotation mark
                at = replace(at, column=at.column + 1)
            return Text(normalise(event.value).strip(), at)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.children(events, yaml.SequenceEndEvent, depth)), at)
        nodes = list(self.children(events, yaml.MappingEndEvent, depth))
        return Entries(tuple(self.pairs(nodes)), at)

    def children(self, events: Iterator[yaml.Event], end: type[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, end):
                return
            yield self.node(event, events, depth + 1)

    def pairs(self, nodes: list[Node]) -> Iterator[tuple[Text, Node]]:
        seen: dict[str, Text] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Text):
                self.problems.append(wrong_shape(key, "tên mục"))
            elif earlier := seen.get(slug(key.value)):
                message = f"Mục «{key.value}» đã có ở dòng {earlier.at.line}."
                self.problems.append(Problem(key.at, "duplicate-key", message, "Giữ một dòng, xóa dòng kia."))
            else:
                seen[slug(key.value)] = key
                yield key, value

    def refuse(self, event: yaml.Event, code: str, message: str, help: str) -> None:
        self.problems.append(Problem(self.location(event.start_mark), code, message, help))
        raise _Refused


def _place_after(text: str, source: str) -> Location:
    return Location(source, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def _slip(at: Location, words: str) -> Problem:
    for english, code, message, help in _SLIPS:
        if english in words:
            return Problem(at, code, message, help)
    return Problem(
        at,
        "yaml-syntax",
        "Dòng này hoặc dòng trước nó chưa viết đúng cách.",
        "Kiểm tra thụt dòng, dấu hai chấm và ngoặc kép.",
    )
