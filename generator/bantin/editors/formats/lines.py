"""The lines that problems stand in, as an editor sees them and as a tool counts them.

A location counts the characters that `reading` sees, which are those of NFC. The text report shows lines in that form;
the other reports point into the file as it is. They differ only where a file is not in NFC.
"""

import os
import stat
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from bantin.editors.formats.signs import visible
from bantin.folders import Folders
from bantin.problems import Location, Problem
from bantin.reading import with_line_ends
from bantin.vietnamese import normalise

_LONGEST_FILE = 1_000_000  # reading refuses longer ones


class Line:
    """A line of a file."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def shown(self) -> str:
        """The line as the text report prints it, with as many characters as a location counts."""
        return visible(normalise(self.text))

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each character that a location counts stands in the file's own line, and where that line ends."""
        if unicodedata.is_normalized("NFC", self.text):
            return range(len(self.text) + 1)
        letters: list[str] = []
        for character in self.text:
            if letters and _joins(character):
                letters[-1] += character
            else:
                letters.append(character)
        offsets: list[int] = []
        offset = 0
        for letter in letters:
            offsets += range(offset, offset + len(normalise(letter)))
            offset += len(letter)
        return [*offsets, offset]


class Lines:
    """The lines that problems stand in; every file is read once."""

    def __init__(self, folders: Folders) -> None:
        self.root = folders.root.resolve()
        self.known = (self.root, folders.data.resolve(), folders.content.resolve())
        self.files: dict[str, list[str]] = {}
        self.folders: dict[Path, bool] = {}
        self.lines: dict[Location, Line] = {}

    def at(self, location: Location) -> Line | None:
        """The line of a location, or None when there is none to show: a cell is in none, also where a page holds it."""
        if location.sheet:
            return None
        key = Location(location.source, location.line)
        if key not in self.lines:
            if key.source not in self.files:
                self.files[key.source] = self._read(key.source)
            if not 1 <= key.line <= len(self.files[key.source]):
                return None
            self.lines[key] = Line(self.files[key.source][key.line - 1])
        return self.lines[key]

    def _read(self, source: str) -> list[str]:
        """The lines of a file as `reading` counts them; none when there is no such file."""
        path = Path(os.path.normpath(self.root / source))
        try:
            if not self._is_inside(path.parent) or not stat.S_ISREG(path.lstat().st_mode):
                return []
            with path.open("rb", buffering=0) as file:
                content = file.read(_LONGEST_FILE)
        except (OSError, ValueError):
            return []
        if b"\0" in content:  # a picture or a document, of which no line can be shown
            return []
        text = content.decode("utf-8-sig", errors="replace")
        return with_line_ends(text).split("\n")

    def _is_inside(self, folder: Path) -> bool:
        """A link would show a stranger's file, or a secret of this machine, in a public report."""
        if folder not in self.folders:
            self.folders[folder] = folder.resolve() == folder and any(map(folder.is_relative_to, self.known))
        return self.folders[folder]

    def columns(self, problem: Problem) -> tuple[int, int]:
        """The first column of a problem in the file as it is, and the first one after it."""
        start, end = problem.location.column - 1, problem.location.column - 1 + problem.length
        if line := self.at(problem.location):
            start, end = (line.offsets[min(place, len(line.offsets) - 1)] for place in (start, end))
        return start + 1, max(end, start + 1) + 1


def _joins(character: str) -> bool:
    """Whether a character can become one with the letter before it: a tone, or a part of a Korean syllable."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
