"""The geometry of charts; templates draw it. A chart repeats figures of the table before it and adds none.

Lengths are in percent of the drawing: bars stretch with the page, while words and strokes keep their size. Every scale
begins at 0; that of shares ends at 100.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bantin.model import Direction
from bantin.pages.tones import Tone
from bantin.vietnamese import lower_first

LEAST = Decimal(2)
"""Of how many percent of a bar a part is drawn at least: on the smallest phone a stroke that is seen."""
_HALF, _WHOLE, _WIDE = Decimal(50), Decimal(100), 6


@dataclass(frozen=True, slots=True)
class Part:
    """What a chart shows of one figure."""

    label: str
    text: str
    number: Decimal
    better: Direction | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part as it lies in a bar, with its label and its value as published."""

    label: str
    text: str
    x: str
    width: str
    tone: Tone
    is_striped: bool
    """Of two neighbours one is, so that they are told apart without their colours."""
    anchor: int
    """Where the line from its label meets the bar."""

    @property
    def end(self) -> str:
        """Where the next one begins."""
        return length(Decimal(self.x) + Decimal(self.width))


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar of parts of a whole.

    The labels of the first half stand above it and run to the right, those of the second half below and run to the
    left, each on lines of its own and tied to its part by a line: none of these lines crosses a label, however long.
    """

    title: str
    above: tuple[Segment, ...]
    below: tuple[Segment, ...]
    extremes: str = ""
    """Which part is the largest and which the smallest, in words."""
    kind: str = "stack"

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All of them, from left to right."""
        return self.above + self.below


@dataclass(frozen=True, slots=True)
class Goal:
    """A share with its target, both in percent, and whether it meets it."""

    part: Part
    goal: Decimal
    goal_text: str
    verdict: StrEnum
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """A share on a scale from 0 to 100, and where its target lies there."""

    goal: Goal
    width: str
    mark: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Shares against their targets, one bar a row."""

    title: str
    bars: tuple[Bar, ...]
    kind: str = "progress"


def stack(title: str, parts: Sequence[Part], *, whole: Decimal) -> Stack:
    """A bar of parts of a whole; what the parts leave of the whole stays empty, and a part of nothing is not drawn."""
    drawn = [part for part in parts if part.number > 0]
    widths = _seen([part.number * _WHOLE / whole for part in drawn])
    segments, x = [], Decimal(0)
    for part, width, tone, striped in zip(drawn, widths, _tones(drawn), _striped(widths), strict=True):
        anchor = _anchor(x, width)
        segments.append(Segment(part.label, part.text, length(x), length(width), tone, striped, anchor))
        x += width
    first_half = sum(Decimal(one.x) + Decimal(one.width) / 2 <= _HALF for one in segments)
    return Stack(title, tuple(segments[:first_half]), tuple(segments[first_half:]), extremes(parts))


def progress(title: str, goals: Sequence[Goal]) -> Progress:
    """Shares against their targets on a scale from 0 to 100, a mark where the target lies."""
    return Progress(title, tuple(Bar(one, length(one.part.number), length(one.goal)) for one in goals))


def extremes(parts: Sequence[Part]) -> str:
    """«Lớn nhất: tỷ lệ trước hạn (90,58%); nhỏ nhất: …»; nothing where there are two parts, or several of one size."""
    in_order = sorted(parts, key=lambda part: part.number)
    if len(in_order) < 3 or any(one.number == two.number for one, two in (in_order[:2], in_order[-2:])):
        return ""
    least, most = (f"{lower_first(part.label)} ({part.text})" for part in (in_order[0], in_order[-1]))
    return f"Lớn nhất: {most}; nhỏ nhất: {least}."


def length(number: Decimal) -> str:
    """Two digits after the point, less than a reader sees, as short as they can be written."""
    text = f"{number:.2f}"
    return text.rstrip("0").rstrip(".")


def _seen(widths: list[Decimal]) -> list[Decimal]:
    """The widths, the small ones as wide as is seen, which the widest makes up for."""
    seen = [max(width, LEAST) for width in widths]
    if seen:
        widest = max(range(len(seen)), key=seen.__getitem__)
        seen[widest] -= max(sum(seen) - max(sum(widths), _WHOLE), Decimal(0))
    return seen


def _anchor(x: Decimal, width: Decimal) -> int:
    """The outer edge of a wide part at an end of the bar, the middle of any other."""
    if width > _WIDE and not x:
        return 0
    return 100 if width > _WIDE and x + width > Decimal("99.9") else round(x + width / 2)


def _tones(parts: Sequence[Part]) -> list[Tone]:
    """Good parts green, bad ones red; parts that are neither take turns."""
    turns = [Tone.NEUTRAL, Tone.BLANK]
    tones = []
    for part in parts:
        tone = {Direction.LOWER: Tone.BAD, Direction.HIGHER: Tone.GOOD, None: turns[0]}[part.better]
        if part.better is None:
            turns.reverse()
        tones.append(tone)
    return tones


def _striped(widths: Sequence[Decimal]) -> list[bool]:
    """Every second part, counted from the widest, which is full; thin ones are too: a stripe begins with colour."""
    widest = max(range(len(widths)), key=widths.__getitem__, default=0)
    return [(index - widest) % 2 == 1 for index in range(len(widths))]
