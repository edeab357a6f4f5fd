"""The provinces and districts of Vietnam, each with its dates and with what it became.

The tables in `gazetteer_data/` turn into `Unit`s when first asked for; `tools/gazetteer.py` writes them. A unit without
a first day is taken to have existed at any earlier time: the tables know 2025, not the districts of 2010.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from bantin import vietnamese
from bantin.places import Level, Unit

DISTRICTS_ENDED = date(2025, 6, 30)
"""The last day of the districts and of the 63 provinces. Codes given out before it mean other places after it."""

_DATA = Path(__file__).parent / "gazetteer_data"
_TABLES = {Level.PROVINCE: "provinces.tsv", Level.DISTRICT: "districts.tsv"}
_FOLDER_KINDS = ("tinh-", "thanh-pho-", "tp-", "quan-", "q-", "thi-xa-", "tx-", "huyen-", "h-")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The document that changed the units of a level on a day."""

    level: Level
    on: date
    """The first day of the new units, or the first without the old ones."""
    name: str
    issued: date
    issuer: str
    subject: str
    """What it is about (trích yếu)."""


def units(path: str) -> tuple[Unit, ...]:
    """All units that have had this path, oldest first; «gia-lai» names two territories."""
    return _by_path(Level.DISTRICT if "/" in path else Level.PROVINCE).get(path, ())


def find(path: str, on: date) -> Unit | None:
    """The unit that had this path on that day."""
    return next((unit for unit in units(path) if unit.existed_on(on)), None)


def with_code(code: str, on: date) -> Unit | None:
    """The unit that had this official code on that day; no code is given out at two levels."""
    return next((unit for unit in _all_units() if unit.code == code and unit.existed_on(on)), None)


def provinces(current: bool) -> tuple[Unit, ...]:
    """The provinces of today, or the 63 until 30/06/2025, in alphabetical order."""
    return _in_order(unit for unit in _read(Level.PROVINCE) if unit.is_current == current)


def districts(province: Unit) -> tuple[Unit, ...]:
    """The province's districts in alphabetical order; none when the province is younger than the districts' end."""
    below = (unit for unit in _read(Level.DISTRICT) if _province_folder(unit.path) == province.path)
    return _in_order(unit for unit in below if province_of(unit) == province)


def province_of(unit: Unit) -> Unit:
    """The province in which the unit lies, or lay on its last day; a province is its own."""
    return next(found for found in units(_province_folder(unit.path)) if found.existed_on(unit.until or date.max))


def successors(unit: Unit) -> tuple[Unit, ...]:
    """What the unit became on the day after its last. Not known for districts."""
    return tuple(new for old, new in _successions() if old == unit)


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """What the unit was made from on its first day, in alphabetical order."""
    return _in_order(old for old, new in _successions() if new == unit)


def is_unchanged(unit: Unit) -> bool:
    """The unit before and the unit after a change are one place: nothing was added, taken away or renamed."""
    after = successors(unit) or (unit,)
    before = predecessors(after[0])
    return len(after) == len(before) == 1 and before[0].path == after[0].path


def legal_basis(unit: Unit) -> LegalBasis | None:
    """The document by which the unit ended or, while it exists, by which it became what it is."""
    changed = unit.until + timedelta(days=1) if unit.until else unit.since
    return next((basis for basis in _legal_bases() if (basis.level, basis.on) == (unit.level, changed)), None)


