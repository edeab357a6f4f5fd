"""GitLab's Code Quality report.

GitLab compares the fingerprints of two branches: they must differ within a report and stay when lines move. Equal
problems of one file are therefore numbered.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bantin.editors.formats.json_ import dumped
from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import Location, Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """A list in JSON, with a fingerprint for each problem."""
    severities = {True: "minor", False: "major"}
    return _report(
        _Entry(problem.location, problem.code, problem.sentences, severities[problem.warning], problem.message)
        for problem in problems
    )


def remarks(said: Sequence[tuple[Location, str]], title: str) -> str:
    """The same of sentences that are about a place of a file and no problems."""
    return _report(_Entry(at, title, text, "info", text) for at, text in said)


class _Entry(NamedTuple):
    at: Location
    name: str
    text: str
    severity: str
    identity: str
    """What tells it from others of its name and file."""


def _report(entries: Iterable[_Entry]) -> str:
    report, seen = [], Counter[tuple[str, ...]]()
    for entry in entries:
        same = entry.at.source, entry.name, entry.identity
        seen[same] += 1
        identity = "\0".join([*same, str(seen[same])])
        report.append(
            {
                "description": visible(entry.text),
                "check_name": entry.name,
                "fingerprint": hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest(),
                "severity": entry.severity,
                "location": {"path": entry.at.source, "lines": {"begin": entry.at.line}},
            }
        )
    return dumped(report)
