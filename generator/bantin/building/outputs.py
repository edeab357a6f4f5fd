"""Which files of a finished site are what they were: a digest is taken again wherever the system noticed a change."""

import os
import time
from collections.abc import Iterable, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from bantin.publishing import TICK


class Seen(NamedTuple):
    """A file as it was when its digest was taken."""

    size: int
    written: int
    """When what it holds was changed, in nanoseconds …"""
    changed: int
    """… and when anything about it was, which nobody can set."""
    digest: str
    """The sha256 of what it holds."""


def digests(
    site: Path, known: Mapping[str, Seen], status_of: Mapping[str, os.stat_result] | None = None
) -> dict[str, str]:
    """The digests of those files that are there, whatever they hold now; nothing is followed out of the folder.

    `status_of` all files that are there tells how they look, where somebody has looked just now.
    """
    found = {}
    for path, seen in known.items():
        status = _status(site, path) if status_of is None else status_of.get(path)
        if status:
            same = _is_same(status, seen)
            found[path] = seen.digest if same else digest_of((site / path).read_bytes())
    return found


def noted(site: Path, files: Mapping[str, str], untouched: Mapping[str, os.stat_result]) -> dict[str, Seen]:
    """Files with these digests, as the system shows them now; `untouched` tells how some look, which nobody changed."""
    found = ((path, untouched.get(path) or _status(site, path), digest) for path, digest in files.items())
    settled = time.time_ns() - TICK
    # What changed just now may change again before the system's clock shows it.
    return {path: Seen(status.st_size, status.st_mtime_ns, min(status.st_ctime_ns, settled), digest)
            for path, status, digest in found if status}  # fmt: skip


def as_noted(site: Path, known: Mapping[str, Seen], paths: Iterable[str]) -> dict[str, Path]:
    """Those of some files that hold what they held when their digests were taken, and where they are."""
    now = digests(site, {path: known[path] for path in paths if path in known})
    return {path: site / path for path in now if now[path] == known[path].digest}


def digest_of(content: bytes) -> str:
    """What tells a file from others, as the list of a site's files names it."""
    return sha256(content).hexdigest()


def digest_at(path: Path) -> str:
    """The same of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _status(site: Path, path: str) -> os.stat_result | None:
    try:
        status = os.lstat(f"{site}/{path}")
    except (OSError, ValueError):
        return None
    return status if (status.st_mode & 0o170000) == 0o100000 else None


def _is_same(status: os.stat_result, seen: Seen) -> bool:
    """Whether nothing can have changed; other systems do not tell when a file's surroundings did."""
    known = (seen.size, seen.written, seen.changed)
    return os.name == "posix" and (status.st_size, status.st_mtime_ns, status.st_ctime_ns) == known
