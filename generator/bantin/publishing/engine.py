"""Pages as a site with MkDocs and Material: with `made`, `events` and `plugin`, the only one to know either.

A site is built whole, or any of its pages by themselves and, once, what stands around them all. `mkdocs build` with the
plugin, and both ways of `bantin build`, ask the same of `GivenPages`, so all write the same bytes.
"""

import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme

from bantin.folders import PLUGIN
from bantin.publishing.build_info import Digest
from bantin.publishing.events import UNDATED, GivenPages, Listed, Lists
from bantin.publishing.given import EngineError, Given, GivenFile, Rendered
from bantin.publishing.made import Known, Made, MadePage
from bantin.publishing.policy import Allowed
from bantin.publishing.settings import NAV
from bantin.search import Document

_READS_ALL = re.compile(r"\{[{%][^{}%]*\b(?:pages|build_date_utc|update_date)\b")
"""What a template of a site's own can say only where all pages are built together."""


class _Visible(FileSystemLoader):
    """The templates of a theme; those in hidden folders are found by their names and not listed.

    MkDocs leaves them out of a site, and Material has 14,000 of them, which nobody needs to walk through.
    """

    def list_templates(self) -> list[str]:
        """The names of all others, in order."""
        return sorted({name for folder in self.searchpath for name in _visible(str(folder))})


@dataclass(frozen=True, slots=True)
class Built:
    """A page that is built."""

    path: str
    """The given file that it was made from."""
    address: str
    """Its address from the site's root, as in «an-giang/»; «» is the home page."""
    file: str
    """The file below the site's folder."""
    html: bytes
    """What that holds."""
    updated: str
    """Its date, as in 2023-08-20; «» where it has none."""
    document: Document | None
    """What the search knows of it."""
    allowed: Allowed
    """What its policy allows beyond the files of the site."""
    said: tuple[str, ...]
    """What MkDocs and other plugins warned of."""
    beside: Mapping[str, Digest]
    """The files that stand beside it, by their paths below the site's folder."""


@dataclass(frozen=True, slots=True)
class Framed:
    """What stands around the pages of a site."""

    files: tuple[str, ...]
    """The files that were written below the site's folder."""
    said: tuple[str, ...]


