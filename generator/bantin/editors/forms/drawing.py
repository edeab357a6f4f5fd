"""A form as an .xlsx file: the same form gives the same bytes."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from bantin.editors.forms import equations, hidden
from bantin.editors.forms.ground import GROUPS, HEADINGS, SIGNS, Ground
from bantin.editors.forms.layout import Column, Form, Row, RowKind, Words
from bantin.editors.forms.looks import LOOKS, Look
from bantin.editors.forms.paper import propose, set_up

_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file has no zone, and a date of today would make every form another
_HEIGHT, _HIGHEST = 17, 400
_NAME_LOOKS = {RowKind.WHOLE: Look.WHOLE_NAME, RowKind.TITLE: Look.TOPIC, RowKind.ADDED: Look.COMPUTED,
               RowKind.COMPARED: Look.COMPUTED}  # fmt: skip


def drawn(form: Form) -> bytes:
    """The file of a form."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": f"{form.place_name}, {form.period.name}", "created": _UNDATED})
    looks = {look: book.add_format(dict(said)) for look, said in LOOKS.items()}
    for sheet in form.sheets:
        paper, ground = book.add_worksheet(sheet.name), Ground(form, sheet)
        _Drawing(paper, looks, ground).draw()
        propose(paper, ground, looks)
        set_up(paper, ground)
    _hide(book.add_worksheet(hidden.NAME), form)
    book.close()
    return file.getvalue()


def _hide(paper: Any, form: Form) -> None:
    """Write down what the form says of itself, and the words that its cells propose."""
    for row, line in enumerate(hidden.lines_of(form)):
        paper.write_row(row, 0, line)
    for column, words in enumerate(form.words.values(), start=hidden.WORDS_FROM):
        for row, word in enumerate(words):
            paper.write_string(row, column, word)
    paper.hide()


