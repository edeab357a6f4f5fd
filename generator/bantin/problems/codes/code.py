"""What a code says to editors who have never seen YAML."""

from typing import NamedTuple


class Code(NamedTuple):
    """What a code means, in Vietnamese."""

    summary: str
    """A sentence: what was found. It stands alone in lists."""
    details: str
    """One to three sentences: why it matters, and how to write it right."""
    contradiction: bool = False
    """Whether what was printed contradicts itself, or the law: readers are told of that, and of nothing else."""

    @property
    def explanation(self) -> str:
        """All that the manual says of it."""
        return f"{self.summary} {self.details}"
