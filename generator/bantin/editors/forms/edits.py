"""Edits of a data file's text: everything around them stays as it was typed.

A value is replaced between the parser's marks, in the quotation marks that it had; new names come after the last of
their group, indented as it is, in the file's own line ends and Unicode form.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from bantin.editors.forms import yaml_text
from bantin.editors.forms.nodes import Place, begins, ends
from bantin.editors.forms.statements import VALUE


class Edit(NamedTuple):
    """A stretch of a text, and what stands there afterwards."""

    start: int
    end: int
    text: str


class Draft:
    """The changes to one text, gathered before any is made."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.whole: dict[str, object] = {}
        """What comes to the file itself."""
        self._edits: list[Edit] = []
        self._below: dict[int, tuple[Place, dict[str, object]]] = {}
        self._new: dict[int, tuple[yaml.MappingNode, bool, dict[str, object]]] = {}

    def replace(self, place: Place, new: str) -> None:
        """Put a value in place of another."""
        self._edits.append(self._edit(place, new))

    def rename(self, place: Place, name: str) -> None:
        """Put a name in place of another."""
        self._edits.append(Edit(begins(place.key), ends(place.key, self.text), name))

    def unfold(self, place: Place, value: str, others: Mapping[str, str]) -> None:
        """Make a short value the group that it stands for."""
        start, end = begins(place.value), ends(place.value, self.text)
        if place.is_flow:
            self._edits.append(Edit(start, end, f"{{{yaml_text.flow_of({VALUE: value, **others})}}}"))
            return
        indent = " " * (place.key.start_mark.column + 2)
        gap = len(self.text[:start]) - len(self.text[:start].rstrip(" "))
        self._edits.append(Edit(start - gap, end, f"{self.line_end}{indent}{VALUE}: {yaml_text.scalar(value)}"))
        after = self._line_end_after(end)
        self._edits.append(Edit(after, after, self._lines(yaml_text.lines_of(others, indent))))

    def takes(self, group: yaml.MappingNode, is_flow: bool) -> dict[str, object]:
        """What comes to a group, to be added to."""
        return self._new.setdefault(begins(group), (group, is_flow, {}))[2]

    def below(self, place: Place) -> dict[str, object]:
        """What comes below a name that has nothing after it, to be added to."""
        return self._below.setdefault(begins(place.key), (place, {}))[1]

    def _edit(self, place: Place, new: str) -> Edit:
        """A value in place of another, in its quotation marks."""
        node = place.value
        start, end = begins(node), ends(node, self.text)
        if start == end:
            return Edit(start, end, f" {yaml_text.scalar(new, in_flow=place.is_flow)}")
        style = getattr(node, "style", None)
        if style in ("|", ">") and yaml_text.is_block(f"{new}\n"):
            header, _, body = self.text[start:end].partition("\n")
            inside = next((line for line in body.split("\n") if line.strip()), "")
            indent = inside[: len(inside) - len(inside.lstrip(" "))]
            if not any(sign.isdigit() for sign in header.split("#")[0]) and indent:
                lines = [f"|{header[1:].rstrip()}", *yaml_text.block_lines(new, indent)]
                return Edit(start, end, self.line_end.join(lines))
        if style in ("'", '"'):
            return Edit(start, end, yaml_text.quoted(new, style))
        return Edit(start, end, yaml_text.scalar(new, in_flow=place.is_flow))

    def _line_end_after(self, place: int) -> int:
        """Where the line of a place ends, without its line end."""
        found = self.text.find("\n", place)
        end = len(self.text) if found < 0 else found
        return end - 1 if end > place and self.text[end - 1 : end] == "\r" else end

    def _lines(self, lines: Iterator[str]) -> str:
        return "".join(f"{self.line_end}{line}" for line in lines)

    def _additions(self) -> Iterator[Edit]:
        for above, below in self._below.values():
            after = self._line_end_after(ends(above.key, self.text))
            indent = " " * (above.key.start_mark.column + 2)
            yield Edit(after, after, self._lines(yaml_text.lines_of(below, indent)))  # type: ignore[arg-type]
        # Of groups that end at one place the inner one, which begins later, comes first.
        for _, (group, is_flow, tree) in sorted(self._new.items(), key=lambda one: -one[0]):
            last = ends(group.value[-1][1], self.text) if group.value else begins(group) + 1
            if is_flow:
                comma = ", " if group.value else ""
                yield Edit(last, last, f"{comma}{yaml_text.flow_of(tree)}")  # type: ignore[arg-type]
            else:
                indent = " " * group.value[0][0].start_mark.column
                place = self._line_end_after(last)
                lines = yaml_text.lines_of(tree, indent)  # type: ignore[arg-type]
                yield Edit(place, place, self._lines(lines))

    def done(self) -> str:
        """The text with all edits made, from its end to its beginning."""
        text = self.text
        edits = [*self._edits, *self._additions()]
        # Of two edits at one place the one that replaces comes first in the text, then insertions in their order.
        order = sorted(range(len(edits)), key=lambda at: (edits[at].start, edits[at].end, at), reverse=True)
        for at in order:
            start, end, new = edits[at]
            text = text[:start] + self._as_typed(new) + text[end:]
        return self._with_sections(text) if self.whole else text

    def _with_sections(self, text: str) -> str:
        sections = (yaml_text.lines_apart({name: value}) for name, value in self.whole.items())  # type: ignore[dict-item]
        blocks = (self.line_end.join(lines) for lines in sections)
        added = self._as_typed((self.line_end * 2).join(blocks))
        before = text.rstrip()
        return f"{before}{self.line_end * 2 if before else ''}{added}{self.line_end}"

    def _as_typed(self, text: str) -> str:
        """In the Unicode form of the file."""
        apart = not unicodedata.is_normalized("NFC", self.text)
        return unicodedata.normalize("NFD", text) if apart else text
