"""The lists in data/danh-muc/: indicators, scopes and breakdowns, and the names they go by.

A name resolves by its slug, so that tone marks, their placing and capitals do not matter.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from bantin.model import (
    Breakdown,
    Direction,
    Indicator,
    Kind,
    Member,
    Move,
    ReformArea,
    Scope,
    shared_names,
    unknown,
)
from bantin.places import KindChange, gazetteer, naming
from bantin.problems import Found, Problem, Text, excerpt
from bantin.reading.blocks import Block, is_empty, items
from bantin.reading.places import unknown_place
from bantin.reading.trees import Entries, Node
from bantin.vietnamese import slug

INDICATOR_KEYS = {
    "Mã": "Tên ngắn trong địa chỉ trang, khi muốn khác với tên chỉ số",
    "Đơn vị": "Đơn vị tính: hồ sơ, thủ tục, %, hạng …",
    "Loại": "số lượng, tỷ lệ, xếp hạng, điểm, tiền, điểm phần trăm, mức hoặc phát biểu",
    "Nội dung": "Nội dung cải cách hành chính mà chỉ số thuộc về",
    "Giải thích": "Một, hai câu để người dân hiểu chỉ số đếm cái gì",
    "Chiều tốt": "tăng hoặc giảm, khi biết chắc",
    "Bằng tổng": "Các chỉ số cộng lại thành chỉ số này: A + B + C",
    "Tử số": "Chỉ số ở tử số của một tỷ lệ",
    "Mẫu số": "Chỉ số ở mẫu số của một tỷ lệ",
    "Câu": "Cách nói trong câu dẫn của bản tin, với {} ở chỗ của con số",
    "Tên khác": "Những cách gọi khác của cùng chỉ số",
    "Cộng dồn": "có, khi con số đếm từ đầu năm nên không thể giảm trong năm",
    "Từ năm": "Năm đầu tiên chỉ số được dùng",
    "Đến năm": "Năm cuối cùng chỉ số được dùng",
}
SCOPE_KEYS = {
    "Giải thích": "Phạm vi này gồm những cơ quan nào",
    "Câu": "Cách nói trong câu dẫn của bản tin: ở cấp huyện",
    "Gồm": "Các phạm vi cộng lại thành phạm vi này",
    "Tên khác": "Những cách gọi khác của cùng phạm vi",
}
BREAKDOWN_KEYS = {
    "Tên": "Tên của cách chia: Lĩnh vực",
    "Giải thích": "Chia theo cái gì",
    "Trọn bộ": "có, khi các phần cộng lại thành toàn bộ; không, khi còn phần khác",
    "Từ năm": "Năm đầu tiên cách chia được dùng",
    "Đến năm": "Năm cuối cùng cách chia được dùng",
    "Thành viên": "Từng phần của cách chia",
}
KIND_CHANGE_KEYS = {
    "Đơn vị": "Thư mục của đơn vị: dong-nai",
    "Từ ngày": "Ngày đầu tiên mang loại mới: 30/04/2026",
    "Loại": "Loại mới: thành phố, phường …",
    "Căn cứ": "Tên và số hiệu văn bản",
}
MOVE_KEYS = {
    "Cũ": "Địa chỉ đã đăng, không có dấu gạch chéo ở đầu và cuối: kien-giang/huyen-vinh-thuan/2023-quy-2",
    "Mới": "Địa chỉ nay có trang ấy",
}
MEMBER_KEYS = {"Giải thích": "Phần này gồm những gì", "Tên khác": "Những cách gọi khác của cùng phần"}

KINDS = {
    "số lượng": Kind.COUNT,
    "tỷ lệ": Kind.PERCENT,
    "xếp hạng": Kind.RANK,
    "điểm": Kind.SCORE,
    "tiền": Kind.MONEY,
    "điểm phần trăm": Kind.POINTS,
    "mức": Kind.GRADE,
    "phát biểu": Kind.STATEMENT,
}
DIRECTIONS: dict[str, Direction] = {"tăng": "higher", "giảm": "lower"}
YES_NO = {"có": True, "không": False}
AREAS = {str(area): area for area in ReformArea}
_LONGEST_ID = 100  # it is the name of a file


class Names(NamedTuple):
    """The names of one list."""

    ids: Mapping[str, str]
    """What goes by a name, by the slug of the name."""
    written: tuple[str, ...]
    """The names as they are written."""


def indicators_of(root: Node) -> Found[dict[str, Indicator]]:
    """The indicators of chi-so.yml by id, with the sums and rates they take part in resolved to ids."""
    whole = Block(root)
    blocks = _blocks(whole, INDICATOR_KEYS)
    names = _names(blocks)
    found = [_indicator(key, block, names) for key, block in blocks]
    whole.note(*shared_names(found))
    for taker in (indicator for indicator in found if indicator.id == "index"):
        message = "Tên «index» đã dùng cho trang của mọi chỉ số."
        whole.note(Problem(taker.at, "name-taken", message, "Đặt một «Mã» khác."))
    return Found({indicator.id: indicator for indicator in found}, whole.problems)


def scopes_of(root: Node) -> Found[dict[str, Scope]]:
    """The scopes of pham-vi.yml by id."""
    whole = Block(root)
    blocks = _blocks(whole, SCOPE_KEYS)
    names = _names(blocks)
    found = [_scope(key, block, names) for key, block in blocks]
    whole.note(*shared_names(found))
    return Found({scope.id: scope for scope in found}, whole.problems)


def breakdown_of(root: Node, id: str) -> Found[Breakdown | None]:
    """The breakdown of one file of phan-to/, whose name is its id."""
    block = Block(root, BREAKDOWN_KEYS)
    if not block.has("Tên", "Thành viên"):
        return Found(None, block.problems)
    breakdown = Breakdown(
        id=id,
        label=block.text("Tên"),
        explanation=block.text("Giải thích"),
        complete=block.choice("Trọn bộ", YES_NO) or False,
        members=tuple(
            _member(key, block.inner(node, MEMBER_KEYS, name=key.value), id) for key, node in _members(block)
        ),
        at=root.at,
        since=_year(block, "Từ năm"),
        until=_year(block, "Đến năm"),
    )
    return Found(breakdown, block.problems)


def kind_changes_of(root: Node) -> Found[tuple[KindChange, ...]]:
    """The changes of kind in don-vi.yml."""
    blocks = [Block(node, KIND_CHANGE_KEYS, name="Đơn vị") for node in items(root)]
    found = [change for block in blocks if (change := _kind_change(block))]
    return Found(tuple(found), tuple(problem for block in blocks for problem in block.problems))


def moves_of(root: Node) -> Found[tuple[Move, ...]]:
    """The moved addresses in dia-chi.yml."""
    blocks = [Block(node, MOVE_KEYS, name="Địa chỉ") for node in items(root)]
    found = [move for block in blocks if (move := _move(block))]
    return Found(tuple(found), tuple(problem for block in blocks for problem in block.problems))


def _blocks(whole: Block, keys: Collection[str]) -> list[tuple[Text, Block]]:
    return [(key, whole.inner(node, keys, name=key.value)) for key, node in whole.pairs]


def _names(blocks: list[tuple[Text, Block]]) -> Names:
    """All names of a list; a label is never another's alias."""
    ids = [(slug(block.text("Mã")) or slug(key.value))[:_LONGEST_ID].strip("-") for key, block in blocks]
    labels = {slug(key.value): (key.value, id) for (key, _), id in zip(blocks, ids, strict=True)}
    aliases = {slug(a): (a, id) for (_, block), id in zip(blocks, ids, strict=True) for a in _aliases(block)}
    found = labels | {alias: name for alias, name in aliases.items() if alias not in labels}
    return Names({folded: id for folded, (_, id) in found.items()}, tuple(written for written, _ in found.values()))


