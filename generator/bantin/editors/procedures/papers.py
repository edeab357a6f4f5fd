"""Papers, people, offices, results and legal bases in a cell."""

import re

from bantin.editors.procedures.cells import Placed, Plain, continued, is_cut, kept, parts_of

_COUNTED = re.compile(r"(?P<name>.*?)\s*\((?:bản chính\s*)?(?P<originals>\d+),\s*(?:bản sao\s*)?(?P<copies>\d+)\)")
_BULLET = re.compile(r"^(?:\((?:[ivx]+|\d{1,2})\)|[a-zđ]\)|[-+])\s*")
_NAMES = re.compile(r",\s+(?=[A-ZÀ-ỸĐ])")
_LAW = re.compile(
    r"[0-9.]+[a-z]?/(?:[0-9]{4}/)?[A-ZĐ][A-ZĐ0-9-]*[A-ZĐ0-9](?:-[A-ZĐ][A-Za-zĐ]*)*|(?:Bộ luật|Luật|Nghị quyết) .+"
)
_UNNUMBERED = re.compile(r"(?:19|20)[0-9]{2}/.*")
"""«2013/TT-BTP»: a year where the number was lost."""
_LOST_END = re.compile(r".*(?:NĐ-C|/(?:QĐ|NĐ|NQ|TT))")


def papers_in(cell: str) -> Placed[list[Plain]]:
    """The papers of a cell that are named whole, each once."""
    parts = parts_of(cell)
    found: list[Plain] = []
    for part in parts:
        paper = _paper(part)
        if not is_cut(part) and paper not in found:
            found.append(paper)
    cut = [part for part in parts if is_cut(part)]
    return Placed(found, tuple(f"tên giấy tờ bị cắt ở nguồn nên chưa ghi: «{part}»." for part in cut))


def _paper(text: str) -> Plain:
    counted = _COUNTED.fullmatch(text)
    if not counted:
        return _BULLET.sub("", text)
    name = _BULLET.sub("", counted["name"])
    numbers = {"Bản chính": counted["originals"], "Bản sao": counted["copies"]}
    said = {key: number for key, number in numbers.items() if int(number)}
    return {"Tên": name, **said} if said else name


def applicants_in(cell: str) -> Placed[list[Plain]]:
    """Who may apply."""
    return kept(continued(parts_of(cell)))


def offices_in(cell: str) -> Placed[list[Plain]]:
    """Who decides; a name with a capital after a comma is another office."""
    return kept(name.strip().rstrip(".") for part in parts_of(cell) for name in _NAMES.split(part))


def results_in(cell: str) -> Placed[list[Plain]]:
    """What people get. Commas stand inside names as well, so they divide nothing."""
    return kept(part.rstrip(".") for part in parts_of(cell))


def bases_in(cell: str) -> Placed[list[Plain]]:
    """The numbers of laws, each once; those that lost a part of theirs are told."""
    parts = [part.removesuffix("(đoạn đọc bị cắt)").strip() for part in parts_of(cell)]
    good = [
        part for part in parts if _LAW.fullmatch(part) and not (_UNNUMBERED.match(part) or _LOST_END.fullmatch(part))
    ]
    left = tuple(f"số hiệu «{part}» có vẻ thiếu một phần nên chưa ghi." for part in parts if part not in good)
    return Placed([*dict.fromkeys(good)], left)


def _is_number(text: str) -> bool:
    return bool(_LAW.fullmatch(text) and not _UNNUMBERED.match(text) and not _LOST_END.fullmatch(text))
