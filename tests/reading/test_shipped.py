"""The lists that come with the package: a site builds on them, adds to them, and says otherwise where it must."""

import shutil
from pathlib import Path

import pytest
from built import ROOT

from bantin.folders import folders_of
from bantin.model import Archive
from bantin.problems import Problem
from bantin.reading import load

SETTINGS = (
    "site_name: Bản tin\nsite_url: ''\ndocs_dir: content\ntheme: bantin\nplugins:\n  - bantin: {shipped_lists: true}\n"
)
REPORT = """Nguồn:
  - Tên: Báo cáo
    Cơ quan: Ủy ban nhân dân xã
    Ngày: 20/08/2026
Số liệu:
  Toàn xã:
    Hồ sơ tiếp nhận: 12
    Cây đã trồng: 7
  Toàn xã / Đất đai:
    Hồ sơ tiếp nhận: 5
"""
OWN = """Cây đã trồng:
  Mã: cay
  Đơn vị: cây
  Loại: số lượng
  Giải thích: Cây xanh đã trồng ở trụ sở.
  Nội dung: Cải cách thủ tục hành chính
"""


def site(folder: Path, **lists: str) -> tuple[Archive, tuple[Problem, ...]]:
    """What is read in a site that builds on the lists of the package, with lists of its own."""
    (folder / "data/an-giang/xa-vinh-thuan").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "data/an-giang/xa-vinh-thuan/2026-quy-2.yml").write_text(REPORT, encoding="utf-8")
    for name, text in lists.items():
        path = folder / f"data/danh-muc/{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    archive, problems = load(folders_of(folder))
    return archive, tuple(problems)


def test_a_site_without_lists_has_those_of_the_package(tmp_path: Path):
    archive, problems = site(tmp_path)

    assert [(problem.code, problem.location.line) for problem in problems] == [("unknown-indicator", 8)]
    assert [figure.value.text for figure in archive.reports[0].figures] == ["12", "5"]
    assert archive.catalogue.indicators["ho-so-tiep-nhan"].file == ""


def test_a_site_adds_to_them(tmp_path: Path):
    member = "Thành viên:\n  Trồng cây:\n    Giải thích: Cây xanh.\n"
    archive, problems = site(tmp_path, **{"chi-so.yml": OWN, "phan-to/linh-vuc.yml": member})

    assert problems == ()
    assert archive.catalogue.indicators["cay"].file == "data/danh-muc/chi-so.yml"
    assert archive.catalogue.slice("Toàn xã / Trồng cây") is not None
    assert archive.catalogue.slice("Toàn xã / Đất đai") is not None


@pytest.mark.parametrize("head", ["Hồ sơ tiếp nhận:", "HỒ SƠ TIẾP NHẬN:", "ho-so-tiep-nhan:"])
def test_what_a_site_says_of_one_stands_in_place_of_ours(tmp_path: Path, head: str):
    text = OWN.replace("Cây đã trồng:", head).replace("  Mã: cay\n", "  Mã: ho-so-tiep-nhan\n")
    archive, problems = site(tmp_path, **{"chi-so.yml": text})

    said = archive.catalogue.indicators["ho-so-tiep-nhan"]
    assert said.explanation == "Cây xanh đã trồng ở trụ sở."
    assert [problem for problem in problems if problem.code == "name-taken"] == []


def test_another_name_of_ours_is_taken(tmp_path: Path):
    alias = folders_of(ROOT)
    archive, _ = load(alias)
    taken = next(i for i in archive.catalogue.indicators.values() if i.aliases)
    _, problems = site(tmp_path, **{"chi-so.yml": OWN.replace("Cây đã trồng", taken.aliases[0])})

    assert ("name-taken", "data/danh-muc/chi-so.yml") in {(p.code, p.location.source) for p in problems}


def test_a_list_that_cannot_be_read_leaves_ours(tmp_path: Path):
    archive, problems = site(tmp_path, **{"chi-so.yml": "Cây đã trồng: [\n"})

    assert [p.code for p in problems if not p.location.source.endswith("2026-quy-2.yml")] == ["yaml-syntax"]
    assert "ho-so-tiep-nhan" in archive.catalogue.indicators


def test_a_site_that_does_not_ask_for_them_has_its_own_alone(tmp_path: Path):
    site(tmp_path / "trang")
    (tmp_path / "trang/mkdocs.yml").write_text(SETTINGS.replace(": {shipped_lists: true}", ""), encoding="utf-8")
    shutil.rmtree(tmp_path / "trang/content")
    (tmp_path / "trang/content").mkdir()
    _, problems = load(folders_of(tmp_path / "trang"))

    assert sum(problem.code == "catalogue-missing" for problem in problems) == 2
