"""The page of the contradictions in all reports."""

from bantin.model import Archive
from bantin.pages.bulletin import bulletin_link_in_full
from bantin.pages.doubts import Doubts, doubts_of
from bantin.pages.headings import DOUBTS, Headings, shown
from bantin.pages.page import HOME, QUALITY, Page
from bantin.vietnamese import number


def quality_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Where the printed figures of each report contradict one another."""
    found = [(bulletin_link_in_full(r), said) for r in archive.reports if (said := doubts_of(doubts, r))]
    headings: Headings = {"doubts": DOUBTS}
    facts = {
        "headings": headings,
        "compared": number(archive.outline.tally.compared),
        "found": found,
    }
    description = "Những chỗ số liệu đã công bố chưa khớp nhau, công khai cho mọi người."
    return Page(path, "quality", QUALITY.title, description, (HOME,), None, shown(headings.values()), facts)
