"""`bantin upgrade`: what a new version of the package brings, and which of a site's own entries it does not reach."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bantin.cli import main
from bantin.editors import upgrading
from bantin.reading import LISTS, entries_of

LIST = """# Danh mục
Hồ sơ tiếp nhận:
  Đơn vị: hồ sơ
  Tên khác:
    - Hồ sơ nhận
Cây đã trồng:
  Đơn vị: cây
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "trang"), "--tinh", "an-giang"]).exit_code == 0
    return tmp_path / "trang"


def upgrade(folder: Path) -> list[str]:
    done = CliRunner().invoke(main, ["upgrade", "--root", str(folder)])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_entries_change_with_what_they_say_and_not_with_how_it_is_written():
    before = entries_of(LIST.encode())
    same = LIST.replace("# Danh mục\n", "\n\n").replace("Đơn vị: cây", 'Đơn vị: "cây"  # đếm').replace("\n", "\r\n")

    assert list(before) == ["Hồ sơ tiếp nhận", "Cây đã trồng"]
    assert entries_of(same.encode()) == before
    for old, new in (
        ("hồ sơ\n", "hồ sơ mới\n"),
        ("- Hồ sơ nhận", "- Hồ sơ đã nhận"),
        ("    - Hồ sơ nhận", "    Hồ sơ nhận"),
    ):
        changed = entries_of(LIST.replace(old, new, 1).encode())
        assert [name for name in before if changed[name] != before[name]] == ["Hồ sơ tiếp nhận"]


def test_members_of_a_breakdown_are_entries():
    assert {"Đất đai", "Hộ tịch", "Trọn bộ"} < entries_of((LISTS / "phan-to/linh-vuc.yml").read_bytes()).keys()


def test_a_site_that_was_just_begun_has_nothing_new(folder: Path):
    lines = upgrade(folder)

    assert lines[1] == "Danh mục của gói không có gì khác lần trước."
    assert (folder / upgrading.RECORD).is_file()


def test_what_came_went_or_changed_is_told_once(folder: Path):
    path = folder / upgrading.RECORD
    seen = json.loads(path.read_text(encoding="utf-8"))
    entries = seen["lists"]["chi-so.yml"]
    del entries["Hồ sơ tiếp nhận"]
    entries["Hồ sơ đã giải quyết"] = "khác"
    entries["Chỉ số bịa"] = "cũ"
    path.write_text(json.dumps(seen | {"version": "0.0.1"}), encoding="utf-8")

    assert upgrade(folder)[:4] == [
        f"Lần trước: phiên bản 0.0.1. Đang cài: phiên bản {seen['version']}.",
        "chi-so.yml: thêm 1: «Hồ sơ tiếp nhận».",
        "chi-so.yml: sửa 1: «Hồ sơ đã giải quyết».",
        "chi-so.yml: bỏ 1: «Chỉ số bịa».",
    ]
    assert upgrade(folder)[1] == "Danh mục của gói không có gì khác lần trước."


def test_entries_of_its_own_in_place_of_the_packages_are_named(folder: Path):
    shipped = (LISTS / "phan-to/linh-vuc.yml").read_text(encoding="utf-8")
    begin = shipped.index("  Đất đai:")
    same = shipped[begin : shipped.index("  Hộ tịch:")]
    own = folder / "data/danh-muc/phan-to/linh-vuc.yml"
    own.parent.mkdir(parents=True)
    own.write_text(
        f"Thành viên:\n{same}  Hộ tịch:\n    Giải thích: Khác.\n  Trồng cây:\n    Giải thích: Cây.\n", encoding="utf-8"
    )

    lines = upgrade(folder)
    assert "phan-to/linh-vuc.yml: trang ghi lại y như gói, có thể xóa 1: «Đất đai»." in lines
    assert "phan-to/linh-vuc.yml: trang ghi khác gói, giữ theo trang 1: «Hộ tịch»." in lines


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"version": 1}', '{"version": "1", "lists": 3}'])
def test_a_record_that_cannot_be_read_is_none(folder: Path, kept: str):
    (folder / upgrading.RECORD).write_text(kept, encoding="utf-8")

    assert upgrade(folder)[0].startswith("Chưa ghi nhớ phiên bản nào")
    assert upgrade(folder)[1] == "Danh mục của gói không có gì khác lần trước."


def test_a_site_with_lists_of_its_own_alone_is_told_so(folder: Path):
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("shipped_lists: true", "shipped_lists: false"), "utf-8"
    )
    done = CliRunner().invoke(main, ["upgrade", "--root", str(folder)])

    assert done.exit_code == 2
    assert "danh mục của riêng mình" in done.output
