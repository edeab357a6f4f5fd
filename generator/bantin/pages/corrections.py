"""The page of all corrections: what was corrected, by province, the newest first."""

from bantin.model import RECENT, Archive, Corrected
from bantin.pages.around import titled, unit_at
from bantin.pages.bulletin import count_of
from bantin.pages.doubts import Doubts
from bantin.pages.headings import Heading, shown
from bantin.pages.page import CORRECTIONS, HOME, Page
from bantin.places import by_name


def corrections_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Published figures that were corrected since."""
    found = archive.outline.corrections()
    by_province: dict[str, list[Corrected]] = {}
    for one in found:
        by_province.setdefault(one.province, []).append(one)
    units = sorted((unit_at(archive, province) for province in by_province), key=by_name)
    parts = [
        (Heading(titled(unit), unit.path, count_of(by_province[unit.path])), by_province[unit.path]) for unit in units
    ]
    facts = {
        "parts": parts,
        "figures": count_of(found),
        "day": archive.outline.newest_day() if found else None,
        "days": RECENT.days,
    }
    description = "Những con số đã công bố rồi được đính chính: trước ghi bao nhiêu, nay ghi bao nhiêu, vì sao."
    contents = shown(heading for heading, _ in parts)
    newest = found[0].on if found else None
    return Page(path, "corrections", CORRECTIONS.title, description, (HOME,), None, contents, facts, updated=newest)
