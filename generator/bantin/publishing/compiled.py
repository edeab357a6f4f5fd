"""Templates that came with programs, compiled once: kept where Python keeps what it compiles of this package."""

import contextlib
import os
import sys
from hashlib import blake2b
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from bantin.checks import program
from bantin.writing import write_whole

FOLDER = Path(__file__).parent / "__pycache__"
_DIGEST = 16


class Compiled(BytecodeCache):
    """What Jinja made of templates that lie in some folders; those of a site are compiled each time.

    Whoever can write here can change this program. A site's folder is no place for what is executed.
    """

    def __init__(self, kind: str, *folders: Path) -> None:
        """`kind` tells environments of other options from one another."""
        self.folders = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in folders)
        self.kind, self.version = kind, _digest(f"{program()} {jinja2.__version__}".encode()).hex()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file with what was made of a template; «» of one that is never kept."""
        if not filename or not os.path.realpath(filename).startswith(self.folders):
            return ""
        return f"{self.version}-{_digest(f'{self.kind} {name} {filename}'.encode()).hex()}.mau"

    def load_bytecode(self, bucket: Bucket) -> None:
        """The bucket holds what is kept, where that is unharmed."""
        with contextlib.suppress(OSError):
            kept = (FOLDER / bucket.key).read_bytes() if bucket.key else b""
            if kept[:_DIGEST] == _digest(bucket.key.encode() + kept[_DIGEST:]):
                bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What the bucket holds is kept, where that is possible; what another version left goes."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        content = bucket.bytecode_to_string()
        with contextlib.suppress(OSError):
            if not any(FOLDER.glob(f"{self.version}-*")):
                for path in FOLDER.glob("*.mau"):
                    path.unlink(missing_ok=True)
            write_whole(FOLDER / bucket.key, _digest(bucket.key.encode() + content) + content, may_be_lost=True)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
