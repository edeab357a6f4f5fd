"""What became of units, and what they were made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bantin.places.eras import Era
from bantin.places.gazetteer import (
    communes,
    communes_below,
    communes_with_successors,
    district_of,
    districts_in,
    of_level,
    province_of,
    units,
)
from bantin.places.naming import province_path
from bantin.places.tables import table_rows
from bantin.places.unit import Level, Succession, Unit, by_name, in_order


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit has of another."""

    unit: Unit
    """The other: a commune of today that has a share of an old unit, or an old unit of which a commune has one."""
    parts: tuple[Succession, ...]
    """The communes of the district that went into the new commune; none where a district without communes did."""
    whole: bool
    """All of the old district lies in the new commune."""


@cache  # the same in every build of a server
def shares(unit: Unit) -> tuple[Share, ...]:
    """Who has what today of an old unit, or of which units before it a commune has a share; nothing for provinces.

    Of a district that went into others, these: which of their communes lie where it was, the tables do not know. In
    alphabetical order of the other units.
    """
    if unit.level is Level.PROVINCE:
        return ()
    if unit.is_current:
        return _grouped(made_of(unit), unit)
    if ended_early(unit):
        return tuple(Share(link.new, (), link.whole) for link in became(unit))
    links = [link for commune in communes(unit) for link in _is_today(commune)]
    return _grouped(links or _is_today(unit), unit)


def _is_today(unit: Unit) -> tuple[Succession, ...]:
    found = today(unit)
    return tuple(Succession(unit, new, whole=len(found) == 1) for new in found)


def _grouped(links: Iterable[Succession], unit: Unit) -> tuple[Share, ...]:
    parts: dict[Unit, list[Succession]] = {}
    for link in links:
        within = district_of(link.old) or link.old
        found = parts.setdefault(within if unit.is_current else link.new, [])
        found += [link] if link.old not in (unit, within) else []
    return tuple(
        Share(other, tuple(found), whole=len(became(other) if unit.is_current else today(unit)) == 1)
        for other, found in ((other, parts[other]) for other in in_order(parts))
    )


@cache  # asked again for every page that leads to the unit
def became(unit: Unit) -> tuple[Succession, ...]:
    """What became of the unit on the day after its last; several when it was divided.

    A district became what its communes became: wholly only when all of them went into one and the same new commune.
    How much of the rest went where, its `communes` tell. One that ended before the districts did became others.
    """
    if unit.level is Level.PROVINCE:
        return _successions_by_old().get(unit, ())
    if unit.until is None:
        return ()
    if after_it := _districts_after().get(unit):
        return after_it
    codes = _successors_of(province_path(unit.path))
    if unit.level is Level.COMMUNE or unit in codes:
        after = codes.get(unit, ())
    else:
        after = tuple({code for commune in communes(unit) for code in codes[commune]})
    then = _communes_on(province_after(unit).path, unit.until + timedelta(days=1))
    return tuple(Succession(unit, new, whole=len(after) == 1) for new in in_order(then[code] for code in after))


@cache
def made_of(unit: Unit) -> tuple[Succession, ...]:
    """From what the unit was made on its first day, in alphabetical order of the old units.

    A commune was made of communes, or of an island district that had none.
    """
    if unit.level is Level.PROVINCE:
        return tuple(found for old in in_order(provinces_before(unit)) for found in became(old))
    if unit.level is Level.DISTRICT:
        return tuple(found for on, found in _districts_before().get(unit, ()) if on == unit.since)
    if unit.since is None:
        return ()
    last = unit.since - timedelta(days=1)
    before = [old for old in _origins(province_path(unit.path)).get(unit.code, ()) if old.until == last]
    whole = {old: len(_successors_of(province_path(old.path))[old]) == 1 for old in before}
    return tuple(Succession(old, unit, whole[old]) for old in in_order(before))


def taken_in(unit: Unit) -> tuple[tuple[date, Succession], ...]:
    """What went into a district while it went on, each with its first day in it, in order of time."""
    return tuple((on, found) for on, found in _districts_before().get(unit, ()) if on != unit.since)


def successors(unit: Unit) -> tuple[Unit, ...]:
    """The units that it became."""
    return tuple(link.new for link in became(unit))


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """The units that it was made of, in alphabetical order."""
    return tuple(link.old for link in made_of(unit))


@cache
def today(unit: Unit) -> tuple[Unit, ...]:
    """The units of today that it became, through however many eras; itself while it exists."""
    if unit.is_current:
        return (unit,)
    return tuple(dict.fromkeys(found for new in successors(unit) for found in today(new)))


def lay_there(unit: Unit, era: Era) -> tuple[Unit, ...]:
    """The units of an era from which a later one was made; itself where it existed already."""
    if unit.existed_on(era.last_day):
        return (unit,)
    return tuple(dict.fromkeys(found for old in predecessors(unit) for found in lay_there(old, era)))


def former_districts(commune: Unit) -> tuple[Unit, ...]:
    """The districts in which the parts of a commune of today lay, in alphabetical order."""
    return in_order({district for old in predecessors(commune) if (district := district_of(old))})


