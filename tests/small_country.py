"""A country of two provinces, for builds where the pages of all the others would only cost time.

    python tests/small_country.py TABLES mkdocs build --strict

runs a program as `python -m` does, with the gazetteer of these tables: of An Giang, and of Kiên Giang, which became a
part of it.
"""

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from bantin.places import tables

PROVINCES = ("an-giang", "kien-giang")


def write_tables(folder: Path) -> None:
    """The rows of the shipped tables that tell of the two provinces."""
    texts = [
        (table.relative_to(tables.DATA), table.read_text(encoding="utf-8")) for table in tables.DATA.rglob("*.tsv")
    ]
    found = {name: list(_of_provinces(text)) for name, text in texts if len(name.parts) == 1 or name.stem in PROVINCES}
    codes = {row["code"] for rows in found.values() for row in rows if {"path", "folder"} & row.keys()}
    for name, rows in found.items():
        kept = [row for row in rows if "old" not in row or {row["old"], row["new"]} <= codes]
        head = dict(texts)[name].partition("\n")[0]
        lines = (head, *("\t".join(row.values()) for row in kept))
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _of_provinces(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table by its columns, without those whose path lies elsewhere."""
    head, *rows = (line.split("\t") for line in text.splitlines())
    for cells in rows:
        row = dict(zip(head, cells, strict=True))
        if row.get("path", PROVINCES[0]).partition("/")[0] in PROVINCES:
            yield row


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
