"""The lists that come with the package: a site builds on them, adds to them, or says otherwise."""

from functools import cache
from pathlib import Path, PurePosixPath

import bantin
from bantin.problems import Text
from bantin.reading.trees import Entries, Node, read
from bantin.vietnamese import slug

LISTS = Path(bantin.__file__).parent / "lists"
SHIPPED = "danh-muc-kem-theo"
"""Where reports say that they lie, since they are no files of a site."""
_MEMBERS, _ID = "thanh-vien", "ma"
LONGEST = 1_000_000
"""How many bytes a list may have: one holds what a whole country counts, a report what one place counts."""


@cache
def shipped_lists() -> dict[PurePosixPath, Node]:
    """Each list by its path below danh-muc/."""
    found = {}
    for path in sorted(LISTS.rglob("*.yml")):
        name = PurePosixPath(path.relative_to(LISTS).as_posix())
        root = read(path.read_bytes(), f"{SHIPPED}/{name}", longest=LONGEST).value
        assert root is not None
        found[name] = root
    return found


def with_own(shipped: Node, own: Node) -> Node:
    """A shipped list with what a site writes of its own: an entry of the same name or id stands in place of ours."""
    if not (isinstance(shipped, Entries) and isinstance(own, Entries)):
        return own
    ours = {slug(key.value): node for key, node in shipped.pairs}
    taken = {name for key, node in own.pairs for name in _names(key, node)}
    kept = [(key, node) for key, node in shipped.pairs if taken.isdisjoint(_names(key, node))]
    inner = [(key, _members(ours.get(slug(key.value)), node, name=key.value)) for key, node in own.pairs]
    return Entries((*kept, *inner), own.at)


def _members(shipped: Node | None, own: Node, *, name: str) -> Node:
    """The members of a breakdown are a list in a list."""
    return with_own(shipped, own) if shipped is not None and slug(name) == _MEMBERS else own


def _names(key: Text, node: Node) -> set[str]:
    """What an entry is found by: its name and its id."""
    pairs = node.pairs if isinstance(node, Entries) else ()
    ids = {slug(value.value) for inner, value in pairs if slug(inner.value) == _ID and isinstance(value, Text)}
    return {slug(key.value)} | ids


def entries_of(content: bytes) -> dict[str, str]:
    """What a list says of each of its entries, as one text that changes with it; nothing where it cannot be read.

    The members of a breakdown are entries, like what stands beside them.
    """
    root = read(content, "", longest=LONGEST).value
    pairs = root.pairs if isinstance(root, Entries) else ()
    inner = [node.pairs for key, node in pairs if slug(key.value) == _MEMBERS and isinstance(node, Entries)]
    beside = [(key, node) for key, node in pairs if slug(key.value) != _MEMBERS]
    return {key.value: repr(_said(node)) for key, node in (*beside, *(pair for found in inner for pair in found))}


def _said(node: Node) -> object:
    """What a node says, wherever it stands."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Entries):
        return [(key.value, _said(value)) for key, value in node.pairs]
    return [_said(item) for item in node.nodes]
