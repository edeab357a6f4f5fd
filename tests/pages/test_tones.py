"""Colours by meaning: every tone has a rule, and nothing has a colour that is no tone."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

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
    printed = "".join(rendered(SOUND).values())
    drawn = [found for found in re.findall(r'<(?:rect|path|i) class="([^"]*)"', printed) if found != "nen"]

    assert len(set(drawn)) >= 4
    assert set(drawn) <= set(Tone)


def test_bars_of_a_stack_are_red_only_where_less_is_better():
    parts = [Part(str(better), "1", Decimal(1), better) for better in (Direction.HIGHER, Direction.LOWER, None)]

    tones = [part.tone for part in charts.stack("", parts, whole=Decimal(3)).segments]

    assert tones == [Tone.GOOD, Tone.BAD, Tone.NEUTRAL]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes() -> Iterator[tuple[str, dict[str, str]]]:
    """The colours of each rule that sets a paper: light, dark, high contrast, print; each over the first."""
    base: dict[str, str] = {}
    for selector, rules in re.findall(
        r"([^{}]*)\{([^{}]*--giay: *#[^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    ):
        found = {
            name: f"#{''.join(2 * x for x in hex) if len(hex) == 3 else hex}"
            for name, hex in re.findall(
                r"--([a-z0-9-]+): *(?:var\(--don-vi[a-z-]*, )?#([0-9a-f]{6}|[0-9a-f]{3})\b", rules
            )
        }
        yield (
            selector.split("\n")[-2 if selector.endswith("\n") else -1].strip(),
            (base := base or found) | found,
        )


def test_every_fill_of_a_chart_is_seen_on_every_paper():
    """Neighbours touch nowhere: each stands against the paper of the gap between them."""
    found = list(palettes())

    assert len(found) >= 5
    for where, colours in found:
        for fill in ("tot", "kha", "xau", "trong", "muc", "muc-2", "muc-3", "vang", "son"):
            assert contrast(colours[fill], colours["giay"]) >= 3, (where, fill)


@pytest.mark.parametrize("numbers", [(1, 98, 1), (50, 50), (0, 3, 0, 97), (1, 1, 1, 1, 1, 90, 5), (20, 20, 20, 20)])
def test_neighbours_in_a_bar_differ_without_colours_and_each_is_seen(numbers: tuple[int, ...]):
    parts = [Part(str(n), str(n), Decimal(n), Direction.LOWER) for n in numbers]
    drawn = charts.stack("", parts, whole=Decimal(100)).segments

    assert [part.text for part in drawn] == [str(n) for n in numbers if n]
    assert all(one.is_striped != two.is_striped and one.end == two.x for one, two in pairwise(drawn))
    assert all(Decimal(part.width) >= charts.LEAST for part in drawn)
    assert Decimal(drawn[-1].end) == max(sum(numbers), Decimal(0))


@pytest.mark.parametrize(
    "numbers", [(90, 7, 1, 2), (15, 19, 15, 11, 18), (1, 1, 96, 1, 1), (50, 50), (100,), (10, 15, 20)]
)
def test_no_line_of_a_label_crosses_another_label(numbers: tuple[int, ...]):
    """Above, labels run to the right and each line further left goes down past them; below, both the other way."""
    found = charts.stack("", [Part(str(n), str(n), Decimal(n)) for n in numbers], whole=Decimal(100))
    above, below = ([part.anchor for part in side] for side in (found.above, found.below))

    assert above == sorted(set(above))
    assert below == sorted(set(below))
    assert all(at <= 50 for at in above)
    assert all(at >= 50 for at in below)
