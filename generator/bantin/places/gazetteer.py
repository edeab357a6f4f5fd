"""The provinces, districts and communes of Vietnam, each with its dates and with what it became.

The tables in `gazetteer_data/` turn into `Unit`s when first asked for, communes province by province;
`tools/gazetteer.py` writes them. A unit without a first day is taken to have existed at any earlier time: the tables
know 2015, not the districts of 2010. A folder may be named by a kind that its unit had before.

Communes that lay in districts never publish here (their district did), so they have no folder: `units`, `find` and
`nearest` do not know them, everything else does.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from bantin.places.eras import Era, era_of, eras, present_era
from bantin.places.naming import COMMUNE_FOLDERS, former_folders, province_path
from bantin.places.tables import day, table_rows
from bantin.places.unit import KindChange, Level, Point, Unit, in_order, with_kind_changes

TABLES = {Level.PROVINCE: "provinces.tsv", Level.DISTRICT: "districts.tsv"}
KINDS = {Level.PROVINCE: "kind_changes.tsv", Level.DISTRICT: "district_kinds.tsv"}


def units(path: str) -> tuple[Unit, ...]:
    """All units that have had this path, oldest first; «gia-lai» names two territories."""
    province, _, folder = path.partition("/")
    if folder.startswith(COMMUNE_FOLDERS):
        found = (unit for unit in communes_below(province) if unit.path == path)
        return tuple(sorted(found, key=lambda unit: unit.since or date.min))
    return by_path(Level.DISTRICT if folder else Level.PROVINCE).get(path, ())


def provinces(era: Era) -> tuple[Unit, ...]:
    """The provinces of an era, in alphabetical order."""
    return in_order(unit for unit in of_level(Level.PROVINCE) if unit.existed_on(era.last_day))


def all_provinces() -> tuple[Unit, ...]:
    """The provinces of all times, in order of their last days."""
    return tuple(sorted(of_level(Level.PROVINCE), key=lambda unit: (unit.until or date.max, unit.code)))


def province_paths() -> tuple[str, ...]:
    """The paths of the provinces of all eras, sorted."""
    return tuple(sorted(by_path(Level.PROVINCE)))


def bygone_provinces() -> tuple[Unit, ...]:
    """The provinces whose names no province of today bears, in alphabetical order."""
    today = {unit.path for unit in provinces(present_era())}
    return in_order(unit for unit in all_provinces() if unit.path not in today)


def divisions(province: Unit, era: Era) -> tuple[Unit, ...]:
    """The units right below a province at the end of an era, or at its own in it, in alphabetical order."""
    on = min(era.last_day, province.until or date.max)
    if not (province.existed_on(on) and era.covers(on)):
        return ()
    found = districts_in(province.path) if era.lower is Level.DISTRICT else communes_below(province.path)
    return in_order(unit for unit in found if unit.existed_on(on))


def divisions_between(province: Unit, era: Era, first: date, last: date) -> tuple[Unit, ...]:
    """The units right below a province that there were in an era on some day from the first to the last of two."""
    start, end = max(first, era.first or date.min), min(last, era.last_day)
    known = (*divisions(province, era), *ended_within(province, era))
    return tuple(u for u in known if (u.since or date.min) <= end and (u.until or date.max) >= start)


def ended_within(province: Unit, era: Era) -> tuple[Unit, ...]:
    """The units right below a province that ended in an era, before it or the province did, in alphabetical order."""
    last = min(era.last_day, province.until or date.max)
    found = districts_in(province.path) if era.lower is Level.DISTRICT else communes_below(province.path)
    ended = (unit for unit in found if unit.until and era.covers(unit.until) and unit.until < last)
    return in_order(unit for unit in ended if province_of(unit) == province)


def districts(province: Unit) -> tuple[Unit, ...]:
    """The districts that the province has had, in alphabetical order; none when it is younger than their end."""
    return in_order(unit for unit in districts_in(province.path) if province_of(unit) == province)


def lying_in(unit: Unit, on: date) -> tuple[Unit, ...]:
    """The units right below a province or a district on a day, in alphabetical order."""
    if unit.level is Level.DISTRICT:
        return communes(unit)
    found = (*districts_in(unit.path), *communes_below(unit.path)) if unit.level is Level.PROVINCE else ()
    return in_order(below for below in found if below.existed_on(on))


def communes(within: Unit) -> tuple[Unit, ...]:
    """The communes of a province or a district, today or on its last day, in alphabetical order."""
    if within.level is Level.COMMUNE:
        return ()
    if within.level is Level.DISTRICT:
        there = _communes_in(province_path(within.path)).get(within.path, ()) if _had_communes(within) else ()
        return in_order(there)
    era = era_of(within)
    return divisions(within, era) if era.lower is Level.COMMUNE else former_communes(within)


def former_communes(province: Unit) -> tuple[Unit, ...]:
    """The communes that lay in the districts of a province, in alphabetical order."""
    return in_order(unit for unit in communes_in_districts(province.path) if province_of(unit) == province)


def points(province: Unit) -> tuple[Point, ...]:
    """Where the communes of a province of today lie, in order of their codes."""
    return tuple(point for point in _points(province.path) if point.unit.is_current) if province.is_current else ()


def province_of(unit: Unit) -> Unit:
    """The province in which the unit lies, or lay on its last day; a province is its own."""
    return next(found for found in units(province_path(unit.path)) if found.existed_on(unit.until or date.max))


def district_of(unit: Unit) -> Unit | None:
    """The district in which an old commune lay; a district is its own. None for what lies in no district."""
    if unit.level is Level.DISTRICT:
        return unit
    return next(reversed(by_path(Level.DISTRICT).get("/".join(unit.path.split("/")[:2]), ())), None)


@cache
def kind_changes(level: Level = Level.PROVINCE) -> tuple[KindChange, ...]:
    """The changes of kind of a level that ship with the package; the units above know them."""
    return tuple(
        KindChange(date.fromisoformat(on), code, kind, basis)
        for on, code, kind, basis in (table_rows(KINDS[level]) if level in KINDS else ())
    )


@cache
def by_path(level: Level) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in of_level(level):
        found[unit.path] = (*found.get(unit.path, ()), unit)
    former = {path: unit for unit in of_level(level) if unit.former_kinds for path in former_folders(unit)}
    return {path: (unit,) for path, unit in former.items() if path not in found} | found


def districts_in(province: str) -> Iterable[Unit]:
    return _districts().get(province, ())


@cache
def _districts() -> Mapping[str, list[Unit]]:
    """The districts by their province's path."""
    found: dict[str, list[Unit]] = {}
    for unit in of_level(Level.DISTRICT):
        found.setdefault(province_path(unit.path), []).append(unit)
    return found