def _indicator(key: Text, block: Block, names: Names) -> Indicator:
    """The indicator of a block. What is missing is a problem, and a guess in its place keeps the name known."""
    block.has("Đơn vị", "Loại", "Nội dung", "Giải thích")
    return Indicator(
        id=names.ids[slug(key.value)],
        label=key.value,
        unit=block.text("Đơn vị"),
        kind=block.choice("Loại", KINDS) or Kind.STATEMENT,
        area=block.choice("Nội dung", AREAS) or ReformArea.STEERING,
        explanation=block.text("Giải thích"),
        at=key.at,
        better=block.choice("Chiều tốt", DIRECTIONS),
        sums=tuple(parts for text in block.texts("Bằng tổng") if (parts := _sum(block, text, names))),
        numerator=_indicator_id(block, block.scalar("Tử số"), names),
        base=_indicator_id(block, block.scalar("Mẫu số"), names),
        phrase=_phrase(block),
        aliases=_aliases(block),
        since=_year(block, "Từ năm"),
        until=_year(block, "Đến năm"),
        cumulative=block.choice("Cộng dồn", YES_NO) or False,
    )


def _phrase(block: Block) -> str:
    phrase = block.scalar("Câu")
    if not phrase:
        return ""
    if phrase.value.count("{}") != 1 or phrase.value.count("{") != 1 or phrase.value.count("}") != 1:
        message = f"{excerpt(phrase.value)} cần đúng một chỗ {{}} để đặt con số vào."
        block.note(Problem(phrase.at, "phrase-without-place", message, "Ví dụ: tiếp nhận {} hồ sơ."))
        return ""
    return phrase.value


