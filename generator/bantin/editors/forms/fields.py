"""The first sheet: dossiers by field, as form 06 has them. A row is a field, a column an indicator."""

from collections.abc import Iterator, Sequence

from bantin.editors.forms.equations import equations_of
from bantin.editors.forms.layout import (
    ADDED,
    COMPARED,
    FIELD,
    NUMBER,
    Column,
    Equation,
    Row,
    RowKind,
    Sheet,
    Words,
)
from bantin.editors.forms.printed import Asked, Printed, members_name, scope_name
from bantin.model import Catalogue, Indicator, Scope, Slice
from bantin.vietnamese import listed

BREAKDOWN = "linh-vuc"
"""The breakdown by which the table is split: phan-to/linh-vuc.yml."""
NAME = "Biểu 06"
_USUAL, _SPARE, _SPARE_OF_OTHERS = 12, 6, 2
_TITLE = "Biểu 06. Tình hình, kết quả giải quyết thủ tục hành chính"
_HOW = (
    "Xin ghi đúng như văn bản in: 1.210, gần 700. Bằng không thì ghi «không có»; văn bản không in thì để trống. "
    "Lĩnh vực chưa có dòng thì ghi vào dòng trống ở dưới."
)


def columns_in(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """The indicators that are columns, in the order of their list."""
    return tuple(indicator for indicator in catalogue.indicators.values() if "/" in indicator.in_form)


def sheet_of_fields(
    catalogue: Catalogue, whole: Scope, kind: str, *, scopes: Sequence[Scope], now: Printed, before: Printed
) -> Sheet:
    """The sheet for a place of a kind, with what is printed already, and what was before, of scopes that may stand."""
    indicators = columns_in(catalogue)
    equations = equations_of([indicator.id for indicator in indicators], catalogue.indicators)
    made = _Table(catalogue, kind, indicators, now=now, before=before)
    told = dict.fromkeys([whole, *(part.scope for part in made.slices if part.scope in scopes)])
    return Sheet(
        NAME,
        _TITLE,
        _HOW,
        (
            Column(NUMBER, "STT", width=5),
            Column(FIELD, "Lĩnh vực", words=Words.FIELDS, width=34),
            *(_column(indicator, catalogue, equations=equations) for indicator in indicators),
        ),
        tuple(row for scope in told for row in made.rows(scope, is_first=scope is whole)),
        named=2,
        equations=equations,
    )


def _column(indicator: Indicator, catalogue: Catalogue, *, equations: Sequence[Equation]) -> Column:
    group, _, heading = map(str.strip, indicator.in_form.partition("/"))
    sums = [
        listed(f"«{catalogue.indicators[id].label}»" for id in e.parts) for e in equations if e.total == indicator.id
    ]
    added = "".join(f"\nBằng tổng của {parts}." for parts in sums)
    note = f"{indicator.label}\n{indicator.explanation}{added}"
    return Column(indicator.id, heading, group, note, Words.VALUES, 10, is_remembered=True)


class _Table:
    """The rows of the table, scope by scope."""

    def __init__(
        self, catalogue: Catalogue, kind: str, indicators: Sequence[Indicator], *, now: Printed, before: Printed
    ) -> None:
        self.kind, self.indicators, self.now, self.before = kind, indicators, now, before
        known = {indicator.id for indicator in indicators}
        printed = (asked for report in (now, before) for asked in report.all() if asked.indicator.id in known)
        self.slices = tuple(dict.fromkeys(asked.slice for asked in printed))
        """The slices of which something was printed."""
        breakdown = next((known for known in catalogue.breakdowns if known.id == BREAKDOWN), None)
        self.usual = breakdown.members[:_USUAL] if breakdown else ()

    def rows(self, scope: Scope, *, is_first: bool) -> Iterator[Row]:
        """The rows of one scope: the whole, its fields, room for more, and what they add up to."""
        yield self._row(RowKind.WHOLE, Slice(scope), scope_name(scope, self.kind))
        parts = [part for part in self.slices if part.scope == scope and part.members]
        usual = [Slice(scope, (member,)) for member in self.usual] if is_first else []
        for number, part in enumerate({part.id: part for part in (*usual, *parts)}.values(), start=1):
            yield self._row(RowKind.ENTRY, part, members_name(part.members, self.kind), number=str(number))
        yield from [Row(RowKind.SPARE)] * (_SPARE if is_first else _SPARE_OF_OTHERS)
        yield Row(RowKind.ADDED, {FIELD: ADDED})
        yield Row(RowKind.COMPARED, {FIELD: COMPARED})

    def _row(self, kind: RowKind, part: Slice, name: str, *, number: str = "") -> Row:
        asked = {indicator.id: Asked(part, indicator) for indicator in self.indicators}
        now = {id: self.now.figure(one) for id, one in asked.items()}
        return Row(
            kind, {NUMBER: number, FIELD: name, **now}, {id: self.before.figure(one) for id, one in asked.items()}
        )
