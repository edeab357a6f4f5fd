"""What a page may load and run, said to the browser in the page itself: its Content-Security-Policy.

Everything comes from the site. A script or style that stands in a page is allowed by its hash alone, which is taken of
the finished page, so that what a site's own template writes is allowed as well, and nothing that came in by a text is.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from bantin.publishing.tags import Element, elements

Allowed = frozenset[tuple[str, str]]
"""What a page needs beyond the files of the site: pairs of a directive and a source, («script-src», «'sha256-…'»)."""

_SELF = "'self'"
_DIRECTIVES = {
    "default-src": "'none'", "script-src": _SELF, "style-src": _SELF, "img-src": f"{_SELF} data:", "font-src": _SELF,
    "connect-src": _SELF, "media-src": _SELF, "manifest-src": _SELF, "form-action": _SELF, "base-uri": "'none'",
    "object-src": "'none'",
}  # fmt: skip
_OF_HEADER = "frame-ancestors 'none'"
"""What browsers take from a header alone."""
_MOST = 25
"""The most that a header names: hosts take no line of more than 2,000 signs. Every page names its own all the same."""
_MARK = '<meta http-equiv="Content-Security-Policy"'
_BEGINNING = re.compile(
    r"(?:\s++|<!--.*?-->|<![^>]*+>|<html(?=[\s>])[^>]*+>|<head(?=[\s>])[^>]*+>)*+(?:<meta\b[^>]*\bcharset\b[^>]*+>)?+",
    re.IGNORECASE | re.DOTALL,
)
"""A page up to where its policy stands: nothing that it rules over may come before."""
_OTHER_SCRIPT = re.compile(rb'<script(?! src="| type="application/ld\+json">)')
"""What may be a script in a page, and none that every page of ours has."""
_STYLE = re.compile(rb"style(?:\s*=|(?<=<style))")


def policy(allowed: Collection[tuple[str, str]] = (), *, in_header: bool = False) -> str:
    """The policy of a page that needs this; in a header it also says who may show the site inside another."""
    if in_header and len(allowed) > _MOST:  # the stricter policy of each page counts beside it
        allowed = {(directive, "'unsafe-inline'") for directive, _ in allowed}
    said = [" ".join([name, base, *sorted(source for directive, source in allowed if directive == name)])
            for name, base in _DIRECTIVES.items()]  # fmt: skip
    return "; ".join([*said, _OF_HEADER] if in_header else said)


def guarded(page: str) -> tuple[str, Allowed]:
    """A finished page with its policy, and what that allows; the policy is the first that a browser reads."""
    allowed = allowed_in(page)
    match = _BEGINNING.match(page)
    place = match.end() if match else 0
    return f'{page[:place]}{_MARK} content="{policy(allowed)}">{page[place:]}', allowed


def allowed_in(page: str) -> Allowed:
    """The scripts and styles that stand in a page, as its policy names them."""
    text = _bytes(page)
    plain = text.lower()
    if not _OTHER_SCRIPT.search(plain) and not _STYLE.search(plain):  # as on nearly all pages of ours
        return frozenset()
    text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as browsers read it
    return frozenset(pair for element in elements(text) for pair in _needed(element))


def _needed(element: Element) -> Iterator[tuple[str, str]]:
    """What has to be allowed for an element to work."""
    if "style" in element.values:
        yield from (("style-src", source) for source in ("'unsafe-hashes'", _hash(_bytes(element.values["style"]))))
    is_data = element.values.get("type", "").strip().lower().endswith("json")
    if element.inside and element.name == "style":
        yield "style-src", _hash(element.inside)
    elif element.inside and element.name == "script" and "src" not in element.values and not is_data:
        yield "script-src", _hash(element.inside)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")  # as engines write it


def _hash(content: bytes) -> str:
    return f"'sha256-{b64encode(sha256(content).digest()).decode()}'"


def guard_others(site: Path) -> Allowed:
    """The pages below a folder that have no policy yet, as other plugins write some, get theirs."""
    allowed: set[tuple[str, str]] = set()
    for path in sorted(site.rglob("*.html")):
        page = path.read_bytes().decode("utf-8", "surrogateescape")
        if _MARK not in page:
            page, needed = guarded(page)
            path.write_bytes(page.encode("utf-8", "surrogateescape"))
            allowed |= needed
    return frozenset(allowed)
