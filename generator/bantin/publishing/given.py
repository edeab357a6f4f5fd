"""A file of the folder of pages that nobody wrote: its path, and what it holds, made when it is asked for."""

from collections.abc import Callable
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
