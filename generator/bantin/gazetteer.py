"""The provinces, districts and communes of Vietnam, each with its dates and with what it became.

The tables in `gazetteer_data/` turn into `Unit`s when first asked for, communes province by province;
`tools/gazetteer.py` writes them. A unit without a first day is taken to have existed at any earlier time: the tables
know 2025, not the districts of 2010.

The communes of before never publish here (their district did), so they have no folder: `units`, `find` and `nearest`
do not know them, everything else does.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from bantin import vietnamese
from bantin.places import KindChange, Level, Point, Succession, Unit

DISTRICTS_ENDED = date(2025, 6, 30)
"""The last day of the districts, of the 63 provinces and of the communes they had.

Codes given out before it mean other places after it.
"""

_DATA = Path(__file__).parent / "gazetteer_data"
_TABLES = {Level.PROVINCE: "provinces.tsv", Level.DISTRICT: "districts.tsv"}
_KINDS = {
    "tinh-": "tỉnh",
    "thanh-pho-": "thành phố",
    "tp-": "thành phố",
    "quan-": "quận",
    "q-": "quận",
    "thi-xa-": "thị xã",
    "tx-": "thị xã",
    "huyen-": "huyện",
    "h-": "huyện",
    "thi-tran-": "thị trấn",
    "tt-": "thị trấn",
    "xa-": "xã",
    "x-": "xã",
    "phuong-": "phường",
    "p-": "phường",
    "dac-khu-": "đặc khu",
}
"""How the name of a folder, or somebody looking for a place, begins when the kind is given."""
KINDS = tuple(dict.fromkeys(_KINDS.values()))
"""All kinds of units."""
_STARTS = {kind: start for start, kind in reversed(_KINDS.items())}  # the long forms, which stand first
_COMMUNE_FOLDERS = ("xa-", "phuong-", "dac-khu-")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_CODE = re.compile(r"-\d{5}$")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The document that changed the units of a level on a day."""

    level: Level
    on: date
    """The first day of the new units, or the first without the old ones."""
    province: str
    """The code of the province of today in which the units lie; empty when the document is about all of them."""
    name: str
    issued: date
    issuer: str
    subject: str
    """What it is about (trích yếu)."""


def units(path: str) -> tuple[Unit, ...]:
    """All units that have had this path, oldest first; «gia-lai» names two territories."""
    province, _, folder = path.partition("/")
    if folder.startswith(_COMMUNE_FOLDERS):
        return tuple(unit for unit in _communes(province) if unit.path == path)
    return _by_path(Level.DISTRICT if folder else Level.PROVINCE).get(path, ())


def namesakes(path: str) -> tuple[Unit, ...]:
    """The communes whose paths are this one and their code: «xã Tân Thành» and «xã Tân Thạnh» of one province."""
    return tuple(unit for unit in _communes(path.partition("/")[0]) if unit.path == f"{path}-{unit.code}")


def shared_paths() -> tuple[str, ...]:
    """The paths that two communes of one province would have without their codes, sorted."""
    coded = (unit.path for province in provinces(current=True) for unit in _communes(province.path))
    return tuple(sorted({path.removesuffix(found[0]) for path in coded if (found := _CODE.search(path))}))


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
    wanted = vietnamese.slug(text)
    meant = [(wanted, "")] + [(wanted.removeprefix(start), kind) for start, kind in _KINDS.items()]
    found = [
        (name, unit)
        for bare, kind in meant
        if not kind or bare != wanted
        for name, unit in _by_name().get(bare.replace("-", ""), ())
        if (not kind or kind in _kinds_of(unit)) and (not on or unit.existed_on(on))
    ]
    spelt = _spelling(text)
    exact = [unit for name, unit in found if spelt[-len(_spelling(name)) :] == _spelling(name)]
    chosen = (not text.isascii() and exact) or [unit for _, unit in found]
    levels = tuple(Level)
    return tuple(
        sorted(dict.fromkeys(chosen), key=lambda unit: (not unit.is_current, levels.index(unit.level), unit.path))
    )


def other_names() -> Iterator[tuple[str, Unit]]:
    """Names by which people call a unit besides its own, each with the unit."""
    for other_name, path in _rows("aliases.tsv"):
        yield from ((other_name, unit) for unit in units(path))


def provinces(current: bool) -> tuple[Unit, ...]:
    """The provinces of today, or the 63 until 30/06/2025, in alphabetical order."""
    return in_order(unit for unit in _read(Level.PROVINCE) if unit.is_current == current)


def districts(province: Unit) -> tuple[Unit, ...]:
    """The province's districts in alphabetical order; none when the province is younger than the districts' end."""
    return in_order(unit for unit in _districts_in(province.path) if province_of(unit) == province)


