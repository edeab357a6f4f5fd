"""What a code says to editors who have never seen YAML."""

from typing import NamedTuple


class Code(NamedTuple):
    """What a code means, in Vietnamese."""

    summary: str
    """A sentence: what was found. It stands alone in lists."""
    details: str
    """One to three sentences: why it matters, and how to write it right."""
    put_right: bool = False
    """Whether reading puts it right, so that it is of interest to the editor alone."""

    @property
    def explanation(self) -> str:
        """All that the manual says of it."""
        return f"{self.summary} {self.details}"
