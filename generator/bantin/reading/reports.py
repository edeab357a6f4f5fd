"""One report file as a `Report`: what a place published for a period."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bantin.model import (
    MAX_LETTERS,
    MAX_LINES,
    Assessment,
    Catalogue,
    Figure,
    Line,
    Period,
    Report,
    Shape,
    Source,
    is_too_long,
    week_name,
)
from bantin.places import Unit
from bantin.problems import Found, Location, Problem
from bantin.reading import vocabulary
from bantin.reading.blocks import Block
from bantin.reading.by_place import ByPlace
from bantin.reading.corrections import corrected
from bantin.reading.figures import Values
from bantin.reading.places import SOON, made_for
from bantin.reading.slices import Slices
from bantin.reading.sources import bases_of, sources_of
from bantin.reading.times import named, until_published
from bantin.reading.trees import Node
from bantin.vietnamese import date_text


def report_of(root: Node, place: Unit, *, period: Period, catalogue: Catalogue) -> Found[Report]:
    """The report that a file's tree holds; what cannot be read of it is a problem and left out."""
    block = Block(root, vocabulary.REPORT)
    at = Location(root.at.source)
    if "Kỳ" in block.nodes:
        stated = block.inner(block.nodes["Kỳ"], vocabulary.PERIOD, name="Kỳ")
        period, place = _stated_period(stated, period), catalogue.known(_stated_place(stated, place, period=period))
    sources, bases = sources_of(block), bases_of(block)
    period = _in_force(until_published(period, _newest(sources, place)), place)
    values = Values(block, catalogue, sources, bases, period, Slices(block, catalogue, place, period))
    rows = tuple(ByPlace(values, place).rows())
    figures = tuple(figure for said in values.by_slice("Số liệu") for figure in values.figures(said))
    of_offices = tuple(row for row in rows if isinstance(row, Figure))
    block.note(*_told_twice(figures, of_offices))
    entered = corrected((*figures, *rows), values, place)
    report = Report(
        place=place,
        period=period,
        at=at,
        sources=sources,
        bases=bases,
        figures=tuple(row for row in entered if isinstance(row, Figure)),
        targets=tuple(values.targets()),
        assessments=_assessments(block),
        lines=tuple(row for row in entered if isinstance(row, Line)),
    )
    if block.is_group and not block.nodes.keys() & {"Số liệu", "Chỉ tiêu", vocabulary.BY_PLACE.name}:
        message = "Tệp chưa có số liệu hay chỉ tiêu nào."
        block.note(Problem(at, "report-empty", message, "Thêm mục «Số liệu» hoặc «Chỉ tiêu»."))
    return Found(report, block.problems)


def _told_twice(figures: Iterable[Figure], of_offices: Sequence[Figure]) -> Iterator[Problem]:
    """A problem for each figure of an office in a table that stands among the other figures too."""
    known = {figure.id: figure for figure in figures} if of_offices else {}
    for figure in of_offices:
        if earlier := known.get(figure.id):
            message = f"{figure.indicator.label} ({figure.slice.label}) đã có ở dòng {earlier.at.line}."
            yield Problem(figure.at, "duplicate-key", message, "Giữ một mục, xóa mục kia.")


def _stated_period(block: Block, period: Period) -> Period:
    first, last, name = block.day("Từ"), block.day("Đến"), block.scalar("Tên")
    printed = named(period, name.value) if name else period
    start, end = first or printed.start, last or printed.end
    if printed.shape is Shape.WEEK and not name:
        printed = replace(printed, name=week_name(printed.year, printed.part[0], (start, end)))
    if start > end:
        message = f"Ngày đầu kỳ ({date_text(start)}) đứng sau ngày cuối kỳ ({date_text(end)})."
        block.note(Problem(block.at, "period-reversed", message, "Kiểm tra lại «Từ» và «Đến»."))
        return period
    return replace(
        printed,
        start=start,
        end=end,
        start_known=bool(first) or printed.start_known,
        end_known=bool(last) or printed.end_known,
    )


def _stated_place(block: Block, place: Unit, *, period: Period) -> Unit:
    """The unit of the folder for which the file says it was made before there was that unit."""
    on = block.day("Áp dụng từ")
    found = made_for(place, period, on) if on else place
    if on and not found:
        message = f"Không có đơn vị nào của thư mục này bắt đầu từ {date_text(on)}, sau kỳ không quá {SOON} ngày."
        help = "«Áp dụng từ» là ngày đầu của đơn vị mới, khi văn bản được ban hành trước ngày ấy."
        block.note(Problem(block.at_key("Áp dụng từ"), "place-not-then", message, help))
    return found or place


def _in_force(period: Period, place: Unit) -> Period:
    """The period of what was decided before there was the unit as it is told: by the day since when it holds."""
    if not place.since or place.since <= period.end:
        return period
    return replace(period, name=f"áp dụng từ ngày {date_text(place.since)}", opens=True)


def _newest(sources: tuple[Source, ...], place: Unit) -> date | None:
    """The day the newest source was published; none when the place had ended by then, as its figures end before."""
    day = max((source.published for source in sources if source.published), default=None)
    return day if day and place.existed_on(day) else None


def _assessments(block: Block) -> tuple[Assessment, ...]:
    found = []
    for heading, node in block.pairs_at("Nhận định"):
        if text := block.scalar_of(node):
            found.append(Assessment(heading.value, text.value, text.at))
    if is_too_long("\n".join(assessment.text for assessment in found)):
        message = f"Các nhận định gộp lại dài hơn {MAX_LETTERS} chữ cái hoặc {MAX_LINES} dòng."
        help = "Rút gọn, hoặc viết thành một bài trong content/."
        block.note(Problem(block.at_key("Nhận định"), "file-too-large", message, help))
        return ()
    return tuple(found)
