"""A build that has nothing to do knows it by digests alone; whatever can change a site, it notices."""

import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from bantin.building import Memory
from bantin.folders import folders_of
from bantin.inspection import Findings, Reading
from bantin.problems import Location, Problem

SOUND = Path(__file__).parents[1] / "sites/sound"
TODAY = date(2026, 11, 26)
REPORT = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
BESIDE = {
    "mkdocs.yml": "site_name: Mẫu\ndocs_dir: content\ntheme: {name: bantin}\nplugins: [bantin]\n",
    "theme_overrides/bantin/bulletin.md": "{% extends 'bantin/bulletin.md' %}\n",
    "theme_overrides/assets/rieng.css": "p { color: red }\n",
    "data/dia-chi-da-dang.txt": "kien-giang/2022\n",
    "data/ghi-chu.docx": "không phải số liệu",
    "content/kien-giang/anh.png": "chưa chắc là ảnh",
    ".git/HEAD": "0" * 40 + "\n",
    "site/index.html": "trang chủ",
    "site/a/index.html": "trang a",
    "site/build-info.json": "{}",
}
"""What a site has besides its figures; the finished site among it."""


FOUND = Findings((Problem(Location(REPORT), "sum-differs", "Không khớp.", warning=True),))
FUTURE = Findings((Problem(Location(REPORT), "in-the-future", "Chưa đến.", warning=True),))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site that was just built."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    for name, text in BESIDE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def memory_of(root: Path, today: date = TODAY) -> Memory:
    folders = folders_of(root)
    return Memory(Reading(folders, today), folders.site)


def keep(memory: Memory, findings: Findings = FOUND, read: dict[str, str] | None = None) -> None:
    files = {name: memory.site / name for name in ("index.html", "a/index.html")}
    memory.keep_files({name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()}, {})
    memory.keep(read or {}, findings, pages=2, figures=7, size=10)


def test_what_the_last_build_came_to_is_known_where_nothing_changed(root: Path):
    keep(memory_of(root))
    later = memory_of(root, TODAY + timedelta(days=1))

    assert later.last
    assert (later.last.findings, later.last.pages, later.last.figures, later.last.size) == (FOUND, 2, 7, 10)
    assert "lists" not in vars(later.reading)


def test_nothing_is_known_of_a_site_that_was_never_built(root: Path):
    assert memory_of(root).last is None


def replaced(root: Path, name: str) -> None:
    """The same bytes in another file, written when the other was."""
    path = root / name
    status = path.stat()
    (root / "khac").write_bytes(path.read_bytes()[::-1])
    os.utime(root / "khac", ns=(status.st_atime_ns, status.st_mtime_ns))
    (root / "khac").replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a figure": lambda root: (root / REPORT).write_bytes((root / REPORT).read_bytes().replace(b"1.000", b"1.001")),
    "a list": lambda root: replaced(root, "data/danh-muc/chi-so.yml"),
    "the name of a file": lambda root: (root / REPORT).rename(root / REPORT.replace("2023", "2022")),
    "a file more": lambda root: shutil.copy(root / REPORT, root / REPORT.replace("2023", "2022")),
    "a file less": lambda root: (root / REPORT).unlink(),
    "a link": lambda root: (root / "data/lien-ket.yml").symlink_to(root / REPORT),
    "the finished page": lambda root: replaced(root, "site/a/index.html"),
    "a finished page less": lambda root: (root / "site/a/index.html").unlink(),
    "what the site says of itself": lambda root: (root / "site/build-info.json").unlink(),
} | {name: partial(replaced, name=name) for name in BESIDE if not name.startswith((".git", "mkdocs", "site/"))}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(root: Path, change: str):
    keep(memory_of(root))
    CHANGES[change](root)

    assert memory_of(root).last is None


def test_settings_and_the_commit_are_noticed(root: Path):
    for name, text in (("mkdocs.yml", BESIDE["mkdocs.yml"] + "site_url: https://x.example\n"), (".git/HEAD", "1" * 40)):
        keep(memory_of(root))
        (root / name).write_text(text, encoding="utf-8")

        assert memory_of(root).last is None


@pytest.mark.parametrize(("findings", "days", "known"), [(FOUND, -1, False), (FUTURE, 0, True), (FUTURE, 1, False)])
def test_what_is_found_on_a_day_holds_as_long_as_that(root: Path, findings: Findings, days: int, *, known: bool):
    keep(memory_of(root), findings)

    assert bool(memory_of(root, TODAY + timedelta(days=days)).last) is known


def test_a_file_that_changed_while_it_was_read_leaves_nothing_known(root: Path):
    keep(memory_of(root), read={REPORT: sha256((root / REPORT).read_bytes()).hexdigest()})
    assert memory_of(root).last
    (root / ".bantin").rename(root / ".cu")
    keep(memory_of(root), read={REPORT: sha256(b"khac").hexdigest()})

    assert memory_of(root).last is None