@dataclass(frozen=True)
class Engine:
    """MkDocs with a site's settings, which are read once for any number of builds."""

    config: MkDocsConfig
    plugin: GivenPages
    said: tuple[str, ...] = ()
    """What MkDocs warned of while it read the settings."""

    @classmethod
    def of(cls, settings: Path, *, strict: bool = False) -> Self:
        """MkDocs with the settings in a file; EngineError where they are wrong."""
        os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice about MkDocs 2 would frighten editors
        with _collected() as said:
            try:
                config = load_config(str(settings), strict=strict or None)
            except (MkDocsException, OSError) as error:
                raise EngineError(f"Tệp cài đặt «{settings}» chưa đúng: {_joined(said) or error}") from error
        plugin = config.plugins.get(PLUGIN)
        if not isinstance(plugin, GivenPages):
            raise EngineError(f"{settings.name} chưa có «{PLUGIN}» trong mục plugins.")
        _list_few(config.theme)
        return cls(config, plugin, tuple(said))

    @property
    def site_url(self) -> str:
        """The site's public address, or the path below which it will stand; «» where neither is known."""
        return self.config.site_url or self.plugin.config.base_path

    @property
    def whole_only(self) -> tuple[str, ...]:
        """The plugins, settings and templates of a site's own because of which only a whole build is right."""
        plugins = (name for name in self.config.plugins if name != PLUGIN)
        settings = (name for name in ("exclude_docs", "draft_docs") if self.config.get(name))
        with self._building():
            self._environment  # noqa: B018 -- the folders are known once the plugins have seen the settings
        overrides = self.plugin.folders.overrides
        templates = (
            path.relative_to(overrides).as_posix()
            for path in sorted((*overrides.rglob("*.html"), *overrides.rglob("*.xml")))
            if _READS_ALL.search(path.read_text(encoding="utf-8", errors="replace"))
        )
        return (*plugins, *settings, *templates)

    def refuse(self, said: Iterable[str]) -> None:
        """An EngineError where a strict site was warned of something."""
        if self.config.strict and (lines := list(said)):
            raise EngineError(_said_in_strict(lines))

    def whole(self, given: Given, *, site_dir: Path) -> tuple[str, ...]:
        """Write a whole site; comes back what MkDocs and other plugins warned of."""
        with self._building() as said:
            self._build(given, site_dir, lists=None)
        return tuple(said)

    def pages(self, given: Given, *, site_dir: Path, others: Collection[str] = ()) -> Iterator[Built]:
        """Write the given pages and nothing else, one after the other.

        A page is the same whichever are built with it. `others` are the files of all pages of the site, to which links
        in Markdown of a site's own templates may lead.
        """
        with self._building() as said:
            environment, config = self._environment, self.config
            self.plugin.given, config.site_dir = given, str(site_dir)
            config.extra["menu"] = list(given.menu)
            home = self._home(given.home)
            for file in given.files:
                if file.is_page:
                    self.plugin.documents, self.plugin.allowed = [], frozenset()
                    said.clear()
                    page = MadePage(None, Made.of(file, config), config)
                    navigation = _navigation(page if file.path == NAV[0] else home)
                    files = Known([page.file], others, config)
                    html = self._html(page, files, navigation, environment)
                    _write(html, page.file.abs_dest_path)
                    updated = str(page.meta.get("updated") or "")
                    document = next(iter(self.plugin.documents), None)
                    where = file.path, page.url, page.file.dest_uri
                    yield Built(*where, html, updated, document, self.plugin.allowed, tuple(said), page.beside)

    def frame(
        self, given: Given, *, pages: Iterable[tuple[str, str]], site_dir: Path, allowed: Allowed = frozenset()
    ) -> Framed:
        """Write everything but the pages and the index of the search: files of the look, those given, lists, 404.

        `pages` are the addresses and dates of all pages of the site, in the order of its list; `allowed` is what their
        policies allow. Other files in the folder stay.
        """
        days = [(address, updated or given.newest or UNDATED) for address, updated in pages]
        newest = max((day for _, day in days), default=UNDATED)
        base = f"{self.config.site_url.rstrip('/')}/" if self.config.site_url else ""
        lists = Lists(tuple(Listed(address, day, base) for address, day in days), allowed)
        home = GivenFile(NAV[0], lambda: Rendered({**given.home, "updated": newest}, ""))
        around = replace(given, files=(home, *(file for file in given.files if not file.is_page)))
        site_dir.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".khung-", dir=site_dir) as scratch, self._building() as said:
            self._build(around, Path(scratch), lists=lists)
            files = tuple(_moved(Path(scratch), site_dir))
        return Framed(files, tuple(said))

    def _build(self, given: Given, site_dir: Path, *, lists: Lists | None) -> None:
        self.plugin.given, self.plugin.lists, self.config.site_dir = given, lists, str(site_dir)
        try:
            mkdocs_build(self.config)
        finally:
            self.plugin.lists = None

    @cached_property
    def _environment(self) -> Environment:
        """The templates of the look, compiled once for all pages."""
        config = self.config.plugins.on_config(self.config)
        environment: Environment = config.plugins.on_env(config.theme.get_env(), config=config, files=Files([]))
        return environment

    def _home(self, meta: Mapping[str, object]) -> MadePage:
        """The home page as the navigation of other pages knows it."""
        home = MadePage(None, Made.of(GivenFile(NAV[0], lambda: Rendered(meta, "")), self.config), self.config)
        home.read_source(self.config)
        return home

    def _html(self, page: MadePage, files: Files, navigation: Navigation, environment: Environment) -> bytes:
        """What MkDocs makes of a page in its build, with the same questions to all plugins."""
        config, ask = self.config, self.config.plugins
        ask.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = ask.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = ask.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        context = get_context(navigation, [page.file], config, page)
        template = environment.get_template(str(page.meta.get("template", "main.html")))
        context = ask.on_page_context(context, page=page, config=config, nav=navigation)
        output = ask.on_post_page(template.render(context), page=page, config=config)
        return output.encode("utf-8", errors="xmlcharrefreplace")

    @contextmanager
    def _building(self) -> Iterator[list[str]]:
        """What is warned of in the block; what goes wrong there is an EngineError."""
        plugin = self.plugin
        plugin.is_given, plugin.failure, plugin.page = True, None, ""
        with _collected() as said:
            try:
                self.config.plugins.on_startup(command="build", dirty=False)
                yield said
            except (Exception, SystemExit) as error:  # MkDocs lets through whatever another plugin raises
                raise EngineError(_said_of(error, plugin, said=said)) from error
            finally:
                self.config.plugins.on_shutdown()
                plugin.is_given = False


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
    engine = Engine.of(settings, strict=strict)
    for line in (*engine.said, *engine.whole(given, site_dir=site_dir)):
        tell(line)
    return engine.site_url


def _list_few(theme: Theme) -> None:
    """A theme lists what a site may get of it, and nothing else."""
    environment_of = theme.get_env

    def with_few_listed() -> Environment:
        environment = environment_of()
        environment.loader = _Visible(theme.dirs)
        return environment

    theme.get_env = with_few_listed  # type: ignore[method-assign]


def _visible(folder: str) -> Iterator[str]:
    """The files below a folder that lie in no hidden one, by their paths in it."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(here).relative_to(folder).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _navigation(home: MadePage) -> Navigation:
    return Navigation([home], [home])


def _write(content: bytes, path: str) -> None:
    """A file is there; nearly always it is the first in its folder, beside others of the same parent."""
    try:
        os.mkdir(os.path.dirname(path))  # noqa: PTH102, PTH120 -- of 20,000 pages
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    except FileExistsError:
        pass
    Path(path).write_bytes(content)


def _moved(source: Path, target: Path) -> Iterator[str]:
    """The files below a folder, each now at the same place below another."""
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        name = path.relative_to(source)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        path.replace(target / name)
        yield name.as_posix()


def _said_of(error: BaseException, pages: GivenPages, *, said: list[str]) -> str:
    failure = pages.failure or error
    if isinstance(failure, Abort):  # a strict build with warnings
        return _said_in_strict(said or [str(failure)])
    if isinstance(failure, PluginError):
        return str(failure)
    if isinstance(failure, OSError) and failure.filename:
        raise failure  # said as every other file that cannot be read or written
    where = f" ở trang «{pages.page}»" if pages.page else ""
    return f"Bộ dựng trang, hoặc một plugin, gặp lỗi{where}: {type(failure).__name__}: {failure}"


def _said_in_strict(said: list[str]) -> str:
    return f"Có cảnh báo trong lúc dựng, mà «strict» coi cảnh báo là lỗi: {_joined(said)}"


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
