"""Commands of GitHub's workflows, which it shows beside the lines of a pull request."""

from collections.abc import Sequence

from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import Location, Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """A command for each problem."""
    report = ""
    for problem in problems:
        at, command = problem.location, "warning" if problem.warning else "error"
        column = lines.columns(problem)[0]
        report += _command(command, at, column=column, title=problem.code, text=problem.sentences)
    return report


def remarks(said: Sequence[tuple[Location, str]], title: str) -> str:
    """A command for each sentence that is about a place of a file and no problem."""
    return "".join(_command("notice", at, column=at.column, title=title, text=text) for at, text in said)


def _command(kind: str, at: Location, *, column: int, title: str, text: str) -> str:
    place = f"file={_value(at.source)},line={at.line},col={column},title={title}"
    return f"::{kind} {place}::{_data(text)}\n"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
