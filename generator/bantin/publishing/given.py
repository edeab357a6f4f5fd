"""What an engine is given: pages and other files that nobody wrote, made when they are asked for, and what every page
says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml


class EngineError(Exception):
    """An engine could not build the site; says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as every engine takes it."""

    meta: Mapping[str, object]
    """Its surroundings, for the theme."""
    body: str
    """Blocks with a blank line between them, nearly always HTML that is ready."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Files that stand beside it, by their names."""

    @property
    def markdown(self) -> str:
        """The page as a Markdown file: its surroundings as YAML, then its body."""
        said = "".join(_yaml(name, value) for name, value in self.meta.items())
        return f"---\n{said}---\n{self.body}\n"


def _yaml(name: str, value: object) -> str:
    """One key of what surrounds a page; each member of a list stands on a line."""
    one_line = None if isinstance(value, list | dict) else False
    return yaml.dump(
        {name: value},
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=one_line,
    )


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file below the folder of pages."""

    path: str
    held: str | bytes | Callable[[], Rendered]
    """What it holds; of a page, what makes that."""

    @property
    def is_page(self) -> bool:
        """Whether an engine makes a page of it."""
        return callable(self.held)

    def content(self) -> str | bytes:
        """What the file holds; a TemplateProblem where its page cannot be printed."""
        return self.held().markdown if callable(self.held) else self.held

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """The file and, of a page, those that stand beside it, by their paths."""
        if not callable(self.held):
            yield self.path, self.held
            return
        page = self.held()
        yield self.path, page.markdown
        yield from ((beside(self.path, name), text) for name, text in page.beside.items())


def beside(path: str, name: str) -> str:
    """The path of a file of some name beside another."""
    return f"{path.rpartition('/')[0]}/{name}".lstrip("/")


@dataclass(frozen=True)
class Given:
    """All that a site's pages are made from."""

    files: tuple[GivenFile, ...]
    """The files of the folder of pages."""
    menu: tuple[Mapping[str, str], ...] = ()
    """The pages that every page leads to, each with «title» and «path»."""
    newest: str = ""
    """The newest date on any page, which stands for pages that have none: no clock inside a page."""
    home: Mapping[str, object] = field(default_factory=dict)
    """The surroundings of the home page, of which every page may tell."""
