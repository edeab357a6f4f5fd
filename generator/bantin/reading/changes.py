"""The lists of what changed: kinds of units (don-vi.yml), addresses of pages (dia-chi.yml)."""

import re

from bantin.model import Move
from bantin.places import KindChange, gazetteer
from bantin.problems import Found, Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block, items
from bantin.reading.keys import PATTERNS, KeyShape
from bantin.reading.places import unknown_place
from bantin.reading.trees import Node


def kind_changes_of(root: Node) -> Found[tuple[KindChange, ...]]:
    """The changes of kind in don-vi.yml."""
    blocks = [Block(node, vocabulary.KIND_CHANGE, name="Đơn vị") for node in items(root)]
    found = [change for block in blocks if (change := _kind_change(block))]
    return Found(tuple(found), tuple(problem for block in blocks for problem in block.problems))


def moves_of(root: Node) -> Found[tuple[Move, ...]]:
    """The moved addresses in dia-chi.yml."""
    blocks = [Block(node, vocabulary.MOVE, name="Địa chỉ") for node in items(root)]
    found = [move for block in blocks if (move := _move(block))]
    return Found(tuple(found), tuple(problem for block in blocks for problem in block.problems))


def _kind_change(block: Block) -> KindChange | None:
    path, on = block.scalar("Đơn vị"), block.day("Từ ngày")
    kind = block.choice(vocabulary.NEW_KIND)
    units = gazetteer.units(path.value) if path else ()
    if path and not units:
        block.note(unknown_place(path.at, path.value))
    if block.is_complete() and units and on and kind:
        return KindChange(on, units[-1].code, kind, block.text("Căn cứ"))
    return None


def _move(block: Block) -> Move | None:
    old, new = _address(block, "Cũ"), _address(block, "Mới")
    return Move(old.value.rstrip("/"), new.value.rstrip("/"), old.at) if block.is_complete() and old and new else None


def _address(block: Block, key: str) -> Text | None:
    text = block.scalar(key)
    if text and not re.fullmatch(PATTERNS[KeyShape.PAGE_ADDRESS], text.value):
        message = f"{excerpt(text.value)} không phải là địa chỉ trong trang này."
        help = (
            "Ghi phần đứng sau tên miền, chữ thường, không có dấu gạch chéo ở đầu: kien-giang/2022, thu-tuc/1.013225."
        )
        block.note(Problem(text.at, "address-unreadable", message, help, length=len(text.value)))
        return None
    return text
