"""Corrections of a report's figures («Đính chính»): each belongs to the figure whose value it brought.

The figure in «Số liệu», or in «Theo đơn vị», holds the value in force; a correction names the one before. So what is in
force stands in one place, and the corrections of a figure, read backwards from there, lead to what was printed first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bantin.model import Correction, Erratum, Figure, Line, State, Value, is_same, printed
from bantin.places import Unit
from bantin.problems import Location, Problem, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block
from bantin.reading.by_place import ByPlace
from bantin.reading.figures import Said, Values, parsed
from bantin.reading.slices import Slices
from bantin.reading.sources import web_address
from bantin.vietnamese import date_text, listed

Row = Line | Figure
Fact = tuple[str, str]
"""The code of the place that a row is about, where it is another one, and the id of what it states."""


def corrected(rows: Iterable[Row], values: Values, place: Unit) -> tuple[Row, ...]:
    """The figures of a report, with the corrections that its file tells of."""
    every, report = tuple(rows), values.report
    if "Đính chính" not in report.nodes:
        return every
    errata = [report.inner(node, vocabulary.ERRATUM, name="Đính chính") for node in report.items("Đính chính")]
    found = _by_figure(every, [row for block in errata for row in _stated(block, values, place)], report)
    report.note(*_too_early((one.erratum, _figure(row)) for row in every for one in found.get(_figure(row).at, ())))
    return tuple(_with(row, found[at]) if (at := _figure(row).at) in found else row for row in every)


@dataclass(frozen=True)
class Corrections(Values):
    """Reads what one erratum says."""

    erratum: Erratum | None = None
    """None where it could not be read."""

    def figures(self, said: Said) -> Iterator[Figure]:
        """The figure of an indicator as the erratum brought it, with what it was before."""
        block = self.report.inner(said.node, vocabulary.CORRECTED, name=said.key.value)
        is_whole, (old, new) = block.is_complete(), (self._value(block, key, said) for key in ("Cũ", "Mới"))
        if not is_whole or old is None or new is None or not self.erratum or not self.sources:
            return
        if is_same(old, new):
            message = f"{excerpt(said.key.value)}: «Cũ» và «Mới» đều là {excerpt(block.text('Mới'))}."
            help = "Ở «Cũ», ghi con số đã in trước đây; con số không đổi thì xóa mục này."
            block.note(Problem(block.at_key("Cũ"), "correction-of-nothing", message, help))
            return
        correction = Correction(old, new, self.erratum, block.at_key("Cũ"))
        yield Figure(said.indicator, said.slice, new, self.sources[0], block.at_key("Mới"), corrections=(correction,))

    def _value(self, block: Block, key: str, said: Said) -> Value | State | None:
        return parsed(block, block.scalar(key), indicator=said.indicator)


def _stated(block: Block, values: Values, place: Unit) -> Iterator[Row]:
    """What one erratum says, in its order."""
    slices = Slices(block, values.catalogue, place, values.period)
    said = Corrections(
        block, values.catalogue, values.sources, values.bases, values.period, slices, erratum=_erratum(block)
    )
    for one in said.by_slice("Số liệu"):
        yield from said.figures(one)
    yield from ByPlace(said, place).rows()


def _erratum(block: Block) -> Erratum | None:
    is_whole, on, reason = block.is_complete(), block.day("Ngày"), block.text("Lý do")
    if not is_whole or not on or not reason:
        return None
    return Erratum(on, reason, block.at_key("Ngày"), block.text("Văn bản"), block.text("Cơ quan"), web_address(block))


def _figure(row: Row) -> Figure:
    return row.figure if isinstance(row, Line) else row


def _with(row: Row, corrections: tuple[Correction, ...]) -> Row:
    figure = replace(_figure(row), corrections=corrections)
    return replace(row, figure=figure) if isinstance(row, Line) else figure


def _by_figure(rows: Iterable[Row], stated: Sequence[Row], report: Block) -> dict[Location, tuple[Correction, ...]]:
    """The corrections of each figure, by where it stands, the oldest first; what fits none is a problem."""
    known, found = dict[Fact, list[Figure]](), dict[Location, tuple[Correction, ...]]()
    for row in rows:
        known.setdefault(_fact(row), []).append(_figure(row))
    by_fact = dict[Fact, list[Figure]]()
    for row in stated:
        by_fact.setdefault(_fact(row), []).append(_figure(row))
    for fact, brought in by_fact.items():
        if fact in known:
            found |= _followed(brought, known[fact], report)
        else:
            report.note(*map(_of_no_figure, brought))
    return found


def _followed(
    brought: Iterable[Figure], known: Sequence[Figure], report: Block
) -> dict[Location, tuple[Correction, ...]]:
    """The corrections of one fact, each with that of its figures whose value it brought: the newest first looked at."""
    found = dict[Location, tuple[Correction, ...]]()
    before = {figure.at: figure.value for figure in known}
    in_time = sorted(brought, key=lambda one: one.corrections[0].on)  # those of one day in the order of the file
    for one in reversed(in_time):
        (correction,) = one.corrections
        figure = next((figure for figure in known if is_same(before[figure.at], one.value)), None)
        if not figure:
            report.note(_differs(one, {at: (before[at], at in found) for at in before}))
            break  # what was before that, nobody knows
        found[figure.at] = (correction, *found.get(figure.at, ()))
        before[figure.at] = correction.old
    return found


def _fact(row: Row) -> Fact:
    return row.place.code if isinstance(row, Line) else "", _figure(row).id_of_fact


def _of_no_figure(brought: Figure) -> Problem:
    message = f"{_name(brought)} được đính chính, nhưng tệp không có con số ấy."
    help = "Ghi phạm vi và chỉ số như ở «Số liệu»; số mới cũng phải có ở «Số liệu»."
    return Problem(brought.at, "correction-unknown", message, help)


def _differs(brought: Figure, before: Mapping[Location, tuple[Value | State, bool]]) -> Problem:
    """A correction brought a value that neither stands in the file nor was itself corrected later."""
    texts = listed(dict.fromkeys(excerpt(printed(value)) for value, _ in before.values()), "hoặc")
    later = any(was_corrected for _, was_corrected in before.values())
    said = f"lần đính chính sau đó ghi «Cũ» là {texts}" if later else f"con số trong tệp là {texts}"
    message = f"{_name(brought)}: «Mới» ghi {excerpt(brought.text)}, mà {said}."
    help = "Số đang có hiệu lực đứng ở «Số liệu»; mỗi lần đính chính, «Mới» là số thay cho «Cũ» vào ngày ấy."
    (correction,) = brought.corrections
    if not later and any(is_same(value, correction.old) for value, _ in before.values()):
        help = "Ở «Số liệu» vẫn là số cũ: thay bằng số mới; hoặc «Cũ» và «Mới» đang ghi đổi chỗ cho nhau."
    return Problem(brought.at, "correction-differs", message, help, length=len(brought.text))


def _too_early(corrected: Iterable[tuple[Erratum, Figure]]) -> Iterator[Problem]:
    """A problem for each erratum that is older than a figure it corrects."""
    told = set[Erratum]()
    for erratum, figure in corrected:
        published = min((source.published for source in figure.sources if source.published), default=erratum.on)
        if erratum.on < published and erratum not in told:
            told.add(erratum)
            days = date_text(erratum.on), date_text(published)
            message = f"Đính chính ghi ngày {days[0]}, trước ngày nguồn công bố con số ({days[1]})."
            yield Problem(erratum.at, "correction-too-early", message, "Xem lại ngày của đính chính và của nguồn.")


def _name(figure: Figure) -> str:
    return f"{figure.indicator.label} ({figure.slice.label})"
