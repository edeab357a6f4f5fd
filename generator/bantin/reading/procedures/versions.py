"""One version of a procedure: what a decision says of it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from bantin.model import Source
from bantin.model.procedures import Case, Change, Deadline, Decision, Fee, Paper, Papers, Route, Version
from bantin.problems import Location, Problem, Text, excerpt
from bantin.reading.blocks import Block, items
from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in
from bantin.reading.procedures.deadlines import deadline_of, has_point
from bantin.reading.procedures.fees import fee_of
from bantin.reading.sources import all_named_by
from bantin.reading.trees import Entries, Items, Node
from bantin.vietnamese import listed, slug

SaidT = TypeVar("SaidT", Deadline, Fee)
_STANDS = "co"
"""«có»: a channel is open, and nothing more is said of it."""


def version_of(block: Block, sources: Sequence[Source]) -> Version:
    """The version that a block tells of."""
    named = all_named_by(block, "Nguồn", choices=sources)
    return Version(
        decision=decision_of(block),
        at=block.at,
        source=named[0] if named else None,
        also=named[1:],
        change=block.choice(keys.CHANGE) or Change.PUBLISHED,
        since=block.day("Hiệu lực từ"),
        until=block.day("Hiệu lực đến"),
        replaced_by=tuple(code for text in block.texts("Thay bằng") if (code := code_in(block, text))),
        tiers=block.choices(keys.TIER),
        offices=_words(block, "Cơ quan giải quyết"),
        applicants=_words(block, "Đối tượng"),
        routes=tuple(_routes(block)),
        deadlines=deadlines_of(block),
        fees=_cases(block, keys.FEE.name, fee_of),
        papers=tuple(_papers(block)),
        sets=block.text("Số bộ"),
        results=_words(block, "Kết quả"),
        conditions=_words(block, "Điều kiện"),
        bases=_words(block, "Căn cứ"),
        online=block.choice(keys.ONLINE),
        question=block.text("Chưa rõ"),
        note=block.text("Ghi chú"),
        accepted=block.text("Chấp nhận"),
    )


def decision_of(block: Block) -> Decision:
    """The decision that a block names."""
    return Decision(block.text("Quyết định"), block.text("Cơ quan"), block.day("Ngày"), block.text("Trích yếu"))


def deadlines_of(block: Block) -> tuple[Case[Deadline], ...]:
    """The deadlines that a block states, by case."""
    found = _cases(block, keys.DEADLINE.name, deadline_of)
    for case in found:
        if has_point(case.said.text):
            message = f"Thời hạn {excerpt(case.said.text)} dùng dấu chấm; phần thập phân được viết sau dấu phẩy."
            help = f"Ghi {excerpt(case.said.text.replace('.', ','))}."
            block.note(Problem(case.at, "number-decimal-point", message, help, length=len(case.said.text)))
    return found


def _words(block: Block, key: str) -> tuple[str, ...]:
    return tuple(text.value for text in block.texts(key))


def _cases(block: Block, key: str, read: Callable[[str], SaidT]) -> tuple[Case[SaidT], ...]:
    """What a key says: one text of all cases, or a group of texts by case."""
    node = block.nodes.get(key)
    pairs = node.pairs if isinstance(node, Entries) else ((None, node),) if node is not None else ()
    found = ((case, text) for case, value in pairs if (text := block.scalar_of(value)))
    return tuple(Case(case.value if case else "", read(text.value), text.at) for case, text in found)


def _routes(block: Block) -> Iterator[Route]:
    channels = {slug(word): channel for word, channel in keys.CHANNELS.items()}
    for name, node in block.pairs_at("Cách nộp"):
        channel = channels.get(slug(name.value))
        if not channel:
            message = f"«Cách nộp» không thể là {excerpt(name.value)}."
            help = f"Ghi một trong các cách: {listed(map(excerpt, dict.fromkeys(keys.CHANNELS.values())), 'hoặc')}."
            block.note(Problem(name.at, "unknown-choice", message, help, length=len(name.value)))
        elif isinstance(node, Text) and slug(node.value) == _STANDS:
            yield Route(channel, name.at)
        else:
            inner = block.inner(node, keys.ROUTE, name=name.value)
            fees = _cases(inner, keys.FEE.name, fee_of)
            yield Route(channel, name.at, deadlines_of(inner), fees, inner.text("Nơi nộp"))


def _papers(block: Block) -> Iterator[Papers]:
    node = block.nodes.get("Giấy tờ")
    if isinstance(node, Entries):
        for case, papers in node.pairs:
            yield Papers(case.value, tuple(_paper(block, paper) for paper in items(papers)))
    elif node is not None:
        yield Papers("", tuple(_paper(block, paper) for paper in items(node)))


def _paper(block: Block, node: Node) -> Paper:
    if not isinstance(node, Entries | Items):
        text = block.scalar_of(node)
        return Paper(text.value if text else "", text.at if text else Location(block.at.source))
    inner = block.inner(node, keys.PAPER, name="Giấy tờ")
    inner.is_complete()
    return Paper(
        inner.text("Tên"),
        inner.at,
        inner.text("Bản chính"),
        inner.text("Bản sao"),
        inner.text("Mẫu"),
        inner.text("Ghi chú"),
    )
