"""A site held against what it says of itself: which of its files are missing, changed, unreadable or not its own."""

import secrets
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from bantin.publishing.build_info import BUILD_INFO, BuildInfo, Digest, build_info_in, digests, parsed
from bantin.publishing.hosting import UNSENT
from bantin.writing import PublishError

AT_ONCE = 8
"""How many files are asked of a server at a time."""


class Fault(Enum):
    """What is wrong with a file of a site, as people are told."""

    MISSING = "Thiếu"
    CHANGED = "Khác với lúc dựng"
    UNREAD = "Không đọc được"
    FOREIGN = "Không phải do lần dựng này"

    @property
    def is_harmless(self) -> bool:
        """Whether the site is whole all the same: what a host adds is none of ours."""
        return self is Fault.FOREIGN


@dataclass(frozen=True)
class Verified:
    """What was found of a site."""

    info: BuildInfo
    since: datetime | None
    """When its build-info.json was written, as far as a server or a disk says."""
    looked_at: int
    """How many files were read."""
    faults: Mapping[Fault, tuple[str, ...]]
    """The files with something wrong, in order."""

    @property
    def is_whole(self) -> bool:
        """Whether every file that was looked at is what the build made."""
        return all(fault.is_harmless for fault in self.faults)


def verify_folder(site: Path, *, now: datetime, sample: int = 0) -> Verified:
    """A folder held against its build-info.json; PublishError where it has none that can be believed."""
    info = build_info_in(site)
    if info is None:
        raise PublishError(f"Trong «{site}» không có tệp {BUILD_INFO}, nên không biết trang phải có những tệp nào.")
    found, chosen = digests(site), _chosen(info, sample)
    faults = [(path, _fault(info.files[path], found.get(path))) for path in chosen]
    faults += [(path, Fault.FOREIGN) for path in found.keys() - info.files.keys()]
    return Verified(info, written(site / BUILD_INFO, now=now), len(chosen), _grouped(faults))


def verify_address(url: str, *, now: datetime, sample: int = 0) -> Verified:
    """A public site held against its build-info.json; PublishError where it has none that can be believed."""
    from bantin.publishing.fetching import Address, Unread  # noqa: PLC0415 -- builds need none of the web

    address = Address.of(url)
    answer = address.read(BUILD_INFO)
    if isinstance(answer, Unread):
        raise PublishError(f"Không đọc được {BUILD_INFO} ở «{address.url}»: {answer.why}.")
    info = _sent(parsed(answer.content))
    chosen, here = _chosen(info, sample), answer.of_site

    def fault(path: str) -> tuple[str, Fault | None]:
        said = here.read(path, info.files[path].size)
        if isinstance(said, Unread):
            return path, Fault.MISSING if said.is_missing else Fault.UNREAD
        return path, None if info.files[path] in said.digests else Fault.CHANGED

    with ThreadPoolExecutor(AT_ONCE) as threads:
        faults = list(threads.map(fault, chosen))
    since = answer.written if answer.written and answer.written <= now else None
    return Verified(info, since, len(chosen), _grouped(faults))


def _sent(info: BuildInfo) -> BuildInfo:
    """A site without what hosts read and do not hand out."""
    return replace(info, files={path: digest for path, digest in info.files.items() if path not in UNSENT})


def written(path: Path, *, now: datetime) -> datetime | None:
    """When a file was written; None where the disk names a time that is still to come."""
    moment = datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
    return moment if moment <= now else None


def _chosen(info: BuildInfo, sample: int) -> list[str]:
    paths = sorted(info.files)
    return sorted(secrets.SystemRandom().sample(paths, sample)) if 0 < sample < len(paths) else paths


def _fault(known: Digest, found: Digest | None) -> Fault | None:
    if found is None:
        return Fault.MISSING
    return None if found == known else Fault.CHANGED


def _grouped(faults: Iterable[tuple[str, Fault | None]]) -> dict[Fault, tuple[str, ...]]:
    known = list(faults)
    groups = {fault: tuple(sorted(path for path, found in known if found is fault)) for fault in Fault}
    return {fault: paths for fault, paths in groups.items() if paths}
