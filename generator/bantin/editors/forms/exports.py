"""Tables that other systems export, found by the words above their columns: form 06 by field, or a row for each place.

Headings may stand in several rows and be merged; the column of «Số lượng hồ sơ tiếp nhận» over «Trong kỳ» over «Trực
tuyến» is the one that the list of indicators puts under «Tiếp nhận / Trực tuyến», or names by one of its names. A
column of which that is not clear is not read, and that is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bantin.editors.forms.book import Paper, Seen
from bantin.editors.forms.equations import equations_of
from bantin.editors.forms.layout import FIELD
from bantin.editors.forms.tables import PLACE, Line
from bantin.model import Catalogue, Indicator
from bantin.problems import Found, Location, Problem
from bantin.vietnamese import slug

_NAMES = {FIELD: ("lĩnh vực",), PLACE: ("đơn vị", "địa phương", "xã, phường", "tên xã", "phường, xã")}
"""Words in the heading of the column that names the rows."""
_IDLE = frozenset(map(slug, ("STT", "TT", "Số TT", "Số thứ tự", "Ghi chú")))
_SIGN = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?(?:\s*=.*)?", re.DOTALL)
_VALUE = re.compile(r".*[0-9].*|[-–]|không có|chưa có số liệu", re.IGNORECASE | re.DOTALL)

Rows = list[tuple[int, Mapping[int, Seen]]]


class _Head(NamedTuple):
    """The headings of a table."""

    kind: str
    name: int
    """The column that names the rows."""
    rows: Rows
    after: Rows
    """The rows of the table itself."""


def tables_in(papers: Iterable[Paper], catalogue: Catalogue) -> Found[tuple[Line, ...]]:
    """The rows of all tables of a workbook that is no form of ours."""
    lines, problems = list[Line](), list[Problem]()
    first: Location | None = None
    for paper in papers:
        first = first or Location(paper.source)
        if head := _head(paper):
            columns = _columns(paper, head, catalogue)
            problems += columns.problems
            lines += _lines(paper, head, columns.value)
    if not lines and not problems and first:
        message = "Không thấy bảng nào có cột «Lĩnh vực» hoặc «Đơn vị» và các cột chỉ số."
        problems.append(Problem(first, "form-unreadable", message, "Xin giữ các dòng tên cột như hệ thống xuất ra."))
    return Found(tuple(lines), tuple(problems))


def _head(paper: Paper) -> _Head | None:
    """The headings of a sheet, from the row in which one says what the rows are to the first row of values."""
    rows = list(paper.rows())
    for place, (_, cells) in enumerate(rows):
        named = [(kind, column) for kind, words in _NAMES.items() for column, seen in cells.items()
                 if any(slug(word) in slug(seen.text) for word in words) and len(seen.text) < 60]  # fmt: skip
        if named and len(cells) > 1:
            kind, name = named[0]
            first = next((at for at in range(place + 1, len(rows)) if _is_of_table(rows[at][1], name)), len(rows))
            return _Head(kind, name, rows[place:first], rows[first:])
    return None


def _is_of_table(cells: Mapping[int, Seen], name: int) -> bool:
    """Whether a row belongs to the table: it is named, and by no number of a column."""
    if name not in cells or _SIGN.fullmatch(cells[name].text):
        return False
    values = [seen for column, seen in cells.items() if column > name]
    return not values or any(seen.problem or _VALUE.fullmatch(seen.text) for seen in values)


def _columns(paper: Paper, head: _Head, catalogue: Catalogue) -> Found[dict[int, str]]:
    """What the columns mean; a problem for each of which that is not known, or that stand twice."""
    read = {column: words for column in _used(head) if (words := _words(paper, head, column))}
    meant = {column: one for column, words in read.items() if (one := _indicator(words, catalogue))}
    sound = {column: one for column, one in meant.items() if _is_whole(one, read[column], meant.values(), catalogue)}
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


def _used(head: _Head) -> list[int]:
    return sorted({column for _, cells in (*head.rows, *head.after) for column in cells if column != head.name})


def _is_whole(one: Indicator, words: list[str], others: Iterable[Indicator], catalogue: Catalogue) -> bool:
    """Whether a column is a total of what the list says: «Tổng số» beside «Trực tuyến» and «Trực tiếp» alone would be
    what was received, and not what form 06 adds to it from the period before."""
    if not one.sums or slug(words[-1]) in {slug(name) for name in (one.label, *one.aliases)}:
        return True
    ids = [other.id for other in others]
    group = one.in_form.partition("/")[0]
    beside = {id for id in ids if catalogue.indicators[id].in_form.startswith(group)} - {one.id}
    ways = [way.parts for way in equations_of(ids, catalogue.indicators) if way.total == one.id]
    return any(beside & {*parts} for parts in ways)


def _words(paper: Paper, head: _Head, column: int) -> list[str]:
    """The headings over a column, from the widest to its own."""
    found: list[str] = []
    for number, cells in head.rows:
        own = cells[column].text if column in cells else paper.covering.get((number, column), "")
        text = " ".join(own.split())
        if text and not _SIGN.fullmatch(text) and text not in found[-1:]:
            found.append(text)
    return found


def _indicator(words: list[str], catalogue: Catalogue) -> Indicator | None:
    """The indicator of a column: by its place in forms, or by its name."""
    above, own = f"-{slug(' '.join(words[:-1]))}-", slug(words[-1])
    placed = []
    for indicator in catalogue.indicators.values():
        group, sign, heading = (part.strip() for part in indicator.in_form.partition("/"))
        if sign and slug(heading) == own and f"-{slug(group)}-" in above:
            placed.append(indicator)
    if len(placed) == 1:
        return placed[0]
    named = (catalogue.indicator(text) for text in (" ".join(words), words[-1] if len(words) == 1 else ""))
    return next((indicator for indicator in named if indicator), None)


def _lines(paper: Paper, head: _Head, columns: Mapping[int, str]) -> Iterator[Line]:
    means = {head.name: head.kind, **columns}
    for number, cells in head.after if columns else []:
        spots = {said: Location(paper.source, number, column, paper.name) for column, said in means.items()}
        kept = {said: cells[column] for column, said in columns.items() if column in cells and _says(cells[column])}
        if name := _name(paper, number, cells, head=head):
            kept[head.kind] = name
        if kept:
            yield Line(kept, paper.at._replace(line=number), spots)


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
