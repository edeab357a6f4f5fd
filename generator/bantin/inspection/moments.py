"""The day of a build, and when files were written."""

import contextlib
import os
from datetime import UTC, date, datetime
from pathlib import Path

from bantin.folders import Folders


def clock() -> date:
    """Today, in UTC; the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def stamps(folders: Folders) -> dict[Path, tuple[int, int]]:
    """When each file of data/ and content/ was written, and its size: two of these differ when somebody saved."""
    files = [path for folder in (folders.data, folders.content) for path in folder.rglob("*")]
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # gone since it was listed
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found
