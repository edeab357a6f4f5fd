"""The command: what it says and how it ends."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from inspect import getdoc
from pathlib import Path

import click
import pytest
import small_country
from built import ROOT, called, eventually, made_once
from click.testing import CliRunner, Result
from conftest import SOUND

from bantin.cli import main
from bantin.problems import CODES
from bantin.publishing.publish import replacing

FIRST_HALF = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This site's files, with what a check keeps of them."""

    def check(folder: Path) -> None:
        for name in ("data", "content", "theme_overrides"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        assert run("check", "--root", str(folder)).exit_code == 0

    return made_once(tmp_path_factory, "checked", check)


@pytest.fixture
def folder(checked: Path, tmp_path: Path) -> Path:
    """A copy of them, so that a check reads only what a test changes."""
    return shutil.copytree(checked, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a site of few files."""
    return shutil.copytree(SOUND, tmp_path / "nho", ignore=shutil.ignore_patterns(".bantin"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def spoil(folder: Path) -> None:
    path = folder / FIRST_HALF
    path.write_text(path.read_text(encoding="utf-8").replace("1.210", "1.21", 1), encoding="utf-8")


def test_check_of_sound_data_ends_with_0_and_counts_warnings(folder: Path):
    shutil.rmtree(folder / ".bantin")
    done = run("check", "--root", str(folder))

    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == "0 lỗi, 11 cảnh báo."


def test_check_of_broken_data_ends_with_1_and_a_line_that_editors_can_click(folder: Path):
    spoil(folder)
    done = run("check", "--root", str(folder))

    assert done.exit_code == 1
    assert any(
        line.startswith(f"{FIRST_HALF}:") and "lỗi [number-ambiguous]" in line for line in done.output.splitlines()
    )


def test_check_that_fails_on_warnings_ends_with_1_and_says_why(folder: Path):
    done = run("check", "--fail-on", "warning", "--root", str(folder))

    assert done.exit_code == 1
    assert done.output.splitlines()[-1].startswith("0 lỗi, 11 cảnh báo. Lần này phải xử lý cả cảnh báo")


def test_check_that_fails_on_warnings_passes_where_there_are_none(folder: Path):
    other = folder / "data/danh-muc"

    assert run("check", "--fail-on", "warning", "--root", str(folder), str(other)).exit_code == 0


def test_build_that_fails_on_warnings_leaves_the_old_site(folder: Path):
    built(folder / "site")

    done = run("build", "--fail-on", "warning", "--root", str(folder))

    assert done.exit_code == 1
    assert (folder / "site/index.html").read_text(encoding="utf-8") == "trang cũ"
    assert "--fail-on warning" in done.output


MANY = 25


@pytest.fixture
def doubtful(folder: Path) -> Path:
    """This site with a warning of one code in many files."""
    for year in range(2000, 2000 + MANY):
        report = "Nguồn:\n  - Tên: Báo cáo\n    Ngày: 01/02/2000\nSố liệu:\n  Cấp huyện:\n    Thủ tục hành chính: 251\n"
        (folder / f"data/kien-giang/huyen-vinh-thuan/{year}-quy-1.yml").write_text(report, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], 0),
        (["--all"], MANY),
        (["data/kien-giang"], MANY),
        (["--format", "github"], MANY),
        (["--format", "GITHUB", "--all"], MANY),
    ],
    ids=["all-files", "all", "named", "tool", "tool-all"],
)
def test_warnings_of_one_code_are_told_one_by_one_only_where_somebody_asks(
    doubtful: Path, arguments: list[str], told: int
):
    named = [str(doubtful / word) if "/" in word else word for word in arguments]
    done = run("check", "--root", str(doubtful), *named)

    lines = [line for line in done.stdout.splitlines() if "published-before-end" in line]
    one_by_one = [line for line in lines if line.startswith(("data/", "::warning"))]
    assert (len(one_by_one), "bantin check --all" in done.output) == (told, told == 0)


@pytest.mark.parametrize("arguments", [["check", "--root", "khong-co"], ["dung"], ["check", "--sai"], ["render"]])
def test_wrong_usage_ends_with_2(arguments: list[str]):
    assert run(*arguments).exit_code == 2


def test_a_folder_without_data_is_wrong_usage(tmp_path: Path):
    done = run("check", "--root", str(tmp_path))

    assert done.exit_code == 2
    assert "Không thấy thư mục data" in done.output


def test_render_writes_every_page_as_markdown(small: Path, tmp_path: Path):
    (small / "content/gioi-thieu.md").write_text("# Giới thiệu\n", encoding="utf-8")
    small_country.write_tables(tmp_path / "bang")
    program = small_country.program("bantin", tmp_path / "bang")
    done = called(*program, "render", "--root", small, tmp_path / "trang", folder=tmp_path)

    assert done.returncode == 0
    bulletin = tmp_path / "trang/kien-giang/huyen-vinh-thuan/2023-6-thang/index.md"
    assert bulletin.read_text(encoding="utf-8").startswith("---\ntitle: 'Huyện Vĩnh Thuận: 6 tháng đầu năm 2023'\n")
    assert (tmp_path / "trang/gioi-thieu/index.md").is_file()


def test_render_into_a_folder_with_files_is_wrong_usage_and_changes_nothing(folder: Path):
    done = run("render", "--root", str(folder), str(folder / "data"))

    assert done.exit_code == 2
    assert not (folder / "data/index.md").exists()


def test_build_of_broken_data_leaves_the_old_site(folder: Path):
    built(folder / "site")
    spoil(folder)

    done = run("build", "--root", str(folder))

    assert done.exit_code == 1
    assert (folder / "site/index.html").read_text(encoding="utf-8") == "trang cũ"
    assert "trang cũ vẫn giữ nguyên" in done.output


def built(site: Path) -> None:
    """A small site that an earlier build left."""
    with replacing(site, ()) as build:
        (build.new / "index.html").write_text("trang cũ", encoding="utf-8")


def test_build_never_replaces_a_folder_that_is_no_site(folder: Path):
    done = run("build", "--root", str(folder), "--site-dir", str(folder / "data"))

    assert done.exit_code == 2
    assert (folder / FIRST_HALF).is_file()


def test_build_of_a_site_without_the_plugin_says_so(folder: Path):
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - bantin\n", ""), encoding="utf-8")

    done = run("build", "--root", str(folder))

    assert done.exit_code == 1
    assert "chưa có «bantin»" in done.output
    assert not (folder / "site").exists()


def test_check_of_some_files_says_nothing_of_others(folder: Path):
    spoil(folder)
    other = folder / "data/gia-lai"

    assert run("check", "--root", str(folder), str(other)).exit_code == 0
    done = run("check", "--root", str(folder), str(folder / FIRST_HALF))
    assert done.exit_code == 1
    assert "gia-lai" not in done.output


def test_a_file_outside_the_site_is_wrong_usage(folder: Path):
    assert run("check", "--root", str(folder), str(ROOT / "README.md")).exit_code == 2


def test_explain_says_what_a_code_means():
    done = run("explain", "number-ambiguous")

    assert done.exit_code == 0
    assert " ".join(done.output.split()) == f"number-ambiguous: {CODES['number-ambiguous'].explanation}"


def test_explain_takes_a_code_as_a_message_shows_it():
    assert run("explain", "[number-ambiguous]").output == run("explain", "number-ambiguous").output


def test_explain_of_an_unknown_code_offers_the_nearest():
    done = run("explain", "number-ambigous")

    assert done.exit_code == 2
    assert "Không có mã nào là «number-ambigous». Có phải là «number-ambiguous»?" in " ".join(done.output.split())


def test_explain_of_what_is_like_no_code_tells_how_to_list_them():
    done = run("explain", "xyz")

    assert done.exit_code == 2
    assert "«bantin explain»" in done.output


def test_explain_without_a_code_lists_them_all():
    done = run("explain")

    assert done.exit_code == 0
    listed = " ".join(done.output.split())
    assert [code for code in CODES if f" {code}: {CODES[code].summary}" not in listed] == []


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["explain"], ["explain", "sum-differs"], ["check"]], ids=" ".join
)
def test_python_without_docstrings_prints_the_same(small: Path, arguments: list[str]):
    spoil(small)

    whole, bare = printed(small, *arguments), printed(small, *arguments, options=["-OO"])

    assert whole.stdout == bare.stdout != b""
    assert whole.returncode == bare.returncode == (1 if arguments == ["check"] else 0)


def printed(folder: Path, *arguments: str, options: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
    """What a command prints in a folder where nothing was found before."""
    shutil.rmtree(folder / ".bantin", ignore_errors=True)
    command = [sys.executable, *options, "-m", "bantin", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


@pytest.mark.parametrize("command", [main, *main.commands.values()], ids=lambda command: command.name)
def test_a_command_says_in_vietnamese_what_it_does(command: click.Command):
    assert command.help != getdoc(command.callback)
    assert not command.help.isascii()


def test_watch_checks_again_when_a_file_is_saved(folder: Path):
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as output:
        command = [sys.executable, "-u", "-m", "bantin", "check", "--watch", "--root", str(folder)]
        watcher = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONIOENCODING": "utf-8"}
        )
    try:
        assert eventually(lambda: "0 lỗi, 11 cảnh báo." in log.read_text(encoding="utf-8"))
        spoil(folder)
        assert eventually(lambda: "[number-ambiguous]" in log.read_text(encoding="utf-8"))
    finally:
        watcher.terminate()
        watcher.wait(timeout=20)


def test_the_list_of_addresses_rests_on_what_a_check_has_kept(folder: Path):
    run("check", "--root", str(folder))
    kept = {path: path.stat().st_mtime_ns for path in (folder / ".bantin").glob("*.kept")}

    assert run("addresses", "--root", str(folder)).exit_code == 0
    assert kept
    assert {path: path.stat().st_mtime_ns for path in (folder / ".bantin").glob("*.kept")} == kept
