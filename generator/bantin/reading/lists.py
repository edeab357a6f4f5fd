"""The lists in data/danh-muc/: areas, indicators, scopes and breakdowns, and the names they go by.

A name resolves by its slug, so that tone marks, their placing and capitals do not matter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from bantin.model import (
    Breakdown,
    Indicator,
    Kind,
    Member,
    ReformArea,
    Scope,
    shared_names,
    unknown,
)
from bantin.problems import Found, Location, Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block, is_empty
from bantin.reading.keys import FOUR_DIGITS, PATTERNS, Key, Keys, KeyShape
from bantin.reading.numbers import NOTHING
from bantin.reading.scores import highest_of
from bantin.reading.trees import Entries, Node
from bantin.vietnamese import slug

_NO_AREA = ReformArea("", "", Location(""))
"""In place of one that is missing, which is a problem."""
_LONGEST_ID = 100  # it is the name of a file


class Names(NamedTuple):
    """The names of one list."""

    ids: Mapping[str, str]
    """What goes by a name, by the slug of the name."""
    written: tuple[str, ...]
    """The names as they are written."""


def areas_of(root: Node) -> Found[tuple[ReformArea, ...]]:
    """The areas of reform of noi-dung.yml."""
    whole = Block(root)
    found = [
        ReformArea(slug(key.value), key.value, key.at, block.text("Giải thích"), _aliases(block))
        for key, block in _blocks(whole, vocabulary.REFORM_AREA)
    ]
    whole.note(*shared_names(found))
    return Found(tuple(found), whole.problems)


def topics_of(block: Block, areas: tuple[ReformArea, ...]) -> tuple[ReformArea, ...]:
    """The areas that an article speaks of; any where a site has no list of them."""
    if areas:
        return block.choices(_with_choices(vocabulary.TOPICS, areas))
    return tuple(_unlisted(text) for text in block.texts("Chủ đề"))


def indicators_of(root: Node, areas: tuple[ReformArea, ...] = ()) -> Found[dict[str, Indicator]]:
    """The indicators of chi-so.yml by id, with the sums and rates they take part in resolved to ids."""
    whole = Block(root)
    blocks = _blocks(whole, vocabulary.INDICATOR)
    names = _names(blocks)
    found = [_indicator(key, block, names=names, areas=areas) for key, block in blocks]
    whole.note(*shared_names(found))
    for taker in (indicator for indicator in found if indicator.id == "index"):
        message = "Tên «index» đã dùng cho trang của mọi chỉ số."
        whole.note(Problem(taker.at, "name-taken", message, "Đặt một «Mã» khác."))
    return Found({indicator.id: indicator for indicator in found}, whole.problems)


def scopes_of(root: Node) -> Found[dict[str, Scope]]:
    """The scopes of pham-vi.yml by id."""
    whole = Block(root)
    blocks = _blocks(whole, vocabulary.SCOPE)
    names = _names(blocks)
    found = [_scope(key, block, names=names) for key, block in blocks]
    whole.note(*shared_names(found))
    return Found({scope.id: scope for scope in found}, whole.problems)


def breakdown_of(root: Node, id: str) -> Found[Breakdown | None]:
    """The breakdown of one file of phan-to/, whose name is its id."""
    block = Block(root, vocabulary.BREAKDOWN)
    if not block.is_complete():
        return Found(None, block.problems)
    breakdown = Breakdown(
        id=id,
        label=block.text("Tên"),
        explanation=block.text("Giải thích"),
        complete=block.choice(vocabulary.COMPLETE) or False,
        members=tuple(_members(block, breakdown=id)),
        at=root.at,
        since=_year(block, "Từ năm"),
        until=_year(block, "Đến năm"),
    )
    return Found(breakdown, block.problems)


def _blocks(whole: Block, keys: Keys) -> list[tuple[Text, Block]]:
    return [(key, whole.inner(node, keys, name=key.value)) for key, node in whole.pairs]


def _names(blocks: list[tuple[Text, Block]]) -> Names:
    """All names of a list; a label is never another's alias."""
    ids = [(slug(block.text("Mã")) or slug(key.value))[:_LONGEST_ID].strip("-") for key, block in blocks]
    labels = {slug(key.value): (key.value, id) for (key, _), id in zip(blocks, ids, strict=True)}
    aliases = {slug(a): (a, id) for (_, block), id in zip(blocks, ids, strict=True) for a in _aliases(block)}
    found = labels | {alias: name for alias, name in aliases.items() if alias not in labels}
    return Names({folded: id for folded, (_, id) in found.items()}, tuple(written for written, _ in found.values()))


def _indicator(key: Text, block: Block, *, names: Names, areas: tuple[ReformArea, ...]) -> Indicator:
    """The indicator of a block. What is missing is a problem, and a guess in its place keeps the name known."""
    block.is_complete()
    unit, kind = block.text("Đơn vị"), block.choice(vocabulary.KIND)
    return Indicator(
        id=names.ids[slug(key.value)],
        label=key.value,
        unit=unit,
        kind=kind or Kind.STATEMENT,
        area=_area(block, areas),
        explanation=block.text("Giải thích"),
        at=key.at,
        better=block.choice(vocabulary.BETTER),
        sums=tuple(parts for text in block.texts("Bằng tổng") if (parts := _sum(block, text, names=names))),
        numerators=_numerators(key, block, kind=kind, names=names),
        bases=tuple(id for text in block.texts("Mẫu số") if (id := _indicator_id(block, text, names=names))),
        highest=highest_of(block, kind),
        of_hundred=block.choice(vocabulary.OF_HUNDRED) or False,
        phrase=_phrase(block, "Câu"),
        part_phrase=_phrase(block, "Câu khi là phần"),
        aliases=_aliases(block),
        since=_year(block, "Từ năm"),
        until=_year(block, "Đến năm"),
        cumulative=block.choice(vocabulary.CUMULATIVE) or False,
        counts_listed=block.choice(vocabulary.LISTED) or False,
        in_form=block.text("Trong biểu"),
        label_says_unit=f"-{slug(unit)}-" in f"-{slug(key.value)}-",
    )


