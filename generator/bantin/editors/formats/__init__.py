"""Problems as a report: for an editor's terminal (text), for scripts (json) and for review tools (all others).

| module | holds |
|---|---|
| `text`, `json_`, `github`, `gitlab`, `junit`, `sarif` | a report's form each, which `write` gives |
| `brief` | what a long text report tells one by one, and what it counts by code |
| `lines` | the lines that problems stand in, as an editor sees them and as a tool counts them |
| `signs` | signs of a text as a terminal shows them |

Nothing here depends on a clock or on where the site's folder lies: the same files give the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from bantin.editors.formats import github, gitlab, json_, junit, sarif, text
from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.folders import Folders
from bantin.problems import Location, Problem


class Format(StrEnum):
    """The form of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


_WRITERS: Mapping[Format, Callable[[Sequence[Problem], Lines], str]] = {
    Format.JSON: json_.write,
    Format.GITHUB: github.write,
    Format.GITLAB: gitlab.write,
    Format.JUNIT: junit.write,
    Format.SARIF: sarif.write,
}


_REMARKERS: Mapping[Format, Callable[[Sequence[tuple[Location, str]], str], str]] = {
    Format.GITHUB: github.remarks,
    Format.GITLAB: gitlab.remarks,
}


def remarks(said: Sequence[tuple[Location, str]], title: str, *, format: Format) -> str:
    """Sentences that are about places of files and no problems, for a review tool that shows them there."""
    return _REMARKERS[format](said, title).encode(errors="replace").decode()


def write(
    problems: Sequence[Problem], folders: Folders, *, format: Format, colour: bool = False, brief: bool = False
) -> str:
    """The report of a site's problems, ready to print: every line of it ends with a line end.

    Colours are for a terminal, which reads text; no other form has any. Only text can be brief.
    """
    lines = Lines(folders)
    if format is Format.TEXT:
        report = (text.write_brief if brief else text.write)(problems, lines, colour=colour)
    else:
        report = _WRITERS[format](problems, lines)
    # The name of a file that is not UTF-8 comes with half characters, which no output takes.
    return report.encode(errors="replace").decode()


__all__ = ["Format", "remarks", "visible", "write"]
