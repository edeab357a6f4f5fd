"""Markdown that editors wrote, as harmless HTML; what it links to and shows, what its headings are called.

Nothing in a text is evaluated. Only the tags and attributes of an allow-list are left, and no page calls a third party.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple, Protocol

import nh3
from markupsafe import Markup, escape

from bantin.vietnamese import slug

# A check that finds every text as it was needs no converter, and its import takes a twentieth of a second.
if TYPE_CHECKING:
    from markdown import Markdown

MAX_LETTERS, MAX_LINES = 30_000, 2_000
"""How long a text of an editor may be: longer ones are not read, or turned into a page, in good time."""


def is_too_long(text: str) -> bool:
    """Whether a text is longer than any that an editor writes."""
    return len(text) > MAX_LETTERS or text.count("\n") > MAX_LINES


TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "hr", "i", "img",
    "ins", "kbd", "li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"},
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel"}
PREFIX = "muc-"
"""What the ids of headings begin with inside a page that has ids of its own."""
OWN_IDS = frozenset({"noi-dung", "tim-kiem", "dau-trang", "nguon"})
"""The ids that every page of ours has."""

_PLACEHOLDER = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\ue001]")
_TAG_OR_PLACEHOLDER = re.compile(rf'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|{_PLACEHOLDER.pattern}')
# What `reading` refuses in a file comes back as «&#x202E;».
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")  # Material takes its settings from the element «__config»
BLANKS = re.compile(r"\n\s*\n")
_OPENING = {")": "(", "]": "[", ">": "<"}
_SIGN = re.compile(r"[][()>]|<(?=[a-zA-Z/!?])|\n[ \t]*\n")
_UNFINISHED = re.compile(r"`{10,}|\]\([^\s()]*\s+[\"'][^\"')]*\)")  # code, and the title of a link
_DEEPEST = 20
SIZES = "(min-width: 48em) 44rem, 100vw"
"""How wide a picture of a text is shown."""


@dataclass(frozen=True, slots=True)
class Led:
    """Where a link of a text leads, or a picture comes from, seen from its page."""

    href: str
    said: str = ""
    """What stands beside the link: «PDF, 1,2 MB»."""
    width: int = 0
    height: int = 0
    small: str = ""
    """The same picture for small screens: its address and how wide it is, as in «anh.640.jpg 640w»."""

    @property
    def srcset(self) -> str:
        """Both, as HTML asks for them; «» where there is one."""
        return f"{self.small}, {self.href} {self.width}w" if self.small else ""


Lead = Callable[[str], Led | None]
"""Says where an address leads that stands in a text; None where the page can have no such link or picture."""


class Reached(NamedTuple):
    """A link or picture of a text as it was typed, and which of the equal ones it is, from 0."""

    target: str
    is_picture: bool
    turn: int


class Span(Protocol):
    """A stretch of a text that is not Markdown of an editor."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure or target that a text mentions."""

    start: int
    end: int
    """Where the reference stands in the text."""
    text: str
    label: str
    path: str
    """The page of the figure, seen from the site's root."""


def editors_markdown(text: str, lead: Lead | None = None, *, prefix: str = PREFIX) -> Markup:
    """Markdown that an editor wrote, as HTML of which only harmless tags, attributes and links are left."""
    said: dict[str, Led] = {}

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return value if _ID.fullmatch(value) else None
        if name not in ("href", "src"):
            return value
        if _PRIVATE.search(value):  # a figure is no address
            return None
        led = lead(value) if lead else _as_typed(value)
        if led is None or (tag == "img" and _is_elsewhere(led.href)):
            return None
        said[led.href] = led
        return led.href

    cleaned = nh3.clean(
        _html(text, prefix),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        attribute_filter=attribute,
    )
    # A blank line, as in a block of code, would end the HTML block around this text for CommonMark.
    plain = BLANKS.sub("\n&#10;", _HIDDEN.sub("", cleaned).strip())
    return Markup(_with_what_is_said(plain, {str(escape(href)): led for href, led in said.items()}))  # noqa: S704 -- nh3 has cleaned it


def reached(text: str) -> tuple[Reached, ...]:
    """The links and pictures of a text, in order, as an editor typed them."""
    looker = _Looker()
    looker.feed(_html(text, PREFIX))
    return tuple(looker.found)


def headings(text: str, *, prefix: str = PREFIX) -> tuple[tuple[int, str, str], ...]:
    """The headings of a text: level, id, words."""
    looker = _Looker()
    looker.feed(editors_markdown(text, prefix=prefix))
    return tuple(looker.headings)


