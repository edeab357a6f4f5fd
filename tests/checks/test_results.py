"""What is kept of earlier checks never changes what a check says."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, Site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import jpg
from test_broken import BROKEN, break_as
from trying import tries

from bantin import inspection, site
from bantin.checks import results
from bantin.folders import Folders
from bantin.keeping import FOLDER
from bantin.problems import Problem
from bantin.reading import Province, leaves
from bantin.reading.listing import Read

VINH_THUAN = "data/kien-giang/huyen-vinh-thuan/2022.yml"
GIA_VIEN = "data/ninh-binh/huyen-gia-vien/2022.yml"
ARTICLE = "content/kien-giang/huyen-vinh-thuan/2026-11-21-bai-khac.md"
REPORT = """\
Nguồn:
  - Tên: Báo cáo mẫu số 1
    Cơ quan: Ủy ban nhân dân huyện Mẫu
    Ngày: 20/01/2023
Số liệu:
  Cấp huyện:
    Hồ sơ tiếp nhận: {}
    Hồ sơ trực tuyến: 900
"""
MENTION = """\
---
Tiêu đề: Bài khác
Tóm tắt: Nói về một huyện của tỉnh khác.
Ngày: 21/11/2026
Tác giả: Ban biên tập
Nguồn:
  - Tên: Báo cáo mẫu số 1
    Cơ quan: Ủy ban nhân dân huyện Mẫu
Ảnh:
  - Tệp: anh.jpg
    Chú thích: Bộ phận một cửa
    Nguồn ảnh: Huyện Mẫu
    Mô tả: Người dân nộp hồ sơ
---
Huyện bạn tiếp nhận {{ so_lieu("2022", "Cấp huyện", "Hồ sơ tiếp nhận", noi="ninh-binh/huyen-gia-vien") }} hồ sơ.
"""


def found(root: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """What a check finds that may use what is kept; the same as one that may not."""
    problems = inspection.inspect(Folders.of(root), today).findings.problems
    assert problems == site.check(Folders.of(root), today).problems
    return problems


@pytest.fixture
def two(site: Site) -> Site:
    """Two provinces; an article of one mentions a figure of the other."""
    site.write(VINH_THUAN, REPORT.format("1.000"))
    site.write(GIA_VIEN, REPORT.format("1.000"))
    site.write(ARTICLE, MENTION)
    site.write("content/kien-giang/huyen-vinh-thuan/anh.jpg", jpg())
    assert found(site.root) == ()
    return site


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read while the test runs, to learn what they say."""
    names: list[str] = []
    original = leaves.province_of

    def noted(read: Read, files: Iterable[str], **rest: Any) -> Province:
        names.extend(files)
        return original(read, files, **rest)

    monkeypatch.setattr(leaves, "province_of", noted)
    return names


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_broken_data_gives_the_same_report_from_what_is_kept(folder: Path, site: Site):
    break_as(folder, site)

    assert found(site.root) == found(site.root)


def test_what_did_not_change_is_not_read(two: Site, read_again: list[str]):
    inspection.inspect(Folders.of(two.root), TODAY)

    assert read_again == []


def test_only_what_rests_on_a_file_that_changed_is_read(two: Site, read_again: list[str]):
    here = [ARTICLE, "content/kien-giang/huyen-vinh-thuan/2026-11-22-nua-dau-nam.md", VINH_THUAN]
    here += ["data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"]
    two.write(VINH_THUAN, REPORT.format("800"))
    problems = inspection.inspect(Folders.of(two.root), TODAY).findings.problems

    assert [problem.code for problem in problems] == ["sum-differs"]
    mentioned = [GIA_VIEN, "data/kien-giang/2022.yml"]
    assert sorted(read_again) == sorted([*here, *mentioned])
    read_again.clear()
    two.write(GIA_VIEN, REPORT.format("1.001"))
    inspection.inspect(Folders.of(two.root), TODAY)
    assert sorted(read_again) == sorted([*here, *mentioned, GIA_VIEN])


def tell_of_a_place(two: Site) -> None:
    """A table in the file of the province, with another number than the place itself prints."""
    table = REPORT.partition("Số liệu")[0] + (
        "Theo đơn vị:\n  Cấp huyện:\n    Hồ sơ tiếp nhận:\n      huyện Vĩnh Thuận: 1.009\n"
    )
    two.write("data/kien-giang/2021.yml", table)
    two.write("data/kien-giang/huyen-vinh-thuan/2021.yml", REPORT.format("1.000"))
    assert "sources-differ" in {problem.code for problem in found(two.root)}
    two.write("data/kien-giang/2021.yml", table.replace("1.009", "1.000"))
    assert "sources-differ" not in {problem.code for problem in found(two.root)}
    (two.root / "data/kien-giang/huyen-vinh-thuan/2021.yml").unlink()


