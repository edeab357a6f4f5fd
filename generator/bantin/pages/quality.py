"""The page of all contradictions: in reports, in procedures, in lists of them."""

from bantin.model import Archive
from bantin.pages.bulletin import bulletin_link_in_full
from bantin.pages.doubts import Doubts, doubts_of
from bantin.pages.headings import DOUBTS, PROCEDURES, Headings, shown
from bantin.pages.page import HOME, QUALITY, Page
from bantin.pages.procedures import doubted_elsewhere
from bantin.vietnamese import number


def quality_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Where what was printed contradicts itself, or the law."""
    found = [(bulletin_link_in_full(r), said) for r in archive.reports if (said := doubts_of(doubts, r))]
    entered = list(doubted_elsewhere(archive, doubts))
    headings: Headings = {"doubts": DOUBTS, "procedures": PROCEDURES if entered else None}
    facts = {
        "headings": headings,
        "compared": number(archive.outline.tally.compared),
        "found": found,
        "entered": entered,
    }
    description = "Những chỗ số liệu, thủ tục đã công bố chưa khớp nhau, công khai cho mọi người."
    return Page(path, "quality", QUALITY.title, description, (HOME,), None, shown(headings.values()), facts)
