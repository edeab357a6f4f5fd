"""Markdown files into HTML with MkDocs and Material: with `made`, `events` and `plugin`, the only one to know either.

`mkdocs build` with the plugin and `bantin build` both go through `GivenPages`, so both write the same bytes.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from bantin.folders import PLUGIN
from bantin.publishing.events import GivenPages
from bantin.publishing.given import Given


class EngineError(Exception):
    """MkDocs could not build the site; says why, in a sentence."""


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