def stand_far_from_neighbours(two: Site) -> None:
    """One of several places with a hundred times as much as all others, which its file accepts."""
    for place in ("huyen-an-bien", "huyen-an-minh", "huyen-chau-thanh", "huyen-go-quao", "huyen-giong-rieng"):
        two.write(f"data/kien-giang/{place}/2022.yml", REPORT.format("1.000"))
    accepted = "\n      Giá trị: {}\n      Chấp nhận: Nguồn in như vậy."
    two.write(VINH_THUAN, REPORT.format(accepted.format("100.000")))
    assert {p.code: p.accepted for p in found(two.root)} == {"far-from-neighbours": "Nguồn in như vậy."}
    two.write(VINH_THUAN, REPORT.format(accepted.format("1.001")))
    assert {problem.code for problem in found(two.root)} == {"acceptance-unneeded"}


def rename(two: Site) -> None:
    (two.root / GIA_VIEN).rename(two.root / "data/ninh-binh/huyen-gia-vien/2021.yml")


def lose_the_picture(two: Site) -> None:
    (two.root / "content/kien-giang/huyen-vinh-thuan/anh.jpg").unlink()


def spoil_the_list(two: Site) -> None:
    path = two.root / "data/danh-muc/chi-so.yml"
    path.write_text(path.read_text(encoding="utf-8") + "Lạ: lùng\n", encoding="utf-8")


def remove_the_article(two: Site) -> None:
    (two.root / ARTICLE).unlink()
    (two.root / VINH_THUAN).unlink()


CHANGES = {
    "a figure": lambda two: two.write(VINH_THUAN, REPORT.format("800")),
    "a figure that is mentioned": lambda two: two.write(GIA_VIEN, REPORT.format("1.21")),
    "a name": rename,
    "a picture": lose_the_picture,
    "a table": tell_of_a_place,
    "neighbours": stand_far_from_neighbours,
    "a list": spoil_the_list,
    "a removed file": remove_the_article,
    "a new province": lambda two: two.write("data/an-giang/2022.yml", REPORT.format("1")),
    "a folder that is no province": lambda two: two.write("data/cao-ban/2022.yml", REPORT.format("1.000")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_and_so_is_its_undoing(two: Site, change: Callable[[Site], object]):
    before = {path: path.read_bytes() for path in two.root.rglob("*") if path.is_file() and FOLDER not in path.parts}
    change(two)
    assert found(two.root) == found(two.root)

    for path in [path for path in two.root.rglob("*") if path.is_file() and FOLDER not in path.parts]:
        path.unlink()
    for path, content in before.items():
        two.write(path.relative_to(two.root).as_posix(), content)
    assert found(two.root) == ()


def test_another_day_is_another_check(two: Site):
    assert [problem.code for problem in found(two.root, date(2021, 12, 31))][:1] == ["in-the-future"]
    assert found(two.root, TODAY + timedelta(1)) == ()


def test_another_program_is_another_check(two: Site, read_again: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(results, "program", lambda: "another")

    assert found(two.root) == ()
    assert {VINH_THUAN, GIA_VIEN, ARTICLE} <= {*read_again}


def test_a_file_saved_while_it_is_read_is_read_again(two: Site, monkeypatch: pytest.MonkeyPatch):
    original = leaves.province_of

    def and_save(read: Read, files: Iterable[str], **rest: Any) -> Province:
        province = original(read, files, **rest)
        two.write(VINH_THUAN, REPORT.format("800"))
        return province

    two.write(VINH_THUAN, REPORT.format("1.001"))
    monkeypatch.setattr(leaves, "province_of", and_save)
    inspection.inspect(Folders.of(two.root), TODAY)
    monkeypatch.undo()

    assert [problem.code for problem in found(two.root)] == ["sum-differs"]


def kept(root: Path) -> list[Path]:
    return sorted((root / FOLDER).glob("*.kept"))


def damages(entries: list[Path]) -> Iterator[tuple[Path, bytes]]:
    contents = [path.read_bytes() for path in entries]
    for path, content, other in zip(entries, contents, contents[::-1], strict=True):
        checksum, rest = content[:16], content[16:]
        for damaged in (b"", b"\n", b"{}", b"\xff\xfe", checksum, content[:-1], content + b" ", other, b"\n" + rest):
            yield path, damaged


def test_damage_of_what_is_kept_changes_nothing(two: Site):
    two.write(VINH_THUAN, REPORT.format("800"))
    right = found(two.root)
    assert right
    for path, content in damages(kept(two.root)):
        path.write_bytes(content)
        assert inspection.inspect(Folders.of(two.root), TODAY).findings.problems == right


@given(place=st.integers(0), flip=st.integers(1, 255), entry=st.integers(0, 3))
@settings(
    max_examples=tries(40), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_changed_byte_of_what_is_kept_changes_nothing(two: Site, place: int, flip: int, entry: int):
    two.write(VINH_THUAN, REPORT.format("800"))
    right = inspection.inspect(Folders.of(two.root), TODAY).findings.problems
    path = kept(two.root)[entry]
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= flip
    path.write_bytes(content)

    assert inspection.inspect(Folders.of(two.root), TODAY).findings.problems == right


def test_where_nothing_can_be_kept_the_check_is_the_same(two: Site):
    for path in (two.root / FOLDER).iterdir():
        path.unlink()
    (two.root / FOLDER).rmdir()
    (two.root / FOLDER).write_text("a file in its place", encoding="utf-8")

    assert found(two.root) == ()


def test_what_is_kept_stays_out_of_version_control(two: Site):
    assert (two.root / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
