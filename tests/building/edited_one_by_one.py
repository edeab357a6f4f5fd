"""Edit a site once in every way that is named: `python small_country.py TABLES edited_one_by_one EDITS…`.

Prints, as JSON, which pages each edit made anew (of «A > B», B where A was done before), and in which files the site
differs from a build from nothing; where all pages were made anew, that is looked up by `make thorough` alone.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # where the helpers of all tests lie

from edited import Edited, compile_once, differences, tree
from trying import THOROUGH


def main(*edits: str) -> dict[str, dict[str, list[str]]]:
    """What became of each edit, by the edits; none finds what another has left."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Edited(Path(folder) / "trang")
        build(sound)
        sound.root.rename(Path(folder) / "goc")
        return {edit: became(Path(folder), *edit.split(" > ")) for edit in edits}


def became(folder: Path, *edits: str) -> dict[str, list[str]]:
    """What became of the last of some edits."""
    root = folder / "trang"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder / "goc", root)
    edited, site = Edited(root), root / "site"
    *earlier, last = edits
    for edit in earlier:
        edited.toggle(edit)
        build(edited)
    before = inodes(site)
    edited.toggle(last)
    build(edited)
    after = inodes(site)
    made = sorted(page for page, inode in after.items() if before.get(page) != inode)
    is_compared = THOROUGH or len(made) < len(after)
    differs = differences(tree(site), edited.afresh(folder / "moi")[1]) if is_compared else []
    return {"made": made, "pages": sorted(after), "differs": differs}


def build(edited: Edited) -> None:
    done = edited.build("--jobs", "1")
    assert not done.exit_code, (edited.on, done.output)


def inodes(site: Path) -> dict[str, int]:
    """The pages of a finished site by their addresses; one that stays is the same file."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix("."): path.stat().st_ino
        for path in site.rglob("index.html")
    }


if __name__ == "__main__":
    compile_once()
    json.dump(main(*sys.argv[1:]), sys.stdout)
