"""YAML text into plain text values, each with the place where it stands.

Every scalar stays the text that was typed: plain YAML would turn 1.210 into 1.21, 12:30 into 750 and «no» into False
without a word. Anchors, aliases, tags, duplicate keys and several documents in one file are refused: an editor who
meets them has made a slip, and they are how small files become large ones.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

import yaml

from bantin.folders import CONFLICT
from bantin.garbled import Garbled, garbled
from bantin.problems import Location, Problem, excerpt
from bantin.vietnamese import listed, nearest, normalise, parse_date, slug

MAX_BYTES = 200_000
MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_MARKS = 20
MAX_LETTERS, MAX_LINES = 30_000, 2_000
"""How long a text of an editor may be: longer ones are not read, or turned into a page, in good time."""
MAX_HINTS = 100
OF_FORM = ("not-nfc", "letter-eth")
"""The codes of what reading puts right: of interest to the editor alone."""

# What YAML itself forbids, line ends that only some programs know, marks that turn the reading direction of a line
# around, and signs without width: «1.210» with one inside looks right and is no number.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]"
)


_HALF_CONFLICT = re.compile(rb"^={7}\r?$", re.MULTILINE)  # in Markdown, the line under a heading
_ANY_MARK = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2000-\u206f]{20}")  # Vietnamese in NFC has none
_ETH = re.compile("[\u00d0\u00f0]")


class _Slip(NamedTuple):
    """A slip that editors make, by libyaml's words for it."""

    english: str
    message: str
    """{} stands for the sign at the place."""
    help: str
    code: str = "yaml-syntax"
    at_context: bool = False
    """Whether the slip is where libyaml began to read the part, and not where it stopped."""
    line: str = ".*"
    """A pattern for the line up to and with the sign at the place, where libyaml's words alone do not tell."""


_NO_TAB = "Dòng này thụt vào bằng phím Tab.", "Thụt vào bằng dấu cách, mỗi bậc hai dấu cách."
_NOT_ALIGNED = "Dòng này không thẳng hàng với các dòng cùng cấp.", "Các mục cùng cấp phải bắt đầu ở cùng một cột."
_QUOTE = "Đặt cả đoạn chữ trong ngoặc kép."
_LEADING_SIGN = "Đoạn chữ này không thể bắt đầu bằng dấu «{}», vì ở đây dấu ấy có nghĩa riêng."
# The order matters: the first that fits is used.
_SLIPS = (
    _Slip("a tab character", *_NO_TAB),
    _Slip("cannot start any token", *_NO_TAB, line=r".*\t"),
    _Slip("cannot start any token", "Dấu «%» không thể đứng trước con số hay đoạn chữ.",
          "Viết dấu này sau con số: 95%; nếu là câu chữ thì đặt cả đoạn trong ngoặc kép.", line=".*%"),
    _Slip("cannot start any token", _LEADING_SIGN, _QUOTE),
    _Slip("expected node content", _LEADING_SIGN, _QUOTE, line=".+"),
    _Slip("alphabetic or numeric character", _LEADING_SIGN, _QUOTE, "anchor-or-tag", at_context=True),
    _Slip("a tag", _LEADING_SIGN, _QUOTE, "anchor-or-tag", at_context=True),
    _Slip("tag handle", _LEADING_SIGN, _QUOTE, "anchor-or-tag", at_context=True),
    _Slip("a block scalar", "Sau dấu «{}» ở đầu giá trị phải xuống dòng ngay.",
          "Nếu dấu này là một phần của con số, xin viết bằng chữ: trên 95%.", at_context=True),
    _Slip("mapping values", "Trong giá trị có dấu hai chấm, nên chưa rõ đâu là tên mục.",
          'Đặt cả giá trị trong ngoặc kép: Tên: "Huyện A: kết quả".', line=r".*:\s.*"),
    _Slip("mapping values", "Mục ở dòng này không nối được với dòng ngay trên.",
          "Xem cả hai dòng: các mục cùng cấp phải thẳng hàng; sau tên mục là dấu hai chấm, rồi một dấu cách."),
    _Slip("expected ':'", "Dòng này chưa có dấu hai chấm sau tên mục.",
          "Viết: tên mục, dấu hai chấm, một dấu cách, rồi giá trị.", at_context=True),
    _Slip("block sequence entries", "Dấu gạch ngang của danh sách phải đứng đầu một dòng.",
          "Xuống dòng rồi mới viết «- »; nếu là câu chữ thì đặt trong ngoặc kép."),
    _Slip("expected '-' indicator", "Danh sách phía trên bị ngắt ở dòng này.",
          "Mỗi phần của danh sách bắt đầu bằng dấu gạch ngang, các dấu thẳng hàng nhau."),
    _Slip("expected ',' or", "Dấu «{}» mở ra ở đây mà chưa đóng.",
          "Viết mỗi phần của danh sách trên một dòng, bắt đầu bằng «- »; nếu là câu chữ thì đặt trong ngoặc kép.",
          at_context=True),
    _Slip("escape c", "Trong ngoặc kép, dấu «\\» có nghĩa riêng.", "Bỏ dấu này, hoặc viết hai dấu liền nhau: \\\\."),
    _Slip("quoted scalar", "Dấu {} mở ra ở đây mà chưa đóng.", "Thêm dấu {} ở cuối câu.", at_context=True),
    _Slip("expected key", "Sau dấu đóng ngoặc còn có chữ.",
          "Xóa phần chữ ấy, hoặc bao cả đoạn bằng nháy đơn: 'Báo \"Nhân dân\" đăng'.", line=r".*\S.+"),
    _Slip("expected key", *_NOT_ALIGNED),
    _Slip("expected <document start>", *_NOT_ALIGNED),
)  # fmt: skip


