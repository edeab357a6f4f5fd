"""What people wrote: articles about a place, pages about none, what lies beside them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from bantin.model.identity import SameByLocation
from bantin.model.indicators import ReformArea
from bantin.model.reports import Source
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article."""

    file: str
    caption: str
    credit: str
    alt: str
    at: Location


@dataclass(frozen=True, slots=True)
class Asking:
    """A document on which a body asks for opinions (lấy ý kiến)."""

    body: str
    """Who asks."""
    document: str
    until: date
    to: str
    """Where opinions are sent: an e-mail address, a page, a desk."""
    address: str
    """Where the document can be read, when that is elsewhere."""


@dataclass(frozen=True, eq=False, slots=True)
class Article(SameByLocation):
    """A text from content/ about one place."""

    place: str
    slug: str
    title: str
    lead: str
    published: date
    author: str
    at: Location
    body: str = field(repr=False, default="")
    body_line: int = 1
    """The line of the file on which the body begins."""
    sources: tuple[Source, ...] = ()
    topics: tuple[ReformArea, ...] = ()
    images: tuple[Image, ...] = ()
    hour: str = ""
    """When on that day, as in «15:39»; «» where that is not said."""
    asking: Asking | None = None

    @property
    def path(self) -> str:
        """The address: «kien-giang/huyen-vinh-thuan/doan-kiem-tra»."""
        return f"{self.place}/{self.slug}"


@dataclass(frozen=True, eq=False, slots=True)
class WrittenPage(SameByLocation):
    """A text from content/ about no single place: the site's own pages."""

    path: str
    """The address: «gioi-thieu»."""
    title: str
    heading: str
    """What stands above the text; mostly the title."""
    description: str
    at: Location
    body: str = field(repr=False, default="")
    body_line: int = 1

    @property
    def place(self) -> str:
        """The place whose figures the text means where it names none: there is none."""
        return ""


Written = Article | WrittenPage
"""A text that people wrote."""


@dataclass(frozen=True, slots=True)
class Small:
    """A picture once more, for small screens."""

    address: str
    content: bytes = field(repr=False)
    width: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or document of content/ as it is published."""

    path: str
    """Its file: «content/kien-giang/anh.jpg»."""
    address: str
    """Where it is published, from the site's root."""
    content: bytes = field(repr=False)
    said: str = ""
    """What stands beside a link to it: «PDF, 1,2 MB»."""
    width: int = 0
    height: int = 0
    """The size of a picture."""
    small: Small | None = None
    """None of what is small already, and of documents."""

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """What is published of it, by address."""
        return (self.address, self.content), *([(self.small.address, self.small.content)] if self.small else [])

    @property
    def without_content(self) -> "Attached":
        """What pages need to know of it."""
        return replace(self, content=b"", small=self.small and replace(self.small, content=b""))


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link or a picture in a text of an editor, as it was typed."""

    origin: str
    """The file below content/ from which it counts."""
    target: str
    at: Location
    is_picture: bool = False


# «index» is the page of the folder itself.
ARTICLE_FILE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})-(?!index\.md)([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


def is_article(path: PurePosixPath) -> bool:
    """Whether a file below content/ is an article about a place, and not a page of the site."""
    return bool(ARTICLE_FILE.fullmatch(path.name)) and len(path.parts) in (3, 4)


def address_of(path: PurePosixPath) -> str:
    """The address of the page that a text of content/ becomes, «» for the home page."""
    place = path.parts[1:-1]
    if is_article(path):
        return "/".join((*place, path.stem[11:]))
    return "/".join(place if path.stem == "index" else (*place, path.stem))
