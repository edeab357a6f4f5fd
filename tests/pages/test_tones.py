"""Colours by meaning: every tone has a rule, and nothing has a colour that is no tone."""

import re
from decimal import Decimal

import pytest
from conftest import SOUND, rendered

from bantin.model.values import Direction
from bantin.pages import charts
from bantin.pages.charts import Part
from bantin.pages.comparisons import Verdict
from bantin.pages.tones import Tone
from bantin.publishing.settings import THEME_FOLDER

CSS = (THEME_FOLDER / "assets/bantin.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*Tone, *Verdict], ids=str)
def test_every_tone_and_verdict_has_a_rule_in_the_style_sheet(name: str):
    assert re.search(rf"\.{name}\b(?!-)[^{{}}]*{{", CSS)


def test_what_charts_and_maps_print_are_tones():
    drawn = [
        found for text in rendered(SOUND).values() for found in re.findall(r'<(?:rect|path|i) class="([^"]*)"', text)
    ]

    assert len(set(drawn)) > 4
    assert set(drawn) <= set(Tone)


def test_bars_of_a_stack_are_red_only_where_less_is_better():
    parts = [Part(str(better), "1", Decimal(1), better) for better in (Direction.HIGHER, Direction.LOWER, None)]

    assert [bar.tone for bar in charts.stack("", parts, whole=Decimal(3)).bars] == [Tone.GOOD, Tone.BAD, Tone.NEUTRAL]
