"""SARIF, held against its schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker, ValidationError
from reported import FILE, QUESTION, WARNING, Data, at, whatever

from bantin.editors.formats import Format
from bantin.problems import CODES, Location, Problem

SARIF = Draft4Validator(
    json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)


def sarif(data: Data, *problems: Problem) -> dict:
    """The one run of a report, which is valid."""
    report = json.loads(data.report(*problems, format=Format.SARIF))
    SARIF.validate(report)
    [run] = report["runs"]
    return run


def test_sarif_is_valid(data: Data):
    data.holds("a: 1.21\nb: 2\n")
    run = sarif(data, QUESTION, WARNING, at(1, 4, 4))

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "bantin",
        "rules": [
            {
                "id": code,
                "shortDescription": {"text": CODES[code].summary},
                "fullDescription": {"text": CODES[code].explanation},
            }
            for code in ("number-ambiguous", "sum-differs")
        ],
    }
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("number-ambiguous", 0, "error"),
        ("sum-differs", 1, "warning"),
        ("number-ambiguous", 0, "error"),
    ]
    assert run["results"][2]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data/x.yml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 4, "endColumn": 8},
            }
        }
    ]


def test_sarif_of_nothing_is_valid(data: Data):
    assert sarif(data)["results"] == []


def test_a_file_name_becomes_an_address(data: Data):
    [result] = sarif(data, at(1, 1, file="data/Bài mẫu: 50%.yml"))["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert address == "data/B%C3%A0i%20m%E1%BA%ABu%3A%2050%25.yml"


def test_the_schema_refuses_what_is_no_address(data: Data):
    report = json.loads(data.report(QUESTION, format=Format.SARIF))
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "data/a b.yml"

    with pytest.raises(ValidationError, match="uri-reference"):
        SARIF.validate(report)


def test_sarif_makes_no_link_of_data(data: Data):
    [result] = sarif(data, Problem(Location(FILE), "wrong-shape", "Sai: «[xem](https://example.org)»."))["results"]

    assert result["message"]["text"] == "Sai: «[xem] (https://example.org)»."


@whatever
def test_sarif_is_valid_for_any_text(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert len(sarif(shared_data, *problems)["results"]) == len(problems)
