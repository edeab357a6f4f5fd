"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` with nothing but «bantin» under plugins."""

import logging
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from bantin import site
from bantin.editors import summary
from bantin.folders import SettingsError
from bantin.inspection import clock
from bantin.problems import Problem
from bantin.publishing import TemplateProblem, publish, unanswered
from bantin.publishing.events import LAST, GivenPages
from bantin.writing import PublishError, refusal

log = get_plugin_logger(__name__)

SHOWN = 10
"""How many slips a served page tells of."""


class BantinPlugin(GivenPages):
    """Checks data/ and content/, adds the pages they make, and lets a finished site take the place of the old one."""

    command: str = "build"
    edition: site.Edition | None = None
    slips: tuple[str, ...] = ()
    """What is wrong with the files while a server shows the last good pages."""
    replacement: publish.Replacement | None = None
    _config: MkDocsConfig | None = None
    _site_dir: str = ""
    _is_whole = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build of what changed alone would lose pages and half of the search, so it is refused."""
        self.command = command
        if dirty:
            raise PluginError(
                "Không dựng được với --dirty: cách dựng ấy giữ lại trang đã xóa và làm mất phần lớn mục tìm kiếm. "
                "Xin chạy lại lệnh và bỏ --dirty."
            )

    @event_priority(LAST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks before MkDocs touches the folder of the finished site; an error leaves that as it was."""
        config = super().on_config(config)
        if self.is_given:
            return config
        watched = (str(path) for path in site.watched(self.folders))
        config.watch = [*config.watch, *(path for path in watched if path not in config.watch)]
        with _in_a_sentence():
            self.is_guarded = self.command != "serve" and not _is_of_server(Path(config.site_dir))
            if self.is_guarded:
                if why := unanswered(config.site_url, self.config.owner):
                    raise PluginError(why)
                self._begin(config)
            self._read()
        return config

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A served page says above all what has to be mended before it can be a new one."""
        if not self.slips:
            return html
        lines = Markup("").join(Markup("<li>{}</li>").format(slip) for slip in self.slips[:SHOWN])
        more = f"<p>… và {len(self.slips) - SHOWN} lỗi nữa.</p>" if len(self.slips) > SHOWN else ""
        return (
            '<div class="admonition failure" role="alert">'
            '<p class="admonition-title">Đang hiện các trang trước khi sửa, vì tệp vừa lưu còn lỗi</p>'
            f"<ul>{lines}</ul>{more}</div>\n{html}"
        )

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """All pages are made. What a strict build still refuses comes after this."""
        super().on_post_build(config=config)
        self._is_whole = True

    def on_build_error(self, *, error: Exception) -> None:
        """A build that failed is none."""
        super().on_build_error(error=error)
        self._is_whole = False

    def on_shutdown(self) -> None:
        """The new site takes the place of the old one when every check has passed, and not a moment before."""
        replacement, config = self.replacement, self._config
        if not replacement or not config:
            return
        try:
            if self._is_whole and self.edition:
                with _in_a_sentence():
                    self._refuse_dead_links(replacement.new, config)
                    site.sign(replacement.new, self.edition, self.folders)
                    kept = replacement.publish()
                log.info("Đã đăng %s trang vào %s.", len(self.edition.plans), self._site_dir)
                if replacement.lost:
                    log.info("%s", replacement.lost)
                for name in kept:
                    log.info("Giữ nguyên trong thư mục của trang: %s", name)
        finally:
            self._abandon()

    def _begin(self, config: MkDocsConfig) -> None:
        self._site_dir, self._config, self._is_whole = config.site_dir, config, False
        self.replacement = publish.begin(Path(config.site_dir), self.folders.sources)
        for remark in self.replacement.remarks:
            log.info("%s", remark)
        config.site_dir = str(self.replacement.new)

    def _read(self) -> None:
        folders = self.folders
        edition = site.check(folders, clock())
        self._report(edition.open_problems)
        self.slips = tuple(folders.seen(problem).line() for problem in edition.errors)
        if not edition.errors:
            self.given = site.given_of(edition, folders)
            self.edition = edition
        elif self.command != "serve" or self.given is None:
            raise PluginError(summary(edition.open_problems))

    def _refuse_dead_links(self, new: Path, config: MkDocsConfig) -> None:
        assert self.edition
        found = site.faults(new, self.edition, folders=self.folders, site_url=config.site_url or self.config.base_path)
        self._report(found)
        if dead := site.dead_summary(found):
            raise PluginError(dead)

    def _report(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            # A warning about figures is no fault of the build: `mkdocs build --strict` stays green.
            log.log(logging.INFO if problem.warning else logging.ERROR, "%s", self.folders.seen(problem).line())

    def _abandon(self) -> None:
        if self.replacement:
            self.replacement.abandon()
        if self._config:
            self._config.site_dir = self._site_dir
        self.replacement = self._config = None


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """What the system refuses, or we do, as MkDocs prints it: without a trace."""
    try:
        yield
    except OSError as error:
        raise PluginError(refusal(error)) from error
    except (TemplateProblem, PublishError, SettingsError, site.UnfinishedError) as error:
        raise PluginError(str(error)) from error


def _is_of_server(site_dir: Path) -> bool:
    """Whether a folder is the passing one of `mkdocs serve --clean`, which calls itself a build."""
    return site_dir.name.startswith("mkdocs_") and site_dir.parent == Path(tempfile.gettempdir())
