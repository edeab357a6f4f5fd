"""Who handles what a unit that has ended did: a former province, a former district."""

from dataclasses import dataclass
from datetime import date, timedelta

from bantin.model import Archive
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.page import Link
from bantin.places import Level, Unit, gazetteer, lineage, offices
from bantin.vietnamese import upper_first


@dataclass(frozen=True, slots=True)
class Former:
    """A province that has ended, and where its procedures are now."""

    name: str
    """«Tỉnh Kiên Giang»."""
    last: date
    today: tuple[Link, ...]
    """The provinces of today, each with what it tells of procedures, where it tells anything."""

    @property
    def since(self) -> date:
        """The first day on which others handle its procedures."""
        return self.last + timedelta(days=1)


def former_of(archive: Archive, unit: Unit) -> Former | None:
    """Of a province that has ended; None of one of today, and where a site has no procedures."""
    if not unit.until or unit.level is not Level.PROVINCE or not archive.outline.procedures.has_any():
        return None
    today = tuple(Link(now.full_name, told_at(archive, now) or f"{now.path}/") for now in lineage.today(unit))
    return Former(upper_first(unit.full_name), unit.until, today)


def since_districts_ended(archive: Archive, unit: Unit) -> tuple[date, Link | None] | None:
    """Of a district that ended with all others: the day since when others handle its procedures, and where the
    province's offices of today tell of them. None for any other unit, and where a site has no procedures.
    """
    last = offices.last_day_of(Level.DISTRICT)
    if unit.level is not Level.DISTRICT or not last or unit.until != last or not archive.outline.procedures.has_any():
        return None
    now = lineage.today(gazetteer.province_of(unit))[0]
    path = told_at(archive, now)
    return last + timedelta(days=1), Link(f"Thủ tục ở {now.full_name}", path) if path else None


def told_at(archive: Archive, province: Unit) -> str:
    """Where a province tells of its procedures; «» where it tells of none."""
    return f"{province.path}/{ADDRESS}/" if archive.outline.procedures.announces(province.path) else ""
