"""Maps of dots, one dot a commune of today, one shape a province; templates draw them.

A map is of one era: the provinces of today, or those of before drawn with the same dots, each in the old province in
which most of its old communes lay. It repeats figures of the table it leads to and adds none.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bantin.pages.dots import HEIGHT, WIDTH, Islands, dots_of, islands
from bantin.pages.tones import Tone
from bantin.places import Unit, gazetteer, lineage, present_era
from bantin.vietnamese import listed, lower_first, number


@dataclass(frozen=True, slots=True)
class Shape:
    """A province: its dots, and what the map says of it."""

    name: str
    path: str
    """Where it leads, from the site's root."""
    lines: tuple[str, ...]
    """What is said of it besides its name."""
    tone: Tone
    dots: str
    """The path of an SVG: a stroke without length, with round caps, for every commune."""

    @property
    def label(self) -> str:
        """«An Giang: 2 bản tin»."""
        return f"{self.name}: {' '.join(self.lines)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend."""

    tone: Tone
    label: str


@dataclass(frozen=True, slots=True)
class Map:
    """A map ready to draw, `WIDTH` × `HEIGHT` units."""

    id: str
    title: str
    description: str
    """What it shows, in words, for those who do not see it."""
    notes: tuple[str, ...]
    table: str
    """The id of the list or table that says the same."""
    shapes: tuple[Shape, ...]
    legend: tuple[Entry, ...]
    islands: tuple[Islands, ...]
    width: int = WIDTH
    height: int = HEIGHT


def publishing(bulletins: Mapping[Unit, int], former: Mapping[Unit, int], *, table: str) -> Map:
    """Which provinces of today publish, from how many bulletins each province has of units of today, and of others."""
    now = present_era()
    before = f"từ {lower_first(now.before)}"
    shapes = []
    for unit in gazetteer.provinces(now):
        ended = sum(former.get(known, 0) for known in (unit, *lineage.origins(unit)))
        shapes.append(_publishing(unit, bulletins.get(unit, 0), before=ended, time_before=before))
    return Map(
        id="ban-do",
        title="Bản đồ: tỉnh, thành phố nào đã có bản tin",
        description=in_words(
            shapes,
            {Tone.PUBLISHES: "Có bản tin của đơn vị hiện nay", Tone.PUBLISHED_BEFORE: f"Chỉ có bản tin {before}"},
        ),
        notes=("Mỗi chấm là một xã, phường, đặc khu.",),
        table=table,
        shapes=tuple(shapes),
        legend=legend(
            shapes,
            {
                Tone.PUBLISHES: "có bản tin của đơn vị hiện nay",
                Tone.PUBLISHED_BEFORE: f"chỉ có bản tin {before}",
                Tone.NOTHING: "chưa có bản tin",
            },
        ),
        islands=islands(),
    )


def _publishing(unit: Unit, today: int, *, before: int, time_before: str) -> Shape:
    if today:
        more = [f"và {number(before)} bản tin", time_before] if before else []
        tone, lines = Tone.PUBLISHES, (f"{number(today)} bản tin", *more)
    elif before:
        tone, lines = Tone.PUBLISHED_BEFORE, (f"{number(before)} bản tin", time_before)
    else:
        tone, lines = Tone.NOTHING, ("chưa có bản tin",)
    return Shape(unit.name, f"{unit.path}/", lines, tone, dots_of(present_era())[unit.path])


def legend(shapes: Sequence[Shape], labels: Mapping[Tone, str]) -> tuple[Entry, ...]:
    """The tones that occur, each with how many provinces have it."""
    counts = Counter(shape.tone for shape in shapes)
    return tuple(Entry(tone, f"{label}: {counts[tone]} tỉnh") for tone, label in labels.items() if counts[tone])


def in_words(shapes: Sequence[Shape], headings: Mapping[Tone, str]) -> str:
    """The provinces of every tone, and how many have nothing."""
    sentences = []
    for tone, heading in headings.items():
        if names := [shape.name for shape in shapes if shape.tone == tone]:
            sentences.append(f"{heading}: {listed(names)}.")
    missing = sum(shape.tone == Tone.NOTHING for shape in shapes)
    return " ".join([*sentences, *([f"Chưa có: {missing} tỉnh, thành phố."] if missing else [])])
