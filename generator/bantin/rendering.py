"""A `Page` as Markdown with front matter.

Templates are Jinja; a site overrides one by putting the same name into theme_overrides/bantin/, and may extend the
packaged one as «bantin/<name>». Everything is escaped; Markdown that editors wrote goes through `editors_markdown`.
"""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import nh3
import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup

from bantin.pages import Mention, Page
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
_BLANKS = re.compile(r"\n\s*\n")


class Renderer:
    """Turns pages into Markdown; one is enough for a whole site."""

    def __init__(self, root: Path) -> None:
        packaged = FileSystemLoader(TEMPLATES)
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(root / OVERRIDES), packaged, PrefixLoader({"bantin": packaged})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters |= {"date": date_text, "markdown": editors_markdown}

    def markdown(self, page: Page) -> str:
        """The page as a Markdown file: front matter, then blocks of HTML without blank lines inside."""
        values = page_values(page)
        body = self.environment.get_template(f"{page.kind}.md").render(values)
        return f"---\n{front_matter(page)}---\n{_BLANKS.sub(chr(10) * 2, body).strip()}\n"


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
    return yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)


def address(origin: str, path: str) -> str:
    """The address of a page of the site, relative to the page at `origin`; both count from the site's root."""
    return "../" * len([part for part in origin.split("/") if part]) + path or "./"


def editors_markdown(text: str) -> Markup:
    """Markdown that an editor wrote, as HTML of which only harmless tags, attributes and links are left.

    Relative links are those of the Markdown file; they come out relative to its page, which lies one folder deeper.
    """
    converter = Markdown(
        extensions=["tables", "sane_lists", "toc"], extension_configs={"toc": {"slugify": _heading_id}}
    )
    html = nh3.clean(
        converter.convert(text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        attribute_filter=_relative_to_page,
    )
    return Markup(html)  # noqa: S704 -- nh3 has cleaned it


def prose(origin: str, text: str, mentions: Sequence[Mention]) -> Markup:
    """An article's Markdown as HTML, each mention of a figure printed as published and linked to its bulletin."""
    pieces, end = [], 0
    for index, mention in enumerate(mentions):
        pieces += [_PRIVATE.sub("", text[end : mention.start]), f"\ue000{index}\ue001"]
        end = mention.end
    html = editors_markdown("".join(pieces) + _PRIVATE.sub("", text[end:]))
    return Markup(_PLACEHOLDER.sub(lambda match: _printed(origin, mentions[int(match[1])]), html))  # noqa: S704 -- escaped


def _printed(origin: str, mention: Mention) -> Markup:
    link = Markup('<a class="so-lieu" href="{}" title="{}">{}</a>')
    return link.format(address(origin, mention.path), mention.label, mention.text)


def _heading_id(text: str, separator: str) -> str:
    return slug(text) or "muc"


def _relative_to_page(tag: str, attribute: str, value: str) -> str | None:
    """Addresses as the page needs them; pictures from elsewhere are dropped, for no page calls a third party."""
    if attribute not in ("href", "src"):
        return value
    absolute = urlsplit(value).scheme or value.startswith(("/", "\\"))
    if absolute or value.startswith("#"):
        return None if tag == "img" else value
    path, mark, anchor = value.partition("#")
    if path.endswith(".md"):
        path = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
    return f"../{path}{mark}{anchor}"
