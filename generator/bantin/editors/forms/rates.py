"""The second sheet: rates, scores, ranks and targets. A row is an indicator of a slice, a column what is said of it."""

from collections.abc import Iterator

from bantin.editors.forms.fields import columns_in
from bantin.editors.forms.layout import INDICATOR, SCOPE, Column, Row, RowKind, Sheet, Words
from bantin.editors.forms.printed import Asked, Printed, slice_name
from bantin.model import Catalogue, Period, Scope, Slice, was_there
from bantin.reading import vocabulary

NAME = "Tỷ lệ, điểm, hạng"
VALUE, TARGET = "Giá trị", "Chỉ tiêu"
BASE, NOTE, DUE = "Mẫu số", "Ghi chú", "Thời hạn"
_SPARE = 12
_TITLE = "Tỷ lệ, điểm số, thứ hạng, chỉ tiêu và các số liệu khác"
_HOW = (
    "Xin ghi đúng như văn bản in, kèm dấu % hoặc đơn vị: 93,62%, trên 95%, hạng 14/63, 87,6/100 điểm, 19/34. "
    "Chỉ số chưa có dòng thì ghi tên vào dòng trống ở dưới."
)


def sheet_of_rates(
    catalogue: Catalogue, whole: Scope, kind: str, *, period: Period, now: Printed, before: Printed, first: int = 1
) -> Sheet:
    """The sheet for a place of a kind, with what is printed already, and what was before."""
    asked = [*_usual(catalogue, whole, period), *_others(catalogue, now), *_others(catalogue, before)]
    asked = [one for one in asked if was_there(one.slice.scope, period)]
    once = {(one.slice.id, one.indicator.id): one for one in asked}
    order = sorted(once.values(), key=lambda one: catalogue.order[one.indicator.id])
    rows = tuple(_row(one, kind, now=now, before=before) for one in order)
    spare = (Row(RowKind.SPARE, {SCOPE: slice_name(Slice(whole), kind)}),) * _SPARE
    return Sheet(NAME, _TITLE, _HOW, _columns(), (*rows, *spare), named=2, first=first)


def _columns() -> tuple[Column, ...]:
    said = {key.name: key.explanation for key in (*vocabulary.TARGET, *vocabulary.FIGURE)}
    return (
        Column(INDICATOR, "Chỉ số", "", "Tên chỉ số, theo danh mục.", Words.INDICATORS, 44),
        Column(SCOPE, "Phạm vi", "", "Con số đếm ở những cơ quan nào.", Words.SCOPES, 20),
        Column(VALUE, "Kết quả", "", said[VALUE], Words.VALUES, 16, is_remembered=True),
        Column(BASE, "Tính trên", "", said[BASE], Words.INDICATORS, 24),
        Column(NOTE, "Ghi chú", "", said[NOTE], width=26),
        Column(TARGET, "Chỉ tiêu", "", "Chỉ tiêu đúng như đã in: tối thiểu 98%.", Words.VALUES, 16, is_remembered=True),
        Column(DUE, "Thời hạn", "", said[DUE], width=14),
    )


def _usual(catalogue: Catalogue, whole: Scope, period: Period) -> Iterator[Asked]:
    """What every form asks for, where there was such an indicator in the year."""
    for indicator in catalogue.indicators.values():
        is_then = (indicator.since or 0) <= period.year <= (indicator.until or period.year)
        if indicator.in_form and "/" not in indicator.in_form and is_then:
            yield Asked(Slice(whole), indicator)


def _others(catalogue: Catalogue, printed: Printed) -> Iterator[Asked]:
    """What a report prints that has no column in the first sheet, or is a target."""
    columns = {indicator.id for indicator in columns_in(catalogue)}
    for asked in printed.all():
        if asked.indicator.id not in columns or printed.target(asked):
            yield asked


def _row(asked: Asked, kind: str, *, now: Printed, before: Printed) -> Row:
    names = {INDICATOR: asked.indicator.label, SCOPE: slice_name(asked.slice, kind)}
    key = asked.slice.id, asked.indicator.id
    figure, target = now.figures.get(key), now.targets.get(key)
    texts = {
        VALUE: now.figure(asked),
        BASE: figure.base.label if figure and figure.base and figure.base.id != asked.indicator.base else "",
        NOTE: figure.note if figure else "",
        TARGET: now.target(asked),
        DUE: target.due if target else "",
    }
    remembered = {VALUE: before.figure(asked), TARGET: before.target(asked)}
    return Row(RowKind.ENTRY, names | texts, remembered, asked.indicator.explanation)
