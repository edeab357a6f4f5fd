"""Commands of GitHub's workflows, which it shows beside the lines of a pull request."""

from collections.abc import Sequence

from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """A command for each problem."""
    report = ""
    for problem in problems:
        at, command = problem.location, "warning" if problem.warning else "error"
        place = f"file={_value(at.source)},line={at.line},col={lines.columns(problem)[0]},title={problem.code}"
        report += f"::{command} {place}::{_data(problem.sentences)}\n"
    return report


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
