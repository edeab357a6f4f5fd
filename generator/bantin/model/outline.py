"""Which reports and texts a site has, by their addresses: enough to say which pages there are.

An outline is known before any page is made, and of a province that was read before, without reading it again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from bantin.model.references import Reference, references
from bantin.model.reports import Report
from bantin.model.texts import Article, Written, WrittenPage
from bantin.places import Unit, gazetteer


@dataclass(frozen=True)
class Outline:
    """What there is of a site, or of a part of it, by addresses."""

    reports: frozenset[str] = frozenset()
    articles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each with the places whose figures it mentions."""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pages that people wrote about no single place, likewise."""
    published: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How many figures and targets of an indicator there are in each territory, by the indicator's id."""

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The paths of all places that have a report."""
        return frozenset(address.rpartition("/")[0] for address in self.reports)

    @cached_property
    def places(self) -> frozenset[str]:
        """The paths of all places that have a report or an article."""
        return self.reporting | {address.rpartition("/")[0] for address in self.articles}


def outline_of(reports: Iterable[Report], articles: Iterable[Article], pages: Iterable[WrittenPage]) -> Outline:
    """The outline of what was read."""
    found = tuple(reports)
    return Outline(
        frozenset(report.path for report in found),
        {article.path: _mentioned(article) for article in articles},
        {page.path: _mentioned(page) for page in pages},
        _published(found),
    )


def joined(parts: Iterable[Outline]) -> Outline:
    """The outline of all that several parts hold; no two hold the same territory."""
    known = tuple(parts)
    published: dict[str, dict[str, int]] = {}
    for part in known:
        for id, counts in part.published.items():
            published.setdefault(id, {}).update(counts)
    return Outline(
        frozenset(address for part in known for address in part.reports),
        {address: places for part in known for address, places in part.articles.items()},
        {address: places for part in known for address, places in part.pages.items()},
        published,
    )


def territory(province: Unit) -> str:
    """What names a province among those of all times: «an-giang», «an-giang-den-2025»."""
    return province.path if province.until is None else f"{province.path}-den-{province.until.year}"


@cache
def territories() -> Mapping[str, Unit]:
    """The provinces of all times by these names."""
    return {territory(province): province for province in gazetteer.all_provinces()}


def _published(reports: Iterable[Report]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for report in reports:
        here = territory(gazetteer.province_of(report.place))
        for indicator in (indicator for value in report.figures_and_targets for indicator in value.indicators):
            of_indicator = counts.setdefault(indicator.id, {})
            of_indicator[here] = of_indicator.get(here, 0) + 1
    return counts


def _mentioned(text: Written) -> tuple[str, ...]:
    places = (found.place for found in references(text) if isinstance(found, Reference))
    return tuple(sorted({place for place in places if place}))
