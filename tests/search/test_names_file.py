"""All names of units as one text: every unit stands in it, where it is now, and it is small."""

import gzip
import re
from collections.abc import Iterator

from bantin.pages.addresses import unit_address
from bantin.places import Unit, gazetteer, lineage, present_era
from bantin.search import name_files
from bantin.search.names import LETTERS, names, numbers
from bantin.vietnamese import slug

KINDS = {letter: kind for kind, letter in LETTERS.items()}


def test_the_file_is_small():
    [(path, script)] = name_files().items()

    assert path == "tim-kiem/ten.js"
    assert len(gzip.compress(script.encode(), 6)) < 60_000


def bare(text: str) -> str:
    return re.split(r"[~*/]", text)[0]


def anchor(text: str, full_name: str) -> str:
    return text.partition("*")[2] or slug(full_name)


def read() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """As a browser reads it: every name with the names in which it lies or went, and the address that follows from it."""
    folders: list[str] = []
    districts: list[tuple[str, str, str]] = []
    number = 0
    for line in names().split("\n"):
        if line[0] == "#":
            full, folder = line[1:].split("|")
            folders, districts = [folder], []
            yield bare(full), (), f"{folder}/"
            province = bare(full)
        elif line[0] == "+":
            full, folder = line[1:].split("|")
            folders.append(folder)
            yield bare(full), (province,), f"{folder}/"
        elif line[0] == "@":
            of, *found = line[1:].split("|")
            for full in found:
                districts.append(
                    (bare(full), f"{folders[int(of)]}/don-vi/#{anchor(full, bare(full))}", folders[int(of)])
                )
                yield bare(full), (folders[int(of)],), districts[-1][1]
            number = -1
        elif line[0] not in "!=":
            own, *groups = line.split(";")
            first, *more = own.split(",")
            full = f"{KINDS[first[0]]} {bare(first[1:])}"
            yield full, (province,), f"{folders[0]}/don-vi/#{anchor(first, full)}"
            for group in (",".join(["", *more]), *groups):
                to, *parts = group.split(",")
                number = int(to) if to else number + 1 if group in groups else number
                for part in parts:
                    kind = KINDS[part[0]] if part[:1].islower() else "xã"
                    name = bare(part[1:] if part[:1].islower() else part) or bare(first[1:])
                    yield f"{kind} {name}", (full, districts[number][0]), districts[number][1]


def all_units() -> Iterator[tuple[str, tuple[str, ...], str]]:
    for now in gazetteer.provinces(present_era()):
        yield now.full_name, (), unit_address(now)
        old = lineage.origins(now)
        yield from ((unit.full_name, (now.full_name,), unit_address(unit)) for unit in old)
        for province in (now, *old):
            yield from (
                (unit.full_name, (province.path,), unit_address(unit)) for unit in gazetteer.districts(province)
            )
        yield from ((unit.full_name, (now.full_name,), unit_address(unit)) for unit in gazetteer.communes(now))
        yield from (
            found for province in (now, *old) for unit in gazetteer.former_communes(province) for found in former(unit)
        )


def former(unit: Unit) -> Iterator[tuple[str, tuple[str, ...], str]]:
    if district := gazetteer.district_of(unit):
        for now in lineage.today(unit):
            yield unit.full_name, (now.full_name, district.full_name), unit_address(unit)


def test_every_unit_stands_there_with_what_became_of_it_and_its_address():
    assert sorted(read()) == sorted(all_units())
    assert len(set(all_units())) > 14_000


def test_units_are_numbered_as_they_come():
    path_of = {unit_address(unit): unit.path for province in gazetteer.all_provinces()
               for unit in (*gazetteer.communes(province), province, *gazetteer.districts(province))}  # fmt: skip
    addresses = [address for _, around, address in read() if len(around) < 2]
    first: dict[str, int] = {}
    for number, address in enumerate(addresses):
        first.setdefault(path_of[address], number)

    assert numbers() == first


def test_other_names_and_former_kinds_are_known():
    found = names().split("\n")

    assert "=Sài Gòn|thành phố Hồ Chí Minh|ho-chi-minh" in found
    assert "#thành phố Đồng Nai~T|dong-nai" in found
    assert not [line for line in found if line[0] == "=" and found.count(line) > 1]
