"""What a link in a text of an editor means."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bantin.model.attachments import kind_of
from bantin.model.markup import SCHEMES
from bantin.model.texts import TextLink, address_of


class AimKind(Enum):
    """What a link can mean."""

    PAGE = auto()
    FILE = auto()
    """A picture or document of content/."""
    ELSEWHERE = auto()
    """An address outside the site, or a mail address or telephone number."""
    NOWHERE = auto()
    """No address at all: a path of somebody's computer, a script."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a link means."""

    kind: AimKind
    path: str = ""
    """The address of the page, or the path of the file below the site's root."""
    anchor: str = ""


def aim_of(origin: str, target: str) -> Aim:
    """What a link means that stands in the file `origin` below content/."""
    try:
        parts = urlsplit(target.strip())
    except ValueError:  # «http://[»
        return Aim(AimKind.NOWHERE)
    if parts.scheme.lower() in SCHEMES:
        return Aim(AimKind.ELSEWHERE)
    if parts.scheme or parts.netloc or "\\" in target:
        return Aim(AimKind.NOWHERE)
    anchor, path = unquote(parts.fragment), unquote(parts.path)
    source = PurePosixPath(origin)
    if not path:
        return Aim(AimKind.PAGE, address_of(source), anchor)
    start = "" if path.startswith("/") else "/".join(source.parts[1:-1])
    found = posixpath.normpath(posixpath.join(start, path.lstrip("/")))
    if found.startswith(".."):
        return Aim(AimKind.NOWHERE)
    found = "" if found == "." else found
    if kind_of(found):
        return Aim(AimKind.FILE, found)
    if found.endswith(".md"):
        return Aim(AimKind.PAGE, address_of(PurePosixPath("content", found)), anchor)
    return Aim(AimKind.PAGE, found.removesuffix("index.html").rstrip("/"), anchor)


def files_used(links: Iterable[TextLink]) -> frozenset[str]:
    """The files of content/ that texts show or link to."""
    aims = (aim_of(link.origin, link.target) for link in links)
    return frozenset(f"content/{aim.path}" for aim in aims if aim.kind is AimKind.FILE)
