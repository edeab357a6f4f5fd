"""Commands of GitHub's workflows, read as its runner reads them."""

from reported import QUESTION, WARNING, Data, whatever

from bantin.editors.formats import Format
from bantin.problems import Location, Problem


def test_github_gets_a_command_for_each_problem(data: Data):
    assert data.report(QUESTION, WARNING, format=Format.GITHUB) == (
        "::error file=data/x.yml,line=1,col=1,title=number-ambiguous::«1.21» có thể hiểu hai cách. Viết 1,21 hoặc 121.\n"
        "::warning file=data/x.yml,line=2,col=3,title=sum-differs::543 + 506 = 1.049, nhưng ghi 1.094.\n"
    )


def test_github_gets_back_what_was_said(data: Data):
    said = "50%, 100%0A: hai\r\ndòng"
    [command] = data.report(
        Problem(Location("data/a,b:c%.yml"), "wrong-shape", said), format=Format.GITHUB
    ).splitlines()

    assert as_github_reads(command) == (
        "error",
        {"file": "data/a,b:c%.yml", "line": "1", "col": "1", "title": "wrong-shape"},
        said,
    )


def as_github_reads(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner takes it apart: ActionCommand.TryParseV2 of actions/runner."""
    head, _, data = line.removeprefix("::").partition("::")
    command, _, properties = head.partition(" ")
    return (
        command,
        {name: unescaped(value) for name, _, value in (pair.partition("=") for pair in properties.split(","))},
        unescaped(data),
    )


def unescaped(text: str) -> str:
    for sign, escape in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


@whatever
def test_github_gets_one_line_for_each_problem(shared_data: Data, problems: list[Problem], content: bytes):
    shared_data.path.write_bytes(content)
    lines = shared_data.report(*problems, format=Format.GITHUB).splitlines()

    assert [as_github_reads(line)[0] for line in lines] == [
        "warning" if problem.warning else "error" for problem in problems
    ]
    assert all([*as_github_reads(line)[1]] == ["file", "line", "col", "title"] for line in lines)