def communes(within: Unit) -> tuple[Unit, ...]:
    """The communes of a province or a district, in its own time, in alphabetical order."""
    if within.level is Level.COMMUNE:
        return ()
    if within.level is Level.DISTRICT:
        return in_order(_communes_in(_province_folder(within.path)).get(within.path, ()))
    found = _communes(within.path) if within.is_current else _communes_before(within.path)
    return in_order(found)


def points(province: Unit) -> tuple[Point, ...]:
    """Where the communes of a province of today lie, in order of their codes."""
    return _points(province.path) if province.is_current else ()


def province_of(unit: Unit) -> Unit:
    """The province in which the unit lies, or lay on its last day; a province is its own."""
    return next(found for found in units(_province_folder(unit.path)) if found.existed_on(unit.until or date.max))


def district_of(unit: Unit) -> Unit | None:
    """The district in which an old commune lay; a district is its own. None for what lies in no district."""
    return next(iter(_by_path(Level.DISTRICT).get("/".join(unit.path.split("/")[:2]), ())), None)


def became(unit: Unit) -> tuple[Succession, ...]:
    """What became of the unit on the day after its last; several when it was divided.

    A district became what its communes became: wholly only when all of them went into one and the same new commune.
    How much of the rest went where, its `communes` tell.
    """
    if unit.level is Level.PROVINCE:
        return _successions_by_old().get(unit, ())
    if unit.is_current:
        return ()
    of_path = _successors_of(_province_folder(unit.path))
    if unit.level is Level.COMMUNE or unit.path in of_path:
        after = of_path.get(unit.path, ())
    else:
        after = tuple({code for commune in communes(unit) for code in of_path[commune.path]})
    today = _commune_of(_province_today(unit).path)
    return tuple(Succession(unit, new, whole=len(after) == 1) for new in in_order(today[code] for code in after))


def made_of(unit: Unit) -> tuple[Succession, ...]:
    """From what the unit was made on its first day, in alphabetical order of the old units.

    A commune was made of communes, or of an island district that had none.
    """
    if unit.level is Level.PROVINCE:
        return tuple(found for old in in_order(_former_provinces(unit)) for found in became(old))
    before = _origins(_province_folder(unit.path)).get(unit.code, ()) if unit.is_current else ()
    whole = {old: len(_successors_of(_province_folder(old.path))[old.path]) == 1 for old in before}
    return tuple(Succession(old, unit, whole[old]) for old in in_order(before))


def successors(unit: Unit) -> tuple[Unit, ...]:
    """The units that it became."""
    return tuple(link.new for link in became(unit))


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """The units that it was made of, in alphabetical order."""
    return tuple(link.old for link in made_of(unit))


def former_districts(commune: Unit) -> tuple[Unit, ...]:
    """The districts in which the parts of a commune of today lay, in alphabetical order."""
    return in_order({district for old in predecessors(commune) if (district := district_of(old))})


def is_unchanged(unit: Unit) -> bool:
    """The unit before and the unit after a change are one place: nothing was added, taken away or renamed."""
    after = successors(unit) or (unit,)
    before = predecessors(after[0])
    if len(after) != 1 or len(before) != 1:
        return False
    return (before[0].level, before[0].name) == (after[0].level, after[0].name)


def in_order(found: Iterable[Unit]) -> tuple[Unit, ...]:
    """In alphabetical order, but Quận 3 before Quận 10."""

    def key(unit: Unit) -> tuple[object, ...]:
        number = int(unit.name) if unit.name.isdecimal() else math.inf
        return number, vietnamese.sort_key(unit.name), unit.kind

    return tuple(sorted(found, key=key))


def with_kind_changes(unit: Unit, changes: Iterable[KindChange]) -> Unit:
    """The unit with the changes of kind that befell it; others pass it by. A site may know more of them than we."""
    for change in sorted(changes, key=lambda change: change.on):
        last = change.on - timedelta(days=1)
        if change.code == unit.code and unit.existed_on(last) and unit.existed_on(change.on):
            unit = replace(unit, kind=change.kind, former_kinds=(*unit.former_kinds, (last, unit.kind)))
    return unit


@cache
def kind_changes() -> tuple[KindChange, ...]:
    """The changes of kind that ship with the package; the units above know them."""
    return tuple(
        KindChange(date.fromisoformat(on), code, kind, basis) for on, code, kind, basis in _rows("kind_changes.tsv")
    )


