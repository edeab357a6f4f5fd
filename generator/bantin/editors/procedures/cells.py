"""What stands in a cell: its parts, and the sentences that were not cut off."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from bantin.vietnamese import slug

T = TypeVar("T")
Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a line of YAML says, or several."""


class Placed(NamedTuple, Generic[T]):
    """What goes into the file, and a sentence for each thing that does not."""

    value: T
    left: tuple[str, ...] = ()


CUT = "chữ bị cắt ở nguồn nên chưa ghi: «{}»."
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZÀ-ỸĐ(+-])")
_SIGNS_OF_A_CUT = ("…", "...", "(đoạn đọc bị cắt")
_OF_PROGRAMS = re.compile(r"\bOTHER\b|[a-z]+[A-Z][a-z]|[A-Z]+_[A-Z]+")
"""Words of a program's own language, which no reader knows."""


def parts_of(cell: str) -> tuple[str, ...]:
    """The parts that « | » divides; inside brackets it divides none: «Tổ chức (không gồm doanh nghiệp | HTX)»."""
    parts: list[str] = []
    for part in cell.split("|"):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] = f"{parts[-1].rstrip()}, {part.strip()}"
        else:
            parts.append(part.strip())
    return tuple(part for part in parts if part)


def continued(parts: Iterable[str]) -> tuple[str, ...]:
    """Parts of which one with a small letter goes on with the one before: «Cán bộ», «công chức», «viên chức»."""
    found: list[str] = []
    for part in parts:
        if found and part[:1].islower():
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return tuple(found)


def is_cut(text: str) -> bool:
    """Whether the end of a text is missing, or words in its middle."""
    return any(sign in text for sign in _SIGNS_OF_A_CUT) or text.count("(") > text.count(")")


def is_of_programs(text: str) -> bool:
    """Whether it holds words of a program: «OTHER», «processingDay»."""
    return bool(_OF_PROGRAMS.search(text))


def whole(text: str) -> str:
    """The sentences of a text that are whole; «» where none is."""
    return " ".join(sentence for sentence in _SENTENCE.split(text) if not is_cut(sentence))


def kept(parts: Iterable[str]) -> Placed[list[Plain]]:
    """The parts that are whole, each once."""
    found = list(parts)
    return Placed([*dict.fromkeys(part for part in found if not is_cut(part))], tuple(_cut(found)))


def by_case(pairs: Iterable[tuple[str, str]]) -> dict[str, Plain]:
    """Values by the names of their cases, each name once."""
    found: dict[str, Plain] = {}
    taken: set[str] = set()
    for name, value in pairs:
        free = next(one for one in _names(name) if slug(one) not in taken)
        taken.add(slug(free))
        found[free] = value
    return found


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} ({number})" for number in range(2, 1000))


def _cut(parts: Iterable[str]) -> Iterator[str]:
    return (CUT.format(part) for part in parts if is_cut(part))
