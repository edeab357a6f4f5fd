"""The map of what the provinces published of one indicator."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from bantin.model import Archive, Bound, Catalogue, Figure, Indicator, Report, Stretch, Value
from bantin.pages.dots import dots_of, islands
from bantin.pages.maps import Map, Shape, in_words, legend
from bantin.pages.tones import Tone
from bantin.places import Era, Level, Unit, era_on, gazetteer
from bantin.vietnamese import listed, lower_first

_CLASSES = {1: (Tone.MIDDLE,), 2: (Tone.LOW, Tone.HIGH), 3: (Tone.LOW, Tone.MIDDLE, Tone.HIGH)}

_HEADINGS = {Tone.HIGH: "Cao", Tone.MIDDLE: "Giữa", Tone.LOW: "Thấp", Tone.NOT_COMPARED: "Không so được"}

MapGroup = tuple[str, str, str, Stretch]
"""Slice, base, maximum, and the stretch of the period: figures compare inside one of these."""


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
        base, period, most = self.figure.base, self.report.period, self.figure.scale
        return self.figure.slice.id, base.id if base else "", str(most or ""), period.stretch


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a map shows: of one era, the provinces that compare, and those that do not."""

    era: Era
    compared: Mapping[Unit, _Known]
    others: Mapping[Unit, _Known]


def value_map(indicator: Indicator, archive: Archive, *, table: str) -> Map | None:
    """What the provinces themselves published of an indicator, for the era of the newest value.

    Only figures that compare share the tones: one slice, one base, periods of one length. Where there are several such
    groups, that of most provinces counts, then the newest; what it leaves out is drawn as not comparable. None where
    fewer than two provinces compare.
    """
    drawn = _drawn(list(_known(indicator, archive)))
    if not drawn:
        return None
    classes, dots = _classes(drawn.compared.values()), dots_of(drawn.era)
    shapes = [
        _valued(unit, drawn.compared.get(unit), other=drawn.others.get(unit), classes=classes, dots=dots[unit.path])
        for unit in gazetteer.provinces(drawn.era)
    ]
    return Map(
        id="ban-do",
        title=f"Bản đồ: {indicator.label} theo tỉnh, thành phố",
        description=in_words(shapes, _HEADINGS),
        notes=_notes(drawn, len(shapes)),
        table=table,
        shapes=tuple(shapes),
        legend=legend(shapes, _ranges(drawn.compared.values(), classes)),
        islands=islands(),
    )


def _drawn(known: Sequence[_Known]) -> _Drawn | None:
    """None where fewer than two provinces compare."""
    newest = max(known, key=lambda found: found.report.period.end, default=None)
    era = era_on(newest.report.seen_on) if newest else None
    of_era = [found for found in known if era_on(found.report.seen_on) == era]
    group = _group(of_era)
    compared = _newest_of_each(found for found in of_era if found.certain and found.group == group)
    others = _newest_of_each(found for found in of_era if found.report.place not in compared)
    return _Drawn(era, compared, others) if era and len(compared) > 1 else None


def _notes(drawn: _Drawn, count: int) -> tuple[str, ...]:
    sample = next(iter(drawn.compared.values())).figure
    base = f", mẫu số: {sample.base.label}" if sample.base else ""
    return (
        f"Con số mới nhất mà mỗi tỉnh, thành phố tự công bố. {count} tỉnh, thành phố {lower_first(drawn.era.name)}.",
        f"Phạm vi: {_scope_of(drawn)}{base}.",
        "Mỗi chấm là một xã, phường, đặc khu hiện nay.",
    )


def _scope_of(drawn: _Drawn) -> str:
    """The slice of all that compare, as each kind of place calls it: «Toàn tỉnh hoặc toàn thành phố»."""
    first, *others = dict.fromkeys(found.figure.slice.label for found in drawn.compared.values())
    return listed([first, *map(lower_first, others)], "hoặc")


def _valued(
    unit: Unit, value: _Known | None, *, other: _Known | None, classes: Mapping[Decimal, Tone], dots: str
) -> Shape:
    found = value or other
    if not found:
        return Shape(unit.name, f"{unit.path}/", ("chưa có số liệu",), Tone.NOTHING, dots)
    lines = found.figure.text, found.report.period.name
    path = f"{found.report.path}/#{found.figure.id}"
    if value:
        return Shape(unit.name, path, lines, classes[value.amount], dots)
    return Shape(unit.name, path, (*lines, "(không so được)"), Tone.NOT_COMPARED, dots)


def _known(indicator: Indicator, archive: Archive) -> Iterable[_Known]:
    """The indicator's figures in reports of provinces, each of the whole province, without older or other variants."""
    wholes = _wholes(archive.catalogue)
    for report, figure in chain.from_iterable(archive.of_indicator(indicator.id).values()):
        if report.place.level is not Level.PROVINCE or not isinstance(figure, Figure):
            continue
        whole = figure.slice.scope.id in wholes and not figure.slice.members
        if not whole or figure.variant > 1 or figure.as_of:
            continue
        if isinstance(figure.value, Value) and (amount := _amount(figure.value)) is not None:
            certain = figure.value.bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY) and figure.value.upto is None
            on_known_base = figure.base is not None or len(indicator.bases) < 2
            yield _Known(report, figure, amount, certain and on_known_base and not report.period.is_open)


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


def _classes(known: Iterable[_Known]) -> dict[Decimal, Tone]:
    """The tone of every number: up to three classes of about as many different numbers."""
    amounts = sorted({found.amount for found in known})
    tones = _CLASSES[min(len(amounts), 3)]
    return {amount: tones[index * len(tones) // len(amounts)] for index, amount in enumerate(amounts)}


def _ranges(known: Iterable[_Known], classes: Mapping[Decimal, Tone]) -> dict[Tone, str]:
    """What the legend says of each tone: the least and the greatest of its figures as published."""
    in_order = sorted(known, key=lambda found: found.amount)
    labels = {}
    for tone in reversed(_CLASSES[3]):
        texts = [found.figure.text for found in in_order if classes[found.amount] == tone]
        if texts:
            labels[tone] = texts[0] if texts[0] == texts[-1] else f"{texts[0]} – {texts[-1]}"
    return labels | {
        Tone.NOT_COMPARED: "khác kỳ, phạm vi, mẫu số hoặc chỉ nêu ngưỡng: không so được",
        Tone.NOTHING: "chưa có số liệu",
    }
