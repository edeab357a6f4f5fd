"""The page of the contradictions in all reports."""

from bantin.model import Accounts, Archive, Figure, Ledger, Report
from bantin.pages.bulletin import bulletin_link_in_full
from bantin.pages.doubts import Doubts, doubts_of
from bantin.pages.headings import DOUBTS, Headings, shown
from bantin.pages.page import HOME, QUALITY, Page
from bantin.vietnamese import number


def quality_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Where the printed figures of each report contradict one another."""
    reports = archive.reports
    found = [
        (
            bulletin_link_in_full(report),
            doubts_of(doubts, report),
        )
        for report in reports
    ]
    headings: Headings = {"doubts": DOUBTS}
    facts = {
        "headings": headings,
        "compared": number(sum(len(_compared(report, archive)) for report in reports)),
        "found": [entry for entry in found if entry[1]],
    }
    description = "Những chỗ số liệu đã công bố chưa khớp nhau, công khai cho mọi người."
    return Page(path, "quality", QUALITY.title, description, (HOME,), None, shown(headings.values()), facts)


def _compared(report: Report, archive: Archive) -> frozenset[Figure]:
    """The figures of a report that were held against others of it."""
    return Accounts(Ledger(report, archive.catalogue)).compared
