"""Maps of dots, one dot a commune of today, one shape a province; templates draw them.

A map is of one era: the provinces of today, or those of before drawn with the same dots, each in the old province in
which most of its old communes lay. It repeats figures of the table it leads to and adds none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.model import Archive, Bound, Catalogue, Figure, Indicator, Report, Stretch, Value
from bantin.pages.dots import HEIGHT, WIDTH, Islands, dots_of, islands
from bantin.places import Level, Unit, era_of, eras, gazetteer, lineage, present_era
from bantin.vietnamese import listed, lower_first, number

_CLASSES = {1: ("giua",), 2: ("thap", "cao"), 3: ("thap", "giua", "cao")}

MapGroup = tuple[str, str, Stretch]
"""Slice, base, and the stretch of the period: figures compare inside one of these."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A province: its dots, and what the map says of it."""

    name: str
    path: str
    """Where it leads, from the site's root."""
    lines: tuple[str, ...]
    """What is said of it besides its name."""
    tone: str
    """nay, cu: publishes today, or only before; thap, giua, cao, khac: its value; chua: nothing."""
    dots: str
    """The path of an SVG: a stroke without length, with round caps, for every commune."""

    @property
    def label(self) -> str:
        """«An Giang: 2 bản tin»."""
        return f"{self.name}: {' '.join(self.lines)}"


