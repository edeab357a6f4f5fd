"""All procedures of a site as tables, for spreadsheets and programs."""

import json

from bantin.model import Archive
from bantin.model.procedures import Sketch
from bantin.pages.addresses import PROCEDURES, procedure_path
from bantin.pages.spreadsheets import spreadsheet
from bantin.vietnamese import listed

COLUMNS = ("ma", "ten", "linh_vuc", "cap", "tinh", "tinh_trang", "thoi_han", "trang")
"""Code, name, field, tiers, the folder of a province, how it stands, deadline as printed, page."""


def procedure_files(archive: Archive) -> dict[str, str]:
    """The files by their addresses; none where a site has no procedures."""
    rows = [_row(archive, sketch) for sketch in archive.outline.procedures.everything()]
    if not rows:
        return {}
    told = json.dumps(rows, ensure_ascii=False, indent=1)
    table = spreadsheet(COLUMNS, (tuple(row.values()) for row in rows))
    return {f"{PROCEDURES}/thu-tuc.csv": table, f"{PROCEDURES}/thu-tuc.json": f"{told}\n"}


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
