"""HTML of ours into what the search of Material knows of a page: its sections, each with a title and a text.

Our HTML is well-formed, so a few passes of expressions do what a walk through all tags would.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from html import escape, unescape
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

INDEX = "search/search_index.json"
"""Where the plugin of Material writes the index of a site."""
_MARK = "data-search-exclude"
_VALUES = r'(?:\s+[\w:-]+(?:="[^"]*+")?+)'
_MARKED = re.compile(rf"<([a-z][\w-]*+)({_VALUES}*?)\s+{_MARK}(?:=\"[^\"]*+\")?+({_VALUES}*+\s*+/?+>)")
_UNSEEN = re.compile(r"<(script|style|object)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r'<(h[1-6])\b(?=[^<>]*\sid="([^"]*)")[^<>]*+>(.*?)(?:</\1\s*>|\Z)', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
_REST = r'(?:[\s/][^<>"]*+(?:"[^"]*+"[^<>"]*+)*+)?+>'
_TAG = re.compile(rf"<(/?[a-zA-Z][\w:-]*+){_REST}")
_KEPT = ("p", "code", "pre", "li", "ol", "ul", "sub", "sup")
"""What a result of the search is shown with."""
_INSIDE_WORDS = (
    "a", "abbr", "b", "bdi", "cite", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "time", "u", "var",
    "wbr",
)  # fmt: skip
_SAID = {end + tag: f"<{end}{tag}>" for tag in _KEPT for end in ("", "/")} | {
    end + tag: "" for tag in _INSIDE_WORDS for end in ("", "/")
}
"""What becomes of a tag; of all others a space."""
_EMPTY = re.compile(r"<(p|code|pre|li|ol|ul|sub|sup)>\s*</\1>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)(?:#\w++|\w++);?")


class Entry(NamedTuple):
    """A section of a page, as the search finds it."""

    location: str
    """The page's address, and the section's anchor."""
    title: str
    text: str


def entries_of(address: str, title: str, html: str) -> tuple[Entry, ...]:
    """The sections of a page: one for every heading with an id, and what stands before the first.

    `title` stands for a heading without words.
    """
    return tuple(_entries(address, title, _UNSEEN.sub("", without_hidden(html))))


def _entries(address: str, title: str, html: str) -> Iterator[Entry]:
    headings = list(_HEADING.finditer(html))
    before = text_of(html[: headings[0].start()] if headings else html)
    has_preface = bool(before) or not headings or headings[0][1] != "h1"
    if has_preface:
        yield Entry(address, title, before)
    ends = (*(heading.start() for heading in headings), len(html))[1:]
    for number, (heading, end) in enumerate(zip(headings, ends, strict=True)):
        anchor = f"#{unescape(heading[2])}" if number or has_preface else ""
        yield Entry(
            f"{address}{anchor}", text_of(_PERMALINK.sub("", heading[3])) or title, text_of(html[heading.end() : end])
        )


def text_of(html: str) -> str:
    """The words of HTML, with the few tags that a result of the search is shown with."""
    pieces = _TAG.split(html)  # a text, the name of a tag, a text …
    pieces[1::2] = [_SAID.get(name, " ") for name in pieces[1::2]]
    text = "".join(pieces)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: escape(unescape(entity[0]), quote=False), text)
    text = " ".join(text.split())
    while (fuller := _EMPTY.sub("", text)) != text:
        text = fuller
    return text.strip()


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


def page_of(entry: Entry) -> str:
    """The address of the page that it is a section of: by this the index is ordered."""
    return entry.location.partition("#")[0]


def add_entries(index: Path, entries: Iterable[Entry]) -> None:
    """An index as the plugin wrote it has more entries, which come in the order of their pages; none is held long."""
    found = json.loads(index.read_text(encoding="utf-8"))
    others = sorted(found["docs"], key=_page_of)
    before, after = _json({**found, "docs": []}).split('"docs":[]')
    with index.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{before}"docs":[')
        for number, entry in enumerate(merge(others, (entry._asdict() for entry in entries), key=_page_of)):
            file.write(f",{_json(entry)}" if number else _json(entry))
        file.write(f"]{after}")


def count_in(index: Path) -> int:
    """How many entries an index has."""
    with index.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
        return sum(1 for _ in re.finditer(re.escape(_BEGIN), text))


def with_other_pages(index: Path, pages: Mapping[str, Iterable[Entry]], *, to: Path) -> bool:
    """Whether a copy of an index is written in which some pages, by their addresses, have these entries.

    That is impossible where a page has none, before or after: nobody could tell where its entries belong.
    """
    with index.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
        parts: list[bytes | tuple[int, int]] = []
        after = 0
        for page, entries in sorted(pages.items()):
            said = ",".join(_json(entry._asdict()) for entry in entries).encode()
            place = _place_of(text, page, start=after)
            if not (said and place):
                return False
            parts += [(after, place[0]), said]
            after = place[1]
        _write((*parts, (after, len(text))), text, to)
    return True


_BEGIN = b'{"location":'
"""What an entry begins with, and stands nowhere inside one: quotation marks do not, as they are."""


def _place_of(text: mmap, page: str, *, start: int) -> tuple[int, int] | None:
    """Where the entries of a page begin and end, without the comma after the last."""
    begin = _BEGIN + _json(page).encode()[:-1]
    first = start - 1
    while (first := text.find(begin, first + 1)) >= 0 and text[first + len(begin)] not in b'"#':
        pass
    if first < 0:
        return None
    after = first
    while text[after : after + len(begin)] == begin and text[after + len(begin)] in b'"#':
        end = text.find(_BEGIN, after + 1)
        if end < 0:
            return first, text.rfind(b"]", after)
        after = end
    return first, after - 1


def _write(parts: Iterable[bytes | tuple[int, int]], text: mmap, to: Path) -> None:
    """A file of some bytes and of parts of a text."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("wb") as file, memoryview(text) as whole:
        for part in parts:
            if isinstance(part, bytes):
                file.write(part)
            else:
                with whole[slice(*part)] as piece:
                    file.write(piece)


def _page_of(entry: Mapping[str, object]) -> str:
    return str(entry["location"]).partition("#")[0]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
