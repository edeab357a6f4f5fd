"""All reports and articles of a site, resolved."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from bantin.model.catalogue import Catalogue
from bantin.model.outline import Outline, outline_of
from bantin.model.procedures import Announcement, LifeEvent, Procedure, directory_of
from bantin.model.records import Departed
from bantin.model.reports import Figure, Report, Target
from bantin.model.texts import Article, Attached, TextLink, Written, WrittenPage
from bantin.places import Unit, gazetteer, province_path

T = TypeVar("T")


@dataclass(frozen=True)
class Archive:
    """All reports and articles of a site, resolved."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    reports: tuple[Report, ...] = ()
    """By place, then by the end of their periods."""
    articles: tuple[Article, ...] = ()
    """By place, newest first."""
    pages: tuple[WrittenPage, ...] = ()
    """The pages that people wrote about no single place, by address."""
    attached: tuple[Attached, ...] = ()
    """The pictures and documents beside texts, whether or not a text shows them."""
    links: tuple[TextLink, ...] = ()
    """What the texts link to and show, as it was typed."""
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids in the texts that people wrote, by address."""
    unsure: frozenset[str] = frozenset()
    """The addresses of reports with an error in them or in the lists they rest on: what they lack may be unread."""
    procedures: tuple[Procedure, ...] = ()
    """What files tell of procedures, by address."""
    announcements: tuple[Announcement, ...] = ()
    """The lists that provinces announced, by address."""
    events: tuple[LifeEvent, ...] = ()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people call procedures, each with the codes that it may mean."""
    departed: tuple[Departed, ...] = ()
    """What was published and is not printed word for word now."""
    whole: Outline | None = None
    """What there is besides, where this is a part of a larger archive."""

    @cached_property
    def outline(self) -> Outline:
        """Which reports and texts there are, also those that were left out of this part."""
        if self.whole is not None:
            return self.whole
        entered = directory_of(self.procedures, self.announcements, self.events, self.nicknames)
        return outline_of(self.reports, self.articles, self.pages, self.catalogue, entered)

    def narrowed(
        self, places: Collection[str], texts: Collection[str] = (), *, listed: Collection[str] = ()
    ) -> "Archive":
        """The reports and articles of some places, of those that are `listed` the reports in brief; some pages that
        people wrote, procedures and lists, by address; the outline stays whole."""
        return replace(
            self,
            reports=tuple(
                report if place in places else report.brief
                for place in sorted({*places, *listed})
                for report in self.reports_of(place)
            ),
            articles=tuple(article for place in sorted(places) for article in self.articles_of(place)),
            pages=tuple(page for page in self.pages if page.path in texts),
            procedures=tuple(procedure for procedure in self.procedures if procedure.address in texts),
            announcements=tuple(known for known in self.announcements if known.address in texts),
            whole=self.outline,
        )

    @cached_property
    def by_address(self) -> dict[str, Report]:
        """The reports by the addresses of their bulletins."""
        return {report.path: report for report in self.reports}

    @cached_property
    def _of_place(self) -> dict[str, tuple[Report, ...]]:
        return grouped(self.reports, lambda report: report.place.path)

    @cached_property
    def _about_place(self) -> dict[str, tuple[Article, ...]]:
        return grouped(self.articles, lambda article: article.place)

    @cached_property
    def _of_province(self) -> dict[str, tuple[Report, ...]]:
        return grouped(self.reports, lambda report: province_path(report.place.path))

    @cached_property
    def _indexed(self) -> dict[str, dict[Unit, list[tuple[Report, Figure | Target]]]]:
        found: dict[str, dict[Unit, list[tuple[Report, Figure | Target]]]] = {}
        for report in self.reports:
            province = gazetteer.province_of(report.place)
            for value in report.figures_and_targets:
                for indicator in value.indicators:
                    found.setdefault(indicator.id, {}).setdefault(province, []).append((report, value))
        return found

    @cached_property
    def texts(self) -> dict[str, Written]:
        """The articles and pages that people wrote, by their addresses."""
        texts: tuple[Written, ...] = (*self.articles, *self.pages)
        return {text.path: text for text in texts}

    def of_indicator(self, indicator: str) -> Mapping[Unit, Sequence[tuple[Report, Figure | Target]]]:
        """All figures and targets of an indicator, by its id, each with its report: those of each province in order."""
        if self.whole is None:
            return self._indexed.get(indicator, {})
        found: dict[Unit, list[tuple[Report, Figure | Target]]] = {}
        for report in self.reports:
            if said := report.by_indicator.get(indicator):
                found.setdefault(gazetteer.province_of(report.place), []).extend((report, value) for value in said)
        return found

    def reports_of(self, place: str) -> tuple[Report, ...]:
        """The reports of one place (not of the places inside it), oldest first."""
        return self._of_place.get(place, ())

    def articles_of(self, place: str) -> tuple[Article, ...]:
        """The articles about one place (not about the places inside it), newest first."""
        return self._about_place.get(place, ())

    def reports_in(self, province: str) -> tuple[Report, ...]:
        """The reports of a province and of the places inside it, by the province's path."""
        return self._of_province.get(province, ())

    def report_a_year_before(self, report: Report) -> Report | None:
        """The same place's report of the same stretch of the year before, with which its figures compare."""
        for other in self.reports_of(report.place.path):
            alike = other.period.stretch == report.period.stretch
            if alike and other.place == report.place and other.period.year == report.period.year - 1:
                return other
        return None

    def mentioned(self, place: str, period: str, slice: str, indicator: str) -> tuple[list[Figure], list[Target]]:
        """The figures and targets that four names lead to; slice and indicator by any of their names."""
        report, counted = self.by_address.get(f"{place}/{period}"), self.catalogue.indicator(indicator)
        within = self.catalogue.slice(slice, report.place.level) if report else None
        if not report or not within or not counted:
            return [], []
        return (
            [f for f in report.figures if f.indicator == counted and f.slice == within],
            [t for t in report.targets if counted in t.indicators and t.slice == within],
        )


def grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return {name: tuple(group) for name, group in groups.items()}
