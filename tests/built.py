"""The project's own site, built once by the real `mkdocs build --strict`, for the tests that look at its pages."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from filelock import FileLock
from started import start

ROOT = Path(__file__).parent.parent


def mkdocs(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """MkDocs as a user would call it, without Material's notice."""
    return called("-m", "mkdocs", *arguments, folder=folder)


def bantin(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Our command as a user would call it."""
    return called("-m", "bantin", *arguments, folder=folder)


def called(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A program in Python, called in a folder."""
    return start(
        list(map(str, arguments)), folder, os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    )


@cache
def soup(path: Path) -> BeautifulSoup:
    """A built page, parsed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Parts(HTMLParser):
    """The elements of a page with their attributes, and its texts with the element each stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = [""]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1], data))

    handle_comment = handle_data


@cache
def parts(path: Path) -> Parts:
    """The parts of a built page, which are there in a quarter of the time that its tree takes."""
    return Parts(path.read_text(encoding="utf-8"))


def page(site: Path, address: str) -> BeautifulSoup:
    """The page at an address such as «kien-giang/huyen-vinh-thuan/»."""
    return soup(site / address / "index.html")


def words(tag: Tag) -> str:
    """The text a reader sees in an element, with single spaces and without footnote marks."""
    copy = BeautifulSoup(str(tag), "html.parser")
    for mark in copy.find_all("sup"):
        mark.decompose()
    return " ".join(copy.get_text(" ").split())


def eventually(said: Callable[[], bool]) -> bool:
    """Whether something comes true within a minute: for servers and watchers that tests start."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if said():
            return True
        time.sleep(0.3)
    return False


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first test to ask for it makes, for the tests of all processes of a run."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            begun = folder.with_name(f"{name}-begun")
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            make(begun)
            begun.rename(folder)
    return folder


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""

    def build(folder: Path) -> None:
        done = mkdocs("build", "--strict", "--site-dir", str(folder / "site"))
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "built", build) / "site"
