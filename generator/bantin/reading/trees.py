"""YAML text into plain text values, each with the place where it stands.

Every scalar stays the text that was typed: plain YAML would turn 1.210 into 1.21, 12:30 into 750 and «no» into False
without a word. Anchors, aliases, tags, duplicate keys and several documents in one file are refused: an editor who
meets them has made a slip, and they are how small files become large ones.
"""

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from bantin.places import naming
from bantin.problems import Found, Location, Problem, Text, excerpt
from bantin.reading.letters.characters import FORBIDDEN, MAX_BYTES, SPLIT, decoded, hidden_character
from bantin.reading.numbers import error_of_sheet
from bantin.reading.slips import LEADING_SIGN, QUOTE, at_mark, colon_without_space, no_space_after, slip_of
from bantin.vietnamese import normalise, slug

MAX_DEPTH = 12
MAX_NODES = 20_000


class Items(NamedTuple):
    """A list."""

    nodes: tuple["Node", ...]
    at: Location


class Entries(NamedTuple):
    """A mapping in the order of the file; keys of one slug are names that differ in their marks."""

    pairs: tuple[tuple[Text, "Node"], ...]
    at: Location


Node = Text | Items | Entries


_SHAPES = {Text: "một giá trị", Items: "một danh sách", Entries: "một nhóm mục"}


def read(content: bytes, source: str, *, first_line: int = 1, longest: int = MAX_BYTES) -> Found[Node | None]:
    """The tree of one file and what is wrong with its form; None when nothing could be read.

    `first_line` is where `content` begins in its file, for the front matter of an article.
    """
    text, problems = decoded(content, source, longest=longest)
    if text is None:
        return Found(None, problems)
    begin = Location(source, first_line)
    builder, root = _Builder(begin, text), None
    try:
        # The events of yaml.parse, with one call for each instead of three.
        root = builder.document(iter(yaml.CSafeLoader(text).get_event, None))
    except _Refused as refused:
        builder.problems.append(refused.problem)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(slip_of(error, text, begin=begin))
    return Found(root, (*problems, *builder.problems))


def tree_of(content: bytes, source: str, *, longest: int = MAX_BYTES) -> Found[Node | None]:
    """The tree of a file that should hold something."""
    found = read(content, source, longest=longest)
    if found.value is not None or found.problems:
        return found
    help = "Chép một tệp có sẵn làm mẫu, hoặc xóa tệp này."
    return Found(None, (Problem(Location(source), "file-empty", "Tệp chưa có nội dung.", help),))


def wrong_shape(node: Node, expected: str, *, help: str) -> Problem:
    """The problem of a node that is something else than expected."""
    quoted = f" {excerpt(node.value)}" if isinstance(node, Text) and node.value else ""
    return Problem(node.at, "wrong-shape", f"Ở đây cần {expected}, nhưng gặp {_SHAPES[type(node)]}{quoted}.", help)


def twice(key: Text, earlier: Text) -> Problem:
    """The problem of a key that stands there already."""
    message = f"Mục {excerpt(key.value)} trùng với mục {excerpt(earlier.value)} ở dòng {earlier.at.line}."
    return Problem(key.at, "duplicate-key", message, "Giữ một mục, xóa mục kia.", length=len(key.value))


def _are_two_names(one: str, other: str) -> bool:
    """Whether keys that fold to one slug are nevertheless two: xã Thanh An and xã Thạnh An, both with their marks."""
    marked = not one.isascii() and not other.isascii()
    return marked and naming.spelling(one) != naming.spelling(other)


