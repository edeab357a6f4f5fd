"""A list of procedures that an authority decided (danh mục công bố)."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from bantin.model import Catalogue
from bantin.model.procedures import Announcement, Change, Entry, Tier
from bantin.problems import Found, Problem, Text, excerpt
from bantin.reading.blocks import Block, Pairs, items
from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in, doubts_of
from bantin.reading.procedures.procedure import field_of
from bantin.reading.procedures.versions import deadlines_of, decision_of
from bantin.reading.sources import sources_of
from bantin.reading.trees import Entries, Node
from bantin.vietnamese import listed, slug, upper_first


def announcement_of(root: Node, path: PurePosixPath, catalogue: Catalogue) -> Found[Announcement]:
    """The list that a file's tree tells of."""
    block, province = Block(root, keys.ANNOUNCEMENT), path.parts[1]
    sources, decision = sources_of(block), decision_of(block)
    if not decision.number and block.is_group:
        message = "Danh mục chưa ghi số quyết định."
        block.note(Problem(block.at, "key-missing", message, "Thêm dòng «Quyết định: …» đúng như nguồn in."))
    found = Announcement(
        province=province,
        slug=path.stem,
        decision=decision,
        at=root.at,
        since=block.day("Hiệu lực từ"),
        field=field_of(block, catalogue),
        is_complete=block.choice(keys.COMPLETE) or False,
        printed_count=_count(block),
        sources=sources,
        entries=tuple(_entries(block)),
        note=block.text("Ghi chú"),
    )
    for entry in found.entries:
        block.note(*doubts_of(entry.code, entry.at, province=province, on=found.day))
    if not found.entries and block.is_group:
        message = "Danh mục chưa có thủ tục nào."
        help = f"Thêm {listed((f'«{upper_first(word)}»' for word in keys.CHANGES), 'hoặc')}, dưới đó ghi mã theo cấp."
        block.note(Problem(block.at, "list-empty", message, help))
    return Found(found, block.problems)


def _count(block: Block) -> int | None:
    text = block.scalar("Số thủ tục")
    if not text:
        return None
    digits = text.value.replace(".", "")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    message = f"{excerpt(text.value)} không phải là một số."
    block.note(Problem(text.at, "number-unreadable", message, "Ghi số thủ tục bằng chữ số, ví dụ 251."))
    return None


def _entries(block: Block) -> Iterator[Entry]:
    for word, change in keys.CHANGES.items():
        for tier, node in _by_tier(block, block.pairs_at(upper_first(word))):
            yield from _of_tier(block, node, tier=tier, change=change)


def _by_tier(block: Block, pairs: Pairs) -> Iterator[tuple[Tier, Node]]:
    for name, node in pairs:
        tier = keys.TIER.choices_by_slug.get(slug(name.value))
        if tier:
            yield tier, node
        else:
            message = f"{excerpt(name.value)} không phải là một cấp."
            help = f"Ghi một trong các cấp: {listed(map(excerpt, keys.TIERS), 'hoặc')}."
            block.note(Problem(name.at, "unknown-choice", message, help, length=len(name.value)))


def _of_tier(block: Block, node: Node, *, tier: Tier, change: Change) -> Iterator[Entry]:
    """The entries of a list of codes, or of a group of codes with names and more."""
    if not isinstance(node, Entries):
        texts = (text for one in items(node) if (text := block.scalar_of(one)))
        yield from (Entry(code, tier, change, text.at) for text in texts if (code := code_in(block, text)))
        return
    for text, said in node.pairs:
        if code := code_in(block, text):
            yield _entry(block, Entry(code, tier, change, text.at), said)


def _entry(block: Block, entry: Entry, said: Node) -> Entry:
    if isinstance(said, Text):
        name = block.scalar_of(said)
        return Entry(entry.code, entry.tier, entry.change, entry.at, name.value if name else "")
    inner = block.inner(said, keys.ENTRY, name=entry.code.text)
    return Entry(entry.code, entry.tier, entry.change, entry.at, inner.text("Tên"), deadlines_of(inner))
