"""The geometry of charts; templates draw it. A chart repeats figures of the table before it and adds none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Direction

STACK_WIDTH = 100  # a bar without words, stretched to the width of the page
ROWS_WIDTH = 360  # with words in it: legible on a phone
_LONGEST = 280  # leaves room for the value behind the bar
ROW_HEIGHT = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle with its label and its value as published. Lengths are in units of the view box."""

    label: str
    text: str
    x: str
    y: int
    width: str
    tone: str
    """A colour by meaning: tot, tot-nhat, kha, xau, trong."""
    mark: str = ""
    """Where the target lies on the bar's scale; «» without one."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to draw."""

    kind: str
    """«stack»: one bar of parts; «rows»: one bar a row on a common scale."""
    id: str
    title: str
    description: str
    """The same figures in words, for those who do not see it."""
    bars: tuple[Bar, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a chart shows of one figure."""

    label: str
    text: str
    number: Decimal
    better: Direction | None = None


def stack(id: str, title: str, parts: list[Part], whole: Decimal) -> Chart:
    """A bar of parts of a whole; what the parts leave of the whole stays empty."""
    bars, x = [], Decimal(0)
    for part, tone in zip(parts, _tones(parts), strict=True):
        width = part.number * STACK_WIDTH / whole
        bars.append(Bar(part.label, part.text, _length(x), 0, _length(width), tone))
        x += width
    return Chart("stack", id, title, _in_words(parts), tuple(bars), STACK_WIDTH, 10)


def rows(id: str, title: str, parts: list[Part]) -> Chart:
    """One bar a row, all on one scale that begins at zero; the largest number must be above zero."""
    largest = max(part.number for part in parts)
    bars = tuple(
        Bar(part.label, part.text, "0", index * ROW_HEIGHT, _length(part.number * _LONGEST / largest), "kha")
        for index, part in enumerate(parts)
    )
    return Chart("rows", id, title, _in_words(parts), bars, ROWS_WIDTH, len(parts) * ROW_HEIGHT)


def progress(id: str, title: str, parts: list[tuple[Part, Decimal, str]]) -> Chart:
    """Shares against their targets, one bar a row on a scale from 0 to 100, a mark where the target lies.

    Each part comes with its target in percent and the verdict: «đạt», «chưa đạt» or «chưa rõ».
    """
    tones = {"đạt": "tot", "chưa đạt": "xau", "chưa rõ": "trong"}
    bars = tuple(
        Bar(
            part.label,
            part.text,
            "0",
            index * ROW_HEIGHT,
            _length(part.number * _LONGEST / 100),
            tones[verdict],
            _length(goal * _LONGEST / 100),
        )
        for index, (part, goal, verdict) in enumerate(parts)
    )
    return Chart(
        "rows", id, title, _in_words([part for part, _, _ in parts]), bars, ROWS_WIDTH, len(parts) * ROW_HEIGHT
    )


def _tones(parts: list[Part]) -> Iterable[str]:
    """Good parts in two greens, bad ones red; parts that are neither take turns, so that neighbours differ."""
    good, neutral = ["tot", "tot-nhat"], ["kha", "trong", "tot-nhat", "tot"]
    for part in parts:
        if part.better == "lower":
            yield "xau"
        else:
            turns = good if part.better == "higher" else neutral
            turns.append(turns.pop(0))
            yield turns[-1]


def _in_words(parts: list[Part]) -> str:
    return "; ".join(f"{part.label}: {part.text}" for part in parts) + "."


def _length(number: Decimal) -> str:
    return f"{number:.2f}"
