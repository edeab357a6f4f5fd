"""A mapping, read one value at a time."""

from datetime import date
from functools import cache
from typing import TypeVar

from bantin.model import unknown
from bantin.problems import Location, Problem, Text, excerpt
from bantin.reading.dates import hint
from bantin.reading.keys import Key, Keys
from bantin.reading.numbers import error_of_sheet
from bantin.reading.trees import Entries, Items, Node, twice, wrong_shape
from bantin.vietnamese import listed, parse_date, slug

T = TypeVar("T")
Pairs = tuple[tuple[Text, Node], ...]


class Block:
    """A mapping, for a reader who asks for values one by one. With `keys`, only these are known; without, any name is.

    Keys that are not known, values of the wrong shape and empty values become problems of the block, with the place
    where they stand; the reader gets an empty answer and goes on. What is no mapping is one problem: `is_complete` then
    asks for nothing. A block inside this one has its problems here.
    """

    def __init__(self, node: Node, keys: Keys = (), *, name: str = "", inside: "Block | None" = None) -> None:
        self.at, self.keys, self.name = node.at, keys, name
        self._problems: list[Problem] = inside._problems if inside else []
        self.is_group = isinstance(node, Entries)
        self.pairs = self.pairs_of(node, keys)
        """All that stands in the mapping, in its order."""
        self.nodes = self._known() if keys else {}
        """The values of known keys."""

    def _known(self) -> dict[str, Node]:
        found, first = dict[str, Node](), dict[str, Text]()
        names = _names_by_slug(self.keys)
        for key, value in self.pairs:
            name = names.get(slug(key.value))
            if name in first:
                self._problems.append(twice(key, first[name]))
            elif name:
                found[name], first[name] = value, key
            else:
                self._problems.append(unknown(key, "mục", known=names.values()))
        return found

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the block, and with the blocks inside it, as far as they were read."""
        return tuple(self._problems)

    def note(self, *problems: Problem) -> None:
        """Count these among the problems of the block."""
        self._problems.extend(problems)

    def inner(self, node: Node, keys: Keys = (), *, name: str = "") -> "Block":
        """A block that stands inside this one."""
        return Block(node, keys, name=name, inside=self)

    def pairs_of(self, node: Node, keys: Keys = ()) -> Pairs:
        """The pairs of a mapping; anything else is a problem, which names the keys that belong here, and has none."""
        if isinstance(node, Entries):
            return node.pairs
        self.note(_nothing(node) if is_empty(node) else _no_group(node, keys))
        return ()

    def pairs_at(self, key: str) -> Pairs:
        """The pairs of the mapping at a key, which may have any names; none where there is no such key."""
        return self.pairs_of(self.nodes[key]) if key in self.nodes else ()

    def is_complete(self, *, but: str = "") -> bool:
        """Whether all required keys are there, but one; a problem names those that are not."""
        required = [key for key in self.keys if key.required and key.name != but]
        missing = [key.name for key in required if key.name not in self.nodes and not self.nodes.keys() & key.instead]
        if missing and self.is_group:
            owner = excerpt(self.name) if self.name else "Tệp này"
            message = f"{owner} còn thiếu mục {listed([f'«{key}»' for key in missing])}."
            lines = listed([f"«{key}: …»" for key in missing])
            help = f"Thêm dòng {lines}." if len(missing) == 1 else f"Thêm các dòng {lines}."
            self.note(Problem(self.at, "key-missing", message, help))
        return not missing

    def at_key(self, key: str) -> Location:
        """Where the value of a key stands, or the block when there is none."""
        return self.nodes[key].at if key in self.nodes else self.at

    def scalar(self, key: str) -> Text | None:
        """The scalar at a key, or None when there is none."""
        return self.scalar_of(self.nodes[key]) if key in self.nodes else None

    def scalar_of(self, node: Node) -> Text | None:
        """The scalar that a node of the block is; a list or a block in its place, or nothing at all, is a problem."""
        if isinstance(node, Text) and (error := error_of_sheet(node.value)):
            message = error.message.replace("{}", excerpt(node.value))
            self.note(Problem(node.at, error.code, message, error.help, length=len(node.value)))
        elif isinstance(node, Text) and node.value:
            return node
        elif is_empty(node):
            self.note(_nothing(node))
        else:
            help = "Ghi giá trị ngay sau dấu hai chấm, trên cùng một dòng."
            self.note(wrong_shape(node, "một giá trị", help=help))
        return None

    def text(self, key: str) -> str:
        """The text at a key, «» when there is none."""
        found = self.scalar(key)
        return found.value if found else ""

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of the list at a key; a single node counts as a list of one, no key as an empty one."""
        return items(self.nodes[key]) if key in self.nodes else ()

    def texts(self, key: str) -> tuple[Text, ...]:
        """The scalars of the list at a key; a single scalar counts as a list of one."""
        return tuple(found for node in self.items(key) if (found := self.scalar_of(node)))

    def choice(self, key: Key[T]) -> T | None:
        """What the word at a key stands for; a problem when it is none of the choices."""
        found = self.scalar(key.name)
        return self._chosen(key, found) if found else None

    def choices(self, key: Key[T]) -> tuple[T, ...]:
        """What the words of the list at a key stand for."""
        found = [self._chosen(key, word) for word in self.texts(key.name)]
        return tuple(choice for choice in found if choice is not None)

    def _chosen(self, key: Key[T], word: Text) -> T | None:
        folded = slug(word.value)
        if folded not in key.choices_by_slug:
            message = f"«{key.name}» không thể là {excerpt(word.value)}."
            help = f"Ghi một trong các từ: {listed(map(excerpt, key.words), 'hoặc')}."
            self.note(Problem(word.at, "unknown-choice", message, help, length=len(word.value)))
        return key.choices_by_slug.get(folded)

    def day(self, key: str) -> date | None:
        """The date at a key; a problem when it is no date."""
        found = self.scalar(key)
        if not found:
            return None
        day = parse_date(found.value)
        if not day:
            message = f"Không đọc được ngày {excerpt(found.value)}."
            help = hint(found.value) or "Ghi ngày/tháng/năm của một ngày có thật, ví dụ 20/08/2023."
            self.note(Problem(found.at, "date-unreadable", message, help, length=len(found.value)))
        return day


@cache
def _names_by_slug(keys: Keys) -> dict[str, str]:
    return {slug(key.name): key.name for key in keys}


def items(node: Node) -> tuple[Node, ...]:
    """The nodes of a list; any other node counts as a list of one."""
    return node.nodes if isinstance(node, Items) else (node,)


def is_empty(node: Node) -> bool:
    """Whether a key was written and nothing after it."""
    return isinstance(node, Text) and not node.value


def _no_group(node: Node, keys: Keys) -> Problem:
    begin = "Bỏ dấu gạch ngang hoặc ngoặc vuông" if isinstance(node, Items) else "Xuống dòng, thụt vào"
    known = f" Có thể ghi: {listed([excerpt(key.name) for key in keys], 'hoặc')}." if keys else ""
    help = f"{begin}, rồi ghi mỗi mục một dòng: tên mục, dấu hai chấm, giá trị.{known}"
    return wrong_shape(node, "một nhóm mục", help=help)


def _nothing(node: Node) -> Problem:
    help = "Điền giá trị hoặc xóa cả mục; giá trị bắt đầu bằng dấu # thì đặt trong ngoặc kép."
    return Problem(node.at, "value-missing", "Mục này chưa có giá trị.", help)
