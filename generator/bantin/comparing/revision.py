"""The files of a site as they were at a revision of its repository, laid into a folder; git itself is asked."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bantin.folders import Folders, folders_of

_WRITTEN = (".yml", ".yaml", ".md", ".txt")


class NoRevisionError(Exception):
    """There is no such revision, or no repository; says which, and what to do."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file at a revision."""

    path: str
    """From the folder of the site."""
    id: str


def laid_out(folders: Folders, revision: str, *, into: Path) -> Folders:
    """The folders of the site as they were at a revision, with all that people wrote in words and figures."""
    commit = _asked(folders.root, "rev-parse", "--verify", "--quiet", f"{_plain(revision)}^{{commit}}").decode().strip()
    blobs = [blob for blob in _blobs(folders.root, commit) if _is_written(blob.path, folders)]
    for blob, content in zip(blobs, _contents(folders.root, blobs), strict=True):
        target = into / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    named = into / folders.settings.name if folders.settings else None
    return folders_of(into, named if named and named.is_file() else None)


def _plain(revision: str) -> str:
    """The name of a revision, which cannot be an option of git."""
    if not revision or revision.startswith("-"):
        raise NoRevisionError(_UNKNOWN.format(revision))
    return revision


def _is_written(path: str, folders: Folders) -> bool:
    """Whether a file holds settings, data or texts."""
    parts = PurePosixPath(path).parts
    names = {Path(os.path.relpath(folder, folders.root)).parts[0] for folder in (folders.data, folders.content)}
    is_settings = len(parts) == 1 and path.endswith((".yml", ".yaml"))
    return is_settings or (path.endswith(_WRITTEN) and parts[0] in {*names, "data", "content", "docs"})


def _blobs(root: Path, commit: str) -> Iterator[_Blob]:
    """The ordinary files below the folder of the site."""
    for entry in _asked(root, "ls-tree", "-r", "-z", commit).decode(errors="surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        mode, _, id = [*about.split(" "), "", ""][:3]
        if mode.startswith("100"):
            yield _Blob(path, id)


def _contents(root: Path, blobs: Iterable[_Blob]) -> Iterator[bytes]:
    """What the files hold, in their order."""
    ids = "".join(f"{blob.id}\n" for blob in blobs)
    said, start = _asked(root, "cat-file", "--batch", given=ids.encode()), 0
    while start < len(said):
        end = said.index(b"\n", start)
        size = int(said[start:end].split(b" ")[2])
        yield said[end + 1 : end + 1 + size]
        start = end + 2 + size


_UNKNOWN = (
    "Kho của trang không có bản nào tên là «{}». Ghi HEAD (bản đã ghi gần nhất), tên một nhánh, một thẻ hay mã của một "
    "lần ghi."
)
_NO_GIT = "Máy này chưa có chương trình git, nên không biết tệp trước đây ra sao. Mời cài git rồi chạy lại."
_NO_REPOSITORY = "Thư mục «{}» không nằm trong kho git nào, nên không có bản trước để so."
_REFUSED = "git không trả lời được: {}"


def _asked(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers."""
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603 -- git, with a commit that it named itself
            ["git", "-C", str(root), *arguments],  # noqa: S607 -- whichever git this machine has
            input=given, capture_output=True, check=False, env=environment,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise NoRevisionError(_NO_GIT) from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    if "not a git repository" in said:
        raise NoRevisionError(_NO_REPOSITORY.format(root))
    if arguments[0] == "rev-parse" and "fatal:" not in said:  # quiet about a name that is none
        raise NoRevisionError(_UNKNOWN.format(arguments[-1].removesuffix("^{commit}")))
    raise NoRevisionError(_REFUSED.format(said.splitlines()[-1] if said else done.returncode))
