"""GitLab's Code Quality report."""

import pytest
from reported import QUESTION, WARNING, Data, at, whatever

from bantin.editors.formats import Format
from bantin.problems import Problem


def test_gitlab_gets_code_quality(data: Data):
    error, warning = data.json(QUESTION, WARNING, format=Format.GITLAB)

    assert error.pop("fingerprint") != warning.pop("fingerprint")
    assert error == {
        "description": "«1.21» có thể hiểu hai cách. Viết 1,21 hoặc 121.",
        "check_name": "number-ambiguous",
        "severity": "major",
        "location": {"path": "data/x.yml", "lines": {"begin": 1}},
    }
    assert warning["severity"] == "minor"


def fingerprints(data: Data, *problems: Problem) -> list[str]:
    return [found["fingerprint"] for found in data.json(*problems, format=Format.GITLAB)]


def test_a_fingerprint_stays_when_the_line_moves(data: Data):
    assert fingerprints(data, at(3, 5), at(9, 5)) == fingerprints(data, at(4, 7), at(20, 5))


@pytest.mark.parametrize("other", [at(1, 1, file="data/y.yml"), QUESTION, WARNING])
def test_a_fingerprint_stays_when_another_problem_goes(data: Data, other: Problem):
    assert fingerprints(data, other, at(1, 1))[1:] == fingerprints(data, at(1, 1))


def test_no_two_problems_share_a_fingerprint(data: Data):
    different = [at(1, 1), at(2, 1), at(1, 1, file="data/y.yml"), QUESTION, WARNING]

    assert len(set(fingerprints(data, *different))) == len(different)


@whatever
def test_gitlab_can_tell_all_problems_apart(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert len(set(fingerprints(shared_data, *problems))) == len(problems)
