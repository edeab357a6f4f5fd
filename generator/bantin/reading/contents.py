"""What the files of a site hold, and digests of it."""

import os
from collections.abc import Iterable
from hashlib import blake2b, sha256

from bantin.folders import Folders
from bantin.reading.file_names import INDICATORS
from bantin.reading.listing import Listing, content

_WRITTEN = (".yml", ".md", ".txt")


class Contents:
    """A site's files, each read once until it is forgotten, and digests, which are always of what was read last.

    Two digests are the same where names and bytes are.
    """

    def __init__(self, folders: Folders, listing: Listing) -> None:
        self.folders, self.listing = folders, listing
        self._read: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._stamps: dict[str, str] = {}

    def content(self, path: str) -> bytes:
        """What a file holds; OSError when it cannot be read."""
        if path not in self._read:
            self._read[path] = content(self.folders, path)
            self._digests[path] = sha256(self._read[path]).hexdigest()
        return self._read[path]

    def forget(self) -> None:
        """Read every file again that is asked for from now on; its digest stays until then."""
        self._read.clear()

    def digest_of(self, path: str) -> str:
        """The sha256 of what a file holds."""
        if path not in self._digests:
            try:
                self._digests[path] = sha256(content(self.folders, path)).hexdigest()
            except OSError:
                self._digests[path] = os.urandom(32).hex()  # what cannot be read is never what it was
        return self._digests[path]

    def lists(self) -> str:
        """A digest of the lists in data/danh-muc/."""
        return self._digest(self.listing.lists)

    def other_lists(self) -> str:
        """A digest of those that name no indicators."""
        return self._digest(tuple(path for path in self.listing.lists if not path.endswith(f"/{INDICATORS}")))

    def reports(self, province: str) -> str:
        """A digest of a province's reports; also of a province that has none."""
        return self._digest(self.listing.reports.get(province, ()))

    def province(self, province: str) -> str:
        """A digest of all files of a province; of pictures and documents, of how large they are and when
        they were written, or anything about them was changed, which nobody can set."""
        texts = self._digest(self.listing.texts.get(province, ()))
        attached = "\0".join(map(self._stamp, self.listing.attached.get(province, ())))
        stamps = blake2b(attached.encode(errors="surrogatepass"), digest_size=16).hexdigest()
        records = self._digest(self.listing.records.get(province, ()))
        return f"{self.reports(province)} {records} {texts} {stamps}"

    def of_files(self, paths: Iterable[str]) -> str:
        """A digest of some files; of pictures and documents as above."""
        said = (f"{path}\0{self.digest_of(path)}" if path.endswith(_WRITTEN) else self._stamp(path) for path in paths)
        return blake2b("\0".join(said).encode(errors="surrogatepass"), digest_size=16).hexdigest()

    def everything(self) -> str:
        """A digest of all files of the site; of those that are neither lists, reports nor texts, as of documents."""
        folders = (f"{name} {self.province(name)}" for name in self.listing.folders)
        return "\n".join([self.lists(), *map(self._stamp, self.listing.others), *folders])

    def _stamp(self, path: str) -> str:
        """Of a file as it was before anybody read it."""
        if path not in self._stamps:
            try:
                status = os.stat(self.folders.path(path))  # noqa: PTH116
            except OSError:
                self._stamps[path] = f"{path} {os.urandom(16).hex()}"
            else:
                self._stamps[path] = f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
        return self._stamps[path]

    def _digest(self, paths: tuple[str, ...]) -> str:
        said = "\0".join(f"{path}\0{self.digest_of(path)}" for path in paths)
        return blake2b(said.encode(errors="surrogatepass"), digest_size=16).hexdigest()
