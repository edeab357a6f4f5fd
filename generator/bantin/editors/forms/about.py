"""The third sheet: where the figures come from, and what is said of them in words. A row is a key, by topic."""

from collections.abc import Iterator, Mapping

from bantin.editors.forms.layout import CONTENT, TOPIC, Column, Row, RowKind, Sheet
from bantin.editors.forms.printed import Printed
from bantin.model import LegalBasis, Source
from bantin.reading import Keys, vocabulary
from bantin.vietnamese import date_text

NAME = "Nguồn, nhận định"
SOURCE, PERIOD, BASIS, ASSESSMENTS = "Nguồn", "Kỳ", "Căn cứ", "Nhận định"
_TITLE = "Nguồn của số liệu, căn cứ giao chỉ tiêu, nhận định"
_HOW = "Ngày ghi ngày/tháng/năm: 20/08/2023. Mục nào văn bản không có thì để trống."
_HEADINGS = ("Kết quả nổi bật", "Tồn tại, hạn chế", "Nhiệm vụ thời gian tới")
_SPARE = 2


def _chosen(keys: Keys, *names: str) -> Keys:
    return tuple(key for name in names for key in keys if key.name == name)


TOPICS: Mapping[str, Keys] = {
    SOURCE: _chosen(vocabulary.SOURCE, "Tên", "Cơ quan", "Ngày", "Số hiệu", "Tác giả", "Địa chỉ", "Ghi chú"),
    PERIOD: _chosen(vocabulary.PERIOD, "Tên", "Từ", "Đến"),
    BASIS: _chosen(vocabulary.BASIS, "Tên", "Ngày", "Cơ quan", "Trích yếu"),
}
"""What may be said under each topic; under «Nhận định» headings of any name."""


def sheet_about(*, now: Printed, before: Printed, first: int = 1) -> Sheet:
    """The sheet, with what is printed already, and what was before."""
    columns = (
        Column(TOPIC, "Mục", width=30),
        Column(CONTENT, "Nội dung", width=84, is_remembered=True),
    )
    rows = (*_known(SOURCE, _source(now), _source(before)), *_known(PERIOD, {}, {}))
    rows += (*_known(BASIS, _basis(now), _basis(before)), *_assessments(now, before))
    return Sheet(NAME, _TITLE, _HOW, columns, rows, named=1, first=first)


def _known(topic: str, now: Mapping[str, str], before: Mapping[str, str]) -> Iterator[Row]:
    said = {key.name: key.explanation for key in vocabulary.REPORT}
    yield Row(RowKind.TITLE, {TOPIC: topic}, note=said[topic])
    for key in TOPICS[topic]:
        texts, remembered = {CONTENT: now.get(key.name, "")}, {CONTENT: before.get(key.name, "")}
        yield Row(RowKind.ENTRY, {TOPIC: key.name, **texts}, remembered, key.description)


def _assessments(now: Printed, before: Printed) -> Iterator[Row]:
    yield Row(RowKind.TITLE, {TOPIC: ASSESSMENTS}, note=f"{vocabulary.REPORT[-1].explanation}.")
    texts, remembered = _texts(now), _texts(before)
    for heading in dict.fromkeys((*_HEADINGS, *texts, *remembered)):
        yield Row(
            RowKind.ENTRY,
            {TOPIC: heading, CONTENT: texts.get(heading, "")},
            {CONTENT: remembered.get(heading, "")},
        )
    yield from [Row(RowKind.SPARE)] * _SPARE


def _texts(printed: Printed) -> dict[str, str]:
    return {said.heading: said.text for said in (printed.report.assessments if printed.report else ())}


def _source(printed: Printed) -> dict[str, str]:
    """What is said of the only source, or of the first."""
    source: Source | None = next(iter(printed.report.sources), None) if printed.report else None
    if not source:
        return {}
    day = date_text(source.published) if source.published else ""
    return {
        "Tên": source.title, "Cơ quan": source.publisher, "Ngày": day, "Số hiệu": source.number,
        "Tác giả": source.author, "Địa chỉ": source.address, "Ghi chú": source.note,
    }  # fmt: skip


def _basis(printed: Printed) -> dict[str, str]:
    basis: LegalBasis | None = next(iter(printed.report.bases), None) if printed.report else None
    if not basis:
        return {}
    day = date_text(basis.issued) if basis.issued else ""
    return {"Tên": basis.title, "Ngày": day, "Cơ quan": basis.issuer, "Trích yếu": basis.summary}
