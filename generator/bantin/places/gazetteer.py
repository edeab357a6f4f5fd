"""The provinces, districts and communes of Vietnam, each with its dates and with what it became.

The tables in `gazetteer_data/` turn into `Unit`s when first asked for, communes province by province;
`tools/gazetteer.py` writes them. A unit without a first day is taken to have existed at any earlier time: the tables
know 2025, not the districts of 2010.

The communes of before never publish here (their district did), so they have no folder: `units`, `find` and `nearest`
do not know them, everything else does.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from bantin.places.naming import COMMUNE_FOLDERS, province_path
from bantin.places.unit import KindChange, Level, Point, Unit, in_order, with_kind_changes

DISTRICTS_ENDED = date(2025, 6, 30)
"""The last day of the districts, of the 63 provinces and of the communes they had.

Codes given out before it mean other places after it.
"""

_DATA = Path(__file__).parent / "gazetteer_data"
_TABLES = {Level.PROVINCE: "provinces.tsv", Level.DISTRICT: "districts.tsv"}


def units(path: str) -> tuple[Unit, ...]:
    """All units that have had this path, oldest first; «gia-lai» names two territories."""
    province, _, folder = path.partition("/")
    if folder.startswith(COMMUNE_FOLDERS):
        return tuple(unit for unit in communes_now(province) if unit.path == path)
    return by_path(Level.DISTRICT if folder else Level.PROVINCE).get(path, ())


def provinces(current: bool) -> tuple[Unit, ...]:
    """The provinces of today, or the 63 until 30/06/2025, in alphabetical order."""
    return in_order(unit for unit in of_level(Level.PROVINCE) if unit.is_current == current)


def districts(province: Unit) -> tuple[Unit, ...]:
    """The province's districts in alphabetical order; none when the province is younger than the districts' end."""
    return in_order(unit for unit in districts_in(province.path) if province_of(unit) == province)


def communes(within: Unit) -> tuple[Unit, ...]:
    """The communes of a province or a district, in its own time, in alphabetical order."""
    if within.level is Level.COMMUNE:
        return ()
    if within.level is Level.DISTRICT:
        return in_order(_communes_in(province_path(within.path)).get(within.path, ()))
    found = communes_now(within.path) if within.is_current else communes_before(within.path)
    return in_order(found)


def points(province: Unit) -> tuple[Point, ...]:
    """Where the communes of a province of today lie, in order of their codes."""
    return _points(province.path) if province.is_current else ()


def province_of(unit: Unit) -> Unit:
    """The province in which the unit lies, or lay on its last day; a province is its own."""
    return next(found for found in units(province_path(unit.path)) if found.existed_on(unit.until or date.max))


def district_of(unit: Unit) -> Unit | None:
    """The district in which an old commune lay; a district is its own. None for what lies in no district."""
    return next(iter(by_path(Level.DISTRICT).get("/".join(unit.path.split("/")[:2]), ())), None)


@cache
def kind_changes() -> tuple[KindChange, ...]:
    """The changes of kind that ship with the package; the units above know them."""
    return tuple(
        KindChange(date.fromisoformat(on), code, kind, basis)
        for on, code, kind, basis in table_rows("kind_changes.tsv")
    )


@cache
def by_path(level: Level) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in of_level(level):
        found[unit.path] = (*found.get(unit.path, ()), unit)
    return found


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
        _unit(Unit(level, code, kind, name, path, since=_day(since), until=_day(until)))
        for since, until, code, kind, name, path in table_rows(_TABLES[level])
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
        for since, until, code, kind, name, folder, latitude, longitude in table_rows(f"communes/{province}.tsv")
    )


def communes_now(province: str) -> tuple[Unit, ...]:
    return tuple(point.unit for point in _points(province))


@cache
def before(province: str) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The old communes of a province of before, by its path, each with the codes of its successors."""
    folders = {unit.code: unit.path for unit in districts_in(province)}
    rows = table_rows(f"communes_before/{province}.tsv") if folders else []
    return tuple(
        (
            Unit(Level.COMMUNE, code, kind, name, f"{folders[district]}/{folder}", until=DISTRICTS_ENDED),
            tuple(after.split(" ")),
        )
        for code, kind, name, district, folder, after in rows
    )


def communes_before(province: str) -> tuple[Unit, ...]:
    return tuple(unit for unit, _ in before(province))


@cache
def _communes_in(province: str) -> Mapping[str, list[Unit]]:
    """The old communes of a province of before by the path of their district."""
    found: dict[str, list[Unit]] = {}
    for unit in communes_before(province):
        found.setdefault(unit.path.rpartition("/")[0], []).append(unit)
    return found


def _unit(unit: Unit) -> Unit:
    return with_kind_changes(unit, kind_changes()) if unit.code in _changed() else unit


@cache
def _changed() -> frozenset[str]:
    return frozenset(change.code for change in kind_changes())


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def table_rows(table: str) -> list[list[str]]:
    """The rows of a table below its header."""
    return [line.split("\t") for line in (_DATA / table).read_text(encoding="utf-8").splitlines()[1:]]
