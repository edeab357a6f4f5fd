"""What stands around a page: links to units, the trail, the menu of a place."""

from bantin.model import Archive
from bantin.pages.addresses import UNITS, unit_address
from bantin.pages.page import HOME, INDICATORS, LOOKUP, OPINIONS, PROCEDURES, QUALITY, Link, Menu
from bantin.places import Level, Unit, gazetteer, lineage, province_path, resolution_of
from bantin.vietnamese import upper_first


def unit_at(archive: Archive, path: str) -> Unit:
    """The last unit of this path, with the kinds that the site knows it had."""
    return archive.catalogue.known(gazetteer.units(path)[-1])


def with_figures(archive: Archive, unit: Unit) -> Link | None:
    """The unit's page, where it has figures."""
    return place_link(archive, unit.path) if archive.outline.has_report(unit.path) else None


def place_link(archive: Archive, path: str) -> Link:
    return Link(titled(unit_at(archive, path)), f"{path}/")


def province_link(archive: Archive, unit: Unit) -> Link:
    province = unit_at(archive, province_path(unit.path))
    return Link(titled(province), f"{province.path}/")


def trail_to(archive: Archive, path: str) -> tuple[Link, ...]:
    unit = unit_at(archive, path)
    province = province_link(archive, unit)
    return (HOME, province) if unit.level is Level.PROVINCE else (HOME, province, place_link(archive, path))


def section_of(archive: Archive, path: str, *, current: str) -> Menu:
    reports, articles = archive.reports_of(path), archive.articles_of(path)
    links = [Link("Tổng quan", f"{path}/", not current)]
    links += [Link(r.period.title, f"{r.path}/", r.path == current) for r in reversed(reports)]
    links += [Link(a.title, f"{a.path}/", a.path == current) for a in articles]
    return Menu(titled(unit_at(archive, path)), tuple(links))


def menu_of(archive: Archive) -> tuple[Link, ...]:
    """The pages that every page leads to: the few that every site has, then those that people wrote at the top."""
    written = (Link(page.title, f"{page.path}/") for page in archive.pages if page.path and "/" not in page.path)
    procedures = [PROCEDURES] if archive.outline.procedures.has_any() else []
    opinions = [OPINIONS] if archive.outline.asking() else []
    return LOOKUP, *procedures, *opinions, INDICATORS, QUALITY, *written


def home_title(archive: Archive) -> str:
    """The title of the home page, which people may have written."""
    return next((page.title for page in archive.pages if page.path == HOME.path), HOME.title)


def titled(unit: Unit) -> str:
    """The unit with a capital, marked when it has ended."""
    return upper_first(named(unit))


def named(unit: Unit) -> str:
    return unit.full_name + ("" if unit.is_current else " (cũ)")


def units_link(province: Unit) -> Link:
    return Link(titled(province), f"{province.path}/{UNITS}/")


def link_to(unit: Unit) -> Link:
    return Link(unit.full_name, f"{unit.path}/")


def runs_on(archive: Archive, unit: Unit) -> tuple[str, Link, str] | None:
    """The province in which a district lay, and the same district with its province of the day after its last."""
    after = lineage.runs_on_as(unit)
    if not after:
        return None
    link = with_figures(archive, after) or Link(after.full_name, unit_address(after))
    return gazetteer.province_of(unit).full_name, link, gazetteer.province_of(after).full_name


def basis_text(unit: Unit) -> str:
    basis = resolution_of(unit)
    return basis.name if basis else ""
