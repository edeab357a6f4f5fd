"""Units by their path, code or name, and what somebody may have meant by a folder that is none."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from bantin import likeness, vietnamese
from bantin.places.eras import present_era
from bantin.places.gazetteer import (
    TABLES,
    communes,
    communes_below,
    communes_in_districts,
    of_level,
    province_paths,
    provinces,
    units,
)
from bantin.places.lineage import origins, today
from bantin.places.naming import (
    CODE,
    COMMUNE_FOLDERS,
    bare,
    fold,
    kinds_of,
    meanings,
    province_path,
    spelling,
    writings,
)
from bantin.places.tables import table_rows
from bantin.places.unit import Level, Unit, nearest_first

NamesOfUnits = Mapping[str, Sequence[tuple[str, Unit]]]
"""Units with their names and their other names, by that name folded, without spaces."""

_COMMITTEE = re.compile(r"^\s*(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+", re.IGNORECASE)

NEAR = 0.75
"""How much alike two names are, of 1, at least, when one may be meant by the other."""


def namesakes(path: str) -> tuple[Unit, ...]:
    """The communes whose paths are this one and their code: «xã Tân Thành» and «xã Tân Thạnh» of one province."""
    return tuple(unit for unit in communes_below(province_path(path)) if unit.path == f"{path}-{unit.code}")


def shared_paths() -> tuple[str, ...]:
    """The paths that two communes of one province would have without their codes, sorted."""
    coded = (unit.path for province in provinces(present_era()) for unit in communes_below(province.path))
    return tuple(sorted({path.removesuffix(found[0]) for path in coded if (found := CODE.search(path))}))


def find(path: str, on: date) -> Unit | None:
    """The unit that had this path on that day."""
    return next((unit for unit in units(path) if unit.existed_on(on)), None)


def with_code(code: str, on: date) -> Unit | None:
    """The unit that had this official code on that day; no code is given out at two levels."""
    found = _by_code().get(code, ()) if len(code) == 5 else (unit for unit in _above_communes() if unit.code == code)
    return next((unit for unit in found if unit.existed_on(on)), None)


def named(text: str, on: date | None = None) -> tuple[Unit, ...]:
    """The units of this name, those of today first, then provinces before districts before communes.

    The kind may stand before the name, and tone marks may be left out; where they are written and fit some, only those
    are meant. With a day, only the units of that day.
    """
    found = [unit for unit in _meant(text, _by_name()) if not on or unit.existed_on(on)]
    return tuple(sorted(dict.fromkeys(found), key=nearest_first))


def among(text: str, known: NamesOfUnits) -> tuple[Unit, ...]:
    """Those of some units that a text names, which may also name their people's committee."""
    return tuple(dict.fromkeys(_meant(without_committee(text), known)))


def without_committee(text: str) -> str:
    """A name without «UBND» before it."""
    return _COMMITTEE.sub("", text)


def names_of(found: Iterable[Unit]) -> NamesOfUnits:
    """Some units with their names, by what `fold` makes of the name without spaces."""
    names: dict[str, list[tuple[str, Unit]]] = {}
    for unit in found:
        names.setdefault(fold(unit.name).replace(" ", ""), []).append((unit.name, unit))
    return names


def _meant(text: str, known: NamesOfUnits) -> list[Unit]:
    """The units that a text may mean; where it is spelt as some of them are, only those."""
    found = [
        (name, unit)
        for meant in meanings(text)
        for name, unit in known.get(meant.name.replace(" ", ""), ())
        if not meant.kind or meant.kind in kinds_of(unit)
    ]
    spelt = spelling(text)
    exact = [unit for name, unit in found if spelt[-len(spelling(name)) :] == spelling(name)]
    return (not text.isascii() and exact) or [unit for _, unit in found]


def other_names() -> Iterator[tuple[str, Unit]]:
    """Names by which people call a unit besides its own, each with the unit."""
    for other_name, path in table_rows("aliases.tsv"):
        yield from ((other_name, unit) for unit in units(path))


def present_province(text: str) -> Unit | None:
    """The province of today that a text names: its folder, its name, or its full name, with or without marks."""
    known = provinces(present_era())
    return {vietnamese.slug(name): unit for unit in known for name in _called(unit)}.get(vietnamese.slug(text))


def nearest_provinces(text: str, limit: int = 2) -> tuple[Unit, ...]:
    """The provinces of today whose folders are nearest to a text that names none."""
    known = {unit.path: unit for unit in provinces(present_era())}
    return tuple(known[path] for path in likeness.nearest(vietnamese.slug(text), sorted(known), limit=limit))


