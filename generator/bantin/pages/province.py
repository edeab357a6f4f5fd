"""The page of a province: its eras, its figures, its units."""

from collections.abc import Sequence
from dataclasses import dataclass

from bantin.model import Archive, Report, last_updated, newest_report
from bantin.pages.addresses import unit_address
from bantin.pages.around import place_link, titled
from bantin.pages.bulletin import bulletin_link
from bantin.pages.doubts import Doubts, doubted_in
from bantin.pages.headings import ARTICLES, PROCEDURES, Heading, Headings, shown
from bantin.pages.lives import life_of
from bantin.pages.page import HOME, Link, Menu, Page
from bantin.pages.procedures import differing_at, former_of, handled_at
from bantin.pages.sentences import lead, plain_text
from bantin.places import Era, Level, Unit, eras, gazetteer, lineage
from bantin.vietnamese import upper_first

FEW = 3
"""How many bulletins of a former province its successor's page lists."""


@dataclass(frozen=True, slots=True)
class Own:
    """The bulletins of one territory that bore the province's name: figures of two never stand in one list."""

    unit: Unit
    bulletins: tuple[tuple[Link, str], ...]
    """Newest first, each with its lead."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What is published of the units right below a province in one era."""

    era: Era
    places: tuple[tuple[Link, Link | None, int], ...]
    """Those that have pages, each with its newest bulletin, where one is known to be that, and how many there are."""
    ended: tuple[tuple[Link, Link | None, int], ...]
    """Likewise those that ended earlier."""
    count: int
    """How many units there are."""
    missing: tuple[Link, ...]
    """The districts without any page; the communes, of which there may be 168, are only counted."""


@dataclass(frozen=True, slots=True)
class Former:
    """What a province that went into this one has published."""

    province: Link
    bulletins: tuple[Link, ...]
    """Its own, newest first; no more than a few."""
    places: int
    """How many of the units inside it have pages."""


def province_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    lives = [archive.catalogue.known(unit) for unit in reversed(gazetteer.units(path))]
    name = titled(lives[0])
    bulletins = [own for unit in lives if (own := _own(archive, unit, doubts=doubts)).bulletins]
    parts = [part for era in reversed(eras()) for unit in lives if (part := _inside(archive, unit, era=era)).count]
    articles, former = archive.articles_of(path), _former(archive, lives[0])
    handled, differing = handled_at(archive, lives[0]), differing_at(archive, lives[0])
    ended = former_of(archive, lives[0])
    headings: Headings = {
        "lives": Heading("Các thời kỳ", "cac-thoi-ky"),
        "bulletins": Heading(f"Số liệu của {lives[0].kind}", "so-lieu-cua-tinh") if bulletins else None,
        "procedures": PROCEDURES if handled or differing or ended else None,
        "units": Heading("Các đơn vị", "don-vi"),
        "former": Heading("Số liệu của các tỉnh trước đây", "tinh-truoc-day") if former else None,
        "articles": ARTICLES if articles else None,
    }
    facts = {
        "headings": headings,
        "handled": handled,
        "differing": differing,
        "ended": ended,
        "lives": [life_of(unit) for unit in lives],
        "name": name,
        "bulletins": bulletins,
        "several": len(lives) > 1,
        "parts": parts,
        "former": former,
        "articles": [Link(a.title, f"{a.path}/") for a in articles],
    }
    said = "các thời kỳ, số liệu cải cách hành chính đã công bố và các đơn vị có bản tin"
    links = [link for own in bulletins for link, _ in own.bulletins] + [
        row[0] for part in parts for row in (*part.places, *part.ended)
    ]
    return Page(
        path, "province", name, f"{upper_first(lives[0].full_name)}: {said}.", (HOME,),
        Menu(name, tuple(links)), shown(headings.values()), facts, updated=last_updated(archive.reports_in(path)),
    )  # fmt: skip


def _own(archive: Archive, unit: Unit, *, doubts: Doubts) -> Own:
    reports = [report for report in archive.reports_of(unit.path) if report.place == unit]
    return Own(unit, tuple((bulletin_link(r), _lead(r, archive, doubts=doubts)) for r in reversed(reports)))


def _former(archive: Archive, province: Unit) -> list[Former]:
    """The provinces of other names that this one was made of, and that have published."""
    paths = dict.fromkeys(old.path for old in lineage.origins(province) if old.path != province.path)
    return [
        Former(place_link(archive, path), own, inside)
        for path in paths
        if (inside := archive.outline.count_inside(path))
        + len(own := tuple(bulletin_link(r) for r in reversed(archive.reports_of(path)[-FEW:])))
    ]


def _lead(report: Report, archive: Archive, *, doubts: Doubts) -> str:
    return plain_text(lead(report, archive.catalogue, doubted=doubted_in(doubts, report)))


def _inside(archive: Archive, province: Unit, *, era: Era) -> Inside:
    units, ended = gazetteer.divisions(province, era), gazetteer.ended_within(province, era)
    told = archive.outline.has_page
    known, unknown = (tuple(unit for unit in units if told(unit.path) == is_told) for is_told in (True, False))
    return Inside(
        era=era,
        places=tuple(_place(archive, unit.path) for unit in known),
        ended=tuple(_place(archive, unit.path) for unit in ended if told(unit.path)),
        count=len(units),
        missing=tuple(Link(u.full_name, unit_address(u)) for u in unknown) if era.lower is Level.DISTRICT else (),
    )


def _place(archive: Archive, path: str) -> tuple[Link, Link | None, int]:
    reports: Sequence[Report] = archive.reports_of(path)
    newest = newest_report(reports)
    link = Link(newest.period.title, f"{newest.path}/") if newest else None
    return place_link(archive, path), link, len(reports)
