"""Figures that no place published, to show what the parts of a page look like: every number of them is a row of zeros.

They are made of the same classes as real ones and printed by the same macros. Where a drawing needs a length, that
length is nothing anybody published either.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bantin.model import (
    Asking,
    Breakdown,
    Catalogue,
    Direction,
    Figure,
    Indicator,
    Kind,
    Member,
    Period,
    ReformArea,
    Report,
    Scope,
    Shape,
    Slice,
    Source,
    State,
    Target,
    Value,
)
from bantin.pages import charts
from bantin.pages.cards import Card
from bantin.pages.cells import Said
from bantin.pages.charts import Goal, Part
from bantin.pages.comparisons import Verdict
from bantin.pages.lines import Lines, Moment, Opening, lines
from bantin.pages.strips import Dot, Strip
from bantin.pages.tones import Tone
from bantin.places import Level, Unit
from bantin.problems import Location

_HERE = "giao-dien"
COUNT, LONG_COUNT, SHARE = "0.000", "000.000.000.000", "00,00%"
"""What stands where a real page has a count, a very large one, or a share."""
_LONG_NAME = (
    "Ví dụ tên rất dài của một lĩnh vực, như giáo dục và đào tạo thuộc hệ thống giáo dục quốc dân và cơ sở khác"
)


def _at(line: int) -> Location:
    return Location(_HERE, line)


_AREA = ReformArea("vi-du", "Ví dụ một nội dung cải cách", _at(1))
_SCOPES = (
    Scope("vi-du-mot", "Phạm vi ví dụ một", "", _at(2)),
    Scope("vi-du-hai", "Phạm vi ví dụ hai", "", _at(3)),
)
_MEMBERS = tuple(
    Member(f"vi-du-{number}", name, "vi-du", _at(10 + number))
    for number, name in enumerate(("Ví dụ lĩnh vực A", "Ví dụ lĩnh vực B", _LONG_NAME, "Ví dụ lĩnh vực C"))
)


def _indicator(letter: str, kind: Kind, better: Direction | None = None) -> Indicator:
    unit = "%" if kind is Kind.PERCENT else "ví dụ"
    return Indicator(f"vi-du-{letter.lower()}", f"Chỉ số ví dụ {letter}", unit, kind, _AREA, "", _at(4), better)


_COUNTS = tuple(_indicator(letter, Kind.COUNT) for letter in "ABC")
_SHARES = (_indicator("D", Kind.PERCENT, Direction.HIGHER), _indicator("E", Kind.PERCENT, Direction.LOWER))
CATALOGUE = Catalogue(
    indicators={one.id: one for one in (*_COUNTS, *_SHARES)},
    scopes={scope.id: scope for scope in _SCOPES},
    breakdowns=(Breakdown("vi-du", "Lĩnh vực ví dụ", "", False, _MEMBERS, _at(5)),),
)
_SOURCE = Source("Tên của một văn bản hoặc bài viết", "Cơ quan ví dụ", _at(6))
_PLACE = Unit(Level.COMMUNE, "00000", "xã", "Ví Dụ", "giao-dien/xa-vi-du")
_PERIOD = Period("vi-du", Shape.YEAR, date(2000, 1, 1), date(2000, 12, 31), "kỳ ví dụ", 2000)


def specimen() -> Report:
    """A report with a list of two slices and a table by fields."""
    rows = [(Slice(_SCOPES[0]), one) for one in (*_COUNTS, *_SHARES)] + [(Slice(_SCOPES[1]), _COUNTS[0])]
    rows += [(Slice(_SCOPES[0], (member,)), one) for member in _MEMBERS for one in _COUNTS]
    return Report(_PLACE, _PERIOD, _at(7), (_SOURCE,), figures=tuple(_figures(rows)))


def _figures(rows: Iterable[tuple[Slice, Indicator]]) -> Iterable[Figure]:
    for line, (slice, indicator) in enumerate(rows, start=100):
        value = _value(indicator) if line % 7 else State.NOT_PUBLISHED
        yield Figure(indicator, slice, value, _SOURCE, _at(line), note="Ghi chú của nguồn" if line == 101 else "")


def _value(indicator: Indicator) -> Value:
    text = SHARE if indicator.kind is Kind.PERCENT else LONG_COUNT if indicator is _COUNTS[0] else COUNT
    return Value(text, indicator.kind, Decimal(0), bare=indicator.kind is Kind.COUNT)


def specimen_cards() -> tuple[Card, ...]:
    """Cards of each kind: alone, with a verdict each, in doubt, long, without a value."""
    figures = {figure.indicator.id: figure for figure in reversed(specimen().figures)}
    verdicts = dict(zip((_COUNTS[2].id, _SHARES[0].id, _SHARES[1].id), Verdict, strict=False))
    return tuple(
        _card(figures[one.id], verdicts.get(one.id), doubted=one is _COUNTS[1]) for one in (*_COUNTS, *_SHARES)
    )


def _card(figure: Figure, verdict: Verdict | None, *, doubted: bool) -> Card:
    target = Target(figure.indicator, figure.slice, _value(figure.indicator), _SOURCE, figure.at) if verdict else None
    return Card(figure, "", False, Said(), doubted, None, target, verdict, None)


def specimen_charts() -> tuple[charts.Stack, charts.Progress]:
    """A bar of parts, one of them hardly seen, and shares against targets."""
    parts = [
        Part(f"Phần ví dụ {letter}", SHARE, Decimal(width), better)
        for letter, width, better in (
            ("A", "71", Direction.HIGHER),
            ("B", "20", None),
            ("C", "8.5", None),
            ("D", "0.5", Direction.LOWER),
        )
    ]
    goals = [
        Goal(Part(f"Chỉ số ví dụ {letter}", SHARE, Decimal(width)), Decimal(80), SHARE, verdict, tone)
        for letter, width, verdict, tone in zip(
            "DEF", (92, 55, 80), Verdict, (Tone.GOOD, Tone.NEUTRAL, Tone.BLANK), strict=False
        )
    ]
    return charts.stack("Ví dụ các phần của một số", parts, whole=Decimal(100)), charts.progress(
        "Ví dụ so với chỉ tiêu", goals
    )


def specimen_line() -> Lines | None:
    """A line with a gap, an open end and a new beginning."""
    heights: tuple[int | None, ...] = (40, 48, None, 61, 58, 80)
    moments = [
        Moment(
            f"kỳ {number}",
            COUNT if height else "",
            Decimal(height) if height else None,
            Opening.UP if number == 5 else Opening.NONE,
            "đơn vị khác" if number == 4 else "",
        )
        for number, height in enumerate(heights, start=1)
    ]
    return lines("Ví dụ một chỉ số qua các kỳ", moments, of_hundred=False)


def specimen_dots() -> Strip:
    """Dots of places, some above each other."""
    report = specimen()
    places = ((14, 6), (38, 6), (40, 16), (55, 6), (71, 6), (73, 16), (75, 26), (96, 6))
    dots = (
        Dot(f"o-vi-du-{number}", str(x), y, x > 50, f"Nơi ví dụ {number}", COUNT, "")
        for number, (x, y) in enumerate(places, start=1)
    )
    least, most = f"Thấp nhất: nơi ví dụ 1 {COUNT}", f"Cao nhất: nơi ví dụ 8 {COUNT}"
    return Strip(report, report.figures[0], _SCOPES[0].label, "", tuple(dots), 50, "Thang bắt đầu từ 0", least, most)


def specimen_asking() -> Asking:
    """A document on which nobody asks for opinions."""
    return Asking("Cơ quan ví dụ", "Tên của một văn bản", date(2000, 1, 1), "nơi nhận ví dụ", "")
