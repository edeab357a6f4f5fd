"""Values as lines of YAML that our reader reads back as they were typed."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from bantin.editors.procedures.cells import Plain
from bantin.reading import Keys

_ENDLESS = 1_000_000


class _Lines(yaml.SafeDumper):
    """Every value is a text, so none needs quotation marks for what plain YAML would make of it."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - as the class above has it

    def ignore_aliases(self, data: Any) -> bool:
        """Whatever stands twice is written twice: our reader refuses signs for «the same as there»."""
        return True

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        """A name with a colon in it is quoted: at the begin of a line it looks like a slip."""
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, _ in node.value:
            key.style = "'" if ":" in key.value else None
        return node

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def lines_of(value: Plain) -> str:
    """The value as YAML, each text on one line."""
    return yaml.dump(value, Dumper=_Lines, allow_unicode=True, sort_keys=False, width=_ENDLESS)


def comments(sentences: Iterable[str]) -> str:
    """Sentences as comments."""
    return "".join(f"# {sentence}\n" for sentence in sentences)


def ordered(said: Mapping[str, Plain], keys: Keys) -> dict[str, Plain]:
    """What is said, in the order of the keys, without what says nothing."""
    return {key.name: said[key.name] for key in keys if said.get(key.name)}
