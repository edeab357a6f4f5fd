"""A file that people edit is written whole or stays as it was."""

import os
from pathlib import Path

import pytest

from bantin.writing import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_utf8_with_the_line_ends_it_has(tmp_path: Path):
    write_whole(tmp_path / "data/huyện.yml", "tên: Vĩnh Thuận\n")

    assert (tmp_path / "data/huyện.yml").read_bytes() == "tên: Vĩnh Thuận\n".encode()
    assert names(tmp_path / "data") == ["huyện.yml"]


def test_bytes_are_written_as_they_are(tmp_path: Path):
    write_whole(tmp_path / "anh.png", b"\x89PNG\r\n")

    assert (tmp_path / "anh.png").read_bytes() == b"\x89PNG\r\n"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.yml").write_text("cũ", encoding="utf-8")

    def refuse(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="space"):
        write_whole(tmp_path / "a.yml", "mới")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "a.yml", "\ud800")

    assert names(tmp_path) == ["a.yml"]
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "cũ"


def test_a_file_keeps_its_mode(tmp_path: Path):
    (tmp_path / "a.yml").touch()
    (tmp_path / "a.yml").chmod(0o640)

    write_whole(tmp_path / "a.yml", "mới")

    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_as_open_as_the_account_wants(tmp_path: Path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.yml", "mới")
    finally:
        os.umask(before)

    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "that").mkdir()
    (tmp_path / "that/a.yml").write_text("cũ", encoding="utf-8")
    (tmp_path / "a.yml").symlink_to("that/a.yml")

    write_whole(tmp_path / "a.yml", "mới")

    assert (tmp_path / "a.yml").is_symlink()
    assert (tmp_path / "that/a.yml").read_text(encoding="utf-8") == "mới"


def test_the_longest_name_that_a_disk_takes_is_fine(tmp_path: Path):
    write_whole(tmp_path / ("a" * 255), "mới")

    assert names(tmp_path) == ["a" * 255]
