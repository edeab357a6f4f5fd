"""The page on which people look up what a place became."""

from itertools import pairwise

from bantin.model import Archive
from bantin.pages import lookup
from bantin.pages.around import units_link
from bantin.pages.doubts import Doubts
from bantin.pages.page import HOME, LOOKUP, Page
from bantin.places import Era, eras, gazetteer, present_era
from bantin.vietnamese import date_text


def lookup_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page with the form and, without scripts, the lists of provinces."""
    now = present_era()
    changed = date_text(now.first) if now.first else ""
    facts = {
        "folder": f"{lookup.FOLDER}/",
        "groups": [(label, [(choice, units_link(choice.unit)) for choice in lookup.choices(era)])
                   for label, era in _eras()],
        "today": [units_link(unit) for unit in gazetteer.provinces(now)],
        "changed": changed,
        "merged": [units_link(unit) for unit in gazetteer.bygone_provinces()],
    }  # fmt: skip
    description = (
        f"Gõ tên cũ hoặc tên mới của xã, phường, huyện, tỉnh để biết trước và sau ngày {changed} là đơn vị nào."
    )
    return Page(path, "lookup", LOOKUP.title, description, (HOME,), facts=facts, also=_ALSO)


_ALSO = ("sáp nhập tỉnh", "sáp nhập xã", "đơn vị hành chính mới")
"""What people look for who look for this page."""


def _eras() -> list[tuple[str, Era]]:
    """All eras, newest first, each as the list of provinces calls it."""
    return [("Hiện nay", present_era()), *((later.before, era) for later, era in pairwise(reversed(eras())))]
