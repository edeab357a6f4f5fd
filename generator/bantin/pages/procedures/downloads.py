"""All procedures of a site as tables, for spreadsheets and programs."""

import csv
import io
import json

from bantin.model import Archive
from bantin.model.procedures import Sketch
from bantin.pages.addresses import PROCEDURES, procedure_path
from bantin.vietnamese import listed

COLUMNS = ("ma", "ten", "linh_vuc", "cap", "tinh", "tinh_trang", "thoi_han", "trang")
"""Code, name, field, tiers, the folder of a province, how it stands, deadline as printed, page."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets take for the beginning of a formula."""


def procedure_files(archive: Archive) -> dict[str, str]:
    """The files by their addresses; none where a site has no procedures."""
    rows = [_row(archive, sketch) for sketch in archive.outline.procedures.everything()]
    if not rows:
        return {}
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: guarded(value) for key, value in row.items()} for row in rows)
    told = json.dumps(rows, ensure_ascii=False, indent=1)
    # Excel takes a table for UTF-8 where it begins so.
    return {f"{PROCEDURES}/thu-tuc.csv": f"\ufeff{table.getvalue()}", f"{PROCEDURES}/thu-tuc.json": f"{told}\n"}


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _row(archive: Archive, sketch: Sketch) -> dict[str, str]:
    directory = archive.outline.procedures
    holding = directory.in_force_of(sketch.address)
    deadline = holding.deadline if holding else None
    values = (
        sketch.core,
        sketch.name or directory.name_of(sketch.core),
        sketch.field,
        listed(sketch.tiers) if sketch.tiers else "",
        sketch.province,
        str(directory.standing_of(sketch.address)),
        deadline.text if deadline else "",
        procedure_path(sketch.core),
    )
    return dict(zip(COLUMNS, values, strict=True))
