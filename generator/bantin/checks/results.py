"""What earlier checks found, kept by content.

Nothing here decides whether data is right. An entry that rests on anything but what lies here now counts as none.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import babel
import PIL
import yaml

from bantin.keeping import Keeper
from bantin.model import Outline, TextLink
from bantin.problems import Problem

OF_THE_DAY = "in-the-future"
"""The code of what is wrong today and may be right tomorrow; what is right today is right on every later day."""
PACKAGE = Path(__file__).parent.parent
LOOKS = ("templates", "theme")
"""What pages look like, of which no check asks."""


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


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was found, and on what that rests."""

    basis: str
    mentioned: Mapping[str, str]
    """The digests of the provinces whose figures it mentions too."""
    found_on: date
    found: Kept


class Results:
    """What was found in each province, which rests on its files, on the lists as they are now, and on the day."""

    def __init__(self, contents: Digests, keeper: Keeper, *, today: date) -> None:
        self.contents, self.keeper, self.today = contents, keeper, today
        self.given = self.given_now

    @property
    def given_now(self) -> str:
        """What everything rests on: this program, and the lists as they were read last."""
        return f"{program()} {self.contents.lists()}"

    def read(self, province: str) -> Kept | None:
        """What was found in a province as it is now; None when that is not known."""
        entry = self.keeper.read(f"check {province}")
        if not isinstance(entry, _Entry) or entry.basis != self.basis(province):
            return None
        is_right = holds(entry.found.problems, entry.found_on, today=self.today)
        return entry.found if is_right and entry.mentioned == self._mentioned(entry.mentioned) else None

    def write(self, province: str, found: Kept, *, mentioned: Iterable[str]) -> None:
        """Keep what was found in a province, which rests on the figures of others that it mentions too."""
        entry = _Entry(self.basis(province), self._mentioned(mentioned), self.today, found)
        self.keeper.write(f"check {province}", entry)

    def basis(self, province: str) -> str:
        """What is read in a province rests on: other program, lists or files, other basis."""
        return f"{self.given} {self.contents.province(province)}"

    def _mentioned(self, provinces: Iterable[str]) -> dict[str, str]:
        return {province: self.contents.reports(province) for province in sorted(provinces)}


def holds(found: Iterable[Problem], found_on: date, *, today: date) -> bool:
    """Whether what was found on a day would be found today too, where nothing else changed."""
    return found_on == today if any(problem.code == OF_THE_DAY for problem in found) else found_on <= today


@cache
def program() -> str:
    """A digest of this program, its tables and what it reads and writes text with; not of how pages look."""
    found = blake2b(f"{sys.version} {yaml.__version__} {babel.__version__} {PIL.__version__}".encode())
    for name in sorted(_files(PACKAGE)):
        found.update(name.encode() + Path(f"{PACKAGE}/{name}").read_bytes())
    return found.hexdigest()[:32]


def _files(package: Path) -> Iterator[str]:
    """The files of the program by their names, without those that Python makes of them."""
    for folder, inner, names in os.walk(package):
        if folder == str(package):
            inner[:] = [name for name in inner if name not in LOOKS]
        inner[:] = [name for name in inner if name != "__pycache__"]
        below = Path(folder).relative_to(package).as_posix()
        yield from (f"{below}/{name}".removeprefix("./") for name in names if not name.endswith(".pyc"))
