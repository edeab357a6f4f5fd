"""SARIF 2.1.0, which GitHub and editors show beside the lines."""

from collections.abc import Sequence
from urllib.parse import quote

from bantin.editors.formats.json_ import dumped
from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import CODES, Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """One run, with the rules that its results name."""
    codes = sorted({problem.code for problem in problems})
    run = {
        "tool": {"driver": {"name": "bantin", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, lines, index=codes.index(problem.code)) for problem in problems],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(problem: Problem, lines: Lines, *, index: int) -> dict[str, object]:
    column, end = lines.columns(problem)
    location = {
        "artifactLocation": {"uri": quote(problem.location.source, errors="replace"), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": max(1, problem.location.line), "startColumn": column, "endColumn": end},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": "warning" if problem.warning else "error",
        # Even in plain text SARIF reads [x](y) as a link.
        "message": {"text": visible(problem.sentences).replace("](", "] (")},
        "locations": [{"physicalLocation": location}],
    }


def _rule(code: str) -> dict[str, object]:
    return {
        "id": code,
        "shortDescription": {"text": CODES[code].summary},
        "fullDescription": {"text": CODES[code].explanation},
    }
