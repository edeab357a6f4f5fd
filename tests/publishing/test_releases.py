"""What was published before stays, the last three of it; what was half published does not."""

import errno
import os
import shutil
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sites import build, fill, run, texts, workshop

from bantin.publishing import swap
from bantin.publishing.publish import begin
from bantin.publishing.releases import Record, record, releases


def number(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def kept(site: Path) -> dict[int, str]:
    """The releases by their numbers, each with what its home page says."""
    return {release.number: number(release.folder) for release in releases(workshop(site))}


@pytest.fixture(params=["by one exchange", "file by file"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where sites go, by one of the two ways."""
    if request.param == "file by file":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: errno.ENOSYS)
    return tmp_path / "site"


def versions() -> Iterator[dict[str, str]]:
    """Sites of which each has other files than the one before."""
    return ({"index.html": str(n), f"trang/{n}.html": "x", f"{'a/b' if n % 2 else 'a'}": "y"} for n in count(1))


def test_the_last_three_sites_stay_whole(site: Path):
    built = []
    for files, _ in zip(versions(), range(6), strict=False):
        build(site, files)
        built.append(files)

        before = built[-4:-1]
        assert texts(site) == files
        assert [texts(release.folder) for release in releases(workshop(site))] == before[::-1]
    assert kept(site) == {5: "5", 4: "4", 3: "3"}
    assert record(workshop(site)).build == 6


def test_what_a_host_adds_is_no_part_of_a_release(site: Path):
    build(site, {"index.html": "1", "a/b.html": "1"})
    fill(site, {"CNAME": "bantin.example", "a/tep.txt": "của người khác"})
    build(site, {"index.html": "2"})

    assert [texts(release.folder) for release in releases(workshop(site))] == [{"index.html": "1", "a/b.html": "1"}]
    assert texts(site) == {"index.html": "2", "CNAME": "bantin.example", "a/tep.txt": "của người khác"}


def test_a_build_that_fails_leaves_the_releases(site: Path):
    for text in "1234":
        build(site, {"index.html": text})
    begin(site, ()).abandon()
    replacement = begin(site, ())
    with pytest.raises(Exception, match="trang chủ"):
        replacement.publish()

    assert kept(site) == {3: "3", 2: "2", 1: "1"}


def test_a_site_that_cannot_be_kept_is_said_and_stops_nothing(site: Path):
    build(site, {"index.html": "1"})
    (workshop(site) / "releases").write_text("không phải thư mục", encoding="utf-8")
    with (replacement := begin(site, ())).new.joinpath("index.html").open("w") as file:
        file.write("2")
    replacement.publish()

    assert number(site) == "2"
    assert replacement.lost.startswith("Không giữ được trang trước làm bản để quay lại. Không dùng được «")
    assert not list(workshop(site).glob("[0-9]*"))


@pytest.mark.parametrize("said", ["", "x", "3\n", "1 2 3 4 5", "-1 -1 0"])
def test_a_damaged_record_loses_no_site_that_is_looked_at(site: Path, said: str):
    for text in "123":
        build(site, {"index.html": text})
    (workshop(site) / "published").write_text(said, encoding="ascii")
    build(site, {"index.html": "4"})
    build(site, {"index.html": "5"})

    assert number(site) == "5"
    assert {"3", "4"} <= set(kept(site).values())


def test_a_workshop_that_was_deleted_begins_anew(site: Path):
    build(site, {"index.html": "1"})
    shutil.rmtree(workshop(site))
    for text in "234":
        build(site, {"index.html": text})

    assert kept(site) == {2: "3", 1: "2", 0: "1"}


KILLED_IN_MID_SWAP = """
import os
from pathlib import Path
from bantin.publishing import {module} as module
from bantin.publishing.publish import begin
build = begin(Path({site!r}), ())
(build.new / "index.html").write_text("2", encoding="utf-8")
def die(*arguments, **others):
    os.kill(os.getpid(), 9)
module.{step} = die
build.publish()
"""


@pytest.mark.parametrize("step", ["_keep", "_superfluous", "_put_aside"])
def test_a_build_that_was_killed_right_after_the_exchange_is_known_by_the_next(tmp_path: Path, step: str):
    site = tmp_path / "site"
    build(site, {"index.html": "0"})
    for _ in range(3 if step == "_put_aside" else 0):
        build(site, {"index.html": "0"})
    build(site, {"index.html": "1"})
    done = run(KILLED_IN_MID_SWAP.format(site=str(site), module="releases", step=step))
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert number(site) == "2"

    begin(site, ()).abandon()
    assert next(iter(kept(site).values())) == "1"
    assert record(workshop(site)).build == max(kept(site)) + 1
    build(site, {"index.html": "3"})

    assert list(kept(site).values())[:3] == ["2", "1", "0"]
    assert len(kept(site)) <= 3


def test_files_of_two_builds_are_no_release(tmp_path: Path):
    site = tmp_path / "site"
    build(site, {"index.html": "1", "a.html": "1"})
    fill(site, {"CNAME": "bantin.example"})
    done = run(KILLED_IN_MID_SWAP.format(site=str(site), module="swap", step="Changes.remove_folders"))
    assert done.returncode == -signal.SIGKILL, done.stderr

    with (replacement := begin(site, ())).new.joinpath("index.html").open("w") as file:
        file.write("3")
    replacement.publish()

    assert texts(site) == {"index.html": "3", "CNAME": "bantin.example"}
    assert kept(site) == {}
    assert "bị ngắt giữa chừng" in replacement.lost
    build(site, {"index.html": "4"})
    assert kept(site) == {3: "3"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("7 5 99", Record(7, 5, 99)),
        ("7\n", Record(7, 7)),
        ("", Record()),
        ("7 x", Record()),
        ("-1 1 1", Record()),
        ("1 2 3 4", Record()),
    ],
)
def test_a_record_is_read_or_counts_as_none(tmp_path: Path, said: str, found: Record):
    (tmp_path / "published").write_text(said, encoding="ascii")

    assert record(tmp_path) == found


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_releases_inside_a_site_are_for_nobody_s_eyes(tmp_path: Path):
    site = tmp_path / "site"
    build(site, {"index.html": "1"})
    (site / ".bantin").mkdir()
    build(site, {"index.html": "2"})

    assert (site / ".bantin/releases").stat().st_mode & 0o777 == 0o700
    assert [texts(release.folder) for release in releases(site / ".bantin")] == [{"index.html": "1"}]
