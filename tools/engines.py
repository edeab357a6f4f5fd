"""The pages that `bantin render` writes, built by engines that are not ours: does a site come out that says the same?

    make engines

ProperDocs, heir to MkDocs' code, runs our plugin and gives the same bytes. Zensical, which knows neither MkDocs nor our
plugin, builds the rendered Markdown with our theme: every page has the same address and title, and from its header to
its footer the same elements, texts, tables, drawings and links, and each of these leads somewhere. Ends with 1, and
says where, when one of this is not so.
"""

import argparse
import filecmp
import json
import os
import posixpath
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

from bantin.folders import Folders
from bantin.pages import menu_of
from bantin.publishing import dead_links, sentence
from bantin.site import check

REPOSITORY = Path(__file__).parent.parent
SHOWN = 20
"""How many differences of one engine are told."""
_FOR_SEARCH = ("data-search-exclude",)
"""What is said to the search alone, and no longer in the page where an engine has heard it."""
AROUND = 3
"""How many pieces of a page are shown before one that differs."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True, help="the folder of the programs of the engines")
    programs = parser.parse_args().bin.absolute()
    with tempfile.TemporaryDirectory(prefix="engines") as name:
        folder = Path(name)
        ours = _built(programs / "mkdocs", REPOSITORY / "mkdocs.yml", folder / "mkdocs")
        found = [
            *_of("ProperDocs", bytes_that_differ(ours, _properdocs(programs, folder))),
            *_of("Zensical", pages_that_differ(ours, _zensical(programs, folder))),
        ]
    for line in found:
        print(line)
    print("The engines differ." if found else "The engines agree.")
    sys.exit(bool(found))


def bytes_that_differ(ours: Path, theirs: Path) -> Iterator[str]:
    """The files that one of two sites has not, or has otherwise."""
    yield from sorted(f"{path}: only in one of the sites" for path in _files(ours) ^ _files(theirs))
    common = sorted(_files(ours) & _files(theirs))
    _, differ, unread = filecmp.cmpfiles(ours, theirs, common, shallow=False)
    yield from (f"{path}: not the same bytes" for path in differ + unread)


def pages_that_differ(ours: Path, theirs: Path) -> Iterator[str]:
    """Where two sites do not say the same, and where the second leads nowhere."""
    here, there = ({path for path in _files(site) if path.endswith(".html")} for site in (ours, theirs))
    yield from sorted(f"{path}: only in one of the sites" for path in here ^ there)
    for path in sorted(here & there):
        yield from difference(path, said_by(ours, path), said_by(theirs, path))
    for link in dead_links(theirs):
        yield f"{link.page or 'index.html'}: {sentence(link)}"


def difference(path: str, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """The first place at which two pages differ, with what stands before it; nothing where there is none."""
    for place, (one, other) in enumerate(zip_longest(ours, theirs, fillvalue="(end)")):
        if one != other:
            before = " ".join(ours[max(0, place - AROUND) : place])
            yield f"{path}: after {before}\n    MkDocs: {one}\n    other:  {other}"
            return


def said_by(site: Path, path: str) -> tuple[str, ...]:
    """A page as a browser shows it from its header to its footer, piece by piece, and its title and description."""
    reader = _Reader(path)
    reader.feed((site / path).read_text(encoding="utf-8"))
    reader.close()
    return tuple(reader.pieces)


class _Reader(HTMLParser):
    """Elements with their attributes in order and their addresses from the root; texts with single spaces.

    Scripts and styles are left out, which Material and its heir have each their own.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.folder = posixpath.dirname(path)
        self.left_out = ""
        """The element inside which nothing counts."""
        self.counts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in ("title", "header"):
            self.counts = True
        if said.get("name") == "description":
            self.pieces.append(said["content"])
        if tag in ("script", "style"):
            self.left_out = self.left_out or tag
        words = (f' {name}="{self._address(name, said[name])}"' for name in sorted(said) if name not in _FOR_SEARCH)
        self._add(f"<{tag}{''.join(words)}>")

    def handle_endtag(self, tag: str) -> None:
        self._add(f"</{tag}>")
        if tag == self.left_out:
            self.left_out = ""
        if tag in ("title", "footer"):
            self.counts = False

    def handle_data(self, data: str) -> None:
        self._add(" ".join(data.split()))

    def _add(self, piece: str) -> None:
        if piece and self.counts and not self.left_out:
            self.pieces.append(piece)

    def _address(self, name: str, value: str) -> str:
        """One of our own addresses, written in one of several ways, from the root."""
        if name not in ("href", "src", "action") or value.startswith(("#", "/")) or ":" in value:
            return value
        path, mark, anchor = value.partition("#")
        slash = "/" if path.endswith("/") or posixpath.basename(path) in (".", "..") else ""
        return posixpath.normpath(posixpath.join("/", self.folder, path)).rstrip("/") + slash + mark + anchor


def _properdocs(programs: Path, folder: Path) -> Path:
    return _built(programs / "properdocs", REPOSITORY / "mkdocs.yml", folder / "properdocs")


def _built(program: Path, settings: Path, site: Path) -> Path:
    _run(program, "build", "--strict", "--config-file", settings, "--site-dir", site)
    return site


def _zensical(programs: Path, folder: Path) -> Path:
    """The site that Zensical makes of the Markdown, told by settings alone what our plugin tells MkDocs."""
    _run(programs / "bantin", "render", "--root", REPOSITORY, folder / "docs")
    said = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    names = [line for line in said.splitlines() if line.startswith("site_")]
    look = f"theme:\n  custom_dir: {REPOSITORY / 'theme_overrides'}"
    menu = [{"title": link.title, "path": link.path} for link in menu_of(check(Folders.of(REPOSITORY)).archive)]
    extra = f"extra: {json.dumps({'menu': menu}, ensure_ascii=False)}"  # JSON is YAML
    settings = "\n".join([f"INHERIT: {REPOSITORY / 'tools/engine.yml'}", *names, "docs_dir: docs", look, extra, ""])
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _run(programs / "zensical", "build", "--config-file", folder / "mkdocs.yml")
    return folder / "site"


def _run(*command: str | Path) -> None:
    done = subprocess.run(  # noqa: S603 -- the programs of the engines' environment
        command,
        cwd=REPOSITORY,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _of(engine: str, found: Iterator[str]) -> Iterator[str]:
    lines = list(found)
    yield from (f"{engine}: {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"{engine}: … and {len(lines) - SHOWN} more"


if __name__ == "__main__":
    main()
