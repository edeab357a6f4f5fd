"""GitLab's Code Quality report.

GitLab compares the fingerprints of two branches: they must differ within a report and stay when lines move. Equal
problems of one file are therefore numbered.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence

from bantin.editors.formats.json_ import dumped
from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """A list in JSON, with a fingerprint for each problem."""
    report, seen = [], Counter[tuple[str, ...]]()
    for problem in problems:
        same = problem.location.source, problem.code, problem.message
        seen[same] += 1
        identity = "\0".join([*same, str(seen[same])])
        report.append(
            {
                "description": visible(problem.sentences),
                "check_name": problem.code,
                "fingerprint": hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest(),
                "severity": "minor" if problem.warning else "major",
                "location": {"path": problem.location.source, "lines": {"begin": problem.location.line}},
            }
        )
    return dumped(report)
