"""A finished site, a folder of HTML, into the links in it that lead nowhere.

Every page is looked at, whoever made it: this is the last check before a site takes the place of the old one.
"""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bantin.problems import excerpt, guess
from bantin.vietnamese import nearest

# What a proposal is looked for: for words up to this length, among as many, in addresses up to this depth.
_NEAR = 300
_DEEP = 10
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
    rb"|<(?!/[a-zA-Z0-9]++>)(?P<name>/?[a-zA-Z][^\s/>]*+)(?P<rest>" + _ATTRIBUTES + rb")(?P<end>>?)"
)  # fmt: skip
_ATTRIBUTE = re.compile(rb"(" + _NAME + rb""")(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+""")
_WORTH = re.compile(rb"href|src|action|content|data|poster|style|id|name", re.IGNORECASE)
_REFRESH = re.compile(r"""[\d.\s]*+[;,]\s*+(?:url\s*+=\s*+)?+(?:"([^"]*)|'([^']*)|(.+))""", re.IGNORECASE | re.DOTALL)
_SRCSET = re.compile(r"([^\s,]\S*+)(?:(?<=,)|[^,]*+)")
_NO_STYLE = re.compile(r"/\*.*?(?:\*/|\Z)|@namespace\b[^;]*+", re.DOTALL | re.IGNORECASE)
_STYLE_URL = re.compile(r"""(?:\burl\(\s*+["']?+|@import\s*+["'])([^"')]++)""", re.IGNORECASE)
_FOREIGN = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
_ON_A_DISK = re.compile(r"(?:file|[a-z]):", re.IGNORECASE)
_LINKS = {"a": ("href", "xlink:href"), "area": ("href",), "form": ("action",)}
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


class Reason(StrEnum):
    """Why a link is dead."""

    MISSING = "missing"
    """There is no such page or file."""
    NO_ANCHOR = "no-anchor"
    """The page is there, without that heading."""
    FOREIGN = "foreign"
    """A page would load something from elsewhere."""


class DeadLink(NamedTuple):
    """A link of a finished site that leads nowhere."""

    page: str
    """The address of the page it stands on, «» for the home page; of other files their path."""
    target: str
    """As it stands in the page."""
    reason: Reason
    near: tuple[str, ...] = ()
    """The addresses, or ids, that are most like it."""


class Link(NamedTuple):
    """A link of a page, unescaped."""

    target: str
    is_loaded: bool
    """Whether a browser fetches it by itself."""


def dead_links(site: Path, *, base: str = "") -> list[DeadLink]:
    """The links of all pages below a folder that lead nowhere, by page; `base` is the path of its public address."""
    look = _Look(site, f"{unquote(base).strip('/')}/".lstrip("/"))
    for path in sorted(look.files):
        if path.endswith(".html"):
            look.read(path)
        elif path.endswith(".css"):
            look.read_style(path)
    look.find_anchors()
    return sorted(set(look.found))


def missing_pages(site: Path, addresses: Iterable[str]) -> list[str]:
    """The addresses that have no page in a finished site."""
    return sorted(a for a in addresses if not (site / a / "index.html").is_file())


def sentence(link: DeadLink) -> str:
    """What is wrong with a link, in Vietnamese, with the nearest that is right."""
    if not link.page:
        page = "Trang chủ"
    elif link.page.endswith(".css"):
        page = f"Tệp {excerpt(link.page)}"
    else:
        page = f"Trang {excerpt(link.page if link.page.endswith('.html') else f'{link.page}/')}"
    near = f" {guess(map(excerpt, link.near))}".rstrip()
    if link.reason is Reason.FOREIGN:
        return f"{page} gọi tệp từ trang khác: {excerpt(link.target)}. Mỗi trang phải tự đủ."
    if link.reason is Reason.NO_ANCHOR:
        return f"{page} dẫn đến {excerpt(link.target)}: có trang ấy, nhưng không có đề mục ấy.{near}"
    return f"{page} dẫn đến {excerpt(link.target)}, nhưng không có trang hay tệp nào ở địa chỉ ấy.{near}"


def links_and_ids(text: bytes) -> tuple[list[Link], set[str]]:
    """What a page links to and loads, each once and in order, and the anchors that it has."""
    links: dict[Link, None] = {}
    ids: set[str] = set()
    for match in _MARKUP.finditer(text):
        raw, said, inside, name, rest, end = match.groups()
        if raw:
            name, rest = raw, said
            if raw.lower() == b"style" and inside:
                links |= dict.fromkeys(_loaded_by_style(inside.decode("utf-8", "replace")))
        elif not end or name[:1] == b"/":  # a tag that is never closed is none
            continue
        if rest and _WORTH.search(rest):
            found, its_ids = _of_tag(name, rest)
            links |= dict.fromkeys(found)
            ids.update(its_ids)
    return list(links), ids


