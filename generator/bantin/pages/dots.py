"""The land drawn with dots: a dot a commune of today, gathered by the provinces of an era.

The projection is equirectangular: a degree of latitude is 100 units, a degree of longitude 100 · cos(16°), so that both
are of one length at 16° north, the middle of the country. Every commune lies in its true position, the đặc khu Hoàng Sa
(Đà Nẵng) and Trường Sa (Khánh Hòa) too.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians

from bantin.places import Era, Point, Unit, gazetteer, lineage, present_era, province_path

WIDTH, HEIGHT = 1205, 1500
_WEST, _NORTH, _DEGREE = 102.1, 23.5, 100
_NARROWING = cos(radians(16))
_NAMED = ("da-nang/dac-khu-hoang-sa", "khanh-hoa/dac-khu-truong-sa")


@dataclass(frozen=True, slots=True)
class Islands:
    """An archipelago whose name always stands on the map."""

    name: str
    x: int
    y: int


@cache
def dots_of(era: Era) -> Mapping[str, str]:
    """The dots of the provinces of an era, by their paths."""
    found: dict[str, list[tuple[int, int]]] = {unit.path: [] for unit in gazetteer.provinces(era)}
    for province in gazetteer.provinces(present_era()):
        for point in gazetteer.points(province):
            found[_province_in(era, point.unit)].append(_position(point))
    return {path: _strokes(positions) for path, positions in found.items()}


def _province_in(era: Era, commune: Unit) -> str:
    """The path of the province in which most of what lay there lay in an era."""
    return Counter(province_path(old.path) for old in lineage.lay_there(commune, era)).most_common(1)[0][0]


@cache
def islands() -> tuple[Islands, ...]:
    """Hoàng Sa and Trường Sa, each with the province to which it belongs."""
    return tuple(
        Islands(f"{point.unit.name} ({province.name})", *_position(point))
        for province in gazetteer.provinces(present_era())
        for point in gazetteer.points(province)
        if point.unit.path in _NAMED
    )


def _position(point: Point) -> tuple[int, int]:
    x = (point.longitude - _WEST) * _DEGREE * _NARROWING
    y = (_NORTH - point.latitude) * _DEGREE
    return round(x), round(y)


def _strokes(positions: Sequence[tuple[int, int]]) -> str:
    """«M5 7h0m2-3h0»: each dot is told from the one before it, which is shorter than from the corner."""
    pieces: list[str] = []
    left = top = 0
    for x, y in positions:
        step = f"{x - left} {y - top}".replace(" -", "-")
        pieces.append(f"{'m' if pieces else 'M'}{step}h0")
        left, top = x, y
    return "".join(pieces)
