"""What a search knows of a page: its title, where it belongs, its headings, and its prose.

Tables, drawings and menus are left out: their words would find every page of the site. Our HTML is well-formed, so a
few passes of expressions do what a walk through all tags would.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

_PROSE = frozenset(
    {"bulletin", "article", "page", "indicator", "procedure", "procedure_here", "life_event", "announcement"}
)
"""The kinds of pages of which more than the title is searched: those of places and lists only repeat them."""
_SILENT = frozenset({"units", "namesakes", "search", "home", "design", "indicator_province"})
"""The kinds of which nothing is: the names of units, what leads to them, and parts of the page of an indicator."""
_MARK = "data-search-exclude"
_VALUES = r'(?:\s+[\w:-]+(?:="[^"]*+")?+)'
_MARKED = re.compile(rf"<([a-z][\w-]*+)({_VALUES}*?)\s+{_MARK}(?:=\"[^\"]*+\")?+({_VALUES}*+\s*+/?+>)")
_NO_PROSE = re.compile(
    r"<(script|style|object|table|figure|svg|nav|form)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL
)
_HEADING = re.compile(r'<(h[2-6])\b(?=[^<>]*\sid="([^"]*)")[^<>]*+>(.*?)(?:</\1\s*>|\Z)', re.DOTALL)
_REST = r'(?:[\s/][^<>"]*+(?:"[^"]*+"[^<>"]*+)*+)?+>'
_OF_PROSE = "p|li|dt|dd|blockquote"
_BLOCK = re.compile(
    rf"<(?:{_OF_PROSE}){_REST}(.*?)(?=</?(?:{_OF_PROSE}|ul|ol|dl|div|section|details|h[1-6])[\s>/]|\Z)", re.DOTALL
)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
_TAG = re.compile(rf"</?([a-zA-Z][\w:-]*+){_REST}")
_INSIDE_WORDS = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "dfn", "em", "i", "mark", "q", "s", "span", "strong", "sub", "sup", "time"),
        *("u", "var", "wbr"),
    }
)


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a search knows it."""

    kind: str
    address: str
    """From the site's root, with the slash at its end; «» is the home page."""
    title: str
    around: str = ""
    """The titles of the pages above it: of its province, of its place."""
    updated: str = ""
    """The day of its newest source, as in 2023-08-20; «» where it has none."""
    also: tuple[str, ...] = ()
    """What else people call what it is about."""
    text: str = ""
    """Its prose."""
    headings: tuple[tuple[str, str], ...] = ()
    """Each with its anchor, which comes first."""
    rows: int = 0
    """How many rows the tables of an indicator's page have: how much is published of it."""


def document_of(meta: Mapping[str, object], address: str, html: str) -> Document | None:
    """What a search knows of a page, by what surrounds it and its HTML; None where that is nothing."""
    kind = str(meta.get("kind", ""))
    if kind in _SILENT:
        return None
    trail = meta.get("trail")
    titles = [str(link.get("title", "")) for link in trail] if isinstance(trail, list) else []
    also = meta.get("also")
    seen = _NO_PROSE.sub(" ", without_hidden(html)) if kind in _PROSE else ""
    return Document(
        kind, address, str(meta.get("title", "")), ", ".join(reversed(titles)), str(meta.get("updated") or ""),
        tuple(map(str, also)) if isinstance(also, list) else (), _prose(seen), tuple(_headings(seen)),
        html.count("<tr") if kind == "indicator" else 0,
    )  # fmt: skip


def _headings(html: str) -> Iterator[tuple[str, str]]:
    return ((unescape(found[2]), words_in(_PERMALINK.sub("", found[3]))) for found in _HEADING.finditer(html))


def _prose(html: str) -> str:
    blocks = (words_in(block[1]) for block in _BLOCK.finditer(html))
    return " ".join(block for block in blocks if block)


def words_in(html: str) -> str:
    """HTML without its tags; those that stand inside words leave no space."""
    return " ".join(unescape(_TAG.sub(lambda tag: "" if tag[1] in _INSIDE_WORDS else " ", html)).split())


def without_hidden(html: str) -> str:
    """HTML without the elements that are marked as nothing to be found."""
    kept: list[str] = []
    after = 0
    for marked in _marked(html):
        if marked.start() >= after:
            kept.append(html[after : marked.start()])
            after = _end_of(html, marked)
    return "".join((*kept, html[after:])) if after else html


def unmarked(html: str) -> str:
    """HTML without those marks, which tell a reader nothing."""
    parts: list[str] = []
    after = 0
    for marked in _marked(html):
        parts.append(f"{html[after : marked.start()]}<{marked[1]}{marked[2]}{marked[3]}")
        after = marked.end()
    return "".join((*parts, html[after:])) if after else html


def _marked(html: str) -> Iterator[re.Match[str]]:
    place = html.find(_MARK)
    while place >= 0:
        if marked := _MARKED.match(html, max(0, html.rfind("<", 0, place))):
            yield marked
        place = html.find(_MARK, max(place + 1, marked.end() if marked else 0))


def _end_of(html: str, start: re.Match[str]) -> int:
    """Where the element ends that begins with a tag; the end of the page where nothing closes it."""
    depth = 1
    for tag in re.compile(rf"<(/?){start[1]}(?=[\s>])[^>]*>").finditer(html, start.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)
