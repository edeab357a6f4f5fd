"""Where a site's files lie, as its mkdocs.yml says: the same for the command and for the plugin.

Reports and pages name a file by where it belongs, `data/…` or `content/…`, whatever those folders are called on a disk;
`Folders` leads from there to the file and back to the name that an editor knows it by.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import yaml

from bantin.problems import Problem

SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
"""The names that MkDocs looks for, in its order."""
PLUGIN = "bantin"
CONFLICT = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
"""What git leaves in a file that two people changed."""
PUBLISHED = "data/dia-chi-da-dang.txt"
"""The list of the addresses that were published."""
RECORDS = "so-lieu-da-dang"
"""The folder in data/ of the figures that were published."""
CATALOGUE, PROCEDURES = "danh-muc", "thu-tuc"
"""The folders of lists and of procedures, in data/ and in the folder of a province."""
EVENTS, NICKNAMES = "su-kien.yml", "tu-thuong-goi.yml"
"""The files of data/thu-tuc/ that say what happens in life, and what people call procedures."""


def is_of_procedures(source: str) -> bool:
    """Whether a file of data/ tells of a procedure, or is a list that a province announced, by its path."""
    parts = source.split("/")
    return parts[-2] in (PROCEDURES, CATALOGUE) and parts[1] != CATALOGUE


class SettingsError(Exception):
    """The settings do not say where the site's files are, or ask for what a site of ours cannot be; says which."""


@dataclass(frozen=True, slots=True)
class About:
    """What a site says of itself on its pages."""

    name: str = ""
    address: str = ""
    """Its public address, with a slash at the end; «» where none is set."""
    email: str = ""
    """Where its owner is told of slips; «» where nobody is."""

    @classmethod
    def of(cls, name: object, address: object, owner: object) -> Self:
        """What settings say, as MkDocs understands them."""
        email = owner.get("email") if isinstance(owner, Mapping) else ""
        return cls(str(name or ""), f"{str(address).rstrip('/')}/" if address else "", str(email or ""))


NOBODY = About()
"""Of a site that says nothing of itself."""


@dataclass(frozen=True)
class Folders:
    """The folders of one site, all absolute."""

    root: Path
    """The folder of mkdocs.yml, from which reports name files."""
    data: Path
    content: Path
    overrides: Path
    """What the site changes of the look; need not be there."""
    site: Path
    """Where the finished site goes."""
    settings: Path | None = None
    """mkdocs.yml; None where there is none, which is enough for a check."""
    builds_on_shipped: bool = False
    """Whether the lists that come with the package count, and those in data/ add to them."""
    province: str = ""
    """The folder of the one province that the site is about; «» where it is about all."""
    about: About = NOBODY

    @classmethod
    def of(cls, root: Path) -> "Folders":
        """The folders of a site that names none: data/, content/, theme_overrides/ and site/."""
        root = root.absolute()
        return cls(root, root / "data", root / "content", root / "theme_overrides", root / "site")

    @property
    def sources(self) -> tuple[Path, ...]:
        """What people wrote, which no build may touch."""
        return self.data, self.content, self.overrides

    def path(self, name: str) -> str:
        """The file that is named data/… or content/… in a report."""
        folder, slash, rest = name.partition("/")
        return f"{self.data if folder == 'data' else self.content}{slash}{rest}"

    def shown(self, name: str) -> str:
        """How an editor finds that file from the site's folder: the name itself where the folders have their own."""
        folder, slash, rest = name.partition("/")
        place = {"data": self.data, "content": self.content}.get(folder)
        # As texts: there may be thousands of names, and two paths take ten times as long to compare.
        if place is None or str(place) == f"{self.root}{os.sep}{folder}":
            return name
        return f"{Path(os.path.relpath(place, self.root)).as_posix()}{slash}{rest}"

    def seen(self, problem: Problem) -> Problem:
        """A problem under the name by which an editor finds the file."""
        at = problem.location
        name = self.shown(at.source)
        return problem if name == at.source else replace(problem, location=at._replace(source=name))

    def name(self, path: Path) -> str | None:
        """What reports call a file or folder, given by its path; None when it lies in neither data/ nor content/."""
        for folder, place in (("data", self.data), ("content", self.content)):
            resolved = path.resolve()
            if resolved.is_relative_to(place.resolve()):
                rest = resolved.relative_to(place.resolve()).as_posix()
                return folder if rest == "." else f"{folder}/{rest}"
        return None


