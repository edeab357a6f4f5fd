"""What the offices of a place handle today, by field: in short, for the page of the place."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from bantin.model import Archive
from bantin.model.procedures import Handled, Handling, Tier
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.page import Link
from bantin.places import Level, Unit, gazetteer, lineage, offices, province_path
from bantin.vietnamese import slug, sort_key

NO_FIELD = "Chưa rõ lĩnh vực"
_TIERS = {tier.level: tier for tier in Tier if tier.level}


@dataclass(frozen=True, slots=True)
class HandledHere:
    """What lists say that offices of a tier handle."""

    tier: Tier
    fields: tuple[tuple[Link, int], ...]
    """Each field with how many procedures it has."""
    count: int
    is_complete: bool
    """Whether one of the lists is said to name everything."""
    lists: tuple[Link, ...]
    more: Link
    """Where all of them stand."""


def handled_at(archive: Archive, unit: Unit) -> HandledHere | None:
    """What the offices of a place of today handle; None where its province has no list of its tier."""
    tier = _TIERS[unit.level]
    return handled_in(archive, province_path(unit.path), tier) if unit.is_current else None


def handled_in(archive: Archive, province: str, tier: Tier) -> HandledHere | None:
    """What lists say that offices of a tier of a province handle; None where no list speaks of the tier."""
    directory, path = archive.outline.procedures, f"{province}/{ADDRESS}/"
    found = [known for known in directory.handled(f"{tier} {province}") if known.handling is Handling.HANDLED]
    if not found:
        return None
    counts = Counter(field_of(archive, known) for known in found)
    lists = {known.address: known for known in directory.lists_in(province)}
    by = dict.fromkeys(known.by.address for known in found)
    return HandledHere(
        tier,
        tuple((Link(field, f"{path}#{anchor(tier, field)}"), counts[field]) for field in sorted(counts, key=_order)),
        len(found),
        directory.names_all(f"{tier} {province}"),
        tuple(Link(lists[address].number, f"{address}/") for address in sorted(by)),
        Link("Xem từng thủ tục", path),
    )


def since_districts_ended(archive: Archive, unit: Unit) -> tuple[date, Link | None] | None:
    """Of a district that ended with all others: the day since when others handle its procedures, and where the
    province's offices of today tell of them. None for any other unit, and where a site has no procedures.
    """
    last = offices.last_day_of(Level.DISTRICT)
    if unit.level is not Level.DISTRICT or not last or unit.until != last or not archive.outline.procedures.has_any():
        return None
    today = lineage.today(gazetteer.province_of(unit))[0].path
    link = Link("Thủ tục ở tỉnh", f"{today}/{ADDRESS}/") if archive.outline.procedures.announces(today) else None
    return last + timedelta(days=1), link


def field_of(archive: Archive, handled: Handled) -> str:
    """The field of a procedure: by its own file, else by the list that names it."""
    return archive.outline.procedures.field_of(handled.core) or handled.by.field or NO_FIELD


def anchor(tier: Tier, field: str) -> str:
    """Where a province's page tells of a field of a tier."""
    return f"{slug(str(tier))}-{slug(field)}"


def _order(field: str) -> tuple[bool, object]:
    return field == NO_FIELD, sort_key(field)
