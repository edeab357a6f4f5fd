"""A list of objects, one for each problem, for scripts.

Each has `file` (its path below the site's folder), `line`, `column` and `length` (in characters of the file as it is,
from 1; of a workbook the row and column of a cell in its `sheet`), `severity` («error» or «warning»), `code`, `message`
and `help`.
"""

import json
from collections.abc import Sequence

from bantin.editors.formats.lines import Lines
from bantin.problems import Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """A list in JSON."""
    report = []
    for problem in problems:
        column, end = lines.columns(problem)
        report.append(
            {
                "file": problem.location.source,
                "line": problem.location.line,
                "column": column,
                **({"sheet": problem.location.sheet} if problem.location.sheet else {}),
                "length": end - column,
                "severity": "warning" if problem.warning else "error",
                "code": problem.code,
                "message": problem.message,
                "help": problem.help,
            }
        )
    return dumped(report)


def dumped(value: object) -> str:
    """A value as the text of a report."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