class _Refused(Exception):
    """Something no file may have."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


_made = tuple.__new__  # half as long as to call the class, for a text that stands there a million times


class _Builder:
    """Builds the tree of one document from libyaml's events (faster than its composer, and anchors are visible)."""

    def __init__(self, begin: Location, text: str) -> None:
        self.begin, self.text = begin, text
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        open_nodes: list[tuple[list[Node], yaml.Event]] = []
        for count, event in enumerate(events):
            if count > MAX_NODES:
                self.refuse(event, "file-too-large", message="Tệp có quá nhiều mục.", help=SPLIT)
            node: Node | None = None
            if isinstance(event, yaml.ScalarEvent):
                node = text = self.scalar(event, len(open_nodes))
                if not event.style and (not event.value or ":" in event.value):
                    node = self.misread(text, event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.allow(event, len(open_nodes))
                open_nodes.append(([], event))
            elif isinstance(event, yaml.CollectionEndEvent):
                node = self.group(*open_nodes.pop())
            elif isinstance(event, yaml.AliasEvent):
                self.allow(event, len(open_nodes))
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                message = "Dòng «---» ngắt tệp làm hai phần; mỗi tệp chỉ có một phần."
                help = "Xóa dòng «---» này, hoặc tách thành hai tệp."
                self.refuse(event, "several-documents", message=message, help=help)
            if node is None:
                continue
            if open_nodes:
                open_nodes[-1][0].append(node)
            else:
                root = node
        return root

    def allow(self, event: yaml.Event, depth: int) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag:  # an alias has the anchor it stands for
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if anchor else "!"
            self.refuse(event, "anchor-or-tag", message=LEADING_SIGN.replace("{}", sign), help=QUOTE)
        if depth > MAX_DEPTH:
            help = "Kiểm tra thụt dòng và các dấu [ { - ở đầu giá trị."
            self.refuse(event, "too-deep", message="Các mục lồng vào nhau quá nhiều bậc.", help=help)

    def scalar(self, event: yaml.ScalarEvent, depth: int) -> Text:
        if event.anchor or event.tag or depth > MAX_DEPTH:
            self.allow(event, depth)
        start, end, text = event.start_mark, event.end_mark, event.value
        assert start
        assert end
        if not event.style and start.line == end.line:  # most texts; the same as below
            place = self.begin.source, start.line + self.begin.line, start.column + 1, ""
            return _made(Text, (text, _made(Location, place), True))
        at, quotes = at_mark(start, begin=self.begin), 0
        if event.style in ("'", '"'):
            at, quotes = at._replace(column=at.column + 1), 2  # point at the words, not at the quotation mark
            text = normalise(text)
            if hidden := FORBIDDEN.search(text):  # written as "\0"
                raise _Refused(hidden_character(hidden[0], at))
        as_typed = start.line == end.line and end.column - start.column == len(text) + quotes
        return Text(text.strip(), at, as_typed)

    def misread(self, node: Text, event: yaml.ScalarEvent) -> Node:
        """What was meant where YAML sees a comment («#REF!»), or one text in lines without a space after the colon."""
        start, end = event.start_mark, event.end_mark
        assert start
        assert end
        lines = self.text.split("\n")[start.line : end.line + 1] or [""]  # a mark may be after the end
        if not node.value:
            sign = lines[0][start.column :].strip()
            return Text(sign, node.at._replace(column=lines[0].rindex(sign) + 1)) if error_of_sheet(sign) else node
        if lines[0][: start.column].strip():
            return node
        found, at = list[tuple[Text, Node]](), node.at
        for number, line in enumerate(filter(str.strip, lines), start=at.line):
            if not (pair := no_space_after(line)):
                return node
            name, value = (Text(word, at._replace(line=number), as_typed=False) for word in pair)
            found.append((name, value))
        self.problems.append(colon_without_space(*(no_space_after(lines[0]) or ("", "")), at=at))
        return Entries(tuple(found), at)

    def group(self, nodes: list[Node], start: yaml.Event) -> Node:
        at = at_mark(start.start_mark, begin=self.begin)
        if not nodes:  # [] and {} say as little as nothing at all
            return Text("", at)
        return Items(tuple(nodes), at) if isinstance(start, yaml.SequenceStartEvent) else Entries(self.pairs(nodes), at)

    def pairs(self, nodes: list[Node]) -> tuple[tuple[Text, Node], ...]:
        seen, found = dict[str, Text](), list[tuple[Text, Node]]()
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            folded = slug(key.value) if isinstance(key, Text) else ""
            if not isinstance(key, Text) or not folded:
                help = "Tên mục có chữ hoặc số; câu chữ bắt đầu bằng [ hoặc { thì đặt trong ngoặc kép."
                self.problems.append(wrong_shape(key, "tên mục", help=help))
            elif folded in seen and not _are_two_names(key.value, seen[folded].value):
                self.problems.append(twice(key, seen[folded]))
            else:
                seen.setdefault(folded, key)
                found.append((key, value))
        return tuple(found)

    def refuse(self, event: yaml.Event, code: str, *, message: str, help: str) -> None:
        raise _Refused(Problem(at_mark(event.start_mark, begin=self.begin), code, message, help))
