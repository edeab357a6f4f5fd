"""The report for scripts."""

from reported import QUESTION, WARNING, Data, whatever, whole

from bantin.editors.formats import Format
from bantin.problems import Location, Problem


def test_a_cell_of_a_form_has_its_sheet(data: Data):
    cell = Problem(Location("bieu.xlsx", 12, 3, "Biểu 06"), "form-cell", "Ô này là công thức chưa có kết quả.")
    [told] = data.json(cell)

    assert (told["file"], told["sheet"], told["line"], told["column"]) == ("bieu.xlsx", "Biểu 06", 12, 3)


def test_json_is_a_list_of_objects(data: Data):
    assert data.json(QUESTION, WARNING) == [
        {
            "file": "data/x.yml",
            "line": 1,
            "column": 1,
            "length": 1,
            "severity": "error",
            "code": "number-ambiguous",
            "message": "«1.21» có thể hiểu hai cách.",
            "help": "Viết 1,21 hoặc 121.",
        },
        {
            "file": "data/x.yml",
            "line": 2,
            "column": 3,
            "length": 1,
            "severity": "warning",
            "code": "sum-differs",
            "message": "543 + 506 = 1.049, nhưng ghi 1.094.",
            "help": "",
        },
    ]


def test_json_keeps_vietnamese_letters(data: Data):
    assert "có thể hiểu hai cách" in data.report(QUESTION, format=Format.JSON)


@whatever
def test_json_says_what_was_said(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)

    assert [(found["code"], found["message"], found["help"]) for found in shared_data.json(*problems)] == [
        tuple(whole(text) for text in (problem.code, problem.message, problem.help)) for problem in problems
    ]
