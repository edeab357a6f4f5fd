"""A build that has nothing to do: all that the last one was made from is as it was, and so is all that it made.

Then no folder is looked into, no page planned and nothing written: digests of all files are enough.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bantin.building.looks import Looks
from bantin.building.outputs import Seen, digest_at, digests, noted
from bantin.checks import holds
from bantin.inspection import Findings, Reading
from bantin.keeping import digest, packed
from bantin.publishing import BUILD_INFO, commit_of, versions


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build of a site came to."""

    basis: bytes
    """A digest of all that it rests on, but for the day."""
    day: date
    signature: str
    """The sha256 of what the site says of itself."""
    findings: Findings
    pages: int
    figures: int
    """How many the site prints."""
    size: int
    """How many bytes its files have."""


class Memory:
    """What is remembered of a site's last build by one that begins now, before it reads anything."""

    def __init__(self, reading: Reading, site: Path) -> None:
        self.reading, self.site = reading, site
        self.looks = Looks(reading.folders)
        self.basis = _basis(reading, self.looks)

    @cached_property
    def seen(self) -> dict[str, Seen]:
        """The files of the live site as the last build saw them."""
        kept = self.reading.keeper.read(self._name("site"))
        return {path: Seen._make(seen) for path, seen in kept.items()} if isinstance(kept, dict) else {}

    @property
    def last(self) -> Last | None:
        """What the last build came to, where another would come to the same; None where nobody can tell."""
        last = self.reading.keeper.read(self._name("last"))
        if not isinstance(last, Last) or last.basis != self.basis:
            return None
        stands = self.seen and digests(self.site, self.seen) == {path: seen.digest for path, seen in self.seen.items()}
        is_right = holds(last.findings.problems, last.day, today=self.reading.today)
        return last if stands and is_right and self._signature() == last.signature else None

    def keep_files(self, files: Mapping[str, str], untouched: Mapping[str, os.stat_result]) -> None:
        """Keep how the files of the site look, which have these digests; of some it is known."""
        seen = noted(self.site, files, untouched).items()
        # Plain tuples are kept and read in half the time.
        self.reading.keeper.write(self._name("site"), {path: tuple(file) for path, file in seen})

    def keep(self, read: Mapping[str, str], findings: Findings, *, pages: int, figures: int, size: int) -> None:
        """Keep what this build came to; not where one of the files changed while they were `read`."""
        if all(self.reading.contents.digest_of(path) == digest for path, digest in read.items()):
            last = Last(self.basis, self.reading.today, self._signature(), findings, pages, figures, size)
            self.reading.keeper.write(self._name("last"), last)

    def _name(self, what: str) -> str:
        return f"{what} {self.site}"

    def _signature(self) -> str:
        try:
            return digest_at(self.site / BUILD_INFO)
        except OSError:
            return ""


def _basis(reading: Reading, looks: Looks) -> bytes:
    """A digest of all that a site rests on, but for the day and what stands there already."""
    made = (commit_of(reading.folders.root), sorted(versions().items()), looks.of_everything)
    read = (reading.results.given, reading.contents.everything(), reading.listing.problems)
    return digest(packed((read, made), plain=True))
