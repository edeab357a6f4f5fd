"""Tables that other systems export, found by the words above their columns: form 06 by field, or a row for each place.

Headings may stand in several rows and be merged; `headings` says what they mean. A column of which that is not clear is
not read, and that is said. Above and below a table stand titles, units of measure, signatures.
"""

import math
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from bantin.editors.forms.answers import TOTALS
from bantin.editors.forms.book import Paper, Seen
from bantin.editors.forms.headings import meanings
from bantin.editors.forms.layout import FIELD
from bantin.editors.forms.tables import PLACE, Line
from bantin.model import Catalogue
from bantin.problems import Found, Location, Problem, excerpt
from bantin.vietnamese import slug

_NAMES = {FIELD: ("lĩnh vực",), PLACE: ("đơn vị", "địa phương", "xã, phường", "tên xã", "phường, xã", "cơ quan")}
"""Words in the heading of the column that names the rows."""
_NO_NAMES = tuple(
    map(slug, ("đơn vị tính", "đơn vị báo cáo", "đơn vị nhận", "cơ quan báo cáo", "cơ quan nhận", "hồ sơ", "tỷ lệ"))
)
_LONGEST_HEADING, _MOST_HEADS = 60, 50
_IDLE = frozenset(map(slug, ("STT", "TT", "Số TT", "Số thứ tự", "Ghi chú")))
_SIGN = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?(?:\s*=.*)?", re.DOTALL)
_VALUE = re.compile(r".*[0-9].*|[-–]|không có|chưa có số liệu", re.IGNORECASE | re.DOTALL)

_NUMBER = re.compile("[0-9][0-9.,]*%?")
_DAY = re.compile(r"\b(?:ngày|tháng|năm|ký)\b", re.IGNORECASE)

Rows = list[tuple[int, Mapping[int, Seen]]]


class _Head(NamedTuple):
    """The headings of a table."""

    kind: str
    name: int
    """The column that names the rows."""
    rows: Rows
    after: Rows
    """The rows of the table itself."""
    is_crossed: bool = False
    """Whether a row is a field of a unit, each in a column of its own."""


def tables_in(papers: Iterable[Paper], catalogue: Catalogue) -> Found[tuple[Line, ...]]:
    """The rows of all tables of a workbook that is no form of ours."""
    lines, problems = list[Line](), list[Problem]()
    first: Location | None = None
    for paper in papers:
        first = first or Location(paper.source)
        for head in _heads(paper, catalogue):
            columns = _columns(paper, head, catalogue)
            below = _lines(paper, head, columns.value)
            problems += [_crossed(paper, head)] if head.is_crossed else (*columns.problems, *below.problems)
            lines += () if head.is_crossed else below.value
    if not lines and not problems and first:
        message = "Không thấy bảng nào có cột «Lĩnh vực» hoặc «Đơn vị» và các cột chỉ số."
        problems.append(Problem(first, "form-unreadable", message, "Xin giữ các dòng tên cột như hệ thống xuất ra."))
    return Found(tuple(lines), tuple(problems))


def _heads(paper: Paper, catalogue: Catalogue) -> list[_Head]:
    """The headings of the tables of a sheet: those of which columns are understood, else the first that may be some."""
    rows = list(paper.rows())
    found = list(islice((head for place in range(len(rows)) if (head := _head_at(rows, place))), _MOST_HEADS))
    known = [head for head in found if meanings(_read(paper, head), catalogue)] or found[:1]
    starts = [head.rows[0][0] for head in known[1:]]
    return [
        head._replace(after=[row for row in head.after if row[0] < start])
        for head, start in zip(known, [*starts, math.inf], strict=False)
    ]


def _head_at(rows: Rows, place: int) -> _Head | None:
    """The headings of a table, from the row in which one says what the rows are to the first row of values."""
    _, cells = rows[place]
    if len(cells) == 1 or any(_NUMBER.fullmatch(seen.text) for seen in cells.values()):
        return None
    named = {kind: column for kind, words in _NAMES.items() for column, seen in reversed([*cells.items()])
             if any(slug(word) in slug(seen.text) for word in words) and not _is_no_name(seen.text)}  # fmt: skip
    if not named:
        return None
    kind, name = next(iter(named.items()))
    first = next((at for at in range(place + 1, len(rows)) if _is_of_table(rows[at][1], name)), len(rows))
    others = {*named.values()} - {name}
    is_crossed = any(
        column in cells and not _is_counted(cells[column]) for _, cells in rows[first:] for column in others
    )
    return _Head(kind, name, rows[place:first], rows[first:], is_crossed)


def _is_no_name(text: str) -> bool:
    """Whether it is a title, a line about who reports, or what is counted, and not the heading of names."""
    return len(text) >= _LONGEST_HEADING or ":" in text or any(word in slug(text) for word in _NO_NAMES)


def _is_of_table(cells: Mapping[int, Seen], name: int) -> bool:
    """Whether a row belongs to the table: it is named, and by no number of a column."""
    if name not in cells or _SIGN.fullmatch(cells[name].text):
        return False
    values = [seen for column, seen in cells.items() if column > name]
    return not values or any(seen.problem or _VALUE.fullmatch(seen.text) for seen in values)


