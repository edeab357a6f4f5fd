"""Whether a bulletin's page says what was published: every figure as a text of its own, as it was printed."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from bantin.model import Report

_TEXT = re.compile(r">([^<>]*[^<>\s][^<>]*)<")
_AGAIN = re.compile(r'<dl class="the-so".*?</dl>', re.DOTALL)
"""What is shown in large stands in a table, too."""


def missing_figures(reports: Iterable[Report], html: str) -> list[str]:
    """The printed figures and targets of some reports that a page does not show, or does not show often enough."""
    texts = _TEXT.findall(_AGAIN.sub("", html))
    said = [value.text for report in reports for value in report.figures_and_targets]
    if not Counter(said) - Counter(texts) and "&" not in "".join(said):  # nearly always: all are there to the letter
        return []
    shown, printed = Counter(_words(unescape(text)) for text in texts), Counter(map(_words, said))
    return sorted((printed - shown).elements())


def _words(text: str) -> str:
    return " ".join(text.split())
