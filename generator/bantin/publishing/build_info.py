"""What a site says of itself in build-info.json: from which commit and which input it was made, and what it holds.

The same input gives the same bytes, whoever builds and wherever: no clock, no machine, no version of Python. Read back,
the file is text from strangers: whoever serves it may have lost, damaged or made up a part of it.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from bantin.publishing.marker import MARKER, WORKSHOP, stays_inside
from bantin.writing import PublishError, write_whole

BUILD_INFO = "build-info.json"
LIMIT = 64_000_000
"""Bytes that the file of a site of 400,000 files may have."""
_DISTRIBUTIONS = ("bantin", "jinja2", "markdown", "mkdocs", "mkdocs-material")
_COUNTS = ("pages", "reports", "figures", "doubts")
_SHA256 = re.compile("[0-9a-f]{64}")
_COMMIT = re.compile("(?:[0-9a-f]{40}|[0-9a-f]{64})?")


@dataclass(frozen=True)
class Digest:
    """What the bytes of a file are known by."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Counts:
    """What a site tells of."""

    pages: int
    reports: int
    figures: int
    doubts: int


@dataclass(frozen=True)
class BuildInfo:
    """A site as its build knew it."""

    commit: str
    """The commit that was checked out; «» where nobody knows."""
    versions: Mapping[str, str]
    input: str
    """The digest of everything that people wrote: data/, content/, theme_overrides/ and the settings."""
    counts: Counts
    files: Mapping[str, Digest]
    """Every file of the site by its path, but this one and the list of all files."""


def versions() -> dict[str, str]:
    """What made the site, by the names of the packages."""
    return {name: version(name) for name in _DISTRIBUTIONS}


def digest_of(content: bytes) -> Digest:
    """What these bytes are known by."""
    return Digest(sha256(content).hexdigest(), len(content))


def digest_at(path: str | Path) -> Digest:
    """What the bytes of a file are known by."""
    with open(path, "rb") as file:  # noqa: PTH123 - of 20,000 files the paths alone would take longer
        return Digest(file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size)


def digests(site: Path, known: Mapping[str, Digest] | None = None) -> dict[str, Digest]:
    """All files of a site that build-info.json names, by their paths; links are left to whoever publishes.

    What is `known` was just written or looked at: its size alone is looked up, and where that differs the file is read.
    """
    found = dict(_digests(site, "", known or {}))
    return dict(sorted(found.items()))


def write_build_info(site: Path, info: BuildInfo) -> None:
    """The finished site says what it is."""
    write_whole(site / BUILD_INFO, text_of(info))


def text_of(info: BuildInfo) -> str:
    """The file: one line for each file of the site, so that people can compare two builds."""
    said = {
        "commit": info.commit,
        "versions": dict(sorted(info.versions.items())),
        "input": info.input,
        "counts": asdict(info.counts),
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in said.items()]
    files = ",\n".join(
        f'{json.dumps(path)}: {{"sha256": "{digest.sha256}", "size": {digest.size}}}'
        for path, digest in sorted(info.files.items())
    )
    return "{\n" + ",\n".join([*lines, f'"files": {{\n{files}\n}}']) + "\n}\n"


def build_info_in(site: Path) -> BuildInfo | None:
    """What a folder says of itself; None where it says nothing, PublishError where that cannot be believed."""
    path = site / BUILD_INFO
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return parsed(file.read(LIMIT + 1))


def parsed(content: bytes) -> BuildInfo:
    """What a build-info.json says; PublishError where it is damaged, or says what no build would."""
    if len(content) > LIMIT:
        raise _damaged(f"lớn hơn {LIMIT // 1_000_000} MB")
    try:
        said = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _damaged("không đọc được") from error
    if not isinstance(said, dict) or said.keys() != {"commit", "versions", "input", "counts", "files"}:
        raise _damaged("thiếu mục, hoặc thừa mục lạ")
    return BuildInfo(
        _text(said["commit"], _COMMIT, "commit"),
        {name: _text(number, _VERSION, "versions") for name, number in _mapping(said["versions"], "versions").items()},
        _text(said["input"], _SHA256, "input"),
        _counts(_mapping(said["counts"], "counts")),
        dict(_files(_mapping(said["files"], "files"))),
    )


_VERSION = re.compile("[0-9A-Za-z.+!-]{1,60}")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _mapping(said: object, key: str) -> dict[str, object]:
    if not isinstance(said, dict):
        raise _damaged(f"mục «{key}» không đúng dạng")
    return said


def _text(said: object, form: re.Pattern[str], key: str) -> str:
    if not isinstance(said, str) or not form.fullmatch(said):
        raise _damaged(f"mục «{key}» không đúng dạng")
    return said


def _number(said: object, key: str) -> int:
    if type(said) is not int or said < 0:
        raise _damaged(f"mục «{key}» không đúng dạng")
    return said


def _counts(said: Mapping[str, object]) -> Counts:
    if said.keys() != set(_COUNTS):
        raise _damaged("mục «counts» không đúng dạng")
    return Counts(**{name: _number(said[name], "counts") for name in _COUNTS})


def _files(said: Mapping[str, object]) -> Iterator[tuple[str, Digest]]:
    for path, digest in said.items():
        if not stays_inside(path) or path == BUILD_INFO or not isinstance(digest, dict):
            raise _damaged("mục «files» không đúng dạng")
        if digest.keys() != {"sha256", "size"}:
            raise _damaged("mục «files» không đúng dạng")
        yield path, Digest(_text(digest["sha256"], _SHA256, "files"), _number(digest["size"], "files"))


def _damaged(why: str) -> PublishError:
    return PublishError(f"Tệp {BUILD_INFO} của trang {why}, nên không tin được.")


def _digests(folder: str | Path, below: str, known: Mapping[str, Digest]) -> Iterator[tuple[str, Digest]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = below + entry.name
            if name in {MARKER, WORKSHOP, BUILD_INFO}:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _digests(entry.path, f"{name}/", known)
            elif entry.is_file(follow_symlinks=False):
                digest = known.get(name)
                is_known = digest is not None and digest.size == entry.stat(follow_symlinks=False).st_size
                yield name, digest if digest and is_known else digest_at(entry.path)


def input_digest(files: Iterable[tuple[str, str]]) -> str:
    """One digest of many files, each given by its name and the SHA-256 of its bytes."""
    whole = sha256()
    for name, digest in sorted(files):
        whole.update(f"{digest} {name}\0".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
