"""The manual: docs/ma-loi/ holds what `make manual` writes."""

import importlib.util
import json
import subprocess
import sys

import pytest
from conftest import SITES, Site

from bantin.problems import CODES

ROOT = SITES.parent.parent
SPEC = importlib.util.spec_from_file_location("manual", ROOT / "tools/manual.py")
assert SPEC
assert SPEC.loader
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)

PAGES = tool.pages()
ACCEPTABLE = [code for code in CODES if tool.accepted(code)]


def test_the_manual_is_what_make_manual_writes():
    folder = ROOT / "docs/ma-loi"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

    assert written == PAGES, "Run «make manual» and read the diff."


def test_python_without_docstrings_writes_the_same_manual():
    program = "import json, manual; print(json.dumps(manual.pages()))"
    done = subprocess.run([sys.executable, "-OO", "-c", program], cwd=ROOT / "tools", capture_output=True, check=True)

    assert json.loads(done.stdout) == PAGES


@pytest.mark.parametrize("code", CODES)
def test_a_page_shows_each_report_of_its_code(code: str):
    page = PAGES[f"{code}.md"]

    assert [report for report in tool.reports(code) if report.text not in page] == []
    assert "Sửa lại" in page


@pytest.mark.parametrize("code", CODES)
def test_a_page_holds_no_hidden_sign(code: str):
    assert [line for line in PAGES[f"{code}.md"].split("\n") if not line.isprintable()] == []


@pytest.mark.parametrize("code", ACCEPTABLE)
def test_a_doubtful_figure_can_be_accepted_as_the_page_shows(code: str, site: Site):
    site.overlay(SITES / "broken" / code)
    source, _, text = tool.accepted(code)
    site.write(source, text)

    assert [line for line in site.open_problems() if line.startswith(f"{source}:")] == []


def test_warnings_of_figures_can_be_accepted():
    assert {"sum-differs", "rate-truncated", "far-from-past", "target-without-basis"} <= set(ACCEPTABLE)
    assert not {"acceptance-unneeded", "number-ambiguous", "section-empty"} & set(ACCEPTABLE)