def prose(
    text: str,
    mentions: Sequence[Mention],
    address: Callable[[str], str],
    lead: Lead | None = None,
    *,
    prefix: str = PREFIX,
) -> Markup:
    """A text as HTML, each mention of a figure printed as published and linked to its bulletin."""
    html = editors_markdown(without_mentions(text, mentions), lead, prefix=prefix)
    texts = {str(index): escape(mention.text) for index, mention in enumerate(mentions)}
    links = {str(index): _printed(address, mention) for index, mention in enumerate(mentions)}
    in_link = False

    def printed(match: re.Match[str]) -> str:
        nonlocal in_link
        if match[1]:
            return (texts if in_link else links).get(match[1], "")
        in_link = (in_link or match[0].startswith("<a ")) and match[0] != "</a>"
        return _PLACEHOLDER.sub(lambda inside: texts.get(inside[1], ""), match[0])  # in a title

    return Markup(_TAG_OR_PLACEHOLDER.sub(printed, html))  # noqa: S704 -- escaped


def without_mentions(text: str, spans: Sequence[Span]) -> str:
    """The text with a placeholder for each mention."""
    pieces, end = [], 0
    for index, span in enumerate(spans):
        pieces += [_PRIVATE.sub("", text[end : span.start]), f"\ue000{index}\ue001"]
        end = span.end
    return "".join(pieces) + _PRIVATE.sub("", text[end:])


@lru_cache(32)  # a text is asked for its links, for its headings and for itself, one soon after the other
def _html(text: str, prefix: str) -> str:
    plain = f"<p>{escape(text)}</p>"
    try:
        return plain if _is_tangled(text) else _converter(prefix).reset().convert(text)
    except RecursionError:  # lists inside lists, hundreds deep
        _converter.cache_clear()  # it still believes itself inside them
        return plain


@cache  # to make one takes longer than most texts
def _converter(prefix: str) -> "Markdown":
    from markdown import Markdown  # noqa: PLC0415

    def id_of(text: str, separator: str) -> str:
        found = slug(_PLACEHOLDER.sub(" ", text))
        return found if not prefix and found and found not in OWN_IDS else f"{PREFIX}{found}"

    return Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "toc"], extension_configs={"toc": {"slugify": id_of}}
    )


def _is_tangled(text: str) -> bool:
    """Whether a text is longer, or has more unfinished brackets, than any editor writes.

    A converter looks for the end of each bracket up to the end of the text: twenty thousand take it minutes.
    """
    if is_too_long(text) or len(_UNFINISHED.findall(text)) > _DEEPEST:
        return True
    depth = Counter[str]()
    for match in _SIGN.finditer(text):
        sign = match[0]
        if sign in _OPENING:
            depth[_OPENING[sign]] = max(0, depth[_OPENING[sign]] - 1)
        elif sign.isspace():  # brackets end with their paragraph, tags do not
            depth["("] = depth["["] = 0
        else:
            depth[sign] += 1
            if depth[sign] > _DEEPEST:
                return True
    return False


def _printed(address: Callable[[str], str], mention: Mention) -> Markup:
    link = Markup('<a class="so-lieu" href="{}" title="{}">{}</a>')
    return link.format(address(mention.path), mention.label, mention.text)


def _as_typed(value: str) -> Led:
    return Led(value)


def _is_elsewhere(href: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|[/\\]", re.sub(r"[\x00-\x20]", "", href), re.IGNORECASE))


def _with_what_is_said(html: str, said: dict[str, Led]) -> str:
    """The HTML with the type and size beside links to documents, and the size of pictures in their tags."""
    if not any(led.said or led.width for led in said.values()):
        return html
    beside = ""

    def added(match: re.Match[str]) -> str:
        nonlocal beside
        tag, href = match[0], re.search(r' (?:href|src)="([^"]*)"', match[0])
        led = said.get(href[1]) if href else None
        if tag.startswith("<a "):
            beside = f' <span class="tep">({escape(led.said)})</span>' if led and led.said else ""
        elif tag == "</a>":
            tag, beside = f"</a>{beside}", ""
        elif tag.startswith("<img ") and led and led.width:
            sizes = f' srcset="{escape(led.srcset)}" sizes="{SIZES}"' if led.srcset else ""
            return f'<img width="{led.width}" height="{led.height}"{sizes} loading="lazy"{tag[4:]}'
        return tag

    return re.sub(r'<(?:a|img) [^"<>]*(?:"[^"]*"[^"<>]*)*>|</a>', added, html)


class _Looker(HTMLParser):
    """Finds links, pictures and headings in what Markdown became."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Reached] = []
        self.headings: list[tuple[int, str, str]] = []
        self._turns = Counter[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        target = values.get("href" if tag == "a" else "src") if tag in ("a", "img") else None
        if target is not None and not _PRIVATE.search(target):
            self.found.append(Reached(target, tag == "img", self._turns[target]))
            self._turns[target] += 1
        if re.fullmatch("h[2-4]", tag):
            self.headings.append((int(tag[1]), values.get("id") or "", ""))
            self._words = True

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[2-4]", tag):
            self._words = False

    def handle_data(self, data: str) -> None:
        if self._words and self.headings:
            level, id, words = self.headings[-1]
            self.headings[-1] = level, id, words + _PRIVATE.sub("", data)

    _words = False
