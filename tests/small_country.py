"""A country of two provinces, for builds where the pages of all the others would only cost time.

    python tests/small_country.py TABLES mkdocs build --strict

runs a program as `python -m` does, with the gazetteer of these tables: of An Giang, and of Kiên Giang, which became a
part of it.
"""

import runpy
import sys
from pathlib import Path

from bantin.places import tables

PROVINCES = ("an-giang", "kien-giang")
WITH_PATHS = ("provinces.tsv", "districts.tsv")


def write_tables(folder: Path) -> None:
    """The rows of the shipped tables that tell of the two provinces."""
    for table in tables.DATA.rglob("*.tsv"):
        name = table.relative_to(tables.DATA)
        if len(name.parts) == 1 or name.stem in PROVINCES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("".join(_rows(table)), encoding="utf-8", newline="\n")


def _rows(table: Path) -> list[str]:
    head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    if table.name in WITH_PATHS:
        rows = [row for row in rows if row.strip().rpartition("\t")[2].partition("/")[0] in PROVINCES]
    if table.name == "province_successions.tsv":
        codes = {row.split("\t")[2] for row in _rows(tables.DATA / "provinces.tsv")}
        rows = [row for row in rows if row.split("\t")[1] in codes]
    return [head, *rows]


def program(module: str, folder: Path) -> list[str]:
    """How Python runs a program with such tables."""
    return [__file__, str(folder), module]


def main(folder: str, module: str, *arguments: str) -> None:
    """Run a program in the small country."""
    tables.DATA = Path(folder)
    sys.path[0] = ""
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
