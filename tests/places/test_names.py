"""How names are read: the same in Python and in the script of the search."""

import json
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, FLAGS, in_browser

from bantin import theme
from bantin.places import Level, Unit, eras, gazetteer, name_rules
from bantin.places.naming import KINDS, alike, fold, meanings, spelling
from bantin.places.unit import in_order
from bantin.vietnamese import slug

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "name_cases.json").read_text(encoding="utf-8"))
SCRIPT = Path(theme.__file__).parent / "assets/javascripts/tim/doc-ten.js"

ANSWERS = """
const cases = JSON.parse(document.body.dataset.cases);
const names = bantinReading.readingBy(JSON.parse(document.body.dataset.rules));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const meanings = (text) => {
  const words = names.wordsOf(text).map(({ folded }) => folded);
  const kinds = names.kindsIn(names.wordsOf(text)).filter(({ from, to }) => from === 0 && to < words.length);
  return [["", words.join(" ")], ...kinds.map(({ kind, to }) => [kind, words.slice(to).join(" ")])];
};
document.getElementById("answers").textContent = JSON.stringify({
  folded: cases.folded.map(([text]) => [text, names.fold(text)]),
  alike: cases.alike.map(([a, b]) => [a, b, names.alike(names.fold(a)) === names.alike(names.fold(b))]),
  meanings: cases.meanings.map(([text]) => [text, meanings(text)]),
  spelt_alike: cases.spelt_alike.map(([a, b]) => [a, b, same(names.spelling(a), names.spelling(b))]),
});
"""


@pytest.mark.parametrize(("text", "folded"), CASES["folded"])
def test_names_are_folded(text: str, folded: str):
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "other", "same"), CASES["alike"])
def test_y_and_i_are_one_where_they_sound_alike(one: str, other: str, same: bool):
    assert (alike(fold(one)) == alike(fold(other))) == same


@pytest.mark.parametrize(("text", "meant"), CASES["meanings"])
def test_a_kind_may_stand_before_a_name(text: str, meant: list[list[str]]):
    assert [[found.kind, found.name] for found in meanings(text)] == meant


@pytest.mark.parametrize(("one", "other", "same"), CASES["spelt_alike"])
def test_the_place_of_a_tone_mark_makes_no_spelling(one: str, other: str, same: bool):
    assert (spelling(one) == spelling(other)) == same


@pytest.mark.parametrize(("text", "kind"), CASES["kinds"])
def test_a_full_name_begins_with_its_kind(text: str, kind: str):
    assert next((known for known in KINDS if text.startswith(f"{known} ")), "") == kind


@pytest.mark.parametrize("names", CASES["in_order"])
def test_units_stand_in_the_order_of_their_names(names: list[str]):
    units = [Unit(Level.DISTRICT, "", "quận", name, "") for name in reversed(names)]

    assert [unit.name for unit in in_order(units)] == names


@in_browser
def test_the_script_reads_names_as_python_does(tmp_path: Path):
    page = tmp_path / "ten.html"
    cases, rules = (escape(json.dumps(found)) for found in (CASES, name_rules()))
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body data-cases="{cases}" data-rules="{rules}"><pre id="answers"></pre>'
        f"<script>{SCRIPT.read_text(encoding='utf-8')}</script><script>{ANSWERS}</script>",
        encoding="utf-8",
    )
    assert CHROMIUM
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=180, check=True)
    answers = unescape(done.stdout.split('<pre id="answers">')[1].split("</pre>")[0])

    assert json.loads(answers) == {name: found for name, found in CASES.items() if name not in ("in_order", "kinds")}


def test_names_of_units_fold_to_what_stands_in_their_paths():
    for era in eras():
        for province in gazetteer.provinces(era):
            for unit in (province, *gazetteer.divisions(province, era)):
                assert fold(unit.full_name).replace(" ", "") == slug(unit.full_name).replace("-", "")
