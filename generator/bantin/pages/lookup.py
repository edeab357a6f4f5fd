"""The files from which the page «Xã tôi nay thuộc đâu?» answers in the browser: a name first, then its province.

`tra-cuu/ten-<two letters>.json` holds the names of all eras that begin alike, so that nobody has to choose a province.
`tra-cuu/<province>.json` holds a province of today: its communes, and the communes and districts that went into them.
A browser loads one or two of them for an answer; none is large. `theme/assets/javascripts/tra-cuu.js` reads them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from bantin.model import Archive
from bantin.pages.addresses import LOOKUP, unit_address
from bantin.places import (
    Era,
    Level,
    Unit,
    by_name,
    era_of,
    eras,
    finding,
    gazetteer,
    lineage,
    nearest_first,
    present_era,
    resolution_of,
)
from bantin.vietnamese import date_text, slug

FOLDER = LOOKUP


@dataclass(frozen=True, slots=True)
class Choice:
    """A province that a reader may choose."""

    unit: Unit
    key: str
    file: str
    """The file that knows the province, without its folder and ending."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by which a unit is found."""

    start: str
    unit: Unit
    above: str
    """In what the unit lies: «huyện Vĩnh Thuận, tỉnh Kiên Giang»; empty for a province."""
    file: str
    other: str = ""
    """The name itself, when it is not the unit's own."""


def lookup_files(archive: Archive) -> dict[str, str]:
    """All files that the page loads, by their paths below the folder of pages."""
    provinces = {unit.path: _json(_province(unit, archive)) for unit in gazetteer.provinces(present_era())}
    names = {f"ten-{start}": names for start, names in _names().items()}
    return {f"{FOLDER}/{name}.json": content for name, content in (provinces | names).items()}


def choices(era: Era) -> tuple[Choice, ...]:
    """The provinces that are of no later era than this one, in alphabetical order."""
    return tuple(Choice(unit, key(unit), _file(unit)) for unit in _provinces(era))


def starts() -> tuple[str, ...]:
    """The beginnings of names for which there is a file."""
    return tuple(sorted(_names()))


def key(unit: Unit) -> str:
    """What names the unit in addresses: its code, marked when it has ended, for many codes were given out again."""
    if not unit.until:
        return unit.code
    era = era_of(unit)
    return f"{unit.code}-{era.mark if unit.until == era.last else unit.until.year}"


def _province(now: Unit, archive: Archive) -> dict[str, object]:
    """Everything about a province of today; lists refer to each other by position."""
    today, before = gazetteer.communes(now), lineage.origins(now)
    position = {unit: index for index, unit in enumerate(today)}
    districts = [(index, unit) for index, old in enumerate((*before, now)) for unit in gazetteer.districts(old)]
    within_district = {unit: index for index, (_, unit) in enumerate(districts)}
    former = [(within_district[within], unit) for old in (*before, now) for unit in gazetteer.former_communes(old)
              if (within := gazetteer.district_of(unit))]  # fmt: skip
    with_communes = {index for index, _ in former}

    def name(unit: Unit) -> str:
        return archive.catalogue.known(unit).full_name

    def own_page(unit: Unit) -> str:
        return f"{unit.path}/" if archive.outline.has_page(unit.path) else ""

    def after(unit: Unit) -> list[int]:
        return [position[found] for found in lineage.today(unit)]

    def later(unit: Unit) -> list[object]:
        """What a district went into before the districts ended: its last day, and those districts."""
        into = [within_district[new] for new in lineage.successors(unit)] if lineage.ended_early(unit) else []
        return [date_text(unit.until), into] if into and unit.until else []

    basis, ended = resolution_of(today[0]), _last_day_of_districts()
    return {
        "until": date_text(ended),
        "since": date_text(ended + timedelta(days=1)),
        "basis": f"{basis.name} ngày {date_text(basis.issued)} của {basis.issuer}" if basis else "",
        # With the kind that it had when the districts ended, under which they lay in it.
        "province": [key(now), name(now), unit_address(now), now.full_name_on(ended)],
        "provinces": [[key(unit), name(unit), unit_address(unit)] for unit in before],
        # Those that lie in the province of today come after its forerunners. One without communes says what it became.
        "districts": [
            [key(unit), name(unit), unit_address(unit), own_page(unit), within,
             [] if index in with_communes or lineage.ended_early(unit) else after(unit), *later(unit)]
            for index, (within, unit) in enumerate(districts)
        ],
        "communes": [[key(unit), name(unit), unit_address(unit), own_page(unit)] for unit in today],
        "former": [[key(unit), name(unit), within, after(unit)] for within, unit in former],
    }  # fmt: skip


def _provinces(era: Era) -> tuple[Unit, ...]:
    """The provinces that ended with an era or in it, or are of today, in alphabetical order."""
    return tuple(sorted((unit for unit in gazetteer.all_provinces() if era_of(unit) == era), key=by_name))


def _last_day_of_districts() -> date:
    return max(era.last for era in eras() if era.last and era.lower is Level.DISTRICT)


@cache
def _names() -> Mapping[str, str]:
    """The files of names by how these begin; the same for every archive."""
    found: dict[str, list[_Name]] = {}
    for name in _named():
        found.setdefault(name.start, []).append(name)
    return {start: _json(_shard(names)) for start, names in found.items()}


def _shard(names: list[_Name]) -> dict[str, object]:
    """The names that begin alike: each with what it lies in, by position, and with its key."""
    surroundings: dict[tuple[str, str], int] = {}
    rows = []
    for name in sorted(names, key=lambda name: nearest_first(name.unit)):
        around = surroundings.setdefault((name.above, name.file), len(surroundings))
        rows.append([name.unit.full_name, around, key(name.unit), *([name.other] if name.other else [])])
    return {"places": list(surroundings), "names": rows}


def _named() -> Iterator[_Name]:
    """Every unit by its name and, once more each, by its other names."""
    for province in (unit for era in reversed(eras()) for unit in _provinces(era)):
        file = _file(province)
        inside = dict.fromkeys((*gazetteer.communes(province), *gazetteer.former_communes(province)))
        for unit in filter(_is_told, (province, *gazetteer.districts(province), *inside)):
            own = _Name(_start(_bare_slug(unit)), unit, _above(unit, province), file)
            yield own
            for kind in dict.fromkeys(kind for _, kind in unit.former_kinds if kind != unit.kind):
                yield replace(own, other=f"{kind} {unit.name}")
    for other, unit in finding.other_names():
        province = gazetteer.province_of(unit)
        yield _Name(_start(slug(other)), unit, _above(unit, province), _file(province), other)


def _is_told(unit: Unit) -> bool:
    """A province's file tells of it: of a commune that ended only when it lay in a district."""
    return unit.level is not Level.COMMUNE or unit.is_current or gazetteer.district_of(unit) is not None


def _start(name: str) -> str:
    return name.replace("-", "")[:2]


def _bare_slug(unit: Unit) -> str:
    """The name's slug, taken from the path, which costs less than to make it again."""
    folder = unit.path.rpartition("/")[2].removesuffix(f"-{unit.code}")
    return folder if unit.level is Level.PROVINCE else folder.removeprefix(f"{slug(unit.kind)}-")


def _above(unit: Unit, province: Unit) -> str:
    if unit.level is Level.PROVINCE:
        return ""
    district = gazetteer.district_of(unit) if unit.level is Level.COMMUNE and not unit.is_current else None
    within = province.full_name_on(unit.until or date.max)
    return f"{district.full_name}, {within}" if district else within


def _json(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _file(province: Unit) -> str:
    return lineage.today(province)[0].path
