"""Which pages a site has: a plan for each, made from names alone, which says what its page rests on.

Every address of a site comes from this list. To list plans makes no page; to make one needs an archive that holds what
the plan rests on, and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.model import Archive, Catalogue, Outline
from bantin.pages.addresses import (
    CORRECTIONS,
    DESIGN,
    GUIDE,
    HOME,
    INDICATORS,
    LOOKUP,
    OPINIONS,
    QUALITY,
    SEARCH,
    UNITS,
)
from bantin.pages.bulletin import bulletin_page
from bantin.pages.corrections import corrections_page
from bantin.pages.design import design_page
from bantin.pages.doubts import Doubts
from bantin.pages.home import home_page
from bantin.pages.indicator import indicator_page, indicator_province_page, indicators_page, is_cut
from bantin.pages.lookup_page import lookup_page
from bantin.pages.namesakes import namesakes_page
from bantin.pages.opinions import opinions_page
from bantin.pages.page import Page
from bantin.pages.place import place_page
from bantin.pages.procedures import (
    announcement_page,
    field_page,
    life_event_page,
    procedure_here_page,
    procedure_page,
    procedures_page,
    province_field_page,
    province_procedures_page,
    tier_page,
    wanted,
)
from bantin.pages.province import province_page
from bantin.pages.quality import quality_page
from bantin.pages.search_page import search_page
from bantin.pages.texts import article_page, written_page
from bantin.pages.units import units_page
from bantin.places import finding, gazetteer, lineage, province_path

Maker = Callable[[Archive, Doubts, str], Page]
"""Makes the page of an address. All makers are called alike, whichever of the three they need."""

MAKERS: Mapping[str, Maker] = {
    "home": home_page,
    "province": province_page,
    "units": units_page,
    "namesakes": namesakes_page,
    "place": place_page,
    "bulletin": bulletin_page,
    "article": article_page,
    "page": written_page,
    "indicator": indicator_page,
    "indicator_province": indicator_province_page,
    "indicators": indicators_page,
    "quality": quality_page,
    "corrections": corrections_page,
    "opinions": opinions_page,
    "lookup": lookup_page,
    "search": search_page,
    "design": design_page,
    "procedures": procedures_page,
    "procedure_field": field_page,
    "life_event": life_event_page,
    "procedure": procedure_page,
    "procedure_here": procedure_here_page,
    "procedure_tier": tier_page,
    "province_procedures": province_procedures_page,
    "province_field": province_field_page,
    "announcement": announcement_page,
}
"""How the pages of each kind are made; a kind is also the name of its template."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a page rests on, besides the outline of the site, its lists, and the template and look of its kind."""

    places: tuple[str, ...] = ()
    """The places whose reports and articles, and what is doubtful in them, it shows or compares."""
    texts: tuple[str, ...] = ()
    """The addresses of what is entered on its own: pages about no single place, procedures, lists of procedures."""
    doubtful: bool = False
    """It rests on every report that has something doubtful in it."""
    listed: tuple[str, ...] = ()
    """The places of whose reports it names the periods and the day of the last change, and no figure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made."""

    path: str
    """Its address without the slash at the end; «» is the home page."""
    kind: str
    inputs: Inputs = Inputs()

    @property
    def file(self) -> str:
        """The Markdown file below the folder of pages, which stands in a folder of its own."""
        return f"{self.path}/index.md".lstrip("/")

    def make(self, archive: Archive, doubts: Doubts) -> Page:
        """The page, from an archive that holds at least what it rests on."""
        return MAKERS[self.kind](archive, doubts, self.path)

    def part_of(self, archive: Archive) -> Archive:
        """The part of an archive that the page rests on."""
        if self.inputs.doubtful:
            return archive
        return archive.narrowed(self.inputs.places, self.inputs.texts, listed=self.inputs.listed)


def plans_of(outline: Outline, catalogue: Catalogue) -> tuple[Plan, ...]:
    """A plan for every page of a site, by address; what people wrote wins over what would be made."""
    planned = {plan.path: plan for plan in _made(outline, catalogue)}
    written = {path: Plan(path, "page", Inputs(places, (path,))) for path, places in outline.pages.items()}
    return tuple(sorted((planned | written).values(), key=lambda plan: plan.path))


def _made(outline: Outline, catalogue: Catalogue) -> Iterator[Plan]:
    yield Plan(HOME, "home", Inputs(_places_of(address for _, address in outline.tally.newest)))
    yield Plan(INDICATORS, "indicators")
    yield Plan(QUALITY, "quality", Inputs(doubtful=True))
    yield Plan(CORRECTIONS, "corrections")
    if outline.asking():
        yield Plan(OPINIONS, "opinions")
    yield Plan(LOOKUP, "lookup")
    yield Plan(SEARCH, "search")
    if GUIDE in outline.pages:
        yield Plan(DESIGN, "design")
    for path in gazetteer.province_paths():
        here = (path, *(old.path for unit in gazetteer.units(path) for old in lineage.origins(unit)))
        places = (place for known in dict.fromkeys(here) for place in outline.inside.get(known, ()))
        yield Plan(path, "province", Inputs((path,), listed=tuple(places)))
        yield Plan(f"{path}/{UNITS}", "units")
    yield from (Plan(path, "namesakes") for path in finding.shared_paths())
    yield from (Plan(path, "place", Inputs((path,))) for path in outline.places if province_path(path) != path)
    yield from (Plan(path, "bulletin", Inputs((path.rpartition("/")[0],))) for path in outline.reports)
    for path, mentioned in outline.articles.items():
        yield Plan(path, "article", Inputs(tuple(sorted({path.rpartition("/")[0], *mentioned}))))
    yield from (Plan(path, kind, Inputs(texts=shown)) for path, kind, shown in wanted(outline.procedures))
    for id in catalogue.indicators:
        cut, published = is_cut(outline, id), outline.of_indicator(id)
        everywhere = tuple(place for here in published.values() for place in here.places)
        # Where its figures stand on other pages, those of provinces alone are drawn on the map.
        drawn = tuple(place for place in everywhere if province_path(place) == place) if cut else everywhere
        yield Plan(f"{INDICATORS}/{id}", "indicator", Inputs(tuple(sorted({*drawn}))))
        for name in published if cut else ():
            yield Plan(f"{INDICATORS}/{id}/{name}", "indicator_province", Inputs(published[name].places))


def _places_of(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({address.rpartition("/")[0] for address in addresses}))
