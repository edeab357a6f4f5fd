"""The page that shows what a search found, to be shared by its address; without scripts, the lists of all units."""

from bantin.model import Archive
from bantin.pages.around import units_link
from bantin.pages.doubts import Doubts
from bantin.pages.page import HOME, Page
from bantin.places import gazetteer, present_era


def search_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page with the form and the provinces of all times, each with its page of units."""
    facts = {
        "today": [units_link(unit) for unit in gazetteer.provinces(present_era())],
        "former": [units_link(unit) for unit in gazetteer.bygone_provinces()],
    }
    description = "Tìm địa phương, chỉ số, thủ tục và bản tin; gõ có dấu hay không dấu đều được."
    return Page(path, "search", "Tìm kiếm", description, (HOME,), facts=facts)
