"""The files from which the page «Xã tôi nay thuộc đâu?» answers in the browser, one for each province of today.

`tra-cuu/<province>.json` holds its communes, and the communes and districts that went into them. The search of the
site finds a unit by its name; then a browser loads one of these. `theme/assets/javascripts/tra-cuu.js` reads them.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from bantin.model import Archive
from bantin.pages.addresses import LOOKUP, unit_address
from bantin.places import (
    Era,
    Level,
    Unit,
    by_name,
    era_of,
    eras,
    gazetteer,
    lineage,
    present_era,
    resolution_of,
)
from bantin.vietnamese import date_text

FOLDER = LOOKUP


@dataclass(frozen=True, slots=True)
class Choice:
    """A province that a reader may choose."""

    unit: Unit
    key: str
    file: str
    """The file that knows the province, without its folder and ending."""


def lookup_files(archive: Archive) -> dict[str, str]:
    """All files that the page loads, by their paths below the folder of pages."""
    return {
        f"{FOLDER}/{unit.path}.json": json.dumps(_province(unit, archive), ensure_ascii=False, separators=(",", ":"))
        for unit in gazetteer.provinces(present_era())
    }


def choices(era: Era) -> tuple[Choice, ...]:
    """The provinces that are of no later era than this one, in alphabetical order."""
    return tuple(Choice(unit, key(unit), _file(unit)) for unit in _provinces(era))


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


def _file(province: Unit) -> str:
    return lineage.today(province)[0].path