def folders_of(root: Path, settings: Path | None = None) -> Folders:
    """The folders of the site at `root`, or of the mkdocs.yml that is named; SettingsError when that cannot be read."""
    if settings is None:
        settings = next((root / name for name in SETTINGS if (root / name).is_file()), None)
        if settings is None:
            return Folders.of(root)
    said = read_settings(settings)
    theme, plugin = said.get("theme"), options_of(said.get("plugins"))
    return folders_from(
        settings,
        docs_dir=said.get("docs_dir") or "docs",
        site_dir=said.get("site_dir") or "site",
        custom_dir=theme.get("custom_dir") if isinstance(theme, dict) else None,
        data_dir=plugin.get("data_dir"),
        builds_on_shipped=plugin.get("shipped_lists") is True,
        province=plugin.get("province"),
        about=About.of(said.get("site_name"), said.get("site_url"), plugin.get("owner")),
    )


def folders_from(
    settings: Path,
    *,
    docs_dir: object,
    site_dir: object,
    custom_dir: object = None,
    data_dir: object = None,
    builds_on_shipped: bool = False,
    province: object = None,
    about: About = NOBODY,
) -> Folders:
    """The folders that settings name, as MkDocs understands them: from the folder of the settings."""
    root = settings.absolute().parent

    def folder(named: object, otherwise: str) -> Path:
        return Path(os.path.normpath(root / (str(named) if named else otherwise)))

    found = Folders(
        root=root,
        data=folder(data_dir, "data"),
        content=folder(docs_dir, "docs"),
        overrides=folder(custom_dir, "theme_overrides"),
        site=folder(site_dir, "site"),
        settings=settings.absolute(),
        builds_on_shipped=builds_on_shipped,
        province=str(province or ""),
        about=about,
    )
    _refuse_what_holds_another(found)
    return found


def settings_files(settings: Path | None) -> tuple[Path, ...]:
    """A site's mkdocs.yml and what it inherits from."""
    if settings is None:
        return ()
    inherited = _said(settings).get("INHERIT")
    return (settings, *settings_files(settings.parent / str(inherited) if inherited else None))


def missing_data(folders: Folders) -> str:
    """What to say where the folder of data is not there, so that no empty site takes the place of a full one."""
    beside = folders.content.parent / "data"
    settings = folders.settings.name if folders.settings else SETTINGS[0]
    hint = (
        f"Có phải số liệu nằm ở «{os.path.relpath(beside, folders.root)}»? Nếu đúng, ghi dưới mục plugins của "
        f"{settings}: «- {PLUGIN}: {{data_dir: {os.path.relpath(beside, folders.root)}}}»."
        if beside != folders.data and beside.is_dir()
        else f"Nếu số liệu nằm ở nơi khác, ghi data_dir của plugin «{PLUGIN}» trong {settings}."
    )
    return f"Không thấy thư mục data (số liệu) ở «{folders.data}». {hint}"


def _refuse_what_holds_another(folders: Folders) -> None:
    data, content = folders.data, folders.content
    if data == content or data.is_relative_to(content) or content.is_relative_to(data):
        message = f"Thư mục số liệu «{data}» và thư mục bài viết «{content}» không được nằm trong nhau."
        raise SettingsError(message)


def read_settings(path: Path) -> Mapping[str, Any]:
    """What a mkdocs.yml says, with what it inherits."""
    said = _said(path)
    inherited = said.pop("INHERIT", None)
    return _merged(read_settings(path.parent / str(inherited)), said) if inherited else said


def _said(path: Path) -> dict[str, Any]:
    """What the file itself says."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"Không mở được tệp «{path}»: {error.strerror}."
        raise SettingsError(message) from error
    if CONFLICT.search(content):
        message = f"Hai người cùng sửa tệp «{path}»: trong tệp còn các dòng <<<<<<<, >>>>>>> mà git để lại."
        raise SettingsError(message)
    try:
        said = yaml.load(content, _Loader) or {}  # noqa: S506 -- a safe loader that also knows !ENV
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        where = getattr(error, "problem_mark", None)
        message = f"Tệp «{path}» chưa viết đúng cách{f', ở dòng {where.line + 1}' if where else ''}."
        raise SettingsError(message) from error
    if not isinstance(said, dict):
        message = f"Tệp «{path}» không phải là tệp cài đặt của trang."
        raise SettingsError(message)
    return said


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    both = parent.keys() & child.keys()
    deep = {key: _merged(parent[key], child[key]) for key in both
            if isinstance(parent[key], dict) and isinstance(child[key], dict)}  # fmt: skip
    return {**parent, **child, **deep}


def options_of(plugins: object) -> Mapping[str, Any]:
    """What the settings say to our plugin, which may stand in a list or a mapping."""
    entries = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    named = [entry[PLUGIN] for entry in entries if isinstance(entry, dict) and PLUGIN in entry]
    return named[0] if named and isinstance(named[0], dict) else {}


class _Loader(yaml.CSafeLoader):
    """Settings without their tags, of which only !ENV matters here: nothing is ever made from one."""


def _from_environment(loader: _Loader, node: yaml.Node) -> object:
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value]
    *variables, default = names if len(names) > 1 else [*names, None]
    return next((os.environ[name] for name in variables if name in os.environ), default)


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
