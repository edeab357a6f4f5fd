"""All reports and articles of a site, resolved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from bantin.model.catalogue import Catalogue
from bantin.model.reports import Figure, Report, Target
from bantin.model.texts import Article, Attached, TextLink, WrittenPage

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

    @cached_property
    def _by_path(self) -> dict[str, Report]:
        return {report.path: report for report in self.reports}

    @cached_property
    def _of_place(self) -> dict[str, tuple[Report, ...]]:
        return grouped(self.reports, lambda report: report.place.path)

    @cached_property
    def _about_place(self) -> dict[str, tuple[Article, ...]]:
        return grouped(self.articles, lambda article: article.place)

    def report(self, place: str, period: str) -> Report | None:
        """The report of a place and period, by their slugs."""
        return self._by_path.get(f"{place}/{period}")

    def reports_of(self, place: str) -> tuple[Report, ...]:
        """The reports of one place (not of the places inside it), oldest first."""
        return self._of_place.get(place, ())

    def articles_of(self, place: str) -> tuple[Article, ...]:
        """The articles about one place (not about the places inside it), newest first."""
        return self._about_place.get(place, ())

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The paths of all places that have a report or an article, sorted."""
        return tuple(sorted({r.place.path for r in self.reports} | {a.place for a in self.articles}))

    def report_a_year_before(self, report: Report) -> Report | None:
        """The same place's report of the same stretch of the year before, with which its figures compare."""
        for other in self.reports_of(report.place.path):
            alike = other.period.stretch == report.period.stretch
            if alike and other.place == report.place and other.period.year == report.period.year - 1:
                return other
        return None

    def values(self, place: str, period: str, part: str, indicator: str) -> tuple[list[Figure], list[Target]]:
        """The figures and targets that four names lead to; slice and indicator by any of their names."""
        report, within = self.report(place, period), self.catalogue.slice(part)
        counted = self.catalogue.indicator(indicator)
        if not report or not within or not counted:
            return [], []
        return (
            [f for f in report.figures if f.indicator == counted and f.slice == within],
            [t for t in report.targets if t.indicator == counted and t.slice == within],
        )


def grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return {name: tuple(group) for name, group in groups.items()}
