"""Which reports and texts a site has, by their addresses: enough to say which pages there are.

An outline is known before any page is made, and of a province that was read before, without reading it again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from typing import TypeVar

from bantin.model.accounts import accounts_of
from bantin.model.answers import answered_by
from bantin.model.catalogue import Catalogue
from bantin.model.corrected import Corrected, corrected_once
from bantin.model.periods import Period
from bantin.model.procedures import Directory, directories_joined, on_newest
from bantin.model.references import Reference, references
from bantin.model.reports import Figure, Report, last_updated
from bantin.model.teasers import MOST, Shelf, Teaser, teaser_of
from bantin.model.texts import Article, Written, WrittenPage
from bantin.places import Unit, gazetteer, province_path

T = TypeVar("T")
_NONE = Directory()
FEW = 8
"""How many of its newest reports a site names."""
RECENT = timedelta(days=90)
"""How long what was corrected is said at the top of its page."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How much a territory has published of an indicator."""

    figures: int
    targets: int
    units: int
    """How many units have published any of it …"""
    places: tuple[str, ...]
    """… and their paths, in order."""
    newest: Period
    """The newest period with a figure or target."""

    @property
    def values(self) -> int:
        """How many figures and targets there are."""
        return self.figures + self.targets

    def __add__(self, other: "Presence") -> "Presence":
        """What there is of both, which are of other units."""
        return Presence(
            self.figures + other.figures,
            self.targets + other.targets,
            self.units + other.units,
            tuple(sorted({*self.places, *other.places})),
            max(self.newest, other.newest, key=_end),
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """What a site holds, in numbers."""

    figures: int = 0
    """Figures and targets."""
    compared: int = 0
    """How many figures were held against others of their report."""
    own: int = 0
    """The reports that places have a file of their own for …"""
    newest: tuple[tuple[date, str], ...] = ()
    """… and the few newest of them by their days and addresses, newest first."""
    bulletins: Mapping[tuple[str, bool], int] = field(default_factory=dict)
    """The reports of each territory, those of units of today (True) apart from those of units that ended."""
    answering: Mapping[str, int] = field(default_factory=dict)
    """How many places answer each question that people ask first, by its name; pages ask for `count_answering`."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.figures + other.figures,
            self.compared + other.compared,
            self.own + other.own,
            _newest((*self.newest, *other.newest)),
            _added(self.bulletins, other.bulletins),
            _added(self.answering, other.answering),
        )


@dataclass(frozen=True)
class Outline:
    """What there is of a site, or of a part of it, by addresses."""

    reports: frozenset[str] = frozenset()
    articles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each with the places whose figures it mentions."""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pages that people wrote about no single place, likewise."""
    published: Mapping[str, Mapping[str, Presence]] = field(default_factory=dict)
    """What there is of an indicator in each territory, by the indicator's id."""
    tally: Tally = Tally()
    procedures: Directory = _NONE
    """What offices do, and the lists of it."""
    corrected: tuple[Corrected, ...] = ()
    """What was corrected; pages ask for `corrections`."""
    teasers: tuple[Teaser, ...] = ()
    """The articles without their texts; pages ask for those near one."""

    @cached_property
    def shelf(self) -> Shelf:
        """The articles by place and topic."""
        return Shelf(self.teasers)

    def others_of_place(self, article: str) -> tuple[Teaser, ...]:
        """The newest other articles about the place of one."""
        return self.shelf.of_its_place(article)

    def alike(self, article: str) -> tuple[Teaser, ...]:
        """Other articles on a topic of one."""
        return self.shelf.alike(article)

    def newest_articles(self) -> tuple[Teaser, ...]:
        """The few newest articles, newest first."""
        return tuple(self.shelf.newest_first[:MOST])

    def asking(self) -> tuple[Teaser, ...]:
        """The articles that ask for opinions, newest first."""
        return tuple(teaser for teaser in self.shelf.newest_first if teaser.asking)

    def is_past(self, day: str) -> bool:
        """Whether a day, as in 2026-10-12, lies before the newest that anything of the site names."""
        return date.fromisoformat(day) < self.newest_day()

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The paths of all places that have a report."""
        return frozenset(address.rpartition("/")[0] for address in self.reports)

    @cached_property
    def places(self) -> frozenset[str]:
        """The paths of all places that have a report or an article."""
        return self.reporting | {address.rpartition("/")[0] for address in self.articles}

    @cached_property
    def inside(self) -> Mapping[str, tuple[str, ...]]:
        """These places by the path of their province, in order; a province is inside itself."""
        found: dict[str, list[str]] = {}
        for place in sorted(self.places):
            found.setdefault(province_path(place), []).append(place)
        return {path: tuple(places) for path, places in found.items()}

    def count_reporting(self) -> int:
        """How many places have a report."""
        return len(self.reporting)

    def count_answering(self, question: str) -> int:
        """How many places answer a question that people ask first, by its name."""
        return self.tally.answering.get(question, 0)

    def has_report(self, place: str) -> bool:
        """Whether a place has a report."""
        return place in self.reporting

    def has_page(self, place: str) -> bool:
        """Whether a place has a report or an article."""
        return place in self.places

    def count_inside(self, province: str) -> int:
        """How many places inside a province have a report or an article, itself not among them."""
        return sum(place != province for place in self.inside.get(province, ()))

    def corrections(self) -> tuple[Corrected, ...]:
        """What was corrected anywhere, the newest first."""
        return tuple(sorted(self.corrected, key=lambda one: (-one.on.toordinal(), one.bulletin)))

    def newest_day(self) -> date:
        """The newest day that anything of the site names: its only clock."""
        return self.procedures.day

    def is_recent(self, day: str) -> bool:
        """Whether a day, as in 2026-10-12, lies so little before the newest that what happened then is news."""
        return is_recent(day, self.newest_day())

    def of_indicator(self, id: str) -> Mapping[str, Presence]:
        """What there is of an indicator in each territory."""
        return self.published.get(id, {})

    def has_more_than(self, what: str) -> bool:
        """Whether there are more figures and targets than «300 ho-so-tiep-nhan»: a number, and an indicator's id."""
        number, _, id = what.partition(" ")
        return self.totals.get(id, 0) > int(number)

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """How many figures and targets there are of each indicator."""
        return {id: sum(here.values for here in known.values()) for id, known in self.published.items()}

    def has_several(self, what: str) -> bool:
        """Whether several places published of «gia-lai ho-so-tiep-nhan»: a territory, or nothing, and an id."""
        where, _, id = what.partition(" ")
        known = self.published.get(id, {})
        here = [known[where]] if where in known else known.values()
        return sum(there.units for there in here) > 1


def outline_of(
    reports: Iterable[Report],
    articles: Iterable[Article],
    pages: Iterable[WrittenPage],
    catalogue: Catalogue,
    procedures: Directory = _NONE,
) -> Outline:
    """The outline of what was read; the site's day is the newest that any of it names."""
    found, texts = tuple(reports), tuple(articles)
    return Outline(
        frozenset(report.path for report in found),
        {article.path: _mentioned(article) for article in texts},
        {page.path: _mentioned(page) for page in pages},
        _published(found),
        _tally(found, catalogue),
        on_newest(procedures, (last_updated(found), *(article.published for article in texts))),
        corrected_once(found),
        tuple(map(teaser_of, texts)),
    )


def is_recent(day: str, newest: date) -> bool:
    """Whether a day lies so little before the newest that what happened then is news."""
    return newest - date.fromisoformat(day) <= RECENT


def joined(parts: Iterable[Outline]) -> Outline:
    """The outline of all that several parts hold; no two hold the same place."""
    known = tuple(parts)
    published: dict[str, dict[str, Presence]] = {}
    for part in known:
        for id, found in part.published.items():
            there = published.setdefault(id, {})
            for name, presence in found.items():
                there[name] = there[name] + presence if name in there else presence
    return Outline(
        frozenset(address for part in known for address in part.reports),
        {address: places for part in known for address, places in part.articles.items()},
        {address: places for part in known for address, places in part.pages.items()},
        published,
        sum((part.tally for part in known if part.tally != Tally()), Tally()),
        directories_joined(part.procedures for part in known),
        tuple(one for part in known for one in part.corrected),
        tuple(one for part in known for one in part.teasers),
    )


def territory(province: Unit) -> str:
    """What names a province among those of all times: «an-giang», «an-giang-den-2025»."""
    return province.path if province.until is None else f"{province.path}-den-{province.until.year}"


def territory_of(place: Unit) -> str:
    """The name of the province in which a place lies, or lay."""
    return territory(gazetteer.province_of(place))


@cache
def territories() -> Mapping[str, Unit]:
    """The provinces of all times by these names."""
    return {territory(province): province for province in gazetteer.all_provinces()}


def _published(reports: Iterable[Report]) -> dict[str, dict[str, Presence]]:
    found: dict[str, dict[str, list[tuple[Report, bool]]]] = {}
    for report in reports:
        here = territory_of(report.place)
        for value in report.figures_and_targets:
            for indicator in value.indicators:
                entry = (report, isinstance(value, Figure))
                found.setdefault(indicator.id, {}).setdefault(here, []).append(entry)
    return {id: {here: _presence(entries) for here, entries in by_here.items()} for id, by_here in found.items()}


def _presence(entries: list[tuple[Report, bool]]) -> Presence:
    figures, reports = sum(is_figure for _, is_figure in entries), [report for report, _ in entries]
    return Presence(
        figures,
        len(entries) - figures,
        len({report.place for report in reports}),
        tuple(sorted({report.place.path for report in reports})),
        max((report.period for report in reports), key=_end),
    )


def _end(period: Period) -> tuple[date, date]:
    return period.end, period.start


def _tally(reports: tuple[Report, ...], catalogue: Catalogue) -> Tally:
    own = [report for report in reports if report.is_own]
    bulletins: dict[tuple[str, bool], int] = {}
    for report in reports:
        key = territory_of(report.place), report.place.is_current
        bulletins[key] = bulletins.get(key, 0) + 1
    return Tally(
        figures=sum(len(report.figures_and_targets) for report in reports),
        compared=sum(len(accounts_of(report, catalogue).compared) for report in reports),
        own=len(own),
        newest=_newest((report.dated, report.path) for report in own),
        bulletins=bulletins,
        answering={question.name: len(places) for question, places in answered_by(reports, catalogue).items()},
    )


def _added(one: Mapping[T, int], other: Mapping[T, int]) -> Mapping[T, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in {**one, **other}} if other else one


def _newest(reports: Iterable[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(reports, reverse=True)[:FEW])


def _mentioned(text: Written) -> tuple[str, ...]:
    places = (found.place for found in references(text) if isinstance(found, Reference))
    return tuple(sorted({place for place in places if place}))
