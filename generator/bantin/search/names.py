"""The names of all units of all times as one text, small enough to be fetched when somebody begins to type.

Units stand where they are now: below a province of today its forerunners and former districts, then each commune of
today with the former ones that went into it. So what became of a name needs no words of its own.

| line | says |
|---|---|
| `!{…}` | the rules by which names are read |
| `#tỉnh An Giang⎮an-giang` | a province of today and its folder |
| `+tỉnh Kiên Giang⎮kien-giang` | a province that went into it |
| `@1⎮huyện Vĩnh Thuận⎮…` | former districts of one of these: 0 the province itself, 1 the first of the others, … |
| `xVĩnh Bình;4,Vĩnh Bình Nam,tMỹ A` | a commune of today; after `;` a district's number, then former communes |
| `=Sài Gòn⎮thành phố Hồ Chí Minh⎮ho-chi-minh` | another name, the unit that it means, and where that is |

A commune's kind is one letter; a former one without letter is a xã, one without a name has that of today's commune, and
one that was divided ends with `/` in each of its lines. After a name may stand `~` with letters of kinds that it had
before, and `*` with its anchor where that is another.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bantin.pages import unit_anchor
from bantin.places import Unit, finding, gazetteer, lineage, name_rules, present_era
from bantin.search.scripts import path_of, script_of
from bantin.vietnamese import slug

NAMES = "ten"
"""What the names are called among the files of the search."""
LETTERS = {
    "xã": "x", "phường": "p", "thị trấn": "t", "đặc khu": "k", "tỉnh": "T", "thành phố": "P", "quận": "Q",
    "thị xã": "X", "huyện": "H",
}  # fmt: skip


def name_files() -> dict[str, str]:
    """The file of all names, by its path below the folder of pages."""
    return {path_of(NAMES): script_of(NAMES, names())}


@cache
def names() -> str:
    """The lines of all units; the same for every site."""
    rules = json.dumps(name_rules(), ensure_ascii=False, separators=(",", ":"))
    return "\n".join((f"!{rules}", *(line for land in _lands() for line in _lines(land)), *_others()))


@cache
def numbers() -> Mapping[str, int]:
    """The number of the unit at a path, as the units of these lines come, but former communes; of several the first."""
    units = (unit for land in _lands() for unit in (land.now, *land.old, *land.districts, *land.communes))
    found: dict[str, int] = {}
    for number, unit in enumerate(units):
        found.setdefault(unit.path, number)
    return found


@dataclass(frozen=True)
class _Land:
    """A province of today with all that ever lay in it."""

    now: Unit
    old: tuple[Unit, ...]
    """The provinces that went into it."""
    districts: tuple[Unit, ...]
    """Those of the province itself, then those of the old ones."""
    communes: tuple[Unit, ...]
    """Of today, as their districts come."""
    parts: Mapping[Unit, Sequence[tuple[Unit, Unit]]]
    """The former communes that went into each of these, with the district in which each lay."""


@cache
def _lands() -> tuple[_Land, ...]:
    return tuple(map(_land, gazetteer.provinces(present_era())))


def _land(now: Unit) -> _Land:
    old = lineage.origins(now)
    districts = tuple(unit for province in (now, *old) for unit in gazetteer.districts(province))
    parts = _parts((now, *old))
    place = {unit: number for number, unit in enumerate(districts)}
    communes = sorted(gazetteer.communes(now), key=lambda unit: _first(parts.get(unit, ()), place))
    return _Land(now, tuple(old), districts, tuple(communes), parts)


def _parts(provinces: Sequence[Unit]) -> Mapping[Unit, Sequence[tuple[Unit, Unit]]]:
    found: dict[Unit, list[tuple[Unit, Unit]]] = {}
    for unit in (unit for province in provinces for unit in gazetteer.former_communes(province)):
        if district := gazetteer.district_of(unit):
            for now in lineage.today(unit):
                found.setdefault(now, []).append((unit, district))
    return found


def _first(parts: Sequence[tuple[Unit, Unit]], place: Mapping[Unit, int]) -> int:
    return min((place[district] for _, district in parts), default=len(place))


def _lines(land: _Land) -> Iterator[str]:
    yield f"#{land.now.full_name}{_former_kinds(land.now)}|{land.now.path}"
    yield from (f"+{unit.full_name}{_former_kinds(unit)}|{unit.path}" for unit in land.old)
    for number, province in enumerate((land.now, *land.old)):
        if found := gazetteer.districts(province):
            yield f"@{number}|{'|'.join(unit.full_name + _marks(unit) for unit in found)}"
    place = {unit: number for number, unit in enumerate(land.districts)}
    last = -1
    for commune in land.communes:
        line = [_commune(commune)]
        for unit, district in land.parts.get(commune, ()):
            if (number := place[district]) != last:
                line.append(f";{'' if number == last + 1 else number}")
                last = number
            line.append(f",{_commune(unit, beside=commune)}")
        yield "".join(line)


def _commune(unit: Unit, *, beside: Unit | None = None) -> str:
    name = "" if beside and beside.name == unit.name else unit.name
    letter = "" if beside and unit.kind == "xã" else LETTERS[unit.kind]
    end = ("/" if len(lineage.today(unit)) > 1 else "") if beside else _anchor(unit)
    return f"{letter}{name}{_former_kinds(unit)}{end}"


def _marks(unit: Unit) -> str:
    return _former_kinds(unit) + _anchor(unit)


def _former_kinds(unit: Unit) -> str:
    kinds = dict.fromkeys(LETTERS[kind] for _, kind in unit.former_kinds if kind != unit.kind)
    return f"~{''.join(kinds)}" if kinds else ""


def _anchor(unit: Unit) -> str:
    anchor = unit_anchor(unit)
    return "" if anchor == slug(unit.full_name) else f"*{anchor}"


def _others() -> Iterable[str]:
    """Names by which people call units besides their own."""
    return dict.fromkeys(f"={other}|{unit.full_name}|{unit.path}" for other, unit in finding.other_names())
