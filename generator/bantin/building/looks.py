"""Digests of what pages look like: templates, theme, settings, and the programs that make HTML."""

import os
import re
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bantin.checks import program
from bantin.folders import Folders, options_of, read_settings
from bantin.keeping import digest, packed
from bantin.publishing import OVERRIDES, TEMPLATES, THEME_FOLDER

MADE_WITH = (
    "mkdocs", "mkdocs-material", "mkdocs-material-extensions", "jinja2", "markupsafe", "markdown", "pymdown-extensions",
    "pygments", "nh3", "python-slugify", "pyyaml", "babel",
)  # fmt: skip
"""The packages whose versions a page may show."""
_NAMED = re.compile(
    r"""\{%[-+]?\s*(?:import|from|include|extends)\s+(?:(?:"([^"]+)"|'([^']+)')(?!\s*(?:if\b|[~|+])))?"""
)
"""How a template names another; what it names otherwise nobody can tell."""
_OF_PAGES = (".html", ".yml", ".yaml")
"""The endings of a theme's files that stand in pages, and are no files of their own; so do those of hidden folders."""


class Looks:
    """What pages of a site look like."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._own: dict[str, bool] = {}

    @cached_property
    def of_all(self) -> bytes:
        """Of every page: the program, the theme's templates, the settings."""
        versions = [f"{name} {_version(name)}" for name in MADE_WITH]
        settings = self.folders.settings
        said = packed((settings.read_bytes(), read_settings(settings))) if settings else b""
        said += self._logo  # its measures stand in every page
        themes = b"".join(_file(name, path) for name, path in self._theme if _is_of_pages(name))
        return digest("\n".join([program(), *versions]).encode() + said + themes)

    @cached_property
    def _logo(self) -> bytes:
        """Of the picture that the site is known by, where it lies among the pages."""
        said = options_of(read_settings(self.folders.settings).get("plugins")) if self.folders.settings else {}
        path = self.folders.content / str(said.get("logo") or "")
        return _file("logo", path) if path.is_file() else b""

    @cached_property
    def of_files(self) -> bytes:
        """Of the files that pages load."""
        files = (_file(name, path) for name, path in self._theme if not _is_of_pages(name))
        return digest(self.of_all + b"".join(files))

    @property
    def of_everything(self) -> bytes:
        """Of all that is looked at and loaded, the templates of all kinds of pages among it."""
        templates = sorted((name, *texts) for name, texts in self._templates.items())
        return digest(self.of_files + packed(templates, plain=True))

    def of_kind(self, kind: str) -> bytes:
        """Of the pages of one kind: what all look like, and their own template with those that it names."""
        names = self._names(kind)
        texts = [text for name in names for text in self._texts(name)]
        return digest(self.of_all + "\0".join([*names, *texts]).encode())

    def is_own(self, kind: str) -> bool:
        """Whether the site has a template of its own among those."""
        if kind not in self._own:
            folder = self.folders.overrides / OVERRIDES
            names = (name.removeprefix(f"{OVERRIDES}/") for name in self._names(kind))
            self._own[kind] = any((folder / name).is_file() for name in names)
        return self._own[kind]

    def _names(self, kind: str) -> list[str]:
        names = [f"{kind}.md"]
        for name in names:  # grows while it is walked
            found = {a or b for text in self._texts(name) for a, b in _NAMED.findall(text)}
            names += sorted((set(self._templates) if "" in found else found) - {*names})
        return names

    def _texts(self, name: str) -> Iterator[str]:
        """What a template holds, as the site has it and as it came; «bantin/x.md» is the one that came."""
        yield from self._templates.get(name.removeprefix(f"{OVERRIDES}/"), ())

    @cached_property
    def _templates(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for folder in (self.folders.overrides / OVERRIDES, TEMPLATES):
            for path in _files(folder):
                found.setdefault(path.relative_to(folder).as_posix(), []).append(
                    path.read_text("utf-8", "backslashreplace")
                )
        return found

    @cached_property
    def _theme(self) -> list[tuple[str, Path]]:
        """The files of the theme and those that the site has in their place, by names; without templates of pages."""
        folders = (self.folders.overrides, THEME_FOLDER)
        found = (
            (f"{folder.name}/{path.relative_to(folder).as_posix()}", path)
            for folder in folders
            for path in _files(folder)
        )
        return [(name, path) for name, path in found if self.folders.overrides / OVERRIDES not in path.parents]


def _files(folder: Path) -> list[Path]:
    return sorted(Path(place, name) for place, _, names in os.walk(folder) for name in names if name[-4:] != ".pyc")


def _is_of_pages(name: str) -> bool:
    return name.endswith(_OF_PAGES) or "/." in name


def _file(name: str, path: Path) -> bytes:
    return digest(name.encode(errors="surrogatepass")) + digest(path.read_bytes())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
