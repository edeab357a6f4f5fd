"""Copy what comes with the package for other sites from where it is written: lists, guides, workflows.

    make lists

A test holds the copies against what they are of.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "generator/bantin"
FIRST_SITE = "first_site"
_GUIDES = ("data/README.md", "content/huong-dan.md", "content/thuat-ngu.md")
_WORKFLOWS = ("github-actions.yml", "gitlab-ci.yml")
_INSTALL = ("pip install --quiet --require-hashes -r requirements.txt", "pip install --quiet -r requirements.txt")
_EDITABLE = "pip install --quiet --no-deps --no-build-isolation -e ."
_MANUAL = ("[danh sách mã lời nhắn](../docs/ma-loi/README.md)", "danh sách mã lời nhắn của chương trình")


def copies() -> Iterator[tuple[Path, str]]:
    """Every copy, by its path in the package, and what it should hold."""
    lists = REPOSITORY / "data/danh-muc"
    for path in sorted(lists.rglob("*.yml")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        yield (
            Path("lists", path.relative_to(lists)),
            "".join(line for line in lines if "yaml-language-server" not in line),
        )
    for name in _GUIDES:
        yield Path(FIRST_SITE, name), (REPOSITORY / name).read_text(encoding="utf-8").replace(*_MANUAL)
    for name in _WORKFLOWS:
        text = (REPOSITORY / "docs/ci" / name).read_text(encoding="utf-8").replace(*_INSTALL)
        first, _, *lines = text.splitlines(keepends=True)  # the second line speaks of files beside it
        kept = "".join(line for line in lines if _EDITABLE not in line)
        yield Path(FIRST_SITE, "ci", name), f"{first.partition(', trên một máy')[0]}.\n{kept}"


def main() -> None:
    shutil.rmtree(PACKAGE / "lists", ignore_errors=True)
    for name, text in copies():
        path = PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
