"""The rows of a filled form, found again by the numbers of its columns, wherever these are now."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bantin.editors.forms import hidden, reply
from bantin.editors.forms.book import Paper, Seen
from bantin.editors.forms.layout import INDICATOR, NUMBER, TOPIC
from bantin.problems import Found, Location, Problem
from bantin.vietnamese import listed

_SIGN = re.compile(r"(\([0-9]+\))(?:\s*=.*)?", re.DOTALL)
_FIRST = frozenset((NUMBER, INDICATOR, TOPIC))
"""What the first column of a table means."""
_MOST_NAMED = 4
PLACE = "Đơn vị"
"""What the first column of a table about many places means."""


class Line(NamedTuple):
    """A row of a table."""

    cells: Mapping[str, Seen]
    """What stands in it, by what the columns mean; nothing of empty cells."""
    at: Location
    spots: Mapping[str, Location]
    """Where the cells of the row are, empty ones too."""


def told_of(papers: Iterable[Paper]) -> hidden.Told | None:
    """What a form says of itself; None where there is no such sheet."""
    return next((told for paper in papers if (told := _told(paper))), None)


def _told(paper: Paper) -> hidden.Told | None:
    return hidden.told_by((str(cells.get(1)), str(cells.get(2))) for cells in paper.plain(2))


def lines_of(papers: Iterable[Paper], told: hidden.Told) -> Found[tuple[Line, ...]]:
    """Every row of every table."""
    found: list[Line] = []
    places: dict[str, Location] = {}
    problems, strangers = list[Problem](), list[Paper]()
    for paper in papers:
        if paper.name == reply.NAME or _told(paper):
            continue
        lines, signs = _rows(paper, told.columns)
        found += lines
        problems += _twice(signs, places)
        places |= dict(signs)
        strangers += [] if signs or not paper.is_seen else [paper]
    problems += _missing(told.columns, places, strangers)
    return Found(tuple(found), tuple(problems))


def _rows(paper: Paper, columns: Mapping[str, str]) -> tuple[list[Line], list[tuple[str, Location]]]:
    """The rows below the numbers of columns, and these numbers."""
    current: dict[int, str] = {}
    signs: list[tuple[str, Location]] = []
    lines = []
    for number, cells in paper.rows():
        here = [(place, sign) for place, seen in cells.items() if (sign := _sign(seen.text)) in columns]
        if len(here) > 1:
            current = {place: columns[sign] for place, sign in here}
            signs += [(sign, cells[place].at) for place, sign in here]
        elif current:
            kept = {means: cells[place] for place, means in current.items() if place in cells and _says(cells[place])}
            spots = {means: Location(paper.source, number, place, paper.name) for place, means in current.items()}
            lines += [Line(kept, paper.at._replace(line=number), spots)] if kept else []
    return lines, signs


def _sign(text: str) -> str:
    found = _SIGN.fullmatch(text)
    return found[1] if found else ""


def _says(seen: Seen) -> bool:
    return bool(seen.text or seen.problem)


def _twice(signs: Iterable[tuple[str, Location]], known: Mapping[str, Location]) -> Iterator[Problem]:
    seen = dict(known)
    for sign, at in signs:
        if sign in seen:
            message = f"Số cột {sign} đứng ở hai chỗ, nên chưa rõ cột nào là cột của biểu."
            yield Problem(at, "form-table", message, "Xin bỏ cột, hoặc bảng, đã chép thêm.")
        seen.setdefault(sign, at)


def _missing(columns: Mapping[str, str], places: Mapping[str, Location], strangers: list[Paper]) -> Iterator[Problem]:
    """A problem for each table of which columns are gone; a sheet that is gone as a whole is not missed."""
    for table in _tables(columns):
        gone = [sign for sign in table if sign not in places]
        if not gone or (len(gone) == len(table) and not strangers):
            continue
        there = next((places[sign] for sign in table if sign in places), None)
        named = listed(gone) if len(gone) <= _MOST_NAMED else f"{gone[0]} đến {gone[-1]}"
        message = f"Không thấy số cột {named} ở ngay dưới tên cột, nên chưa rõ các cột ấy ở đâu."
        help = "Xin giữ dòng số cột như trong biểu gốc: chép lại dòng ấy, hoặc chép số sang biểu gốc."
        yield Problem(there._replace(line=0) if there else strangers[0].at, "form-table", message, help)


def _tables(columns: Mapping[str, str]) -> list[list[str]]:
    """The numbers of the columns, table by table."""
    found: list[list[str]] = []
    for sign, means in columns.items():
        if means in _FIRST or not found:
            found.append([])
        found[-1].append(sign)
    return found
