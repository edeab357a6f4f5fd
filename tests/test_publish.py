"""A finished build takes the place of the old site, or nothing changes."""

from pathlib import Path

import pytest

from bantin.publish import PublishError, replacing, write_files


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("cũ", encoding="utf-8")
    (site / "bo-di.html").write_text("cũ", encoding="utf-8")
    return site


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_site_replaces_the_old_one_whole(site_folder: Path):
    with replacing(site_folder) as new:
        (new / "index.html").write_text("mới", encoding="utf-8")

    assert names(site_folder) == ["index.html"]
    assert (site_folder / "index.html").read_text(encoding="utf-8") == "mới"
    assert names(site_folder.parent) == ["site"]
    assert site_folder.stat().st_mode & 0o055 == 0o055


def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(site_folder: Path):
    def build_half() -> None:
        with replacing(site_folder) as new:
            (new / "index.html").write_text("mới", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build_half()

    assert names(site_folder) == ["bo-di.html", "index.html"]
    assert names(site_folder.parent) == ["site"]


def test_a_build_without_a_home_page_is_no_site(site_folder: Path):
    with pytest.raises(PublishError), replacing(site_folder):
        pass

    assert names(site_folder) == ["bo-di.html", "index.html"]


def test_a_swap_that_fails_half_way_is_undone(site_folder: Path, monkeypatch: pytest.MonkeyPatch):
    rename = Path.replace

    def full_disk(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="space"), replacing(site_folder) as new:
        (new / "index.html").write_text("mới", encoding="utf-8")

    assert names(site_folder) == ["bo-di.html", "index.html"]


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path):
    (tmp_path / "ho-so").mkdir()
    (tmp_path / "ho-so/quan-trong.docx").write_text("…", encoding="utf-8")

    with pytest.raises(PublishError), replacing(tmp_path / "ho-so"):
        pytest.fail("must not build")

    assert names(tmp_path / "ho-so") == ["quan-trong.docx"]


def test_markdown_is_written_beside_hand_written_pages_but_not_over_other_files(tmp_path: Path):
    content, out = tmp_path / "content", tmp_path / "out"
    (content / "kien-giang").mkdir(parents=True)
    (content / "gioi-thieu.md").write_text("# Giới thiệu", encoding="utf-8")
    (content / "kien-giang/2023-01-02-bai.md").write_text("nguồn của bài", encoding="utf-8")

    write_files({"kien-giang/bai.md": "bài"}, content, out)

    assert sorted(str(p.relative_to(out).as_posix()) for p in out.rglob("*.md")) == [
        "gioi-thieu.md",
        "kien-giang/bai.md",
    ]
    with pytest.raises(PublishError):
        write_files({}, content, out)
