"""Files of the live site in a new one: the same files, and only those that are surely ours."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from sites import build, fill, texts

from bantin.publishing import changes
from bantin.publishing.publish import begin

FILES = {"index.html": "trang", "a/index.html": "a", "a/b/index.html": "b", "a/b/c.css": "c"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "site", FILES)
    return tmp_path / "site"


def refused(code: int) -> Any:
    def link(*arguments: Any, **options: Any) -> None:
        raise OSError(code, os.strerror(code))

    return link


@pytest.mark.parametrize("code", [0, errno.EXDEV, errno.EMLINK, errno.EPERM, errno.ENOTSUP])
def test_they_are_linked_or_copied(site: Path, monkeypatch: pytest.MonkeyPatch, code: int):
    if code:
        monkeypatch.setattr(changes.os, "link", refused(code))
    dates = {name: (site / name).stat().st_mtime_ns for name in FILES}
    replacement = begin(site, ())

    assert replacement.reuse([*FILES, "moi.html"]) == {"moi.html"}

    assert texts(replacement.new) == FILES
    assert all((replacement.new / name).samefile(site / name) is not bool(code) for name in FILES)
    assert {name: (replacement.new / name).stat().st_mtime_ns for name in FILES} == dates
    replacement.publish()
    assert texts(site) == FILES


def test_a_first_site_has_none(tmp_path: Path):
    replacement = begin(tmp_path / "site", ())

    assert replacement.reuse(FILES) == set(FILES)
    assert list(replacement.new.iterdir()) == []
    replacement.abandon()


def test_none_is_foreign_or_a_link_or_outside(site: Path, tmp_path: Path):
    fill(tmp_path, {"ngoai/index.html": "bên ngoài", "bi-mat": "x"})
    fill(site, {"CNAME": "bantin.example"})
    (site / "a/b/c.css").unlink()
    (site / "a/b/c.css").symlink_to(tmp_path / "bi-mat")
    (site / "a/index.html").rename(tmp_path / "ngoai/a")
    odd = {"CNAME", "a/b/c.css", "a/index.html", ".bantin-site", "../bi-mat", str(tmp_path / "bi-mat"), "a", ""}
    replacement = begin(site, ())

    assert replacement.reuse(odd | {"index.html"}) == odd
    assert texts(replacement.new) == {"index.html": "trang"}
    replacement.abandon()


def test_none_is_below_a_folder_that_is_a_link(site: Path, tmp_path: Path):
    (site / "a").rename(tmp_path / "a")
    (site / "a").symlink_to(tmp_path / "a")
    replacement = begin(site, ())

    assert replacement.reuse(FILES) == set(FILES) - {"index.html"}
    replacement.abandon()


@pytest.mark.parametrize("foreign", [{}, {"CNAME": "bantin.example"}])
def test_none_is_of_another_site_than_the_build_saw(site: Path, foreign: dict[str, str]):
    fill(site, foreign)
    replacement = begin(site, ())
    build(site, dict.fromkeys(FILES, "của lần dựng khác"))

    assert replacement.reuse(FILES) == set(FILES)
    assert texts(replacement.new) == {}
    replacement.abandon()


def test_a_file_that_is_made_already_stays(site: Path):
    replacement = begin(site, ())
    fill(replacement.new, {"a/index.html": "mới"})

    assert replacement.reuse(FILES) == {"a/index.html"}
    assert texts(replacement.new) == {**FILES, "a/index.html": "mới"}
    replacement.abandon()


def test_an_old_release_is_used_again_and_nothing_of_it_is_left(site: Path):
    for number in range(6):
        replacement = begin(site, ())
        assert replacement.reuse([name for name in FILES if name != "index.html"]) == frozenset()
        fill(replacement.new, {"index.html": str(number), f"chi/{number}.html": "chỉ lần này"})
        replacement.publish()

        assert texts(site) == {**FILES, "index.html": str(number), f"chi/{number}.html": "chỉ lần này"}
        assert (site.parent / ".site.bantin/spare").is_dir() is (number in (3, 4, 5))
    build(site, FILES)
    assert not (site.parent / ".site.bantin/spare").exists()
