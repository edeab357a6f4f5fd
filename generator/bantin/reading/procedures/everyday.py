"""What happens in life, and what people call procedures, each with the codes that it leads to."""

from collections.abc import Iterator

from bantin.model.procedures import LifeEvent
from bantin.problems import Found, Text
from bantin.reading.blocks import Block, items
from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in
from bantin.reading.trees import Node
from bantin.vietnamese import slug


def events_of(root: Node) -> Found[tuple[LifeEvent, ...]]:
    """The events of su-kien.yml, in their order."""
    whole = Block(root)
    return Found(tuple(_event(whole, name, node) for name, node in whole.pairs), whole.problems)


def nicknames_of(root: Node) -> Found[dict[str, tuple[str, ...]]]:
    """The everyday words of tu-thuong-goi.yml, each with the cores of the codes that it may mean."""
    whole = Block(root)
    return Found({name.value: tuple(_codes(whole, node)) for name, node in whole.pairs}, whole.problems)


def _event(whole: Block, name: Text, node: Node) -> LifeEvent:
    block = whole.inner(node, keys.EVENT, name=name.value)
    block.is_complete()
    codes = tuple(code.core for text in block.texts("Thủ tục") if (code := code_in(block, text)))
    return LifeEvent(slug(name.value), name.value, block.text("Giải thích"), codes, name.at)


def _codes(block: Block, node: Node) -> Iterator[str]:
    texts = (text for one in items(node) if (text := block.scalar_of(one)))
    yield from (code.core for text in texts if (code := code_in(block, text)))
