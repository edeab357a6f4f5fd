"""One report file as a `Report`: what a place published for a period."""

from dataclasses import replace

from bantin.model import (
    MAX_LETTERS,
    MAX_LINES,
    Assessment,
    Catalogue,
    Period,
    Report,
    is_too_long,
)
from bantin.places import Unit
from bantin.problems import Found, Location, Problem
from bantin.reading import vocabulary
from bantin.reading.blocks import Block
from bantin.reading.figures import Values
from bantin.reading.sources import bases_of, sources_of
from bantin.reading.trees import Node
from bantin.vietnamese import date_text, lower_first


def report_of(root: Node, place: Unit, *, period: Period, catalogue: Catalogue) -> Found[Report]:
    """The report that a file's tree holds; what cannot be read of it is a problem and left out."""
    block = Block(root, vocabulary.REPORT)
    at = Location(root.at.source)
    if "Kỳ" in block.nodes:
        period = _stated_period(block.inner(block.nodes["Kỳ"], vocabulary.PERIOD, name="Kỳ"), period)
    sources, bases = sources_of(block), bases_of(block)
    values = Values(block, catalogue, sources, bases)
    report = Report(
        place=place,
        period=period,
        at=at,
        sources=sources,
        bases=bases,
        figures=tuple(figure for said in values.by_slice("Số liệu") for figure in values.figures(said)),
        targets=tuple(target for said in values.by_slice("Chỉ tiêu") if (target := values.target(said))),
        assessments=_assessments(block),
    )
    if "Số liệu" not in block.nodes and "Chỉ tiêu" not in block.nodes and block.is_group:
        message = "Tệp chưa có số liệu hay chỉ tiêu nào."
        block.note(Problem(at, "report-empty", message, "Thêm mục «Số liệu» hoặc «Chỉ tiêu»."))
    return Found(report, block.problems)


def _stated_period(block: Block, period: Period) -> Period:
    start, end, name = block.day("Từ"), block.day("Đến"), block.scalar("Tên")
    start, end = start or period.start, end or period.end
    if start > end:
        message = f"Ngày đầu kỳ ({date_text(start)}) đứng sau ngày cuối kỳ ({date_text(end)})."
        block.note(Problem(block.at, "period-reversed", message, "Kiểm tra lại «Từ» và «Đến»."))
        return period
    # A printed name with a capital («Năm 2023») reads on inside a sentence.
    stated = lower_first(name.value) if name else period.name
    return replace(period, start=start, end=end, name=stated, stated=True)


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
