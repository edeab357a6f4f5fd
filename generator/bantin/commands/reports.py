"""What commands say of problems, and when these end a command."""

import os
import sys
from collections.abc import Sequence

import click

from bantin.editors import Format, Weight, formats, summary, weighty
from bantin.folders import Folders, missing_data
from bantin.inspection import Findings
from bantin.problems import Problem


def tell(
    findings: Findings, folders: Folders, *, fail_on: Weight, format: Format = Format.TEXT, brief: bool = True
) -> None:
    """Print the report; where there are problems of a weight, the command ends here."""
    problems = findings.open_problems
    report(problems, folders, format=format, brief=brief)
    # Only the report goes to where a tool reads it.
    click.echo(summary(problems, fail_on), err=format is not Format.TEXT)
    if weighty(problems, fail_on):
        raise SystemExit(1)


def report(problems: Sequence[Problem], folders: Folders, *, format: Format = Format.TEXT, brief: bool = False) -> None:
    """Print problems under the names by which editors find the files."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    seen = [folders.seen(problem) for problem in problems]
    click.echo(formats.write(seen, folders, format=format, colour=colour, brief=brief), nl=False)


def needs_data(folders: Folders) -> None:
    """A command ends here when there is no folder of figures."""
    if not folders.data.is_dir():
        raise click.UsageError(missing_data(folders))