class Text(NamedTuple):
    """A scalar: the text as typed, in NFC, and where it begins."""

    value: str
    at: Location
    as_typed: bool = True
    """Whether its letters stand in the file one beside the other; escapes and several lines do not."""

    def at_letter(self, index: int) -> Location:
        """Where a letter stands; where the text begins, when that cannot be told."""
        return self.at._replace(column=self.at.column + index) if self.as_typed else self.at


class Items(NamedTuple):
    """A list."""

    nodes: tuple["Node", ...]
    at: Location


class Entries(NamedTuple):
    """A mapping in the order of the file; no two keys fold to one slug."""

    pairs: tuple[tuple[Text, "Node"], ...]
    at: Location


Node = Text | Items | Entries
T = TypeVar("T")
Name = TypeVar("Name")

_SHAPES = {Text: "một giá trị", Items: "một danh sách", Entries: "một nhóm mục"}


def read(content: bytes, source: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The tree of one file and what is wrong with its form; None when nothing could be read.

    `first_line` is where `content` begins in its file, for the front matter of an article.
    """
    text, problems = decoded(content, source)
    if text is None:
        return None, problems
    builder = _Builder(source, first_line, problems)
    try:
        # The events of yaml.parse, with one call for each instead of three.
        return builder.document(iter(yaml.CSafeLoader(text).get_event, None)), builder.problems
    except _Refused:
        return None, builder.problems
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, builder.slip(error, text)]


def conflict(content: bytes, source: str) -> Problem | None:
    """The problem of a file that two people changed, where git has left its marks."""
    mark = CONFLICT.search(content) or (None if source.endswith(".md") else _HALF_CONFLICT.search(content))
    if not mark:
        return None
    at = Location(source, content.count(b"\n", 0, mark.start()) + 1)
    message = "Hai người cùng sửa tệp này, và git chưa biết giữ phần của ai."
    help = (
        "Tìm các dòng <<<<<<<, =======, >>>>>>>: giữa chúng là phần của từng người. Giữ phần đúng rồi xóa ba dòng ấy."
    )
    return Problem(at, "merge-conflict", message, help, length=7)


def decoded(content: bytes, source: str, *, longest: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """The text of a file and what is wrong with its characters; None when it cannot be read.

    The text has no byte order mark, plain line ends, and is normalised before anything is counted: a column counts
    letters as readers see them, and a file gives the same report in NFC and NFD, but for one word about that.
    """
    if len(content) > longest:
        size = f"Tệp lớn hơn {longest // 1000} kB."
        return None, [Problem(Location(source), "file-too-large", size, "Tách tệp theo kỳ hoặc theo đơn vị.")]
    try:
        typed = _with_line_ends(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        at = _place_after(normalise(_with_line_ends(error.object[: error.start].decode("utf-8"))), source)
        message = "Tệp chưa được lưu theo bảng mã UTF-8: từ vị trí này không đọc được chữ."
        help = "Mở tệp bằng trình soạn thảo, chọn «Lưu thành» (Save as) với bảng mã (Encoding) UTF-8."
        return None, [Problem(at, "not-utf8", message, help)]
    if found := garbled(typed):
        return None, [_garbled(found, _place_after(normalise(typed[: found.start]), source))]
    if (place := _pile(typed)) is not None:
        message = "Ở đây có rất nhiều dấu chồng lên một chữ."
        return None, [Problem(_place_after(typed[:place], source), "control-character", message, "Gõ lại chữ này.")]
    text = normalise(typed)
    if hidden := _FORBIDDEN.search(text):
        return None, [_hidden_character(hidden[0], _place_after(text[: hidden.start()], source))]
    return text, [] if text == typed else list(_unlike(typed, source))


class Block:
    """A mapping with known keys, for a reader who asks for values one by one.

    Keys that are not known, values of the wrong shape and empty values become problems, with the place where they
    stand; the reader gets an empty answer and goes on. What is no mapping is one problem: `has` then asks for nothing.
    """

    def __init__(self, node: Node, keys: Collection[str], problems: list[Problem], *, name: str = "") -> None:
        self.at, self.name, self.problems = node.at, name, problems
        self.nodes: dict[str, Node] = {}
        self.is_group = isinstance(node, Entries)
        names = {slug(key): key for key in keys}
        for key, value in entries(node, problems, keys):
            if name_of_key := names.get(slug(key.value)):
                self.nodes[name_of_key] = value
            else:
                problems.append(unknown(key, "mục", offered(keys, problems)))

    def has(self, *keys: str) -> bool:
        """Whether all these keys are there; a problem names those that are not."""
        missing = [key for key in keys if key not in self.nodes]
        if missing and self.is_group:
            owner = excerpt(self.name) if self.name else "Tệp này"
            message = f"{owner} còn thiếu mục {listed([f'«{key}»' for key in missing])}."
            lines = listed([f"«{key}: …»" for key in missing])
            help = f"Thêm dòng {lines}." if len(missing) == 1 else f"Thêm các dòng {lines}."
            self.problems.append(Problem(self.at, "key-missing", message, help))
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
            message = f"«{key}» không thể là {excerpt(word.value)}."
            help = f"Ghi một trong các từ: {listed(map(excerpt, choices), 'hoặc')}."
            self.problems.append(Problem(word.at, "unknown-choice", message, help, length=len(word.value)))
        return by_slug.get(slug(word.value))

    def day(self, key: str) -> date | None:
        """The date at a key; a problem when it is no date."""
        found = self.scalar(key)
        if not found:
            return None
        day = parse_date(found.value)
        if not day:
            message = f"Không đọc được ngày {excerpt(found.value)}."
            help = "Ghi ngày/tháng/năm của một ngày có thật, ví dụ 20/08/2023."
            self.problems.append(Problem(found.at, "date-unreadable", message, help, length=len(found.value)))
        return day


def entries(node: Node, problems: list[Problem], keys: Collection[str] = ()) -> tuple[tuple[Text, Node], ...]:
    """The pairs of a mapping; anything else is a problem, which names the keys that belong here, and has none."""
    if isinstance(node, Entries):
        return node.pairs
    if is_empty(node):
        problems.append(_nothing(node))
    else:
        begin = "Bỏ dấu gạch ngang hoặc ngoặc vuông" if isinstance(node, Items) else "Xuống dòng, thụt vào"
        known = f" Có thể ghi: {listed(map(excerpt, keys), 'hoặc')}." if keys else ""
        help = f"{begin}, rồi ghi mỗi mục một dòng: tên mục, dấu hai chấm, giá trị.{known}"
        problems.append(_wrong_shape(node, "một nhóm mục", help))
    return ()


def items(node: Node) -> tuple[Node, ...]:
    """The nodes of a list; any other node counts as a list of one."""
    return node.nodes if isinstance(node, Items) else (node,)


def text_of(node: Node, problems: list[Problem]) -> Text | None:
    """The scalar itself; a list or a block in its place, or nothing at all, is a problem and None."""
    if not isinstance(node, Text):
        problems.append(_wrong_shape(node, "một giá trị", "Ghi giá trị ngay sau dấu hai chấm, trên cùng một dòng."))
        return None
    if is_empty(node):
        problems.append(_nothing(node))
        return None
    return node


def is_too_long(text: str) -> bool:
    """Whether a text is longer than any that an editor writes."""
    return len(text) > MAX_LETTERS or text.count("\n") > MAX_LINES


def is_empty(node: Node) -> bool:
    """Whether a key was written and nothing after it."""
    return isinstance(node, Text) and not node.value


def _wrong_shape(node: Node, expected: str, help: str) -> Problem:
    quoted = f" {excerpt(node.value)}" if isinstance(node, Text) and node.value else ""
    return Problem(node.at, "wrong-shape", f"Ở đây cần {expected}, nhưng gặp {_SHAPES[type(node)]}{quoted}.", help)


def _nothing(node: Node) -> Problem:
    help = "Điền giá trị hoặc xóa cả mục; giá trị bắt đầu bằng dấu # thì đặt trong ngoặc kép."
    return Problem(node.at, "value-missing", "Mục này chưa có giá trị.", help)


def offered(candidates: Collection[Name], problems: list[Problem]) -> Collection[Name]:
    """What a misspelt name is compared with: nothing once there are so many problems that hints help nobody."""
    return candidates if len(problems) < MAX_HINTS else ()


def unknown(key: Text, noun: str, candidates: Collection[str], *, code: str = "unknown-key") -> Problem:
    """The problem of a name that is not known, with the nearest one that is."""
    close = nearest(key.value, candidates, limit=2)
    if close:
        hint = f"Có phải là {listed(map(excerpt, close), 'hoặc')}?"
    else:
        hint = f"Có thể ghi: {listed(map(excerpt, candidates), 'hoặc')}." if 0 < len(candidates) <= 13 else ""
    return Problem(key.at, code, f"Không có {noun} nào tên là {excerpt(key.value)}.", hint, length=len(key.value) or 1)


class _Refused(Exception):
    """Something no file may have; the problem is already noted."""


class Mark(Protocol):
    """What both parsers of PyYAML tell of a place; from 0."""

    line: int
    column: int


_made = tuple.__new__  # half as long as to call the class, for a text that stands there a million times


class _Builder:
    """Builds the tree of one document from libyaml's events (faster than its composer, and anchors are visible)."""

    def __init__(self, source: str, first_line: int, problems: list[Problem]) -> None:
        self.source, self.first_line, self.problems = source, first_line, problems

    def location(self, mark: Mark | None) -> Location:
        return Location(self.source, mark.line + self.first_line, mark.column + 1) if mark else Location(self.source)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        open_nodes: list[tuple[list[Node], yaml.Event]] = []
        for count, event in enumerate(events):
            if count > MAX_NODES:
                message = "Tệp có quá nhiều mục."
                self.refuse(event, "file-too-large", message, "Tách tệp theo kỳ hoặc theo đơn vị.")
            node: Node | None = None
            if isinstance(event, yaml.ScalarEvent):
                node = self.scalar(event, len(open_nodes))
            elif isinstance(event, yaml.CollectionStartEvent):
                self.allow(event, len(open_nodes))
                open_nodes.append(([], event))
            elif isinstance(event, yaml.CollectionEndEvent):
                node = self.group(*open_nodes.pop())
            elif isinstance(event, yaml.AliasEvent):
                self.allow(event, len(open_nodes))
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                message = "Dòng «---» ngắt tệp làm hai phần; mỗi tệp chỉ có một phần."
                self.refuse(event, "several-documents", message, "Xóa dòng «---» này, hoặc tách thành hai tệp.")
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
            self.refuse(event, "anchor-or-tag", _LEADING_SIGN.replace("{}", sign), _QUOTE)
        if depth > MAX_DEPTH:
            message = "Các mục lồng vào nhau quá nhiều bậc."
            self.refuse(event, "too-deep", message, "Kiểm tra thụt dòng và các dấu [ { - ở đầu giá trị.")

    def scalar(self, event: yaml.ScalarEvent, depth: int) -> Text:
        if event.anchor or event.tag or depth > MAX_DEPTH:
            self.allow(event, depth)
        start, end, text = event.start_mark, event.end_mark, event.value
        assert start
        assert end
        if not event.style and start.line == end.line:  # most texts; the same as below
            place = self.source, start.line + self.first_line, start.column + 1
            return _made(Text, (text, _made(Location, place), True))
        at, quotes = self.location(start), 0
        if event.style in ("'", '"'):
            at, quotes = at._replace(column=at.column + 1), 2  # point at the words, not at the quotation mark
            text = normalise(text)
            if hidden := _FORBIDDEN.search(text):  # written as "\0"
                self.problems.append(_hidden_character(hidden[0], at))
                raise _Refused
        as_typed = start.line == end.line and end.column - start.column == len(text) + quotes
        return Text(text.strip(), at, as_typed)

    def group(self, nodes: list[Node], start: yaml.Event) -> Node:
        at = self.location(start.start_mark)
        if not nodes:  # [] and {} say as little as nothing at all
            return Text("", at)
        return Items(tuple(nodes), at) if isinstance(start, yaml.SequenceStartEvent) else Entries(self.pairs(nodes), at)

    def pairs(self, nodes: list[Node]) -> tuple[tuple[Text, Node], ...]:
        seen: dict[str, tuple[Text, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            folded = slug(key.value) if isinstance(key, Text) else ""
            if not isinstance(key, Text) or not folded:
                help = "Tên mục có chữ hoặc số; câu chữ bắt đầu bằng [ hoặc { thì đặt trong ngoặc kép."
                self.problems.append(_wrong_shape(key, "tên mục", help))
            elif folded in seen:
                earlier = seen[folded][0]
                message = f"Mục {excerpt(key.value)} trùng với mục {excerpt(earlier.value)} ở dòng {earlier.at.line}."
                help = "Giữ một mục, xóa mục kia."
                self.problems.append(Problem(key.at, "duplicate-key", message, help, length=len(key.value)))
            else:
                seen[folded] = key, value
        return tuple(seen.values())

    def slip(self, error: yaml.MarkedYAMLError, text: str) -> Problem:
        """What libyaml could not read, in words for an editor."""
        words, lines = f"{error.problem} {error.context}", [*text.split("\n"), ""]  # a mark may be after the end
        if "expected node content" in words and error.problem_mark and not any(lines[error.problem_mark.line :]):
            last = text.rstrip()
            message = "Tệp dừng ở đây mà còn dấu mở ngoặc chưa đóng."
            return Problem(_place_after(last[:-1], self.source, self.first_line), "yaml-syntax", message, _QUOTE)
        for slip in _SLIPS:
            mark = (error.context_mark if slip.at_context else None) or error.problem_mark
            line = lines[mark.line][: mark.column + 1] if mark else ""
            if slip.english in words and re.fullmatch(slip.line, line):
                message, help = (part.replace("{}", line[-1:]) for part in (slip.message, slip.help))
                return Problem(self.location(mark), slip.code, message, help)
        message, help = (
            "Dòng này hoặc dòng trước nó chưa viết đúng cách.",
            "Kiểm tra thụt dòng, dấu hai chấm và ngoặc kép.",
        )
        return Problem(self.location(error.problem_mark), "yaml-syntax", message, help)

    def refuse(self, event: yaml.Event, code: str, message: str, help: str) -> None:
        self.problems.append(Problem(self.location(event.start_mark), code, message, help))
        raise _Refused


def _with_line_ends(text: str) -> str:
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


def _unlike(typed: str, source: str) -> Iterator[Problem]:
    """What was put right without asking, once for each file."""
    composed = unicodedata.normalize("NFC", typed)
    if composed != typed:
        begin = next(place for place, (a, b) in enumerate(zip(typed, composed, strict=False)) if a != b)
        message = "Chữ và dấu được lưu rời nhau (dạng NFD), nên có nơi tìm không ra; trang vẫn đọc và in đúng."
        help = "Chọn bảng mã «Unicode dựng sẵn» trong bộ gõ rồi lưu lại tệp."
        yield Problem(_place_after(composed[:begin], source), "not-nfc", message, help, warning=True)
    if eth := _ETH.search(composed):
        message = f"Chữ «{eth[0]}» ở đây (U+{ord(eth[0]):04X}) chỉ giống chữ «{normalise(eth[0])}»; trang vẫn in đúng."
        help = f"Gõ lại chữ «{normalise(eth[0])}» bằng bộ gõ tiếng Việt."
        yield Problem(_place_after(composed[: eth.start()], source), "letter-eth", message, help, warning=True)


def _garbled(found: Garbled, at: Location) -> Problem:
    meant = f" Có lẽ là {excerpt(found.meant)}." if found.meant else ""
    message = f"Chữ Việt ở đây bị vỡ: {excerpt(found.text)}.{meant}"
    help = "Gõ lại đoạn này"
    help += "; chép từ tệp cũ thì chuyển tệp ấy sang phông Unicode trước." if found.meant else " theo nguồn."
    return Problem(at, "text-garbled", message, help, length=max(1, len(normalise(found.text))))


def _hidden_character(character: str, at: Location) -> Problem:
    message = f"Ở đây có một ký tự ẩn, không nhìn thấy được (U+{ord(character):04X})."
    help = "Xóa đoạn chữ ở chỗ này rồi gõ lại; ký tự ẩn hay lẫn vào khi chép từ trang khác."
    return Problem(at, "control-character", message, help)


def _place_after(text: str, source: str, first_line: int = 1) -> Location:
    return Location(source, text.count("\n") + first_line, len(text) - (text.rfind("\n") + 1) + 1)
