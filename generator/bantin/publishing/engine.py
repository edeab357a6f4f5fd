"""Markdown files into HTML with MkDocs and Material: with `plugin`, the only module that knows either.

`mkdocs build` with the plugin and `bantin build` both go through `GivenPages`, so both write the same bytes.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from bantin.folders import PLUGIN, Folders, SettingsError, folders_from, missing_data
from bantin.publishing.given import Given, GivenFile
from bantin.publishing.rendering import TemplateProblem
from bantin.publishing.settings import complete, refusal_of

FIRST, LAST = 100, -100
"""The priorities of what other plugins build on, and of what must see the settings as they all leave them."""


class _Made(File):
    """A file of a MkDocs build whose content is made when MkDocs asks for it."""

    given: GivenFile
    changed: str | bytes | None = None
    """What another plugin has put in its place."""

    @classmethod
    def of(cls, given: GivenFile, config: MkDocsConfig) -> Self:
        file = cls(given.path, src_dir=None, dest_dir=config.site_dir, use_directory_urls=config.use_directory_urls)
        file.given, file.generated_by = given, PLUGIN
        return file

    @property
    def _content(self) -> str | bytes:
        if self.changed is not None:
            return self.changed
        try:
            return self.given.content()
        except TemplateProblem as error:
            raise PluginError(str(error)) from error

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.changed = content


class EngineError(Exception):
    """MkDocs could not build the site; says why, in a sentence."""


class Options(Config):
    """What a site may say to the plugin."""

    data_dir = config_options.Type(str, default="data")
    """The folder of figures, from that of mkdocs.yml."""


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

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds what our pages need to the settings; those that they cannot follow are refused."""
        if why := refusal_of(config, config.theme.dirs):
            raise PluginError(why)
        complete(config)
        self.folders = folders_in(config)
        overrides = str(self.folders.overrides)
        if self.folders.overrides.is_dir() and overrides not in config.theme.dirs:
            config.theme.dirs.insert(0, overrides)  # a site need not name the folder that every site has
        return config

    @event_priority(FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The given files and those of other plugins and of the theme, in place of the folder of pages."""
        if not self.given:
            return files
        given = {file.path: file for file in self.given.files}
        config.extra["menu"] = list(self.given.menu)
        others = [file for file in files if file.generated_by or file.src_dir != config.docs_dir]
        kept = Files([file for file in others if file.src_uri not in given])
        for file in given.values():
            kept.append(_Made.of(file, config))
        return kept

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's date is that of its newest source; the button «sửa» leads to the file an editor wrote."""
        self.page = page.file.src_uri
        if isinstance(page.file, _Made):
            page.meta["render_macros"] = False  # mkdocs-macros would run texts of editors, and their titles
        if newest := str(page.meta.get("updated") or (self.given.newest if self.given else "")):
            page.update_date = newest
        if source := page.meta.get("source"):
            path = self.folders.path(str(source))
            page.file.edit_uri = Path(os.path.relpath(path, config.docs_dir)).as_posix()
        return markdown

    def on_build_error(self, *, error: Exception) -> None:
        """Remembers what went wrong: MkDocs itself says less to who called it."""
        self.failure = error


def folders_in(config: MkDocsConfig) -> Folders:
    """The folders that a site's settings name; PluginError where they cannot be."""
    plugin = config.plugins.get(PLUGIN)
    try:
        folders = folders_from(
            Path(config.config_file_path),
            docs_dir=config.docs_dir,
            site_dir=config.site_dir,
            custom_dir=config.theme.custom_dir,
            data_dir=plugin.config.data_dir if isinstance(plugin, GivenPages) else None,
        )
    except SettingsError as error:
        raise PluginError(str(error)) from error
    if not folders.data.is_dir():
        raise PluginError(missing_data(folders))
    return folders


def build(
    settings: Path,
    given: Given,
    *,
    site_dir: Path,
    tell: Callable[[str], None],
    strict: bool = False,
) -> str:
    """Write the site that `settings` describe to `site_dir`; its public address comes back, «» where none is set.

    `tell` hears what MkDocs and other plugins warn of. EngineError when one of them gives up.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice about MkDocs 2 would frighten editors
    with _collected() as said:
        try:
            config = load_config(str(settings), site_dir=str(site_dir), strict=strict or None)
        except (MkDocsException, OSError) as error:
            raise EngineError(f"Tệp cài đặt «{settings}» chưa đúng: {_joined(said) or error}") from error
        pages = config.plugins.get(PLUGIN)
        if not isinstance(pages, GivenPages):
            raise EngineError(f"{settings.name} chưa có «{PLUGIN}» trong mục plugins.")
        pages.given, pages.is_given, pages.failure, pages.page = given, True, None, ""
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Exception, SystemExit) as error:  # MkDocs lets through whatever another plugin raises
            raise EngineError(_said_of(error, pages, said=said)) from error
        finally:
            config.plugins.on_shutdown()
            pages.is_given = False
    for line in said:
        tell(line)
    return config.site_url or ""


def _said_of(error: BaseException, pages: GivenPages, *, said: list[str]) -> str:
    failure = pages.failure or error
    if isinstance(failure, Abort):  # a strict build with warnings
        return f"Có cảnh báo trong lúc dựng, mà «strict» coi cảnh báo là lỗi: {_joined(said) or failure}"
    if isinstance(failure, PluginError):
        return str(failure)
    if isinstance(failure, OSError) and failure.filename:
        raise failure  # said as every other file that cannot be read or written
    where = f" ở trang «{pages.page}»" if pages.page else ""
    return f"Bộ dựng trang, hoặc một plugin, gặp lỗi{where}: {type(failure).__name__}: {failure}"


def _joined(said: list[str]) -> str:
    return "; ".join(dict.fromkeys(" ".join(line.split()) for line in said[:5]))


@contextmanager
def _collected() -> Iterator[list[str]]:
    """What MkDocs and its plugins warn of while the block runs, which would else stand untranslated in between."""
    said: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    log, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    log.addHandler(collector)
    try:
        yield said
    finally:
        log.removeHandler(collector)
