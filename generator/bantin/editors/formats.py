"""Problems as a report: for an editor's terminal (text), for scripts (json) and for review tools (all others).

json is a list of objects, one for each problem, with `file` (its path below the site's folder), `line`, `column` and
`length` (in characters of the file as it is, from 1), `severity` («error» or «warning»), `code`, `message` and `help`.

A location counts the characters that `reading` sees, which are those of NFC. The text report shows lines in that form;
the other reports point into the file as it is. They differ only where a file is not in NFC.

Nothing here depends on a clock or on where the site's folder lies: the same files give the same bytes.
"""

import hashlib
import json
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

from bantin.folders import Folders
from bantin.problems import CODES, Location, Problem
from bantin.vietnamese import normalise

_WIDEST = 160
_LONGEST_FILE = 1_000_000  # reading refuses longer ones
_NOT_NARROW = re.compile("[^\x20-\u02ff\u1e00-\u1eff–—‘’“”…]")
"""Any character that may take more or less than one column; Vietnamese is made of the others."""
_RED, _YELLOW, _DIM = "31", "33", "2"


class Format(StrEnum):
    """The form of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


def write(problems: Sequence[Problem], folders: Folders, format: Format, *, colour: bool = False) -> str:
    """The report of a site's problems, ready to print: every line of it ends with a line end."""
    lines = _Lines(folders)
    report = _text(problems, lines, colour) if format is Format.TEXT else _WRITERS[format](problems, lines)
    # The name of a file that is not UTF-8 comes with half characters, which no output takes.
    return report.encode(errors="replace").decode()


class _Line:
    """A line of a file."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def shown(self) -> str:
        """The line as the text report prints it, with as many characters as a location counts."""
        return _visible(normalise(self.text))

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


class _Lines:
    """The lines that problems stand in; every file is read once."""

    def __init__(self, folders: Folders) -> None:
        self.root = folders.root.resolve()
        self.known = (self.root, folders.data.resolve(), folders.content.resolve())
        self.files: dict[str, list[str]] = {}
        self.folders: dict[Path, bool] = {}
        self.lines: dict[Location, _Line] = {}

    def at(self, location: Location) -> _Line | None:
        """The line of a location, or None when there is none to show."""
        key = Location(location.source, location.line)
        if key not in self.lines:
            if key.source not in self.files:
                self.files[key.source] = self._read(key.source)
            if not 1 <= key.line <= len(self.files[key.source]):
                return None
            self.lines[key] = _Line(self.files[key.source][key.line - 1])
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
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

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


def _visible(text: str) -> str:
    """The text on one line and as long as before, without signs that steer a terminal or hide from its reader."""
    if not text.isprintable():
        text = "".join(map(_sign, text))
    return text.replace("##[", "#·[")  # on GitHub this would begin a command anywhere in a line


def _sign(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character in "\t\n\r" or unicodedata.category(character) == "Zs" else "·"


def _columns(text: str) -> int:
    """How many columns a terminal takes for what `_visible` gives."""
    return sum(map(_width, text)) if _NOT_NARROW.search(text) else len(text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _text(problems: Sequence[Problem], lines: _Lines, colour: bool) -> str:
    def painted(text: str, paint: str) -> str:
        return f"\x1b[{paint}m{text}\x1b[0m" if colour else text

    report: list[str] = []
    for problem in problems:
        kind, paint = ("cảnh báo", _YELLOW) if problem.warning else ("lỗi", _RED)
        at, _, rest = _visible(problem.line()).partition(f": {kind} [")
        report.append(f"{at}: {painted(kind, paint)} [{rest}")
        line = lines.at(problem.location)
        if line and line.shown.strip():
            text, marks = _excerpt(line.shown, problem.location.column - 1, problem.length)
            # On GitHub a line that begins with «::» would be a command; behind a number it is text.
            number = f" {problem.location.line} | "
            report.append(painted(f"{number}{text}", _DIM))
            report.append(painted(f"{'| ':>{len(number)}}", _DIM) + painted(marks, paint))
    return "".join(f"{line}\n" for line in report)


def _excerpt(shown: str, start: int, length: int) -> tuple[str, str]:
    """The part of a line around a place, and the marks under what is meant there."""
    first, end = min(start, len(shown)), start + length
    while 0 < first < len(shown) and not _width(shown[first]):  # a tone alone stands on the letter before it
        first -= 1
    left, right = _window(shown, first)
    before = ("…" if left else "") + shown[left:first]
    after = "…" if right < len(shown) else ""
    columns = _columns(shown[first : min(end, right)])
    return before + shown[first:right] + after, " " * _columns(before) + "^" + "~" * (columns - 1)


def _window(shown: str, first: int) -> tuple[int, int]:
    """From where to where a line is shown, with room for an ellipsis at both ends."""
    if len(shown) <= _WIDEST and _columns(shown) <= _WIDEST:
        return 0, len(shown)
    room = _WIDEST - 2
    after = min(len(shown) - first, _WIDEST // 2)
    left = first - _fitting(shown[max(0, first - _WIDEST) : first][::-1], room - after)
    while left < first and not _width(shown[left]):
        left += 1
    return left, first + _fitting(shown[first : first + _WIDEST], room - _columns(shown[left:first]))


def _fitting(text: str, room: int) -> int:
    """How many characters fit into a number of columns."""
    for count, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return count
    return len(text)


def _sentences(problem: Problem) -> str:
    return f"{problem.message} {problem.help}".rstrip()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _json(problems: Sequence[Problem], lines: _Lines) -> str:
    report = []
    for problem in problems:
        column, end = lines.columns(problem)
        report.append(
            {
                "file": problem.location.source,
                "line": problem.location.line,
                "column": column,
                "length": end - column,
                "severity": "warning" if problem.warning else "error",
                "code": problem.code,
                "message": problem.message,
                "help": problem.help,
            }
        )
    return _dumped(report)


def _github(problems: Sequence[Problem], lines: _Lines) -> str:
    """Commands of GitHub's workflows, which it shows beside the lines of a pull request."""

    def data(text: str) -> str:
        return _visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    report = ""
    for problem in problems:
        at, command = problem.location, "warning" if problem.warning else "error"
        place = f"file={value(at.source)},line={at.line},col={lines.columns(problem)[0]},title={problem.code}"
        report += f"::{command} {place}::{data(_sentences(problem))}\n"
    return report


