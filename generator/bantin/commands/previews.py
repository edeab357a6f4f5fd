"""Bulletins as single files, to be looked at and printed before the site is built."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.pages import doubts_by_file, plans_of
from bantin.publishing import Renderer, alone
from bantin.reading import archive_of, folder_at

_NOTE = "Bản xem thử, chưa đăng. Xin đối chiếu các con số với văn bản."


def previews(folders: Folders, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The bulletin of each data file as HTML; province by province, each read once."""
    reading, renderer = Reading(folders, clock()), Renderer(folders)
    for folder in sorted({folder_at(path) for path in paths}):
        shelf = reading.shelf(folder)
        archive, doubts = archive_of(reading.lists, [shelf.leaves.all()]), doubts_by_file(shelf.together().problems)
        plans = {plan.path: plan for plan in plans_of(archive.outline, archive.catalogue)}
        for path in sorted(paths):
            if folder_at(path) == folder and (plan := plans.get(_address(path))):
                yield path, alone(renderer.rendered(plan.make(archive, doubts)), _NOTE)


def _address(path: str) -> str:
    file = PurePosixPath(path)
    return "/".join((*file.parts[1:-1], file.stem))