def nearest(path: str, limit: int = 3) -> tuple[str, ...]:
    """The paths somebody may have meant by a folder that is not one, best first; several when it is ambiguous.

    A place of that very name, whatever its kind, beats a similar one. In the province that was named, or without any,
    all of them are meant: a huyện and a thị xã may share a name. Elsewhere, provinces of the same merger come first:
    many look for an old district under the new province. Only guesses are cut at the limit.

    Communes are meant when the folder says xã, phường or đặc khu.
    """
    *above, folder = [part for part in map(vietnamese.slug, path.split("/")) if part] or [""]
    wanted = "/".join((*above, folder))
    if wanted in _paths():
        return (wanted,)
    province = _province_meant(above[0]) if above else ""
    if folder.startswith(COMMUNE_FOLDERS) and (close := _nearest_communes(province, folder, limit=limit)):
        return close
    named = [known for known in _paths() if writings(known) & writings(folder)]
    here = [known for known in named if province in ("", province_path(known))]
    if here:
        return tuple(here)
    kin = _kin(province)
    named.sort(key=lambda known: (province_path(known) not in kin, not known.endswith(f"/{folder}"), known))
    nearby = [known for known in _paths() if "/" in known and province_path(known) == province]
    return tuple(named or _similar(folder, nearby or _paths(), limit=limit))[:limit]


def _nearest_communes(province: str, folder: str, *, limit: int) -> tuple[str, ...]:
    """A commune of that name in the province, or what one of before became; else one of that name elsewhere."""
    there = {now for unit in units(province) for now in today(unit)}
    here = [commune for now in there for commune in communes(now)]
    if found := _named_as(folder, here):
        return tuple(sorted(unit.path for unit in found))
    before = [commune for now in there for old in (now, *origins(now)) for commune in communes_in_districts(old.path)]
    if found := _named_as(folder, before):
        return tuple(sorted({now.path for unit in found for now in today(unit)}))
    anywhere = [commune for now in provinces(present_era()) for commune in communes(now)]
    found = _named_as(folder, anywhere)
    return tuple([unit.path for unit in found] or _similar(folder, [unit.path for unit in here], limit=limit))[:limit]


def _named_as(folder: str, found: Iterable[Unit]) -> list[Unit]:
    """The units of a folder's name; only those of its kind when there are any."""
    named = [unit for unit in found if writings(unit.path) & writings(folder)]
    return [unit for unit in named if CODE.sub("", unit.path).endswith(f"/{folder}")] or named


def _called(unit: Unit) -> tuple[str, ...]:
    return unit.path, unit.name, unit.full_name


def _province_meant(folder: str) -> str:
    known = [path for path in _paths() if "/" not in path]
    named = [path for path in known if writings(path) & writings(folder)]
    return next(iter(named or _similar(folder, known, limit=1)), "")


def _kin(province: str) -> set[str]:
    """The folders of the provinces that share a merger with this one."""
    there = [now for unit in units(province) for now in today(unit)]
    return {unit.path for now in there for unit in (now, *origins(now))}


def _similar(folder: str, paths: Iterable[str], *, limit: int) -> list[str]:
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(bare(path), []).append(path)
    wanted = bare(folder)
    found = likeness.nearest(wanted, by_name, limit=limit) or _as_near_as_the_nearest(wanted, by_name, limit=limit)
    return [path for name in found for path in by_name[name]]


def _as_near_as_the_nearest(name: str, names: Iterable[str], *, limit: int) -> list[str]:
    """The likest names, none that is less like it than another: «kien-gian» is no Tiền Giang."""
    found = vietnamese.similar(name, names, limit=limit)
    near = [SequenceMatcher(None, other, name).ratio() for other in found]
    return [other for other, ratio in zip(found, near, strict=True) if ratio == near[0] >= NEAR]


@cache
def _paths() -> tuple[str, ...]:
    """Every path of a province or district of any time: provinces first."""
    found = {unit.path for unit in _above_communes()}
    return tuple(sorted(found, key=lambda path: ("/" in path, path)))


def _above_communes() -> Iterator[Unit]:
    for level in TABLES:
        yield from of_level(level)


def _all_units() -> Iterator[Unit]:
    yield from _above_communes()
    for province in province_paths():
        yield from communes_below(province)
        yield from communes_in_districts(province)


@cache
def _by_code() -> Mapping[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in _all_units():
        found.setdefault(unit.code, []).append(unit)
    return found


@cache
def _by_name() -> NamesOfUnits:
    """All units with their names and their other names, by the slug of that name without dashes."""
    found: dict[str, list[tuple[str, Unit]]] = {}
    for unit in _all_units():
        name = unit.path if unit.level is Level.PROVINCE else bare(unit.path, unit.kind)
        found.setdefault(name.replace("-", ""), []).append((unit.name, unit))
    for other_name, unit in other_names():
        found.setdefault(fold(other_name).replace(" ", ""), []).append((other_name, unit))
    return found