def legal_basis(unit: Unit) -> LegalBasis | None:
    """The document by which the unit ended or, while it exists, by which it became what it is."""
    changed = unit.until + timedelta(days=1) if unit.until else unit.since
    known = (basis for basis in _legal_bases() if (basis.level, basis.on) == (unit.level, changed))
    return next((basis for basis in known if basis.province in ("", _province_today(unit).code)), None)


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
    if folder.startswith(_COMMUNE_FOLDERS) and (close := _nearest_communes(province, folder, limit)):
        return close
    named = [known for known in _paths() if _writings(known) & _writings(folder)]
    here = [known for known in named if province in ("", _province_folder(known))]
    if here:
        return tuple(here)
    kin = _kin(province)
    named.sort(key=lambda known: (_province_folder(known) not in kin, not known.endswith(f"/{folder}"), known))
    nearby = [known for known in _paths() if "/" in known and _province_folder(known) == province]
    return tuple(named or _similar(folder, nearby or _paths(), limit))[:limit]


def _nearest_communes(province: str, folder: str, limit: int) -> tuple[str, ...]:
    """A commune of that name in the province, or what one of before became; else one of that name elsewhere."""
    today = {new for unit in units(province) for new in successors(unit) or (unit,)}
    here = [commune for now in today for commune in communes(now)]
    if found := _named_as(folder, here):
        return tuple(sorted(unit.path for unit in found))
    before = [commune for now in today for old in _former_provinces(now) for commune in _communes_before(old.path)]
    if found := _named_as(folder, before):
        return tuple(sorted({new.path for unit in found for new in successors(unit)}))
    anywhere = [commune for now in provinces(current=True) for commune in communes(now)]
    found = _named_as(folder, anywhere)
    return tuple([unit.path for unit in found] or _similar(folder, [unit.path for unit in here], limit))[:limit]


def _named_as(folder: str, found: Iterable[Unit]) -> list[Unit]:
    """The units of a folder's name; only those of its kind when there are any."""
    named = [unit for unit in found if _writings(unit.path) & _writings(folder)]
    return [unit for unit in named if _CODE.sub("", unit.path).endswith(f"/{folder}")] or named


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


def _bare(path: str, kind: str = "") -> str:
    """The folder without its kind and its code; to know the kind makes it faster."""
    folder = path.rpartition("/")[2]
    if folder[-1:].isdecimal():
        folder = _CODE.sub("", folder)
    start = _STARTS.get(kind)
    if start and folder.startswith(start):
        return folder.removeprefix(start)
    return next((folder.removeprefix(kind) for kind in _KINDS if folder.startswith(kind)), folder)


def _province_folder(path: str) -> str:
    return path.partition("/")[0]


def _kinds_of(unit: Unit) -> set[str]:
    return {unit.kind, *(kind for _, kind in unit.former_kinds)}


def _spelling(text: str) -> tuple[tuple[str, str], ...]:
    """Each syllable as its letters and its tone, wherever the mark stands: «Hòa» and «Hoà» are one."""
    syllables = []
    for word in re.findall(r"\w+", vietnamese.normalise(text).casefold()):
        marked = unicodedata.normalize("NFD", word)
        tone = "".join(mark for mark in marked if mark in _TONES)
        syllables.append(("".join(mark for mark in marked if mark not in _TONES), tone))
    return tuple(syllables)


def _province_today(unit: Unit) -> Unit:
    province = province_of(unit)
    return next(iter(successors(province)), province)


@cache
def _paths() -> tuple[str, ...]:
    """Every path of a province or district of any time: provinces first."""
    found = {unit.path for unit in _above_communes()}
    return tuple(sorted(found, key=lambda path: ("/" in path, path)))


def _above_communes() -> Iterator[Unit]:
    for level in _TABLES:
        yield from _read(level)


def _all_units() -> Iterator[Unit]:
    yield from _above_communes()
    for province in _read(Level.PROVINCE):
        yield from _communes(province.path) if province.is_current else _communes_before(province.path)


