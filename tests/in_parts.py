"""Build a site in parts, as several processes would: `python in_parts.py SITE OUT PART`.

PART is the number of a third of all pages, drawn at random, or «khung» for what stands around them, which comes last.
"""

import pickle
import random
import sys
from dataclasses import replace
from pathlib import Path

from bantin import site
from bantin.folders import folders_of
from bantin.publishing.engine import Engine
from bantin.publishing.given import Given
from bantin.search import write_index

PARTS = 3


def main(root: Path, out: Path, part: str) -> None:
    folders = folders_of(root)
    given = site.given_of(site.check(folders), folders)
    engine = Engine.of(root / "mkdocs.yml")
    kept = out.parent / "parts"
    kept.mkdir(exist_ok=True)
    if part == "khung":
        built = {page.path: page for path in kept.iterdir() for page in pickle.loads(path.read_bytes())}
        order = [built[file.path] for file in given.files if file.is_page]
        allowed = frozenset(pair for page in order for pair in page.allowed)
        engine.frame(given, pages=[(page.address, page.updated) for page in order], site_dir=out, allowed=allowed)
        write_index((page.document for page in built.values() if page.document), out)
        return
    others = {file.path for file in given.files if file.is_page}
    pages = list(engine.pages(_third(given, int(part)), site_dir=out, others=others))
    assert all((out / page.file).read_bytes() == page.html for page in pages)
    (kept / part).write_bytes(pickle.dumps(pages))


def _third(given: Given, part: int) -> Given:
    pages = [file for file in given.files if file.is_page]
    random.Random(7).shuffle(pages)
    mine = pages[part::PARTS]
    random.Random(part).shuffle(mine)
    return replace(given, files=tuple(mine))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
