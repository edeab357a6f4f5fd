"""A key that editors write: its name, what stands after it, and how it is explained."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Any, Generic, TypeVar

from bantin.model import PAGE_ADDRESS
from bantin.vietnamese import slug

T = TypeVar("T")


class KeyShape(Enum):
    """What stands after a key."""

    TEXT = auto()
    TEXTS = auto()
    """A text, or a list of them."""
    DAY = auto()
    YEAR = auto()
    HOUR = auto()
    CHOICE = auto()
    CHOICES = auto()
    WEB_ADDRESS = auto()
    PAGE_ADDRESS = auto()
    """An address in this site: kien-giang/2022."""
    PHRASE = auto()
    """A text with one {} for the figure."""
    INDICATOR = auto()
    """The name of an indicator."""
    SCOPES = auto()
    """The name of a scope, or a list of them."""
    GROUP = auto()
    """A mapping of its own, or a list of them."""


PATTERNS = {
    KeyShape.YEAR: r"[12][0-9]{3}",
    KeyShape.HOUR: r"([01]?[0-9]|2[0-3]):[0-5][0-9]",
    KeyShape.PAGE_ADDRESS: f"{PAGE_ADDRESS}/?",
    KeyShape.PHRASE: r"[^{}]*\{\}[^{}]*",
}
"""How the text of a shape is written, for Python and JavaScript alike."""
FOUR_DIGITS = "Ghi năm bằng bốn chữ số, ví dụ 2022."


@dataclass(frozen=True, eq=False)
class Key(Generic[T]):
    """A key of a block. A choice stands for a `T`."""

    name: str
    explanation: str
    example: str = ""
    shape: KeyShape = KeyShape.TEXT
    required: bool = False
    instead: tuple[str, ...] = ()
    """The keys of which one may stand in the place of this required one."""
    choices: Mapping[str, T] = field(default_factory=dict)

    @property
    def description(self) -> str:
        """The explanation with its example."""
        return f"{self.explanation}: {self.example}" if self.example else self.explanation

    @property
    def words(self) -> tuple[str, ...]:
        """One word for each choice: the first of those that stand for it."""
        words = {choice: word for word, choice in reversed([*self.choices.items()])}
        return tuple(words.values())[::-1]

    @cached_property
    def choices_by_slug(self) -> dict[str, T]:
        """What each word stands for, by its slug."""
        return {slug(word): choice for word, choice in self.choices.items()}


Keys = tuple[Key[Any], ...]
"""The keys of a block in the order in which they are told."""
