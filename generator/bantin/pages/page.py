"""A page before it is Markdown, and its surroundings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bantin.pages import addresses
from bantin.pages.headings import Heading


@dataclass(frozen=True, slots=True)
class Link:
    """A title and an address from the site's root («» is the home page)."""

    title: str
    path: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages around this one."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """A page before it is Markdown."""

    path: str
    """Its address without the slash at the end; «» is the home page."""
    kind: str
    """The template that prints it."""
    title: str
    description: str
    trail: tuple[Link, ...] = ()
    section: Menu | None = None
    contents: tuple[Heading, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    """What its template prints, by the names that this gives them."""
    kicker: str = ""
    """What stands above the title; outside the searched text."""
    source: str = ""
    """The file to change when something here is wrong."""
    updated: date | None = None
    also: tuple[str, ...] = ()
    """What else people call what it is about, for the search."""
    linked_data: str = ""
    """What it tells machines, as JSON-LD."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Files that stand beside it, by their names."""


HOME = Link("Trang chủ", addresses.HOME)
INDICATORS = Link("Chỉ số", f"{addresses.INDICATORS}/")
LOOKUP = Link("Xã tôi nay thuộc đâu?", f"{addresses.LOOKUP}/")
PROCEDURES = Link("Thủ tục hành chính", f"{addresses.PROCEDURES}/")
CORRECTIONS = Link("Đính chính", f"{addresses.CORRECTIONS}/")
OPINIONS = Link("Lấy ý kiến", f"{addresses.OPINIONS}/")
QUALITY = Link("Chất lượng số liệu", f"{addresses.QUALITY}/")
