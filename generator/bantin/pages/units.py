"""The page that tells what the units of a province were made of, and what became of them."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from bantin.model import Archive
from bantin.pages.addresses import UNITS, unit_address, unit_anchor
from bantin.pages.around import basis_text, named, province_link, titled, with_figures
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading
from bantin.pages.page import HOME, Link, Page
from bantin.places import Era, Level, Unit, by_name, era_of, eras, gazetteer, lineage, province_path, shares


@dataclass(frozen=True, slots=True)
class Strand:
    """What one unit has of another, with links."""

    link: Link
    province: str
    """The other's province where it is not this unit's by name."""
    whole: bool
    parts: tuple[tuple[str, bool], ...]
    """The communes that went from one to the other, and whether all of each did."""
    figures: Link | None
    """The other's page, where it has figures."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What a district was made of on a day, or took in."""

    on: date
    is_first: bool
    """It was made of that."""
    parts: tuple[tuple[Link, bool], ...]
    """Each with its page, and whether all of it joined."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit on its province's page of units."""

    id: str
    name: str
    unit: Unit
    ended_early: bool
    joined: tuple[Joined, ...]
    strands: tuple[Strand, ...]
    figures: Link | None


@dataclass(frozen=True, slots=True)
class Inside:
    """The units right below a province in one era."""

    heading: Heading
    era: Era
    told: str
    """«102 xã, phường, đặc khu của An Giang, mỗi nơi …»."""
    basis: str
    """The resolution that arranged the units of today."""
    ended: int
    """How many units ended before those that are told of."""
    entries: tuple[Entry, ...]


def units_page(archive: Archive, doubts: Doubts, address: str) -> Page:
    """All districts and communes that the provinces of one name have had."""
    lives = gazetteer.units(address.removesuffix(f"/{UNITS}"))
    name, province = lives[-1].name, province_link(archive, lives[-1])
    found = [_inside(archive, unit, era=era) for era in reversed(eras()) for unit in lives]
    parts = tuple(part for part in found if part.entries)
    contents = tuple(part.heading for part in parts)
    description = f"{name}: các xã, phường, đặc khu hiện nay được lập từ đâu; các huyện cũ nay thuộc xã nào."
    return Page(address, "units", f"{name}: xã, phường nay và trước", description, (HOME, province),
                contents=contents, facts={"parts": parts})  # fmt: skip


def _inside(archive: Archive, province: Unit, *, era: Era) -> Inside:
    units, ended = gazetteer.divisions(province, era), gazetteer.ended_within(province, era)
    return Inside(
        heading=Heading(era.name, era.id),
        era=era,
        told=f"{len(units)} {era.noun} {era.told.format(name=province.name)}",
        basis=basis_text(units[0]) if units and not era.last else "",
        ended=len(ended),
        # What went on into the next era stands there.
        entries=tuple(_entry(archive, unit) for unit in sorted((*units, *ended), key=by_name) if era_of(unit) == era),
    )


def _entry(archive: Archive, unit: Unit) -> Entry:
    name = titled(archive.catalogue.known(unit))
    return Entry(
        unit_anchor(unit),
        name,
        unit,
        lineage.ended_early(unit),
        joined_of(archive, unit),
        strands_of(archive, unit),
        with_figures(archive, unit),
    )


def joined_of(archive: Archive, unit: Unit) -> tuple[Joined, ...]:
    """What a district was made of, and what it took in, day by day."""
    links = [(unit.since, link) for link in lineage.made_of(unit) if unit.since] if unit.level is Level.DISTRICT else []
    return tuple(
        Joined(on, on == unit.since, tuple((_told_at(archive, link.old), link.whole) for _, link in of_day))
        for on, of_day in groupby((*links, *lineage.taken_in(unit)), key=itemgetter(0))
    )


def _told_at(archive: Archive, unit: Unit) -> Link:
    """The unit's page where it has figures, else where the site tells of it."""
    return with_figures(archive, unit) or Link(named(archive.catalogue.known(unit)), unit_address(unit))


def strands_of(archive: Archive, unit: Unit) -> tuple[Strand, ...]:
    return tuple(
        Strand(
            link=Link(named(archive.catalogue.known(share.unit)), unit_address(share.unit)),
            province=_province_elsewhere(share.unit, unit),
            whole=share.whole,
            parts=tuple((part.old.full_name, part.whole) for part in share.parts),
            figures=with_figures(archive, share.unit),
        )
        for share in shares(unit)
    )


def _province_elsewhere(unit: Unit, seen_from: Unit) -> str:
    """The unit's province, where its name is not that of the other unit's province."""
    province = gazetteer.province_of(unit)
    return "" if province.path == province_path(seen_from.path) else named(province)
