"""What a data file holds, value by value, as the project's own reader reads it: the proof of a splice."""

from collections.abc import Mapping

from bantin.editors.forms.splices import Path, Spliced
from bantin.problems import Location, Text
from bantin.reading import Entries, Items, Node, tree_of
from bantin.vietnamese import normalise


def hold(path: str, before: bytes, after: bytes, *, made: Spliced) -> None:
    """See that a file holds what it held, with what the form says in its place; anything else is a mistake of ours."""
    was, now = (tree_of(content, path).value for content in (before, after))
    old = {way: text for way, (text, _) in flat(was).items()} if was else {}
    wanted = {way: text for way, text in old.items() if way not in made.gone} | made.holds
    found = {way: text for way, (text, _) in flat(now).items()} if now else {}
    if _compared(found) != _compared(wanted):
        raise AssertionError(f"{path} would not hold what the form says")


def _compared(values: Mapping[Path, str]) -> dict[Path, str]:
    return {
        way: "\n".join(line.rstrip() for line in normalise(text).strip().split("\n")) for way, text in values.items()
    }


def flat(node: Node | None, way: Path = ()) -> dict[Path, tuple[str, Location]]:
    """Every value by the names that lead to it, and where it stands."""
    if isinstance(node, Entries):
        parts = (flat(value, (*way, key.value)) for key, value in node.pairs)
    elif isinstance(node, Items):
        parts = (flat(value, (*way, number)) for number, value in enumerate(node.nodes))
    else:
        return {way: (node.value, node.at)} if isinstance(node, Text) else {}
    return {name: value for part in parts for name, value in part.items()}
