"""What was made of a site's files, kept by name in a folder of the site that may be deleted at any time.

Nothing here decides whether something is right. What is damaged counts as not kept; where nothing can be written, the
next program takes longer. What is read back can be nothing but plain values and values of our own classes, whoever has
written it.
"""

import contextlib
import gc
import io
import pickle
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from bantin.writing import write_whole

T = TypeVar("T")

FOLDER = ".bantin"
_PLAIN = {("datetime", "date"), ("decimal", "Decimal"), ("builtins", "frozenset"), ("builtins", "set")}
_DIGEST = 16
_PROTOCOL = 5


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

    def on(self, name: str, basis: object) -> Any:
        """The value that was kept under a name on the same basis; None where none was."""
        kept = self.read(name)
        return kept[1] if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == basis else None

    def keep(self, name: str, basis: object, value: T) -> T:
        """The value, which is kept under a name with what it rests on."""
        self.write(name, (basis, value))
        return value

    def made(self, name: str, basis: object, make: Callable[[], T]) -> T:
        """The value that was kept under a name on the same basis; else it is made, and kept."""
        kept: T | None = self.on(name, basis)
        return self.keep(name, basis, make()) if kept is None else kept

    def has(self, name: str) -> bool:
        """Whether a value is kept under a name, unharmed."""
        try:
            kept = self._path(name).read_bytes()
        except OSError:
            return False
        return _checksum(name, kept[_DIGEST:]) == kept[:_DIGEST]

    def write(self, name: str, value: object) -> None:
        """Keep a value under a name, where that is possible."""
        with contextlib.suppress(OSError, ValueError):  # ValueError: half characters in a name
            content = packed(value)
            ignored = self.folder / ".gitignore"
            if not ignored.is_file():
                write_whole(ignored, "*\n")
            write_whole(self._path(name), _checksum(name, content) + content, may_be_lost=True)

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


def packed(value: object, name_of: Callable[[object], str | None] | None = None, *, plain: bool = False) -> bytes:
    """A value as bytes; in the place of an object that `name_of` names its name stands.

    Of a `plain` value, of one without sets and without itself in it, these are the same however it came to be.
    """
    file = io.BytesIO()
    packer = _Packer(file, name_of) if name_of else pickle.Pickler(file, protocol=_PROTOCOL)
    packer.fast = plain  # every part is written out, also what is there twice
    packer.dump(value)
    return file.getvalue()


def unpacked(content: bytes, named: Callable[[str], object] | None = None) -> Any:
    """The value of such bytes; UnpicklingError where they ask for anything but values."""
    was_collecting = gc.isenabled()
    gc.disable()  # it would walk through all of a large value again and again, and finds nothing in one
    try:
        return _Unpacker(io.BytesIO(content), named).load()
    finally:
        if was_collecting:
            gc.enable()


def of_name(name: str) -> object:
    """Stands in bytes for whatever finds an object by its name where they are read."""
    raise LookupError(name)


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, name_of: Callable[[object], str | None]) -> None:
        super().__init__(file, protocol=_PROTOCOL)
        self.name_of = name_of

    def reducer_override(self, thing: object) -> Any:
        name = self.name_of(thing)
        return NotImplemented if name is None else (of_name, (name,))


class _Unpacker(pickle.Unpickler):  # noqa: S301 -- it makes values and nothing else
    def __init__(self, file: io.BytesIO, named: Callable[[str], object] | None) -> None:
        super().__init__(file)
        self.named = named

    def find_class(self, module: str, name: str) -> Any:
        if self.named and (module, name) == (of_name.__module__, of_name.__name__):
            return self.named
        found = super().find_class(module, name) if module.startswith("bantin.") or (module, name) in _PLAIN else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