def _gitlab(problems: Sequence[Problem], lines: _Lines) -> str:
    """GitLab's Code Quality report.

    GitLab compares the fingerprints of two branches: they must differ within a report and stay when lines move. Equal
    problems of one file are therefore numbered.
    """
    report, seen = [], Counter[tuple[str, ...]]()
    for problem in problems:
        same = problem.location.source, problem.code, problem.message
        seen[same] += 1
        identity = "\0".join([*same, str(seen[same])])
        report.append(
            {
                "description": _visible(_sentences(problem)),
                "check_name": problem.code,
                "fingerprint": hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest(),
                "severity": "minor" if problem.warning else "major",
                "location": {"path": problem.location.source, "lines": {"begin": problem.location.line}},
            }
        )
    return _dumped(report)


def _junit(problems: Sequence[Problem], lines: _Lines) -> str:
    """JUnit's XML, a test case for each file with a problem.

    All errors of a file are one failure, because GitLab and others read only one of a test case. JUnit knows no
    warnings: as failures they would stop what a warning must not stop, as skipped they would say that nobody looked,
    so they are output of the test case, which counts as passed. A report without a test case counts as an accident in
    many tools, so sound data is one that passed.
    """
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.location.source, []).append(problem)
    broken = {problem.location.source for problem in problems if not problem.warning}
    counts = {"tests": str(len(files) or 1), "failures": str(len(broken)), "errors": "0", "skipped": "0", "time": "0"}
    suites = ElementTree.Element("testsuites")
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "bantin", **counts})
    for source, found in files.items():
        name = _visible(source)
        case = ElementTree.SubElement(suite, "testcase", classname="bantin", name=name, file=name, time="0")
        errors = [problem.line() for problem in found if not problem.warning]
        warnings = [problem.line() for problem in found if problem.warning]
        if errors:
            ElementTree.SubElement(case, "failure", message=errors[0]).text = "\n".join(errors)
        if warnings:
            ElementTree.SubElement(case, "system-out").text = "\n".join(warnings)
    if not files:
        ElementTree.SubElement(suite, "testcase", classname="bantin", name="Không có lỗi, không có cảnh báo", time="0")
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}\n'


def _sarif(problems: Sequence[Problem], lines: _Lines) -> str:
    """SARIF 2.1.0, which GitHub and editors show beside the lines."""
    codes = sorted({problem.code for problem in problems})
    rules = [_rule(code) for code in codes]
    results = []
    for problem in problems:
        column, end = lines.columns(problem)
        location = {
            "artifactLocation": {"uri": quote(problem.location.source, errors="replace"), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": problem.location.line, "startColumn": column, "endColumn": end},
        }
        results.append(
            {
                "ruleId": problem.code,
                "ruleIndex": codes.index(problem.code),
                "level": "warning" if problem.warning else "error",
                # Even in plain text SARIF reads [x](y) as a link.
                "message": {"text": _visible(_sentences(problem)).replace("](", "] (")},
                "locations": [{"physicalLocation": location}],
            }
        )
    run = {
        "tool": {"driver": {"name": "bantin", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    return {
        "id": code,
        "shortDescription": {"text": CODES[code].summary},
        "fullDescription": {"text": CODES[code].explanation},
    }


_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_WRITERS: dict[Format, Callable[[Sequence[Problem], _Lines], str]] = {
    Format.JSON: _json,
    Format.GITHUB: _github,
    Format.GITLAB: _gitlab,
    Format.JUNIT: _junit,
    Format.SARIF: _sarif,
}
