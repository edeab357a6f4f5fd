"""What MkDocs asks while it builds a site, and what our pages answer: the one way in which both doors build."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, cast
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from bantin.folders import PLUGIN, About, Folders, SettingsError, folders_from, missing_data
from bantin.publishing.brand import Brand, BrandError
from bantin.publishing.compiled import Compiled
from bantin.publishing.given import Given
from bantin.publishing.hosting import has_digest, hosting_files
from bantin.publishing.made import Made, MadePage
from bantin.publishing.policy import Allowed, guard_others, guarded
from bantin.publishing.printing import QuickEnvironment
from bantin.publishing.settings import NAV, complete, misplaced, refusal_of
from bantin.search import Document, write_index
from bantin.writing import write_whole

FIRST, LAST = 100, -100
"""The priorities of what other plugins build on, and of what must see the settings as they all leave them."""
_UNUSED = re.compile(r"assets/(?:javascripts/(?:workers/|lunr/|bundle\.)|stylesheets/palette\.|.*\.(?:js|css)\.map$)")
"""The script of Material, what its search would load, its colours, and what only its developers read."""
UNDATED = "1970-01-01"
"""The date, for MkDocs alone, of a page without one; it would be the day of the build."""


class Owner(Config):
    """Who answers for a site."""

    name = config_options.Type(str, default="")
    """The body: «Ủy ban nhân dân tỉnh Đồng Tháp»."""
    address = config_options.Type(str, default="")
    phone = config_options.Type(str, default="")
    email = config_options.Type(str, default="")
    licence = config_options.Type(str, default="")
    """On which terms others may use the figures, in a sentence."""


class Elsewhere(Config):
    """Another site of the body or of those above it, to which the foot of every page leads."""

    name = config_options.Type(str)
    address = config_options.URL()


class Colours(Config):
    """What a site is known by."""

    primary = config_options.Type(str, default="")
    """As in «#9a1b1e»."""


class Options(Config):
    """What a site may say to the plugin."""

    data_dir = config_options.Type(str, default="data")
    """The folder of figures, from that of mkdocs.yml."""
    shipped_lists = config_options.Type(bool, default=False)
    """Whether the lists that come with the package count, and those in data/ add to them."""
    province = config_options.Type(str, default="")
    """The folder of the one province that the site is about."""
    owner = config_options.SubConfig(Owner)
    links = config_options.ListOfItems(config_options.SubConfig(Elsewhere), default=[])
    colours = config_options.SubConfig(Colours)
    logo = config_options.Type(str, default="")
    """A picture in theme_overrides/ or in the folder of pages."""
    base_path = config_options.Type(str, default="")
    """Below what path the site will stand, as in «/cchc/», where its address is not known yet."""


class Listed:
    """A page that is not built, as a sitemap tells of it."""

    is_link = False

    def __init__(self, address: str, updated: str, base: str) -> None:
        self.url = quote(address)
        self.canonical_url = urljoin(base, self.url) if base else None
        self.abs_url = urlsplit(self.canonical_url).path if self.canonical_url else None
        self.update_date = updated

    @property
    def page(self) -> Self:
        """The page of the file that this stands for, too."""
        return self


@dataclass(frozen=True)
class Lists:
    """What stands in the lists of a site without being built."""

    pages: tuple[Listed, ...]
    allowed: Allowed = frozenset()
    """What their policies allow."""