class _Look:
    """One walk through a finished site."""

    def __init__(self, site: Path, base: str) -> None:
        self.site, self.base = site, base
        self.files = frozenset(_files(site))
        self.found: list[DeadLink] = []
        self.ids: dict[str, set[str]] = {}
        """By page, what its links may name."""
        self.anchors: list[tuple[str, str, str, str]] = []
        """The pages and targets that need an id of a file, and the two."""
        self.resolved: dict[tuple[str, str], str | None] = {}
        self.nearest: dict[str, tuple[str, ...]] = {}

    def read(self, path: str) -> None:
        folder, name = posixpath.split(path)
        page = folder if name == "index.html" else path
        links, self.ids[path] = links_and_ids(self._bytes(path))
        for link in links:
            self._look_up(page, path, link)

    def read_style(self, path: str) -> None:
        for link in _loaded_by_style(self._bytes(path).decode("utf-8", "replace")):
            self.found.append(DeadLink(path, link.target, Reason.FOREIGN))

    def find_anchors(self) -> None:
        proposed: dict[tuple[str, str], tuple[str, ...]] = {}
        for page, target, file, fragment in self.anchors:
            ids, id = self.ids[file], unquote(fragment)
            if id in ids or fragment in ids:
                continue
            if (file, id) not in proposed:
                known = sorted(name for name in ids if not name.startswith("__"))
                near = nearest(id, known[:_NEAR], limit=2) if len(id) <= _NEAR else []
                proposed[file, id] = tuple(f"#{name}" for name in near)
            self.found.append(DeadLink(page, target, Reason.NO_ANCHOR, proposed[file, id]))

    def _look_up(self, page: str, path: str, link: Link) -> None:
        target, folder = link.target, posixpath.dirname(path)
        if _FOREIGN.match(target):
            if link.is_loaded:
                self.found.append(DeadLink(page, target, Reason.FOREIGN))
            return
        if _ON_A_DISK.match(target):
            self.found.append(DeadLink(page, target, Reason.MISSING))
            return
        try:
            parts = urlsplit(target)
        except ValueError:
            self.found.append(DeadLink(page, target, Reason.MISSING))
            return
        if parts.scheme:
            return
        file = self._file(folder, parts.path) if parts.path else path
        if file == "":  # an absolute address outside the site
            return
        fragment = parts.fragment.partition(":~:")[0]  # what follows is a text that the browser looks for
        if file is None:
            self.found.append(DeadLink(page, target, Reason.MISSING, self._near(self._joined(folder, parts.path))))
        elif fragment and file.endswith(".html") and fragment.lower() != "top" and not fragment.startswith("__"):
            self.anchors.append((page, target, file, fragment))

    def _file(self, folder: str, path: str) -> str | None:
        """The file that a path leads to; None when there is none, «» where it is no address of this site."""
        key = ("" if path.startswith("/") else folder, path)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(*key)
        return self.resolved[key]

    def _resolve(self, folder: str, path: str) -> str | None:
        joined = self._joined(folder, path)
        if joined is None:
            return "" if path.startswith("/") else None
        candidates = (posixpath.join(joined, "index.html"), *([] if path.endswith("/") else [joined]))
        return next((name for name in candidates if name in self.files), None)

    def _joined(self, folder: str, path: str) -> str | None:
        """A path from the site's folder on, «» for that folder; None when it leads out of it."""
        plain = unquote(path)
        plain = posixpath.normpath(plain if path.startswith("/") else posixpath.join(self.base + folder, plain))
        plain = "" if plain == "." else plain.lstrip("/")
        is_ours = f"{plain}/".startswith(self.base) and not f"{plain}/".startswith("../")
        return plain[len(self.base) :] if is_ours else None

    def _near(self, wanted: str | None) -> tuple[str, ...]:
        """The addresses most like one that there is not."""
        if not wanted or len(wanted) > _NEAR or wanted.count("/") > _DEEP:
            return ()
        if wanted not in self.nearest:
            above, _, name = wanted.rpartition("/")
            if above in self._beside:
                near = nearest(name, self._beside[above][:_NEAR], limit=2)
                self.nearest[wanted] = tuple(posixpath.join(above, found) for found in near)
            else:
                folders = self._near(above)
                there = [folder for folder in folders if folder.endswith("/")]
                exact = [f"{folder}{name}/" for folder in there if f"{folder}{name}/index.html" in self.files]
                exact += [f"{folder}{name}" for folder in there if f"{folder}{name}" in self.files]
                self.nearest[wanted] = tuple(exact) or folders
        return self.nearest[wanted]

    @cached_property
    def _beside(self) -> dict[str, list[str]]:
        """By folder the pages, with a slash, and files in it."""
        beside: dict[str, list[str]] = {"": []}
        for path in sorted(self.files):
            folder, name = posixpath.split(path)
            if name != "index.html":
                beside.setdefault(folder, []).append(name)
            elif folder:
                above, _, name = folder.rpartition("/")
                beside.setdefault(above, []).append(f"{name}/")
        return beside

    def _bytes(self, path: str) -> bytes:
        return (self.site / path).read_bytes()


def _files(site: Path, place: str = "") -> Iterator[str]:
    """What a server would hand out; a link to a file elsewhere is none of the site's."""
    with os.scandir(site / place) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(site, f"{place}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{place}{entry.name}"


@lru_cache(maxsize=20_000)  # the same head and the same navigation stand on every page
def _of_tag(name: bytes, said: bytes) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """What a start tag links to and loads, and the anchors it makes."""
    tag = name.lower().decode("utf-8", "replace")
    values: dict[str, str] = {}
    for key, *value in _ATTRIBUTE.findall(said):
        values.setdefault(key.lower().decode("utf-8", "replace"), unescape(b"".join(value).decode("utf-8", "replace")))
    ids = (values.get("id"), values.get("name") if tag == "a" else None)
    return tuple(_targets(tag, values)), tuple(id for id in ids if id)


def _targets(tag: str, values: dict[str, str]) -> Iterator[Link]:
    if "style" in values:
        yield from _loaded_by_style(values["style"])
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


def _loaded_by_style(text: str) -> Iterator[Link]:
    """What a style sheet loads from elsewhere."""
    for match in _STYLE_URL.finditer(_NO_STYLE.sub(" ", text)):
        target = match[1].strip()
        if _FOREIGN.match(target):
            yield Link(target, is_loaded=True)
