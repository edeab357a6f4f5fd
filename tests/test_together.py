"""The run of the tests themselves: what shares a process shares it, and every file is there."""

import shutil
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import small_country
from built import ROOT, called
from conftest import SOUND
from together import FIRST, TOGETHER, Together, pytest_collection_modifyitems, pytest_xdist_make_scheduler


def test_every_file_is_there_and_in_one_group():
    named = Counter(file for files in TOGETHER.values() for file in files)

    assert [file for file in (*named, *FIRST) if not (ROOT / "tests" / file).is_file()] == []
    assert not named.keys() & {*FIRST}
    assert set(named.values()) == {1}


def test_a_run_on_several_cores_goes_by_the_groups(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pytestconfig.option, "dist", "loadgroup")
    monkeypatch.setattr(pytestconfig.option, "tx", ["popen", "popen"])
    made = pytest_xdist_make_scheduler(pytestconfig, None)

    assert isinstance(made, Together)
    tests = ("tests/test_site.py::test_a", "tests/pages/test_cells.py::test_b[x::y]", "tests/test_cli.py::test_c")
    assert [made._split_scope(test) for test in tests] == ["the built site", "the built site", tests[2]]


def test_what_takes_long_is_begun_first():
    class Test:
        def __init__(self, nodeid: str) -> None:
            self.nodeid = nodeid

    tests = [Test(f"tests/{file}::test_a") for file in ("test_cli.py", FIRST[-1], "test_wordings.py", FIRST[0])]
    pytest_collection_modifyitems(tests)

    assert [test.nodeid for test in tests] == [
        f"tests/{file}::test_a" for file in (FIRST[-1], FIRST[0], "test_cli.py", "test_wordings.py")
    ]


def test_the_settings_of_the_run_are_kept():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]

    assert settings["testpaths"] == ["tests"]
    assert settings["filterwarnings"] == ["error"]
    assert settings["strict_config"] is settings["strict_markers"] is settings["strict_xfail"] is True
    assert "--numprocesses auto --dist loadgroup" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_small_country_needs_no_other_province(tmp_path: Path):
    """A table that names units of elsewhere would stop every build there, so this one test says it first."""
    small_country.write_tables(tmp_path / "bang")
    shutil.copytree(SOUND, tmp_path / "trang")
    done = called(
        *small_country.program("bantin", tmp_path / "bang"), "render", str(tmp_path / "ra"), folder=tmp_path / "trang"
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ra/kien-giang/don-vi/index.md").is_file()
    assert not (tmp_path / "ra/ha-noi").exists()
