"""What was made of a site's files, kept by name in a folder of the site that may be deleted at any time.

Nothing here decides whether something is right. What is damaged counts as not kept; where nothing can be written, the
next program takes longer. What is read back can be nothing but plain values and values of our own classes, whoever has
written it.
"""

import contextlib
import io
import pickle
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bantin.writing import write_whole

FOLDER = ".bantin"
_PLAIN = {("datetime", "date"), ("decimal", "Decimal"), ("builtins", "frozenset"), ("builtins", "set")}
_DIGEST = 16


class Keeper:
    """Values by their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> Any:
        """The value that was kept under a name; None when there is none that can be trusted."""
        try:
            kept = self._path(name).read_bytes()
            if _checksum(name, kept[_DIGEST:]) == kept[:_DIGEST]:
                return unpacked(kept[_DIGEST:])
        except Exception:  # noqa: BLE001 -- whatever is odd about a kept value, it is none
            return None
        return None

    def write(self, name: str, value: object) -> None:
        """Keep a value under a name, where that is possible."""
        with contextlib.suppress(OSError, ValueError):  # ValueError: half characters in a name
            content = packed(value)
            ignored = self.folder / ".gitignore"
            if not ignored.is_file():
                write_whole(ignored, "*\n")
            write_whole(self._path(name), _checksum(name, content) + content)

    def _path(self, name: str) -> Path:
        return self.folder / f"{digest(_bytes(name)).hex()}.kept"


def _checksum(name: str, content: bytes) -> bytes:
    """That of a value under its name, so that no value can be read under another."""
    return digest(digest(_bytes(name)) + content)


def _bytes(name: str) -> bytes:
    return name.encode(errors="surrogatepass")


def digest(content: bytes) -> bytes:
    """16 bytes that no other content has."""
    return blake2b(content, digest_size=_DIGEST).digest()


def packed(value: object, name_of: Callable[[object], object] | None = None) -> bytes:
    """A value as bytes; what `name_of` names is replaced by its name."""
    file = io.BytesIO()
    _Packer(file, name_of).dump(value)
    return file.getvalue()


def unpacked(content: bytes, named: Callable[[Any], object] | None = None) -> Any:
    """The value of such bytes; UnpicklingError where they ask for anything but values."""
    return _Unpacker(io.BytesIO(content), named).load()


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, name_of: Callable[[object], object] | None) -> None:
        super().__init__(file, protocol=5)
        if name_of:
            self.persistent_id = name_of  # type: ignore[method-assign]


class _Unpacker(pickle.Unpickler):  # noqa: S301 -- it makes values and nothing else
    def __init__(self, file: io.BytesIO, named: Callable[[Any], object] | None) -> None:
        super().__init__(file)
        if named:
            self.persistent_load = named  # type: ignore[method-assign]

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("bantin.") or (module, name) in _PLAIN else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
