"""Markdown files into HTML with MkDocs and Material: with `plugin`, the only module that knows either.

`mkdocs build` with the plugin and `bantin build` both go through `GivenPages`, so both write the same bytes.
"""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from bantin.articles import is_article
from bantin.vietnamese import slug

PLUGIN = "bantin"


class EngineError(Exception):
    """MkDocs could not build the site; it has said why."""


class NoOptions(Config):
    """The plugin has no settings: everything a site decides is in its folders."""


class GivenPages(BasePlugin[NoOptions]):
    """Adds files to a MkDocs build: pages that are Markdown already, and what they load."""

    given: Mapping[str, str] | None = None
    """Texts by their files below the folder of pages; None until someone has rendered them."""
    newest: str = ""
    """The newest date on any page, which stands for pages that have none: no clock inside a page."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Heading ids of hand-written pages keep đ as d (the stock ones drop it)."""
        config.mdx_configs.setdefault("toc", {})["slugify"] = _heading_id
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The given files, in place of the articles they were made from; a hand-written page wins."""
        given = self.given or {}
        kept = Files([file for file in files if not is_article(PurePosixPath("content", file.src_uri))])
        for path, text in given.items():
            if kept.get_file_from_path(path) is None:
                kept.append(File.generated(config, path, content=text))
        return kept

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's date is that of its newest source; the button «sửa» leads to the file an editor wrote."""
        if newest := str(page.meta.get("updated") or self.newest):
            page.update_date = newest
        if source := page.meta.get("source"):
            page.file.edit_uri = f"../{source}"
        return markdown


def build(root: Path, files: Mapping[str, str], site_dir: Path, *, newest: str = "", strict: bool = False) -> None:
    """Write the site of the folder `root` to `site_dir`; EngineError when MkDocs gives up."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice about MkDocs 2 would frighten editors
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=strict)
    pages = config.plugins.get(PLUGIN)
    if not isinstance(pages, GivenPages):
        raise EngineError(f"mkdocs.yml chưa có «{PLUGIN}» trong mục plugins.")
    pages.given, pages.newest = files, newest
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort as error:
        raise EngineError(str(error)) from error
    finally:
        config.plugins.on_shutdown()


def _heading_id(text: str, separator: str) -> str:
    return slug(text) or "muc"
