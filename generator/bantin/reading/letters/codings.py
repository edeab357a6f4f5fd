"""A way in which the letters of a text are coded, or were misread."""

import re
from collections.abc import Callable
from typing import NamedTuple


class Coding(NamedTuple):
    """What the words of a garbled text meant."""

    name: str
    word: re.Pattern[str]
    """A word, as this coding has words."""
    meant: Callable[[str], str | None]
    """The word that was meant, or None where none can be."""
    is_sure: Callable[[str, str], bool]
    """Whether a word, and what it meant, can be nothing but garbled."""
