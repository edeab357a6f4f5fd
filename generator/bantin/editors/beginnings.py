"""What a new file begins as: the names of what its place printed last time, with room for figures; an article."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from bantin.editors.forms import form_of
from bantin.editors.forms.fields import NAME as FORM_06
from bantin.editors.forms.layout import FIELD, Form, RowKind
from bantin.editors.forms.made import last_of
from bantin.editors.forms.printed import Printed, slice_name
from bantin.model import Catalogue, Indicator, Period, Report, standing
from bantin.places import Unit
from bantin.vietnamese import date_text, slug, upper_first

_HOW = (
    "# Xin ghi sau dấu hai chấm đúng như văn bản in: 1.210, gần 700, 93,62%. Văn bản không in số nào thì xóa dòng đó."
)
_BEFORE = "# Số đứng sau dấu # là số lần trước ({}), chỉ để so, không lên trang."


class Line(NamedTuple):
    """Room for a figure."""

    before: str = ""
    """What stood there last time."""
    base: str = ""
    """The name of the base that was stated with it."""


def report_file(
    place: Unit, period: Period, *, catalogue: Catalogue, reports: Iterable[Report], with_form: bool, schema: str = ""
) -> str | None:
    """A file of figures of a place without any figure in it; None where the lists name no scope that it may speak of.

    It names what the place printed last time, each once, and with `with_form` all of form 06 besides; a place that has
    printed nothing gets that form's first row. `schema` is the line by which editors' tools find the schema.
    """
    own = [report for report in reports if report.is_own]
    last = last_of(own, period)
    form = form_of(place, period, catalogue=catalogue, reports=own)
    if not form:
        return None
    lines = _printed_last(last, place, period=period, catalogue=catalogue)
    if with_form or not lines:
        for part, name, line in _of_form(form, catalogue, is_whole=with_form):
            lines.setdefault(part, {}).setdefault(name, line)
    head = [schema, f"# {upper_first(form.place_name)}: {period.name}.", _HOW]
    head += [_BEFORE.format(last.period.name)] if last else []
    return "\n".join([*filter(None, head), *_source(place, period, last), "", *_figures(lines), ""])


def article_file(title: str, *, day: date) -> str:
    """An article without its text: what stands at its head, with room for what nobody but its author knows."""
    return "\n".join(
        [
            "---",
            f"Tiêu đề: {_quoted(title)}",
            "Tóm tắt:  # một, hai câu nói điều chính",
            f"Ngày: {date_text(day)}",
            "Tác giả:  # người hoặc ban biên tập đã viết",
            "Nguồn:",
            "  - Tên:  # tên văn bản hoặc bài viết đã dùng",
            "    Cơ quan:  # cơ quan công bố",
            "    Ngày:  # ngày công bố, như 20/08/2023",
            "---",
            "",
        ]
    )


def article_name(title: str, day: date) -> str:
    """The name of an article's file: its day, then its title without marks."""
    return f"{day.isoformat()}-{slug(title)}.md"


def _printed_last(
    last: Report | None, place: Unit, *, period: Period, catalogue: Catalogue
) -> dict[str, dict[str, Line]]:
    """What was printed last time, of scopes and indicators that there still are."""
    kind, scopes = place.kind_on(period.end), standing(catalogue, place.level, period)
    lines: dict[str, dict[str, Line]] = {}
    for figure in Printed(last).figures.values():
        if figure.slice.scope in scopes and _counts(figure.indicator, period):
            line = Line(figure.text, figure.base.label if figure.base else "")
            lines.setdefault(slice_name(figure.slice, kind), {})[figure.indicator.label] = line
    return lines


def _counts(indicator: Indicator, period: Period) -> bool:
    """Whether an indicator is counted in a period."""
    return (indicator.since or 0) <= period.end.year and period.start.year <= (indicator.until or period.start.year)


def _of_form(form: Form, catalogue: Catalogue, *, is_whole: bool) -> Iterator[tuple[str, str, Line]]:
    """The slices and indicators of form 06, or of its first row alone."""
    sheet = next(sheet for sheet in form.sheets if sheet.name == FORM_06)
    labels = {column.means: catalogue.indicators[column.means].label for column in sheet.columns[sheet.named :]}
    scope = ""
    for row in sheet.rows:
        if row.kind is RowKind.WHOLE:
            if scope and not is_whole:
                return
            scope = row.texts[FIELD]
        if row.kind is RowKind.WHOLE or (row.kind is RowKind.ENTRY and is_whole):
            part = scope if row.kind is RowKind.WHOLE else f"{scope} / {row.texts[FIELD]}"
            yield from ((part, label, Line(row.before.get(id, ""))) for id, label in labels.items())


def _source(place: Unit, period: Period, last: Report | None) -> Iterator[str]:
    source = last.sources[0] if last and last.sources else None
    title = f"lần trước: {source.title}" if source else "tên văn bản đã công bố số liệu"
    publisher = f"lần trước: {source.publisher}" if source else f"như Ủy ban nhân dân {place.full_name_on(period.end)}"
    yield from ("Nguồn:", f"  - Tên:  # {_line(title)}", f"    Cơ quan:  # {_line(publisher)}")
    yield "    Ngày:  # ngày công bố, như 20/08/2023"


def _figures(lines: dict[str, dict[str, Line]]) -> Iterator[str]:
    yield "Số liệu:"
    for part, figures in lines.items():
        yield f"  {part}:"
        for name, line in figures.items():
            before = f"  # {_line(line.before)}" if line.before else ""
            if line.base:
                yield from (f"    {name}:", f"      Giá trị:{before}", f"      Mẫu số: {line.base}")
            else:
                yield f"    {name}:{before}"


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """A text as a scalar of YAML, whatever stands in it."""
    escaped = _line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
