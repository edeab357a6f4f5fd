"""The home page."""

from collections import Counter

from bantin.model import Archive
from bantin.pages import maps
from bantin.pages.bulletin import bulletin_link_in_full
from bantin.pages.doubts import Doubts, doubted_in
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.page import Link, Page
from bantin.pages.sentences import lead, plain_text
from bantin.places import Unit, gazetteer, present_era
from bantin.vietnamese import number


def home_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page at «»."""
    reports = archive.reports
    own = [report for report in reports if report.is_own]
    newest = sorted(own, key=lambda r: (r.dated, r.path), reverse=True)[:8]
    counts = {
        "figures": number(sum(len(r.figures_and_targets) for r in reports)),
        "reports": number(len(own)),
        "places": number(len({r.place.path for r in reports})),
        "doubts": number(sum(map(len, doubts.values()))),
    }
    era, bulletins, before = present_era(), _bulletins(archive, of_today=True), _bulletins(archive, of_today=False)
    headings: Headings = {
        "newest": Heading("Bản tin mới", "ban-tin-moi"),
        "today": Heading("Tỉnh, thành phố", "tinh-thanh"),
        "former": Heading(era.before, "truoc-sap-xep"),
    }
    facts = {
        "headings": headings,
        "counts": counts,
        "newest": [
            (
                bulletin_link_in_full(r),
                r.newest_source,
                plain_text(lead(r, archive.catalogue, doubted=doubted_in(doubts, r))),
            )
            for r in newest
        ],
        "map": maps.publishing(bulletins, before, table="danh-sach-tinh"),
        "era": era,
        "today": [_listed_province(unit, bulletins[unit]) for unit in gazetteer.provinces(era)],
        "former": [_listed_province(unit, before[unit]) for unit in gazetteer.bygone_provinces()],
    }
    description = "Số liệu cải cách hành chính các địa phương đã công bố, in đúng như nguồn, ghi rõ nguồn."
    return Page(path, "home", "Trang chủ", description, contents=shown(headings.values()), facts=facts)


def _bulletins(archive: Archive, *, of_today: bool) -> Counter[Unit]:
    """How many bulletins each province has of units of today, or of those that ended, itself among them."""
    places = (report.place for report in archive.reports)
    return Counter(gazetteer.province_of(place) for place in places if place.is_current == of_today)


def _listed_province(unit: Unit, count: int) -> tuple[Link, int]:
    return Link(unit.name, f"{unit.path}/"), count
