"""The files of a table: one for each procedure and the place that speaks of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bantin.editors.procedures.cells import Plain
from bantin.editors.procedures.columns import Column, Remark, Row, rows_of, told_once, unknown_columns
from bantin.editors.procedures.drafts import draft_of, names_of
from bantin.editors.procedures.lines import comments, lines_of, ordered
from bantin.editors.procedures.origins import day_of, folder_of, source_of
from bantin.editors.procedures.versions import Joined, routes_of, versions_of
from bantin.folders import PROCEDURES
from bantin.model import Catalogue
from bantin.model.procedures import code_of
from bantin.reading import procedures

_PORTAL = "https://dichvucong.gov.vn/"
_KEYS = procedures.keys
_HEAD = (
    "Lệnh «bantin import-procedures» ghi tệp này từ một bảng; mời đọc lại với nguồn, bổ sung, rồi xóa các dòng # này.",
)


@dataclass(frozen=True)
class Imported:
    """What became of a table."""

    files: Mapping[str, str]
    """The text of each file by its path: «data/thu-tuc/1.001193.yml»."""
    remarks: tuple[Remark, ...]
    """What could not be placed, by row."""
    unread: tuple[str, ...]
    """Columns of which nothing is known."""


def imported(content: bytes, catalogue: Catalogue) -> Imported:
    """The files that a table makes; TableError where it is none."""
    rows = [row for row in rows_of(content) if any(row.cells.values())]
    placed = [(path, row) for row in rows if (path := _path(row))]
    files, remarks = dict[str, str](), [remark for row in rows for remark in _homeless(row)]
    for path, group in groupby(sorted(placed, key=lambda pair: (pair[0], pair[1].number)), key=lambda pair: pair[0]):
        text, left = _file([row for _, row in group], catalogue)
        files[path] = f"{_schema_of(path)}{text}"
        remarks += left
    return Imported(files, told_once(remarks), unknown_columns(content))


def _path(row: Row) -> str | None:
    code, folder = code_of(row[Column.CODE]), folder_of(row)
    if not code or folder is None:
        return None
    return "/".join(filter(None, ("data", folder, PROCEDURES, f"{code.text}.yml")))


def _schema_of(path: str) -> str:
    """The first line of a file, which leads editors' programs to its schema."""
    up = "../" * (path.count("/") - 1)
    return comments([f"yaml-language-server: $schema={up}schema/thu-tuc.json"])


def _homeless(row: Row) -> Iterator[Remark]:
    """Why a row goes into no file."""
    if not row[Column.CODE]:
        name = f" («{row[Column.NAME]}»)" if row[Column.NAME] else ""
        yield Remark(row.number, f"chưa có mã thủ tục{name} nên chưa đặt vào tệp nào.")
    elif not code_of(row[Column.CODE]):
        yield from row.left(Column.CODE, f"«{row[Column.CODE]}» không phải là mã thủ tục.")
    elif folder_of(row) is None:
        said = f"không biết «{row[Column.PLACE]}» là tỉnh nào" if row[Column.PLACE] else "chưa ghi nơi áp dụng"
        yield from row.left(Column.PLACE, f"{said} nên chưa đặt vào tệp nào.")


def _file(rows: Sequence[Row], catalogue: Catalogue) -> tuple[str, tuple[Remark, ...]]:
    """The text of one file, and what its rows leave open."""
    drafts = [draft_of(row) for row in rows]
    versions = versions_of(drafts)
    ids = _ids(rows)
    names = names_of(reversed([draft.row for version in versions for draft in version.drafts]))
    remarks = [remark for draft in drafts for remark in draft.remarks]
    remarks += [remark for version in versions for remark in version.remarks]
    remarks += rows[0].left(Column.NAME, *names.left)
    remarks += [remark for row in rows for remark in _of_row(row, catalogue)]
    said: dict[str, Plain] = {
        "Tên": names.value[0] if names.value else "",
        "Lĩnh vực": next((_field(row, catalogue) for row in rows if row[Column.FIELD]), ""),
        "Tên khác": [*names.value[1:]],
        "Cổng": next((row[Column.PORTAL] for row in reversed(rows) if _is_portal(row)), ""),
        "Nguồn": [_source(row, ids) for row in rows],
        "Phiên bản": [_version(version, ids) for version in versions],
    }
    text = lines_of(ordered(said, _KEYS.PROCEDURE))
    return f"{comments((*_HEAD, *map(str, told_once(remarks))))}{text}", tuple(remarks)


def _ids(rows: Sequence[Row]) -> dict[int, str]:
    """What each row's source goes by in the file: its day where it has one of its own."""
    days = [day.isoformat() if (day := day_of(row)) else "" for row in rows]
    shared = [day and days.count(day) == 1 for day in days]
    return {
        row.number: f"ban-{day}" if alone else f"nguon-{place}"
        for place, (row, day, alone) in enumerate(zip(rows, days, shared, strict=True), start=1)
    }


def _source(row: Row, ids: Mapping[int, str]) -> dict[str, Plain]:
    said = source_of(row, id=ids[row.number])
    return said if len(ids) > 1 else {key: value for key, value in said.items() if key != "Mã"}


def _version(version: Joined, ids: Mapping[int, str]) -> dict[str, Plain]:
    named: list[Plain] = [ids[draft.row.number] for draft in version.drafts]
    said = {
        **version.drafts[0].decision,
        **version.rest,
        **routes_of(version.routes),
        "Nguồn": (named if len(named) > 1 else named[0]) if len(ids) > 1 else "",
        "Chưa rõ": version.question,
    }
    return {key: _single(value) for key, value in ordered(said, _KEYS.VERSION).items()} or {"Nguồn": named[0]}


def _single(value: Plain) -> Plain:
    """The only text of a list, as editors write it."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value


def _field(row: Row, catalogue: Catalogue) -> str:
    member = catalogue.member(row[Column.FIELD])
    return member.label if member else row[Column.FIELD]


def _is_portal(row: Row) -> bool:
    return row[Column.PORTAL].startswith(_PORTAL)


def _of_row(row: Row, catalogue: Catalogue) -> Iterable[Remark]:
    if row[Column.PORTAL] and not _is_portal(row):
        sentence = f"«{row[Column.PORTAL]}» không phải là một trang của Cổng Dịch vụ công quốc gia."
        yield from row.left(Column.PORTAL, sentence)
    if row[Column.FIELD] and not catalogue.member(row[Column.FIELD]):
        yield from row.left(Column.FIELD, f"danh mục lĩnh vực chưa có «{row[Column.FIELD]}».")
    if row[Column.NOTE]:
        yield from row.left(Column.NOTE, f"người lập bảng ghi: «{row[Column.NOTE]}».")
