"""`bantin new`: a file that needs nothing but figures, an article that needs nothing but its text."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from built import ROOT
from click.testing import CliRunner, Result

from bantin.cli import main
from bantin.folders import Folders
from bantin.reading import load

KONG_CHRO = "gia-lai/huyen-kong-chro"
EMPTY = re.compile(r"^( +(?:- )?[^#:]+:)(?:  # (.*))?$", re.MULTILINE)
"""A line with room for a value, and what stood there last time."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with our lists and what one district published."""
    shutil.copytree(ROOT / "data/danh-muc", tmp_path / "data/danh-muc")
    shutil.copytree(ROOT / "data" / KONG_CHRO, tmp_path / "data" / KONG_CHRO)
    (tmp_path / "content").mkdir()
    return tmp_path


def new(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", "--root", str(folder), *words])


def errors(folder: Path) -> list[str]:
    _, problems = load(Folders.of(folder))
    return [problem.line() for problem in problems if not problem.warning]


def filled(text: str) -> str:
    """A file in which every value is there: last time's, or one that fits."""
    others = {"Tên": "Báo cáo", "Cơ quan": "Ủy ban nhân dân huyện", "Ngày": "20/12/2023"}

    def value(match: re.Match[str]) -> str:
        name = match[1].strip(" -:")
        is_group = not match[2] and name not in others and f"{match[0]}\n{' ' * (match[0].index(name[0]) + 2)}" in text
        return match[0] if is_group else f"{match[1]} {others.get(name) or match[2] or '12'}"

    return EMPTY.sub(value, text)


def test_a_new_file_has_the_names_of_last_time_each_once_and_no_value(folder: Path):
    done = new(folder, "huyện Kông Chro, Gia Lai", "2023")

    assert done.exit_code == 0, done.output
    path = folder / f"data/{KONG_CHRO}/2023.yml"
    assert f"data/{KONG_CHRO}/2023.yml" in done.output
    before = yaml.load((folder / f"data/{KONG_CHRO}/2022.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["Số liệu"]
    now = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["Số liệu"]
    assert {part: list(figures) for part, figures in now.items()} == {
        part: list(figures) for part, figures in before.items()
    }
    assert {value for figures in now.values() for value in figures.values()} == {""}
    assert "6.909" in path.read_text(encoding="utf-8")
    assert all("[value-missing]" in line for line in errors(folder))


@pytest.mark.parametrize(
    ("place", "period"),
    [
        (KONG_CHRO, "2023"),
        ("gia-lai/xa-kong-chro", "2026-quy-3"),
        ("gia-lai", "2026"),
        ("ho-chi-minh/phuong-ben-thanh", "2026-tuan-46"),
        ("kien-giang/huyen-vinh-thuan", "2024-6-thang"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--bieu-06"]], ids=["short", "form 06"])
def test_a_new_file_that_is_filled_is_sound(folder: Path, place: str, period: str, form: list[str]):
    assert new(folder, *form, place, period).exit_code == 0
    path = folder / f"data/{place}/{period}.yml"
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")

    assert errors(folder) == []


def test_form_06_is_there_by_fields_with_last_time_beside(folder: Path):
    new(folder, "--bieu-06", KONG_CHRO, "2023")
    said = yaml.load((folder / f"data/{KONG_CHRO}/2023.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["Số liệu"]

    assert len(said["Toàn huyện / Đất đai"]) >= 11
    assert list(said["Cấp huyện"]) == ["Hồ sơ tiếp nhận", "Hồ sơ giải quyết trước hạn và đúng hạn"]


def test_what_is_no_more_is_not_asked_for(folder: Path):
    """Levels of service ended in 2022, and there are no districts after June 2025."""
    shutil.copytree(ROOT / "data", folder / "data", dirs_exist_ok=True)
    for path in sorted((folder / "data").glob("*/*/*.yml")):
        place = path.parent.relative_to(folder / "data").as_posix()
        if "danh-muc" in place or "thu-tuc" in place or not path.stem[:2].isdigit():
            continue
        done = new(folder, place, "2025-quy-2")
        assert done.exit_code in (0, 2)
        if done.exit_code == 0:
            written = folder / done.output.split()[2].rstrip(".")
            written.write_text(filled(written.read_text(encoding="utf-8")), encoding="utf-8")
    assert [line for line in errors(folder) if "2025-quy-2.yml" in line] == []


def test_nothing_is_overwritten(folder: Path):
    path = folder / f"data/{KONG_CHRO}/2022.yml"
    was = path.read_bytes()
    done = new(folder, KONG_CHRO, "2022")

    assert (done.exit_code, path.read_bytes()) == (2, was)
    assert f"Đã có tệp «data/{KONG_CHRO}/2022.yml» nên giữ nguyên" in done.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("xã Không Có", "2026"), "Không tìm thấy đơn vị «xã Không Có»."),
        ((KONG_CHRO, "2026-quy-1"), "30/06/2025"),
        ((KONG_CHRO, "hôm qua"), "Không đọc được kỳ"),
        ((KONG_CHRO, "2023", "2024"), "Mỗi lần chỉ viết tệp của một kỳ."),
        (("--bai-viet", "gia-lai", "?!"), "chưa có chữ nào"),
    ],
)
def test_what_is_unclear_is_told(folder: Path, words: tuple[str, ...], told: str):
    done = new(folder, *words)

    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize(
    "title", ['Vĩnh Thuận: "quý III"', "# Đất đai", "C:\\ổ đĩa", "Hồ sơ\nđúng hạn", "[a]: {b: 1}", "Hoà  Bình"]
)
def test_an_article_keeps_its_title_whatever_stands_in_it(folder: Path, monkeypatch: pytest.MonkeyPatch, title: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    done = new(folder, "--bai-viet", "gia-lai/xa-kong-chro", title)

    assert done.exit_code == 0, done.output
    (path,) = (folder / "content/gia-lai/xa-kong-chro").iterdir()
    assert re.fullmatch(r"2026-11-18-[a-z0-9-]+\.md", path.name)
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(head)["Tiêu đề"] == " ".join(title.split())
    written = filled(
        path.read_text(encoding="utf-8").replace("Tóm tắt:  #", "Tóm tắt:").replace("Tác giả:  #", "Tác giả:")
    )
    path.write_text(f"{written}Lời văn.\n", encoding="utf-8")
    assert errors(folder) == []
