"""What an editor should change, or at least look at, and how it reads as one line of text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from bantin.problems.codes import CODES
from bantin.vietnamese import listed

T = TypeVar("T")

_LONGEST = 80


class Location(NamedTuple):
    """A place in a file: its path below the site's folder (with slashes), line and column, both from 1.

    In a workbook the two are those of a cell; a sheet as such has line 0.
    """

    source: str
    line: int = 1
    column: int = 1
    sheet: str = ""
    """The sheet of a workbook; empty in all other files, and where all of a workbook is meant."""

    def after(self, text: str) -> "Location":
        """Where a text ends that begins here."""
        line, column = text.count("\n"), len(text) - (text.rfind("\n") + 1)
        return Location(self.source, self.line + line, 1 + column if line else self.column + column)

    def __str__(self) -> str:
        if self.sheet:
            cell = f", ô {_letters(self.column)}{self.line}" if self.line else ""
            return f"{self.source}, trang tính “{self.sheet}”{cell}"
        return f"{self.source}:{self.line}:{self.column}"


def _letters(column: int) -> str:
    """The name of a column in a sheet: A, B, … Z, AA."""
    before, last = divmod(column - 1, 26)
    return f"{_letters(before) if before else ''}{chr(ord('A') + last)}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor should change, or at least look at."""

    location: Location
    code: str
    """Stable and searchable: «source-missing»; a key of `CODES`."""
    message: str
    """A full sentence: what was found and what is expected."""
    help: str = ""
    """A full sentence: how to write it."""
    warning: bool = False
    """Worth a look, does not stop the site."""
    accepted: str = ""
    """The reason why the figure stands although it is doubtful; it is then printed on the page and nowhere else."""
    length: int = 1
    """How many characters of the line, from the location's column on, are meant."""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such code: {self.code}")

    @property
    def is_contradiction(self) -> bool:
        """Whether what was printed contradicts itself, or the law; all else is of interest to the editor alone."""
        return CODES[self.code].contradiction

    @property
    def sentences(self) -> str:
        """What was found, and how to write it."""
        return f"{self.message} {self.help}".rstrip()

    def line(self) -> str:
        """The whole problem in one line that terminals and review tools turn into a link."""
        kind = "cảnh báo" if self.warning else "lỗi"
        return printable(f"{self.location}: {kind} [{self.code}] {self.sentences}".rstrip())


def excerpt(text: str) -> str:
    """What stands in a file as a message quotes it: in «», on one line, cut where it is long."""
    words = printable(" ".join(text.split()))
    return f"«{words[:_LONGEST]}…»" if len(words) > _LONGEST else f"«{words}»"


def guess(quoted: Iterable[str]) -> str:
    """A question whether one of these was meant, each as a message quotes it; nothing where there is none."""
    words = list(quoted)
    return f"Có phải là {listed(words, 'hoặc')}?" if words else ""


def printable(text: str) -> str:
    """The text with a sign for what nobody can read: names of files may hold anything, even line breaks."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def in_order(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(found), key=lambda p: (p.location, p.code, p.message)))


class Found(NamedTuple, Generic[T]):
    """What was read, and what is wrong with it."""

    value: T
    problems: tuple[Problem, ...] = ()


class Text(NamedTuple):
    """A scalar: the text as typed, in NFC, and where it begins."""

    value: str
    at: Location
    as_typed: bool = True
    """Whether its letters stand in the file one beside the other; escapes and several lines do not."""

    def at_letter(self, index: int) -> Location:
        """Where a letter stands; where the text begins, when that cannot be told."""
        return self.at._replace(column=self.at.column + index) if self.as_typed else self.at