def _sum(block: Block, text: Text, names: Names) -> tuple[str, ...]:
    """The ids of all parts; none when one of them is not known."""
    parts = [_indicator_id(block, Text(part.strip(), text.at), names) for part in text.value.split(" + ")]
    return tuple(part for part in parts if part) if all(parts) else ()


def _indicator_id(block: Block, name: Text | None, names: Names) -> str | None:
    if name and slug(name.value) not in names.ids:
        block.note(unknown(name, "chỉ số", known=names.written, code="unknown-indicator"))
    return names.ids.get(slug(name.value)) if name else None


def _scope(key: Text, block: Block, names: Names) -> Scope:
    block.has("Giải thích")
    parts = block.texts("Gồm")
    for part in parts:
        if slug(part.value) not in names.ids:
            block.note(unknown(part, "phạm vi", known=names.written, code="unknown-scope"))
    return Scope(
        id=slug(key.value),
        label=key.value,
        explanation=block.text("Giải thích"),
        at=key.at,
        phrase=block.text("Câu"),
        parts=tuple(id for part in parts if (id := names.ids.get(slug(part.value)))),
        aliases=_aliases(block),
    )


def _members(block: Block) -> Iterator[tuple[Text, Node]]:
    """The members of a breakdown; a name alone will do."""
    for key, node in block.inner_at("Thành viên"):
        yield key, Entries((), node.at) if is_empty(node) else node


def _member(key: Text, block: Block, breakdown: str) -> Member:
    return Member(slug(key.value), key.value, breakdown, key.at, block.text("Giải thích"), _aliases(block))


def _kind_change(block: Block) -> KindChange | None:
    path, on = block.scalar("Đơn vị"), block.day("Từ ngày")
    kind = block.choice("Loại", {kind: kind for kind in naming.KINDS})
    units = gazetteer.units(path.value) if path else ()
    if path and not units:
        block.note(unknown_place(path.at, path.value))
    if block.has("Đơn vị", "Từ ngày", "Loại") and units and on and kind:
        return KindChange(on, units[-1].code, kind, block.text("Căn cứ"))
    return None


def _move(block: Block) -> Move | None:
    old, new = _address(block, "Cũ"), _address(block, "Mới")
    return Move(old.value, new.value, old.at) if block.has(*MOVE_KEYS) and old and new else None


def _address(block: Block, key: str) -> Text | None:
    text = block.scalar(key)
    if text and not re.fullmatch(r"[a-z0-9-]+(?:/[a-z0-9-]+)*", text.value):
        message = f"{excerpt(text.value)} không phải là địa chỉ trong trang này."
        help = "Ghi phần đứng sau tên miền, không có dấu gạch chéo ở đầu và cuối: kien-giang/2022."
        block.note(Problem(text.at, "address-unreadable", message, help, length=len(text.value)))
        return None
    return text


def _year(block: Block, key: str) -> int | None:
    text = block.scalar(key)
    if not text:
        return None
    if not re.fullmatch(r"[12][0-9]{3}", text.value):
        message = f"{excerpt(text.value)} không phải là một năm."
        block.note(Problem(text.at, "date-unreadable", message, "Ghi năm bằng bốn chữ số, ví dụ 2022."))
        return None
    return int(text.value)


def _aliases(block: Block) -> tuple[str, ...]:
    return tuple(text.value for text in block.texts("Tên khác"))
