"""The page of everything that the checks found."""

from bantin.model import Archive
from bantin.pages.bulletin import bulletin_link
from bantin.pages.doubts import Doubts, doubts_of
from bantin.pages.headings import DOUBTS, Heading, Headings, shown
from bantin.pages.page import HOME, QUALITY, Page
from bantin.vietnamese import number


def quality_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What every report has that is doubtful or missing."""
    reports = archive.reports
    found = [
        (
            bulletin_link(report),
            doubts_of(doubts, report),
        )
        for report in reports
    ]
    undated = [(bulletin_link(r), s) for r in reports for s in r.sources if not s.published]
    headings: Headings = {"doubts": DOUBTS, "missing": Heading("Điều còn thiếu", "con-thieu")}
    facts = {
        "headings": headings,
        "found": [entry for entry in found if entry[1]],
        "undated": undated,
        "figures": number(sum(len(r.figures_and_targets) for r in reports)),
        "reports": number(len(reports)),
    }
    description = "Những chỗ số liệu đã công bố chưa khớp nhau hoặc còn thiếu, công khai cho mọi người."
    return Page(path, "quality", QUALITY.title, description, (HOME,), None, shown(headings.values()), facts)