@cache
def origins(unit: Unit) -> tuple[Unit, ...]:
    """All units from which it was made, through however many changes, the latest first; none that it is itself."""
    before = predecessors(unit)
    return tuple(dict.fromkeys((*before, *(found for old in before for found in origins(old)))))


def ended_early(unit: Unit) -> bool:
    """A district that went into others before the districts ended."""
    return unit in _districts_after()


def runs_on_as(unit: Unit) -> Unit | None:
    """The same district in the province that took the place of its own; None where it went on otherwise, or ended."""
    after = successors(unit)
    if len(after) != 1 or unit.level is not Level.DISTRICT or predecessors(after[0]) != (unit,):
        return None
    return after[0] if (after[0].level, after[0].full_name) == (unit.level, unit.full_name) else None


def has_grown(unit: Unit) -> bool:
    """A unit that ended went on under its name as a larger one: «An Giang» with Kiên Giang is An Giang."""
    return any(new.path == unit.path for new in successors(unit))


def province_after(unit: Unit) -> Unit:
    """The province in which the unit lay after the change that ended it, or lies."""
    province = province_of(unit)
    return next(iter(successors(province)), province) if province.until == unit.until else province


@cache
def _districts_after() -> Mapping[Unit, tuple[Succession, ...]]:
    """What each district became that went into others."""
    found: dict[Unit, list[Unit]] = {}
    for on, old, new in _changes_of_districts():
        if old.until and old.until < on:
            found.setdefault(old, []).append(new)
    return {
        old: tuple(Succession(old, new, len(after) == 1) for new in in_order(after)) for old, after in found.items()
    }


@cache
def _districts_before() -> Mapping[Unit, tuple[tuple[date, Succession], ...]]:
    """From what each district was made, or what it took in, with the day, in order of time."""
    found: dict[Unit, list[tuple[date, Succession]]] = {}
    for on, old, new in _changes_of_districts():
        whole = [link for link in _districts_after().get(old, ()) if link.new == new]
        found.setdefault(new, []).append((on, whole[0] if whole else Succession(old, new, whole=False)))
    return {new: tuple(sorted(links, key=lambda link: (link[0], by_name(link[1].old)))) for new, links in found.items()}


@cache
def _changes_of_districts() -> tuple[tuple[date, Unit, Unit], ...]:
    """The days on which districts went into others, wholly or in part, or others were made of them."""
    by_code: dict[str, list[Unit]] = {}
    for unit in of_level(Level.DISTRICT):
        by_code.setdefault(unit.code, []).append(unit)

    def on_day(code: str, on: date) -> Unit:
        return next(unit for unit in by_code[code] if unit.existed_on(on))

    days = ((date.fromisoformat(on), old, new) for on, old, new, *_ in table_rows("district_successions.tsv"))
    return tuple((on, on_day(old, on - timedelta(days=1)), on_day(new, on)) for on, old, new in days)


@cache
def _successors_of(province: str) -> Mapping[Unit, tuple[str, ...]]:
    """The codes of what the communes, and island districts, below the provinces of a path became."""
    known = _successors_by_code()
    ended = (unit for unit in (*districts_in(province), *communes_below(province)) if unit.until)
    told = {unit: known[key] for unit in ended if (key := (unit.code, unit.until)) in known}
    return dict(communes_with_successors(province)) | told


@cache
def _successors_by_code() -> Mapping[tuple[str, date | None], tuple[str, ...]]:
    """The codes of what units became that lay in no district, or were one without communes, with their last days."""
    found: dict[tuple[str, date | None], tuple[str, ...]] = {}
    for on, old, new in table_rows("successions.tsv"):
        key = old, date.fromisoformat(on) - timedelta(days=1)
        found[key] = (*found.get(key, ()), new)
    return found


@cache
def _origins(province: str) -> Mapping[str, list[Unit]]:
    """What the communes below the provinces of a path were made of, by their codes."""
    found: dict[str, list[Unit]] = {}
    former = (old.path for new in units(province) for old in provinces_before(new))
    for path in dict.fromkeys((*former, province)):
        for old, after in _successors_of(path).items():
            for code in after:
                found.setdefault(code, []).append(old)
    return found


@cache
def _communes_on(province: str, on: date) -> Mapping[str, Unit]:
    """The communes right below a province on a day by their codes."""
    return {unit.code: unit for unit in communes_below(province) if unit.existed_on(on)}


def provinces_before(province: Unit) -> list[Unit]:
    """The provinces that went into one."""
    return [found.old for found in _successions() if found.new.path == province.path and found.new == province]


@cache
def _successions() -> tuple[Succession, ...]:
    """Each province with the one that it became."""
    ended = {(unit.code, unit.until): unit for unit in of_level(Level.PROVINCE)}
    begun = {(unit.code, unit.since): unit for unit in of_level(Level.PROVINCE)}
    return tuple(
        Succession(
            ended[old, date.fromisoformat(on) - timedelta(days=1)], begun[new, date.fromisoformat(on)], whole=True
        )
        for on, old, new in table_rows("province_successions.tsv")
    )


@cache
def _successions_by_old() -> Mapping[Unit, tuple[Succession, ...]]:
    found: dict[Unit, tuple[Succession, ...]] = {}
    for link in _successions():
        found[link.old] = (*found.get(link.old, ()), link)
    return found