def _area(block: Block, areas: tuple[ReformArea, ...]) -> ReformArea:
    if areas:
        return block.choice(_with_choices(vocabulary.AREA, areas)) or _NO_AREA
    text = block.scalar("Nội dung")
    return _unlisted(text) if text else _NO_AREA


def _with_choices(key: Key[ReformArea], areas: tuple[ReformArea, ...]) -> Key[ReformArea]:
    return replace(key, choices={name: area for area in areas for name in (area.label, *area.aliases)})


def _unlisted(name: Text) -> ReformArea:
    """An area of a site that has no list of them."""
    return ReformArea(slug(name.value), name.value, name.at)


def _numerators(key: Text, block: Block, *, kind: Kind | None, names: Names) -> tuple[str, ...]:
    """The ids of what a rate may count; none for a percent that says itself that it is no share."""
    texts = block.texts("Tử số")
    if not texts and kind is Kind.PERCENT:
        message = f"Tỷ lệ {excerpt(key.value)} chưa ghi tử số, nên không so được với các con số đi cùng."
        help = f"Thêm mục «Tử số» với chỉ số mà tỷ lệ này đếm; nếu đây là chỉ số tính bằng % thì ghi «{NOTHING}»."
        block.note(Problem(key.at, "rate-without-numerator", message, help, warning=True))
    if [text.value for text in texts] == [NOTHING]:
        return ()
    return tuple(id for text in texts if (id := _indicator_id(block, text, names=names)))


def _phrase(block: Block, key: str) -> str:
    phrase = block.scalar(key)
    if not phrase:
        return ""
    if not re.fullmatch(PATTERNS[KeyShape.PHRASE], phrase.value):
        message = f"{excerpt(phrase.value)} cần đúng một chỗ {{}} để đặt con số vào."
        block.note(Problem(phrase.at, "phrase-without-place", message, "Ví dụ: tiếp nhận {} hồ sơ."))
        return ""
    return phrase.value


def _sum(block: Block, text: Text, *, names: Names) -> tuple[str, ...]:
    """The ids of all parts; none when one of them is not known."""
    parts = [_indicator_id(block, Text(part.strip(), text.at), names=names) for part in text.value.split(" + ")]
    return tuple(part for part in parts if part) if all(parts) else ()


def _indicator_id(block: Block, name: Text | None, *, names: Names) -> str | None:
    if name and slug(name.value) not in names.ids:
        block.note(unknown(name, "chỉ số", known=names.written, code="unknown-indicator"))
    return names.ids.get(slug(name.value)) if name else None


def _scope(key: Text, block: Block, *, names: Names) -> Scope:
    block.is_complete()
    return Scope(
        id=slug(key.value),
        label=key.value,
        explanation=block.text("Giải thích"),
        at=key.at,
        phrase=block.text("Câu"),
        since=block.day("Từ ngày"),
        until=block.day("Đến ngày"),
        parts=_scopes_at(block, "Gồm", names=names),
        own_aliases=_aliases(block),
        levels=block.choices(vocabulary.FITS),
        labels=_labels(block),
        is_whole=block.choice(vocabulary.WHOLE) or False,
        instead=_scopes_at(block, "Thay bằng", names=names),
    )


def _scopes_at(block: Block, key: str, *, names: Names) -> tuple[str, ...]:
    """The ids of the scopes that a key names."""
    texts = block.texts(key)
    for text in texts:
        if slug(text.value) not in names.ids:
            block.note(unknown(text, "phạm vi", known=names.written, code="unknown-scope"))
    return tuple(id for text in texts if (id := names.ids.get(slug(text.value))))


def _labels(block: Block) -> tuple[tuple[str, str], ...]:
    """What a scope is called at places of a kind."""
    if "Tên theo loại" not in block.nodes:
        return ()
    of_kind = block.inner(block.nodes["Tên theo loại"], vocabulary.NAMES_BY_KIND, name="Tên theo loại")
    return tuple((kind, label) for kind in of_kind.nodes if (label := of_kind.text(kind)))


def _members(block: Block, *, breakdown: str) -> Iterator[Member]:
    """The members of a breakdown; a name alone will do."""
    for key, node in block.pairs_at("Thành viên"):
        said = block.inner(Entries((), node.at) if is_empty(node) else node, vocabulary.MEMBER, name=key.value)
        yield Member(
            id=slug(key.value),
            label=key.value,
            breakdown=breakdown,
            at=key.at,
            explanation=said.text("Giải thích"),
            aliases=(*_aliases(said), *(label for _, label in _labels(said))),
            labels=_labels(said),
            sector=said.text("Ngành"),
            phrase=said.text("Câu"),
        )


def _year(block: Block, key: str) -> int | None:
    text = block.scalar(key)
    if not text:
        return None
    if not re.fullmatch(PATTERNS[KeyShape.YEAR], text.value):
        message = f"{excerpt(text.value)} không phải là một năm."
        block.note(Problem(text.at, "date-unreadable", message, FOUR_DIGITS))
        return None
    return int(text.value)


def _aliases(block: Block) -> tuple[str, ...]:
    return tuple(text.value for text in block.texts("Tên khác"))
