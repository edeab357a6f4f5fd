"""The page of documents on which bodies ask for opinions: those whose day has not passed, and the others."""

from datetime import date

from bantin.model import Archive, Asking, Teaser
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import HOME, OPINIONS, Link, Page
from bantin.vietnamese import date_text


def opinions_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What asks for opinions, by the site's own day: a build has no clock."""
    found = archive.outline.asking()
    day = archive.outline.newest_day()
    past = [one for one in found if one.asking and archive.outline.is_past(one.asking.until.isoformat())]
    ahead = sorted((one for one in found if one not in past), key=_soonest_first)
    headings: Headings = {
        "ahead": Heading(f"Ngày {date_text(day)} chưa hết hạn", "chua-het-han", len(ahead)) if ahead else None,
        "past": Heading("Đã hết hạn", "da-het-han", len(past)) if past else None,
    }
    facts = {
        "headings": headings,
        "ahead": [_row(one) for one in ahead],
        "past": [_row(one) for one in past],
        "day": day,
    }
    description = "Văn bản mà cơ quan nhà nước lấy ý kiến: văn bản gì, ai hỏi, gửi ý kiến về đâu, đến ngày nào."
    return Page(path, "opinions", OPINIONS.title, description, (HOME,), None, shown(headings.values()), facts)


def _row(teaser: Teaser) -> tuple[Link, Asking | None]:
    return Link(teaser.title, f"{teaser.path}/"), teaser.asking


def _soonest_first(teaser: Teaser) -> tuple[date, str]:
    return (teaser.asking.until if teaser.asking else teaser.published), teaser.path
