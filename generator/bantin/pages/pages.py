"""Which pages a site has, and everything each one prints.

A page depends on nothing but its own values: links to others are addresses, and their titles are repeated here.
"""

from bantin.model import Archive
from bantin.pages.bulletin import bulletin_page
from bantin.pages.doubts import doubts_by_file
from bantin.pages.home import home_page
from bantin.pages.indicator import indicator_page, indicators_page
from bantin.pages.lookup_page import lookup_page
from bantin.pages.namesakes import namesakes_page
from bantin.pages.page import Page
from bantin.pages.place import place_page
from bantin.pages.province import province_page
from bantin.pages.quality import quality_page
from bantin.pages.texts import article_page, written_page
from bantin.pages.units import units_page
from bantin.places import finding, gazetteer
from bantin.problems import Problem


def pages_of(archive: Archive, problems: list[Problem]) -> list[Page]:
    """All pages of a site, by address; `problems` are the warnings that stand on them."""
    doubts = doubts_by_file(problems)
    written = [written_page(archive, page) for page in archive.pages]
    made = [
        home_page(archive, doubts),
        *(province_page(archive, path) for path in gazetteer.province_paths()),
        *(units_page(archive, path) for path in gazetteer.province_paths()),
        *(namesakes_page(archive, path) for path in finding.shared_paths()),
        *(place_page(archive, doubts, path) for path in archive.places if "/" in path),
        *(bulletin_page(archive, doubts, report) for report in archive.reports),
        *(article_page(archive, article) for article in archive.articles),
        *(indicator_page(archive, indicator) for indicator in archive.catalogue.indicators.values()),
        indicators_page(archive),
        quality_page(archive, doubts),
        lookup_page(archive),
    ]
    taken = {page.path for page in written}  # what people wrote wins
    return sorted([*written, *(page for page in made if page.path not in taken)], key=lambda page: page.path)
