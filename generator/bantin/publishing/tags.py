"""HTML and CSS into what they link to and load, the anchors that a page has, and its elements."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

# Markup as browsers split it. Nothing backtracks, and what is never closed reaches to the end: time grows with the page
# alone, whatever stands in it.
_NAME = rb"[^\s/>][^\s/>=]*+"
_ATTRIBUTES = rb"""(?:[\s/]++|NAME(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+)*+"""
_ATTRIBUTES = _ATTRIBUTES.replace(b"NAME", _NAME)
_MARKUP = re.compile(
    rb"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?)"  # a comment
    rb"|<(?:[!?]|/(?![a-zA-Z]))[^>]*+"  # what browsers take for one
    # What holds no tags, whatever it looks like; the slash of <title/> closes it in a drawing.
    rb"|<(?P<raw>(?i:script|style|textarea|title|iframe|xmp|noembed|noframes))(?=[\s/>])(?P<said>" + _ATTRIBUTES + rb")"
    rb"(?:(?<=/)>|>(?P<text>[^<]*+(?:<(?!/(?i:(?P=raw))[\s/>])[^<]*+)*+))"
    rb"|<(?!/?[a-zA-Z][a-zA-Z0-9]*+>)(?P<name>/?[a-zA-Z][^\s/>]*+)(?P<rest>" + _ATTRIBUTES + rb")(?P<end>>?)"
)  # fmt: skip
_ATTRIBUTE = re.compile(rb"(" + _NAME + rb""")(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+""")
_ALONE = re.compile(rb""" (href|id)="([!#-%(-;=?-~]++)\"""")
"""A tag's only attribute, as most are."""
_REFRESH = re.compile(r"""[\d.\s]*+[;,]\s*+(?:url\s*+=\s*+)?+(?:"([^"]*)|'([^']*)|(.+))""", re.IGNORECASE | re.DOTALL)
_SRCSET = re.compile(r"([^\s,]\S*+)(?:(?<=,)|[^,]*+)")
_NO_STYLE = re.compile(r"/\*.*?(?:\*/|\Z)|@namespace\b[^;]*+", re.DOTALL | re.IGNORECASE)
FOREIGN = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
"""An address that names another host."""
_HANDLER = re.compile("on[a-z]{3,}")
_IN_AN_ADDRESS = re.compile("^[\x00-\x20]+|[\t\r\n]")
"""What browsers leave out of an address."""
_STYLE_URL = re.compile(r"""(?:\burl\(\s*+["']?+|@import\s*+["'])([^"')]++)""", re.IGNORECASE)
_LINKS = {
    "a": ("href", "xlink:href"), "area": ("href",), "form": ("action",), "button": ("formaction",),
    "input": ("formaction",),
}  # fmt: skip
_LOADED = {
    "script": ("src", "href", "xlink:href"), "img": ("src", "srcset"), "source": ("src", "srcset"), "track": ("src",),
    "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "link": ("href", "imagesrcset"), "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"), "feimage": ("href", "xlink:href"),
}  # fmt: skip
# What <link> only tells: nothing is loaded from there.
_TOLD = {
    "alternate", "author", "bookmark", "canonical", "edit", "help", "license", "me", "next", "pingback", "prev",
    "privacy-policy", "profile", "search", "shortlink", "terms-of-service",
}  # fmt: skip


class Link(NamedTuple):
    """A link of a page, unescaped."""

    target: str
    is_loaded: bool
    """Whether a browser fetches it by itself."""
    is_run: bool = False
    """Whether it is no link at all, but the name of an attribute that holds a script: «onclick»."""


class Element(NamedTuple):
    """A start tag, and what stands in it where that is no markup, as in a script."""

    name: str
    values: Mapping[str, str]
    """Its attributes, unescaped."""
    inside: bytes


def elements(text: bytes) -> Iterator[Element]:
    """The elements of a page that have attributes or hold no markup, in order."""
    for match in _MARKUP.finditer(text):
        raw, said, inside, name, rest, end = match.groups()
        if raw or (end and name and name[:1] != b"/"):
            tag = (raw or name).lower().decode("utf-8", "replace")
            yield Element(tag, _values(said if raw else rest), inside or b"")


def links_and_ids(text: bytes) -> tuple[list[Link], set[str]]:
    """What a page links to and loads, each once and in order, and the anchors that it has."""
    links: dict[Link, None] = {}
    ids: set[str] = set()
    for match in _MARKUP.finditer(text):
        raw, said, inside, name, rest, end = match.groups()
        if raw:
            name, rest = raw, said
            if raw.lower() == b"style" and inside:
                links |= dict.fromkeys(loaded_by_style(inside.decode("utf-8", "replace")))
        elif not end or name[:1] == b"/":  # a tag that is never closed is none
            continue
        if rest:
            found, its_ids = _of_tag(name, rest)
            if found:
                links |= dict.fromkeys(found)
            ids.update(its_ids)
    return list(links), ids


@lru_cache(maxsize=20_000)  # the same head and the same navigation stand on every page
def _of_tag(name: bytes, said: bytes) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """What a start tag links to and loads, and the anchors it makes."""
    if alone := _ALONE.fullmatch(said):
        value = alone[2].decode()
        if alone[1] == b"id":
            return (), (value,)
        if name == b"a":
            return (Link(value, is_loaded=False),), ()
    tag, values = name.lower().decode("utf-8", "replace"), _values(said)
    ids = (values.get("id"), values.get("name") if tag == "a" else None)
    return tuple(_targets(tag, values)), tuple(id for id in ids if id)


def _values(said: bytes) -> dict[str, str]:
    """The attributes of a start tag, unescaped; of two of one name the first counts."""
    values: dict[str, str] = {}
    for key, *value in _ATTRIBUTE.findall(said):
        values.setdefault(key.lower().decode("utf-8", "replace"), unescape(b"".join(value).decode("utf-8", "replace")))
    return values


def _targets(tag: str, values: dict[str, str]) -> Iterator[Link]:
    yield from (Link(key, is_loaded=False, is_run=True) for key in values if _HANDLER.fullmatch(key))
    if "style" in values:
        yield from loaded_by_style(values["style"])
    if tag == "meta":
        refresh = _REFRESH.match(values.get("content", ""))
        if refresh and values.get("http-equiv", "").strip().lower() == "refresh":
            target = (refresh[1] or refresh[2] or refresh[3] or "").strip()
            yield from [Link(target, is_loaded=False)] if target else []
        return
    is_loaded = tag in _LOADED and (tag != "link" or bool(set(values.get("rel", "").lower().split()) - _TOLD))
    for key in (*_LINKS.get(tag, ()), *_LOADED.get(tag, ())):
        value = values.get(key, "").strip()
        several = [part.rstrip(",") for part in _SRCSET.findall(value)] if key.endswith("srcset") else [value]
        yield from (Link(target, is_loaded) for target in several if target)


def is_script(target: str) -> bool:
    """Whether an address is a script that a browser would run: «javascript:…»."""
    return _IN_AN_ADDRESS.sub("", target)[:11].lower() == "javascript:"


def loaded_by_style(text: str) -> Iterator[Link]:
    """What a style sheet loads from elsewhere."""
    for match in _STYLE_URL.finditer(_NO_STYLE.sub(" ", text)):
        target = match[1].strip()
        if FOREIGN.match(target):
            yield Link(target, is_loaded=True)
