"""Sites of a few files, built and looked at: shared by the tests of publishing."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bantin.publishing import BuildInfo, Counts, digests, publish, write_build_info
from bantin.publishing.marker import MARKER

GENERATOR = Path(publish.__file__).parents[2]


def fill(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def build(site: Path, files: Mapping[str, str], sources: tuple[Path, ...] = ()) -> tuple[str, ...]:
    with publish.replacing(site, sources) as replacement:
        fill(replacement.new, files)
    return replacement.kept


def texts(folder: Path) -> dict[str, str]:
    """The files below a folder, without the list of them and the workshop."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path != folder / MARKER and folder / ".bantin" not in path.parents
    }


def workshop(site: Path) -> Path:
    return site.parent / f".{site.name}.bantin"


def run(code: str, *before: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    return subprocess.run(
        [*before, sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def signed(site: Path, files: Mapping[str, str], commit: str = "") -> None:
    """A site that says what it is, as builds make it."""
    with publish.replacing(site, ()) as replacement:
        fill(replacement.new, files)
        counts = Counts(pages=len(files), reports=1, figures=34, doubts=0)
        info = BuildInfo(commit, {"bantin": "0.1.0"}, "f" * 64, counts, digests(replacement.new))
        write_build_info(replacement.new, info)
