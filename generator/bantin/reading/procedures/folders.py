"""Files of procedures and of lists that lie where none is looked for, each with the folder in which it belongs."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from bantin.folders import CATALOGUE, EVENTS, NICKNAMES, PROCEDURES
from bantin.model.procedures import CodeForm, Procedure, code_of
from bantin.places import gazetteer
from bantin.problems import Found, Location, Problem, excerpt
from bantin.vietnamese import slug

_DECISION = re.compile(r"[0-9]+-(?:[0-9]{4}-)?(?:qd|nq)(?:-[a-z0-9]+)+")


def misplaced(path: PurePosixPath) -> Problem | None:
    """The problem of a .yml file whose name says that it belongs elsewhere in data/; None of one in its place."""
    named = _folder_meant(path)
    if not named or str(path.parent) == named[1]:
        return None
    what, folder = named
    message = f"{what} không nằm ở thư mục này, nên không được đọc."
    common = f"data/{PROCEDURES}"
    may_be_common = folder.endswith(f"/{PROCEDURES}") and folder != common
    help = f"Chuyển tệp vào thư mục {folder}/{f', hoặc {common}/ nếu là thủ tục chung' if may_be_common else ''}."
    return Problem(Location(str(path)), "procedure-misplaced", message, help)


def once(procedures: Iterable[Procedure]) -> Found[tuple[Procedure, ...]]:
    """One procedure a code: «t-tha-288411-tt.yml» and «T-THA-288411-TT.yml» are two files of one."""
    known: dict[str, Procedure] = {}
    problems = []
    for procedure in sorted(procedures, key=lambda procedure: (len(procedure.at.source), procedure.at.source)):
        earlier = known.setdefault(procedure.address, procedure)
        if earlier is not procedure:
            message = f"Tệp này và {earlier.at.source} là của cùng một thủ tục."
            help = "Gộp các bản vào một tệp rồi xóa tệp kia."
            problems += [Problem(Location(procedure.at.source), "procedure-twice", message, help)]
    return Found(tuple(known.values()), tuple(problems))


def _folder_meant(path: PurePosixPath) -> tuple[str, str] | None:
    """What a file is by its name, and the folder in which such files lie; None where the name does not say."""
    province = path.parts[1] if len(path.parts) > 2 and gazetteer.units(path.parts[1]) else ""
    code = code_of(path.stem)
    if code and code.form is not CodeForm.IRREGULAR:
        return f"Tệp của thủ tục {excerpt(code.text)}", "/".join(filter(None, ("data", province, PROCEDURES)))
    if _DECISION.fullmatch(slug(path.stem)):
        return f"Danh mục {excerpt(path.name)}", f"data/{province or '<tỉnh>'}/{CATALOGUE}"
    return (f"Tệp {excerpt(path.name)}", f"data/{PROCEDURES}") if path.name in (EVENTS, NICKNAMES) else None
