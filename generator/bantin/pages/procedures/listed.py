"""Rows of what lists name."""

from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import Handled
from bantin.pages.addresses import procedure_path
from bantin.pages.headings import Heading
from bantin.pages.page import Link
from bantin.pages.procedures.briefly import Line
from bantin.vietnamese import slug


@dataclass(frozen=True, slots=True)
class Listed:
    """A procedure that a list names."""

    code: str
    link: Link | None
    """Its page, where there is one."""
    name: str
    """As the list prints it, where that is not the title of its page."""
    by: Link | None = None
    """The newest list that names it."""
    deadlines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Procedures under one heading."""

    heading: Heading
    rows: tuple[Listed, ...]


def listed_row(archive: Archive, handled: Handled) -> Listed:
    """A row of what offices handle."""
    page = page_of(archive, handled.core)
    by = Link(handled.by.number, f"{handled.by.address}/")
    return Listed(handled.core, page, printed_name(handled.name, page), by)


def page_of(archive: Archive, core: str) -> Link | None:
    """The page of a procedure, by its name; None where there is none."""
    directory = archive.outline.procedures
    return Link(directory.name_of(core) or core, procedure_path(core)) if directory.has(core) else None


def printed_name(name: str, page: Link | None) -> str:
    """A name as a list prints it; «» where it is that of the procedure's page."""
    return "" if page and slug(name) in (slug(page.title), f"thu-tuc-{slug(page.title)}") else name
