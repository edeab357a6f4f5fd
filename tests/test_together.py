"""The run of the tests themselves: what shares a process shares it, and every file is there."""

import tomllib
from collections import Counter

import pytest
from built import ROOT
from together import TOGETHER, Together, pytest_xdist_make_scheduler


def test_every_file_is_there_and_in_one_group():
    named = Counter(file for files in TOGETHER.values() for file in files)

    assert [file for file in named if not (ROOT / "tests" / file).is_file()] == []
    assert set(named.values()) == {1}


def test_a_run_on_several_cores_goes_by_the_groups(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pytestconfig.option, "dist", "loadgroup")
    monkeypatch.setattr(pytestconfig.option, "tx", ["popen", "popen"])
    made = pytest_xdist_make_scheduler(pytestconfig, None)

    assert isinstance(made, Together)
    tests = ("tests/test_site.py::test_a", "tests/pages/test_cells.py::test_b[x::y]", "tests/test_cli.py::test_c")
    assert [made._split_scope(test) for test in tests] == ["the built site", "the built site", tests[2]]


def test_the_settings_of_the_run_are_kept():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]

    assert settings["testpaths"] == ["tests"]
    assert settings["filterwarnings"] == ["error"]
    assert settings["strict_config"] is settings["strict_markers"] is settings["strict_xfail"] is True
    assert "--numprocesses auto --dist loadgroup" in (ROOT / "Makefile").read_text(encoding="utf-8")
