"""Tables as files that spreadsheets open as they are meant."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets take for the beginning of a formula."""


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV, its columns named in the first line."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return f"\ufeff{table.getvalue()}"  # Excel takes a table for UTF-8 where it begins so


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
