"""Which files tell of procedures, by their paths.

| path | holds |
|---|---|
| data/thu-tuc/<mã>.yml | a procedure's national record |
| data/<tỉnh>/thu-tuc/<mã>.yml | what a province says of it, or a procedure of its own |
| data/<tỉnh>/danh-muc/<số quyết định>.yml | a list that it announced |
| data/thu-tuc/su-kien.yml, tu-thuong-goi.yml | what happens in life; what people call procedures |
"""

from enum import Enum, auto
from pathlib import PurePosixPath

from bantin.folders import CATALOGUE, EVENTS, NICKNAMES, PROCEDURES


class FileOf(Enum):
    """What a file is of."""

    PROCEDURE = auto()
    ANNOUNCEMENT = auto()
    EVENTS = auto()
    NICKNAMES = auto()
    REPORT = auto()


def file_of(path: PurePosixPath) -> FileOf:
    """What a .yml file below data/ is of, outside data/danh-muc/."""
    folders, name = path.parts[1:-1], path.name
    if folders == (PROCEDURES,):
        return {EVENTS: FileOf.EVENTS, NICKNAMES: FileOf.NICKNAMES}.get(name, FileOf.PROCEDURE)
    if len(folders) == 2 and folders[1] == PROCEDURES:
        return FileOf.PROCEDURE
    return FileOf.ANNOUNCEMENT if len(folders) == 2 and folders[1] == CATALOGUE else FileOf.REPORT
