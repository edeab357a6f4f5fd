"""The day of a build, and when files were written."""

import contextlib
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def stamps(places: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """When each of these files was written, and each in these folders, and its size: otherwise once somebody saved."""
    files = [path for place in places for path in (place, *place.rglob("*"))]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found
