"""The files of a site as they were at a revision of its repository."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Site

from bantin.cli import main
from bantin.comparing import NoRevisionError, laid_out
from bantin.folders import Folders, folders_of

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
FILE = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"


def git(root: Path, *arguments: str) -> None:
    named = ["-c", "user.name=Mẫu", "-c", "user.email=mau@example.vn", "-c", "core.autocrlf=false"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "-C", str(root), *named, *arguments], check=True, capture_output=True, env=environment)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Số liệu")


@pytest.fixture
def kept(site: Site) -> Site:
    """A site in a repository, everything committed."""
    site.write(".gitignore", ".bantin/\n")
    git(site.root, "init", "-q")
    commit(site.root)
    return site


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != ".gitignore"}


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--root", str(root), *arguments])


def test_what_people_wrote_is_laid_out_byte_for_byte(kept: Site, tmp_path: Path):
    odd = "data/kien-giang/huyen-vinh-thuan/đè\tmột.yml"
    kept.write(odd, b"a: 1\r\n")
    kept.write("data/kien-giang/trong.yml", b"")
    commit(kept.root)
    before = tree(kept.root)
    kept.write(FILE, "x")
    (kept.root / odd).unlink()

    laid_out(Folders.of(kept.root), "HEAD", into=tmp_path / "truoc")

    assert tree(tmp_path / "truoc") == before


def test_a_site_in_a_folder_of_a_repository_is_found_there(kept: Site, tmp_path: Path):
    outer = tmp_path / "kho"
    shutil.copytree(kept.root, outer / "trang", ignore=shutil.ignore_patterns(".git"))
    (outer / "mkdocs.yml").write_text("docs_dir: sai\n", encoding="utf-8")
    git(outer, "init", "-q")
    commit(outer)

    found = laid_out(Folders.of(outer / "trang"), "HEAD", into=tmp_path / "truoc")

    assert (found.data / "kien-giang/2022.yml").is_file()
    assert not (tmp_path / "truoc/mkdocs.yml").exists()


def test_folders_of_other_names_are_those_of_that_time(kept: Site, tmp_path: Path):
    (kept.root / "data").rename(kept.root / "so-lieu")
    kept.write("mkdocs.yml", "docs_dir: content\nplugins:\n  - bantin: {data_dir: so-lieu}\n")
    commit(kept.root)

    found = laid_out(folders_of(kept.root), "HEAD", into=tmp_path / "truoc")
    earlier = laid_out(folders_of(kept.root), "HEAD~1", into=tmp_path / "truoc-nua")

    assert (found.data.name, earlier.data.name) == ("so-lieu", "data")
    assert (earlier.data / "kien-giang/2022.yml").is_file()


@pytest.mark.parametrize("revision", ["khong-co", "-x", "--output=x", "", "HEAD~9", "HEAD:data"])
def test_what_is_no_revision_is_said_in_a_sentence(kept: Site, tmp_path: Path, revision: str):
    with pytest.raises(NoRevisionError, match=f"không có bản nào tên là «{revision}»"):
        laid_out(Folders.of(kept.root), revision, into=tmp_path / "truoc")


def test_without_a_repository_there_is_nothing_to_compare_with(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))

    done = diff(site.root)

    assert done.exit_code == 2
    assert "không nằm trong kho git nào" in done.output


def test_what_git_refuses_is_said_in_its_words(kept: Site, tmp_path: Path):
    (kept.root / ".git/config").write_text("[core\n", encoding="utf-8")

    with pytest.raises(NoRevisionError, match="git không trả lời được: fatal: bad config"):
        laid_out(Folders.of(kept.root), "HEAD", into=tmp_path / "truoc")


def test_without_git_nobody_knows_what_was(kept: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")

    done = diff(kept.root)

    assert done.exit_code == 2
    assert "chưa có chương trình git" in done.output


def test_the_command_says_what_becomes_of_the_site_and_leaves_the_repository_alone(kept: Site):
    assert diff(kept.root).output == "So với HEAD, trang công khai không có gì đổi.\n"
    kept.write(FILE, (kept.root / FILE).read_text(encoding="utf-8").replace("trực tuyến: 1.000", "trực tuyến: 1.001"))

    done = diff(kept.root)

    assert "  Sửa Hồ sơ trực tuyến (cấp huyện): 1.000 thành 1.001 (tăng 1).\n" in done.output
    assert diff(kept.root).output == done.output
    status = subprocess.run(["git", "-C", str(kept.root), "status", "--porcelain"], capture_output=True, check=True)
    assert status.stdout.decode().split() == ["M", FILE]


def test_before_the_first_figure_all_are_new(kept: Site):
    git(kept.root, "checkout", "-q", "--orphan", "truoc")
    git(kept.root, "rm", "-rq", "--cached", ".")
    git(kept.root, "add", ".gitignore")
    git(kept.root, "commit", "-qm", "Kho mới")

    done = diff(kept.root)

    assert done.exit_code == 0
    assert "6 tháng đầu năm 2023 (bản tin mới)" in done.output


def test_any_revision_may_be_named(kept: Site):
    kept.write(FILE, (kept.root / FILE).read_text(encoding="utf-8").replace("trực tuyến: 1.000", "trực tuyến: 1.001"))
    commit(kept.root)

    assert "không có gì đổi" in diff(kept.root, "HEAD").output
    assert "1.000 thành 1.001" in diff(kept.root, "HEAD~1").output
