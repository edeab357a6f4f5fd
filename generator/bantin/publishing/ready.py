"""A page's body with what is ready set apart: an engine converts the rest, and the HTML is put back as it was."""

import re
from dataclasses import dataclass
from itertools import groupby

_READY = re.compile(
    r"</?(?:p|h[1-6]|div|figure|ul|ol|dl|table|blockquote|pre|hr|details|section|article|aside|nav|form)(?=[\s>/])"
)
"""How a block begins that no engine would change."""
_MARKDOWN_INSIDE = re.compile(r"<[a-z][^<>]*\smarkdown(?=[\s=>])")
"""HTML that asks for a conversion of what it holds, as the extension md_in_html offers."""
_PLACE = '<div data-cho="{}"></div>'
_PLACES = re.compile(_PLACE.format(r"(\d+)"))
WHOLE = _PLACE.format(0)
"""The Markdown of a page that is ready as a whole."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A body, and the HTML that is not in it."""

    markdown: str
    """The body with a place for every run of blocks that are ready."""
    ready: tuple[str, ...]

    def put_back(self, html: str) -> str:
        """What an engine made of the Markdown, with the HTML in its places."""
        return _PLACES.sub(lambda place: self._at(int(place[1])), html)

    def _at(self, place: int) -> str:
        return self.ready[place] if place < len(self.ready) else ""


def set_apart(body: str) -> Apart:
    """The blocks of a body that are ready apart from the others."""
    if "markdown" in body and _MARKDOWN_INSIDE.search(body):
        return Apart(body, ())
    runs = [(ready, list(blocks)) for ready, blocks in groupby(body.split("\n\n"), _is_ready)]
    ready = tuple("\n\n".join(blocks) for is_ready, blocks in runs if is_ready)
    places = (_PLACE.format(place) for place in range(len(ready)))
    return Apart("\n\n".join(next(places) if is_ready else "\n\n".join(blocks) for is_ready, blocks in runs), ready)


def _is_ready(block: str) -> bool:
    return bool(_READY.match(block))
