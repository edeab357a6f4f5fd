"""The shipped tables as rows of text."""

from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "gazetteer_data"


def table_rows(table: str) -> list[list[str]]:
    """The rows of a table below its header."""
    return [line.split("\t") for line in (DATA / table).read_text(encoding="utf-8").splitlines()[1:]]


@cache
def day(text: str) -> date | None:
    """The day that a cell names; None where it is empty."""
    return date.fromisoformat(text) if text else None
