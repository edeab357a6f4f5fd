"""The page of a province: its eras, its figures, its units."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from bantin.model import Archive, newest_source
from bantin.pages.addresses import unit_address
from bantin.pages.around import basis_text, link_to, place_link
from bantin.pages.bulletin import bulletin_link
from bantin.pages.doubts import Doubts, doubted_in
from bantin.pages.headings import ARTICLES, Heading, Headings, shown
from bantin.pages.page import HOME, Link, Menu, Page
from bantin.pages.sentences import lead, plain_text
from bantin.places import Era, Level, Unit, era_of, eras, gazetteer, lineage
from bantin.vietnamese import upper_first


class Fate(Enum):
    """What a territory has to do with those of the other eras."""

    UNCHANGED = "it is the same in all of them"
    MADE_OF = "it was made of others"
    WENT_INTO = "it went into others"


@dataclass(frozen=True, slots=True)
class Life:
    """A territory that bore the province's name, as its page tells of it."""

    unit: Unit
    fate: Fate
    others: tuple[Link, ...]
    """What it was made of, or went into."""
    basis: str
    divisions: tuple[tuple[str, int], ...]
    """The units right below it, by kind; of most there are first. Its districts, if it ended with them."""
    anchor: str
    """Where the province's page of units tells of them."""


@dataclass(frozen=True, slots=True)
class Territory:
    """What is published of a province in one era: figures of two eras never stand in one list."""

    era: Era
    bulletins: tuple[tuple[Link, str], ...]
    """The province's own, newest first, each with its lead."""
    places: tuple[tuple[Link, tuple[Link, int] | None], ...]
    """The units inside it that have pages, each with its newest bulletin and how many there are."""
    count: int
    """How many units there are."""
    missing: tuple[Link, ...]
    """The districts without any page; the communes, of which there may be 168, are only counted."""


def province_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    lives = [archive.catalogue.known(unit) for unit in reversed(gazetteer.units(path))]
    name = upper_first(lives[0].full_name)
    former = "" if lives[0].is_current else " (cũ)"
    own = archive.reports_of(path)
    parts = [
        _territory(archive, unit, doubts=doubts, era=era)
        for era in reversed(eras())
        for unit in lives
        if unit.existed_on(era.last_day)
    ]
    rows = [row for part in parts for row in part.places]
    articles = archive.articles_of(path)
    headings: Headings = {
        "lives": Heading("Các thời kỳ", "cac-thoi-ky"),
        "bulletins": Heading("Số liệu của tỉnh", "so-lieu-cua-tinh") if own else None,
        "units": Heading("Các đơn vị", "don-vi"),
        "articles": ARTICLES if articles else None,
    }
    facts = {
        "headings": headings,
        "lives": [_life(unit) for unit in lives],
        "name": name + former,
        "parts": parts,
        "several": len(parts) > 1,
        "articles": [Link(a.title, f"{a.path}/") for a in articles],
    }
    described = f"{name}: các thời kỳ, số liệu cải cách hành chính đã công bố và các đơn vị có bản tin."
    section = Menu(name + former, tuple([bulletin_link(r) for r in reversed(own)] + [row[0] for row in rows]))
    return Page(
        path, "province", name + former, described, (HOME,), section, shown(headings.values()), facts,
        updated=newest_source(archive.reports_in(path)),
    )  # fmt: skip


def _territory(archive: Archive, province: Unit, *, doubts: Doubts, era: Era) -> Territory:
    units = gazetteer.divisions(province, era)
    known = [unit for unit in units if unit.path in archive.outline.places]
    unknown = [unit for unit in units if unit.path not in archive.outline.places]
    return Territory(
        era=era,
        bulletins=tuple(
            (bulletin_link(r), plain_text(lead(r, archive.catalogue, doubted=doubted_in(doubts, r))))
            for r in reversed(archive.reports_of(province.path))
            if r.place == province and era.covers(r.period.end)
        ),
        places=tuple((place_link(archive, unit.path), _newest_bulletin(archive, unit.path)) for unit in known),
        count=len(units),
        missing=tuple(Link(u.full_name, unit_address(u)) for u in unknown) if era.lower is Level.DISTRICT else (),
    )


def _newest_bulletin(archive: Archive, path: str) -> tuple[Link, int] | None:
    reports = archive.reports_of(path)
    return (Link(reports[-1].period.title, f"{reports[-1].path}/"), len(reports)) if reports else None


def _life(unit: Unit) -> Life:
    era = era_of(unit)
    counts = Counter(below.kind for below in gazetteer.divisions(unit, era))
    divisions = sorted(counts.items(), key=lambda pair: -pair[1])
    return Life(unit, *_fate(unit), basis_text(unit), tuple(divisions), era.id)


def _fate(unit: Unit) -> tuple[Fate, tuple[Link, ...]]:
    if lineage.is_unchanged(unit):
        return Fate.UNCHANGED, ()
    if unit.is_current:
        return Fate.MADE_OF, tuple(Link(f"{u.full_name} cũ", f"{u.path}/") for u in lineage.predecessors(unit))
    return Fate.WENT_INTO, tuple(link_to(u) for u in lineage.today(unit))
