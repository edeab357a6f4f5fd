"""The page of a province: era by era what it was, its own figures, what its units publish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.model import Archive, Report, last_updated, newest_report
from bantin.pages.addresses import unit_address
from bantin.pages.around import place_link, titled
from bantin.pages.bulletin import bulletin_link
from bantin.pages.cards import Card, cards_of
from bantin.pages.doubts import Doubts
from bantin.pages.headings import ARTICLES, PROCEDURES, Heading, Headings, shown
from bantin.pages.listed_bulletins import ListedBulletin, bulletins_with_leads
from bantin.pages.lives import Inside, Life, inside_of, life_of
from bantin.pages.page import HOME, Link, Menu, Page
from bantin.pages.procedures import differing_at, former_of, handled_at
from bantin.places import Era, Level, Unit, era_on, eras, gazetteer, lineage
from bantin.vietnamese import upper_first

FEW = 3
"""How many bulletins of a former province its successor's page lists."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit that has a page, and what is published of it."""

    link: Link
    newest: str
    """Its newest period, where one is known to be that."""
    count: int
    """How many bulletins there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A territory that bore the province's name, in one era: figures of two never stand in one list."""

    heading: Heading
    era: Era
    unit: Unit
    life: Life | None
    """What it has to do with others, told once."""
    cards: tuple[Card, ...]
    bulletins: tuple[ListedBulletin, ...]
    inside: Inside
    """What lay in it."""
    places: tuple[Placed, ...]
    """Those that have pages."""
    ended: tuple[Placed, ...]
    """Likewise those that ended earlier."""
    missing: tuple[Link, ...]
    """The districts without any page; the communes, of which there may be 168, are only counted."""


@dataclass(frozen=True, slots=True)
class Former:
    """What a province that went into this one has published."""

    province: Link
    bulletins: tuple[Link, ...]
    """Its own, newest first; no more than a few."""
    more: int
    """How many others of its own there are."""
    places: int
    """How many of the units inside it have pages."""


def province_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    lives = [archive.catalogue.known(unit) for unit in reversed(gazetteer.units(path))]
    name, parts = titled(lives[0]), tuple(_parts(archive, lives, doubts=doubts))
    articles, former = archive.articles_of(path), _former(archive, lives[0])
    handled, differing = handled_at(archive, lives[0]), differing_at(archive, lives[0])
    ended = former_of(archive, lives[0])
    headings: Headings = {
        "former": Heading("Các tỉnh trước đây", "tinh-truoc-day") if former else None,
        "procedures": PROCEDURES if handled or differing or ended else None,
        "articles": ARTICLES if articles else None,
    }
    facts = {
        "headings": headings,
        "handled": handled,
        "differing": differing,
        "ended": ended,
        "unit": lives[0],
        "name": name,
        "parts": parts,
        "former": former,
        "articles": [Link(a.title, f"{a.path}/") for a in articles],
    }
    said = "các thời kỳ, số liệu cải cách hành chính đã công bố và các đơn vị có bản tin"
    return Page(
        path, "province", name, f"{upper_first(lives[0].full_name)}: {said}.", (HOME,), Menu(name, _links(parts)),
        shown([*(part.heading for part in parts), *headings.values()]), facts,
        updated=last_updated(archive.reports_in(path)),
    )  # fmt: skip


def _links(parts: Iterable[Part]) -> tuple[Link, ...]:
    """The bulletins of the province itself, then its units."""
    own = [one.link for part in parts for one in part.bulletins]
    return *own, *(placed.link for part in parts for placed in (*part.places, *part.ended))


def _parts(archive: Archive, lives: Sequence[Unit], *, doubts: Doubts) -> Iterator[Part]:
    known = [(era, unit) for era in reversed(eras()) for unit in lives if gazetteer.divisions(unit, era)]
    told: set[Unit] = set()
    for number, (era, unit) in enumerate(known):
        is_again = any(other == era for other, _ in known[:number])
        heading = Heading(era.name, f"{era.id}-{unit.path}-{number}" if is_again else f"thoi-ky-{era.id}")
        reports = [report for report in archive.reports_of(unit.path) if report.place == unit]
        here = [report for report in reports if _era(report) == era]
        yield _part(archive, era, unit, heading=heading, reports=here, is_told=unit in told, doubts=doubts)
        told.add(unit)


def _era(report: Report) -> Era:
    return era_on(min(report.seen_on, report.place.until or report.seen_on))


def _part(
    archive: Archive, era: Era, unit: Unit, *, heading: Heading, reports: list[Report], is_told: bool, doubts: Doubts
) -> Part:
    units, ended = gazetteer.divisions(unit, era), gazetteer.ended_within(unit, era)
    told = archive.outline.has_page
    known, unknown = (tuple(unit for unit in units if told(unit.path) == is_told) for is_told in (True, False))
    return Part(
        heading,
        era,
        unit,
        None if is_told else life_of(unit),
        cards_of(reports, archive, doubts),
        bulletins_with_leads(reports, archive, doubts=doubts),
        inside_of(unit, era),
        places=tuple(_placed(archive, unit.path) for unit in known),
        ended=tuple(_placed(archive, unit.path) for unit in ended if told(unit.path)),
        missing=tuple(Link(u.full_name, unit_address(u)) for u in unknown) if era.lower is Level.DISTRICT else (),
    )


def _former(archive: Archive, province: Unit) -> list[Former]:
    """The provinces of other names that this one was made of, and that have published."""
    paths = dict.fromkeys(old.path for old in lineage.origins(province) if old.path != province.path)
    found = []
    for path in paths:
        own, inside = archive.reports_of(path), archive.outline.count_inside(path)
        few = tuple(bulletin_link(report) for report in reversed(own[-FEW:]))
        if own or inside:
            found.append(Former(place_link(archive, path), few, len(own) - len(few), inside))
    return found


def _placed(archive: Archive, path: str) -> Placed:
    reports: Sequence[Report] = archive.reports_of(path)
    newest = newest_report(reports)
    return Placed(place_link(archive, path), newest.period.name if newest else "", len(reports))
