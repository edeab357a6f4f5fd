"""Files of the live site in a new one: the same files, and only those that are surely ours."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sites import build, fill, texts

from bantin.publishing import TICK, changes
from bantin.publishing.marker import examined, is_alone
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


def test_a_file_that_came_with_an_old_release_looks_as_in_the_live_site(site: Path):
    others = [name for name in FILES if name != "index.html"]
    for number in range(6):
        time.sleep(3 * TICK / 1e9)
        replacement = begin(site, ())
        replacement.reuse(others)
        fill(replacement.new, {"index.html": str(number)})
        replacement.publish()

        looks = {name: (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
                 for name, status in replacement.untouched.items()}  # fmt: skip
        now = {name: (site / name).lstat() for name in looks}
        assert looks == {name: (is_.st_size, is_.st_mtime_ns, is_.st_ctime_ns) for name, is_ in now.items()}
        # The first three releases stay; what the fourth build finds spare serves the fifth.
        assert set(looks) == (set(others) if number >= 4 else set())


def test_a_file_that_changed_a_moment_ago_is_looked_at_again(site: Path):
    for number in range(5):
        replacement = begin(site, ())
        replacement.reuse(["a/index.html"])
        fill(replacement.new, {"index.html": str(number)})
        replacement.publish()
    (site / "a/index.html").write_text("khác", encoding="utf-8")
    replacement = begin(site, ())

    assert replacement.reuse(["a/index.html"]) == frozenset()
    assert replacement.untouched == {}
    replacement.abandon()


COMING: dict[str, tuple[Callable[[Path], object], bool]] = {
    "nothing": (lambda site: None, True),
    "a file at home": (lambda site: (site / "CNAME").write_text(""), False),
    "a file in a folder": (lambda site: (site / "a/anh.png").write_text(""), False),
    "a file far below": (lambda site: (site / "a/b/anh.png").write_text(""), False),
    "a link": (lambda site: (site / "a/b/anh.png").symlink_to("c.css"), False),
    "a folder": (lambda site: (site / "a/moi").mkdir(), False),
    "a file for one that went": (lambda site: (site / "a/b/c.css").rename(site / "a/b/d.css"), False),
    "a file under a name of ours": (lambda site: (site / "a/index.html").replace(site / "a/b/index.html"), False),
    "a folder of ours that was away": (lambda site: (site / "a").rename(site / "b").rename(site / "a"), False),
    "text in a file of ours": (lambda site: (site / "a/index.html").write_text("khác"), True),
    "the list of the next site": (lambda site: (site / ".bantin-site").write_text(""), True),
}


@pytest.mark.parametrize("coming", COMING)
def test_whatever_comes_to_a_site_after_it_was_looked_at_shows(site: Path, coming: str):
    come, is_still_alone = COMING[coming]
    time.sleep(2 * TICK / 1e9)
    seen = examined(site, frozenset(FILES))
    come(site)

    assert is_alone(site, seen) is is_still_alone


def test_of_a_folder_that_changed_a_moment_ago_nobody_can_tell(site: Path):
    (site / "a/anh.png").write_text("", encoding="utf-8")
    (site / "a/anh.png").unlink()

    assert not is_alone(site, examined(site, frozenset(FILES)))
