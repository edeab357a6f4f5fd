"""The reports that the command prints."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Site

from bantin.cli import main
from bantin.editors.formats import Format


@pytest.fixture
def broken(site: Site) -> Site:
    site.write("data/kien-giang/huyen-vinh-thuan/2022.yml", "Nguồn: &a 1\n")
    return site


def check(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(site.root), *arguments])


def test_check_shows_the_line(broken: Site):
    assert "\n 1 | Nguồn: &a 1\n   |        ^\n" in check(broken).stdout


def test_check_prints_nothing_but_the_report_for_a_tool(broken: Site):
    done = check(broken, "--format", "json")

    assert [found["code"] for found in json.loads(done.stdout)] == ["anchor-or-tag"]


def test_check_sums_up_below_the_report_for_an_editor(broken: Site):
    assert check(broken).stdout.splitlines()[-1].startswith("1 lỗi, 0 cảnh báo.")


def test_check_sums_up_beside_the_report_for_a_tool(broken: Site):
    assert check(broken, "--format", "sarif").stderr.startswith("1 lỗi, 0 cảnh báo.")


@pytest.mark.parametrize("format", Format)
def test_check_ends_with_1_in_every_format(broken: Site, format: Format):
    assert check(broken, "--format", format).exit_code == 1


def test_an_unknown_format_is_wrong_usage(site: Site):
    assert check(site, "--format", "xml").exit_code == 2


def test_a_file_has_no_colours(broken: Site):
    assert "\x1b" not in check(broken).stdout


@pytest.mark.parametrize(("no_colour", "colours"), [("", True), ("1", False)])
def test_a_terminal_has_colours_unless_it_wants_none(broken: Site, no_colour: str, colours: bool):
    assert ("\x1b[31mlỗi" in on_a_terminal(broken.root, {"NO_COLOR": no_colour})) == colours


def on_a_terminal(root: Path, environment: dict[str, str]) -> str:
    """What `bantin check` prints on a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no such terminals")
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "bantin", "check", "--root", str(root)]
    subprocess.run(command, env=os.environ | environment, stdout=end, stderr=subprocess.DEVNULL, check=False)
    os.close(end)
    printed = os.read(terminal, 100_000).decode()
    os.close(terminal)
    return printed
