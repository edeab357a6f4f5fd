"""All files of procedures in one folder: of a province, or of the national records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from bantin.folders import PROCEDURES
from bantin.model import Catalogue
from bantin.model.procedures import Announcement, Directory, LifeEvent, Procedure, directory_of
from bantin.places import gazetteer
from bantin.problems import Found, Location, Problem
from bantin.reading.listing import Read, file_content
from bantin.reading.places import unknown_place
from bantin.reading.procedures.announcements import announcement_of
from bantin.reading.procedures.codes import code_in_name
from bantin.reading.procedures.everyday import events_of, nicknames_of
from bantin.reading.procedures.folders import misplaced, once
from bantin.reading.procedures.paths import FileOf, file_of
from bantin.reading.procedures.procedure import procedure_of
from bantin.reading.trees import Node, tree_of
from bantin.vietnamese import slug

T = TypeVar("T")


@dataclass(frozen=True)
class Entered:
    """What the files of one folder tell of procedures."""

    procedures: tuple[Procedure, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def directory(self) -> Directory:
        """All of it in short, as pages ask about it."""
        return directory_of(self.procedures, self.announcements, self.events, self.nicknames)


def entered_in(read: Read, paths: Iterable[PurePosixPath], catalogue: Catalogue) -> Entered:
    """What these files hold, each by what its path says that it is of."""
    by_kind: dict[FileOf, list[PurePosixPath]] = {}
    for path in paths:
        by_kind.setdefault(file_of(path), []).append(path)

    def found(kind: FileOf, of: Callable[[Node, PurePosixPath], Found[T] | Problem]) -> Iterator[Found[T | None]]:
        return (_read(read, path, of) for path in by_kind.get(kind, ()))

    procedures = list(found(FileOf.PROCEDURE, lambda node, path: _procedure(node, path, catalogue)))
    lists = list(found(FileOf.ANNOUNCEMENT, lambda node, path: _announcement(node, path, catalogue)))
    events = list(found(FileOf.EVENTS, lambda node, _: events_of(node)))
    nicknames = list(found(FileOf.NICKNAMES, lambda node, _: nicknames_of(node)))
    all_found: list[Found[object]] = [*procedures, *lists, *events, *nicknames]  # type: ignore[list-item]
    told, twice = once(one.value for one in procedures if one.value)
    return Entered(
        told,
        tuple(one.value for one in lists if one.value),
        next((one.value for one in events if one.value), ()),
        next((one.value for one in nicknames if one.value), {}),
        (*(problem for one in all_found for problem in one.problems), *twice),
    )


def together(parts: Iterable[Entered]) -> Entered:
    """What the files of several parts of a folder tell of procedures."""
    known = tuple(parts)
    return Entered(
        tuple(procedure for part in known for procedure in part.procedures),
        tuple(listing for part in known for listing in part.announcements),
        tuple(event for part in known for event in part.events),
        {name: codes for part in known for name, codes in part.nicknames.items()},
        tuple(problem for part in known for problem in part.problems),
    )


def _read(read: Read, path: PurePosixPath, of: Callable[[Node, PurePosixPath], Found[T] | Problem]) -> Found[T | None]:
    content = file_content(read, path)
    if isinstance(content, Problem):
        return Found(None, (content,))
    node, problems = tree_of(content, str(path))
    if node is None:
        return Found(None, problems)
    found = of(node, path)
    return (
        Found(None, (*problems, found))
        if isinstance(found, Problem)
        else Found(found.value, (*problems, *found.problems))
    )


def _procedure(node: Node, path: PurePosixPath, catalogue: Catalogue) -> Found[Procedure] | Problem:
    code = code_in_name(path)
    if isinstance(code, Problem):
        return code
    return _elsewhere(path) or misplaced(path) or procedure_of(node, path, code, catalogue)


def _announcement(node: Node, path: PurePosixPath, catalogue: Catalogue) -> Found[Announcement] | Problem:
    if wrong := _elsewhere(path) or misplaced(path):
        return wrong
    if slug(path.stem) != path.stem:
        message = f"Tên tệp «{path.name}» không dùng được làm địa chỉ của trang."
        help = f"Đặt tên tệp theo số quyết định, không dấu: {slug(path.stem) or '2831-qd-ubnd'}.yml."
        return Problem(Location(str(path)), "page-name", message, help)
    return announcement_of(node, path, catalogue)


def _elsewhere(path: PurePosixPath) -> Problem | None:
    """The problem of a file in the folder of what is no province."""
    folder = path.parts[1]
    if folder == PROCEDURES or gazetteer.units(folder):
        return None
    return unknown_place(Location(str(path)), folder)
