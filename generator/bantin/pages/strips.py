"""The dots of comparable places: what each published of one indicator, on one scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bantin.model import Bound, Figure, Indicator, Kind, Report, Value
from bantin.pages.charts import length
from bantin.pages.published import Published
from bantin.places import Level, Unit
from bantin.vietnamese import listed, lower_first, upper_first

FEWEST = 3
"""Of fewer places the table says as much."""
_TALLEST, _RISE, _FLOOR = 12, 10, 30
_LEAST = (Decimal("3.2"), Decimal("1.6"), Decimal("0.8"), Decimal(0))
"""How far two dots on one line are from each other, in percent: on a phone beside each other, or one over the next."""
_NEAR = (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
_DRAWN = (Kind.COUNT, Kind.PERCENT, Kind.RATIO, Kind.SCORE, Kind.MONEY)
_HALF, _WHOLE, _NAMED = Decimal(50), Decimal(100), 3


@dataclass(frozen=True, slots=True)
class Dot:
    """What one place published."""

    id: str
    """Where pages of the place lead: the dot is then marked."""
    x: str
    y: int
    """From the bottom of the drawing."""
    runs_left: bool
    """On which side of it its name has room."""
    name: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots of places that compare."""

    report: Report
    """Of one of them: for the period."""
    figure: Figure
    """And its figure: for the base."""
    slices: str
    """The slice by its names: «Toàn xã hoặc toàn phường»."""
    province: str
    """The province of all of them; «» of provinces."""
    dots: tuple[Dot, ...]
    height: int
    scale: str
    least: str
    most: str
    """Who published the lowest and the highest, in words; «» where a number may be another one."""


def place_id(place: Unit) -> str:
    """Where the page of an indicator tells of a place: at its dot, or at its first row."""
    return f"o-{place.path.replace('/', '-')}"


def strip(indicator: Indicator, rows: Sequence[Published]) -> Strip | None:
    """The newest group of at least three places that compare; of all groups the one of most places.

    Places compare that are of one level, era and province, in one slice, on one base, out of one maximum, over the same
    period: communes of two provinces are scored by two lists of criteria.
    """
    if indicator.kind not in _DRAWN:
        return None
    groups: dict[tuple[object, ...], dict[str, tuple[Published, Decimal]]] = {}
    for row, amount in _known(indicator, rows):
        groups.setdefault(_group(row), {}).setdefault(row.report.place.path, (row, amount))
    found = max(groups.values(), key=lambda group: (len(group), _newest(group.values())), default={})
    return _drawn(sorted(found.values(), key=lambda pair: pair[1])) if len(found) >= FEWEST else None


def with_ids(rows: Iterable[Published], strip: Strip | None) -> list[Published]:
    """The rows, of which the first of each place without a dot is where pages of the place lead."""
    taken = {dot.id for dot in strip.dots} if strip else set()
    named = []
    for row in rows:
        id = place_id(row.report.place)
        named.append(row if id in taken else replace(row, id=id))
        taken.add(id)
    return named


def _known(indicator: Indicator, rows: Iterable[Published]) -> Iterator[tuple[Published, Decimal]]:
    """What lies at its number, or about it, with that number."""
    for row in rows:
        figure = row.value
        if not isinstance(figure, Figure) or not isinstance(figure.value, Value) or figure.variant > 1 or figure.as_of:
            continue
        if row.report.period.is_open or row.report.period.end_unknown or not (figure.base or len(indicator.bases) < 2):
            continue
        value, share = figure.value, figure.value.percent_of_whole
        if value.bound in _NEAR and value.upto is None and value.number is not None:
            yield row, value.number if share is None else Decimal(share.numerator) / share.denominator


def _group(row: Published) -> tuple[object, ...]:
    figure, place, period = row.value, row.report.place, row.report.period
    assert isinstance(figure, Figure)
    base = figure.base.id if figure.base else ""
    province = "" if place.level is Level.PROVINCE else row.province.path
    return place.level, row.era.id, province, figure.slice.id, base, figure.scale, period.slug, period.days


def _newest(group: Iterable[tuple[Published, Decimal]]) -> tuple[object, ...]:
    return max((row.report.period.end, row.report.period.slug) for row, _ in group)


def _drawn(pairs: Sequence[tuple[Published, Decimal]]) -> Strip:
    first, figure, largest = pairs[0][0], pairs[0][0].value, pairs[-1][1]
    assert isinstance(figure, Figure)
    is_share = figure.indicator.kind in (Kind.PERCENT, Kind.RATIO) and largest <= _WHOLE
    most = _WHOLE if is_share else figure.maximum or largest or Decimal(1)
    places = [amount * _WHOLE / max(most, largest) for _, amount in pairs]
    levels = _levels(places)
    dots = (_dot(row, x, level) for (row, _), x, level in zip(pairs, places, levels, strict=True))
    scale = "Thang từ 0 đến 100%" if is_share else "Thang bắt đầu từ 0"
    height = max(levels) * _RISE + _FLOOR
    labels = dict.fromkeys(lower_first(row.value.slice.label) for row, _ in pairs)
    province = "" if first.report.place.level is Level.PROVINCE else first.province.full_name
    slices = upper_first(listed(labels, "hoặc"))
    return Strip(first.report, figure, slices, province, tuple(dots), height, scale, *_ends(pairs))


def _dot(row: Published, x: Decimal, level: int) -> Dot:
    place = row.report.place
    return Dot(
        place_id(place), length(x), level * _RISE + 6, x > _HALF, upper_first(place.full_name), row.value.text, row.path
    )


def _levels(places: Sequence[Decimal]) -> list[int]:
    """How high each dot lies, so that as few as may be lie over each other; they are in order."""
    tried = (_apart(places, least) for least in _LEAST)
    return next(levels for levels in tried if max(levels) < _TALLEST)


def _apart(places: Sequence[Decimal], least: Decimal) -> list[int]:
    """Each on the lowest line on which it is that far from the last one."""
    last: list[Decimal] = []
    levels = []
    for x in places:
        level = next((at for at, before in enumerate(last) if x - before >= least), len(last))
        last[level : level + 1] = [x]
        levels.append(level)
    return levels


def _ends(pairs: Sequence[tuple[Published, Decimal]]) -> tuple[str, str]:
    """«Thấp nhất: Vĩnh Thuận 85,2%», «Cao nhất: …»; of many places with one number how many they are."""
    values = [row.value.value for row, _ in pairs]
    if (
        any(not isinstance(value, Value) or value.bound is not Bound.EXACT for value in values)
        or pairs[0][1] == pairs[-1][1]
    ):
        return "", ""
    return f"Thấp nhất: {_named(pairs, pairs[0][1])}", f"Cao nhất: {_named(pairs, pairs[-1][1])}"


def _named(pairs: Sequence[tuple[Published, Decimal]], number: Decimal) -> str:
    there = [row for row, amount in pairs if amount == number]
    names = listed(row.report.place.full_name for row in there) if len(there) <= _NAMED else f"{len(there)} nơi"
    return f"{names} {there[0].value.text}"