@cache
def of_level(level: Level) -> tuple[Unit, ...]:
    return tuple(
        _unit(Unit(level, code, kind, name, path, since=day(since), until=day(until)))
        for since, until, code, kind, name, path in table_rows(TABLES[level])
    )


@cache
def _points(province: str) -> tuple[Point, ...]:
    """The communes right below the provinces of a path, and where they lie."""
    if all(era_of(unit).lower is Level.DISTRICT for unit in units(province)):
        return ()
    return tuple(
        Point(
            _unit(Unit(Level.COMMUNE, code, kind, name, f"{province}/{folder}", day(since), day(until))),
            float(latitude),
            float(longitude),
        )
        for since, until, code, kind, name, folder, latitude, longitude in table_rows(f"communes/{province}.tsv")
    )


def communes_below(province: str) -> tuple[Unit, ...]:
    """The communes that have lain right below the provinces of a path, those that ended among them."""
    return tuple(point.unit for point in _points(province))


@cache
def communes_with_successors(province: str) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The communes that lay in the districts of a province, by its path, each with the codes of its successors."""
    within = {unit.code: unit for unit in districts_in(province)}  # the last of each code
    rows = table_rows(f"communes_before/{province}.tsv") if any(map(_had_communes, within.values())) else []
    return tuple(
        (
            Unit(Level.COMMUNE, code, kind, name, f"{within[of].path}/{folder}", until=within[of].until),
            tuple(after.split(" ")),
        )
        for code, kind, name, of, folder, after in rows
    )


def _had_communes(district: Unit) -> bool:
    """It is one of the last districts, of whose communes the tables know."""
    return any(era.lower is Level.DISTRICT and era.last == district.until for era in eras())


def communes_in_districts(province: str) -> tuple[Unit, ...]:
    return tuple(unit for unit, _ in communes_with_successors(province))


@cache
def _communes_in(province: str) -> Mapping[str, list[Unit]]:
    """The communes that lay in districts by the path of their district."""
    found: dict[str, list[Unit]] = {}
    for unit in communes_in_districts(province):
        found.setdefault(unit.path.rpartition("/")[0], []).append(unit)
    return found


def _unit(unit: Unit) -> Unit:
    changes = _changes(unit.level).get(unit.code)
    return with_kind_changes(unit, changes) if changes else unit


@cache
def _changes(level: Level) -> Mapping[str, list[KindChange]]:
    """The changes of kind by the codes of their units."""
    found: dict[str, list[KindChange]] = {}
    for change in kind_changes(level):
        found.setdefault(change.code, []).append(change)
    return found
