"""A data file as it was typed: where each name and value begins and ends, whatever its quotes, line ends and letters.

The readers see a file in NFC with plain line ends; whoever changes one must know the letters that are really there. So
the text is parsed as it is, and names are compared as the readers compare them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from bantin.editors.forms.statements import BY_PLACE, FIGURES, TARGETS
from bantin.model import Catalogue, Scope
from bantin.places import Level, finding
from bantin.vietnamese import normalise, slug

Ids = tuple[str, ...]
"""The way to a value: the ids of the names that lead there."""


class Place(NamedTuple):
    """A name of a file with what stands after it."""

    key: yaml.ScalarNode
    value: yaml.Node
    holder: yaml.MappingNode
    is_flow: bool
    """Whether it stands in braces."""
    path: tuple[str | int, ...]
    """The names that lead there, as they are written, and the numbers in lists."""


@dataclass(frozen=True)
class Names:
    """How the names of a file are told apart."""

    catalogue: Catalogue
    level: Level
    whole: Scope | None
    below: finding.NamesOfUnits = field(default_factory=dict)
    """The units that tables about many places may name …"""
    whole_below: Scope | None = None
    """… and what is all of one of them."""

    def ids(self, above: Ids, name: str) -> Ids | None:
        """The way that a name below others leads; None where it names nothing that we know."""
        if not above or above[0] not in (FIGURES.id, TARGETS.id, BY_PLACE.id):
            return (*above, slug(name))
        if len(above) == 3 and above[0] == BY_PLACE.id:
            return self._row(above, name)
        if len(above) == 1:
            return self._part(above, name)
        indicator = self.catalogue.indicator(name) if len(above) == 2 else None
        return (*above, indicator.id) if indicator else (*above, slug(name)) if len(above) > 2 else None

    def _row(self, above: Ids, name: str) -> Ids:
        """A row of a table about many places; that of an office is a figure of the publisher's own."""
        found, member = finding.among(name, self.below), self.catalogue.member(name)
        if not found and member:
            is_bare = self.whole and self.whole_below and above[1] == self.whole_below.id
            scope = self.whole.id if self.whole and is_bare else above[1]
            return FIGURES.id, f"{scope}-{member.id}", above[2]
        return (*above, found[0].path if len(found) == 1 else slug(name))

    def _part(self, above: Ids, name: str) -> Ids | None:
        if part := self.catalogue.slice(name, None if above[0] == BY_PLACE.id else self.level):
            return (*above, part.id)
        indicator = self.catalogue.indicator(name)  # of the place itself, without a scope
        whole = self.whole_below if above[0] == BY_PLACE.id else self.whole
        return (*above, whole.id, indicator.id) if indicator and whole else None


def composed(text: str) -> yaml.MappingNode | None:
    """The tree of a text, which has no byte order mark, with the marks of its letters; None where it holds no names."""
    node = yaml.compose(text, yaml.CSafeLoader)
    return node if isinstance(node, yaml.MappingNode) else None


def places_in(root: yaml.MappingNode, ids: Callable[[Ids, str], Ids | None]) -> Mapping[Ids, Place]:
    """Every place that a way leads to; in lists, of the first of each name."""
    found: dict[Ids, Place] = {}
    for way, place in _below(root, (), ids, path=(), is_flow=in_braces(root)):
        found.setdefault(way, place)
    return found


def _below(
    holder: yaml.MappingNode,
    above: Ids,
    ids: Callable[[Ids, str], Ids | None],
    *,
    path: tuple[str | int, ...],
    is_flow: bool,
) -> Iterator[tuple[Ids, Place]]:
    for key, value in holder.value:
        name = normalise(str(key.value)).strip()
        way = ids(above, name)
        if way is None:
            continue
        yield way, Place(key, value, holder, is_flow, (*path, name))
        for step, group in _groups(value):
            flow = is_flow or in_braces(value) or in_braces(group)
            yield from _below(group, way, ids, path=(*path, name, *step), is_flow=flow)


def _groups(value: yaml.Node) -> Iterator[tuple[tuple[int, ...], yaml.MappingNode]]:
    if isinstance(value, yaml.MappingNode):
        yield (), value
    elif isinstance(value, yaml.SequenceNode):
        yield from (((at,), one) for at, one in enumerate(value.value) if isinstance(one, yaml.MappingNode))


def groups_of(value: yaml.Node) -> list[yaml.MappingNode]:
    """The groups that a value holds: itself, or those of a list."""
    return [group for _, group in _groups(value)]


def in_braces(node: yaml.Node) -> bool:
    """Whether a group or a list stands in braces or brackets."""
    return bool(getattr(node, "flow_style", False))


def begins(node: yaml.Node) -> int:
    """Where a node begins in its text."""
    return int(node.start_mark.index)


def ends(node: yaml.Node, text: str) -> int:
    """Where the last letter of a node ends, without the blank lines and comments that follow."""
    if isinstance(node, yaml.ScalarNode):
        end = int(node.end_mark.index)
        return len(text[:end].rstrip()) if node.style in ("|", ">") else end
    if in_braces(node):
        return int(node.end_mark.index)
    last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return ends(last, text)
