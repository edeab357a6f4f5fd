"""tools/mutation.py: the slips it makes, and the reasons it finds in the data."""

import importlib.util
import shutil
import sys

import pytest
from conftest import SITES, Site
from making import DONE, EARLY_RATE, IN_PERSON, LATE_RATE, ONLINE, RECEIVED, archive, figure, report, target

from bantin.model.reports import Figure

SPEC = importlib.util.spec_from_file_location("mutation", SITES.parent.parent / "tools/mutation.py")
assert SPEC
assert SPEC.loader
tool = importlib.util.module_from_spec(SPEC)
sys.modules["mutation"] = tool  # dataclasses look their module up
SPEC.loader.exec_module(tool)
Reason = tool.Reason


def test_each_digit_becomes_each_other():
    found = list(tool.changed_digits("gần 19/3"))

    assert len(found) == len(set(found)) == 27
    assert found[0] == "gần 09/3"
    assert found[-1] == "gần 19/9"
    assert "gần 19/3" not in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.049", ["0.149", "1.409", "1.094"]),
        ("93,62%", ["39,62%", "96,32%", "93,26%"]),
        ("38/38", ["83/38", "38/83"]),  # no digit crosses the slash
        ("20/20", ["02/20", "20/02"]),
        ("100%", ["010%"]),
        ("không có", []),
    ],
)
def test_neighbours_change_places_within_a_number(text: str, found: list[str]):
    assert list(tool.swapped_neighbours(text)) == found


@pytest.mark.parametrize(("text", "found"), [("0,58%", ["058%"]), ("1.210", []), ("cấp 1, cấp 2", [])])
def test_only_the_comma_of_a_number_is_dropped(text: str, found: list[str]):
    assert list(tool.without_comma(text)) == found


def test_a_misprint_changes_nothing_but_the_figure(site: Site):
    path = "data/kien-giang/2022.yml"
    content = (site.root / path).read_text(encoding="utf-8")
    value = site.archive().by_address["kien-giang/2022"].figures[0]

    assert tool.misprinted(content, value, "7") == content.replace(value.text, "7", 1)


def test_the_copy_is_afterwards_as_it_was(site: Site, capsys: pytest.CaptureFixture[str]):
    shutil.rmtree(site.root / "data/kien-giang/huyen-vinh-thuan")
    shutil.rmtree(site.root / "content/kien-giang")
    source = "Nguồn: {Tên: Báo cáo mẫu, Cơ quan: Tỉnh Mẫu}"
    text = f"{source}\nSố liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 7\n"
    site.write("data/kien-giang/2022.yml", text)

    found = list(tool.mutants(site.root))

    assert (site.root / "data/kien-giang/2022.yml").read_text(encoding="utf-8") == text
    assert [mutant.text for mutant in found] == list("012345689")
    assert {(mutant.codes, mutant.reason) for mutant in found} == {((), Reason.ALONE)}
    tool.print_slips(found)
    assert "all                                             9        0    0.0%" in capsys.readouterr().out


RATE = figure(LATE_RATE, "5%", base=RECEIVED)
PART, NEARLY, ALL = figure(ONLINE, "200"), figure(RECEIVED, "gần 900"), figure(RECEIVED, "1.210")
STATED = figure(EARLY_RATE, "55,9%")


@pytest.mark.parametrize(
    ("mutant", "others", "why"),
    [
        (figure(ONLINE, "08"), [], "ALONE"),
        (PART, [ALL], "PARTS"),
        (PART, [NEARLY, figure(IN_PERSON, "690")], "WORDS"),
        (NEARLY, [PART], "WORDS"),
        (STATED, [figure(DONE, "19/34")], "ROUNDED"),
        (STATED, [], "PERCENT"),
        (RATE, [], "PERCENT"),
        (RATE, [NEARLY], "PERCENT"),
        (RATE, [ALL], "POSSIBLE"),
        (figure(DONE, "19/34"), [], "RATIO"),
    ],
)
def test_the_reason_is_what_is_published_beside_the_figure(mutant: Figure, others: list[Figure], why: str):
    assert tool.reason(mutant, archive(report(mutant, *others))) is Reason[why]


def test_a_target_has_a_reason_of_its_own():
    mutant = target(EARLY_RATE, "tối thiểu 95%")

    assert tool.reason(mutant, archive(report(targets=(mutant,)))) is Reason.TARGET


@pytest.mark.parametrize(("other", "why"), [("2022-6-thang", "OTHERS"), ("2022", "ALONE"), ("2023", "ALONE")])
def test_only_the_same_stretch_a_year_apart_is_held_against_a_figure(other: str, why: str):
    mutant = figure(ONLINE, "200")
    known = archive(report(mutant), report(figure(ONLINE, "300"), when=other))

    assert tool.reason(mutant, known) is Reason[why]
