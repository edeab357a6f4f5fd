"""The geometry of charts; templates draw it. A chart repeats figures of the table before it and adds none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Direction
from bantin.pages.tones import Tone

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
    tone: Tone
    mark: str = ""
    """Where the target lies on the bar's scale; «» without one."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to draw."""

    title: str
    bars: tuple[Bar, ...]
    width: int
    height: int
    is_stack: bool = False
    """One bar of parts; otherwise one bar a row on a common scale."""

    @property
    def tone(self) -> Tone | None:
        """The tone of all its bars; None where they differ."""
        tones = {bar.tone for bar in self.bars}
        return tones.pop() if len(tones) == 1 else None


@dataclass(frozen=True, slots=True)
class Part:
    """What a chart shows of one figure."""

    label: str
    text: str
    number: Decimal
    better: Direction | None = None


def stack(title: str, parts: list[Part], *, whole: Decimal) -> Chart:
    """A bar of parts of a whole; what the parts leave of the whole stays empty."""
    bars, x = [], Decimal(0)
    for part, tone in zip(parts, _tones(parts), strict=True):
        width = part.number * STACK_WIDTH / whole
        bars.append(Bar(part.label, part.text, _length(x), 0, _length(width), tone))
        x += width
    return Chart(title, tuple(bars), STACK_WIDTH, 10, is_stack=True)


def progress(title: str, parts: list[tuple[Part, Decimal, Tone]]) -> Chart:
    """Shares against their targets, one bar a row on a scale from 0 to 100, a mark where the target lies.

    Each part comes with its target in percent and its tone.
    """
    bars = tuple(
        Bar(
            part.label,
            part.text,
            "0",
            index * ROW_HEIGHT,
            _length(part.number * _LONGEST / 100),
            tone,
            _length(goal * _LONGEST / 100),
        )
        for index, (part, goal, tone) in enumerate(parts)
    )
    return Chart(title, bars, ROWS_WIDTH, len(parts) * ROW_HEIGHT)


def _tones(parts: list[Part]) -> Iterable[Tone]:
    """Good parts in two greens, bad ones red; parts that are neither take turns, so that neighbours differ."""
    good = [Tone.GOOD, Tone.ALSO_GOOD]
    neutral = [Tone.NEUTRAL, Tone.BLANK, Tone.ALSO_GOOD, Tone.GOOD]
    for part in parts:
        if part.better is Direction.LOWER:
            yield Tone.BAD
        else:
            turns = good if part.better is Direction.HIGHER else neutral
            turns.append(turns.pop(0))
            yield turns[-1]


def _length(number: Decimal) -> str:
    """Two digits after the point, less than a reader sees, as short as they can be written."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
