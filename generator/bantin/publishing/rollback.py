"""A site that was looked at before is looked at again, and the one in its place becomes a release.

A rollback publishes like a build: the release's files come into a new folder by hard link, and one exchange follows. It
draws a number too, so a build that began before it does not replace what it brought back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bantin.publishing.build_info import BUILD_INFO, BuildInfo, build_info_in, digests
from bantin.publishing.marker import quoted
from bantin.publishing.publish import Replacement, begin
from bantin.publishing.releases import Release, record, releases
from bantin.publishing.reuse import live, shared
from bantin.publishing.verification import written
from bantin.publishing.workshop import workshop_of
from bantin.writing import PublishError


@dataclass(frozen=True)
class Known:
    """A site that is or was looked at, as it can be told of."""

    number: int
    """The number of the build that made it; 0 where nobody knows."""
    info: BuildInfo | None = None
    """None where it does not say what it is."""
    made: datetime | None = None
    """When its build ended."""


@dataclass(frozen=True)
class RolledBack:
    """What a rollback did."""

    now: Known
    """What is looked at."""
    kept: tuple[str, ...]
    """The names of what else lies in the site's folder and stays."""
    remarks: tuple[str, ...]


def sites_of(site: Path, *, now: datetime) -> tuple[Known | None, tuple[Known, ...]]:
    """What is looked at, None where nothing is, and the releases that are kept, the newest first."""
    workshop = workshop_of(site)
    kept = releases(workshop) if workshop else ()
    current = _known(Release(record(workshop).build if workshop else 0, site), now=now) if site.is_dir() else None
    return current, tuple(_known(release, now=now) for release in kept)


def roll_back(site: Path, sources: Collection[Path], *, now: datetime, to: int | None = None) -> RolledBack:
    """The release before the site that is looked at, or the one of a number, is looked at again.

    PublishError where there is none, or where it is no longer what its build made.
    """
    workshop = workshop_of(site)
    release = _wanted(workshop, to) if workshop else None
    if release is None:
        raise PublishError(_none(site, to))
    replacement = begin(site, sources)
    try:
        _bring(release, replacement)
        kept = replacement.publish(release.number)
    finally:
        replacement.abandon()
    remarks = (*replacement.remarks, *filter(None, [replacement.lost]))
    return RolledBack(_known(Release(release.number, site), now=now), kept, remarks)


def _wanted(workshop: Path, to: int | None) -> Release | None:
    """The release of a number; without one the newest that was made before the site that is looked at."""
    kept, here = releases(workshop), record(workshop).build
    if to is not None:
        return next((release for release in kept if release.number == to), None)
    return next((release for release in kept if not here or release.number < here), None)


def _bring(release: Release, replacement: Replacement) -> None:
    before = live(release.folder)
    if lost := before.listed - shared(before, replacement.new, before.listed).had:
        raise _spoilt(release, lost)
    info = build_info_in(release.folder)
    if info is None:
        return  # of an older version: it says nothing of its files
    found = digests(replacement.new)
    if changed := {path for path in found.keys() | info.files.keys() if found.get(path) != info.files.get(path)}:
        raise _spoilt(release, changed)


def _known(release: Release, *, now: datetime) -> Known:
    try:
        info = build_info_in(release.folder)
    except PublishError:
        info = None
    made = written(release.folder / BUILD_INFO, now=now) if info else None
    return Known(release.number, info, made)


def _none(site: Path, to: int | None) -> str:
    if to is not None:
        return f"Không còn giữ bản số {to} của «{site}». Mời chạy «bantin rollback --list» để xem các bản còn giữ."
    return f"Không còn giữ bản nào cũ hơn bản đang đăng ở «{site}», nên không quay lại được; trang được giữ nguyên."


def _spoilt(release: Release, names: Collection[str]) -> PublishError:
    return PublishError(
        f"Bản số {release.number} không còn đúng như lúc dựng: {quoted(names)}; trang đang đăng được giữ nguyên. "
        "Mời chọn bản khác bằng «--to», hoặc dựng lại từ commit cũ."
    )
