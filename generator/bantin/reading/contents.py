"""What the files of a site hold, each read once, and digests of it."""

import os
from hashlib import blake2b

from bantin.folders import Folders
from bantin.reading.listing import Listing, content


class Contents:
    """A site's files, each read once until it is forgotten, and digests of what was read.

    Two digests are the same where names and bytes are.
    """

    def __init__(self, folders: Folders, listing: Listing) -> None:
        self.folders, self.listing = folders, listing
        self._read: dict[str, bytes] = {}
        self._digests: dict[tuple[str, ...], str] = {}

    def content(self, path: str) -> bytes:
        """What a file holds; OSError when it cannot be read."""
        if path not in self._read:
            self._read[path] = content(self.folders, path)
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
        """A digest of all files of a province; of pictures and documents, of when they were written and how large."""
        texts = self._digest(self.listing.texts.get(province, ()))
        attached = "\0".join(map(self._stamp, self.listing.attached.get(province, ())))
        stamps = blake2b(attached.encode(errors="surrogatepass"), digest_size=16).hexdigest()
        return f"{self.reports(province)} {texts} {stamps}"

    def _stamp(self, path: str) -> str:
        try:
            status = os.stat(self.folders.path(path))  # noqa: PTH116
        except OSError:
            return f"{path} {os.urandom(16).hex()}"
        return f"{path} {status.st_size} {status.st_mtime_ns}"

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
