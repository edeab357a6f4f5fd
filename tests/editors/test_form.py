"""Forms in Excel: what stands in them comes from the lists and from what was printed, and their file is always the same."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl
import pytest
from click.testing import CliRunner, Result
from conftest import Site
from making import period
from openpyxl.utils import get_column_letter
from shipped import shipped
from test_guide import EXAMPLES

from bantin.cli import main
from bantin.editors.asked import UnclearError, periods_asked, place_asked
from bantin.editors.forms import drawn, form_of
from bantin.editors.forms.equations import FITS, OPEN, UNKNOWN, added, compared, equations_of, total_of, verdict
from bantin.editors.forms.layout import FIELD, VERSION, Form, Row, RowKind
from bantin.model.catalogue import Catalogue
from bantin.model.reports import Report
from bantin.places.finding import find
from bantin.reading.reports import report_of
from bantin.reading.trees import tree_of

COMMUNE = find("an-giang/xa-vinh-thuan", date(2026, 9, 30))
assert COMMUNE
FIRST_ROW = 7
"""Where the figures of a sheet begin, in rows of Excel."""


def third_quarter() -> Report:
    """The report that the guide shows whole."""
    path, text = EXAMPLES[0]
    node = tree_of(text.encode(), path).value
    assert node
    return report_of(node, COMMUNE, period=period("2026-quy-3"), catalogue=shipped()).value


def form(when: str = "2026-quy-4", *reports: Report, catalogue: Catalogue | None = None) -> Form:
    made = form_of(COMMUNE, period(when), catalogue=catalogue or shipped(), reports=reports or (third_quarter(),))
    assert made
    return made


def opened(made: Form) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(drawn(made)))


def row_of(made: Form, name: str) -> Row:
    return next(row for row in made.sheets[0].rows if row.texts.get(FIELD) == name)


def test_the_same_form_is_the_same_bytes():
    assert drawn(form()) == drawn(form())


def test_the_columns_are_those_of_the_list_with_their_groups():
    columns = [(column.group, column.heading) for column in form().sheets[0].columns if column.group]

    assert columns[:4] == [
        ("Tiếp nhận", "Tổng số"),
        ("Tiếp nhận", "Trực tuyến"),
        ("Tiếp nhận", "Trực tiếp, dịch vụ bưu chính"),
        ("Tiếp nhận", "Từ kỳ trước"),
    ]
    assert len(columns) == 11


def test_another_list_makes_another_form():
    known = shipped().indicators
    one = replace(known["ho-so-rut-lai"], in_form="Khác / Rút lại")
    others = {id: replace(indicator, in_form="") for id, indicator in known.items()}
    made = form(catalogue=replace(shipped(), indicators=others | {one.id: one}))

    assert [column.heading for column in made.sheets[0].columns] == ["STT", "Lĩnh vực", "Rút lại"]
    assert made.sheets[0].equations == ()


def test_totals_follow_from_the_definitions_in_their_most_parts():
    sheet = form().sheets[0]

    assert [sheet.told(equation) for equation in sheet.equations] == [
        "(3) = (4) + (5) + (6)",
        "(3) = (7) + (11)",
        "(7) = (8) + (9) + (10)",
        "(11) = (12) + (13)",
    ]


def test_a_total_without_its_columns_has_no_equation():
    assert equations_of(["ho-so-da-giai-quyet", "ho-so-giai-quyet-truoc-han"], shipped().indicators) == ()


@pytest.mark.parametrize(
    ("total", "parts", "said"),
    [
        ("1.210", ("543", "667"), FITS),
        (" 1210 ", ("Không có", "1.210"), FITS),
        ("08", ("8", "không có"), FITS),
        ("1.210", ("543", "666"), "lệch 1"),
        ("10", ("8", "3"), "lệch -1"),
        ("1.210", ("543", ""), OPEN),
        ("1.210", ("", " "), ""),
        ("", ("543", "667"), ""),
        ("gần 1.210", ("543", "667"), UNKNOWN),
        ("12/2026", ("12", "0"), UNKNOWN),
        ("chưa có số liệu", ("1", "2"), UNKNOWN),
    ],
)
def test_what_is_said_of_a_total(total: str, parts: tuple[str, str], said: str):
    assert verdict(total, parts) == said


TYPED = ("", " ", "0", "05", "không có", "Không có", "KHÔNG CÓ", "gần 700", "chưa có số liệu", "12/2026", " 7", "1.210",
         "3", "1,210", "19/34", "93,62%", "1e3", "-5", "12")  # fmt: skip


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice, which computes the sheet")
def test_the_sheet_says_the_same_as_we_do(tmp_path: Path):
    chosen, sheet = Random(7), form().sheets[0]
    ids = [column.means for column in sheet.columns][sheet.named :]
    lines = [dict(zip(ids, chosen.choices(TYPED, k=len(ids)), strict=True)) for _ in range(200)]
    book = openpyxl.Workbook()
    paper = book.worksheets[0]
    for at, line in enumerate(lines, start=1):
        for place, text in enumerate(line.values(), start=1):
            paper.cell(at, place, text or None).number_format = "@"
        for place, equation in enumerate(sheet.equations, start=len(ids) + 1):
            total, *parts = (f"{get_column_letter(ids.index(id) + 1)}{at}" for id in (equation.total, *equation.parts))
            paper.cell(at, place, compared(total, parts))
    for place in range(1, len(ids) + 1):
        letter = get_column_letter(place)
        paper.cell(len(lines) + 1, place, added(f"{letter}1:{letter}12"))
    book.save(tmp_path / "a.xlsx")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/lo", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.xlsx")],
        check=True, capture_output=True,
    )  # fmt: skip
    computed = [*openpyxl.load_workbook(tmp_path / "out/a.xlsx", data_only=True).worksheets[0].values]

    for line, values in zip(lines, computed, strict=False):
        said = [verdict(line[e.total], [line[id] for id in e.parts]) for e in sheet.equations]
        assert [value or "" for value in values[len(ids) :]] == said, line
    totals = [total_of([line[id] for line in lines[:12]]) for id in ids]
    assert ["" if value is None else value for value in computed[len(lines)][: len(ids)]] == totals


def test_fields_are_the_usual_ones_and_those_that_were_printed():
    report = third_quarter()
    names = [row.texts[FIELD] for row in form().sheets[0].rows if row.kind is RowKind.ENTRY]

    assert names[:3] == ["Đất đai", "Hộ tịch", "Chứng thực"]
    assert {figure.slice.members[0].label for figure in report.figures if figure.slice.members} <= {*names}
    assert len(names) == len({*names})


def test_what_was_printed_last_stands_in_grey_beside_its_row():
    made = form()
    paper = opened(made)["Biểu 06"]
    land = next(row for row in paper.iter_rows(min_row=FIRST_ROW) if row[1].value == "Đất đai")

    assert made.before == "Quý III năm 2026"
    assert [cell.value for cell in land[2:13]] == [None] * 11
    assert [cell.value for cell in land[17:28]] == [
        "186",
        "120",
        "45",
        "21",
        "159",
        "130",
        "24",
        "05",
        "27",
        "25",
        "02",
    ]
    assert {cell.font.color.rgb for cell in land[17:28]} == {"FF7F7F7F"}


def test_what_is_entered_already_stands_where_it_would_be_typed():
    row = row_of(form("2026-quy-3"), "Đất đai")

    assert row.texts["ho-so-phai-giai-quyet"] == "186"
    assert not any(row.before.values())


def test_the_report_before_is_that_of_the_quarter_before_and_not_a_later_month():
    quarter = third_quarter()
    month = replace(quarter, period=period("2026-thang-11"), figures=())

    assert form("2026-quy-4", quarter, month).before == "Quý III năm 2026"
    assert form("2026-thang-12", quarter, month).before == "Tháng 11 năm 2026"


def test_every_cell_to_be_filled_keeps_what_is_typed():
    made = form()
    for sheet in made.sheets:
        paper = opened(made)[sheet.name]
        for row, told in zip(paper.iter_rows(min_row=FIRST_ROW), sheet.rows, strict=True):
            if told.kind in (RowKind.WHOLE, RowKind.ENTRY, RowKind.SPARE):
                assert {cell.number_format for cell in row[: len(sheet.columns)]} == {"@"}


def test_three_sheets_are_seen_and_one_is_not():
    made = form()
    book = opened(made)
    hidden = {row[0]: row[1] for row in book["bantin"].iter_rows(max_col=2, values_only=True) if row[0]}

    assert [paper.title for paper in book if paper.sheet_state == "visible"] == [sheet.name for sheet in made.sheets]
    assert book["bantin"].sheet_state == "hidden"
    assert (hidden["phien-ban"], hidden["noi"], hidden["ky"]) == (VERSION, COMMUNE.path, "2026-quy-4")
    assert hidden["(3)"] == "ho-so-phai-giai-quyet"


def test_every_column_has_a_number_of_its_own():
    signs = [sign for sheet in form().sheets for sign, _ in sheet.signs()]

    assert signs == [f"({number})" for number in range(1, len(signs) + 1)]


def test_headings_are_explained_in_notes():
    made = form()
    for sheet in made.sheets:
        paper = opened(made)[sheet.name]
        notes = [paper.cell(5, place).comment for place in range(1, len(sheet.columns) + 1)]

        assert [note.text if note else "" for note in notes] == [column.note for column in sheet.columns]


def test_cells_propose_words_and_take_all_others():
    paper = opened(form())["Biểu 06"]

    rules = paper.data_validations.dataValidation
    proposing = [rule for rule in rules if rule.type == "list"]

    assert any("C7" in rule.sqref for rule in proposing)
    assert not any(rule.showErrorMessage for rule in proposing)


def test_whoever_types_beside_the_table_is_warned_and_not_stopped():
    paper = opened(form())["Biểu 06"]
    [rule] = [rule for rule in paper.data_validations.dataValidation if rule.type == "custom"]

    assert (rule.errorStyle, rule.showErrorMessage) == ("warning", True)
    assert "R8" in rule.sqref
    assert "M8" not in rule.sqref


def test_every_sheet_prints_on_landscape_pages_with_its_head_and_locks_nobody_out():
    made = form()
    for sheet in made.sheets:
        paper = opened(made)[sheet.name]

        assert (paper.page_setup.orientation, paper.page_setup.paperSize) == ("landscape", 9)
        assert paper.print_title_rows == "$4:$6"
        assert paper.freeze_panes == f"{chr(65 + sheet.named)}7"
        assert not paper.protection.sheet


def test_a_figure_that_looks_like_a_formula_is_text():
    report = third_quarter()
    source = replace(report.sources[0], title="=1+1", note="@a", address="http://x.vn")
    paper = opened(form("2026-quy-3", replace(report, sources=(source,))))["Nguồn, nhận định"]
    found = {row[1].value: row[1].data_type for row in paper.iter_rows(min_row=FIRST_ROW)}

    assert (found["=1+1"], found["@a"], found["http://x.vn"]) == ("s", "s", "s")


@pytest.mark.parametrize(
    "text",
    ["xã Vĩnh Thuận, An Giang", "xa vinh thuan, tỉnh An Giang", "an-giang/xa-vinh-thuan", "data/an-giang/xa-vinh-thuan/",
     "Vĩnh Thuận, an giang", "UBND xã Vĩnh Thuận, tỉnh An Giang"],
)  # fmt: skip
def test_a_place_is_found_as_people_write_it(text: str):
    assert place_asked(text, period("2026-quy-4")) == COMMUNE


@pytest.mark.parametrize(
    ("text", "when", "told"),
    [
        ("xã Vĩnh Thuận", "2026", "hai-phong/xa-vinh-thuan"),
        ("xã Vĩnh Thuậnn, An Giang", "2026", "Có phải là xã Vĩnh Thuận (an-giang/xa-vinh-thuan)?"),
        ("kien-giang/huyen-vinh-thuan", "2026", "chỉ có đến 30/06/2025"),
        ("xã Vĩnh Thuận, An Giang", "2024", "có từ 01/07/2025"),
        ("", "2026", "Mời ghi loại, tên và tỉnh"),
    ],
)
def test_a_place_that_is_not_clear_is_asked_for(text: str, when: str, told: str):
    with pytest.raises(UnclearError, match=told.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        place_asked(text, period(when))


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (["2026-quy-4"], ["2026-quy-4"]),
        (["quý 4/2026"], ["2026-quy-4"]),
        (["Quý", "IV", "năm", "2026"], ["2026-quy-4"]),
        (["6 tháng đầu năm 2026", "2026"], ["2026-6-thang", "2026"]),
        (["2026-quy-4", "2026-quy-4"], ["2026-quy-4"]),
    ],
)
def test_a_period_is_read_as_people_write_it(words: list[str], slugs: list[str]):
    assert [found.slug for found in periods_asked(words)] == slugs


@pytest.mark.parametrize(("text", "told"), [("2026-08", "den-2026-08"), ("quý 5/2026", "Không đọc được kỳ")])
def test_a_period_that_is_not_clear_is_asked_for(text: str, told: str):
    with pytest.raises(UnclearError, match=told):
        periods_asked([text])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["form", *arguments])


def test_a_form_that_is_there_stays_as_it_is(site: Site, tmp_path: Path):
    asked = ("huyện Vĩnh Thuận, Kiên Giang", "2023", "--root", str(site.root), "-o", str(tmp_path / "bieu"))
    first = run(*asked)
    [file] = (tmp_path / "bieu").iterdir()
    file.write_bytes(b"filled")

    assert (first.exit_code, run(*asked).exit_code) == (0, 0)
    assert (file.name, file.read_bytes()) == ("kien-giang_huyen-vinh-thuan_2023.xlsx", b"filled")


def test_all_forms_of_a_province_are_those_of_its_communes(site: Site, tmp_path: Path):
    done = run("--all", "Lai Châu", "quý 4/2026", "--root", str(site.root), "-o", str(tmp_path / "bieu"))
    files = sorted(file.name for file in (tmp_path / "bieu").iterdir())

    assert done.exit_code == 0, done.output
    assert len(files) == 38
    assert all(name.startswith(("lai-chau_xa-", "lai-chau_phuong-")) for name in files)


def test_wrong_asking_ends_with_2_and_says_what_may_be_meant(site: Site):
    done = run("xã Vĩnh Thuận", "2026", "--root", str(site.root))

    assert done.exit_code == 2
    assert "an-giang/xa-vinh-thuan" in done.output


def test_other_commands_do_without_the_programs_for_spreadsheets():
    script = "import sys, bantin.cli, bantin.site; sys.exit(bool({'xlsxwriter', 'openpyxl'} & {*sys.modules}))"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
