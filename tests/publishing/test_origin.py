"""From which commit and which files a site is: said where it is known, and «» where it is not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sites import fill

from bantin.folders import Folders, folders_of
from bantin.publishing.origin import commit_of, input_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "f" * 40
GIT = {
    "on a branch": {".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": f"{COMMIT}\n"},
    "on a branch with a slash": {".git/HEAD": "ref: refs/heads/a/b\n", ".git/refs/heads/a/b": f"{COMMIT}\n"},
    "detached": {".git/HEAD": f"{COMMIT}\n"},
    "packed": {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/packed-refs": f"# pack-refs with: peeled\n{OTHER} refs/heads/main2\n{COMMIT} refs/heads/main\n^{OTHER}\n",
    },
    "loose over packed": {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/refs/heads/main": COMMIT,
        ".git/packed-refs": f"{OTHER} refs/heads/main\n",
    },
    "a worktree": {
        ".git": "gitdir: ../kho/worktrees/trang\n",
        "../kho/worktrees/trang/HEAD": "ref: refs/heads/main\n",
        "../kho/worktrees/trang/commondir": "../..\n",
        "../kho/refs/heads/main": f"{COMMIT}\n",
    },
}
NO_GIT: dict[str, dict[str, str]] = {
    "no .git": {},
    "an empty branch": {".git/HEAD": "ref: refs/heads/main\n"},
    "out of the folder": {".git/HEAD": "ref: refs/../../bi-mat\n", "bi-mat": COMMIT},
    "no ref": {".git/HEAD": "ref: /etc/passwd\n"},
    "a ref table": {".git/HEAD": "ref: refs/heads/.invalid\n"},
    "no commit": {".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": "xyz\n"},
    "a lost worktree": {".git": "gitdir: ../khong-co\n"},
    "a file of something else": {".git": "x"},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "trang").mkdir()
    return tmp_path / "trang"


@pytest.mark.parametrize("files", GIT.values(), ids=GIT)
def test_the_commit_that_is_checked_out(root: Path, files: dict[str, str]):
    fill(root, files)

    assert commit_of(root, {"GITHUB_SHA": OTHER}) == COMMIT


@pytest.mark.parametrize("files", NO_GIT.values(), ids=NO_GIT)
def test_where_nobody_knows_ci_may(root: Path, files: dict[str, str]):
    fill(root, files)

    assert commit_of(root, {}) == ""
    assert commit_of(root, {"GITHUB_SHA": "", "CI_COMMIT_SHA": OTHER}) == OTHER
    assert commit_of(root, {"GITHUB_SHA": "$(evil)", "CI_COMMIT_SHA": "abc"}) == ""


@pytest.mark.skipif(not shutil.which("git"), reason="no git here")
def test_git_says_the_same(root: Path):
    def git(*arguments: str) -> str:
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
        done = subprocess.run(["git", *arguments], cwd=root, env=nobody, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet", "--initial-branch", "nhánh/chính")
    git("-c", "user.name=a", "-c", "user.email=a@example", "commit", "--quiet", "--allow-empty", "-m", "một")
    git("worktree", "add", "--quiet", "-b", "khác", "../khac")
    for _ in range(2):
        assert commit_of(root, {}) == commit_of(root.parent / "khac", {}) == git("rev-parse", "HEAD")
        git("pack-refs", "--all")
    git("checkout", "--quiet", "--detach")
    assert commit_of(root, {}) == git("rev-parse", "HEAD")


def test_every_file_of_the_input_counts_and_no_other(root: Path):
    files = {
        "data/a.yml": "1",
        "content/index.md": "1",
        "theme_overrides/bantin/place.md": "1",
        "mkdocs.yml": "INHERIT: chung/chung.yml\ndocs_dir: content\n",
        "chung/chung.yml": "site_name: Bản tin\n",
    }
    fill(root, files)

    def digest() -> str:
        return input_of(folders_of(root), ignored=lambda name: name.startswith("."))

    seen = {digest()}
    fill(root, {"data/.DS_Store": "x", ".bantin/a": "x", "site/index.html": "x", "Makefile": "x"})
    assert digest() in seen
    for name in files:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("# thêm\n")
        assert digest() not in seen
        seen.add(digest())
    (root / "data/a.yml").rename(root / "data/b.yml")
    assert digest() not in seen


def test_the_same_input_elsewhere_has_the_same_digest(tmp_path: Path):
    for name in ("mot", "hai"):
        fill(tmp_path / name, {"data/a.yml": "1", "mkdocs.yml": "docs_dir: content\n", "content/index.md": "1"})

    assert input_of(folders_of(tmp_path / "mot")) == input_of(folders_of(tmp_path / "hai"))


def test_what_is_known_is_not_read_again(root: Path):
    fill(root, {"data/a.yml": "1"})
    known = {"data/a.yml": "0" * 64}

    assert input_of(Folders.of(root), known=known) != input_of(Folders.of(root))
