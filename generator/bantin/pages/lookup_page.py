"""The page on which people look up what a place became."""

from bantin.model import Archive
from bantin.pages import lookup
from bantin.pages.around import units_link
from bantin.pages.page import HOME, Page


def lookup_page(archive: Archive) -> Page:
    today, former = lookup.choices(current=True), lookup.choices(current=False)
    names_today = {choice.unit.path for choice in today}
    values = {
        "folder": f"{lookup.FOLDER}/",
        "starts": " ".join(lookup.starts()),
        "today": [(choice, units_link(choice.unit)) for choice in today],
        "former": [(choice, units_link(choice.unit)) for choice in former],
        "merged": [units_link(choice.unit) for choice in former if choice.unit.path not in names_today],
    }
    description = (
        "Gõ tên cũ hoặc tên mới của xã, phường, huyện, tỉnh để biết trước và sau ngày 01/07/2025 là đơn vị nào."
    )
    return Page(lookup.FOLDER, "lookup", "Xã tôi nay thuộc đâu?", description, (HOME,), values=values)