def _columns(paper: Paper, head: _Head, catalogue: Catalogue) -> Found[dict[int, str]]:
    """What the columns mean; a problem for each of which that is not known, or that stand twice."""
    read = _read(paper, head)
    sound = meanings(read, catalogue)
    found: dict[int, str] = {}
    problems = []
    for column, words in read.items():
        at = Location(paper.source, head.rows[0][0], column, paper.name)
        if column not in sound and slug(words[-1]) not in _IDLE:
            message = f"Cột «{' / '.join(words)}» chưa rõ là của chỉ số nào, nên không đọc."
            problems.append(Problem(at, "form-table", message, "Cần cột ấy thì xin nhập tay.", warning=True))
        elif column in sound and sound[column].id in found.values():
            message = f"Hai cột cùng là «{sound[column].label}»."
            problems.append(Problem(at, "form-table", message, "Xin giữ một cột."))
        elif column in sound:
            found[column] = sound[column].id
    return Found(found, tuple(problems))


def _crossed(paper: Paper, head: _Head) -> Problem:
    at = Location(paper.source, head.rows[0][0], head.name, paper.name)
    message = "Bảng này có cả cột đơn vị và cột lĩnh vực: mỗi dòng là một lĩnh vực của một đơn vị, nên chưa đọc được."
    return Problem(at, "form-table", message, "Xin lọc riêng từng đơn vị thành một bảng rồi bỏ cột đơn vị.")


def _read(paper: Paper, head: _Head) -> dict[int, list[str]]:
    """The headings over each column but that of the names."""
    used = sorted({column for _, cells in (*head.rows, *head.after) for column in cells if column != head.name})
    return {column: words for column in used if (words := _words(paper, head, column))}


def _words(paper: Paper, head: _Head, column: int) -> list[str]:
    """The headings over a column, from the widest to its own."""
    found: list[str] = []
    is_apart = not any((number, place) in paper.covering for number, cells in head.rows for place in cells)
    for at, (number, cells) in enumerate(head.rows):
        own = cells[column].text if column in cells else paper.covering.get((number, column), "")
        if not own and is_apart and any(_is_headed(below, column) for _, below in head.rows[at + 1 :]):
            own = _before(cells, column)
        text = " ".join(own.split())
        if text and not _SIGN.fullmatch(text) and text not in found[-1:]:
            found.append(text)
    return found


def _is_headed(cells: Mapping[int, Seen], column: int) -> bool:
    return column in cells and not _SIGN.fullmatch(cells[column].text)


def _before(cells: Mapping[int, Seen], column: int) -> str:
    """The heading that reaches over a column from the left, in a table that joins no cells."""
    return next((cells[place].text for place in range(column - 1, 0, -1) if place in cells), "")


def _lines(paper: Paper, head: _Head, columns: Mapping[int, str]) -> Found[tuple[Line, ...]]:
    """The rows; of those without a number, below the row of the whole (signatures) nothing is said."""
    means = {head.name: head.kind, **columns}
    lines, problems = list[Line](), list[Problem]()
    is_past = False
    for number, cells in head.after if columns else []:
        spots = {said: Location(paper.source, number, column, paper.name) for column, said in means.items()}
        kept = {said: cells[column] for column, said in columns.items() if column in cells and _says(cells[column])}
        name = _name(paper, number, cells, head=head)
        if kept and not any(map(_is_counted, kept.values())):
            problems += [] if is_past else [_without_numbers(name or next(iter(kept.values())))]
        elif name or kept:
            lines.append(Line({**kept, **({head.kind: name} if name else {})}, paper.at._replace(line=number), spots))
            is_past = is_past or bool(kept and name and slug(name.text) in TOTALS)
    return Found(tuple(lines), tuple(problems))


def _is_counted(seen: Seen) -> bool:
    return bool(seen.problem or (_VALUE.fullmatch(seen.text) and not _DAY.search(seen.text)))


def _without_numbers(seen: Seen) -> Problem:
    message = f"Dòng {excerpt(seen.text)} không có con số nào ở các cột, nên không đọc."
    return Problem(seen.at, "form-table", message, "Dòng ấy thuộc bảng thì xin ghi số.", warning=True)


def _name(paper: Paper, row: int, cells: Mapping[int, Seen], *, head: _Head) -> Seen | None:
    """What names a row: the cell of its column, or words before it («Tổng cộng»), whether joined with it or not."""
    places = [head.name, *(column for column in range(head.name - 1, 0, -1) if not _counts(cells.get(column)))]
    seen = next((cells[column] for column in places if column in cells and _says(cells[column])), None)
    is_joined = bool(seen and paper.covering.get((row, head.name)) == seen.text)
    return seen._replace(problem=None) if seen and is_joined and seen.at.column <= head.name else seen


def _counts(seen: Seen | None) -> bool:
    """Whether a cell counts rows off: «12», «IV»."""
    return bool(seen and re.fullmatch(r"[0-9.]{1,5}|[IVX]{1,5}\.?|[A-Za-z][.)]?", seen.text))


def _says(seen: Seen) -> bool:
    return bool(seen.text or seen.problem)
