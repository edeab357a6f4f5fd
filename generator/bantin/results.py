"""What earlier checks found, kept by content in a folder of the site that may be deleted at any time.

Nothing here decides whether data is right. An entry that is damaged, or that rests on anything but what lies here now,
counts as none; where nothing can be written, the next check takes longer.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import babel
import yaml

from bantin.listing import Listing, content
from bantin.problems import Location, Problem

FOLDER = ".bantin"


class Contents:
    """A site's files, each read once until it is forgotten, and digests of what was read.

    Two digests are the same where names and bytes are.
    """

    def __init__(self, root: Path, listing: Listing) -> None:
        self.root, self.listing = root, listing
        self._read: dict[str, bytes] = {}
        self._digests: dict[tuple[str, ...], str] = {}

    def content(self, path: str) -> bytes:
        """What a file holds; OSError when it cannot be read."""
        if path not in self._read:
            self._read[path] = content(self.root, path)
        return self._read[path]

    def forget(self) -> None:
        """Read every file again that is asked for from now on."""
        self._read.clear()
        self._digests.clear()

    def lists(self) -> str:
        """A digest of the lists in data/danh-muc/."""
        return self._digest(self.listing.lists)

    def reports(self, province: str) -> str:
        """A digest of a province's reports; also of a province that has none."""
        return self._digest(self.listing.reports.get(province, ()))

    def province(self, province: str) -> str:
        """A digest of all files of a province; of pictures only that they are there."""
        pictures = "\0".join(self.listing.others.get(province, ()))
        return f"{self.reports(province)} {self._digest(self.listing.pages.get(province, ()))} {_digest(pictures)}"

    def _digest(self, paths: tuple[str, ...]) -> str:
        if paths not in self._digests:
            found = blake2b(digest_size=16)
            for path in paths:
                name = os.fsencode(path)
                try:
                    text = self.content(path)
                except OSError:
                    text = os.urandom(16)  # what cannot be read is never what it was
                found.update(b"%d %d " % (len(name), len(text)))
                found.update(name + text)
            self._digests[paths] = found.hexdigest()
        return self._digests[paths]


class Results:
    """The problems of each province, with what they rest on besides files: `given`, and the lists as they are now."""

    def __init__(self, contents: Contents, given: str) -> None:
        self.contents = contents
        self.given = f"{_program()} {given} {contents.lists()}"
        self.folder = contents.root / FOLDER

    def read(self, province: str) -> list[Problem] | None:
        """The problems that were found in a province as it is now; None when they are not known."""
        try:
            checksum, _, text = self._path(province).read_text(encoding="utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        if checksum != _digest(text):
            return None
        entry = json.loads(text)
        if entry["basis"] != self._basis(province) or entry["mentioned"] != self._mentioned(entry["mentioned"]):
            return None
        return [Problem(Location(*at), *others) for at, *others in entry["problems"]]

    def write(self, province: str, mentioned: Iterable[str], problems: list[Problem]) -> None:
        """Keep the problems of a province, which rest on the figures of others that it mentions too."""
        entry = {
            "basis": self._basis(province),
            "mentioned": self._mentioned(mentioned),
            "problems": [[getattr(problem, name) for name in Problem.__slots__] for problem in problems],
        }
        text = json.dumps(entry, ensure_ascii=False)
        path = self._path(province)
        with contextlib.suppress(OSError, ValueError):  # ValueError: half characters in a name
            self.folder.mkdir(exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            new = path.with_suffix(f".{os.getpid()}")
            new.write_text(f"{_digest(text)}\n{text}", encoding="utf-8", newline="\n")
            new.replace(path)

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
    found = blake2b(f"{sys.version} {yaml.__version__} {babel.__version__}".encode())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:32]
