"""JUnit's XML."""

from xml.etree import ElementTree

from reported import QUESTION, WARNING, Data, at, whatever

from bantin.editors.formats import Format
from bantin.problems import Problem


def test_junit_has_a_failure_for_a_file_with_errors(data: Data):
    [suite] = ElementTree.fromstring(data.report(QUESTION, at(5, 1), WARNING, format=Format.JUNIT))
    [case] = suite

    assert suite.attrib == {
        "name": "bantin", "tests": "1", "failures": "1", "errors": "0", "skipped": "0", "time": "0",
    }  # fmt: skip
    assert case.attrib == {"classname": "bantin", "name": "data/x.yml", "file": "data/x.yml", "time": "0"}
    assert [(part.tag, part.text) for part in case] == [
        ("failure", f"{QUESTION.line()}\n{at(5, 1).line()}"),
        ("system-out", WARNING.line()),
    ]


def test_junit_passes_a_file_with_nothing_but_warnings(data: Data):
    [suite] = ElementTree.fromstring(data.report(WARNING, format=Format.JUNIT))

    assert suite.get("failures") == "0"
    assert [part.tag for part in suite[0]] == ["system-out"]


def test_junit_has_a_test_that_passed_when_there_is_nothing(data: Data):
    [suite] = ElementTree.fromstring(data.report(format=Format.JUNIT))

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [list(case) for case in suite] == [[]]


@whatever
def test_junit_is_xml_with_a_case_for_each_file(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)
    [suite] = ElementTree.fromstring(shared_data.report(*problems, format=Format.JUNIT))

    assert len(suite) == max(1, len({problem.location.source for problem in problems}))
