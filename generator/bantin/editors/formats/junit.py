"""JUnit's XML, a test case for each file with a problem.

All errors of a file are one failure, because GitLab and others read only one of a test case. JUnit knows no
warnings: as failures they would stop what a warning must not stop, as skipped they would say that nobody looked,
so they are output of the test case, which counts as passed. A report without a test case counts as an accident in
many tools, so sound data is one that passed.
"""

from collections.abc import Sequence
from xml.etree import ElementTree

from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import visible
from bantin.problems import Problem


def write(problems: Sequence[Problem], lines: Lines) -> str:
    """One suite, with a test case for each file with a problem."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.location.source, []).append(problem)
    broken = {problem.location.source for problem in problems if not problem.warning}
    counts = {"tests": str(len(files) or 1), "failures": str(len(broken)), "errors": "0", "skipped": "0", "time": "0"}
    suites = ElementTree.Element("testsuites")
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "bantin", **counts})
    suite.extend(_case(visible(source), found) for source, found in files.items())
    if not files:
        ElementTree.SubElement(suite, "testcase", classname="bantin", name="Không có lỗi, không có cảnh báo", time="0")
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}\n'


def _case(name: str, found: Sequence[Problem]) -> ElementTree.Element:
    case = ElementTree.Element("testcase", classname="bantin", name=name, file=name, time="0")
    errors = [problem.line() for problem in found if not problem.warning]
    warnings = [problem.line() for problem in found if problem.warning]
    if errors:
        ElementTree.SubElement(case, "failure", message=errors[0]).text = "\n".join(errors)
    if warnings:
        ElementTree.SubElement(case, "system-out").text = "\n".join(warnings)
    return case
