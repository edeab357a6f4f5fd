"""What a site was made from: the commit that is checked out, and one digest of everything that people wrote."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bantin.folders import Folders, settings_files
from bantin.publishing.build_info import digest_at, input_digest
from bantin.publishing.marker import is_file, is_folder

_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_REF = re.compile(r"refs/[\w./+@-]+")
_OF_CI = ("GITHUB_SHA", "CI_COMMIT_SHA")


def commit_of(root: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The commit that is checked out in a site's folder, or the one that CI builds; «» where nobody knows."""
    said = (environment.get(name, "").strip().lower() for name in _OF_CI)
    return checked_out(root) or next((name for name in said if _COMMIT.fullmatch(name)), "")


def checked_out(root: Path) -> str:
    """The commit that is checked out in a folder with a .git; «» where there is none, or one we cannot read."""
    try:
        git = _git_folder(root)
        head = _line(git / "HEAD")
        name = head.removeprefix("ref: ")
        return _commit(head if name == head else _found(git, name))
    except (OSError, UnicodeDecodeError):
        return ""


def input_of(
    folders: Folders, *, ignored: Callable[[str], bool] = lambda _: False, known: Mapping[str, str] | None = None
) -> str:
    """One digest of data/, content/, theme_overrides/ and the settings, without files whose names are `ignored`.

    `known` are SHA-256 digests that somebody has just computed, by the names of files: data/…, content/….
    """
    known = known or {}
    named = [("data", folders.data), ("content", folders.content), ("theme_overrides", folders.overrides)]
    files = [(f"{name}/{below}", path) for name, folder in named for below, path in _files_in(folder, ignored)]
    files += [(f"settings/{number}", str(path)) for number, path in enumerate(settings_files(folders.settings))]
    return input_digest((name, known.get(name) or digest_at(path).sha256) for name, path in files)


def _git_folder(root: Path) -> Path:
    git = root / ".git"
    if is_file(git):  # a worktree, or a submodule
        git = root / _line(git).removeprefix("gitdir: ")
    return git


def _found(git: Path, name: str) -> str:
    """The commit that a branch leads to."""
    if not _REF.fullmatch(name) or ".." in name:
        return ""
    homes = [git, git / _line(git / "commondir")] if is_file(git / "commondir") else [git]
    for home in homes:
        if is_file(home / name):
            return _line(home / name)
    for home in homes:
        if is_file(home / "packed-refs"):
            packed = (home / "packed-refs").read_text(encoding="utf-8", errors="surrogateescape")
            for line in packed.splitlines():
                if line.endswith(f" {name}"):
                    return line.removesuffix(f" {name}")
    return ""


def _line(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline(4096).strip()


def _commit(text: str) -> str:
    return text if _COMMIT.fullmatch(text) else ""


def _files_in(folder: str | Path, ignored: Callable[[str], bool], below: str = "") -> Iterator[tuple[str, str]]:
    """The files in a folder and below it, by their paths in it."""
    if not below and not is_folder(Path(os.path.realpath(folder))):
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if ignored(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(entry.path, ignored, f"{below}{entry.name}/")
            elif entry.is_file():
                yield below + entry.name, entry.path
