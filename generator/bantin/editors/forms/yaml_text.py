"""Values as they are written in YAML: plain where that is read as the same text, else in quotation marks or lines."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Tree = Mapping[str, "Tree | Sequence[Tree] | str"]
"""Names with what stands below them: a value, a group, or a list of groups."""

_STEP = "  "
_PLAIN = re.compile(
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<](?:[^\n\r\t#:]|:(?=\S)|(?<=\S)#)*(?<![\s:])|-[0-9][^\n\r\t#:]*(?<![\s:])"
)
_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?=[,\[\]{}])")
_KEY_WORDS = frozenset(("null", "~"))


def scalar(text: str, *, in_flow: bool = False) -> str:
    """A value in one line."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _KEY_WORDS and not text.startswith(("---", "..."))
    return text if plain and not (in_flow and _IN_FLOW.search(text)) else quoted(text)


def quoted(text: str, sign: str = '"') -> str:
    """A value in quotation marks of a kind; what one line cannot hold comes in double ones."""
    if sign == "'" and "\n" not in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return json.dumps(text, ensure_ascii=False)


def lines_of(tree: Tree, indent: str = "") -> Iterator[str]:
    """The lines of a group."""
    for name, value in tree.items():
        start = f"{indent}{scalar(name)}:"
        if isinstance(value, str):
            yield from _value(start, value, indent)
        elif isinstance(value, Mapping):
            yield start
            yield from lines_of(value, indent + _STEP)
        else:
            yield start
            for one in value:
                first, *rest = lines_of(one, indent + _STEP + _STEP)
                yield f"{indent}{_STEP}- {first.strip()}"
                yield from rest


def lines_apart(tree: Tree) -> Iterator[str]:
    """The lines of a group of its own, with room between the groups of groups in it: those of slices."""
    for name, value in tree.items():
        if isinstance(value, Mapping) and all(isinstance(below, Mapping) for below in value.values()):
            yield f"{scalar(name)}:"
            for number, (inner, below) in enumerate(value.items()):
                yield from [""] * bool(number)
                yield from lines_of({inner: below}, _STEP)
        else:
            yield from lines_of({name: value})


def _value(start: str, value: str, indent: str) -> Iterator[str]:
    if is_block(value):
        yield f"{start} |"
        yield from block_lines(value, indent + _STEP)
    else:
        yield f"{start} {scalar(value)}"


def is_block(text: str) -> bool:
    """Whether a text has several lines that can stand as they are."""
    return "\n" in text and not text.startswith(" ") and "\t" not in text


def block_lines(text: str, indent: str) -> list[str]:
    """The lines of such a text."""
    return [f"{indent}{line.rstrip()}" if line.strip() else "" for line in text.split("\n")]


def flow_of(tree: Tree) -> str:
    """A group in one line, without its braces."""
    return ", ".join(f"{scalar(name, in_flow=True)}: {_flow(value)}" for name, value in tree.items())


def _flow(value: "Tree | Sequence[Tree] | str") -> str:
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        return f"{{{flow_of(value)}}}"
    return f"[{', '.join(f'{{{flow_of(one)}}}' for one in value)}]"