class _Drawing:
    """Draws one sheet."""

    def __init__(self, paper: Any, looks: Mapping[Look, Any], ground: Ground) -> None:
        self.paper, self.looks, self.ground = paper, looks, ground
        self.form, self.sheet, self.remembered = ground.form, ground.sheet, ground.remembered

    def draw(self) -> None:
        self._head()
        for place, (sign, column) in enumerate(self.sheet.signs()):
            self._heading(place, column, sign)
        for place, equation in enumerate(self.sheet.equations, start=self.ground.checks):
            self._write(HEADINGS, place, f"Bảng tính tự so: {self.sheet.told(equation)}", Look.BEFORE_HEADING)
        for place, column in enumerate(self.remembered, start=self.ground.before):
            self._write(HEADINGS, place, ": ".join(filter(None, (column.group, column.heading))), Look.BEFORE_HEADING)
        start = SIGNS + 1
        self.paper.set_default_row(_HEIGHT)
        for at, row in enumerate(self.sheet.rows, start=SIGNS + 1):
            start = at if row.kind is RowKind.WHOLE else start
            self._row(at, row, whole=start)

    def _write(self, row: int, column: int, text: str, look: Look) -> None:
        """Text or nothing, in a cell of a look: never what a program takes for a number, a formula or a link."""
        if text:
            self.paper.write_string(row, column, text, self.looks[look])
        else:
            self.paper.write_blank(row, column, None, self.looks[look])

    def _head(self) -> None:
        last = self.ground.checks - 1
        self._write(0, 0, self.sheet.title, Look.TITLE)
        self._write(1, 0, f"{self.form.place_name}: {self.form.period.name}", Look.SUBTITLE)
        grey = f" Số màu xám ở bên phải là của kỳ trước: {self.form.before}." if self.remembered else ""
        self.paper.merge_range(2, 0, 2, last, f"{self.sheet.how}{grey}", self.looks[Look.HOW])
        self.paper.set_row(2, 32)
        self.paper.set_row(HEADINGS, 48)
        for group, places in self._groups().items():
            first, end = places[0], places[-1]
            if first < end:
                self.paper.merge_range(GROUPS, first, GROUPS, end, group, self.looks[Look.HEADING])
            else:
                self._write(GROUPS, first, group, Look.HEADING)
        if self.remembered:
            self._write(GROUPS, self.ground.before, f"Kỳ trước: {self.form.before}", Look.BEFORE_HEADING)

    def _groups(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, column in enumerate(self.sheet.columns):
            if column.group:
                found.setdefault(column.group, []).append(place)
        return found

    def _heading(self, place: int, column: Column, sign: str) -> None:
        self.paper.set_column(place, place, column.width)
        self._write(HEADINGS, place, column.heading, Look.HEADING)
        self._write(SIGNS, place, sign, Look.SIGN)
        self._note(HEADINGS, place, column.note)

    def _note(self, row: int, column: int, text: str) -> None:
        if text:
            size = {"width": 300, "height": 20 + 18 * (text.count("\n") + len(text) // 42 + 1)}
            self.paper.write_comment(row, column, text, size)

    def _row(self, at: int, row: Row, *, whole: int) -> None:
        self._high_enough(at, row)
        for place, column in enumerate(self.sheet.columns):
            if row.kind in (RowKind.ADDED, RowKind.COMPARED) and place >= self.sheet.named:
                self._computed(at, place, row.kind, whole=whole)
            else:
                self._write(at, place, row.texts.get(column.means, ""), self._look(row, place))
        self._note(at, 0, row.note)
        if row.kind in (RowKind.WHOLE, RowKind.ENTRY, RowKind.SPARE):
            self._checks(at, row)
        for place, column in enumerate(self.remembered, start=self.ground.before):
            if text := row.before.get(column.means, ""):
                self._write(at, place, text, Look.BEFORE)

    def _high_enough(self, at: int, row: Row) -> None:
        """Give a row the height of its longest text: not every program does so by itself."""
        texts = ((row.texts.get(column.means, ""), column.width) for column in self.sheet.columns)
        lines = max(sum(len(line) // width + 1 for line in text.split("\n")) for text, width in texts)
        if lines > 1:
            self.paper.set_row(at, min(_HEIGHT * lines, _HIGHEST))

    def _look(self, row: Row, place: int) -> Look:
        column = self.sheet.columns[place]
        if row.kind in _NAME_LOOKS and (place < self.sheet.named or row.kind is not RowKind.WHOLE):
            return _NAME_LOOKS[row.kind]
        if place < self.sheet.named:
            return Look.NAME
        if column.words is not Words.VALUES:
            return Look.WORDS
        return Look.WHOLE_VALUE if row.kind is RowKind.WHOLE else Look.VALUE

    def _checks(self, at: int, row: Row) -> None:
        """What the sheet says of each sum of a row."""
        places = {column.means: place for place, column in enumerate(self.sheet.columns)}
        for place, equation in enumerate(self.sheet.equations, start=self.ground.checks):
            total, *parts = (xl_rowcol_to_cell(at, places[id]) for id in (equation.total, *equation.parts))
            said = equations.verdict(
                row.texts.get(equation.total, ""), [row.texts.get(id, "") for id in equation.parts]
            )
            look = self.looks[Look.COMPUTED]
            self.paper.write_formula(at, place, equations.compared(total, parts), look, said)

    def _computed(self, at: int, place: int, kind: RowKind, *, whole: int) -> None:
        """What the rows of a column add up to, or how that compares with the row of the whole."""
        means, end = self.sheet.columns[place].means, at - (2 if kind is RowKind.COMPARED else 1)
        rows = self.sheet.rows[whole - SIGNS - 1 : end - SIGNS]
        texts = [row.texts.get(means, "") for row in rows]
        total = equations.total_of(texts[1:])
        if kind is RowKind.ADDED:
            formula = equations.added(f"{xl_rowcol_to_cell(whole + 1, place)}:{xl_rowcol_to_cell(end, place)}")
            self.paper.write_formula(at, place, formula, self.looks[Look.COMPUTED], total)
        else:
            formula = equations.compared_with(xl_rowcol_to_cell(whole, place), xl_rowcol_to_cell(at - 1, place))
            said = equations.verdict_with(texts[0], total)
            self.paper.write_formula(at, place, formula, self.looks[Look.COMPUTED], said)