@cache
def _by_code() -> Mapping[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in _all_units():
        found.setdefault(unit.code, []).append(unit)
    return found


@cache
def _by_name() -> Mapping[str, list[tuple[str, Unit]]]:
    """All units with their names and their other names, by the slug of that name without dashes."""
    found: dict[str, list[tuple[str, Unit]]] = {}
    for unit in _all_units():
        name = unit.path if unit.level is Level.PROVINCE else _bare(unit.path, unit.kind)
        found.setdefault(name.replace("-", ""), []).append((unit.name, unit))
    for other_name, unit in other_names():
        found.setdefault(vietnamese.slug(other_name).replace("-", ""), []).append((other_name, unit))
    return found


@cache
def _by_path(level: Level) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in _read(level):
        found[unit.path] = (*found.get(unit.path, ()), unit)
    return found


def _districts_in(province: str) -> Iterable[Unit]:
    return _districts().get(province, ())


@cache
def _districts() -> Mapping[str, list[Unit]]:
    """The districts by their province's path."""
    found: dict[str, list[Unit]] = {}
    for unit in _read(Level.DISTRICT):
        found.setdefault(_province_folder(unit.path), []).append(unit)
    return found


@cache
def _read(level: Level) -> tuple[Unit, ...]:
    return tuple(
        _unit(Unit(level, code, kind, name, path, since=_day(since), until=_day(until)))
        for since, until, code, kind, name, path in _rows(_TABLES[level])
    )


@cache
def _points(province: str) -> tuple[Point, ...]:
    """The communes of a province of today, by its path, and where they lie."""
    if not any(unit.is_current for unit in units(province)):
        return ()
    return tuple(
        Point(
            _unit(Unit(Level.COMMUNE, code, kind, name, f"{province}/{folder}", _day(since), _day(until))),
            float(latitude),
            float(longitude),
        )
        for since, until, code, kind, name, folder, latitude, longitude in _rows(f"communes/{province}.tsv")
    )


def _communes(province: str) -> tuple[Unit, ...]:
    return tuple(point.unit for point in _points(province))


@cache
def _before(province: str) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The old communes of a province of before, by its path, each with the codes of its successors."""
    folders = {unit.code: unit.path for unit in _districts_in(province)}
    rows = _rows(f"communes_before/{province}.tsv") if folders else []
    return tuple(
        (
            Unit(Level.COMMUNE, code, kind, name, f"{folders[district]}/{folder}", until=DISTRICTS_ENDED),
            tuple(after.split(" ")),
        )
        for code, kind, name, district, folder, after in rows
    )


def _communes_before(province: str) -> tuple[Unit, ...]:
    return tuple(unit for unit, _ in _before(province))


@cache
def _communes_in(province: str) -> Mapping[str, list[Unit]]:
    """The old communes of a province of before by the path of their district."""
    found: dict[str, list[Unit]] = {}
    for unit in _communes_before(province):
        found.setdefault(unit.path.rpartition("/")[0], []).append(unit)
    return found


@cache
def _successors_of(province: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of what the communes, and island districts, of a province of before became, by their paths."""
    codes = {old: (new,) for _, old, new in _rows("island_successions.tsv")}
    islands = {unit.path: codes[unit.code] for unit in _districts_in(province) if unit.code in codes}
    return {unit.path: after for unit, after in _before(province)} | islands


@cache
def _origins(province: str) -> Mapping[str, list[Unit]]:
    """What the communes of a province of today were made of, by their codes."""
    found: dict[str, list[Unit]] = {}
    for old_province in (old for now in units(province) if now.is_current for old in _former_provinces(now)):
        below = {unit.path: unit for unit in (*_communes_before(old_province.path), *_districts_in(old_province.path))}
        for path, after in _successors_of(old_province.path).items():
            for code in after:
                found.setdefault(code, []).append(below[path])
    return found


@cache
def _commune_of(province: str) -> Mapping[str, Unit]:
    """The communes of a province of today by their codes."""
    return {unit.code: unit for unit in _communes(province)}


def _former_provinces(province: Unit) -> list[Unit]:
    return [found.old for found in _successions() if found.new.path == province.path and found.new == province]


@cache
def _successions() -> tuple[Succession, ...]:
    """Each province with the one that it became."""
    ended = {(unit.code, unit.until): unit for unit in _read(Level.PROVINCE)}
    begun = {(unit.code, unit.since): unit for unit in _read(Level.PROVINCE)}
    return tuple(
        Succession(
            ended[old, date.fromisoformat(on) - timedelta(days=1)], begun[new, date.fromisoformat(on)], whole=True
        )
        for on, old, new in _rows("province_successions.tsv")
    )


@cache
def _successions_by_old() -> Mapping[Unit, tuple[Succession, ...]]:
    found: dict[Unit, tuple[Succession, ...]] = {}
    for link in _successions():
        found[link.old] = (*found.get(link.old, ()), link)
    return found


@cache
def _legal_bases() -> tuple[LegalBasis, ...]:
    return tuple(
        LegalBasis(Level(level), date.fromisoformat(on), province, name, date.fromisoformat(issued), issuer, subject)
        for level, on, province, name, issued, issuer, subject in _rows("legal_basis.tsv")
    )


def _unit(unit: Unit) -> Unit:
    return with_kind_changes(unit, kind_changes()) if unit.code in _changed() else unit


@cache
def _changed() -> frozenset[str]:
    return frozenset(change.code for change in kind_changes())


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(table: str) -> list[list[str]]:
    """The rows of a table below its header."""
    return [line.split("\t") for line in (_DATA / table).read_text(encoding="utf-8").splitlines()[1:]]
