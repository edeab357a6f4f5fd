"""What earlier checks found, kept by content in a folder of the site that may be deleted at any time.

Nothing here decides whether data is right. An entry that is damaged, or that rests on anything but what lies here now,
counts as none; where nothing can be written, the next check takes longer.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import babel
import yaml

from bantin.model import Outline, TextLink
from bantin.problems import Location, Problem
from bantin.writing import write_whole

FOLDER = ".bantin"


class Digests(Protocol):
    """Digests of a site's files; two are the same where names and bytes are."""

    def lists(self) -> str:
        """A digest of the lists in data/danh-muc/."""

    def reports(self, province: str) -> str:
        """A digest of a province's reports; also of a province that has none."""

    def province(self, province: str) -> str:
        """A digest of all files of a province."""


@dataclass(frozen=True)
class Kept:
    """What is known of a province without reading it."""

    problems: tuple[Problem, ...]
    links: tuple[TextLink, ...]
    anchors: Mapping[str, tuple[str, ...]]
    """The ids in its texts, by address."""
    outline: Outline


class Results:
    """What was found in each province, which rests on its files, on `given`, and on the lists as they are now."""

    def __init__(self, contents: Digests, folder: Path, *, given: str) -> None:
        self.contents = contents
        self.given = f"{_program()} {given} {contents.lists()}"
        self.folder = folder / FOLDER

    def read(self, province: str) -> Kept | None:
        """What was found in a province as it is now; None when that is not known."""
        try:
            checksum, _, text = self._path(province).read_text(encoding="utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        if checksum != _digest(text):
            return None
        entry = json.loads(text)
        if entry["basis"] != self._basis(province) or entry["mentioned"] != self._mentioned(entry["mentioned"]):
            return None
        return Kept(
            tuple(Problem(Location(*at), *others) for at, *others in entry["problems"]),
            tuple(TextLink(origin, target, Location(*at), picture) for origin, target, at, picture in entry["links"]),
            entry["anchors"],
            Outline(
                frozenset(entry["reports"]),
                {address: tuple(places) for address, places in entry["articles"].items()},
                {address: tuple(places) for address, places in entry["pages"].items()},
                entry["published"],
            ),
        )

    def write(self, province: str, found: Kept, *, mentioned: Iterable[str]) -> None:
        """Keep what was found in a province, which rests on the figures of others that it mentions too."""
        entry = {
            "basis": self._basis(province),
            "mentioned": self._mentioned(mentioned),
            "problems": [[getattr(problem, name) for name in Problem.__slots__] for problem in found.problems],
            "links": [[link.origin, link.target, link.at, link.is_picture] for link in found.links],
            "anchors": dict(found.anchors),
            "reports": sorted(found.outline.reports),
            "articles": dict(found.outline.articles),
            "pages": dict(found.outline.pages),
            "published": {id: dict(counts) for id, counts in found.outline.published.items()},
        }
        text = json.dumps(entry, ensure_ascii=False)
        with contextlib.suppress(OSError, ValueError):  # ValueError: half characters in a name
            ignored = self.folder / ".gitignore"
            if not ignored.is_file():
                write_whole(ignored, "*\n")
            write_whole(self._path(province), f"{_digest(text)}\n{text}")

    def _path(self, province: str) -> Path:
        return self.folder / f"{_digest(province)}.json"

    def _basis(self, province: str) -> str:
        return f"{self.given} {self.contents.province(province)}"

    def _mentioned(self, provinces: Iterable[str]) -> dict[str, str]:
        return {province: self.contents.reports(province) for province in sorted(provinces)}


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


@cache
def _program() -> str:
    """A digest of this program, its tables and what it reads and writes text with."""
    found = blake2b(f"{sys.version} {yaml.__version__} {babel.__version__} {version('pillow')}".encode())
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:32]