def nearest(path: str, limit: int = 3) -> tuple[str, ...]:
    """The paths somebody may have meant by a folder that is not one, best first; several when it is ambiguous.

    A place of that very name, whatever its kind, beats a similar one. In the province that was named, or without any,
    all of them are meant: a huyện and a thị xã may share a name. Elsewhere, provinces of the same merger come first:
    many look for an old district under the new province. Only guesses are cut at the limit.
    """
    *above, folder = [part for part in map(vietnamese.slug, path.split("/")) if part] or [""]
    wanted = "/".join((*above, folder))
    if wanted in _paths():
        return (wanted,)
    named = [known for known in _paths() if _writings(known) & _writings(folder)]
    province = _province_meant(above[0]) if above else ""
    here = [known for known in named if province in ("", _province_folder(known))]
    if here:
        return tuple(here)
    kin = _kin(province)
    named.sort(key=lambda known: (_province_folder(known) not in kin, not known.endswith(f"/{folder}"), known))
    nearby = [known for known in _paths() if "/" in known and _province_folder(known) == province]
    return tuple(named or _similar(folder, nearby or _paths(), limit))[:limit]


def _province_meant(folder: str) -> str:
    known = [path for path in _paths() if "/" not in path]
    named = [path for path in known if _writings(path) & _writings(folder)]
    return next(iter(named or _similar(folder, known, 1)), "")


def _kin(province: str) -> set[str]:
    """The folders of the provinces that share a merger with this one."""
    now = [new for unit in units(province) for new in successors(unit) or (unit,)]
    return {unit.path for new in now for unit in (new, *predecessors(new))}


def _similar(folder: str, paths: Iterable[str], limit: int) -> list[str]:
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(_bare(path), []).append(path)
    found = vietnamese.nearest(_bare(folder), by_name, limit=limit)
    return [path for name in found for path in by_name[name]]


def _writings(path: str) -> set[str]:
    """A folder's name with and without its kind, both without dashes: what «vinhthuan» and «vinh-thuan» share."""
    return {path.rpartition("/")[2].replace("-", ""), _bare(path).replace("-", "")}


def _bare(path: str) -> str:
    folder = path.rpartition("/")[2]
    return next((folder.removeprefix(kind) for kind in _FOLDER_KINDS if folder.startswith(kind)), folder)


def _province_folder(path: str) -> str:
    return path.partition("/")[0]


def _in_order(found: Iterable[Unit]) -> tuple[Unit, ...]:
    """In alphabetical order, but Quận 3 before Quận 10."""

    def key(unit: Unit) -> tuple[object, ...]:
        number = int(unit.name) if unit.name.isdecimal() else math.inf
        return number, vietnamese.sort_key(unit.name), unit.kind

    return tuple(sorted(found, key=key))


@cache
def _paths() -> tuple[str, ...]:
    """Every path of any time: provinces first."""
    return tuple(sorted({unit.path for unit in _all_units()}, key=lambda path: ("/" in path, path)))


def _all_units() -> Iterable[Unit]:
    return (unit for level in _TABLES for unit in _read(level))


@cache
def _by_path(level: Level) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in _read(level):
        found[unit.path] = (*found.get(unit.path, ()), unit)
    return found


@cache
def _read(level: Level) -> tuple[Unit, ...]:
    return tuple(
        Unit(level, code, kind, name, path, since=_day(since), until=_day(until))
        for since, until, code, kind, name, path in _rows(_TABLES[level])
    )


@cache
def _successions() -> tuple[tuple[Unit, Unit], ...]:
    """Each unit with a unit it became."""
    ended = {(unit.code, unit.until): unit for unit in _read(Level.PROVINCE)}
    begun = {(unit.code, unit.since): unit for unit in _read(Level.PROVINCE)}
    return tuple(
        (ended[old, date.fromisoformat(on) - timedelta(days=1)], begun[new, date.fromisoformat(on)])
        for on, old, new in _rows("province_successions.tsv")
    )


@cache
def _legal_bases() -> tuple[LegalBasis, ...]:
    return tuple(
        LegalBasis(Level(level), date.fromisoformat(on), name, date.fromisoformat(issued), issuer, subject)
        for level, on, name, issued, issuer, subject in _rows("legal_basis.tsv")
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(table: str) -> list[list[str]]:
    """The rows of a table below its header."""
    return [line.split("\t") for line in (_DATA / table).read_text(encoding="utf-8").splitlines()[1:]]
