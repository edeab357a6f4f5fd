"""One row as a version: its cells in the keys of our files, and what could not be placed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.editors.procedures.cells import Placed, Plain, is_cut, parts_of
from bantin.editors.procedures.columns import Column, Remark, Row
from bantin.editors.procedures.origins import decision_in
from bantin.editors.procedures.papers import applicants_in, bases_in, offices_in, papers_in, results_in
from bantin.editors.procedures.times import deadline_in, fee_in
from bantin.reading import procedures
from bantin.vietnamese import lower_first, slug

CHANNELS = {
    "Trực tiếp": (Column.TIME_DIRECT, Column.FEE_DIRECT),
    "Trực tuyến": (Column.TIME_ONLINE, Column.FEE_ONLINE),
    "Bưu chính": (Column.TIME_POST, Column.FEE_POST),
}
_LISTS: dict[str, tuple[Column, Callable[[str], Placed[list[Plain]]]]] = {
    "Cơ quan giải quyết": (Column.OFFICE, offices_in),
    "Đối tượng": (Column.APPLICANTS, applicants_in),
    "Giấy tờ": (Column.PAPERS, papers_in),
    "Kết quả": (Column.RESULT, results_in),
    "Căn cứ": (Column.BASES, bases_in),
}
_TIERS = {"cap-bo-trung-uong": "cấp bộ", "quan-huyen": "cấp huyện"}
_ONE_CHANNEL = "không tách kênh"
"""How a table says that its source names no channels."""


@dataclass(frozen=True)
class Draft:
    """A row as a version."""

    row: Row
    decision: Mapping[str, Plain]
    routes: Mapping[str, Mapping[str, Plain]]
    """By channel: its deadline and its fee; «» for what the source says of no single one."""
    rest: Mapping[str, Plain]
    remarks: tuple[Remark, ...]


def draft_of(row: Row) -> Draft:
    """A row as a version."""
    decision = decision_in(row[Column.DECISION])
    routes, lists = list(_routes(row)), list(_lists(row))
    tiers, online = _tiers(row), _online(row)
    rest: dict[str, Plain] = {"Cấp": tiers.value, "Mức độ": online.value, "Số bộ": row[Column.SETS]}
    rest |= {key: placed.value for key, _, placed in lists}
    left = {Column.DECISION: decision.left, Column.TIER: tiers.left, Column.ONLINE_LEVEL: online.left}
    left |= {column: placed.left for _, column, placed in lists}
    left |= {column: placed.left for _, _, column, placed in routes}
    by_channel: dict[str, dict[str, Plain]] = {}
    for channel, key, column, placed in routes:
        if row[column]:
            by_channel.setdefault(channel, {}).update({key: placed.value} if placed.value else {})
    return Draft(
        row,
        decision.value,
        by_channel,
        {key: value for key, value in rest.items() if value},
        tuple(remark for column, sentences in left.items() for remark in row.left(column, *sentences)),
    )


def _routes(row: Row) -> Iterator[tuple[str, str, Column, Placed[Plain]]]:
    is_one = _ONE_CHANNEL in row[Column.NOTE]
    for channel, (time, fee) in CHANNELS.items():
        name = "" if is_one and channel == "Trực tiếp" else channel
        yield name, "Thời hạn", time, deadline_in(row[time])
        yield name, "Phí", fee, fee_in(row[fee])


def _lists(row: Row) -> Iterator[tuple[str, Column, Placed[list[Plain]]]]:
    for key, (column, read) in _LISTS.items():
        yield key, column, read(row[column])


def _tiers(row: Row) -> Placed[list[Plain]]:
    choices = procedures.keys.TIER.choices_by_slug
    words = [lower_first(word) for word in parts_of(row[Column.TIER])]
    words = [_TIERS.get(slug(word), word) for word in words]
    known = [str(choices[slug(word)]) for word in words if slug(word) in choices]
    left = tuple(f"không biết «{word}» là cấp nào." for word in words if slug(word) not in choices)
    return Placed([*known], left)


def _online(row: Row) -> Placed[str]:
    said = row[Column.ONLINE_LEVEL].split(" (")[0]
    known = str(procedures.keys.ONLINE.choices_by_slug.get(slug(said), ""))
    return Placed(known, () if known or not said else (f"không biết «{row[Column.ONLINE_LEVEL]}» là mức độ nào.",))


def names_of(rows: Iterable[Row]) -> Placed[list[str]]:
    """The names that rows print whole, each once."""
    printed = [*dict.fromkeys(row[Column.NAME] for row in rows if row[Column.NAME])]
    found = [name for name in printed if not is_cut(name) and not name.startswith("(")]
    return Placed(found, tuple(f"tên không in trọn nên chưa ghi: «{name}»." for name in printed if name not in found))
