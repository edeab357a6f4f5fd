"""A `Page` as a body of HTML, and front matter.

Templates are Jinja; a site overrides one by putting the same name into theme_overrides/bantin/, and may extend the
packaged one as «bantin/<name>». Everything is escaped; Markdown that editors wrote goes through `editors_markdown`.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from bantin.folders import NOBODY, About, Folders
from bantin.model import BLANKS, PREFIX, AimKind, Attached, Lead, Led, Mention, aim_of, editors_markdown, prose
from bantin.pages import FILTERS, Page
from bantin.publishing.compiled import Compiled
from bantin.publishing.given import Rendered
from bantin.publishing.printing import QuickEnvironment
from bantin.vietnamese import date_text

TEMPLATES = Path(__file__).parent.parent / "templates"
OVERRIDES = "bantin"
"""Where a site's own templates lie in its theme_overrides/."""


class TemplateProblem(Exception):
    """A template, which a site may have changed, cannot be printed; says which and why."""


class Renderer:
    """Prints pages; one is enough for a whole site."""

    def __init__(self, folders: Folders, attached: Mapping[str, Attached] | None = None) -> None:
        self.attached: Mapping[str, Attached] = attached or {}
        """The pictures and documents that texts may show, by their files."""
        self.about = folders.about
        packaged = FileSystemLoader(TEMPLATES)
        own = FileSystemLoader(folders.overrides / OVERRIDES)
        self.environment = QuickEnvironment(
            loader=ChoiceLoader([own, packaged, PrefixLoader({"bantin": packaged})]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_without_blank_lines,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled("pages", TEMPLATES),
        )
        self.environment.filters |= {"date": date_text, "markdown": editors_markdown, **FILTERS}

    def markdown(self, page: Page) -> str:
        """The page as a Markdown file."""
        return self.rendered(page).markdown

    def rendered(self, page: Page) -> Rendered:
        """The page as what surrounds it, and blocks of HTML without blank lines inside."""
        values = page_values(page, self.attached, self.about)
        try:
            body = self.environment.get_template(f"{page.kind}.md").render(values)
        except TemplateError as error:
            where = f", dòng {error.lineno}" if hasattr(error, "lineno") else ""
            name = getattr(error, "filename", None) or f"{page.kind}.md"
            message = f"Mẫu trang «{name}»{where} không in được trang «{page.path}/»: {error.message}."
            raise TemplateProblem(message) from error
        # Other plugins run pages as templates: braces of data reach readers as braces.
        body = BLANKS.sub("\n\n", body).strip().replace("{", "&#123;").replace("}", "&#125;")
        return Rendered(front_matter(page), body, page.beside)


def _without_blank_lines(value: object) -> object:
    """What a template prints; a blank line in it would end the HTML block around it for CommonMark."""
    has_lines = isinstance(value, str) and "\n" in value and not isinstance(value, Markup)
    return BLANKS.sub("\n", str(value)) if has_lines else value


def page_values(page: Page, attached: Mapping[str, Attached] | None = None, about: About = NOBODY) -> dict[str, object]:
    """What a template sees: the page, its own values, `to` for addresses, `prose` for texts of editors, `about`."""
    to, lead = partial(address, page.path), _lead(page, {} if attached is None else attached)

    def text(words: str, mentions: tuple[Mention, ...] = (), prefix: str = PREFIX) -> Markup:
        return prose(words, mentions, to, lead, prefix=prefix)

    return {"page": page, "to": to, "prose": text, "lead_of": lead, "about": about, **page.facts}


def _lead(page: Page, attached: Mapping[str, Attached]) -> Lead:
    """Where links and pictures lead that stand in the texts of a page, seen from it."""
    origin = page.source if page.source.startswith("content/") else f"content/{page.path}.md"

    def lead(target: str) -> Led | None:
        aim = aim_of(origin, target)
        if aim.kind is AimKind.ELSEWHERE:
            return Led(target)
        if aim.kind is AimKind.NOWHERE:
            return None
        if aim.kind is AimKind.FILE:
            file = attached.get(f"content/{aim.path}")
            return _led(page, file) if file else None
        anchor = f"#{aim.anchor}" if aim.anchor else ""
        if aim.path == page.path and anchor:
            return Led(anchor)
        return Led(address(page.path, f"{aim.path}/" if aim.path else "") + anchor)

    return lead


def _led(page: Page, file: Attached) -> Led:
    small = f"{address(page.path, file.small.address)} {file.small.width}w" if file.small else ""
    return Led(address(page.path, file.address), file.said, file.width, file.height, small)


def front_matter(page: Page) -> Mapping[str, object]:
    """The page's surroundings, for the theme of whatever engine turns it into HTML.

    Every trail begins at home, and the pages of a section lie below its path: what goes without saying is not said.
    """
    surroundings: dict[str, object] = {
        "kicker": page.kicker,
        "trail": [{"title": link.title, "path": link.path} for link in page.trail if link.path],
        "section": _section(page),
        "contents": [{"title": heading.line, "id": heading.id} for heading in page.contents],
        "source": page.source,
        "updated": page.updated and page.updated.isoformat(),
        "also": list(page.also),
        "linked_data": page.linked_data,
    }
    meta: dict[str, object] = {"title": page.title, "description": page.description, "kind": page.kind}
    return meta | {name: value for name, value in surroundings.items() if value}


def _section(page: Page) -> dict[str, object]:
    """The pages around one, their addresses counted from the first: the place's own; empty where there are none."""
    if not page.section:
        return {}
    links = page.section.links
    path = links[0].path if links and all(link.path.startswith(links[0].path) for link in links) else ""
    below = [{"title": link.title, "path": link.path.removeprefix(path)} for link in links]
    return {"title": page.section.title, "path": path, "links": below}


def address(origin: str, path: str) -> str:
    """The address of a page of the site, relative to the page at `origin`; both count from the site's root."""
    return "../" * len([part for part in origin.split("/") if part]) + path or "./"