class GivenPages(BasePlugin[Options]):
    """Puts files into a MkDocs build in place of those in the folder of pages: Markdown, and what pages load."""

    given: Given | None = None
    """What the site is made from; None until someone has made that."""
    is_given = False
    """Whether a command has made them, which also takes care of the site's folder."""
    page: str = ""
    """The page that is being built, for what is said when that fails."""
    failure: Exception | None = None
    folders: Folders
    """Where the site's files lie, known once the settings are."""
    documents: list[Document]
    """What the search knows of the pages that are built."""
    allowed: Allowed = frozenset()
    """What the policies of the pages that are built allow."""
    is_guarded = True
    """Whether pages get a policy: a server of MkDocs writes scripts of its own into them."""
    lasting: tuple[str, ...] = ()
    """The files that never change under their names."""
    looks: tuple[MkDocsConfig, QuickEnvironment] | None = None
    """Settings, and the templates that were read with them: MkDocs asks one plugin with one settings after another."""
    brand = Brand()
    lists: Lists | None = None
    """What stands in the lists of a site without being built; None where all pages are."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds what our pages need to the settings; those that they cannot follow are refused."""
        if why := refusal_of(config, config.theme.dirs) or misplaced(config.site_url, self.config.base_path):
            raise PluginError(why)
        complete(config)
        config.extra["owner"] = _told(self.config.owner)
        config.extra["links"] = [{"name": link.name, "address": link.address} for link in self.config.links]
        self.folders = folders_in(config)
        self.brand = _brand(self.config, config, self.folders)
        config.extra["brand"] = self.brand.said
        overrides = str(self.folders.overrides)
        if self.folders.overrides.is_dir() and overrides not in config.theme.dirs:
            config.theme.dirs.insert(0, overrides)  # a site need not name the folder that every site has
        return config

    @event_priority(LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The templates of the look are printed by shorter ways, and read once for all builds of a command."""
        if not (self.is_given and self.looks and self.looks[0] is config):
            self.looks = config, QuickEnvironment.of(env)
            if all(name == PLUGIN for name in config.plugins):  # others may add to Jinja
                self.looks[1].bytecode_cache = Compiled("look", *map(Path, self._packaged(config)))
        return self.looks[1]

    def _packaged(self, config: MkDocsConfig) -> list[str]:
        """The folders of the look that come with packages."""
        of_site = {str(self.folders.overrides), config.theme.custom_dir}
        return [folder for folder in config.theme.dirs if folder not in of_site]

    @event_priority(FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The given files and those of other plugins and of the theme, in place of the folder of pages."""
        self.documents, self.allowed, packaged = [], frozenset(), self._packaged(config)
        files = Files([file for file in files if not _UNUSED.match(file.src_uri)])
        self.lasting = tuple(f.dest_uri for f in files if f.src_dir in packaged and has_digest(f.src_uri))
        if not self.given:
            return files
        config.extra["menu"] = list(self.given.menu)
        given = {file.path: file for file in self.given.files}
        others = [file for file in files if file.generated_by or file.src_dir != config.docs_dir]
        kept = Files([file for file in others if file.src_uri not in given])
        for file in given.values():
            kept.append(Made.of(file, config))
        if isinstance(home := kept.get_file_from_path(NAV[0]), Made):
            MadePage(None, home, config)  # before the navigation makes a page for it
        return kept

    @event_priority(FIRST)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """A page of ours in place of the one that MkDocs made for its file."""
        return MadePage(None, page.file, config) if type(page) is Page and isinstance(page.file, Made) else page

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's date is that of its newest source; the button «sửa» leads to the file an editor wrote."""
        self.page = page.file.src_uri
        if isinstance(page.file, Made):
            page.meta["render_macros"] = False  # mkdocs-macros would run texts of editors, and their titles
            page.update_date = str(page.meta.get("updated") or (self.given.newest if self.given else "") or UNDATED)
        if source := page.meta.get("source"):
            path = self.folders.path(str(source))
            page.file.edit_uri = Path(os.path.relpath(path, config.docs_dir)).as_posix()
            page.edit_url = Page(None, page.file, config).edit_url
            page.file.page = page  # and not the one that only told the address
        return markdown

    @event_priority(FIRST)
    def _set_aside(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        if isinstance(page, MadePage):
            if document := page.document:
                self.documents.append(document)
            page.set_aside()

    @event_priority(LAST)
    def _put_back(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        if isinstance(page, MadePage):
            page.put_back()

    on_page_context = CombinedEvent(_set_aside, _put_back)
    """Between the two, plugins that walk through a page's HTML see a place in its stead."""

    @event_priority(FIRST)
    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> None:
        """A list of all pages, as in a sitemap, has those that are not built here."""
        if self.lists:
            context["pages"] = cast(Any, self.lists.pages)
        if not config.site_url and self.config.base_path:
            context["base_url"] = self.config.base_path.rstrip("/")

    @event_priority(LAST)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """No page says a date that it does not have; a page that is no page of ours gets its policy."""
        output = output.replace(f"<lastmod>{UNDATED}</lastmod>", "")
        return self._guarded(output) if template_name.endswith(".html") else output

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A page has its policy; nothing of the home page that only stands for all pages."""
        return "" if self.lists else self._guarded(output)

    def _guarded(self, output: str) -> str:
        if not (self.is_guarded and output):
            return output
        page, allowed = guarded(output)
        self.allowed |= allowed
        return page

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Beside the pages stand the index of the search and what servers should say, unless the site says it."""
        site = Path(config.site_dir)
        if not self.lists:
            write_index(self.documents, site)
        if self.is_guarded:
            self.allowed |= self.lists.allowed if self.lists else guard_others(site)
        files = hosting_files(self.allowed, self.lasting, config.site_url or self.config.base_path)
        for path, content in {**files, **self.brand.files}.items():
            if not (site / path).exists():
                write_whole(site / path, content)

    def on_build_error(self, *, error: Exception) -> None:
        """Remembers what went wrong: MkDocs itself says less to who called it."""
        self.failure = error


def _told(owner: Owner) -> dict[str, str]:
    """What the foot of every page says of the owner; empty where nobody is named."""
    told = {key: str(value) for key, value in owner.items() if value}
    return told | ({"dial": re.sub(r"[^+\d]", "", told["phone"])} if "phone" in told else {})


def _brand(options: Options, config: MkDocsConfig, folders: Folders) -> Brand:
    """The logo and the colours of a site; PluginError where they cannot be."""
    logo = options.logo or str(config.theme.get("logo") or "")
    try:
        return Brand.of(logo, options.colours.primary, (folders.overrides, folders.content))
    except BrandError as error:
        raise PluginError(f"{error} Xin sửa trong tệp cài đặt.") from error


def folders_in(config: MkDocsConfig) -> Folders:
    """The folders that a site's settings name; PluginError where they cannot be."""
    plugin = config.plugins.get(PLUGIN)
    owner = plugin.config.owner if isinstance(plugin, GivenPages) else None
    try:
        folders = folders_from(
            Path(config.config_file_path),
            docs_dir=config.docs_dir,
            site_dir=config.site_dir,
            custom_dir=config.theme.custom_dir,
            data_dir=plugin.config.data_dir if isinstance(plugin, GivenPages) else None,
            builds_on_shipped=isinstance(plugin, GivenPages) and plugin.config.shipped_lists,
            province=plugin.config.province if isinstance(plugin, GivenPages) else None,
            about=About.of(config.site_name, config.site_url, owner),
        )
    except SettingsError as error:
        raise PluginError(str(error)) from error
    if not folders.data.is_dir():
        raise PluginError(missing_data(folders))
    return folders
