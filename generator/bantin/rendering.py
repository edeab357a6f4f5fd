"""A `Page` as Markdown with front matter.

Templates are Jinja; a site overrides one by putting the same name into theme_overrides/bantin/, and may extend the
packaged one as «bantin/<name>». Everything is escaped; Markdown that editors wrote goes through `editors_markdown`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import nh3
import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup, escape

from bantin.pages import Mention, Page
from bantin.reading import is_too_long
from bantin.vietnamese import date_text, slug

TEMPLATES = Path(__file__).parent / "templates"
OVERRIDES = "theme_overrides/bantin"

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

_PLACEHOLDER = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\ue001]")
_TAG_OR_PLACEHOLDER = re.compile(rf'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|{_PLACEHOLDER.pattern}')
# What `reading` refuses in a file comes back as «&#x202E;».
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")  # Material takes its settings from the element «__config»
_BLANKS = re.compile(r"\n\s*\n")
_OPENING = {")": "(", "]": "[", ">": "<"}
_SIGN = re.compile(r"[][()>]|<(?=[a-zA-Z/!?])|\n[ \t]*\n")
_UNFINISHED = re.compile(r"`{10,}|\]\([^\s()]*\s+[\"'][^\"')]*\)")  # code, and the title of a link
_DEEPEST = 20


class Renderer:
    """Turns pages into Markdown; one is enough for a whole site."""

    def __init__(self, root: Path) -> None:
        packaged = FileSystemLoader(TEMPLATES)
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(root / OVERRIDES), packaged, PrefixLoader({"bantin": packaged})]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_without_blank_lines,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters |= {"date": date_text, "markdown": editors_markdown}

    def markdown(self, page: Page) -> str:
        """The page as a Markdown file: front matter, then blocks of HTML without blank lines inside."""
        values = page_values(page)
        body = self.environment.get_template(f"{page.kind}.md").render(values)
        return f"---\n{front_matter(page)}---\n{_BLANKS.sub(chr(10) * 2, body).strip()}\n"


def _without_blank_lines(value: object) -> object:
    """What a template prints; a blank line in it would end the HTML block around it for CommonMark."""
    return _BLANKS.sub("\n", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def page_values(page: Page) -> dict[str, object]:
    """What a template sees: the page, its own values, `to` for addresses and `prose` for an article's text."""
    return {"page": page, "to": partial(address, page.path), "prose": partial(prose, page.path), **page.values}


def front_matter(page: Page) -> str:
    """The page's surroundings as YAML, for the theme of whatever engine turns it into HTML."""
    meta: dict[str, object] = {"title": page.title, "description": page.description, "kind": page.kind}
    if page.kicker:
        meta["kicker"] = page.kicker
    if page.trail:
        meta["trail"] = [{"title": link.title, "path": link.path} for link in page.trail]
    if page.section:
        links = [
            {"title": k.title, "path": k.path} | ({"current": True} if k.current else {}) for k in page.section.links
        ]
        meta["section"] = {"title": page.section.title, "links": links}
    if page.contents:
        meta["contents"] = [{"title": heading.title, "id": heading.id} for heading in page.contents]
    if page.source:
        meta["source"] = page.source
    if page.updated:
        meta["updated"] = page.updated.isoformat()
    return yaml.dump(meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def address(origin: str, path: str) -> str:
    """The address of a page of the site, relative to the page at `origin`; both count from the site's root."""
    return "../" * len([part for part in origin.split("/") if part]) + path or "./"


def editors_markdown(text: str) -> Markup:
    """Markdown that an editor wrote, as HTML of which only harmless tags, attributes and links are left.

    Relative links are those of the Markdown file; they come out relative to its page, which lies one folder deeper.
    """
    plain = f"<p>{escape(text)}</p>"
    try:
        html = plain if _is_tangled(text) else _converter().reset().convert(text)
    except RecursionError:  # lists inside lists, hundreds deep
        _converter.cache_clear()  # it still believes itself inside them
        html = plain
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        attribute_filter=_relative_to_page,
    )
    # A blank line, as in a block of code, would end the HTML block around this text for CommonMark.
    return Markup(_BLANKS.sub("\n&#10;", _HIDDEN.sub("", cleaned).strip()))  # noqa: S704 -- nh3 has cleaned it


@cache  # to make one takes longer than most texts
def _converter() -> Markdown:
    return Markdown(extensions=["tables", "sane_lists", "toc"], extension_configs={"toc": {"slugify": _heading_id}})


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


def prose(origin: str, text: str, mentions: Sequence[Mention]) -> Markup:
    """An article's Markdown as HTML, each mention of a figure printed as published and linked to its bulletin."""
    pieces, end = [], 0
    for index, mention in enumerate(mentions):
        pieces += [_PRIVATE.sub("", text[end : mention.start]), f"\ue000{index}\ue001"]
        end = mention.end
    html = editors_markdown("".join(pieces) + _PRIVATE.sub("", text[end:]))
    texts = {str(index): escape(mention.text) for index, mention in enumerate(mentions)}
    links = {str(index): _printed(origin, mention) for index, mention in enumerate(mentions)}
    in_link = False

    def printed(match: re.Match[str]) -> str:
        nonlocal in_link
        if match[1]:
            return (texts if in_link else links).get(match[1], "")
        in_link = (in_link or match[0].startswith("<a ")) and match[0] != "</a>"
        return _PLACEHOLDER.sub(lambda inside: texts.get(inside[1], ""), match[0])  # in a title

    return Markup(_TAG_OR_PLACEHOLDER.sub(printed, html))  # noqa: S704 -- escaped


def _printed(origin: str, mention: Mention) -> Markup:
    link = Markup('<a class="so-lieu" href="{}" title="{}">{}</a>')
    return link.format(address(origin, mention.path), mention.label, mention.text)


def _heading_id(text: str, separator: str) -> str:
    return f"muc-{slug(_PLACEHOLDER.sub(' ', text))}"  # no id of the page around it


def _relative_to_page(tag: str, attribute: str, value: str) -> str | None:
    """Addresses as the page needs them; pictures from elsewhere are dropped, for no page calls a third party."""
    if attribute == "id":
        return value if _ID.fullmatch(value) else None
    if attribute not in ("href", "src"):
        return value
    if _PRIVATE.search(value):  # a figure is no address
        return None
    try:
        absolute = urlsplit(value).scheme or value.startswith(("/", "\\"))
    except ValueError:  # «http://[» leads nowhere
        return None
    if absolute or value.startswith("#"):
        return None if tag == "img" else value
    path, mark, anchor = value.partition("#")
    if path.endswith(".md"):
        path = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
    return f"../{path}{mark}{anchor}"
