"""The list of the addresses that were once published."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bantin.folders import PUBLISHED, Folders
from bantin.problems import Problem
from bantin.reading.letters.characters import decoded
from bantin.reading.listing import file_content

MAX_LIST = 20_000_000
"""How many bytes the list may have: a line for each page of a national site, many times over."""


@dataclass(frozen=True)
class PublishedList:
    """The list of what was published, as it was read."""

    addresses: tuple[tuple[int, str], ...] = ()
    """Each with its line, from 1."""
    problems: tuple[Problem, ...] = ()


def published_list(folders: Folders) -> PublishedList:
    """The list of what was published, read as any other file is; empty without a list."""
    path = Path(folders.path(PUBLISHED))
    if path.is_symlink() or not path.is_file():
        return PublishedList()
    content = file_content(lambda name: Path(folders.path(name)).read_bytes(), PurePosixPath(PUBLISHED))
    if isinstance(content, Problem):
        return PublishedList((), (content,))
    text, problems = decoded(content, PUBLISHED, longest=MAX_LIST)
    lines = enumerate((text or "").split("\n"), start=1)
    return PublishedList(tuple((line, found) for line, text in lines if (found := text.strip())), problems)
