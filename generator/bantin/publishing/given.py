"""What an engine is given: files that nobody wrote, made when they are asked for, and what every page says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file below the folder of pages."""

    path: str
    held: str | bytes | Callable[[], str]
    """What it holds, or what makes that."""

    def content(self) -> str | bytes:
        """What the file holds; a TemplateProblem where its page cannot be printed."""
        return self.held() if callable(self.held) else self.held


@dataclass(frozen=True)
class Given:
    """All that a site's pages are made from."""

    files: tuple[GivenFile, ...]
    """The files of the folder of pages."""
    menu: tuple[Mapping[str, str], ...] = ()
    """The pages that every page leads to, each with «title» and «path»."""
    newest: str = ""
    """The newest date on any page, which stands for pages that have none: no clock inside a page."""
