"""How a sheet behaves: which words its cells propose, what it colours, how it scrolls and how it is printed."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from bantin.editors.forms import equations, hidden
from bantin.editors.forms.ground import GROUPS, SIGNS, Ground
from bantin.editors.forms.looks import Look

_A4 = 9
_CHECK_WIDTH, _BEFORE_WIDTH = 13, 9


def propose(paper: Any, ground: Ground, looks: Mapping[Look, Any]) -> None:
    """Offer words where some are usual, and colour what was compared; whatever else is typed is taken."""
    form, sheet = ground.form, ground.sheet
    lists = {words: place for place, words in enumerate(form.words, start=hidden.WORDS_FROM)}
    for place, column in enumerate(sheet.columns):
        if column.words in lists:
            letter, count = xl_col_to_name(lists[column.words]), len(form.words[column.words])
            source = f"={hidden.NAME}!${letter}$1:${letter}${count}"
            said = {"validate": "list", "source": source, "show_error": False}
            paper.data_validation(ground.first, place, ground.last, place, said)
    for word, look in ((equations.FITS, Look.FITS), (equations.DIFFERS, Look.DIFFERS)) if sheet.equations else ():
        rule = {"type": "text", "criteria": "begins with", "value": word, "format": looks[look]}
        paper.conditional_format(ground.first, sheet.named, ground.last, ground.before - 1, rule)
    _warn_beside(paper, ground)
    end = xl_rowcol_to_cell(ground.last, ground.before + len(ground.remembered))
    paper.ignore_errors({"number_stored_as_text": f"A1:{end}"})


def _warn_beside(paper: Any, ground: Ground) -> None:
    """Warn whoever types where the sheet computes or remembers, from which nothing is read."""
    last = ground.before + len(ground.remembered) - 1
    if last >= ground.checks:
        said = {
            "validate": "custom", "value": "=FALSE", "error_type": "warning", "error_title": "Không được đọc",
            "error_message": "Cột này do bảng tính tự ghi, hoặc là số kỳ trước. Xin ghi số liệu ở các cột có số cột.",
        }  # fmt: skip
        paper.data_validation(ground.first, ground.checks, ground.last, last, said)


def set_up(paper: Any, ground: Ground) -> None:
    """Keep the head in sight; print landscape pages of A4 as wide as what was filled, each with the head."""
    if ground.sheet.equations:
        paper.set_column(ground.checks, ground.before - 1, _CHECK_WIDTH)
    if ground.remembered:
        width = max(_BEFORE_WIDTH, *(column.width - 1 for column in ground.remembered))
        paper.set_column(ground.before, ground.before + len(ground.remembered) - 1, width)
    paper.freeze_panes(ground.first, ground.sheet.named)
    paper.set_landscape()
    paper.set_paper(_A4)
    paper.fit_to_pages(1, 0)
    paper.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    paper.repeat_rows(GROUPS, SIGNS)
    paper.print_area(0, 0, ground.last, ground.checks - 1)
    paper.set_footer("&L&A&R&P/&N")