@dataclass(frozen=True, slots=True)
class Tone:
    """A line of the legend."""

    tone: str
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
    legend: tuple[Tone, ...]
    islands: tuple[Islands, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Known:
    """A figure of a whole province that has a number."""

    report: Report
    figure: Figure
    amount: Decimal
    certain: bool
    """Whether it lies at its number: «trên 95%» does not."""

    @property
    def group(self) -> MapGroup:
        base, period = self.figure.base, self.report.period
        return self.figure.slice.id, base.id if base else "", period.stretch


def publishing(bulletins: Mapping[Unit, int], table: str) -> Map:
    """Which provinces of today publish, from the number of bulletins of the provinces of all eras."""
    now = present_era()
    before = f"từ {lower_first(now.before)}"
    shapes = []
    for unit in gazetteer.provinces(now):
        former = {old for era in eras() for old in lineage.lay_there(unit, era)} - {unit}
        shapes.append(
            _publishing(
                unit,
                bulletins.get(unit, 0),
                before=sum(bulletins.get(old, 0) for old in former),
                time_before=before,
            )
        )
    return Map(
        id="ban-do",
        title="Bản đồ: tỉnh, thành phố nào đã có bản tin",
        description=_in_words(shapes, {"nay": "Có bản tin của đơn vị hiện nay", "cu": f"Chỉ có bản tin {before}"}),
        notes=("Mỗi chấm là một xã, phường, đặc khu.",),
        table=table,
        shapes=tuple(shapes),
        legend=_legend(
            shapes,
            {
                "nay": "có bản tin của đơn vị hiện nay",
                "cu": f"chỉ có bản tin {before}",
                "chua": "chưa có bản tin",
            },
        ),
        islands=islands(),
    )


def values(indicator: Indicator, archive: Archive, *, table: str) -> Map | None:
    """What the provinces themselves published of an indicator, for the era of the newest value.

    Only figures that compare share the tones: one slice, one base, periods of one length. Where there are several such
    groups, that of most provinces counts, then the newest; what it leaves out is drawn as not comparable. None where
    fewer than two provinces compare.
    """
    known = list(_known(indicator, archive))
    if not known:
        return None
    newest = max(known, key=lambda found: found.report.period.end)
    era = era_of(newest.report.place)
    known = [found for found in known if era_of(found.report.place) == era]
    group = _group(known)
    compared = _newest_of_each(found for found in known if found.certain and found.group == group)
    if len(compared) < 2:
        return None
    others = _newest_of_each(found for found in known if found.report.place not in compared)
    classes = _classes(compared.values())
    dots = dots_of(era)
    shapes = [
        _valued(unit, compared.get(unit), other=others.get(unit), classes=classes, dots=dots[unit.path])
        for unit in gazetteer.provinces(era)
    ]
    sample = next(iter(compared.values())).figure
    time = lower_first(era.name)
    base = f", mẫu số: {sample.base.label}" if sample.base else ""
    return Map(
        id="ban-do",
        title=f"Bản đồ: {indicator.label} theo tỉnh, thành phố",
        description=_in_words(shapes, {"cao": "Cao", "giua": "Giữa", "thap": "Thấp", "khac": "Không so được"}),
        notes=(
            f"Con số mới nhất mà mỗi tỉnh, thành phố tự công bố. {len(shapes)} tỉnh, thành phố {time}.",
            f"Phạm vi: {sample.slice.label}{base}.",
            "Mỗi chấm là một xã, phường, đặc khu hiện nay.",
        ),
        table=table,
        shapes=tuple(shapes),
        legend=_legend(shapes, _ranges(compared.values(), classes)),
        islands=islands(),
    )


def _publishing(unit: Unit, today: int, *, before: int, time_before: str) -> Shape:
    if today:
        more = [f"và {number(before)} bản tin", time_before] if before else []
        tone, lines = "nay", (f"{number(today)} bản tin", *more)
    elif before:
        tone, lines = "cu", (f"{number(before)} bản tin", time_before)
    else:
        tone, lines = "chua", ("chưa có bản tin",)
    return Shape(unit.name, f"{unit.path}/", lines, tone, dots_of(present_era())[unit.path])


def _valued(
    unit: Unit, value: _Known | None, *, other: _Known | None, classes: Mapping[Decimal, str], dots: str
) -> Shape:
    found = value or other
    if not found:
        return Shape(unit.name, f"{unit.path}/", ("chưa có số liệu",), "chua", dots)
    lines = found.figure.text, found.report.period.name
    path = f"{found.report.path}/#{found.figure.id}"
    if value:
        return Shape(unit.name, path, lines, classes[value.amount], dots)
    return Shape(unit.name, path, (*lines, "(không so được)"), "khac", dots)


def _known(indicator: Indicator, archive: Archive) -> Iterable[_Known]:
    """The indicator's figures in reports of provinces, each of the whole province, without older or other variants."""
    wholes = _wholes(archive.catalogue)
    for report, figure in archive.values_of(indicator.id):
        if report.place.level is not Level.PROVINCE or not isinstance(figure, Figure):
            continue
        whole = figure.slice.scope.id in wholes and not figure.slice.members
        if not whole or figure.variant > 1 or figure.as_of:
            continue
        if isinstance(figure.value, Value) and (amount := _amount(figure.value)) is not None:
            certain = figure.value.bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
            yield _Known(report, figure, amount, certain)


def _wholes(catalogue: Catalogue) -> set[str]:
    """The scopes that are no part of another: «Toàn tỉnh»."""
    parts = {part for scope in catalogue.scopes.values() for part in scope.parts}
    return catalogue.scopes.keys() - parts


def _amount(value: Value) -> Decimal | None:
    share = value.percent_of_whole
    return value.number if share is None else Decimal(share.numerator) / share.denominator


def _group(known: Sequence[_Known]) -> MapGroup | None:
    """The group that most provinces published in; of equals the one with the newest figure."""
    provinces: dict[MapGroup, set[Unit]] = {}
    newest: dict[MapGroup, int] = {}
    for found in known:
        if found.certain:
            provinces.setdefault(found.group, set()).add(found.report.place)
            newest[found.group] = max(newest.get(found.group, 0), found.report.period.end.toordinal())
    return max(provinces, key=lambda group: (len(provinces[group]), newest[group], group), default=None)


def _newest_of_each(known: Iterable[_Known]) -> dict[Unit, _Known]:
    """The newest of each province; an archive's reports are in the order of their periods."""
    return {found.report.place: found for found in known}


def _classes(known: Iterable[_Known]) -> dict[Decimal, str]:
    """The tone of every number: up to three classes of about as many different numbers."""
    amounts = sorted({found.amount for found in known})
    tones = _CLASSES[min(len(amounts), 3)]
    return {amount: tones[index * len(tones) // len(amounts)] for index, amount in enumerate(amounts)}


def _ranges(known: Iterable[_Known], classes: Mapping[Decimal, str]) -> dict[str, str]:
    """What the legend says of each tone: the least and the greatest of its figures as published."""
    in_order = sorted(known, key=lambda found: found.amount)
    labels = {}
    for tone in reversed(_CLASSES[3]):
        texts = [found.figure.text for found in in_order if classes[found.amount] == tone]
        if texts:
            labels[tone] = texts[0] if texts[0] == texts[-1] else f"{texts[0]} – {texts[-1]}"
    return labels | {"khac": "khác kỳ, phạm vi, mẫu số hoặc chỉ nêu ngưỡng: không so được", "chua": "chưa có số liệu"}


def _legend(shapes: Sequence[Shape], labels: Mapping[str, str]) -> tuple[Tone, ...]:
    """The tones that occur, each with how many provinces have it."""
    counts = Counter(shape.tone for shape in shapes)
    return tuple(Tone(tone, f"{label}: {counts[tone]} tỉnh") for tone, label in labels.items() if counts[tone])


def _in_words(shapes: Sequence[Shape], headings: Mapping[str, str]) -> str:
    """The provinces of every tone, and how many have nothing."""
    sentences = []
    for tone, heading in headings.items():
        if names := [shape.name for shape in shapes if shape.tone == tone]:
            sentences.append(f"{heading}: {listed(names)}.")
    missing = sum(shape.tone == "chua" for shape in shapes)
    return " ".join([*sentences, *([f"Chưa có: {missing} tỉnh, thành phố."] if missing else [])])
